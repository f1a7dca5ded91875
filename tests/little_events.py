"""Small events through the whole engine: rules as TOML, marks as lines of plain text.

A line of marks reads ``A01 wawancara.gagasan E1 80``: candidacy, node, examiner (``-`` for the
secretariat), and a mark or a no-mark. Candidates and examiners are those whom the lines name.
"""

from types import ModuleType
from typing import Any

import ujikom_rules as ujikom
from tests.strategies_nodes import Table
from ujikom_rules.errors import Finding
from ujikom_rules.exact import to_text
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.scoresheet import NO_MARKS

HEAD = """schema = 1
[ruleset]
id = "uji/contoh"
version = "1.0"
title = "Contoh"
source = "assumption"
"""
DAY = "2025-03-25"


def plan(rules: str, plugins: dict[str, ModuleType] | None = None) -> ujikom.Plan:
    """The plan of a ruleset that is written without its head."""
    return ujikom.plan(ujikom.parse_ruleset(HEAD + rules), plugins=plugins or {})


def filed(*stages: str, first: str = "a") -> str:
    """Stages ``a``, ``b``, … that the secretariat fills, each with its own further keys."""
    return "".join(
        f'[[stages]]\nid = "{chr(ord(first) + n)}"\nkind = "weighted-criteria"\n'
        f"scale = {{ lower = -100, upper = 100 }}\n{keys}\n"
        for n, keys in enumerate(stages)
    )


def rating(line: str) -> Table:
    """One row of ratings from one line."""
    candidacy, node, examiner, mark = line.split()
    stage, _, criterion = node.partition(".")
    return {
        "candidacy": candidacy,
        "stage": stage,
        **({"criterion": criterion} if criterion else {}),
        **({"examiner": examiner} if examiner != "-" else {}),
        **({"no-mark": mark} if mark in NO_MARKS else {"value": mark}),
    }


def tables(marks: str = "", **rows: Any) -> Table:
    """A scoresheet's tables; `rows` replaces what the lines would give."""
    ratings = [rating(line) for line in marks.splitlines() if line.strip()]
    people = sorted({row["candidacy"] for row in ratings})
    examiners = sorted({row["examiner"] for row in ratings if "examiner" in row})
    found: Table = {
        "event": {"id": "acara", "date": DAY},
        "candidates": [{"id": name} for name in people],
        "examiners": [{"id": name} for name in examiners],
        "ratings": ratings,
    }
    return found | rows


def score(rules: str | ujikom.Plan, marks: str = "", **rows: Any) -> ujikom.Evaluation:
    """Evaluate an event under rules without a head, or under a plan."""
    made = plan(rules) if isinstance(rules, str) else rules
    return ujikom.evaluate(made, ujikom.parse_scoresheet(tables(marks, **rows)))


def refusals(rules: str | ujikom.Plan, marks: str = "", **rows: Any) -> list[str]:
    """Why an event is refused: code and JSON Pointer or key path of every error."""
    try:
        score(rules, marks, **rows)
    except ujikom.Refused as refused:
        return said(refused.findings)
    return []


def said(findings: tuple[Finding, ...], severity: str = "error") -> list[str]:
    """Findings of one severity as ``UJ664 /ratings/0``."""
    return [f"{each.code} {each.path}" for each in findings if each.severity == severity]


def shown(figure: Figure | None) -> str | None:
    """A figure's exact value as text: ``85.5``, ``200/3``."""
    return None if figure is None else to_text(figure.value)


def totals(evaluation: ujikom.Evaluation) -> dict[str, str | None]:
    """The exact total of each candidacy."""
    return {result.candidacy: shown(result.total) for result in evaluation}


def verdicts(evaluation: ujikom.Evaluation) -> dict[str, str]:
    """The verdict on each candidacy."""
    return {result.candidacy: result.verdict for result in evaluation}


def figures(evaluation: ujikom.Evaluation, candidacy: str, prefix: str = "") -> dict[str, str]:
    """The exact values at the addresses of one candidacy that begin with `prefix`."""
    return {
        address: to_text(figure.value)
        for address, figure in evaluation[candidacy].figures.items()
        if address.startswith(prefix)
    }
