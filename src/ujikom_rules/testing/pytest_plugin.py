"""Cases for pytest: each ``*.cases.toml`` that it finds is a file of tests, each case a test.

Loaded by pytest in every environment where this library is installed, so it imports the rest
only when there is a file of cases. ``ujikom_cases = false`` in pytest's own configuration
switches it off.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from ujikom_rules.analysis.cases import CaseResult, CasesReport
    from ujikom_rules.errors import Finding

_SWITCH = "ujikom_cases"


class CaseFailed(Exception):
    """A case does not hold; the text has every difference."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Know the switch."""
    parser.addini(_SWITCH, "collect *.cases.toml, the cases beside rulesets", "bool", default=True)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "CasesFile | None":
    """Take in a file of cases."""
    if file_path.name.endswith(".cases.toml") and parent.config.getini(_SWITCH):
        file: CasesFile = CasesFile.from_parent(parent, path=file_path)
        return file
    return None


class CasesFile(pytest.File):
    """A file of cases; its ruleset is planned and its events are scored once."""

    _report: "CasesReport | None" = None

    def collect(self) -> Iterator["CaseItem"]:
        """Each case; nothing where the file itself is wrong."""
        from ujikom_rules.analysis.reading_cases import read_cases  # noqa: PLC0415
        from ujikom_rules.errors import errors_in  # noqa: PLC0415

        cases, findings = read_cases(self.path)
        if errors_in(findings):
            raise self.CollectError("\n".join(_lines(errors_in(findings))))
        for case in cases:
            item: CaseItem = CaseItem.from_parent(self, name=case.id)
            yield item

    def report(self) -> "CasesReport":
        """What came of all cases."""
        if self._report is None:
            from ujikom_rules.analysis.cases import run_cases  # noqa: PLC0415

            stem = self.path.name.removesuffix(".cases.toml")
            self._report = run_cases(self.path.with_name(f"{stem}.toml"), lang="en")
        return self._report


class CaseItem(pytest.Item):
    """One case."""

    parent: CasesFile

    def runtest(self) -> None:
        """Compare what was expected with what came out.

        Raises:
            CaseFailed: with every difference.
        """
        from ujikom_rules.errors import errors_in  # noqa: PLC0415

        report = self.parent.report()
        result = next((each for each in report.results if each.id == self.name), None)
        wrong = errors_in(report.findings)
        if wrong or result is None or not result.passed:
            raise CaseFailed("\n".join([*_lines(wrong), *_differences(result)]))

    def repr_failure(self, excinfo: Any, style: Any = None) -> Any:
        """The differences alone; all else with its traceback."""
        if isinstance(excinfo.value, CaseFailed):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, None, str]:
        """What stands above a failure."""
        return self.path, None, f"case {self.name}"


def _differences(result: "CaseResult | None") -> Iterator[str]:
    if result is None:
        return
    for where, expected, got in result.differences:
        yield f"{where}: expected {expected or 'nothing'}, got {got or 'nothing'}"
    for who, reasons in result.reasons.items():
        yield from (f"{who}: {reason.en}" for reason in reasons)
    if not result.passed:
        yield from _lines(result.findings)


def _lines(findings: Iterable["Finding"]) -> Iterator[str]:
    from ujikom_rules.messages import text_of  # noqa: PLC0415

    for each in findings:
        yield f"{each.place}: {each.severity} {each.code} {text_of(each, 'en')}"
