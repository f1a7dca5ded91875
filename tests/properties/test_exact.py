"""Laws of exact numbers, with `decimal` as an oracle of another make."""

from collections.abc import Mapping
from decimal import (
    ROUND_CEILING,
    ROUND_DOWN,
    ROUND_FLOOR,
    ROUND_HALF_DOWN,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    ROUND_UP,
    Context,
    Decimal,
)
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ujikom_rules.exact import (
    MODES,
    Mode,
    Rounding,
    mean,
    parse_number,
    parse_ratio,
    share,
    to_decimal,
    to_text,
    total,
)

ORACLE: Mapping[Mode, str] = {
    "half-up": ROUND_HALF_UP,
    "half-down": ROUND_HALF_DOWN,
    "half-even": ROUND_HALF_EVEN,
    "up": ROUND_UP,
    "down": ROUND_DOWN,
    "floor": ROUND_FLOOR,
    "ceiling": ROUND_CEILING,
}
WIDE = Context(prec=200)

places = st.integers(0, 6)
ratios = st.fractions(min_value=-1000, max_value=1000, max_denominator=10_000)
decimals = st.builds(
    lambda digits, power: Fraction(digits, 10**power), st.integers(-(10**12), 10**12), places
)
ties = st.builds(  # exactly between two numbers that can be printed
    lambda whole, power: Fraction(2 * whole + 1, 2 * 10**power), st.integers(-999, 999), places
)


def test_every_mode_has_an_oracle() -> None:
    assert set(ORACLE) == set(MODES)


@pytest.mark.parametrize("mode", MODES)
@given(decimals | ties, places)
def test_rounding_agrees_with_decimal(mode: Mode, value: Fraction, to: int) -> None:
    written = Decimal(to_text(value))
    expected = written.quantize(Decimal(1).scaleb(-to), rounding=ORACLE[mode], context=WIDE)
    assert Rounding(to, mode).apply(value) == Fraction(expected)


@pytest.mark.parametrize("mode", MODES)
@given(ratios, ratios, places)
def test_rounding_is_monotone_near_and_done_once(
    mode: Mode, one: Fraction, other: Fraction, to: int
) -> None:
    rounding, step = Rounding(to, mode), Fraction(1, 10**to)
    low, high = sorted((one, other))
    assert rounding.apply(low) <= rounding.apply(high)
    rounded = rounding.apply(one)
    assert abs(rounded - one) < step
    assert abs(rounded - one) <= step / 2 or not mode.startswith("half")
    assert rounding.apply(rounded) == rounded
    assert (rounded / step).denominator == 1


@given(ratios, places)
def test_modes_mirror_each_other_at_zero(value: Fraction, to: int) -> None:
    for mode in ("half-up", "half-down", "half-even", "up", "down"):
        assert Rounding(to, mode).apply(-value) == -Rounding(to, mode).apply(value)
    assert Rounding(to, "floor").apply(-value) == -Rounding(to, "ceiling").apply(value)


@given(decimals, st.none() | places)
def test_what_is_printed_is_read_back(value: Fraction, to: int | None) -> None:
    text = to_text(value, to)
    assert parse_number(text) == value
    assert len(text.partition(".")[2]) >= (to or 0)
    assert not text.startswith("-0") or value != 0
    assert Fraction(to_decimal(value, to)) == value


@given(ratios)
def test_any_number_is_read_back_as_a_ratio(value: Fraction) -> None:
    assert parse_ratio(to_text(value)) == value


@given(st.lists(ratios, min_size=1))
def test_sums_and_means_are_those_of_one_by_one(values: list[Fraction]) -> None:
    assert total(values) == sum(values, Fraction(0))
    assert mean(values) == sum(values, Fraction(0)) / len(values)


@given(ratios, ratios)
def test_a_share_is_value_times_weight_by_hundred(value: Fraction, weight: Fraction) -> None:
    assert share(value, weight) == value * weight / 100


@given(
    st.sampled_from(MODES),
    st.integers(0, 4),
    st.lists(st.integers(-(10**9), 10**9)),
    st.integers(1, 10**6),
)
def test_a_column_is_rounded_as_its_numbers_are(
    mode: Mode, places: int, numbers: list[int], below: int
) -> None:
    rounding = Rounding(places, mode)
    for column in (numbers, [abs(number) for number in numbers]):
        assert [Fraction(each, 10**places) for each in rounding.column(column, below)] == [
            rounding.apply(Fraction(each, below)) for each in column
        ]
