"""The verbs joined, for embedders: read, plan, evaluate, render.

`plan`, `read_scoresheet` and `score` read the files that they are given and nothing else;
`evaluate`, `render`, `document` and `working` are pure.
"""

from ujikom_rules.api.planning import check, compiled, outline, plan, unready
from ujikom_rules.api.rulesets import (
    Document,
    find,
    library,
    merged,
    opened,
    parse_ruleset,
    read_ruleset,
)
from ujikom_rules.api.scoring import misfits, parse_scoresheet, read_scoresheet, score
from ujikom_rules.api.telling import document, findings_document, render, versus, working
from ujikom_rules.catalogue.listing import PluginFound, plugins
from ujikom_rules.evaluating import evaluate

__all__ = [
    "Document",
    "PluginFound",
    "check",
    "compiled",
    "document",
    "evaluate",
    "find",
    "findings_document",
    "library",
    "merged",
    "misfits",
    "opened",
    "outline",
    "parse_ruleset",
    "parse_scoresheet",
    "plan",
    "plugins",
    "read_ruleset",
    "read_scoresheet",
    "render",
    "score",
    "unready",
    "versus",
    "working",
]
