"""Which ruleset a file is, seen from its first lines; read whole only where these do not tell."""

import re
from collections.abc import Iterator
from pathlib import Path

from ujikom_rules.reading.document import read_document_file

HEAD = 65_536  # bytes of a file in which its id is looked for
_SOON = 4096  # characters in which it nearly always stands
_ESCAPE = b"\\"  # behind it any letter may stand, as in "\\u002f" for a slash

# Comments and texts over several lines may hold anything, even what looks like a header.
_NOISE = re.compile(
    r"""#[^\n]*|\"{3}.*?\"{3}|'{3}.*?'{3}|("(?:[^"\\\n]|\\.)*"|'[^'\n]*')""", re.DOTALL
)
_TABLE = re.compile(
    r"^[ \t]*\[[ \t]*[\"']?ruleset[\"']?[ \t]*\][ \t]*$(.*?)(?=^[ \t]*\[|\Z)",
    re.MULTILINE | re.DOTALL,
)
_INLINE = re.compile(r"""^[ \t]*["']?ruleset["']?[ \t]*=[ \t]*\{([^\n]*)""", re.MULTILINE)
_DOTTED = re.compile(
    r"""^[ \t]*["']?ruleset["']?[ \t]*\.[ \t]*(["']?id["']?[ \t]*=[^\n]*)""", re.MULTILINE
)
_INNER = re.compile(r"\{[^{}\n]*\}")  # a title has an `id` too
_ID = re.compile(r"""(?:^|,)[ \t]*["']?id["']?[ \t]*=[ \t]*["']([^"'\n]*)["']""", re.MULTILINE)


def peek(text: str) -> str:
    r"""The id that a ruleset says it has, without reading the whole; empty where none is seen.

    >>> peek('schema = 1\n[ruleset]\nid = "kota/2025"')
    'kota/2025'
    """
    text = text.replace("\r\n", "\n")
    first = text[: text.rfind("\n", 0, _SOON) + 1]
    if '"""' not in first and "'''" not in first:  # no text that goes on behind these lines
        plain = _without_noise(first)
        table = _TABLE.search(plain)
        if table is not None and table.end() < len(plain) and (id_ := _id_in(table)):
            return id_
    plain = _without_noise(text)
    tables = (pattern.search(plain) for pattern in (_TABLE, _INLINE, _DOTTED))
    return next((id_ for table in tables if table is not None and (id_ := _id_in(table))), "")


def _without_noise(text: str) -> str:
    return _NOISE.sub(lambda found: found[1] or "", text)


def _id_in(table: re.Match[str]) -> str:
    said = _ID.search(_INNER.sub("", table[1]))
    return "" if said is None else said[1]


def ids_in(folder: Path, wanted: str = "") -> Iterator[tuple[Path, str]]:
    """Every ruleset's file beneath a folder with the id inside; others are passed over.

    Args:
        folder: where to look.
        wanted: an id; files in which it does not even occur are passed over too.
    """
    sought = wanted.encode()
    for path in sorted(folder.rglob("*.toml")):
        if path.name.endswith(".cases.toml"):
            continue
        try:
            with path.open("rb") as opened:
                head = opened.read(HEAD)
        except OSError:
            continue  # a file that cannot be read is no reason to refuse another
        if sought not in head and _ESCAPE not in head:
            continue
        id_ = peek(head.decode("utf-8-sig", "replace"))
        if _ESCAPE.decode() in id_ or (not id_ and (b"ruleset" in head or _ESCAPE in head)):
            id_ = _read(path)
        yield path, id_


def _read(path: Path) -> str:
    """The id as the reader finds it, for spellings that the first lines do not show."""
    root, _ = read_document_file(path)
    head = None if root is None else root.get("ruleset")
    said = None if head is None else head.get("id")
    return said.data if said is not None and isinstance(said.data, str) else ""
