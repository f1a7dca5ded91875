"""What came of cases, for other programs: it fits its schema and says what the words say."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.sample_cases import RULES, expecting
from tests.unit.test_result_document import fits
from ujikom_rules.cli import main

Run = Callable[..., tuple[int, dict[str, Any], str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The command in a folder with a ruleset and its cases."""
    monkeypatch.chdir(tmp_path)

    def running(cases: str, *words: str) -> tuple[int, dict[str, Any], str]:
        (tmp_path / "kota.toml").write_text(RULES, encoding="utf-8")
        (tmp_path / "kota.cases.toml").write_text(cases, encoding="utf-8")
        with pytest.raises(SystemExit) as left:
            main(["test", "kota.toml", *words, "--format", "json"])
        told = capsys.readouterr()
        document: dict[str, Any] = json.loads(told.out)
        fits("case-results.json", document)
        return int(left.value.code or 0), document, told.err

    return running


def test_a_case_that_passes(run: Run) -> None:
    status, said, errors = run(expecting('[cases.expect.A01]\ntotal = "83.85"\n'), "--lang", "en")
    assert (status, errors) == (0, "")
    assert (said["schema"], said["lang"], said["passed"]) == ("ujikom/cases@1", "en", True)
    (ruleset,) = said["rulesets"]
    assert (ruleset["ruleset"], ruleset["passed"]) == ("kota.toml", True)
    assert "coverage" not in ruleset
    (case,) = ruleset["cases"]
    assert (case["id"], case["title"], case["passed"]) == ("satu", "One", True)
    assert (case["differences"], case["reasons"]) == ([], {})


def test_a_case_that_fails_says_what_was_expected_and_what_came(run: Run) -> None:
    status, said, errors = run(
        expecting('[cases.expect.A01]\ntotal = "83.8"\ncategory = ""\n[cases.expect.A09]\nrank = 1\n')
    )  # fmt: skip
    assert (status, errors, said["passed"]) == (1, "", False)
    (case,) = said["rulesets"][0]["cases"]
    told = {each["where"]: (each["expected"], each["got"]) for each in case["differences"]}
    assert told["A01 total"] == ("83.8", "83.85")
    assert told["A01 category"] == ("", "baik")
    assert told["A09"][1] == (
        "there is no candidacy 'A09', which line 32 names; perhaps 'A03' is meant"
    )


def test_what_is_wrong_with_the_file_of_cases_stands_in_the_document(run: Run) -> None:
    status, said, errors = run(expecting('[cases.expect.A01]\ntotall = "83.85"\n'))
    assert (status, errors, said["passed"]) == (1, "", False)
    found = said["rulesets"][0]["findings"]
    assert [(each["severity"], each["file"]) for each in found] == [("error", "kota.cases.toml")]


def test_coverage_is_told_when_it_is_asked_for(run: Run) -> None:
    _, said, _ = run(expecting('[cases.expect.A01]\ntotal = "83.85"\n'), "--cover")
    things = said["rulesets"][0]["coverage"]
    assert {each["covered"] for each in things} == {True, False}
    assert {each["file"] for each in things} == {"kota.toml"}


def test_several_rulesets_stand_in_the_order_in_which_they_were_named(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    _, said, _ = run(expecting('[cases.expect.A01]\ntotal = "83.85"\n'), "malang/2024")
    assert [each["ruleset"] for each in said["rulesets"]] == ["kota.toml", "malang/2024"]
    assert capsys.readouterr().out == ""
    assert len(said["rulesets"][1]["cases"]) > 1
