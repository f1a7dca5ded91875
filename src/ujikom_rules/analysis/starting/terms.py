"""What a base still leaves open: each term at every place that its key names."""

from collections.abc import Iterator

from attrs import frozen

from ujikom_rules.model.entry import Entry
from ujikom_rules.reading.overlay.comparing import Steps
from ujikom_rules.reading.overlay.opens import Open, read_opens
from ujikom_rules.reading.overlay.settled import settled, still_open
from ujikom_rules.reading.overlay.ways import at


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


def open_terms(base: Entry) -> Iterator[Term]:
    """The open terms, each at every place that its key names, none beneath another."""
    found: list[Term] = []
    closed = settled(base)
    for term in read_opens(base)[0]:
        for steps in still_open(base, term, closed):
            value = next(iter(at(base, steps)), None)
            kind = (
                next(iter(at(base, (*steps[:2], "kind"))), None) if steps[0] == "stages" else None
            )
            found.append(Term(term, steps, value, "" if kind is None else str(kind.data)))
    whole = {each.steps for each in found if _stands_whole(each)}
    seen: set[Steps] = set()
    for each in found:
        inside = any(each.steps[:n] in whole for n in range(1, len(each.steps)))
        if each.steps not in seen and not inside:
            seen.add(each.steps)
            yield each


def _stands_whole(each: Term) -> bool:
    """Whether all that is beneath a key is written with it; of a node every key is by itself."""
    is_node = each.steps[:1] == ("stages",) and each.steps[-2:-1] in (("stages",), ("criteria",))
    return "fill" in each.term.may and not is_node and each.steps != ("stages",)
