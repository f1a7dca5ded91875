"""The working of one candidacy in words: from the total down to the mark and the rule's line."""

from collections.abc import Iterator

from attrs import frozen

from ujikom_rules.builtin.reports.layout import clean
from ujikom_rules.plugin import (
    Evaluation,
    Part,
    ReportAt,
    Result,
    Text,
    Told,
    decimal,
    isolated,
    outline,
    parted_said,
    standings,
    words,
)

TITLE = Text("Rincian perhitungan", "Working")
NO_TOTAL = Text("Tidak ada nilai akhir.", "There is no total.")
BESIDE = Text("Tidak menentukan nilai akhir:", "Without effect on the total:")
THERE_IS = Text("Nilai yang ada:", "What there is:")
ABOVE = Text("rinciannya di atas", "worked out above")
OWED = Text("belum diisi", "not entered")
UNRANKED = Text("tanpa peringkat", "unranked")


@frozen(kw_only=True, eq=False, repr=False)
class WorkingReport:
    """Every number with its rule in words and what it is made of, indented beneath it."""

    def render(self, evaluation: Evaluation, at: ReportAt) -> str:
        """The working of the one candidacy that is asked about, of each where none is."""
        asked = [at.result] if at.result is not None else list(evaluation)
        return "\n\n".join("\n".join(_lines(evaluation, each, at)) for each in asked) + "\n"


def _lines(evaluation: Evaluation, result: Result, at: ReportAt) -> Iterator[str]:
    name = f" ({isolated(result.name)})" if result.name else ""
    yield clean(f"{TITLE.say(at.lang)}: {isolated(result.candidacy)}{name}")
    yield clean(f"{evaluation.title.say(at.lang)}, {evaluation.event}")
    if evaluation.assumes:
        yield words.ASSUMES.say(at.lang)
    yield ""
    main, beside = outline(evaluation, result.candidacy, at.lang)
    if result.total is None:
        yield NO_TOTAL.say(at.lang)
        if beside:
            yield THERE_IS.say(at.lang)
    else:
        yield from (_said(line, at) for line in main)
        if beside:
            yield ""
            yield BESIDE.say(at.lang)
    yield from (_said(line, at) for line in beside)
    yield ""
    yield from _end(evaluation, result, at)


def _said(line: Told, at: ReportAt) -> str:
    again = ABOVE.say(at.lang) if line.again else ""
    beside = "; ".join(filter(None, (line.rule, line.source, line.place, again)))
    said = f" ({beside})" if beside else ""
    stands = ", ".join(line.stands)
    indent = "  " * line.depth
    value = decimal(line.value, at.lang)
    told = indent + clean(f"{isolated(line.label)} = {value}{said}  [{stands}]")
    return f"{told}\n{indent}  {clean(line.uncounted)}" if line.uncounted else told


def _end(evaluation: Evaluation, result: Result, at: ReportAt) -> Iterator[str]:
    """What the numbers lead to; the verdict last."""
    for name, stage in result.stages.items():
        if not standings.is_reached(stage):
            continue
        said = [isolated(note.say(at.lang)) for note in stage.notes]
        if stage.verdict is not None:
            said.insert(0, words.word(words.VERDICT_WORDS, stage.verdict, at.lang))
        if stage.kept is not None:
            said.insert(0, words.KEPT_WORDS[stage.kept].say(at.lang))
        if said:
            title = standings.stage_title(evaluation, name, at.lang)
            yield clean(f"{title}: {'; '.join(said)}")
    stopped = standings.stopped_before(result, evaluation, at.lang)
    if stopped:
        yield clean(stopped[0].upper() + stopped[1:])
    unpooled = [row for row in result.uncounted if f"{row.node}:pooled" not in result.figures]
    for node in dict.fromkeys(row.node for row in unpooled):
        rows = [row for row in unpooled if row.node == node]
        yield clean(f"{node}: {words.not_counted(rows, at.lang)}")
    if result.owed:
        yield clean(
            f"{OWED.say(at.lang).capitalize()}: {standings.owed_said(result.owed, evaluation, at.lang)}"
        )
    if result.reasons:
        reasons = "; ".join(isolated(each.say(at.lang)) for each in result.reasons)
        yield clean(f"{_head('total', at)}: {reasons}")
    if result.category:
        yield clean(f"{_head('category', at)}: {result.category}")
    yield from _place(evaluation, result, at)
    yield f"{_head('verdict', at)}: {words.word(words.VERDICT_WORDS, result.verdict, at.lang)}"


def _place(evaluation: Evaluation, result: Result, at: ReportAt) -> Iterator[str]:
    """The rank, by which order, and what parted it from its equals."""
    place = result.rank.place
    rank = UNRANKED.say(at.lang) if place is None else decimal(place, at.lang)
    key = "shared" if result.rank.shared else "rank"
    yield clean(f"{_head(key, at)}: {rank}")
    order = standings.order_said(evaluation, at.lang)
    if order and place is not None:
        yield clean(order)
    for line in parted_said(result, evaluation, at.lang):
        yield clean(f"{line[0].upper()}{line[1:]}.")


def _head(key: str, at: ReportAt) -> str:
    return words.word(words.HEAD_WORDS, key, at.lang).capitalize()


WORKING = Part(
    "working",
    WorkingReport,
    summary=Text("Rincian perhitungan seorang peserta.", "The working of one candidacy."),
)
