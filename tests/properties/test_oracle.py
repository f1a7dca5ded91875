"""The engine against the oracle on random events, and what holds of every evaluation."""

from copy import deepcopy
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.agreement import differences, evaluated
from tests.strategies_events import events
from tests.strategies_nodes import Table
from ujikom_rules.model.document import document
from ujikom_rules.model.figure import derive

EXAMPLES = settings.default.max_examples if settings.default else 100


@settings(max_examples=EXAMPLES * 3 // 2)
@given(events())
def test_engine_and_oracle_agree_in_every_figure(event: tuple[Table, Table]) -> None:
    assert differences(*event) == []


@settings(max_examples=EXAMPLES // 2)
@given(events())
def test_every_figure_can_be_derived_again(event: tuple[Table, Table]) -> None:
    for result in evaluated(*event):
        for address, figure in result.figures.items():
            assert [each.value for each in figure.walk()] == list(map(derive, figure.walk())), (
                address
            )


@settings(max_examples=EXAMPLES // 2)
@given(events(), st.randoms(use_true_random=True))
def test_the_order_of_rows_changes_no_result(event: tuple[Table, Table], chance: Any) -> None:
    rules, sheet = event
    shuffled = deepcopy(sheet)
    for rows in shuffled.values():
        if isinstance(rows, list):
            chance.shuffle(rows)
    one, other = (document(evaluated(rules, each), figures=True) for each in (sheet, shuffled))
    assert one["results"] == other["results"]
    assert one["status"] == other["status"]
