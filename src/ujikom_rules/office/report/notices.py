"""What a reader must know before the numbers: page 1 of every report."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from attrs import fields, has

from ujikom_rules.errors import Finding
from ujikom_rules.exact import to_text
from ujikom_rules.messages import Lang, Text, text_of
from ujikom_rules.messages.terms import term
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.numerals import decimal
from ujikom_rules.model.outcome import Evaluation, Rank, Result
from ujikom_rules.model.words import ASSUMES, NO_MARK_WORDS, word
from ujikom_rules.model.working import given_label
from ujikom_rules.office.report.audiences import Audience
from ujikom_rules.office.report.sections import Notice
from ujikom_rules.planned import Plan

MISSING = Text("Dokumen wajib yang belum ada", "Evidence that is still missing")
TIES = Text("Peringkat bersama", "Shared ranks")
NORM = Text(
    "Nilai yang bergantung pada peserta lain", "Values that depend on the others (norm-referenced)"
)
ASSUMPTIONS = Text("Asumsi", "Assumptions")
OWED = Text("Nilai penguji yang belum diisi", "Ratings that are owed and not entered")
WARNINGS = Text("Peringatan", "Warnings")
OTHERS = Text(
    "Skala nilai, pembulatan, kuorum, dan susunan panitia seleksi dengan dasarnya: ujikom show",
    "Scales, rounding, quorums and the composition of the panel with their sources: ujikom show",
)
SOURCELESS = Text("Angka yang dasarnya tidak disebut", "Numbers that name no source")
SEE_SHOW = Text("{count} angka; lihat ujikom show", "{count} numbers; see ujikom show")
SIGNS = {"at-least": "≥", "at-most": "≤", "above": ">", "below": "<"}
SHAPE = ("require", "lower")  # what a key path says of the document's shape and not of the rule


def notices(
    plan: Plan,
    evaluation: Evaluation,
    results: Sequence[Result],
    findings: Iterable[Finding],
    *,
    audience: Audience,
    lang: Lang,
) -> tuple[Notice, ...]:
    """Missing evidence, owed marks, warnings, shared ranks and assumptions, where there are any.

    Args:
        plan: what was followed; a gate's bound stands in no figure of a result.
        evaluation: what was evaluated.
        results: the candidacies that the reader may see.
        findings: those that the reader may see; of them the warnings are told.
        audience: the reader.
        lang: the language.
    """
    given = tuple(_given(plan, results))
    told = (
        (MISSING, tuple(_missing(evaluation.waiting_for, audience))),
        (OWED, _owed(results, audience, lang)),
        (WARNINGS, tuple(text_of(each, lang) for each in findings if each.severity == "warning")),
        (TIES, tuple(_ties(results, lang))),
        (NORM, evaluation.norm_referenced),
        (ASSUMPTIONS, _assumptions(evaluation, given, lang)),
        (SOURCELESS, _sourceless(given, lang)),
    )
    return tuple(
        Notice(heading.say(lang), tuple(dict.fromkeys(lines))) for heading, lines in told if lines
    )


def public_notices(evaluation: Evaluation, lang: Lang) -> tuple[Notice, ...]:
    """What everybody must know beside the names: the documents of the event, and assumptions.

    A document of one candidacy is nobody else's business; neither is any number.
    """
    told = (
        (MISSING, tuple(_missing(evaluation.waiting_for, Audience("public")))),
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
    for document, people in found.items():
        yield f"{document}: {', '.join(people)}" if people else document


def owed(result: Result, *, named: bool) -> tuple[str, ...]:
    """The marks that are owed; without examiners each node once.

    Who owes one mark, and has given the others, would be known by those.
    """
    if named:
        return result.owed
    return tuple(dict.fromkeys(each.partition("@")[0] for each in result.owed))


def _owed(results: Sequence[Result], audience: Audience, lang: Lang) -> tuple[str, ...]:
    said = word(NO_MARK_WORDS, "not-entered", lang)
    return tuple(
        f"{each.candidacy}: {said}: {', '.join(owed(each, named=audience.sees_examiners))}"
        for each in results
        if each.owed
    )


def _ties(results: Sequence[Result], lang: Lang) -> Iterator[str]:
    """Who share a rank, in each position and group; behind it the further standings."""
    found: dict[tuple[str, str, Fraction], list[str]] = {}
    for each in results:
        if each.rank.shared and each.rank.place is not None:
            key = (each.position or "", each.group, each.rank.place)
            found.setdefault(key, []).append(each.candidacy)
    for name in dict.fromkeys(name for each in results for name in each.ranks):
        for each in results:
            own = each.ranks.get(name, Rank())
            if own.shared and own.place is not None:
                found.setdefault((f"{name}:", "", own.place), []).append(each.candidacy)
    for (position, group, place), who in found.items():
        where = ", ".join(dict.fromkeys(filter(None, (position.rstrip(":"), group))))
        rank = f"{term('rank').say(lang)} {decimal(to_text(place), lang)}"
        yield f"{rank}{f' ({where})' if where else ''}: {', '.join(who)}"


def _assumptions(evaluation: Evaluation, given: Iterable[Figure], lang: Lang) -> tuple[str, ...]:
    """Every number that is an assumption and has a part in the rules or in a result."""
    if not evaluation.assumes:
        return ()
    found = {
        f"{each.path} {each.text}": _said(each, lang)
        for each in given
        if each.source is not None and each.source.is_assumption
    }
    return (ASSUMES.say(lang), *(found[key] for key in sorted(found)), OTHERS.say(lang))


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


def _said(figure: Figure, lang: Lang) -> str:
    """What a number of the ruleset is, without the words of the file's form."""
    steps = given_label(figure, lang).split(" › ")
    if len(steps) > 1 and figure.path.startswith("decision."):
        steps.insert(0, term("total").say(lang))
    sign = SIGNS.get(steps[-1])
    told = " › ".join(each for each in (steps if sign is None else steps[:-1]) if each not in SHAPE)
    return f"{told} {sign or '='} {decimal(figure.text, lang)}"
