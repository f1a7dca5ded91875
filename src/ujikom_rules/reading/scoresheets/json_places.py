"""Where the values of a JSON text stand; what is inside a row is looked up when asked for."""

import re
from json import JSONDecoder

from attrs import frozen

from ujikom_rules.errors import Place
from ujikom_rules.model.lines import Lines
from ujikom_rules.reading.scoresheets.tables import Places

_gap = re.compile(r"[ \t\n\r]*").match
_value = JSONDecoder(parse_int=str, parse_float=str).raw_decode


def past(text: str, at: int) -> int:
    """The offset of what follows the gap at an offset.

    >>> past("  1", 0)
    2
    """
    if text[at : at + 1] > " ":  # mostly there is no gap
        return at
    match = _gap(text, at)
    return match.end() if match else at


@frozen(eq=False, repr=False)
class Rows:
    """The offsets of a table in a JSON text.

    Attributes:
        text: the whole text.
        lines: its lines.
        start: where the table begins.
        starts: where each row begins.
    """

    text: str
    lines: Lines
    start: int
    starts: list[int]


class JsonPlaces(Places):
    """Places of a table in a JSON text.

    Args:
        file: the name of the file.
        base: the JSON Pointer of the table.
        rows: its offsets.
        single: whether the table is one row without a number.
    """

    def __init__(self, file: str, base: str, rows: Rows, *, single: bool) -> None:
        super().__init__(file, base, single=single)
        self.rows = rows
        self._inside: dict[int, dict[str, int]] = {}
        self._row = -1

    @property
    def table_place(self) -> Place:
        """Where the table begins."""
        return self._place_of(self.rows.start)

    def place(self, row: int, key: str = "") -> Place:
        """The place of a row, or of one of its values."""
        at = self.rows.starts[row]
        if key:
            if row != self._row:
                self._inside, self._row = {}, row
            for part in key.split("/"):
                found = self._members(at).get(part.replace("~1", "/").replace("~0", "~"))
                if found is None:
                    break
                at = found
        return self._place_of(at)

    def _place_of(self, at: int) -> Place:
        return Place(self.file, *self.rows.lines.at(at))

    def _members(self, at: int) -> dict[str, int]:
        """The offsets of the members of a value, remembered while its row is looked at."""
        if at not in self._inside:
            self._inside[at] = _members(self.rows.text, at)
        return self._inside[at]


def _members(text: str, at: int) -> dict[str, int]:
    """The offsets of the values in a table by key, the last of a key twice, or of a list's items.

    The text is sound JSON: it has been read once.
    """
    found: dict[str, int] = {}
    ending = {"{": "}", "[": "]"}.get(text[at])
    if ending is None:
        return found
    at = past(text, at + 1)
    while text[at] != ending:
        key = str(len(found))
        if ending == "}":
            key, at = _value(text, at)
            at = past(text, past(text, at) + 1)
        found[key] = at
        at = past(text, _value(text, at)[1])
        if text[at] == ",":
            at = past(text, at + 1)
    return found
