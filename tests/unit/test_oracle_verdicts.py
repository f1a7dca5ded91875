"""The oracle's verdicts and standings against small events that were settled by hand."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
import tomli
from hypothesis import given

from tests.oracle import score
from tests.oracle_facts import number
from tests.small_events import (
    TWO,
    entered,
    event,
    examiners,
    marks,
    panel,
    plain,
    totals,
    verdicts,
)
from tests.strategies_events import events, to_toml
from tests.strategies_nodes import Table


def test_absences() -> None:
    rows = entered(dict.fromkeys("ABC", 80), "v", None)
    for absence, total, verdict in (
        ("zero", 40, "qualified"),  # 80×0.5 + 0×0.5
        ("no-score", None, "absent"),
        ("disqualify", None, "disqualified"),
    ):
        stages = [plain("v", weight=50), panel(weight=50, absence=absence)]
        found = event(
            stages,
            rows + marks({"A": "60 70", "C": "60"}),
            absences=[{"candidacy": "B", "stage": None}],
            **examiners(2),
        )
        assert (found["B"]["total"], found["B"]["verdict"]) == (total, verdict)
        assert found["B"]["stages"]["v"]["value"] == 80  # what no examiner marks still counts
        assert (found["A"]["total"], found["C"]["verdict"]) == (number("72.5"), "incomplete")


@pytest.mark.parametrize("failed, total", [("stop", None), ("go-on", 80)])
def test_gates(failed: str, total: int | None) -> None:
    facts = {"clean": {"type": "yes-no"}, "skp": {"type": "number"}}
    need = {"any": [{"fact": "clean", "is": True}, {"not": {"fact": "skp", "below": 80}}]}
    gate = {"id": "g", "kind": "requirement-gate", "require": need, "when-failed": failed}
    given = {"A": {"clean": True}, "B": {"clean": False}, "C": {"clean": False, "skp": "79.9"}}
    people = [{"id": c, "facts": f} for c, f in given.items()]
    rows = entered(dict.fromkeys(given, 80))
    found = event([gate, plain()], rows, facts=facts, candidates=people)
    # A is clean; of B nothing else is known; C fails on both
    assert verdicts(found) == {"A": "qualified", "B": "incomplete", "C": "not-qualified"}
    assert totals(found) == {"A": 80, "B": 80, "C": total}
    assert [found[c]["rank"] for c in "ABC"] == [1, None, None]


def test_threshold_before_and_after_rounding_and_by_category() -> None:
    classifier = {"use": "bands", "lower": {"low": 0, "high": 70}}
    for gate, verdict in (
        ({"require": {"stage": "w", "at-least": 70}}, "not-qualified"),
        ({"require": {"stage": "w", "at-least": 70}, "compare": "rounded"}, "qualified"),
        ({"require": {"category": "w", "is": "low"}}, "qualified"),
    ):
        stage = plain(classifier=classifier, rounding={"stage": {"places": 0, "mode": "half-up"}})
        found = event(
            [stage, {"id": "g", "kind": "threshold-gate", **gate}], entered({"A": "69.5"})
        )["A"]
        assert found["verdict"] == verdict
        assert found["stages"]["w"]["category"] == "low"
        assert found["stages"]["g"]["verdict"] == verdict


def test_a_mark_that_is_not_there_gets_no_value_from_conditions() -> None:
    case = {"when": {"fact": "clean", "is": True}, "value": 5}
    value = {"use": "conditions", "cases": [case], "otherwise": "unchanged"}
    people = [{"id": "A", "facts": {"clean": True}}, {"id": "B", "facts": {"clean": True}}]
    facts = {"clean": {"type": "yes-no"}}
    found = event([plain(value=value)], entered({"A": 80}), facts=facts, candidates=people)
    assert totals(found) == {"A": 5, "B": None}


def test_evidence() -> None:
    gate = {"id": "g", "kind": "evidence-gate", "requires": ["letter"], "per": "candidacy"}
    after = {"id": "h", "kind": "evidence-gate", "requires": ["report"], "when": "after"}
    papers = [{"id": "letter", "candidacy": c, "given": c == "A"} for c in "AB"]
    found = event([gate, plain(), after], entered(dict.fromkeys("ABC", 80)), evidence=papers)
    assert verdicts(found) == {"A": "qualified", "B": "not-qualified", "C": "incomplete"}


@pytest.mark.parametrize(
    "ties, kept", [("keep", "ABC"), ("drop", "A")]
)  # two places; 90, 80, 80, 70: the second place is shared
def test_shortlist(ties: str, kept: str) -> None:
    stages = [plain("v", weight=40), {"id": "k", "kind": "shortlist", "keep": 2, "ties": ties}]
    stages.append(plain("w", weight=60))
    rows = entered({"A": 90, "B": 80, "C": 80, "D": 70}, "v") + entered(dict.fromkeys("ABCD", 50))
    found = event(stages, rows)
    assert "".join(c for c in "ABCD" if found[c]["stages"]["k"]["kept"]) == kept
    # so far 40 of 100 parts are in: 36/0.4 = 90; in the end 36 + 30
    assert found["A"]["total"] == 66
    assert verdicts(found) == {c: "qualified" if c in kept else "not-qualified" for c in "ABCD"}
    assert found["D"]["stages"]["w"]["value"] is None


def test_shortlist_by_vacancies_at_the_end_changes_no_verdict() -> None:
    people = [{"id": c, "candidate": c, "position": "p" if c in "AB" else "q"} for c in "ABCD"]
    stages = [plain(), {"id": "k", "kind": "shortlist", "keep": {"per-vacancy": 1}}]
    posts = [{"id": "p", "vacancies": 2}, {"id": "q"}]
    rows = entered({"A": 60, "B": 50, "C": 90, "D": 80})
    found = event(stages, rows, candidacies=people, positions=posts)
    assert [found[c]["stages"]["k"]["kept"] for c in "ABCD"] == [True, True, True, False]
    assert verdicts(found) == dict.fromkeys("ABCD", "qualified")
    assert [found[c]["rank"] for c in "ABCD"] == [1, 2, 1, 2]


@pytest.mark.parametrize(
    "method, ranks",  # of 90, 80, 80, 70
    [
        ("standard-competition", [1, 2, 2, 4]),
        ("modified-competition", [1, 3, 3, 4]),
        ("dense", [1, 2, 2, 3]),
        ("mean-of-places", [1, Fraction(5, 2), Fraction(5, 2), 4]),
    ],
)
def test_ranking_methods(method: str, ranks: list[Any]) -> None:
    rows = entered({"A": 90, "B": 80, "C": 80, "D": 70})
    found = event([plain()], rows, ranking={"within": "event", "method": method})
    assert [found[c]["rank"] for c in "ABCD"] == ranks
    assert [found[c]["shared"] for c in "ABCD"] == [False, True, True, False]


def test_tie_breaks() -> None:
    facts = {"age": {"type": "number"}}
    people = [
        {"id": c, "facts": f}
        for c, f in zip("ABCD", [{"age": 50}, {"age": 40}, {}, {}], strict=True)
    ]
    breaks = [{"use": "fact", "fact": "age", "order": "ascending"}]
    rows = entered(dict.fromkeys("ABCD", 80))
    found = event([plain()], rows, facts=facts, candidates=people, ranking={"tie-breaks": breaks})
    # the younger first; those without an age are equal to each other, behind
    assert [found[c]["rank"] for c in "ABCD"] == [2, 1, 3, 3]


def test_equal_when_printed_but_not_before() -> None:
    rows = entered({"A": "80.001", "B": "80.004"})
    for compare, ranks in (("unrounded", [2, 1]), ("rounded", [1, 1])):
        found = event([plain()], rows, rounding={"final": TWO}, ranking={"compare": compare})
        assert [found[c]["rank"] for c in "AB"] == ranks
        assert totals(found) == {"A": 80, "B": 80}


def test_matrix_and_needs() -> None:
    halves = [{"id": "low", "below": 60}, {"id": "high", "at-least": 60}]
    cells = {"low/low": "1", "low/high": "2", "high/low": "3", "high/high": "4"}
    matrix = {"use": "matrix", "x": {"stage": "w", "bands": halves}, "cells": cells}
    stages = [plain("v", weight=50), plain("w", weight=50, needs=["v"], missing="zero")]
    rows = entered({"A": 80, "B": 50}, "v") + entered({"A": 60, "B": "59.99", "C": 70})
    decision = {"classifier": matrix | {"y": {"stage": "v", "bands": halves}}}
    found = event(stages, rows, decision=decision)
    assert [found[c]["category"] for c in "ABC"] == ["4", "1", None]
    # C has no value at v, so none at w, and v may not be missing
    assert (found["C"]["stages"]["w"]["value"], found["C"]["verdict"]) == (None, "incomplete")


@given(events())
def test_a_drawn_ruleset_survives_toml_and_is_scored(pair: tuple[Table, Table]) -> None:
    rules, sheet = pair
    assert tomli.loads(to_toml(rules), parse_float=Decimal) == rules
    found = score(rules, sheet)
    for result in found.values():
        assert (result["total"] is None) == ("total:final" not in result["figures"])
        if result["verdict"] == "qualified":
            assert result["total"] is not None
        if result["verdict"] in ("absent", "disqualified"):
            assert result["total"] is None
    assert {r["verdict"] for r in found.values()} <= {
        "qualified", "not-qualified", "incomplete", "absent", "disqualified",
    }  # fmt: skip
