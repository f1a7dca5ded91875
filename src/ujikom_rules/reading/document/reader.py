"""From a text of rules to values with places; the only room that knows the parser."""

from collections.abc import Iterator
from pathlib import Path

import tomli

from ujikom_rules.errors import Finding, Place
from ujikom_rules.messages import finding
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.lines import Lines
from ujikom_rules.reading.document.entries import Entries, number
from ujikom_rules.reading.document.pieces import Scan
from ujikom_rules.reading.document.positions import scan

LIMIT = 10_000_000
_ODD = {"deep": "UJ140", "huge": "UJ134", "lines": "UJ110", "comma": "UJ111", "escape": "UJ130"}
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BOM = "\ufeff"


def read_document(
    text: str | bytes, file: str = "", *, limit: int = LIMIT
) -> tuple[Entry | None, tuple[Finding, ...]]:
    r"""Read a text of rules into its root table, every value with its place.

    Numbers with a point become `Fraction`, exactly as written. A value that the ruleset language
    does not know (a time, an endless number) is an entry without data: its finding is here, and
    nothing more need be said of it.

    Args:
        text: the text; bytes are read as UTF-8, with or without a byte order mark.
        file: the name for the places.
        limit: bytes beyond which nothing is read.

    Returns:
        The root table, or None where the text cannot be read, and the findings.

    Example:
        >>> root, findings = read_document("[ruleset]\nid = 'kota/2025'", "kota.toml")
        >>> str(root.get("ruleset").get("id").place)
        'kota.toml:2:6'
    """
    decoded = _decoded(text, file, limit)
    if isinstance(decoded, Finding):
        return None, (decoded,)
    source = decoded.removeprefix(_BOM).replace("\r\n", "\n")
    return _read(source, file)


def read_document_file(
    path: Path, limit: int = LIMIT, *, called: str = ""
) -> tuple[Entry | None, tuple[Finding, ...]]:
    """Read a file as `read_document` reads a text; what is wrong with the file is a finding too.

    Args:
        path: the file.
        limit: bytes beyond which nothing is read.
        called: what findings and sources call it; its path where nothing is said.
    """
    here, name = Place(called or str(path)), path.name or str(path)
    try:
        if path.is_dir():
            return None, (finding("UJ006", here, got=name),)
        with path.open("rb") as opened:
            content = opened.read(limit + 1)
    except (FileNotFoundError, NotADirectoryError):
        return None, (finding("UJ001", here, got=name, nearest=_with_txt(path)),)
    except PermissionError:
        return None, (finding("UJ005", here, got=name),)
    except (OSError, ValueError):  # ValueError: a name with a zero byte
        return None, (finding("UJ007", here, got=name),)
    return read_document(content, called or str(path), limit=limit)


def _with_txt(path: Path) -> str:
    """The name under which Notepad has saved a file, where that stands beside it."""
    saved = path.with_name(f"{path.name}.txt")
    return saved.name if is_there(saved) else ""


def is_there(path: Path) -> bool:
    """Whether a file is there; one whose name no system takes is not."""
    try:
        return path.is_file()
    except (OSError, ValueError):  # ValueError: a name with a zero byte
        return False


def _decoded(text: str | bytes, file: str, limit: int) -> str | Finding:
    """The text, or what is wrong with its bytes."""
    if isinstance(text, str):
        try:
            text = text.encode()
        except UnicodeEncodeError as error:  # half of a surrogate pair
            place = Lines(error.object, file).place(error.start)
            return finding("UJ003", place, got=f"U+{ord(error.object[error.start]):04X}")
    if len(text) > limit:
        return finding("UJ002", Place(file), expected=limit)
    if text.startswith(_UTF16) or b"\x00" in text[:2]:
        return finding("UJ004", Place(file, 1, 1))
    try:
        return text.decode()
    except UnicodeDecodeError as error:
        before = text[: error.start].decode().removeprefix(_BOM)
        place = Lines(before, file).place(len(before))
        bad = bytes([text[error.start]])
        return finding("UJ003", place, got=bad.decode("cp1252", "replace"))


def _read(source: str, file: str) -> tuple[Entry | None, tuple[Finding, ...]]:
    """The entries of a text whose lines end in a line feed, and the findings."""
    lines = Lines(source, file)
    scanned = scan(source, brief=True)
    entries = Entries(source, lines, [odd.owner for odd in scanned.odd])
    if any(odd.kind in ("deep", "huge") for odd in scanned.odd):
        return None, tuple(_odd(entries, scanned))
    try:
        data = tomli.loads(source, parse_float=number)
    except tomli.TOMLDecodeError as error:
        from ujikom_rules.reading.document.slips import explain  # noqa: PLC0415  seldom wanted

        return None, (explain(source, error.pos, scan(source).clash, lines.place),)
    root = entries.root(data, scanned.root)
    return root, (*entries.findings, *_odd(entries, scanned))


def _odd(entries: Entries, scanned: Scan) -> Iterator[Finding]:
    """A finding for everything that the parser takes and the ruleset language does not."""
    for odd in scanned.odd:
        got = entries.written(odd.offset) if odd.kind == "huge" else ""
        got = entries.text[odd.offset : odd.offset + 2] if odd.kind == "escape" else got
        path = entries.owners.get(odd.owner, "")
        yield finding(_ODD[odd.kind], entries.lines.place(odd.offset), path, got=got)
