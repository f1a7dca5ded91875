"""One value out of many: the middle one, the lowest, the highest."""

from collections.abc import Sequence

from attrs import frozen

from ujikom_rules.plugin import (
    Aggregator,
    Figure,
    Item,
    NodeAt,
    Part,
    Text,
    largest_of,
    mean_of,
    picked,
    smallest_of,
)


@frozen(kw_only=True, eq=False, repr=False)
class Median:
    """The middle value; of an even number of values the mean of the two middle ones.

    Takes neither weights nor factors and gives the unit of the values. No value where there are
    no items.

    Source: declared by the ruleset.
    """

    def combine(self, items: Sequence[Item], at: NodeAt) -> Figure | None:  # noqa: ARG002
        """The value in the middle."""
        if not items:
            return None
        rising = sorted((item.value for item in items), key=lambda each: each.value)
        half = len(rising) // 2
        if len(rising) % 2:
            return picked(rising[half], *rising[:half], *rising[half + 1 :])
        return mean_of(rising[half - 1 : half + 1])


@frozen(kw_only=True, eq=False, repr=False)
class Minimum:
    """The lowest of value × factor.

    Takes factors, plain multipliers of any sign (1 where nothing is said), and gives the unit of
    the values. Each term is rounded at ``term``; marks of examiners have no factor and are
    compared as they are. No value where there are no items.

    Source: declared by the ruleset.
    """

    def combine(self, items: Sequence[Item], at: NodeAt) -> Figure | None:  # noqa: ARG002
        """The lowest term."""
        return smallest_of(_terms(items)) if items else None


@frozen(kw_only=True, eq=False, repr=False)
class Maximum:
    """The highest of value × factor.

    Takes factors, plain multipliers of any sign (1 where nothing is said), and gives the unit of
    the values. Each term is rounded at ``term``; marks of examiners have no factor and are
    compared as they are. No value where there are no items.

    Source: declared by the ruleset.
    """

    def combine(self, items: Sequence[Item], at: NodeAt) -> Figure | None:  # noqa: ARG002
        """The highest term."""
        return largest_of(_terms(items)) if items else None


def _terms(items: Sequence[Item]) -> list[Figure]:
    return [item.value if item.factor is None else item.term for item in items]


EXTREMES: list[Part[Aggregator]] = [
    Part(
        "median",
        Median,
        summary=Text("Nilai tengah.", "The middle value."),
    ),
    Part(
        "minimum",
        Minimum,
        takes="factor",
        summary=Text("Nilai kali faktor yang terendah.", "The lowest of values times factors."),
    ),
    Part(
        "maximum",
        Maximum,
        takes="factor",
        summary=Text("Nilai kali faktor yang tertinggi.", "The highest of values times factors."),
    ),
]
