"""What a form keeps for itself of its columns: their titles, and the words that they offer.

So a column that was moved is known by its header, and a word by its drop-down. It stands on a hidden
sheet, a row a column: its defined name, its title, the words. A defined name says where the first
of them stands.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import field, frozen

from ujikom_rules.reading.workbooks.book import Book, cell_at
from ujikom_rules.reading.workbooks.headers import column_of_name

TITLES_NAME = "ujikom.titles"
"""The defined name of the first cell."""
_MOST_ROWS, _MOST_WORDS = 10_000, 200

Sheet = tuple[str, str]


@frozen
class Given:
    """What a form gave to the columns of one table.

    Attributes:
        titles: their titles by their keys; empty where the form does not say them.
        words: the words that their drop-downs offer, by their keys.
    """

    titles: Mapping[str, str] = field(factory=dict)
    words: Mapping[str, tuple[str, ...]] = field(factory=dict)

    def spell(self, keys: Mapping[int, str], rows: Sequence[list[Any]]) -> None:
        """Write words as the drop-downs of their columns do: Excel does not tell ``Baik`` from ``baik``.

        Args:
            keys: the keys of the columns, by number from 1.
            rows: the cells, which are changed.
        """
        for number, key in keys.items():
            offered = self.words.get(key, ())
            folded = [word.casefold() for word in offered]
            alone = {
                small: word
                for small, word in zip(folded, offered, strict=True)
                if folded.count(small) == 1
            }
            for cells in rows if alone else ():
                cell = cells[number - 1] if number <= len(cells) else ""
                if isinstance(cell, str) and cell and cell not in offered:
                    cells[number - 1] = alone.get(cell.casefold(), cell)


def given_in(book: Book, opened: Any) -> Mapping[Sheet, Given]:
    """What a form gave to its columns by table and stage; nothing where it does not say so.

    Args:
        book: the list of sheets.
        opened: the workbook as openpyxl opened it.
    """
    titles: dict[Sheet, dict[str, str]] = {}
    words: dict[Sheet, dict[str, tuple[str, ...]]] = {}
    where = [
        (sheet, address)
        for sheet, names in book.names.items()
        for address, name in names.items()
        if name == TITLES_NAME and sheet in opened.sheetnames
    ]
    for sheet, address in where:
        row, number = cell_at(address)
        rows = opened[sheet].iter_rows(
            min_row=row, max_row=_MOST_ROWS, min_col=number, max_col=number + 1 + _MOST_WORDS,
            values_only=True,
        )  # fmt: skip
        for name, title, *offered in rows:
            column = column_of_name(name) if isinstance(name, str) else None
            if column is None:
                break
            titles.setdefault(column[:2], {})[column[2]] = str(title)
            told = tuple(word for word in offered if isinstance(word, str))
            words.setdefault(column[:2], {})[column[2]] = told
    return {sheet: Given(titles[sheet], words[sheet]) for sheet in titles}
