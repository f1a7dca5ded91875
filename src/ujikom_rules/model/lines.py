"""The lines of a text: from an offset to the place that people look for."""

from bisect import bisect_right
from itertools import accumulate

from ujikom_rules.errors import Place


class Lines:
    r"""Line and column, both from 1, of an offset; a column counts characters.

    Args:
        text: the text, its lines ending in a line feed.
        file: where it was read from.

    Example:
        >>> str(Lines("a = 1\nb = 2", "kota.toml").place(10))
        'kota.toml:2:5'
    """

    def __init__(self, text: str, file: str = "") -> None:
        lengths = (len(line) + 1 for line in text.split("\n"))
        self._starts = list(accumulate(lengths, initial=0))
        self.file = file

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def place(self, offset: int) -> Place:
        """The place of an offset, with the file."""
        line = bisect_right(self._starts, offset)
        return Place(self.file, line, offset - self._starts[line - 1] + 1)


NO_LINES = Lines("")
