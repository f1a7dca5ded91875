"""The list of a workbook's sheets, and the names that a form defines in it."""

import re
from collections.abc import Mapping
from posixpath import normpath
from xml.etree import ElementTree as ET

from attrs import frozen

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_CELL = re.compile(r"(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_TRUE = ("1", "true")


@frozen
class SheetOfBook:
    """One sheet: its title, the part that holds its cells, and whether it is shown."""

    title: str
    part: str
    hidden: bool


@frozen
class Book:
    """The sheets of a workbook.

    Attributes:
        sheets: in their order.
        names: of each sheet, by its title, the names of single cells by their address (``A1``).
        lost: names whose cells are there no more, since sheet or column was deleted.
        computed: whether a program has computed the formulas since they were written.
    """

    sheets: tuple[SheetOfBook, ...]
    names: Mapping[str, Mapping[str, str]]
    computed: bool
    lost: tuple[str, ...] = ()


def book_of(parts: Mapping[str, bytes]) -> Book:
    """Read the list of sheets.

    Args:
        parts: the parts of a guarded workbook.

    Raises:
        ET.ParseError: where it is no XML.
        KeyError: where a sheet has no part.
    """
    root = ET.fromstring(parts["xl/workbook.xml"])  # noqa: S314 - guarded
    relations = _relations(parts["xl/_rels/workbook.xml.rels"])
    sheets: list[SheetOfBook] = []
    names: dict[str, dict[str, str]] = {}
    lost: list[str] = []
    computed = True
    for each in root.iter():
        kind = each.tag.rpartition("}")[2]
        if kind == "sheet":
            target = relations[each.get(_RELATION) or each.get(_STRICT) or ""]
            hidden = each.get("state", "visible") != "visible"
            sheets.append(SheetOfBook(each.get("name", ""), target, hidden))
        elif kind == "definedName":
            cell = _CELL.fullmatch((each.text or "").strip())
            if "#REF!" in (each.text or ""):
                lost.append(each.get("name", ""))
            elif cell is not None:
                title = (cell[1] or "").replace("''", "'") or cell[2]
                names.setdefault(title, {})[f"{cell[3]}{cell[4]}"] = each.get("name", "")
        elif kind == "calcPr":
            computed = each.get("fullCalcOnLoad") not in _TRUE
    return Book(tuple(sheets), names, computed, tuple(lost))


def cell_at(address: str) -> tuple[int, int]:
    """Row and column of a cell's address.

    >>> cell_at("AB12")
    (12, 28)
    """
    letters = address.rstrip("0123456789")
    number = sum((ord(x) - 64) * 26**at for at, x in enumerate(reversed(letters)))
    return int(address[len(letters) :]), number


def _relations(part: bytes) -> dict[str, str]:
    root = ET.fromstring(part)  # noqa: S314 - guarded
    return {
        each.get("Id", ""): normpath(
            target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        )
        for each in root
        for target in (each.get("Target", ""),)
    }
