"""Short lists and tables: one line each, nothing but plain values in a form that is known."""

from typing import Protocol

from ujikom_rules.reading.document.pieces import PLAIN, PLAIN_PAIR, Leaf, Short, Spot


class Clashing(Protocol):
    """Who goes through a text and notes names that are used twice."""

    @property
    def text(self) -> str:
        """The text."""
        ...

    def clashes(self, at: int, name: str, first: Spot | Leaf | Short, *, header: bool) -> None:
        """Note a name that is used for two things, the first of them."""
        ...


def look_into(owner: Spot, end: int, walk: Clashing) -> int:
    """Find where all stands that a short list or table holds.

    Args:
        owner: where it begins; takes what is found.
        end: where it ends.
        walk: whose text it stands in.

    Returns:
        Where its last value begins.
    """
    text, inside, last = walk.text, owner.inside, owner.value
    if text[last] == "[":
        for number, item in enumerate(PLAIN.finditer(text, last + 1, end)):
            last = item.start()
            inside[number] = last, last
        return last
    for pair in PLAIN_PAIR.finditer(text, last + 1, end):
        name, key, last = pair[1], pair.start(), pair.start(2)
        if name in inside:
            walk.clashes(key, name, inside[name], header=False)
        if text[last] == "[":
            spot = inside[name] = Spot(key, last, "value", owner.depth + 1)
            last = look_into(spot, pair.end(), walk)
        else:
            inside[name] = key, last
    return last
