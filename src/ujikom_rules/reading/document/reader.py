"""From a text of rules to values with places; the only room that knows the parser."""

import re
from collections.abc import Mapping
from datetime import datetime, time
from fractions import Fraction
from pathlib import Path
from typing import Any

import tomli
from attrs import frozen

from ujikom_rules.errors import Finding, Place
from ujikom_rules.exact import MAX_DIGITS, NumberError, parse_number
from ujikom_rules.messages import finding
from ujikom_rules.model.entry import Entry, Plain, Source
from ujikom_rules.model.lines import Lines
from ujikom_rules.reading.document.pieces import (
    Leaf,
    Scan,
    Spot,
    leaf_end,
    origin_of,
    quoted,
)
from ujikom_rules.reading.document.positions import scan
from ujikom_rules.reading.sources import covering, of_file, of_open_term

LIMIT = 10_000_000
_TOO_LONG = 10**MAX_DIGITS
_ODD = {"deep": "UJ140", "huge": "UJ134", "lines": "UJ110", "comma": "UJ111", "escape": "UJ130"}
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BOM = "\ufeff"
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_SHORT_TIME = re.compile(r"(?:.*[Tt ])?[0-9]{2}:[0-9]{2}(?:[Zz]|[+-][0-9]{2}:[0-9]{2})?")
_UNDERLINED = re.compile(r"[0-9A-Fa-f]_[0-9A-Fa-f]")
_SHOWN = 60  # characters of a value that a message repeats
_LONG_NAME, _LONG_PATH = 200, 1000


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
    return _Reader(source, file).read()


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


@frozen(eq=False, repr=False)
class _NoNumber:
    """What stands in the parser's result for a number that is none of ours."""

    code: str
    got: str


def _number(text: str) -> Fraction | _NoNumber:
    try:
        return parse_number(text)
    except NumberError as error:
        if error.fault == "not-finite":
            return _NoNumber("UJ133", error.text)
        return _NoNumber("UJ135" if "_" in text else "UJ134", error.text)


class _Reader:
    """One text on its way to entries."""

    def __init__(self, source: str, file: str) -> None:
        self.source, self.lines = source, Lines(source, file)
        self.may_underline = _UNDERLINED.search(source) is not None  # looked up once: it is rare
        self.findings: list[Finding] = []
        self.paths: dict[int, str] = {}
        self.steps = _Steps()

    def read(self) -> tuple[Entry | None, tuple[Finding, ...]]:
        scanned = scan(self.source)
        if any(odd.kind in ("deep", "huge") for odd in scanned.odd):
            self._say_odd(scanned)
            return None, tuple(self.findings)
        try:
            data = tomli.loads(self.source, parse_float=_number)
        except tomli.TOMLDecodeError as error:
            from ujikom_rules.reading.document.slips import explain  # noqa: PLC0415  seldom wanted

            return None, (explain(self.source, error.pos, scanned.clash, self.lines.place),)
        self.paths = {odd.owner: "" for odd in scanned.odd}
        root = self._entry(data, scanned.root, "", of_file(data))
        self._say_odd(scanned)
        return root, tuple(self.findings)

    def _say_odd(self, scanned: Scan) -> None:
        for odd in scanned.odd:
            got = self._written(odd.offset) if odd.kind == "huge" else ""
            got = self.source[odd.offset : odd.offset + 2] if odd.kind == "escape" else got
            path = self.paths.get(odd.owner, "")
            self.findings.append(
                finding(_ODD[odd.kind], self.lines.place(odd.offset), path, got=got)
            )

    def _written(self, offset: int) -> str:
        """What stands at an offset, as far as a message repeats it."""
        end = leaf_end(self.source, offset)
        shown = self.source[offset : min(end, offset + _SHOWN)]
        return shown if end <= offset + _SHOWN else shown + "…"

    def _entry(self, value: Any, spot: Spot | Leaf, path: str, source: Source | None) -> Entry:
        key, at = spot if isinstance(spot, tuple) else (spot.key, spot.value)
        if self.paths and at in self.paths and origin_of(spot) == "value":
            self.paths[at] = path
        kind, data, written = type(value), value, ""
        if not isinstance(spot, tuple) and (kind is dict or kind is list):
            if kind is dict and "source" in value:
                source = covering(value["source"], path, source)
            elif kind is dict and "article" in value:
                source = of_open_term(value["article"], path, source)
            data = self._inside(value, spot.inside, path, source)
        elif kind is Fraction:
            written = self._written(at)
        elif kind is not str and kind is not bool:
            data = self._plain(value, at, path)
        return Entry(data, at, key, path, source, written, self.lines)

    def _inside(
        self, value: Any, spots: Mapping[str | int, Spot | Leaf], path: str, source: Source | None
    ) -> Plain:
        """The entries of a table or a list; absurdly long paths are cut, to cost no memory."""
        entry, steps = self._entry, self.steps
        above, cut = f"{path}." if path else "", len(path) > _LONG_PATH
        if isinstance(value, dict):
            return {
                key: entry(each, spots[key], path if cut else above + steps[key], source)
                for key, each in value.items()
            }
        names = [_item_name(item, number) for number, item in enumerate(value)]
        found = [
            entry(item, spots[number], path if cut else above + steps[names[number]], source)
            for number, item in enumerate(value)
        ]
        return tuple(found)

    def _plain(self, value: Any, offset: int, path: str) -> Plain:
        """A value that holds no others; None with a finding for one that is none of ours."""
        code, got = "", ""
        match value:
            case int():
                if self.may_underline and "_" in self._written(offset):
                    code, got = "UJ135", self._written(offset)
                elif abs(value) >= _TOO_LONG:
                    code, got = "UJ134", self._written(offset)
            case _NoNumber():
                code, got = value.code, value.got
            case datetime() | time():
                got = self._written(offset)
                code = "UJ131" if _SHORT_TIME.fullmatch(got) else "UJ132"
            case _:
                pass
        if code:
            self.findings.append(finding(code, self.lines.place(offset), path, got=got))
            return None
        plain: Plain = value
        return plain


def _item_name(item: Any, number: int) -> str:
    """What a list's item is called in a path: by its id where it has one."""
    name = item.get("id") if isinstance(item, dict) else None
    return name if isinstance(name, str) else str(number)


class _Steps(dict[str, str]):
    """Names as a path says them; a document says the same few again and again."""

    def __missing__(self, name: str) -> str:
        shown = name if len(name) <= _LONG_NAME else name[:_LONG_NAME] + "…"
        if not (shown.isascii() and shown.isidentifier()) and _BARE.fullmatch(shown) is None:
            shown = quoted(shown)
        self[name] = shown
        return shown
