"""Scoresheets read: from a folder, a JSON file, a text, a dict, or a case.

Each form's own reader is loaded for that form alone.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from ujikom_rules.errors import Finding, Place
from ujikom_rules.messages import Text, finding
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.scoresheet import Scoresheet
from ujikom_rules.names import nearest
from ujikom_rules.reading.scoresheets.folder_sheet import (
    BYTES,
    decoded,
    read_bytes,
    read_folder,
    unopened,
)
from ujikom_rules.reading.scoresheets.rows import build_scoresheet
from ujikom_rules.reading.scoresheets.tables import RawSheet

LIMIT = 10_000_000
_WORKBOOKS = (".xlsx", ".xlsm")
_CASES = ".cases.toml"
_NO_SHEET = Text(
    "lembar nilai adalah berkas .json, .xlsx, atau sebuah folder",
    "a scoresheet is a .json or .xlsx file or a folder",
)
_NO_RULESET = Text(
    "ini berkas contoh uji, bukan berkas aturan", "this is a file of cases, not a ruleset"
)
_OF_CASES = Text("perintah untuk contoh uji", "the command for cases")
_OF_FOLDER = Text("foldernya", "its folder")
_OTHER_WORKBOOKS = (".xls", ".xlsb", ".ods")

Read = tuple[Scoresheet | None, tuple[Finding, ...]]
Build = Callable[[RawSheet, tuple[Finding, ...]], Read]


def read_scoresheet(path: Path, *, limit: int = LIMIT, build: Build = build_scoresheet) -> Read:
    """Read a scoresheet from a folder (`event.toml` and CSV tables), a ``.json`` or ``.xlsx`` file.

    Args:
        path: the folder or file.
        limit: how many bytes may be read.
        build: how the tables become a model; `build_draft` takes what is sound of them.

    Returns:
        The scoresheet, or None where an error was found, and all findings: every mistake of all
        tables in one run.
    """
    place, ending = Place(str(path)), path.suffix.casefold()
    try:
        is_folder, is_there = path.is_dir(), path.exists()
    except OSError as error:
        return None, (unopened(path, error),)
    if is_folder:
        return scoresheet_from_tables(*read_folder(path, limit), build)
    if not is_there:
        return None, (finding("UJ601", place, got=path.name, nearest=_neighbour(path)),)
    if ending in _WORKBOOKS:
        from ujikom_rules.reading.workbooks import read_workbook  # noqa: PLC0415 - only for them

        return scoresheet_from_tables(*read_workbook(path, limit), build)
    if ending in _OTHER_WORKBOOKS:
        return None, (finding("UJ605", place, got=path.name),)
    if ending != ".json":
        return None, (_elsewhere(path, _NO_SHEET),)
    content = read_bytes(path, limit)
    if isinstance(content, Finding):
        return None, (content,)
    return parse_scoresheet(content, str(path), limit=limit, build=build)


def _instead(path: Path) -> tuple[Text, str]:
    """What to give in place of a file that is a part of a scoresheet, or are cases."""
    if path.name.casefold().endswith(_CASES):
        return _OF_CASES, f"ujikom test {path.with_name(path.name[: -len(_CASES)])}.toml"
    is_table = path.suffix.casefold() == ".csv" or path.name.casefold() == "event.toml"
    return _OF_FOLDER, str(path.parent) if is_table else ""


def not_rules(path: Path) -> Finding:
    """That cases are given in place of their ruleset."""
    return _elsewhere(path, _NO_RULESET)


def _elsewhere(path: Path, why: Text) -> Finding:
    what, instead = _instead(path)
    place = Place(str(path))
    return finding("UJ606", place, got=path.name, why=why, what=what, expected=instead)


def _neighbour(path: Path) -> str:
    """The name beside a path that was probably meant."""
    try:
        return nearest(path.name, (other.name for other in path.parent.iterdir()))
    except (OSError, ValueError):
        return ""


def parse_scoresheet(
    data: str | bytes | Mapping[str, object],
    file: str = "",
    *,
    limit: int = LIMIT,
    build: Build = build_scoresheet,
) -> Read:
    """Read a scoresheet from JSON text or a dict.

    Args:
        data: JSON text, its bytes, or a dict of the same form, whose numbers may be `int`,
            `float` (read by `repr`), `Decimal` or `Fraction`.
        file: a name for the places.
        limit: how many bytes a text may have.
        build: as in `read_scoresheet`.

    Returns:
        The scoresheet, or None where an error was found, and all findings.

    Example:
        >>> sheet, findings = parse_scoresheet('{"event": {"id": "e1"}}')
        >>> [finding.path for finding in findings]
        ['/candidates', '/ratings', '/event']
    """
    if isinstance(data, Mapping):
        from ujikom_rules.reading.scoresheets.plain_sheet import read_plain  # noqa: PLC0415

        return scoresheet_from_tables(*read_plain(data, file), build)
    if len(data) > limit or (
        isinstance(data, str) and len(data.encode("utf-8", "replace")) > limit
    ):
        return None, (
            finding("UJ604", Place(file), got=file or "JSON", expected=limit, unit=BYTES),
        )
    text = decoded(data, file) if isinstance(data, bytes) else data
    if isinstance(text, Finding):
        return None, (text,)
    from ujikom_rules.reading.scoresheets.json_sheet import read_json  # noqa: PLC0415

    return scoresheet_from_tables(*read_json(text, file), build)


def scoresheet_from_entry(entry: Entry, file: str) -> Read:
    """Read a scoresheet that stands inside a TOML document, such as a case.

    Args:
        entry: the table with `event`, and each other table as an array of tables or the text of
            its CSV: ``"ratings.wawancara" = '''…'''``.
        file: the name of the document.

    Returns:
        The scoresheet, or None where an error was found, and all findings.
    """
    from ujikom_rules.reading.scoresheets.entry_sheet import read_entry  # noqa: PLC0415

    return scoresheet_from_tables(*read_entry(entry, file))


def scoresheet_from_tables(
    raw: RawSheet | None, findings: list[Finding], build: Build = build_scoresheet
) -> Read:
    """Make the scoresheet of tables that a reader of some kind of file has read.

    Args:
        raw: the tables; None where nothing could be read.
        findings: what was said while reading them.
        build: as in `read_scoresheet`.

    Returns:
        The scoresheet, or None where an error was found, and all findings.
    """
    if raw is None:
        return None, tuple(findings)
    return build(raw, tuple(findings))
