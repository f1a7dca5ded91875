"""Laying sources on numbers: where each comes from, as the file that wrote it says."""

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from ujikom_rules import names
from ujikom_rules.errors import Finding
from ujikom_rules.messages import finding
from ujikom_rules.model.entry import ASSUMPTION, Entry, Source
from ujikom_rules.reading.sources import KEYS, LAID, names_a_source, source_said


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
    known = LAID.get(root)
    if known is not None:
        for said in known:
            _check(said, findings)
        return root, tuple(findings)
    head = root.get("ruleset")
    of_file = head.get("source") if head is not None else None
    # Checked where it stands, on the way down; here only what it says counts.
    covering = source_said(_plain(of_file)) if of_file is not None else None
    return _laid(root, covering, findings), tuple(findings)


def _laid(entry: Entry, covering: Source | None, findings: list[Finding]) -> Entry:
    data = entry.data
    if isinstance(data, tuple):
        data = tuple([_laid(each, covering, findings) for each in data])
    elif isinstance(data, Mapping):
        said = data.get("source")
        if said is not None and names_a_source(entry.path, _plain(said)):
            _check(said, findings)
            covering = source_said(_plain(said))
        data = {key: _laid(each, covering, findings) for key, each in data.items()}
    return evolve(entry, data=data, source=covering)


def _plain(entry: Entry) -> Any:
    """An entry as far as sources are said in it."""
    if not isinstance(entry.data, Mapping):
        return entry.data
    return {key: _plain(each) for key, each in entry.data.items()}


def _check(said: Entry, findings: list[Finding]) -> None:
    """Note what is wrong with a source."""
    if isinstance(said.data, Mapping):
        for key, each in said.data.items():
            if key not in KEYS:
                nearest = names.nearest(key, KEYS)
                findings.append(
                    finding("UJ442", each.key_place, each.path, got=key, nearest=nearest)
                )
            elif not isinstance(each.data, str) or not each.data.strip():
                findings.append(finding("UJ441", each.place, each.path, expected=key))
        if "title" not in said.data:
            findings.append(finding("UJ441", said.place, said.path, expected="title"))
    elif source_said(said.data) is not ASSUMPTION:
        got = said.data if isinstance(said.data, str) else ""
        findings.append(finding("UJ440", said.place, said.path, got=got))
