"""Results as other programs read them: plain data, ready for `json.dumps`.

Decimals are text, printed with the places that their own address is rounded to, exact where it
is not, and as a ratio when the decimal does not end. Keys may be added within a schema's
version and never change their meaning.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction

from ujikom_rules import exact
from ujikom_rules.errors import Finding
from ujikom_rules.messages import Lang, Text, hint_of, text_of
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.outcome import Evaluation, Provenance, Rank, Result, StageResult
from ujikom_rules.model.working import (
    TOTAL,
    assumptions,
    place_document,
    ruleset_document,
    text_at,
    working,
)

__all__ = ["document", "finding_document", "findings_document", "text_at", "working"]


def document(
    evaluation: Evaluation, lang: Lang = "id", *, figures: bool = False
) -> dict[str, object]:
    """The document ``ujikom/evaluation@1``.

    Args:
        evaluation: what was evaluated.
        lang: the language of notes and messages.
        figures: whether each result carries every figure by its address.

    Example:
        ``document(evaluation)["results"][0]["total"]`` is the first published total.
    """
    return {
        "schema": "ujikom/evaluation@1",
        "ruleset": ruleset_document(evaluation),
        "event": {"id": evaluation.event, "date": evaluation.date.isoformat()},
        "lang": lang,
        "status": {
            "state": "provisional" if evaluation.provisional else "final",
            "waiting-for": list(evaluation.waiting_for),
        },
        "results": [_result(result, lang, figures=figures) for result in evaluation.results],
        "findings": [finding_document(finding, lang) for finding in evaluation.findings],
        "order": list(evaluation.order),
        "provenance": _provenance(evaluation.provenance),
        "assumptions": assumptions(evaluation, lang),
        "norm-referenced": list(evaluation.norm_referenced),
    }


def findings_document(findings: Iterable[Finding], lang: Lang = "id") -> dict[str, object]:
    """The document ``ujikom/findings@1``, printed where an error stops the work."""
    return {
        "schema": "ujikom/findings@1",
        "lang": lang,
        "findings": [finding_document(finding, lang) for finding in findings],
    }


def finding_document(finding: Finding, lang: Lang = "id") -> dict[str, object]:
    """A finding: code, severity and message, and what else is known of it."""
    known: dict[str, object] = {
        "path": finding.path,
        "related": [place_document(place) for place in finding.related],
        "got": _said(finding.args.get("got"), lang),
        "expected": _said(finding.args.get("expected"), lang),
        "hint": hint_of(finding, lang),
        "article": finding.article,
        "plugin": finding.plugin,
        "about": {key: _said(value, lang) for key, value in finding.about.items() if value},
    }
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": text_of(finding, lang),
        **place_document(finding.place),
        **{key: value for key, value in known.items() if value},
    }


def _said(argument: object, lang: Lang) -> str:
    """An argument of a finding as text."""
    match argument:
        case None:
            return ""
        case Text():
            return argument.say(lang)
        case Figure():
            return argument.text
        case Fraction():
            return exact.to_text(argument)
        case bool():
            return "true" if argument else "false"
        case date():
            return argument.isoformat()
        case str():
            return argument
        case Mapping():
            return ", ".join(f"{key} = {_said(value, lang)}" for key, value in argument.items())
        case Iterable():
            return ", ".join(_said(item, lang) for item in argument)
        case _:
            return str(argument)


def _result(result: Result, lang: Lang, *, figures: bool) -> dict[str, object]:
    said: dict[str, object] = {
        "candidacy": result.candidacy,
        "position": result.position,
        "verdict": result.verdict,
        "total": None if result.total is None else text_at(result.total, TOTAL),
        "category": result.category,
        "group": result.group or None,
        "rank": _rank(result.rank),
        "shared": result.rank.shared,
        "owed": list(result.owed),
        "ranks": {
            name: {"rank": _rank(rank), "shared": rank.shared}
            for name, rank in result.ranks.items()
        },
        "stages": {name: _stage(name, stage, lang) for name, stage in result.stages.items()},
    }
    if figures:
        said["figures"] = {
            address: text_at(figure, address) for address, figure in result.figures.items()
        }
    return said


def _rank(rank: Rank) -> int | str | None:
    """A whole rank as a number, a mean of places as decimal text, None where there is none."""
    if rank.place is None:
        return None
    if rank.place.denominator == 1:
        return rank.place.numerator
    return exact.to_text(rank.place)


def _stage(name: str, stage: StageResult, lang: Lang) -> dict[str, object]:
    note = "; ".join(text.say(lang) for text in stage.notes) or None
    noted: dict[str, object] = {} if note is None else {"note": note}
    match stage.gives:
        case "value":
            value = None if stage.value is None else text_at(stage.value, f"{name}:stage")
            return {"value": value, "category": stage.category, "note": note}
        case "verdict" | "document":
            return {"verdict": stage.verdict, **noted}
        case "shortlist":
            return {"kept": stage.kept, **noted}
        case _:
            return {"note": note}


def _provenance(provenance: Provenance) -> dict[str, object]:
    return {
        "engine": provenance.engine,
        "plugins": {
            namespace: {"distribution": used.distribution, "version": used.version}
            for namespace, used in provenance.plugins.items()
        },
        "amendments": [
            {
                "plugin": amendment.plugin,
                "path": amendment.path,
                "before": amendment.before,
                "after": amendment.after,
            }
            for amendment in provenance.amendments
        ],
        "scoresheet": provenance.scoresheet,
    }
