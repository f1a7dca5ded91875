"""What a base and the bases under it have filled in for good: closed to whoever is laid over it."""

from collections.abc import Sequence
from pathlib import Path

from ujikom_rules import api
from ujikom_rules.errors import Finding, Place, Refused, errors_in
from ujikom_rules.model.entry import Entry
from ujikom_rules.reading.overlay.comparing import Steps
from ujikom_rules.reading.overlay.merging import merge
from ujikom_rules.reading.overlay.open_terms import settled_by
from ujikom_rules.reading.overlay.resolving import chain
from ujikom_rules.reading.overlay.writers import signed


def settled(base: api.Document, rulesets: Sequence[str | Path] = ()) -> frozenset[Steps]:
    """The key paths that a base has filled in over its own bases, and has not opened again.

    Args:
        base: the base, as it was read.
        rulesets: folders in which its bases are found.

    Raises:
        Refused: for a base of it that cannot be found, or that is laid over it in turn.
    """
    library = api.library(rulesets)

    def find(id_: str, version: str, place: Place) -> tuple[Entry | None, tuple[Finding, ...]]:
        return library.find(id_, version, place=place)

    findings: list[Finding] = []
    documents = list(chain(base.root, find, findings))
    if errors_in(findings):
        raise Refused(findings)
    merged, found = documents.pop(), frozenset[Steps]()
    while documents:
        over, below = documents.pop(), merged
        merged, filled = signed(below, over, merge(below, over)[0], found)
        found |= settled_by(below, over, merged, filled)
    return found
