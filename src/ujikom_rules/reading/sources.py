"""Which source covers a value: what the nearest table above it says, as far as it says one.

Data here is plain, as the parser gives it: a wrong source has its finding when it is laid.
"""

from collections.abc import Mapping
from typing import Any
from weakref import WeakKeyDictionary

from ujikom_rules.model.entry import ASSUMPTION, Entry, Source

KEYS = ("title", "article", "url")

# The roots on whose values the reader has laid their sources, with every source that is said.
LAID: WeakKeyDictionary[Entry, tuple[Entry, ...]] = WeakKeyDictionary()


def of_file(root: Mapping[str, Any]) -> Source | None:
    """What `[ruleset] source` lays on a whole file."""
    head = root.get("ruleset")
    said = head.get("source") if isinstance(head, Mapping) else None
    return None if said is None else source_said(said)


def names_a_source(path: str, said: Any) -> bool:
    """Not where keys are names of other things: a fact or a plugin may be called `source`."""
    if path == "plugins":
        return False
    return not (path == "facts" and isinstance(said, Mapping) and "type" in said)


def source_said(said: Any) -> Source | None:
    """The source that a text or a table names; None where it names none.

    >>> source_said({"title": "PP 11/2017", "article": "132"})
    Source(title='PP 11/2017', article='132', url='')
    """
    if said == ASSUMPTION.title:
        return ASSUMPTION
    if not isinstance(said, Mapping):
        return Source(title=said) if isinstance(said, str) and said else None
    found = {key: said[key] for key in KEYS if isinstance(said.get(key), str)}
    texts = {key: text for key, text in found.items() if text.strip()}
    return Source(**texts) if "title" in texts else None
