"""Nothing without a value is silent: the stage says why, in both languages."""

from fractions import Fraction
from typing import Any

import pytest

import ujikom_rules as ujikom
from tests.little_events import HEAD
from ujikom_rules.messages import text_of

PANEL = """
[facts]
lama = { type = "number" }
golongan = { type = "text", one-of = ["a", "b"] }
[[stages]]
id = "w"
kind = "panel"
scale = { lower = 0, upper = 100 }
"""


def evaluated(stages: str, **sheet: Any) -> ujikom.Evaluation:
    """One candidate, three examiners; the ratings of `w` are marks or no-marks by examiner."""
    marks = sheet.pop("marks", {})
    ratings = [
        {"candidacy": "A", "stage": "w", "examiner": examiner}
        | ({"no-mark": mark} if mark.isalpha() else {"value": mark})
        for examiner, mark in marks.items()
    ]
    data = {
        "event": {"id": "e", "date": "2026-01-01"},
        "candidates": [{"id": "A"}],
        "examiners": [{"id": each} for each in ("E1", "E2", "E3")],
        "ratings": ratings,
        **sheet,
    }
    plan = ujikom.plan(ujikom.parse_ruleset(HEAD + stages), plugins={})
    return ujikom.evaluate(plan, ujikom.parse_scoresheet(data))


def notes(evaluation: ujikom.Evaluation, stage: str = "w") -> list[str]:
    """The notes beside a stage, in English."""
    return [note.en for note in evaluation["A"].stages[stage].notes]


@pytest.mark.parametrize(
    "keys, marks, said",
    [
        ("quorum = 3", {"E1": "80", "E2": "70", "E3": "recused"}, ["w: 2 marks, quorum 3"]),
        ("", {"E1": "absent", "E2": "absent", "E3": "void"}, ["w: 0 marks, quorum 1"]),
        (
            'no-marks = { absent = "incomplete" }',
            {"E1": "80", "E2": "70", "E3": "absent"},
            ["w@E3: absent"],
        ),
        (
            'no-marks = { absent = "zero" }',
            {"E1": "80", "E2": "70", "E3": "absent"},
            ["w@E3: counts 0"],
        ),
        (
            'pooling = { use = "trimmed-mean", drop = 1 }',
            {"E1": "80", "E2": "70", "E3": "absent"},
            ["w: 'trimmed-mean' gives no value of 2 marks"],
        ),
        ("", {"E1": "80", "E2": "70", "E3": "60"}, []),
    ],
)
def test_a_panel_says_why(keys: str, marks: dict[str, str], said: list[str]) -> None:
    """Quorum, no-marks and what a pooling needs."""
    assert notes(evaluated(PANEL + keys, marks=marks)) == said


LEAVES = """
[facts]
lama = { type = "number" }
golongan = { type = "text", one-of = ["a", "b"] }
[[stages]]
id = "w"
kind = "weighted-criteria"
"""


@pytest.mark.parametrize(
    "criteria, facts, said",
    [
        (
            'criteria = [{ id = "x", reads = { fact = "lama" } }]',
            {},
            ["w.x: the fact 'lama' is missing"],
        ),
        (
            ('criteria = [{ id = "x", reads = { fact = "lama" }, missing = "zero" },'
            ' { id = "y", reads = { fact = "lama" }, missing = "zero" }]\naggregation = "sum"'),
            {},
            ["w.x: the fact 'lama' is missing", "w.y: the fact 'lama' is missing",
             "w: 'x' counts 0", "w: 'y' counts 0"],
        ),
        (
            ('aggregation = "sum"\n'
            'criteria = [{ id = "x", scale = { lower = 0, upper = 9 }, factor = { fact = "lama" } }]'),
            {},
            ["w: the factor of 'x' is missing"],
        ),
        (
            ('aggregation = { use = "trimmed-mean", drop = 1 }\n'
            'criteria = [{ id = "x", scale = { lower = 0, upper = 9 } }]'),
            {},
            ["w: no value of 1 criteria"],
        ),
        (
            ('criteria = [{ id = "x", reads = { fact = "lama" },'
            ' value = { use = "bands", bands = [{ value = 1, at-least = 0, below = 5 }] } }]'),
            {"lama": "7"},
            ["w.x: 'bands' gives no value (7)"],
        ),
    ],
)  # fmt: skip
def test_criteria_say_why(criteria: str, facts: dict[str, str], said: list[str]) -> None:
    """Missing facts and factors, joins and value functions without a value."""
    ratings = [{"candidacy": "A", "stage": "w", "criterion": "x", "value": "8"}]
    rated = "scale" in criteria
    evaluation = evaluated(
        LEAVES + criteria,
        ratings=ratings if rated else [],
        candidates=[{"id": "A", "facts": facts}],
    )
    assert notes(evaluation) == said
    assert evaluation["A"].verdict == "incomplete"


def test_a_total_without_weights_says_why_in_a_note() -> None:
    """The weighting by a fact that is not recorded: the finding names the candidacy."""
    rules = (
        PANEL
        + "[decision]\n"
        + 'weighting = { use = "by-fact", fact = "golongan", table = { a = { w = 100 },'
        + " b = { w = 100 } } }"
    )
    evaluation = evaluated(rules, marks={"E1": "80", "E2": "70", "E3": "60"})
    assert evaluation["A"].total is None
    said = [text_of(each, "en") for each in evaluation.findings if each.code == "UJ562"]
    assert said == ["'A': total: 'by-fact' knows no weights"]


def test_marks_beside_an_absence_are_a_warning() -> None:
    """An absence on the wrong row would wipe out marks that were given."""
    absences = [{"candidacy": "A", "stage": "w"}]
    marks = {"E1": "80", "E2": "70", "E3": "60"}
    evaluation = evaluated(PANEL, marks=marks, absences=absences)
    assert [each.code for each in evaluation.findings] == ["UJ707", "UJ704"]


def test_an_expired_rating_was_entered_and_is_not_owed() -> None:
    """It has no value, with a finding; nobody is asked to enter it again."""
    rules = (
        '\n[[stages]]\nid = "w"\nkind = "imported"\nvalid = { years = 2 }\n'
        "scale = { lower = 0, upper = 100 }\n"
    )
    ratings = [{"candidacy": "A", "stage": "w", "value": "80", "date": "2020-01-01"}]
    evaluation = evaluated(rules, ratings=ratings)
    assert evaluation["A"].owed == ()
    assert [each.code for each in evaluation.findings] == ["UJ670"]


def test_numbers_of_thousands_of_digits_are_told_not_raised() -> None:
    """A hostile ruleset: ninety weights with denominators of fifty-six digits."""
    weights = "".join(
        f'[[stages]]\nid = "s{n}"\nkind = "weighted-criteria"\nscale = {{ lower = 0, upper = 1 }}\n'
        f'weight = "1/{10**55 + 2 * n + 1}"\n'
        for n in range(90)
    )
    findings = ujikom.check(ujikom.parse_ruleset(f"{HEAD}\n{weights}"), plugins={})
    assert [each.code for each in findings] == ["UJ301"]
    assert len(text_of(findings[0], "en")) < 900


def test_results_show_what_they_are() -> None:
    """In a debugger: who, the verdict, the total."""
    evaluation = evaluated(PANEL, marks={"E1": "80", "E2": "70", "E3": "60"})
    assert repr(evaluation["A"]) == "<Result A: qualified, 70>"
    assert repr(evaluation) == "<Evaluation of e by uji/contoh 1.0: 1 candidacies>"
    unmarked = evaluated(PANEL, marks={"E1": "80"})
    assert repr(unmarked["A"]) == "<Result A: incomplete, no total>"
    assert Fraction(70) == (evaluation["A"].total or ujikom.Figure(Fraction(0))).value


SECRETARIAT = """
[[stages]]
id = "asesmen"
title = "Asesmen"
kind = "imported"
valid = { years = 2 }
scale = { lower = 0, upper = 100 }
"""


def notes_in_the_table(evaluation: ujikom.Evaluation) -> list[str]:
    table = str(ujikom.render(evaluation, format="text", lang="id"))
    lines = table.partition("\nCatatan:\n")[2].splitlines()
    return [line.strip() for line in lines if line.startswith("  ")]


@pytest.mark.parametrize(
    "rating, said",
    [
        (
            {"value": "80", "date": "2020-01-01"},
            "hasil bertanggal 1 Januari 2020 sudah lewat masa berlakunya",
        ),
        ({"no-mark": "void"}, "batal"),
        ({"no-mark": "absent"}, "berhalangan"),
    ],
)
def test_the_table_says_why_an_imported_value_is_none(rating: dict[str, str], said: str) -> None:
    evaluation = evaluated(SECRETARIAT, ratings=[{"candidacy": "A", "stage": "asesmen", **rating}])
    assert evaluation["A"].verdict == "incomplete"
    assert notes_in_the_table(evaluation) == [f"A: Asesmen: asesmen: {said}"]


def test_the_table_names_the_marks_that_are_owed() -> None:
    evaluation = evaluated(SECRETARIAT, ratings=[])
    assert notes_in_the_table(evaluation) == ["A: belum diisi: Asesmen"]


@pytest.mark.parametrize(
    "require, said",
    [
        ('{ fact = "lulus", is = true }', "fakta 'lulus' belum ada"),
        ('{ fact = "masa", at-least = 2 }', "fakta 'sejak' belum ada"),
        ('{ stage = "w", at-least = 2 }', "nilai 'w' belum ada"),
        (
            '{ all = [{ fact = "lulus", is = true }, { fact = "sejak", given = false }] }',
            "fakta 'lulus' belum ada",
        ),
    ],
)
def test_an_undecided_gate_says_what_is_missing(require: str, said: str) -> None:
    facts = (
        '[facts]\nlulus = { type = "yes-no" }\nsejak = { type = "date" }\n'
        'masa = { type = "years", since = "sejak" }\n'
    )
    gate = f'\n[[stages]]\nid = "syarat"\nkind = "requirement-gate"\nrequire = {require}\n'
    evaluation = evaluated(PANEL.replace("[facts]\n", facts) + gate, marks={"E1": "80"})
    assert evaluation["A"].stages["syarat"].verdict == "incomplete"
    assert [note.id for note in evaluation["A"].stages["syarat"].notes] == [said]
    assert f"A: syarat: belum lengkap; {said}" in notes_in_the_table(evaluation)


@pytest.mark.parametrize("at", ["decision", "criterion"])
def test_a_node_whose_aggregation_gives_no_value_says_so(at: str) -> None:
    trimmed = 'aggregation = { use = "trimmed-mean", drop = 1 }\n'
    rules = (
        '\n[[stages]]\nid = "a"\nkind = "weighted-criteria"\n'
        "[[stages.criteria]]\nid = \"c\"\n"
        + (trimmed if at == "criterion" else "")
        + "[[stages.criteria.criteria]]\nid = \"d\"\nscale = { lower = 0, upper = 100 }\n"
        + f"[decision]\n{trimmed if at == 'decision' else ''}"
    )  # fmt: skip
    rating = {"candidacy": "A", "stage": "a", "criterion": "c.d", "value": "80"}
    evaluation = evaluated(rules, ratings=[rating])
    said = {
        "decision": "A: nilai akhir: 'trimmed-mean' tidak memberi nilai dari 1 tahapan",
        "criterion": "A: a: a.c: 'trimmed-mean' tidak memberi nilai dari 1 kriteria",
    }
    assert notes_in_the_table(evaluation) == [said[at]]
    working = str(ujikom.render(evaluation, format="working", lang="id", candidacy="A"))
    assert said[at].removeprefix("A: ").casefold() in working.casefold()
