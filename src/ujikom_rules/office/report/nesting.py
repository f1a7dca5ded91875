"""A working as lists within lists: HTML by hand, since it is most of a report.

Everything else of a page is laid out by its template. A template that calls itself for every line
that has others beneath it takes five times as long as this one pass.
"""

from collections.abc import Sequence
from html import escape

from ujikom_rules.messages import Lang
from ujikom_rules.model.numerals import decimal
from ujikom_rules.model.told import Told
from ujikom_rules.office.report.findings import short

_OPEN, _CLOSE = '<ul class="working"><li>', "</li></ul>"


def nested(lines: Sequence[Told], above: str, lang: Lang) -> str:
    """The lines of a working as HTML, each beneath the one that it makes.

    Every text is escaped, for the inside of an element; a value is digits and their signs alone.

    Args:
        lines: in their order, the first at depth 0, none more than one deeper than that before it.
        above: what is said of a line whose own lines were told further up.
        lang: the language, for the decimals.
    """
    again = f" <i>{escape(above, quote=False)}</i>"
    found: list[str] = []
    depth = -1
    for line in lines:
        deeper = line.depth > depth
        found.append(_OPEN if deeper else _CLOSE * (depth - line.depth) + "</li><li>")
        depth = line.depth
        found.append(f"{escape(line.label, quote=False)} <b>{decimal(line.value, lang)}</b>")
        if line.rule:
            found.append(f" <i>{escape(line.rule, quote=False)}</i>")
        if line.source:
            found.append(f" <cite>{escape(line.source, quote=False)}</cite>")
        if line.place:
            found.append(f" <small>{escape(short(line.place), quote=False)}</small>")
        if line.uncounted:
            found.append(f" <i>{escape(line.uncounted, quote=False)}</i>")
        if line.again:
            found.append(again)
    found.append(_CLOSE * (depth + 1))
    return "".join(found)
