"""The hidden sheet of a form that holds what its drop-downs offer."""

from collections.abc import Sequence
from fractions import Fraction

from ujikom_rules.exact import to_text
from ujikom_rules.office.workbooks import Book, Value, text_or_number
from ujikom_rules.reading.scoresheets.grid import letters_of

TITLE = "Daftar"


class Lists:
    """The lists so far, each in a column of its own; the sheet is written when all are known.

    Args:
        book: the form.
    """

    def __init__(self, book: Book) -> None:
        self.book = book
        self._known: dict[tuple[Value, ...], str] = {}

    def range_of(self, values: Sequence[Value]) -> str:
        """The cells that hold these values, as a formula names them."""
        key = tuple(values)
        if key not in self._known:
            letters = letters_of(len(self._known) + 1)
            self._known[key] = f"={TITLE}!${letters}$1:${letters}${len(key)}"
        return self._known[key]

    def write(self) -> None:
        """Write the sheet, behind all others."""
        if not self._known:
            return
        page = self.book.sheet(TITLE)
        page.sheet.hide()
        page.sheet.protect()
        for column, values in enumerate(self._known):
            for row, value in enumerate(values):
                if isinstance(value, Fraction) and not text_or_number(value):
                    value = to_text(value)  # noqa: PLW2901 - the same, as a cell can hold it
                page.write(row, column, value)
