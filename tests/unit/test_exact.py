"""Numbers as text, and what is refused at the door."""

from decimal import Decimal
from fractions import Fraction

import pytest

from ujikom_rules.exact import (
    MAX_DIGITS,
    NumberError,
    Rounding,
    ends,
    mean,
    parse_number,
    parse_ratio,
    share,
    to_decimal,
    to_text,
    total,
)

F = Fraction


@pytest.mark.parametrize(
    "text, value",
    [
        ("85.5", F(171, 2)),
        (" 85\t", F(85)),
        ("-0.10", F(-1, 10)),
        ("+7", F(7)),
        ("1e3", F(1000)),
        ("1.5E-2", F(3, 200)),
        ("007", F(7)),
        ("-0", F(0)),
        ("9" * MAX_DIGITS, F(10**MAX_DIGITS - 1)),
        ("1e60", F(10**60)),
    ],
)
def test_a_number_is_read_exactly(text: str, value: Fraction) -> None:
    assert parse_number(text) == parse_ratio(text) == value


@pytest.mark.parametrize(
    "text, fault",
    [
        ("", "empty"),
        (" \t", "empty"),
        ("nan", "not-finite"),
        ("-Infinity", "not-finite"),
        ("sNaN", "not-finite"),
        ("85,5", "decimal-comma"),
        ("1.085,5", "not-a-number"),
        ("1,085,5", "not-a-number"),
        ("1_000", "not-a-number"),
        (".5", "not-a-number"),
        ("5.", "not-a-number"),
        ("0x10", "not-a-number"),
        ("\u0661\u0662", "not-a-number"),  # another script's digits
        ("12\n", "not-a-number"),
        ("1 000", "not-a-number"),
        ("1e61", "too-long"),
        ("1e-61", "too-long"),
        ("1" * (MAX_DIGITS + 1), "too-long"),
        ("0." + "1" * MAX_DIGITS, "too-long"),
        ("1" * 1000, "too-long"),
    ],
)
def test_what_is_no_number_is_refused_by_name(text: str, fault: str) -> None:
    with pytest.raises(NumberError) as refused:
        parse_number(text)
    assert refused.value.fault == fault
    assert len(refused.value.text) <= MAX_DIGITS + 1


def test_a_decimal_comma_is_read_where_it_is_allowed() -> None:
    assert parse_number("85,5", comma=True) == F(171, 2)
    assert parse_number("85.5", comma=True) == F(171, 2)
    for text in ("1.085,5", "1,085,5"):
        with pytest.raises(NumberError):
            parse_number(text, comma=True)


def test_a_ratio_is_read_in_lowest_terms() -> None:
    assert parse_ratio(" -2/6 ") == F(-1, 3)


@pytest.mark.parametrize(
    "text, fault",
    [
        ("1/0", "zero"),
        ("1" * 61 + "/3", "too-long"),
        ("1/" + "3" * 61, "too-long"),
        ("1/-3", "not-a-number"),
        ("1.5/3", "not-a-number"),
        ("tiga", "not-a-number"),
    ],
)
def test_what_is_no_ratio_is_refused(text: str, fault: str) -> None:
    with pytest.raises(NumberError) as refused:
        parse_ratio(text)
    assert refused.value.fault == fault


@pytest.mark.parametrize(
    "value, places, text",
    [
        (F(80), None, "80"),
        (F(80), 2, "80.00"),
        (F(145, 2), 2, "72.50"),
        (F(145, 2), 0, "72.5"),  # never cut
        (F(200, 3), 2, "200/3"),
        (F(-1, 3), None, "-1/3"),
        (F(0), 2, "0.00"),
        (F(-1, 400), None, "-0.0025"),
        (F(1, 10**9), None, "0.000000001"),
    ],
)
def test_a_number_is_printed_with_its_places(
    value: Fraction, places: int | None, text: str
) -> None:
    assert to_text(value, places) == text


def test_a_decimal_has_the_places_that_are_printed() -> None:
    assert str(to_decimal(F(80), 2)) == "80.00"
    assert to_decimal(F(145, 2)) == Decimal("72.5")
    assert (ends(F(1, 40)), ends(F(1, 30))) == (True, False)
    with pytest.raises(NumberError):
        to_decimal(F(200, 3))


def test_a_tie_that_floats_do_not_see() -> None:
    assert Rounding(2).apply(F("79.995")) == 80
    assert Rounding(2).apply(F("1.005")) == F("1.01")
    assert Rounding(1, "half-even").apply(F("0.25")) == F("0.2")
    assert Rounding(0, "half-even").apply(F("-1.5")) == -2


def test_sums_and_means_over_one_denominator() -> None:
    assert total([]) == 0
    assert total(iter([F(1, 3), F(1, 6), F(1, 2)])) == 1
    assert mean([F(1, 3), F(1, 6)]) == F(1, 4)
    assert share(F(80), F(30)) == 24
    with pytest.raises(ZeroDivisionError):
        mean([])
