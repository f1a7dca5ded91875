"""The tables of a scoresheet in CSV: long ones, and ratings with a column a criterion."""

from typing import Any

from ujikom_rules.errors import Finding, Place
from ujikom_rules.messages import Text, finding
from ujikom_rules.names import is_id, nearest
from ujikom_rules.reading.scoresheets.csv_places import CsvPlaces, WidePlaces
from ujikom_rules.reading.scoresheets.csv_text import read_grid
from ujikom_rules.reading.scoresheets.grid import Grid, place_in
from ujikom_rules.reading.scoresheets.marks import no_mark_of
from ujikom_rules.reading.scoresheets.tables import (
    FACT_TABLES,
    KEYS,
    NEEDED,
    ROW_TABLES,
    Guesses,
    Table,
    part_of_pointer,
    shortened,
)
from ujikom_rules.reading.scoresheets.words import fold, header_for, headers_of, key_of

_WIDE_KEYS = ("candidacy", "candidate", "examiner", "date", "value", "no-mark")
SHOWN = "shown"
"""The key of a column that a form only shows."""
_STAGE = Text("tahapan", "stage")
_NUMBERINGS = ("no", "no.", "nomor", "nomor-urut", "no.-urut", "no-urut")


class _MarksOf(dict[object, dict[str, object]]):
    """What the cells of one criterion's column say, by their content: few say something new."""

    def __init__(self, criterion: str) -> None:
        super().__init__()
        self.criterion = criterion

    def __missing__(self, cell: object) -> dict[str, object]:
        return self.setdefault(cell, {"criterion": self.criterion, **_mark(cell)})


def table_of_file(stem: str) -> tuple[str, str]:
    """The table and stage that a name such as ``ratings.wawancara`` means, or empty texts.

    >>> table_of_file("ratings.wawancara"), table_of_file("Examiners"), table_of_file("data")
    (('ratings', 'wawancara'), ('examiners', ''), ('', ''))
    """
    name, dot, stage = stem.partition(".")
    name = name.casefold()
    if name not in ROW_TABLES or (dot and (name != "ratings" or not stage)):
        return "", ""
    return name, stage


def csv_table(
    text: str, name: str, stage: str, file: str, first_line: int = 1
) -> tuple[Table | None, list[Finding]]:
    """Read the text of one CSV table.

    Args:
        text: the text.
        name: the table.
        stage: the stage of a wide table of ratings; empty for a long table.
        file: the name for the places.
        first_line: the line of the file at which the text begins.

    Returns:
        The table, or None where nothing could be read, and the findings.
    """
    if stage and not is_id(stage):
        guess = fold(stage) if is_id(fold(stage)) else ""
        found = finding("UJ642", Place(file), what=_STAGE, got=shortened(stage), nearest=guess)
        return None, [found]
    grid, said = read_grid(text, file, first_line)
    if grid is None:
        if not said:
            columns = _WIDE_KEYS[:1] + _WIDE_KEYS[2:3] if stage else _columns(name)
            said = [finding("UJ614", Place(file, first_line), f"/{name}", expected=columns)]
        return None, said
    return grid_table(grid, name, stage, file, said), said


def grid_table(grid: Grid, name: str, stage: str, file: str, found: list[Finding]) -> Table:
    """Lay the header of a table on its rows.

    Args:
        grid: the cells.
        name: the table.
        stage: the stage of a wide table of ratings; empty for a long table.
        file: the name for the places.
        found: where findings are kept.
    """
    header = _Header(grid, name, stage, file, found)
    return header.wide() if stage else header.long()


def _columns(name: str) -> tuple[str, ...]:
    return tuple(key for key in KEYS[name] if key != "facts")


class _Header:
    """The header of a table, laid on its rows."""

    def __init__(self, grid: Grid, name: str, stage: str, file: str, found: list[Finding]) -> None:
        self.grid, self.name, self.stage, self.file = grid, name, stage, file
        self.found = found
        self.base = f"/ratings.{stage}" if stage else f"/{name}"
        self.columns: dict[str, int] = {}
        self.unknown: list[str] = []
        self.guesses = Guesses()

    def _wrong(self, code: str, column: int, **args: Any) -> None:
        place = place_in(self.file, self.grid.sheet, self.grid.line, column)
        self.found.append(finding(code, place, self.base, **args))

    def _take(self, key: str, number: int, header: str) -> bool:
        """Whether a column is the first one of its key."""
        if key in self.columns:
            self._wrong("UJ617", number, got=shortened(header))
            return False
        self.columns[key] = number
        return True

    def _unnamed(self, number: int) -> None:
        if any(row[number - 1] != "" for row in self.grid.rows):
            self._wrong("UJ618", number, got=number)

    def _is_blank(self, number: int) -> bool:
        """Whether nothing stands in a column that people have put into a form, as for signatures."""
        return bool(self.grid.keys) and all(row[number - 1] == "" for row in self.grid.rows)

    def _numbers_rows(self, number: int, header: str) -> bool:
        """Whether a column only numbers the rows, as people do in front of a table."""
        if fold(header) not in _NUMBERINGS:
            return False
        cells = (row[number - 1] for row in self.grid.rows)
        return all(
            isinstance(cell, str) and cell.rstrip(".").isdecimal() for cell in cells if cell != ""
        )

    def _lacks(self, groups: tuple[tuple[str, ...], ...]) -> frozenset[str]:
        lacks: set[str] = set()
        for group in groups:
            if not any(key in self.columns for key in group):
                meant = headers_of(self.name, group)
                guess = next((g for each in meant if (g := nearest(each, self.unknown))), "")
                said = [header_for(key, self.name, KEYS[self.name]) for key in group]
                expected = Text(
                    " / ".join(dict.fromkeys(each.id for each in said)),
                    " / ".join(dict.fromkeys(each.en for each in said)),
                )
                self._wrong("UJ615", 0, expected=expected, nearest=guess)
                lacks.update(group)
        return frozenset(lacks)

    def long(self) -> Table:
        """The table with a column a key."""
        plan: list[tuple[int, str]] = []
        facts: list[tuple[int, str]] = []
        keys = _columns(self.name)
        for number, header in enumerate(self.grid.header, 1):
            said = self.grid.keys.get(number, "")
            key = said if said in keys else key_of(header, self.name, keys)
            fact = said.removeprefix("facts/") if said.startswith("facts/") else fold(header)
            if said.startswith("facts/") and self._take(said, number, header):
                facts.append((number - 1, fact))
            elif not (header or key):
                self._unnamed(number)
            elif key:
                if self._take(key, number, header):
                    plan.append((number - 1, key))
            elif self.name not in FACT_TABLES:
                if not self._numbers_rows(number, header):
                    self._unknown(number, header, keys)
            elif not is_id(fact):
                self._wrong("UJ623", number, got=shortened(header))
            elif self._take(f"facts/{fact}", number, header):
                facts.append((number - 1, fact))
                self.unknown.append(header)
        rows: list[dict[str, object]] = []
        for cells in self.grid.rows:
            row: dict[str, object] = {key: cells[at] for at, key in plan if cells[at] != ""}
            if facts:
                row["facts"] = {fact: cells[at] for at, fact in facts if cells[at] != ""}
            rows.append(row)
        lacks = self._lacks(NEEDED[self.name])
        places = CsvPlaces(self.file, self.base, self.grid, self.columns)
        comma = self.grid.comma
        return Table(name=self.name, rows=rows, places=places, comma=comma, cells=True, lacks=lacks)

    def _unknown(self, number: int, header: str, keys: tuple[str, ...]) -> None:
        guess = self.guesses.of(header, headers_of(self.name, keys))
        severity = "error" if guess else "warning"
        self._wrong("UJ616", number, severity=severity, got=shortened(header), nearest=guess)
        self.unknown.append(header)

    def _criteria(self) -> list[tuple[int, str, str]]:
        """The columns of marks: number from 0, criterion, and the header for the pointer."""
        criteria: list[tuple[int, str, str]] = []
        taken: list[str] = []
        for number, header in enumerate(self.grid.header, 1):
            said = self.grid.keys.get(number, "")
            key = said if said in _WIDE_KEYS else key_of(header, "ratings", _WIDE_KEYS)
            if said == SHOWN:
                continue
            if said.startswith("criterion/"):
                if self._take(said, number, header):
                    criterion = said.removeprefix("criterion/")
                    criteria.append((number - 1, criterion, criterion))
                    taken.append(said)
            elif not (header or key):
                self._unnamed(number)
            elif key and key != "value":
                self._take(key, number, header)
            elif self._numbers_rows(number, header) or (not key and self._is_blank(number)):
                continue
            elif self._take("value" if key else header, number, header):
                criteria.append((number - 1, "" if key else header, part_of_pointer(header)))
                self.unknown.append(header)
                taken.append("value" if key else header)
        for name in taken:
            self.columns.pop(name)
        return criteria

    def wide(self) -> Table:
        """The ratings of one stage with a column a criterion."""
        criteria = self._criteria()
        owners = [(key, number - 1) for key, number in self.columns.items()]
        if not criteria:
            self._wrong("UJ615", 0, expected=header_for("value", "ratings", _WIDE_KEYS), nearest="")
        known = [(column, _MarksOf(criterion)) for column, criterion, _ in criteria]
        rows: list[dict[str, object]] = []
        for line in self.grid.rows:
            owner: dict[str, object] = {"stage": self.stage}
            for key, column in owners:
                if line[column] != "":
                    owner[key] = line[column]
            if "no-mark" in owner:  # the reason stands once, for the row
                rows += [
                    owner | ({"criterion": of.criterion} if line[at] == "" else of[line[at]])
                    for at, of in known
                ]
            else:
                rows += [owner | of[line[at]] for at, of in known]
        marks = [(column + 1, header) for column, _, header in criteria]
        places = WidePlaces(self.file, self.base, self.grid, self.columns, marks)
        return Table(
            name="ratings",
            rows=rows,
            places=places,
            comma=self.grid.comma,
            cells=True,
            lacks=self._lacks((("candidacy", "candidate"),)),
            stage=self.stage,
            words=self.grid.words,
        )


def _mark(cell: object) -> dict[str, object]:
    """What a cell of a wide table says: a mark, or the reason why there is none."""
    if not isinstance(cell, str):
        return {"value": cell}
    if not cell:
        return {"no-mark": "not-entered"}
    no_mark = no_mark_of(cell, cells=True)
    return {"no-mark": no_mark} if no_mark else {"value": cell}
