"""Rounding before a bound, and one number rounded twice: each said once of a node and a place."""

from collections.abc import Iterator
from fractions import Fraction

from ujikom_rules.analysis.linting.predicates import tests_in
from ujikom_rules.analysis.linting.subject import Subject
from ujikom_rules.analysis.linting.weighing import vectors
from ujikom_rules.builtin.bands import half_open
from ujikom_rules.builtin.classifiers import CategoryBands
from ujikom_rules.errors import Finding, Place
from ujikom_rules.exact import Rounding, to_text
from ujikom_rules.messages import finding
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.ruleset import Ruleset
from ujikom_rules.model.words import PLACE_WORDS
from ujikom_rules.planned import PlannedNode

PRINTED = 2  # places, of a total whose rounding nobody named
SEEN = 4  # places: what is rounded to more is precise enough for everybody
_PARTS = (Fraction(9, 10), Fraction(1, 2), Fraction(4, 10))  # of a unit, below the bound


def findings(subject: Subject) -> Iterator[Finding]:
    """At most one finding of each sort about a node, and at a place of the file."""
    told: set[tuple[str, object]] = set()
    for found in (*_lifted(subject), *_rounded_before(subject), *_rounded_twice(subject)):
        own = {(found.code, found.args["node"]), (found.code, found.place)}
        if told.isdisjoint(own):
            yield found
        told |= own


def _bounds(subject: Subject) -> Iterator[tuple[Figure, PlannedNode, str]]:
    """Bounds that are compared with a node's value, and whether before or after its rounding."""
    decision = subject.plan.decision
    if decision.cut_score is not None:
        yield decision.cut_score, decision.node, decision.compare
    for asked in tests_in(subject.plan):
        node = subject.node(asked.test.name)
        if node is None or asked.test.subject not in ("stage", "criterion"):
            continue
        for operator, operand in asked.test.operators:
            if operator in ("at-least", "above") and isinstance(operand, Figure):
                yield operand, node, asked.compare
    for node in subject.nodes():
        yield from ((bound, node, compare) for bound, compare in _category_bounds(node))


def _category_bounds(node: PlannedNode) -> Iterator[tuple[Figure, str]]:
    """The lower ends of a node's categories, but for the lowest."""
    made = node.classifier
    if made is None or not isinstance(made.part, CategoryBands):
        return
    bands = half_open(made.part.lower) if made.part.lower else made.part.bands
    lower = [band.at_least or band.above for band in bands]
    ends = sorted((each for each in lower if each is not None), key=lambda each: each.value)
    bounded = len(ends) == len(bands)
    yield from ((each, made.compare or node.compare) for each in ends[bounded:])


def _lifted(subject: Subject) -> Iterator[Finding]:
    """A value below a bound that meets it once it is rounded."""
    for bound, node, compare in _bounds(subject):
        rounding = node.roundings.get("own")
        if compare != "rounded" or rounding is None:
            continue
        below = _below(bound.value, rounding)
        if below is not None:
            yield finding(
                "UJ367", bound.place, bound.path, got=to_text(below), expected=bound.text,
                node=node.title,
            )  # fmt: skip


def _below(bound: Fraction, rounding: Rounding) -> Fraction | None:
    """A number below a bound that is rounded up to it."""
    unit = Fraction(1, 10**rounding.places)
    tried = (bound - part * unit for part in _PARTS)
    return next((each for each in tried if rounding.apply(each) >= bound), None)


def _rounded_before(subject: Subject) -> Iterator[Finding]:
    """A bound that is said to come before rounding, over values rounded coarsely on the way.

    Coarsely: to fewer places than the value itself is printed with.
    """
    for bound, node, compare in _bounds(subject):
        own = node.roundings.get("own")
        printed = PRINTED if own is None else own.places
        inside = [each for each in _inside(node) if each[2].places < printed]
        if compare == "unrounded" and inside:
            where, place, rounding = min(inside, key=lambda each: each[2].places)
            yield finding(
                "UJ374",
                bound.place,
                bound.path,
                got=bound.text,
                node=where.title,
                at=PLACE_WORDS[place],
                places=rounding.places,
            )


def _inside(node: PlannedNode) -> Iterator[tuple[PlannedNode, str, Rounding]]:
    """The roundings that a value passes before its node's own, where they are and at which place."""
    term = node.roundings.get("term")
    if term is not None and node.children and _takes_terms(node):
        yield node, "term", term
    for child in node.children:
        if not _without_weight(node, child):
            own = child.roundings.get("own")
            if own is not None:
                yield child, child.own, own
            yield from _inside(child)
    places = ("rating", "pooled") if node.pooling is not None else ("rating",)
    for place in places if node.is_leaf else ():
        rounding = node.roundings.get(place)
        if rounding is not None:
            yield node, place, rounding


def _takes_terms(node: PlannedNode) -> bool:
    return node.aggregation is not None and node.aggregation.takes != "nothing"


def _without_weight(node: PlannedNode, child: PlannedNode) -> bool:
    rows = vectors(node)
    return bool(rows) and all(row.get(child.id) == 0 for row in rows or ())


def _rounded_twice(subject: Subject) -> Iterator[Finding]:
    """One and the same number, rounded to some places and then to fewer."""
    for node in subject.nodes():
        passed: Rounding | None = None
        before: tuple[Place, ...] = ()
        for where, place in _passes(node):
            rounding = where.roundings.get(place)
            if rounding is None:
                continue
            at, path = _written(subject, where, place)
            if passed is not None and rounding.places <= SEEN:
                shown = _differing(passed, rounding)
                if shown is not None:
                    yield finding(
                        "UJ368", at, path, related=before, node=where.title,
                        first=passed.places, second=rounding.places, got=shown[0], twice=shown[1], once=shown[2],
                    )  # fmt: skip
            passed, before = rounding, (at,)


def _written(subject: Subject, node: PlannedNode, place: str) -> tuple[Place, str]:
    """Where the places of a rounding are written: at the node, or at what it inherits from."""
    key = node.own if place == "own" else place
    for said in _tables(subject.ruleset, node):
        rounding = said.get(key) if said is not None else None
        if rounding is not None:
            places = rounding.get("places") or rounding
            return places.place, places.path
    return node.place, f"{node.path}.rounding"  # a part of the plan that no file wrote


def _tables(ruleset: Ruleset, node: PlannedNode) -> list[Entry | None]:
    """The tables of roundings that may hold at a node, the nearest first."""
    if node.own == "final":
        return [ruleset.decision.written.get("rounding"), ruleset.rounding_written]
    stage, *further = node.address.split(".")
    spec = ruleset.stage(stage)
    each = spec.each if spec is not None and further else None
    found = [ruleset.rounding_written]
    for step in (*further, ""):
        if spec is not None:
            found.append(spec.written.get("rounding"))
            spec = next((one for one in spec.criteria if one.id == step), None)
    if each is not None:
        found.insert(-1, each.written.get("rounding"))
    return found[::-1]


def _passes(node: PlannedNode) -> Iterator[tuple[PlannedNode, str]]:
    """The places of rounding that the value of a node passes in turn, unchanged between them."""
    if not node.is_leaf:
        only = node.children[0] if len(node.children) == 1 and not node.values else None
        rows = vectors(node)
        alone = rows is not None and all(
            set(row.values()) in ({Fraction(100)}, set()) for row in rows
        )
        if only is not None and alone and only.factor is None:
            yield from _passes(only)
    elif node.pooling is None:
        yield node, "rating"
    elif not node.pooled_values:
        yield node, "pooled"
    yield node, "own"


def _differing(first: Rounding, second: Rounding) -> tuple[str, str, str] | None:
    """A number that two roundings in turn bring elsewhere than the second alone."""
    if second.places >= first.places:
        return None
    fine, coarse = Fraction(1, 10**first.places), Fraction(1, 10**second.places)
    for number in (80, 81):
        tie = number + coarse * (number % 2) + coarse / 2
        for part in _PARTS:
            for x in (tie - part * fine, tie + part * fine):
                twice, once = second.apply(first.apply(x)), second.apply(x)
                if twice != once:
                    shown = to_text(twice, second.places), to_text(once, second.places)
                    return (to_text(x), *shown)
    return None
