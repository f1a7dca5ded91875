"""Plain-text tables that every console can print: ASCII frames, widths that fit their cells."""

import textwrap
from collections.abc import Sequence
from unicodedata import combining

from ujikom_rules.plugin import isolated

HEAD_WIDTH = 16
# Signs of writing that take no room: they join letters, or say in which direction these run.
UNSEEN = frozenset(
    "\u061c\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


def clean(text: str) -> str:
    """A text on one line, without characters that steer a console.

    The signs of writing from right to left stay: a name keeps all its letters.
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    return "".join(s if s.isprintable() or s in UNSEEN else " " for s in text).strip()


def width(text: str) -> int:
    """The places that a text takes on a line."""
    if text.isascii():
        return len(text)
    return sum(sign not in UNSEEN and not combining(sign) for sign in text)


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[bool]) -> list[str]:
    """The lines of a framed table; heads are wrapped, `right` names the columns of numbers."""
    wrapped = [textwrap.wrap(clean(head), HEAD_WIDTH) or [""] for head in heads]
    cells = [[isolated(clean(cell)) for cell in row] for row in rows]
    widths = [max(map(width, [*wrapped[n], *(row[n] for row in cells)])) for n in range(len(heads))]
    rule = "+" + "+".join("-" * (width + 2) for width in widths) + "+"
    height = max(len(head) for head in wrapped)
    top = [[head[line] if line < len(head) else "" for head in wrapped] for line in range(height)]
    return [
        rule,
        *(_line(row, widths, [False] * len(widths)) for row in top),
        rule,
        *(_line(row, widths, right) for row in cells),
        rule,
    ]


def _line(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    placed = []
    for cell, wide, to_right in zip(cells, widths, right, strict=True):
        room = " " * (wide - width(cell))
        placed.append(f"{room}{cell}" if to_right else f"{cell}{room}")
    return "| " + " | ".join(placed) + " |"
