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
        if each.get("schema") is None and len(documents) > 1:  # alone it is told with the rest
            findings.append(finding("UJ202", each.key_place, "schema", expected="schema"))
    merged = documents.pop()
    if not documents and _extends(root) is None and root.get("open") is None:
        return merged, said_once(findings), files
    from ujikom_rules.reading.overlay import open_terms  # noqa: PLC0415
    from ujikom_rules.reading.overlay.merging import merge, without_extends  # noqa: PLC0415
    from ujikom_rules.reading.overlay.settled import settled  # noqa: PLC0415
    from ujikom_rules.reading.overlay.writers import signed  # noqa: PLC0415

    closed = frozenset[tuple[str, ...]]()  # what has no base has settled nothing
    while documents:
        over, base = documents.pop(), merged
        merged, said = merge(base, over)
        merged = signed(base, over, merged, closed)
        findings += said
        findings += open_terms.check(base, over, merged, last=not documents, settled=closed)
        closed = settled(merged) if documents else closed
    findings += open_terms.declared(merged)
    return without_extends(merged), said_once(findings), files


def handed_on(merged: Entry) -> Findings:
    """What is left to others without a value, so that nothing can be scored with a ruleset yet."""
    if merged.get("open") is None:
        return ()
    from ujikom_rules.reading.overlay import open_terms  # noqa: PLC0415

    return open_terms.handed_on(merged)


def bounds(merged: Entry) -> tuple[Bound, ...]:
    """The bounds that open terms set on weights which only arise when the ruleset is compiled."""
    if merged.get("open") is None:
        return ()
    from ujikom_rules.reading.overlay import open_terms  # noqa: PLC0415

    return open_terms.bounds(merged)


def placed(findings: Findings, own: Entry, merged: Entry) -> Findings:
    """Findings of an overlay's rules, each in the file that made them: the base is right by itself.

    Args:
        findings: of the merged ruleset.
        own: the ruleset's own document, before merging.
        merged: the same, merged.
    """
    if not findings or _extends(own) is None:
        return findings
    from ujikom_rules.reading.overlay.at_fault import told_at_the_overlay  # noqa: PLC0415

    return told_at_the_overlay(findings, own, merged)


def chain(root: Entry, find: Find, findings: list[Finding]) -> Iterator[Entry]:
    """The document, its base, the base of the base, and so on.

    Args:
        root: the root table of a ruleset, as it was read.
        find: as `resolve`.
        findings: takes what is wrong with a base that is missing or that turns in a circle; the
            chain ends before it.
    """
    seen: list[Entry] = []
    at: Entry | None = root
    while at is not None:
        yield at
        seen.append(at)
        at = _base(seen, find, findings)


def _base(seen: list[Entry], find: Find, findings: list[Finding]) -> Entry | None:
    """The base of the last of some documents, each of which is the base of the one before it."""
    named = _extends(seen[-1])
    if named is None:
        return None
    id_, version = _named(named)
    strange = {key: each for key, each in named.table().items() if key not in ("id", "version")}
    wrong = next((v for v in (id_, version) if v is not None and not isinstance(v.data, str)), None)
    if id_ is None or wrong is not None:
        at = named.place if wrong is None else wrong.place
        place = next(iter(strange.values())).key_place if wrong is None and strange else at
        findings.append(finding("UJ401", place, (wrong or named).path))
        return None
    for key, each in strange.items():
        nearest = names.nearest(key, ("id", "version"))
        findings.append(finding("UJ201", each.key_place, each.path, got=key, nearest=nearest))
    wanted = (str(id_.data), "" if version is None else str(version.data))
    if len(seen) > MAX_CHAIN and not any(_is_called(each, *wanted) for each in seen):
        findings.append(finding("UJ403", id_.place, id_.path, expected=MAX_CHAIN))
        return None
    base, found = find(*wanted, id_.place)
    met = wanted if base is None else _called(base)
    again = next((n for n, each in enumerate(seen) if _is_called(each, *met)), None)
    if again is not None and {each.code for each in found} <= {"UJ802", "UJ803"}:
        findings.append(_ring(seen[again:], id_))
        return None
    findings += (
        evolve(each, place=version.place, path=version.path)
        if each.code == "UJ803" and version is not None
        else evolve(each, place=id_.place, path=each.path or id_.path)
        if each.place in (NOWHERE, id_.place)
        else each
        for each in found
    )
    return base


def _ring(ring: list[Entry], last: Entry) -> Finding:
    """That bases lead back to the first of them, with the line of each that does so.

    Args:
        ring: the documents, each the base of the one before it.
        last: the id that the last of them names.
    """
    lines = [_named(said)[0] for each in ring[:-1] if (said := _extends(each)) is not None]
    own = ring[0].table()["ruleset"].get("id")
    related = tuple(each.place for each in lines or [own] if each is not None)
    called = [*(_called(each)[0] for each in ring), str(last.data)]
    return finding("UJ402", last.place, last.path, related=related, got=" → ".join(called))


def _named(extends: Entry) -> tuple[Entry | None, Entry | None]:
    """The id and the version that `extends` names."""
    whole = extends if isinstance(extends.data, Mapping) else extends.with_data({"id": extends})
    return whole.get("id"), whole.get("version")


def _called(root: Entry) -> tuple[str, str]:
    return _head(root, "id"), _head(root, "version")


def _is_called(root: Entry, id_: str, version: str) -> bool:
    """Whether a document has an id and, unless any will do, a version."""
    own, number = _called(root)
    return bool(own) and own == id_ and version in ("", number)


def _extends(root: Entry) -> Entry | None:
    head = root.get("ruleset")
    return head.get("extends") if head is not None else None


def _head(root: Entry, key: str) -> str:
    head = root.get("ruleset")
    said = head.get(key) if head is not None else None
    return said.data if said is not None and isinstance(said.data, str) else ""
