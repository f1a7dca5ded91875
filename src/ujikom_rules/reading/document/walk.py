"""One walk from left to right through a text of rules, without recursion, in linear time.

The walk trusts the parser to judge the text: it is lenient about values, and stops where it cannot
follow. Besides places it notes what TOML 1.1 allows and the ruleset language (TOML 1.0) does not,
and the first name that is used for two things.
"""

import re
from typing import NoReturn, cast

from ujikom_rules.reading.document.pieces import (
    BLANK,
    BLANKS,
    DOT,
    END_OF_LINE,
    HEADER,
    KEY,
    LINE,
    PAIR,
    PART,
    SHORT,
    SPACE,
    Clash,
    Leaf,
    Oddity,
    OddKind,
    Origin,
    Short,
    Spot,
    TrailKind,
    begins,
    key_name,
    leaf_end,
    origin_of,
)
from ujikom_rules.reading.document.short import look_into

MAX_DEPTH = 100
SHALLOW = MAX_DEPTH - 2  # how deep a plain value may stand: what it holds nests twice more
MAX_ATOM = 4000  # a longer number would make `int` raise before we could say where it stands


class Stop(Exception):
    """The walk ends here."""


class Walk:
    """The state of one walk.

    Args:
        text: what is walked through.
        until: where to stop.
        brief: whether short lists and tables are left as they are, for who looks into them later.
    """

    def __init__(self, text: str, until: int, *, brief: bool = False) -> None:
        self.text, self.until, self.brief = text, until, brief
        self.root = Spot(0, 0, "header", 0)
        self.table = self.root
        self.open: list[tuple[int, Spot]] = []
        self.odd: list[Oddity] = []
        self.clash: Clash | None = None
        self.kind: TrailKind = "nothing"
        self.at = self.value_at = self.line_at = 0
        self.tables_over_lines: set[int] = set()

    def run(self) -> None:
        """Walk to the end; whatever ends it sooner raises `Stop`."""
        pos = self._lines(self._skip(BLANK, 0))
        while pos < len(self.text):
            self.line_at = pos
            if self.text.startswith("[", pos):
                pos = self._header(pos)
            else:
                spot, pos = self._pair(pos, self.table)
                pos = self._value(pos, spot)
            end = END_OF_LINE.match(self.text, pos)
            if end is None:
                raise Stop
            pos = self._lines(end.end())

    def _lines(self, pos: int) -> int:
        """Whole lines of a plain key and a plain value, as far as there are such."""
        until, brief, inside = self.until, self.brief, self.table.inside
        depth, last = self.table.depth + 1, -1
        if depth > SHALLOW:
            return pos
        for line in LINE.finditer(self.text, pos):
            name, (pos, end) = line[1], line.span()
            if name is None or end > until:
                break
            if name in inside:
                self.clashes(pos, name, inside[name], header=False)
            self.line_at = pos
            if line.lastindex == 2:  # plain
                inside[name] = pos, (last := line.start(2))
            elif brief:
                last, end = line.span(3)
                inside[name] = pos, last, end
            else:
                last, end = line.span(3)
                spot = inside[name] = Spot(pos, last, "value", depth)
                last = look_into(spot, end, self)
        if last >= 0:
            self.kind, self.at, self.value_at = "value", last, last
        return pos

    def _begin(self, kind: TrailKind, pos: int) -> None:
        if pos > self.until:
            raise Stop
        self.kind, self.at = kind, pos
        if kind == "value":
            self.value_at = pos

    def _skip(self, pattern: re.Pattern[str], pos: int) -> int:
        match = pattern.match(self.text, pos)
        return match.end() if match else pos

    def _expect(self, sign: str, pos: int) -> int:
        if not self.text.startswith(sign, pos):
            raise Stop
        return pos + len(sign)

    def _new(self, key: int, value: int, origin: Origin, owner: Spot) -> Spot:
        if owner.depth >= MAX_DEPTH:
            self._give_up("deep", key)
        return Spot(key, value, origin, owner.depth + 1)

    def _give_up(self, kind: OddKind, offset: int) -> NoReturn:
        self.odd.append(Oddity(kind, offset))
        raise Stop

    def clashes(self, at: int, name: str, first: Spot | Leaf | Short, *, header: bool) -> None:
        """Note a name that is used for two things, the first of them."""
        if self.clash is None:
            self.clash = Clash(at, name, header, *begins(first), origin_of(first))

    def _used(
        self, name: str, at: int, table: Spot, fitting: tuple[Origin, ...], *, header: bool
    ) -> Spot | None:
        """What a name is used for already, where that fits; a clash is noted."""
        found = table.inside.get(name)
        if isinstance(found, Spot) and found.origin in fitting:
            return found
        if found is not None:
            self.clashes(at, name, found, header=header)
        return None

    def _key(self, pos: int) -> tuple[list[tuple[str, int]], int]:
        parts: list[tuple[str, int]] = []
        while True:
            match = PART.match(self.text, pos)
            if match is None:
                raise Stop
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

    def _names(self, start: int) -> tuple[list[tuple[str, int]], str, int]:
        """What stands in a header: its names, the sign that ends it, and where that ends."""
        plain = HEADER.match(self.text, start)
        if plain is None:
            sign = "]]" if self.text.startswith("[[", start) else "]"
            parts, pos = self._key(self._skip(SPACE, start + len(sign)))
            return parts, sign, self._expect(sign, pos)
        parts, at = [], plain.start(2)
        for name in plain[2].split("."):
            parts.append((name, at))
            at += len(name) + 1
        return parts, "]]" if plain[1] else "]", plain.end()

    def _header(self, start: int) -> int:
        self._begin("header", start)
        parts, sign, pos = self._names(start)
        name, at = parts.pop()
        table = self.root
        for way, here in parts:
            inner = table.inside.get(way)
            if not isinstance(inner, Spot) or inner.origin == "value":
                if inner is not None:
                    self.clashes(here, way, inner, header=True)
                inner = table.inside[way] = self._new(here, here, "implicit", table)
            last = inner.inside[len(inner.inside) - 1] if inner.origin == "list" else inner
            table = cast(Spot, last)
        fitting: Origin = "list" if sign == "]]" else "implicit"
        spot = self._used(name, at, table, (fitting,), header=True)
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
            inner = self._used(name, at, table, ("implicit", "dotted"), header=False)
            if inner is None:
                inner = table.inside[name] = self._new(at, at, "dotted", table)
            inner.origin = "dotted"
            table = inner
        name, at = parts[-1]
        return self._named(name, at, table), pos

    def _named(self, name: str, at: int, table: Spot) -> Spot:
        if name in table.inside:
            self.clashes(at, name, table.inside[name], header=False)
        spot = table.inside[name] = self._new(at, at, "value", table)
        return spot

    def _value(self, pos: int, spot: Spot) -> int:
        """From the first character of a value to behind its last; lists wait on a stack."""
        while True:
            self._begin("value", pos)
            spot.value = pos
            short = SHORT.match(self.text, pos) if spot.depth <= SHALLOW else None
            if short is not None and short.end() <= self.until:
                self.at = self.value_at = look_into(spot, short.end(), self)
                pos = short.end()
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
            raise Stop
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
