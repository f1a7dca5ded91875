"""A base, or a base of it, that has a newer version."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ujikom_rules.errors import Finding, Place
from ujikom_rules.messages import finding
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.ruleset import Ruleset
from ujikom_rules.reading.library import Library
from ujikom_rules.reading.overlay.resolving import chain


def documents(root: Entry, library: Library, as_of: date | None) -> tuple[Entry, ...]:
    """A ruleset as it was written, before merging, then its base, the base of that, and so on."""

    def find(id_: str, version: str, place: Place) -> tuple[Entry | None, tuple[Finding, ...]]:
        return library.find(id_, version, as_of, place=place)

    return tuple(chain(root, find, []))


def findings(
    documents: Sequence[Entry], ruleset: Ruleset, library: Library, as_of: date | None
) -> Iterator[Finding]:
    """Whether a version that `extends` names, here or in a base, has a newer one in force.

    Args:
        documents: the ruleset as it was written, and its bases.
        ruleset: the first of them, read.
        library: where bases are found.
        as_of: the day that is asked about; without one, any day on which the ruleset holds.
    """
    first, last = ruleset.effective if as_of is None else (as_of, as_of)
    for document in documents:
        yield from _outdated(document, library, first or date.min, last or date.max)


def _outdated(root: Entry, library: Library, first: date, last: date) -> Iterator[Finding]:
    head = root.get("ruleset")
    named = None if head is None else head.get("extends")
    said = None if named is None or not isinstance(named.data, Mapping) else named
    id_, version = (None, None) if said is None else (said.get("id"), said.get("version"))
    if id_ is None or version is None:  # without a version the newest is taken
        return
    newer = library.newer(str(id_.data), str(version.data))
    if newer is None or newer.days[0] > last or newer.days[1] < first:
        return
    yield finding(
        "UJ372",
        version.place,
        version.path,
        related=(newer.place,),
        got=f"{id_.data} {version.data}",
        version=newer.text("version"),
    )
