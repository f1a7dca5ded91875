"""What a reader must know before the numbers: page 1 of every report."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import fields, has

from ujikom_rules.errors import Finding
from ujikom_rules.exact import to_text
from ujikom_rules.messages import Lang, Text
from ujikom_rules.messages.terms import term
from ujikom_rules.model.bidi import isolated
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.numerals import decimal
from ujikom_rules.model.outcome import Evaluation, Result
from ujikom_rules.model.standings import people, remarks, shared_ranks, whose
from ujikom_rules.model.words import ASSUMES, NO_MARK_WORDS, word
from ujikom_rules.model.working import given_label
from ujikom_rules.office.report.audiences import Audience
from ujikom_rules.office.report.findings import Subjects, said
from ujikom_rules.office.report.sections import Notice
from ujikom_rules.planned import Plan

MISSING = Text("Dokumen wajib yang belum ada", "Evidence that is still missing")
TIES = Text("Peringkat bersama", "Shared ranks")
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
OTHERS = Text(
    "Skala nilai, pembulatan, kuorum, dan susunan panitia seleksi dengan dasarnya: ujikom show",
    "Scales, rounding, quorums and the composition of the panel with their sources: ujikom show",
)
SOURCELESS = Text("Angka yang dasarnya tidak disebut", "Numbers that name no source")
SEE_SHOW = Text("{count} angka; lihat ujikom show", "{count} numbers; see ujikom show")
SIGNS = {"at-least": "≥", "at-most": "≤", "above": ">", "below": "<"}
EQUALS = "="
UPPER = ("<", "≤")
SHAPE = ("require", "lower")  # what a key path says of the document's shape and not of the rule


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
        plan: what was followed; a gate's bound stands in no figure of a result.
        evaluation: what was evaluated.
        results: the candidacies that the reader may see.
        findings: those that the reader may see.
        subjects: whom findings are about.
        audience: the reader.
        lang: the language.
    """
    given = tuple(_given(plan, results))
    told_of = {
        severity: tuple(
            said(each, subjects, lang) for each in findings if each.severity == severity
        )
        for severity in ("warning", "note")
    }
    beside = _remarks(evaluation, lang) if audience.sees_all else ()
    told = (
        (MISSING, tuple(_missing(evaluation.waiting_for, audience))),
        (OWED, _owed(results, audience, lang)),
        (WARNINGS, told_of["warning"]),
        (TIES, tuple(_ties(results, lang))),
        (NORM, evaluation.norm_referenced),
        (NOTES, (*beside, *told_of["note"])),
        (ASSUMPTIONS, _assumptions(plan, evaluation, given, lang)),
        (SOURCELESS, _sourceless(given, lang)),
    )
    return tuple(
        Notice(heading.say(lang), tuple(dict.fromkeys(lines))) for heading, lines in told if lines
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


def _owed(results: Sequence[Result], audience: Audience, lang: Lang) -> tuple[str, ...]:
    lacking = word(NO_MARK_WORDS, "not-entered", lang)
    return tuple(
        f"{isolated(each.candidacy)}: {lacking}: {', '.join(owed(each, named=audience.sees_examiners))}"
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


def _assumptions(
    plan: Plan, evaluation: Evaluation, given: Iterable[Figure], lang: Lang
) -> tuple[str, ...]:
    """Every number that is an assumption and has a part in the rules or in a result.

    A table stands on one line, the bounds of a band beside what it gives:
    ``Rekam jejak › Masa jabatan: rentang 1 (< 2) = 60; rentang 2 (≥ 2, < 5) = 80``.
    """
    if not evaluation.assumes:
        return ()
    titles = dict(_titles(plan, lang))
    found = {
        f"{each.path} {each.text}": _said(each, titles, lang)
        for each in given
        if each.source is not None and each.source.is_assumption
    }
    tables: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for key in sorted(found):
        steps, sign, number = found[key]
        table = tables.setdefault(" › ".join(steps[:-1]) or key, {})
        table.setdefault(steps[-1], []).append((sign, number))
    lines = []
    for name, rows in tables.items():
        told = "; ".join(f"{row} {_joined(numbers)}" for row, numbers in rows.items())
        lines.append(told if name in found else f"{name}: {told}")
    return (ASSUMES.say(lang), *lines, OTHERS.say(lang))


def _joined(numbers: Sequence[tuple[str, str]]) -> str:
    """A number, with the bounds between which it holds."""
    bounds = sorted((each for each in numbers if each[0] != EQUALS), key=lambda it: it[0] in UPPER)
    given = ", ".join(number for sign, number in numbers if sign == EQUALS)
    between = ", ".join(f"{sign} {number}" for sign, number in bounds)
    if not given:
        return between
    return f"({between}) {EQUALS} {given}" if between else f"{EQUALS} {given}"


def _titles(plan: Plan, lang: Lang) -> Iterator[tuple[str, str]]:
    """What the nodes are called, by their key paths."""
    stack = [*plan.decision.node.children, *(stage.node for stage in plan.stages)]
    while stack:
        node = stack.pop()
        yield node.path, node.title.say(lang)
        stack.extend(node.children)


def _sourceless(given: Iterable[Figure], lang: Lang) -> tuple[str, ...]:
    """How many numbers name no source at all: they are no declared assumptions either."""
    paths = {f"{each.path} {each.text}" for each in given if each.source is None}
    return (SEE_SHOW.say(lang).format(count=len(paths)),) if paths else ()


def _given(plan: Plan, results: Sequence[Result]) -> Iterator[Figure]:
    """The numbers of the ruleset, those of its plan and those that a result is made of."""
    seen: set[int] = set()
    stack: list[object] = [plan, *(figure for each in results for figure in each.figures.values())]
    while stack:
        each = stack.pop()
        if id(each) in seen:
            continue
        seen.add(id(each))
        stack.extend(_inside(each))
        if isinstance(each, Figure) and each.rule == "given" and each.path:
            yield each


def _inside(value: object) -> Iterable[object]:
    """What a value of a plan holds, down to the figures and what these are made of."""
    if isinstance(value, Figure):
        return value.inputs
    if isinstance(value, Mapping):
        return tuple(value.values())
    if isinstance(value, tuple):
        return value
    kind: Any = type(value)
    return [getattr(value, each.name) for each in fields(kind)] if has(kind) else ()


def _said(
    figure: Figure, titles: Mapping[str, str], lang: Lang
) -> tuple[tuple[str, ...], str, str]:
    """What a number of the ruleset is, without the words of the file's form; sign and number."""
    called = _called_on(figure.path, titles)
    steps = [_titled(step, called) for step in given_label(figure, lang).split(" › ")]
    if len(steps) > 1 and figure.path.startswith("decision."):
        steps.insert(0, term("total").say(lang))
    sign = SIGNS.get(steps[-1])
    told = tuple(each for each in (steps if sign is None else steps[:-1]) if each not in SHAPE)
    return told, sign or EQUALS, decimal(figure.text, lang)


def _called_on(path: str, titles: Mapping[str, str]) -> dict[str, str]:
    """By their ids, the titles of what a key path goes through; of a table of weights, its columns."""
    steps = path.split(".")
    if steps[:2] == ["decision", "weighting"]:
        stage = titles.get(f"stages.{steps[-1]}")
        return {} if stage is None else {steps[-1]: stage}
    there = {".".join(steps[:number]): step for number, step in enumerate(steps, 1)}
    return {step: titles[path] for path, step in there.items() if path in titles}


def _titled(step: str, called: Mapping[str, str]) -> str:
    """A step with the title of what it names: ``bobot gagasan`` too."""
    word_, _, id_ = step.rpartition(" ")
    title = called.get(id_)
    return step if title is None else f"{word_} {title}".strip()
