"""The hidden sheet of a form: what its drop-downs offer, and which titles its columns were given."""

from collections.abc import Sequence
from fractions import Fraction

from ujikom_rules.exact import to_text
from ujikom_rules.office.workbooks import Book, Value, text_or_number
from ujikom_rules.reading.scoresheets.grid import letters_of
from ujikom_rules.reading.workbooks.titles import TITLES_NAME

TITLE = "Daftar"
_HEADS = ("Kolom isian", "Judul", "Pilihan")


class Lists:
    """The lists so far, each in a column of its own; the sheet is written when all are known.

    Args:
        book: the form.
    """

    def __init__(self, book: Book) -> None:
        self.book = book
        self._known: dict[tuple[Value, ...], str] = {}
        self._columns: list[tuple[str, ...]] = []

    def range_of(self, values: Sequence[Value]) -> str:
        """The cells that hold these values, as a formula names them."""
        key = tuple(values)
        if key not in self._known:
            letters = letters_of(len(self._known) + 1)
            self._known[key] = f"={TITLE}!${letters}$1:${letters}${len(key)}"
        return self._known[key]

    def column(self, name: str, title: str, offered: Sequence[Value] | str) -> None:
        """Keep of a column its defined name, its title and the words that it offers.

        So it is known where it is moved, and so are its words.
        """
        words = () if isinstance(offered, str) else offered
        self._columns.append((name, title, *(each for each in words if isinstance(each, str))))

    def write(self) -> None:
        """Write the sheet, behind all others."""
        page = self.book.sheet(TITLE)
        page.sheet.hide()
        page.sheet.protect()
        for column, values in enumerate(self._known):
            for row, value in enumerate(values):
                if isinstance(value, Fraction) and not text_or_number(value):
                    value = to_text(value)  # noqa: PLW2901 - the same, as a cell can hold it
                page.write(row, column, value)
        behind = len(self._known)
        for column, head in enumerate(_HEADS, behind):
            page.write(0, column, head)
        self.book.name(TITLES_NAME, TITLE, 1, behind)
        for row, texts in enumerate(self._columns, 1):
            for column, text in enumerate(texts, behind):
                page.write(row, column, text)
