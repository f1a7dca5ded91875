"""One row of a scoresheet: marks, dates, counts, yes-no and facts, and what is wrong with them."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from ujikom_rules.errors import Finding, Place, Severity
from ujikom_rules.messages import Text
from ujikom_rules.model.scoresheet import NO_MARKS, RawFact
from ujikom_rules.names import is_id
from ujikom_rules.reading.scoresheets.cells import Cells
from ujikom_rules.reading.scoresheets.known import Known
from ujikom_rules.reading.scoresheets.marks import (
    DATE,
    NUMBER,
    SCALAR,
    TABLE,
    YES_OR_NO,
    Marks,
    date_meant,
    date_of,
    kind_of,
    made_date,
    no_mark_meant,
    no_mark_of,
    number_meant,
    plain_number,
)
from ujikom_rules.reading.scoresheets.tables import Table, Unread, part_of_pointer, shortened
from ujikom_rules.reading.scoresheets.words import NO_MARKS_SAID, YES_NO, fold


class RowReader(Cells):
    """Reads the values of the row that it stands at."""

    def __init__(
        self, table: Table, found: list[Finding], missing: Callable[[Known, Place], None]
    ) -> None:
        super().__init__(table, found, missing)
        self._marks = Marks(comma=table.comma, cells=table.cells)
        self._meant: dict[str, str] = {}  # by the id of a level

    def mark(self) -> Fraction | str | None:
        """The value of a rating: a number or the id of a level."""
        value = self.row.get("value")
        if isinstance(value, Fraction):
            return value
        if isinstance(value, str):
            value = self._marks[value.strip()]
            if isinstance(value, Fraction):
                return value
            if not isinstance(value, Unread):
                return self._level(value)
        if isinstance(value, Unread):
            self._unread("value", value)
        else:
            self._no_number("value", value)
        return None

    def _level(self, word: str) -> str | None:
        """The id of a level."""
        return word if self.writable("value", word) else None

    def read_as_level(self, at: int, word: str, *, odd: bool) -> None:
        """Say of the mark in a row that it is read as a level, where something else may be meant.

        Args:
            at: the row.
            word: its mark.
            odd: whether the others like it are numbers.
        """
        meant = self._meant.get(word)
        if meant is None:
            number = number_meant(word, comma=self.table.comma)
            meant = number or no_mark_meant(word, cells=self.table.cells)
            self._meant[word] = meant
        row = self.table.rows[at]
        if (meant or odd) and isinstance(row, dict):
            self.at, self.row = at, row
            grave = odd or meant[:1].isdigit()
            severity: Severity = "warning" if grave else "note"
            self.wrong("UJ680", "value", severity=severity, got=word, nearest=meant)

    def _unread(self, key: str, value: Unread) -> None:
        expected: object = ""
        if value.code == "UJ634":
            expected = value.text.replace(",", ".")
        elif value.code == "UJ643":
            every = NO_MARKS_SAID if self.table.cells else NO_MARKS
            expected = no_mark_meant(value.text, cells=self.table.cells) or every
        elif value.code == "UJ644":
            expected = no_mark_of(value.text, cells=True)
        # in Excel a number is typed with a comma, where the reader's language has one
        like = Text("85,5", "85.5") if self.table.places.sheet else Text.same("85.5")
        self.wrong(value.code, key, got=value.text, expected=expected, like=like)

    def _no_number(self, key: str, value: object) -> None:
        """Say what stands in place of a number; of a date in a cell, what made it one."""
        got = kind_of(value)
        if self.table.cells and isinstance(value, date):
            got = made_date(value)
        self.other_kind(key, NUMBER, got)

    def count(self, key: str) -> int:
        """A whole number of at least 1; 1 where nothing was written."""
        value = self.row.get(key)
        if not self.has(key):
            return 1
        if isinstance(value, str):
            value = plain_number(value, comma=self.table.comma)
        if isinstance(value, Unread):
            self._unread(key, value)
        elif not isinstance(value, Fraction):
            self._no_number(key, value)
        elif value.denominator != 1 or value < 1:
            self.wrong("UJ637", key, got=value)
        else:
            return int(value)
        return 1

    def day(self, key: str) -> date | None:
        """A date."""
        value = self.row.get(key)
        if not self.has(key) or type(value) is date:
            return value if type(value) is date else None
        if not isinstance(value, str):
            self.other_kind(key, DATE, kind_of(value))
            return None
        found = date_of(value.strip(), comma=self.table.comma)
        if found is None:
            self.wrong("UJ638", key, got=shortened(value), expected=date_meant(value))
        return found

    def flag(self, key: str) -> bool:
        """A yes-no; yes where nothing was written."""
        value = self.row.get(key)
        if not self.has(key) or isinstance(value, bool):
            return value is not False
        if isinstance(value, str) and self.table.cells:
            if (found := YES_NO.get(fold(value))) is not None:
                return found
            self.wrong("UJ639", key, got=shortened(value))
        else:
            self.other_kind(key, YES_OR_NO, kind_of(value))
        return True

    def facts(self) -> dict[str, RawFact]:
        """The facts of the row."""
        value = self.row.get("facts")
        if value is not None and not isinstance(value, dict):
            self.wrong("UJ631", "facts", expected=TABLE, got=kind_of(value))
        if not value or not isinstance(value, dict):
            return {}
        self.said_twice(value, "facts/")
        read: dict[str, RawFact] = {}
        for name, recorded in value.items():
            key = f"facts/{part_of_pointer(name)}"
            fact = self._fact(key, recorded)
            if fact is None:
                continue
            if not is_id(name):
                self.wrong("UJ623", key, got=shortened(name))
                continue
            places = self.table.places
            place, pointer = places.place(self.at, key), places.pointer(self.at, key)
            read[name] = RawFact(fact, place, pointer, self.table.comma)
        return read

    def _fact(self, key: str, value: object) -> str | bool | Fraction | None:
        match value:
            case None:
                return None
            case bool() | Fraction():
                return value
            case str():
                return value.strip() or None if self.writable(key, value) else None
            case Unread():
                self._unread(key, value)
            case date() if type(value) is date:
                return value.isoformat()
            case _:
                self.other_kind(key, SCALAR, kind_of(value))
        return None
