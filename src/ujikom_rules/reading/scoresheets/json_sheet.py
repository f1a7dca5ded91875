"""A scoresheet in JSON: exact numbers, and the line of every row."""

from collections import Counter
from json import JSONDecodeError, JSONDecoder

from ujikom_rules.errors import Finding, Place
from ujikom_rules.messages import Text, finding
from ujikom_rules.model.lines import Lines
from ujikom_rules.reading.scoresheets.json_places import JsonPlaces, Rows, past
from ujikom_rules.reading.scoresheets.marks import TABLE, kind_of
from ujikom_rules.reading.scoresheets.plain_sheet import raw_of_members
from ujikom_rules.reading.scoresheets.tables import (
    Numbers,
    Places,
    RawSheet,
    Twice,
    Unread,
    part_of_pointer,
)


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


class _Root:
    """The root table of a JSON text, read member by member to know where the rows begin."""

    def __init__(self, text: str, file: str) -> None:
        self.text, self.file, self.lines = text, file, Lines(text)
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
        at = past(self.text, 0)
        if self.text[at : at + 1] == "{":
            at = self._table(at + 1)
        else:
            value, at = self.value_at(self.text, at)
            self.other = (value,)
        if past(self.text, at) != len(self.text):
            raise JSONDecodeError("Extra data", self.text, past(self.text, at))

    def _table(self, at: int) -> int:
        text, twice = self.text, []
        at = past(self.text, at)
        if text[at : at + 1] == "}":
            return at + 1
        while True:
            if text[at : at + 1] != '"':
                message = "Expecting property name enclosed in double quotes"
                raise JSONDecodeError(message, text, at)
            key, at = self.value_at(text, at)
            at = past(self.text, at)
            if text[at : at + 1] != ":":
                raise JSONDecodeError("Expecting ':' delimiter", text, at)
            start = past(self.text, at + 1)
            if key in self.members:
                twice.append(key)
            if text[start : start + 1] == "[":
                value, rows, at = self._list(start + 1)
            else:
                rows = [start]
                value, at = self.value_at(text, start)
            self.members[key], self.starts[key] = value, (start, rows)
            at = past(self.text, at)
            if text[at : at + 1] == "}":
                self.members.keys_twice = tuple(twice)
                return at + 1
            if text[at : at + 1] != ",":
                raise JSONDecodeError("Expecting ',' delimiter", text, at)
            at = past(self.text, at + 1)

    def _list(self, at: int) -> tuple[list[object], list[int], int]:
        text, value_at = self.text, self.value_at
        values: list[object] = []
        starts: list[int] = []
        at = past(text, at)
        if text[at : at + 1] == "]":
            return values, starts, at + 1
        while True:
            starts.append(at)
            value, at = value_at(text, at)
            values.append(value)
            at = past(text, at)
            if text[at : at + 1] == "]":
                return values, starts, at + 1
            if text[at : at + 1] != ",":
                raise JSONDecodeError("Expecting ',' delimiter", text, at)
            at = past(text, at + 1)

    def places(self, key: str) -> Places:
        """The places of the member with a key."""
        start, rows = self.starts[key]
        base = f"/{part_of_pointer(key)}"
        where = Rows(self.text, self.lines, start, rows)
        return JsonPlaces(self.file, base, where, single=key == "event")


def _table(pairs: list[tuple[str, object]]) -> dict[str, object]:
    table = dict(pairs)
    if len(table) == len(pairs):
        return table
    doubled = Twice(table)
    counts = Counter(key for key, _ in pairs)
    doubled.keys_twice = tuple(key for key, count in counts.items() if count > 1)
    return doubled


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
