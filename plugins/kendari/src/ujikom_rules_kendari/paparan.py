"""A work programme: a written paper and its presentation."""

from fractions import Fraction
from typing import Literal

from attrs import frozen

from ujikom_rules.plugin import Fact, Figure, Refusal, StageOutcome, StageSheet, Text, share_of

LATE = Text(
    "naskah terlambat: bagian lisan bernilai 0", "the paper was late: the oral half counts 0"
)
_SHARE = Figure(Fraction(40))
TITLES = {
    "part": Text("bagian", "half"),
    "written-share": Text("bagian naskah, dalam persen", "share of the paper, in per cent"),
    "on-time": Text("naskah tepat waktu", "the paper in time"),
}
WORDS = {"part": {"written": Text("naskah", "the paper"), "oral": Text("paparan", "presented")}}


@frozen(kw_only=True)
class Half:
    """What this kind adds to its criteria.

    Attributes:
        part: whether the criterion rates the paper, ``written``, or its presentation, ``oral``.
    """

    part: Literal["written", "oral"]


@frozen(kw_only=True)
class ProgramPaparan:
    """A written paper and its presentation, both rated by the whole panel.

    The criteria of each half are joined by the stage's ``aggregation``; then the two halves are
    joined by `written_share`. Weights of criteria so count inside their own half. A late paper
    leaves its written half as it is, and the oral half counts 0, with a note. Where nobody
    recorded whether the paper was on time, the stage is incomplete.

    Source: an assumption; Kendari published that a work programme is presented, and no number.

    Attributes:
        written_share: what the paper counts, in per cent; the presentation counts the rest.
        on_time: whether the paper came in time.

    Raises:
        Refusal: for a share outside 0 to 100.
    """

    written_share: Figure = _SHARE
    on_time: bool | Fact = True

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.written_share.value <= 100:
            raise Refusal(
                Text(
                    f"written-share {self.written_share.text} bukan persen, 0 sampai 100.",
                    f"written-share {self.written_share.text} is not per cent, 0 to 100.",
                ),
                key="written-share",
            )

    def score(self, sheet: StageSheet) -> StageOutcome:
        """Join the two halves; called only when every criterion has a value."""
        written, oral = sheet.joined(part="written"), sheet.joined(part="oral")
        in_time = self.on_time if isinstance(self.on_time, bool) else sheet.fact(self.on_time)
        late = in_time is not True
        if late:
            oral = Figure(Fraction(0), "zero", label=LATE)
        value = share_of(written, self.written_share) + share_of(oral, 100 - self.written_share)
        return sheet.outcome(value, label="paparan", note=LATE if late else None)
