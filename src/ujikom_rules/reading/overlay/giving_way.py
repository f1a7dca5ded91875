"""Weights of a base that give way to a weighting that an overlay puts over them."""

from collections.abc import Mapping
from operator import is_

from ujikom_rules.model.entry import Entry
from ujikom_rules.reading.overlay.comparing import Change, Steps, by_id, id_of, use_of
from ujikom_rules.reading.overlay.ways import at

_NO_ENTRIES: Mapping[str, Entry] = {}


def without_weights(over: Entry, merged: Entry) -> Entry:
    """A merged document without the weights that only stand there as long as they are given.

    Where an overlay says how the weights of siblings arise, those that its base gave them would
    contradict it, and no overlay can take out a single key. What the overlay writes itself stays;
    whether the base gives its weights up, `open_terms.check` says.

    Args:
        over: the root of the overlay.
        merged: the overlay merged over its base.
    """
    stages = merged.get("stages")
    if stages is None:
        return merged
    left = _siblings(over.get("stages"), stages, arise=_arise(over, merged, "decision"))
    return merged if left is stages else merged.with_data({**merged.table(), "stages": left})


def weighting_over(change: Change, over: Entry) -> Entry | None:
    """The weighting of an overlay for which a change takes a weight out; None where it is another."""
    if change.item or change.action != "remove" or change.steps[-1] != "weight":
        return None
    return next(iter(at(over, (*parent_of(change.steps), "weighting"))), None)


def parent_of(steps: Steps) -> Steps:
    """The key path of the node whose children are weighted, from that of one child's weight."""
    return ("decision",) if len(steps) <= 3 else steps[:-3]


def _arise(over: Entry, merged: Entry, node: str = "") -> bool:
    """Whether an overlay says of a node that the weights beneath it arise, and are not given."""
    said, now = (over.get(node), merged.get(node)) if node else (over, merged)
    if said is None or now is None or "weighting" not in said or "weighting" not in now:
        return False
    return use_of(now.table()["weighting"]) not in ("", "core:given")


def _siblings(over: Entry | None, merged: Entry, *, arise: bool) -> Entry:
    written = _NO_ENTRIES if over is None else by_id(over)
    items = tuple(_node(written.get(id_of(item)), item, arise=arise) for item in merged.items())
    return merged if all(map(is_, items, merged.items())) else merged.with_data(items)


def _node(over: Entry | None, merged: Entry, *, arise: bool) -> Entry:
    """A stage or criterion: its own weight, and those of its criteria."""
    own = dict(merged.table())
    if arise and (over is None or "weight" not in over):
        own.pop("weight", None)
    if over is not None and "criteria" in own:
        own["criteria"] = _siblings(
            over.get("criteria"), own["criteria"], arise=_arise(over, merged)
        )
    kept = len(own) == len(merged.table()) and all(map(is_, own.values(), merged.table().values()))
    return merged if kept else merged.with_data(own)
