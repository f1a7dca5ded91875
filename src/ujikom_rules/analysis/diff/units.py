"""Changes that are applied together: the smallest groups that can be a ruleset."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from ujikom_rules.analysis.diff.blending import Change
from ujikom_rules.reading.overlay.comparing import Steps

Unit: TypeAlias = tuple[Change, ...]

_SCORES_NOTHING = ("ruleset", "open")
_DECLARING = ("facts", "plugins")
_LISTS = ("stages", "criteria")


def units(changes: Iterable[Change]) -> tuple[Unit, ...]:
    """Changes by what can hardly stand alone: the weights of siblings are one, all else single.

    What scores nothing, the days in force and what is left open to overlays, is in none.
    """
    found: dict[tuple[str, Steps], list[Change]] = {}
    for each in changes:
        if each.steps[0] in _SCORES_NOTHING:
            continue
        siblings = _siblings(each)
        key = ("one", (*each.steps, each.action)) if siblings is None else ("weights", siblings)
        found.setdefault(key, []).append(each)
    return tuple(tuple(unit) for unit in found.values())


def declarations(changes: Iterable[Change]) -> Unit:
    """Those changes that only declare what others may name: a further fact, a further plugin."""
    return tuple(each for each in changes if _declares(each))


def by_table(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Units of the same table, joined: one row of `by-fact`, the keys of one part."""
    found: dict[Steps, list[Change]] = {}
    for unit in units:
        found.setdefault(_siblings(unit[0]) or unit[0].steps[:-1], []).extend(unit)
    return tuple(tuple(unit) for unit in found.values())


def by_node(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Units of the same node of the tree, joined: its own keys and its children's weights."""
    found: dict[Steps, list[Change]] = {}
    for unit in units:
        found.setdefault(_node(unit[0]), []).extend(unit)
    return tuple(tuple(unit) for unit in found.values())


def at_once(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """All units as one."""
    return (joined(units),) if units else ()


def joined(units: Iterable[Unit]) -> Unit:
    """All changes of some units, each once."""
    return tuple({each.key: each for unit in units for each in unit}.values())


def _declares(change: Change) -> bool:
    """A plugin that amends does more than to be there."""
    table, _, name = change.path.partition(".")
    said = change.after
    return (
        change.action == "add"
        and table in _DECLARING
        and name == change.steps[-1]
        and said is not None
        and "amends" not in said
    )


def _siblings(change: Change) -> Steps | None:
    """The list whose weights a change alters; None where it alters none."""
    if change.steps[-1] == "weight" and change.steps[-3:-2] and change.steps[-3] in _LISTS:
        return change.steps[:-2]
    entry = change.after or change.before
    if change.item and change.steps[-2] in _LISTS and entry is not None and "weight" in entry:
        return change.steps[:-1]
    return None


def _node(change: Change) -> Steps:
    """The node whose rule a change is: of a child's weight or of a child, its parent."""
    siblings = _siblings(change)
    steps = change.steps[:-1] if siblings is None else siblings
    depth = 0
    while len(steps) > depth + 1 and steps[depth] in _LISTS:
        depth += 2
    return steps[:depth] or ("decision",)
