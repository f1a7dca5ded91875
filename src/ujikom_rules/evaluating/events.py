"""A whole event: stage by stage over all candidacies, then totals, verdicts, standings."""

from types import MappingProxyType

from attrs import evolve

from ujikom_rules.errors import Finding, PluginError, Refused, errors_in, said_once
from ujikom_rules.evaluating.call import PartFailed, call
from ujikom_rules.evaluating.cohorts import run_cohort
from ujikom_rules.evaluating.compared import compare, norm_referenced
from ujikom_rules.evaluating.fitting import fit
from ujikom_rules.evaluating.ranking import group_key, group_of, standing
from ujikom_rules.evaluating.stages import not_reached, run_stage
from ujikom_rules.evaluating.state import State
from ujikom_rules.evaluating.tree import bounds_kept
from ujikom_rules.evaluating.verdicts import settle_total, verdict_of
from ujikom_rules.messages import finding
from ujikom_rules.model.outcome import Evaluation, Provenance, Rank, Result, Verdict
from ujikom_rules.model.ruleset import FactRef
from ujikom_rules.model.scoresheet import Scoresheet
from ujikom_rules.names import shown
from ujikom_rules.planned import Plan

_UNRANKED = Rank()


def evaluate(plan: Plan, sheet: Scoresheet) -> Evaluation:
    """Evaluate an event.

    Pure: no clock, no files, no environment; the same plan and sheet give the same evaluation.

    Args:
        plan: a compiled ruleset.
        sheet: what was recorded.

    Raises:
        Refused: where the sheet does not fit the plan, or a part fails; with all findings.
    """
    try:
        return _evaluate(plan, sheet)
    except PartFailed as failure:
        raise Refused([failure.finding]) from failure


def _evaluate(plan: Plan, sheet: Scoresheet) -> Evaluation:
    fitted, findings = fit(plan, sheet)
    if errors_in((*sheet.findings, *findings)):
        raise Refused((*plan.findings, *sheet.findings, *findings))
    states = [State(fitted, entrant, entrant.id) for entrant in fitted.entrants]
    found: list[Finding] = [*plan.findings, *sheet.findings, *findings]
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
        found += bounds_kept(plan.decision.node, state)
    verdicts = {state.id: verdict_of(plan, state) for state in states}
    ranks: dict[str, dict[str, Rank]] = {}
    for ranking in plan.rankings:
        ranks[ranking.id], said = standing(ranking, states, verdicts)
        found += said
    for state in states:
        found += state.findings
    if errors_in(found):
        raise Refused(found)
    evaluation = Evaluation(
        ruleset=plan.ruleset,
        version=plan.version,
        title=plan.title,
        digest=plan.digest,
        event=sheet.event.id,
        date=sheet.event.date,
        assumes=plan.assumes,
        waiting_for=_waiting(states),
        results=_in_order(plan, states, verdicts, ranks),
        findings=said_once(found),
        order=_order(plan),
        provenance=Provenance(
            engine=plan.engine,
            plugins=plan.plugins,
            amendments=plan.amendments,
            scoresheet=sheet.digest,
        ),
        stage_titles={stage.id: stage.node.title for stage in plan.stages},
        categories=_categories(plan),
        cut_score=plan.decision.cut_score,
        norm_referenced=tuple(
            leaf.address for stage in plan.stages for leaf in norm_referenced(stage)
        ),
    )
    return _observed(plan, evaluation)


def _categories(plan: Plan) -> tuple[str, ...]:
    part = plan.decision.node.classifier
    return () if part is None else tuple(getattr(part.part, "categories", ()))


def _order(plan: Plan) -> tuple[str, ...]:
    main = plan.rankings[0]
    return (main.by or "total", *(shown(each.part.name) for each in main.tie_breaks))


def _waiting(states: list[State]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for state in states:
        for document in state.waiting:
            found.setdefault(document)
    return tuple(sorted(found))


def _in_order(
    plan: Plan,
    states: list[State],
    verdicts: dict[str, Verdict],
    ranks: dict[str, dict[str, Rank]],
) -> tuple[Result, ...]:
    """By position, by group, by rank; equals by id, unranked last."""
    main = plan.rankings[0]
    orders = {name: spec.one_of or spec.levels for name, spec in plan.facts.items()}
    grouped = tuple(each for each in main.within if isinstance(each, FactRef))

    def key(state: State) -> tuple[object, ...]:
        place = ranks["rank"].get(state.id, _UNRANKED).place
        groups = group_key(group_of(state, grouped), grouped, orders)
        position = state.entrant.candidacy.position or ""
        return (position, groups, place is None, place or 0, state.id)

    return tuple(
        _result(state, verdicts[state.id], ranks, group_of(state, grouped))
        for state in sorted(states, key=key)
    )


def _result(
    state: State, verdict: Verdict, ranks: dict[str, dict[str, Rank]], group: tuple[str, ...]
) -> Result:
    total = state.settled["total"]
    row = state.entrant.candidacy
    return Result(
        candidacy=state.id,
        candidate=row.candidate,
        name=state.entrant.candidate.name,
        position=row.position,
        verdict=verdict,
        total=total.after,
        category=total.category,
        group=" / ".join(group),
        rank=ranks["rank"].get(state.id, _UNRANKED),
        ranks={
            name: found.get(state.id, _UNRANKED) for name, found in ranks.items() if name != "rank"
        },
        owed=tuple(dict.fromkeys(state.owed)),
        stages=state.stages,
        figures=state.figures,
    )


def _observed(plan: Plan, evaluation: Evaluation) -> Evaluation:
    """Tell the observers; one that fails becomes a warning and changes nothing."""
    if not plan.observers:
        return evaluation
    said: list[Finding] = []
    told = _frozen(evaluation)
    for observer in plan.observers:
        try:
            call(observer, "__call__", told)
        except PluginError as failure:
            said.append(
                finding("UJ523", observer.place, observer.path, plugin=failure.namespace,
                        part=failure.where, distribution=failure.distribution,
                        reason=failure.reason)
            )  # fmt: skip
    return (
        evolve(evaluation, findings=said_once((*evaluation.findings, *said)))
        if said
        else evaluation
    )


def _frozen(evaluation: Evaluation) -> Evaluation:
    """The evaluation as observers are shown it: none can change what stands in its tables."""
    results = tuple(
        evolve(
            each,
            ranks=MappingProxyType(each.ranks),
            stages=MappingProxyType(each.stages),
            figures=MappingProxyType(each.figures),
        )
        for each in evaluation.results
    )
    made_from = evaluation.provenance
    return evolve(
        evaluation,
        results=results,
        provenance=evolve(made_from, plugins=MappingProxyType(made_from.plugins)),
        stage_titles=MappingProxyType(evaluation.stage_titles),
    )
