"""Intervals of exact numbers: what a value of the tree can be at most and at least."""

from collections.abc import Iterable
from fractions import Fraction

from attrs import frozen

from ujikom_rules.exact import Rounding

ZERO = Fraction(0)


@frozen
class Interval:
    """All numbers between two bounds, both included; a bound that is None is not known.

    Attributes:
        low, high: the bounds.
        tight: whether marks can be given with which the value lies on each of the two; nothing
            else is said to be reached.
    """

    low: Fraction | None = None
    high: Fraction | None = None
    tight: bool = False

    def holds(self, value: Fraction) -> bool:
        """Whether a number lies between the bounds."""
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)

    @property
    def point(self) -> Fraction | None:
        """The one number that there is, where both bounds are the same."""
        return self.low if self.low is not None and self.low == self.high else None

    def loose(self) -> "Interval":
        """The same bounds, without a claim that they are reached."""
        return Interval(self.low, self.high)

    def rounded(self, rounding: Rounding | None) -> "Interval":
        """Between what the bounds are rounded to: rounding keeps the order."""
        if rounding is None:
            return self
        low = None if self.low is None else rounding.apply(self.low)
        high = None if self.high is None else rounding.apply(self.high)
        return Interval(low, high, self.tight)

    def moved(self, by: Fraction) -> "Interval":
        """With a number added."""
        return Interval(
            None if self.low is None else self.low + by,
            None if self.high is None else self.high + by,
            self.tight,
        )

    def times(self, factor: Fraction) -> "Interval":
        """With every number multiplied; a negative factor turns the bounds round."""
        if factor == 0:
            return Interval(ZERO, ZERO, self.tight)
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        return Interval(high, low, self.tight) if factor < 0 else Interval(low, high, self.tight)


ANY = Interval()


def exactly(value: Fraction) -> Interval:
    """One number alone."""
    return Interval(value, value, tight=True)


def hull(intervals: Iterable[Interval | None]) -> Interval | None:
    """The least interval around several; None where none of them has a number.

    >>> hull([exactly(Fraction(1)), None, Interval(Fraction(3), None)])
    Interval(low=Fraction(1, 1), high=None, tight=False)
    """
    known = [each for each in intervals if each is not None]
    if not known:
        return None
    lows, highs = lows_of(known), highs_of(known)
    return Interval(
        None if None in lows else min(each for each in lows if each is not None),
        None if None in highs else max(each for each in highs if each is not None),
        all(each.tight for each in known),
    )


def with_zero(interval: Interval | None) -> Interval:
    """The interval with 0 in it, for what may count 0 in place of a value."""
    if interval is None:
        return exactly(ZERO).loose()
    if interval.holds(ZERO):
        return interval
    low = None if interval.low is None else min(interval.low, ZERO)
    high = None if interval.high is None else max(interval.high, ZERO)
    return Interval(low, high)


def lows_of(intervals: Iterable[Interval]) -> list[Fraction | None]:
    """The lower bounds."""
    return [each.low for each in intervals]


def highs_of(intervals: Iterable[Interval]) -> list[Fraction | None]:
    """The upper bounds."""
    return [each.high for each in intervals]


def product(one: Interval, other: Interval) -> Interval:
    """Every product of a number of one with a number of the other."""
    ends = (one.low, one.high, other.low, other.high)
    if any(each is None for each in ends):
        return ANY
    found = [a * b for a in ends[:2] for b in ends[2:] if a is not None and b is not None]
    return Interval(min(found), max(found))
