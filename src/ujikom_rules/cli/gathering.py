"""One slip in the data that many rows repeat is told once."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from attrs import evolve

from ujikom_rules.cli.snippets import Snippets
from ujikom_rules.errors import Finding, Place

FEWEST = 3  # rows that make one finding
_ROW = re.compile(r"![A-Z]+([0-9]+)$")  # in `Wawancara!D14`
_NUMBER = re.compile(r"/[0-9]+(?=/|$)")
_WIDE = re.compile(r"/ratings\.[^/]+/[0-9]+/[^/]+")  # a cell of a table with a column a criterion
_OF_COLUMNS = "UJ662"  # a criterion that is not known: in such a table the header says it

Told = tuple[Finding, tuple[int, ...]]


def gathered(findings: Iterable[Finding], snippets: Snippets) -> list[Told]:
    """The findings to print, each with the further lines that it holds of.

    What is said of one row after another in the same words is said at the first, and of a column
    at its header. Nothing is gathered of what stands in a ruleset.
    """
    alike: dict[tuple[object, ...], list[Finding]] = {}
    for found in sorted(findings, key=lambda each: each.place):
        alike.setdefault(_key(found), []).append(found)
    told: list[Told] = []
    for first, *more in alike.values():
        rows = (first, *more)
        of_column = first.code == _OF_COLUMNS and _WIDE.fullmatch(first.path)
        header = snippets.header(first.place) if of_column else None
        if header is not None:
            whole = evolve(first, place=header, about=_shared(rows))
            told.append((whole, tuple(_line(each.place) for each in rows)))
        elif len(rows) < FEWEST:
            told += [(each, ()) for each in rows]
        else:
            whole = evolve(first, about=_shared(rows))
            told.append((whole, tuple(_line(each.place) for each in more)))
    return sorted(told, key=lambda each: each[0].place)


def _shared(rows: Sequence[Finding]) -> dict[str, Any]:
    """What all the rows say of themselves."""
    first, *more = (each.about for each in rows)
    return {key: said for key, said in first.items() if all(each.get(key) == said for each in more)}


def _line(place: Place) -> int:
    """The line of a file, or the row of a cell; 0 where neither is known."""
    row = _ROW.search(place.cell)
    return int(row[1]) if row is not None else place.line


def _key(found: Finding) -> tuple[object, ...]:
    """What makes two findings one; each finding of a ruleset stands for itself."""
    if not found.path.startswith("/") or not _line(found.place):
        return (id(found),)
    said = tuple(sorted((name, str(value)) for name, value in found.args.items()))
    return (found.code, found.severity, found.place.file, said, _NUMBER.sub("/*", found.path))
