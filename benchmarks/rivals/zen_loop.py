"""ZEN, one decision evaluated a candidacy; `prepare_traced` asks for its trace as well."""

import json

import zen
from events import Event

from rivals import Job, Standing, places
from rivals.zen_decision import contexts, decision

NAME, PACKAGE = "ZEN, a decision a candidacy", "zen-engine"


def prepare(event: Event, *, trace: bool = False) -> Job:
    made = zen.ZenEngine().create_decision(json.dumps(decision()))
    given = contexts(event)

    def job() -> Standing:
        results = {
            person: made.evaluate(context, {"trace": trace})["result"]
            for person, context in given.items()
        }
        ranks = places({person: result["total"] for person, result in results.items()})
        return {person: (result["final"], ranks[person]) for person, result in results.items()}

    return job


def prepare_traced(event: Event) -> Job:
    return prepare(event, trace=True)
