"""A thing that a case can exercise, and what is looked at to tell whether one does."""

from collections.abc import Iterator

from attrs import frozen

from ujikom_rules.errors import Place
from ujikom_rules.messages import Text
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.outcome import Evaluation, Result
from ujikom_rules.model.ruleset import Compare
from ujikom_rules.model.scoresheet import Scoresheet
from ujikom_rules.planned import Plan, PlannedNode


@frozen(eq=False)
class Run:
    """One case that was evaluated: by which plan, of which scoresheet."""

    plan: Plan
    sheet: Scoresheet
    evaluation: Evaluation


@frozen(eq=False)
class Thing:
    """One thing of a ruleset.

    Attributes:
        what: what it is, in words.
        place: where it is written.
        covered: whether a case exercises it.
    """

    what: Text
    place: Place
    covered: bool


def nodes(plan: Plan) -> Iterator[PlannedNode]:
    """Every node that has a value, parents before children; the root last."""
    for stage in plan.stages:
        if stage.gives == "value":
            yield from _beneath(stage.node)
    yield plan.decision.node


def _beneath(node: PlannedNode) -> Iterator[PlannedNode]:
    yield node
    for child in node.children:
        yield from _beneath(child)


def figure_at(result: Result, node: PlannedNode, compare: Compare) -> Figure | None:
    """A node's value, before or after the rounding of its own place."""
    found = result.figures.get(f"{node.address}:{node.own}")
    if found is None or compare == "rounded" or node.roundings.get("own") is None:
        return found
    return found.unrounded
