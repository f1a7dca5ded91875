"""Outcomes: what an evaluation says of every candidacy, with the working of every number."""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, Literal, get_args

from attrs import field, frozen

from ujikom_rules.errors import Finding
from ujikom_rules.messages import Text
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.late import Late
from ujikom_rules.model.ruleset import Policy
from ujikom_rules.model.scoresheet import NoMark

Verdict = Literal["qualified", "not-qualified", "incomplete", "absent", "disqualified"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
GateVerdict = Literal["qualified", "not-qualified", "incomplete"]
Gives = Literal["value", "verdict", "document", "advice", "shortlist"]


@frozen(eq=False, kw_only=True)
class StageOutcome:
    """What a stage kind says of one candidacy; made by the sheet it was given.

    Attributes:
        value: the stage's value before its own value functions and rounding.
        met: of a gate, whether it is met; None when that is unknown.
        kept: of a shortlist.
        waiting: documents that are still awaited.
        notes: what the report should say beside it.
    """

    value: Figure | None = None
    met: bool | None = None
    kept: bool | None = None
    waiting: tuple[str, ...] = ()
    notes: tuple[Text, ...] = ()


@frozen(eq=False, kw_only=True)
class StageResult:
    """One stage of one candidacy, settled.

    Attributes:
        gives: what stages of this kind give.
        value: the value after rounding; None where there is none.
        category: the category of the stage's own classifier.
        verdict: of a gate or a document stage.
        kept: of a shortlist.
        notes: texts beside the value, such as that of an absence.
    """

    gives: Gives
    value: Figure | None = None
    category: str | None = None
    verdict: GateVerdict | None = None
    kept: bool | None = None
    notes: tuple[Text, ...] = ()


@frozen
class Parted:
    """That equals differ in a key of the order, by which they are parted.

    Attributes:
        key: what was compared, in words.
        value: what the candidacy has there, a fact as it was recorded; None where it has
            nothing, and for what only draws, as a lot.
        among: who were equal until then, the candidacy itself too.
    """

    key: Text
    value: Text | None
    among: tuple[str, ...]


@frozen
class Rank:
    """A place in a standing, and whether equals share it. `place` is None when unranked.

    Attributes:
        group: of a further standing, the groups in which the candidacy is compared.
        parted: how it was parted from those who were equal, one key after the other.
    """

    place: Fraction | None = None
    shared: bool = False
    group: tuple[str, ...] = field(default=(), eq=False)
    parted: tuple[Parted, ...] = field(default=(), eq=False)


@frozen
class Uncounted:
    """An examiner whose mark is not among those that were pooled as given, and why.

    Attributes:
        node: the address of the node that was pooled without it.
        examiner: whose mark.
        reason: the no-mark.
        effect: ``leave-out``, or ``zero`` where 0 counts in its place.
    """

    node: str
    examiner: str
    reason: NoMark
    effect: Policy


@frozen(eq=False, kw_only=True)
class Result(Late):
    """One candidacy.

    Attributes:
        total: the final value after rounding, with its working; None where there is none.
        group: the group of the main standing, as text; empty where there is one group.
        owed: marks that are owed and not entered: ``wawancara.integritas@E3``.
        ranks: further standings by id.
        figures: every figure by its address.
        uncounted: examiners whose marks did not count, and why.
        reasons: why there is no total, beside what its stages say.
        weighted_by: the weights of the decision that held for this candidacy, as printed.
    """

    candidacy: str
    candidate: str
    name: str
    position: str | None
    verdict: Verdict
    total: Figure | None
    category: str | None
    group: str
    rank: Rank
    ranks: Mapping[str, Rank]
    owed: tuple[str, ...]
    stages: Mapping[str, StageResult]
    figures: Mapping[str, Figure]
    uncounted: tuple[Uncounted, ...] = ()
    reasons: tuple[Text, ...] = ()

    def __repr__(self) -> str:
        total = "no total" if self.total is None else self.total.text
        return f"<Result {self.candidacy}: {self.verdict}, {total}>"


EARLY = (
    "candidacy", "candidate", "name", "position", "verdict", "category", "group", "rank", "ranks",
    "owed", "uncounted", "reasons",
)  # fmt: skip
"""The fields of a result that are there at once; its numbers and their working may come late."""


@frozen
class PluginUsed:
    """A plugin that took part: distribution and version, ``in process`` where not installed."""

    distribution: str
    version: str


@frozen
class Amendment:
    """A plugin's recorded change to a ruleset: the key path, before and after."""

    plugin: str
    path: str
    before: str
    after: str


@frozen(kw_only=True)
class Provenance:
    """What a result was made from."""

    engine: str
    plugins: Mapping[str, PluginUsed] = field(factory=dict)
    amendments: tuple[Amendment, ...] = ()
    scoresheet: str = ""


@frozen(eq=False, kw_only=True)
class Evaluation:
    """The outcome of one event under one plan.

    Example:
        ``evaluation["A01"].total.text`` is the published total of candidacy ``A01``.

    Attributes:
        assumes: whether a number of the ruleset is an assumption without a published source.
        waiting_for: documents: ``laporan-resmi`` or ``laporan-resmi@A01``.
        results: in the order of publication.
        order: the keys of the main standing, as declared.
        order_texts: the same in words, with the stage, criterion or fact that each reads.
        norm_referenced: addresses whose values depend on the other candidacies.
        stage_titles: the stages in their order.
        node_titles: stages and criteria by address, with the titles of what they stand beneath.
        categories: those of the decision, in the order of its classifier.
        cut_score: the pass line of the decision, where there is one.
    """

    ruleset: str
    version: str
    title: Text
    digest: str
    event: str
    date: date
    assumes: bool
    waiting_for: tuple[str, ...]
    results: tuple[Result, ...]
    findings: tuple[Finding, ...]
    order: tuple[str, ...]
    provenance: Provenance
    order_texts: tuple[Text, ...] = ()
    stage_titles: Mapping[str, Text] = field(factory=dict)
    node_titles: Mapping[str, Text] = field(factory=dict)
    categories: tuple[str, ...] = ()
    cut_score: Figure | None = None
    norm_referenced: tuple[str, ...] = ()
    by_id: Mapping[str, Result] = field(init=False, repr=False)

    @by_id.default
    def _by_id(self) -> Mapping[str, Result]:
        return {result.candidacy: result for result in self.results}

    def __repr__(self) -> str:
        rules = f"{self.ruleset} {self.version}"
        return f"<Evaluation of {self.event} by {rules}: {len(self)} candidacies>"

    def __getitem__(self, candidacy: str) -> Result:
        """The result of one candidacy.

        Raises:
            KeyError: when nobody has that id.
        """
        return self.by_id[candidacy]

    def __iter__(self) -> Iterator[Result]:
        return iter(self.results)

    def __len__(self) -> int:
        return len(self.results)

    def __contains__(self, candidacy: Any) -> bool:
        return candidacy in self.by_id

    @property
    def provisional(self) -> bool:
        """Whether a document is still awaited."""
        return bool(self.waiting_for)
