"""Where every key and value of a text stands; the parser itself gives values without places.

One walk from left to right, without recursion, in time linear in the text. The walk trusts the
parser to judge the text: it is lenient about values, and stops where it cannot follow. Besides
places it notes what TOML 1.1 allows and the ruleset language (TOML 1.0) does not, and the first
name that is used for two things.
"""

import re
from contextlib import suppress
from typing import NoReturn, TypeAlias

from ujikom_rules.reading.document.pieces import (
    BLANK,
    BLANKS,
    DOT,
    KEY,
    LINE,
    PAIR,
    PART,
    PLAIN,
    REST_OF_LINE,
    SPACE,
    TABLE,
    Clash,
    Lines,
    Oddity,
    OddKind,
    Origin,
    Point,
    Scan,
    Spot,
    Trail,
    TrailKind,
    key_name,
    leaf_end,
)

MAX_DEPTH = 100
MAX_ATOM = 4000  # a longer number would make `int` raise before we could say where it stands

Path: TypeAlias = tuple[str | int, ...]


def positions(text: str) -> dict[Path, tuple[Point, Point]]:
    """Where the key and the value of every path stand, as (line, column).

    A table with a header has its value at the bracket of the header, one that is only named in
    passing where it was first named; the key of a list's item is where the item begins.

    Args:
        text: a text that the parser has accepted.

    Example:
        >>> positions("a = [10, 20]")[("a", 1)]
        ((1, 10), (1, 10))
    """
    text = text.replace("\r\n", "\n")
    lines = Lines(text)
    found: dict[Path, tuple[Point, Point]] = {}
    waiting: list[tuple[Path, Spot]] = [((), scan(text).root)]
    while waiting:
        path, spot = waiting.pop()
        for name, inner in spot.inside.items():
            found[(*path, name)] = (lines.at(inner.key), lines.at(inner.value))
            waiting.append(((*path, name), inner))
    return found


def scan(text: str, until: int | None = None) -> Scan:
    """Walk through a text whose lines end in a line feed, at most as far as `until`.

    The walk never fails: it stops at the end, at `until`, at a nesting beyond `MAX_DEPTH`, or
    where it cannot follow, and gives what it has found so far.
    """
    walk = _Walk(text, len(text) if until is None else until)
    with suppress(_Stop):
        walk.run()
    trail = Trail(walk.kind, walk.at, walk.value_at, tuple(at for at, _ in walk.open))
    return Scan(walk.root, tuple(walk.odd), walk.clash, trail)


class _Stop(Exception):
    """The walk ends here."""


class _Walk:
    """The state of one walk."""

    def __init__(self, text: str, until: int) -> None:
        self.text, self.until = text, until
        self.root = Spot(0, 0, "header", 0)
        self.table = self.root
        self.open: list[tuple[int, Spot]] = []
        self.odd: list[Oddity] = []
        self.clash: Clash | None = None
        self.kind: TrailKind = "nothing"
        self.at = self.value_at = 0
        self.tables_over_lines: set[int] = set()

    def run(self) -> None:
        pos = self._skip(BLANK, 0)
        while pos < len(self.text):
            line = LINE.match(self.text, pos)
            if line is not None and line.end() <= self.until:
                pos = self._line(line)
                continue
            if self.text.startswith("[", pos):
                pos = self._header(pos)
            else:
                spot, pos = self._pair(pos, self.table)
                pos = self._value(pos, spot)
            pos = self._skip(REST_OF_LINE, pos)
            if pos < len(self.text):
                self._expect("\n", pos)
            pos = self._skip(BLANK, pos)

    def _line(self, line: re.Match[str]) -> int:
        """A whole line of a plain key and a plain value, and the blank lines behind it."""
        end, value = line.end(), line.start(2)
        self.kind, self.at = "key", line.start()
        self._named(line[1], line.start(), self.table).value = value
        self.kind, self.at, self.value_at = "value", value, value
        return self._skip(BLANK, end) if self.text.startswith("#", end) else end

    def _begin(self, kind: TrailKind, pos: int) -> None:
        if pos > self.until:
            raise _Stop
        self.kind, self.at = kind, pos
        if kind == "value":
            self.value_at = pos

    def _skip(self, pattern: re.Pattern[str], pos: int) -> int:
        match = pattern.match(self.text, pos)
        return match.end() if match else pos

    def _expect(self, sign: str, pos: int) -> int:
        if not self.text.startswith(sign, pos):
            raise _Stop
        return pos + len(sign)

    def _new(self, key: int, value: int, origin: Origin, owner: Spot) -> Spot:
        if owner.depth >= MAX_DEPTH:
            self._give_up("deep", key)
        return Spot(key, value, origin, owner.depth + 1)

    def _give_up(self, kind: OddKind, offset: int) -> NoReturn:
        self.odd.append(Oddity(kind, offset))
        raise _Stop

    def _clashes(self, at: int, name: str, first: Spot, *, header: bool) -> None:
        if self.clash is None:
            self.clash = Clash(at, name, header, first.key, first.value, first.origin)

    def _key(self, pos: int) -> tuple[list[tuple[str, int]], int]:
        parts: list[tuple[str, int]] = []
        while True:
            match = PART.match(self.text, pos)
            if match is None:
                raise _Stop
            parts.append((self._name(match), pos))
            if len(parts) > MAX_DEPTH:
                self._give_up("deep", pos)
            dot = DOT.match(self.text, match.end())
            if dot is None:
                return parts, self._skip(SPACE, match.end())
            pos = dot.end()

    def _name(self, match: re.Match[str]) -> str:
        if match.group()[0] == '"':
            self._escapes(match.start(), match.end(), -1)
        return key_name(match.group())

    def _header(self, start: int) -> int:
        self._begin("header", start)
        sign = "]]" if self.text.startswith("[[", start) else "]"
        parts, pos = self._key(self._skip(SPACE, start + len(sign)))
        pos = self._expect(sign, pos)
        table = self.root
        for name, at in parts[:-1]:
            inner = table.inside.get(name)
            if inner is not None and inner.origin == "value":
                self._clashes(at, name, inner, header=True)
                inner = None
            if inner is None:
                inner = table.inside[name] = self._new(at, at, "implicit", table)
            table = inner.inside[len(inner.inside) - 1] if inner.origin == "list" else inner
        name, at = parts[-1]
        spot = table.inside.get(name)
        fitting: Origin = "list" if sign == "]]" else "implicit"
        if spot is not None and spot.origin != fitting:
            self._clashes(at, name, spot, header=True)
            spot = None
        if sign == "]]":
            if spot is None:
                spot = table.inside[name] = self._new(at, start, "list", table)
            self.table = self._new(start, start, "item", spot)
            spot.inside[len(spot.inside)] = self.table
        elif spot is None:
            self.table = table.inside[name] = self._new(at, start, "header", table)
        else:
            spot.key, spot.value, spot.origin = at, start, "header"
            self.table = spot
        return pos

    def _pair(self, pos: int, table: Spot) -> tuple[Spot, int]:
        self._begin("key", pos)
        if (plain := KEY.match(self.text, pos)) is not None:
            return self._named(plain[1], pos, table), plain.end()
        parts, pos = self._key(pos)
        pos = self._skip(SPACE, self._expect("=", pos))
        for name, at in parts[:-1]:
            inner = table.inside.get(name)
            if inner is not None and inner.origin not in ("implicit", "dotted"):
                self._clashes(at, name, inner, header=False)
                inner = None
            if inner is None:
                inner = table.inside[name] = self._new(at, at, "dotted", table)
            inner.origin = "dotted"
            table = inner
        name, at = parts[-1]
        return self._named(name, at, table), pos

    def _named(self, name: str, at: int, table: Spot) -> Spot:
        if name in table.inside:
            self._clashes(at, name, table.inside[name], header=False)
        spot = table.inside[name] = self._new(at, at, "value", table)
        return spot

    def _value(self, pos: int, spot: Spot) -> int:
        """From the first character of a value to behind its last; lists wait on a stack."""
        while True:
            self._begin("value", pos)
            spot.value = pos
            table = TABLE.match(self.text, pos) if spot.depth < MAX_DEPTH else None
            if table is not None and table.end() <= self.until:
                pos = self._table(table, spot)
            elif self.text.startswith(("[", "{"), pos):
                self.open.append((pos, spot))
                pos += 1
            else:
                pos = self._leaf(pos)
            while self.open:
                item, pos = self._next(pos)
                if item is not None:
                    spot = item
                    break
                self.open.pop()
            else:
                return pos

    def _table(self, table: re.Match[str], owner: Spot) -> int:
        """A whole short table of plain keys and plain values."""
        for pair in PLAIN.finditer(self.text, table.start() + 1, table.end() - 1):
            self.kind, self.at = "key", pair.start()
            self._named(pair[1], pair.start(), owner).value = pair.start(2)
            self.kind, self.at, self.value_at = "value", pair.start(2), pair.start(2)
        return table.end()

    def _next(self, pos: int) -> tuple[Spot | None, int]:
        """The next item of the innermost open list or table, or None and behind its end."""
        start, owner = self.open[-1]
        in_table = self.text[start] == "{"
        end = "}" if in_table else "]"
        pos = self._between(pos, start, in_table)
        if self.text.startswith(end, pos):
            return None, pos + 1
        if owner.inside:
            comma, pos = pos, self._expect(",", pos)
            pos = self._between(pos, start, in_table)
            if self.text.startswith(end, pos):
                if in_table:
                    self.odd.append(Oddity("comma", comma, start))
                return None, pos + 1
        if in_table:
            return self._pair(pos, owner)
        item = owner.inside[len(owner.inside)] = self._new(pos, pos, "value", owner)
        return item, pos

    def _between(self, pos: int, start: int, in_table: bool) -> int:
        if self.text[pos : pos + 1] not in BLANKS:
            return pos
        end = self._skip(BLANK, pos)
        over_lines = in_table and self.text.find("\n", pos, end) >= 0
        if over_lines and start not in self.tables_over_lines:
            self.tables_over_lines.add(start)
            self.odd.append(Oddity("lines", start, start))
        return end

    def _leaf(self, pos: int) -> int:
        end = leaf_end(self.text, pos)
        if end == pos or end > self.until:
            raise _Stop
        first = self.text[pos]
        if first == '"':
            self._escapes(pos, end, pos)
        elif first in "+-0123456789" and end - pos > MAX_ATOM:
            self._give_up("huge", pos)
        return end

    def _escapes(self, start: int, end: int, owner: int) -> None:
        if self.text.find("\\", start, end) < 0:
            return
        for match in PAIR.finditer(self.text, start, end):
            if match.group(1) in "ex":
                self.odd.append(Oddity("escape", match.start(), owner))
