"""Sources: which one covers a value, as the file that wrote it says, and what is wrong with them.

`[ruleset] source` covers the whole file; `source` on a table covers the table and what stands
beneath it, until a table further down says otherwise; so does `article` on an open term. The
reader asks on its way down, of data as the parser gives it, and every entry keeps what covers it
through all merging. A source that is none covers nothing, and has its finding when the tree is
gone through.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from ujikom_rules import names
from ujikom_rules.errors import Finding
from ujikom_rules.messages import finding
from ujikom_rules.model.entry import ASSUMPTION, Entry, Source

_KEYS = ("title", "article", "url")


def of_file(root: Mapping[str, Any]) -> Source | None:
    """What `[ruleset] source` lays on a whole file."""
    head = root.get("ruleset")
    return _said(head.get("source")) if isinstance(head, Mapping) else None


def covering(said: Any, path: str, above: Source | None) -> Source | None:
    """The source that covers a table which has the key `source`, and all beneath it.

    Args:
        said: what stands at the key.
        path: the table's key path.
        above: what covers the table from above.

    Example:
        >>> covering({"title": "PP 11/2017", "article": "132"}, "decision", None)
        Source(title='PP 11/2017', article='132', url='')
    """
    return _said(said) if _names_a_source(path, said) else above


def of_open_term(said: Any, path: str, above: Source | None) -> Source | None:
    """The source of the range of an open term, which its `article` names.

    Args:
        said: what stands at `article`.
        path: the key path of the table that has it; of any other table `article` says nothing here.
        above: what covers the table from above.

    Example:
        >>> of_open_term("PermenPANRB 15/2019", "open.0", None)
        Source(title='PermenPANRB 15/2019', article='', url='')
    """
    named = path.startswith("open.") and isinstance(said, str) and bool(said.strip())
    return Source(title=said) if named else above


def wrong_sources(root: Entry) -> Iterator[Finding]:
    """A finding for every source in a document that is none, in its order."""
    waiting = [root]
    while waiting:
        entry = waiting.pop()
        inside: Any = entry.data
        if isinstance(inside, dict):
            said = inside.get("source")
            if said is not None and _names_a_source(entry.path, said.data):
                yield from _wrong(said)
            inside = inside.values()
        for each in reversed(inside):  # most of a document holds nothing further
            if isinstance(each.data, (dict, tuple)):
                waiting.append(each)  # noqa: PERF401  a list for each table takes twice the time


def _names_a_source(path: str, said: Any) -> bool:
    """Not where keys are names of other things: a fact or a plugin may be called `source`."""
    if path == "plugins":
        return False
    return not (path == "facts" and isinstance(said, Mapping) and "type" in said)


def _said(said: Any) -> Source | None:
    """The source that a text or a table names; None where it names none."""
    if said == ASSUMPTION.title:
        return ASSUMPTION
    if not isinstance(said, Mapping):
        return Source(title=said) if isinstance(said, str) and said else None
    found = {key: said[key] for key in _KEYS if isinstance(said.get(key), str)}
    texts = {key: text for key, text in found.items() if text.strip()}
    return Source(**texts) if "title" in texts else None


def _wrong(said: Entry) -> Iterator[Finding]:
    """What is wrong with one source."""
    if isinstance(said.data, (dict, Mapping)):
        for key, each in said.data.items():
            if key not in _KEYS:
                nearest = names.nearest(key, _KEYS)
                yield finding("UJ442", each.key_place, each.path, got=key, nearest=nearest)
            elif not isinstance(each.data, str) or not each.data.strip():
                yield finding("UJ441", each.place, each.path, expected=key)
        if "title" not in said.data:
            yield finding("UJ441", said.place, said.path, expected="title")
    elif said.data != ASSUMPTION.title:
        got = said.data if isinstance(said.data, str) else ""
        nearest = names.nearest(got, (ASSUMPTION.title,))
        yield finding("UJ440", said.place, said.path, got=got, nearest=nearest)
