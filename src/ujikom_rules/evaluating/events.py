"""A whole event: stage by stage over all candidacies, then totals, verdicts, standings."""

from collections.abc import Iterable
from types import MappingProxyType
from typing import Any

from attrs import evolve

from ujikom_rules.errors import Finding, PluginError, Refused, errors_in, said_once
from ujikom_rules.evaluating.call import PartFailed, call
from ujikom_rules.evaluating.columns import columns_of
from ujikom_rules.evaluating.compared import norm_referenced
from ujikom_rules.evaluating.course import run
from ujikom_rules.evaluating.documents import unasked
from ujikom_rules.evaluating.field import Field
from ujikom_rules.evaluating.fitting import enter, fit
from ujikom_rules.evaluating.marks import Ledger
from ujikom_rules.evaluating.naming import full_titles
from ujikom_rules.evaluating.ranking import standing
from ujikom_rules.evaluating.shortlists import doubtful
from ujikom_rules.evaluating.spelling import spelt
from ujikom_rules.evaluating.state import State
from ujikom_rules.messages import Text, finding
from ujikom_rules.model.late import made_late, set_late
from ujikom_rules.model.outcome import EARLY, Evaluation, Provenance, Rank, Result
from ujikom_rules.model.scoresheet import Scoresheet
from ujikom_rules.names import shown
from ujikom_rules.planned import Plan


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


def _settled(sheet: Scoresheet, ledger: Ledger) -> Iterable[Finding]:
    """What was said of a sheet as such, but doubts (UJ680) about words that the rules know as levels."""
    if not any(each.code == "UJ680" for each in sheet.findings):
        return sheet.findings
    levels = {
        rating.place
        for rating in sheet.ratings
        if isinstance(rating.value, str)
        and (check := ledger.check_of(rating.stage, rating.criterion)) is not None
        and spelt(rating.value, check.levels, rating.place)
    }
    return [x for x in sheet.findings if x.code != "UJ680" or x.place not in levels]


def _evaluate(plan: Plan, sheet: Scoresheet) -> Evaluation:
    fitted, ledger, findings = fit(plan, sheet)
    columns = None
    if not errors_in((*sheet.findings, *findings)):
        columns = columns_of(fitted, ledger, lambda state: run(plan, [state]))
    apart = () if columns is None else columns.places
    enter(sheet, ledger, apart)
    found: list[Finding] = [*_settled(sheet, ledger), *findings, *ledger.findings]
    if errors_in(found):
        raise Refused((*plan.findings, *found))
    found = [*plan.findings, *found]
    states = [State(fitted, each, each.id) for each in fitted.entrants if each.id not in apart]
    found += run(plan, states)
    field = Field(fitted, states, columns)
    ranks: dict[str, dict[str, Rank]] = {}
    for ranking in plan.rankings:
        ranks[ranking.id], said = standing(ranking, field.runners(ranking))
        found += said
    for state in states:
        found += state.findings
    found += unasked(fitted)
    results = field.results(ranks)
    found += doubtful(plan, states, results)
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
        results=results,
        findings=said_once(found),
        order=_order(plan),
        order_texts=_order_texts(plan),
        provenance=Provenance(
            engine=plan.engine,
            plugins=plan.plugins,
            amendments=plan.amendments,
            scoresheet=sheet.digest,
        ),
        stage_titles={stage.id: stage.node.title for stage in plan.stages},
        node_titles=full_titles(plan),
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


def _order_texts(plan: Plan) -> tuple[Text, ...]:
    main = plan.rankings[0]
    return (main.by_text, *(each.text for each in main.tie_breaks))


def _waiting(states: list[State]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for state in states:
        for document in state.waiting:
            found.setdefault(document)
    return tuple(sorted(found))


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


def _shown(result: Result) -> Result:
    """A result whose tables cannot be changed; what is late stays late."""
    fields = {each: getattr(result, each) for each in EARLY}
    fields["ranks"] = MappingProxyType(result.ranks)
    return made_late(Result, _Shown(result), fields)


class _Shown:
    """The source of a result that is shown to observers: the result itself."""

    __slots__ = ("result",)

    def __init__(self, result: Result) -> None:
        self.result = result

    def fill(self, late: Result, name: str) -> Any:
        """Make a field of what stands in the result's own."""
        value = getattr(self.result, name)
        if name != "total":
            value = MappingProxyType(value)
        set_late(late, name, value)
        return value


def _frozen(evaluation: Evaluation) -> Evaluation:
    """The evaluation as observers are shown it: none can change what stands in its tables."""
    results = tuple(_shown(each) for each in evaluation.results)
    made_from = evaluation.provenance
    return evolve(
        evaluation,
        results=results,
        provenance=evolve(made_from, plugins=MappingProxyType(made_from.plugins)),
        stage_titles=MappingProxyType(evaluation.stage_titles),
        node_titles=MappingProxyType(evaluation.node_titles),
    )
