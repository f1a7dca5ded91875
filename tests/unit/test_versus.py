"""What made the difference between two totals: points that add up exactly."""

from fractions import Fraction

import pytest
from hypothesis import given

import ujikom_rules as ujikom
from tests.strategies_events import events, to_toml
from ujikom_rules.model.contributions import contributions
from ujikom_rules.model.versus import Line, lines

RULES = """schema = 1
[ruleset]
id = "contoh/selisih"
version = "1.0"
title = "Contoh"
source = "assumption"
[rounding]
stage = { places = 1, mode = "half-up" }
[[stages]]
id = "a"
kind = "weighted-criteria"
weight = 40
each = { scale = { lower = 0, upper = 100 } }
criteria = [
  { id = "x", weight = 25 },
  { id = "y", weight = 75 },
]
[[stages]]
id = "b"
kind = "weighted-criteria"
weight = 60
aggregation = "mean"
each = { scale = { lower = 0, upper = 100 } }
criteria = [
  { id = "x" },
  { id = "y" },
]
[ranking]
within = "event"
"""


def evaluated(marks: dict[str, list[str]]) -> ujikom.Evaluation:
    """Both stages of some candidates, marked a.x, a.y, b.x, b.y; an empty mark is not there."""
    ratings = [
        {"candidacy": who, "stage": stage, "criterion": criterion, "value": mark}
        for who, given in marks.items()
        for (stage, criterion), mark in zip(
            [("a", "x"), ("a", "y"), ("b", "x"), ("b", "y")], given, strict=True
        )
        if mark
    ]
    sheet = {
        "event": {"id": "e", "date": "2026-01-01"},
        "candidates": [{"id": who} for who in marks],
        "ratings": ratings,
    }
    plan = ujikom.plan(ujikom.parse_ruleset(RULES), plugins={})
    return ujikom.evaluate(plan, ujikom.parse_scoresheet(sheet))


def test_criteria_are_told_apart_and_rounding_has_its_own_line() -> None:
    """A: 0.25 × 80 + 0.75 × 70.1 = 72.575 → 72.6; B: 0.25 × 60 + 0.75 × 70.1 = 67.575 → 67.6."""
    evaluation = evaluated({"A": ["80", "70.1", "50", "60"], "B": ["60", "70.1", "50", "70"]})
    found = lines(evaluation["A"], evaluation["B"])
    # a.x: 20 × 25 % × 40 % = 2; stage a rounds both up by the same 0.025; b: (55 - 60) × 60 %
    assert found == (Line("b", Fraction(-3)), Line("a.x", Fraction(2)))


def test_what_rounding_adds_is_a_line_of_its_own() -> None:
    """72.575 is published as 72.6, 72.5 as it is: 0.025 × 40 % comes from rounding."""
    evaluation = evaluated({"A": ["80", "70.1", "50", "50"], "B": ["80", "70", "50", "50"]})
    assert lines(evaluation["A"], evaluation["B"]) == (
        Line("a.y", Fraction("0.03")),
        Line("a", Fraction("0.01"), own=True),
    )


def test_without_a_total_there_is_no_difference() -> None:
    """B lacks a mark; A has 40 % of 72.5 and 60 % of 50, 59. The document says so with null."""
    evaluation = evaluated({"A": ["80", "70", "50", "50"], "B": ["80", "70", "50", ""]})
    assert lines(evaluation["A"], evaluation["B"]) is None
    document = ujikom.versus(evaluation, "A", "B", "en")
    assert document["difference"] is None
    assert document["totals"] == ["59", None]
    assert document["lines"] == []


def test_the_document_names_the_criteria() -> None:
    """Labels in the language, points as exact text."""
    evaluation = evaluated({"A": ["80", "70.1", "50", "50"], "B": ["80", "70", "50", "50"]})
    document = ujikom.versus(evaluation, "A", "B", "en")
    assert document["difference"] == "0.04"
    assert document["lines"] == [
        {"address": "a.y", "label": "y", "points": "0.03"},
        {"address": "a", "label": "a: rounding and rules of its own", "points": "0.01"},
    ]


def test_a_total_is_told_by_its_criteria() -> None:
    """A: 40 % × 25 % × 80 = 8, 40 % × 75 % × 70.1 = 21.03, 40 % × 0.025 rounded up.

    Stage b is the mean of two: each of its criteria counts half of 60 %, 30 % × 50 = 15.
    """
    evaluation = evaluated({"A": ["80", "70.1", "50", "50"], "B": ["80", "70", "50", ""]})
    assert contributions(evaluation["A"]) == (
        Line("a.x", Fraction(8)),
        Line("a.y", Fraction("21.03")),
        Line("a", Fraction("0.01"), own=True),
        Line("b.x", Fraction(15)),
        Line("b.y", Fraction(15)),
    )
    assert contributions(evaluation["B"]) == ()


def test_an_unknown_candidacy_is_a_key_error() -> None:
    """As with every lookup in an evaluation."""
    evaluation = evaluated({"A": ["80", "70", "50", "50"]})
    with pytest.raises(KeyError):
        ujikom.versus(evaluation, "A", "Z")


@given(events())
def test_the_points_add_up_to_the_difference(
    event: tuple[dict[str, object], dict[str, object]],
) -> None:
    """Whatever the rules: the lines sum to exactly the difference of the totals."""
    rules, sheet = event
    try:
        plan = ujikom.plan(ujikom.parse_ruleset(to_toml(rules)), plugins={})
        evaluation = ujikom.evaluate(plan, ujikom.parse_scoresheet(sheet))
    except ujikom.Refused:
        return
    with_total = [result for result in evaluation if result.total is not None]
    for one in with_total:
        for other in with_total:
            found = lines(one, other)
            assert found is not None
            totals = [each.total.value for each in (one, other) if each.total is not None]
            assert sum(line.points for line in found) == totals[0] - totals[1]
    for each in evaluation:
        points = sum(line.points for line in contributions(each))
        assert points == (0 if each.total is None else each.total.value)


def test_the_totals_own_rounding_is_called_so() -> None:
    """72.575 × 40 % + 50 × 60 % with the final rounded to whole numbers: 0.03 less than 59.03."""
    rules = RULES.replace(
        "[rounding]", "[decision]\nrounding = { final = { places = 0 } }\n[rounding]"
    )
    sheet = {
        "event": {"id": "e", "date": "2026-01-01"},
        "candidates": [{"id": "A"}, {"id": "B"}],
        "ratings": [
            {"candidacy": who, "stage": stage, "criterion": criterion, "value": mark}
            for who, given in {
                "A": ["80", "70.1", "50", "50"],
                "B": ["80", "70", "50", "50"],
            }.items()
            for (stage, criterion), mark in zip(
                [("a", "x"), ("a", "y"), ("b", "x"), ("b", "y")], given, strict=True
            )
        ],
    }
    plan = ujikom.plan(ujikom.parse_ruleset(rules), plugins={})
    evaluation = ujikom.evaluate(plan, ujikom.parse_scoresheet(sheet))
    document = ujikom.versus(evaluation, "A", "B", "id")
    assert document["difference"] == "0"
    assert document["lines"] == [
        {
            "address": "total",
            "label": "nilai akhir: pembulatan dan aturan sendiri",
            "points": "-0.04",
        },
        {"address": "a.y", "label": "y", "points": "0.03"},
        {"address": "a", "label": "a: pembulatan dan aturan sendiri", "points": "0.01"},
    ]
