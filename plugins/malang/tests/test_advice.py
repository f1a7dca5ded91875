"""The stage kind `malang:masukan`: advice is written down and moves nothing."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ujikom_rules as ujikom
import ujikom_rules_malang

HERE = {"malang": ujikom_rules_malang}
PLAN = ujikom.plan("malang/2024", plugins=HERE)
CRITERIA = ("integritas", "kepemimpinan", "gagasan", "penguasaan-tugas", "komunikasi")
KINDS = ("akademisi", "akademisi", "akademisi", "bkd-provinsi", "bkn-regional")
MARKS = {"A1": "81", "A2": "81", "A3": "66.5"}
FACTS = {
    "post-group": "opd",
    "last-appointed": "2020-01-02",
    "education": "S2",
    "performance-last": "baik",
    "performance-previous": "baik",
    "discipline": "tidak-pernah",
    "in-process": False,
}
Advice = Sequence[Mapping[str, str]]


def scored(advice: Advice) -> ujikom.Evaluation:
    """Three officials, two of them equal, with some advice."""
    sheet = {
        "event": {"id": "contoh", "date": "2024-03-04"},
        "candidates": [{"id": who, "facts": FACTS} for who in MARKS],
        "examiners": [
            {"id": f"E{number}", "kind": kind, "origin": "external",
             "role": "chair" if number == 0 else "member"}
            for number, kind in enumerate(KINDS)
        ],
        "ratings": [
            {"candidacy": who, "stage": "wawancara", "criterion": criterion,
             "examiner": f"E{number}", "value": mark}
            for who, mark in MARKS.items()
            for number in range(len(KINDS))
            for criterion in CRITERIA
        ],
        "advice": list(advice),
    }  # fmt: skip
    return ujikom.evaluate(PLAN, ujikom.parse_scoresheet(sheet))


def bare(evaluation: ujikom.Evaluation) -> object:
    """The whole document with every figure, without notes, findings and the sheet's digest."""
    document: dict[str, Any] = ujikom.document(evaluation, figures=True)
    del document["findings"], document["provenance"]["scoresheet"]
    for row in document["results"]:
        row["stages"]["masukan"]["note"] = None
    return document


def row(who: str, giver: str, text: str = "…") -> Mapping[str, str]:
    return {"candidacy": who, "stage": "masukan", "from": giver, "text": text}


rows = st.builds(
    row,
    st.sampled_from(sorted(MARKS)),
    st.sampled_from(["mayor", "journalists", "governor", ""]),
    st.sampled_from(["", "100", "first of all", "−5"]),
)
NONE = bare(scored(()))


@settings(deadline=None)  # how fast a machine is says nothing about a rule
@given(st.lists(rows, max_size=6))
def test_no_advice_can_move_anything(advice: Advice) -> None:
    assert bare(scored(advice)) == NONE


@settings(deadline=None)
@given(st.lists(rows, min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_altering_advice_changes_nothing_but_notes(advice: Advice, chance: Any) -> None:
    altered = [{**each, "text": "not at all", "from": "mayor"} for each in advice]
    chance.shuffle(altered)
    assert bare(scored(altered)) == bare(scored(advice)) == bare(scored(advice[1:]))


def test_the_note_counts_what_each_giver_said() -> None:
    advice = [row("A1", "mayor"), row("A1", "journalists"), row("A1", "mayor")]
    evaluation = scored(advice)
    (note,) = evaluation["A1"].stages["masukan"].notes
    assert note.id == "Masukan tercatat: wali kota 2, wartawan 1"
    assert note.en == "Advice recorded: the mayor 2, journalists 1"
    assert evaluation["A2"].stages["masukan"].notes == ()


@pytest.mark.parametrize(
    "giver,said",
    [
        ("", "a piece of advice does not name its giver"),
        ("governor", "governor is not among those who may advise"),
    ],
)
def test_advice_of_nobody_or_of_a_stranger_is_a_warning(giver: str, said: str) -> None:
    evaluation = scored([row("A1", giver), row("A1", giver)])
    (found,) = (each for each in evaluation.findings if each.plugin == "malang")
    assert found.severity == "warning"
    assert said in found.args["said"].en
    assert "mayor, journalists" in found.args["hint"].en
    (note,) = evaluation["A1"].stages["masukan"].notes
    assert note.id == f"Masukan tercatat: {giver or '?'} 2"  # in words only who has some


@pytest.mark.parametrize("givers", ["[]", '["mayor", " "]'])
def test_the_list_of_givers_may_not_be_empty(givers: str) -> None:
    rules = f"""
schema = 1
[ruleset]
id = "contoh/masukan"
version = "1.0"
title = "Contoh"
[plugins]
malang = "1.0"
[[stages]]
id = "masukan"
kind = "malang:masukan"
from = {givers}
"""
    found = ujikom.check(ujikom.parse_ruleset(rules), plugins=HERE)
    assert ("UJ513", "stages.masukan.from") in {(each.code, each.path) for each in found}


@pytest.mark.parametrize("key", ["weight = 10", "factor = 2", "scale = { lower = 0, upper = 1 }"])
def test_advice_can_carry_no_weight_and_no_mark(key: str) -> None:
    rules = f"""
schema = 1
[ruleset]
id = "contoh/masukan"
version = "1.0"
title = "Contoh"
[plugins]
malang = "1.0"
[[stages]]
id = "masukan"
kind = "malang:masukan"
from = ["mayor"]
{key}
"""
    found = ujikom.check(ujikom.parse_ruleset(rules), plugins=HERE)
    path = f"stages.masukan.{key.split(maxsplit=1)[0]}"
    assert path in {each.path for each in found if each.severity == "error"}
