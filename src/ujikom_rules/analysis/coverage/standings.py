"""Tie-breaks that part somebody."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from itertools import combinations
from typing import Any

from attrs import frozen

from ujikom_rules.analysis.coverage.things import Run, Thing, figure_at, nodes
from ujikom_rules.builtin.tie_breakers import CriterionScore, FactValueOf, Lot, StageScore
from ujikom_rules.evaluating.entrants import entrants_of
from ujikom_rules.messages import Text
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.outcome import Rank, Result
from ujikom_rules.model.ruleset import FactRef, FactSpec
from ujikom_rules.names import shown
from ujikom_rules.planned import Plan, PlannedNode, PlannedRanking


def things(plan: Plan, runs: Sequence[Run]) -> Iterator[Thing]:
    """Each tie-break of each standing, with whether it parted two who were equal before it."""
    for ranking in plan.rankings:
        parting = {number for run in runs for number in _parting(ranking, run)}
        for number, each in enumerate(ranking.tie_breaks):
            name = " ".join(filter(None, (shown(each.part.name), _of(each.part.part))))
            what = Text(
                f"{ranking.id}: penentu urutan '{name}' memisahkan",
                f"{ranking.id}: the tie-break '{name}' parts somebody",
            )
            yield Thing(what, each.part.place, number in parting)


def _of(part: object) -> str:
    """What a tie-break looks at, in the ruleset's own words."""
    match part:
        case StageScore(stage=stage):
            return stage
        case CriterionScore(stage=stage, criterion=criterion):
            return f"{stage}.{criterion}"
        case FactValueOf(fact=fact):
            return fact.name
        case _:
            return ""


@frozen(eq=False)
class _Who:
    """A candidacy in a standing: its result, and what is known of it."""

    result: Result
    facts: Mapping[str, Any]
    nodes: Mapping[str, PlannedNode]

    def value(self, address: str, ranking: PlannedRanking) -> Fraction | None:
        """The value at a node, as the standing compares it."""
        figure = figure_at(self.result, self.nodes[address], ranking.compare)
        return None if figure is None else figure.value

    def group(self, ranking: PlannedRanking) -> list[object]:
        """In which group it stands."""
        return [
            _plain(self.facts.get(each.name))
            if isinstance(each, FactRef)
            else (self.result.position if each == "position" else None)
            for each in ranking.within
        ]


def _parting(ranking: PlannedRanking, run: Run) -> Iterator[int]:
    """The numbers of the tie-breaks that parted two candidacies of one event."""
    entrants, _ = entrants_of(run.plan, run.sheet)
    facts = {each.id: each.facts for each in entrants}
    known = {node.address: node for node in nodes(run.plan)}
    ranked = [
        _Who(each, facts[each.candidacy], known)
        for each in run.evaluation
        if _rank(ranking, each).place is not None
    ]
    for one, other in combinations(ranked, 2):
        by = ranking.by or "total"
        equal = one.value(by, ranking) == other.value(by, ranking)
        if not equal or one.group(ranking) != other.group(ranking):
            continue
        for number, tie_break in enumerate(ranking.tie_breaks):
            part = tie_break.part.part
            if _key(part, ranking, one, run.plan) != _key(part, ranking, other, run.plan):
                yield number
                break


def _rank(ranking: PlannedRanking, result: Result) -> Rank:
    return result.rank if ranking.id == "rank" else result.ranks[ranking.id]


def _key(part: object, ranking: PlannedRanking, who: "_Who", plan: Plan) -> object:
    """What a tie-break compares; the rank itself where the part is a plugin's own."""
    match part:
        case StageScore(stage=stage):
            return who.value(stage, ranking)
        case CriterionScore(stage=stage, criterion=criterion):
            return who.value(f"{stage}.{criterion}", ranking)
        case FactValueOf(fact=fact):
            return _number(who.facts.get(fact.name), plan.facts.get(fact.name))
        case Lot():
            figure = who.result.figures.get(f"lot:{ranking.id}")
            return None if figure is None else figure.value
        case _:
            return _rank(ranking, who.result).place


def _number(fact: object, spec: FactSpec | None) -> object:
    """A fact as it is compared; a text that is no level is nothing."""
    if isinstance(fact, str):
        return fact if spec is not None and fact in spec.levels else None
    return _plain(fact)


def _plain(fact: object) -> object:
    if isinstance(fact, Figure):
        return fact.value
    return fact if isinstance(fact, (bool, date, str)) else None
