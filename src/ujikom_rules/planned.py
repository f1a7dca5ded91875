"""A plan: a ruleset whose every named part has been found, made and checked."""

from collections.abc import Mapping
from typing import Any, Literal

from attrs import field, frozen

from ujikom_rules.errors import NOWHERE, Finding, Place
from ujikom_rules.exact import Rounding
from ujikom_rules.messages import Text
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.outcome import Amendment, Gives, PluginUsed
from ujikom_rules.model.ruleset import (
    AbsenceEffect,
    Among,
    Bound,
    Compare,
    FactRef,
    FactSpec,
    Method,
    Policy,
    Reads,
    Scale,
    WhenFailed,
)
from ujikom_rules.model.scoresheet import NoMark

OwnPlace = Literal["criterion", "stage", "final"]


@frozen(eq=False, repr=False, kw_only=True)
class PlannedPart:
    """A part of the ruleset, made.

    Attributes:
        name: the qualified name: ``core:mean``.
        part: the object that a plugin made from the keys.
        distribution: who offers it, for messages: ``ujikom-rules-kendari 1.0``.
        facts: facts that the part's keys name and cannot do without.
        internal: of an aggregator, whether its value lies between those that it joins.
        cohort: whether the part looks at all candidacies at once.
        compare: of a classifier, its own choice of the value before or after rounding.
    """

    name: str
    part: Any
    distribution: str = ""
    takes: str = "nothing"
    internal: bool = True
    facts: tuple[FactRef, ...] = ()
    cohort: bool = False
    compare: Compare | None = None
    place: Place = NOWHERE
    path: str = ""

    @property
    def namespace(self) -> str:
        """The plugin that offers it."""
        return self.name.split(":", 1)[0]


@frozen(eq=False, repr=False, kw_only=True)
class PlannedNode:
    """A node of the tree with everything inherited laid on it.

    Attributes:
        address: ``wawancara.integritas``; the root's is ``total``.
        own: the name of the node's own rounding place.
        values: value functions in order: of a leaf those on each mark.
        pooled_values: of a leaf, those behind the pooling.
        domain: what numbers come in to the first value function, where that is known.
        roundings: for ``rating``, ``pooled``, ``term`` (the children's terms) and ``own``.
        extra: the keys that the stage's kind adds to its criteria, as an object.
        seats: indices of the plan's panels that seat this leaf's examiners.
    """

    address: str
    id: str
    title: Text
    own: OwnPlace
    children: tuple["PlannedNode", ...] = ()
    weight: Figure | None = None
    factor: Figure | FactRef | None = None
    weighting: PlannedPart | None = None
    reads: Reads | None = None
    scale: Scale | None = None
    domain: Scale | None = None
    values: tuple[PlannedPart, ...] = ()
    pooled_values: tuple[PlannedPart, ...] = ()
    aggregation: PlannedPart | None = None
    pooling: PlannedPart | None = None
    pooled_here: bool = False
    panel: int = 0
    no_marks: Mapping[NoMark, Policy] = field(factory=dict)
    missing: Policy = "incomplete"
    quorum: int | None = None
    roundings: Mapping[str, Rounding | None] = field(factory=dict)
    target: Figure | FactRef | None = None
    classifier: PlannedPart | None = None
    compare: Compare = "unrounded"
    valid_years: int | None = None
    bounds: tuple[Bound, ...] = ()
    extra: Any = None
    place: Place = NOWHERE
    path: str = ""

    @property
    def is_leaf(self) -> bool:
        """Whether the node has no children."""
        return not self.children

    @property
    def last_values(self) -> tuple[PlannedPart, ...]:
        """The value functions behind the last step in which marks are joined."""
        return self.values if self.pooling is None else self.pooled_values

    @property
    def norm_referenced(self) -> bool:
        """Whether the value of this leaf depends on those of the other candidacies."""
        return any(part.cohort for part in self.last_values)

    @property
    def reads_examiners(self) -> bool:
        """Whether examiners mark this node."""
        return self.reads is not None and self.reads.source == "examiners"

    def leaves(self) -> tuple["PlannedNode", ...]:
        """The leaves beneath, itself included, in order."""
        if self.is_leaf:
            return (self,)
        return tuple(leaf for child in self.children for leaf in child.leaves())


@frozen(eq=False, repr=False, kw_only=True)
class PlannedStage:
    """One stage: its kind, its tree of criteria, and what happens around it.

    Attributes:
        kind: the stage kind, made.
        gives: what stages of this kind give.
        node: the stage as a node of the tree; of a stage that gives no value, without children.
        by_examiner: whether each examiner's criteria are joined before pooling.
        counted: whether the stage stands among the siblings of the decision.
        position: its place in the order of stages.
    """

    kind: PlannedPart
    gives: Gives
    node: PlannedNode
    by_examiner: bool = False
    absence: AbsenceEffect = "no-score"
    when_failed: WhenFailed = "go-on"
    compare: Compare = "unrounded"
    needs: tuple[str, ...] = ()
    position: int = 0

    @property
    def id(self) -> str:
        """The stage's id."""
        return self.node.id

    @property
    def reads_examiners(self) -> bool:
        """Whether at least one leaf is marked by examiners."""
        return any(leaf.reads_examiners for leaf in self.node.leaves())


@frozen(eq=False, repr=False)
class PlannedTieBreak:
    """A tie-break, made.

    Attributes:
        text: what it compares, in words: ``nilai kriteria 'Integritas' (Wawancara)``.
    """

    part: PlannedPart
    text: Text
    ascending: bool = False


@frozen(eq=False, repr=False, kw_only=True)
class PlannedRanking:
    """A standing, ready to be drawn up.

    Attributes:
        by: the id of the stage whose values it compares; empty for the total.
        by_text: the same in words.
    """

    id: str
    within: tuple[str | FactRef, ...]
    by: str
    by_text: Text
    method: Method
    among: Among
    tie_breaks: tuple[PlannedTieBreak, ...]
    compare: Compare
    place: Place = NOWHERE
    path: str = ""


@frozen(eq=False, repr=False, kw_only=True)
class PlannedDecision:
    """The root of the tree: its children are the stages that give a value and count."""

    node: PlannedNode
    cut_score: Figure | None = None
    compare: Compare = "unrounded"


@frozen(eq=False, repr=False, kw_only=True)
class Plan:
    """A compiled ruleset: frozen, picklable, used for any number of events.

    Attributes:
        ruleset: the ruleset's id.
        panels: sets of panel rules; number 0 is the event's, others belong to stages.
        findings: warnings and notes of reading and compiling.
        plugins: what took part, by namespace.
        assumes: whether a number that decides has no published source.
        root: the document that it was compiled from, to be read back in words.
    """

    ruleset: str
    version: str
    title: Text
    digest: str
    effective: tuple[Any, Any] = (None, None)
    facts: Mapping[str, FactSpec] = field(factory=dict)
    panels: tuple[tuple[PlannedPart, ...], ...] = ((),)
    stages: tuple[PlannedStage, ...] = ()
    decision: PlannedDecision
    rankings: tuple[PlannedRanking, ...] = ()
    findings: tuple[Finding, ...] = ()
    plugins: Mapping[str, PluginUsed] = field(factory=dict)
    amendments: tuple[Amendment, ...] = ()
    observers: tuple[PlannedPart, ...] = ()
    engine: str = ""
    assumes: bool = False
    root: Entry | None = None

    def stage(self, id: str) -> PlannedStage | None:
        """The stage of that id."""
        return next((stage for stage in self.stages if stage.id == id), None)
