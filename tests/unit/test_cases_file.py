"""Files of cases: where they lie, what is wrong with them, how often a scoresheet is read."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

import ujikom_rules as ujikom
from tests.sample_cases import HEAD, RULES, SHEET, expecting, only, run
from ujikom_rules import api
from ujikom_rules.analysis.cases import run_cases
from ujikom_rules.messages import hint_of, text_of
from ujikom_rules.reading import scoresheets


def test_without_cases_the_ruleset_is_checked_all_the_same(tmp_path: Path) -> None:
    said = only(run(tmp_path, None))
    assert (said.code, said.severity, said.place.file) == (
        "UJ820",
        "warning",
        str(tmp_path / "2025.toml"),
    )
    assert "2025.cases.toml" in text_of(said, "id")
    assert "2025.cases.toml" in hint_of(said, "en")
    report = run(tmp_path, None, RULES.replace("weight = 60", "weight = 50"))
    assert len(report.findings) == 2
    assert not report.passed
    assert report.results == ()


def test_the_ruleset_is_checked_where_no_scoresheet_can_be_read(tmp_path: Path) -> None:
    report = run(
        tmp_path,
        HEAD + 'scoresheet = "tidak-ada.json"\nexpect.A01.rank = 1\n',
        RULES.replace("weight = 60", "weight = 50"),
    )
    assert len(report.findings) == 1
    (case,) = report.results
    assert [each.code for each in case.findings] == ["UJ601"]
    assert case.differences == (("satu", "a result", "refused: UJ601"),)


@pytest.mark.parametrize(
    "written, code, place, hint",
    [
        ("total = 82.50", "UJ822", (1, 9), 'write "82.50"'),
        ("figures.'total:final' = +82.50", "UJ822", (1, 25), 'write "+82.50"'),
        ('total = "82,50"', "UJ824", (1, 9), 'with a point: "82.50"'),
        ("printed.total = '-0,5'", "UJ824", (1, 17), 'with a point: "-0.5"'),
        ('totl = "82.50"', "UJ201", (1, 1), "'total'"),
        ('verdict = "qualifed"', "UJ205", (1, 11), "'qualified'"),
        ("shared = 1", "UJ203", (1, 10), ""),
        ("rank = true", "UJ203", (1, 8), ""),
        ("ranks = { lokasi = { rnk = 1 } }", "UJ201", (1, 22), "'rank'"),
        ("ranks = 1", "UJ203", (1, 9), ""),
        ("stages = { wawancara = 80 }", "UJ203", (1, 24), ""),
        ("stages = { wawancara = { vale = 80 } }", "UJ201", (1, 26), "'value'"),
        ('[[cases.findings]]\ncode = "UJ82"', "UJ823", (2, 8), "'UJ82"),
        ("[[cases.findings]]\npath = 'x'", "UJ202", (1, 1), ""),
        ("[cases.printed]\nA01 = '3'", "UJ203", (2, 7), ""),
        (HEAD + "scoresheet = {}\nexpect = {}", "UJ206", (2, 6), ""),
        (
            HEAD.replace("satu", "Dua x") + "scoresheet = 'x'\nexpect = {}",
            "UJ204",
            (2, 6),
            "'dua-x'",
        ),
        (HEAD.replace("satu", "dua") + "scoresheet = 1\nexpect = {}", "UJ203", (4, 14), ""),
        (
            HEAD.replace("satu", "dua") + "scoresheet = 'x'",
            "UJ821",
            (1, 1),
            "[cases.expect.CANDIDACY]",
        ),
    ],
)
def test_mistakes_in_a_file_of_cases(
    tmp_path: Path, written: str, code: str, place: tuple[int, int], hint: str
) -> None:
    before = expecting("[cases.expect.A01]\n")
    said = only(run(tmp_path, before + written))
    assert (said.code, said.place.column) == (code, place[1])
    assert said.place.line == before.count("\n") + place[0]
    assert hint in hint_of(said, "en")
    assert said.place.file.endswith("2025.cases.toml")
    assert text_of(said, "id") != text_of(said, "en")


@pytest.mark.parametrize("wrong", ["total = 83.85", 'verdict = "qualifed"', 'total = "83,85"'])
def test_a_case_that_cannot_be_read_whole_has_not_passed(tmp_path: Path, wrong: str) -> None:
    report = run(tmp_path, expecting(f"[cases.expect.A01]\n{wrong}\n"))
    assert len(report.findings) == 1
    (case,) = report.results
    assert (case.differences, case.whole, case.passed, report.passed) == ((), False, False, False)


def test_a_check_tells_what_is_wrong_with_the_cases_beside_a_ruleset(tmp_path: Path) -> None:
    path = tmp_path / "2025.toml"
    path.write_text(RULES, encoding="utf-8")
    assert ujikom.check(str(path), plugins={}) == ()
    beside = tmp_path / "2025.cases.toml"
    beside.write_text(expecting("[cases.expect.A01]\ntotal = '1.00'"), encoding="utf-8")
    assert ujikom.check(str(path), plugins={}) == ()  # it would fail, and is not run
    beside.write_text(expecting("[cases.expect.A01]\ntotal = 1.00"), encoding="utf-8")
    (said,) = ujikom.check(str(path), plugins={})
    assert (said.code, said.place.file) == ("UJ822", str(beside))
    path.write_text(RULES.replace("weight = 60", "weight = 50"), encoding="utf-8")
    assert {each.code for each in ujikom.check(str(path), plugins={})} == {"UJ301", "UJ822"}
    assert ujikom.check(ujikom.parse_ruleset(RULES), plugins={}) == ()


@pytest.mark.parametrize(
    "cases, code",
    [
        ("", "UJ202"),
        ("cases = []", "UJ216"),
        ("cases = 1", "UJ203"),
        ("cases = [1]", "UJ203"),
        ("cases = [", "UJ128"),
        (HEAD + "scoresheet = 'x'\nexpect = 1", "UJ203"),
        (HEAD + "expect = {}", "UJ202"),
    ],
)
def test_a_file_of_which_nothing_can_be_run(tmp_path: Path, cases: str, code: str) -> None:
    report = run(tmp_path, cases)
    assert code in {each.code for each in report.findings}
    assert not report.passed


JSON = """{
  "event": {"id": "kota-2025", "date": "2025-03-DAY"},
  "candidates": [{"id": "A01", "facts": {"location": "utara", "lama": "5"}}],
  "examiners": [{"id": "E1"}],
  "ratings": [
    {"candidacy": "A01", "stage": "wawancara", "criterion": "integritas", "examiner": "E1", "value": "80"},
    {"candidacy": "A01", "stage": "wawancara", "criterion": "gagasan", "examiner": "E1", "value": "81"}
  ]
}"""


def test_a_scoresheet_is_read_once_and_a_ruleset_planned_once_a_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    for day in ("25", "26"):
        (tmp_path / "data" / f"{day}.json").write_text(JSON.replace("DAY", day), encoding="utf-8")
    sheets: list[Path] = []
    days: list[date | None] = []
    read, plan = scoresheets.read_scoresheet, api.plan

    def reading(path: Path) -> Any:
        sheets.append(path)
        return read(path)

    def planning(ruleset: Any, *, as_of: date | None = None, **options: Any) -> Any:
        days.append(as_of)
        return plan(ruleset, as_of=as_of, **options)

    monkeypatch.setattr(scoresheets, "read_scoresheet", reading)
    monkeypatch.setattr(api, "plan", planning)
    cases = "".join(
        HEAD.replace("satu", id_) + f'scoresheet = "data/{day}.json"\nexpect.A01.total = "80.40"\n'
        for id_, day in (("a", "25"), ("b", "25"), ("c", "26"), ("d", "26"))
    )
    inline = HEAD + SHEET + '[cases.expect.A01]\ntotal = "83.85"\n'
    report = run(tmp_path, cases + inline)
    assert report.passed
    assert len(report.results) == 5
    assert [path.name for path in sheets] == ["25.json", "26.json"]
    assert days == [date(2025, 3, 25), date(2025, 3, 26)]


def test_rulesets_are_found_by_path_or_id(tmp_path: Path) -> None:
    assert run(tmp_path, expecting('[cases.expect.A01]\ntotal = "83.85"\n')).passed
    by_id = run_cases("kota/2025", rulesets=[tmp_path], plugins={})
    by_path = run_cases(str(tmp_path / "2025.toml"), plugins={})
    assert [len(each.results) for each in (by_id, by_path)] == [1, 1]
    assert by_id.passed
    assert by_path.passed


@pytest.mark.parametrize("name, code", [("kota/2026", "UJ802"), ("kota.toml", "UJ001")])
def test_a_ruleset_that_is_not_there_is_a_finding(name: str, code: str) -> None:
    report = run_cases(name, plugins={})
    assert (only(report).code, report.results, report.passed) == (code, (), False)
