"""Values of a ruleset on one line, as they would be written in it."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from ujikom_rules.exact import to_text
from ujikom_rules.model.entry import Entry


def value_text(entry: Entry | None) -> str | None:
    """A value on one line; None where there is none.

    A text stands without quotes where it is the whole value, so that `mean` reads as in speech.

    >>> value_text(Entry(data=Fraction("72.50")))
    '72.5'
    """
    if entry is None:
        return None
    return entry.data if isinstance(entry.data, str) else _inside(entry)


def order_text(entry: Entry | None) -> str | None:
    """The ids of a list in their order."""
    return None if entry is None else ", ".join(str(item.data) for item in entry.items())


def _inside(entry: Entry) -> str:
    match entry.data:
        case bool():
            return "true" if entry.data else "false"
        case int() | Fraction():
            return to_text(Fraction(entry.data))
        case date():
            return entry.data.isoformat()
        case tuple():
            return f"[{', '.join(map(_inside, entry.data))}]"
        case Mapping():
            pairs = ", ".join(f"{key} = {_inside(each)}" for key, each in entry.data.items())
            return f"{{ {pairs} }}" if pairs else "{}"
        case _:
            return f'"{entry.data or ""}"'
