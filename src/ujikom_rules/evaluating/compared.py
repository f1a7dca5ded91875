"""Norm-referenced leaves: found for all who come to a stage, in step, before anybody's stage."""

from collections.abc import Sequence

from attrs import define

from ujikom_rules.evaluating.call import call_figure
from ujikom_rules.evaluating.leaves import begin, finish, note_no_value
from ujikom_rules.evaluating.ranking import Group, group_of
from ujikom_rules.evaluating.stages import absence_of, lacking_need
from ujikom_rules.evaluating.state import State
from ujikom_rules.evaluating.views import NodeView
from ujikom_rules.messages import Text
from ujikom_rules.model.figure import Figure
from ujikom_rules.planned import Plan, PlannedNode, PlannedStage


@define(eq=False)
class _Coming:
    """A candidacy on its way through the value functions of a leaf."""

    state: State
    group: Group
    figure: Figure | None
    view: NodeView


def norm_referenced(stage: PlannedStage) -> tuple[PlannedNode, ...]:
    """The leaves of a stage whose values depend on those of the other candidacies."""
    return tuple(leaf for leaf in stage.node.leaves() if leaf.norm_referenced)


def compare(plan: Plan, stage: PlannedStage, states: Sequence[State]) -> None:
    """Find the norm-referenced leaves of a stage for all who come to it; each state keeps its own.

    Who is absent from the stage, or lacks what it needs, is in no cohort.
    """
    leaves = norm_referenced(stage)
    if not leaves:
        return
    coming = [
        state
        for state in states
        if absence_of(stage, state) is None and not lacking_need(stage, state)
    ]
    groups = {state.id: group_of(state.entrant, plan.rankings[0].within) for state in coming}
    for leaf in leaves:
        there: list[_Coming] = []
        for state in coming:
            state.compared[leaf.address] = None
            begun = begin(leaf, stage.id, state)
            if begun is not None:
                there.append(_Coming(state, groups[state.id], *begun))
        _in_step(leaf, there)
        for each in there:
            each.state.compared[leaf.address] = finish(leaf, each.figure, each.state)


def _in_step(leaf: PlannedNode, there: Sequence[_Coming]) -> None:
    """Every value function for everybody, before the next one is asked."""
    for number, part in enumerate(leaf.last_values):
        cohorts = _cohorts(there) if part.cohort else {}
        for each in there:
            if each.figure is None and number:
                continue
            view = each.view.among(cohorts.get(each.group, ())) if part.cohort else each.view
            given, each.figure = each.figure, call_figure(part, "value", each.figure, view)
            if each.figure is None:
                note_no_value(part, given, view)


def _cohorts(there: Sequence[_Coming]) -> dict[Group, tuple[Figure, ...]]:
    """What is compared in each group, by the candidacies' ids: plain numbers named by them."""
    found: dict[Group, list[Figure]] = {}
    for each in sorted(there, key=lambda coming: coming.state.id):
        if each.figure is not None:
            name, figure = Text.same(each.state.id), each.figure
            plain = Figure(figure.value, label=name, place=figure.place, path=figure.path)
            found.setdefault(each.group, []).append(plain)
    return {group: tuple(figures) for group, figures in found.items()}
