"""One table gone through row by row: texts, ids and words, and what is wrong with them."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ujikom_rules.errors import Finding, Place
from ujikom_rules.messages import Text, finding
from ujikom_rules.names import is_id, is_person_id
from ujikom_rules.reading.scoresheets.known import Known, Told
from ujikom_rules.reading.scoresheets.marks import FORMATS, LIST, TABLE, TEXT, kind_of
from ujikom_rules.reading.scoresheets.tables import (
    KEYS,
    MOST_WRONG,
    Guesses,
    Said,
    Table,
    Twice,
    left_off,
    part_of_pointer,
    shortened,
)
from ujikom_rules.reading.scoresheets.words import TABLE_WORDS, fold, header_for


class Cells:
    """One table; iterating goes row by row, the methods read the row it stands at.

    Args:
        table: the rows.
        found: where findings are kept.
        missing: says once that the table of some ids is not there.

    Attributes:
        cut: whether the table was left after many errors, so that what it declares is not known.
    """

    def __init__(
        self, table: Table, found: list[Finding], missing: Callable[[Known, Place], None]
    ) -> None:
        self.table, self.found, self.missing = table, found, missing
        self.at, self.row, self.cut = 0, dict[str, object](), False
        self._sound: dict[str, set[str]] = {"person": set(), "name": set(), "dotted": set()}
        self._guesses, self._told = Guesses(), Told(table)

    def __iter__(self) -> Iterator[int]:
        known = frozenset(KEYS[self.table.name])
        places, seen, wrong = self.table.places, len(self.found), 0
        for at, row in enumerate(self.table.rows):
            self.at = at
            if len(self.found) != seen:
                wrong += sum(found.severity == "error" for found in self.found[seen:])
                seen = len(self.found)
                if wrong >= MOST_WRONG:
                    rest = (len(self.table.rows) - at - 1) // places.marks_a_row + 1
                    self.found.append(left_off(places.place(at), rest, places.base))
                    self.cut = True
                    return
            if not isinstance(row, dict):
                self.wrong("UJ631", expected=TABLE, got=kind_of(row))
                continue
            self.row = row
            if type(row) is Twice:
                self.said_twice(row)
            if not row.keys() <= known:
                for key in sorted(row.keys() - known):
                    guess = self._guesses.of(key, known)
                    self.wrong("UJ611", part_of_pointer(key), got=shortened(key), nearest=guess)
            yield at

    def said_twice(self, table: Mapping[str, object], start: str = "") -> None:
        """Report the keys that stand twice in a table of JSON."""
        if isinstance(table, Twice):
            for key in table.keys_twice:
                self.wrong("UJ610", start + part_of_pointer(key), got=shortened(key))

    @property
    def place(self) -> Place:
        """The place of the row."""
        return self.table.places.place(self.at)

    def place_of(self, key: str) -> Place:
        """The cell of a value in a sheet with a column a key; elsewhere the place of the row."""
        table = self.table
        exact = table.places.sheet and not table.stage
        return table.places.place(self.at, key if exact else "")

    @property
    def pointer(self) -> str:
        """The JSON Pointer of the row."""
        return self.table.places.pointer(self.at)

    def told(self, key: str) -> bool:
        """Whether a finding has been said about a cell before its row was read."""
        value: object = self.row
        for part in key.split("/"):
            value = value.get(part) if isinstance(value, dict) else None
        return isinstance(value, Said)

    def wrong(self, code: str, key: str = "", related: tuple[Place, ...] = (), **args: Any) -> None:
        """Keep a finding about the row or one of its cells."""
        if key and self.told(key):
            return
        places = self.table.places
        place, pointer = places.place(self.at, key), places.pointer(self.at, key)
        about = {} if code in _NAMES_ITSELF else self.about(key)
        self.found.append(finding(code, place, pointer, related=related, about=about, **args))

    def about(self, key: str = "") -> dict[str, str]:
        """What the row says of itself, but not what stands under a key."""
        own = _OWN.get(self.table.name)
        keys = (*(("id", own) for _ in "x" if own), *_ABOUT)
        return {
            as_: shortened(said)
            for name, as_ in keys
            if name != key and isinstance(said := self.row.get(name), str) and said.strip()
        }

    def other_kind(self, key: str, expected: Text, got: Text) -> None:
        """Say that a value is of another kind; of a cell, which format it is to have."""
        wanted = FORMATS[expected] if self.table.cells else ""
        self.wrong("UJ631", key, expected=expected, got=got, format=wanted)

    def has(self, key: str) -> bool:
        """Whether anything was written under a key."""
        value = self.row.get(key)
        if isinstance(value, str):
            return bool(value) and not value.isspace()
        return value is not None

    def written(self) -> tuple[tuple[str, Place], ...]:
        """The keys under which something was written, with their cells; facts know their own."""
        keys = (key for key in KEYS[self.table.name] if key != "facts" and self.has(key))
        if self.table.name == "event":
            return tuple((key, self.table.places.place(self.at, key)) for key in keys)
        return tuple((key, self.place_of(key)) for key in keys)

    def require(self, key: str) -> bool:
        """Whether a key that must be there is there; if not, that is said."""
        if self.has(key):
            return True
        if key not in self.table.lacks:
            self._not_filled(key)
        return False

    def _not_filled(self, key: str) -> None:
        """Say that a row lacks a key that it must have, where it must be filled in."""
        places, name, what, where = self.table.places, self.table.name, Text.same(key), _HERE
        place = places.place(self.at)
        if self.table.cells:
            what, place = header_for(key, name, KEYS[name]), places.place(self.at, key)
            known = name != "event" or place != places.place(self.at)
            cell, column = place.cell.partition("!")[2], place.column
            if cell and known:
                where = Text(f"di sel {cell}", f"in the cell {cell}")
            elif column:
                where = Text(f"di kolom {column} baris {place.line}", f"in column {column}")
        pointer = places.pointer(self.at)
        self.found.append(finding("UJ630", place, pointer, expected=what, where=where))

    def text(self, key: str) -> str:
        """A free text; empty where nothing was written."""
        value = self.row.get(key)
        if value is None:
            return ""
        if not isinstance(value, str):
            self.other_kind(key, TEXT, kind_of(value))
            return ""
        return value.strip() if self.writable(key, value) else ""

    def writable(self, key: str, value: str) -> bool:
        """Whether a text can be printed; if not, that is said."""
        if not value.isascii() and any("\ud800" <= sign <= "\udfff" for sign in value):
            self.wrong("UJ654", key)
            return False
        return True

    def person(self, key: str, known: Known | None = None) -> str:
        """The id of a person, candidacy, position or examiner; empty if there is none.

        Where `known` ids are given, one that is not among them is a finding.
        """
        value = self.row.get(key)
        if isinstance(value, str):
            if known is not None and value in known.ids:
                return value
            if value not in self._sound["person"]:
                value = self._sound_id(key, value, "person", known)
        elif value is not None:
            self.other_kind(key, TEXT, kind_of(value))
            value = ""
        if value and known is not None:
            self._unknown(key, value, known)
        return value or ""

    def _sound_id(self, key: str, value: str, kind: str, known: Known | None = None) -> str:
        """The text if it may be an id, which is then remembered; else an empty text."""
        if not value.strip() or not self.writable(key, value):
            return ""
        parts = value.split(".") if kind == "dotted" else [value]
        if kind == "person":
            if self.table.cells and _SHORTENED.fullmatch(value.strip()):
                self.wrong("UJ920", key, got=value.strip())
                return ""
            if not is_person_id(value):
                self._no_id(key, value, known)
                return ""
        elif not all(map(is_id, parts)):
            meant = ".".join(map(fold, parts))
            fits = all(map(is_id, meant.split(".")))
            what = _WHAT.get(key, _WHAT["stage"])
            if self.table.name == "evidence":
                what = _WHAT["evidence"]
            self.wrong("UJ642", key, what=what, got=shortened(value), nearest=meant if fits else "")
            return ""
        self._sound[kind].add(value)
        return value

    def _no_id(self, key: str, value: str, known: Known | None) -> None:
        """Say that a text is no id: where a known one is due with one of those, else as an id."""
        meant, example = "", "".join("-" if c in "@:/" or c.isspace() else c for c in value.strip())
        if known is not None and known.ids:
            meant = known.meant(value, self._told.free(self.row, key))
            example = "" if meant else ", ".join(list(known.ids)[:_MOST_EXAMPLES])
        self.wrong("UJ641", key, got=shortened(value), expected=example, nearest=meant)

    def _unknown(self, key: str, value: str, known: Known) -> None:
        if not known.there:
            self.missing(known, self.table.places.place(self.at, key))
            return
        guess = known.meant(value, self._told.free(self.row, key))
        unnamed = () if guess else self._told.unnamed(key, known)
        said = ", ".join(unnamed)
        instead = Text(
            f"; di tabel itu ada {said}, yang tidak disebut di sini",
            f"; that table has {said}, which no row names here",
        )
        self.wrong(
            "UJ653",
            key,
            tuple(known.ids[own] for own in unnamed),
            severity=known.severity,
            what=known.what,
            got=value,
            expected=TABLE_WORDS[known.table],
            nearest=guess,
            instead=instead if unnamed else Text.same(""),
        )

    def name(self, key: str, *, dotted: bool = False) -> str:
        """The id of a stage, criterion or document; empty if there is none."""
        value = self.row.get(key)
        if isinstance(value, str):
            kind = "dotted" if dotted else "name"
            return value if value in self._sound[kind] else self._sound_id(key, value, kind)
        if value is not None:
            self.other_kind(key, TEXT, kind_of(value))
        return ""

    def ids(self, key: str, known: Known | None = None) -> tuple[str, ...]:
        """A list of ids: people's where `known` ones are given, else names of stages."""
        value = self.row.get(key)
        items: list[object]
        if isinstance(value, str) and self.table.cells:
            items = list(value.split())
        elif isinstance(value, (list, tuple)):
            items = list(value)
        else:
            if value is not None:
                self.other_kind(key, LIST, kind_of(value))
            return ()
        read: list[str] = []
        row = self.row
        for number, item in enumerate(items):
            place = key if self.table.cells else f"{key}/{number}"
            self.row = {place: item}
            found = self.person(place, known) if known is not None else self.name(place)
            read += [found] if found else []
        self.row = row
        return tuple(read)

    def word(self, key: str, choices: tuple[str, ...], words: Mapping[str, str]) -> str:
        """One of the closed words; empty where nothing was written or it is none of them."""
        value = self.text(key)
        folded = fold(value)
        if not value or value in choices:
            return value
        if self.table.cells and (meant := words.get(folded, folded)) in choices:
            return meant
        guess = words.get(folded) or self._guesses.of(value, (*choices, *words))
        said: dict[str, Text] = {each: Text.same(each) for each in choices}
        if self.table.cells:  # each in the words of the reader's language
            said |= {meant: Text(word, meant) for word, meant in words.items() if meant in choices}
        meant = words.get(guess, guess) if self.table.cells else guess
        nearest = said.get(meant, "")
        self.wrong(
            "UJ640", key, got=shortened(value), expected=tuple(said.values()), nearest=nearest
        )
        return ""


_ABOUT = (  # keys of a row, and under which a finding names what it says of itself
    ("candidacy", "candidacy"),
    ("candidate", "candidacy"),
    ("position", "position"),
    ("stage", "stage"),
    ("criterion", "criterion"),
    ("examiner", "examiner"),
)
_OWN = {
    "positions": "position",
    "candidates": "candidacy",
    "candidacies": "candidacy",
    "examiners": "examiner",
}
_NAMES_ITSELF = ("UJ650", "UJ651", "UJ652")  # they say of which row they are
_MOST_EXAMPLES = 5
_HERE = Text("di sini", "here")
_SHORTENED = re.compile(r"[0-9](?:[.,][0-9]+)?[eE]\+[0-9]{2,}")  # as Excel saves a long number
_WHAT = {
    "stage": Text("tahapan", "stage"),
    "criterion": Text("kriteria", "criterion"),
    "evidence": Text("dokumen", "document"),
}
