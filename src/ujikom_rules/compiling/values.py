"""Value functions, and the bounds of what comes in to them."""

from fractions import Fraction
from typing import Any, TypeAlias

from attrs import evolve

from ujikom_rules import names
from ujikom_rules.compiling.parts import Workshop, chosen
from ujikom_rules.compiling.refusals import Target
from ujikom_rules.model.ruleset import Level, PartSpec, Reads, Scale
from ujikom_rules.planned import PlannedNode, PlannedPart

Made: TypeAlias = tuple[tuple[PlannedPart, PartSpec], ...]  # each with what it was made from


def hull(children: tuple[PlannedNode, ...], aggregation: PlannedPart | None) -> Scale | None:
    """The bounds that a joined value keeps, where the children's scales say it."""
    if aggregation is None or not aggregation.internal:
        return None
    scales = [_bounds(child) for child in children]
    known = [scale for scale in scales if scale is not None]
    if not known or len(known) < len(scales):
        return None
    return Scale(min(s.lower for s in known), max(s.upper for s in known))


def _bounds(node: PlannedNode) -> Scale | None:
    if node.values or node.pooled_values:
        return None
    if not node.is_leaf:
        return hull(node.children, node.aggregation)
    return node.scale if kept_by(node.pooling) else None


def kept_by(pooling: PlannedPart | None) -> bool:
    """Whether pooled marks stay on the bounds of the marks' scale."""
    return pooling is None or pooling.internal


def _make_values(
    specs: tuple[PartSpec, ...], domain: Scale | None, target: Target, workshop: Workshop
) -> Made:
    """Value functions in order; only the first knows the bounds of what comes in."""
    made = []
    for number, spec in enumerate(specs):
        part = workshop.make("value_functions", spec, domain if number == 0 else None, target)
        if part is not None:
            made.append((part, spec))
    return tuple(made)


def joined_values(
    specs: tuple[PartSpec, ...], domain: Scale | None, workshop: Workshop, target: Target = None
) -> tuple[PlannedPart, ...]:
    """Value functions of a node with children; a norm-referenced one is noted."""
    made = _make_values(specs, domain, target, workshop)
    for part, spec in made:
        if part.cohort:
            workshop.log.add("UJ328", chosen(spec), got=names.shown(part.name))
    return parts_of(made)


def split_values(
    specs: tuple[PartSpec, ...],
    domain: Scale | None,
    target: Target,
    pooling: PlannedPart | None,
    workshop: Workshop,
) -> tuple[Made, Made]:
    """Those on each mark, and those behind the pooling."""
    pooled = [s for s in specs if _on(s, workshop) == "pooled" and pooling is not None]
    marks = [s for s in specs if s not in pooled]
    before = _make_values(tuple(marks), domain, target, workshop)
    left = None if marks or not kept_by(pooling) else unstepped(domain)
    return before, _make_values(tuple(pooled), left, target, workshop)


def refuse_unpooled(before: Made, after: Made, by_examiner: bool, workshop: Workshop) -> None:
    """Note norm-referenced parts on single marks, and what waits for a pooling that is not here."""
    for part, spec in before:
        if part.cohort:
            workshop.log.add("UJ327", chosen(spec), got=names.shown(part.name))
    for part, spec in after if by_examiner else ():
        workshop.log.add("UJ329", spec.table.table()["on"], got=names.shown(part.name))


def parts_of(made: Made) -> tuple[PlannedPart, ...]:
    """The parts alone."""
    return tuple(part for part, _ in made)


def _on(spec: PartSpec, workshop: Workshop) -> Any:
    entry = spec.table.get("on")
    if entry is None:
        return "rating"
    if entry.data not in ("rating", "pooled"):
        workshop.log.add("UJ205", entry, got=entry.data, expected=("rating", "pooled"), nearest="")
    return entry.data


def fact_scale(reads: Reads, workshop: Workshop) -> Scale | None:
    """The scale of the fact that a leaf reads, where its declaration says it."""
    spec = workshop.ruleset.facts.get(reads.fact)
    named = () if spec is None else (spec.levels or spec.one_of)
    if spec is not None and spec.type == "yes-no":
        named = ("no", "yes")
    if named:  # a value function on words sees them as levels, lowest first
        levels = tuple(Level(Fraction(number), word) for number, word in enumerate(named))
        return Scale(levels[0].value, levels[-1].value, None, levels)
    if spec is not None and spec.derived:  # completed ones: whole, and no longer than a long life
        return Scale(Fraction(0), Fraction(200 if spec.type == "years" else 2400), Fraction(1))
    if spec is None or spec.lower is None or spec.upper is None or spec.lower >= spec.upper:
        return None
    return Scale(spec.lower, spec.upper, spec.step)


def declared_too(reads: Reads, first: int, workshop: Workshop) -> None:
    """Beside a misspelt word of a fact, where that word is declared: it may be misspelt there.

    Args:
        reads: the fact.
        first: the number of the first finding about its value functions.
        workshop: what holds the findings.
    """
    spec = workshop.ruleset.facts.get(reads.fact)
    lists = [] if spec is None else [spec.written.get(key) for key in ("levels", "one-of")]
    words = {item.data: item.place for each in lists if each is not None for item in each.items()}
    found = workshop.log.findings
    for at in range(first, len(found)):
        there = words.get(found[at].args.get("nearest"))
        if there is not None:
            found[at] = evolve(found[at], related=(*found[at].related, there))


def unstepped(scale: Scale | None) -> Scale | None:
    """The bounds alone: what a mean of marks keeps of their scale."""
    return None if scale is None else Scale(scale.lower, scale.upper)
