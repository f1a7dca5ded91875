"""Where the word, number, text or cell that a finding points at ends on its line."""

import re

from ujikom_rules.reading.document.pieces import leaf_end
from ujikom_rules.reading.scoresheets.csv_text import separator_of

Span = tuple[int, int]
_HEADER = re.compile(r"\[\[?[^\[\]]*\]\]?")
_WORD = re.compile(r"[\w-]+")
_NUMBER = re.compile(r"[^\s,\]}#=]+")
_PIECE = re.compile(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'|#.*|[\[\]{}]')
_LONG = ('"""', "'''")


def token_at(line: str, column: int, written: str = "") -> Span | None:
    """From where to where the token at a column (from 1) reaches; None where there is none.

    A token is a text in quotes, a number or date, a word, a header, or a list or table as far as
    it stands on the line. Where `written` stands there, all of it belongs to the token: what is
    no value of the language has other ends.

    >>> token_at("weight = 30  # per cent", 10)
    (9, 11)
    >>> token_at("[[stages]]", 1)
    (0, 10)
    >>> token_at("weight = 12,5", 10, "12,5")
    (9, 13)
    """
    start = column - 1
    written = written.partition("\n")[0]
    if written and line.startswith(written, start):
        return start, max(start + len(written), _end(line, start))
    if start > len(line.rstrip()) or (start < len(line) and line[start].isspace()):
        return None
    return start, _end(line, start)


def _end(line: str, start: int) -> int:
    """Behind the last character of a token; at least one character, also behind the last one."""
    sign = line[start : start + 1]
    end = start
    if sign and sign in "[{":
        header = _HEADER.match(line, start) if not line[:start].strip() else None
        end = header.end() if header else _closing(line, start)
    elif sign and sign in "\"'":
        end = leaf_end(line, start)
        end = end if end > start else _shorn(line)
    else:
        pattern = _NUMBER if sign and sign in "+-0123456789" else _WORD
        found = pattern.match(line, start)
        end = found.end() if found else start
    return max(end, start + 1)


def _closing(line: str, start: int) -> int:
    """Behind the bracket that closes the one at `start`, or behind the last sign of the line."""
    depth = 0
    for piece in _PIECE.finditer(line, start):
        if piece.group() in ("[", "{"):
            depth += 1
        elif piece.group() in ("]", "}"):
            depth -= 1
            if depth == 0:
                return piece.end()
        elif piece.group().startswith("#"):
            return len(line[: piece.start()].rstrip())
    return _shorn(line)


def _shorn(line: str) -> int:
    return len(line.rstrip())


def cell_at(line: str, number: int, separator: str) -> Span | None:
    """From where to where a cell (from 1) of a CSV row reaches, without blanks around it.

    >>> cell_at('A01;"Ani; S.E.";80', 2, ";")
    (4, 15)
    """
    start = 0
    for _ in range(number - 1):
        start = _cell_end(line, start, separator) + 1
        if start > len(line):
            return None
    end = _cell_end(line, start, separator)
    cell = line[start:end]
    if not cell.strip():
        return start, start + 1
    start += len(cell) - len(cell.lstrip())
    return start, start + len(cell.strip())


def _cell_end(line: str, start: int, separator: str) -> int:
    at, quoted = start, False
    while at < len(line):
        if line[at] == '"':
            quoted = not quoted
        elif line[at] == separator and not quoted:
            break
        at += 1
    return at


def separator_in(lines: list[str], at: int, *, table: bool) -> str:
    """The separator of the cells of a line; empty where the line has tokens in place of cells.

    Args:
        lines: the lines of the file.
        at: the index of the line.
        table: whether the whole file is a table; else a table may stand in it as a long text.
    """
    if table:
        return separator_of("\n".join(lines[:50]))
    first = long_text_begins(lines, at)
    return separator_of("\n".join(lines[first : at + 1])) if first else ""


def long_text_begins(lines: list[str], at: int) -> int:
    """The index of the first line inside the long text that a line stands in; 0 where in none."""
    sign, first = "", 0
    for number, line in enumerate(lines[:at]):
        for quotes in _LONG:
            if quotes in line and sign in ("", quotes) and line.count(quotes) % 2:
                sign, first = ("" if sign else quotes), number + 1
    return first if sign else 0
