"""JsonLogic in Python: one rule for the total, floats; rounding is an operation added to it."""

import math

import json_logic
from events import CRITERIA, WEIGHTS, Event

from rivals import Job, Standing, places

NAME, PACKAGE = "JsonLogic", "json-logic-qubit"


def half_up(value: float) -> float:
    """Two places, ties up, as well as a float can."""
    return math.floor(value * 100 + 0.5) / 100


def rule() -> dict[str, object]:
    """The total as one JsonLogic expression."""
    stages = []
    for stage, weight in WEIGHTS.items():
        terms = []
        for number, share in enumerate(CRITERIA[stage].values()):
            marks = [{"var": f"{stage}.c{number}.{seat}"} for seat in range(5)]
            terms.append({"*": [{"/": [{"+": marks}, 5]}, share]})
        stages.append({"*": [{"half-up": [{"/": [{"+": terms}, 100]}]}, weight]})
    return {"/": [{"+": stages}, 100]}


def prepare(event: Event) -> Job:
    json_logic.add_operation("half-up", half_up)
    total = rule()
    given = {
        person: {
            stage: {f"c{n}": [float(m) for m in row] for n, row in enumerate(rows.values())}
            for stage, rows in stages.items()
        }
        for person, stages in event.marks.items()
    }

    def job() -> Standing:
        totals = {person: json_logic.jsonLogic(total, data) for person, data in given.items()}
        ranks = places(totals)
        return {person: (half_up(value), ranks[person]) for person, value in totals.items()}

    return job
