"""The schema of rulesets: what the loader accepts it accepts, and it sees what an editor can."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from docs.generate import FOLDER, SCHEMAS
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

import ujikom_rules as ujikom
from tests.house import ROOT, rulesets
from tests.mutations import changed
from tests.schemas import as_an_editor_sees, complaints, parsed, read
from tests.strategies_rulesets import rulesets as random_rulesets
from ujikom_rules.analysis.schema import as_text, cases_schema, ruleset_schema
from ujikom_rules.analysis.schema import texts as said
from ujikom_rules.analysis.schema.docstrings import meanings_of
from ujikom_rules.analysis.schema.part_texts import INDONESIAN
from ujikom_rules.catalogue.catalogue import open_catalogue
from ujikom_rules.cli import main
from ujikom_rules.errors import errors_in
from ujikom_rules.messages import LANGS
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.ruleset import ROUNDING_PLACES, FactType
from ujikom_rules.reading import nodes
from ujikom_rules.reading import ruleset as reading
from ujikom_rules.reading.overlay import opens

CORE, CASES = ruleset_schema(), cases_schema()
CITIES = ruleset_schema(["kendari", "malang", "contoh"])
SCHEMAS_OF_RULES = pytest.mark.parametrize("schema", [CORE, CITIES], ids=["core", "cities"])
BAD = ROOT / "tests" / "bad"
_BLOCK = re.compile(r"^```toml[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HEAD = """
schema = 1
[ruleset]
id = "kota/2025"
version = "1.0"
title = "Kota"
"""
STAGE = '[[stages]]\nid = "wawancara"\nkind = "panel"\nscale = { lower = 0, upper = 100 }\n'
OVERLAY = HEAD + 'extends = "kota/induk"\n'


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


# --- what the loader accepts, the schema accepts


@SCHEMAS_OF_RULES
@pytest.mark.parametrize("path", rulesets(), ids=named)
def test_every_shipped_ruleset_fits(path: Path, schema: dict[str, Any]) -> None:
    assert complaints(schema, read(path)) == []


@pytest.mark.parametrize("path", sorted(ROOT.glob("rulesets/**/*.cases.toml")), ids=named)
def test_every_shipped_file_of_cases_fits(path: Path) -> None:
    assert complaints(CASES, read(path)) == []


def blocks() -> Iterator[tuple[str, Any]]:
    """The whole rulesets on the pages of the documentation, as far as they pass the check."""
    for page in sorted((ROOT / "docs").rglob("*.md")):
        for number, text in enumerate(_BLOCK.findall(page.read_text("utf-8"))):
            if "schema" in text and "[ruleset]" in text:
                yield f"{named(page)}:{number}", text


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in blocks()])
def test_every_ruleset_of_the_documentation_fits(text: str) -> None:
    checked = ujikom.check(ujikom.parse_ruleset(text))
    assert bool(complaints(CITIES, parsed(text))) <= bool(errors_in(checked))


@settings(max_examples=60)
@given(random_rulesets())
def test_every_ruleset_of_the_core_fits(rules: dict[str, Any]) -> None:
    assert complaints(CORE, as_an_editor_sees(rules)) == []


@st.composite
def overlays(draw: st.DrawFn) -> dict[str, Any]:
    """Any part of what a ruleset says, in its own tables; items go and come by their ids."""
    whole = draw(random_rulesets())
    part: dict[str, Any] = _part(draw, whole)
    head = {**whole["ruleset"], "extends": "test/base"}
    return {**part, "schema": 1, "ruleset": head}


def _part(draw: st.DrawFn, value: Any) -> Any:
    if isinstance(value, dict):
        kept = {k: _part(draw, v) for k, v in value.items() if k == "id" or draw(st.booleans())}
        if "id" in value and draw(st.integers(0, 4)) == 0:
            return {"id": value["id"], "remove": True}
        return kept | ({"after": "s1"} if "id" in value and draw(st.booleans()) else {})
    if isinstance(value, list) and all(isinstance(each, dict) and "id" in each for each in value):
        return [_part(draw, each) for each in value]
    return value  # everything else is replaced whole


@settings(max_examples=60)
@given(overlays())
def test_every_part_of_a_ruleset_is_an_overlay_that_fits(rules: dict[str, Any]) -> None:
    assert complaints(CORE, as_an_editor_sees(rules)) == []


@pytest.mark.parametrize(
    "text",
    [
        'decision.aggregation = "core:mean"\n',
        'decision.cut-score = "200/3"\n',
        'decision.cut-score = "1e2"\n',
        "decision.cut-score = 0.07\n",
        'decision.weighting = { use = "by-fact", fact = "unit", table = { opd = { wawancara = 100 } } }\n',
        'decision.aggregation = { use = "kota:sendiri", apa-saja = [1, { dua = 2 }] }\n',
        'panel = [{ use = "composition", size = { at-least = 3 } }, "kota:panitia"]\n',
        'facts = { source = "assumption", umur = { type = "number", source = "assumption" } }\n',
        'facts = { source = { type = "text", one-of = ["a"] } }\n',
        'rankings = { source = "assumption", lokasi = { within = "event" } }\n',
        'plugins = { kota = "1.0", lain = { version = "2.1", amends = true } }\n',
        'rounding = { final = { places = 2 }, term = "exact" }\n',
        'rankings = { lokasi = { within = ["position", { fact = "unit" }], tie-breaks = ["lot"] } }\n',
    ],
)
def test_every_form_fits_that_a_key_may_take(text: str) -> None:
    assert complaints(CORE, parsed(text + HEAD.lstrip() + STAGE)) == []


@pytest.mark.parametrize(
    "stage",
    [
        'id = "wawancara"\nweight = 30\n',
        'id = "wawancara"\nremove = true\n',
        'id = "baru"\nafter = "wawancara"\nkind = "advisory"\n',
        'id = "wawancara"\npooling = { drop = 2 }\n',
        'id = "wawancara"\nscale = { upper = 50 }\nrequire = { at-least = 2 }\nper-cent = 4\n',
        'id = "wawancara"\ncriteria = [{ id = "integritas", remove = true }, { id = "x", after = "y" }]\n',
        'id = "wawancara"\nclassifier = { bands = [{ id = "baik", at-least = 3 }] }\n',
    ],
)
def test_an_overlay_says_only_what_it_changes(stage: str) -> None:
    text = f"[[stages]]\n{stage}[rounding]\nstage = {{ mode = 'half-even' }}\n[panel]\nchair = 2\n"
    assert complaints(CORE, parsed(OVERLAY + text)) == []
    assert complaints(CORE, parsed(HEAD + text)) != []


@cache
def all_changed(path: Path) -> tuple[tuple[str, Entry], ...]:
    return tuple(changed(ujikom.read_ruleset(path).root))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(rulesets()), st.data())
def test_a_shipped_ruleset_with_one_thing_changed_is_held_to_the_same(
    path: Path, data: st.DataObject
) -> None:
    """What the loader accepts fits; what it cannot read does not, as far as one file shows it."""
    what, root = data.draw(st.sampled_from(all_changed(path)))
    found = errors_in(ujikom.check(ujikom.Document(root, str(path))))
    fits = complaints(CITIES, as_an_editor_sees(root)) == []
    assert fits or found, what
    alone = "extends" not in root.table()["ruleset"].table()
    of_form = [each for each in found if each.code in FORM and not is_named_by_a_fact(what)]
    assert not (alone and fits and of_form), (what, of_form[0].code)


# An unknown key, a missing one, a wrong kind, an id, a closed word, a number.
FORM = ("UJ201", "UJ202", "UJ203", "UJ204", "UJ205", "UJ208")


def is_named_by_a_fact(what: str) -> bool:
    """Whether a change is about the words of a fact, which no schema knows."""
    asked = (".is:", ".one-of", ".facts.", ".levels", ".points", ".at-least:", ".at-most:")
    return any(each in what for each in asked)


# --- and what an editor can see, it sees


@pytest.mark.parametrize(
    "path", [each for each in rulesets() if each.stem in ("2024", "2025", "kotak-a")], ids=named
)
def test_an_unknown_key_is_seen_in_every_table(path: Path) -> None:
    missed = [
        what
        for what, root in all_changed(path)
        if what.endswith("a key that nobody knows")
        and "weighting.table" not in what  # whose keys are stages
        and errors_in(ujikom.check(ujikom.Document(root, str(path))))
        and complaints(CITIES, as_an_editor_sees(root)) == []
    ]
    assert missed == []


STRUCTURE = sorted(
    path
    for path in (*BAD.glob("UJ2??.toml"), *BAD.glob("UJ44?.toml"))
    # an id twice, a depth, days and numbers against each other: no schema compares them
    if path.stem not in ("UJ206", "UJ211", "UJ213", "UJ214")
)


@pytest.mark.parametrize("path", STRUCTURE, ids=lambda path: path.stem)
def test_a_mistake_of_structure_is_seen(path: Path) -> None:
    assert complaints(CORE, read(path)) != []


def test_most_mistakes_of_structure_are_seen() -> None:
    every = [*BAD.glob("UJ2??.toml"), *BAD.glob("UJ44?.toml")]
    assert len(STRUCTURE) / len(every) > 0.75


@pytest.mark.parametrize(
    "text,said",
    [
        (STAGE + "wieght = 100\n", "stages.0: Additional properties are not allowed ('wieght'"),
        (STAGE + 'pooling = "trimed-mean"\n', "stages.0.pooling: 'trimed-mean' is not valid"),
        (STAGE + 'pooling = { use = "trimmed-mean", drp = 1 }\n', "('drp' was unexpected)"),
        (STAGE + 'pooling = { use = "trimmed-mean" }\n', "'drop' is a required property"),
        (STAGE + 'pooling = "trimmed-mean"\n', "stages.0.pooling: 'trimmed-mean' should not be"),
        (STAGE + "pooling = { drop = 1 }\n", "stages.0.pooling: 'use' is a required property"),
        (STAGE + "pooling = 3\n", "stages.0.pooling: 3 is not of type 'string', 'object'"),
        (STAGE + 'absence = "nol"\n', "stages.0.absence: 'nol' is not one of"),
        (STAGE + 'after = "x"\n', "False schema does not allow 'x'"),
        (STAGE + 'criteria = [{ id = "a", bobot = 3 }]\n', "('bobot' was unexpected)"),
        (STAGE.replace("lower = 0, ", ""), "stages.0.scale: "),
        (STAGE.replace('"panel"', '"panle"'), "stages.0.kind: 'panle' is not valid"),
        ('[[stages]]\nid = "x"\nkind = "evidence-gate"\n', "'requires' is a required property"),
        ('[[stages]]\nid = "x"\nkind = "shortlist"\nkeep = { per-vacancy = "3" }\n', "keep: "),
        (STAGE + '[facts]\numur = { type = "text", lower = 1 }\n', "facts.umur: Additional properties are not allowed ('lower'"),
        (STAGE + '[facts]\njenjang = { type = "level" }\n', "'levels' is a required property"),
        ("", "'stages' is a required property"),
    ],
)  # fmt: skip
def test_a_complaint_stands_where_the_mistake_is(text: str, said: str) -> None:
    found = complaints(CORE, parsed(HEAD + text))
    assert any(said in each for each in found), found


def test_a_part_of_a_named_plugin_is_known_with_its_keys() -> None:
    text = HEAD + '[[stages]]\nid = "x"\nkind = "kendari:program-paparan"\nwritten-shar = 40\n'
    nested = text.replace(
        "written-shar = 40", 'criteria = [{ id = "a", part = "oral", parts = 1 }]'
    )
    other = text.replace("program-paparan", "program-papran")
    for each, where in ((text, "stages.0: "), (nested, "stages.0.criteria.0: "), (other, "kind: ")):
        assert complaints(CORE, parsed(each)) == []
        assert any(where in said for said in complaints(CITIES, parsed(each))), each


# --- it follows the code


def test_what_is_committed_is_what_the_code_says() -> None:
    for name, made in SCHEMAS.items():
        assert (FOLDER / name).read_text("utf-8") == made(), "run: python -m docs.generate"


@pytest.mark.parametrize("schema", [CORE, CITIES, CASES], ids=["core", "cities", "cases"])
def test_it_is_a_schema_and_every_reference_leads_somewhere(schema: dict[str, Any]) -> None:
    Draft7Validator.check_schema(schema)
    text = as_text(schema)
    assert json.loads(text) == schema
    assert set(re.findall(r'"#/definitions/([^"]+)"', text)) == set(schema["definitions"])
    assert "multipleOf" not in text  # 0.07 is no multiple of 0.01 to those who count in binary


def test_every_key_of_the_frame_is_there_and_no_other() -> None:
    known = CORE["definitions"]
    merged = {"after", "remove"}
    assert set(CORE["properties"]) - {"source"} == set(reading.TOP)
    assert set(known["stage"]["properties"]) == nodes.STAGE_KEYS | merged
    assert set(known["criterion"]["properties"]) == nodes.CRITERION_KEYS | merged
    assert set(known["stage"]["properties"]["each"]["properties"]) == nodes.EACH_KEYS
    assert set(CORE["properties"]["decision"]["properties"]) == nodes.DECISION_KEYS
    assert set(known["ranking"]["properties"]) == opens._RANKING_KEYS
    assert set(known["rounding"]["properties"]) - {"source"} == set(ROUNDING_PLACES)
    of_open = CORE["properties"]["open"]["items"]["properties"]
    assert set(of_open) - {"source"} == set(opens._OPEN_KEYS)
    fact = CORE["properties"]["facts"]["additionalProperties"]["properties"]
    assert set(fact) == {"type", "title", "source", *reading._FACT_READERS}
    assert tuple(fact["type"]["enum"]) == FactType.__args__  # type: ignore[attr-defined]


def test_every_part_of_the_core_is_there_with_its_keys_in_both_languages() -> None:
    catalogue, _ = open_catalogue((), {})
    indonesian, english = ruleset_schema(lang="id"), ruleset_schema(lang="en")
    for role, offers in catalogue.offers.items():
        for name, offered in offers.items() if role != "report_formats" else ():
            place = f"{role}.{name}"
            for lang, schema in (("id", indonesian), ("en", english)):
                keys = schema["definitions"][place]["properties"]
                assert {each.key for each in offered.fields} <= set(keys), (place, lang)
            for each in offered.fields:
                ours, theirs = (
                    schema["definitions"][place]["properties"][each.key]["description"]
                    for schema in (indonesian, english)
                )
                assert ours != theirs, (place, each.key)


def keys_of(schema: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every key that a schema offers to an editor; what only forbids is passed over."""
    if isinstance(schema, list):
        schema = dict(enumerate(schema))
    if not isinstance(schema, dict):
        return
    for key, each in schema.get("properties", {}).items():
        if isinstance(each, dict):
            yield f"{path}.{key}", each
    for key, each in schema.items():
        if key not in ("if", "then", "else", "allOf", "propertyNames"):
            yield from keys_of(each, f"{path}/{key}")


@pytest.mark.parametrize(
    "make", [ruleset_schema, cases_schema], ids=["a ruleset", "a file of cases"]
)
def test_every_key_is_described_in_both_languages(make: Any) -> None:
    described = {}
    for lang in LANGS:
        schema = make(lang=lang)
        told = {k: v for k, v in schema["definitions"].items() if not k.startswith("whole.")}
        offered = [*keys_of({**schema, "definitions": {}}), *keys_of(told)]
        refer = {"$ref": "#/definitions/source"}
        assert schema["definitions"]["source"]["description"]
        described[lang] = {
            path: each.get("description", "")
            for path, each in offered
            if refer not in (each, *each.get("anyOf", ()))
        }
    assert [path for path, text in described["id"].items() if not text] == []
    assert described["id"].keys() == described["en"].keys()
    same = [path for path, text in described["id"].items() if described["en"][path] == text]
    assert same == []


def test_no_word_is_kept_for_a_key_that_is_gone() -> None:
    text = as_text(ruleset_schema(lang="id"))
    for key, word in INDONESIAN.items():
        assert json.dumps(word, ensure_ascii=False) in text, key


def test_both_languages_stand_side_by_side_where_none_is_asked_for() -> None:
    both = said.NODE["weight"].id + " / " + said.NODE["weight"].en
    assert CORE["definitions"]["stage"]["properties"]["weight"]["description"] == both


def test_what_an_author_wrote_of_several_keys_and_over_several_lines_is_read() -> None:
    class Plain:
        """No part: it says nothing of its keys."""

    assert meanings_of(Plain) == {}
    from ujikom_rules.builtin.pooling import RoomsFirst
    from ujikom_rules.builtin.value_functions import ValueBand

    assert meanings_of(RoomsFirst)["empty"].endswith("goes on without that group.")
    assert meanings_of(ValueBand)["above"] == meanings_of(ValueBand)["at_least"]


# --- the command


def program(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as ended:
        main(["schema", *arguments])
    text = capsys.readouterr()
    assert isinstance(ended.value.code, int)
    return ended.value.code, text.out, text.err


def test_the_command_prints_a_schema(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = program(capsys)
    assert (status, err) == (0, "")
    assert json.loads(out) == CORE
    assert json.loads(program(capsys, "--cases")[1]) == CASES


def test_the_command_writes_one_language_and_the_named_plugins(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    to = tmp_path / "ujikom-ruleset.schema.json"
    status, out, _ = program(capsys, "--plugin", "kendari", "-o", str(to), "--lang", "id")
    assert (status, out) == (0, "")
    written = to.read_bytes()
    assert b"\r" not in written
    assert json.loads(written) == ruleset_schema(["kendari"], "id")


def test_an_unknown_plugin_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = program(capsys, "--plugin", "kendary", "--lang", "en")
    assert (status, out) == (1, "")
    assert "UJ501 the plugin 'kendary' is not installed" in err
