"""The law behind rules without a number: a number's own mark tells its source, these lines theirs."""

from collections.abc import Iterator

from ujikom_rules.analysis.showing.speaking import Speaker, is_number
from ujikom_rules.analysis.showing.telling import Pair
from ujikom_rules.analysis.showing.values import Line, Told, said
from ujikom_rules.messages.terms import term
from ujikom_rules.model.entry import Entry, Source
from ujikom_rules.model.words import cited
from ujikom_rules.reading.overlay.comparing import is_free
from ujikom_rules.reading.structure import source_of


def basis(speaker: Speaker, node: Entry) -> list[Pair]:
    """The sources that a table and those beneath it name and that no number of theirs tells.

    Criteria stand in a table of their own, each with its basis.
    """
    found: dict[tuple[Source, str], None] = {}
    for entry in _tables(node):
        named = entry.get("source")
        source = source_of(named) if named is not None and is_free("source", named) else None
        if named is not None and source is not None and not _is_told(entry, source):
            found.setdefault((source, named.file))
    lines = tuple(
        Line(said(cited(source, speaker.lang), speaker.mark_of(source, file)))
        for source, file in found
    )
    return [(term("source").say(speaker.lang), Told(lines))] if lines else []


def _tables(node: Entry) -> Iterator[Entry]:
    """A table and all beneath it, without its criteria."""
    yield node
    for key, each in node.table().items():
        if key != "criteria":
            yield from _tables(each)
    for each in node.items():
        yield from _tables(each)


def _is_told(entry: Entry, source: Source) -> bool:
    """Whether a number beneath a table has its source, and so a mark that leads to it."""
    return any(is_number(each) and each.source == source for each in entry.walk())
