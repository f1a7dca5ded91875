"""What is wrong in a base that is right by itself: told at what its overlay wrote."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from attrs import evolve

from ujikom_rules.errors import Finding
from ujikom_rules.model.entry import Entry
from ujikom_rules.reading.overlay.comparing import Steps
from ujikom_rules.reading.overlay.giving_way import parent_of
from ujikom_rules.reading.overlay.ways import at

_BESIDE = 3  # places in the base that are shown beside
_OF_FACTS = ("levels", "one-of", "type")  # by which of them the fact's values are others now

_Cause: TypeAlias = Callable[[Steps, Entry, Entry], Entry | None]


def told_at_the_overlay(
    findings: Iterable[Finding], own: Entry, merged: Entry
) -> tuple[Finding, ...]:
    """Findings about a base at what its overlay wrote, where that made them; the others as they are.

    The place in the base is then the second one. Weights that are lacking for one reason are one
    finding.

    Args:
        findings: of a ruleset merged over its base.
        own: the ruleset's own document, before merging.
        merged: the same, merged.
    """
    found: list[Finding] = []
    lacking: dict[str, int] = {}
    for each in findings:
        look = _CAUSES.get(each.code) if each.place.file != own.file else None
        cause = None if look is None else look(tuple(each.path.split(".")), own, merged)
        if cause is None:
            found.append(each)
            continue
        moved = evolve(
            each, place=cause.place, path=cause.path, related=(each.place, *each.related)
        )
        if each.code != "UJ302":
            found.append(moved)
        elif cause.path not in lacking:
            lacking[cause.path] = len(found)
            found.append(moved)
        else:
            number = lacking[cause.path]
            found[number] = _both(found[number], moved)
    return tuple(found)


def _both(one: Finding, other: Finding) -> Finding:
    """Two that lack a weight for the same reason."""
    said = one.args["got"]
    got = (*(said if isinstance(said, tuple) else (said,)), other.args["got"])
    related = (*one.related, *other.related)[:_BESIDE]
    return evolve(one, args={**one.args, "got": got}, related=related)


# --- What an overlay may have written, by code


def _taken_out(steps: Steps, own: Entry, _: Entry) -> Entry | None:
    """A sum of weights: one of the siblings that the overlay takes out."""
    return next((each for item in _items(steps, own) if (each := item.get("remove"))), None)


def _unweighted(steps: Steps, own: Entry, _: Entry) -> Entry | None:
    """A weight that is lacking: how the siblings are weighed now, or a further one of them."""
    parent = parent_of(steps)
    for key in ("weighting", "aggregation"):
        if said := at(own, (*parent, key)):
            return said[0]
    items = _items(steps, own)
    return next((item.get("weight") or item for item in reversed(items)), None)


def _of_marks(steps: Steps, own: Entry, merged: Entry) -> Entry | None:
    """Keys of a value function: the scale of the marks, or the fact that is read."""
    node, stage = _node(steps), steps[:2]
    facts = at(merged, (*node, "reads", "fact"))
    if facts:
        said = next(iter(at(own, ("facts", str(facts[0].data)))), None)
        known = () if said is None else (said.get(key) for key in _OF_FACTS)
        return next((each for each in known if each is not None), said)
    scales = (*node, "scale"), (*stage, "each", "scale"), (*stage, "scale")
    return next((said for way in scales for said in at(own, way)), None)


def _items(steps: Steps, own: Entry) -> tuple[Entry, ...]:
    """What the overlay writes of the siblings one of which has a weight."""
    return tuple(item for found in at(own, steps[:-2]) for item in found.items())


def _node(steps: Steps) -> Steps:
    """The stage or criterion in which a key path ends."""
    number = 2
    while steps[number : number + 1] == ("criteria",):
        number += 2
    return steps[:number]


_CAUSES: Mapping[str, _Cause] = {
    "UJ301": _taken_out,
    "UJ302": _unweighted,
    "UJ513": _of_marks,
}
