from fractions import Fraction
from typing import Literal

import pytest

from tests.fakes import FakeNode, asks, exactly, fig, made
from ujikom_rules.builtin.value_functions import (
    VALUE_FUNCTIONS,
    Bands,
    Case,
    Conditions,
    Levels,
    Linear,
    ValueBand,
)
from ujikom_rules.model.ruleset import Level
from ujikom_rules.plugin import Figure, Refusal, Scale

AT = FakeNode()
Take = Literal["first", "highest", "lowest", "sum"]


# --- linear


def test_linear_is_exact_between_and_beyond() -> None:
    part = Linear(from_=(fig(0), fig(550)), to=(fig(0), fig(100)))
    assert exactly(part.value(fig(410), AT)) == Fraction(820, 11)
    assert exactly(part.value(fig(1100), AT)) == 200


def test_linear_may_fall_and_need_not_begin_at_zero() -> None:
    part = Linear(from_=(fig(1), fig(5)), to=(fig(100), fig(20)))
    assert [exactly(part.value(fig(x), AT)) for x in (1, 2, 5)] == [100, 80, 20]


def test_linear_of_nothing_is_nothing() -> None:
    assert Linear(from_=(fig(0), fig(1)), to=(fig(0), fig(2))).value(None, AT) is None


def test_linear_needs_two_different_numbers() -> None:
    with pytest.raises(Refusal) as refused:
        Linear(from_=(fig("1.0"), fig(1)), to=(fig(0), fig(100)))
    assert (refused.value.key, refused.value.also) == ("from.1", "from.0")


# --- levels

POINTS = Levels(points={"baik": fig(80), "sangat-baik": fig(100)})


def test_levels_gives_the_points_of_the_level_that_was_marked() -> None:
    found = POINTS.value(fig(4), FakeNode(level="baik"))
    assert found is not None
    assert made(found) == ("picked", 80)
    assert [figure.value for figure in found.inputs] == [4, 80]


def test_levels_of_a_text_fact_has_no_mark_behind_it() -> None:
    found = POINTS.value(None, FakeNode(level="sangat-baik"))
    assert found is not None
    assert [figure.value for figure in found.inputs] == [100]


def test_levels_names_a_plain_mark_by_its_number() -> None:
    part = Levels(points={"1": fig(40), "1.5": fig(60)})
    assert exactly(part.value(fig("1.50"), AT)) == 60


def test_levels_without_points_is_no_value() -> None:
    assert POINTS.value(None, FakeNode(level="cukup")) is None
    assert POINTS.value(None, AT) is None
    assert POINTS.value(fig(3), AT) is None


def test_levels_needs_points() -> None:
    with pytest.raises(Refusal) as refused:
        Levels(points={})
    assert refused.value.key == "points"


def scale_of(*levels: Level) -> Scale:
    return Scale(levels[0].value, levels[-1].value, levels=levels)


def test_levels_must_give_points_to_every_level_of_the_scale() -> None:
    good = scale_of(Level(Fraction(1), "baik"), Level(Fraction(2), "sangat-baik"))
    assert list(POINTS.check(good)) == []
    misspelt = scale_of(
        Level(Fraction(1), "baik"), Level(Fraction(2), "sangat-baiik"), Level(Fraction(3))
    )
    found = POINTS.check(misspelt)
    assert [(str(fault), fault.key, fault.at_key) for fault in found] == [
        (
            "There is no level sangat-baik, and level sangat-baiik has no points.",
            "points.sangat-baik",
            True,
        ),
        ("Level 3 has no points.", "points", False),
    ]
    assert found[0].known == ("sangat-baiik", "3")


def test_the_one_word_that_is_no_level_stands_for_the_one_level_without_points() -> None:
    part = Levels(points={"baik": fig(80), "elok": fig(90)})
    scale = scale_of(Level(Fraction(1), "baik"), Level(Fraction(2), "istimewa"))
    (fault,) = part.check(scale)
    assert (fault.key, fault.at_key) == ("points.elok", True)
    stepped = Levels(points={"1": fig(20), "2": fig(40), "4": fig(60)})
    (fault,) = stepped.check(Scale(Fraction(1), Fraction(3), Fraction(1)))
    assert (fault.key, fault.known) == ("points.4", ("3",))


def test_levels_must_give_points_to_every_mark_of_a_stepped_scale() -> None:
    part = Levels(points={"1": fig(20), "2": fig(40), "3": fig(60)})
    assert list(part.check(Scale(Fraction(1), Fraction(3), Fraction(1)))) == []
    assert [str(fault) for fault in part.check(Scale(Fraction(1), Fraction(4), Fraction(1)))] == [
        "Level 4 has no points."
    ]
    long = part.check(Scale(Fraction(1), Fraction(100_000), Fraction(1)))
    assert [str(fault) for fault in long] == ["Level 4 has no points."]


def test_levels_needs_a_scale_with_steps_where_it_is_known() -> None:
    assert list(POINTS.check(None)) == []
    assert len(POINTS.check(Scale(Fraction(0), Fraction(100)))) == 1


# --- bands

YEARS = Bands(
    bands=(
        ValueBand(value=fig(100), at_least=fig(5)),
        ValueBand(value=fig(60), below=fig(2)),
        ValueBand(value=fig(80), at_least=fig(2), below=fig(5)),
    )
)


@pytest.mark.parametrize("years, points", [(0, 60), (1, 60), (2, 80), (4, 80), (5, 100)])
def test_bands_gives_the_value_of_the_band(years: int, points: int) -> None:
    found = YEARS.value(fig(years), AT)
    assert found is not None
    assert made(found) == ("picked", points)
    assert [figure.value for figure in found.inputs] == [years, points]


def test_bands_of_nothing_or_outside_is_no_value() -> None:
    assert YEARS.value(None, AT) is None
    assert Bands(bands=(ValueBand(value=fig(1), above=fig(0)),)).value(fig(0), AT) is None


def test_bands_refuses_gaps_and_ends() -> None:
    assert list(YEARS.check(None)) == []
    assert list(YEARS.check(Scale(Fraction(0), Fraction(40), Fraction(1)))) == []
    open_ended = Bands(bands=(ValueBand(value=fig(1), at_least=fig(1)),))
    assert list(open_ended.check(None)) == []
    assert [fault.key for fault in open_ended.check(Scale(Fraction(0), Fraction(5)))] == [
        "bands.0.at-least"
    ]
    closed = Bands(
        bands=(
            ValueBand(value=fig(1), at_least=fig(3), at_most=fig(4)),
            ValueBand(value=fig(1), at_least=fig(0), below=fig(2)),
        )
    )
    found = closed.check(Scale(Fraction(0), Fraction(5)))
    assert [(fault.key, fault.also) for fault in found] == [
        ("bands.0.at-least", "bands.1.below"),  # what begins after the gap, what ends before it
        ("bands.0.at-most", ""),
    ]


def test_bands_needs_a_band() -> None:
    with pytest.raises(Refusal) as refused:
        Bands(bands=())
    assert refused.value.key == "bands"


# --- conditions


def conditions(
    take: Take = "first", otherwise: Figure | Literal["unchanged"] = "unchanged"
) -> Conditions:
    return Conditions(
        cases=(
            Case(when=asks("ringan"), value=fig(75)),
            Case(when=asks("berat"), value=fig(25)),
            Case(when=asks("sedang"), value=fig(50)),
        ),
        take=take,
        otherwise=otherwise,
    )


ALL_TRUE = {"ringan": True, "berat": True, "sedang": True}
NONE_TRUE = {"ringan": False, "berat": False, "sedang": False}


@pytest.mark.parametrize(
    "take, expected", [("first", 75), ("highest", 75), ("lowest", 25), ("sum", 150)]
)
def test_conditions_takes_of_several(take: Take, expected: int) -> None:
    found = conditions(take).value(None, FakeNode(truths=ALL_TRUE))
    assert found is not None
    assert (*made(found), len(found.inputs)) == ("picked", expected, 1)


def test_conditions_keeps_the_mark_as_a_reason() -> None:
    found = conditions().value(fig(88), FakeNode(truths=ALL_TRUE))
    assert found is not None
    assert [figure.value for figure in found.inputs] == [88, 75]


def test_conditions_otherwise() -> None:
    at = FakeNode(truths=NONE_TRUE)
    mark = fig(88)
    assert conditions().value(mark, at) is mark
    assert conditions().value(None, at) is None
    assert exactly(conditions(otherwise=fig(100)).value(None, at)) == 100
    kept = conditions(otherwise=fig(100)).value(mark, at)
    assert kept is not None
    assert [figure.value for figure in kept.inputs] == [88, 100]


def test_conditions_an_unknown_case_matters_before_the_first_true_one() -> None:
    assert conditions().value(None, FakeNode(truths={"ringan": True})) is not None
    later = {"berat": True, "sedang": True}
    assert conditions(otherwise=fig(1)).value(None, FakeNode(truths=later)) is None


@pytest.mark.parametrize("take", ["highest", "lowest", "sum"])
def test_conditions_an_unknown_case_always_matters_to_the_others(take: Take) -> None:
    known = {"ringan": True, "berat": True}
    assert conditions(take).value(None, FakeNode(truths=known)) is None


def test_conditions_needs_a_case() -> None:
    with pytest.raises(Refusal) as refused:
        Conditions(cases=(), otherwise="unchanged")
    assert refused.value.key == "cases"


def test_the_offers() -> None:
    assert [part.name for part in VALUE_FUNCTIONS] == ["linear", "levels", "bands", "conditions"]
