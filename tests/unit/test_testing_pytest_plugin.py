"""Files of cases as tests of pytest: collected, passed, failed with their differences."""

from pathlib import Path

import pytest

from ujikom_rules.analysis import cases

pytest_plugins = ["pytester"]

RULES = """
schema = 1
[ruleset]
id = "contoh/coba"
version = "1.0"
title = "Contoh"
source = "assumption"
[[stages]]
id = "berkas"
kind = "weighted-criteria"
scale = { lower = 0, upper = 100 }
"""
CASE = """
[[cases]]
id = "{id}"
[cases.scoresheet]
event = {{ id = "contoh", date = "2026-01-15" }}
candidates = "id\\nA01\\n"
ratings = "candidacy,stage,value\\nA01,berkas,{mark}\\n"
[cases.expect.A01]
total = "{total}"
"""


@pytest.fixture
def tester(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A folder of its own, with nothing loaded but this plugin."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    return pytester


def put(tester: pytest.Pytester, *written: str, rules: str = RULES) -> None:
    Path(tester.path, "kota.toml").write_text(rules, "utf-8")
    Path(tester.path, "kota.cases.toml").write_text("".join(written), "utf-8")


def run(tester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    return tester.runpytest("-p", "ujikom_rules.testing.pytest_plugin", *arguments)


GOOD = CASE.format(id="baik", mark="80", total="80")
WRONG = CASE.format(id="salah", mark="80", total="81.00")


def test_each_case_is_a_test(tester: pytest.Pytester) -> None:
    put(tester, GOOD, WRONG)
    result = run(tester)
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(
        ["*case salah*", "A01 total: expected 81.00, got 80", "FAILED kota.cases.toml::salah*"]
    )
    result.stdout.no_fnmatch_line("*Traceback*")


def test_one_case_may_be_chosen(tester: pytest.Pytester) -> None:
    put(tester, GOOD, WRONG)
    run(tester, "kota.cases.toml::baik").assert_outcomes(passed=1)
    run(tester, "-k", "salah").assert_outcomes(failed=1, deselected=1)


def test_other_toml_files_are_none_of_its_business(tester: pytest.Pytester) -> None:
    put(tester, GOOD)
    Path(tester.path, "lain.toml").write_text("", "utf-8")
    run(tester, "--collect-only").stdout.fnmatch_lines(["*1 test collected*"])


def test_it_can_be_switched_off(tester: pytest.Pytester) -> None:
    put(tester, GOOD)
    tester.makeini("[pytest]\nujikom_cases = false\n")
    assert run(tester).ret == pytest.ExitCode.NO_TESTS_COLLECTED
    assert run(tester, "-o", "ujikom_cases=true").ret == pytest.ExitCode.OK


def test_a_file_that_cannot_be_read_is_an_error(tester: pytest.Pytester) -> None:
    put(tester, GOOD, "[cases.expct]\n")
    result = run(tester)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*kota.cases.toml:10:8: error UJ201*expct*"])


def test_cases_without_their_ruleset_fail(tester: pytest.Pytester) -> None:
    put(tester, GOOD)
    Path(tester.path, "kota.toml").unlink()
    result = run(tester)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*error UJ001 the file kota.toml was not found*"])


def test_a_ruleset_with_an_error_fails_every_case(tester: pytest.Pytester) -> None:
    put(tester, GOOD, rules=RULES.replace("weighted-criteria", "weighed-criteria"))
    result = run(tester)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        ["*kota.toml:10:8: error UJ511*", "baik: expected a result, got refused: UJ511"]
    )


def test_what_was_said_of_the_sheet_stands_beside_the_differences(
    tester: pytest.Pytester,
) -> None:
    put(tester, CASE.format(id="luar", mark="101", total="101"))
    result = run(tester)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*error UJ*101*"])


def test_what_is_no_difference_keeps_its_traceback(
    tester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("out of order")

    monkeypatch.setattr(cases, "run_cases", fail)
    put(tester, GOOD)
    result = run(tester)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*RuntimeError: out of order"])
