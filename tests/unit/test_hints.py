"""What officers write instead of what the rules take, and what they are told to write."""

import pytest

import ujikom_rules as ujikom
from ujikom_rules.errors import Finding
from ujikom_rules.messages import hint_of, text_of
from ujikom_rules.messages.terms import TERMS
from ujikom_rules.names import nearest
from ujikom_rules.reading.ruleset import TOP

RULES = """
schema = 1

[ruleset]
id = "kota/2025"
version = "1.0"
title = "Kota Satu"

[[stages]]
id = "wawancara"
kind = "panel"
scale = { lower = 0, upper = 5 }
criteria = [
  { id = "gagasan", weight = 60 },
  { id = "sikap", weight = 40 },
]

[decision]
cut-score = 3
"""


def told(was: str, now: str) -> Finding:
    """The one finding of the rules with one thing written otherwise."""
    assert RULES.count(was) == 1
    (found,) = ujikom.check(ujikom.parse_ruleset(RULES.replace(was, now)), plugins={})
    return found


def place(found: Finding) -> tuple[int, int]:
    return found.place.line, found.place.column


def test_the_rules_are_sound() -> None:
    found = ujikom.check(ujikom.parse_ruleset(RULES), plugins={})
    assert {each.severity for each in found} <= {"note"}


def test_a_single_heading_of_stages_is_told_to_be_double() -> None:
    found = told("[[stages]]", "[stages]")
    assert (found.code, place(found), hint_of(found, "id")) == (
        "UJ142",
        (9, 2),
        "tulis [[stages]]",
    )


def test_a_single_heading_of_criteria_names_the_whole_heading() -> None:
    listed = 'criteria = [\n  { id = "gagasan", weight = 60 },\n  { id = "sikap", weight = 40 },\n]'
    found = told(listed, '[stages.criteria]\nid = "gagasan"')
    assert (found.code, hint_of(found, "en")) == ("UJ142", "write [[stages.criteria]]")
    assert told(listed, 'criteria = { id = "gagasan" }').code == "UJ203"


def test_weights_written_as_shares_of_one_are_told_as_percentages() -> None:
    listed = '{ id = "gagasan", weight = 60 },\n  { id = "sikap", weight = 40 },'
    found = told(listed, listed.replace("60", "0.6").replace("40", '"2/5"'))
    assert (found.code, hint_of(found, "id")) == (
        "UJ301",
        "bobot ditulis dalam persen: 40, bukan 0.4",
    )
    assert '"rest"' in hint_of(told(listed, listed.replace("60", "50")), "id")


def test_an_unknown_kind_is_told_which_kinds_there_are() -> None:
    found = told('kind = "panel"', 'kind = "blabla"')
    assert (found.code, found.place.line) == ("UJ511", 11)
    said = hint_of(found, "id")
    assert said.startswith("yang ada: ")
    assert {"panel", "weighted-criteria", "shortlist"} <= set(said[10:].split(", "))
    assert hint_of(told('"panel"', '"pannel"'), "id") == "mungkin maksudnya 'panel'"


def test_an_unknown_heading_is_told_which_headings_there_are() -> None:
    found = told("[decision]", "[blabla]")
    assert (found.code, place(found)) == ("UJ201", (18, 2))
    assert set(hint_of(found, "en").partition(": ")[2].split(", ")) == set(TOP)
    assert hint_of(told("[decision]", "[keputusan]"), "id") == "mungkin maksudnya 'decision'"


@pytest.mark.parametrize(
    "word, key",
    [
        ("tahapan", "stages"),
        ("bobot", "weight"),
        ("skala", "scale"),
        ("kriteria", "criteria"),
        ("ambang-batas", "cut-score"),
        ("Ambang Batas", "cut-score"),
        ("judul", "title"),
        ("keputusan", "decision"),
        ("nilai_akhir", "decision"),
        ("masa-berlaku", "effective"),
        ("dokumen-wajib", "requires"),
    ],
)
def test_an_indonesian_word_names_the_key_that_was_meant(word: str, key: str) -> None:
    keys = {"weight", "scale", "criteria", "cut-score", "title", "requires", "effective", *TOP}
    assert nearest(word, keys) == key


@pytest.mark.parametrize(
    "key", ["weight", "cut-score", "source", "rounding", "quorum", "factor", "facts", "weighting"]
)
def test_the_word_of_the_register_names_its_key(key: str) -> None:
    term = next(each for name, each in TERMS.items() if key in (name, f"{name}s"))
    assert nearest(term.word.id, {key, "schema", "version"}) == key


def test_an_overlap_of_bands_is_told_as_a_stretch_at_the_second_band() -> None:
    bands = (
        'classifier = { use = "bands", bands = [\n'
        '  { id = "pemula", below = 2 },\n'
        '  { id = "mahir", at-least = 3 },\n'
        '  { id = "madya", at-least = 2, below = 3.5 },\n'
        "] }\ncut-score = 3"
    )
    found = told("cut-score = 3", bands)
    assert (found.code, place(found)) == ("UJ513", (21, 3))
    assert [(each.line, each.column) for each in found.related] == [(22, 3)]  # the other band
    assert text_of(found, "id").startswith("3 sampai di bawah 3.5 masuk ke dua rentang: madya dan")
    value = (
        'value = { use = "bands", bands = [{ value = 1, below = 3 }, { value = 2, above = 2 }] }'
    )
    found = told("scale =", f"{value}\nscale =")
    assert (found.code, place(found)) == ("UJ513", (12, 61))
    assert [(each.line, each.column) for each in found.related] == [(12, 35)]
    assert text_of(found, "en").startswith("Above 2 to below 3 lies in two bands: 1 and 2;")


def test_the_bands_of_an_axis_that_overlap_are_shown_on_that_axis() -> None:
    matrix = (
        '\n[decision.classifier]\nuse = "matrix"\n'
        'x = { stage = "wawancara", bands = [{ id = "a", at-most = 3 }, { id = "b", above = 3 }] }\n'
        'y = { stage = "wawancara", bands = [{ id = "c", at-most = 3 }, { id = "d", above = 2 }] }\n'
        'cells = { "a/c" = "1", "a/d" = "2", "b/c" = "3", "b/d" = "4" }\n'
    )
    found = told("cut-score = 3", f"cut-score = 3{matrix}")
    assert (found.code, place(found)) == ("UJ513", (23, 64))


def test_a_seat_that_is_empty_is_named() -> None:
    seats = '[panel]\nuse = "composition"\nseats = [{ kind = "akademisi", count = 2 }]\n'
    rules = ujikom.parse_ruleset(RULES.replace("[[stages]]", f"{seats}\n[[stages]]"))
    sheet = {
        "event": {"id": "e1", "date": "2025-03-25"},
        "candidates": [{"id": "A01"}],
        "examiners": [{"id": "E1", "kind": "akademisi"}],
        "ratings": [
            {
                "candidacy": "A01",
                "stage": "wawancara",
                "criterion": each,
                "examiner": "E1",
                "value": 4,
            }
            for each in ("gagasan", "sikap")
        ],
    }
    with pytest.raises(ujikom.Refused) as refused:
        ujikom.score(rules, ujikom.parse_scoresheet(sheet), plugins={})
    (found,) = refused.value.findings
    assert (found.code, hint_of(found, "id")) == ("UJ561", "Kursi yang kosong: 1 akademisi")
