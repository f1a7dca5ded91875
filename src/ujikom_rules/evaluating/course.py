"""The course of an event: stage by stage over candidacies, then their totals."""

from collections.abc import Sequence

from ujikom_rules.errors import Finding
from ujikom_rules.evaluating.cohorts import run_cohort
from ujikom_rules.evaluating.compared import compare
from ujikom_rules.evaluating.stages import run_stage
from ujikom_rules.evaluating.state import State
from ujikom_rules.evaluating.stopped import not_reached
from ujikom_rules.evaluating.verdicts import settle_total
from ujikom_rules.planned import Plan


def run(plan: Plan, states: Sequence[State]) -> list[Finding]:
    """Settle every stage and the total of candidacies; what stages find that look at all."""
    found: list[Finding] = []
    for stage in plan.stages:
        here = [state for state in states if not state.stopped]
        for state in states:
            if state.stopped:
                not_reached(stage, state)
        if stage.kind.cohort:
            found += run_cohort(plan, stage, here)
        else:
            compare(plan, stage, here)
            for state in here:
                run_stage(stage, state)
    for state in states:
        settle_total(plan, state)
    return found
