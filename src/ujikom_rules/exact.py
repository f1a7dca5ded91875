"""Exact numbers: text in, `Fraction` inside, text out; rounding in every mode that is named.

No float passes here. Binary floats publish wrong last digits and split exact ties; `Decimal`
throughout misses cut scores that are met exactly, since thirds do not end.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import Literal, get_args

from attrs import frozen

Mode = Literal["half-up", "half-down", "half-even", "up", "down", "floor", "ceiling"]
MODES: tuple[Mode, ...] = get_args(Mode)
MAX_DIGITS = 60
MAX_EXPONENT = 60
MAX_PLACES = 30
_LONG = 10**4000

_DECIMAL = re.compile(r"([+-]?)([0-9]+)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]{1,4}))?", re.ASCII)
_RATIO = re.compile(r"([+-]?[0-9]+)/([0-9]+)", re.ASCII)

NumberFault = Literal["empty", "not-a-number", "not-finite", "decimal-comma", "too-long", "zero"]


class NumberError(ValueError):
    """A text that is no number of ours. `fault` names why.

    Args:
        fault: one of ``empty``, ``not-a-number``, ``not-finite``, ``decimal-comma``,
            ``too-long`` (digits or exponent out of bounds) or ``zero`` (a divisor of 0).
        text: what was read.
    """

    def __init__(self, fault: NumberFault, text: str) -> None:
        self.fault: NumberFault = fault
        self.text = text if len(text) <= MAX_DIGITS else text[:MAX_DIGITS] + "…"
        super().__init__(f"{fault}: {self.text!r}")


def parse_number(text: str, *, comma: bool = False) -> Fraction:
    """Read a decimal number exactly from its text.

    Args:
        text: ASCII digits with an optional sign, decimal point and exponent.
        comma: whether a decimal comma is read too (semicolon and tab files).

    Raises:
        NumberError: for anything else; `nan`, `inf`, underscores, other scripts' digits,
            thousands separators and numbers beyond 60 digits included.

    Example:
        >>> parse_number("85.5")
        Fraction(171, 2)
    """
    text = text.strip(" \t")
    if not text:
        raise NumberError("empty", text)
    if len(text) > 2 * MAX_DIGITS:
        raise NumberError("too-long", text)
    if comma and "," in text and "." not in text:
        text = text.replace(",", ".", 1)
    match = _DECIMAL.fullmatch(text)
    if match is None:
        raise NumberError(_fault(text), text)
    sign, whole, part, exponent = match.groups()
    part = part or ""
    if len(whole) + len(part) > MAX_DIGITS or abs(int(exponent or 0)) > MAX_EXPONENT:
        raise NumberError("too-long", text)
    power = int(exponent or 0) - len(part)
    digits = int(sign + whole + part)
    return Fraction(digits * 10**power) if power >= 0 else Fraction(digits, 10**-power)


def parse_ratio(text: str) -> Fraction:
    """Read a number as rulesets may write it: a decimal, or a fraction such as ``1/3``.

    Raises:
        NumberError: as `parse_number`, and for a divisor of 0.

    Example:
        >>> parse_ratio("1/3")
        Fraction(1, 3)
    """
    match = _RATIO.fullmatch(text.strip(" \t"))
    if match is None:
        return parse_number(text)
    above, below = match.groups()
    if len(above) > MAX_DIGITS or len(below) > MAX_DIGITS:
        raise NumberError("too-long", text)
    if not int(below):
        raise NumberError("zero", text)
    return Fraction(int(above), int(below))


def _fault(text: str) -> NumberFault:
    if text.lstrip("+-").lower() in ("nan", "inf", "infinity", "snan"):
        return "not-finite"
    if re.fullmatch(r"[+-]?[0-9]+,[0-9]+", text, re.ASCII):
        return "decimal-comma"
    return "not-a-number"


@frozen
class Rounding:
    """How many places, and what happens to the rest.

    Attributes:
        places: digits after the point, 0 to 30.
        mode: ``half-up`` (ties away from zero), ``half-down``, ``half-even``, ``up`` and
            ``down`` (away from and towards zero), ``floor``, ``ceiling``.
    """

    places: int
    mode: Mode = "half-up"

    def apply(self, value: Fraction) -> Fraction:
        """The value rounded.

        >>> Rounding(2, "half-up").apply(Fraction("79.995"))
        Fraction(80, 1)
        """
        power: int = 10**self.places
        scaled, rest = divmod(value.numerator * power, value.denominator)
        if not rest:
            return value
        return Fraction(scaled + _step(self.mode, scaled, rest, value.denominator), power)

    def column(self, above: Sequence[int], below: int) -> list[int]:
        """Whole numbers over one `below`, rounded, as whole numbers over 10 ** `places`.

        >>> Rounding(2, "half-up").column([159_990, 159_989], 2000)
        [8000, 7999]
        """
        power: int = 10**self.places
        if self.mode == "half-up" and min(above, default=0) >= 0:  # the usual one, sooner
            doubled, twice = 2 * power, 2 * below
            return [(number * doubled + below) // twice for number in above]
        pairs = [divmod(number * power, below) for number in above]
        return [
            floor + _step(self.mode, floor, rest, below) if rest else floor for floor, rest in pairs
        ]


def _step(mode: Mode, floor: int, rest: int, whole: int) -> int:
    """1 where the number above the floor is taken, 0 where the floor is; `rest` is not 0."""
    negative = floor < 0
    twice = 2 * rest - whole
    match mode:
        case "floor":
            return 0
        case "ceiling":
            return 1
        case "up":
            return 0 if negative else 1
        case "down":
            return 1 if negative else 0
        case "half-even":
            return 1 if twice > 0 or (twice == 0 and floor % 2) else 0
        case "half-up":
            return 1 if twice > 0 or (twice == 0 and not negative) else 0
        case _:  # half-down
            return 1 if twice > 0 or (twice == 0 and negative) else 0


def total(values: Iterable[Fraction]) -> Fraction:
    """The sum over one common denominator: the same number as adding one by one, sooner."""
    return Fraction(*_over_one_denominator(values)[:2])


def mean(values: Iterable[Fraction]) -> Fraction:
    """The arithmetic mean over one common denominator.

    Raises:
        ZeroDivisionError: for no values.
    """
    above, below, count = _over_one_denominator(values)
    return Fraction(above, below * count)


def share(value: Fraction, weight: Fraction) -> Fraction:
    """A value's part at a weight in per cent."""
    return Fraction(
        value.numerator * weight.numerator, value.denominator * weight.denominator * 100
    )


def _over_one_denominator(values: Iterable[Fraction]) -> tuple[int, int, int]:
    """Numerator and denominator of the sum, and how many were added."""
    ratios = [x.as_integer_ratio() for x in values]
    below = lcm(*{below for _, below in ratios})
    return sum(above * (below // own) for above, own in ratios), below, len(ratios)


def ends(value: Fraction) -> bool:
    """Whether the decimal form of the value comes to an end."""
    return _places_needed(value) is not None


def _places_needed(value: Fraction | int) -> int | None:
    below, twos, fives = value.denominator, 0, 0
    while below % 2 == 0:
        below, twos = below // 2, twos + 1
    while below % 5 == 0:
        below, fives = below // 5, fives + 1
    return max(twos, fives) if below == 1 else None


def to_text(value: Fraction | int, places: int | None = None) -> str:
    """The value as it is printed: with `places`, or exact, or as a ratio when it does not end.

    Args:
        value: the exact value.
        places: digits after the point that the value was rounded to; a value that needs more
            is printed exactly all the same, never cut.

    Example:
        >>> to_text(Fraction(80), 2), to_text(Fraction(145, 2)), to_text(Fraction(200, 3))
        ('80.00', '72.5', '200/3')
    """
    if type(value) is int and not places:
        return _digits(value)
    above, below = value.as_integer_ratio()
    shown = places or 0
    if below == 1:
        return f"{_digits(above)}.{'0' * shown}" if shown else _digits(above)
    if 10**shown % below:
        needed = _places_needed(value)
        if needed is None:
            return f"{_digits(above)}/{_digits(below)}"
        shown = max(needed, shown)
    text = _digits(abs(above) * 10**shown // below).rjust(shown + 1, "0")
    text = f"{text[:-shown]}.{text[-shown:]}"
    return f"-{text}" if above < 0 else text


def _digits(number: int) -> str:
    """The digits of a whole number of any length; `str` alone refuses very long ones."""
    return str(number) if abs(number) < _LONG else format(Decimal(number), "f")


def to_decimal(value: Fraction, places: int | None = None) -> Decimal:
    """The value as a `Decimal` with the places that are printed.

    Raises:
        NumberError: when the decimal form does not end (200/3).
    """
    text = to_text(value, places)
    if "/" in text:
        raise NumberError("not-a-number", text)
    return Decimal(text)
