"""The hooks: the manual for authors of plugins.

A plugin is a module. Each function that it marks with `hookimpl` answers one of the hooks below,
under the hook's own name and with the hook's own arguments (fewer are allowed). There are three
kinds, in the order of a run:

* `ujikom_plugin_info` says who the plugin is.
* The *offers* hand over named parts. They are called once, when a catalogue opens.
* The *passages* are called only for plugins that the ruleset names, in the ruleset's order.

No hook stops at a first result, none wraps another, and none is called for a single mark. A
plugin that is installed and not named is not imported; naming it is what lets it in.
"""

from collections.abc import Iterable, Sequence

import pluggy

from ujikom_rules.contract.roles import (
    Classifier,
    CohortStage,
    PanelRule,
    Part,
    PluginInfo,
    ReportFormat,
    Stage,
    ValueFunction,
    Weighting,
)
from ujikom_rules.contract.views import Aggregator, TieBreaker
from ujikom_rules.errors import Finding
from ujikom_rules.model.outcome import Evaluation
from ujikom_rules.model.ruleset import Ruleset

PROJECT = "ujikom"
API = 1

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def ujikom_plugin_info() -> PluginInfo:
    """Say who the plugin is and for which `api` it was written. Required.

    Called once, first of all. A plugin of another API is refused by name.

    Example::

        @hookimpl
        def ujikom_plugin_info() -> PluginInfo:
            return PluginInfo(api=1, title="Kota Kendari")
    """


@hookspec
def ujikom_stage_kinds() -> "Iterable[Part[Stage] | Part[CohortStage]]":
    """Offer kinds of stages: classes with ``score(sheet)`` or ``score_all(cohort)``.

    Called once when the catalogue opens. A name offered twice is an error that names both.

    Example::

        return [Part("program-paparan", ProgramPaparan, criteria=Half)]
    """


@hookspec
def ujikom_aggregators() -> Iterable[Part[Aggregator]]:
    """Offer aggregators: classes with ``combine(items, at)``.

    Called once when the catalogue opens. One role serves pooling examiners, joining criteria and
    joining stages; say ``takes="weight"`` or ``takes="factor"`` where children need one.
    """


@hookspec
def ujikom_value_functions() -> Iterable[Part[ValueFunction]]:
    """Offer value functions: classes with ``value(x, at)``. Called once."""


@hookspec
def ujikom_weightings() -> Iterable[Part[Weighting]]:
    """Offer weightings: classes with ``weights(criteria, candidacy)``. Called once."""


@hookspec
def ujikom_panel_rules() -> Iterable[Part[PanelRule]]:
    """Offer panel rules: classes with ``seat(examiners, panel)``. Called once."""


@hookspec
def ujikom_classifiers() -> Iterable[Part[Classifier]]:
    """Offer classifiers: classes with ``classify(result)``. Called once."""


@hookspec
def ujikom_tie_breakers() -> Iterable[Part[TieBreaker]]:
    """Offer tie-breakers: classes with ``key(result)``. Called once."""


@hookspec
def ujikom_report_formats() -> Iterable[Part[ReportFormat]]:
    """Offer report formats: classes with ``render(evaluation, at)``. Called once."""


@hookspec
def ujikom_amend_ruleset(ruleset: Ruleset) -> Ruleset | None:
    """Change a ruleset, in the open; called only where the ruleset says ``amends = true``.

    Args:
        ruleset: the ruleset after those plugins that stand before this one.

    Returns:
        The changed ruleset, made with `attrs.evolve`, or None for no change. Every difference
        is recorded in the provenance of each result.
    """


@hookspec
def ujikom_review_ruleset(ruleset: Ruleset) -> Sequence[Finding]:
    """Look at a ruleset and say what is wrong with it; make findings with `plugin.review`.

    Args:
        ruleset: the ruleset after all amendments.
    """


@hookspec
def ujikom_evaluation_done(evaluation: Evaluation) -> None:
    """Take note of a finished evaluation; a failure here becomes a warning and changes nothing.

    Args:
        evaluation: the evaluation, frozen.
    """


OFFERS = (
    "ujikom_stage_kinds",
    "ujikom_aggregators",
    "ujikom_value_functions",
    "ujikom_weightings",
    "ujikom_panel_rules",
    "ujikom_classifiers",
    "ujikom_tie_breakers",
    "ujikom_report_formats",
)
PASSAGES = ("ujikom_amend_ruleset", "ujikom_review_ruleset", "ujikom_evaluation_done")
