"""A scoresheet in a workbook: the same tables as a folder of CSV, a sheet each."""

import re
import warnings
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile, ZipInfo

from attrs import evolve

from ujikom_rules.errors import Finding, Place, Severity
from ujikom_rules.messages import Text, finding
from ujikom_rules.names import nearest
from ujikom_rules.reading.scoresheets.csv_sheet import grid_table
from ujikom_rules.reading.scoresheets.folder_sheet import read_bytes
from ujikom_rules.reading.scoresheets.tables import RawSheet, Table
from ujikom_rules.reading.scoresheets.words import fold
from ujikom_rules.reading.workbooks.book import Book, SheetOfBook, book_of
from ujikom_rules.reading.workbooks.guard import guarded
from ujikom_rules.reading.workbooks.headers import SHEETS, column_of_name
from ujikom_rules.reading.workbooks.meaning import (
    Meaning,
    holds_marks,
    marked_in,
    meaning_of,
    stage_of_title,
)
from ujikom_rules.reading.workbooks.scan import (
    MOST_ROWS,
    SheetFacts,
    percent_styles,
    scan,
    too_many_texts,
)
from ujikom_rules.reading.workbooks.sheets import SheetReader
from ujikom_rules.reading.workbooks.titles import TITLES_NAME, Given, Sheet, given_in

MOST_SHEETS = 100
_SHEETS = Text("lembar", "sheets")
MOST_LONE = 200  # rows of one cell in a table in which no mark fits into one
_LONE = Text("baris yang hanya berisi satu sel", "rows with a single cell")
_NO_TABLE = ("petunjuk", "instructions")
_BLANK = re.compile(rb'<c r="[A-Z]{1,3}[0-9]{1,7}"(?: s="[0-9]{1,5}")?/>')
_ODDLY_MADE = (ET.ParseError, KeyError, ValueError, RecursionError)

Read = tuple[RawSheet | None, list[Finding]]


def read_workbook(path: Path, limit: int) -> Read:
    """The tables of a workbook.

    Args:
        path: the ``.xlsx`` file.
        limit: how many bytes it may have.

    Returns:
        The tables, or None where the file may not be opened, and the findings.
    """
    content = read_bytes(path, limit)
    if isinstance(content, Finding):
        return None, [content]
    return read_content(content, str(path))


def read_content(content: bytes, file: str) -> Read:
    """The tables of a workbook's bytes; `file` is its name for the places."""
    parts = guarded(content, file)
    if isinstance(parts, Finding):
        return None, [parts]
    try:
        book = book_of(parts)
        scanned = _scanned(book, parts, file)
    except _ODDLY_MADE:
        return None, [_odd(file)]
    if isinstance(scanned, list):
        return None, scanned
    opened = _opened(parts, file)
    if isinstance(opened, Finding):
        return None, [opened]
    workbook = _Workbook(book, scanned, opened, file)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            workbook.given = given_in(book, opened)
            for sheet in book.sheets:
                workbook.read(sheet)
    except Exception:  # noqa: BLE001 - whatever a library stumbles over is said in one sentence
        return None, [*workbook.found, _odd(file)]
    finally:
        opened.close()
    return workbook.raw(), workbook.found


def _odd(file: str) -> Finding:
    return finding("UJ911", Place(file), got=Path(file).name)


def _scanned(
    book: Book, parts: Mapping[str, bytes], file: str
) -> dict[str, SheetFacts] | list[Finding]:
    """What was seen in the XML of every sheet, by part, or every bound that is broken."""
    wrong: list[Finding] = []
    if len(book.sheets) > MOST_SHEETS:
        wrong.append(finding("UJ910", Place(file), got=_SHEETS, expected=MOST_SHEETS))
    texts = too_many_texts(parts.get("xl/sharedStrings.xml", b""), file)
    wrong += [texts] if texts is not None else []
    percent = percent_styles(parts.get("xl/styles.xml", b""))
    titles = {sheet.part: sheet.title for sheet in book.sheets}
    found: dict[str, SheetFacts] = {}
    for part in titles.keys() - parts.keys():
        raise KeyError(part)
    for part, xml in parts.items():
        if part in titles or b"sheetData" in xml:
            title = titles.get(part, part)
            seen = scan(xml, file, title, percent, computed=book.computed)
            if isinstance(seen, Finding):
                wrong.append(seen)
            else:
                found[part] = seen
    return wrong or found


def _container(parts: Mapping[str, bytes]) -> BytesIO:
    """What was looked through and nothing else, without the cells that hold nothing."""
    out = BytesIO()
    with ZipFile(out, "w") as container:
        for name, part in parts.items():
            plain = b"sheetData" in part and b"<!" not in part
            container.writestr(ZipInfo(name), _BLANK.sub(b"", part) if plain else part)
    return out


def _opened(parts: Mapping[str, bytes], file: str) -> Any:
    """The workbook as openpyxl opens it: the one place where that library is met."""
    try:
        from openpyxl import load_workbook  # noqa: PLC0415 - the extra `xlsx` may be missing
    except ModuleNotFoundError:
        return finding("UJ900", Place(file), got=Path(file).name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return load_workbook(
                _container(parts), read_only=True, data_only=True, keep_links=False
            )
    except Exception:  # noqa: BLE001 - as above
        return _odd(file)


class _Workbook:
    """The tables read so far."""

    def __init__(
        self, book: Book, scanned: Mapping[str, SheetFacts], opened: Any, file: str
    ) -> None:
        self.book, self.scanned, self.opened, self.file = book, scanned, opened, file
        self.tables: list[Table] = []
        self.found: list[Finding] = []
        self.unused: list[str] = []
        self.first: dict[tuple[str, str], list[tuple[str, frozenset[str]]]] = {}
        self.called: dict[str, str] = {}
        self.refused: set[str] = set()
        titles = {sheet.title for sheet in book.sheets}
        tables = {  # that a form has named, by the titles of their sheets
            title: found[:2]
            for title, cells in book.names.items()
            for found in map(column_of_name, cells.values())
            if found is not None
        }
        self.given: Mapping[Sheet, Given] = {}  # to its columns by a form
        self.lost: dict[tuple[str, str], list[str]] = {}  # keys of columns that were deleted
        for found in map(column_of_name, book.lost):
            if found is not None:
                self.lost.setdefault(found[:2], []).append(found[2])
        self.is_form = bool(tables or self.lost)
        # sheets of a form that are there no more, or under another title
        self.gone = {title: table for title, table in tables.items() if title not in titles}
        read = {table for title, table in tables.items() if title in titles}
        self.gone |= {stage or table: (table, stage) for table, stage in self.lost.keys() - read}

    def read(self, sheet: SheetOfBook) -> None:
        """Read one sheet into a table, where it is one."""
        names = self.book.names.get(sheet.title, {})
        if TITLES_NAME in names.values():
            return  # what a form keeps for itself
        meaning = meaning_of(sheet.title, names)
        facts = self.scanned[sheet.part]
        if sheet.title not in self.opened.sheetnames or not facts.columns:
            rows: Any = ()
        else:
            rows = self.opened[sheet.title].iter_rows(
                min_row=1, max_row=MOST_ROWS, max_col=facts.columns, values_only=True
            )
        if not meaning.table:
            rows = list(rows)
            renamed = nearest(sheet.title, self.gone)
            if renamed:
                self._no_table(sheet.title, renamed)
                return
            shown = not sheet.hidden and sheet.title.strip().casefold() not in _NO_TABLE
            stage = stage_of_title(sheet.title, rows, titled=shown and not self.is_form)
            if self.is_form and (stage or (shown and self._holds_marks(rows))):
                self._beside_a_form(sheet.title, rows)  # its own sheets have names
                return
            if not stage:
                if shown:
                    self._no_table(sheet.title)
                return
            meaning = Meaning("ratings", stage, 0, {})
        lost = self.lost.get((meaning.table, meaning.stage), ()) if meaning.keys else ()
        if given := self.given.get((meaning.table, meaning.stage)):
            meaning = evolve(meaning, given=given)
        reader = SheetReader(self.file, sheet.title, facts, self.found, lost)
        self._table(sheet, meaning, reader, rows)

    def _table(self, sheet: SheetOfBook, meaning: Meaning, reader: SheetReader, rows: Any) -> None:
        place = Place(self.file, cell=sheet.title)
        what = (meaning.table, meaning.stage)
        before, keys = self.first.setdefault(what, []), marked_in(meaning)
        # a form has a sheet for each of those criteria that the same examiners mark
        first = next((title for title, own in before if not keys or not own or keys & own), "")
        before.append((sheet.title, keys))
        if first:
            related = (Place(self.file, cell=first),)
            self.found.append(
                finding("UJ929", place, related=related, got=sheet.title, first=first)
            )
            self.refused.add(meaning.table)
            return
        self.called.setdefault(meaning.table, sheet.title)
        if sheet.hidden:
            self.found.append(finding("UJ925", place, got=sheet.title))
        if meaning.table == "ratings" and not meaning.stage and reader.facts.lone > MOST_LONE:
            self.found.append(finding("UJ910", place, got=_LONE, expected=MOST_LONE))
            self.refused.add(meaning.table)
            return
        if meaning.table == "event":
            table = reader.event(rows, meaning)
        else:
            grid = reader.grid(rows, meaning)
            table = None if grid is None else grid_table(grid, *what, self.file, self.found)
        if reader.refused:
            self.refused.add(meaning.table)
        elif table is not None:
            self.tables.append(table)

    def _holds_marks(self, rows: Any) -> bool:
        titles = (each.titles.items() for each in self.given.values())
        criteria = {fold(title) for every in titles for key, title in every if "criterion/" in key}
        return holds_marks(rows, criteria)

    def _beside_a_form(self, title: str, rows: Any) -> None:
        """A sheet of people's own is left; one that holds marks must not be lost."""
        marking = [
            name for name, (table, stage) in self.gone.items() if table == "ratings" and stage
        ]
        if marking:
            self._no_table(title, marking[0])
        elif self._holds_marks(rows):
            place = Place(self.file, cell=title)
            self.found.append(finding("UJ937", place, got=title))
        else:
            self._no_table(title)

    def _no_table(self, title: str, renamed: str = "") -> None:
        """Say that a sheet is not read; one of a form's own under another title must not be lost."""
        self.unused.append(title)
        if renamed:
            self.refused.add(self.gone[renamed][0])
        guess = renamed or nearest(title.strip().casefold(), SHEETS).capitalize()
        severity: Severity = "error" if renamed else "note"
        place = Place(self.file, cell=title)
        self.found.append(finding("UJ928", place, severity=severity, got=title, nearest=guess))

    def raw(self) -> RawSheet:
        """All tables."""
        titles = {table: title.capitalize() for title, table in SHEETS.items() if title != "acara"}
        titles |= {table: title for title, (table, stage) in self.gone.items() if stage}
        return RawSheet(
            tables=tuple(sorted(self.tables, key=lambda table: table.name != "event")),
            file=self.file,
            unused=tuple(self.unused),
            refused=frozenset(self.refused),
            called={**titles, **self.called},
        )
