"""The decision and the standings: the root of the tree, and who stands where among whom."""

from collections.abc import Mapping

from attrs import evolve

from ujikom_rules.compiling.nodes import (
    classifier_of,
    named,
)
from ujikom_rules.compiling.parts import Workshop
from ujikom_rules.compiling.rows import refuse_rows
from ujikom_rules.compiling.tie_breaks import stage_value, tie_break
from ujikom_rules.compiling.values import hull, joined_values
from ujikom_rules.compiling.weights import factor_of, weights_of
from ujikom_rules.messages import Text, finding
from ujikom_rules.messages.terms import term
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.ruleset import (
    Bound,
    FactRef,
    RankingSpec,
    Ruleset,
    place_of,
)
from ujikom_rules.planned import (
    PlannedDecision,
    PlannedNode,
    PlannedRanking,
    PlannedStage,
)


def plan_decision(
    ruleset: Ruleset, stages: list[PlannedStage], workshop: Workshop
) -> tuple[PlannedDecision, tuple[PlannedStage, ...]]:
    """The root of the tree, and the stages as its children with their weights."""
    spec = ruleset.decision
    rounding = {**ruleset.rounding, **spec.rounding}
    aggregation = workshop.make("aggregators", spec.aggregation or named("weighted-mean", spec))
    weighting = None if spec.weighting is None else workshop.make("weightings", spec.weighting)
    scored = [stage for stage in stages if stage.gives == "value"]
    ids = {stage.id for stage in scored}
    known = {stage.id for stage in stages}
    specs = tuple(  # a stage whose kind is not known counts where it has a weight
        each
        for each in ruleset.stages
        if each.id in ids or (each.id not in known and "weight" in each.written)
    )
    unmade = weighting is None and spec.weighting is not None
    weights = (
        {} if unmade else weights_of(specs, aggregation, weighting, workshop.log, workshop.own_file)
    )
    refuse_rows(spec.weighting, weighting, specs, workshop)
    if weighting is None and aggregation is not None and aggregation.takes == "weight":
        weighting = workshop.make("weightings", named("given", spec))
    # A weight that is written was held to its bounds when the overlay was read.
    arising = {f"stages.{each.id}.weight" for each in specs if each.weight is None}
    bounds = {bound.key: bound for bound in ruleset.bounds if bound.key in arising}
    factors = {each.id: factor_of(each, aggregation) for each in specs}
    for factor in factors.values():
        if isinstance(factor, FactRef):
            workshop.counted(factor)
    weighed = [
        _weighed(stage, weights.get(stage.id), factors.get(stage.id), bounds) for stage in stages
    ]
    children = tuple(stage.node for stage in weighed if stage.gives == "value")
    joined = hull(children, aggregation)
    values = joined_values(spec.value or (), joined, workshop)
    root = PlannedNode(
        address="total",
        id="total",
        title=spec.title or Text("nilai akhir", "total"),
        own="final",
        children=children,
        weighting=weighting,
        domain=joined,
        values=values,
        aggregation=aggregation,
        roundings={"term": rounding.get("term"), "own": rounding.get("final")},
        classifier=classifier_of(spec, None if values else joined, workshop),
        compare=spec.compare or "unrounded",
        place=spec.place,
        path=spec.path,
    )
    decision = PlannedDecision(
        node=root, cut_score=spec.cut_score, compare=spec.compare or "unrounded"
    )
    return decision, tuple(weighed)


def _weighed(
    stage: PlannedStage,
    weight: Figure | None,
    factor: Figure | FactRef | None,
    bounds: Mapping[str, Bound],
) -> PlannedStage:
    """A stage as a child of the decision: with its weight or factor and what bounds them."""
    if stage.gives != "value":
        return stage
    bound = bounds.get(f"stages.{stage.id}.weight")
    within = () if bound is None else (bound,)
    return evolve(stage, node=evolve(stage.node, weight=weight, factor=factor, bounds=within))


def plan_ranking(spec: RankingSpec, workshop: Workshop) -> PlannedRanking:
    """A standing, with its tie-breaks made."""
    for each in spec.within:
        if isinstance(each, FactRef):
            workshop.declared(each)
    if spec.by:
        stage = workshop.ruleset.stage(spec.by)
        place = place_of(spec.written, "by", spec.place)
        at = Entry(spec.by, place, place, f"{spec.path}.by")
        if stage is None:
            workshop.unknown("UJ312", spec.by, workshop.stages, at.place, at.path)
        workshop.valued(spec.by, at)
    breaks = []
    for wanted in spec.tie_breaks:
        part = workshop.make("tie_breakers", wanted.part)
        if part is not None:
            breaks.append(tie_break(part, workshop.ruleset, ascending=wanted.ascending))
    total = any(getattr(each.part.part, "total", False) for each in breaks)
    if spec.method == "ordinal" and not total:
        place = place_of(spec.written, "method", spec.place)
        workshop.log.findings.append(finding("UJ331", place, f"{spec.path}.method"))
    return PlannedRanking(
        id=spec.id,
        within=spec.within,
        by=spec.by,
        by_text=stage_value(spec.by, workshop.ruleset) if spec.by else term("total"),
        method=spec.method,
        among=spec.among,
        tie_breaks=tuple(breaks),
        compare=spec.compare,
        place=spec.place,
        path=spec.path,
    )
