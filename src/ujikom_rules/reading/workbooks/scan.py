"""What the cells of a sheet do not say themselves: formulas never computed, merged, hidden.

openpyxl's read-only mode gives values alone. These facts are found in the XML of the sheet in one
quick pass each, and only where the sheet has such a thing at all.
"""

import re
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from xml.etree import ElementTree as ET

from attrs import evolve, frozen

from ujikom_rules.errors import Finding, Place
from ujikom_rules.messages import Text, finding
from ujikom_rules.reading.scoresheets.grid import letters_of

MOST_ROWS = 99_999
MOST_COLUMNS = 702  # ZZ: an address with three letters lies beyond it
MOST_CELLS = 2_000_000
MOST_FILLED = 500_000  # ten thousand people marked by three examiners fill some 300,000
MOST_TEXTS = 500_000
MOST_TOGETHER = 500_000  # bytes of one row, one text, or what stands around the cells
_ROWS = Text("baris", "rows")
_COLUMNS = Text("kolom", "columns")
_CELLS = Text("sel", "cells")
_FILLED = Text("sel yang berisi", "filled cells")
_TEXTS = Text("teks", "texts")
_BYTES = Text("byte dalam satu baris atau teks", "bytes in one row or text")
_OPENS = re.compile(rb"<(\w+:)?sheetData\b")
_REF = re.compile(rb"""\br=["']([A-Z]{1,3})([0-9]{1,7})["']""")
_ROW_NUMBER = re.compile(rb"""\br=["']([0-9]{1,7})["']""")
_TALL = re.compile(rb"""<[^>]*?\br=["']0*([0-9]{6,})""")
_RANGE = re.compile(
    rb"""\bref=["']\$?([A-Z]{1,3})\$?([0-9]{1,7}):\$?([A-Z]{1,3})\$?([0-9]{1,7})["']"""
)
_HIDES = re.compile(rb"""\bhidden=["'](?:1|true)["']""")
_VALUE = re.compile(rb"<(?:\w+:)?v\b[^>]*?(/?)>([^<]?)")
_FILLS = (b"<%sv>", b"<%sv ", b"<%sis>")  # what a cell holds that is not only formatted
_TEXT_CELL = re.compile(rb"""\bt=["']str["']""")

Cell = tuple[int, int]


@frozen
class SheetFacts:
    """What was seen in the XML of one sheet.

    Attributes:
        columns: the number of the last column with a cell.
        strange: cells with a formula that was never computed (``formula``), an error (``error``)
            or a percent format (``percent``), by row and column.
        merged: first row, first column, last row, last column of merged ranges.
        hidden: rows and columns that are hidden, as they are called: ``5``, ``C``.
        lone: how many rows hold one filled cell and nothing else.
        rows: how many rows there are.
    """

    columns: int
    strange: Mapping[Cell, str]
    merged: tuple[tuple[int, int, int, int], ...]
    hidden: tuple[str, ...]
    lone: int = 0
    rows: int = 0


def too_many_texts(part: bytes, file: str) -> Finding | None:
    """The finding about shared texts that are too many to be a scoresheet's."""
    if part.count(b"<si") + part.count(b":si") > MOST_TEXTS:
        return finding("UJ910", Place(file), got=_TEXTS, expected=MOST_TEXTS)
    texts = (text.start() for text in re.finditer(rb"<(?:\w+:)?si\b", part))
    if _longest([0, *texts, len(part)]) > MOST_TOGETHER:
        return finding("UJ910", Place(file), got=_BYTES, expected=MOST_TOGETHER)
    return None


def _longest(starts: list[int]) -> int:
    """The most bytes from one of these places to the next."""
    return max(later - start for start, later in pairwise(starts))


def scan(
    xml: bytes, file: str, title: str, percent: frozenset[bytes], *, computed: bool
) -> SheetFacts | Finding:
    """Look through the XML of one sheet.

    Args:
        xml: the part.
        file: the name of the workbook.
        title: the name of the sheet.
        percent: numbers of the cell styles that show per cent.
        computed: whether a program has computed the formulas since they were written.

    Returns:
        What was seen, or why the sheet is too big or no sheet.
    """
    opens = _OPENS.search(xml)
    if opens is None:
        return SheetFacts(0, {}, (), ())
    prefix = opens[1] or b""
    between = opens.start(), xml.rfind(b"sheetData")
    if sum(xml.count(each % prefix) for each in _FILLS) > MOST_FILLED:
        return finding("UJ910", Place(file, cell=title), got=_FILLED, expected=MOST_FILLED)
    letters = _letters(xml, prefix)
    if letters is None:
        return finding("UJ911", Place(file, cell=title), got=title)
    if xml.count(b"<%srow" % prefix) > MOST_ROWS:
        return finding("UJ910", Place(file, cell=title), got=_ROWS, expected=MOST_ROWS)
    rows = [*re.compile(rb"<%srow\b[^>]*>" % prefix).finditer(xml, *between)]
    tags = b"".join(row[0] for row in rows)
    starts = [0, *(row.start() for row in rows), between[1], len(xml)]
    too_big = _too_big(xml, tags, starts, letters, Place(file, cell=title))
    if too_big is not None:
        return too_big
    columns = max(map(_number, letters), default=0)
    if len(rows) * columns > MOST_CELLS:
        return finding("UJ910", Place(file, cell=title), got=_CELLS, expected=MOST_CELLS)
    return SheetFacts(
        columns,
        _strange(xml, between, prefix, percent, computed=computed),
        tuple(_merged(xml[between[1] :], prefix)),
        (*_hidden_rows(tags), *_hidden_columns(xml[: between[0]], prefix)),
        _lone(xml, starts[1:-1], prefix),
        len(rows),
    )


def _lone(xml: bytes, starts: list[int], prefix: bytes) -> int:
    """How many rows hold one filled cell; `starts` has the end of the last row too."""
    value, text = b"</%sv>" % prefix, b"</%sis>" % prefix
    if text not in xml:
        return sum(xml.count(value, at, end) == 1 for at, end in pairwise(starts))
    return sum(
        xml.count(value, at, end) + xml.count(text, at, end) == 1 for at, end in pairwise(starts)
    )


def _letters(xml: bytes, prefix: bytes) -> set[bytes] | None:
    """The columns that have cells, by their letters; None where a cell has no address."""
    # as nearly every program writes it: the address first
    found = set(re.findall(rb'<%sc[ >](?:r="([A-Z]+)[0-9])?' % prefix, xml))
    if b"" not in found:
        return found
    count = xml.count(b"<%sc " % prefix) + xml.count(b"<%sc>" % prefix)
    addresses = re.findall(rb"<%sc [^>]*?\br=[\"']([A-Z]+)[0-9]" % prefix, xml)
    return set(addresses) if len(addresses) == count else None


def _too_big(
    xml: bytes, tags: bytes, starts: list[int], letters: set[bytes], place: Place
) -> Finding | None:
    wide = max(letters, key=len, default=b"")
    if len(wide) > 2:
        cell = re.search(rb"\br=[\"'](%s[0-9]+)" % wide, xml)
        where = cell[1] if cell is not None else wide
        far = evolve(place, cell=f"{place.cell}!{where.decode()}")
        return finding("UJ910", far, got=_COLUMNS, expected=MOST_COLUMNS)
    tall = _TALL.search(tags)
    if tall is not None:
        far = evolve(place, cell=f"{place.cell}!A{tall[1][:9].decode()}")
        return finding("UJ910", far, got=_ROWS, expected=MOST_ROWS)
    if _longest(starts) > MOST_TOGETHER:
        return finding("UJ910", place, got=_BYTES, expected=MOST_TOGETHER)
    return None


def _strange(
    xml: bytes,
    between: tuple[int, int],
    prefix: bytes,
    percent: frozenset[bytes],
    *,
    computed: bool,
) -> dict[Cell, str]:
    found: dict[Cell, str] = {}
    if percent:
        styles = rb"|".join(sorted(percent))
        pattern = rb"<%sc (?=[^>]*\bs=[\"'](?:%s)[\"'])[^>]*>" % (prefix, styles)
        found |= dict.fromkeys(_addresses(pattern, xml), "percent")
    if b't="e"' in xml or b"t='e'" in xml:
        pattern = rb"<%sc (?=[^>]*\bt=[\"']e[\"'])[^>]*>" % prefix
        found |= dict.fromkeys(_addresses(pattern, xml), "error")
    if xml.find(b"<%sf" % prefix, *between) >= 0:  # formulas of checks stand behind the cells
        pattern = rb"<%sc ([^>]*)>\s*<%sf\b(.*?)</%sc>" % (prefix, prefix, prefix)
        for match in re.finditer(pattern, xml, re.DOTALL):
            where = _REF.search(match[1])
            if where is not None and not (computed and _has_value(match[1], match[2])):
                found[int(where[2]), _number(where[1])] = "formula"
    return found


def _has_value(attributes: bytes, body: bytes) -> bool:
    """Whether a formula's result was kept; an empty text is one."""
    value = _VALUE.search(body)
    if value is None:
        return False
    return bool(value[2]) or _TEXT_CELL.search(attributes) is not None


def _addresses(pattern: bytes, xml: bytes) -> list[Cell]:
    matches = (_REF.search(match[0]) for match in re.finditer(pattern, xml))
    return [(int(where[2]), _number(where[1])) for where in matches if where is not None]


def _merged(tail: bytes, prefix: bytes) -> list[tuple[int, int, int, int]]:
    tags = re.findall(rb"<%smergeCell\s[^>]*>" % prefix, tail)
    found = (_RANGE.search(tag) for tag in tags)
    return [(int(r[2]), _number(r[1]), int(r[4]), _number(r[3])) for r in found if r is not None]


def _hidden_rows(tags: bytes) -> list[str]:
    if b"hidden=" not in tags:
        return []
    numbers = (_ROW_NUMBER.search(tag) for tag in tags.split(b"<") if _HIDES.search(tag))
    return [number[1].decode() for number in numbers if number is not None]


def _hidden_columns(head: bytes, prefix: bytes) -> list[str]:
    found: list[str] = []
    for tag in re.findall(rb"<%scol\s[^>]*>" % prefix, head):
        first = re.search(rb"""\bmin=["']([0-9]{1,5})["']""", tag)
        last = re.search(rb"""\bmax=["']([0-9]{1,5})["']""", tag)
        if _HIDES.search(tag) and first is not None and last is not None:
            end = min(int(last[1]), MOST_COLUMNS)
            found += [letters_of(number) for number in range(int(first[1]), end + 1)]
    return found


@cache
def _number(letters: bytes) -> int:
    """The number of a column.

    >>> _number(b"A"), _number(b"AA")
    (1, 27)
    """
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def percent_styles(part: bytes) -> frozenset[bytes]:
    """The numbers of the cell styles that show per cent, from the part of the styles.

    Raises:
        ET.ParseError: where it is no XML.
    """
    if b"%" not in part and b'"9"' not in part and b'"10"' not in part:
        return frozenset()
    root = ET.fromstring(part)  # noqa: S314 - guarded: nothing is declared in it
    own = {
        each.get("numFmtId", "")
        for each in root.iter()
        if each.tag.endswith("}numFmt") and "%" in each.get("formatCode", "")
    }
    shows = {"9", "10", *own}
    styles = next((each for each in root if each.tag.endswith("}cellXfs")), ())
    return frozenset(
        str(number).encode()
        for number, style in enumerate(styles)
        if style.get("numFmtId") in shows
    )
