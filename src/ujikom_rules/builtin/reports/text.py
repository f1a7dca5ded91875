"""The standing as plain text: one table a group, and beneath it what a reader must know."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import groupby
from typing import TypeAlias

from attrs import frozen

from ujikom_rules.builtin.reports.layout import clean, table
from ujikom_rules.plugin import Evaluation, Part, ReportAt, Result, Text, text_at, to_text, words

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
ORDER = Text("Penentu urutan", "Order key")
ORDER_REST = Text("yang tetap sama berbagi peringkat", "those who stay equal share the rank")
NOTES = Text("Catatan", "Notes")
EVERYBODY = Text("semua peserta", "everybody")
OWED = Text("belum diisi", "not entered")
NO_VALUE = Text("tanpa nilai", "no value")
NO_CATEGORY = Text("tanpa kategori", "no category")
FIGURES = Text("Semua angka", "Every figure")


@frozen(kw_only=True, eq=False, repr=False)
class TextReport:
    """A table that every console can print, grouped as the results stand."""

    def render(self, evaluation: Evaluation, at: ReportAt) -> str:
        """The whole standing."""
        lines = [
            clean(evaluation.title.say(at.lang)),
            clean(f"{evaluation.event}, {evaluation.date.isoformat()}"),
            "",
        ]
        for heading, (heads, rows, right), kept in standings(evaluation, at):
            lines += [*([heading] if heading else []), *table(heads, rows, right), *kept, ""]
        if not len(evaluation):
            lines += [NOBODY.say(at.lang), ""]
        lines += beneath(evaluation, at)
        if at.figures:
            lines += _figures(evaluation, at)
        return "\n".join(lines) + "\n"


def standings(evaluation: Evaluation, at: ReportAt) -> Iterator[tuple[str, Table, list[str]]]:
    """The heading and the table of every position and group, in the order of the results.

    Beneath a table stands a line for each shortlist: who of these is kept.
    """
    for (position, group), grouped in groupby(evaluation, lambda r: (r.position, r.group)):
        results = list(grouped)
        kept = [clean(line) for line in _kept(evaluation, results, at)]
        yield _heading(position, group, at), _table(evaluation, results, at), kept


def _kept(evaluation: Evaluation, results: list[Result], at: ReportAt) -> Iterator[str]:
    for name in evaluation.stage_titles:
        stages = {each.candidacy: each.stages[name] for each in results if name in each.stages}
        if any(stage.gives == "shortlist" for stage in stages.values()):
            who = ", ".join(candidacy for candidacy, stage in stages.items() if stage.kept)
            yield f"{_stage_title(evaluation, name, at)}: {who or '-'}"


def _head(key: str, at: ReportAt) -> str:
    return words.word(words.HEAD_WORDS, key, at.lang)


def _heading(position: str | None, group: str, at: ReportAt) -> str:
    parts = [] if position is None else [f"{_head('position', at)}: {position}"]
    if group and group != position:
        parts.append(f"{_head('group', at)}: {group}")
    return clean(", ".join(parts))


def _scored(evaluation: Evaluation) -> list[str]:
    """The stages that give a value, in their order."""
    found = dict.fromkeys(
        name for each in evaluation for name, stage in each.stages.items() if stage.gives == "value"
    )
    ordered = [name for name in evaluation.stage_titles if name in found]
    return [*ordered, *(name for name in found if name not in ordered)]


def _stage_title(evaluation: Evaluation, name: str, at: ReportAt) -> str:
    title = evaluation.stage_titles.get(name)
    return name if title is None else title.say(at.lang)


def _table(evaluation: Evaluation, results: list[Result], at: ReportAt) -> Table:
    stages = _scored(evaluation)
    with_names = any(each.name for each in evaluation)
    with_categories = any(each.category for each in evaluation)
    heads = [
        *(_head(key, at) for key in ("rank", "candidacy")),
        *([_head("name", at)] if with_names else []),
        *(_stage_title(evaluation, name, at) for name in stages),
        _head("total", at),
        *([_head("category", at)] if with_categories else []),
        _head("verdict", at),
    ]
    rows = [
        [
            _rank(each),
            each.candidacy,
            *([each.name] if with_names else []),
            *(_stage_value(each, name) for name in stages),
            "-" if each.total is None else text_at(each.total, "total:final"),
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


def _rank(result: Result) -> str:
    return "-" if result.rank.place is None else to_text(result.rank.place)


def _stage_value(result: Result, name: str) -> str:
    stage = result.stages.get(name)
    value = None if stage is None else stage.value
    return "-" if value is None else text_at(value, f"{name}:stage")


def beneath(evaluation: Evaluation, at: ReportAt) -> Iterator[str]:
    """What a reader must know beside the numbers."""
    yield from _counts(evaluation, at)
    for (position, group, place), who in _shared(evaluation):
        where = " ".join(part for part in (position, group) if part)
        named = f"{_head('shared', at).capitalize()} {to_text(place)}" + (
            f" ({where})" if where else ""
        )
        yield clean(f"{named}: {', '.join(who)}")
    order = ", ".join(words.word(words.ORDER_WORDS, key, at.lang) for key in evaluation.order)
    if order:
        yield clean(f"{ORDER.say(at.lang)}: {order}; {ORDER_REST.say(at.lang)}.")
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
    verdicts = {
        words.word(words.VERDICT_WORDS, key, at.lang): _people(
            each for each in evaluation if each.verdict == key
        )
        for key in words.VERDICT_WORDS
    }
    verdicts = {said: count for said, count in verdicts.items() if count}
    yield from _count(_head("verdict", at), verdicts, at)
    found = dict.fromkeys(each.category for each in evaluation if each.category)
    if not found and not evaluation.categories:
        return
    categories = {
        name: _people(each for each in evaluation if each.category == name)
        for name in dict.fromkeys([*evaluation.categories, *found])
    }
    without = _people(each for each in evaluation if not each.category)
    if without:
        categories[NO_CATEGORY.say(at.lang)] = without
    yield from _count(_head("category", at), categories, at)


def _people(results: Iterable[Result]) -> int:
    """How many persons: one who stands for two posts is one person."""
    return len({each.candidate or each.candidacy for each in results})


def _count(of: str, counts: dict[str, int], at: ReportAt) -> Iterator[str]:
    if counts:
        said = ", ".join(f"{name} {count}" for name, count in counts.items())
        yield clean(f"{PEOPLE.say(at.lang)} {of}: {said}.")


def _shared(evaluation: Evaluation) -> Iterator[tuple[tuple[str, str, Fraction], list[str]]]:
    found: dict[tuple[str, str, Fraction], list[str]] = {}
    for each in evaluation:
        if each.rank.shared and each.rank.place is not None:
            key = (each.position or "", each.group, each.rank.place)
            found.setdefault(key, []).append(each.candidacy)
    yield from found.items()


def _notes(evaluation: Evaluation, at: ReportAt) -> Iterator[str]:
    """Unmet gates, notes of stages, and marks that are owed; one that many share is said once."""
    whose: dict[str, list[str]] = {}
    for each in evaluation:
        for note in _notes_of(each, evaluation, at):
            whose.setdefault(note, []).append(each.candidacy)
    for note, who in whose.items():
        everybody = len(who) == len(evaluation) > 1
        yield clean(f"{EVERYBODY.say(at.lang) if everybody else ', '.join(who)}: {note}")


def _notes_of(result: Result, evaluation: Evaluation, at: ReportAt) -> Iterator[str]:
    for name, stage in result.stages.items():
        said = [note.say(at.lang) for note in stage.notes]
        gate = "" if stage.verdict in (None, "qualified") else str(stage.verdict)
        told = stage.gives == "document" and bool(said)  # its note names the documents
        if gate and not told and result.verdict != "qualified":
            said.insert(0, words.word(words.VERDICT_WORDS, gate, at.lang))
        if not said and _lacks_a_value(result, name):
            said.append(NO_VALUE.say(at.lang))
        if said:
            yield f"{_stage_title(evaluation, name, at)}: {'; '.join(said)}"
    if result.owed:
        yield f"{OWED.say(at.lang)}: {', '.join(result.owed)}"
    if result.reasons:
        yield f"{_head('total', at)}: {'; '.join(each.say(at.lang) for each in result.reasons)}"


def _lacks_a_value(result: Result, name: str) -> bool:
    """Whether a stage leaves a verdict open for want of a value that nobody else speaks of."""
    stage = result.stages[name]
    owed = any(each.startswith((f"{name}.", f"{name}@")) or each == name for each in result.owed)
    open_ = result.verdict == "incomplete" and stage.gives == "value" and stage.value is None
    return open_ and not owed


def _figures(evaluation: Evaluation, at: ReportAt) -> Iterator[str]:
    for each in evaluation:
        yield ""
        yield clean(f"{FIGURES.say(at.lang)}: {each.candidacy}")
        for address, figure in each.figures.items():
            yield f"  {clean(address)} = {text_at(figure, address)}"


def _short(digest: str) -> str:
    """The first twelve digits of a digest, enough to tell versions apart by eye."""
    kind, _, digits = digest.rpartition(":")
    return f"{kind}:{digits[:12]}" if kind else digits[:12]


TEXT = Part(
    "text",
    TextReport,
    summary=Text("Daftar peringkat sebagai tabel teks.", "The standing as a plain-text table."),
)
