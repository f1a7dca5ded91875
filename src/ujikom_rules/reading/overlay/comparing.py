"""Comparing documents: the same value, the same part, and what one changes in the other."""

from collections.abc import Hashable, Iterator, Mapping
from typing import Literal, TypeAlias

from attrs import evolve, frozen

from ujikom_rules.model.entry import Entry
from ujikom_rules.names import qualified
from ujikom_rules.reading.overlay.once import once

Steps: TypeAlias = tuple[str, ...]
Action = Literal["add", "change", "remove"]

# What an overlay writes at the root without touching a rule of its base.
OWN_TABLES = ("schema", "ruleset", "plugins", "open")


def use_of(entry: Entry) -> str:
    """The whole name of the part that a text or a table with `use` names; else empty."""
    name = entry if isinstance(entry.data, str) else entry.get("use")
    return qualified(name.data) if name is not None and isinstance(name.data, str) else ""


def as_part(entry: Entry) -> Entry:
    """A part that only a text names, written as the table that it stands for."""
    if not isinstance(entry.data, str):
        return entry
    return entry.with_data({"use": evolve(entry, path=f"{entry.path}.use")})


def id_of(entry: Entry) -> str:
    """The `id` of a list's item; empty where it has none."""
    found = entry.get("id")
    return found.data if found is not None and isinstance(found.data, str) else ""


@once  # a list is asked for its items by every open term
def by_id(entry: Entry) -> Mapping[str, Entry]:
    """The items of a list by `id`, the first of equals; empty unless every item has one."""
    found: dict[str, Entry] = {}
    for item in entry.items():
        found.setdefault(id_of(item), item)
    return {} if "" in found else found


def rules_of(panel: Entry) -> tuple[Entry, ...]:
    """The rules of `[panel]`, which may be one or a list of them."""
    return panel.items() if isinstance(panel.data, tuple) else (panel,)


def is_free(key: str, entry: Entry) -> bool:
    """Whether a key of a table is no rule: a text for people, or the source of numbers."""
    if key == "source":
        return isinstance(entry.data, str) or any(k in entry for k in ("title", "article", "url"))
    if key not in ("title", "text"):
        return False
    said = entry.data
    return isinstance(said, str) or (isinstance(said, Mapping) and said.keys() <= {"id", "en"})


def same(one: Entry, other: Entry) -> bool:
    """Whether two values say the same: 40 and 40.0, ``"mean"`` and ``{ use = "mean" }``."""
    if one is other:
        return True
    mine, theirs = one.data, other.data
    if isinstance(mine, tuple) and isinstance(theirs, tuple):
        return len(mine) == len(theirs) and all(map(same, mine, theirs))
    if isinstance(mine, Mapping) and isinstance(theirs, Mapping):
        keys = mine.keys()
        if keys != theirs.keys() and {"use"} not in (keys, theirs.keys()):
            return False  # seen without asking what all of it means
    return meaning(one) == meaning(other)


def meaning(entry: Entry, *, rules_only: bool = False) -> Hashable:
    """What a value says, apart from where and how it is written: equal when it is the same.

    Args:
        entry: the value.
        rules_only: whether to leave out texts for people and sources.
    """
    match entry.data:
        case dict() | Mapping():
            said = {
                key: meaning(each, rules_only=rules_only)
                for key, each in entry.data.items()
                if not (rules_only and is_free(key, each))
            }
            return said["use"] if said.keys() == {"use"} else frozenset(said.items())
        case tuple():
            return tuple(meaning(each, rules_only=rules_only) for each in entry.data)
        case str():
            return entry.kind(), qualified(entry.data)
        case _:
            return entry.kind(), entry.data


@frozen(eq=False, repr=False, kw_only=True)
class Change:
    """One thing that an overlay changes in its base.

    Attributes:
        action: what happens to it.
        steps: the keys and ids that lead to it.
        before: the value in the base; of an addition what it is added to.
        after: the value now; None when it is taken out.
        item: whether it is an item of a list that merges by id (or a panel rule).
    """

    action: Action
    steps: Steps
    before: Entry
    after: Entry | None = None
    item: bool = False


def changes(base: Entry, merged: Entry) -> Iterator[Change]:
    """What is otherwise in a merged document than in its base.

    Texts, sources, further facts and the tables that belong to every file itself are no change.

    Args:
        base: the root of the base.
        merged: the root after merging an overlay over it.
    """
    for key, now in merged.table().items():
        was = base.get(key)
        if key in OWN_TABLES or (key == "facts" and was is None):
            continue
        if was is None:
            yield Change(action="add", steps=(key,), before=base, after=now)
        elif key == "panel":
            yield from _panel(was, now)
        elif key == "facts":
            known = {name: each for name, each in now.table().items() if name in was}
            yield from _within(was, now.with_data(known), (key,))
        else:
            yield from _within(was, now, (key,))


def _panel(was: Entry, now: Entry) -> Iterator[Change]:
    kept, rules = rules_of(was), rules_of(now)
    if len(rules) == 1 and len(kept) == 1:
        yield from _within(kept[0], rules[0], ("panel",))
    for number, rule in enumerate(rules[len(kept) :], start=len(kept)):
        steps = ("panel", str(number))
        yield Change(action="add", steps=steps, before=was, after=rule, item=True)


def _within(was: Entry, now: Entry, steps: Steps) -> Iterator[Change]:
    if was is now:
        return
    if "use" in was or "use" in now:
        was, now = as_part(was), as_part(now)
        if use_of(was) != use_of(now):
            yield Change(action="change", steps=steps, before=was, after=now)
            return
    if isinstance(was.data, Mapping) and isinstance(now.data, Mapping):
        yield from _table(was, now, steps)
        return
    ours, theirs = by_id(was), by_id(now)
    if ours and (theirs or now.data == ()):
        for id_, item in theirs.items():
            if id_ in ours:
                yield from _within(ours[id_], item, (*steps, id_))
            else:
                yield Change(action="add", steps=(*steps, id_), before=was, after=item, item=True)
        for id_, item in ours.items():
            if id_ not in theirs:
                yield Change(action="remove", steps=(*steps, id_), before=item, item=True)
    elif meaning(was, rules_only=True) != meaning(now, rules_only=True):
        yield Change(action="change", steps=steps, before=was, after=now)


def _table(was: Entry, now: Entry, steps: Steps) -> Iterator[Change]:
    for key, value in now.table().items():
        before = was.get(key)
        if before is not None and is_free(key, before) and is_free(key, value):
            continue
        if before is not None:
            yield from _within(before, value, (*steps, key))
        elif not is_free(key, value):
            yield Change(action="add", steps=(*steps, key), before=was, after=value)
    for key, value in was.table().items():
        if key not in now and not is_free(key, value):
            yield Change(action="remove", steps=(*steps, key), before=value)
