"""A mark or a fact to a common scale."""

from collections.abc import Mapping, Sequence
from typing import Literal

from attrs import frozen

from ujikom_rules.builtin.bands import Bounds, faults
from ujikom_rules.plugin import (
    Figure,
    NodeAt,
    Part,
    Predicate,
    Refusal,
    Scale,
    Text,
    ValueFunction,
    largest_of,
    nearest,
    picked,
    smallest_of,
    sum_of,
    to_text,
)


def _chosen(choice: Figure, x: Figure | None) -> Figure:
    """A figure that was chosen because of `x`, where there is one."""
    return picked(choice) if x is None else picked(choice, x)


@frozen(kw_only=True, eq=False, repr=False)
class Linear:
    """Moves a scale onto another: c + (x − a) × (d − c) / (b − a), exactly.

    Takes the unit of `from`, gives the unit of `to`. Monotone: rising where both pairs rise or
    both fall, falling otherwise. A number outside `from` is carried on along the same line.

    Source: declared by the ruleset.

    Attributes:
        from_: a and b, two different numbers of the scale that comes in.
        to: c and d, what a and b become.

    Raises:
        Refusal: when a and b are equal.
    """

    from_: tuple[Figure, Figure]
    to: tuple[Figure, Figure]

    def __attrs_post_init__(self) -> None:
        if self.from_[0].value == self.from_[1].value:
            raise Refusal(
                Text(
                    "Kedua angka from harus berbeda.",
                    "The two numbers of from must be different.",
                ),
                key="from.1",
                also="from.0",
            )

    @property
    def of_numbers(self) -> bool:
        """A word has no value here."""
        return True

    def value(self, x: Figure | None, at: NodeAt) -> Figure | None:  # noqa: ARG002
        """The number on the other scale."""
        if x is None:
            return None
        (a, b), (c, d) = self.from_, self.to
        return (x - a) * (d - c) / (b - a) + c


@frozen(kw_only=True, eq=False, repr=False)
class Levels:
    """Gives each level its points.

    A level is named by its id, a level without an id and a plain mark by its number, a text fact
    by its text, a yes-no fact by ``yes`` or ``no``. Gives the unit of `points`. Monotone only
    where the points are. No value for a text that has no points.

    Source: declared by the ruleset.

    Attributes:
        points: the points of each level.

    Raises:
        Refusal: for an empty table.
    """

    points: Mapping[str, Figure]

    def __attrs_post_init__(self) -> None:
        if not self.points:
            raise Refusal(
                Text("points masih kosong.", "points is empty."),
                key="points",
            )

    def value(self, x: Figure | None, at: NodeAt) -> Figure | None:
        """The points of the level that was marked."""
        name = at.level
        if name is None and x is not None:
            name = to_text(x.value)
        points = None if name is None else self.points.get(name)
        return None if points is None else _chosen(points, x)

    def check(self, scale: Scale | None) -> Sequence[Refusal]:
        """Refuse points that leave out a level of the scale, and scales without steps."""
        if scale is None:
            return []
        if scale.levels:
            names = [level.id or to_text(level.value) for level in scale.levels]
        elif scale.step is not None:
            # One mark more than there are points is enough to show that one is left out.
            count = min((scale.upper - scale.lower) // scale.step, len(self.points))
            names = [to_text(scale.lower + place * scale.step) for place in range(count + 1)]
        else:
            return [
                Refusal(
                    Text(
                        "levels perlu skala bertingkat atau ber-step; pakai bands atau linear.",
                        "levels needs a scale with levels or a step; take bands or linear.",
                    )
                )
            ]
        missing = [name for name in names if name not in self.points]
        whole = bool(scale.levels) or len(names) <= len(self.points)  # all marks were looked at
        strange = [name for name in self.points if whole and name not in names]
        return [_without_points(name, missing, strange) for name in missing]


def _without_points(name: str, missing: Sequence[str], strange: Sequence[str]) -> Refusal:
    """A level without points; where another word stands in its place, at that one."""
    instead = nearest(name, strange)
    if len(missing) == len(strange) == 1:
        instead = strange[0]
    if not instead:
        return Refusal(
            Text(f"Tingkat {name} belum ada di points.", f"Level {name} has no points."),
            key="points",
        )
    return Refusal(
        Text(
            f"Tidak ada tingkat {instead}, dan tingkat {name} belum ada di points.",
            f"There is no level {instead}, and level {name} has no points.",
        ),
        key=f"points.{instead}",
        at_key=True,
        known=missing,
    )


@frozen(kw_only=True, eq=False, repr=False)
class ValueBand(Bounds):
    """A band that gives a value.

    Attributes:
        value: what a number in this band becomes.
    """

    value: Figure

    @property
    def called(self) -> str:
        """The value."""
        return self.value.text


@frozen(kw_only=True, eq=False, repr=False)
class Bands:
    """Gives each band of numbers its value.

    Takes the unit of the bounds, gives the unit of the values. Every number lies in exactly one
    band: gaps and overlaps are refused, on a scale with steps those at its marks, else those at
    any number. Monotone only where the values are. No value for a number outside all bands.

    Source: declared by the ruleset.

    Attributes:
        bands: the bands, in any order.

    Raises:
        Refusal: where no band is given.
    """

    bands: tuple[ValueBand, ...]

    def __attrs_post_init__(self) -> None:
        if not self.bands:
            raise Refusal(
                Text("bands masih kosong.", "bands is empty."),
                key="bands",
            )

    @property
    def of_numbers(self) -> bool:
        """A word has no value here."""
        return True

    def value(self, x: Figure | None, at: NodeAt) -> Figure | None:  # noqa: ARG002
        """The value of the band in which `x` lies."""
        if x is None:
            return None
        return next((picked(band.value, x) for band in self.bands if band.holds(x)), None)

    def check(self, scale: Scale | None) -> Sequence[Refusal]:
        """Refuse gaps and overlaps, and ends that do not cover the scale."""
        return faults(self.bands, scale)


@frozen(kw_only=True, eq=False, repr=False)
class Case:
    """One case: what must hold, and what it gives.

    Attributes:
        when: the predicate.
        value: the value of the case.
    """

    when: Predicate
    value: Figure


@frozen(kw_only=True, eq=False, repr=False)
class Conditions:
    """Gives the value of the case that holds.

    Reads facts, evidence and earlier stages through predicates; the mark itself matters only
    where `otherwise` keeps it. Gives the unit of the values. No value while it cannot be known
    which case holds: with ``first`` when a case before the first true one is unknown, with the
    others when any case is.

    Source: declared by the ruleset.

    Attributes:
        cases: the cases; for ``first`` their order decides.
        take: of several that hold the ``first``, the ``highest``, the ``lowest``, or their
            ``sum``.
        otherwise: the value where no case holds; ``unchanged`` keeps the mark.

    Raises:
        Refusal: where no case is given.
    """

    cases: tuple[Case, ...]
    take: Literal["first", "highest", "lowest", "sum"] = "first"
    otherwise: Figure | Literal["unchanged"]

    def __attrs_post_init__(self) -> None:
        if not self.cases:
            raise Refusal(
                Text("cases masih kosong.", "cases is empty."),
                key="cases",
            )

    def value(self, x: Figure | None, at: NodeAt) -> Figure | None:
        """The value of the cases that hold, or the other one."""
        held: list[Figure] = []
        for case in self.cases:
            holds = at.holds(case.when)
            if holds is None:
                return None
            if holds:
                held.append(case.value)
                if self.take == "first":
                    break
        if held:
            return _chosen(self._taken(held), x)
        return x if isinstance(self.otherwise, str) else _chosen(self.otherwise, x)

    def _taken(self, held: Sequence[Figure]) -> Figure:
        match self.take:
            case "first":
                return held[0]
            case "highest":
                return largest_of(held)
            case "lowest":
                return smallest_of(held)
            case _:
                return sum_of(held)


VALUE_FUNCTIONS: list[Part[ValueFunction]] = [
    Part(
        "linear",
        Linear,
        summary=Text("Memindahkan satu skala ke skala lain.", "Moves a scale onto another."),
    ),
    Part(
        "levels",
        Levels,
        summary=Text("Nilai untuk tiap tingkat.", "Gives each level its points."),
    ),
    Part(
        "bands",
        Bands,
        summary=Text("Nilai untuk tiap rentang.", "Gives each band of numbers its value."),
    ),
    Part(
        "conditions",
        Conditions,
        summary=Text(
            "Nilai menurut keadaan yang berlaku.", "Gives the value of the case that holds."
        ),
    ),
]
