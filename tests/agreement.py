"""Where the engine and the independent oracle say different things of one event."""

from typing import Any

import ujikom_rules as ujikom
from tests.oracle import score
from tests.strategies_events import to_toml
from tests.strategies_nodes import Table
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.outcome import Rank, Result, StageResult


def evaluated(rules: Table, sheet: Table) -> ujikom.Evaluation:
    """What the engine makes of an event, the ruleset going through its text."""
    plan = ujikom.plan(ujikom.parse_ruleset(to_toml(rules)), plugins={})
    return ujikom.evaluate(plan, ujikom.parse_scoresheet(sheet))


def differences(rules: Table, sheet: Table) -> list[str]:
    """Every difference between engine and oracle, in words; none where they agree."""
    evaluation, expected = evaluated(rules, sheet), score(rules, sheet)
    if evaluation.by_id.keys() != expected.keys():
        return [f"candidacies {sorted(evaluation.by_id)} / {sorted(expected)}"]
    later = {s["id"] for s in rules["stages"] if s.get("when") == "after"}
    return [
        f"{name} {what}: {mine[what]} / {theirs[what]}"
        for name, table in expected.items()
        for mine, theirs in [(_engine(evaluation[name], later), _oracle(table, later))]
        for what in sorted(mine.keys() | theirs.keys())
        if mine.setdefault(what, None) != theirs.setdefault(what, None)
    ]


def _engine(result: Result, later: set[str]) -> Table:
    found: Table = {
        "verdict": result.verdict,
        "total": _value(result.total),
        "category": result.category,
        **_places("rank", result.rank),
        **{f"figure {a}": figure.value for a, figure in result.figures.items()},
    }
    for name, rank in result.ranks.items():
        found |= _places(name, rank)
    for name, stage in result.stages.items():
        found |= _stage(name, stage, asked=name not in later)
    return found


def _places(name: str, rank: Rank) -> Table:
    return {f"place {name}": rank.place, f"shared {name}": rank.shared}


def _stage(name: str, stage: StageResult, *, asked: bool) -> Table:
    return {
        f"stage {name} value": _value(stage.value),
        f"stage {name} category": stage.category,
        f"stage {name} kept": stage.kept,
        f"stage {name} verdict": stage.verdict if asked else None,
    }


def _oracle(table: Table, later: set[str]) -> Table:
    found: Table = {
        **{key: table[key] for key in ("verdict", "total", "category")},
        **{f"figure {a}": value for a, value in table["figures"].items()},
    }
    for name, place in {"rank": table, **table["ranks"]}.items():
        found |= {f"place {name}": place["rank"], f"shared {name}": place["shared"]}
    for name, stage in table["stages"].items():
        found |= {f"stage {name} {key}": stage[key] for key in ("value", "category", "kept")}
        found[f"stage {name} verdict"] = stage["verdict"] if name not in later else None
    return found


def _value(figure: Figure | None) -> Any:
    return None if figure is None else figure.value
