"""Stages that a candidacy did not come to: no result, and the own marks as they were recorded."""

from ujikom_rules.evaluating.marks import SECRETARIAT
from ujikom_rules.evaluating.stages import absence_of, nothing
from ujikom_rules.evaluating.state import State
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.words import NOT_COUNTED, NOT_REACHED
from ujikom_rules.planned import PlannedStage


def not_reached(stage: PlannedStage, state: State) -> None:
    """The result of a stage that a candidacy did not come to, having been stopped before."""
    note = NOT_COUNTED if _recorded(stage, state) else NOT_REACHED
    state.stages[stage.id] = nothing(stage, note)


def _recorded(stage: PlannedStage, state: State) -> bool:
    """Whether marks were recorded that do not count; these stand as they were entered.

    Whoever is stopped may be told the own marks, and nothing is made of them.
    """
    if stage.gives != "value" or absence_of(stage, state) is not None:
        return False
    fitted, found = state.fitted, False
    for leaf in stage.node.leaves():
        marks = fitted.marks.get(leaf.address, {}).get(state.id, {})
        who = [SECRETARIAT]
        if leaf.reads is not None and leaf.reads.source == "examiners":
            who = [each.id for each in fitted.owing(stage.id, leaf, state.entrant)]
        for mark in map(marks.get, who):
            if isinstance(mark, Figure):
                state.put(mark.address or f"{leaf.address}:raw", mark, leaf.title)
                found = True
    return found
