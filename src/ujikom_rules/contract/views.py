"""What a part is shown beside its values: read-only views, the real interface of authors.

They grow with need, never by habit; a test keeps their list.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, Protocol, TypeAlias

from ujikom_rules.errors import Severity
from ujikom_rules.messages import Lang, Text
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.outcome import Result, StageOutcome
from ujikom_rules.model.predicate import Predicate
from ujikom_rules.model.ruleset import Compare, FactRef, Scale
from ujikom_rules.model.scoresheet import Advice, Candidacy, Evidence, Examiner

Fact: TypeAlias = FactRef
FactValue: TypeAlias = Figure | str | bool | date


class CandidacyAt(Protocol):
    """One candidacy: who, for which position, with which facts."""

    @property
    def candidacy(self) -> Candidacy:
        """The row of the scoresheet."""
        ...

    def fact(self, name: str | Fact) -> FactValue | None:
        """A declared fact, typed; numbers are figures; None where it is missing."""
        ...

    def holds(self, predicate: Predicate) -> bool | None:
        """Whether a predicate holds; None where what it asks about is missing."""
        ...

    def number(self, given: Figure | Fact) -> Figure | None:
        """A number that a key gives itself or through a fact; None where the fact is missing."""
        ...


class Item(Protocol):
    """One of the values that an aggregator combines."""

    @property
    def id(self) -> str:
        """The criterion's or stage's id, or the examiner's where examiners are pooled."""
        ...

    @property
    def value(self) -> Figure:
        """Its value."""
        ...

    @property
    def weight(self) -> Figure | None:
        """Its weight in per cent, where weights are taken."""
        ...

    @property
    def factor(self) -> Figure | None:
        """Its factor, where factors are taken."""
        ...

    @property
    def target(self) -> Figure | None:
        """The required level of the child, of the leaf itself where examiners are pooled."""
        ...

    @property
    def examiner(self) -> Examiner | None:
        """The examiner, where examiners are pooled."""
        ...

    @property
    def term(self) -> Figure:
        """Value × weight / 100, or value × factor, rounded at ``term`` and addressed."""
        ...


class NodeAt(CandidacyAt, Protocol):
    """The node at which an aggregator or a value function works, for one candidacy."""

    @property
    def scale(self) -> Scale | None:
        """The scale of what comes in: marks, a number fact, or what is known of joined values."""
        ...

    @property
    def target(self) -> Figure | None:
        """The required level."""
        ...

    @property
    def level(self) -> str | None:
        """What the leaf reads, as a name: the id of the level that was marked, or a fact's text.

        A yes-no fact reads ``yes`` or ``no``. None for plain numbers, and once another value
        function has changed the mark.
        """
        ...

    def rating(self, item: Item, corrected: Figure) -> Figure:
        """A corrected mark, rounded at ``rating``; it takes the mark's place in the working."""
        ...

    def combine(self, part: "Aggregator", items: Sequence[Item], group: str = "") -> Figure | None:
        """What a nested part makes of some of the items.

        A part that joins several groups names each: what the nested part makes for one group then
        stands at addresses of that group's own, such as ``wawancara@R1/chair:term``.
        """
        ...

    def room(self, examiner: Examiner) -> str:
        """The room in which the examiner met this candidacy; empty for none."""
        ...

    def item(self, id: str, value: Figure, weight: Figure | None = None) -> Item:
        """An item of the part's own making, for a nested part."""
        ...

    def groups_owed(self, by: str) -> frozenset[str]:
        """The groups (room, kind, role, origin) that owe this candidacy a mark."""
        ...

    @property
    def cohort(self) -> tuple[Figure, ...]:
        """For norm-referenced parts: what they are given of everybody in the candidacy's group.

        Those of the group of the main standing who came to the stage and have a value here, by
        id, the candidacy's own among them; empty for all other parts.
        """
        ...

    def place(self, name: str, figure: Figure) -> Figure:
        """Stand a figure at a place of the part's own: ``<node>[@<examiner>]:<name>``."""
        ...

    def find(self, text: Text, severity: Severity = "warning", hint: Text | None = None) -> None:
        """Say something about this candidacy at this node as a finding."""
        ...


class StageSheet(CandidacyAt, Protocol):
    """One candidacy's sheet of one stage; every criterion has a value."""

    @property
    def stage(self) -> str:
        """The stage's id."""
        ...

    def joined(self, **keys: Any) -> Figure:
        """The criteria joined by the stage's aggregation; only those with these own keys."""
        ...

    def value(self, criterion: str) -> Figure:
        """The value of one criterion."""
        ...

    def outcome(
        self, value: Figure | Fraction | int, label: str = "", note: Text | None = None
    ) -> StageOutcome:
        """An outcome with points."""
        ...

    def gate(self, met: bool | None, note: Text | None = None) -> StageOutcome:
        """The outcome of a gate; None where it cannot be known yet."""
        ...

    def advised(self, note: Text | None = None) -> StageOutcome:
        """The outcome of a stage that only records."""
        ...

    def documents(
        self, met: bool | None, waiting: Sequence[str], note: Text | None = None
    ) -> StageOutcome:
        """The outcome of a stage about documents."""
        ...

    def evidence(self, id: str, *, own: bool = False) -> Evidence | None:
        """A document of the event, or of this candidacy where `own`; None where none is there."""
        ...

    @property
    def seated(self) -> tuple[str, ...]:
        """The ids of the seated examiners."""
        ...

    @property
    def advice(self) -> tuple[Advice, ...]:
        """What was recorded as advice for this stage."""
        ...

    def find(self, text: Text, severity: Severity = "warning", hint: Text | None = None) -> None:
        """Say something about this candidacy's sheet as a finding."""
        ...


class CohortAt(Protocol):
    """All candidacies that have come to a stage."""

    @property
    def stage(self) -> str:
        """The stage's id."""
        ...

    @property
    def sheets(self) -> Mapping[str, StageSheet]:
        """Their sheets, by the candidacy's id."""
        ...

    def standing(
        self,
        by: str = "",
        within: Sequence[str | Fact] = (),
        tie_breaks: Sequence["TieBreaker"] = (),
        compare: Compare | None = None,
    ) -> Sequence[Sequence[tuple[str, int]]]:
        """Groups of (candidacy, place) from best to worst; equals share the better place.

        By the total so far where `by` is empty, else by a stage; `within` and `tie_breaks` are
        those of the main standing where none are given.
        """
        ...

    def vacancies(self, candidacy: str) -> int:
        """The vacancies of the candidacy's position; 1 where it has none."""
        ...


class WeightedAt(Protocol):
    """One of the siblings whose weights are asked for."""

    @property
    def id(self) -> str:
        """The sibling's id."""
        ...

    @property
    def weight(self) -> Figure | None:
        """The weight that the ruleset gives it, if any."""
        ...


class PanelAt(Protocol):
    """What a panel rule may look at beside the examiners."""

    @property
    def examined(self) -> frozenset[str]:
        """Persons who are examined at this event."""
        ...

    @property
    def conflicted(self) -> frozenset[str]:
        """Ids of examiners with at least one declared recusal."""
        ...

    @property
    def quorum(self) -> int | None:
        """The quorum that was set by this rule, if any."""
        ...

    def find(
        self,
        text: Text,
        severity: Severity = "error",
        examiner: str = "",
        hint: Text | None = None,
        key: str = "",
    ) -> None:
        """Say what is wrong with the panel."""
        ...


class ResultAt(CandidacyAt, Protocol):
    """A candidacy whose stages (so far) are settled; for classifiers and tie-breakers."""

    @property
    def value(self) -> Figure | None:
        """The value to classify: before or after its rounding, as ``compare`` says."""
        ...

    def at(self, stage: str, criterion: str = "") -> Figure | None:
        """The value of a stage or criterion, before or after rounding as ``compare`` says."""
        ...

    @property
    def standing(self) -> str:
        """The id of the standing or shortlist that equals are parted for; empty otherwise."""
        ...

    @property
    def lot_seed(self) -> str:
        """The published seed of the event; empty where there is none."""
        ...

    def place(self, name: str, figure: Figure) -> Figure:
        """Stand a figure among those of the candidacy: ``<name>:<standing>``."""
        ...

    def rank_of(self, name: str | Fact) -> Figure | None:
        """A fact as a number that can be compared; None where it is missing.

        A number is itself, a date its ordinal, yes 1 and no 0, a level its index from the lowest;
        a text has none.
        """
        ...


class ReportAt(Protocol):
    """How a report is to be written."""

    @property
    def lang(self) -> Lang:
        """The language."""
        ...

    @property
    def candidacy(self) -> str:
        """The one candidacy that is asked about; empty for all."""
        ...

    @property
    def figures(self) -> bool:
        """Whether every figure is wanted."""
        ...

    @property
    def result(self) -> Result | None:
        """The result of the one candidacy."""
        ...


# Two roles stand here and not in `roles`, since a view is handed parts of them.


class Aggregator(Protocol):
    """Many weighted values to one: pooling examiners, joining criteria, joining stages.

    Laws: idempotent, internal (between the least and the largest, unless it is a sum), monotone,
    symmetric in equal weights.
    """

    def combine(self, items: Sequence[Item], at: NodeAt, /) -> Figure | None:
        """The one value; None where these items give none."""
        ...


class TieBreaker(Protocol):
    """What separates equals: a number that is compared, higher first."""

    def key(self, result: ResultAt, /) -> Figure | None:
        """The number; None where it is missing, which stands below all others."""
        ...


__all__ = [
    "Aggregator",
    "CandidacyAt",
    "CohortAt",
    "Fact",
    "FactValue",
    "Item",
    "NodeAt",
    "PanelAt",
    "ReportAt",
    "ResultAt",
    "StageSheet",
    "TieBreaker",
    "WeightedAt",
]
