"""One sheet: the row of its headers, its cells, and what is wrong with them as cells."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from ujikom_rules.errors import Finding, Place
from ujikom_rules.messages import Text, finding
from ujikom_rules.reading.scoresheets.grid import Grid, letters_of, place_in
from ujikom_rules.reading.scoresheets.tables import (
    KEYS,
    MOST_WRONG,
    Places,
    Said,
    Table,
    left_off,
)
from ujikom_rules.reading.scoresheets.words import fold, header_for, key_of
from ujikom_rules.reading.workbooks.header_row import first_of, heading_of
from ujikom_rules.reading.workbooks.meaning import Meaning
from ujikom_rules.reading.workbooks.moved import columns_of
from ujikom_rules.reading.workbooks.scan import SheetFacts
from ujikom_rules.reading.workbooks.values import READ, Wrong

Rows = Iterable[tuple[Any, ...]]
Kept = list[tuple[int, list[Any]]]
_STRANGE = {"formula": "UJ923", "error": "UJ922", "percent": "UJ921"}
_MOST_COVERED = 50  # merged ranges whose covered cells are looked at


class _Known(dict[Any, Any]):
    """What cells say, by their value: most values of a sheet stand in it many times.

    Attributes:
        wrong: whether any of them is refused.
    """

    wrong = False

    def __missing__(self, cell: Any) -> Any:
        said = "" if cell is None else READ[type(cell)](cell)
        self.wrong = self.wrong or type(said) is Wrong
        if cell not in (0, 1):  # these are no and yes as well, and so never known
            self[cell] = said
        return said


class SheetReader:
    """Reads the cells of one sheet.

    Args:
        file: the name of the workbook.
        title: the title of the sheet.
        facts: what was seen in its XML.
        found: where findings are kept.
        lost: keys whose columns a form has had here, and which were deleted.

    Attributes:
        refused: whether the sheet was left, since its headers are not one row.
    """

    def __init__(
        self,
        file: str,
        title: str,
        facts: SheetFacts,
        found: list[Finding],
        lost: Iterable[str] = (),
    ) -> None:
        self.file, self.title, self.facts, self.found = file, title, facts, found
        self.lost = frozenset(lost)
        self.refused, self._told = False, 0

    def _wrong(self, code: str, line: int, column: int, **args: Any) -> None:
        if self._left_off():
            return
        place = place_in(self.file, self.title, line, column)
        self.found.append(finding(code, place, **args))
        self._told += 1
        if self._left_off():
            self.found.append(left_off(place, max(self.facts.rows - line, 0)))
            self.refused = True

    def _left_off(self) -> bool:
        return self._told == MOST_WRONG

    def cells(self, rows: Rows) -> Kept:
        """The rows that hold anything, with their numbers; refused cells are `Said`."""
        strange: dict[int, list[tuple[int, str]]] = {}
        for (line, column), why in self.facts.strange.items():
            strange.setdefault(line, []).append((column, why))
        known = _Known()
        kept: Kept = []
        for line, row in enumerate(rows, 1):
            if self.refused:
                break
            cells = [known[cell] for cell in row]
            if line in strange:
                self._strange(line, cells, strange[line])
            if cells.count("") == len(cells):
                continue
            if known.wrong and Wrong in map(type, cells):
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
            shown = _as_shown(value) if isinstance(value, str) else ""
            self._wrong(_STRANGE[why], line, column, got=shown)
            cells[column - 1] = Said()

    def grid(self, rows: Rows, meaning: Meaning) -> Grid | None:
        """The cells of a table; None where the sheet is blank, or where `refused` says so."""
        kept = self.cells(rows)
        if not kept or self.refused:
            return None
        found = heading_of(kept, meaning.table, meaning.line, meaning.keys)
        line, header = kept[found.at]
        if found.wrong is not None:
            self._wrong("UJ926", *found.wrong)
            self.refused = True
            return None
        texts = [cell if isinstance(cell, str) else "" for cell in header]
        columns = columns_of(texts, meaning.table, meaning.keys, meaning.given.titles)
        if columns.moved:
            place = place_in(self.file, self.title, line, columns.moved)
            self.found.append(finding("UJ936", place, got=texts[columns.moved - 1]))
        if self._deleted(line, columns.gone | self.lost):
            return None
        headed = {at for at, cell in enumerate(header, 1) if cell != ""} | set(columns.keys)
        self.refused = self._merged(line, headed, kept) or self._left_off()
        self._hidden()
        if self.refused:
            return None
        known, titles = cache(fold), [fold(text) for text in texts]
        body = [each for each in kept[found.at + 1 :] if not self._repeats(titles, *each, known)]
        if self._left_off():
            return None
        meaning.given.spell(columns.keys, [cells for _, cells in body])
        return Grid(
            texts,
            line,
            [cells for _, cells in body],
            [number for number, _ in body],
            comma=True,
            sheet=self.title,
            keys=columns.keys,
            words=meaning.given.words,
        )

    def _deleted(self, line: int, gone: frozenset[str]) -> bool:
        """Say which columns of a marking sheet were deleted from a form, if any that matter.

        Without its examiners every mark would be told as given twice.
        """
        for key in sorted(gone):
            if key in ("candidacy", "examiner") or key.startswith("criterion/"):
                said = header_for(key, "ratings", KEYS["ratings"])
                expected = Text.same(key.removeprefix("criterion/")) if "/" in key else said
                self._wrong("UJ615", line, 1, expected=expected, nearest="")
                self.refused = True
        return self.refused

    def _repeats(
        self, header: list[str], line: int, cells: list[Any], folded: Callable[[str], str]
    ) -> bool:
        """Whether a row is the header once more; that is said."""
        first = 0
        while cells[first] == "":  # no row is blank
            first += 1
        if not isinstance(cells[first], str) or folded(cells[first]) != header[first]:
            return False  # as nearly every row
        pairs = zip(header, cells, strict=False)
        if sum(bool(a) and isinstance(b, str) and fold(b) == a for a, b in pairs) < 2:
            return False
        self._wrong("UJ926", line, 1)
        return True

    def _merged(self, line: int, columns: Iterable[int] = (), kept: Kept | None = None) -> bool:
        """Say what is merged in a table, and whether its headers are.

        Args:
            line: the row of its headers.
            columns: those that have one.
            kept: the rows, in which nothing more is to be said of cells that are covered.
        """
        told, heads = 0, False
        for top, left, bottom, right in self.facts.merged:
            if bottom < line or left > self.facts.columns:
                continue
            got = f"{letters_of(left)}{top}:{letters_of(right)}{bottom}"
            self._wrong("UJ924", top, left, got=got)
            told, heads = told + 1, heads or top <= line
            covered = [column - 1 for column in columns if left <= column <= right]
            for number, cells in kept or () if told <= _MOST_COVERED else ():
                for at in covered if top <= number <= bottom else ():
                    cells[at] = Said() if cells[at] == "" else cells[at]
        return heads

    def _hidden(self) -> None:
        hidden = self.facts.hidden
        if hidden:
            rows = _some([each for each in hidden if each.isdigit()])
            columns = _some([each for each in hidden if not each.isdigit()])
            got = Text(
                "; ".join(
                    f"{word} {said}" for word, said in (("baris", rows), ("kolom", columns)) if said
                ),
                "; ".join(
                    f"{word} {said}"
                    for word, said in (("rows", rows), ("columns", columns))
                    if said
                ),
            )
            place = Place(self.file, cell=self.title)
            self.found.append(finding("UJ925", place, got=got))

    def event(self, rows: Rows, meaning: Meaning) -> Table | None:
        """The table of the event: a key a row, or one row beneath its headers."""
        kept = self.cells(rows)
        if not kept or self.refused:
            return None
        found = () if meaning.keys else (at for at, row in enumerate(kept) if _is_across(row[1]))
        across = next(iter(found), None)
        if across:
            self._wrong("UJ926", *first_of(kept[0]))
            self.refused = True
            return None
        self._merged(kept[0][0])
        self._hidden()
        if across is not None:
            header = [cell if isinstance(cell, str) else "" for cell in kept[0][1]]
            line, cells = kept[1] if len(kept) > 1 else (kept[0][0] + 1, [])
            for extra, _ in kept[2:]:
                self._wrong("UJ926", extra, 1)
            told = [
                (_event_key(name) or fold(name), line, at, cell)
                for at, (name, cell) in enumerate(zip(header, cells, strict=False), 1)
                if name
            ]
        else:
            told = [
                (_event_key(cells[0]) or meaning.keys.get(line) or fold(str(cells[0])), line, at, x)
                for line, cells in kept
                if cells[0] != "" and not isinstance(cells[0], Said)
                for at, x in [_beside(cells)]
            ]
        places = EventPlaces(self.file, self.title, {key: (ln, at) for key, ln, at, _ in told})
        row = {key: cell for key, _, _, cell in told if cell != ""}
        return Table(name="event", rows=[row], places=places, comma=True, cells=True)


def _as_shown(number: str) -> Text:
    """A number as the cell shows it, in either language."""
    return Text(number.replace(".", ","), number)


def _some(called: list[str]) -> str:
    return ", ".join(called[:10]) + (", …" if len(called) > 10 else "")


def _is_across(cells: list[Any]) -> bool:
    """Whether a row is the headers of an event that stands in one row."""
    return sum(bool(_event_key(cell)) for cell in cells) > 1


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
