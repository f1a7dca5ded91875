"""Workbooks as they are written: the one place where xlsxwriter is met.

Every cell is written by its kind, so that no text can become a formula, a link or a number. A
number cell holds exactly the decimal that is meant, with a format that shows its places.
"""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from math import ceil
from textwrap import wrap
from typing import Any

from ujikom_rules.errors import Place, Refused
from ujikom_rules.exact import ends, to_text
from ujikom_rules.messages import finding

MOST_LETTERS = 32_767
"""What a cell of Excel holds; Excel cuts off the rest without saying so."""
MOST_DIGITS = 15
DAY = "dd/mm/yyyy"
_A4 = 9  # as Excel numbers paper
_LEGIBLE = 250  # widths of columns that fill a page across at half their size
_A_LINE = 15  # the height of a row with one line, in points
_MARGIN = 2  # of a column's width, which counts digits
_FIRST_DAY = date(1901, 1, 1)  # Excel counts no day before 1900, and one in it that never was
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - the same workbook has the same bytes on any day
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}

Value = str | Fraction | date | None


class Book:
    """A workbook while it is written.

    Args:
        what: what is written, to name it where the extra is missing.

    Raises:
        Refused: when the extra that brings xlsxwriter is not installed (UJ900).
    """

    def __init__(self, what: str) -> None:
        try:
            from xlsxwriter import Workbook
        except ModuleNotFoundError:
            raise Refused([finding("UJ900", Place(what), got=what)]) from None
        self.what, self._out = what, BytesIO()
        self.book: Any = Workbook(self._out, _OPTIONS)
        self.book.set_properties({"created": _MADE})
        self._numbers: dict[tuple[int, int], Decimal | int | str] = {}
        self._names: set[str] = set()
        self._formats: dict[tuple[tuple[str, object], ...], Any] = {}

    def format(self, **properties: object) -> Any:
        """The format with these properties; one for all that ask for the same."""
        key = tuple(sorted(properties.items()))
        found = self._formats.get(key)
        if found is None:
            found = self._formats[key] = self.book.add_format(dict(properties))
        return found

    def kept(self, value: Fraction) -> Decimal | int | str:
        """The number as a cell holds it; a text where none could hold it exactly."""
        ratio = value.as_integer_ratio()  # few marks are new, and a Fraction is slow to look up
        found = self._numbers.get(ratio)
        if found is None:
            text = to_text(value)
            number = number_of(text)
            if number is None:
                found = text
            else:  # a whole number is written in half the time that a Decimal takes
                found = ratio[0] if ratio[1] == 1 else number
            self._numbers[ratio] = found
        return found

    def sheet(self, title: str) -> "Sheet":
        """A further sheet."""
        return Sheet(self, self.book.add_worksheet(title), title)

    def name(self, name: str, title: str, row: int, column: int) -> None:
        """Give one cell a name; one that another sheet has as well is this sheet's alone.

        Excel calls a workbook damaged in which one name stands twice for all sheets.
        """
        from xlsxwriter.utility import xl_rowcol_to_cell

        quoted = title.replace("'", "''")
        cell = xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)
        own = f"{title}!{name}" if name in self._names else name
        self._names.add(name)
        self.book.define_name(own, f"='{quoted}'!{cell}")

    def property(self, name: str, text: str) -> None:
        """Write a property of the document, which stands in no cell."""
        self.book.set_custom_property(name, text, "text")

    def content(self) -> bytes:
        """The bytes of the whole workbook, after which nothing can be added."""
        self.book.close()
        return self._out.getvalue()


class Sheet:
    """A sheet while it is written; rows and columns count from 0.

    Args:
        book: its workbook.
        sheet: xlsxwriter's own worksheet.
        title: its title.
    """

    def __init__(self, book: Book, sheet: Any, title: str) -> None:
        self.book, self.sheet, self.title = book, sheet, title

    def on_paper(self, *, heads: bool = True, widths: Sequence[float] = (), names: int = 0) -> None:
        """Print it across A4: as few pages side by side as leave the print legible.

        Args:
            heads: whether the first row stands on every page.
            widths: of the columns, where they may be too many for one page.
            names: how many of the first columns stand on every page, where there are several.
        """
        again = sum(widths[:names])
        across = ceil((sum(widths) - again) / (_LEGIBLE - again)) if widths else 1
        self.sheet.set_paper(_A4)
        self.sheet.set_landscape()
        self.sheet.fit_to_pages(max(across, 1), 0)
        if across > 1 and names:
            self.sheet.repeat_columns(0, names - 1)
        self.sheet.set_footer("&L&A&R&P / &N")
        if heads:
            self.sheet.repeat_rows(0)

    def tall(self, row: int, *texts: tuple[str, float]) -> None:
        """Make a row as tall as its texts need, each wrapped in its column's width."""
        lines = max(lines_of(text, wide) for text, wide in texts)
        if lines > 1:  # no program but Excel finds the height by itself
            self.sheet.set_row(row, _A_LINE * lines)

    def write(self, row: int, column: int, value: Value, **look: object) -> None:
        """Write one cell by the kind of its value; `look` holds properties of its format.

        Raises:
            Refused: for a text that is longer than a cell (UJ933).
        """
        if isinstance(value, date):
            look["num_format"] = DAY
        self.put(row, column, value, self.book.format(**look) if look else None)

    def put(self, row: int, column: int, value: Value, shape: Any) -> None:
        """Write one cell in a format that is there; one for days shows days."""
        if isinstance(value, str):
            if value:
                self._text(row, column, value, shape)
            else:
                self.sheet.write_blank(row, column, None, shape)
        elif value is None:
            self.sheet.write_blank(row, column, None, shape)
        elif isinstance(value, Fraction):
            self._number(row, column, self.book.kept(value), shape)
        elif value < _FIRST_DAY:
            self._text(row, column, value.isoformat(), shape)
        else:
            self.sheet.write_datetime(row, column, value, shape)

    def published(self, row: int, column: int, text: str) -> None:
        """Write a number with all the places of its text shown, zeros at the end too."""
        _, _, places = text.partition(".")
        shape = f"0.{'0' * len(places)}" if places else "0"
        number = number_of(text)
        kept = text if number is None else number
        self._number(
            row, column, kept, self.book.format(num_format=shape, align="right", valign="top")
        )

    def _number(self, row: int, column: int, kept: Decimal | int | str, shape: Any) -> None:
        if isinstance(kept, str):
            self._text(row, column, kept, shape)
        else:
            self.sheet.write_number(row, column, kept, shape)

    def _text(self, row: int, column: int, text: str, shape: Any) -> None:
        if 2 * len(text) > MOST_LETTERS and len(text.encode("utf-16-le")) // 2 > MOST_LETTERS:
            place = Place(self.book.what, cell=self.title)
            found = finding("UJ933", place, got=len(text), expected=MOST_LETTERS)
            raise Refused([found])
        self.sheet.write_string(row, column, text, shape)


def lines_of(text: str, wide: float) -> int:
    """How many lines a text takes in a column of that width.

    >>> lines_of("Penguji", 16), lines_of("Gagasan dan inovasi", 16)
    (1, 2)
    """
    room = max(int(wide) - _MARGIN, 1)
    return 1 if len(text) <= room else len(wrap(text, room)) or 1


def number_of(text: str) -> Decimal | None:
    """The number that a cell holds exactly; None for 200/3 and for more than 15 digits.

    >>> number_of("82.640"), number_of("200/3")
    (Decimal('82.640'), None)
    """
    if "/" in text or len(text.replace(".", "").lstrip("-0")) > MOST_DIGITS:
        return None
    return Decimal(text)


def text_or_number(value: Fraction) -> bool:
    """Whether a cell holds this value as a number."""
    return ends(value) and number_of(to_text(value)) is not None
