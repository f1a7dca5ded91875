"""Following `extends` from an overlay to its base, and merging from the base up.

Most rulesets stand alone and open nothing: what merges and guards is loaded for the others.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from attrs import evolve

from ujikom_rules import names
from ujikom_rules.errors import NOWHERE, Finding, Place, said_once
from ujikom_rules.messages import finding
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.ruleset import Bound
from ujikom_rules.reading.sources import wrong_sources

MAX_CHAIN = 8

Findings: TypeAlias = tuple[Finding, ...]
Find: TypeAlias = Callable[[str, str, Place], tuple[Entry | None, Findings]]


def resolve(root: Entry, find: Find) -> tuple[Entry, Findings, tuple[str, ...]]:
    """Follow `extends` to the base, then merge from the base up.

    Args:
        root: the root table of a ruleset, as it was read.
        find: finds a base by its id and version (empty for any); is told where it is named.

    Returns:
        The merged document, without `extends`; all findings; and the files that it was read
        from, its own first. When a base is missing the findings say so.
    """
    findings: list[Finding] = []
    documents = list(chain(root, find, findings))
    files = tuple(dict.fromkeys(each.place.file for each in documents if each.place.file))
    for each in documents:
        findings += wrong_sources(each)
    merged = documents.pop()
    if not documents and _extends(root) is None and root.get("open") is None:
        return merged, said_once(findings), files
    from ujikom_rules.reading.overlay import open_terms  # noqa: PLC0415
    from ujikom_rules.reading.overlay.merging import merge, without_extends  # noqa: PLC0415
    from ujikom_rules.reading.overlay.writers import signed  # noqa: PLC0415

    settled: frozenset[tuple[str, ...]] = frozenset()
    while documents:
        over = documents.pop()
        base = merged
        merged, said = merge(base, over)
        merged, filled = signed(base, over, merged, settled)
        findings += said
        findings += open_terms.check(base, over, merged, last=not documents, settled=settled)
        if documents:
            settled |= open_terms.settled_by(base, over, merged, filled)
    findings += open_terms.declared(merged)
    return without_extends(merged), said_once(findings), files


def bounds(merged: Entry) -> tuple[Bound, ...]:
    """The bounds that open terms set on weights which only arise when the ruleset is compiled."""
    if merged.get("open") is None:
        return ()
    from ujikom_rules.reading.overlay import open_terms  # noqa: PLC0415

    return open_terms.bounds(merged)


def chain(root: Entry, find: Find, findings: list[Finding]) -> Iterator[Entry]:
    """The document, its base, the base of the base, and so on.

    Args:
        root: the root table of a ruleset, as it was read.
        find: as `resolve`.
        findings: takes what is wrong with a base that is missing or that turns in a circle; the
            chain ends before it.
    """
    seen: list[tuple[str, str]] = []
    at: Entry | None = root
    while at is not None:
        yield at
        seen.append((_head(at, "id"), _head(at, "version")))
        at = _base(at, find, findings, seen)


def _base(
    over: Entry, find: Find, findings: list[Finding], seen: list[tuple[str, str]]
) -> Entry | None:
    named = _extends(over)
    if named is None:
        return None
    said = named if isinstance(named.data, Mapping) else named.with_data({"id": named})
    id_, version = said.get("id"), said.get("version")
    for name, each in said.table().items():
        if name not in ("id", "version"):
            nearest = names.nearest(name, ("id", "version"))
            findings.append(finding("UJ201", each.key_place, each.path, got=name, nearest=nearest))
    wrong = next((v for v in (id_, version) if v is not None and not isinstance(v.data, str)), None)
    if id_ is None or wrong is not None:
        at = wrong or named
        findings.append(finding("UJ401", at.place, at.path))
        return None
    if len(seen) > MAX_CHAIN:
        findings.append(finding("UJ403", id_.place, id_.path, expected=MAX_CHAIN))
        return None
    wanted = str(version.data) if version is not None else ""
    base, found = find(str(id_.data), wanted, id_.place)
    findings += (
        evolve(each, place=version.place, path=version.path)
        if each.code == "UJ803" and version is not None
        else evolve(each, place=id_.place, path=each.path or id_.path)
        if each.place in (NOWHERE, id_.place)
        else each
        for each in found
    )
    if base is None:
        return None
    key = (_head(base, "id"), _head(base, "version"))
    if key[0] and key in seen:
        circle = [each for each, _ in seen[seen.index(key) :]] + [key[0]]
        findings.append(finding("UJ402", id_.place, id_.path, got=" → ".join(circle)))
        return None
    return base


def _extends(root: Entry) -> Entry | None:
    head = root.get("ruleset")
    return head.get("extends") if head is not None else None


def _head(root: Entry, key: str) -> str:
    head = root.get("ruleset")
    said = head.get(key) if head is not None else None
    return said.data if said is not None and isinstance(said.data, str) else ""
