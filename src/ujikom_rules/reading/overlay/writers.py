"""Whose a value is that an overlay writes again as its base has it."""

from collections.abc import Mapping
from operator import is_

from attrs import evolve, frozen

from ujikom_rules.model.entry import ASSUMPTION, Entry
from ujikom_rules.reading.overlay.comparing import (
    OWN_TABLES,
    Steps,
    as_part,
    by_id,
    is_free,
    rules_of,
    same,
    use_of,
)
from ujikom_rules.reading.overlay.opens import Open, read_opens
from ujikom_rules.reading.overlay.settled import is_in


def signed(base: Entry, over: Entry, merged: Entry, settled: frozenset[Steps]) -> Entry:
    """Give an overlay what it wrote itself, though the base has the same.

    Who may decide a value decides it also by writing what the base has as default: the place and
    the source are the overlay's then. What the base keeps closed stays the base's.

    Args:
        base: the root of the base.
        over: the root of the overlay.
        merged: the overlay merged over the base; what both have is the base's there.
        settled: what the base has filled in for good, which nobody decides again.

    Returns:
        The merged root, saying the same.
    """
    signing = _Signing(read_opens(base)[0], settled)
    said = over.with_data({k: v for k, v in over.table().items() if k not in OWN_TABLES})
    return signing.table(base, said, merged, ())


@frozen(eq=False)
class _Signing:
    """What is open to an overlay: all that its base opens but what is settled."""

    opens: tuple[Open, ...]
    settled: frozenset[Steps]

    def table(self, base: Entry, over: Entry, merged: Entry, steps: Steps) -> Entry:
        """A table key by key, as merged."""
        inside = dict(merged.table())
        for key, said in over.table().items():
            was, now = base.get(key), inside.get(key)
            if was is None or now is None or is_free(key, was):
                continue
            if (*steps, key) == ("panel",):
                inside[key] = self._panel(was, said, now)
            else:
                inside[key] = self._value(was, said, now, (*steps, key))
        return _changed(merged, inside)

    def _panel(self, base: Entry, over: Entry, merged: Entry) -> Entry:
        """The only rule of a panel; of several, each is of the file that added it."""
        if len(rules_of(merged)) != 1 or len(rules_of(over)) != 1:
            return merged
        rule = self._value(rules_of(base)[0], rules_of(over)[0], rules_of(merged)[0], ("panel",))
        return merged.with_data((rule,)) if merged.items() else rule

    def _value(self, base: Entry, over: Entry, merged: Entry, steps: Steps) -> Entry:
        if "use" in merged:
            base, over = as_part(base), as_part(over)
            if "use" in over and use_of(base) != use_of(over):
                return merged
        elif isinstance(merged.data, str):  # the base's "mean", written as { use = "mean" }
            over = over.get("use") or over
        if all(isinstance(each.data, Mapping) for each in (base, over, merged)):
            inside = self.table(base, over, merged, steps)
            both = self._is_open(steps) and same(base, over)
            return _stamped(inside, over) if both else inside
        if by_id(base) and by_id(over) and by_id(merged):
            return self._list(base, over, merged, steps)
        if not same(base, over) or not self._is_open(steps):
            return merged
        return _stamped_whole(merged, over) if merged.items() else _stamped(merged, over)

    def _list(self, base: Entry, over: Entry, merged: Entry, steps: Steps) -> Entry:
        """A list by the ids of its items, which only say of which item the overlay speaks."""
        was, inside = by_id(base), dict(by_id(merged))
        for id_, item in by_id(over).items():
            if id_ in was and id_ in inside:
                said = item.with_data({k: v for k, v in item.table().items() if k != "id"})
                inside[id_] = self._value(was[id_], said, inside[id_], (*steps, id_))
        if all(map(is_, inside.values(), merged.items())):
            return merged
        return merged.with_data(tuple(inside.values()))

    def _is_open(self, steps: Steps) -> bool:
        if is_in(steps, self.settled):
            return False
        return any(
            each.covers(steps) and bool({"fill", "replace"} & set(each.may)) for each in self.opens
        )


def _changed(merged: Entry, inside: Mapping[str, Entry]) -> Entry:
    """A table with what is inside it now; itself where that is what was."""
    if all(map(is_, inside.values(), merged.table().values())):
        return merged
    return merged.with_data(inside)


def _stamped_whole(merged: Entry, over: Entry) -> Entry:
    """A value and all beneath it at the places where an overlay wrote the same."""
    over = over.get("use") or over if isinstance(merged.data, str) else over
    inside = merged.data
    if isinstance(inside, tuple):
        inside = tuple(map(_stamped_whole, inside, over.items()))
    elif isinstance(inside, Mapping):
        said = as_part(over).table()
        inside = {key: _stamped_whole(each, said[key]) for key, each in inside.items()}
    return _stamped(merged.with_data(inside), over)


def _stamped(merged: Entry, over: Entry) -> Entry:
    """A value at the place where an overlay wrote the same, with the source that it has there."""
    source = over.source or (None if merged.source is None else ASSUMPTION)
    said = over if over.kind() == "number" else evolve(over, data=merged.data)
    return evolve(said, path=merged.path, source=source)
