"""The core's own plugin, namespace ``core``: it comes in by the same door as a city's.

The parts of a role are loaded when its hook is called: a ruleset names few of them.
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
    from ujikom_rules.builtin.stages import STAGE_KINDS

    return STAGE_KINDS


@hookimpl
def ujikom_aggregators() -> Iterable[Part[Aggregator]]:
    """The core's aggregators."""
    from ujikom_rules.builtin.aggregators import AGGREGATORS
    from ujikom_rules.builtin.extremes import EXTREMES
    from ujikom_rules.builtin.pooling import POOLING
    from ujikom_rules.builtin.targets import TARGET_AGGREGATORS

    return [*AGGREGATORS, *EXTREMES, *POOLING, *TARGET_AGGREGATORS]


@hookimpl
def ujikom_value_functions() -> Iterable[Part[ValueFunction]]:
    """The core's value functions."""
    from ujikom_rules.builtin.relative import RELATIVE
    from ujikom_rules.builtin.targets import TARGET_VALUES
    from ujikom_rules.builtin.value_functions import VALUE_FUNCTIONS

    return [*VALUE_FUNCTIONS, *RELATIVE, *TARGET_VALUES]


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
    from ujikom_rules.builtin.reports import REPORTS

    return REPORTS
