"""Where the headers of a sheet stand, and what people put in their way.

A title over the table and a second row of headers are told once, with their cell, and the sheet
is left: whatever else were said of it would only follow from the wrong row.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from ujikom_rules.reading.scoresheets.marks import Marks
from ujikom_rules.reading.scoresheets.tables import KEYS, NEEDED, Unread
from ujikom_rules.reading.scoresheets.words import key_of

Row = tuple[int, list[Any]]
LOOKED_AT = 20  # rows in which headers are looked for
_OWNERS = ("candidacy", "candidate", "examiner")


@frozen
class Heading:
    """The headers of a table.

    Attributes:
        at: which of the rows they are.
        wrong: row and column of a title above them, or of the second row of headers beneath;
            None where there is neither.
    """

    at: int
    wrong: tuple[int, int] | None = None


def heading_of(rows: Sequence[Row], table: str, line: int, keys: Mapping[int, str]) -> Heading:
    """Find the headers of a table.

    Args:
        rows: the rows that hold anything, with their numbers; at least one.
        table: the table.
        line: the row in which a form named its columns, 0 where none did. In a form that another
            program has changed the names may have stayed behind.
        keys: the keys of these columns, by number.
    """
    known = [_known(cells, table, keys) for _, cells in rows[:LOOKED_AT]]
    best = known.index(max(known))
    named = next((at for at, row in enumerate(rows) if row[0] == line), best)
    lone = _is_title(rows[named][1], keys)  # a form has headed several columns
    moved = named < len(known) and known[named] < known[best] and (lone or not known[named])
    at = best if moved else named
    if at:
        return Heading(at, first_of(rows[0]))
    if lone:
        return Heading(0, first_of(rows[0]))
    second = len(rows) > 1 and _is_second(rows[0][1], rows[1][1], table, keys)
    return Heading(0, first_of(rows[1]) if second else None)


def _known(cells: Sequence[Any], table: str, keys: Mapping[int, str]) -> int:
    """How many cells are headers that the table may have; in a form, each above its column."""
    own = tuple(key for key in KEYS[table] if key != "facts")
    said = (
        (number, key_of(cell, table, own))
        for number, cell in enumerate(cells, 1)
        if isinstance(cell, str) and cell
    )
    return sum(bool(key) and keys.get(number, key) == key for number, key in said)


def _is_title(cells: Sequence[Any], keys: Mapping[int, str]) -> bool:
    """Whether of several columns that a form has named at most one is headed."""
    filled = [number for number in keys if number <= len(cells) and cells[number - 1] != ""]
    return len(filled) <= 1 < len(keys)


def _is_second(
    header: Sequence[Any], cells: Sequence[Any], table: str, keys: Mapping[int, str]
) -> bool:
    """Whether the row beneath the headers is a second row of them.

    It names nobody, and it holds what no value can be, or stands where there is no header.
    """
    own = tuple(key for key in KEYS[table] if key != "facts")
    owners = _OWNERS if table == "ratings" else tuple(x for group in NEEDED[table] for x in group)
    marks = Marks(comma=True, cells=True)
    odd = False  # as no row of values is
    for number, cell in enumerate(cells, 1):
        if cell == "":
            continue
        title = header[number - 1]
        key = keys.get(number) or (key_of(title, table, own) if isinstance(title, str) else "")
        if key in owners:
            return False
        mark = table == "ratings" and isinstance(cell, str) and isinstance(marks[cell], Unread)
        odd = odd or mark or (not keys.get(number) and isinstance(title, str) and not title)
    return odd


def first_of(row: Row) -> tuple[int, int]:
    """The first cell of a row that holds anything."""
    line, cells = row
    return line, next(number for number, cell in enumerate(cells, 1) if cell != "")
