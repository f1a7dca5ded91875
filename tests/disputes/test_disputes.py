"""Fourteen published disputes: the cases of all of them, and the page that lists them.

The cases beside each ruleset say what is computed. What cannot be computed, or not in this way, say
`test_disputes_of_rules.py` and `test_disputes_of_people.py`. README.md has the table.
"""

import re
from pathlib import Path

import pytest

from tests.disputes.running import HERE, text
from ujikom_rules.analysis.cases import run_cases
from ujikom_rules.analysis.reading_cases import cases_file
from ujikom_rules.messages import text_of

RULESETS = sorted(path for path in HERE.rglob("*.toml") if not path.name.endswith(".cases.toml"))
FOLDERS = sorted(path for path in HERE.iterdir() if re.match("[0-9]{2}-", path.name))


def named(path: Path) -> str:
    return path.relative_to(HERE).as_posix()


@pytest.mark.parametrize("path", RULESETS, ids=named)
def test_the_cases_of_every_dispute_pass(path: Path) -> None:
    report = run_cases(path, plugins={}, lang="en")
    assert [text_of(each, "en") for each in report.findings if each.severity == "error"] == []
    assert {each.id: each.differences for each in report.results if each.differences} == {}
    assert report.results


def test_there_are_fourteen_and_the_page_lists_each() -> None:
    assert [path.name[:2] for path in FOLDERS] == [f"{number:02}" for number in range(1, 15)]
    assert all(list(folder.glob("*.cases.toml")) for folder in FOLDERS)
    rows = re.findall(r"^\| ([0-9]+) \|.*\[`(.+)`\]\(", text("README.md"), re.MULTILINE)
    assert [(int(number), name) for number, name in rows] == [
        (int(path.name[:2]), path.name) for path in FOLDERS
    ]
    assert [path.name for path in RULESETS if not cases_file(path).is_file()] == []


def test_every_code_that_the_page_names_is_said_by_a_case_or_a_test() -> None:
    files = (*HERE.rglob("*.cases.toml"), *HERE.glob("test_*.py"))
    shown = "".join(path.read_text(encoding="utf-8") for path in files)
    assert set(re.findall("UJ[0-9]{3}", text("README.md"))) == set(re.findall("UJ[0-9]{3}", shown))
