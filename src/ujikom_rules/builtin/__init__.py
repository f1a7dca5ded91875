"""The core's own plugin, namespace ``core``: it comes in by the same door as a city's.

The parts of a role are loaded when its hook is called, and most one module after another as the
answer is read: a ruleset names few of them, and making them all costs more than a small event.
"""

from collections.abc import Iterable

from ujikom_rules.plugin import (
    Aggregator,
    Classifier,
    CohortStage,
    PanelRule,
    Part,
    PluginInfo,
    ReportFormat,
    Stage,
    Text,
    TieBreaker,
    ValueFunction,
    Weighting,
    hookimpl,
)


@hookimpl
def ujikom_plugin_info() -> PluginInfo:
    """The core itself."""
    return PluginInfo(api=1, title=Text("Bagian bawaan", "Built-in parts"))


@hookimpl
def ujikom_stage_kinds() -> Iterable[Part[Stage] | Part[CohortStage]]:
    """The core's kinds of stages."""
    from ujikom_rules.builtin.stages.scored import SCORED

    yield from SCORED
    from ujikom_rules.builtin.stages.gates import GATES

    yield from GATES
    from ujikom_rules.builtin.stages.documents import DOCUMENTS

    yield from DOCUMENTS
    from ujikom_rules.builtin.stages.advisory import ADVISORY

    yield from ADVISORY
    from ujikom_rules.builtin.stages.shortlist import SHORTLIST

    yield from SHORTLIST


@hookimpl
def ujikom_aggregators() -> Iterable[Part[Aggregator]]:
    """The core's aggregators."""
    from ujikom_rules.builtin.aggregators import AGGREGATORS

    yield from AGGREGATORS
    from ujikom_rules.builtin.extremes import EXTREMES

    yield from EXTREMES
    from ujikom_rules.builtin.pooling import POOLING

    yield from POOLING
    from ujikom_rules.builtin.targets import TARGET_AGGREGATORS

    yield from TARGET_AGGREGATORS


@hookimpl
def ujikom_value_functions() -> Iterable[Part[ValueFunction]]:
    """The core's value functions."""
    from ujikom_rules.builtin.value_functions import VALUE_FUNCTIONS

    yield from VALUE_FUNCTIONS
    from ujikom_rules.builtin.relative import RELATIVE

    yield from RELATIVE
    from ujikom_rules.builtin.targets import TARGET_VALUES

    yield from TARGET_VALUES


@hookimpl
def ujikom_weightings() -> Iterable[Part[Weighting]]:
    """The core's weightings."""
    from ujikom_rules.builtin.weightings import WEIGHTINGS

    return WEIGHTINGS


@hookimpl
def ujikom_panel_rules() -> Iterable[Part[PanelRule]]:
    """The core's panel rule."""
    from ujikom_rules.builtin.panels import PANEL_RULES

    return PANEL_RULES


@hookimpl
def ujikom_classifiers() -> Iterable[Part[Classifier]]:
    """The core's classifiers."""
    from ujikom_rules.builtin.classifiers import CLASSIFIERS

    return CLASSIFIERS


@hookimpl
def ujikom_tie_breakers() -> Iterable[Part[TieBreaker]]:
    """The core's tie-breakers."""
    from ujikom_rules.builtin.tie_breakers import TIE_BREAKERS

    return TIE_BREAKERS


@hookimpl
def ujikom_report_formats() -> Iterable[Part[ReportFormat]]:
    """The core's report formats."""
    from ujikom_rules.builtin.reports.text import TEXT

    yield TEXT
    from ujikom_rules.builtin.reports.markdown import MARKDOWN

    yield MARKDOWN
    from ujikom_rules.builtin.reports.json_ import JSON

    yield JSON
    from ujikom_rules.builtin.reports.csv_ import CSV

    yield CSV
    from ujikom_rules.builtin.reports.working import WORKING

    yield WORKING
