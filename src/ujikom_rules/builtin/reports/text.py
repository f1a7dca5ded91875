"""The standing as plain text: one table a group, and beneath it what a reader must know."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import TypeAlias

from attrs import frozen

from ujikom_rules.builtin.reports.layout import clean, table
from ujikom_rules.plugin import (
    Evaluation,
    Part,
    ReportAt,
    Result,
    Text,
    day,
    decimal,
    isolated,
    standings,
    text_at,
    words,
)

Table: TypeAlias = tuple[list[str], list[list[str]], list[bool]]
PROVISIONAL = Text(
    "Hasil sementara, selama dokumen ini belum ada:",
    "Provisional, as long as these documents are missing:",
)
NORM_REFERENCED = Text(
    "Nilai berikut bergantung pada nilai peserta lain:",
    "These values depend on the values of others (norm-referenced):",
)
NOBODY = Text("Tidak ada peserta.", "There is no candidacy.")
PEOPLE = Text("Jumlah orang menurut", "People by")
NOTES = Text("Catatan", "Notes")
FIGURES = Text("Semua angka", "Every figure")


@frozen(kw_only=True, eq=False, repr=False)
class TextReport:
    """A table that every console can print, grouped as the results stand."""

    def render(self, evaluation: Evaluation, at: ReportAt) -> str:
        """The whole standing."""
        lines = [clean(evaluation.title.say(at.lang)), clean(event(evaluation, at)), ""]
        for heading, (heads, rows, right), kept in tables(evaluation, at):
            lines += [*([heading] if heading else []), *table(heads, rows, right), *kept, ""]
        if not len(evaluation):
            lines += [NOBODY.say(at.lang), ""]
        lines += beneath(evaluation, at)
        if at.figures:
            lines += _figures(evaluation, at)
        return "\n".join(lines) + "\n"


def event(evaluation: Evaluation, at: ReportAt) -> str:
    """The event and its day."""
    return f"{isolated(evaluation.event)}, {day(evaluation.date, at.lang)}"


def tables(evaluation: Evaluation, at: ReportAt) -> Iterator[tuple[str, Table, list[str]]]:
    """The heading and the table of every position and group, in the order of the results.

    Beneath a table stands a line for each shortlist: who of these is kept.
    """
    for position, group, results in standings.by_group(evaluation):
        kept = [
            clean(f"{standings.stage_title(evaluation, name, at.lang)}: {_ids(who) or '-'}")
            for name, who in standings.kept(evaluation, results)
        ]
        yield _heading(position, group, at), _table(evaluation, results, at), kept


def _ids(results: Iterable[Result]) -> str:
    return ", ".join(isolated(each.candidacy) for each in results)


def _head(key: str, at: ReportAt) -> str:
    return words.word(words.HEAD_WORDS, key, at.lang)


def _heading(position: str | None, group: str, at: ReportAt) -> str:
    parts = [] if position is None else [f"{_head('position', at)}: {isolated(position)}"]
    if group and group != position:
        parts.append(f"{_head('group', at)}: {isolated(group)}")
    return clean(", ".join(parts))


def _table(evaluation: Evaluation, results: Sequence[Result], at: ReportAt) -> Table:
    stages = standings.scored_stages(evaluation)
    with_names = any(each.name for each in evaluation)
    with_categories = any(each.category for each in evaluation)
    heads = [
        *(_head(key, at) for key in ("rank", "candidacy")),
        *([_head("name", at)] if with_names else []),
        *(standings.stage_title(evaluation, name, at.lang) for name in stages),
        _head("total", at),
        *([_head("category", at)] if with_categories else []),
        _head("verdict", at),
    ]
    rows = [
        [
            _number(each.rank.place, at),
            each.candidacy,
            *([each.name] if with_names else []),
            *(_stage_value(each, name, at) for name in stages),
            "-" if each.total is None else decimal(text_at(each.total, "total:final"), at.lang),
            *([each.category or "-"] if with_categories else []),
            words.word(words.VERDICT_WORDS, each.verdict, at.lang),
        ]
        for each in results
    ]
    right = [
        True,
        *[False] * (1 + with_names),
        *[True] * (len(stages) + 1),
        *[False] * (1 + with_categories),
    ]
    return heads, rows, right


def _number(place: Fraction | None, at: ReportAt) -> str:
    return "-" if place is None else decimal(place, at.lang)


def _stage_value(result: Result, name: str, at: ReportAt) -> str:
    stage = result.stages.get(name)
    value = None if stage is None else stage.value
    return "-" if value is None else decimal(text_at(value, f"{name}:stage"), at.lang)


def beneath(evaluation: Evaluation, at: ReportAt) -> Iterator[str]:
    """What a reader must know beside the numbers."""
    yield from _counts(evaluation, at)
    for name in ("", *standings.scored_stages(evaluation)):
        yield from _categories(evaluation, name, at)
    for each in standings.shared_ranks(evaluation):
        where = f" ({' '.join(map(isolated, each.where))})" if each.where else ""
        named = f"{_head('shared', at).capitalize()} {_number(each.place, at)}{where}"
        yield clean(f"{named}: {', '.join(map(isolated, each.who))}")
    order = standings.order_said(evaluation, at.lang)
    if order:
        yield clean(order)
    if evaluation.norm_referenced:
        yield f"{NORM_REFERENCED.say(at.lang)} {', '.join(evaluation.norm_referenced)}."
    notes = list(_notes(evaluation, at))
    if notes:
        yield f"{NOTES.say(at.lang)}:"
        yield from (f"  {note}" for note in notes)
    if evaluation.assumes:
        yield words.ASSUMES.say(at.lang)
    if evaluation.provisional:
        yield f"{PROVISIONAL.say(at.lang)} {', '.join(evaluation.waiting_for)}."
    yield clean(
        f"{_head('ruleset', at).capitalize()}: {evaluation.ruleset} {evaluation.version},"
        f" {_short(evaluation.digest)}"
    )


def _counts(evaluation: Evaluation, at: ReportAt) -> Iterator[str]:
    said = ", ".join(
        f"{words.word(words.VERDICT_WORDS, key, at.lang)} {count}"
        for key, count in standings.by_verdict(evaluation)
    )
    if said:
        yield f"{PEOPLE.say(at.lang)} {_head('verdict', at)}: {said}."


def _categories(evaluation: Evaluation, stage: str, at: ReportAt) -> Iterator[str]:
    """Who is in which category of the decision or of a stage: how many people, and their ids."""
    rows = standings.by_category(evaluation, stage)
    if not rows:
        return
    of = f" {standings.stage_title(evaluation, stage, at.lang)}" if stage else ""
    yield clean(f"{PEOPLE.say(at.lang)} {_head('category', at)}{of}:")
    for name, who in rows:
        called = isolated(name) if name else standings.NO_CATEGORY.say(at.lang)
        listed = f": {_ids(who)}" if who else ""
        yield f"  {clean(f'{called} {standings.people(who)}{listed}')}"


def _notes(evaluation: Evaluation, at: ReportAt) -> Iterator[str]:
    """Unmet gates, notes of stages, and marks that are owed; one that many share is said once."""
    for note, who in standings.remarks(evaluation, at.lang):
        yield clean(f"{standings.whose(who, evaluation, at.lang)}: {note}")


def _figures(evaluation: Evaluation, at: ReportAt) -> Iterator[str]:
    for each in evaluation:
        yield ""
        yield clean(f"{FIGURES.say(at.lang)}: {each.candidacy}")
        for address, figure in each.figures.items():
            yield f"  {clean(address)} = {decimal(text_at(figure, address), at.lang)}"


def _short(digest: str) -> str:
    """The first twelve digits of a digest, enough to tell versions apart by eye."""
    kind, _, digits = digest.rpartition(":")
    return f"{kind}:{digits[:12]}" if kind else digits[:12]


TEXT = Part(
    "text",
    TextReport,
    summary=Text("Daftar peringkat sebagai tabel teks.", "The standing as a plain-text table."),
)
