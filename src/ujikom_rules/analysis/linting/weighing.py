"""The weights that the children of a node can have together."""

from collections.abc import Mapping
from fractions import Fraction

from ujikom_rules.analysis.linting.interval import ZERO
from ujikom_rules.builtin.weightings import ByFact, Equal, Given, RankOrderCentroid
from ujikom_rules.planned import PlannedNode

HUNDRED = Fraction(100)
Weights = Mapping[str, Fraction]


def vectors(node: PlannedNode) -> list[Weights] | None:
    """All weights that the children can have together; None where nobody can tell."""
    part = node.weighting
    count = len(node.children)
    match None if part is None else part.part:
        case None:
            return [{}]
        case Given():
            given = {each.id: each.weight.value for each in node.children if each.weight}
            return [given if count > 1 or given else {node.children[0].id: HUNDRED}]
        case Equal():
            return [{each.id: HUNDRED / count for each in node.children}]
        case RankOrderCentroid():
            rising = [Fraction(1, place) for place in range(1, count + 1)]
            return [
                {
                    each.id: sum(rising[place:], ZERO) * HUNDRED / count
                    for place, each in enumerate(node.children)
                }
            ]
        case ByFact(table=table):
            return [{name: weight.value for name, weight in row.items()} for row in table.values()]
        case _:
            return None
