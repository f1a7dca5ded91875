"""Addresses: where a figure stands is said once, and no two figures claim one place."""

from collections.abc import Iterable

from hypothesis import given, reject, settings

from tests.agreement import evaluated
from tests.plain_events import plain_events
from tests.strategies_events import events
from tests.strategies_nodes import Table
from ujikom_rules.errors import Refused
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.outcome import Result

EXAMPLES = settings.default.max_examples if settings.default else 100


def misplaced(result: Result) -> list[str]:
    """Addresses of a result at which something else stands than what claims them.

    A figure at a key is called so itself, or reached it unchanged from the address that it is
    called by. A figure in the working that has an address stands there; only a mark that a part
    corrected was put out of its place by what was made of it.
    """
    figures = result.figures
    wrong = [key for key, figure in figures.items() if figures.get(figure.address) is not figure]
    beneath = {id(each): each for figure in figures.values() for each in figure.walk()}
    for figure in beneath.values():
        there = figures.get(figure.address) if figure.address else figure
        if there is None or not _made_of(there, figure):
            wrong.append(figure.address)
    return wrong


def _made_of(made: Figure, figure: Figure) -> bool:
    return made is figure or any(each is figure for each in made.walk())


def _results(event: tuple[Table, Table]) -> Iterable[Result]:
    """The results of an event; a ruleset or sheet that is refused is none."""
    try:
        return evaluated(*event)
    except Refused:
        reject()


@settings(max_examples=EXAMPLES)
@given(events())
def test_no_two_figures_claim_one_address(event: tuple[Table, Table]) -> None:
    for result in _results(event):
        assert misplaced(result) == []


@settings(max_examples=EXAMPLES // 2)
@given(plain_events())
def test_nor_do_those_that_come_late(event: tuple[Table, Table]) -> None:
    for result in _results(event):
        assert misplaced(result) == []
