"""Plain-text tables that every console can print: ASCII frames, widths that fit their cells."""

import textwrap
from collections.abc import Sequence

HEAD_WIDTH = 16


def clean(text: str) -> str:
    """A text on one line, without characters that steer a console."""
    return "".join(sign if sign.isprintable() else " " for sign in text).strip()


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[bool]) -> list[str]:
    """The lines of a framed table; heads are wrapped, `right` names the columns of numbers."""
    wrapped = [textwrap.wrap(clean(head), HEAD_WIDTH) or [""] for head in heads]
    cells = [[clean(cell) for cell in row] for row in rows]
    widths = [max(map(len, [*wrapped[n], *(row[n] for row in cells)])) for n in range(len(heads))]
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
    placed = [
        cell.rjust(width) if to_right else cell.ljust(width)
        for cell, width, to_right in zip(cells, widths, right, strict=True)
    ]
    return "| " + " | ".join(placed) + " |"
