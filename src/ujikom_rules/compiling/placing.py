"""`after`, where an overlay asked with `before` for the place of what it adds to a list."""

from ujikom_rules.model.entry import Entry
from ujikom_rules.model.ruleset import NodeSpec, Ruleset


def after_for(key: str, entry: Entry, ruleset: Ruleset) -> str:
    """`after` as it is to be written for the same place.

    Args:
        key: a key that nobody knows.
        entry: its value.
        ruleset: the ruleset, merged over its bases.

    Returns:
        Such as ``after = "wawancara"``; empty for any other key, where nothing of a base stands
        in the list, and where the place is the first or behind an id that is not there.
    """
    if key != "before":
        return ""
    own, siblings = entry.path.rpartition(".")[0], ruleset.stages
    for step in own.split(".criteria.")[:-1]:
        siblings = _criteria(siblings, step.rpartition(".")[2])
    others = [each for each in siblings if each.path != own]
    if len(others) == len(siblings) or all(each.place.file == entry.file for each in others):
        return ""  # no item of this list, or one whose place the file itself says
    at = next((number for number, each in enumerate(others) if each.id == entry.data), 0)
    return f'after = "{others[at - 1].id}"' if at else ""


def _criteria(nodes: tuple[NodeSpec, ...], id: str) -> tuple[NodeSpec, ...]:
    return next((each.criteria for each in nodes if each.id == id), ())
