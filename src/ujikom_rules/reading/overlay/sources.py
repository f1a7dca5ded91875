"""Laying sources on numbers: where each comes from, as the file that wrote it says."""

from collections.abc import Mapping

from ujikom_rules import names
from ujikom_rules.errors import Finding
from ujikom_rules.messages import finding
from ujikom_rules.model.entry import ASSUMPTION, Entry, Source

_KEYS = ("title", "article", "url")


def lay(root: Entry) -> tuple[Entry, tuple[Finding, ...]]:
    r"""Lay on every value of one file the source that covers it.

    `[ruleset] source` covers the whole file; `source` on a table covers what stands beneath it,
    until a table further down says otherwise.

    Args:
        root: the root table of one file, before any merging: a number keeps the source of the
            file that wrote it.

    Returns:
        The same tree with `source` on every entry (None where the file says nothing), and a
        finding for every source that is none.

    Example:
        >>> from ujikom_rules.reading.document import read_document
        >>> root, _ = read_document("[decision]\nsource = 'assumption'\ncut-score = 70")
        >>> laid, _ = lay(root)
        >>> laid.get("decision").get("cut-score").source.is_assumption
        True
    """
    findings: list[Finding] = []
    head = root.get("ruleset")
    said = head.get("source") if head is not None else None
    # Checked where it stands, on the way down; here only what it says counts.
    covering = _source(said, []) if said is not None else None
    return _laid(root, covering, findings), tuple(findings)


def _laid(entry: Entry, covering: Source | None, findings: list[Finding]) -> Entry:
    data = entry.data
    match data:
        case dict() | Mapping():
            said = data.get("source")
            if said is not None and _names_a_source(entry, said):
                covering = _source(said, findings)
            data = {key: _laid(each, covering, findings) for key, each in data.items()}
        case tuple():
            data = tuple([_laid(each, covering, findings) for each in data])
        case _:
            pass
    return Entry(data, entry.place, entry.key_place, entry.path, covering)


def _names_a_source(table: Entry, said: Entry) -> bool:
    """Not where keys are names of other things: a fact or a plugin may be called `source`."""
    if table.path == "plugins":
        return False
    return not (table.path == "facts" and "type" in said)


def _source(said: Entry, findings: list[Finding]) -> Source | None:
    if said.data == ASSUMPTION.title:
        return ASSUMPTION
    if not isinstance(said.data, Mapping):
        got = said.data if isinstance(said.data, str) else ""
        findings.append(finding("UJ440", said.place, said.path, got=got))
        return Source(title=got) if got else None
    found: dict[str, str] = {}
    for key, each in said.data.items():
        if key not in _KEYS:
            nearest = names.nearest(key, _KEYS)
            findings.append(finding("UJ442", each.key_place, each.path, got=key, nearest=nearest))
        elif not isinstance(each.data, str) or not each.data.strip():
            findings.append(finding("UJ441", each.place, each.path, expected=key))
        else:
            found[key] = each.data
    if "title" not in said.data:
        findings.append(finding("UJ441", said.place, said.path, expected="title"))
    if "title" not in found:
        return None
    return Source(**found)
