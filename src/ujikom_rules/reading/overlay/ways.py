"""What stands at dotted key paths, each way gone once: many open terms share most of their steps."""

from ujikom_rules.model.entry import Entry
from ujikom_rules.reading.overlay.comparing import Steps, by_id
from ujikom_rules.reading.overlay.once import once

ANY = "*"
_KEPT = 8  # steps; a longer way is gone again from there


def step_into(entry: Entry, step: str) -> Entry | None:
    """What stands one step down: under a key, at an id, or at a number where items have no ids."""
    if not isinstance(entry.data, tuple):
        return entry.get(step)
    if (found := by_id(entry).get(step)) is not None:
        return found
    named_by_number = step.isascii() and step.isdigit() and not by_id(entry)
    return next(iter(entry.data[int(step[:9]) :]), None) if named_by_number else None


def at(root: Entry, steps: Steps) -> tuple[Entry, ...]:
    """All that stands at a key path, `*` taken for every step."""
    top = root.get(steps[0]) if steps and steps[0] != ANY else None
    if top is None:
        return _gone((root,), steps)
    ways = _ways(top)
    here = ways.get(steps)
    return _gone(_known(top, steps[:_KEPT], ways), steps[_KEPT:]) if here is None else here


def places(root: Entry, steps: Steps) -> tuple[Steps, ...]:
    """A key path with `*` taken for every step that there is; itself where it has none."""
    if ANY not in steps:
        return (steps,)
    here: tuple[Steps, ...] = ((),)
    for step in steps:
        here = tuple(
            (*before, each)
            for before in here
            for each in ((step,) if step != ANY else beneath(root, before))
        )
    return here


def beneath(root: Entry, steps: Steps) -> tuple[str, ...]:
    """The ids or keys of what stands at a key path."""
    found = next(iter(at(root, steps)), None)
    return () if found is None else tuple(by_id(found) or found.table())


@once
def _ways(_: Entry) -> dict[Steps, tuple[Entry, ...]]:
    """The ways gone so far beneath a key of the root."""
    return {}


def _known(top: Entry, steps: Steps, ways: dict[Steps, tuple[Entry, ...]]) -> tuple[Entry, ...]:
    """What stands at a short way, gone on from what stands before its last step."""
    if len(steps) == 1:
        return (top,)  # not among its own ways, which would keep it from being forgotten
    here = ways.get(steps)
    if here is None:
        here = ways[steps] = _gone(_known(top, steps[:-1], ways), steps[-1:])
    return here


def _gone(here: tuple[Entry, ...], steps: Steps) -> tuple[Entry, ...]:
    for step in steps:
        here = tuple([found for each in here for found in _next(each, step)])
    return here


def _next(entry: Entry, step: str) -> tuple[Entry, ...]:
    if step == ANY:
        return entry.items() or tuple(entry.table().values())
    found = step_into(entry, step)
    return () if found is None else (found,)
