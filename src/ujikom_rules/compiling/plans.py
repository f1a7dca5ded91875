"""A whole ruleset, compiled: panels, stages in order, the decision, the standings."""

from attrs import evolve

from ujikom_rules import names
from ujikom_rules.catalogue.catalogue import Catalogue
from ujikom_rules.catalogue.discovery import VERSION
from ujikom_rules.compiling.decisions import plan_decision, plan_ranking
from ujikom_rules.compiling.nodes import (
    Above,
    classifier_of,
    named,
    plan_children,
    plan_leaf,
    target_of,
)
from ujikom_rules.compiling.parts import Workshop
from ujikom_rules.compiling.unused import refuse_unused
from ujikom_rules.compiling.values import hull, joined_values
from ujikom_rules.errors import Finding, errors_in
from ujikom_rules.messages import Text, finding
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.outcome import Amendment, PluginUsed
from ujikom_rules.model.ruleset import (
    NodeSpec,
    PartSpec,
    Ruleset,
    place_of,
)
from ujikom_rules.planned import (
    Plan,
    PlannedNode,
    PlannedPart,
    PlannedStage,
)
from ujikom_rules.reading.nodes import STAGE_KEYS
from ujikom_rules.reading.structure import Log, lacks

_EACH = NodeSpec(id="")
# What still means something on a stage that gives no value; `weight` has a finding of its own.
WITHOUT_VALUE = frozenset(
    {
        "id", "title", "kind", "absence", "panel", "compare", "needs", "when-failed", "source",
        "weight", "factor",
    }
)  # fmt: skip


def compile_ruleset(
    ruleset: Ruleset,
    catalogue: Catalogue,
    amendments: tuple[Amendment, ...] = (),
    observers: tuple[PlannedPart, ...] = (),
) -> tuple[Plan | None, tuple[Finding, ...]]:
    """Compile a ruleset.

    Returns:
        The plan, or None where a finding is an error; and all findings.
    """
    log = Log()
    workshop = Workshop(ruleset, log, catalogue=catalogue)
    _refuse_facts(ruleset, log)
    panels = [_panel(ruleset.panels, workshop)]
    stages: list[PlannedStage] = []
    for number, spec in enumerate(ruleset.stages):
        before = tuple(each.id for each in ruleset.stages[:number])
        at = workshop.looking_back_at(before, tuple(stages))
        stage = _stage(spec, number, panels, at)
        if stage is not None:
            stages.append(stage)
    everything = workshop.looking_back_at(tuple(s.id for s in ruleset.stages), tuple(stages))
    decision, weighed = plan_decision(ruleset, stages, everything)
    rankings = tuple(plan_ranking(spec, everything) for spec in ruleset.rankings)
    findings = tuple(log.findings)
    if errors_in(findings):
        return None, findings
    plan = Plan(
        ruleset=ruleset.id,
        version=ruleset.version,
        title=ruleset.title,
        digest=ruleset.digest,
        effective=ruleset.effective,
        facts=ruleset.facts,
        panels=tuple(panels),
        stages=weighed,
        decision=decision,
        rankings=rankings,
        plugins={
            name: PluginUsed(each.found.distribution, each.found.version)
            for name, each in catalogue.loaded.items()
            if name != names.CORE
        },
        amendments=amendments,
        observers=observers,
        engine=f"ujikom-rules {VERSION}",
        assumes=ruleset.assumes,
        root=ruleset.root,
    )
    return plan, findings


def _refuse_facts(ruleset: Ruleset, log: Log) -> None:
    dates = {name for name, spec in ruleset.facts.items() if spec.type == "date"}
    for spec in ruleset.facts.values():
        if spec.derived and spec.since and spec.since not in dates | ruleset.unread_facts:
            nearest = names.nearest(spec.since, dates)
            log.findings.append(
                finding(
                    "UJ318",
                    place_of(spec.written, "since", spec.place),
                    f"{spec.path}.since",
                    got=spec.since,
                    nearest=nearest,
                )
            )


def _panel(specs: tuple[PartSpec, ...], workshop: Workshop) -> tuple[PlannedPart, ...]:
    made = (workshop.make("panel_rules", spec) for spec in specs)
    return tuple(part for part in made if part is not None)


def _stage(
    spec: NodeSpec, number: int, panels: list[tuple[PlannedPart, ...]], workshop: Workshop
) -> PlannedStage | None:
    if spec.kind is None:
        at = Entry(spec.written, spec.place, spec.place, spec.path)
        lacks(at, "kind", spec.own, spec.path, workshop.log)
        return None
    offered = workshop.offered("stage_kinds", spec.kind)
    own = {**spec.kind.keys(), **spec.own}
    if offered is None:
        workshop.refuse_strange("stage_kinds", spec.kind, own)
        return None
    table = evolve(spec.kind.table, data=spec.written, place=spec.place, path=spec.path)
    kind = workshop.make_from("stage_kinds", offered, PartSpec(spec.kind.use, table), own)
    if kind is None:
        return None
    listed = spec.written.get("needs")
    for need in spec.needs:
        at = Entry(need, spec.place, spec.place, f"{spec.path}.needs")
        said = () if listed is None else listed.items()
        workshop.stage_id(need, next((each for each in said if each.data == need), at))
    panel = 0
    if spec.panel is not None:
        panels.append(_panel(spec.panel, workshop))
        panel = len(panels) - 1
    quorum = next(
        (q for rule in panels[panel] if (q := getattr(rule.part, "quorum_count", None))), None
    )
    each = spec.each or _EACH
    rounding = {**workshop.ruleset.rounding, **spec.rounding}
    above = Above(spec, each, rounding, offered, panel, quorum)
    gives = offered.part.gives
    if gives != "value":
        _refuse_on_gates(spec, workshop)
        node = PlannedNode(
            address=spec.id, id=spec.id, title=spec.title or Text.same(spec.id), own="stage",
            missing="incomplete", place=spec.place, path=spec.path, panel=panel,
            reads=None, compare=spec.compare or "unrounded",
        )  # fmt: skip
    else:
        node = _scored(spec, above, workshop)
        refuse_unused(spec, node, workshop.log)
    valid = getattr(kind.part, "valid_years", None)
    if valid is not None:
        node = _valid_for(node, valid)
    by = spec.pool_by or each.pool_by
    _refuse_pooling(spec, node, by, workshop)
    return PlannedStage(
        kind=kind,
        gives=gives,
        node=node,
        by_examiner=by == "examiner" and bool(node.children),
        absence=spec.absence or "no-score",
        when_failed=spec.when_failed or "go-on",
        compare=spec.compare or "unrounded",
        needs=spec.needs,
        position=number,
    )


def _valid_for(node: PlannedNode, years: int) -> PlannedNode:
    """The node with the validity of imported results on every leaf."""
    if node.is_leaf:
        return evolve(node, valid_years=years)
    return evolve(node, children=tuple(_valid_for(child, years) for child in node.children))


def _scored(spec: NodeSpec, above: Above, workshop: Workshop) -> PlannedNode:
    if not spec.criteria:
        if spec.each is not None:
            workshop.log.findings.append(
                finding("UJ325", spec.place_of("each"), f"{spec.path}.each", got=spec.id)
            )
        return plan_leaf(spec, spec.id, above, workshop, "stage")
    rounding = above.rounding
    aggregation = workshop.make("aggregators", spec.aggregation or named("weighted-mean", spec))
    children, weighting = plan_children(spec, spec.id, above, workshop, aggregation)
    joined = hull(children, aggregation)
    target = target_of(spec, workshop)
    values = joined_values(spec.value or (), joined, workshop, target)
    pooled_by_examiner = "examiner" in (spec.pool_by, above.each.pool_by)
    pooling = None
    if pooled_by_examiner:
        wanted = spec.pooling or above.each.pooling or named("mean", spec)
        pooling = workshop.make("aggregators", wanted)
    return PlannedNode(
        address=spec.id,
        id=spec.id,
        title=spec.title or Text.same(spec.id),
        own="stage",
        children=children,
        weighting=weighting,
        domain=joined,
        values=values,
        aggregation=aggregation,
        pooling=pooling,
        panel=above.panel,
        no_marks={},
        missing=spec.missing or "incomplete",
        quorum=spec.quorum or above.each.quorum or above.quorum,
        roundings={
            "rating": rounding.get("rating"),
            "pooled": rounding.get("pooled"),
            "term": rounding.get("term"),
            "own": rounding.get("stage"),
        },
        target=target,
        classifier=classifier_of(spec, None if values else joined, workshop),
        compare=spec.compare or "unrounded",
        place=spec.place,
        path=spec.path,
    )


def _refuse_on_gates(spec: NodeSpec, workshop: Workshop) -> None:
    for key in ("weight", "factor"):
        if key in spec.written:
            workshop.log.findings.append(
                finding("UJ308", spec.place_of(key), f"{spec.path}.{key}", got=spec.id, key=key)
            )
    for key in sorted(STAGE_KEYS - WITHOUT_VALUE):
        if key in spec.written:
            entry = spec.written[key]
            workshop.log.findings.append(
                finding("UJ323", entry.key_place, f"{spec.path}.{key}", got=key,
                        header="stages", kind=names.shown(spec.kind.use if spec.kind else ""))
            )  # fmt: skip


def _refuse_pooling(spec: NodeSpec, node: PlannedNode, by: str | None, workshop: Workshop) -> None:
    examined = any(leaf.reads_examiners for leaf in node.leaves())
    for key in ("pooling", "pool-by"):
        if key in spec.written and not examined and node.reads is None and node.children:
            workshop.log.findings.append(
                finding("UJ322", spec.place_of(key), f"{spec.path}.{key}", got=spec.id)
            )
        each = spec.each or _EACH
        if key in each.written and not examined and node.children:
            workshop.log.findings.append(
                finding("UJ322", each.place_of(key), f"{each.path}.{key}", got=spec.id)
            )
    if by != "examiner":
        for each in _nested(spec):
            if each.pool_by == "examiner":
                workshop.log.findings.append(
                    finding("UJ324", each.place_of("pool-by"), f"{each.path}.pool-by", got=each.id)
                )


def _nested(spec: NodeSpec) -> list[NodeSpec]:
    return [each for child in spec.criteria for each in (child, *_nested(child))]
