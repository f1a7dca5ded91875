"""The column road and the evaluator of one candidacy say the same of every event.

What is compared is everything: documents with all figures, every line of the working, findings,
and that the figures handed out hang together by identity, whatever was asked for first.
"""

import pickle
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import ujikom_rules as ujikom
from tests.agreement import differences
from tests.plain_events import plain_events
from tests.strategies_events import events, to_toml
from tests.strategies_nodes import Table
from ujikom_rules.evaluating import events as course
from ujikom_rules.model.figure import Figure, derive
from ujikom_rules.model.outcome import Evaluation, Result

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = settings.default.max_examples if settings.default else 100
QUIET = settings(max_examples=EXAMPLES // 2, suppress_health_check=list(HealthCheck))
ASKED = st.permutations(["total", "stages", "figures", "inputs", "walk"])


def one_by_one(plan: ujikom.Plan, sheet: ujikom.Scoresheet) -> Evaluation:
    """The evaluation without columns."""
    with patch.object(course, "columns_of", lambda *_: None):
        return ujikom.evaluate(plan, sheet)


def said(evaluation: Evaluation) -> Any:
    """All that can be said of an evaluation."""
    return (
        ujikom.document(evaluation, "en", figures=True),
        [ujikom.working(evaluation, each.candidacy, "id") for each in evaluation],
        [finding.code for finding in evaluation.findings],
    )


def ask(result: Result, order: list[str]) -> None:
    """Ask for what is late, in some order."""
    for what in order:
        match what:
            case "inputs":
                assert result.total is None or len(result.total.inputs)
            case "walk":
                assert result.total is None or result.total in list(result.total.walk())
            case _:
                getattr(result, what)


def hangs_together(result: Result) -> None:
    """What is handed out is one thing, not two that look alike."""
    figures = result.figures
    if result.total is not None:
        assert figures[result.total.address] is result.total
    beneath = set() if result.total is None else set(result.total.walk())
    for name, stage in result.stages.items():
        if stage.value is not None and stage.gives == "value":
            assert figures[stage.value.address] is stage.value, name
            terms = [each for each in beneath if each.address == f"{name}:term"]
            assert all(stage.value in term.walk() for term in terms)
    for figure in figures.values():
        assert all(type(each) is Figure and derive(each) == each.value for each in figure.walk())


def compare(rules: Table, data: Table, order: list[str]) -> None:
    plan = ujikom.plan(ujikom.parse_ruleset(to_toml(rules)), plugins={})
    sheet = ujikom.parse_scoresheet(data)
    quick, slow = ujikom.evaluate(plan, sheet), one_by_one(plan, sheet)
    assert ujikom.document(quick, "id") == ujikom.document(slow, "id")  # before anybody asks
    for result in quick:
        ask(result, order)
        hangs_together(result)
    assert said(quick) == said(slow)
    whole = pickle.loads(pickle.dumps(ujikom.evaluate(plan, sheet)))  # noqa: S301  our own bytes
    assert said(whole) == said(slow)


@QUIET
@given(events(), ASKED)
def test_any_event_is_the_same_on_both_roads(drawn: tuple[Table, Table], order: list[str]) -> None:
    compare(*drawn, order)


@QUIET
@given(plain_events(), ASKED)
def test_plain_events_are_the_same_on_both_roads(
    drawn: tuple[Table, Table], order: list[str]
) -> None:
    compare(*drawn, order)


@QUIET
@given(plain_events())
def test_plain_events_are_what_the_oracle_says(drawn: tuple[Table, Table]) -> None:
    assert not differences(*drawn)


@QUIET
@given(events())
def test_the_oracle_agrees_with_the_road_without_columns(drawn: tuple[Table, Table]) -> None:
    with patch.object(course, "columns_of", lambda *_: None):
        assert not differences(*drawn)


def test_most_plain_events_stand_in_columns() -> None:
    found: list[int] = []

    @settings(QUIET, max_examples=60, derandomize=True, database=None)
    @given(plain_events())
    def count(drawn: tuple[Table, Table]) -> None:
        plan = ujikom.plan(ujikom.parse_ruleset(to_toml(drawn[0])), plugins={})
        evaluation = ujikom.evaluate(plan, ujikom.parse_scoresheet(drawn[1]))
        found.append(sum(is_late(each) for each in evaluation))

    count()
    assert sum(1 for each in found if each) > len(found) / 3


def is_late(result: Result) -> bool:
    """Whether a result stands in columns: its figures are not there yet."""
    try:
        object.__getattribute__(result, "figures")
    except AttributeError:
        return True
    return False


FOLDERS = sorted(
    path.parent if path.is_file() else path for path in (ROOT / "examples").glob("*/event.toml")
)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_the_examples_are_the_same_on_both_roads(folder: Path) -> None:
    city, _, year = folder.name.partition("-")
    plan, sheet = ujikom.plan(f"{city}/{year}"), ujikom.read_scoresheet(folder)
    assert said(ujikom.evaluate(plan, sheet)) == said(one_by_one(plan, sheet))
