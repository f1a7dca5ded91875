"""Criteria and stages whose marks can never change a total."""

from collections.abc import Iterator, Sequence

from ujikom_rules.analysis.linting.interval import Interval
from ujikom_rules.analysis.linting.predicates import tests_in
from ujikom_rules.analysis.linting.subject import Subject, beneath
from ujikom_rules.analysis.linting.weighing import vectors
from ujikom_rules.builtin.aggregators import Sum, WeightedMean, WeightedSum
from ujikom_rules.builtin.extremes import Maximum, Minimum
from ujikom_rules.builtin.relative import Reversed
from ujikom_rules.builtin.value_functions import Bands, Conditions, Levels, Linear
from ujikom_rules.builtin.weightings import ByFact
from ujikom_rules.errors import Finding, Place
from ujikom_rules.exact import to_text
from ujikom_rules.messages import Text, finding
from ujikom_rules.model.figure import Figure
from ujikom_rules.planned import Plan, PlannedNode, PlannedTieBreak

_ADDING = (WeightedMean, WeightedSum, Sum)
_TOTAL = (Linear, Reversed, Conditions)  # a value for every number
_TABLES = (*_TOTAL, Bands, Levels)
_WEIGHT = Text("bobotnya 0", "its weight is 0")


def findings(subject: Subject) -> Iterator[Finding]:
    """Every node without effect on the total; of one, nothing beneath it is said again."""
    seen = _seen_elsewhere(subject.plan)
    for node, why, path, place in _without_effect(subject, subject.plan.decision.node):
        if not any(each.address in seen or each.classifier for each in beneath(node)):
            yield finding("UJ363", place, path, got=node.address, why=why)


def _without_effect(
    subject: Subject, node: PlannedNode
) -> Iterator[tuple[PlannedNode, Text, str, Place]]:
    """A node that never changes the total, why, and the path that says so with its place."""
    rows = vectors(node)
    for child in node.children:
        if rows and all(row.get(child.id) == 0 for row in rows):
            weight = child.weight or _in_table(node, child)
            where: Figure | PlannedNode = child if weight is None else weight
            path = f"{child.path}.weight" if weight is None else weight.path
            yield child, _WEIGHT, path, where.place
            continue
        constant, no_term = _constant(subject, child), _no_term(subject, node, child)
        why = constant or no_term or _beaten(subject, node, child)
        if why is not None and _surely_valued(child):
            factor = child.factor
            if constant is None and no_term and isinstance(factor, Figure) and not factor.value:
                yield child, why, f"{child.path}.factor", factor.place
            else:
                place = child.values[-1].place if child.values else child.place
                yield child, why, f"{child.path}.value", place
            continue
        yield from _without_effect(subject, child)


def _in_table(node: PlannedNode, child: PlannedNode) -> Figure | None:
    """The weight in the first row of a table by a fact."""
    part = None if node.weighting is None else node.weighting.part
    rows = part.table.values() if isinstance(part, ByFact) else ()
    return next((row[child.id] for row in rows if child.id in row), None)


def _surely_valued(node: PlannedNode) -> bool:
    """Whether every mark has a value: where one may have none, marks decide whether a total is.

    Tables are held against the scale of what comes in first, and against nothing behind that.
    """
    for each in beneath(node):
        parts = [made.part for made in (*each.values, *each.pooled_values)]
        if not all(isinstance(part, (_TOTAL, _TABLES)[n == 0]) for n, part in enumerate(parts)):
            return False
        if parts and isinstance(parts[0], (Bands, Levels)) and each.domain is None:
            return False
    return True


def _constant(subject: Subject, child: PlannedNode) -> Text | None:
    """A value that is the same whatever is marked; nothing is said of one that may be missing."""
    value = subject.reach.value(child)
    only = None if value is None else value.point
    if only is None:
        return None
    said = to_text(only)
    return Text(f"nilainya selalu {said}", f"its value is always {said}")


def _no_term(subject: Subject, node: PlannedNode, child: PlannedNode) -> Text | None:
    """A term that is the same whatever the value is: a factor of 0, or a coarse rounding."""
    if node.aggregation is None or not isinstance(node.aggregation.part, _ADDING):
        return None
    term = subject.reach.places.get(f"{child.address}:term")
    only = None if term is None else term.point
    if only is None:
        return None
    said = to_text(only)
    return Text(f"yang dijumlahkan selalu {said}", f"what is added is always {said}")


def _beaten(subject: Subject, node: PlannedNode, child: PlannedNode) -> Text | None:
    """The lower of two whose highest counts, or the higher of two whose lowest counts."""
    part = None if node.aggregation is None else node.aggregation.part
    if not isinstance(part, (Maximum, Minimum)):
        return None
    counted = subject.reach.counted.get(node.address, ())
    own = subject.reach.places.get(f"{child.address}:term")
    others = [each for each in counted if each.node is not child and not each.optional]
    for each in others if own is not None and any(c.node is child for c in counted) else ():
        term = subject.reach.places.get(f"{each.node.address}:term")
        if term is not None and own is not None and _wins(part, term, own):
            return Text(f"'{each.node.id}' selalu menang", f"'{each.node.id}' always wins")
    return None


def _wins(part: Maximum | Minimum, other: Interval, own: Interval) -> bool:
    if isinstance(part, Maximum):
        return other.low is not None and own.high is not None and own.high <= other.low
    return other.high is not None and own.low is not None and own.low >= other.high


def _seen_elsewhere(plan: Plan) -> set[str]:
    """The addresses whose values decide something beside the total."""
    found: set[str] = {each.test.name for each in tests_in(plan)}
    found |= {each.by for each in plan.rankings}
    parts: list[object] = [each.part.part for r in plan.rankings for each in r.tie_breaks]
    parts += [stage.kind.part for stage in plan.stages]
    for stage in plan.stages:
        for node in beneath(stage.node):
            parts += [part.part for part in (*node.values, *node.pooled_values)]
            if node.reads is not None and node.reads.source == "stage":
                own = f"{node.reads.stage}.{node.reads.criterion}"
                found.add(own if node.reads.criterion else node.reads.stage)
    root = plan.decision.node
    parts += [] if root.classifier is None else [root.classifier.part]
    for stage in plan.stages:  # a shortlist may have tie-breaks of its own
        inside: Sequence[PlannedTieBreak] = getattr(stage.kind.part, "tie_breaks", ())
        parts += [each.part.part for each in inside]
    for part in parts:
        found |= {*_names(part, "stages_read"), *_names(part, "nodes_read")}
    return found


def _names(part: object, key: str) -> Sequence[str]:
    return tuple(getattr(part, key, ()))
