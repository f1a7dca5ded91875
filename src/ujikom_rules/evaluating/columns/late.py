"""Candidacies whose numbers were found in columns, and their working once somebody asks for it.

The working is never derived from the columns: the one evaluator of this room's parent makes it, for
the candidacy that is asked about, and what was handed out before becomes part of it.
"""

from collections.abc import Callable, Mapping
from math import lcm
from threading import RLock
from typing import Any

from ujikom_rules.evaluating.columns.joining import Column
from ujikom_rules.evaluating.columns.plainness import Weights, weights_of
from ujikom_rules.evaluating.columns.table import Block, blocks_of
from ujikom_rules.evaluating.columns.tree import Node
from ujikom_rules.evaluating.fitting import Fitted
from ujikom_rules.evaluating.marks import Ledger
from ujikom_rules.evaluating.state import State
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.late import made_late, set_late
from ujikom_rules.model.outcome import Result, StageResult, Verdict
from ujikom_rules.model.scoresheet import Rating
from ujikom_rules.planned import PlannedNode, PlannedRanking

Opens = Callable[[State], object]
Place = tuple[Block, int]
FIELDS = tuple(each.name for each in Figure.__attrs_attrs__)


class Columns:
    """The candidacies of an event that stand in columns; the source of what is made late.

    Args:
        fitted: the sheet on its plan.
        ledger: where the marks of a candidacy are entered when its working is asked for.
        weights: the weights of the plan, which is plain.
        evaluate: the evaluator of one candidacy.
    """

    def __init__(self, fitted: Fitted, ledger: Ledger, weights: Weights, evaluate: Opens) -> None:
        self.fitted, self.ledger, self.evaluate = fitted, ledger, evaluate
        self.blocks = tuple(blocks_of(fitted, ledger, weights))
        own = weights["total"]
        self.weights = tuple((name, own[name].text) for name in sorted(own))
        nodes = (*(stage.node for stage in fitted.plan.stages), fitted.plan.decision.node)
        self.known = {node.address: _known(node) for node in nodes}
        entrants = fitted.entrants
        self.places: dict[str, Place] = {
            entrants[number].id: (block, at)
            for block in self.blocks
            for at, number in enumerate(block.people)
        }
        self._lock = RLock()
        self._states: dict[str, State] = {}
        # what was handed out before the working was asked for, by address and candidacy
        self._made: dict[str, dict[str, Figure]] = {address: {} for address in self.known}
        self._told: dict[str, Mapping[str, StageResult]] = {}
        self._ratings: dict[str, list[Rating]] = {}

    def verdicts(self) -> dict[str, Verdict]:
        """The verdicts: all here have a total, and nothing but the cut score is left to fail."""
        decision = self.fitted.plan.decision
        found: dict[str, Verdict] = {}
        for block in self.blocks:
            node = block.tree.nodes["total"]
            column = node.after if decision.compare == "rounded" else node.before
            names = self._names(block)
            if decision.cut_score is None:
                found.update(dict.fromkeys(names, "qualified"))
                continue
            above, below = decision.cut_score.value.as_integer_ratio()
            lowest = -(-above * column.below // below)  # the first whole number not below it
            for name, number in zip(names, column.numbers, strict=True):
                found[name] = "qualified" if number >= lowest else "not-qualified"
        return found

    def _names(self, block: Block) -> list[str]:
        entrants = self.fitted.entrants
        return [entrants[number].candidacy.id for number in block.people]

    def below(self, ranking: PlannedRanking) -> int:
        """The one denominator of what is compared in a standing."""
        return lcm(*(_compared(block, ranking).below for block in self.blocks))

    def compared(
        self, ranking: PlannedRanking, below: int, verdicts: Mapping[str, Verdict]
    ) -> dict[str, int]:
        """What is compared in a standing, over a denominator; without those not among it."""
        found: dict[str, int] = {}
        for block in self.blocks:
            column = _compared(block, ranking).over(below)
            found.update(zip(self._names(block), column.numbers, strict=True))
        if ranking.among == "qualified":
            return {name: each for name, each in found.items() if verdicts[name] == "qualified"}
        return found

    def result(self, fields: dict[str, Any]) -> Result:
        """A result with these fields, the numbers and their working late."""
        block, at = self.places[fields["candidacy"]]
        fields["category"] = category_of(block.tree.nodes["total"], at)
        fields["owed"] = fields["uncounted"] = fields["reasons"] = ()
        return made_late(Result, self, fields)

    def state(self, candidacy: str) -> State:
        """A candidacy as the one evaluator sees it: made when first asked for, then kept."""
        with self._lock:
            found = self._states.get(candidacy)
            if found is None:
                found = self._opened(candidacy)
                self._states[candidacy] = found
            return found

    def _opened(self, candidacy: str) -> State:
        if not self._ratings:
            for rating in self.fitted.sheet.ratings:
                self._ratings.setdefault(rating.candidacy, []).append(rating)
        for rating in self._ratings.pop(candidacy, ()):
            self.ledger.enter(rating, candidacy)
        block, at = self.places[candidacy]
        state = State(self.fitted, self.fitted.entrants[block.people[at]], candidacy)
        self.evaluate(state)
        made = {
            state.settled[address].after: figures[candidacy]
            for address, figures in self._made.items()
            if candidacy in figures
        }
        _take_in(state, made)
        return state

    def fill(self, late: Any, name: str) -> Any:
        """Make a late field of a result; whoever asks again gets the same."""
        with self._lock:
            candidacy = late.candidacy
            if name == "total":
                value: Any = self._figure(candidacy, "total")
            elif name == "figures":
                value = self.state(candidacy).figures
            else:
                value = self._stages(candidacy)
            set_late(late, name, value)
            return value

    def _stages(self, candidacy: str) -> Mapping[str, StageResult]:
        found = self._told.get(candidacy)
        if found is None:
            block, at = self.places[candidacy]
            found = self._told[candidacy] = {
                stage.id: StageResult(
                    gives="value",
                    value=self._figure(candidacy, stage.id),
                    category=category_of(block.tree.nodes[stage.id], at),
                )
                for stage in self.fitted.plan.stages
            }
        return found

    def _figure(self, candidacy: str, address: str) -> Figure | None:
        """The value of a stage or of the total; its inputs are late."""
        state = self._states.get(candidacy)
        if state is not None:
            return state.settled[address].after
        found = self._made[address].get(candidacy)
        if found is None:
            block, at = self.places[candidacy]
            value = block.tree.nodes[address].after.value(at)
            found = made_late(Figure, _Inputs(self, candidacy), self.known[address])
            set_late(found, "value", value)
            self._made[address][candidacy] = found
        return found


class _Inputs:
    """The source of a late figure: the working of its candidacy."""

    __slots__ = ("candidacy", "columns")

    def __init__(self, columns: Columns, candidacy: str) -> None:
        self.columns, self.candidacy = columns, candidacy

    def fill(self, late: Any, name: str) -> Any:
        """Make the working, of which the figure becomes a part."""
        self.columns.state(self.candidacy)
        return object.__getattribute__(late, name)


def _known(node: PlannedNode) -> dict[str, Any]:
    """What is known of a node's figure without its working, beside its value."""
    rounding = node.roundings.get("own")
    if rounding is None and node.is_leaf:  # it may stand at another place, and be rounded there
        return {}
    last = "joined" if rounding is None and not node.values else node.own
    return {"address": f"{node.address}:{last}", "rounding": rounding}


def _take_in(state: State, made: Mapping[Figure | None, Figure]) -> None:
    """Let figures that were handed out before stand in the working in place of their likes.

    They are filled last, when all beneath them is as it stays: other threads may be reading them.
    """
    if not made:
        return
    seen = {id(figure) for figure in made.values()}
    stack = [*state.figures.values()]
    while stack:
        figure = stack.pop()
        if id(figure) in seen:
            continue
        seen.add(id(figure))
        stack.extend(figure.inputs)
        if any(each in made for each in figure.inputs):
            inputs = tuple(made.get(each, each) for each in figure.inputs)
            object.__setattr__(figure, "inputs", inputs)
    for exact, figure in made.items():
        for name in FIELDS:
            set_late(figure, name, getattr(exact, name))
    for address, figure in state.figures.items():
        state.figures[address] = made.get(figure, figure)


def _compared(block: Block, ranking: PlannedRanking) -> Column:
    node = block.tree.nodes[ranking.by or "total"]
    return node.after if ranking.compare == "rounded" else node.before


def category_of(node: Node, at: int) -> str | None:
    """The category of one candidacy at a node; None where nothing is classified."""
    return node.categories[at] if node.categories else None


def columns_of(fitted: Fitted, ledger: Ledger, evaluate: Opens) -> Columns | None:
    """The columns of an event; None where the plan, or every candidacy, is out of the ordinary."""
    weights = weights_of(fitted.plan)
    if weights is None:
        return None
    columns = Columns(fitted, ledger, weights, evaluate)
    return columns if columns.places else None
