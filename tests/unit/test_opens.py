"""The [[open]] tables themselves: their form, what they name, what an overlay may open."""

import gc
import weakref
from fractions import Fraction

import pytest
from attrs import asdict

from ujikom_rules.errors import Finding, Place
from ujikom_rules.model.entry import Entry
from ujikom_rules.reading.document import read_document
from ujikom_rules.reading.overlay.merging import merge
from ujikom_rules.reading.overlay.open_terms import bounds, check, declared
from ujikom_rules.reading.overlay.ways import at

BASE = """
[[stages]]
id = "wawancara"
kind = "panel"
weight = 60
pooling = { use = "trimmed-mean", drop = 1 }
each = { scale = { lower = 0, upper = 100 } }
criteria = [{ id = "x", weight = 50 }, { id = "y", weight = 50 }]
[[stages]]
id = "berkas"
kind = "evidence-gate"
requires = ["s1", "s2"]
[decision]
compare = "unrounded"
"""


def read(text: str, file: str) -> Entry:
    root, findings = read_document(text, file)
    assert root is not None
    assert findings == ()
    return root


def term(key: str, more: str = "") -> str:
    return f'[[open]]\nkey = "{key}"\n{more}\n'


def checked(terms: str, over: str) -> tuple[Finding, ...]:
    below, above = read(BASE + terms, "induk.toml"), read(over, "kota.toml")
    root, findings = merge(below, above)
    assert findings == ()
    return check(below, above, root, last=False)


@pytest.mark.parametrize(
    "text, code, place",
    [
        ("open = 5", "UJ203", "1:8"),
        ("[[open]]\nmay = ['fill']", "UJ202", "1:1"),
        (term("decision..x"), "UJ430", "2:7"),
        (term("decision.cut-score", "at-leest = 5"), "UJ201", "3:1"),
        (term("decision.cut-score", "may = ['isi']"), "UJ205", "3:8"),
        (term("decision.cut-score", "may = []"), "UJ216", "3:7"),
        (term("decision.cut-score", "at-least = 'lima'"), "UJ208", "3:12"),
        (term("decision.cut-score", "breach = 'note'"), "UJ205", "3:10"),
        (term("decision.cut-score", "optional = 'ya'"), "UJ203", "3:12"),
        (term("decision.cut-score", "at-least = 5\nat-most = 4"), "UJ431", "4:11"),
    ],
)
def test_a_term_that_is_written_wrongly(text: str, code: str, place: str) -> None:
    findings = declared(read(text, "induk.toml"))
    assert [(each.code, str(each.place)) for each in findings] == [(code, f"induk.toml:{place}")]


@pytest.mark.parametrize(
    "key, got, nearest",
    [
        ("stage.wawancara.weight", "stage", "stages"),
        ("stages.wawancra.weight", "wawancra", "wawancara"),
        ("stages.wawancara.weigth", "weigth", "weight"),
        ("stages.*.weigth", "weigth", "weight"),
        ("stages.wawancara.criteria.zzz", "zzz", ""),
        ("stages.wawancara.criteria.x.wight", "wight", "weight"),
        ("stages.wawancara.each.scales", "scales", "scale"),
        ("stages.wawancara.weight.x", "x", ""),
        ("decision.cutscore", "cutscore", "cut-score"),
        ("cut-score", "cut-score", "decision.cut-score"),
        ("ambang batas", "ambang batas", "decision.cut-score"),
        ("wawancara.weight", "wawancara", "stages.wawancara.weight"),
        ("kuorum", "kuorum", ""),
        ("weight", "weight", ""),  # there are three
        ("decision.rounding.finl", "finl", "final"),
        ("ranking.withn", "withn", "within"),
    ],
)
def test_a_key_that_names_nothing(key: str, got: str, nearest: str) -> None:
    (finding,) = declared(read(BASE + term(key), "induk.toml"))
    assert (finding.code, str(finding.place)) == ("UJ432", "induk.toml:16:7")
    assert (finding.args["got"], finding.args["nearest"]) == (got, nearest)


@pytest.mark.parametrize(
    "key",
    [
        "decision.cut-score",
        "decision.classifier.lower.sesuai",
        "decision.rounding.final",
        "ranking",
        "rankings",
        "stages.wawancara.kind.own",
        "stages.wawancara.pooling.limit",
        "stages.wawancara.criteria.*.criteria",
        "stages.berkas.requires",
        "stages.berkas.signed-by",
        "facts.anything",
        "stages.wawancara.kind.*",
    ],
)
def test_a_key_that_could_stand_there_names_something(key: str) -> None:
    assert declared(read(BASE + term(key, "optional = true"), "induk.toml")) == ()


def test_keys_of_a_citys_own_kind_are_the_citys() -> None:
    base = '[[stages]]\nid = "a"\nkind = "kota:paparan"\ncriteria = [{ id = "b" }]\n'
    terms = term("stages.a.weights") + term("stages.a.criteria.b.part")
    assert declared(read(base + terms, "induk.toml")) == ()


# ------------------------------------------------------------------ terms of an overlay, bounds


@pytest.mark.parametrize(
    "terms, key, more",
    [
        (term("stages.wawancara.weight"), "stages.wawancara.weight", "at-least = 40"),
        (term("stages.wawancara"), "stages.wawancara.quorum", "optional = true"),
        (term("stages.*.quorum"), "stages.*.quorum", "optional = true"),
        (term("stages", "may = ['add']"), "stages", "may = ['add']"),
        (term("stages", "may = ['add']"), "stages.n.weight", ""),
        ("", "facts.asal.one-of", ""),
        ("", "stages.wawancara.title", ""),
    ],
)
def test_an_overlay_hands_on_what_is_open_to_it_or_its_own(terms: str, key: str, more: str) -> None:
    assert checked(terms, term(key, more)) == ()


@pytest.mark.parametrize(
    "terms, key, more",
    [
        ("", "decision.cut-score", ""),
        (term("stages", "may = ['add']"), "stages.wawancara.weight", ""),
        (term("stages.wawancara.weight"), "stages.*.weight", ""),
        (term("stages.wawancara.criteria"), "stages.wawancara.criteria", "may = ['add']"),
    ],
)
def test_an_overlay_cannot_open_what_its_base_keeps_closed(terms: str, key: str, more: str) -> None:
    assert [
        (each.code, str(each.place), each.path) for each in checked(terms, term(key, more))
    ] == [("UJ433", "kota.toml:2:7", "open.0.key")]


def test_a_key_that_names_nothing_is_not_told_to_be_closed_as_well() -> None:
    below, above = read(BASE, "induk.toml"), read(term("cut-score"), "kota.toml")
    merged, _ = merge(below, above)
    assert check(below, above, merged, last=False) == ()
    (finding,) = declared(merged)
    assert (finding.code, str(finding.place)) == ("UJ432", "kota.toml:2:7")
    assert finding.args["nearest"] == "decision.cut-score"


def test_bounds_of_weights_are_handed_to_the_compiler() -> None:
    more = "at-least = 10\nbreach = 'warning'\narticle = 'Pasal 5'"
    terms = term("stages.wawancara.criteria.*.weight", more) + term(
        "decision.cut-score", "at-most = 5"
    )
    root = read(BASE + terms + term("stages.berkas.weight"), "induk.toml")
    assert [asdict(each, recurse=False) for each in bounds(root)] == [
        {
            "key": f"stages.wawancara.criteria.{id_}.weight",
            "at_least": Fraction(10),
            "at_most": None,
            "breach": "warning",
            "article": "Pasal 5",
            "place": Place("induk.toml", 16, 7),
        }
        for id_ in ("x", "y")
    ]


def test_ways_and_terms_are_forgotten_with_their_document() -> None:
    root = read(BASE + term("stages.wawancara.weight") + term("stages.*.quorum"), "induk.toml")
    assert declared(root) == ()
    top = weakref.ref(root.table()["stages"])
    said = weakref.ref(root.table()["open"].items()[0])
    del root
    gc.collect()
    assert (top(), said()) == (None, None)


def test_what_stands_at_a_key_path_however_long_it_is() -> None:
    deep = ".".join("abcdefghij")
    root = read(f"[{deep}]\nk = 1\n[[s]]\nid = 'x'\nn = [7, 8]\n", "induk.toml")
    assert [each.data for each in at(root, (*"abcdefghij", "k"))] == [1]
    assert [each.data for each in at(root, (*"abcdefghij", "k"))] == [1]
    assert at(root, (*"abcdefghij", "none", "k")) == ()
    assert [each.data for each in at(root, ("s", "x", "n", "1"))] == [8]
    assert [each.data for each in at(root, ("s", "*", "n", "*"))] == [7, 8]
    assert [each.path for each in at(root, ("*",))] == ["a", "s"]
    assert [each.path for each in at(root, ("*", "x", "id"))] == ["s.x.id"]
    assert at(root, ("s", "x", "n", "2")) == at(root, ("t", "x")) == ()
    assert at(root, ()) == (root,)
    assert [each.data for each in at(read("'*' = 1\nb = 2", "induk.toml"), ("*",))] == [1, 2]
