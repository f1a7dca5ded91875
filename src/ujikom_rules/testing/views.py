"""Stand-ins for the views that parts are shown, to call a part by hand: they hold what they get."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from attrs import field, frozen

from ujikom_rules.evaluating.predicates import holds
from ujikom_rules.exact import Rounding
from ujikom_rules.model.figure import as_figure, share_of
from ujikom_rules.plugin import (
    Aggregator,
    Candidacy,
    Examiner,
    Fact,
    FactValue,
    Figure,
    Item,
    Predicate,
    Scale,
    Severity,
    Text,
)


@frozen(eq=False, kw_only=True)
class Standing:
    """One candidacy with typed facts; what is not there is missing.

    Attributes:
        id: the candidacy's id.
        facts: by name: a `Figure`, a text, yes or no, or a date.
    """

    id: str = "A01"
    facts: Mapping[str, FactValue] = field(factory=dict)

    @property
    def candidacy(self) -> Candidacy:
        """The row of the scoresheet."""
        return Candidacy(id=self.id, candidate=self.id)

    def fact(self, name: str | Fact) -> FactValue | None:
        """A fact; None where it is missing."""
        return self.facts.get(name if isinstance(name, str) else name.name)

    def holds(self, predicate: Predicate) -> bool | None:
        """Whether a predicate about facts holds; all other subjects are missing."""
        return holds(
            predicate, lambda subject, name: self.fact(name) if subject == "fact" else None
        )

    def number(self, given: Figure | Fact) -> Figure | None:
        """A number that a key gives itself or through a fact."""
        found = given if isinstance(given, Figure) else self.fact(given)
        return found if isinstance(found, Figure) else None


@frozen(eq=False)
class Mark:
    """A value to combine, with a weight, a factor or an examiner where it has one.

    Example:
        ``Mark("E1", Figure(Fraction(80)), examiner=Examiner(id="E1", role="chair"))``
    """

    id: str
    value: Figure
    weight: Figure | None = None
    factor: Figure | None = None
    examiner: Examiner | None = None
    target: Figure | None = None
    rounding: Rounding | None = None

    @property
    def term(self) -> Figure:
        """Value × weight / 100, or value × factor."""
        if self.weight is not None:
            return share_of(self.value, self.weight).round_to(self.rounding)
        factor = as_figure(1) if self.factor is None else self.factor
        return (self.value * factor).round_to(self.rounding)


@frozen(eq=False, kw_only=True)
class Node(Standing):
    """The node at which an aggregator or a value function works.

    Attributes:
        owed: by ``room``, ``kind``, ``role`` or ``origin`` the groups that owe a mark.
        rounding: how a corrected mark is rounded.
        cohort: for norm-referenced parts, the values of everybody in the group.
        corrected: what `rating` made of marks, by the item's id.
        placed: the figures that were stood at places of the part's own.
        found: severity and English text of each remark.
    """

    scale: Scale | None = None
    target: Figure | None = None
    level: str | None = None
    rounding: Rounding | None = None
    owed: Mapping[str, frozenset[str]] = field(factory=dict)
    cohort: tuple[Figure, ...] = ()
    corrected: dict[str, Fraction] = field(factory=dict)
    placed: dict[str, Figure] = field(factory=dict)
    found: list[tuple[str, str]] = field(factory=list)

    def place(self, name: str, figure: Figure) -> Figure:
        """Stand a figure at a place of the part's own."""
        self.placed[name] = figure
        return figure

    def find(self, text: Text, severity: Severity = "warning", hint: Text | None = None) -> None:  # noqa: ARG002  part of the view
        """Keep what the part says."""
        self.found.append((severity, text.en))

    def rating(self, item: Item, corrected: Figure) -> Figure:
        """A corrected mark, rounded and kept."""
        mark = corrected.round_to(self.rounding)
        self.corrected[item.id] = mark.value
        return mark

    def combine(self, part: Aggregator, items: Sequence[Item], group: str = "") -> Figure | None:  # noqa: ARG002
        """What a nested part makes of some of the items."""
        return part.combine(items, self) if items else None

    def room(self, examiner: Examiner) -> str:
        """The examiner's room."""
        return examiner.room or ""

    def item(self, id: str, value: Figure, weight: Figure | None = None) -> Item:
        """An item of the part's own making."""
        return Mark(id, value, weight)

    def groups_owed(self, by: str) -> frozenset[str]:
        """The groups that owe a mark."""
        return self.owed.get(by, frozenset())


@frozen(eq=False)
class Sibling:
    """One of the siblings whose weights are asked for."""

    id: str
    weight: Figure | None = None


@frozen(eq=False, kw_only=True)
class PanelTable:
    """What a panel rule may look at; `found` keeps what it says.

    Attributes:
        found: severity, examiner, key and the English text of each remark, in order.
    """

    examined: frozenset[str] = frozenset()
    conflicted: frozenset[str] = frozenset()
    quorum: int | None = None
    found: list[tuple[str, str, str, str]] = field(factory=list)

    def find(
        self,
        text: Text,
        severity: Severity = "error",
        examiner: str = "",
        hint: Text | None = None,  # noqa: ARG002  part of the view
        key: str = "",
    ) -> None:
        """Keep what the rule says."""
        self.found.append((severity, examiner, key, text.en))


@frozen(eq=False, kw_only=True)
class Settled(Standing):
    """A candidacy whose stages are settled.

    Attributes:
        value: the value to classify.
        values: those of stages and criteria: ``wawancara``, ``wawancara.integritas``.
        ranks: facts as numbers that can be compared.
        standing: the id of the standing for which equals are parted.
        lot_seed: the published seed of the event.
    """

    value: Figure | None = None
    values: Mapping[str, Figure] = field(factory=dict)
    ranks: Mapping[str, Figure] = field(factory=dict)
    standing: str = ""
    lot_seed: str = ""

    def place(self, name: str, figure: Figure) -> Figure:
        """Stand a figure among those of the candidacy."""
        return figure.at(f"{name}:{self.standing}")

    def at(self, stage: str, criterion: str = "") -> Figure | None:
        """The value of a stage or criterion."""
        return self.values.get(f"{stage}.{criterion}" if criterion else stage)

    def rank_of(self, name: str | Fact) -> Figure | None:
        """A fact as a number."""
        return self.ranks.get(name if isinstance(name, str) else name.name)
