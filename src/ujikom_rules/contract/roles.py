"""The roles that a part can play, each one method; and how a part is offered.

A part is a frozen attrs class: its fields are its TOML keys, its one method is the rule. It has
no base class; these protocols say what a method looks like, and mypy checks it through `Part`.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Generic, Literal, Protocol, TypeAlias, TypeVar

from attrs import field, frozen

from ujikom_rules.contract.views import (
    Aggregator,
    CandidacyAt,
    CohortAt,
    NodeAt,
    PanelAt,
    ReportAt,
    ResultAt,
    StageSheet,
    TieBreaker,
    WeightedAt,
)
from ujikom_rules.messages import Text
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.outcome import Evaluation, Gives, StageOutcome
from ujikom_rules.model.scoresheet import Examiner


class Stage(Protocol):
    """A kind of stage: what one candidacy's sheet of it comes to.

    Law: the same sheet, the same outcome.
    """

    def score(self, sheet: StageSheet, /) -> StageOutcome:
        """The outcome for one candidacy; called only when every criterion has a value."""
        ...


class CohortStage(Protocol):
    """A kind of stage that looks at all candidacies at once (norm-referenced, shortlists)."""

    def score_all(self, cohort: CohortAt, /) -> Mapping[str, StageOutcome]:
        """An outcome for every candidacy of the cohort, by its id."""
        ...


class ValueFunction(Protocol):
    """A raw rating or fact to a common scale. Law: monotone where it says so.

    A part may also have ``check(scale)``, and ``check_target(scale, target)`` where it reads the
    node's target: both are called when a ruleset is compiled and answer with refusals.
    """

    def value(self, x: Figure | None, at: NodeAt, /) -> Figure | None:
        """The value; `x` is None where the leaf reads all facts; None back means no value."""
        ...


class Weighting(Protocol):
    """How weights arise. Law: non-negative, together exactly 100."""

    def weights(
        self, criteria: Sequence[WeightedAt], candidacy: CandidacyAt, /
    ) -> Mapping[str, Figure] | None:
        """The weight of every sibling by its id; None when a fact that they rest on is missing."""
        ...


class PanelRule(Protocol):
    """Who is seated. Law: seated is a part of the examiners, whatever their order."""

    def seat(self, examiners: Sequence[Examiner], panel: PanelAt, /) -> Sequence[str]:
        """The ids of those who are seated; what is wrong is said with ``panel.find``."""
        ...


class Classifier(Protocol):
    """A result to its category. Law: every result has exactly one."""

    def classify(self, result: ResultAt, /) -> str | None:
        """The category; None where a value that it needs is missing."""
        ...


class ReportFormat(Protocol):
    """An evaluation as a document. Law: writes nothing, recomputes nothing."""

    def render(self, evaluation: Evaluation, at: ReportAt, /) -> str | bytes:
        """The whole document."""
        ...


R_co = TypeVar("R_co", covariant=True)
Takes: TypeAlias = Literal["weight", "factor", "nothing"]


class Maker(Protocol[R_co]):
    """The class of a part, which makes it from its keys."""

    def __call__(self, *args: Any, **keys: Any) -> R_co:
        """Make the part."""
        ...


@frozen(eq=False)
class Part(Generic[R_co]):
    """A named part that a plugin offers.

    Attributes:
        name: how rulesets name it, after the plugin's namespace: an id.
        make: the frozen attrs class; its fields are the part's TOML keys.
        criteria: of a stage kind, the frozen attrs class of the keys that it adds to criteria.
        gives: of a stage kind: ``value`` (points), ``verdict`` (a gate), ``document``,
            ``advice`` (no effect at all) or ``shortlist``.
        reads: of a stage kind, what its leaves read where nothing is said.
        takes: of an aggregator, what it needs of its children: ``weight``, ``factor`` or
            ``nothing``.
        internal: of an aggregator, whether its value always lies between the least and the
            largest of what it joins; a sum of unweighted values, say, is not.
        cohort: of a stage kind that has ``score_all``, and of a value function that reads
            ``at.cohort``: the part is norm-referenced or compares all candidacies.
        summary: one line in both languages; where absent, the first line of the docstring.
        titles: what people call its keys, those of tables inside it and those that it adds to
            criteria included; a key without a title is read back as the core calls it, else as
            it is written.
        words: by key, what people call the words that may stand there.

    Example:
        ``Part("program-paparan", ProgramPaparan, criteria=Half)``
    """

    name: str
    make: Maker[R_co]
    criteria: type | None = field(default=None, kw_only=True)
    gives: Gives = field(default="value", kw_only=True)
    reads: Literal["examiners", "secretariat"] = field(default="secretariat", kw_only=True)
    takes: Takes = field(default="nothing", kw_only=True)
    internal: bool = field(default=True, kw_only=True)
    cohort: bool = field(default=False, kw_only=True)
    summary: Text | None = field(default=None, kw_only=True)
    titles: Mapping[str, Text] = field(factory=dict, kw_only=True)
    words: Mapping[str, Mapping[str, Text]] = field(factory=dict, kw_only=True)


ROLES: Mapping[str, tuple[str, type]] = {
    "stage_kinds": ("score", Stage),
    "aggregators": ("combine", Aggregator),
    "value_functions": ("value", ValueFunction),
    "weightings": ("weights", Weighting),
    "panel_rules": ("seat", PanelRule),
    "classifiers": ("classify", Classifier),
    "tie_breakers": ("key", TieBreaker),
    "report_formats": ("render", ReportFormat),
}


class Refusal(Exception):
    """A part refuses its own keys; raised in ``__attrs_post_init__``.

    Args:
        text: what is wrong and what to write, in both languages.
        key: the TOML key that is wrong, or its way down to what is: ``bands.1``,
            ``cells.baik/rendah``; empty for the whole table.
        also: the way to what contradicts it, in the same form; empty where nothing else does.
        at_key: whether the key at the end of the way is wrong itself, and not its value.
        known: the words that may stand there; the hint names the nearest to the wrong one.

    Example:
        ``Refusal(Text("Tidak ada tingkat itu.", "No such level."), "points.bak", at_key=True,
        known=("baik", "cukup"))``
    """

    def __init__(
        self,
        text: Text,
        key: str = "",
        also: str = "",
        *,
        at_key: bool = False,
        known: Iterable[str] = (),
    ) -> None:
        super().__init__(text.en)
        self.text, self.key, self.also = text, key, also
        self.at_key, self.known = at_key, tuple(known)


@frozen
class PluginInfo:
    """Who a plugin is.

    Attributes:
        api: the meaning of hooks and roles that it was written for; others are refused.
        title: what people call it.
    """

    api: int
    title: str | Text
