"""Columns of a form that stand elsewhere: their headers went along, the names stayed behind.

Excel takes the names along; what copies cells, and programs that move columns, do not. People see
the headers, and so these hold.
"""

from collections.abc import Mapping, Sequence

from attrs import frozen

from ujikom_rules.reading.scoresheets.csv_sheet import SHOWN
from ujikom_rules.reading.scoresheets.tables import KEYS
from ujikom_rules.reading.scoresheets.words import fold, key_of

_SAID_ALWAYS = frozenset({"candidacy", "examiner"})  # a form heads them with a known word


@frozen
class Columns:
    """The columns of a table as they hold.

    Attributes:
        keys: their keys by number; a column without one is read by its header alone.
        moved: the first that stands elsewhere than it was named; 0 where none does.
        gone: keys that the form has named and that no column can have any more.
    """

    keys: Mapping[int, str]
    moved: int = 0
    gone: frozenset[str] = frozenset()


def columns_of(header: Sequence[str], table: str, keys: Mapping[int, str]) -> Columns:
    """The keys of a form's columns: those that it has named, unless headers say that they moved.

    A column has moved where its header says the key of another one, and the header of that other
    one says something else. Headers that say no key at all may be any words of people's own; where
    columns have moved they are titles, such as rules know them.

    Args:
        header: the headers.
        table: the table.
        keys: the keys that the form has named, by the number of their column.
    """
    said = {
        number: own for number, text in enumerate(header, 1) if (own := _key(text, table, keys))
    }
    at = {key: number for number, key in keys.items()}
    moved = [
        number
        for number, own in said.items()
        if keys.get(number) != own and said.get(at[own]) != own
    ]
    if not moved:
        return Columns(keys)
    gone = set(keys.values()) - set(said.values())
    if any(text and number not in said for number, text in enumerate(header, 1)):
        gone &= _SAID_ALWAYS  # a title may stand for any of the others
    return Columns(said, min(moved), frozenset(gone))


def _key(header: str, table: str, keys: Mapping[int, str]) -> str:
    """Which of the keys a header says, or an empty text."""
    named, folded = set(keys.values()), fold(header)
    if folded == "nama" and SHOWN in named:
        return SHOWN
    own = tuple(key for key in KEYS[table] if key in named)
    known = (key_of(header, table, own), f"criterion/{folded}", f"facts/{folded}")
    return next((key for key in known if key in named), "")
