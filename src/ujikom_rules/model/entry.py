"""A document as it was written: every value with the place, the key path and the source it has."""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from attrs import frozen

from ujikom_rules.errors import NOWHERE, Place
from ujikom_rules.model.lines import NO_LINES, Lines


@frozen(kw_only=True)
class Source:
    """Where a number comes from: an article of law, a page, or an open assumption.

    Attributes:
        title: the instrument or page; ``assumption`` for a number without a published source.
        article: the article of the instrument.
        url: where it can be read.
    """

    title: str
    article: str = ""
    url: str = ""

    @property
    def is_assumption(self) -> bool:
        """Whether nobody published this number."""
        return self.title == "assumption"


ASSUMPTION = Source(title="assumption")

Plain: TypeAlias = (
    "str | bool | int | Fraction | date | tuple[Entry, ...] | Mapping[str, Entry] | None"
)


@frozen(eq=False, repr=False)
class Entry:
    """One value of a document.

    A place may be given as an offset in the text that it stands in: most places are never asked
    for, and each is worked out when somebody does.

    Attributes:
        data: text, yes-no, whole number, `Fraction` (a number with a point), date, a tuple of
            entries (a list) or a mapping of entries (a table).
        path: the dotted key path, with the ids of list items in place of their numbers where
            they have one: ``stages.wawancara.weight``.
        source: what covers the numbers here, once the reader has laid sources on them.
        written: of a number with a point, its text as it stands in the document: ``82.50``.
        lines: of a text, to tell the places that are offsets in it.
    """

    data: Plain
    _place: Place | int = NOWHERE
    _key_place: Place | int = NOWHERE
    path: str = ""
    source: Source | None = None
    written: str = ""
    lines: Lines = NO_LINES

    @property
    def place(self) -> Place:
        """Where the value stands."""
        place = self._place
        return place if isinstance(place, Place) else self.lines.place(place)

    @property
    def key_place(self) -> Place:
        """Where its key stands; of a list's item, where the item begins."""
        place = self._key_place
        return place if isinstance(place, Place) else self.lines.place(place)

    @property
    def file(self) -> str:
        """The file that it stands in."""
        place = self._place
        return place.file if isinstance(place, Place) else self.lines.file

    # Asked for a dict first, which a table is nearly always: abstract classes answer slowly.
    def __contains__(self, key: str) -> bool:
        return isinstance(self.data, (dict, Mapping)) and key in self.data

    def get(self, key: str) -> "Entry | None":
        """The entry under a key of a table, if it is there."""
        return self.data.get(key) if isinstance(self.data, (dict, Mapping)) else None

    def table(self) -> Mapping[str, "Entry"]:
        """The entries of a table; empty for anything else."""
        return self.data if isinstance(self.data, (dict, Mapping)) else {}

    def items(self) -> tuple["Entry", ...]:
        """The items of a list; empty for anything else."""
        return self.data if isinstance(self.data, tuple) else ()

    def walk(self) -> Iterator["Entry"]:
        """This entry and all beneath it, in the order of the document."""
        waiting: list[Entry] = [self]
        while waiting:
            entry = waiting.pop()
            yield entry
            if not isinstance(entry.data, (str, int)):  # most hold nothing
                waiting += reversed(tuple(entry.table().values()) or entry.items())

    def with_data(self, data: Plain) -> "Entry":
        """The same place with other data."""
        return Entry(data, self._place, self._key_place, self.path, self.source, lines=self.lines)

    def kind(self) -> str:
        """The kind of value, in the words of the messages."""
        match self.data:
            case bool():
                return "yes-no"
            case str():
                return "text"
            case int() | Fraction():
                return "number"
            case date():
                return "date"
            case tuple():
                return "list"
            case Mapping():
                return "table"
            case _:
                return "nothing"
