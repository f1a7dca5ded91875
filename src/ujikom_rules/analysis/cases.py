"""Cases run: the officer's own examples, scored and compared with what they expect.

Everything is compared as printed, digit by digit; only what a case names is compared.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import ModuleType

from attrs import field, frozen

from ujikom_rules import api
from ujikom_rules.analysis.comparing import (
    RESULT,
    Difference,
    Printed,
    findings_differ,
    meets,
    printed_of,
    results_differ,
)
from ujikom_rules.analysis.coverage import Run, Thing, covered
from ujikom_rules.analysis.differing import Step, steps_to
from ujikom_rules.analysis.lacking import reasons_of
from ujikom_rules.analysis.reading_cases import Case, cases_file, read_cases
from ujikom_rules.errors import Finding, Place, Refused, errors_in, said_once
from ujikom_rules.messages import Lang, Text, finding
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.outcome import Evaluation
from ujikom_rules.model.scoresheet import Scoresheet
from ujikom_rules.planned import Plan
from ujikom_rules.reading import scoresheets

_REFUSED = Text("ditolak: {codes}", "refused: {codes}")


@frozen(eq=False, kw_only=True)
class CaseResult:
    """One case, run.

    Attributes:
        differences: by candidacy, figures in the order of the working: the first is nearest to
            the cause. A case passes when there are none.
        workings: by candidacy, the working down to the first figure that differs; of a few.
        unshown: how many more there are of whom a figure differs.
        evaluation: what was evaluated; None where the ruleset or the scoresheet was refused.
        findings: what was said of scoresheet and result, not of the ruleset.
        whole: whether all that the case expects could be read.
        reasons: by candidacy, why it lacks a value that was expected.
    """

    id: str
    title: Text
    differences: tuple[Difference, ...] = ()
    workings: Mapping[str, tuple[Step, ...]] = field(factory=dict)
    unshown: int = 0
    evaluation: Evaluation | None = None
    findings: tuple[Finding, ...] = ()
    whole: bool = True
    reasons: Mapping[str, tuple[Text, ...]] = field(factory=dict)

    @property
    def passed(self) -> bool:
        """Whether all could be read and is as expected."""
        return self.whole and not self.differences


@frozen(eq=False, kw_only=True)
class CasesReport:
    """The cases of one ruleset, run.

    Attributes:
        findings: about the file of cases and the ruleset; a refusal that a case expects is none.
        results: in the order of the file.
        coverage: what the cases can exercise, and whether they do, where that was asked for.
    """

    findings: tuple[Finding, ...] = ()
    results: tuple[CaseResult, ...] = ()
    coverage: tuple[Thing, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether every case passed and nothing is wrong with file and ruleset."""
        return not errors_in(self.findings) and all(each.passed for each in self.results)


def run_cases(
    ruleset: str | Path,
    *,
    rulesets: Sequence[str | Path] = (),
    plugins: Mapping[str, ModuleType] | None = None,
    lang: Lang = "id",
    cover: bool = False,
    through: Callable[[Sequence[Case]], Iterable[Case]] = iter,
) -> CasesReport:
    """Run the cases beside a ruleset: ``X.cases.toml`` beside ``X.toml``.

    Args:
        ruleset: a path (any `Path`, or a text that ends in ``.toml``), else an id; of an id's
            several files the newest is tested.
        rulesets: folders in which ids are found.
        plugins: where given, only these exist and nothing installed is imported.
        lang: the language of the words in differences.
        cover: whether to tell what the cases exercise.
        through: hands out the cases one by one, and so learns how far the work is.

    Returns:
        The findings and the result of every case; nothing is raised for a ruleset, a scoresheet
        or a file of cases that is refused.

    Raises:
        PluginError: when a plugin's code fails outside the evaluation.

    Example:
        ``run_cases("malang/2024").passed``
    """
    try:
        document = api.opened(ruleset, rulesets=rulesets, plugins=plugins)
    except Refused as refused:
        return CasesReport(findings=refused.findings)
    path = cases_file(document.file)
    if not path.is_file():
        missing = finding("UJ820", Place(document.file), expected=path.name)
        checked = api.check(document, rulesets=rulesets, plugins=plugins)
        return CasesReport(findings=said_once((missing, *checked)))
    cases, findings = read_cases(path)
    bench = _Bench(document, rulesets, plugins, str(path))
    results: list[CaseResult] = []
    said: list[Finding] = list(findings)
    for case in through(cases):
        scored = bench.score(case)
        results.append(_run(case, scored, lang))
        said += _of_ruleset(case, scored)
    return CasesReport(
        findings=said_once((*said, *bench.said())),
        results=tuple(results),
        coverage=bench.covered() if cover else (),
    )


@frozen(eq=False, kw_only=True)
class _Scored:
    """What came of one scoresheet.

    Attributes:
        findings: all that was said.
        of_ruleset: those of them that are about the ruleset.
        results: each candidacy's printed values by address.
        run: what was evaluated, by which plan.
    """

    findings: tuple[Finding, ...]
    of_ruleset: tuple[Finding, ...] = ()
    evaluation: Evaluation | None = None
    results: Printed = field(factory=dict)
    run: Run | None = None


class _Bench:
    """Plans the ruleset once a day of an event, and scores each scoresheet once."""

    def __init__(
        self,
        document: api.Document,
        rulesets: Sequence[str | Path],
        plugins: Mapping[str, ModuleType] | None,
        file: str,
    ) -> None:
        self._document, self._rulesets, self._plugins = document, rulesets, plugins
        self._file = file
        self._plans: dict[date, Plan | tuple[Finding, ...]] = {}
        self._scored: dict[Path, _Scored] = {}
        self._runs: list[Run] = []

    def score(self, case: Case) -> _Scored:
        """What comes of a case's scoresheet; of one that several cases name, once."""
        if isinstance(case.scoresheet, Entry):
            return self._score(*scoresheets.scoresheet_from_entry(case.scoresheet, self._file))
        if case.scoresheet not in self._scored:
            read = scoresheets.read_scoresheet(case.scoresheet)
            self._scored[case.scoresheet] = self._score(*read)
        return self._scored[case.scoresheet]

    def _score(self, sheet: Scoresheet | None, findings: tuple[Finding, ...]) -> _Scored:
        if sheet is None or errors_in(findings):
            return _Scored(findings=findings)
        plan = self._plan(sheet.event.date)
        if not isinstance(plan, Plan):
            return _Scored(findings=plan, of_ruleset=plan)
        try:
            evaluation = api.evaluate(plan, sheet)
        except Refused as refused:
            return _Scored(findings=refused.findings, of_ruleset=plan.findings)
        run = Run(plan, sheet, evaluation)
        self._runs.append(run)
        return _Scored(
            findings=evaluation.findings,
            of_ruleset=plan.findings,
            evaluation=evaluation,
            results=printed_of(evaluation),
            run=run,
        )

    def _plan(self, day: date) -> Plan | tuple[Finding, ...]:
        """The plan of a day, for the bases in force on it; or why there is none."""
        if day not in self._plans:
            try:
                self._plans[day] = api.plan(
                    self._document, rulesets=self._rulesets, plugins=self._plugins, as_of=day
                )
            except Refused as refused:
                self._plans[day] = refused.findings
        return self._plans[day]

    def covered(self) -> tuple[Thing, ...]:
        """What the cases that were scored exercise; nothing of a ruleset that is refused."""
        ruleset, plan, findings = api.compiled(
            self._document, rulesets=self._rulesets, plugins=self._plugins
        )
        if ruleset is None or plan is None or errors_in(findings):
            return ()
        return covered(ruleset, plan, self._runs)

    def said(self) -> tuple[Finding, ...]:
        """What is wrong with the ruleset where no scoresheet came as far as it."""
        if self._plans:
            return ()
        return api.check(self._document, rulesets=self._rulesets, plugins=self._plugins)


def _of_ruleset(case: Case, scored: _Scored) -> tuple[Finding, ...]:
    """What a case has to tell of the ruleset: all but a refusal that it is about."""
    if _expects_refusal(case, scored):
        return tuple(each for each in scored.of_ruleset if each.severity != "error")
    return scored.of_ruleset


def _expects_refusal(case: Case, scored: _Scored) -> bool:
    return any(meets(each, said) for said in errors_in(scored.findings) for each in case.findings)


def _run(case: Case, scored: _Scored, lang: Lang) -> CaseResult:
    """Compare one case with what came of its scoresheet."""
    differences = list(findings_differ(case, scored.findings))
    if scored.evaluation is None and not _expects_refusal(case, scored):
        codes = ", ".join(dict.fromkeys(each.code for each in errors_in(scored.findings)))
        got = _REFUSED.say(lang).format(codes=codes)
        differences.append(Difference(case.id, RESULT.say(lang), got))
    else:
        for expected in case.expected:
            differences += results_differ(expected, scored.evaluation, scored.results, lang)
    workings, unshown = steps_to(differences, scored.evaluation, lang)
    return CaseResult(
        id=case.id,
        title=case.title,
        differences=tuple(differences),
        workings=workings,
        unshown=unshown,
        evaluation=scored.evaluation,
        findings=tuple(each for each in scored.findings if each not in scored.of_ruleset),
        whole=case.whole,
        reasons=reasons_of(differences, scored.run),
    )
