"""What a reader must know before the numbers: page 1 of every report."""

from collections.abc import Iterable, Iterator, Sequence

from ujikom_rules.errors import Finding
from ujikom_rules.exact import to_text
from ujikom_rules.messages import Lang, Text
from ujikom_rules.messages.terms import term
from ujikom_rules.model.bidi import isolated
from ujikom_rules.model.numerals import decimal
from ujikom_rules.model.outcome import Evaluation, Result
from ujikom_rules.model.parting import partings
from ujikom_rules.model.standings import owed_said, people, remarks, shared_ranks, whose
from ujikom_rules.model.words import ASSUMES, NO_MARK_WORDS, word
from ujikom_rules.office.report.assumptions import told_of
from ujikom_rules.office.report.audiences import Audience
from ujikom_rules.office.report.findings import Subjects, said
from ujikom_rules.office.report.sections import Notice
from ujikom_rules.planned import Plan

MISSING = Text("Dokumen wajib yang belum ada", "Evidence that is still missing")
TIES = Text("Peringkat bersama", "Shared ranks")
PARTED = Text("Nilai sama, dipisahkan oleh penentu urutan", "Equals parted by a key of the order")
NORM = Text(
    "Nilai yang bergantung pada peserta lain", "Values that depend on the others (norm-referenced)"
)
ASSUMPTIONS = Text("Asumsi", "Assumptions")
OWED = Text("Nilai penguji yang belum diisi", "Ratings that are owed and not entered")
UNFINISHED = Text("Yang belum lengkap", "What is incomplete")
COUNTED = Text(
    "{count} peserta belum lengkap nilainya; hasil ini dapat berubah",
    "{count} candidates are incomplete; this result may change",
)
WARNINGS = Text("Peringatan", "Warnings")
NOTES = Text("Catatan", "Notes")
ABSENT = "UJ704"  # the note of the stage says it too, with the reason
SOURCELESS = Text("Angka yang dasarnya tidak disebut", "Numbers that name no source")


def notices(
    plan: Plan,
    evaluation: Evaluation,
    results: Sequence[Result],
    findings: Sequence[Finding],
    *,
    subjects: Subjects,
    audience: Audience,
    lang: Lang,
) -> tuple[Notice, ...]:
    """Missing evidence, owed marks, warnings, shared ranks, notes and assumptions, if any.

    Args:
        plan: what was followed.
        evaluation: what was evaluated.
        results: the candidacies that the reader may see.
        findings: those that the reader may see.
        subjects: whom findings are about.
        audience: the reader.
        lang: the language.
    """
    numbers = told_of(plan, lang)
    assumed = (ASSUMES.say(lang), *numbers["A"]) if evaluation.assumes else ()
    of_severity = {
        severity: tuple(
            said(each, subjects, lang)
            for each in findings
            if each.severity == severity and not (audience.sees_all and each.code == ABSENT)
        )
        for severity in ("warning", "note")
    }
    beside = _remarks(evaluation, lang) if audience.sees_all else ()
    told = (
        (MISSING, tuple(_missing(evaluation.waiting_for, audience))),
        (OWED, _owed(evaluation, results, audience, lang)),
        (WARNINGS, of_severity["warning"]),
        (TIES, tuple(_ties(results, lang))),
        (PARTED, tuple(partings(evaluation, lang)) if audience.sees_all else ()),
        (NORM, evaluation.norm_referenced),
        (NOTES, (*beside, *of_severity["note"])),
        (ASSUMPTIONS, assumed),
        (SOURCELESS, numbers["X"]),
    )
    return tuple(
        Notice(heading.say(lang), tuple(dict.fromkeys(lines)), heading in (ASSUMPTIONS, SOURCELESS))
        for heading, lines in told
        if lines
    )


def public_notices(evaluation: Evaluation, lang: Lang) -> tuple[Notice, ...]:
    """What everybody must know beside the names: documents, how many are incomplete, assumptions.

    A document of one candidacy is nobody else's business; neither is any number.
    """
    waits = [each for each in evaluation if each.verdict == "incomplete"]
    counted = COUNTED.say(lang).format(count=people(waits))
    told = (
        (MISSING, tuple(_missing(evaluation.waiting_for, Audience("public")))),
        (UNFINISHED, (counted,) if waits else ()),
        (ASSUMPTIONS, (ASSUMES.say(lang),) if evaluation.assumes else ()),
    )
    return tuple(Notice(heading.say(lang), lines) for heading, lines in told if lines)


def _missing(documents: Iterable[str], audience: Audience) -> Iterator[str]:
    """Each document once, with whose it is; a candidate is told of no other's."""
    found: dict[str, list[str]] = {}
    for each in documents:
        document, _, whose = each.partition("@")
        if audience.sees_all or whose in ("", audience.candidacy):
            found.setdefault(document, []).extend([whose] if whose and audience.sees_all else ())
    for document, of in found.items():
        yield f"{document}: {', '.join(map(isolated, of))}" if of else document


def owed(result: Result, *, named: bool) -> tuple[str, ...]:
    """The marks that are owed; without examiners each node once.

    Who owes one mark, and has given the others, would be known by those.
    """
    if named:
        return result.owed
    return tuple(dict.fromkeys(each.partition("@")[0] for each in result.owed))


def _owed(
    evaluation: Evaluation, results: Sequence[Result], audience: Audience, lang: Lang
) -> tuple[str, ...]:
    lacking = word(NO_MARK_WORDS, "not-entered", lang)
    return tuple(
        f"{isolated(each.candidacy)}: {lacking}: "
        f"{owed_said(owed(each, named=audience.sees_examiners), evaluation, lang)}"
        for each in results
        if each.owed
    )


def _ties(results: Sequence[Result], lang: Lang) -> Iterator[str]:
    for each in shared_ranks(results):
        rank = f"{term('rank').say(lang)} {decimal(to_text(each.place), lang)}"
        where = f" ({', '.join(map(isolated, each.where))})" if each.where else ""
        yield f"{rank}{where}: {', '.join(map(isolated, each.who))}"


def _remarks(evaluation: Evaluation, lang: Lang) -> tuple[str, ...]:
    """What stages say beside their values, each once with those whom it is about."""
    return tuple(
        f"{whose(who, evaluation, lang)}: {note}"
        for note, who in remarks(evaluation, lang, owed=False)
    )
