"""The authors' door: all that a plugin may import of this library.

Example:
    ::

        from attrs import frozen
        from ujikom_rules.plugin import Figure, Item, NodeAt, Part, PluginInfo, hookimpl, mean_of

        @frozen(kw_only=True)
        class Mean:
            def combine(self, items, at):
                return mean_of(item.value for item in items)

        @hookimpl
        def ujikom_plugin_info():
            return PluginInfo(api=1, title="Example")

        @hookimpl
        def ujikom_aggregators():
            return [Part("mean", Mean)]
"""

from ujikom_rules.contract.hookspecs import API, hookimpl
from ujikom_rules.contract.roles import (
    Classifier,
    CohortStage,
    PanelRule,
    Part,
    PluginInfo,
    Refusal,
    ReportFormat,
    Stage,
    ValueFunction,
    Weighting,
)
from ujikom_rules.contract.views import (
    Aggregator,
    CandidacyAt,
    CohortAt,
    Fact,
    FactValue,
    Item,
    NodeAt,
    PanelAt,
    ReportAt,
    ResultAt,
    StageSheet,
    TieBreaker,
    WeightedAt,
)
from ujikom_rules.errors import Finding, Severity
from ujikom_rules.exact import Rounding, to_text
from ujikom_rules.messages import Text
from ujikom_rules.model import standings, words
from ujikom_rules.model.bidi import isolated
from ujikom_rules.model.document import document, finding_document, text_at, working
from ujikom_rules.model.figure import (
    Figure,
    largest_of,
    mean_of,
    picked,
    share_of,
    smallest_of,
    sum_of,
)
from ujikom_rules.model.numerals import day, decimal
from ujikom_rules.model.outcome import Evaluation, Result, StageOutcome
from ujikom_rules.model.parting import parted_said
from ujikom_rules.model.predicate import Predicate
from ujikom_rules.model.review import review
from ujikom_rules.model.ruleset import Compare, Ruleset, Scale
from ujikom_rules.model.scoresheet import Advice, Candidacy, Evidence, Examiner
from ujikom_rules.model.told import Told, outline
from ujikom_rules.names import nearest

__all__ = [
    "API",
    "Advice",
    "Aggregator",
    "Candidacy",
    "CandidacyAt",
    "Classifier",
    "CohortAt",
    "CohortStage",
    "Compare",
    "Evaluation",
    "Evidence",
    "Examiner",
    "Fact",
    "FactValue",
    "Figure",
    "Finding",
    "Item",
    "NodeAt",
    "PanelAt",
    "PanelRule",
    "Part",
    "PluginInfo",
    "Predicate",
    "Refusal",
    "ReportAt",
    "ReportFormat",
    "Result",
    "ResultAt",
    "Rounding",
    "Ruleset",
    "Scale",
    "Severity",
    "Stage",
    "StageOutcome",
    "StageSheet",
    "Text",
    "TieBreaker",
    "Told",
    "ValueFunction",
    "WeightedAt",
    "Weighting",
    "day",
    "decimal",
    "document",
    "finding_document",
    "hookimpl",
    "isolated",
    "largest_of",
    "mean_of",
    "nearest",
    "outline",
    "parted_said",
    "picked",
    "review",
    "share_of",
    "smallest_of",
    "standings",
    "sum_of",
    "text_at",
    "to_text",
    "words",
    "working",
]
