"""Every predicate of a plan and its tests, with what is compared: values rounded or not."""

from collections.abc import Iterator

from attrs import frozen

from ujikom_rules.builtin.value_functions import Conditions
from ujikom_rules.model.predicate import Predicate, Test, tests_of
from ujikom_rules.model.ruleset import Compare
from ujikom_rules.planned import Plan, PlannedNode


@frozen(eq=False)
class Asked:
    """A test, and whether it looks at values before or after their rounding."""

    test: Test
    compare: Compare


def tests_in(plan: Plan) -> Iterator[Asked]:
    """The tests of all predicates, in the order of the stages."""
    for predicate, compare in predicates_in(plan):
        yield from (Asked(test, compare) for test in tests_of(predicate))


def predicates_in(plan: Plan) -> Iterator[tuple[Predicate, Compare]]:
    """Those of gates and of the value function `conditions`, in the order of the stages."""
    for stage in plan.stages:
        require = getattr(stage.kind.part, "require", None)
        if require is not None:
            yield require, stage.compare
        yield from _beneath(stage.node)
    yield from _of_values(plan.decision.node)


def _beneath(node: PlannedNode) -> Iterator[tuple[Predicate, Compare]]:
    yield from _of_values(node)
    for child in node.children:
        yield from _beneath(child)


def _of_values(node: PlannedNode) -> Iterator[tuple[Predicate, Compare]]:
    for made in (*node.values, *node.pooled_values):
        if isinstance(made.part, Conditions):
            yield from ((case.when, "unrounded") for case in made.part.cases)
