"""What the cases of a ruleset exercise, and what none of them does."""

from collections.abc import Sequence

from ujikom_rules.analysis.coverage import choices, outcomes, standings, values
from ujikom_rules.analysis.coverage.things import Run, Thing
from ujikom_rules.model.ruleset import Ruleset
from ujikom_rules.planned import Plan

__all__ = ["Run", "Thing", "covered"]


def covered(ruleset: Ruleset, plan: Plan, runs: Sequence[Run]) -> tuple[Thing, ...]:
    """Everything of a ruleset that a case can exercise, each with whether one does.

    Args:
        ruleset: as it was written.
        plan: what was made of it.
        runs: the cases that were evaluated.
    """
    found = [
        *values.things(plan, runs),
        *choices.things(ruleset, plan, runs),
        *outcomes.things(plan, runs),
        *standings.things(plan, runs),
    ]
    once: dict[tuple[object, ...], Thing] = {}
    for each in found:  # keys under `each` stand in one place for many criteria
        once.setdefault((each.place, each.what), each)
    return tuple(sorted(once.values(), key=lambda each: each.place))
