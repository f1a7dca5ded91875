"""The line that a finding points at, as it stands in the file, with carets under the token."""

import re
import sys
from pathlib import Path
from unicodedata import combining, east_asian_width

from ujikom_rules.cli.tokens import Span, cell_at, long_text_begins, separator_in, token_at
from ujikom_rules.errors import Place
from ujikom_rules.reading.document import LIMIT
from ujikom_rules.reading.library import bundled_folder

WIDEST = 96  # columns of a source line that are shown
BEFORE = 32  # of them, in front of the token
TAB = 4
_CUT = "..."
_TABLE = (".csv",)
_BREAK = re.compile(r"\r\n|\n|\r")
_BUNDLED_NAME = "rulesets/"


class Snippets:
    """Lines of the files that findings point at; each file is read once.

    A file that cannot be read, is too large, or no longer has that place gives no lines.

    Args:
        encoding: of the console; what it cannot show is escaped, so that carets stay in place.
    """

    def __init__(self, encoding: str = "") -> None:
        self.encoding = encoding or getattr(sys.stderr, "encoding", None) or "utf-8"
        self._files: dict[str, list[str]] = {}

    def line(self, place: Place) -> str:
        """The line of a place as it stands in the file; empty where it cannot be had."""
        lines = self._lines(place.file) if place.line else []
        return lines[place.line - 1] if 0 < place.line <= len(lines) else ""

    def header(self, place: Place) -> Place | None:
        """The header of a cell's column in a CSV file or text; None where there is none."""
        lines, first = self._lines(place.file), 0
        if Path(place.file).suffix.casefold() not in _TABLE:
            first = long_text_begins(lines, place.line - 1)
            if not first:
                return None
        if not place.column:
            return None
        rows = enumerate(lines[first:], first + 1)
        line = next((number for number, text in rows if text.strip(" \t;,")), 0)
        return Place(place.file, line, place.column) if line else None

    def of(self, place: Place, written: object = "") -> list[str]:
        """The line of a place with its number, and the carets beneath it.

        Args:
            place: what is pointed at.
            written: what a finding says of it; where it stands there, carets reach to its end.
        """
        line = self.line(place)
        if not line.strip():
            return []
        span = self._span(place, line, written if isinstance(written, str) else "")
        if place.column and span is None and not self._separator(place):
            return []  # no token begins there: the file is another one by now
        shown, before, run = _fitted(line, span, self.encoding)
        number = str(place.line)
        said = [f"{number} | {shown}".rstrip()]
        if span is not None:
            said.append(f"{' ' * len(number)} | {' ' * before}{'^' * run}")
        return said

    def _span(self, place: Place, line: str, written: str) -> Span | None:
        if not place.column:
            return None
        separator = self._separator(place)
        if separator:
            return cell_at(line, place.column, separator)
        return token_at(line, place.column, written)

    def _separator(self, place: Place) -> str:
        table = Path(place.file).suffix.casefold() in _TABLE
        return separator_in(self._lines(place.file), place.line - 1, table=table)

    def _lines(self, file: str) -> list[str]:
        if file not in self._files:
            self._files[file] = _read(file)
        return self._files[file]


def _read(file: str) -> list[str]:
    """The lines of a file by the name that findings call it; none where it cannot be read."""
    found = {text for path in _paths(file) if (text := _text(path)) is not None}
    if len(found) != 1:  # a bundled ruleset and a file of that name here, which are not the same
        return []
    text = found.pop().removeprefix("\ufeff")
    if Path(file).suffix.casefold() in _TABLE:
        return _BREAK.split(text)
    return text.replace("\r\n", "\n").split("\n")


def _paths(file: str) -> list[Path]:
    paths = [Path(file)] if file else []
    if file.startswith(_BUNDLED_NAME):
        paths.append(bundled_folder() / file.removeprefix(_BUNDLED_NAME))
    return paths


def _text(path: Path) -> str | None:
    try:
        if not path.is_file() or path.stat().st_size > LIMIT:
            return None
        content = path.read_bytes()
    except (OSError, ValueError):  # ValueError: a name with a zero byte
        return None
    return None if b"\x00" in content else content.decode(errors="replace")


def _cells(line: str, encoding: str) -> list[tuple[str, int]]:
    """Each character as it is shown, and how many columns it takes."""
    cells: list[tuple[str, int]] = []
    at = 0
    for sign in line:
        shown, width = sign, 1
        if sign == "\t":
            width = TAB - at % TAB
            shown = " " * width
        elif combining(sign) and _fits(sign, encoding):
            width = 0
        elif not sign.isprintable() or not _fits(sign, encoding):
            shown = ascii(sign)[1:-1]
            width = len(shown)
        elif east_asian_width(sign) in "WF":
            width = 2
        cells.append((shown, width))
        at += width
    return cells


def _fits(sign: str, encoding: str) -> bool:
    try:
        sign.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _fitted(line: str, span: Span | None, encoding: str) -> tuple[str, int, int]:
    """The line as far as it is shown, the columns before the token, and those of the token."""
    start, end = span or (0, 0)
    lowest, highest = max(start - BEFORE, 0), start + WIDEST
    if len(line) <= WIDEST:
        lowest, highest = 0, len(line)
    cells = _cells(line[lowest:highest], encoding)
    start, end = start - lowest, min(end - lowest, len(cells))
    first, last = 0, len(cells)
    if lowest or highest < len(line) or _width(cells) > WIDEST:
        while _width(cells[first:start]) > BEFORE:
            first += 1
        while last > first + 1 and _width(cells[first:last]) > WIDEST:
            last -= 1
    left = _CUT if lowest + first else ""
    right = _CUT if lowest + last < len(line) else ""
    shown = left + "".join(sign for sign, _ in cells[first:last]) + right
    before = len(left) + _width(cells[first:start])
    return shown, before, max(_width(cells[start : min(end, last)]), 1)


def _width(cells: list[tuple[str, int]]) -> int:
    return sum(width for _, width in cells)
