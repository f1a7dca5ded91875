"""Columns of exact numbers: whole numbers over one denominator, joined and rounded as such.

What the aggregators of the core do with fractions is done here with whole numbers, for all
candidacies of a column at once. No value is cut: a division only makes the denominator larger.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import lcm
from typing import Any

from ujikom_rules.exact import Rounding

JOINED = frozenset(
    (
        "weighted-mean", "weighted-sum", "sum", "mean", "median", "minimum", "maximum",
        "trimmed-mean", "trimmed-sum",
    )
)  # fmt: skip


class Column:
    """One number for each candidacy: whole `numbers` over `below`."""

    __slots__ = ("below", "numbers")

    def __init__(self, numbers: list[int], below: int) -> None:
        self.numbers, self.below = numbers, below

    def times(self, factor: Fraction) -> "Column":
        """Every number times a factor."""
        above, below = factor.as_integer_ratio()
        return Column(_scaled(self.numbers, above), self.below * below)

    def rounded(self, rounding: Rounding | None) -> "Column":
        """Every number rounded; itself where `rounding` is None."""
        if rounding is None:
            return self
        return Column(rounding.column(self.numbers, self.below), 10**rounding.places)

    def over(self, below: int) -> "Column":
        """The same numbers over a multiple of their denominator."""
        return Column(_scaled(self.numbers, below // self.below), below)

    def value(self, number: int) -> Fraction:
        """The number of one candidacy."""
        return Fraction(self.numbers[number], self.below)


def column_of(values: Sequence[Fraction]) -> Column:
    """Fractions over one denominator."""
    below = lcm(*{value.denominator for value in values})
    return Column([each.numerator * (below // each.denominator) for each in values], below)


def _scaled(numbers: list[int], factor: int) -> list[int]:
    return numbers if factor == 1 else [number * factor for number in numbers]


def join(name: str, part: Any, columns: Sequence[Column]) -> Column | None:
    """What an aggregator of the core makes of values or terms; None where it makes nothing.

    Args:
        name: one of `JOINED`.
        part: the aggregator, for its keys.
        columns: at least one; of weighted aggregators the terms, of others what they join.
    """
    below = lcm(*(column.below for column in columns))
    many = len(columns)
    rows = zip(*(each.over(below).numbers for each in columns), strict=True)
    match name:
        case "mean":
            return Column(list(map(sum, rows)), below * many)
        case "median":
            half = many // 2
            if many % 2:
                return Column([sorted(row)[half] for row in rows], below)
            return Column([sum(sorted(row)[half - 1 : half + 1]) for row in rows], below * 2)
        case "minimum":
            return Column([min(row) for row in rows], below)
        case "maximum":
            return Column([max(row) for row in rows], below)
        case "trimmed-mean" | "trimmed-sum":
            left = many - 2 * part.drop
            if left < 1:
                return None
            sums = [sum(sorted(row)[part.drop : many - part.drop]) for row in rows]
            return Column(sums, below * left if name == "trimmed-mean" else below)
        case _:
            return Column(list(map(sum, rows)), below)
