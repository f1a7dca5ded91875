"""Who is seated on a panel, and whether the panel is made up as it must be."""

from collections.abc import Sequence
from typing import Literal

from attrs import frozen

from ujikom_rules.builtin.panel_clauses import (
    Chair,
    Conflict,
    Examinee,
    Internal,
    Quorum,
    Seat,
    Size,
    check_kinds,
    refuse_below,
)
from ujikom_rules.plugin import Examiner, PanelAt, PanelRule, Part, Text


@frozen(kw_only=True, eq=False, repr=False)
class Composition:
    """Seats the examiners and checks how the panel is made up.

    Who is examined at the same event is not seated where `examinee` is said, and who has declared
    a conflict is not where `conflict` says ``unseat``. Size, seats, chairs and the internal share
    are then counted over those who are seated. Only clauses that are written are checked; each
    says a breach with its own severity, since real panels deviate.

    Source: PP 11/2017 art. 114(6)d on conflicts of interest. Five to nine, odd and at most 45 per
    cent internal is what is published on selection panels; such numbers stand in the ruleset,
    with their source.

    Attributes:
        size: how many are seated.
        seats: how many of each kind; a seated examiner of another kind is a warning.
        chair: how many chairs.
        internal: the highest share of internal examiners, in per cent.
        examinee: ``true`` or a table bars those who are examined.
        conflict: what a recusal does to the examiner.
        quorum: how many marks a stage needs at least, where it does not say so itself.

    Raises:
        Refusal: for counts below 0 and a quorum below 1.
    """

    size: Size | None = None
    seats: tuple[Seat, ...] = ()
    chair: int | Chair | None = None
    internal: Internal | None = None
    examinee: bool | Examinee = False
    conflict: Literal["recuse", "unseat"] | Conflict = "recuse"
    quorum: int | Quorum | None = None

    def __attrs_post_init__(self) -> None:
        if isinstance(self.chair, int):
            refuse_below(0, self.chair, "chair")
        if isinstance(self.quorum, int):
            refuse_below(1, self.quorum, "quorum")

    @property
    def quorum_count(self) -> int | None:
        """The quorum that this rule sets, for stages that set none themselves."""
        return self.quorum.at_least if isinstance(self.quorum, Quorum) else self.quorum

    def seat(self, examiners: Sequence[Examiner], panel: PanelAt) -> Sequence[str]:
        """The ids of those who are seated, sorted."""
        seated: Sequence[Examiner] = sorted(examiners, key=lambda examiner: examiner.id)
        if self.examinee:
            bar = self.examinee if isinstance(self.examinee, Examinee) else Examinee()
            seated = bar.keep(seated, panel)
        conflict = self.conflict
        if not isinstance(conflict, Conflict):
            conflict = Conflict(effect=conflict)
        seated = conflict.keep(seated, panel)
        for clause in self._counted():
            clause.check(seated, panel)
        if self.seats:
            check_kinds(self.seats, seated, panel)
        return [examiner.id for examiner in seated]

    def _counted(self) -> Sequence[Size | Seat | Chair | Internal | Quorum]:
        """The clauses about those who are seated, each as its own table."""
        chair = Chair(count=self.chair) if isinstance(self.chair, int) else self.chair
        quorum = Quorum(at_least=self.quorum) if isinstance(self.quorum, int) else self.quorum
        clauses = (self.size, *self.seats, chair, self.internal, quorum)
        return [clause for clause in clauses if clause is not None]


PANEL_RULES: list[Part[PanelRule]] = [
    Part(
        "composition",
        Composition,
        summary=Text(
            "Susunan panitia seleksi: jumlah, unsur, ketua, bagian internal, benturan, kuorum.",
            "Seats the examiners and checks size, seats, chair, internal share, conflicts, quorum.",
        ),
    ),
]
