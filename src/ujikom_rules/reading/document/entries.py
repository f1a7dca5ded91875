"""From values as the parser gives them to entries: each with its place, its path and its source."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime, time
from fractions import Fraction
from typing import Any, TypeAlias

from attrs import frozen

from ujikom_rules.errors import Finding
from ujikom_rules.exact import MAX_DIGITS, NumberError, parse_number
from ujikom_rules.messages import finding
from ujikom_rules.model.entry import Entry, Plain, Source
from ujikom_rules.model.lines import Lines
from ujikom_rules.reading.document.pieces import (
    PLAIN,
    PLAIN_PAIR,
    Leaf,
    Short,
    Spot,
    leaf_end,
    quoted,
)
from ujikom_rules.reading.sources import covering, of_file, of_open_term

_Spots: TypeAlias = Mapping[str | int, Spot | Leaf | Short]
_TOO_LONG = 10**MAX_DIGITS
_ORDINARY = range(-(10**15), 10**15)  # whole numbers that nothing can be said against
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_SHORT_TIME = re.compile(r"(?:.*[Tt ])?[0-9]{2}:[0-9]{2}(?:[Zz]|[+-][0-9]{2}:[0-9]{2})?")
_UNDERLINED = re.compile(r"[0-9A-Fa-f]_[0-9A-Fa-f]")
_SHOWN = 60  # characters of a value that a message repeats
_LONG_NAME, _LONG_PATH = 200, 1000


@frozen(eq=False, repr=False)
class _NoNumber:
    """What stands in the parser's result for a number that is none of ours."""

    code: str
    got: str


def number(text: str) -> Fraction | _NoNumber:
    """A number with a point, for the parser; `Entries` says what is wrong with one."""
    try:
        return parse_number(text)
    except NumberError as error:
        if error.fault == "not-finite":
            return _NoNumber("UJ133", error.text)
        return _NoNumber("UJ135" if "_" in text else "UJ134", error.text)


class Entries:
    """One text on its way to entries.

    Args:
        text: the text, its lines ending in a line feed.
        lines: those of the text.
        owners: offsets of the values that something odd was seen in.

    Attributes:
        findings: what is wrong with single values.
        owners: the key paths of those values, by the offset.
    """

    def __init__(self, text: str, lines: Lines, owners: Iterable[int]) -> None:
        self.text, self.lines = text, lines
        self.owners = dict.fromkeys(owners, "")
        self.findings: list[Finding] = []
        # Looked up once: it is rare.
        self.may_underline = "_" in text and _UNDERLINED.search(text) is not None
        self.ordinary = range(0) if self.may_underline else _ORDINARY
        self.steps = _Steps()

    def root(self, data: dict[str, Any], spot: Spot) -> Entry:
        """The root table of what the parser has read."""
        return self._entry(data, spot, "", of_file(data))

    def written(self, offset: int) -> str:
        """What stands at an offset, as far as a message repeats it."""
        end = leaf_end(self.text, offset)
        shown = self.text[offset : min(end, offset + _SHOWN)]
        return shown if end <= offset + _SHOWN else shown + "…"

    def _entry(
        self, value: Any, spot: Spot | Leaf | Short, path: str, source: Source | None
    ) -> Entry:
        """A value with all that it holds."""
        kind, data, written = type(value), value, ""
        if kind is dict and "source" in value:
            source = covering(value["source"], path, source)
        elif kind is dict and "article" in value:
            source = of_open_term(value["article"], path, source)
        if isinstance(spot, tuple):
            key, at = spot[:2]
            if kind is dict:
                data = self._short_table(value, spot, path, source)
            elif kind is list:
                data = self._short_list(value, spot, path, source)
        else:
            key, at = spot.key, spot.value
            if at in self.owners and spot.origin == "value":
                self.owners[at] = path
            if kind is dict:
                data = self._table(value, spot.inside, path, source)
            elif kind is list:
                data = self._list(value, spot.inside, path, source)
        if kind is Fraction:
            written = self.written(at)
        elif data is value and kind is not str and kind is not bool:
            data = self._plain(value, at, path)
        return Entry(data, at, key, path, source, written, self.lines)

    # Most of a document is texts and whole numbers in tables and short lists: those are made at
    # once, since a call for each would take as long as all the rest.

    def _table(self, value: Any, spots: _Spots, path: str, source: Source | None) -> Plain:
        """The entries of a table; absurdly long paths are cut, to cost no memory."""
        lines, steps, ordinary = self.lines, self.steps, self.ordinary
        above, cut = f"{path}." if path else "", len(path) > _LONG_PATH
        found: dict[str, Entry] = {}
        for key, each in value.items():
            spot, kind = spots[key], type(each)
            here = path if cut else above + steps[key]
            if isinstance(spot, tuple) and (kind is str or (kind is int and each in ordinary)):
                found[key] = Entry(each, spot[1], spot[0], here, source, "", lines)
            else:
                found[key] = self._entry(each, spot, here, source)
        return found

    def _list(self, value: Any, spots: _Spots, path: str, source: Source | None) -> Plain:
        """The entries of a list."""
        above, cut = f"{path}." if path else "", len(path) > _LONG_PATH
        names = [_item_name(item, number) for number, item in enumerate(value)]
        found = [
            self._entry(
                item, spots[number], path if cut else above + self.steps[names[number]], source
            )
            for number, item in enumerate(value)
        ]
        return tuple(found)

    # The parser has read as many values as the pattern finds, in the same order.

    def _short_table(
        self, value: Any, spot: Leaf | Short, path: str, source: Source | None
    ) -> Plain:
        """The entries of a short table."""
        lines, steps, ordinary = self.lines, self.steps, self.ordinary
        above, cut = f"{path}." if path else "", len(path) > _LONG_PATH
        found: dict[str, Entry] = {}
        pairs = PLAIN_PAIR.finditer(self.text, spot[1] + 1, spot[-1])
        for (key, each), pair in zip(value.items(), pairs, strict=True):
            kind, at = type(each), pair.start(2)
            here = path if cut else above + steps[key]
            if kind is str or (kind is int and each in ordinary):
                found[key] = Entry(each, at, pair.start(), here, source, "", lines)
            else:
                found[key] = self._entry(each, (pair.start(), at, pair.end()), here, source)
        return found

    def _short_list(
        self, value: Any, spot: Leaf | Short, path: str, source: Source | None
    ) -> Plain:
        """The entries of a short list."""
        lines, ordinary = self.lines, self.ordinary
        above, cut = f"{path}.", len(path) > _LONG_PATH
        found: list[Entry] = []
        items = PLAIN.finditer(self.text, spot[1] + 1, spot[-1])
        for each, item in zip(value, items, strict=True):
            kind, at = type(each), item.start()
            here = path if cut else above + str(len(found))
            if kind is str or (kind is int and each in ordinary):
                found.append(Entry(each, at, at, here, source, "", lines))
            else:
                found.append(self._entry(each, (at, at), here, source))
        return tuple(found)

    def _plain(self, value: Any, offset: int, path: str) -> Plain:
        """A value that holds no others; None with a finding for one that is none of ours."""
        code, got = "", ""
        match value:
            case int():
                if self.may_underline and "_" in self.written(offset):
                    code, got = "UJ135", self.written(offset)
                elif abs(value) >= _TOO_LONG:
                    code, got = "UJ134", self.written(offset)
            case _NoNumber():
                code, got = value.code, value.got
            case datetime() | time():
                got = self.written(offset)
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
