"""Merging one document over another: tables by key, lists by id, the rest whole."""

from collections.abc import Mapping

from attrs import evolve

from ujikom_rules import names
from ujikom_rules.errors import Finding
from ujikom_rules.messages import Text, finding
from ujikom_rules.model.entry import ASSUMPTION, Entry, Source
from ujikom_rules.reading.overlay import opens
from ujikom_rules.reading.overlay.comparing import (
    as_part,
    by_id,
    id_of,
    is_free,
    rules_of,
    same,
    use_of,
)
from ujikom_rules.reading.overlay.giving_way import without_weights

_NOT_THERE = Text("jadi tidak ada yang dapat dihapus", "so there is nothing to take out")
_ALWAYS_BY_ID = ("stages", "criteria")  # here an item without id was forgotten, never meant


def without_extends(root: Entry) -> Entry:
    """The document without the key that names its base."""
    head = root.get("ruleset")
    if head is None or "extends" not in head:
        return root
    kept = {key: each for key, each in head.table().items() if key != "extends"}
    return root.with_data({**root.table(), "ruleset": head.with_data(kept)})


def merge(base: Entry, over: Entry) -> tuple[Entry, tuple[Finding, ...]]:
    """Merge one document over another.

    Tables merge key by key, lists whose items have an `id` by id, everything else is replaced
    whole, and so is a table whose `use` changes. What says the base's own value again leaves the
    base's value, with its place and source; whose it is, `writers.signed` says. Weights of the
    base give way to a weighting of the overlay.

    Args:
        base: the root of the base, sources laid on it.
        over: the root of the overlay, sources laid on it.

    Returns:
        The merged root, keys in the order of the base first, and the findings of merging itself;
        `open_terms.check` says what the overlay was not free to change.
    """
    findings: list[Finding] = []
    merged = dict(base.table())
    for key, new in over.table().items():
        was = merged.get(key)
        if was is None or key == "ruleset":
            merged[key] = _fresh(new, base.source if key != "ruleset" else None, findings)
        elif key == "open":
            merged[key] = was.with_data((*was.items(), *new.items()))
        elif key == "panel":
            merged[key] = _panel(was, new, findings)
        else:
            merged[key] = _value(was, new, key, findings)
    if "open" in merged:
        merged["open"] = opens.still_there(base, base.with_data(merged))
    whole = without_weights(over, base.with_data(merged))
    return without_extends(whole), tuple(findings)


def _value(base: Entry, over: Entry, key: str, findings: list[Finding]) -> Entry:
    if same(base, over):
        return base
    if "use" in base or "use" in over:
        part, other = as_part(base), as_part(over)
        if "use" in other and use_of(part) != use_of(other):
            return _fresh(over, base.source, findings)
        base, over = part, other
    if isinstance(base.data, Mapping) and isinstance(over.data, Mapping):
        return _table(base, over, findings)
    if by_id(base) and over.items() and (key in _ALWAYS_BY_ID or any(map(id_of, over.items()))):
        return _list(base, over, findings)
    return _fresh(over, base.source, findings)


def _table(base: Entry, over: Entry, findings: list[Finding]) -> Entry:
    merged = dict(base.table())
    for key, new in over.table().items():
        was = merged.get(key)
        if was is None:
            merged[key] = _fresh(new, base.source, findings)
        elif key == "source" and is_free(key, was) and is_free(key, new):
            continue  # the overlay's covers its own numbers; the base's rule keeps its own
        else:
            merged[key] = _value(was, new, key, findings)
    return base.with_data(merged)


def _panel(base: Entry, over: Entry, findings: list[Finding]) -> Entry:
    """`[panel]`: a base's rules stay, an overlay's are added."""
    kept = list(rules_of(base))
    if isinstance(over.data, Mapping) and "use" not in over and len(kept) == 1:
        merged = _value(kept[0], over, "panel", findings)
        return merged if not isinstance(base.data, tuple) else _listed(base, (merged,))
    for rule in rules_of(over):
        if not any(_says_nothing_new(was, rule) for was in kept):
            kept.append(_fresh(rule, base.source, findings))
    return base if len(kept) == len(rules_of(base)) else _listed(base, tuple(kept))


def _says_nothing_new(was: Entry, rule: Entry) -> bool:
    return use_of(was) == use_of(rule) and same(was, _value(was, rule, "panel", []))


def _list(base: Entry, over: Entry, findings: list[Finding]) -> Entry:
    """Merge a list by the ids of its items; `base` may be empty."""
    items = dict(by_id(base))
    for item in base.items():
        first = items[id_of(item)]
        if item is not first:
            findings.append(_twice(item, first))
    roots, taken_out = list(items), set[str]()
    written: dict[str, Entry] = {}
    behind: dict[str, list[str]] = {}
    for item in over.items():
        id_ = id_of(item)
        if not id_:
            findings.append(_nameless(item))
            continue
        if id_ in written:
            findings.append(_twice(item, written[id_]))
            continue
        written[id_] = item
        was = items.get(id_)
        if _is_removal(item, findings):
            if was is None:
                near = names.nearest(id_, items)
                at = item.table()["remove"]
                findings.append(
                    finding("UJ408", at.place, at.path, got=id_, nearest=near, done=_NOT_THERE)
                )
            taken_out.add(id_)
            continue
        plain = item.with_data(
            {k: v for k, v in item.table().items() if k not in ("after", "remove")}
        )
        after = _anchor(item, was, findings)
        items[id_] = (
            _fresh(plain, base.source, findings)
            if was is None
            else _value(was, plain, "", findings)
        )
        if was is None and after:
            behind.setdefault(after, []).append(id_)
        elif was is None:
            roots.append(id_)
    order = _ordered(roots, behind, written, findings)
    return _listed(base, tuple(items[id_] for id_ in order if id_ not in taken_out))


def _twice(item: Entry, first: Entry) -> Finding:
    id_ = item.table()["id"]
    related = (first.table()["id"].place,)
    return finding("UJ407", id_.place, id_.path, related=related, got=id_.data)


def _is_removal(item: Entry, findings: list[Finding]) -> bool:
    said = item.get("remove")
    if said is None or said.data is False:
        return False
    if said.data is not True:
        findings.append(finding("UJ410", said.place, said.path, got="remove"))
        return False
    for key, each in item.table().items():
        if key not in ("id", "remove"):
            findings.append(finding("UJ411", each.key_place, each.path, got=key))
    return True


def _anchor(item: Entry, was: Entry | None, findings: list[Finding]) -> str:
    """The id that a new item stands behind; empty for the end of the list."""
    said = item.get("after")
    if said is None:
        return ""
    if not isinstance(said.data, str):
        findings.append(finding("UJ410", said.place, said.path, got="after"))
    elif was is not None:
        related = (was.place,)
        findings.append(finding("UJ412", said.place, said.path, related=related, got=id_of(item)))
    else:
        return said.data
    return ""


def _ordered(
    roots: list[str],
    behind: Mapping[str, list[str]],
    written: Mapping[str, Entry],
    findings: list[Finding],
) -> list[str]:
    """The ids in order: each followed by those that stand behind it, in the order written."""
    known = {*roots, *(id_ for ids in behind.values() for id_ in ids)}
    for anchor in [each for each in behind if each not in known]:
        findings += (
            _misplaced(written[id_], names.nearest(anchor, roots)) for id_ in behind[anchor]
        )
        roots += behind[anchor]
    order: list[str] = []
    stack = roots[::-1]
    while stack:
        id_ = stack.pop()
        order.append(id_)
        stack += behind.get(id_, ())[::-1]
    placed = set(order)
    circle = [id_ for ids in behind.values() for id_ in ids if id_ not in placed]
    findings += (_misplaced(written[id_], "") for id_ in circle)
    return order + circle


def _misplaced(item: Entry, nearest: str) -> Finding:
    said = item.table()["after"]
    return finding("UJ409", said.place, said.path, got=said.data, nearest=nearest)


def _fresh(entry: Entry, covering: Source | None, findings: list[Finding]) -> Entry:
    """What the base does not have: merging keys settled, numbers without a source assumed."""
    source = entry.source if entry.source is not None or covering is None else ASSUMPTION
    entry = evolve(entry, source=source)
    match entry.data:
        case Mapping():
            inside = {k: _fresh(each, covering, findings) for k, each in entry.data.items()}
            return entry.with_data(inside)
        case tuple():
            if by_id(entry) and any("after" in each or "remove" in each for each in entry.data):
                return _list(evolve(entry, data=(), source=covering), entry, findings)
            return entry.with_data(tuple(_fresh(each, covering, findings) for each in entry.data))
        case _:
            return entry


def _listed(base: Entry, items: tuple[Entry, ...]) -> Entry:
    """A list in place of `base`, its items' paths saying where they stand now."""
    named = (
        item if id_of(item) else _moved(item, item.path, f"{base.path}.{number}")
        for number, item in enumerate(items)
    )
    return base.with_data(tuple(named))


def _moved(entry: Entry, old: str, new: str) -> Entry:
    """The same entry and all beneath it, at another path."""
    if old == new:
        return entry
    inside = entry.data
    if isinstance(inside, Mapping):
        inside = {key: _moved(each, old, new) for key, each in inside.items()}
    elif isinstance(inside, tuple):
        inside = tuple(_moved(each, old, new) for each in inside)
    return evolve(entry, data=inside, path=new + entry.path.removeprefix(old))


def _nameless(item: Entry) -> Finding:
    """An item that has no id; where a key looks like a misspelt `id`, it stands there."""
    near = next((key for key in item.table() if names.is_one_slip(key, "id")), "")
    place = item.table()[near].key_place if near else item.place
    return finding("UJ406", place, item.path, nearest=near)
