"""What a total is made of: points by criterion that add up to exactly the total.

The working of a total is followed down to its criteria. Sums, differences, means, shares by
weight, products and quotients by numbers of the rules pass every part on in proportion; what a
rounding or a constant adds is a line of its own. A node that was made otherwise, as the highest
of its criteria, say, cannot be told apart and is one line.
"""

from collections.abc import Collection, Iterable, Sequence
from fractions import Fraction
from typing import TypeAlias, TypeVar

from ujikom_rules.model.figure import Figure
from ujikom_rules.model.outcome import Result
from ujikom_rules.model.versus import Line
from ujikom_rules.model.working import node_of

_ROOT = "total"
_HUNDRED = Fraction(100)
K = TypeVar("K")
Shares: TypeAlias = Sequence[tuple[Figure, Fraction]]  # figures, and what of each is passed on


def contributions(result: Result) -> tuple[Line, ...]:
    """The parts of one total, in the order of the rules.

    Returns:
        Lines that sum to exactly the total; none where there is no total.
    """
    if result.total is None:
        return ()
    nodes = tuple(dict.fromkeys(map(node_of, result.figures)))
    joined = _above(nodes)
    order, varying = _followed(result.total, joined)
    parts = {id(result.total): Fraction(1)}
    homes = {id(result.total): _ROOT}
    points: dict[tuple[str, bool], Fraction] = {}
    for figure in reversed(order):  # what is made of others, before those
        part = parts.get(id(figure))
        if part is None:
            continue  # a weight: it says how much of another figure counts
        home = homes[id(figure)] = _node(figure) or homes[id(figure)]
        varies = id(figure) in varying
        shares = _shares(figure, varying) if varies and home in joined else ()
        left = figure.value
        for each, share in shares:
            whole = share == 1  # as most are: it saves two products
            _add(parts, id(each), part if whole else part * share)
            homes[id(each)] = home
            left -= each.value if whole else share * each.value
        own = bool(shares) or not varies  # a rounding, or a constant of the rules
        if left or not own:
            _add(points, (home, own), part * left)
    ordered = [(node, own) for node in (*nodes, _ROOT) for own in (False, True)]
    found = {key: points[key] for key in ordered if key in points}
    return tuple(Line(node, value, own) for (node, own), value in found.items() if value or not own)


def _add(found: dict[K, Fraction], key: K, value: Fraction) -> None:
    found[key] = found[key] + value if key in found else value


def joined_nodes(result: Result) -> frozenset[str]:
    """The addresses of the nodes that are made of others, ``total`` among them."""
    return _above(set(map(node_of, result.figures)))


def _above(nodes: Iterable[str]) -> frozenset[str]:
    return frozenset({_ROOT, *(node.rpartition(".")[0] for node in nodes)})


def _followed(total: Figure, joined: Collection[str]) -> tuple[list[Figure], set[int]]:
    """The figures from the criteria up, inputs first; and which of them hang on a criterion."""
    order: list[Figure] = []
    varying: set[int] = set()
    seen: set[int] = set()
    stack = [(total, False)]
    while stack:
        figure, ready = stack.pop()
        node = _node(figure)
        if ready:
            order.append(figure)
            if any(id(each) in varying for each in figure.inputs):
                varying.add(id(figure))
        elif id(figure) not in seen:
            seen.add(id(figure))
            if node and node not in joined:
                order.append(figure)
                varying.add(id(figure))
            else:
                stack.append((figure, True))
                stack.extend((each, False) for each in reversed(figure.inputs))
    return order, varying


def _node(figure: Figure) -> str:
    """The node at which a figure stands; empty for a step between two."""
    return node_of(figure.address)


def _shares(figure: Figure, varying: Collection[int]) -> Shares:
    """What a figure passes on to those that it is made of; nothing where it was made otherwise."""
    inputs = figure.inputs
    free = [each for each in inputs if id(each) in varying]
    match figure.rule:
        case "sum" | "round":
            return [(each, Fraction(1)) for each in inputs]
        case "difference":
            return [(inputs[0], Fraction(1)), (inputs[1], Fraction(-1))]
        case "mean":
            return [(each, Fraction(1, len(inputs))) for each in inputs]
        case "share" if free == [inputs[0]]:
            return [(inputs[0], inputs[1].value / _HUNDRED)]
        case "product" if len(free) == 1 and len(inputs) == 2:
            other = inputs[1] if free[0] is inputs[0] else inputs[0]
            return [(free[0], other.value)]
        case "quotient" if free == [inputs[0]]:
            return [(inputs[0], 1 / inputs[1].value)]
        case "picked" if free == [inputs[-1]]:
            return [(inputs[-1], Fraction(1))]
        case _:
            return ()
