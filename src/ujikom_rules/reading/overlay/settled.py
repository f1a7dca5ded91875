"""What is settled under the open terms of a merged document, and what is still open.

Who wrote a value and who opened its key is told by their places. What a document writes under a
key that it opens itself is a default; what an overlay writes under a key that others opened, and
does not open again, is settled for the overlays over it.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from ujikom_rules.model.entry import Entry
from ujikom_rules.reading.overlay.comparing import Steps, by_id, id_of, is_free
from ujikom_rules.reading.overlay.opens import Open, read_opens
from ujikom_rules.reading.overlay.ways import at, places

Beneath: TypeAlias = Callable[[Entry, Steps], Iterator[tuple[Steps, Entry]]]


def settled(root: Entry) -> frozenset[Steps]:
    """The key paths of the single values that overlays have filled in for good.

    Lists stay open for what may be done with their items.

    Args:
        root: a document, merged over its bases; one without a base has settled nothing.
    """
    opens = read_opens(root)[0]
    return frozenset(
        steps
        for term in opens
        for steps, value in _filled(root, term, opens, _values)
        if value.kind() not in ("list", "table")
    )


def writers(root: Entry, term: Open) -> tuple[str, ...]:
    """The files that have done what a term allows, not as a default.

    Who took out an item is not known any more.

    Args:
        root: a document, merged over its bases.
        term: one of its open terms.
    """
    fills = bool({"fill", "replace"} & set(term.may))
    found = _filled(root, term, read_opens(root)[0], _values if fills else _added)
    return tuple(dict.fromkeys(value.file for _, value in found))


def _filled(
    root: Entry, term: Open, opens: tuple[Open, ...], beneath: Beneath
) -> Iterator[tuple[Steps, Entry]]:
    """What stands under a term and was written by who neither opened it nor opens it again."""
    for here in places(root, term.steps):
        for entry in at(root, here):
            for steps, value in beneath(entry, here):
                file = value.file
                again = (each for each in opens if each.place.file == file)
                if file != term.place.file and not any(each.covers(steps) for each in again):
                    yield steps, value


def is_in(steps: Steps, settled: frozenset[Steps]) -> bool:
    """Whether a key path is settled, beneath one that is, or that of a part that is."""
    above = any(steps[:number] in settled for number in range(1, len(steps) + 1))
    return above or (*steps, "use") in settled


def still_open(root: Entry, term: Open, settled: frozenset[Steps]) -> Iterator[Steps]:
    """The key paths at which a term is still open: of a table of which a part is settled, the rest.

    Args:
        root: the merged document.
        term: one of its open terms.
        settled: as `settled` tells it.
    """
    for steps in places(root, term.steps):
        if not is_in(steps, settled):
            value = next(iter(at(root, steps)), None)
            yield from _left(steps, value, settled)


def _left(steps: Steps, value: Entry | None, settled: frozenset[Steps]) -> Iterator[Steps]:
    within = any(each[: len(steps)] == steps for each in settled)
    if value is None or not value.table() or not within:
        yield steps
        return
    for key, each in value.table().items():
        inside = (*steps, key)
        if inside not in settled:
            yield from _left(inside, each, settled)


def _added(entry: Entry, steps: Steps) -> Iterator[tuple[Steps, Entry]]:
    """What stands at a key path and one step beneath it, where something can be added."""
    yield steps, entry
    numbered = {str(number): each for number, each in enumerate(entry.items())}
    for key, each in (by_id(entry) or entry.table() or numbered).items():
        if not is_free(key, each):
            yield (*steps, key), each


def _values(entry: Entry, steps: Steps) -> Iterator[tuple[Steps, Entry]]:
    """The single values, lists and items at a key path and beneath it."""
    match entry.data:
        case Mapping():
            for key, each in entry.data.items():
                if not is_free(key, each):
                    yield from _values(each, (*steps, key))
        case tuple():
            yield steps, entry
            known = by_id(entry)
            for number, item in enumerate(entry.data):
                inside = (*steps, id_of(item) if known else str(number))
                if item.table():
                    yield inside, item
                if known:
                    rules = {key: each for key, each in item.table().items() if key != "id"}
                    yield from _values(item.with_data(rules), inside)
        case _:
            yield steps, entry
