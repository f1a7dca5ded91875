"""Small stand-ins for the views that parts are shown: each holds what it is given and no more."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from attrs import evolve, field, frozen

from ujikom_rules.exact import Rounding
from ujikom_rules.model.figure import as_figure, share_of
from ujikom_rules.model.predicate import Test
from ujikom_rules.plugin import (
    Advice,
    Aggregator,
    Candidacy,
    Compare,
    Evidence,
    Examiner,
    Fact,
    FactValue,
    Figure,
    Item,
    Predicate,
    Scale,
    Severity,
    StageOutcome,
    StageSheet,
    Text,
    TieBreaker,
)


def fig(text: str | int | Fraction) -> Figure:
    """A figure from text: ``"85.5"``, ``"1/3"``."""
    return Figure(Fraction(text))


def values(figures: Sequence[Figure]) -> list[Fraction]:
    """The exact values of figures."""
    return [figure.value for figure in figures]


def exactly(figure: Figure | None) -> Fraction | None:
    """The exact value of a figure that may be missing."""
    return None if figure is None else figure.value


def made(figure: Figure) -> tuple[object, object]:
    """How a figure was made, and what it came to."""
    return figure.rule, figure.value


def asks(name: str) -> Predicate:
    """A predicate that a fake answers by its name."""
    return Test("fact", name, (("is", True),))


@frozen(eq=False)
class FakeItem:
    """A value to combine; its term is rounded as `rounding` says."""

    id: str
    value: Figure
    weight: Figure | None = None
    factor: Figure | None = None
    examiner: Examiner | None = None
    target: Figure | None = None
    rounding: Rounding | None = None

    @property
    def term(self) -> Figure:
        if self.weight is not None:
            return share_of(self.value, self.weight).round_to(self.rounding)
        factor = as_figure(1) if self.factor is None else self.factor
        return (self.value * factor).round_to(self.rounding)


def items(*numbers: str | int | Fraction) -> list[FakeItem]:
    """Values without weight or factor."""
    return [FakeItem(f"k{place}", fig(number)) for place, number in enumerate(numbers)]


def weighted(*pairs: tuple[str | int | Fraction, str | int | Fraction]) -> list[FakeItem]:
    """Values with weights."""
    return [FakeItem(f"k{n}", fig(v), fig(w)) for n, (v, w) in enumerate(pairs)]


@frozen(eq=False, kw_only=True)
class FakeCandidacy:
    """A candidacy with facts; `truths` answers predicates by name, what is not there is unknown."""

    id: str = "A01"
    facts: Mapping[str, FactValue] = field(factory=dict)
    truths: Mapping[str, bool] = field(factory=dict)

    @property
    def candidacy(self) -> Candidacy:
        return Candidacy(id=self.id, candidate=self.id)

    def fact(self, name: str | Fact) -> FactValue | None:
        return self.facts.get(name if isinstance(name, str) else name.name)

    def holds(self, predicate: Predicate) -> bool | None:
        assert isinstance(predicate, Test)
        return self.truths.get(predicate.name)

    def number(self, given: Figure | Fact) -> Figure | None:
        if isinstance(given, Figure):
            return given
        said = self.fact(given)
        assert said is None or isinstance(said, Figure)
        return said


@frozen(eq=False, kw_only=True)
class FakeNode(FakeCandidacy):
    """A node of the tree; `owed` says which groups owe a mark.

    `corrected` keeps what was corrected, `placed` what stands at a place of the part's own, and
    `found` what the part says.
    """

    scale: Scale | None = None
    target: Figure | None = None
    level: str | None = None
    rounding: Rounding | None = None
    owed: Mapping[str, frozenset[str]] = field(factory=dict)
    cohort: tuple[Figure, ...] = ()
    corrected: dict[str, Fraction] = field(factory=dict)
    placed: dict[str, Fraction] = field(factory=dict)
    found: list[str] = field(factory=list)

    def place(self, name: str, figure: Figure) -> Figure:
        self.placed[name] = figure.value
        return figure

    def find(self, text: Text, severity: Severity = "warning", hint: Text | None = None) -> None:
        assert (severity, hint) == ("warning", None)
        self.found.append(text.en)

    def rating(self, item: Item, corrected: Figure) -> Figure:
        mark = corrected.round_to(self.rounding)
        self.corrected[item.id] = mark.value
        return mark

    def combine(self, part: Aggregator, items: Sequence[Item], group: str = "") -> Figure | None:  # noqa: ARG002
        return part.combine(items, self)

    def room(self, examiner: Examiner) -> str:
        return examiner.room or ""

    def item(self, id: str, value: Figure, weight: Figure | None = None) -> Item:
        return FakeItem(id, value, weight, rounding=self.rounding)

    def groups_owed(self, by: str) -> frozenset[str]:
        return self.owed.get(by, frozenset())


@frozen(eq=False, kw_only=True)
class FakeSheet(FakeCandidacy):
    """One candidacy's sheet of one stage."""

    stage: str = "tahap"
    criteria: Mapping[str, Figure] = field(factory=dict)
    documents_given: Mapping[tuple[str, bool], Evidence] = field(factory=dict)
    seated: tuple[str, ...] = ()
    advice: tuple[Advice, ...] = ()
    found: list[str] = field(factory=list)

    def joined(self, **keys: Any) -> Figure:
        assert not keys
        return as_figure(sum(figure.value for figure in self.criteria.values()))

    def value(self, criterion: str) -> Figure:
        return self.criteria[criterion]

    def outcome(
        self, value: Figure | Fraction | int, label: str = "", note: Text | None = None
    ) -> StageOutcome:
        said = Text.same(label) if label else None
        return StageOutcome(value=evolve(as_figure(value), label=said), notes=_notes(note))

    def gate(self, met: bool | None, note: Text | None = None) -> StageOutcome:
        return StageOutcome(met=met, notes=_notes(note))

    def advised(self, note: Text | None = None) -> StageOutcome:
        return StageOutcome(notes=_notes(note))

    def documents(
        self, met: bool | None, waiting: Sequence[str], note: Text | None = None
    ) -> StageOutcome:
        return StageOutcome(met=met, waiting=tuple(waiting), notes=_notes(note))

    def evidence(self, id: str, *, own: bool = False) -> Evidence | None:
        return self.documents_given.get((id, own))

    def find(self, text: Text, severity: Severity = "warning", hint: Text | None = None) -> None:
        self.found.append(" ".join([severity, text.en, *([hint.en] if hint else [])]))


def _notes(note: Text | None) -> tuple[Text, ...]:
    return () if note is None else (note,)


@frozen(eq=False, kw_only=True)
class FakeCohort:
    """All candidacies at a stage; `groups` is the standing, `asked` keeps what was asked of it."""

    sheets: Mapping[str, StageSheet]
    groups: Sequence[Sequence[tuple[str, int]]]
    stage: str = "tahap"
    posts: Mapping[str, int] = field(factory=dict)
    asked: list[tuple[str, tuple[str | Fact, ...], int]] = field(factory=list)

    def standing(
        self,
        by: str = "",
        within: Sequence[str | Fact] = (),
        tie_breaks: Sequence[TieBreaker] = (),
        compare: Compare | None = None,
    ) -> Sequence[Sequence[tuple[str, int]]]:
        assert compare is None
        self.asked.append((by, tuple(within), len(tie_breaks)))
        return self.groups

    def vacancies(self, candidacy: str) -> int:
        return self.posts.get(candidacy, 1)


@frozen(eq=False)
class FakeSibling:
    """A sibling whose weight is asked for."""

    id: str
    weight: Figure | None = None


@frozen(eq=False, kw_only=True)
class FakePanel:
    """What a panel rule may look at; `found` keeps what it says."""

    examined: frozenset[str] = frozenset()
    conflicted: frozenset[str] = frozenset()
    quorum: int | None = None
    found: list[tuple[str, str, str, str]] = field(factory=list)
    hints: list[Text | None] = field(factory=list)

    def find(
        self,
        text: Text,
        severity: Severity = "error",
        examiner: str = "",
        hint: Text | None = None,
        key: str = "",
    ) -> None:
        self.found.append((key, severity, examiner, text.en))
        self.hints.append(hint)


@frozen(eq=False, kw_only=True)
class FakeResult(FakeCandidacy):
    """A candidacy whose stages are settled; `places` are values by stage and criterion."""

    value: Figure | None = None
    places: Mapping[tuple[str, str], Figure] = field(factory=dict)
    ranks: Mapping[str, Figure] = field(factory=dict)
    standing: str = "rank"
    lot_seed: str = ""
    placed: dict[str, Figure] = field(factory=dict)

    def at(self, stage: str, criterion: str = "") -> Figure | None:
        return self.places.get((stage, criterion))

    def place(self, name: str, figure: Figure) -> Figure:
        self.placed[name] = figure
        return figure

    def rank_of(self, name: str | Fact) -> Figure | None:
        return self.ranks.get(name if isinstance(name, str) else name.name)
