"""Slips of one sign too many: a second `=`, a doubled quotation mark, one typed for a comma.

Where the text can be read on without the sign, it is what was too many, and what to write is known.
"""

import re

from ujikom_rules.reading.document.mends import value_end
from ujikom_rules.reading.document.pieces import leaf_end
from ujikom_rules.reading.document.trial import Halt
from ujikom_rules.reading.document.written import NAME, Slip

_EQUALS = re.compile(r"=+[ \t]*")
_NEXT_KEY = re.compile(rf"[ \t]*({NAME})[ \t]*=")
_NO_TEXT = " \t\n,]}#\"'"


def sign_too_many(halt: Halt) -> Slip | None:
    """The sign that is too many, if the text can be read on without it."""
    start = halt.trail.value_at
    if halt.is_long or halt.trail.kind != "value" or start < halt.line_start:
        return None
    return _equals(halt, start) or _doubled_before(halt, start) or _doubled_behind(halt, start)


def _equals(halt: Halt, start: int) -> Slip | None:
    """`==` between a key and its value."""
    text, signs = halt.text, _EQUALS.match(halt.text, start)
    if signs is None or not halt.reads_on(start, "", len(signs.group())):
        return None
    value = text[signs.end() : value_end(text, signs.end())]
    return Slip("UJ119", start, "=", value, signs.group() + value)


def _doubled_before(halt: Halt, start: int) -> Slip | None:
    """A text that begins with two quotation marks, of which the second ends it."""
    text, sign = halt.text, halt.text[start : start + 1]
    inner = text[start + 2 : start + 3]
    if sign not in ('"', "'") or text[start + 1 : start + 2] != sign or inner in _NO_TEXT:
        return None
    if not halt.reads_on(start, "", 1):
        return None
    written = text[start : text.find(sign, start + 2) + 1]
    return Slip("UJ126", start, written[2:], written[1:], written)


def _doubled_behind(halt: Halt, start: int) -> Slip | None:
    """A text that ends with two quotation marks; the second may stand for a comma."""
    text, end = halt.text, leaf_end(halt.text, start)
    sign = text[start : start + 1]
    if sign not in ('"', "'") or text[end : end + 1] != sign or end != halt.pos:
        return None
    key = _NEXT_KEY.match(text, end + 1) if halt.trail.open else None
    if key is not None and halt.reads_on(end, ",", 1):
        return Slip("UJ121", end, key[1], ",", sign)
    if not halt.reads_on(end, "", 1):
        return None
    return Slip("UJ126", start, sign, text[start:end], text[start : end + 1])
