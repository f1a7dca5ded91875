"""Names among other text: one that runs from right to left leaves its neighbours where they are.

A name may carry letters that run from right to left, or signs that turn the direction of what
follows. Between the two signs of an isolate (Unicode, UAX 9) it can turn nothing but itself.
"""

from unicodedata import bidirectional

OPENS, CLOSES = "\u2068", "\u2069"  # first strong isolate, pop directional isolate
_OPENING = ("LRI", "RLI", "FSI")
_TURNING = {"R", "AL", "AN", "LRE", "RLE", "LRO", "RLO", "PDF", "PDI", *_OPENING}


def isolated(text: str) -> str:
    r"""A text that turns nothing around it; unchanged where it could turn nothing anyway.

    Nothing is taken out: isolates that the text opens and does not close, or closes and did not
    open, get their other half.

    Example:
        >>> isolated("Sri Utami") == "Sri Utami"
        True
        >>> [hex(ord(sign)) for sign in isolated("a\u202eb")]
        ['0x2068', '0x61', '0x202e', '0x62', '0x2069']
    """
    if text.isascii():
        return text
    classes = [bidirectional(sign) for sign in text]
    if _TURNING.isdisjoint(classes):
        return text
    unopened = unclosed = 0
    for each in classes:
        if each in _OPENING:
            unclosed += 1
        elif each == "PDI":
            unopened, unclosed = (unopened, unclosed - 1) if unclosed else (unopened + 1, 0)
    return OPENS * (1 + unopened) + text + CLOSES * (1 + unclosed)


def without_isolates(text: str) -> str:
    """A text without the signs of isolates, for a console that cannot print them."""
    return text.replace(OPENS, "").replace(CLOSES, "")
