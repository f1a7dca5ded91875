"""The numbers of a ruleset without a published source, in the words in which it is read back.

They are the tables of ``ujikom show``, of which those rows stand here that hold such a number: a
reader of the paper needs no program to know what was assumed.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Literal, get_args

from ujikom_rules.analysis.showing import Section, Table, plan_page
from ujikom_rules.analysis.showing.sentences import HEADS
from ujikom_rules.analysis.showing.values import Cell, Said
from ujikom_rules.analysis.showing.words import KEYS
from ujikom_rules.messages import Lang
from ujikom_rules.planned import Plan, PlannedNode

Kind = Literal["A", "X"]  # how the labels of the notes begin: assumptions, no source at all
_ID = re.compile(r" \(([a-z0-9-]+)\)")
ELSEWHERE = ("rounding", "weight")  # told once in a section of their own


def told_of(plan: Plan, lang: Lang) -> dict[Kind, tuple[str, ...]]:
    """Every number of a plan's ruleset by its kind, a table or one of its columns a line.

    The kinds are ``A`` for assumptions and ``X`` for numbers that name no source.

    Args:
        plan: what was followed; nothing is told of one without its document.
        lang: the language.
    """
    found: dict[Kind, tuple[str, ...]] = dict.fromkeys(get_args(Kind), ())
    if plan.root is None:
        return found
    page = plan_page(plan, lang)
    ids = {node.id for stage in plan.stages for node in _nodes(stage.node)}
    for kind in found:
        if any(note.label.startswith(kind) for note in page.notes):
            lines = (line for each in page.sections for line in _section(each, kind, lang))
            found[kind] = tuple(_without(line, ids) for line in lines)
    return found


def _nodes(node: PlannedNode) -> Iterator[PlannedNode]:
    yield node
    for child in node.children:
        yield from _nodes(child)


def _without(line: str, ids: Collection[str]) -> str:
    """A line without the ids that stand behind titles there for whoever writes an overlay."""
    return _ID.sub(lambda found: "" if found[1] in ids else found[0], line)


def _section(section: Section, kind: Kind, lang: Lang) -> Iterator[str]:
    told: set[str] = set()
    for table in section.blocks:
        if isinstance(table, Table) and table.heads:
            yield from _columns(table, kind, told, lang, whole=section.id == "rounding")
        elif isinstance(table, Table):
            yield from _keys(table, kind, told, lang)


def _keys(table: Table, kind: Kind, told: set[str], lang: Lang) -> Iterator[str]:
    """A table of keys and what they say, as one line."""
    elsewhere = {KEYS[key].say(lang) for key in ELSEWHERE}
    found = []
    for row in table.rows:
        key = _plain(row.cells[0])
        lines = [] if key in elsewhere else _marked(row.cells[1], kind)
        told.update(lines)
        found += [f"{key}: {', '.join(lines)}"] if lines else []
    if found:
        yield f"{table.caption}: {'; '.join(found)}"


def _columns(table: Table, kind: Kind, told: set[str], lang: Lang, *, whole: bool) -> Iterator[str]:
    """A table with heads, column by column; of two columns, or `whole`, each row as it stands."""
    first = int(table.heads[0] == HEADS["number"].say(lang))
    at_head = any(_marked(row.cells[first], kind) for row in table.rows)  # levels, by their number
    if whole or at_head or len(table.heads) == 2:
        rows = [row.cells for row in table.rows if any(_marked(each, kind) for each in row.cells)]
        if rows:
            told_rows = (_row(row) for row in rows)
            yield f"{table.caption}: {'; '.join(told_rows)}"
        return
    for number, head in enumerate(table.heads[first + 1 :], first + 1):
        cells = [(_plain(row.cells[first]), _marked(row.cells[number], kind)) for row in table.rows]
        values = [(name, ", ".join(lines)) for name, lines in cells if lines]
        alike = {value for _, value in values}
        if len(values) == len(cells) > 1 and len(alike) == 1 and " " in values[0][1]:
            once = f"{head}: {values[0][1]}"  # as a line of the stage may have told already
            values = [] if once in told else [("", values[0][1])]
        if values:
            yield f"{table.caption}, {head}: {'; '.join(map(_named, values))}"


def _row(cells: Sequence[Cell]) -> str:
    """A row as it stands: ``di bawah 2 = 60``."""
    *names, last = map(_plain, cells)
    return f"{', '.join(names)} = {last}"


def _named(value: tuple[str, str]) -> str:
    return " ".join(filter(None, value))


def _marked(cell: Cell, kind: Kind) -> list[str]:
    """The lines of a cell that hold a number of a kind, as text."""
    return [_text(line.said) for line in cell if _has(line.said, kind)]


def _has(said: Said, kind: Kind) -> bool:
    return any(not isinstance(each, str) and each.label.startswith(kind) for each in said.pieces)


def _plain(cell: Cell) -> str:
    return ", ".join(_text(line.said) for line in cell)


def _text(said: Said) -> str:
    return "".join(each for each in said.pieces if isinstance(each, str))
