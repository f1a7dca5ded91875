"""The results of an event as a workbook: numbers are numbers, texts are texts, nothing is computed.

Every number cell holds exactly the decimal that is published and shows all its places; what has no
finite decimal, or more digits than a cell keeps, stands as text.
"""

from collections.abc import Callable, Sequence

from attrs import frozen

from ujikom_rules.exact import to_text
from ujikom_rules.messages import Lang, Text, about_of, hint_of, text_of
from ujikom_rules.messages.terms import term
from ujikom_rules.model.bidi import isolated
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.outcome import Evaluation, Rank, Result, StageResult
from ujikom_rules.model.standings import owed_said, stage_title
from ujikom_rules.model.words import (
    ASSUMES,
    HEAD_WORDS,
    SEVERITY_WORDS,
    VERDICT_WORDS,
    YES_NO_WORDS,
    word,
)
from ujikom_rules.model.working import text_at
from ujikom_rules.office.workbooks import Book, Sheet

RESULTS = Text("Hasil", "Results")
ABOUT = Text("Keterangan", "About")
FINDINGS = Text("Catatan pemeriksaan", "Findings")
FIGURES = Text("Angka perhitungan", "Figures")
NOTES = Text("catatan", "notes")
PASSED = Text("diteruskan", "kept")
_ADDRESS, _VALUE = Text("alamat", "address"), Text("angka", "value")
_PLACE, _CODE = Text("tempat", "place"), Text("kode", "code")
_SAID, _HINT = Text("isi", "message"), Text("saran", "hint")
_EVENT, _DAY = Text("kegiatan", "event"), Text("tanggal", "date")
_DIGEST = Text("sidik berkas aturan", "digest of the ruleset")
_DATA = Text("sidik lembar nilai", "digest of the scoresheet")
_ENGINE = Text("program", "program")
_LABELS_WIDE, _TEXTS_WIDE = 30, 90
_BESIDE_TEXT = 3  # the indent of a cell and the button that filters
_HEAD = {"bold": True, "bg_color": "#D9E1F2", "border": 1, "text_wrap": True, "valign": "top"}


@frozen
class _Number:
    """A number that is published with these places."""

    text: str


Cell = str | _Number
Column = tuple[str, int, Callable[[Result], Cell]]


def to_workbook(evaluation: Evaluation, lang: Lang, *, figures: bool = False) -> bytes:
    """The results as an ``.xlsx`` workbook.

    Args:
        evaluation: what is published.
        lang: the language of headers and words.
        figures: whether a further sheet holds every figure by its address.

    Raises:
        Refused: when the extra `xlsx` is not installed (UJ900), or a text is longer than a cell
            (UJ933).

    Example:
        ``Path("hasil.xlsx").write_bytes(to_workbook(evaluation, "id"))``
    """
    book = Book("RESULTS.xlsx")
    columns = _columns(evaluation, lang)
    results = [[read(each) for _, _, read in columns] for each in evaluation]
    cells = zip(*results, strict=True) if results else [()] * len(columns)
    _table(
        book.sheet(RESULTS.say(lang)),
        [
            (title, _fitting(title, most, own))
            for (title, most, _), own in zip(columns, cells, strict=True)
        ],
        results,
        text_wrap=True,
        valign="top",
    )
    _about(book, evaluation, lang)
    if evaluation.findings:
        heads = ((_CODE, 10), (term("finding"), 12), (_SAID, 80), (_HINT, 60), (_PLACE, 40))
        rows: list[list[Cell]] = [
            [
                found.code,
                word(SEVERITY_WORDS, found.severity, lang),
                ": ".join(filter(None, (about_of(found, lang), text_of(found, lang)))),
                hint_of(found, lang),
                str(found.place).removeprefix("-"),
            ]
            for found in evaluation.findings
        ]
        told = [(head.say(lang), wide) for head, wide in heads]
        _table(book.sheet(FINDINGS.say(lang)), told, rows, text_wrap=True, valign="top")
    if figures:
        _figures(book, evaluation, lang)
    return book.content()


def _table(
    page: Sheet,
    heads: Sequence[tuple[str, int]],
    rows: Sequence[Sequence[Cell]],
    **look: object,
) -> None:
    for column, (title, width) in enumerate(heads):
        page.sheet.set_column(column, column, width)
        page.write(0, column, _capital(title), **_HEAD)
    page.tall(0, *heads)
    for line, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, _Number):
                page.published(line, column, cell.text)
            elif cell:
                page.write(line, column, cell, indent=1, **look)
        if look.get("text_wrap"):
            page.tall(line, *((_text(x), wide) for x, (_, wide) in zip(row, heads, strict=True)))
    names = 2 if len(heads) > 2 else 0
    page.on_paper(widths=[width for _, width in heads], names=names)
    page.sheet.freeze_panes(1, names)
    if rows:
        page.sheet.autofilter(0, 0, len(rows), len(heads) - 1)


def _fitting(title: str, most: int, cells: Sequence[Cell]) -> int:
    """How wide a column is: as wide as what stands in it, so that the print stays legible."""
    longest = max(map(len, (*title.split(), *map(_text, cells))))
    return min(most, longest + _BESIDE_TEXT)


def _text(cell: Cell) -> str:
    return cell.text if isinstance(cell, _Number) else cell


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _columns(evaluation: Evaluation, lang: Lang) -> list[Column]:
    """The columns that hold anything, each with how its cells are read."""

    def head(key: str) -> str:
        return word(HEAD_WORDS, key, lang)

    columns: list[Column] = [
        (head("rank"), 10, lambda each: _place(each.rank)),
        (head("candidacy"), 24, lambda each: each.candidacy),
    ]
    texts: tuple[tuple[str, int, Callable[[Result], Cell]], ...] = (
        ("name", 30, lambda each: each.name),
        ("position", 24, lambda each: each.position or ""),
        ("group", 16, lambda each: each.group),
    )
    for key, width, read in texts:
        if any(read(each) for each in evaluation):
            columns.append((head(key), width, read))
    for name in _stages(evaluation):
        columns += _of_stage(evaluation, name, lang)
    columns.append((head("total"), 12, lambda each: _figure(each.total, "total:final")))
    if any(each.category for each in evaluation):
        columns.append((head("category"), 20, lambda each: each.category or ""))
    columns.append((head("verdict"), 24, lambda each: word(VERDICT_WORDS, each.verdict, lang)))
    for name in dict.fromkeys(name for each in evaluation for name in each.ranks):
        columns.append((f"{head('rank')} ({name})", 12, _standing(name)))
    if any(each.rank.shared for each in evaluation):
        columns.append((head("shared"), 12, lambda each: _truth(each.rank.shared or None, lang)))
    owed = term("not-entered").say(lang)
    if any(each.owed for each in evaluation):
        columns.append((owed, 40, lambda each: owed_said(each.owed, evaluation, lang)))
    if any(_notes(each, evaluation, lang) for each in evaluation):
        columns.append((NOTES.say(lang), 60, lambda each: _notes(each, evaluation, lang)))
    return columns


def _notes(result: Result, evaluation: Evaluation, lang: Lang) -> str:
    """What the stages say beside their values, and why there is no total."""
    said = [
        f"{stage_title(evaluation, name, lang)}: {isolated(note.say(lang))}"
        for name, stage in result.stages.items()
        for note in stage.notes
    ]
    return "; ".join([*said, *(reason.say(lang) for reason in result.reasons)])


def _stages(evaluation: Evaluation) -> list[str]:
    """The stages that give anything to show, in their order."""
    found = {
        name
        for each in evaluation
        for name, stage in each.stages.items()
        if stage.gives != "advice"
    }
    return [name for name in evaluation.stage_titles if name in found]


def _of_stage(evaluation: Evaluation, name: str, lang: Lang) -> list[Column]:
    title = evaluation.stage_titles[name].say(lang)
    stages = [each.stages[name] for each in evaluation if name in each.stages]

    def read(said: Callable[[StageResult], Cell]) -> Callable[[Result], Cell]:
        return lambda each: said(each.stages[name]) if name in each.stages else ""

    gives = stages[0].gives
    if gives == "value":
        found = [(title, 14, read(lambda stage: _figure(stage.value, f"{name}:stage")))]
        if any(stage.category for stage in stages):
            heading = f"{title}: {word(HEAD_WORDS, 'category', lang)}"
            found.append((heading, 18, read(lambda stage: stage.category or "")))
        return found
    if gives == "shortlist":
        return [(f"{title}: {PASSED.say(lang)}", 12, read(lambda stage: _truth(stage.kept, lang)))]
    return [(title, 20, read(lambda stage: _verdict(stage, lang)))]


def _verdict(stage: StageResult, lang: Lang) -> str:
    return word(VERDICT_WORDS, stage.verdict, lang) if stage.verdict else ""


def _figure(figure: Figure | None, address: str) -> Cell:
    return "" if figure is None else _Number(text_at(figure, address))


def _place(rank: Rank) -> Cell:
    return "" if rank.place is None else _Number(to_text(rank.place))


def _standing(name: str) -> Callable[[Result], Cell]:
    return lambda each: _place(each.ranks.get(name, Rank()))


def _truth(value: bool | None, lang: Lang) -> str:
    return "" if value is None else YES_NO_WORDS[value].say(lang)


def _about(book: Book, evaluation: Evaluation, lang: Lang) -> None:
    """What the results were made from, and what a reader must know of them."""
    page = book.sheet(ABOUT.say(lang))
    page.sheet.set_column(0, 0, _LABELS_WIDE)
    page.sheet.set_column(1, 1, _TEXTS_WIDE)
    page.on_paper(heads=False)
    made = evaluation.provenance
    rows: list[tuple[str, str]] = [
        (word(HEAD_WORDS, "ruleset", lang), f"{evaluation.ruleset} {evaluation.version}"),
        ("", evaluation.title.say(lang)),
        (_DIGEST.say(lang), evaluation.digest),
        (_EVENT.say(lang), evaluation.event),
        (_DAY.say(lang), evaluation.date.isoformat()),
        (_DATA.say(lang), made.scoresheet),
        (_ENGINE.say(lang), made.engine),
    ]
    rows += [(name, f"{used.distribution} {used.version}") for name, used in made.plugins.items()]
    if evaluation.waiting_for:
        rows.append((term("provisional").say(lang), ", ".join(evaluation.waiting_for)))
    if evaluation.assumes:
        rows.append((word(HEAD_WORDS, "assumption", lang), ASSUMES.say(lang)))
    for line, (label, said) in enumerate(rows):
        page.write(line, 0, _capital(label), bold=True, valign="top")
        page.write(line, 1, said, text_wrap=True, valign="top")
        page.tall(line, (said, _TEXTS_WIDE))


def _figures(book: Book, evaluation: Evaluation, lang: Lang) -> None:
    heads = (
        (word(HEAD_WORDS, "candidacy", lang), 24),
        (_ADDRESS.say(lang), 50),
        (_VALUE.say(lang), 18),
    )
    rows: list[list[Cell]] = [
        [each.candidacy, address, _Number(text_at(figure, address))]
        for each in evaluation
        for address, figure in each.figures.items()
    ]
    _table(book.sheet(FIGURES.say(lang)), heads, rows)
