"""The core's own plugin, namespace ``core``: it comes in by the same door as a city's."""

from collections.abc import Iterable

from ujikom_rules.builtin.aggregators import AGGREGATORS
from ujikom_rules.builtin.classifiers import CLASSIFIERS
from ujikom_rules.builtin.extremes import EXTREMES
from ujikom_rules.builtin.panels import PANEL_RULES
from ujikom_rules.builtin.pooling import POOLING
from ujikom_rules.builtin.relative import RELATIVE
from ujikom_rules.builtin.reports import REPORTS
from ujikom_rules.builtin.stages import STAGE_KINDS
from ujikom_rules.builtin.targets import TARGET_AGGREGATORS, TARGET_VALUES
from ujikom_rules.builtin.tie_breakers import TIE_BREAKERS
from ujikom_rules.builtin.value_functions import VALUE_FUNCTIONS
from ujikom_rules.builtin.weightings import WEIGHTINGS
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
    return STAGE_KINDS


@hookimpl
def ujikom_aggregators() -> Iterable[Part[Aggregator]]:
    """The core's aggregators."""
    return [*AGGREGATORS, *EXTREMES, *POOLING, *TARGET_AGGREGATORS]


@hookimpl
def ujikom_value_functions() -> Iterable[Part[ValueFunction]]:
    """The core's value functions."""
    return [*VALUE_FUNCTIONS, *RELATIVE, *TARGET_VALUES]


@hookimpl
def ujikom_weightings() -> Iterable[Part[Weighting]]:
    """The core's weightings."""
    return WEIGHTINGS


@hookimpl
def ujikom_panel_rules() -> Iterable[Part[PanelRule]]:
    """The core's panel rule."""
    return PANEL_RULES


@hookimpl
def ujikom_classifiers() -> Iterable[Part[Classifier]]:
    """The core's classifiers."""
    return CLASSIFIERS


@hookimpl
def ujikom_tie_breakers() -> Iterable[Part[TieBreaker]]:
    """The core's tie-breakers."""
    return TIE_BREAKERS


@hookimpl
def ujikom_report_formats() -> Iterable[Part[ReportFormat]]:
    """The core's report formats."""
    return REPORTS
