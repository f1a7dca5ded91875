from fractions import Fraction

import pytest

from tests.fakes import FakeItem, FakeNode, exactly, fig, items, made, values, weighted
from ujikom_rules.builtin.aggregators import (
    AGGREGATORS,
    ClampToMean,
    Mean,
    Sum,
    TrimmedMean,
    TrimmedSum,
    WeightedMean,
    WeightedSum,
)
from ujikom_rules.plugin import Aggregator, Refusal, Rounding, Text

AT = FakeNode()


def test_weighted_mean_is_the_sum_of_the_terms_where_the_weights_are_whole() -> None:
    found = WeightedMean().combine(weighted((80, 40), (90, 60)), AT)
    assert found is not None
    assert made(found) == ("sum", 86)
    assert [made(term) for term in found.inputs] == [("share", 32), ("share", 54)]


def test_weighted_mean_divides_by_the_weights_that_are_there() -> None:
    found = WeightedMean().combine(weighted((80, 40), (90, 35)), AT)
    assert found is not None
    assert made(found) == ("quotient", Fraction(254, 3))
    assert values(found.inputs) == [Fraction("63.5"), Fraction("0.75")]


def test_weighted_mean_takes_terms_as_they_are_rounded() -> None:
    rounding = Rounding(1, "half-up")
    rounded = [
        FakeItem(name, fig("66.65"), fig(50), rounding=rounding)  # a term of 33.325 becomes 33.3
        for name in ("a", "b")
    ]
    assert exactly(WeightedMean().combine(rounded, AT)) == Fraction("66.6")


@pytest.mark.parametrize("nothing", [[], weighted((80, 0))])
def test_weighted_mean_of_no_weight_is_no_value(nothing: list[FakeItem]) -> None:
    assert WeightedMean().combine(nothing, AT) is None


def test_weighted_sum_is_never_rescaled() -> None:
    assert exactly(WeightedSum().combine(weighted((80, 40), (90, 35)), AT)) == Fraction("63.5")


def test_sum_multiplies_by_factors_and_begins_at_its_start() -> None:
    children = [
        FakeItem("twk", fig(70), factor=fig(2)),
        FakeItem("potongan", fig(5), factor=fig(-1)),
    ]
    assert exactly(Sum().combine(children, AT)) == 135
    found = Sum(start=fig("0.5")).combine(children, AT)
    assert found is not None
    assert values(found.inputs) == [Fraction(1, 2), 140, -5]
    assert found.value == Fraction("135.5")


def test_sum_adds_marks_without_a_factor_as_they_are() -> None:
    found = Sum().combine(items("70.5", "80"), AT)
    assert found is not None
    assert found.value == Fraction("150.5")
    assert {figure.rule for figure in found.inputs} == {"number"}


def test_mean_takes_neither_weights_nor_factors() -> None:
    assert exactly(Mean().combine(weighted((70, 90), (75, 5), (80, 5)), AT)) == 75


def test_trimmed_mean_drops_from_both_ends_and_shows_the_rest_as_it_stood() -> None:
    found = TrimmedMean(drop=1).combine(items(90, 71, 60, 80), AT)
    assert found is not None
    assert found.value == Fraction("75.5")
    assert values(found.inputs) == [71, 80]


@pytest.mark.parametrize("drop, enough", [(1, 3), (2, 5)])
def test_trimmed_mean_needs_one_mark_more_than_it_drops(drop: int, enough: int) -> None:
    assert TrimmedMean(drop=drop).combine(items(*range(enough - 1)), AT) is None
    assert exactly(TrimmedMean(drop=drop).combine(items(*range(enough)), AT)) == enough // 2


def test_trimmed_sum_adds_what_is_left_as_it_stood() -> None:
    """Seven awards for one dive: the two highest and the two lowest do not count."""
    found = TrimmedSum(drop=2).combine(items("7.5", 8, 7, "8.5", "7.5", 8, 8), AT)
    assert found is not None
    assert made(found) == ("sum", Fraction("23.5"))
    assert values(found.inputs) == [8, Fraction("7.5"), 8]
    assert TrimmedSum(drop=2).combine(items(7, 7, 7, 7), AT) is None


@pytest.mark.parametrize("drop", [0, -1])
@pytest.mark.parametrize("part, instead", [(TrimmedMean, "mean"), (TrimmedSum, "sum")])
def test_trimming_refuses_to_drop_nothing(
    part: type[TrimmedMean | TrimmedSum], instead: str, drop: int
) -> None:
    with pytest.raises(Refusal) as refused:
        part(drop=drop)
    assert refused.value.key == "drop"
    assert instead in refused.value.text.id


def test_clamp_to_mean_draws_in_marks_once_and_rounds_them() -> None:
    """Juror marks of the published third stage of a competition, contestant C11."""
    at = FakeNode(rounding=Rounding(2, "half-up"))
    marks = items(20, 19, 20, 22, 18, 17, 21, 20, 20, 20, 22, 20, 20, 17, 19, 20, 20)
    found = ClampToMean(limit=fig(2)).combine(marks, at)
    assert found is not None
    low, high = Fraction("17.71"), Fraction("21.71")  # 335/17 ± 2, rounded
    assert at.corrected == {"k3": high, "k5": low, "k10": high, "k13": low}
    assert found.value == (335 - 22 - 22 - 17 - 17 + 2 * low + 2 * high) / 17
    assert len(found.inputs) == 17


def test_clamp_to_mean_leaves_a_mark_at_the_limit() -> None:
    at = FakeNode()
    assert exactly(ClampToMean(limit=fig(2)).combine(items(18, 22), at)) == 20
    assert at.corrected == {}


def test_clamp_to_mean_of_limit_zero_makes_every_mark_the_mean() -> None:
    at = FakeNode()
    assert exactly(ClampToMean(limit=fig(0)).combine(items(18, 22), at)) == 20
    assert at.corrected == {"k0": Fraction(20), "k1": Fraction(20)}


def test_clamp_to_mean_refuses_a_negative_limit() -> None:
    with pytest.raises(Refusal) as refused:
        ClampToMean(limit=fig(-1))
    assert refused.value.key == "limit"


@pytest.mark.parametrize(
    "part",
    [
        WeightedMean(),
        WeightedSum(),
        Sum(start=fig(10)),
        Mean(),
        TrimmedMean(drop=1),
        TrimmedSum(drop=1),
        ClampToMean(limit=fig(1)),
    ],
)
def test_of_nothing_there_is_no_value(part: Aggregator) -> None:
    assert part.combine([], AT) is None


def test_the_offers_say_what_they_take() -> None:
    assert {part.name: part.takes for part in AGGREGATORS} == {
        "weighted-mean": "weight",
        "weighted-sum": "weight",
        "sum": "factor",
        "mean": "nothing",
        "trimmed-mean": "nothing",
        "trimmed-sum": "nothing",
        "clamp-to-mean": "nothing",
    }
    assert [part.name for part in AGGREGATORS if not part.internal] == ["trimmed-sum"]
    assert all(isinstance(part.summary, Text) for part in AGGREGATORS)
