"""Every ruleset has cases, and what was published is what the engine computes, digit by digit."""

from pathlib import Path

import pytest

from ujikom_rules.analysis.cases import run_cases
from ujikom_rules.analysis.reading_cases import cases_file
from ujikom_rules.messages import text_of

RULESETS = Path(__file__).parents[1] / "rulesets"
CASES = ".cases.toml"


def rulesets_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.toml") if not path.name.endswith(CASES))


def named(path: Path) -> str:
    return path.relative_to(RULESETS).as_posix()


@pytest.mark.parametrize("path", rulesets_in(RULESETS / "published"), ids=named)
def test_what_was_published_is_what_is_computed(path: Path) -> None:
    report = run_cases(path, plugins={}, lang="en")
    assert [text_of(each, "en") for each in report.findings] == []
    assert {case.id: case.differences for case in report.results if case.differences} == {}
    assert report.results
    assert report.passed


@pytest.mark.parametrize("path", rulesets_in(RULESETS), ids=named)
def test_every_ruleset_has_cases_beside_it(path: Path) -> None:
    assert cases_file(path).is_file()


def test_no_cases_lie_alone() -> None:
    with_cases = {cases_file(path) for path in rulesets_in(RULESETS)}
    assert set(RULESETS.rglob(f"*{CASES}")) == with_cases
