"""Results as data: what the documents say, that they fit their schemas, that values derive."""

import json
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from importlib.resources import files
from typing import Any

import pytest
from attrs import evolve
from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import validator_for
from referencing import Registry, Resource

from tests.sample_results import DIGEST, At, by_address, evaluation, given, mark, result
from ujikom_rules import exact
from ujikom_rules.builtin.reports.json_ import JsonReport
from ujikom_rules.errors import Finding, Place
from ujikom_rules.exact import Rounding
from ujikom_rules.messages import LANGS, Text, finding
from ujikom_rules.model.document import (
    document,
    finding_document,
    findings_document,
    text_at,
    working,
)
from ujikom_rules.model.figure import DERIVATIONS, Figure, picked, sum_of
from ujikom_rules.model.outcome import Rank, Result

SCHEMAS = {
    file.name: json.loads(file.read_text("utf-8"))
    for file in (files("ujikom_rules") / "schemas").iterdir()
    if file.name.endswith(".json")
}
REGISTRY: Registry[Any] = Registry().with_resources(
    (name, Resource.from_contents(schema)) for name, schema in SCHEMAS.items()
)


def fits(name: str, data: Mapping[str, Any]) -> None:
    """Check a document against its schema, as it arrives after JSON."""
    there_and_back = json.loads(json.dumps(data))
    Draft202012Validator(SCHEMAS[name], registry=REGISTRY).validate(there_and_back)


def one(**keys: Any) -> dict[str, Any]:
    """The document of one result with some of its keys changed."""
    said = document(evaluation(result(**keys)))
    fits("evaluation.json", said)
    results = said["results"]
    assert isinstance(results, list)
    found: dict[str, Any] = results[0]
    return found


def worked(value: Result) -> dict[str, dict[str, Any]]:
    """The working of a result by address, checked against its schema."""
    said = working(evaluation(value), value.candidacy)
    fits("working.json", said)
    return by_address(said)


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_schemas_are_schemas(name: str) -> None:
    validator_for(SCHEMAS[name]).check_schema(SCHEMAS[name])


def test_the_evaluation_has_the_keys_of_the_contract_in_their_order() -> None:
    said = document(evaluation(), figures=True)
    fits("evaluation.json", said)
    assert list(said) == [
        *("schema", "ruleset", "event", "lang", "status", "results", "findings", "order"),
        *("provenance", "assumptions", "norm-referenced"),
    ]
    results = said["results"]
    assert isinstance(results, list)
    assert list(results[0]) == [
        *("candidacy", "position", "verdict", "total", "category", "group", "rank", "shared"),
        *("owed", "ranks", "stages", "figures"),
    ]
    assert said["schema"] == "ujikom/evaluation@1"
    assert said["ruleset"] == {"id": "kota/2025", "version": "1.0", "digest": DIGEST}
    assert said["event"] == {"id": "kota-2025-01", "date": "2025-01-31"}
    assert said["status"] == {"state": "provisional", "waiting-for": ["laporan-resmi"]}
    assert said["order"] == ["total"]


def test_provenance_names_plugins_and_amendments() -> None:
    assert document(evaluation())["provenance"] == {
        "engine": "ujikom-rules 0.1.0",
        "plugins": {"kota": {"distribution": "ujikom-rules-kota", "version": "1.2"}},
        "amendments": [
            {"plugin": "kota", "path": "decision.cut-score", "before": "70", "after": "75"}
        ],
        "scoresheet": DIGEST,
    }


def test_a_result_without_awaited_documents_is_final() -> None:
    said = document(evaluation(waiting_for=()), "en")
    fits("evaluation.json", said)
    assert said["status"] == {"state": "final", "waiting-for": []}
    assert said["lang"] == "en"


def test_a_result_prints_decimals_as_text() -> None:
    said = one()
    assert said["total"] == "76.32"  # 82.75 × 0.6 + 66.666… × 0.4 = 76.316…
    assert said["rank"] == 1
    assert said["shared"] is False
    assert said["ranks"] == {"tempat": {"rank": "2.5", "shared": True}}
    assert said["group"] == "opd"
    assert "figures" not in said


def test_every_stage_says_what_its_kind_gives() -> None:
    assert one()["stages"] == {
        "wawancara": {"value": "82.75", "category": "baik", "note": None},
        "rekam-jejak": {"value": "200/3", "category": None, "note": None},
        "syarat": {"verdict": "qualified"},
        "tiga-besar": {"kept": True},
        "masukan": {"note": "Baik."},
        "laporan": {"verdict": "incomplete"},
    }


def test_what_is_not_there_is_null() -> None:
    said = document(evaluation())["results"]
    assert isinstance(said, list)
    assert (said[1]["total"], said[1]["rank"], said[1]["category"]) == (None, None, None)
    assert said[1]["owed"] == ["wawancara.integritas@E2"]
    assert said[1]["stages"]["wawancara"] == {
        "value": None,
        "category": None,
        "note": "Belum lengkap.",
    }
    assert said[1]["stages"]["masukan"] == {"note": None}
    assert one(group="")["group"] is None


def test_figures_stand_at_their_addresses_as_printed_there() -> None:
    figures = document(evaluation(result()), figures=True)["results"]
    assert isinstance(figures, list)
    assert figures[0]["figures"] == {
        "wawancara.integritas@E1:raw": "85.5",
        "wawancara.integritas@E1:rating": "85.5",
        "wawancara.integritas@E2:raw": "80",
        "wawancara.integritas@E2:rating": "80",
        "wawancara.integritas:pooled": "82.75",
        "wawancara.integritas:criterion": "82.75",
        "wawancara:joined": "82.75",
        "wawancara:stage": "82.75",
        "rekam-jejak:raw": "200/3",
        "rekam-jejak:stage": "200/3",
        "wawancara:term": "49.65",
        "rekam-jejak:term": "80/3",
        "total:joined": "4579/60",
        "total:final": "76.32",
    }


def test_places_belong_to_the_address_that_rounds() -> None:
    rating = Figure(Fraction(80)).round_to(Rounding(2)).at("w@E1:rating")
    assert text_at(rating, "w@E1:rating") == "80.00"
    assert text_at(rating, "w:stage") == "80"


def test_a_zero_has_no_sign() -> None:
    zero = Figure(Fraction("-0.004")).round_to(Rounding(2)).at("total:final")
    assert one(total=zero)["total"] == "0.00"


@pytest.mark.parametrize("place,printed", [(Fraction(3), 3), (Fraction(5, 2), "2.5"), (None, None)])
def test_ranks(place: Fraction | None, printed: object) -> None:
    assert one(rank=Rank(place))["rank"] == printed


def test_a_finding_says_all_that_is_known_of_it() -> None:
    said = document(evaluation())["findings"]
    assert said == [
        {
            "code": "UJ001",
            "severity": "warning",
            "message": said[0]["message"] if isinstance(said, list) else "",
            "file": "kota.toml",
            "line": 3,
            "column": 1,
            "path": "ruleset.id",
            "related": [{"file": "lain.toml", "line": 4}],
            "got": "85.5",
            "expected": "dua, 3",
            "hint": said[0]["hint"] if isinstance(said, list) else "",
            "article": "PP 11/2017",
            "plugin": "kota",
        }
    ]
    assert isinstance(said, list)
    assert said[0]["message"]
    assert said[0]["hint"]


def test_a_bare_finding_says_no_more_than_three_things() -> None:
    found = finding("UJ001", got="x.toml")
    bare = Finding(code="UJ001", severity=found.severity)
    assert [key for key in finding_document(bare) if key != "hint"] == [
        "code",
        "severity",
        "message",
    ]


@pytest.mark.parametrize(
    "argument,said",
    [
        (Text("satu", "one"), "one"),
        (Figure(Fraction(1, 2)), "0.5"),
        (Fraction(1, 3), "1/3"),
        (True, "true"),
        (("a", Fraction(2)), "a, 2"),
        ({"opd": Fraction(40)}, "opd = 40"),
        (12, "12"),
        (date(2024, 3, 4), "2024-03-04"),
    ],
)
def test_arguments_of_findings_are_text(argument: object, said: str) -> None:
    assert finding_document(finding("UJ001", got=argument), "en")["got"] == said


def test_the_findings_document_is_in_the_language_asked_for() -> None:
    found = finding("UJ001", Place("x.toml", cell="A!B2"), got="x.toml")
    said = {lang: findings_document([found], lang) for lang in LANGS}
    for lang, each in said.items():
        fits("findings.json", each)
        assert (each["schema"], each["lang"]) == ("ujikom/findings@1", lang)
    assert said["id"]["findings"] != said["en"]["findings"]


def test_inputs_stand_before_what_is_made_of_them() -> None:
    told: set[str] = set()
    entries = working(evaluation(), "A01")["figures"]
    assert isinstance(entries, list)
    for entry in entries:
        assert set(entry["inputs"]) <= told
        assert entry["address"] not in told
        told.add(entry["address"])
    assert entries[-1]["address"] == "total:final"


def test_every_value_of_a_working_can_be_derived_from_its_inputs() -> None:
    entries = worked(result())
    derived = 0
    for entry in entries.values():
        values = tuple(exact.parse_ratio(entries[each]["value"]) for each in entry["inputs"])
        value = exact.parse_ratio(entry["value"])
        if entry["rule"] == "unchanged":
            assert values == (value,)
        elif entry["rule"] == "round":
            assert Rounding(**entry["rounding"]).apply(values[0]) == value
        elif values:
            assert DERIVATIONS[entry["rule"]](values) == value
        derived += bool(values)
    assert derived == 12


def test_a_place_that_changed_nothing_is_told_as_unchanged() -> None:
    entry = worked(result())["wawancara.integritas@E1:rating"]
    assert entry == {
        "address": "wawancara.integritas@E1:rating",
        "label": "Integritas, penguji E1: nilai penguji",
        "rule": "unchanged",
        "source": None,
        "inputs": ["wawancara.integritas@E1:raw"],
        "value": "85.5",
    }


def test_numbers_of_the_ruleset_stand_at_their_key_path_with_their_source() -> None:
    entries = worked(result())
    assert entries["rule:stages.rekam-jejak.weight"] == {
        "address": "rule:stages.rekam-jejak.weight",
        "label": "bobot Rekam jejak",
        "rule": "given",
        "source": "assumption",
        "inputs": [],
        "value": "40",
        "file": "kota.toml",
        "line": 7,
        "column": 10,
        "path": "stages.rekam-jejak.weight",
    }
    assert entries["rule:stages.wawancara.weight"]["source"] == {
        "title": "PermenPANRB 15/2019",
        "article": "5",
        "url": "https://example.test/15",
    }


def test_steps_between_addresses_have_addresses_of_their_own() -> None:
    entries = worked(result())
    assert entries["total:joined"]["inputs"] == ["total:joined/1", "total:joined/2"]
    assert entries["total:joined/1"]["inputs"] == ["wawancara:term", "rekam-jejak:term"]
    assert entries["total:joined/1"]["label"] == "jumlah"


def test_numbers_of_one_list_that_share_a_key_path_are_told_apart() -> None:
    path = "stages.w.value.table"
    low, same, high = (given(n, path, line=line) for n, line in ((1, 3), (1, 3), (2, 4)))
    total = sum_of([low, high, same]).at("total:final")
    entries = worked(result(total=total, figures={"total:final": total}))
    assert entries["total:final"]["inputs"] == [f"rule:{path}", f"rule:{path}#2", f"rule:{path}"]


def test_another_candidacys_figure_gets_an_address_of_its_own() -> None:
    own, best = mark("60", "w:raw", 2), mark("90", "w:raw", 3)
    value = (own / best).at("w:stage")
    entries = worked(result(figures={"w:raw": own, "w:stage": value}, total=None))
    assert entries["w:stage"]["inputs"] == ["w:raw", "w:stage/2"]
    assert (entries["w:raw"]["value"], entries["w:stage/2"]["value"]) == ("60", "90")


def test_a_copy_of_a_figure_is_the_same_figure() -> None:
    own = mark("60", "w:raw", 2)
    value = picked(evolve(own, label=Text("salinan", "copy"))).at("w:stage")
    entries = worked(result(figures={"w:raw": own, "w:stage": value}, total=None))
    assert entries["w:stage"]["inputs"] == ["w:raw"]
    assert len(entries) == 2


def test_an_input_with_an_address_that_nothing_else_has_keeps_it() -> None:
    value = (mark("60", "lain:raw", 2) + 1).at("w:stage")
    entries = worked(result(figures={"w:stage": value}, total=None))
    assert entries["w:stage"]["inputs"] == ["lain:raw", "w:stage/2"]


def test_a_total_that_stands_nowhere_else_is_told_too() -> None:
    total = (mark("60", "w:raw", 2) / 3).at("total:final")
    entries = worked(result(figures={}, total=total))
    assert entries["total:final"]["value"] == "20"


def test_a_working_names_its_ruleset_and_speaks_the_language() -> None:
    said = working(evaluation(), "A01", "en")
    fits("working.json", said)
    assert list(said) == ["schema", "ruleset", "candidacy", "figures", "assumptions"]
    assert by_address(said)["total:final"]["label"] == "total: as published"
    with pytest.raises(KeyError):
        working(evaluation(), "Z99")


def test_a_node_is_called_as_its_first_labelled_figure_where_nothing_is_declared() -> None:
    plain = mark("60", "w:raw", 2)
    said = (plain + 1).at("w:stage", Text("paparan", "presentation"))
    figures = {"w:raw": plain, "w:stage": said, "x:raw": mark("1", "x:raw", 3)}
    entries = worked(result(figures=figures, total=None))
    assert entries["w:raw"]["label"] == "paparan: nilai yang dicatat"
    assert entries["w:stage"]["label"] == "paparan: nilai tahapan"
    assert entries["x:raw"]["label"] == "x: nilai yang dicatat"


@pytest.mark.parametrize(
    "path,label,said",
    [
        ("decision.cut-score", None, "cut score"),
        ("stages.w.weight", None, "weight w"),
        ("stages.w.value.table", None, "w › table"),
        ("stages.w.criteria.m.value.bands.0.value", None, "w › m › band 1"),
        ("stages.w.value.otherwise", None, "w › otherwise"),
        ("decision.weighting.table.opd.w", None, "opd › w"),
        ("stages.w.weight", Text("porsi", "portion"), "portion"),
    ],
)
def test_numbers_of_the_ruleset_are_called_by_their_key(
    path: str, label: Text | None, said: str
) -> None:
    total = (mark("60", "w:raw", 2) * evolve(given(2, path), label=label)).at("total:final")
    entries = by_address(working(evaluation(result(figures={}, total=total)), "A01", "en"))
    assert entries[f"rule:{path}"]["label"] == said


def test_a_deep_working_needs_no_deep_stack() -> None:
    figure = Figure(Fraction(0))
    for _ in range(3000):
        figure = figure + 1
    figure = figure.at("total:final")
    assert worked(result(figures={}, total=figure))["total:final"]["value"] == "3000"


def test_json_text_keeps_every_letter() -> None:
    text = JsonReport().render(evaluation(title=Text("Uji – É", "Test")), At())
    assert json.loads(text) == document(evaluation())
    assert text.endswith("}\n")


SHEET: dict[str, Any] = {
    "schema": "ujikom/scoresheet@1",
    "event": {"id": "e-1", "date": "2025-01-31", "lot-seed": None},
    "candidates": [{"id": "A01", "facts": {"education": "S2", "in-process": False, "years": 3}}],
    "examiners": [{"id": "E1", "role": "chair", "origin": "external", "room": None, "stages": []}],
    "ratings": [
        {"candidacy": "A01", "stage": "w", "criterion": "a.b", "examiner": "E1", "value": 85.5},
        {"candidate": "A01", "stage": "w", "examiner": "E1", "no-mark": "void", "value": None},
    ],
    "evidence": [{"id": "laporan", "given": True, "date": "2025-02-01", "signed-by": ["E1"]}],
}


def test_a_scoresheet_fits() -> None:
    fits("scoresheet.json", SHEET)


@pytest.mark.parametrize(
    "change",
    [
        {"rating": []},
        {"event": {"id": "e-1"}},
        {"event": {"id": "e 1", "date": "2025-01-31"}},
        {"candidates": [{"id": "A01", "nama": "x"}]},
        {"ratings": [{"candidacy": "A01", "stage": "w"}]},
        {"ratings": [{"candidacy": "A01", "stage": "w", "value": 1, "no-mark": "void"}]},
        {"ratings": [{"candidacy": "A01", "candidate": "A01", "stage": "w", "value": 1}]},
        {"ratings": [{"candidacy": "A01", "stage": "w", "no-mark": "kosong"}]},
    ],
)
def test_a_scoresheet_with_anything_else_does_not_fit(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        fits("scoresheet.json", SHEET | change)
