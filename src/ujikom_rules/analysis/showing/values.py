"""What a shown ruleset is made of: a page of sections, with tables, lines and notes.

Everything is said already, in one language; `text` and the office's pages only lay it out.
"""

from collections.abc import Iterable
from string import Formatter
from typing import Literal, TypeAlias

from attrs import frozen

from ujikom_rules.messages import Lang

_NARROW = 8  # signs


@frozen
class Mark:
    """A reference to a note, behind the number whose source it tells."""

    label: str


@frozen
class Said:
    """A run of text with references to notes in it.

    >>> Said(("80", Mark("A1"))).text
    '80[A1]'
    """

    pieces: tuple[str | Mark, ...] = ()

    @property
    def text(self) -> str:
        """The run as plain text."""
        return "".join(p if isinstance(p, str) else f"[{p.label}]" for p in self.pieces)


def said(*parts: str | Mark | Said) -> Said:
    """Runs one behind the other."""
    found: list[str | Mark] = []
    for part in parts:
        found += part.pieces if isinstance(part, Said) else [part]
    return Said(tuple([each for each in found if each]))


def joined(parts: Iterable[str | Said], between: str = "; ") -> Said:
    """Runs with a sign between them."""
    found: list[str | Said] = []
    for part in parts:
        found += [between, part] if found else [part]
    return said(*found)


def fill(text: str, **values: str | Said) -> Said:
    """A sentence with its gaps filled.

    >>> fill("{low} sampai {high}", low="0", high="100").text
    '0 sampai 100'
    """
    found: list[str | Said] = []
    for before, name, _, _ in Formatter().parse(text):
        found += [before, values[name]] if name is not None else [before]
    return said(*found)


@frozen
class Line:
    """One line; `depth` says how far beneath another it belongs."""

    said: Said
    depth: int = 0


Cell: TypeAlias = tuple[Line, ...]


@frozen
class Row:
    """A row of a table; `depth` of its first cell, where a row belongs to one above."""

    cells: tuple[Cell, ...]
    depth: int = 0


@frozen
class Table:
    """A table.

    Attributes:
        caption: what it is about.
        heads: the columns' names; empty for a table of names and what they say.
        rows: the rows, of as many cells each as there are heads (two without heads).
    """

    caption: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return len(self.heads) or 2

    @property
    def is_lean(self) -> bool:
        """Whether its first column is narrow, as numbers are."""
        firsts = (line.said.text for row in self.rows for line in row.cells[0])
        return all(len(each) < _NARROW for each in firsts)

    @property
    def turns(self) -> bool:
        """Whether it is narrower with its rows as columns; not where rows belong to each other."""
        return len(self.rows) + 1 < len(self.heads) and not any(row.depth for row in self.rows)

    def turned(self) -> "Table":
        """The same with rows for columns; the head of the first column stays where it is.

        >>> row = Row(((Line(said("opd")),), (Line(said("60")),), (Line(said("40")),)))
        >>> Table("Bobot", ("kelompok", "wawancara", "makalah"), (row,)).turned().heads
        ('kelompok', 'opd')
        """
        first, *heads = self.heads
        names = (" ".join(line.said.text for line in row.cells[0]) for row in self.rows)
        rows = (
            Row(((Line(said(head)),), *(row.cells[number] for row in self.rows)))
            for number, head in enumerate(heads, start=1)
        )
        return Table(self.caption, (first, *names), tuple(rows))


Block: TypeAlias = Line | Table


@frozen
class Told:
    """What is said of one key: lines, and the tables that they speak of."""

    lines: tuple[Line, ...] = ()
    tables: tuple[Table, ...] = ()


def told(*parts: str | Mark | Said) -> Told:
    """One line."""
    return Told((Line(said(*parts)),))


def beneath(lines: Iterable[Line], by: int = 1) -> tuple[Line, ...]:
    """The same lines further in."""
    return tuple(Line(line.said, line.depth + by) for line in lines)


@frozen
class Section:
    """A part of the page.

    Attributes:
        id: what the page calls it in links.
        title: its heading.
        level: 1 for a section, 2 for one beneath the section before.
    """

    id: str
    title: str
    blocks: tuple[Block, ...]
    level: Literal[1, 2] = 1


@frozen
class Note:
    """Where numbers come from, and who wrote them; `url` where it can be read."""

    label: str
    text: str
    url: str = ""


@frozen
class Page:
    """A ruleset read back in words, in one language.

    Attributes:
        mark: which ruleset it is, for the foot of every printed page.
    """

    lang: Lang
    title: str
    sections: tuple[Section, ...]
    notes_title: str
    notes: tuple[Note, ...]
    mark: str = ""
