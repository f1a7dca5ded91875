"""Two rulesets as documents: where their rules differ, and either of them with some differences.

One walk does both, so that whatever is listed as a difference can also be applied alone.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Literal, TypeAlias

from attrs import frozen

from ujikom_rules.model.entry import Entry
from ujikom_rules.reading.overlay.comparing import (
    Steps,
    as_part,
    by_id,
    is_free,
    meaning,
    use_of,
)

Action = Literal["change", "add", "remove", "order"]
Key: TypeAlias = tuple[Steps, bool]

# Tables and lists that say the same whether they are empty or not there.
_EMPTY = {
    **dict.fromkeys(("ruleset", "plugins", "facts", "rankings", "decision", "ranking"), True),
    **dict.fromkeys(("rounding", "no-marks", "each", "effective"), True),
    "open": False,
}
_HEAD = ("effective",)  # of [ruleset], what is more than a name
# Tables whose keys are names of other things: a fact may be called `title`.
_NAMES = (("plugins",), ("facts",), ("rankings",))


@frozen(eq=False, kw_only=True)
class Change:
    """One thing that is otherwise in B than in A.

    Attributes:
        action: a value changed, a key or an item of a list added or removed, or the order of
            those items that both have.
        steps: the keys and ids that lead to it.
        before: what A says; None for an addition.
        after: what B says; None for a removal.
        item: whether it is an item of a list with ids, such as a stage.
    """

    action: Action
    steps: Steps
    before: Entry | None = None
    after: Entry | None = None
    item: bool = False

    @property
    def path(self) -> str:
        """The dotted key path with ids: ``stages.wawancara.weight``."""
        return ".".join(self.steps)

    @property
    def key(self) -> Key:
        """What tells it from every other change of the same two rulesets."""
        return (self.steps, self.action == "order")


@frozen(eq=False)
class Differences:
    """All that is otherwise.

    Attributes:
        changes: in the order of the documents.
        texts: how many texts for people and sources differ; none of them is a rule.
    """

    changes: tuple[Change, ...]
    texts: int = 0


def differences(one: Entry, other: Entry) -> Differences:
    """Where the rules of two merged documents differ.

    Texts for people, sources, and the id, version and title of a ruleset are no rules. The same
    number or part written otherwise (``72.50``, ``{ use = "mean" }``) is no difference.

    Args:
        one: the root of A after `extends`.
        other: the root of B after `extends`.
    """
    walk = _Walk(lambda _: False)
    walk.roots(one, other)
    return Differences(tuple(walk.changes), walk.texts)


def blended(one: Entry, other: Entry, chosen: Iterable[Change]) -> Entry:
    """The document of A with some of the differences applied; with all, the rules of B.

    Args:
        one: the root of A after `extends`.
        other: the root of B after `extends`.
        chosen: differences of these two.
    """
    keys = {each.key for each in chosen}
    return _Walk(keys.__contains__).roots(one, other)


class _Walk:
    """Walks through two documents at once; `takes` says where B's word goes on."""

    def __init__(self, takes: Callable[[Key], bool]) -> None:
        self._takes = takes
        self.changes: list[Change] = []
        self.texts = 0

    def roots(self, one: Entry, other: Entry) -> Entry:
        return self._table(one, other, ())

    def _value(self, one: Entry, other: Entry, steps: Steps) -> Entry:
        if "use" in one or "use" in other:
            one, other = as_part(one), as_part(other)
            if use_of(one) != use_of(other):
                return self._whole(one, other, steps)
        if isinstance(one.data, Mapping) and isinstance(other.data, Mapping):
            return self._table(one, other, steps)
        if isinstance(one.data, tuple) and isinstance(other.data, tuple):
            ours, theirs = _items(one, steps), _items(other, steps)
            if (ours or not one.data) and (theirs or not other.data):
                return self._list(one, ours, theirs, steps)
            if _are_tables(one, other):
                pairs = zip(one.data, other.data, strict=True)
                inside = (self._value(a, b, (*steps, str(n))) for n, (a, b) in enumerate(pairs))
                return one.with_data(tuple(inside))
        return self._whole(one, other, steps)

    def _whole(self, one: Entry, other: Entry, steps: Steps) -> Entry:
        if meaning(one, rules_only=True) == meaning(other, rules_only=True):
            self.texts += meaning(one) != meaning(other)
            return one
        return other if self._taken("change", steps, one, other) else one

    def _table(self, one: Entry, other: Entry, steps: Steps) -> Entry:
        blend: dict[str, Entry] = {}
        for key in dict.fromkeys((*one.table(), *other.table())):
            ours, theirs, at = one.get(key), other.get(key), (*steps, key)
            if steps == ("ruleset",) and key not in _HEAD:
                blend |= {} if ours is None else {key: ours}
            elif steps not in _NAMES and _is_text(key, ours, theirs):
                self.texts += not _say_the_same(ours, theirs)
                blend |= {} if ours is None else {key: ours}
            elif ours is not None and theirs is not None:
                blend[key] = self._value(ours, theirs, at)
            elif (empty := _nothing(key, ours or theirs)) is not None:
                value = self._value(ours or empty, theirs or empty, at)
                blend |= {key: value} if value.data else {}
            elif ours is not None and not self._taken("remove", at, ours, None):
                blend[key] = ours
            elif theirs is not None and ours is None and self._taken("add", at, None, theirs):
                blend[key] = theirs
        return one.with_data(blend)

    def _list(
        self, one: Entry, ours: Mapping[str, Entry], theirs: Mapping[str, Entry], steps: Steps
    ) -> Entry:
        """A list by ids: each item, then the order of those that stay."""
        kept: dict[str, Entry] = {}
        for id_, item in ours.items():
            at = (*steps, id_)
            if id_ in theirs:
                kept[id_] = self._value(item, theirs[id_], at)
            elif not self._taken("remove", at, item, None, item=True):
                kept[id_] = item
        common = [id_ for id_ in ours if id_ in theirs]
        reordered = [id_ for id_ in theirs if id_ in ours]
        order = list(kept)
        if common != reordered and self._taken("order", steps, _ids(common), _ids(reordered)):
            moving = iter(reordered)
            order = [next(moving) if id_ in theirs else id_ for id_ in order]
        before = ""
        for id_, item in theirs.items():
            if id_ not in ours:
                if not self._taken("add", (*steps, id_), None, item, item=True):
                    continue
                kept[id_] = item
                order.insert(order.index(before) + 1 if before else 0, id_)
            before = id_
        return one.with_data(tuple(kept[id_] for id_ in order))

    def _taken(
        self,
        action: Action,
        steps: Steps,
        before: Entry | None,
        after: Entry | None,
        *,
        item: bool = False,
    ) -> bool:
        change = Change(action=action, steps=steps, before=before, after=after, item=item)
        self.changes.append(change)
        return self._takes(change.key)


def _nothing(key: str, said: Entry | None) -> Entry | None:
    """What a table or list that is not there says; None where it is another thing."""
    table = _EMPTY.get(key)
    if table is None or said is None or isinstance(said.data, Mapping) != table:
        return None
    return Entry(data={} if table else ())


def _items(entry: Entry, steps: Steps) -> dict[str, Entry]:
    """The items of a list by what names them; empty where they have no names of their own."""
    if steps != ("open",):
        found = by_id(entry)
        return dict(found) if len(found) == len(entry.items()) else {}
    named = {str(each.data): item for item in entry.items() if (each := item.get("key"))}
    return named if len(named) == len(entry.items()) else {}


def _are_tables(one: Entry, other: Entry) -> bool:
    """Whether two lists without ids can be compared item by item."""
    items = (*one.items(), *other.items())
    return len(one.items()) == len(other.items()) and all(
        isinstance(each.data, Mapping) for each in items
    )


def _is_text(key: str, one: Entry | None, other: Entry | None) -> bool:
    return all(is_free(key, each) for each in (one, other) if each is not None)


def _say_the_same(one: Entry | None, other: Entry | None) -> bool:
    return one is not None and other is not None and meaning(one) == meaning(other)


def _ids(ids: Iterable[str]) -> Entry:
    return Entry(data=tuple(Entry(data=each) for each in ids))
