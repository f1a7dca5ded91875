"""The pieces that a text of rules is made of, and what a walk through them finds."""

import re
from typing import Literal, TypeAlias

from attrs import define, field, frozen

Leaf: TypeAlias = tuple[int, int]  # key and value of what holds nothing: the most there is
Short: TypeAlias = tuple[int, int, int]  # the same of a short list or table, and where it ends
Origin = Literal["value", "dotted", "implicit", "header", "list", "item"]
OddKind = Literal["deep", "huge", "lines", "comma", "escape"]
TrailKind = Literal["nothing", "key", "header", "value"]

SPACE = re.compile(r"[ \t]*")
BLANK = re.compile(r"[ \t\n]*(?:#[^\n]*[ \t\n]*)*")
PART = re.compile(r"""[A-Za-z0-9_-]+|"[^"\\\n]*(?:\\[^\n][^"\\\n]*)*"|'[^'\n]*'""")
# What most lines, keys and short lists and tables are, taken in one step; anything else is walked
# through. What a part has taken it never gives back (`++`, `*+`): no backtracking here either.
_GAP = r"[ \t]*+"
_PLAIN_KEY = r"[A-Za-z0-9_-]++"
_PLAIN = rf"(?:\"[^\"\\\n]*+\"(?!\")|[A-Za-z0-9_+.-]{{1,100}}+){_GAP}"
_LIST = rf"\[{_GAP}(?:{_PLAIN}(?:,{_GAP}{_PLAIN})*+)?+\]{_GAP}"
_PAIR = rf"{_PLAIN_KEY}{_GAP}={_GAP}(?:{_PLAIN}|{_LIST})"
_TABLE = rf"\{{{_GAP}{_PAIR}(?:,{_GAP}{_PAIR})*+\}}{_GAP}"
PLAIN = re.compile(_PLAIN)
PLAIN_PAIR = re.compile(rf"({_PLAIN_KEY}){_GAP}={_GAP}({_PLAIN}|{_LIST})")
SHORT = re.compile(rf"{_LIST}|{_TABLE}")
_END = r"(?:#[^\n]*+)?(?:\n[ \t\n]*+(?:#[^\n]*+[ \t\n]*+)*+|\Z)"
END_OF_LINE = re.compile(rf"{_GAP}{_END}")  # with all empty lines behind it
# The last way takes nothing: a search never looks further for a line than where it stands.
LINE = re.compile(rf"({_PLAIN_KEY}){_GAP}={_GAP}(?:({_PLAIN})|({_LIST}|{_TABLE})){_END}|")
KEY = re.compile(r"([A-Za-z0-9_-]+)[ \t]*=[ \t]*")
HEADER = re.compile(rf"\[(\[)?({_PLAIN_KEY}(?:\.{_PLAIN_KEY}){{0,20}}+)\](?(1)\])")
BLANKS = frozenset(" \t\n#")
DOT = re.compile(r"[ \t]*\.[ \t]*")
# Each loop begins with a character that what stands before it cannot take: no backtracking.
_LEAF = re.compile(
    r'"""[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*"{3,5}'
    r"|'''[^']*(?:'(?!'')[^']*)*'{3,5}"
    r'|"(?!"")[^"\\\n]*(?:\\[^\n][^"\\\n]*)*"'
    r"|'(?!'')[^'\n]*'"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[^\s,\]}#]*"
    r"|[^\s,\]}#\"'][^\s,\]}#]*",
    re.DOTALL,
)
PAIR = re.compile(r"\\(.)", re.DOTALL)
_ESCAPE = re.compile(
    r"\\(?:([btnfre\"\\])|x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})"
    r"|U(00(?:0[0-9A-Fa-f]|10)[0-9A-Fa-f]{4}))"
)
_SHORT = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b"}


@define(eq=False, repr=False)
class Spot:
    """Where one key and its value begin, as offsets, and what stands inside."""

    key: int
    value: int
    origin: Origin
    depth: int
    inside: dict[str | int, "Spot | Leaf | Short"] = field(factory=dict)


def begins(spot: "Spot | Leaf | Short") -> Leaf:
    """Where a key and its value begin."""
    return spot[:2] if isinstance(spot, tuple) else (spot.key, spot.value)


def origin_of(spot: "Spot | Leaf | Short") -> Origin:
    """What a name was first used for."""
    return "value" if isinstance(spot, tuple) else spot.origin


@frozen
class Oddity:
    """Something that the parser takes and the ruleset language does not.

    Attributes:
        kind: what it is.
        offset: where it stands.
        owner: the offset of the value that it belongs to; -1 for a key.
    """

    kind: OddKind
    offset: int
    owner: int = -1


@frozen
class Clash:
    """A name used for two things.

    Attributes:
        offset: where the name stands the second time.
        name: the name.
        header: whether the second stands in a header.
        first: the offset at which the name stood first.
        value: the offset of the first value.
        origin: what the first one was.
    """

    offset: int
    name: str
    header: bool
    first: int
    value: int
    origin: Origin


@frozen
class Trail:
    """Where the walk was when it stopped: the last thing begun, and the brackets still open.

    `line_at` is where the heading or the pair begins that these brackets stand in.
    """

    kind: TrailKind
    at: int
    value_at: int
    open: tuple[int, ...]
    line_at: int


@frozen(eq=False, repr=False)
class Scan:
    """All that one walk found."""

    root: Spot
    odd: tuple[Oddity, ...]
    clash: Clash | None
    trail: Trail


def quoted(text: str) -> str:
    r"""A text in straight quotes, as it would have to be written.

    >>> quoted('rapat "terbuka"')
    '"rapat \\"terbuka\\""'
    """
    for sign, written in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n")):
        text = text.replace(sign, written)
    return f'"{text}"'


def leaf_end(text: str, start: int) -> int:
    """Where the text, number or word that begins at `start` ends; `start` if none does."""
    match = _LEAF.match(text, start)
    return match.end() if match else start


def key_name(part: str) -> str:
    """The name that a part of a key says, quoted or not.

    >>> key_name("'a b'"), key_name("weight")
    ('a b', 'weight')
    """
    if part[0] == "'":
        return part[1:-1]
    return _ESCAPE.sub(_unescaped, part[1:-1]) if part[0] == '"' else part


def _unescaped(match: re.Match[str]) -> str:
    short, *codes = match.groups()
    if short:
        return _SHORT.get(short, short)
    return chr(int(next(code for code in codes if code), 16))
