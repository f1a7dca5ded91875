"""What a base and the bases under it have filled in for good: closed to whoever is laid over it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from ujikom_rules import api
from ujikom_rules.model.entry import Entry
from ujikom_rules.reading.overlay.comparing import Steps
from ujikom_rules.reading.overlay.merging import merge
from ujikom_rules.reading.overlay.open_terms import settled_by
from ujikom_rules.reading.overlay.sources import lay


def settled(base: api.Document, rulesets: Sequence[str | Path] = ()) -> frozenset[Steps]:
    """The key paths that a base has filled in over its own bases, and has not opened again.

    Args:
        base: the base, as it was read.
        rulesets: folders in which its bases are found.

    Raises:
        Refused: for a base of it that cannot be found.
    """
    find = partial(api.find, rulesets=rulesets)
    chain = [base.root]
    while (named := _extends(chain[-1])) is not None:
        chain.append(find(named[0], version=named[1]).root)
    laid = [lay(each)[0] for each in chain]
    merged, found = laid.pop(), frozenset[Steps]()
    while laid:
        over, below = laid.pop(), merged
        merged = merge(below, over)[0]
        found |= settled_by(below, over, merged)
    return found


def _extends(root: Entry) -> tuple[str, str] | None:
    """The id and version of the base that a document names; the version may be empty."""
    said = root.table()["ruleset"].get("extends")
    if said is None:
        return None
    id_ = said if isinstance(said.data, str) else said.table()["id"]
    version = said.get("version")
    return str(id_.data), "" if version is None else str(version.data)
