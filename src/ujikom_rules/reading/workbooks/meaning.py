"""Which table a sheet holds: by the names of a form, by its title, or by its headers."""

from collections.abc import Collection, Mapping, Sequence

from attrs import field, frozen

from ujikom_rules.names import is_id
from ujikom_rules.reading.scoresheets.words import fold, key_of
from ujikom_rules.reading.workbooks.book import cell_at
from ujikom_rules.reading.workbooks.header_row import LOOKED_AT
from ujikom_rules.reading.workbooks.headers import column_of_name, table_of_title
from ujikom_rules.reading.workbooks.titles import Given

_OWNERS = ("candidacy", "candidate")


@frozen
class Meaning:
    """Which table a sheet holds.

    Attributes:
        table, stage: as `table_of_file` gives them; empty where it is no table.
        line: the row of the headers, 0 where no form says it.
        keys: the keys of columns by number, as a form defines them; of an event by row.
        given: what the form gave to these columns, where it says so.
    """

    table: str
    stage: str
    line: int
    keys: Mapping[int, str]
    given: Given = field(factory=Given)


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
            found.setdefault(column[:2], []).append((*cell_at(address), column[2]))
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


def holds_marks(rows: Sequence[Sequence[object]], criteria: Collection[str]) -> bool:
    """Whether a sheet beside those of a form names who is marked and by whom, and has marks beneath.

    These are numbers, or whatever stands beneath the title of a criterion.

    Args:
        rows: its rows.
        criteria: the titles, folded, that the form gave to criteria.
    """
    heads, *beneath = [row for row in rows if any(cell is not None for cell in row)] or [()]
    if not (_heads(heads, _OWNERS) and _heads(heads, ("examiner",))):
        return False
    marking = [isinstance(head, str) and fold(head) in criteria for head in heads]
    return any(
        type(cell) in (int, float) or (cell is not None and marks)
        for row in beneath
        for cell, marks in zip(row, marking, strict=True)
    )


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
