"""What a base still leaves open: each term at every place that its key names."""

from collections.abc import Collection, Iterator

from attrs import frozen

from ujikom_rules.model.entry import Entry
from ujikom_rules.reading.overlay.comparing import Steps
from ujikom_rules.reading.overlay.opens import Open, read_opens
from ujikom_rules.reading.overlay.ways import ANY, at


@frozen
class Term:
    """One open term at one place.

    Attributes:
        steps: where it stands, with ids.
        value: what stands there in the base.
        kind: of a key of a stage, the stage's kind.
    """

    term: Open
    steps: Steps
    value: Entry | None
    kind: str = ""


def open_terms(base: Entry, settled: Collection[Steps]) -> Iterator[Term]:
    """The open terms, each at every place that its key names, none beneath another."""
    found: list[Term] = []
    for term in read_opens(base)[0]:
        for steps in _places(base, term.steps):
            if any(steps[: len(each)] == each for each in settled):
                continue
            value = next(iter(at(base, steps)), None)
            kind = (
                next(iter(at(base, (*steps[:2], "kind"))), None) if steps[0] == "stages" else None
            )
            of_kind = "" if kind is None else str(kind.data)
            for here, still in _left(steps, value, settled):
                found.append(Term(term, here, still, of_kind))
    whole = {each.steps for each in found if _stands_whole(each)}
    seen: set[Steps] = set()
    for each in found:
        inside = any(each.steps[:n] in whole for n in range(1, len(each.steps)))
        if each.steps not in seen and not inside:
            seen.add(each.steps)
            yield each


def _left(
    steps: Steps, value: Entry | None, settled: Collection[Steps]
) -> Iterator[tuple[Steps, Entry | None]]:
    """What is left of an open value, key by key where some of its keys are settled.

    Lists stay open for what may be done with their items.
    """
    if value is None or not value.table() or not any(e[: len(steps)] == steps for e in settled):
        yield steps, value
        return
    for key, each in value.table().items():
        inside = (*steps, key)
        if inside not in settled:
            yield from _left(inside, each, settled)


def _stands_whole(each: Term) -> bool:
    """Whether all that is beneath a key is written with it; of a node every key is by itself."""
    is_node = each.steps[:1] == ("stages",) and each.steps[-2:-1] in (("stages",), ("criteria",))
    return "fill" in each.term.may and not is_node and each.steps != ("stages",)


def _places(base: Entry, steps: Steps) -> list[Steps]:
    """A key path with `*` taken for every step there is."""
    here: list[Steps] = [()]
    for step in steps:
        if step == ANY:
            here = [(*before, each) for before in here for each in beneath(base, before)]
        else:
            here = [(*before, step) for before in here]
    return here


def beneath(base: Entry, steps: Steps) -> list[str]:
    """The ids or keys of what stands at a key path."""
    found = next(iter(at(base, steps)), None)
    if found is None:
        return []
    ids = (item.get("id") for item in found.items())
    return [str(id_.data) for id_ in ids if id_ is not None] or list(found.table())
