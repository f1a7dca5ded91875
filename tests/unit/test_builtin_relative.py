from fractions import Fraction

import pytest

from tests.fakes import FakeNode, exactly, fig, made
from ujikom_rules.builtin.relative import RELATIVE, Normalised, Reversed
from ujikom_rules.plugin import Scale

FIVE = Scale(Fraction(1), Fraction(5), Fraction(1))


# --- reversed


def test_reversed_turns_the_scale_round() -> None:
    at = FakeNode(scale=FIVE)
    assert [exactly(Reversed().value(fig(x), at)) for x in (1, 2, 5)] == [5, 4, 1]


def test_reversed_takes_its_own_bounds_first() -> None:
    at = FakeNode(scale=FIVE)
    assert exactly(Reversed(lower=fig(0)).value(fig(2), at)) == 3
    assert exactly(Reversed(upper=fig(9)).value(fig(2), at)) == 8
    found = Reversed(lower=fig(0), upper=fig(100)).value(fig("72.5"), FakeNode())
    assert found is not None
    assert made(found) == ("difference", Fraction("27.5"))


def test_reversed_of_nothing_is_nothing() -> None:
    assert Reversed().value(None, FakeNode(scale=FIVE)) is None
    assert Reversed().value(fig(1), FakeNode()) is None


@pytest.mark.parametrize(
    "part, scale, keys",
    [
        (Reversed(), FIVE, []),
        (Reversed(lower=fig(0), upper=fig(1)), None, []),
        (Reversed(), None, [""]),
        (Reversed(lower=fig(0)), None, [""]),
        (Reversed(lower=fig(5)), FIVE, ["lower"]),
        (Reversed(upper=fig(1)), FIVE, ["upper"]),
        (Reversed(lower=fig(2), upper=fig(1)), None, ["lower"]),
    ],
)
def test_reversed_needs_two_bounds_the_right_way_round(
    part: Reversed, scale: Scale | None, keys: list[str]
) -> None:
    found = part.check(scale)
    assert [refusal.key for refusal in found] == keys
    assert {refusal.also for refusal in found} <= {"upper" if "lower" in keys else ""}


# --- normalised

COHORT = (fig(80), fig(60), fig(100))


@pytest.mark.parametrize("x, expected", [(100, 1), (80, Fraction(4, 5)), (0, 0)])
def test_normalised_sets_each_value_against_the_highest(x: int, expected: Fraction) -> None:
    found = Normalised().value(fig(x), FakeNode(cohort=COHORT))
    assert found is not None
    assert made(found) == ("quotient", expected)
    assert made(found.inputs[1]) == ("maximum", 100)


@pytest.mark.parametrize("x, expected", [(60, 1), (80, Fraction(3, 4))])
def test_normalised_sets_the_lowest_against_each_value(x: int, expected: Fraction) -> None:
    part = Normalised(prefer="low")
    assert exactly(part.value(fig(x), FakeNode(cohort=COHORT))) == expected


def test_a_best_of_0_divides_nothing_where_the_low_is_better() -> None:
    part, at = Normalised(prefer="low"), FakeNode(cohort=(fig(0), fig(4)))
    assert exactly(part.value(fig(4), at)) == 0
    assert part.value(fig(0), at) is None
    assert at.found == ["it would divide by 0, so normalised gives no value."]


def test_normalised_does_not_divide_by_a_best_of_0() -> None:
    at = FakeNode(cohort=(fig(0), fig(0)))
    assert Normalised().value(fig(0), at) is None
    assert at.found == ["it would divide by 0, so normalised gives no value."]


def test_normalised_of_nothing_is_nothing() -> None:
    at = FakeNode(cohort=COHORT)
    assert Normalised().value(None, at) is None
    assert at.found == []


def test_the_offers() -> None:
    assert {part.name: part.cohort for part in RELATIVE} == {"reversed": False, "normalised": True}
