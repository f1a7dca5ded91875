"""A ruleset as it was read: every key of the frame typed, every part still only named."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Literal, TypeAlias, get_args

from attrs import field, frozen

from ujikom_rules.errors import NOWHERE, Place
from ujikom_rules.exact import Rounding
from ujikom_rules.messages import Text
from ujikom_rules.model.entry import Entry, Source
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.scoresheet import NoMark

RoundingPlace = Literal["rating", "pooled", "criterion", "term", "stage", "final"]
ROUNDING_PLACES: tuple[RoundingPlace, ...] = get_args(RoundingPlace)
RoundingSpec: TypeAlias = Mapping[RoundingPlace, Rounding | None]  # None is "exact"
Policy = Literal["incomplete", "leave-out", "zero"]
AbsenceEffect = Literal["no-score", "zero", "disqualify"]
PoolBy = Literal["criterion", "examiner"]
WhenFailed = Literal["go-on", "stop"]
Compare = Literal["unrounded", "rounded"]
Method = Literal[
    "standard-competition", "modified-competition", "dense", "mean-of-places", "ordinal"
]
Among = Literal["eligible", "qualified", "all"]
FactType = Literal["text", "number", "yes-no", "date", "level", "years", "months"]


@frozen(eq=False, repr=False)
class PartSpec:
    """A part that a ruleset names: its whole name and its own keys, still unread.

    Attributes:
        use: the qualified name: ``core:mean``.
        table: the table with the part's keys (with ``use``), or the text that named it.
    """

    use: str
    table: Entry

    def keys(self) -> Mapping[str, Entry]:
        """The part's own keys."""
        return {k: v for k, v in self.table.table().items() if k not in ("use", "source")}


@frozen(eq=False, repr=False)
class FactRef:
    """``{ fact = "…" }`` in place of a number or a yes-no: the value stands in a fact."""

    name: str
    place: Place = NOWHERE
    path: str = ""


@frozen(eq=False, repr=False)
class Reads:
    """Where a leaf's value comes from.

    Attributes:
        source: ``examiners``, ``secretariat``, ``fact``, ``facts`` or ``stage``.
        fact: the fact's name where the source is one fact.
        stage, criterion: the earlier node that is read; `criterion` empty for the stage itself.
        at: ``value`` after all roundings, or ``raw``, the mark as entered; of a pooled or
            joined node, what it was before its own value functions.
        place, criterion_place: where the source stands, and where its criterion does.
    """

    source: Literal["examiners", "secretariat", "fact", "facts", "stage"]
    fact: str = ""
    stage: str = ""
    criterion: str = ""
    at: Literal["value", "raw"] = "value"
    place: Place = NOWHERE
    path: str = ""
    criterion_place: Place = NOWHERE


@frozen
class Level:
    """One level of a scale: its value, and its descriptor."""

    value: Fraction
    id: str = ""
    text: Text | None = None


@frozen(eq=False, repr=False)
class Scale:
    """What a mark may be: bounds and step, or a list of levels.

    Attributes:
        lower, upper: the bounds, both allowed.
        step: marks are ``lower + n × step``; None allows any number between the bounds.
        levels: where given, only these are marks.
    """

    lower: Fraction
    upper: Fraction
    step: Fraction | None = None
    levels: tuple[Level, ...] = ()
    place: Place = NOWHERE

    def holds(self, value: Fraction) -> bool:
        """Whether a mark lies on the scale."""
        if self.levels:
            return any(level.value == value for level in self.levels)
        if not self.lower <= value <= self.upper:
            return False
        return self.step is None or ((value - self.lower) / self.step).denominator == 1


def place_of(written: Mapping[str, Entry], key: str, otherwise: Place) -> Place:
    """Where the value of a key stands; `otherwise` where it was not written."""
    entry = written.get(key)
    return otherwise if entry is None else entry.place


@frozen(eq=False, repr=False)
class FactSpec:
    """A declared fact: its name and what it may be."""

    name: str
    type: FactType
    one_of: tuple[str, ...] = ()
    lower: Fraction | None = None
    upper: Fraction | None = None
    step: Fraction | None = None
    levels: tuple[str, ...] = ()
    since: str = ""
    title: Text | None = None
    written: Mapping[str, Entry] = field(factory=dict)
    place: Place = NOWHERE
    path: str = ""

    @property
    def derived(self) -> bool:
        """Whether the fact is computed from a date and the event's date."""
        return self.type in ("years", "months")


@frozen(eq=False, repr=False, kw_only=True)
class NodeSpec:
    """A node of the tree: the decision (its root), a stage, a criterion. All take the same keys.

    A key that was not written is None (or empty), so that inheritance can tell.
    """

    id: str
    title: Text | None = None
    kind: PartSpec | None = None
    weight: Figure | None = None
    rest: bool = False
    weighting: PartSpec | None = None
    factor: Figure | FactRef | None = None
    reads: Reads | None = None
    scale: Scale | None = None
    value: tuple[PartSpec, ...] | None = None
    aggregation: PartSpec | None = None
    panel: tuple[PartSpec, ...] | None = None
    pooling: PartSpec | None = None
    pool_by: PoolBy | None = None
    criteria: tuple["NodeSpec", ...] = ()
    each: "NodeSpec | None" = None
    absence: AbsenceEffect | None = None
    no_marks: Mapping[NoMark, Policy] = field(factory=dict)
    missing: Policy | None = None
    quorum: int | None = None
    rounding: RoundingSpec = field(factory=dict)
    compare: Compare | None = None
    classifier: PartSpec | None = None
    target: Figure | FactRef | None = None
    needs: tuple[str, ...] = ()
    when_failed: WhenFailed | None = None
    source: Source | None = None
    cut_score: Figure | None = None
    own: Mapping[str, Entry] = field(factory=dict)
    written: Mapping[str, Entry] = field(factory=dict)
    place: Place = NOWHERE
    path: str = ""

    def place_of(self, key: str) -> Place:
        """Where the value of a key stands; the node's own place where it was not written."""
        return place_of(self.written, key, self.place)


@frozen(eq=False, repr=False)
class TieBreakSpec:
    """A tie-break: a part, and whether the lower value comes first."""

    part: PartSpec
    ascending: bool = False


@frozen(eq=False, repr=False, kw_only=True)
class RankingSpec:
    """A declared standing.

    Attributes:
        id: ``rank`` for `[ranking]`, else the id under `[rankings]`.
        within: ``position``, ``event`` and facts that group the candidacies.
        by: empty for the total, else a stage's id.
    """

    id: str
    within: tuple[str | FactRef, ...] = ("position",)
    by: str = ""
    method: Method = "standard-competition"
    among: Among = "eligible"
    tie_breaks: tuple[TieBreakSpec, ...] = ()
    compare: Compare = "unrounded"
    written: Mapping[str, Entry] = field(factory=dict)
    place: Place = NOWHERE
    path: str = ""


@frozen(eq=False, repr=False)
class PluginSpec:
    """A plugin that the ruleset names: namespace, distribution version, and whether it amends."""

    namespace: str
    version: str
    amends: bool = False
    place: Place = NOWHERE
    path: str = ""


@frozen(eq=False, repr=False)
class Bound:
    """A bound that a base lays on a number of its overlays; it holds for weights that arise.

    Attributes:
        key: the dotted key path: ``stages.wawancara.weight``.
        breach: how bad a breach is.
    """

    key: str
    at_least: Fraction | None = None
    at_most: Fraction | None = None
    breach: Literal["error", "warning"] = "error"
    article: str = ""
    place: Place = NOWHERE


@frozen(eq=False, repr=False, kw_only=True)
class Ruleset:
    """A whole ruleset, dated and cited, as it was read.

    Attributes:
        id: ``malang/2024``.
        version: its own version, as text.
        effective: first and last day in force, both included; None is open.
        unread_facts: names whose declaration could not be read; it has findings of its own.
        panels: the panel rules of the event; an examiner is seated whom all seat.
        rounding_written: `[rounding]` as it stands in the file, for places.
        decision: the root of the tree.
        rankings: `[ranking]` first, under the id ``rank``.
        digest: ``sha256:…`` over the parsed document after `extends`.
        files: the files that it was read from, its own first.
        root: the parsed document after `extends`, with the source of every number.
    """

    id: str
    version: str
    title: Text
    effective: tuple[date | None, date | None] = (None, None)
    plugins: tuple[PluginSpec, ...] = ()
    facts: Mapping[str, FactSpec] = field(factory=dict)
    unread_facts: frozenset[str] = frozenset()
    panels: tuple[PartSpec, ...] = ()
    rounding: RoundingSpec = field(factory=dict)
    rounding_written: Entry | None = None
    stages: tuple[NodeSpec, ...] = ()
    decision: NodeSpec
    rankings: tuple[RankingSpec, ...] = ()
    bounds: tuple[Bound, ...] = ()
    digest: str = ""
    files: tuple[str, ...] = ()
    assumes: bool = False
    place: Place = NOWHERE
    root: Entry | None = None

    def stage(self, id: str) -> NodeSpec | None:
        """The stage of that id."""
        return next((stage for stage in self.stages if stage.id == id), None)
