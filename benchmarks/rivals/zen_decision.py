"""The event's rules as a decision graph of ZEN (JDM): one expression node a step.

Its numbers are decimals of 28 digits and its `round` takes ties up, so that it publishes the same.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from events import CRITERIA, WEIGHTS, Event


def decision() -> dict[str, Any]:
    """Means of the examiners, then the stages, then the total."""
    means = {
        f"m_{stage}_{number}": f"avg({stage}.c{number})"
        for stage, rows in CRITERIA.items()
        for number in range(len(rows))
    }
    stages = {
        stage: "round(("
        + " + ".join(f"m_{stage}_{n} * {weight}" for n, weight in enumerate(rows.values()))
        + ") / 100, 2)"
        for stage, rows in CRITERIA.items()
    }
    joined = " + ".join(f"stage_{stage} * {weight}" for stage, weight in WEIGHTS.items())
    whole = {"total": f"({joined}) / 100", "final": f"round(({joined}) / 100, 2)"}
    whole |= {stage: f"stage_{stage}" for stage in CRITERIA}
    steps = (means, {f"stage_{stage}": text for stage, text in stages.items()}, whole)
    return _graph(steps)


def _graph(steps: Sequence[Mapping[str, str]]) -> dict[str, Any]:
    """One node a step in a row; a step but the last passes on what it was given."""
    nodes = [_node("in", "inputNode", {})]
    for number, step in enumerate(steps):
        rows = [{"id": key, "key": key, "value": value} for key, value in step.items()]
        content = {
            "expressions": rows,
            "passThrough": number < len(steps) - 1,
            "inputField": None,
            "outputPath": None,
            "executionMode": "single",
        }
        nodes.append(_node(f"step{number}", "expressionNode", content))
    nodes.append(_node("out", "outputNode", {}))
    edges = [
        {"id": f"edge{n}", "type": "edge", "sourceId": a["id"], "targetId": b["id"]}
        for n, (a, b) in enumerate(pairwise(nodes))
    ]
    return {"contentType": "application/vnd.gorules.decision", "nodes": nodes, "edges": edges}


def _node(id: str, kind: str, content: dict[str, Any]) -> dict[str, Any]:
    return {"id": id, "name": id, "type": kind, "position": {"x": 0, "y": 0}, "content": content}


def contexts(event: Event) -> dict[str, dict[str, Any]]:
    """What a decision is given for every candidacy: plain numbers."""
    return {
        person: {
            stage: {f"c{n}": [float(m) for m in row] for n, row in enumerate(rows.values())}
            for stage, rows in stages.items()
        }
        for person, stages in event.marks.items()
    }
