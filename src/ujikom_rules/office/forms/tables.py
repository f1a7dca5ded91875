"""The sheets of a form that hold a table: headers, cells, checks, names, protection."""

import re
from collections.abc import Sequence

from ujikom_rules.model.scoresheet import Scoresheet
from ujikom_rules.office.forms.columns import Column, title_of
from ujikom_rules.office.forms.lists import Lists
from ujikom_rules.office.forms.rows import Row
from ujikom_rules.office.workbooks import DAY, Book, Sheet, Value
from ujikom_rules.reading.workbooks.headers import SHEETS, name_of_column

TITLES = {table: title.capitalize() for title, table in SHEETS.items() if title != "acara"}
"""The titles of the sheets by their tables."""

_MAY = {"format_columns": True, "format_rows": True, "autofilter": True, "sort": True}
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\]")
_LONGEST_TITLE = 31
LAST_ROW = 1_000
"""As far down as a table that has blank rows may be filled in, with the same checks; where it saves a
form anew, LibreOffice keeps the checks of empty rows no further."""
_HEAD = {"bold": True, "bg_color": "#D9E1F2", "border": 1, "text_wrap": True, "valign": "top"}


def free_title(wanted: str, taken: set[str]) -> str:
    """A title that Excel allows and no other sheet has; it is then taken.

    >>> free_title("Penilaian: program/paparan", set())
    'Penilaian program paparan'
    """
    plain = " ".join(_NOT_IN_TITLES.sub(" ", wanted).split()).strip("'") or "Nilai"
    if plain.casefold() == "history":  # Excel keeps this one for itself
        plain = f"Nilai {plain}"
    title, number = plain[:_LONGEST_TITLE].rstrip(), 1
    while title.casefold() in taken:
        number += 1
        end = f" ({number})"
        title = plain[: _LONGEST_TITLE - len(end)].rstrip() + end
    taken.add(title.casefold())
    return title


def event_sheet(book: Book, sheet: Scoresheet | None, *, locked: bool, rules: str = "") -> None:
    """The sheet of the event: a key a row.

    Args:
        book: the workbook.
        sheet: the event; None where nothing is known of it yet.
        locked: whether nothing in it may be changed.
        rules: the digest of the rules that a form is made for; nobody may change it.
    """
    title = TITLES["event"]
    page = book.sheet(title)
    page.sheet.set_column(0, 0, 20)
    page.sheet.set_column(1, 1, 40)
    event = None if sheet is None else sheet.event
    made_for = dict.fromkeys(("" if event is None else event.rules_digest).split())
    digest = " ".join({**made_for, **dict.fromkeys(rules.split())})
    told: tuple[tuple[str, Value, str], ...] = (
        ("id", event.id if event else "", "@"),
        ("date", event.date if event else "", DAY),
        ("lot-seed", event.lot_seed if event else "", "@"),
        *((("rules-digest", digest, "@"),) if digest else ()),
    )
    for row, (key, value, shape) in enumerate(told):
        kept = locked or (key == "rules-digest" and bool(rules))
        page.write(row, 0, title_of("event", key), **_HEAD)
        page.write(row, 1, value, num_format=shape, locked=kept, border=1, text_wrap=True)
        book.name(name_of_column("event", "", key), title, row, 0)
    page.on_paper(heads=False)
    page.sheet.protect("", _MAY)


def table_sheet(
    book: Book,
    lists: Lists,
    title: str,
    columns: Sequence[Column],
    rows: Sequence[Row],
    *,
    table: str,
    stage: str = "",
    blank: int = 0,
    protected: bool = True,
) -> None:
    """One table: its headers, its rows, and blank rows to be filled in.

    Args:
        book: the workbook.
        lists: where drop-downs keep what they offer, and what is known of columns.
        title: the title of the sheet.
        columns: its columns.
        rows: values by the keys of the columns.
        table: the table, as a scoresheet calls it.
        stage: the stage of a marking sheet.
        blank: how many rows more are ruled; where there are any, those beneath may be filled in too.
        protected: whether cells that are not to be filled in are locked.
    """
    page = book.sheet(title)
    last = len(rows) + blank
    for number, column in enumerate(columns):
        beneath = book.format(**column.beneath()) if blank else None
        page.sheet.set_column(number, number, column.wide, beneath)
        page.write(0, number, column.title, **_HEAD)
        name = name_of_column(table, stage, column.key)
        book.name(name, title, 0, number)
        lists.column(name, column.title, column.choices)
        if column.note and column.shape != "mark":  # of a mark its tip says the bounds already
            page.sheet.write_comment(0, number, column.note, {"x_scale": 2, "y_scale": 2})
    page.tall(0, *((column.title, column.wide) for column in columns))
    if last:
        _checks(page, lists, columns, max(last, LAST_ROW) if blank else last)
    looks = [(column.key, book.format(**column.look())) for column in columns]
    for line, row in enumerate(rows, 1):
        for number, (key, look) in enumerate(looks):
            page.put(line, number, row.get(key), look)
    for line in range(len(rows) + 1, last + 1):
        for number, (_, look) in enumerate(looks):
            page.sheet.write_blank(line, number, None, look)
    page.sheet.freeze_panes(1, 0)
    page.on_paper()
    if protected:
        page.sheet.protect("", _MAY)


def _checks(page: Sheet, lists: Lists, columns: Sequence[Column], last: int) -> None:
    """What Excel checks; neighbours with one rule share it, whose cell moves along with them."""
    number = 0
    while number < len(columns):
        rule, end = columns[number].validation(lists, number), number + 1
        while end < len(columns) and columns[end].validation(lists, number) == rule:
            end += 1
        if rule is not None:
            page.sheet.data_validation(1, number, last, end - 1, rule)
        number = end
