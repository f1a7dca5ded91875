"""A plugin with a part of every role, as mypy --strict accepts it without a word."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Literal

from attrs import frozen

from ujikom_rules.plugin import (
    Aggregator,
    CandidacyAt,
    Classifier,
    CohortAt,
    CohortStage,
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
    StageOutcome,
    StageSheet,
    TieBreaker,
    ValueFunction,
    WeightedAt,
    Weighting,
    hookimpl,
    mean_of,
)


@frozen(kw_only=True)
class Half:
    """What the kind adds to its criteria."""

    part: Literal["written", "oral"]


@frozen(kw_only=True)
class Paper:
    """A stage kind."""

    share: Fraction = Fraction(40)

    def score(self, sheet: StageSheet) -> StageOutcome:
        return sheet.outcome(sheet.joined(part="written") * self.share / 100)


@frozen(kw_only=True)
class First:
    """A stage kind that looks at everybody."""

    keep: int = 3

    def score_all(self, cohort: CohortAt) -> Mapping[str, StageOutcome]:
        found = (pair for group in cohort.standing() for pair in group)
        return {name: StageOutcome(kept=place <= self.keep) for name, place in found}


@frozen(kw_only=True)
class Mean:
    """An aggregator."""

    def combine(self, items: Sequence[Item], at: NodeAt) -> Figure | None:
        return None if at.scale is None else mean_of(item.value for item in items)


@frozen(kw_only=True)
class Doubled:
    """A value function that always has a value, and takes its arguments by other names."""

    def value(self, mark: Figure | None, node: NodeAt) -> Figure:
        return (mark or Figure(Fraction(0))) * (node.target or 2)


@frozen(kw_only=True)
class Even:
    """A weighting."""

    def weights(
        self, criteria: Sequence[WeightedAt], candidacy: CandidacyAt
    ) -> Mapping[str, Figure] | None:
        share = Figure(Fraction(100)) / len(criteria)
        return {each.id: share for each in criteria if candidacy.candidacy.id}


@frozen(kw_only=True)
class Everybody:
    """A panel rule."""

    def seat(self, examiners: Sequence[Examiner], panel: PanelAt) -> list[str]:
        return [each.id for each in examiners if each.person not in panel.examined]


@frozen(kw_only=True)
class Two:
    """A classifier."""

    def classify(self, result: ResultAt) -> str | None:
        return None if result.value is None else "tinggi" if result.value >= 60 else "rendah"


@frozen(kw_only=True)
class Older:
    """A tie-breaker."""

    def key(self, result: ResultAt) -> Figure | None:
        return result.rank_of("lahir")


@frozen(kw_only=True)
class Line:
    """A report format."""

    def render(self, evaluation: Evaluation, at: ReportAt) -> str:
        return f"{evaluation.event} {at.lang}"


@hookimpl
def ujikom_plugin_info() -> PluginInfo:
    return PluginInfo(api=1, title="Demo")


@hookimpl
def ujikom_stage_kinds() -> Iterable[Part[Stage] | Part[CohortStage]]:
    kinds: list[Part[Stage] | Part[CohortStage]] = [Part("paper", Paper, criteria=Half)]
    return [*kinds, Part("first", First, gives="shortlist")]


@hookimpl
def ujikom_aggregators() -> Iterable[Part[Aggregator]]:
    return [Part("mean", Mean)]


@hookimpl
def ujikom_value_functions() -> Iterable[Part[ValueFunction]]:
    return [Part("doubled", Doubled)]


@hookimpl
def ujikom_weightings() -> Iterable[Part[Weighting]]:
    return [Part("even", Even)]


@hookimpl
def ujikom_panel_rules() -> Iterable[Part[PanelRule]]:
    return [Part("everybody", Everybody)]


@hookimpl
def ujikom_classifiers() -> Iterable[Part[Classifier]]:
    return [Part("two", Two)]


@hookimpl
def ujikom_tie_breakers() -> Iterable[Part[TieBreaker]]:
    return [Part("older", Older)]


@hookimpl
def ujikom_report_formats() -> Iterable[Part[ReportFormat]]:
    return [Part("line", Line)]
