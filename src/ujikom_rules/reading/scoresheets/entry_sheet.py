"""A scoresheet inside a TOML document: the event of a folder, or the tables of a case."""

from collections.abc import Mapping
from fractions import Fraction

from ujikom_rules.errors import Finding, Place
from ujikom_rules.messages import finding
from ujikom_rules.model.entry import Entry
from ujikom_rules.reading.scoresheets.csv_sheet import csv_table, table_of_file
from ujikom_rules.reading.scoresheets.marks import LIST, TABLE, TEXT, kind_of
from ujikom_rules.reading.scoresheets.tables import (
    ROW_TABLES,
    SCHEMA,
    Guesses,
    Places,
    RawSheet,
    Table,
    shortened,
)


class EntryPlaces(Places):
    """Places of a table in a TOML document."""

    def __init__(self, base: str, table: Entry, rows: tuple[Entry, ...], *, single: bool) -> None:
        super().__init__(table.place.file, base, single=single)
        self.table, self.rows = table, rows

    @property
    def table_place(self) -> Place:
        """Where the table begins."""
        return self.table.key_place

    def place(self, row: int, key: str = "") -> Place:
        """The place of a row, or of one of its values."""
        entry = self.rows[row]
        for name in key.split("/") if key else ():
            inner = entry.items()
            at = int(name) if name.isdecimal() else len(inner)
            child = inner[at] if at < len(inner) else entry.get(name)
            if child is None:
                break
            entry = child
        return entry.place


def read_entry(entry: Entry, file: str) -> tuple[RawSheet, list[Finding]]:
    """The tables of a scoresheet that is written inside a TOML document.

    Each table is an array of tables, or the text of its CSV under the table's name; a wide table
    of ratings stands under ``"ratings.STAGE"``, with or without the quotes.
    """
    tables: list[Table] = []
    found: list[Finding] = []
    unused: list[str] = []
    guesses = Guesses()
    found += schema_of(entry)
    refused: set[str] = set()
    if not isinstance(entry.data, Mapping):
        found.append(finding("UJ631", entry.place, expected=TABLE, got=kind_of(plain_of(entry))))
        refused.update(("event", *ROW_TABLES))
    for key, value in _members(entry):
        pointer = f"/{key}"
        name, stage = table_of_file(key)
        if key == "schema":
            continue
        if key == "event" and isinstance(value.data, Mapping):
            tables.append(event_table(value))
        elif name and isinstance(value.data, str):
            # after the three quotes of a long text the first line break is not part of it
            line = value.place.line + ("\n" in value.data)
            table, said = csv_table(value.data, name, stage, file, line)
            found += said
            tables += [table] if table is not None else []
            refused.update([name] if table is None else ())
        elif name and not stage and isinstance(value.data, tuple):
            rows = value.items()
            places = EntryPlaces(pointer, value, rows, single=False)
            tables.append(Table(name=name, rows=[plain_of(row) for row in rows], places=places))
        elif name or key == "event":
            expected = TABLE if key == "event" else TEXT if stage else LIST
            kind = kind_of(plain_of(value))
            found.append(finding("UJ631", value.place, pointer, expected=expected, got=kind))
            refused.add(name or key)
        else:
            unused.append(key)
            guess = guesses.of(key, ("event", *ROW_TABLES))
            found.append(
                finding("UJ611", value.key_place, pointer, got=shortened(key), nearest=guess)
            )
    raw = RawSheet(
        tables=tuple(tables), file=file, unused=tuple(unused), refused=frozenset(refused)
    )
    return raw, found


def _members(entry: Entry) -> list[tuple[str, Entry]]:
    """The members of the table; ``ratings.STAGE`` without quotes is a table in a table."""
    members: list[tuple[str, Entry]] = []
    for key, value in entry.table().items():
        if key == "ratings" and isinstance(value.data, Mapping):
            members += [(f"ratings.{stage}", text) for stage, text in value.data.items()]
        else:
            members.append((key, value))
    return members


def schema_of(entry: Entry) -> list[Finding]:
    """What is wrong with the `schema` of a document, if it says one."""
    schema = entry.get("schema")
    if schema is None or schema.data == SCHEMA:
        return []
    got = shortened(str(plain_of(schema)))
    return [finding("UJ612", schema.place, "/schema", got=got, expected=SCHEMA)]


def event_table(entry: Entry) -> Table:
    """The table of the event."""
    places = EntryPlaces("/event", entry, (entry,), single=True)
    return Table(name="event", rows=[plain_of(entry)], places=places)


def plain_of(entry: Entry) -> object:
    """The value of an entry and all beneath it, without places; whole numbers as `Fraction`."""
    match entry.data:
        case bool():
            return entry.data
        case int():
            return Fraction(entry.data)
        case tuple():
            return [plain_of(item) for item in entry.data]
        case Mapping():
            return {key: plain_of(value) for key, value in entry.data.items()}
        case _:
            return entry.data
