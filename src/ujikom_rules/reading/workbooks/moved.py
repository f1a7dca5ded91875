"""Columns of a form that stand elsewhere: their headers went along, the names stayed behind.

Excel takes the names along; what copies cells, and programs that move columns, do not. People see
the headers, and so these hold. A form remembers which titles it gave to its columns; where one does
not, such as an older form, a header is known by the key or the id that it spells.
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


def columns_of(
    header: Sequence[str], table: str, keys: Mapping[int, str], titles: Mapping[str, str]
) -> Columns:
    """The keys of a form's columns: those that it has named, unless headers say that they moved.

    Args:
        header: the headers.
        table: the table.
        keys: the keys that the form has named, by the number of their column.
        titles: the titles that the form gave to these keys; empty where it does not say them.
    """
    if keys and titles.keys() >= set(keys.values()):
        return _by_titles(header, keys, titles)
    return _by_ids(header, table, keys)


def _by_titles(
    header: Sequence[str], keys: Mapping[int, str], titles: Mapping[str, str]
) -> Columns:
    """A column has moved where its header is the title that another one was given.

    Headers that are no title at all are words of people's own. Beside columns that have moved these
    hold their places only where all of them can: else one was deleted, and nobody can tell which.
    """
    at = {key: number for number, key in keys.items()}
    of_title: dict[str, list[str]] = {}
    for key in at:
        of_title.setdefault(fold(titles[key]), []).append(key)
    said: dict[int, str] = {}
    for number, text in enumerate(header, 1):
        known = of_title.get(fold(text), ())
        if keys.get(number) in known:
            said[number] = keys[number]
        elif len(known) == 1:  # a title of several says nothing elsewhere
            said[number] = known[0]
    moved = [
        number
        for number, own in said.items()
        if keys.get(number, own) != own or said.get(at[own]) != own
    ]
    if not moved:
        return Columns(keys)
    left = {at[key]: key for key in at if key not in said.values()}
    if not left.keys() & said.keys():
        said |= left
    return Columns(said, min(moved), frozenset(set(at) - set(said.values())))


def _by_ids(header: Sequence[str], table: str, keys: Mapping[int, str]) -> Columns:
    """A column has moved where its header says the key of another one, which has another header.

    Headers that say no key at all may be any words of people's own; where columns have moved they
    are titles, such as rules know them.
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
    for number in moved:  # two that changed places: what the one says tells the other
        there, key = at[said[number]], keys.get(number, "")
        if there not in said and key and key not in said.values():
            said[there] = key
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
