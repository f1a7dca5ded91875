"""Which table a sheet holds: by the names of a form, by its title, or by its headers."""

from collections.abc import Mapping, Sequence
from itertools import islice

from attrs import frozen

from ujikom_rules.names import is_id
from ujikom_rules.reading.scoresheets.words import fold, key_of
from ujikom_rules.reading.workbooks.header_row import LOOKED_AT
from ujikom_rules.reading.workbooks.headers import column_of_name, table_of_title

_OWNERS = ("candidacy", "candidate")


@frozen
class Meaning:
    """Which table a sheet holds.

    Attributes:
        table, stage: as `table_of_file` gives them; empty where it is no table.
        line: the row of the headers, 0 where no form says it.
        keys: the keys of columns by number, as a form defines them; of an event by row.
    """

    table: str
    stage: str
    line: int
    keys: Mapping[int, str]


def meaning_of(title: str, names: Mapping[str, str]) -> Meaning:
    """Which table a sheet holds by the names that a form defines in it, else by its title.

    Args:
        title: the title of the sheet.
        names: names of single cells by their address.
    """
    found: dict[tuple[str, str], list[tuple[int, int, str]]] = {}
    for address, name in names.items():
        column = column_of_name(name)
        if column is not None:
            letters = address.rstrip("0123456789")
            number = sum((ord(x) - 64) * 26**at for at, x in enumerate(reversed(letters)))
            where = (int(address[len(letters) :]), number, column[2])
            found.setdefault(column[:2], []).append(where)
    if not found:
        return Meaning(*table_of_title(title), 0, {})
    (table, stage), cells = max(found.items(), key=lambda item: len(item[1]))
    if table == "event":
        return Meaning(table, "", 1, {line: key for line, _, key in cells})
    line = min(cell[0] for cell in cells)
    return Meaning(table, stage, line, {number: key for row, number, key in cells if row == line})


def marked_in(meaning: Meaning) -> frozenset[str]:
    """What a marking sheet of a form has columns for: criteria, or the stage itself."""
    keys = meaning.keys.values() if meaning.stage else ()
    return frozenset(key for key in keys if key.startswith("criterion/") or key == "value")


def names_examiners(rows: Sequence[Sequence[object]]) -> bool:
    """Whether the headers of a sheet name an examiner, as those of marks do."""
    filled = (row for row in rows if any(cell is not None for cell in row))
    return any(_heads(row, ("examiner",)) for row in islice(filled, 1))


def stage_of_title(title: str, rows: Sequence[Sequence[object]], *, titled: bool) -> str:
    """The stage that an unknown sheet marks: its title, where a column names who is marked.

    Args:
        title: the title of the sheet.
        rows: its rows.
        titled: whether the headers may stand beneath a title, which is then told. They name an
            examiner too: a list of one's own, such as sums, has a title and candidates as well.
    """
    filled = [row for row in rows if any(cell is not None for cell in row)]
    below = filled[1:LOOKED_AT] if titled else []
    owned = any(_heads(row, _OWNERS) for row in filled[:1]) or any(
        _heads(row, _OWNERS) and _heads(row, ("examiner",)) for row in below
    )
    return fold(title) if owned and is_id(fold(title)) else ""


def _heads(row: Sequence[object], keys: tuple[str, ...]) -> bool:
    """Whether a cell of a row is a header of one of the keys."""
    return any(isinstance(cell, str) and bool(key_of(cell, "ratings", keys)) for cell in row)
