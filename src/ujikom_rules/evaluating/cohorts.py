"""Stages that look at all candidacies at once: shortlists and norm-referenced kinds."""

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import evolve

from ujikom_rules.errors import Finding
from ujikom_rules.evaluating.call import call_figure, call_outcomes
from ujikom_rules.evaluating.leaves import through
from ujikom_rules.evaluating.ranking import Runner, Ties, group_of, in_blocks, places, runner
from ujikom_rules.evaluating.sheets import StageView
from ujikom_rules.evaluating.stages import absence_taken, lacks_needs, take_outcome
from ujikom_rules.evaluating.state import NOTHING, State
from ujikom_rules.evaluating.tree import items_of, weights_for
from ujikom_rules.evaluating.views import NodeView
from ujikom_rules.messages import Text
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.outcome import StageOutcome
from ujikom_rules.model.ruleset import Compare, FactRef
from ujikom_rules.planned import Plan, PlannedNode, PlannedPart, PlannedStage, PlannedTieBreak


class CohortView:
    """All candidacies that have come to a stage."""

    def __init__(self, plan: Plan, stage: PlannedStage, states: Sequence[State]) -> None:
        self._plan, self._stage, self._states = plan, stage, states
        self.findings: list[Finding] = []
        self.compared: set[str] = set()

    @property
    def stage(self) -> str:
        """The stage's id."""
        return self._stage.id

    @property
    def sheets(self) -> Mapping[str, StageView]:
        """Their sheets, by the candidacy's id."""
        return {state.id: StageView(state, self._stage) for state in self._states}

    def standing(
        self,
        by: str = "",
        within: Sequence[str | FactRef] = (),
        tie_breaks: Sequence[Any] = (),
        compare: Compare | None = None,
    ) -> list[list[tuple[str, int]]]:
        """Groups of (candidacy, place) from best to worst; equals share the better place."""
        main = self._plan.rankings[0]
        grouping = tuple(within) or main.within
        breaks = tuple(_planned(each) for each in tie_breaks) or main.tie_breaks
        how = compare or self._stage.compare
        groups: dict[tuple[str, ...], list[Runner]] = {}
        for state in self._states:
            if state.failed or state.unknown:
                continue  # who has not met every gate takes nobody's place
            figure = self._settled(state, by, how) if by else total_so_far(self._plan, state, how)
            if figure is not None:
                self.compared.add(state.id)
                group = group_of(state.entrant, grouping)
                groups.setdefault(group, []).append(runner(state, figure.value))
        found = []
        for name in sorted(groups):
            blocks = in_blocks(groups[name], Ties(breaks, how, self._stage.id, self.findings))
            placed = places(blocks, "standard-competition")
            found.append([(who, int(placed[who].place or 0)) for block in blocks for who in block])
        return found

    def vacancies(self, candidacy: str) -> int:
        """The vacancies of the candidacy's position; 1 where it has none."""
        state = next(each for each in self._states if each.id == candidacy)
        position = state.entrant.position
        return 1 if position is None else position.vacancies

    @staticmethod
    def _settled(state: State, by: str, compare: Compare) -> Figure | None:
        settled = state.settled.get(by, NOTHING)
        return settled.after if compare == "rounded" else settled.before


def _planned(part: Any) -> PlannedTieBreak:
    if isinstance(part, PlannedTieBreak):
        return part
    return PlannedTieBreak(PlannedPart(name="core:default", part=part), Text.same("default"))


def total_so_far(plan: Plan, state: State, compare: Compare) -> Figure | None:
    """The decision over the stages settled so far; None where a needed one has no value.

    None too for who was absent from one and has no total for that.
    """
    if state.absent or state.disqualified:
        return None
    root = plan.decision.node
    done = tuple(child for child in root.children if child.address in state.settled)
    if not done or root.aggregation is None:
        return None
    weights = weights_for(root, state)
    if weights is None:
        return None
    shadow = State(state.fitted, state.entrant, state.id, settled=state.settled)
    values = {child.id: state.settled[child.address].after for child in done}
    view = NodeView(shadow, root)
    so_far: PlannedNode = evolve(root, children=done)
    items = items_of(so_far, values, view, weights)
    figure = None if not items else call_figure(root.aggregation, "combine", items, view)
    if figure is not None:
        figure = through(root.values, figure, view) if root.values else figure
    if figure is None:
        return None
    return figure.round_to(root.roundings.get("own")) if compare == "rounded" else figure


def run_cohort(plan: Plan, stage: PlannedStage, states: Sequence[State]) -> list[Finding]:
    """Settle a stage for all candidacies that have come to it, together."""
    present = [state for state in states if not absence_taken(stage, state)]
    there = [state for state in present if not lacks_needs(stage, state)]
    view = CohortView(plan, stage, there)
    outcomes = call_outcomes(stage.kind, view)
    later = any(each.gives == "value" for each in plan.stages[stage.position + 1 :])
    for state in there:
        take_outcome(stage, state, outcomes.get(state.id) or StageOutcome(kept=False))
        if state.id in view.compared:
            state.placed.add(stage.id)
    for state in present if later else ():
        kept = state.stages[stage.id].kept
        if kept is not True:
            state.stopped = True
            state.not_kept = kept is False and stage.id in state.placed
            state.unknown = state.unknown or not state.not_kept
    return view.findings
