"""Exact, cited, explained scoring of Indonesian civil-service competency tests (JPT / ASN).

Example:
    ::

        import ujikom_rules as ujikom

        plan = ujikom.plan("malang/2024")
        evaluation = ujikom.evaluate(plan, ujikom.read_scoresheet("examples/malang-2024"))
        print(evaluation["A01"].total.text)

The names below are loaded when they are first asked for, so that importing the library costs an
embedder next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ujikom_rules.analysis.checking import check
    from ujikom_rules.analysis.diff import diff
    from ujikom_rules.analysis.showing import show
    from ujikom_rules.api import (
        Document,
        document,
        evaluate,
        find,
        findings_document,
        parse_ruleset,
        parse_scoresheet,
        plan,
        plugins,
        read_ruleset,
        read_scoresheet,
        render,
        score,
        versus,
        working,
    )
    from ujikom_rules.errors import Finding, Place, PluginError, Refused, UjikomError
    from ujikom_rules.messages import Text
    from ujikom_rules.model.figure import Figure
    from ujikom_rules.model.outcome import Evaluation, Result
    from ujikom_rules.model.scoresheet import Scoresheet
    from ujikom_rules.planned import Plan

__all__ = [
    "Document",
    "Evaluation",
    "Figure",
    "Finding",
    "Place",
    "Plan",
    "PluginError",
    "Refused",
    "Result",
    "Scoresheet",
    "Text",
    "UjikomError",
    "check",
    "diff",
    "document",
    "evaluate",
    "find",
    "findings_document",
    "parse_ruleset",
    "parse_scoresheet",
    "plan",
    "plugins",
    "read_ruleset",
    "read_scoresheet",
    "render",
    "score",
    "show",
    "versus",
    "working",
]

_HOMES = {
    "Evaluation": "model.outcome",
    "Figure": "model.figure",
    "Finding": "errors",
    "Place": "errors",
    "Plan": "planned",
    "PluginError": "errors",
    "Refused": "errors",
    "Result": "model.outcome",
    "Scoresheet": "model.scoresheet",
    "Text": "messages",
    "UjikomError": "errors",
    "check": "analysis.checking",
    "diff": "analysis.diff",
    "show": "analysis.showing",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES.get(name, 'api')}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, "plugin"]
