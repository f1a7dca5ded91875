"""Figures: arithmetic that writes its own working, and can be derived again."""

import operator
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from ujikom_rules.exact import NumberError, Rounding
from ujikom_rules.messages import Text
from ujikom_rules.model.figure import (
    DERIVATIONS,
    RULES,
    Figure,
    as_figure,
    derive,
    largest_of,
    mean_of,
    picked,
    share_of,
    smallest_of,
    sum_of,
)

F = Fraction
A, B = Figure(F(80), "mark"), Figure(F(30), "given")


@pytest.mark.parametrize(
    "made, rule, value",
    [
        (A + B, "sum", 110),
        (A + 1, "sum", 81),
        (1 + A, "sum", 81),
        (A - B, "difference", 50),
        (100 - A, "difference", 20),
        (A * B, "product", 2400),
        (F(1, 2) * A, "product", 40),
        (A / B, "quotient", F(8, 3)),
        (8 / A, "quotient", F(1, 10)),
        (sum_of([A, B]), "sum", 110),
        (sum_of([]), "sum", 0),
        (mean_of([A, B]), "mean", 55),
        (share_of(A, B), "share", 24),
        (smallest_of([A, B]), "minimum", 30),
        (largest_of([A, B]), "maximum", 80),
        (picked(B, A), "picked", 30),
        (A.round_to(Rounding(0)), "round", 80),
    ],
)
def test_every_result_can_be_derived_again(made: Figure, rule: str, value: Fraction) -> None:
    assert (made.rule, made.value) == (rule, value)
    assert derive(made) == value
    assert type(made.value) is Fraction


def test_every_rule_is_derived_or_given() -> None:
    given = {"mark", "fact", "given", "zero", "number", "round"}
    assert set(RULES) == set(DERIVATIONS) | given
    assert derive(A) == 80


def test_a_working_with_a_slip_is_seen() -> None:
    assert derive(Figure(F(99), "sum", (A, B))) == 110
    assert derive(Figure(F(99), "round", (Figure(F(1, 3)),), rounding=Rounding(1))) == F(3, 10)


@pytest.mark.parametrize("other", [0.5, Decimal(1), True, "1", None])
@pytest.mark.parametrize(
    "act",
    [operator.add, operator.sub, operator.mul, operator.truediv, operator.lt, operator.le,
     operator.gt, operator.ge],
)  # fmt: skip
def test_only_exact_numbers_meet_figures(act: Callable[[Any, Any], object], other: object) -> None:
    with pytest.raises(TypeError):
        act(A, other)
    with pytest.raises(TypeError):
        act(other, A)


def test_figures_compare_by_value() -> None:
    assert A > B
    assert B < A
    assert A >= 80
    assert A <= B * 3
    assert as_figure(A) is A
    assert as_figure(3).value == 3


def test_what_is_printed_keeps_the_places_it_was_rounded_to() -> None:
    third = Figure(F(200, 3))
    rounded = third.round_to(Rounding(2))
    assert (third.text, rounded.text, str(rounded.rounded)) == ("200/3", "66.67", "66.67")
    assert A.round_to(Rounding(2)).text == "80.00"
    assert rounded.unrounded is third
    assert third.unrounded is third
    assert third.round_to(None) is third
    assert A.rounded == 80
    with pytest.raises(NumberError):
        _ = third.rounded


def test_an_address_and_a_label_change_nothing_else() -> None:
    said = A.round_to(Rounding(1)).at("w:stage", Text.same("Wawancara"))
    assert (said.address, said.value, said.rule) == ("w:stage", F(80), "round")
    assert said.at("w:final").label == Text.same("Wawancara")


def test_the_working_shows_inputs_first_and_each_figure_once() -> None:
    twice = A + A
    whole = twice * B
    assert list(whole.walk()) == [A, twice, B, whole]


def test_a_mean_of_none_is_no_number() -> None:
    with pytest.raises(ZeroDivisionError):
        mean_of([])
