"""Whether a text could be read if a sign stood otherwise: advice is tried before it is given."""

import tomli
from attrs import frozen

from ujikom_rules.reading.document.pieces import Trail
from ujikom_rules.reading.document.positions import scan

_BEHIND = 10_000  # signs behind the slip that are read as well
_BEFORE = 100_000  # signs of the same pair before the slip, as those of a long list
_LONG = 2_000  # a line beyond this is not tried: no officer mends it by hand


def is_value(text: str) -> bool:
    """Whether a text is a whole value of the language.

    >>> is_value("12.5"), is_value("12,5"), is_value("2025-02-30")
    (True, False, False)
    """
    try:
        return text.strip() == text and "x" in tomli.loads(f"x = {text}", parse_float=str)
    except (ValueError, RecursionError):
        return False


@frozen
class Halt:
    """Where the reading of a text stopped, and what had been begun.

    Attributes:
        text: the text.
        pos: the offset at which the parser stopped.
        trail: what the walk to that offset found.
    """

    text: str
    pos: int
    trail: Trail

    @property
    def line_end(self) -> int:
        """Where the line of the stop ends."""
        end = self.text.find("\n", self.pos)
        return end if end >= 0 else len(self.text)

    @property
    def line_start(self) -> int:
        """Where the line of the stop begins."""
        return self.text.rfind("\n", 0, self.pos) + 1

    @property
    def is_long(self) -> bool:
        """Whether the line is too long to be tried with other signs."""
        return self.line_end - self.line_start > _LONG

    def reads_on(self, at: int, put: str, taken: int = 0) -> bool:
        """Whether the reading comes past the line of the stop with another sign in its place.

        Args:
            at: where the sign is put.
            put: the sign.
            taken: how many signs it takes the place of.
        """
        first = min(self.trail.line_at, at)
        if self.line_end - first > _BEFORE:
            return False
        last = self.text.find("\n", self.line_end + _BEHIND)
        behind = self.text[at + taken : last if last >= 0 else len(self.text)]
        tried = self.text[first:at] + put + behind
        line = self.line_end - first + len(put) - taken
        stop = _stop(tried)
        if 0 <= stop <= line:
            return False
        found = scan(tried, until=stop if stop >= 0 else None)
        begun = self.text.rfind("\n", first, at) + 1 - first
        over = [odd for odd in found.odd if odd.kind in ("lines", "comma") and odd.offset <= line]
        return not over and (stop < 0 or all(start < begun for start in found.trail.open))


def _stop(text: str) -> int:
    """Where the reading of a text stops; -1 where nothing stops it."""
    try:
        tomli.loads(text, parse_float=str)
    except tomli.TOMLDecodeError as error:
        return error.pos
    except (ValueError, RecursionError):  # a number or a nesting of its own kind, further on
        pass
    return -1
