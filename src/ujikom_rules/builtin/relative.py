"""A mark seen from the other end of its scale, or against the best of all marks."""

from collections.abc import Sequence
from typing import Literal

from attrs import frozen

from ujikom_rules.plugin import (
    Figure,
    NodeAt,
    Part,
    Refusal,
    Scale,
    Text,
    ValueFunction,
    largest_of,
    smallest_of,
)

_LOWER = Text("batas bawah skala", "lower bound of the scale")
_UPPER = Text("batas atas skala", "upper bound of the scale")


@frozen(kw_only=True, eq=False, repr=False)
class Reversed:
    """Turns a scale round: lower + upper − x.

    Takes and gives the unit of the scale. Monotone: falling. The bounds are those of what comes
    in: of the criterion's scale, of a number fact, or those that joined criteria keep.

    Source: declared by the ruleset.

    Attributes:
        lower: the lower bound; left out, the scale's.
        upper: the upper bound; left out, the scale's.

    Raises:
        Refusal: where neither the keys nor a scale give both bounds, and where the lower is not
            below the upper.
    """

    lower: Figure | None = None
    upper: Figure | None = None

    @property
    def of_numbers(self) -> bool:
        """A word has no value here."""
        return True

    def value(self, x: Figure | None, at: NodeAt) -> Figure | None:
        """The number as far from the upper bound as it was from the lower."""
        ends = self._ends(at.scale)
        if x is None or ends is None:
            return None
        lower, upper = ends
        return lower + upper - x

    def check(self, scale: Scale | None) -> Sequence[Refusal]:
        """Refuse bounds that nothing gives, or that stand the wrong way round."""
        ends = self._ends(scale)
        if ends is None:
            return [
                Refusal(
                    Text(
                        "Skala di sini tidak diketahui; tulis lower dan upper.",
                        "The scale is not known here; write lower and upper.",
                    )
                )
            ]
        if ends[0] < ends[1]:
            return []
        return [
            Refusal(
                Text("lower harus di bawah upper.", "lower must be below upper."),
                key="upper" if self.lower is None else "lower",
                also="" if self.lower is None else "upper",
            )
        ]

    def _ends(self, scale: Scale | None) -> tuple[Figure, Figure] | None:
        lower, upper = self.lower, self.upper
        if scale is not None:
            lower = Figure(scale.lower, label=_LOWER) if lower is None else lower
            upper = Figure(scale.upper, label=_UPPER) if upper is None else upper
        return None if lower is None or upper is None else (lower, upper)


@frozen(kw_only=True, eq=False, repr=False)
class Normalised:
    """Sets each value against the best of the cohort: x / best, or best / x.

    Norm-referenced: the cohort are those of the group of the main standing who have a value here
    and were not stopped before, so everybody's value depends on the others'; reports say so. The
    best itself becomes 1. Gives a plain ratio. Monotone in x: rising for ``high``, falling for
    ``low``. No value, with a finding, where it would divide by a best or a value of 0. Marks of
    examiners are pooled first: write ``on = "pooled"``.

    Source: declared by the ruleset; simple additive weighting (SAW) normalises so.

    Attributes:
        prefer: whether the ``high`` or the ``low`` value is the best; ``high`` gives x / best,
            ``low`` gives best / x.
    """

    prefer: Literal["high", "low"] = "high"

    @property
    def of_numbers(self) -> bool:
        """A word has no value here."""
        return True

    def value(self, x: Figure | None, at: NodeAt) -> Figure | None:
        """The ratio to the best."""
        if x is None:
            return None
        if self.prefer == "high":
            above, below = x, largest_of(at.cohort)
        else:
            above, below = smallest_of(at.cohort), x
        if below.value == 0:
            at.find(
                Text(
                    "pembaginya 0, jadi normalised tidak memberi nilai.",
                    "it would divide by 0, so normalised gives no value.",
                )
            )
            return None
        return above / below


RELATIVE: list[Part[ValueFunction]] = [
    Part(
        "reversed",
        Reversed,
        summary=Text("Skala yang dibalik.", "Turns a scale round."),
    ),
    Part(
        "normalised",
        Normalised,
        cohort=True,
        summary=Text(
            "Perbandingan dengan nilai terbaik di antara peserta.",
            "Sets each value against the best of the cohort.",
        ),
    ),
]
