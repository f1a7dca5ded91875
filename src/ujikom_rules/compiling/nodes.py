"""The tree: every node with what it inherits laid on it, and its parts made."""

from collections.abc import Mapping
from typing import Any

from attrs import evolve, frozen

from ujikom_rules import names
from ujikom_rules.catalogue.catalogue import Offered
from ujikom_rules.compiling.parts import Workshop, chosen
from ujikom_rules.compiling.placing import after_for
from ujikom_rules.compiling.refusals import Target
from ujikom_rules.compiling.rows import refuse_rows
from ujikom_rules.compiling.values import (
    declared_too,
    fact_scale,
    hull,
    joined_values,
    kept_by,
    parts_of,
    refuse_unpooled,
    split_values,
    unstepped,
)
from ujikom_rules.compiling.weights import factor_of, weights_of
from ujikom_rules.exact import Rounding
from ujikom_rules.messages import Text, finding
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.ruleset import (
    Bound,
    FactRef,
    NodeSpec,
    PartSpec,
    Policy,
    Reads,
    RoundingSpec,
    Scale,
)
from ujikom_rules.model.scoresheet import NO_MARKS, NoMark
from ujikom_rules.planned import OwnPlace, PlannedNode, PlannedPart
from ujikom_rules.reading.nodes import CRITERION_KEYS, MERGING_KEYS

DEFAULT_NO_MARKS: Mapping[NoMark, Policy] = {
    mark: ("incomplete" if mark == "not-entered" else "leave-out") for mark in NO_MARKS
}
_EMPTY = NodeSpec(id="")


def named(use: str, at: NodeSpec) -> PartSpec:
    """A part that holds where nothing is said."""
    return PartSpec(names.qualified(use), Entry(use, at.place, at.place, at.path))


@frozen(eq=False, repr=False)
class Above:
    """What a node inherits from what stands above it.

    Attributes:
        stage: the stage as it was written; its pooling, quorum and no-marks reach the leaves.
        each: the keys that the stage gives to all leaves.
        rounding: the roundings that hold here.
        kind: the stage's kind, for what its leaves read and the keys that it adds.
        panel: which of the plan's panels seats the examiners.
        quorum: the panel rule's own quorum.
    """

    stage: NodeSpec
    each: NodeSpec
    rounding: RoundingSpec
    kind: Offered
    panel: int = 0
    quorum: int | None = None


@frozen(eq=False, repr=False)
class Share:
    """What a node counts for among its siblings, and what bounds a weight that only arises."""

    weight: Figure | None = None
    factor: Figure | FactRef | None = None
    bounds: tuple[Bound, ...] = ()


_ALONE = Share()


def plan_children(
    parent: NodeSpec,
    address: str,
    above: Above,
    workshop: Workshop,
    aggregation: PlannedPart | None,
) -> tuple[tuple[PlannedNode, ...], PlannedPart | None]:
    """The criteria beneath a node, with their weights; and the weighting of the node."""
    weighting = None if parent.weighting is None else workshop.make("weightings", parent.weighting)
    unmade = weighting is None and parent.weighting is not None
    weights = (
        {}
        if unmade
        else weights_of(parent.criteria, aggregation, weighting, workshop.log, workshop.own_file)
    )
    refuse_rows(parent.weighting, weighting, parent.criteria, workshop)
    if weighting is None and aggregation is not None and aggregation.takes == "weight":
        weighting = workshop.make("weightings", named("given", parent))
    # A weight that is written was held to its bounds when the overlay was read.
    arising = {f"{spec.path}.weight" for spec in parent.criteria if spec.weight is None}
    bounds = [each for each in workshop.ruleset.bounds if each.key in arising] if arising else []
    children = []
    for spec in parent.criteria:
        factor = factor_of(spec, aggregation)
        within = tuple(each for each in bounds if each.key == f"{spec.path}.weight")
        share = Share(weights.get(spec.id), factor, within)
        children.append(plan_node(spec, f"{address}.{spec.id}", above, workshop, share))
        if factor is not None and not isinstance(factor, Figure):
            workshop.counted(factor)
    return tuple(children), weighting


def plan_node(
    spec: NodeSpec, address: str, above: Above, workshop: Workshop, share: Share
) -> PlannedNode:
    """A criterion, with everything beneath it."""
    rounding = {**above.rounding, **spec.rounding}
    if not spec.criteria:
        return plan_leaf(spec, address, above, workshop, "criterion", share=share)
    refuse_on_branch(spec, workshop)
    beneath = evolve(above, rounding=rounding)
    aggregation = workshop.make("aggregators", spec.aggregation or named("weighted-mean", spec))
    children, weighting = plan_children(spec, address, beneath, workshop, aggregation)
    joined = hull(children, aggregation)
    target = target_of(spec, workshop)
    values = joined_values(spec.value or (), joined, workshop, target)
    return PlannedNode(
        address=address,
        id=spec.id,
        title=spec.title or Text.same(spec.id),
        own="criterion",
        children=children,
        weight=share.weight,
        factor=share.factor,
        weighting=weighting,
        domain=joined,
        values=values,
        aggregation=aggregation,
        missing=spec.missing or "incomplete",
        roundings=_roundings(rounding, "criterion"),
        target=target,
        classifier=classifier_of(spec, None if values else joined, workshop),
        compare=spec.compare or "unrounded",
        bounds=share.bounds,
        extra=extra_of(spec, above, workshop),
        place=spec.place,
        path=spec.path,
    )


def plan_leaf(
    spec: NodeSpec,
    address: str,
    above: Above,
    workshop: Workshop,
    own: OwnPlace,
    *,
    share: Share = _ALONE,
) -> PlannedNode:
    """A leaf: what it reads, how its marks become one value."""
    stage, each = above.stage, above.each
    rounding = {**above.rounding, **each.rounding, **spec.rounding}
    reads = spec.reads or each.reads or stage.reads or Reads(above.kind.part.reads)
    _refuse_reads(reads, workshop)
    scale = spec.scale or each.scale or stage.scale
    marked = reads.source in ("examiners", "secretariat")
    if scale is None and marked and not any("scale" in s.written for s in (spec, each, stage)):
        path = f"{spec.path}.scale"
        workshop.log.findings.append(
            finding("UJ321", spec.place_of("id"), path, got=spec.id or address)
        )
    examined = reads.source == "examiners"
    written = spec.value if spec.value is not None else each.value
    if written is None and own == "stage":
        written = stage.value
    domain = scale if reads.source != "fact" else fact_scale(reads, workshop)
    shared = target_of(each, workshop)
    target = target_of(spec, workshop) or shared
    pooling = None
    if examined:
        wanted = spec.pooling or each.pooling or stage.pooling or named("mean", spec)
        pooling = workshop.make("aggregators", wanted)
        if pooling is not None and pooling.takes == "weight":
            workshop.log.add("UJ310", chosen(wanted), got=names.shown(pooling.name))
    elif spec.pooling is not None:
        workshop.log.findings.append(
            finding("UJ322", spec.place_of("pooling"), f"{spec.path}.pooling", got=spec.id)
        )
    said = len(workshop.log.findings)
    before, after = split_values(written or (), domain, target, pooling, workshop)
    if reads.source == "fact":
        declared_too(reads, said, workshop)
    if reads.source == "fact" and len(before) == len(written or ()):  # no part is told already
        ref = FactRef(reads.fact, reads.place, reads.path)
        workshop.measured(ref, before[0][0].part if before else None)
    if examined:
        apart = own == "criterion" and "examiner" in (stage.pool_by, each.pool_by)
        alone = apart and spec.pool_by != "criterion"
        refuse_unpooled(before, after, alone, workshop)
    known = scale if not before and not after and kept_by(pooling) else None
    return PlannedNode(
        address=address,
        id=spec.id,
        title=spec.title or Text.same(spec.id),
        own=own,
        weight=share.weight,
        factor=share.factor,
        reads=reads,
        scale=scale,
        domain=domain,
        values=parts_of(before),
        pooled_values=parts_of(after),
        pooling=pooling,
        pooled_here=(spec.pool_by == "criterion"),
        panel=above.panel,
        no_marks={**DEFAULT_NO_MARKS, **stage.no_marks, **each.no_marks, **spec.no_marks},
        missing=spec.missing or (each.missing if own == "criterion" else None) or "incomplete",
        quorum=spec.quorum or each.quorum or stage.quorum or above.quorum,
        roundings=_roundings(rounding, own),
        target=target,
        classifier=classifier_of(spec, unstepped(known), workshop),
        compare=spec.compare or "unrounded",
        bounds=share.bounds,
        extra=extra_of(spec, above, workshop) if own == "criterion" else None,
        place=spec.place,
        path=spec.path,
    )


def _roundings(rounding: RoundingSpec, own: OwnPlace) -> dict[str, Rounding | None]:
    found = {place: rounding.get(place) for place in ("rating", "pooled", "term")}
    return {**found, "own": rounding.get(own)}


def refuse_on_branch(spec: NodeSpec, workshop: Workshop) -> None:
    """Note keys that only a leaf can have."""
    for key in ("reads", "scale"):
        if getattr(spec, key) is not None:
            workshop.log.findings.append(
                finding("UJ326", spec.place_of(key), f"{spec.path}.{key}", got=key)
            )


def _refuse_reads(reads: Reads, workshop: Workshop) -> None:
    path = reads.path
    if reads.source == "fact":
        workshop.declared(FactRef(reads.fact, reads.place, path))
    if reads.source == "stage":
        at = Entry(reads.stage, reads.place, reads.place, path)
        planned = workshop.stage_id(reads.stage, at) and workshop.is_planned(reads.stage)
        if planned and not reads.criterion:
            workshop.valued(reads.stage, at)
        if planned and reads.criterion:
            whole = f"{reads.stage}.{reads.criterion}"
            if whole not in workshop.nodes:
                workshop.unknown("UJ312", whole, workshop.nodes, reads.criterion_place, path)


def classifier_of(spec: NodeSpec, domain: Scale | None, workshop: Workshop) -> PlannedPart | None:
    """The node's classifier, made."""
    if spec.classifier is None:
        return None
    return workshop.make("classifiers", spec.classifier, domain)


def target_of(spec: NodeSpec, workshop: Workshop) -> Target:
    """The required level that a node declares."""
    if spec.target is not None and not isinstance(spec.target, Figure):
        workshop.counted(spec.target)
    return spec.target


def extra_of(spec: NodeSpec, above: Above, workshop: Workshop) -> Any:
    """The keys that the stage's kind adds to its criteria, as an object of its class."""
    criteria = above.kind.part.criteria
    if criteria is None:
        for key, entry in spec.own.items():
            nearest = after_for(key, entry, workshop.ruleset) or names.nearest(
                key, CRITERION_KEYS | MERGING_KEYS
            )
            workshop.log.add("UJ201", entry, at_key=True, got=key, nearest=nearest)
        return None
    table = Entry(spec.written, spec.place, spec.place, spec.path)
    return workshop.object(criteria, above.kind.criteria, table, spec.own, CRITERION_KEYS)
