"""A scoresheet in JSON: exact numbers, and the line of every row."""

import re
from json import JSONDecodeError, JSONDecoder

from ujikom_rules.errors import Finding, Place
from ujikom_rules.messages import Text, finding
from ujikom_rules.reading.marks import TABLE, kind_of
from ujikom_rules.reading.plain_sheet import raw_of_members
from ujikom_rules.reading.tables import (
    Numbers,
    Places,
    RawSheet,
    Twice,
    Unread,
    part_of_pointer,
)

_skip = re.compile(r"[ \t\n\r]*").match


def read_json(text: str, file: str = "") -> tuple[RawSheet | None, list[Finding]]:
    """The tables of a JSON text.

    Returns:
        The tables, or None where the text is no JSON table, and the findings.
    """
    text = text.removeprefix("\ufeff")
    root = _Root(text, file)
    try:
        root.read()
    except JSONDecodeError as error:
        place = Place(file, error.lineno, error.colno)
        return None, [finding("UJ608", place, expected=_plain_words(error))]
    except RecursionError:
        return None, [finding("UJ609", Place(file))]
    if root.other is not None:
        kind = kind_of(root.other[0])
        return None, [finding("UJ631", Place(file, 1, 1), expected=TABLE, got=kind)]
    return raw_of_members(root.members, file, root.places)


class JsonPlaces(Places):
    """Places of a table in a JSON text: rows are known, cells are looked up when asked for.

    Args:
        file: the name of the file.
        base: the JSON Pointer of the table.
        text: the whole text.
        start: the offset at which the table begins.
        rows: the offsets of its rows.
    """

    def __init__(
        self, file: str, base: str, text: str, start: int, rows: list[int], *, single: bool
    ) -> None:
        super().__init__(file, base, single=single)
        self.text, self.start, self.rows = text, start, rows
        self._lines = self._row_lines()

    def _row_lines(self) -> list[tuple[int, int]]:
        lines, line, begin, before = [], 1, -1, 0
        for at in self.rows:
            breaks = self.text.count("\n", before, at)
            if breaks:
                line, begin = line + breaks, self.text.rfind("\n", before, at)
            lines.append((line, at - begin))
            before = at
        return lines

    @property
    def table_place(self) -> Place:
        """Where the table begins."""
        line = self.text.count("\n", 0, self.start) + 1
        return Place(self.file, line, self.start - self.text.rfind("\n", 0, self.start))

    def place(self, row: int, key: str = "") -> Place:
        """The place of a row, or of one of its values."""
        line, column = self._lines[row]
        start = self.rows[row]
        at = _inside(self.text, start, key) if key else start
        if breaks := self.text.count("\n", start, at):
            return Place(self.file, line + breaks, at - self.text.rfind("\n", start, at))
        return Place(self.file, line, column + at - start)


class _Root:
    """The root table of a JSON text, read member by member to know where the rows begin."""

    def __init__(self, text: str, file: str) -> None:
        self.text, self.file = text, file
        self.members = Twice()
        self.starts: dict[str, tuple[int, list[int]]] = {}
        self.other: tuple[object] | None = None
        numbers = Numbers().__getitem__
        self.value_at = JSONDecoder(
            object_pairs_hook=_table,
            parse_float=numbers,
            parse_int=numbers,
            parse_constant=lambda word: Unread(word, "UJ633"),
        ).raw_decode

    def read(self) -> None:
        """Read the text.

        Raises:
            JSONDecodeError: where it is no JSON.
            RecursionError: where it is nested too deeply.
        """
        at = self._past(0)
        if self.text[at : at + 1] == "{":
            at = self._table(at + 1)
        else:
            value, at = self.value_at(self.text, at)
            self.other = (value,)
        if self._past(at) != len(self.text):
            raise JSONDecodeError("Extra data", self.text, self._past(at))

    def _past(self, at: int) -> int:
        """The offset of what follows the gap at an offset."""
        match = _skip(self.text, at)
        return match.end() if match else at

    def _table(self, at: int) -> int:
        text, twice = self.text, []
        at = self._past(at)
        if text[at : at + 1] == "}":
            return at + 1
        while True:
            if text[at : at + 1] != '"':
                message = "Expecting property name enclosed in double quotes"
                raise JSONDecodeError(message, text, at)
            key, at = self.value_at(text, at)
            at = self._past(at)
            if text[at : at + 1] != ":":
                raise JSONDecodeError("Expecting ':' delimiter", text, at)
            start = self._past(at + 1)
            if key in self.members:
                twice.append(key)
            if text[start : start + 1] == "[":
                value, rows, at = self._list(start + 1)
            else:
                rows = [start]
                value, at = self.value_at(text, start)
            self.members[key], self.starts[key] = value, (start, rows)
            at = self._past(at)
            if text[at : at + 1] == "}":
                self.members.keys_twice = tuple(twice)
                return at + 1
            if text[at : at + 1] != ",":
                raise JSONDecodeError("Expecting ',' delimiter", text, at)
            at = self._past(at + 1)

    def _list(self, at: int) -> tuple[list[object], list[int], int]:
        text, value_at, past = self.text, self.value_at, self._past
        values: list[object] = []
        starts: list[int] = []
        at = past(at)
        if text[at : at + 1] == "]":
            return values, starts, at + 1
        while True:
            starts.append(at)
            value, at = value_at(text, at)
            values.append(value)
            at = past(at)
            if text[at : at + 1] == "]":
                return values, starts, at + 1
            if text[at : at + 1] != ",":
                raise JSONDecodeError("Expecting ',' delimiter", text, at)
            at = past(at + 1)

    def places(self, key: str) -> Places:
        """The places of the member with a key."""
        start, rows = self.starts[key]
        base = f"/{part_of_pointer(key)}"
        return JsonPlaces(self.file, base, self.text, start, rows, single=key == "event")


def _table(pairs: list[tuple[str, object]]) -> dict[str, object]:
    table = dict(pairs)
    if len(table) == len(pairs):
        return table
    keys = [key for key, _ in pairs]
    doubled = Twice(table)
    doubled.keys_twice = tuple(key for key in table if keys.count(key) > 1)
    return doubled


_loose = JSONDecoder(parse_int=str, parse_float=str).raw_decode


def _inside(text: str, at: int, key: str) -> int:
    """Where the value stands to which a pointer leads from a row on, or what encloses it."""
    for name in key.split("/"):
        found = _member(text, at, name.replace("~1", "/").replace("~0", "~"))
        if found is None:
            return at
        at = found
    return at


def _member(text: str, at: int, name: str) -> int | None:
    """The offset of the value of the last key of that name in the table at an offset."""
    if text[at] == "[":
        return _item(text, at, name)
    if text[at] != "{":
        return None
    found = None
    at = _past(text, at + 1)
    while text[at] == '"':
        key, at = _loose(text, at)
        at = _past(text, _past(text, at) + 1)
        if key == name:
            found = at
        at = _past(text, _loose(text, at)[1])
        if text[at] == "}":
            break
        at = _past(text, at + 1)
    return found


def _item(text: str, at: int, number: str) -> int | None:
    at = _past(text, at + 1)
    for _ in range(int(number) if number.isdecimal() else 0):
        at = _past(text, _past(text, _loose(text, at)[1]) + 1)
    return at


def _past(text: str, at: int) -> int:
    match = _skip(text, at)
    return match.end() if match else at


_WORDS = {
    "Expecting property name": Text(
        "seharusnya ada kunci dalam tanda kutip ganda", "a key in double quotes is expected"
    ),
    "Expecting value": Text("seharusnya ada nilai", "a value is expected"),
    "Expecting ',' delimiter": Text(
        "seharusnya ada koma atau kurung tutup", "a comma or a closing bracket is expected"
    ),
    "Expecting ':' delimiter": Text("seharusnya ada titik dua", "a colon is expected"),
    "Unterminated string": Text(
        "dimulai teks yang tanda kutipnya tidak ditutup", "a text begins whose quote is not closed"
    ),
    "Invalid control character": Text(
        "teks berganti baris; tulis \\n", "a text breaks into a new line; write \\n"
    ),
    "Invalid \\": Text(
        "ada garis miring terbalik yang salah; tulis \\\\", "a backslash is wrong; write \\\\"
    ),
    "Extra data": Text(
        "ada sisa teks setelah kurung tutup terakhir", "there is text after the last bracket"
    ),
    "Illegal trailing comma": Text(
        "ada koma di depan kurung tutup", "there is a comma before a closing bracket"
    ),
}


def _plain_words(error: JSONDecodeError) -> Text:
    for start, words in _WORDS.items():
        if error.msg.startswith(start):
            return words
    return Text(f"ada kesalahan ({error.msg})", f"something is wrong ({error.msg})")
