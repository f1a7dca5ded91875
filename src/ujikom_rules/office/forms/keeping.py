"""A scoresheet written down: as JSON, as a folder of CSV, as a workbook with the same tables."""

import csv
import io
import json
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from attrs import fields

from ujikom_rules.exact import NumberError, parse_number, to_text
from ujikom_rules.model.scoresheet import Facts, RawFact, Row, Scoresheet
from ujikom_rules.office.forms.columns import Column, columns_of
from ujikom_rules.office.forms.lists import Lists
from ujikom_rules.office.forms.rows import implied, keys_in, rows_of
from ujikom_rules.office.forms.tables import TITLES, event_sheet, table_sheet
from ujikom_rules.office.workbooks import Book
from ujikom_rules.reading.scoresheets.csv_text import COMPUTED
from ujikom_rules.reading.scoresheets.marks import date_of
from ujikom_rules.reading.scoresheets.tables import FACT_TABLES, KEYS, ROW_TABLES, SCHEMA

_ALWAYS = ("candidates", "ratings")


def to_document(sheet: Scoresheet) -> dict[str, Any]:
    """The scoresheet as the JSON document ``ujikom/scoresheet@1``, without what is empty.

    Example:
        >>> from ujikom_rules.reading.scoresheets import parse_scoresheet
        >>> plain = {"event": {"id": "e", "date": "2025-01-02"}, "candidates": [], "ratings": []}
        >>> to_document(parse_scoresheet(plain)[0])["event"]
        {'id': 'e', 'date': '2025-01-02'}
    """
    found: dict[str, Any] = {"schema": SCHEMA, "event": _plain(sheet.event)}
    for table in ROW_TABLES:
        rows = () if table == "candidacies" and implied(sheet) else getattr(sheet, table)
        if rows or table in _ALWAYS:
            found[table] = [_plain(row) for row in rows]
    return found


def to_json(sheet: Scoresheet) -> bytes:
    """The scoresheet as JSON in UTF-8, a row a line."""
    lines = []
    for key, value in to_document(sheet).items():
        said = json.dumps(value, ensure_ascii=False)
        if isinstance(value, list) and value:
            rows = ",\n  ".join(json.dumps(row, ensure_ascii=False) for row in value)
            said = f"[\n  {rows}\n ]"
        lines.append(f' "{key}": {said}')
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode("utf-8", "replace")


def to_folder(sheet: Scoresheet) -> Mapping[str, bytes]:
    """The files of a folder: ``event.toml`` and a CSV for every table that has rows."""
    document = to_document(sheet)
    event = "".join(f"{key} = {_toml(key, value)}\n" for key, value in document["event"].items())
    files = {"event.toml": f"[event]\n{event}".encode("utf-8", "replace")}
    for table in ROW_TABLES:
        if table in document:
            files[f"{table}.csv"] = _csv(table, document[table]).encode("utf-8", "replace")
    return files


def to_workbook(sheet: Scoresheet) -> bytes:
    """A workbook with the tables, a sheet each, marks in the long form; nothing is locked.

    Raises:
        Refused: when the extra `xlsx` is not installed, or a text is longer than a cell.
    """
    book = Book("SCORESHEET.xlsx")
    lists = Lists(book)
    event_sheet(book, sheet, locked=False)
    for table in ROW_TABLES:
        rows = rows_of(sheet, table, {})
        if not rows and table not in _ALWAYS:
            continue
        used = keys_in(rows)
        needed = [key for key in KEYS[table] if key in used] or list(KEYS[table][:1])
        if table == "ratings":
            needed = [key for key in KEYS[table] if key in used or key in ("stage", "value")]
            needed = needed if "candidate" in used else list(dict.fromkeys(["candidacy", *needed]))
        facts = {key: Column(key=key, title=key[6:]) for key in used if key.startswith("facts/")}
        dates = {"date": Column(key="date", title="Tanggal", shape="date")}
        columns = columns_of(table, [*needed, *facts], {**dates, **facts})
        table_sheet(book, lists, TITLES[table], columns, rows, table=table, protected=False)
    return book.content()


def _plain(row: Row) -> dict[str, Any]:
    """A row by the keys of JSON, without those that say nothing."""
    found: dict[str, Any] = {}
    for each in fields(type(row)):
        if each.name in ("place", "pointer", "written", "of_candidate"):
            continue
        value = getattr(row, each.name)
        key = each.name.rstrip("_").replace("_", "-")
        if key == "facts":
            value = _facts(value)
        elif key == "candidacy" and getattr(row, "of_candidate", False):
            key = "candidate"
        elif isinstance(value, Fraction):
            value = to_text(value)
        elif hasattr(value, "isoformat"):
            value = value.isoformat()
        elif isinstance(value, tuple):
            value = list(value)
        if value not in (None, "", [], {}):
            found[key] = value
    return found


def _facts(facts: Facts) -> dict[str, Any]:
    return {name: _fact(fact) for name, fact in facts.items()}


def _fact(fact: RawFact) -> Any:
    """A fact as JSON has it: decimal commas and days with slashes are spelt out."""
    value = fact.value
    if isinstance(value, Fraction):
        return to_text(value)
    if not fact.comma or isinstance(value, bool):
        return value
    day = date_of(value, comma=True)
    if day is not None:
        return day.isoformat()
    try:
        return to_text(parse_number(value, comma=True)) if "," in value else value
    except NumberError:
        return value


def _toml(key: str, value: str) -> str:
    return value if key == "date" else json.dumps(value, ensure_ascii=False)


def _csv(table: str, rows: list[dict[str, Any]]) -> str:
    flat = [
        {
            **{key: _cell(value) for key, value in row.items() if key != "facts"},
            **{name: _cell(value) for name, value in row.get("facts", {}).items()},
        }
        for row in rows
    ]
    used = list(dict.fromkeys(key for row in flat for key in row))
    own = [key for key in KEYS[table] if key in used]
    if table == "ratings":
        own = list(dict.fromkeys([*own, *(x for x in ("stage", "value") if x not in own)]))
        own = own if {"candidacy", "candidate"} & set(own) else ["candidacy", *own]
    own = own or ["id"]
    facts = [key for key in used if key not in KEYS[table]] if table in FACT_TABLES else []
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow([*own, *facts])
    lines.writerows([row.get(key, "") for key in (*own, *facts)] for row in flat)
    return out.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return " ".join(value) if isinstance(value, list) else _kept_from_computing(str(value))


def _kept_from_computing(text: str) -> str:
    """A text that Excel would compute, led by an apostrophe, which reading takes away again."""
    if not COMPUTED.match(text):
        return text
    try:
        parse_number(text)
    except NumberError:
        return f"'{text}"
    return text
