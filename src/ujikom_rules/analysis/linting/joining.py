"""What aggregators make of intervals: of many marks of one leaf, and of a node's children."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from attrs import frozen

from ujikom_rules.analysis.linting.interval import (
    ANY,
    ZERO,
    Interval,
    highs_of,
    hull,
    lows_of,
    product,
    with_zero,
)
from ujikom_rules.analysis.linting.weighing import HUNDRED, Weights, vectors
from ujikom_rules.builtin.aggregators import (
    ClampToMean,
    Mean,
    Sum,
    TrimmedMean,
    TrimmedSum,
    WeightedMean,
    WeightedSum,
)
from ujikom_rules.builtin.extremes import Maximum, Median, Minimum
from ujikom_rules.builtin.pooling import ChairWeighted, RoomsFirst
from ujikom_rules.builtin.targets import Jpm
from ujikom_rules.model.figure import Figure
from ujikom_rules.planned import PlannedNode, PlannedPart

SOME = 6  # children that may be left out, up to which every choice of them is looked at
Facts = Callable[[str], Interval]
Ends = Sequence[Fraction]

_INTERNAL = (Mean, Median, Minimum, Maximum, TrimmedMean, ClampToMean)


def inner(part: object) -> object:
    """A part that another holds, out of what carries it."""
    return part.part if isinstance(part, PlannedPart) else part


def pooled(node: PlannedNode, part: object, marks: Interval) -> Interval:
    """What many marks of one interval are pooled to."""
    part = inner(part)
    match part:
        case _ if isinstance(part, _INTERNAL):
            return marks
        case Sum():
            start = ZERO if part.start is None else part.start.value
            return _added(marks, max(node.quorum or 1, 1)).moved(start)
        case TrimmedSum():
            return _added(marks, max((node.quorum or 1) - 2 * part.drop, 1))
        case ChairWeighted():
            shares = (part.chair.value, HUNDRED - part.chair.value)
            return _sum(
                [marks.times(each / 100).rounded(node.roundings.get("term")) for each in shares]
            )
        case RoomsFirst():
            inside = pooled(node, part.inside, marks)
            if part.weights is not None and node.roundings.get("term") is not None:
                return ANY
            if part.over is None or isinstance(inner(part.over), WeightedMean):
                return inside
            return pooled(_without_quorum(node), part.over, inside)
        case Jpm():
            return _match(part, [(marks, node.target)])
        case _:
            return ANY


def _without_quorum(node: PlannedNode) -> PlannedNode:
    """The groups of examiners have no quorum: one alone may be there."""
    return PlannedNode(
        address=node.address, id=node.id, title=node.title, own=node.own, roundings=node.roundings
    )


def _added(marks: Interval, least: int) -> Interval:
    """The sum of at least so many marks; how many there are at most nobody knows."""
    low = marks.low * least if marks.low is not None and marks.low >= 0 else None
    high = marks.high * least if marks.high is not None and marks.high <= 0 else None
    return Interval(low, high)


def _sum(intervals: Sequence[Interval]) -> Interval:
    return _over(intervals, lambda ends: sum(ends, ZERO))


def _over(intervals: Sequence[Interval], rule: Callable[[Ends], Fraction]) -> Interval:
    """A rule that rises with each of its numbers, over the lower ends and the upper ends."""
    return Interval(
        _of_all(lows_of(intervals), rule),
        _of_all(highs_of(intervals), rule),
        all(each.tight for each in intervals),
    )


def _of_all(ends: Sequence[Fraction | None], rule: Callable[[Ends], Fraction]) -> Fraction | None:
    known = [each for each in ends if each is not None]
    return rule(known) if len(known) == len(ends) else None


def _match(part: Jpm, pairs: Sequence[tuple[Interval, object]]) -> Interval:
    """Values against targets, in per cent; only fixed targets above 0 say how much."""
    targets = [target.value for _, target in pairs if isinstance(target, Figure)]
    cap = None if part.cap is None else part.cap.value
    if len(targets) < len(pairs) or min(targets) <= 0:
        return Interval(None, cap)
    whole = sum(targets, ZERO)
    found = _over([value for value, _ in pairs], lambda ends: sum(ends, ZERO) / whole * 100)
    if cap is None:
        return found
    low = cap if found.low is not None and found.low > cap else found.low
    return Interval(low, cap if found.high is None else min(found.high, cap), found.tight)


@frozen(eq=False)
class Child:
    """A child of a node, as it is joined.

    Attributes:
        value: its value, or 0 where that counts in its place.
        optional: whether it may be left out.
    """

    node: PlannedNode
    value: Interval
    optional: bool


@frozen(eq=False)
class Joined:
    """What the children of a node are joined to; and the terms of those that have some.

    Attributes:
        value: None where the node never has a value.
        terms: by the child's id.
        counted: the children that can count at all.
    """

    value: Interval | None
    terms: Mapping[str, Interval]
    counted: tuple[Child, ...] = ()


def joined(node: PlannedNode, values: Mapping[str, Interval | None], facts: Facts) -> Joined:
    """What a node's children are joined to."""
    rows = vectors(node)
    part = None if node.aggregation is None else node.aggregation.part
    ways = [_way(node, part, values, row, facts) for row in ([None] if rows is None else rows)]
    names = {name for way in ways for name in way.terms}
    terms = {name: hull(way.terms.get(name) for way in ways) for name in names}
    return Joined(
        hull(way.value for way in ways),
        {name: found for name, found in terms.items() if found is not None},
        ways[0].counted if len(ways) == 1 else (),
    )


def _way(
    node: PlannedNode,
    part: object,
    values: Mapping[str, Interval | None],
    weights: Weights | None,
    facts: Facts,
) -> Joined:
    """The join with one set of weights, or with weights that nobody knows."""
    counted: list[Child] = []
    for child in node.children:
        if weights and weights.get(child.id, HUNDRED) == 0:
            continue
        value, missing = values[child.id], child.missing
        if missing == "zero":
            value = with_zero(value)
        if value is None and missing == "incomplete":
            return Joined(None, {})
        if value is not None:
            counted.append(Child(child, value, missing == "leave-out"))
    terms = _terms(node, counted, weights, facts)
    found = hull(_combined(node, part, some, terms, weights) for some in _choices(counted))
    if any(each.optional for each in counted) and found is not None:
        found = found.loose()
    return Joined(found, terms, tuple(counted))


def _choices(counted: Sequence[Child]) -> Iterator[list[Child]]:
    """Who may be there together; where too many may be missing, everybody and each alone."""
    sure = [each for each in counted if not each.optional]
    free = [each for each in counted if each.optional]
    if len(free) > SOME:
        yield list(counted)
        return
    for size in range(len(free) + 1):
        for some in combinations(free, size):
            chosen = [each for each in counted if each in sure or each in some]
            if chosen:
                yield chosen


def _terms(
    node: PlannedNode, counted: Sequence[Child], weights: Weights | None, facts: Facts
) -> dict[str, Interval]:
    """The terms of the children; none where the aggregation makes none."""
    rounding = node.roundings.get("term")
    takes = "nothing" if node.aggregation is None else node.aggregation.takes
    found: dict[str, Interval] = {}
    for child in counted:
        factor = child.node.factor
        if takes == "weight":
            if weights is None:
                continue
            term = child.value.times(weights[child.node.id] / 100)
        elif factor is None:
            continue
        elif isinstance(factor, Figure):
            term = child.value.times(factor.value)
        else:
            term = product(child.value, facts(factor.name))
        found[child.node.id] = term.rounded(rounding)
    return found


def _combined(
    node: PlannedNode,
    part: object,
    some: Sequence[Child],
    terms: Mapping[str, Interval],
    weights: Weights | None,
) -> Interval | None:
    """What some of the children are joined to; None where they give no value."""
    values = [each.value for each in some]
    made = [terms.get(each.node.id, each.value) for each in some]
    too_many = sum(each.optional for each in some) > SOME
    if too_many or (weights is None and isinstance(part, (WeightedMean, WeightedSum))):
        return _wide(node, part, values, made)
    match part:
        case WeightedMean():
            whole = sum(((weights or {})[each.node.id] for each in some), ZERO) / 100
            return _over(made, lambda ends: sum(ends, ZERO) / whole) if whole else None
        case WeightedSum():
            return _sum(made)
        case Sum():
            return _sum(made).moved(ZERO if part.start is None else part.start.value)
        case Minimum() | Maximum():
            return _extreme(part, made)
        case Jpm():
            return _match(part, [(each.value, each.node.target) for each in some])
        case ClampToMean():
            return _wide(node, part, values, made)
        case _:
            return _of_values(part, values)


def _of_values(part: object, values: Sequence[Interval]) -> Interval | None:
    """The aggregators that take neither weights nor factors."""
    match part:
        case Mean():
            return _over(values, lambda ends: sum(ends, ZERO) / len(ends))
        case Median():
            return _over(values, _median)
        case TrimmedMean(drop=drop) | TrimmedSum(drop=drop):
            if len(values) < 2 * drop + 1:
                return None
            by = len(values) - 2 * drop if isinstance(part, TrimmedMean) else 1
            return _over(values, lambda ends: sum(sorted(ends)[drop:-drop], ZERO) / by)
        case _:
            return ANY


def _extreme(part: Minimum | Maximum, made: Sequence[Interval]) -> Interval:
    """The lowest or highest of several: one known bound is enough on its own side."""
    lows = [each for each in lows_of(made) if each is not None]
    highs = [each for each in highs_of(made) if each is not None]
    tight = all(each.tight for each in made)
    if isinstance(part, Minimum):
        low = min(lows) if len(lows) == len(made) else None
        return Interval(low, min(highs, default=None), tight)
    high = max(highs) if len(highs) == len(made) else None
    return Interval(max(lows, default=None), high, tight)


def _wide(
    node: PlannedNode, part: object, values: Sequence[Interval], made: Sequence[Interval]
) -> Interval:
    """Bounds that hold whatever the weights are and whoever is left out."""
    around = hull(values)
    if around is None:
        return ANY
    if isinstance(part, _INTERNAL):
        named = made if isinstance(part, (Minimum, Maximum)) else values
        found = hull([*named, around.rounded(node.roundings.get("rating"))]) or ANY
        return found.loose()
    if node.roundings.get("term") is not None:
        return ANY
    match part:
        case WeightedMean():
            return around.loose()
        case WeightedSum():
            return with_zero(around).loose()
        case _:
            return ANY


def _median(ends: Ends) -> Fraction:
    rising = sorted(ends)
    half = len(rising) // 2
    return rising[half] if len(rising) % 2 else (rising[half - 1] + rising[half]) / 2
