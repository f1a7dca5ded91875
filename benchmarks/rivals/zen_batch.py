"""ZEN's batch: `evaluate_batch` takes all candidacies in one call and spreads them on threads."""

import zen
from events import Event

from rivals import Job, Standing, places
from rivals.zen_decision import contexts, decision

NAME, PACKAGE = "ZEN, evaluate_batch", "zen-engine"


def prepare(event: Event, *, trace: bool = False) -> Job:
    loader = {"type": "static", "content": {"event": decision()}}
    engine = zen.ZenEngine({"loader": loader})
    given = contexts(event)

    def job() -> Standing:
        requests = [{"key": "event", "context": context} for context in given.values()]
        answers = engine.evaluate_batch(requests, {"trace": trace})
        results = {
            person: answer["data"]["result"] for person, answer in zip(given, answers, strict=True)
        }
        ranks = places({person: result["total"] for person, result in results.items()})
        return {person: (result["final"], ranks[person]) for person, result in results.items()}

    return job


def prepare_traced(event: Event) -> Job:
    return prepare(event, trace=True)
