"""A plugin whose every part has a wrong method: mypy refuses each where it is offered.

The comments that silence mypy are taken out by the test, which expects an error on each of those
lines and on no other. Until then `warn_unused_ignores` says the same of this file itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from attrs import frozen

from ujikom_rules.plugin import (
    Aggregator,
    CandidacyAt,
    Classifier,
    Evaluation,
    Examiner,
    Figure,
    Item,
    NodeAt,
    PanelAt,
    PanelRule,
    Part,
    PluginInfo,
    ReportAt,
    ReportFormat,
    ResultAt,
    Stage,
    StageSheet,
    TieBreaker,
    ValueFunction,
    WeightedAt,
    Weighting,
    hookimpl,
)


@frozen(kw_only=True)
class Number:
    """A stage kind that answers with a number in place of an outcome."""

    def score(self, sheet: StageSheet) -> Figure:
        return sheet.joined()


@frozen(kw_only=True)
class Binary:
    """An aggregator that leaves exact numbers."""

    def combine(self, items: Sequence[Item], at: NodeAt) -> float:
        return float(len(items)) if at.scale else 0.0


@frozen(kw_only=True)
class Misspelt:
    """An aggregator whose method has another name."""

    def combin(self, items: Sequence[Item], at: NodeAt) -> Figure | None:
        return items[0].value if at.scale else None


@frozen(kw_only=True)
class Short:
    """A value function that takes one argument too few."""

    def value(self, x: Figure | None) -> Figure | None:
        return x


@frozen(kw_only=True)
class Bold:
    """A value function that does not expect a leaf without a mark."""

    def value(self, x: Figure, at: NodeAt) -> Figure | None:
        return x * 2 if at.scale else x


@frozen(kw_only=True)
class Listed:
    """A weighting that answers with a list."""

    def weights(self, criteria: Sequence[WeightedAt], candidacy: CandidacyAt) -> list[Figure]:
        return [Figure(Fraction(100)) for _ in criteria if candidacy.candidacy.id]


@frozen(kw_only=True)
class Bare:
    """A weighting whose weights have no working."""

    def weights(
        self, criteria: Sequence[WeightedAt], candidacy: CandidacyAt
    ) -> Mapping[str, Fraction]:
        return {each.id: Fraction(50) for each in criteria if candidacy.candidacy.id}


@frozen(kw_only=True)
class Seats:
    """A panel rule that answers with examiners in place of their ids."""

    def seat(self, examiners: Sequence[Examiner], panel: PanelAt) -> Sequence[Examiner]:
        return examiners if panel.quorum else ()


@frozen(kw_only=True)
class Counts:
    """A classifier that answers with a number."""

    def classify(self, result: ResultAt) -> int:
        return 1 if result.value else 0


@frozen(kw_only=True)
class Texts:
    """A tie-breaker that answers with a text."""

    def key(self, result: ResultAt) -> str:
        return result.candidacy.id


@frozen(kw_only=True)
class Writes:
    """A report format that answers nothing."""

    def render(self, evaluation: Evaluation, at: ReportAt) -> None:
        del evaluation, at


@hookimpl
def ujikom_plugin_info() -> PluginInfo:
    return PluginInfo(api="1", title="Demo")  # type: ignore[arg-type]


@hookimpl
def ujikom_stage_kinds() -> Iterable[Part[Stage]]:
    return [Part("number", Number)]  # type: ignore[arg-type]


@hookimpl
def ujikom_aggregators() -> Iterable[Part[Aggregator]]:
    yield Part("binary", Binary)  # type: ignore[arg-type]
    yield Part("misspelt", Misspelt)  # type: ignore[arg-type]
    yield Part("mean", Short)  # type: ignore[arg-type]


@hookimpl
def ujikom_value_functions() -> Iterable[Part[ValueFunction]]:
    yield Part("short", Short)  # type: ignore[arg-type]
    yield Part("bold", Bold)  # type: ignore[arg-type]


@hookimpl
def ujikom_weightings() -> Iterable[Part[Weighting]]:
    yield Part("listed", Listed)  # type: ignore[arg-type]
    yield Part("bare", Bare)  # type: ignore[arg-type]
    yield Part("bare", Bare, takes="weights")  # type: ignore[arg-type]


@hookimpl
def ujikom_panel_rules() -> Iterable[Part[PanelRule]]:
    return [Part("seats", Seats)]  # type: ignore[arg-type]


@hookimpl
def ujikom_classifiers() -> Iterable[Part[Classifier]]:
    return [Part("counts", Counts)]  # type: ignore[arg-type]


@hookimpl
def ujikom_tie_breakers() -> Iterable[Part[TieBreaker]]:
    return [Part("texts", Texts)]  # type: ignore[arg-type]


@hookimpl
def ujikom_report_formats() -> Iterable[Part[ReportFormat]]:
    return [Part("writes", Writes)]  # type: ignore[arg-type]
