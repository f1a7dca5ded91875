"""One sheet: the row of its headers, its cells, and what is wrong with them as cells."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import frozen

from ujikom_rules.errors import Finding, Place
from ujikom_rules.messages import finding
from ujikom_rules.names import is_id
from ujikom_rules.reading.scoresheets.grid import Grid, letters_of, place_in
from ujikom_rules.reading.scoresheets.tables import KEYS, Places, Said, Table
from ujikom_rules.reading.scoresheets.words import fold, key_of
from ujikom_rules.reading.workbooks.headers import column_of_name, table_of_title
from ujikom_rules.reading.workbooks.scan import SheetFacts
from ujikom_rules.reading.workbooks.values import READ, Wrong

Rows = Iterable[tuple[Any, ...]]
_STRANGE = {"formula": "UJ923", "error": "UJ922", "percent": "UJ921"}
_OWNERS = ("candidacy", "candidate")
_LOOKED_AT = 20  # rows in which headers are looked for


@frozen
class Meaning:
    """Which table a sheet holds.

    Attributes:
        table, stage: as `table_of_file` gives them; empty where it is no table.
        line: the row of the headers, 0 where no form says it.
        keys: the keys of columns by number, as a form defines them; of an event by row.
    """

    table: str
    stage: str
    line: int
    keys: Mapping[int, str]


def meaning_of(title: str, names: Mapping[str, str]) -> Meaning:
    """Which table a sheet holds by the names that a form defines in it, else by its title.

    Args:
        title: the title of the sheet.
        names: names of single cells by their address.
    """
    found: dict[tuple[str, str], list[tuple[int, int, str]]] = {}
    for address, name in names.items():
        column = column_of_name(name)
        if column is not None:
            letters = address.rstrip("0123456789")
            number = sum((ord(x) - 64) * 26**at for at, x in enumerate(reversed(letters)))
            where = (int(address[len(letters) :]), number, column[2])
            found.setdefault(column[:2], []).append(where)
    if not found:
        return Meaning(*table_of_title(title), 0, {})
    (table, stage), cells = max(found.items(), key=lambda item: len(item[1]))
    if table == "event":
        return Meaning(table, "", 1, {line: key for line, _, key in cells})
    line = min(cell[0] for cell in cells)
    return Meaning(table, stage, line, {number: key for row, number, key in cells if row == line})


def stage_of_title(title: str, header: Sequence[object]) -> str:
    """The stage that an unknown sheet marks: its title, where a column names who is marked."""
    owned = any(isinstance(cell, str) and key_of(cell, "ratings", _OWNERS) for cell in header)
    return fold(title) if owned and is_id(fold(title)) else ""


class SheetReader:
    """Reads the cells of one sheet.

    Args:
        file: the name of the workbook.
        title: the title of the sheet.
        facts: what was seen in its XML.
        found: where findings are kept.
    """

    def __init__(self, file: str, title: str, facts: SheetFacts, found: list[Finding]) -> None:
        self.file, self.title, self.facts, self.found = file, title, facts, found

    def _wrong(self, code: str, line: int, column: int, **args: object) -> None:
        place = place_in(self.file, self.title, line, column)
        self.found.append(finding(code, place, **args))  # type: ignore[arg-type]

    def cells(self, rows: Rows) -> list[tuple[int, list[Any]]]:
        """The rows that hold anything, with their numbers; refused cells are `Said`."""
        strange: dict[int, list[tuple[int, str]]] = {}
        for (line, column), why in self.facts.strange.items():
            strange.setdefault(line, []).append((column, why))
        read = READ
        kept: list[tuple[int, list[Any]]] = []
        for line, row in enumerate(rows, 1):
            cells = ["" if cell is None else read[type(cell)](cell) for cell in row]
            if line in strange:
                self._strange(line, cells, strange[line])
            if cells.count("") == len(cells):
                continue
            if Wrong in map(type, cells):
                self._refused(line, cells)
            kept.append((line, cells))
        return kept

    def _refused(self, line: int, cells: list[Any]) -> None:
        for number, cell in enumerate(cells):
            if type(cell) is Wrong:
                self._wrong(cell.code, line, number + 1, got=cell.got)
                cells[number] = Said()

    def _strange(self, line: int, cells: list[Any], marked: list[tuple[int, str]]) -> None:
        for column, why in marked:
            value = cells[column - 1] if column <= len(cells) else ""
            if why == "percent" and not (isinstance(value, str) and value):
                continue  # blank, and only formatted so
            shown = value if isinstance(value, str) else ""
            self._wrong(_STRANGE[why], line, column, got=shown)
            cells[column - 1] = Said()

    def grid(self, rows: Rows, meaning: Meaning) -> Grid | None:
        """The cells of a table; None where the sheet is blank."""
        kept = self.cells(rows)
        at = self._header_at(kept, meaning)
        if at is None:
            return None
        line, header = kept[at]
        self._merged(line)
        self._hidden()
        folded = [fold(cell) if isinstance(cell, str) else "" for cell in header]
        body = [each for each in kept[at + 1 :] if not self._repeats(folded, *each)]
        return Grid(
            [cell if isinstance(cell, str) else "" for cell in header],
            line,
            [cells for _, cells in body],
            [number for number, _ in body],
            comma=True,
            sheet=self.title,
            keys=meaning.keys,
        )

    def _header_at(self, kept: list[tuple[int, list[Any]]], meaning: Meaning) -> int | None:
        """Which of the rows is the header's; said where rows with other things stand above it."""
        if meaning.line:
            lines = [line for line, _ in kept]
            return lines.index(meaning.line) if meaning.line in lines else None
        keys = tuple(key for key in KEYS[meaning.table] if key != "facts")
        known = [
            sum(isinstance(cell, str) and bool(key_of(cell, meaning.table, keys)) for cell in row)
            for _, row in kept[:_LOOKED_AT]
        ]
        first = next((at for at, count in enumerate(known) if count), None)
        if first is None:
            return 0 if kept else None
        if first:
            self._wrong("UJ926", kept[first][0], 1, got=kept[0][0])
        return first

    def _repeats(self, header: list[str], line: int, cells: list[Any]) -> bool:
        """Whether a row is the header once more; that is said."""
        first = 0
        while cells[first] == "":  # no row is blank
            first += 1
        if not isinstance(cells[first], str) or fold(cells[first]) != header[first]:
            return False  # as nearly every row
        pairs = zip(header, cells, strict=False)
        if sum(bool(a) and isinstance(b, str) and fold(b) == a for a, b in pairs) < 2:
            return False
        self._wrong("UJ926", line, 1, got=line)
        return True

    def _merged(self, line: int) -> None:
        for top, left, bottom, right in self.facts.merged:
            if bottom >= line and left <= self.facts.columns:
                got = f"{letters_of(left)}{top}:{letters_of(right)}{bottom}"
                self._wrong("UJ924", top, left, got=got)

    def _hidden(self) -> None:
        hidden = self.facts.hidden
        if hidden:
            got = ", ".join(hidden[:10]) + (", …" if len(hidden) > 10 else "")
            place = Place(self.file, cell=self.title)
            self.found.append(finding("UJ925", place, got=got))

    def event(self, rows: Rows, meaning: Meaning) -> Table | None:
        """The table of the event: a key a row, or one row beneath its headers."""
        kept = self.cells(rows)
        if not kept:
            return None
        header = [cell if isinstance(cell, str) else "" for cell in kept[0][1]]
        across = not meaning.keys and sum(bool(_event_key(cell)) for cell in header) > 1
        self._merged(kept[0][0])
        self._hidden()
        if across:
            line, cells = kept[1] if len(kept) > 1 else (kept[0][0] + 1, [])
            for extra, _ in kept[2:]:
                self._wrong("UJ926", extra, 1, got=extra)
            told = [
                (_event_key(name) or fold(name), line, at, cell)
                for at, (name, cell) in enumerate(zip(header, cells, strict=False), 1)
                if name
            ]
        else:
            told = [
                (meaning.keys.get(line) or _event_key(cells[0]) or fold(str(cells[0])), line, at, x)
                for line, cells in kept
                if cells[0] != "" and not isinstance(cells[0], Said)
                for at, x in [_beside(cells)]
            ]
        places = EventPlaces(self.file, self.title, {key: (ln, at) for key, ln, at, _ in told})
        row = {key: cell for key, _, _, cell in told if cell != "" or key in KEYS["event"]}
        row = {key: cell for key, cell in row.items() if cell != ""}
        return Table(name="event", rows=[row], places=places, comma=True, cells=True)


def _event_key(cell: object) -> str:
    return key_of(cell, "event", KEYS["event"]) if isinstance(cell, str) else ""


def _beside(cells: list[Any]) -> tuple[int, Any]:
    """The first cell beside the key that holds anything, with the number of its column."""
    filled = ((at, cell) for at, cell in enumerate(cells[1:], 2) if cell != "")
    return next(filled, (2, ""))


class EventPlaces(Places):
    """Places of the event's values in their sheet."""

    def __init__(self, file: str, title: str, where: Mapping[str, tuple[int, int]]) -> None:
        super().__init__(file, "/event", single=True)
        self.title, self.where = title, where

    @property
    def table_place(self) -> Place:
        """The first cell."""
        return place_in(self.file, self.title, 1, 1)

    def place(self, row: int, key: str = "") -> Place:  # noqa: ARG002  (there is one row)
        """The cell of a key."""
        return place_in(self.file, self.title, *self.where.get(key, (1, 1)))
