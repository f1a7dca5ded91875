"""The field of an event: all candidacies, whether in columns or by themselves, side by side."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import lcm
from typing import Any

from ujikom_rules.evaluating.columns import Columns
from ujikom_rules.evaluating.entrants import Entrant
from ujikom_rules.evaluating.fitting import Fitted
from ujikom_rules.evaluating.ranking import Runner, compared_by, group_key, group_of
from ujikom_rules.evaluating.state import State
from ujikom_rules.evaluating.verdicts import verdict_of
from ujikom_rules.model.outcome import Rank, Result, Verdict
from ujikom_rules.model.ruleset import FactRef
from ujikom_rules.planned import PlannedRanking

_UNRANKED = Rank()
Ranks = Mapping[str, Mapping[str, Rank]]


class Field:
    """Everybody's verdict, place in line and result.

    Args:
        fitted: the sheet on its plan.
        states: those who were evaluated by themselves.
        columns: those who were not, where there are any.
    """

    def __init__(self, fitted: Fitted, states: Sequence[State], columns: Columns | None) -> None:
        self.fitted, self.columns = fitted, columns
        self.further = [each.id for each in fitted.plan.rankings if each.id != "rank"]
        self.states = {state.id: state for state in states}
        plan = fitted.plan
        self.verdicts: dict[str, Verdict] = {} if columns is None else columns.verdicts()
        self.verdicts |= {state.id: verdict_of(plan, state) for state in states}

    def runners(self, ranking: PlannedRanking) -> list[Runner]:
        """All who are compared in a standing, in the sheet's order, by whole numbers."""
        values: dict[str, Fraction] = {}
        for name, state in self.states.items():
            value = compared_by(ranking, state, self.verdicts[name])
            if value is not None:
                values[name] = value
        below = lcm(*{value.denominator for value in values.values()})
        whole: dict[str, int] = {}
        if self.columns is not None:
            below = lcm(below, self.columns.below(ranking))
            whole = self.columns.compared(ranking, below, self.verdicts)
        for name, value in values.items():
            whole[name] = value.numerator * (below // value.denominator)
        usual = () if self.columns is None else self.columns.weights
        found = []
        for entrant in self.fitted.entrants:
            number = whole.get(entrant.candidacy.id)
            if number is not None:
                alone = self.states.get(entrant.candidacy.id)
                weights = usual if alone is None else alone.weights
                found.append(Runner(entrant, number, weights, self._state))
        return found

    def _state(self, candidacy: str) -> State:
        if self.columns is not None and candidacy in self.columns.places:
            return self.columns.state(candidacy)
        return self.states[candidacy]

    def results(self, ranks: Ranks) -> tuple[Result, ...]:
        """By position, by group, by rank; equals by id, unranked last."""
        plan = self.fitted.plan
        orders = {name: spec.one_of or spec.levels for name, spec in plan.facts.items()}
        grouped = tuple(each for each in plan.rankings[0].within if isinstance(each, FactRef))
        first = ranks["rank"]
        keyed = []
        for entrant in self.fitted.entrants:
            row = entrant.candidacy
            place = first.get(row.id, _UNRANKED).place
            # a place is a whole number or half of one
            doubled = 0 if place is None else 2 * place.numerator // place.denominator
            group = group_of(entrant, grouped)
            groups = group_key(group, grouped, orders) if grouped else ()
            keyed.append(
                (row.position or "", groups, place is None, doubled, row.id, group, entrant)
            )
        keyed.sort()  # ids differ: nothing behind them is compared
        return tuple(self._result(each[-1], ranks, each[-2]) for each in keyed)

    def _result(self, entrant: Entrant, ranks: Ranks, group: tuple[str, ...]) -> Result:
        row = entrant.candidacy
        fields: dict[str, Any] = {
            "candidacy": row.id,
            "candidate": row.candidate,
            "name": entrant.candidate.name,
            "position": row.position,
            "verdict": self.verdicts[row.id],
            "group": " / ".join(group),
            "rank": ranks["rank"].get(row.id, _UNRANKED),
            "ranks": {name: ranks[name].get(row.id, _UNRANKED) for name in self.further},
        }
        if self.columns is not None and row.id in self.columns.places:
            return self.columns.result(fields)
        return result_of(self.states[row.id], fields)


def result_of(state: State, fields: Mapping[str, Any]) -> Result:
    """The result of one who was evaluated by itself."""
    total = state.settled["total"]
    return Result(
        **fields,
        total=total.after,
        category=total.category,
        owed=tuple(dict.fromkeys(state.owed)),
        uncounted=tuple(dict.fromkeys(state.uncounted)),
        reasons=state.reasons_of("total"),
        stages=state.stages,
        figures=state.figures,
    )
