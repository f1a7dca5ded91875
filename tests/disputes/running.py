"""How the disputes are run: their files, their cases, and what is said of changed ones."""

import json
from pathlib import Path
from typing import Any

import pytest

import ujikom_rules as ujikom
from ujikom_rules.analysis.cases import CaseResult, run_cases
from ujikom_rules.errors import Finding
from ujikom_rules.exact import to_text

HERE = Path(__file__).parent

Sheet = dict[str, Any]


def text(path: str) -> str:
    return (HERE / path).read_text(encoding="utf-8")


def sheet(folder: str) -> Sheet:
    """The scoresheet of a dispute, to be changed at will."""
    read: Sheet = json.loads(text(f"{folder}/acara.json"))
    return read


def changed(path: str, old: str, new: str) -> ujikom.Document:
    """A ruleset with one place of its text changed."""
    before = text(path)
    assert before.count(old) == 1
    return ujikom.parse_ruleset(before.replace(old, new))


def plan(path: str) -> ujikom.Plan:
    return ujikom.plan(str(HERE / path), plugins={})


def score(rules: str | ujikom.Document | ujikom.Plan, tables: Sheet) -> ujikom.Evaluation:
    """An event under the rules of a file, or under changed ones."""
    read = str(HERE / rules) if isinstance(rules, str) else rules
    return ujikom.score(read, ujikom.parse_scoresheet(tables), plugins={})


def case(path: str, name: str) -> CaseResult:
    """One case beside a ruleset, run."""
    results = run_cases(HERE / path, plugins={}).results
    return next(each for each in results if each.id == name)


def evaluated(path: str, name: str) -> ujikom.Evaluation:
    evaluation = case(path, name).evaluation
    assert evaluation is not None
    return evaluation


def said(findings: tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    return [(each.code, each.severity, each.path) for each in findings]


def refused(rules: str, tables: Sheet) -> list[tuple[str, str]]:
    """Code and place of every error for which an event is refused."""
    with pytest.raises(ujikom.Refused) as caught:
        score(rules, tables)
    return [(each.code, each.path) for each in caught.value.findings if each.severity == "error"]


def ranks(evaluation: ujikom.Evaluation) -> dict[str, str | None]:
    """Candidacies in the order in which they are printed, each with its rank."""
    places = {each.candidacy: each.rank.place for each in evaluation}
    return {name: None if place is None else to_text(place) for name, place in places.items()}


def verdicts(evaluation: ujikom.Evaluation) -> dict[str, str]:
    return {each.candidacy: each.verdict for each in evaluation}
