"""Where every key and value of a text stands; the parser itself gives values without places.

One walk from left to right, without recursion, in time linear in the text. The walk trusts the
parser to judge the text: it is lenient about values, and stops where it cannot follow. Besides
places it notes what TOML 1.1 allows and the ruleset language (TOML 1.0) does not, and the first
name that is used for two things.
"""

from contextlib import suppress
from typing import TypeAlias

from ujikom_rules.model.lines import Lines
from ujikom_rules.reading.document.pieces import Scan, Spot, Trail, begins
from ujikom_rules.reading.document.walk import Stop, Walk

Path: TypeAlias = tuple[str | int, ...]
Point: TypeAlias = tuple[int, int]


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
            key, value = begins(inner)
            found[(*path, name)] = (lines.at(key), lines.at(value))
            if isinstance(inner, Spot):
                waiting.append(((*path, name), inner))
    return found


def scan(text: str, until: int | None = None, *, brief: bool = False) -> Scan:
    """Walk through a text whose lines end in a line feed, at most as far as `until`.

    The walk never fails: it stops at the end, at `until`, at a nesting beyond `MAX_DEPTH`, or
    where it cannot follow, and gives what it has found so far. A brief one does not look into
    short lists and tables, and so sees no name that is used twice in there.
    """
    walk = Walk(text, len(text) if until is None else until, brief=brief)
    with suppress(Stop):
        walk.run()
    still_open = tuple(at for at, _ in walk.open)
    trail = Trail(walk.kind, walk.at, walk.value_at, still_open, walk.line_at)
    return Scan(walk.root, tuple(walk.odd), walk.clash, trail)
