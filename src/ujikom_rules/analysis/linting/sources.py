"""Numbers of a ruleset that name no source: neither where they were published nor `assumption`."""

from collections.abc import Iterator, Mapping

from ujikom_rules.errors import Finding
from ujikom_rules.messages import finding
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.ruleset import Ruleset

SHOWN = 3


def findings(ruleset: Ruleset) -> Iterator[Finding]:
    """One note with their count, at the first."""
    bare = sorted(_bare(ruleset), key=lambda each: each.place)
    if bare:
        first = bare[0]
        yield finding(
            "UJ371", first.place, first.path,
            related=tuple(each.place for each in bare[1:SHOWN]),
            got=len(bare), expected=tuple(each.path for each in bare[:SHOWN]),
        )  # fmt: skip


def _bare(ruleset: Ruleset) -> Iterator[Entry]:
    for entry in _written(ruleset):
        for each in entry.walk():
            if each.kind() == "number" and each.source is None:
                yield each


def _written(ruleset: Ruleset) -> Iterator[Entry]:
    """What was written of stages, the decision, standings and panels."""
    tables: list[Mapping[str, Entry]] = [stage.written for stage in ruleset.stages]
    tables += [ruleset.decision.written, *(each.written for each in ruleset.rankings)]
    for table in tables:
        yield from table.values()
    yield from (panel.table for panel in ruleset.panels)
