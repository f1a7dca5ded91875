"""The cells of one table as its file has them, before anything is understood."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from attrs import field, frozen

from ujikom_rules.errors import Place


@frozen(eq=False, repr=False)
class Grid:
    """The cells of a CSV file or of a sheet, without surrounding blanks and without empty rows.

    Attributes:
        header: the headers.
        line: the line of the header.
        rows: the rows, each at least as long as the header. Of CSV all cells are texts; of a
            workbook also dates, yes-no and `Said`. An empty cell is an empty text.
        lines: the line at which each row begins.
        comma: whether the file writes decimal commas.
        sheet: the sheet of a workbook; empty for CSV.
        keys: keys of columns by their number from 1, where the file says them beside the header:
            as in `Table`, ``facts/…`` and ``criterion/…`` included.
        words: what the drop-downs of these columns offer, by their keys.
    """

    header: list[str]
    line: int
    rows: list[list[Any]]
    lines: list[int]
    comma: bool
    sheet: str = ""
    keys: Mapping[int, str] = field(factory=dict)
    words: Mapping[str, tuple[str, ...]] = field(factory=dict)


def place_in(file: str, sheet: str, line: int, column: int = 0) -> Place:
    """The place of a cell: line and number of a CSV cell, or the address in a sheet.

    >>> place_in("nilai.xlsx", "Wawancara", 14, 4).cell
    'Wawancara!D14'
    """
    if sheet:
        return Place(file, cell=f"{sheet}!{letters_of(column or 1)}{line}")
    return Place(file, line, column)


@cache
def letters_of(number: int) -> str:
    """The letters of a column.

    >>> letters_of(1), letters_of(28)
    ('A', 'AB')
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
