"""The text of a CSV file: its separator, its header, and the lines of its rows."""

import csv
import re
from io import StringIO

from ujikom_rules.errors import Finding, Place
from ujikom_rules.messages import Text, finding
from ujikom_rules.reading.scoresheets.grid import Grid
from ujikom_rules.reading.scoresheets.tables import MOST_WRONG, left_off

_QUOTED = re.compile(r'"[^"]*"')
_MOST_CELLS = 5_000_000
_CELLS = Text("sel", "cells")
_LINE = re.compile(r"[^\r\n]+")
_SIGNS = {
    ";": Text("titik koma (;)", "semicolons (;)"),
    "\t": Text("tab", "tabs"),
    ",": Text("koma (,)", "commas (,)"),
}
COMPUTED = re.compile("'*[=+@-]")
"""How a text begins that a spreadsheet would compute; one apostrophe before it keeps it a text."""


def read_grid(text: str, file: str, first_line: int = 1) -> tuple[Grid | None, list[Finding]]:
    """Read the text of a CSV file.

    Args:
        text: the text; a byte order mark is skipped.
        file: the name for the places.
        first_line: the line of the file at which the text begins.

    Returns:
        The cells, or None where there is no header, the quotes do not pair up or too many rows are
        too long, and the findings. Places have the line, and as column the number of the cell in its row.
    """
    text = text.removeprefix("\ufeff")
    separator = separator_of(text)
    found: list[Finding] = []
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    header: list[str] = []
    header_line, line = 0, first_line
    rows: list[list[str]] = []
    lines: list[int] = []
    try:
        for row in reader:
            cells = [_as_meant(cell.strip()) for cell in row]
            if any(cells):
                if not header:
                    header, header_line = cells, line
                else:
                    if len(rows) * len(header) > _MOST_CELLS:
                        return None, [*found, _too_big(Place(file, line))]
                    missing = len(header) - len(cells)
                    other = _other_sign(cells, len(header), separator)
                    if other or (missing < 0 and any(cells[missing:])):
                        place = Place(file, line, 1 if other else len(header) + 1)
                        found.append(_not_as_the_header(place, cells, header, other, separator))
                        if len(found) == MOST_WRONG:
                            rest = sum(any(map(str.strip, row)) for row in reader)
                            return None, [*found, left_off(place, rest)]
                    if not other:  # such a row has no cells that could be read
                        rows.append(cells + [""] * missing)
                        lines.append(line)
            line = first_line + reader.line_num
    except csv.Error:
        return None, [*found, finding("UJ620", Place(file, line))]
    if not header:
        return None, found
    return Grid(header, header_line, rows, lines, separator != ","), found


def _other_sign(cells: list[str], width: int, separator: str) -> str:
    """The sign that separates a row instead of the header's; empty where it is the header's.

    A row of as many cells as the header is separated as that, whatever stands in it.
    """
    for sign in _SIGNS if len(cells) != width else ():
        parts = cells[0].count(sign)
        if sign == separator or not parts:
            continue
        if separator == "," and ",".join(cells).count(sign) == width - 1:
            return sign  # between decimal commas, which have made further cells
        if len(cells) == 1 and (sign != "," or parts == width - 1):
            return sign
    return ""


def _not_as_the_header(
    place: Place, cells: list[str], header: list[str], other: str, separator: str
) -> Finding:
    """That a row has other cells than the header, and the sign to which that is due."""
    return finding(
        "UJ619",
        place,
        got=1 if other else len(cells),
        expected=len(header),
        other=_SIGNS.get(other, ""),
        sign=_SIGNS[separator],
    )


def _as_meant(cell: str) -> str:
    """A cell without the apostrophe that only keeps a spreadsheet from computing it."""
    return cell[1:] if cell[:1] == "'" and COMPUTED.match(cell) else cell


def _too_big(place: Place) -> Finding:
    """Short rows under a long header would fill the memory with empty cells."""
    return finding("UJ604", place, got="CSV", expected=_MOST_CELLS, unit=_CELLS)


def separator_of(text: str) -> str:
    r"""The separator of a CSV text as its header shows it.

    >>> separator_of("id;name\nA01;Ani, S.E.")
    ';'
    """
    match = _LINE.search(text)
    header = _QUOTED.sub("", match.group()) if match else ""
    return next((sign for sign in ";\t" if sign in header), ",")
