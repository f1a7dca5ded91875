"""The verdict is the first that holds, and what is compared with the cut score; by hand."""

from typing import Any

import pytest

import ujikom_rules as ujikom
from tests.little_events import filed, score, shown, totals, verdicts

CUT = 'cut-score = 80\nrounding = {{ final = {{ places = 2, mode = "half-up" }} }}\n{keys}'


@pytest.mark.parametrize(
    "keys, expected",
    [
        ("", ["not-qualified", "qualified", "not-qualified"]),
        ('compare = "unrounded"', ["not-qualified", "qualified", "not-qualified"]),
        ('compare = "rounded"', ["qualified", "qualified", "not-qualified"]),
    ],
)
def test_the_cut_score_is_met_before_or_after_rounding(keys: str, expected: list[str]) -> None:
    rules = f"{filed('')}[decision]\n{CUT.format(keys=keys)}\n"
    evaluation = score(rules, "A a - 79.996\nB a - 80\nC a - 79.99")
    assert [evaluation[who].verdict for who in "ABC"] == expected
    assert totals(evaluation) == {"A": "80", "B": "80", "C": "79.99"}
    assert evaluation["A"].total is not None
    assert evaluation["A"].total.text == "80.00"


def test_a_cut_score_that_is_met_exactly_is_met() -> None:
    rules = filed("", "", "") + '[decision]\naggregation = "mean"\ncut-score = "200/3"\n'
    evaluation = score(rules, "A a - 100\nA b - 50\nA c - 50\nB a - 99.9\nB b - 50\nB c - 50")
    assert verdicts(evaluation) == {"A": "qualified", "B": "not-qualified"}


def test_without_a_cut_score_who_has_a_total_is_qualified() -> None:
    assert verdicts(score(filed(""), "A a - -100\nB a - void")) == {
        "A": "qualified",
        "B": "incomplete",
    }


RULES = """
[facts]
lama = { type = "number" }
[[stages]]
id = "g"
kind = "requirement-gate"
require = { fact = "lama", at-least = 2 }
[[stages]]
id = "x"
kind = "weighted-criteria"
weight = 0
absence = "disqualify"
scale = { lower = 0, upper = 100 }
[[stages]]
id = "y"
kind = "weighted-criteria"
weight = 100
scale = { lower = 0, upper = 100 }
[decision]
cut-score = 70
"""


@pytest.mark.parametrize(
    "away, lama, mark, verdict",
    [
        ("xy", 1, None, "disqualified"),
        ("y", 1, None, "not-qualified"),
        ("", 1, None, "not-qualified"),
        ("y", None, None, "absent"),
        ("y", 2, None, "absent"),
        ("", None, 60, "incomplete"),
        ("", 2, None, "incomplete"),
        ("", 2, 60, "not-qualified"),
        ("", 2, 70, "qualified"),
    ],
)
def test_the_first_verdict_that_holds(
    away: str, lama: int | None, mark: int | None, verdict: str
) -> None:
    evaluation = score(
        RULES,
        f"A01 y - {mark}" if mark else "",
        candidates=[{"id": "A01", "facts": {} if lama is None else {"lama": lama}}],
        absences=[{"candidacy": "A01", "stage": stage} for stage in away],
    )
    assert evaluation["A01"].verdict == verdict
    assert shown(evaluation["A01"].total) == (str(mark) if mark else None)


def test_an_absence_from_a_stage_of_weight_zero_counts_all_the_same() -> None:
    rows: dict[str, Any] = {
        "candidates": [{"id": "A01", "facts": {"lama": 2}}],
        "absences": [{"candidacy": "A01", "stage": "x"}],
    }
    evaluation = score(RULES, "A01 y - 90", **rows)
    assert verdicts(evaluation) == {"A01": "disqualified"}
    assert totals(evaluation) == {"A01": None}


def test_the_decision_has_values_and_a_category_of_its_own() -> None:
    rules = filed("") + (
        '[decision]\nvalue = { use = "linear", from = [0, 100], to = [0, 10] }\n'
        'rounding = { final = { places = 0, mode = "half-up" } }\n'
        'classifier = { use = "bands", compare = "rounded", lower = { baik = 8, kurang = -100 } }\n'
    )
    (result,) = score(rules, "A a - 75")
    assert (shown(result.total), result.category) == ("8", "baik")
    assert result.figures["total:joined"].value == 75


def test_a_value_function_of_the_decision_may_know_no_value() -> None:
    rules = (
        '[facts]\nlama = { type = "number" }\n'
        + filed("")
        + """
[decision.value]
use = "conditions"
otherwise = "unchanged"
cases = [{ when = { fact = "lama", at-least = 2 }, value = 90 }]
[[stages]]
id = "dua"
kind = "shortlist"
keep = 1
"""
    )
    evaluation = score(rules, "A a - 75\nB a - 60", candidates=[
        {"id": "A"}, {"id": "B", "facts": {"lama": 2}},
    ])  # fmt: skip
    assert totals(evaluation) == {"A": None, "B": "90"}
    assert verdicts(evaluation) == {"A": "incomplete", "B": "qualified"}
    assert (evaluation["A"].stages["dua"].kept, evaluation["B"].stages["dua"].kept) == (False, True)


def test_nobody_is_dismissed() -> None:
    assert ujikom.document(score(filed(""), "A a - 1"))["results"]
    evaluation = score(RULES, candidates=[{"id": "A01"}])
    assert "dismiss" not in str(ujikom.document(evaluation, "en"))
