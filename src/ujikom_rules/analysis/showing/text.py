"""A page as plain text: aligned tables, 100 signs wide, on any console."""

import re
import textwrap
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from ujikom_rules.analysis.showing.values import Block, Cell, Line, Page, Section, Table
from ujikom_rules.model.bidi import without_isolates

WIDTH = 100
_LABELS = 30  # the widest a column of names is in a table without heads
_LEAST = 8
_WORD = re.compile(r"\S+")
_PIECE = re.compile(r"[^\s.\-/\[]+[.\-/]*|\S[^\s.\-/\[]*[.\-/]*")  # up to a hyphen or point
_JOINT = "\0"  # behind a piece of a word that is parted; no cleaned text has it


def text_of(page: Page) -> str:
    """The page as text, no line wider than `WIDTH`.

    A word that is wider than its column is broken; nothing else is left out or cut.
    """
    title = _clean(page.title)
    lines = [*_wrap(title, WIDTH), "=" * min(len(title), WIDTH)]
    for section in page.sections:
        lines += _section(section)
    lines += ["", page.notes_title, "-" * len(page.notes_title)]
    for note in page.notes:
        body = ", ".join(each for each in (note.text, note.url) if each)
        lines += _wrap(f"[{note.label}] {_clean(body)}", WIDTH, len(note.label) + 3)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _section(section: Section) -> Iterator[str]:
    title = _clean(section.title)
    yield ""
    yield from _wrap(title, WIDTH)
    yield ("-" if section.level == 1 else ".") * min(len(title), WIDTH)
    for block in section.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    yield ""
    if isinstance(block, Line):
        yield from _lines((block,), WIDTH)
    else:
        yield from _wrap(_clean(block.caption), WIDTH)
        yield from _table(block)


def _table(table: Table) -> Iterator[str]:
    if table.turns and _least(table) > WIDTH >= _least(table.turned()):
        table = table.turned()
    widths = _widths(table)
    rule = "+" + "+".join("-" * (width + 2) for width in widths) + "+"
    yield rule
    if table.heads:
        yield from _row(
            [_wrap(_clean(h), w) for h, w in zip(table.heads, widths, strict=True)], widths
        )
        yield rule
    for row in table.rows:
        yield from _row([_lines(c, w) for c, w in zip(row.cells, widths, strict=True)], widths)
    yield rule


def _widths(table: Table) -> list[int]:
    """The widths of the columns: as wide as their cells, the widest made narrower to fit."""
    columns = _columns(table)
    widths = [max(map(len, [*column, ""])) or 1 for column in columns]
    if not table.heads:
        widths[0] = min(widths[0], _LABELS)
    words, pieces = (
        [min(w, _longest(each, parted)) for each, w in zip(columns, widths, strict=True)]
        for parted in (_WORD, _PIECE)
    )
    room = WIDTH - 3 * len(widths) - 1
    for floor in (words, pieces, [_LEAST] * len(widths), [1] * len(widths)):
        while sum(widths) > room and any(w > f for w, f in zip(widths, floor, strict=True)):
            over = [w if w > f else 0 for w, f in zip(widths, floor, strict=True)]
            widths[over.index(max(over))] -= 1
    return widths


def _columns(table: Table) -> list[list[str]]:
    """The texts of each column."""
    columns = [[head] for head in table.heads] or [[] for _ in range(table.columns)]
    for row in table.rows:
        for column, cell in zip(columns, row.cells, strict=True):
            column += ["  " * line.depth + _clean(line.said.text) for line in cell]
    return columns


def _least(table: Table) -> int:
    """How wide a table is at the least, if no word is parted but where it has a hyphen or point."""
    return sum(_longest(each, _PIECE) + 3 for each in _columns(table)) + 1


def _longest(column: Sequence[str], parted: re.Pattern[str]) -> int:
    return max((len(each) for text in column for each in parted.findall(text)), default=1)


def _row(cells: Sequence[Sequence[str]], widths: Sequence[int]) -> Iterator[str]:
    for lines in zip_longest(*cells, fillvalue=""):
        padded = (line.ljust(width) for line, width in zip(lines, widths, strict=True))
        yield "| " + " | ".join(padded) + " |"


def _lines(cell: Cell, width: int) -> list[str]:
    found: list[str] = []
    for line in cell:
        within = max(1, width - 2 * line.depth)
        pad = " " * (width - within)
        text = ("- " if line.depth else "") + _clean(line.said.text)
        found += [
            pad[2:] + each if pad else each
            for each in _wrap(text, width if not pad else within + 2, 2 if line.depth else 0)
        ]
    return found


def _wrap(text: str, width: int, inside: int = 0) -> list[str]:
    """A text on lines of a width; further lines stand `inside`, where there is room."""
    pad = " " * (inside if width > 3 * inside else 0)
    within = max(1, width - len(pad))
    fitting = " ".join(_pieces(word, within) for word in text.split(" "))
    lines = textwrap.wrap(
        fitting, width, subsequent_indent=pad, break_on_hyphens=False, break_long_words=True
    )
    return [line.replace(f"{_JOINT} ", "").removesuffix(_JOINT) for line in lines] or [""]


def _pieces(word: str, width: int) -> str:
    """A word that fits; one that is too wide is parted behind a point, else where it has pieces."""
    parts = ""
    while len(word) > width:
        cuts = [each.end() for each in _PIECE.finditer(word, 0, width) if each.end() < width]
        if not cuts:
            break
        cut = max((each for each in cuts if word[each - 1] == "."), default=cuts[-1])
        parts += f"{word[:cut]}{_JOINT} "
        word = word[cut:]
    return parts + word


def _clean(text: str) -> str:
    """A text on one line, without characters that steer a console."""
    plain = without_isolates(text)  # a cell is padded to a width: every sign must take one place
    return "".join(sign if sign.isprintable() else " " for sign in plain).strip()
