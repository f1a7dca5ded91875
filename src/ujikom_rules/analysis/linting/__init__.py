"""What can be said of rules before anybody is scored, one duty a module."""

from collections.abc import Iterator

from ujikom_rules.analysis.linting import (
    astray,
    categories,
    conditions,
    effects,
    panels,
    pooling,
    roundings,
    sources,
    thresholds,
    weights,
)
from ujikom_rules.analysis.linting.bounds import reach_of
from ujikom_rules.analysis.linting.subject import Subject
from ujikom_rules.errors import Finding
from ujikom_rules.model.ruleset import Ruleset
from ujikom_rules.planned import Plan

_RULES = (astray, categories, effects, thresholds, conditions, weights, roundings, panels, pooling)


def lint(ruleset: Ruleset, plan: Plan) -> Iterator[Finding]:
    """Everything that can be said of a ruleset and the plan that was made of it.

    Nothing is claimed that is not proved: where a part of a plugin decides, no bounds are known.
    """
    subject = Subject(ruleset, plan, reach_of(plan))
    for rule in _RULES:
        yield from rule.findings(subject)
    yield from sources.findings(ruleset)
