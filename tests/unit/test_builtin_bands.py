from fractions import Fraction

import pytest

from tests.fakes import fig
from ujikom_rules.builtin.bands import Bounds, NamedBand, faults, half_open
from ujikom_rules.model.ruleset import Level
from ujikom_rules.plugin import Refusal, Scale, nearest

WHOLE = Scale(Fraction(0), Fraction(100))
YEARS = Scale(Fraction(0), Fraction(40), Fraction(1))


def said(*bands: Bounds, scale: Scale | None = None) -> list[str]:
    """What is wrong with bands, by the first words of each sentence."""
    return [str(fault).split(";")[0] for fault in faults(bands, scale)]


def band(
    at_least: str | None = None,
    above: str | None = None,
    below: str | None = None,
    at_most: str | None = None,
) -> Bounds:
    return Bounds(
        at_least=None if at_least is None else fig(at_least),
        above=None if above is None else fig(above),
        below=None if below is None else fig(below),
        at_most=None if at_most is None else fig(at_most),
    )


@pytest.mark.parametrize(
    "bounds, inside, outside",
    [
        (band(at_least="70", below="80"), ["70", "79.999"], ["69.999", "80"]),
        (band(above="70", at_most="80"), ["70.001", "80"], ["70", "80.001"]),
        (band(at_least="70"), ["70", "1000"], ["69"]),
        (band(below="70"), ["-5", "69"], ["70"]),
        (band(), ["-1000", "0", "1000"], []),
        (band(at_least="5", at_most="5"), ["5"], ["4", "6"]),
    ],
)
def test_a_band_holds_what_lies_within_its_ends(
    bounds: Bounds, inside: list[str], outside: list[str]
) -> None:
    assert [bounds.holds(fig(x)) for x in inside] == [True] * len(inside)
    assert [bounds.holds(fig(x)) for x in outside] == [False] * len(outside)


def test_a_band_has_one_bound_at_each_end() -> None:
    with pytest.raises(Refusal) as refused:
        band(at_least="1", above="2")
    assert (refused.value.key, refused.value.also) == ("above", "at-least")
    with pytest.raises(Refusal) as refused:
        band(below="1", at_most="2")
    assert (refused.value.key, refused.value.also) == ("at-most", "below")


@pytest.mark.parametrize(
    "lower, upper", [("at_least", "below"), ("above", "at_most"), ("above", "below")]
)
def test_an_empty_band_is_refused(lower: str, upper: str) -> None:
    with pytest.raises(Refusal, match="empty") as refused:
        Bounds(**{lower: fig(5), upper: fig(5)})
    keys = upper.replace("_", "-"), lower.replace("_", "-")
    assert (refused.value.key, refused.value.also) == keys
    with pytest.raises(Refusal, match="empty"):
        Bounds(at_least=fig(6), at_most=fig(5))


def test_bands_that_meet_have_no_fault() -> None:
    falling = (band(at_least="80"), band(at_least="70", below="80"), band(below="70"))
    assert said(*falling) == []
    assert said(*falling, scale=WHOLE) == []
    assert said(*falling, scale=YEARS) == []


def test_the_published_overlap_at_ninety() -> None:
    overlap = (band(at_least="78", at_most="90"), band(at_least="90", at_most="100"))
    assert said(*overlap) == ["90 lies in two bands"]


def test_a_gap_between_bands_is_named_by_a_number_in_it() -> None:
    assert said(band(below="2"), band(at_least="3")) == ["2 to below 3 lies in no band"]
    assert said(band(at_most="2"), band(at_least="3")) == ["Above 2 to below 3 lies in no band"]
    assert said(band(below="2"), band(above="2")) == ["2 lies in no band"]


def test_a_gap_on_a_stepped_scale_counts_only_where_a_mark_lies() -> None:
    whole_years = (band(at_most="2"), band(at_least="3", at_most="4"), band(at_least="5"))
    assert said(*whole_years, scale=YEARS) == []
    between = ["Above 2 to below 3 lies in no band", "Above 4 to below 5 lies in no band"]
    assert said(*whole_years, scale=WHOLE) == between
    assert said(*whole_years) == between
    assert said(band(below="2"), band(at_least="3"), scale=YEARS) == ["2 lies in no band"]
    assert said(band(at_most="2"), band(above="3"), scale=YEARS) == ["3 lies in no band"]


def test_an_overlap_on_a_stepped_scale_counts_only_where_a_mark_lies() -> None:
    touching = (band(below="2.6"), band(at_least="2.4"))
    assert said(*touching, scale=YEARS) == []
    assert said(*touching) == ["2.4 to below 2.6 lies in two bands"]
    assert said(band(at_most="3"), band(above="2"), scale=YEARS) == ["3 lies in two bands"]
    assert said(band(at_most="5"), band(above="2"), scale=YEARS) == ["3 to 5 lies in two bands"]
    assert said(band(below="5"), band(above="2"), scale=YEARS) == ["3 to 4 lies in two bands"]


def test_overlaps_that_reach_without_limit() -> None:
    assert said(band(below="5"), band(below="3")) == ["Below 3 lies in two bands"]
    assert said(band(above="5"), band(above="3")) == ["Above 5 and more lies in two bands"]
    assert said(band(), band()) == ["Every number lies in two bands"]
    assert said(band(at_most="5"), band(at_most="3")) == ["Up to 3 lies in two bands"]
    assert said(band(at_least="5"), band(above="3")) == ["5 and more lies in two bands"]
    assert said(band(above="1", at_most="5"), band(above="3", at_most="5")) == [
        "Above 3 to 5 lies in two bands"
    ]


def test_a_band_within_another_is_found_behind_a_third() -> None:
    assert said(
        band(at_least="0", below="9"), band(at_least="1", below="2"), band(at_least="9")
    ) == ["1 to below 2 lies in two bands"]


def test_the_ends_must_cover_the_scale() -> None:
    middle = (band(at_least="10", below="50"), band(at_least="50", below="100"))
    assert said(*middle) == []
    assert said(*middle, scale=WHOLE) == [
        "0 to below 10 lies in no band",
        "100 lies in no band",
    ]
    covering = (band(at_least="0", below="50"), band(at_least="50", at_most="100"))
    assert said(*covering, scale=WHOLE) == []


def test_what_lies_beyond_the_scale_does_not_count() -> None:
    beyond = (band(at_most="100"), band(at_least="150", below="160"), band(at_least="155"))
    assert said(*beyond, scale=WHOLE) == []
    assert len(said(*beyond)) == 2


def test_on_a_scale_of_levels_only_the_levels_count() -> None:
    levels = (Level(Fraction(2)), Level(Fraction(4)), Level(Fraction(5)))
    scale = Scale(Fraction(2), Fraction(5), levels=levels)
    assert said(band(at_most="2"), band(at_least="4"), scale=scale) == []
    assert said(band(at_most="2"), band(above="4"), scale=scale) == ["4 lies in no band"]
    overlap = (band(at_most="4.5"), band(at_least="3"))
    assert said(*overlap, scale=scale) == ["4 lies in two bands"]
    assert said(band(), band(at_least="3"), scale=scale) == ["4 to 5 lies in two bands"]


def test_a_scale_whose_marks_do_not_begin_at_zero() -> None:
    scale = Scale(Fraction(1, 2), Fraction(5, 2), Fraction(1, 2))
    assert said(band(below="1"), band(above="1"), scale=scale) == ["1 lies in no band"]
    assert said(band(at_most="1"), band(at_least="1.5"), scale=scale) == []


def test_half_open_bands_reach_up_to_the_next_bound() -> None:
    bands = half_open({"tinggi": fig(80), "rendah": fig(0), "sedang": fig(70)})
    assert [each.id for each in bands] == ["rendah", "sedang", "tinggi"]
    assert faults(bands) == []
    assert [
        each.id for x in ("0", "69.999", "70", "80") for each in bands if each.holds(fig(x))
    ] == [
        "rendah",
        "rendah",
        "sedang",
        "tinggi",
    ]
    assert faults(bands, WHOLE) == []
    assert faults([NamedBand(id="a", at_least=fig(1))], WHOLE, key="lower")[0].key == "lower.a"


def test_half_open_bands_begin_at_different_numbers() -> None:
    with pytest.raises(Refusal) as refused:
        half_open({"a": fig("70.0"), "b": fig(70)})
    assert (refused.value.key, refused.value.also) == ("lower.b", "lower.a")


def test_the_nearest_name() -> None:
    assert nearest("akademsi", ["inspektur", "akademisi"]) == "akademisi"
    assert nearest("zzz", ["inspektur", "akademisi"]) == ""
    assert nearest("x", []) == ""
