"""The numbers of a plan's tree, column by column: leaves to stages to the total."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import partial
from typing import Any, TypeVar

from ujikom_rules.evaluating.call import call, call_figure
from ujikom_rules.evaluating.columns.joining import Column, column_of, join
from ujikom_rules.evaluating.columns.plainness import Weights, core, counting
from ujikom_rules.evaluating.views import NodeView, ResultView
from ujikom_rules.model.figure import Figure
from ujikom_rules.planned import Plan, PlannedNode, PlannedPart

T = TypeVar("T")
HUNDREDTH = Fraction(1, 100)
_NOBODY: Any = None  # plain parts do not ask about the candidacy


class Odd(Exception):
    """Candidacies, by their number in the columns, for whom a part of the plan has no answer."""

    def __init__(self, numbers: Sequence[int]) -> None:
        super().__init__(numbers)
        self.numbers = numbers


class Node:
    """A node's values before and after its own rounding, and its categories."""

    __slots__ = ("after", "before", "categories")

    def __init__(self, before: Column, after: Column, categories: Sequence[str | None]) -> None:
        self.before, self.after, self.categories = before, after, categories


class Tree:
    """The values of all nodes for some candidacies.

    Args:
        plan: a plain plan.
        weights: the weights of its nodes.
        marks: by leaf, a column for each examiner of the marks as they are pooled.
        many: how many candidacies.

    Raises:
        Odd: where some of the candidacies must be evaluated by themselves.
    """

    def __init__(
        self, plan: Plan, weights: Weights, marks: Mapping[str, Sequence[Column]], many: int
    ) -> None:
        self.weights, self.marks, self.everybody = weights, marks, range(many)
        stages = {stage.node.address: self._node(stage.node) for stage in plan.stages}
        root = plan.decision.node
        own = [stages[child.address].after for child in root.children]
        self.nodes = {**stages, "total": self._settled(root, self._joined(root, own))}

    def _node(self, node: PlannedNode) -> Node:
        if not node.is_leaf:
            children = [self._node(child).after for child in node.children]
            return self._settled(node, self._joined(node, children))
        columns = self.marks[node.address]
        if node.pooling is None:
            return self._settled(node, columns[0])
        if len(columns) < max(node.quorum or 1, 1):
            raise Odd(self.everybody)
        pooled = self._join(node.pooling, columns).rounded(node.roundings.get("pooled"))
        return self._settled(node, self._through(node.pooled_values, pooled, node))

    def _joined(self, node: PlannedNode, values: Sequence[Column]) -> Column:
        weights = self.weights[node.address]
        by_child = dict(zip((child.id for child in node.children), values, strict=True))
        terms = [
            _term(node, child, by_child[child.id], weights) for child in counting(node, weights)
        ]
        assert node.aggregation is not None  # noqa: S101  a plain node joins
        return self._through(node.values, self._join(node.aggregation, terms), node)

    def _join(self, part: PlannedPart, columns: Sequence[Column]) -> Column:
        if core(part) == "sum" and part.part.start is not None:
            start = part.part.start.value
            many = len(self.everybody)
            columns = [Column([start.numerator] * many, start.denominator), *columns]
        found = join(core(part), part.part, columns)
        if found is None:
            raise Odd(self.everybody)
        return found

    def _through(self, parts: Sequence[PlannedPart], column: Column, node: PlannedNode) -> Column:
        """A column through value functions, each different number once."""
        for part in parts:
            view = NodeView(_NOBODY, node)
            found = _each(column, partial(_value, part, view))
            column = column_of(self._all(found))
        return column

    def _all(self, found: Sequence[T | None]) -> list[T]:
        """All answers; those who have none are odd."""
        if None in found:
            raise Odd([number for number, each in enumerate(found) if each is None])
        return [each for each in found if each is not None]

    def _settled(self, node: PlannedNode, before: Column) -> Node:
        after = before.rounded(node.roundings.get("own"))
        part = node.classifier
        if part is None:
            return Node(before, after, ())
        compare = part.compare or node.compare
        chosen = after if compare == "rounded" else before

        def category(value: Fraction) -> str | None:
            found: str | None = call(part, "classify", ResultView(_NOBODY, compare, Figure(value)))
            return found

        return Node(before, after, self._all(_each(chosen, category)))


def _term(
    node: PlannedNode, child: PlannedNode, value: Column, weights: Mapping[str, Figure]
) -> Column:
    """What an aggregator is given of a child: its weighted or factored value, else the value."""
    name = core(node.aggregation)
    if name in {"weighted-mean", "weighted-sum"}:
        value = value.times(weights[child.id].value * HUNDREDTH)
    elif name in {"sum", "minimum", "maximum"} and isinstance(child.factor, Figure):
        value = value.times(child.factor.value)
    else:
        return value
    return value.rounded(node.roundings.get("term"))


def _each(column: Column, ask: Callable[[Fraction], T | None]) -> list[T | None]:
    """What is answered for every number, each different one being asked about once."""
    answers = {each: ask(Fraction(each, column.below)) for each in set(column.numbers)}
    return [answers[each] for each in column.numbers]


def _value(part: PlannedPart, view: NodeView, value: Fraction) -> Fraction | None:
    figure = call_figure(part, "value", Figure(value), view)
    return None if figure is None else figure.value
