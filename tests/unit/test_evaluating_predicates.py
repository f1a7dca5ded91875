from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from ujikom_rules.evaluating.predicates import holds
from ujikom_rules.model import predicate as model
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.predicate import All, Not, Operand, Operator, Predicate

LEVELS = ("S1", "S2", "S3")


def fig(number: int) -> Figure:
    return Figure(Fraction(number))


def ask(predicate: Predicate, **values: Any) -> bool | None:
    """Whether it holds where facts are these values; what is not named is missing."""
    return holds(predicate, lambda _, name: values.get(name))


def fact(
    name: str, *operators: tuple[Operator, Operand], levels: tuple[str, ...] = ()
) -> Predicate:
    return model.Test("fact", name, operators, levels)


TRUE, FALSE, MISSING = (fact(name, ("is", True)) for name in ("ya", "tidak", "hilang"))


def known(predicate: Predicate) -> bool | None:
    return ask(predicate, ya=True, tidak=False)


@pytest.mark.parametrize(
    "parts, all_hold, any_holds",
    [
        ((TRUE, TRUE), True, True),
        ((TRUE, FALSE), False, True),
        ((FALSE, FALSE), False, False),
        ((TRUE, MISSING), None, True),
        ((MISSING, FALSE), False, None),
        ((MISSING, MISSING), None, None),
    ],
)
def test_what_is_unknown_decides_only_where_nothing_else_does(
    parts: tuple[Predicate, ...], all_hold: bool | None, any_holds: bool | None
) -> None:
    assert known(All(parts)) is all_hold
    assert known(model.Any(parts)) is any_holds
    assert known(Not(All(parts))) is (None if all_hold is None else not all_hold)


@pytest.mark.parametrize(
    "operator, below, equal, above",
    [
        ("at-least", False, True, True),
        ("at-most", True, True, False),
        ("above", False, False, True),
        ("below", True, False, False),
        ("is", False, True, False),
    ],
)
def test_each_operator_below_at_and_above_its_bound(
    operator: Operator, below: bool, equal: bool, above: bool
) -> None:
    number = fact("n", (operator, fig(5)))
    assert [ask(number, n=fig(n)) for n in (4, 5, 6)] == [below, equal, above]
    level = fact("n", (operator, "S2"), levels=LEVELS)
    assert [ask(level, n=n) for n in LEVELS] == [below, equal, above]
    day = fact("n", (operator, date(2020, 1, 2)))
    assert [ask(day, n=date(2020, 1, d)) for d in (1, 2, 3)] == [below, equal, above]


def test_all_operators_of_one_test_must_hold() -> None:
    between = fact("n", ("at-least", fig(2)), ("below", fig(15)))
    assert [ask(between, n=fig(n)) for n in (1, 2, 14, 15)] == [False, True, True, False]


def test_one_of_compares_levels_numbers_and_texts() -> None:
    assert ask(fact("n", ("one-of", ("S1", "S3")), levels=LEVELS), n="S3") is True
    assert ask(fact("n", ("one-of", ("S1", "S3")), levels=LEVELS), n="S2") is False
    assert ask(fact("n", ("one-of", (fig(1), fig(2)))), n=fig(2)) is True
    assert ask(fact("n", ("one-of", ("opd",))), n="asisten") is False
    assert ask(fact("n", ("one-of", ("opd",)))) is None


def test_given_asks_whether_a_fact_is_there_whatever_it_says() -> None:
    there, away = fact("n", ("given", True)), fact("n", ("given", False))
    assert [ask(there, n=value) for value in (fig(0), False, "", None)] == [True, True, True, False]
    assert [ask(away, n=value) for value in (fig(0), False, None)] == [False, False, True]
    both = fact("n", ("given", True), ("at-least", fig(3)))
    assert [ask(both, n=value) for value in (fig(3), fig(2), None)] == [True, False, False]


def test_a_document_that_is_withheld_is_not_given() -> None:
    given = model.Test("evidence", "surat", (("given", True),))
    assert [ask(given, surat=value) for value in (True, False, None)] == [True, False, False]
