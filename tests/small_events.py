"""Small events in a few words, for tests that compute the result by hand."""

from typing import Any

from tests.oracle import score
from tests.strategies_nodes import Table

TWO = {"places": 2, "mode": "half-up"}
HUNDRED = {"lower": 0, "upper": 100}


def event(stages: list[Table], rows: list[Table], **more: Any) -> dict[str, Table]:
    """Score `stages` for the candidates of `rows`; `more` goes to the ruleset or the sheet."""
    rules: Table = {
        k: more.pop(k) for k in ("decision", "ranking", "rounding", "facts") if k in more
    }
    names = sorted({r["candidacy"] for r in rows})
    sheet = {
        "event": {"id": "e", "date": "2025-03-01"},
        "candidates": [{"id": name} for name in names],
        "examiners": [{"id": f"E{i}"} for i in range(1, 6)],
        "ratings": rows,
    }
    return score({"stages": stages, **rules}, sheet | more)


def marks(values: Table, stage: str = "w", criterion: str | None = None) -> list[Table]:
    """Ratings from `{candidacy: [mark of E1, mark of E2, …]}`; a word is a no-mark."""
    place = {"stage": stage} | ({"criterion": criterion} if criterion else {})
    return [
        {"candidacy": c, "examiner": f"E{i}", **place, "no-mark" if x.isalpha() else "value": x}
        for c, row in values.items()
        for i, x in enumerate(row.split(), 1)
    ]


def entered(values: Table, stage: str = "w", criterion: str | None = None) -> list[Table]:
    """One rating by the secretariat for each candidacy."""
    rows = marks({c: str(x) for c, x in values.items()}, stage, criterion)
    return [{k: x for k, x in row.items() if k != "examiner"} for row in rows]


def examiners(n: int) -> Table:
    return {"examiners": [{"id": f"E{i}"} for i in range(1, n + 1)]}


def panel(**keys: Any) -> Table:
    return {"id": "w", "kind": "panel", "scale": HUNDRED, **keys}


def plain(name: str = "w", **keys: Any) -> Table:
    return {"id": name, "kind": "weighted-criteria", "scale": HUNDRED, **keys}


def totals(found: dict[str, Table]) -> Table:
    return {c: r["total"] for c, r in found.items()}


def verdicts(found: dict[str, Table]) -> Table:
    return {c: r["verdict"] for c, r in found.items()}
