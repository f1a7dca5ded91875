from fractions import Fraction

import pytest

from tests.fakes import FakeItem, FakeNode, exactly, fig, items, made, values
from ujikom_rules.builtin.extremes import EXTREMES, Maximum, Median, Minimum
from ujikom_rules.model.figure import derive
from ujikom_rules.plugin import Aggregator, Rounding, Text

AT = FakeNode()


def test_median_of_an_odd_number_is_the_middle_one_because_of_the_others() -> None:
    found = Median().combine(items(90, 60, 75), AT)
    assert found is not None
    assert made(found) == ("picked", 75)
    assert values(found.inputs) == [60, 90, 75]


def test_median_of_an_even_number_is_the_mean_of_the_two_in_the_middle() -> None:
    found = Median().combine(items(90, 60, 75, 76), AT)
    assert found is not None
    assert made(found) == ("mean", Fraction("75.5"))
    assert values(found.inputs) == [75, 76]


def test_median_of_one_is_itself() -> None:
    assert exactly(Median().combine(items(60), AT)) == 60


def children() -> list[FakeItem]:
    return [
        FakeItem("tes-1", fig(70), factor=fig(1)),
        FakeItem("tes-2", fig(60), factor=fig("1.25")),
        FakeItem("tes-3", fig(90), factor=fig("0.5")),
    ]


@pytest.mark.parametrize("part, expected", [(Minimum(), 45), (Maximum(), 75)])
def test_the_extremes_compare_values_times_factors(part: Aggregator, expected: int) -> None:
    found = part.combine(children(), AT)
    assert found is not None
    assert values(found.inputs) == [70, 75, 45]
    assert found.value == expected


def test_the_extremes_take_terms_as_they_are_rounded() -> None:
    whole = Rounding(0, "half-up")
    rounded = [
        FakeItem("a", fig("74.4"), factor=fig(1), rounding=whole),
        FakeItem("b", fig("73.6"), factor=fig(1), rounding=whole),
    ]
    assert exactly(Maximum().combine(rounded, AT)) == 74
    assert exactly(Minimum().combine(rounded, AT)) == 74


@pytest.mark.parametrize("part, expected", [(Minimum(), 60), (Maximum(), 90)])
def test_the_extremes_compare_marks_without_a_factor_as_they_are(
    part: Aggregator, expected: int
) -> None:
    found = part.combine(items(90, 60, 75), AT)
    assert found is not None
    assert found.value == expected
    assert {figure.rule for figure in found.inputs} == {"number"}
    assert derive(found) == found.value


@pytest.mark.parametrize("part", [Median(), Minimum(), Maximum()])
def test_of_nothing_there_is_no_value(part: Aggregator) -> None:
    assert part.combine([], AT) is None


def test_the_offers_say_what_they_take() -> None:
    assert {part.name: part.takes for part in EXTREMES} == {
        "median": "nothing",
        "minimum": "factor",
        "maximum": "factor",
    }
    assert all(isinstance(part.summary, Text) for part in EXTREMES)
