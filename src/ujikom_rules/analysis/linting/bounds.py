"""The least and the greatest value of every node: intervals through the whole tree.

Every figure of every evaluation lies between the bounds that stand here under its address. Where
a part is not known (one of a plugin's), a bound is simply not there, and nothing is claimed.
"""

from collections.abc import Mapping
from fractions import Fraction

from attrs import frozen

from ujikom_rules.analysis.linting.interval import ANY, ZERO, Interval, with_zero
from ujikom_rules.analysis.linting.joining import Child, joined, pooled
from ujikom_rules.analysis.linting.valuing import through
from ujikom_rules.builtin.stages.scored import Imported, Panel, WeightedCriteria
from ujikom_rules.model.ruleset import Compare, FactSpec, Reads, Scale
from ujikom_rules.planned import Plan, PlannedNode, PlannedStage

_JOINING = (WeightedCriteria, Panel, Imported)
_OUTERMOST = Interval()


@frozen(eq=False)
class Reach:
    """What the values of a plan can be.

    Attributes:
        places: by ``<node>:<place>``, the bounds of what stands there; those of ``before`` are of
            the value before the rounding of the node's own place. A place without an entry
            never has a value, or none that is followed here.
        counted: by the node's address, the children that can count, where that is always the
            same.
    """

    places: Mapping[str, Interval]
    counted: Mapping[str, tuple[Child, ...]]

    def value(self, node: PlannedNode, compare: Compare = "rounded") -> Interval | None:
        """A node's value, after its own rounding or before it."""
        place = node.own if compare == "rounded" else "before"
        return self.places.get(f"{node.address}:{place}")


def reach_of(plan: Plan) -> Reach:
    """The bounds of every node of a plan.

    Example:
        ``reach_of(plan).places["total:final"].high``
    """
    walk = _Walk(plan)
    for stage in plan.stages:
        if stage.gives == "value":
            walk.stage(stage)
    root = plan.decision.node
    if root.children:
        values = {child.id: walk.places.get(f"{child.address}:stage") for child in root.children}
        walk.settle(root, walk.join(root, values))
    return Reach(walk.places, walk.counted)


class _Walk:
    """On the way through the stages, in their order."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.places: dict[str, Interval] = {}
        self.counted: dict[str, tuple[Child, ...]] = {}

    def put(self, address: str, place: str, value: Interval | None) -> Interval | None:
        if value is not None:
            self.places[f"{address}:{place}"] = value
        return value

    def settle(self, node: PlannedNode, value: Interval | None, zero: bool = False) -> None:
        """A node before and after its own rounding; `zero` where an absence counts 0."""
        if zero:
            value = with_zero(value)
        if value is not None:
            self.put(node.address, "before", value)
            self.put(node.address, node.own, value.rounded(node.roundings.get("own")))

    def stage(self, stage: PlannedStage) -> None:
        node = stage.node
        zero = stage.absence == "zero"
        known = isinstance(stage.kind.part, _JOINING)
        if node.is_leaf:
            value = self.leaf(node)
            self.settle(node, ANY if not known and value is not None else value, zero)
            return
        apart = stage.by_examiner and node.pooling is not None
        value = self.branch(node, known=known, apart=apart)
        if apart and value is not None and node.pooling is not None:
            if any(_zero_counts(leaf) for leaf in node.leaves()):
                value = with_zero(value)
            value = value.rounded(node.roundings.get("rating"))
            self.put(node.address, "rating", value)
            value = pooled(node, node.pooling, value).rounded(node.roundings.get("pooled"))
            self.put(node.address, "pooled", value)
        self.settle(node, value, zero)

    def branch(
        self, node: PlannedNode, *, known: bool = True, apart: bool = False
    ) -> Interval | None:
        """A node with children before its own rounding."""
        values: dict[str, Interval | None] = {}
        for child in node.children:
            if not child.is_leaf:
                self.settle(child, self.branch(child, apart=apart))
            elif apart and child.reads_examiners and not child.pooled_here:
                self.settle(child, self.mark(child))
            else:
                self.settle(child, self.leaf(child))
            values[child.id] = self.places.get(f"{child.address}:{child.own}")
        return self.join(node, values, known=known)

    def join(
        self, node: PlannedNode, values: Mapping[str, Interval | None], *, known: bool = True
    ) -> Interval | None:
        found = joined(node, values, self.fact)
        for child in node.children:
            if known and child.id in found.terms:
                self.put(child.address, "term", found.terms[child.id])
        if known:
            self.counted[node.address] = found.counted
        value = found.value if known or found.value is None else ANY
        self.put(node.address, "joined", value)
        return through(node.values, value, node.domain) if value is not None else None

    def leaf(self, node: PlannedNode) -> Interval | None:
        """A leaf before its own rounding."""
        if node.pooling is not None:
            value = self.mark(node)
            if value is None:
                return None
            value = value.rounded(node.roundings.get("rating"))
            if _zero_counts(node):
                value = with_zero(value)
            self.put(node.address, "rating", value)
            value = pooled(node, node.pooling, value).rounded(node.roundings.get("pooled"))
            self.put(node.address, "pooled", value)
            return through(node.pooled_values, value, None)
        raw, there = self.source(node)
        self.put(node.address, "raw", raw)
        value = through(node.values, raw, node.domain) if there else None
        if value is not None:
            value = value.rounded(node.roundings.get("rating"))
            self.put(node.address, "rating", value)
        return value

    def mark(self, node: PlannedNode) -> Interval | None:
        """One examiner's mark behind its value functions, before any rounding."""
        raw = marks_on(node.scale)
        self.put(node.address, "raw", raw)
        return through(node.values, raw, node.domain)

    def source(self, node: PlannedNode) -> tuple[Interval | None, bool]:
        """What a leaf reads that no examiner marks, and whether anything can be there."""
        reads = node.reads
        match "secretariat" if reads is None else reads.source:
            case "fact":
                return self.read_fact(reads), True
            case "facts":
                return None, True
            case "stage":
                value = self.read_stage(reads)
                return value, value is not None
            case _:
                return marks_on(node.scale), True

    def read_fact(self, reads: Reads | None) -> Interval | None:
        spec = self.plan.facts.get(reads.fact) if reads is not None else None
        return None if spec is None else of_fact(spec)

    def read_stage(self, reads: Reads | None) -> Interval | None:
        if reads is None:
            return None
        address = f"{reads.stage}.{reads.criterion}" if reads.criterion else reads.stage
        if reads.at == "value":
            own = "criterion" if reads.criterion else "stage"
            found = self.places.get(f"{address}:{own}")
        else:
            places = ("raw", "pooled", "joined")
            there = [self.places.get(f"{address}:{place}") for place in places]
            found = next((each for each in there if each is not None), None)
            if there[0] is not None and there[1] is not None:  # what examiners marked is pooled
                found = there[1]
        return None if found is None else found.loose()

    def fact(self, name: str) -> Interval:
        spec = self.plan.facts.get(name)
        return (of_fact(spec) if spec is not None else None) or ANY


def _zero_counts(node: PlannedNode) -> bool:
    """Whether a mark that is not there may count 0."""
    return node.reads_examiners and "zero" in node.no_marks.values()


def marks_on(scale: Scale | None) -> Interval:
    """All marks of a scale."""
    if scale is None:
        return _OUTERMOST
    upper = scale.upper
    if scale.step is not None and not scale.levels:
        upper = scale.lower + (scale.upper - scale.lower) // scale.step * scale.step
    return Interval(scale.lower, upper, tight=True)


def of_fact(spec: FactSpec) -> Interval | None:
    """All numbers that a fact can be; None for texts and levels, which are none."""
    match spec.type:
        case "number":
            return Interval(spec.lower, spec.upper)
        case "yes-no":
            return Interval(ZERO, Fraction(1))
        case "years" | "months":
            return Interval(ZERO, None)
        case "date":
            return Interval(Fraction(1), None)
        case _:
            return None
