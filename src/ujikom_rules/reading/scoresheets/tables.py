"""Between the files and the model: rows of plain values that know where they stand."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from pathlib import PurePath
from typing import Final

from attrs import field, frozen

from ujikom_rules.errors import Finding, Place
from ujikom_rules.exact import NumberError, NumberFault, parse_number
from ujikom_rules.messages import Text, finding
from ujikom_rules.names import nearest

SCHEMA: Final = "ujikom/scoresheet@1"

KEYS: Mapping[str, tuple[str, ...]] = {
    "event": ("id", "date", "lot-seed", "rules-digest"),
    "positions": ("id", "title", "vacancies", "facts"),
    "candidates": ("id", "person", "name", "facts"),
    "candidacies": ("id", "candidate", "position", "room", "facts"),
    "examiners": ("id", "person", "name", "role", "kind", "origin", "room", "stages"),
    "ratings": (
        "candidacy",
        "candidate",
        "stage",
        "criterion",
        "examiner",
        "value",
        "no-mark",
        "date",
    ),
    "recusals": ("examiner", "candidacy", "reason"),
    "absences": ("candidacy", "stage", "note"),
    "advice": ("candidacy", "stage", "from", "text"),
    "evidence": ("id", "candidacy", "given", "date", "reference", "signed-by"),
}
"""The tables of a scoresheet and the keys of their rows."""

ROW_TABLES: tuple[str, ...] = tuple(name for name in KEYS if name != "event")
FACT_TABLES: tuple[str, ...] = ("positions", "candidates", "candidacies")

NEEDED: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "event": (("id",), ("date",)),
    "positions": (("id",),),
    "candidates": (("id",),),
    "candidacies": (("id",), ("candidate",)),
    "examiners": (("id",),),
    "ratings": (("candidacy", "candidate"), ("stage",), ("value", "no-mark")),
    "recusals": (("examiner",), ("candidacy",)),
    "absences": (("candidacy",),),
    "advice": (("candidacy",), ("stage",)),
    "evidence": (("id",),),
}
"""What a row must have: one key of each group."""


_MOST_GUESSES = 50
MOST_WRONG = 200  # errors after which a table is left: nobody mends more in one go
_SHEET, _FILE = Text("lembar", "the sheet"), Text("berkas", "the file")
_TABLE = Text("tabel", "the table")


def left_off(place: Place, rest: int, pointer: str = "") -> Finding:
    """That a table is left after `MOST_WRONG` errors, with that many rows unread.

    Args:
        place: where it is left.
        rest: how many rows of its file remain.
        pointer: the JSON Pointer of the table, which names it where it has no file of its own.
    """
    if place.cell:
        what, got = _SHEET, place.cell.rpartition("!")[0]
    elif pointer and not place.file.casefold().endswith(".csv"):
        what, got = _TABLE, pointer.lstrip("/")
    else:
        what, got = _FILE, PurePath(place.file).name
    return finding("UJ912", place, pointer, what=what, got=got, expected=MOST_WRONG, rest=rest)


class Places:
    """Where the rows and cells of one table stand; this one knows only the file.

    Args:
        file: the name of the file, as it was given.
        base: the JSON Pointer of the table.
        single: whether the table is one row without a number (`event`).
    """

    sheet = ""  # the title of the sheet in which they stand, where it is one
    marks_a_row = 1  # how many rows of the table one row of the file holds

    def __init__(self, file: str, base: str, *, single: bool = False) -> None:
        self.file, self.base, self.single = file, base, single

    @property
    def table_place(self) -> Place:
        """Where the table begins."""
        return Place(self.file)

    def place(self, row: int, key: str = "") -> Place:  # noqa: ARG002  (others know more)
        """The place of a row, or of one of its cells; keys as in `pointer`."""
        return Place(self.file)

    def has(self, key: str) -> bool:  # noqa: ARG002  (others know more)
        """Whether a key has a column of its own."""
        return False

    def pointer(self, row: int, key: str = "") -> str:
        """The JSON Pointer of a row or cell; `key` is a pointer from the row on."""
        start = self.base if self.single else f"{self.base}/{row}"
        return f"{start}/{key}" if key else start


def part_of_pointer(name: str) -> str:
    """A key as it stands in a JSON Pointer.

    >>> part_of_pointer("a/b")
    'a~1b'
    """
    return name.replace("~", "~0").replace("/", "~1")


@frozen(kw_only=True, eq=False, repr=False)
class Table:
    """The rows of one table as one file has them.

    Attributes:
        name: a key of `KEYS`.
        rows: plain dicts by the keys of `KEYS`; what is not there or empty may be left out.
            Values are text, yes-no, `Fraction`, date, `Unread`, lists and dicts of these.
        places: where they stand.
        comma: whether decimal commas and dates ``31/12/2024`` are read.
        cells: whether values are cells (CSV, Excel): all texts, words may be Indonesian.
        lacks: keys whose column is missing, as has been said already.
        stage: the stage of a wide table of ratings.
        words: words that marks of a criterion may be, where a form says them, by ``criterion/…``.
    """

    name: str
    rows: Sequence[object]
    places: Places
    comma: bool = False
    cells: bool = False
    lacks: frozenset[str] = frozenset()
    stage: str = ""
    words: Mapping[str, tuple[str, ...]] = field(factory=dict)


@frozen(kw_only=True, eq=False, repr=False)
class RawSheet:
    """A scoresheet before it is understood.

    Attributes:
        tables: `event` first where it is there; several may be called ``ratings``.
        file: what was read.
        unused: names found that no table has, to guess what was meant.
        suffix: how the file of a table ends, to name a missing one.
        refused: names of tables that are there but could not be read.
        called: what a table is called where it is not called as its file: the title of a sheet.
    """

    tables: tuple[Table, ...]
    file: str = ""
    unused: tuple[str, ...] = ()
    suffix: str = ""
    refused: frozenset[str] = field(default=frozenset())
    called: Mapping[str, str] = field(factory=dict)

    def named(self, name: str) -> tuple[Table, ...]:
        """The tables of a name, a long one before wide ones in the order of their stages."""
        found = (table for table in self.tables if table.name == name)
        return tuple(sorted(found, key=lambda table: table.stage))


@frozen(eq=False, repr=False)
class Unread:
    """A value that is no number of ours: its text, and the code that says why."""

    text: str
    code: str


class Said:
    """A cell about which a finding has been said already: nothing more is said of it."""


class Twice(dict[str, object]):
    """A table of JSON in which keys stand twice; `keys_twice` names them."""

    keys_twice: tuple[str, ...] = ()


_CODES: Mapping[NumberFault, str] = {
    "empty": "UJ632",
    "not-a-number": "UJ632",
    "not-finite": "UJ633",
    "decimal-comma": "UJ634",
    "too-long": "UJ636",
    "zero": "UJ632",
}


def number_of(text: str, *, comma: bool = False) -> Fraction | Unread:
    """An exact number, or why it is none."""
    try:
        return parse_number(text, comma=comma)
    except NumberError as error:
        return Unread(shortened(text), _CODES[error.fault])


def shortened(text: str) -> str:
    """A text as a message may quote it."""
    return text if len(text) <= 60 else text[:60] + "…"


class Numbers(dict[str, Fraction | Unread]):
    """Numbers by their text: equal texts are read once and share one `Fraction`."""

    def __missing__(self, text: str) -> Fraction | Unread:
        return self.setdefault(text, number_of(text))


class Guesses:
    """The known name that was probably meant; only the first misses are guessed at.

    Guessing compares with every known name. A file in which everything is misspelt, or that was
    made to keep a server busy, gets its findings without guesses after a while.
    """

    def __init__(self) -> None:
        self._made: dict[str, str] = {}

    def of(self, name: str, known: Iterable[str]) -> str:
        """The nearest known name, or an empty text."""
        name = shortened(name)
        if name not in self._made:
            if len(self._made) >= _MOST_GUESSES:
                return ""
            self._made[name] = nearest(name, known)
        return self._made[name]
