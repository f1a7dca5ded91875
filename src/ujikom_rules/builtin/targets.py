"""What is measured against a target, the level that a post requires."""

from collections.abc import Sequence
from fractions import Fraction

from attrs import frozen

from ujikom_rules.plugin import (
    Aggregator,
    Fact,
    Figure,
    Item,
    NodeAt,
    Part,
    Refusal,
    Scale,
    Text,
    ValueFunction,
    picked,
    smallest_of,
    sum_of,
    to_text,
)


@frozen(kw_only=True, eq=False, repr=False)
class Jpm:
    """The job-person match: Σ values / Σ targets × 100.

    Takes the `target` of every child (of the criterion itself where examiners are pooled),
    neither weights nor factors, and gives per cent. It stands at the place ``jpm``; where a `cap`
    is declared, the lower of the two goes on. No value where there are no items, and none, with a
    finding, where a target is missing or the targets sum to 0. A child that is left out counts
    neither above nor below the line.

    Source: declared by the ruleset.

    Attributes:
        cap: the highest value that goes on, in per cent, above 0; left out, nothing is capped.

    Raises:
        Refusal: for a `cap` that is not above 0.
    """

    cap: Figure | None = None

    def __attrs_post_init__(self) -> None:
        if self.cap is not None and self.cap.value <= 0:
            raise Refusal(Text("cap harus di atas 0.", "cap must be above 0."), key="cap")

    def combine(self, items: Sequence[Item], at: NodeAt) -> Figure | None:
        """Σ value / Σ target × 100, at most `cap`."""
        if not items:
            return None
        without = ", ".join(item.id for item in items if item.target is None)
        if without:
            at.find(Text(f"belum ada target untuk: {without}.", f"no target for: {without}."))
            return None
        targets = sum_of(item.target for item in items if item.target is not None)
        if targets.value == 0:
            at.find(Text("jumlah target adalah 0.", "the targets sum to 0."))
            return None
        match = at.place("jpm", sum_of(item.value for item in items) / targets * 100)
        return match if self.cap is None else smallest_of((match, self.cap))


@frozen(kw_only=True, eq=False, repr=False)
class Gap:
    """Looks the gap between mark and target up in a table.

    The gap is mark − target, in the unit of the scale, and stands at the place ``gap``. Gives the
    unit of the values in the table. Monotone only where those are. A gap that is not in the table
    is no value, with a finding, and so is a target that is missing.

    Source: declared by the ruleset; profile matching takes its weights so.

    Attributes:
        table: pairs of a gap and its value: ``[[-1, 4], [0, 5], [1, 4.5]]``.

    Raises:
        Refusal: for a table without rows, a gap that stands twice, a criterion without `target`,
            and a mark of the scale whose gap to a fixed target is not in the table.
    """

    table: tuple[tuple[Figure, Figure], ...]

    def __attrs_post_init__(self) -> None:
        if not self.table:
            raise Refusal(Text("table masih kosong.", "table is empty."), key="table")
        gaps = [gap.value for gap, _ in self.table]
        for number, gap in enumerate(gaps):
            if gap in gaps[:number]:
                said = to_text(gap)
                raise Refusal(
                    Text(f"Selisih {said} tertulis dua kali.", f"The gap {said} stands twice."),
                    key=f"table.{number}.0",
                    also=f"table.{gaps.index(gap)}.0",
                )

    @property
    def of_numbers(self) -> bool:
        """A word has no value here."""
        return True

    def value(self, x: Figure | None, at: NodeAt) -> Figure | None:
        """The value of the gap."""
        if x is None:
            return None
        target = at.target
        if target is None:
            at.find(Text("target belum diketahui.", "the target is not known."))
            return None
        gap = at.place("gap", x - target)
        found = next((value for each, value in self.table if each.value == gap.value), None)
        if found is None:
            said = to_text(gap.value)
            at.find(Text(f"selisih {said} tidak ada di table.", f"the gap {said} is not in table."))
            return None
        return picked(found, gap)

    def check_target(self, scale: Scale | None, target: Figure | Fact | None) -> Sequence[Refusal]:
        """Refuse a criterion without target, and marks whose gap is not in the table."""
        if target is None:
            return [
                Refusal(
                    Text(
                        "gap perlu target; tulis target = … pada kriteria ini.",
                        "gap needs a target; write target = … on this criterion.",
                    )
                )
            ]
        if scale is None or not isinstance(target, Figure):
            return []
        gaps = {gap.value for gap, _ in self.table}
        return [
            self._without(mark, target)
            for mark in _marks(scale, len(gaps))
            if mark - target.value not in gaps
        ]

    @staticmethod
    def _without(mark: Fraction, target: Figure) -> Refusal:
        gap, said = to_text(mark - target.value), to_text(mark)
        return Refusal(
            Text(
                f"Nilai {said} berselisih {gap} dari target, tetapi {gap} belum ada di table.",
                f"The mark {said} has the gap {gap} to the target, but table has no {gap}.",
            ),
            key="table",
        )


def _marks(scale: Scale, rows: int) -> list[Fraction]:
    """The marks of a scale with levels or a step; of many, one more than a table has rows."""
    if scale.levels:
        return [level.value for level in scale.levels]
    if scale.step is None:
        return []
    steps = min((scale.upper - scale.lower) // scale.step, rows)
    return [scale.lower + number * scale.step for number in range(steps + 1)]


TARGET_AGGREGATORS: list[Part[Aggregator]] = [
    Part(
        "jpm",
        Jpm,
        internal=False,
        summary=Text(
            "Job person match: jumlah nilai dibagi jumlah target, dalam persen.",
            "The job-person match: values against targets, in per cent.",
        ),
    ),
]
TARGET_VALUES: list[Part[ValueFunction]] = [
    Part(
        "gap",
        Gap,
        summary=Text("Nilai menurut selisih dari target.", "Gives each gap to the target a value."),
    ),
]
