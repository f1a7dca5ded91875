"""A scoresheet in a folder: `event.toml` and a CSV file for each table."""

from pathlib import Path

from ujikom_rules.errors import Finding, Place, errors_in
from ujikom_rules.messages import Text, finding
from ujikom_rules.messages.system import reason_of
from ujikom_rules.reading.document import read_document
from ujikom_rules.reading.scoresheets.csv_sheet import csv_table, table_of_file
from ujikom_rules.reading.scoresheets.entry_sheet import event_table, schema_of
from ujikom_rules.reading.scoresheets.tables import (
    ROW_TABLES,
    Guesses,
    RawSheet,
    Table,
    part_of_pointer,
    shortened,
)

BYTES = Text("byte", "bytes")
_NOT_OURS = ("desktop.ini", "thumbs.db")


def read_folder(path: Path, limit: int) -> tuple[RawSheet | None, list[Finding]]:
    """The tables of a folder.

    Args:
        path: the folder.
        limit: how many bytes its tables may have together.

    Returns:
        The tables, or None where the folder cannot be read, and the findings.
    """
    try:
        found = (p for p in path.iterdir() if p.is_file() and _may_be_ours(p.name))
        files = sorted(found, key=lambda p: p.name)
    except OSError as error:
        return None, [unopened(path, error)]
    folder = _Folder(limit)
    for file in files:
        folder.read(file)
    unused = tuple(folder.unused)
    files_of = {"event": "event.toml", **{name: f"{name}.csv" for name in ROW_TABLES}}
    guesses = Guesses()
    for name in unused:
        guess = files_of.get(guesses.of(name.partition(".")[0], files_of), "")
        folder.found.append(finding("UJ621", Place(str(path / name)), got=name, nearest=guess))
    raw = RawSheet(
        tables=tuple(folder.tables),
        file=str(path),
        unused=unused,
        suffix=".csv",
        refused=frozenset(folder.refused),
    )
    return raw, folder.found


def _may_be_ours(name: str) -> bool:
    """Whether a file is neither hidden nor left there by Excel or the system."""
    return not name.startswith((".", "~")) and name.casefold() not in _NOT_OURS


def read_bytes(path: Path, limit: int) -> bytes | Finding:
    """The bytes of a file, or why they cannot be had."""
    try:
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except (OSError, ValueError) as error:  # ValueError: a name with a zero byte
        return unopened(path, error)
    if len(content) > limit:
        return finding("UJ604", Place(str(path)), got=path.name, expected=limit, unit=BYTES)
    return content


def unopened(path: Path, error: OSError | ValueError) -> Finding:
    """The finding about a file or folder that cannot be opened."""
    place = Place(str(path))
    if isinstance(error, FileNotFoundError):
        return finding("UJ601", place, got=path.name, nearest="")
    if isinstance(error, PermissionError):
        return finding("UJ602", place, got=path.name)
    return finding("UJ603", place, got=path.name, reason=reason_of(error))


def decoded(content: bytes, file: str) -> str | Finding:
    """The text of bytes, or where they are no UTF-8."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        return finding("UJ607", Place(file, line, column))


class _Folder:
    """The tables read so far, and the bytes that are left."""

    def __init__(self, limit: int) -> None:
        self.limit, self.left = limit, limit
        self.tables: list[Table] = []
        self.found: list[Finding] = []
        self.unused: list[str] = []
        self.refused: set[str] = set()

    def read(self, path: Path) -> None:
        """Read one file into a table."""
        stem, _, ending = path.name.rpartition(".")
        name, stage = table_of_file(stem) if ending.casefold() == "csv" else ("", "")
        if path.name.casefold() == "event.toml":
            name = "event"
        if not name:
            self.unused.append(path.name)
            return
        content = read_bytes(path, self.left)
        if isinstance(content, bytes):
            self.left -= len(content)
            table, found = self._table(content, name, stage, str(path))
        else:
            table, found = None, [content]
        self.found += found
        if table is not None:
            self.tables.append(table)
        elif errors_in(found):
            self.refused.add(name)

    def _table(
        self, content: bytes, name: str, stage: str, file: str
    ) -> tuple[Table | None, list[Finding]]:
        if name == "event":
            return _event(content, file, self.limit)
        text = decoded(content, file)
        if not isinstance(text, str):
            return None, [text]
        return csv_table(text, name, stage, file)


def _event(content: bytes, file: str, limit: int) -> tuple[Table | None, list[Finding]]:
    """The table of the event, and what else stands in its file."""
    entry, said = read_document(content, file, limit=limit)
    found = list(said)
    event = entry.get("event") if entry is not None else None
    if entry is None:
        return None, found
    if event is None:
        return None, [*found, finding("UJ613", Place(file), "/event", got="[event]", nearest="")]
    for key, value in entry.table().items():
        if key not in ("event", "schema"):
            pointer = f"/{part_of_pointer(key)}"
            got, guess = shortened(key), f"{key}.csv" if key in ROW_TABLES else ""
            found.append(finding("UJ611", value.key_place, pointer, got=got, nearest=guess))
    return event_table(event), found + schema_of(entry)
