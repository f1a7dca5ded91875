"""What a base still leaves open: each term at every place that its key names."""

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from ujikom_rules.model.entry import Entry
from ujikom_rules.reading.overlay.comparing import Steps
from ujikom_rules.reading.overlay.opens import Open, read_opens
from ujikom_rules.reading.overlay.settled import settled, still_open
from ujikom_rules.reading.overlay.ways import at


@frozen
class Term:
    """One open term at one place.

    Attributes:
        term: what holds there, also where bases over one another have opened it.
        steps: where it stands, with ids.
        value: what stands there in the base.
        kind: of a key of a stage, the stage's kind.
        beside: the key with which alone it may be written: `criteria` of an `each` where the base
            has none.
    """

    term: Open
    steps: Steps
    value: Entry | None
    kind: str = ""
    beside: str = ""


def open_terms(base: Entry) -> Iterator[Term]:
    """The open terms, each at every place that its key names, none beneath another."""
    opened: dict[Steps, list[Open]] = {}
    closed = settled(base)
    for term in read_opens(base)[0]:
        for steps in still_open(base, term, closed):
            opened.setdefault(steps, []).append(term)
    found: list[Term] = []
    for steps, terms in opened.items():
        value = next(iter(at(base, steps)), None)
        kind = next(iter(at(base, (*steps[:2], "kind"))), None) if steps[0] == "stages" else None
        said = "" if kind is None else str(kind.data)
        found.append(Term(_joined(terms), steps, value, said, _beside(base, steps)))
    whole = {each.steps for each in found if _stands_whole(each)}
    for each in found:
        if not any(each.steps[:n] in whole for n in range(1, len(each.steps))):
            yield each


def _beside(base: Entry, steps: Steps) -> str:
    """What must be written with a key: who has no criteria has no use for their defaults."""
    lacking = steps[-1] == "each" and not any(at(base, (*steps[:-1], "criteria")))
    return "criteria" if lacking else ""


def _joined(terms: Sequence[Open]) -> Open:
    """What holds of a key that bases have opened over one another: `check` asks for all of it.

    Args:
        terms: that of the lowest base first.
    """
    said = terms[::-1]
    ranged = [each for each in said if each.one_of or (each.at_least, each.at_most) != (None, None)]
    least = [each.at_least for each in terms if each.at_least is not None]
    most = [each.at_most for each in terms if each.at_most is not None]
    return evolve(
        said[0],
        may=tuple(dict.fromkeys(may for each in terms for may in each.may)),
        at_least=max(least, default=None),
        at_most=min(most, default=None),
        one_of=next((each.one_of for each in said if each.one_of), ()),
        optional=all(each.optional for each in terms if "fill" in each.may),
        breach=(ranged or said)[0].breach,
        by=next((each.by for each in said if each.by is not None), None),
        article=next((each.article for each in said if each.article), ""),
    )


def _stands_whole(each: Term) -> bool:
    """Whether all that is beneath a key is written with it; of a node every key is by itself."""
    is_node = each.steps[:1] == ("stages",) and each.steps[-2:-1] in (("stages",), ("criteria",))
    return "fill" in each.term.may and not is_node and each.steps != ("stages",)
