"""Small comparisons: two rulesets without a head, and an event as lines of marks."""

from typing import Any

import ujikom_rules as ujikom
from tests.little_events import HEAD, tables
from ujikom_rules.analysis.diff import Diff, compare
from ujikom_rules.analysis.diff.effects import Effect
from ujikom_rules.analysis.diff.moves import Move
from ujikom_rules.analysis.diff.values import order_text, value_text

TWO = """
[[stages]]
id = "rekam"
kind = "weighted-criteria"
weight = {0}
scale = {{ lower = 0, upper = 100 }}
[[stages]]
id = "wawancara"
kind = "weighted-criteria"
weight = {1}
scale = {{ lower = 0, upper = 100 }}
"""
MARKS = """
A01 rekam - 90
A01 wawancara - 70
A02 rekam - 70
A02 wawancara - 85
A03 rekam - 60
A03 wawancara - 60
"""


def document(rules: str) -> ujikom.Document:
    """A ruleset that is written without its head."""
    return ujikom.parse_ruleset(HEAD + rules, file="a.toml")


def diff(one: str, other: str, marks: str = "", **rows: Any) -> Diff:
    """Two rulesets compared, on an event where there are marks."""
    sheet = ujikom.parse_scoresheet(tables(marks, **rows)) if marks else None
    return compare(document(one), document(other), sheet, plugins={})


def effect(one: str, other: str, marks: str = MARKS, **rows: Any) -> Effect:
    """The effect on an event."""
    found = diff(one, other, marks, **rows).effect
    assert found is not None
    return found


def listed(found: Diff) -> list[str]:
    """The changes as ``change stages.w.weight: 60 -> 50``."""
    texts = {True: order_text, False: value_text}
    return [
        f"{each.action} {each.path}: {text(each.before)} -> {text(each.after)}"
        for each in found.changes.listed
        for text in (texts[each.action == "order"],)
    ]


def moved(moves: tuple[Move, ...]) -> dict[str, tuple[str | None, str | None]]:
    """The rank of everybody who moved, before and after."""
    return {each.candidacy: (each.before.rank, each.after.rank) for each in moves}


def grouped(found: Effect) -> list[tuple[list[str], bool, int]]:
    """Each group: its keys, whether it stands alone, how many it moved."""
    return [
        ([each.path for each in group.changes], group.alone, len(group.moves))
        for group in found.groups
    ]
