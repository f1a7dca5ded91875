"""What came of cases as other programs read it: ``ujikom/cases@1``."""

from collections.abc import Iterable, Mapping

from ujikom_rules.analysis.cases import CaseResult, CasesReport
from ujikom_rules.analysis.coverage import Thing
from ujikom_rules.errors import Finding
from ujikom_rules.messages import Lang
from ujikom_rules.model.document import finding_document
from ujikom_rules.model.working import place_document


def cases_document(
    reports: Mapping[str, CasesReport], lang: Lang = "id", *, cover: bool = False
) -> dict[str, object]:
    """The document ``ujikom/cases@1``, ready for `json.dumps`.

    Args:
        reports: by ruleset, as it was named, what came of its cases.
        lang: the language of titles and messages.
        cover: whether to tell what the cases exercise.

    Example:
        ``cases_document({"malang/2024": run_cases("malang/2024")})["passed"]``
    """
    return {
        "schema": "ujikom/cases@1",
        "lang": lang,
        "passed": all(report.passed for report in reports.values()),
        "rulesets": [_ruleset(name, report, lang, cover=cover) for name, report in reports.items()],
    }


def _ruleset(name: str, report: CasesReport, lang: Lang, *, cover: bool) -> dict[str, object]:
    return {
        "ruleset": name,
        "passed": report.passed,
        "cases": [_case(each, lang) for each in report.results],
        "findings": _findings(report.findings, lang),
        **({"coverage": [_thing(each, lang) for each in report.coverage]} if cover else {}),
    }


def _case(case: CaseResult, lang: Lang) -> dict[str, object]:
    return {
        "id": case.id,
        "title": case.title.say(lang),
        "passed": case.passed,
        "differences": [
            {"where": where, "expected": expected, "got": got}
            for where, expected, got in case.differences
        ],
        "reasons": {who: [text.say(lang) for text in said] for who, said in case.reasons.items()},
        "findings": _findings(case.findings, lang),
    }


def _thing(thing: Thing, lang: Lang) -> dict[str, object]:
    return {
        "what": thing.what.say(lang),
        "covered": thing.covered,
        **place_document(thing.place),
    }


def _findings(found: Iterable[Finding], lang: Lang) -> list[dict[str, object]]:
    return [finding_document(each, lang) for each in found]
