"""Every rounding that holds, and where."""

from collections.abc import Iterator

from ujikom_rules.analysis.showing import sentences as s
from ujikom_rules.analysis.showing.frame import places
from ujikom_rules.analysis.showing.kinds import name_of, text_of
from ujikom_rules.analysis.showing.speaking import Speaker
from ujikom_rules.analysis.showing.telling import plain
from ujikom_rules.analysis.showing.values import Block, Line, Row, Section, Table
from ujikom_rules.analysis.showing.whole import captioned, heading, heads
from ujikom_rules.model.entry import Entry


def rounding(speaker: Speaker, root: Entry, stages: tuple[Entry, ...]) -> Section:
    """Every rounding that holds, and where."""
    rows = []
    for where, entry in _roundings(speaker, root, stages):
        for place, how in places(speaker, entry):
            rows.append(Row((plain(where), plain(place), plain(how))))
    blocks: list[Block] = []
    if rows:
        columns = heads(speaker, "where", "place", "how")
        blocks.append(Table(captioned(speaker, "rounding"), columns, tuple(rows)))
    blocks.append(Line(speaker.say(s.NOT_ROUNDED)))
    return Section("rounding", heading(speaker, "rounding"), tuple(blocks))


def _roundings(
    speaker: Speaker, root: Entry, stages: tuple[Entry, ...]
) -> Iterator[tuple[str, Entry]]:
    general = root.get("rounding")
    if general is not None:
        yield s.WHOLE.say(speaker.lang), general
    for stage in stages:
        name = name_of(speaker, stage)
        for entry in (stage, stage.get("each")):
            found = entry.get("rounding") if entry is not None else None
            if found is not None:
                yield name, found
        yield from _beneath(speaker, stage, name, text_of(stage.get("id")))
    root_of_all = root.get("decision")
    own = root_of_all.get("rounding") if root_of_all is not None else None
    if own is not None:
        yield s.ROOT.say(speaker.lang), own


def _beneath(speaker: Speaker, node: Entry, name: str, address: str) -> Iterator[tuple[str, Entry]]:
    criteria = node.get("criteria")
    for each in () if criteria is None else criteria.items():
        below = f"{address}.{text_of(each.get('id'))}"
        called_so = f"{name}, {speaker.name('criterion', below)}"
        found = each.get("rounding")
        if found is not None:
            yield called_so, found
        yield from _beneath(speaker, each, called_so, below)
