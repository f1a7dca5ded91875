"""Where the rows of a CSV table stand, or those of a sheet: long ones, and a column a criterion."""

from ujikom_rules.errors import Place
from ujikom_rules.reading.scoresheets.grid import Grid, letters_of, place_in
from ujikom_rules.reading.scoresheets.tables import Places


class CsvPlaces(Places):
    """Places in a CSV file or a sheet: line and number of the cell in its row, or its address.

    Args:
        file: the name of the file.
        base: the JSON Pointer of the table.
        grid: the cells.
        columns: the number of the column of each key, from 1.
    """

    def __init__(self, file: str, base: str, grid: Grid, columns: dict[str, int]) -> None:
        super().__init__(file, base)
        self.lines, self.columns, self.line = grid.lines, columns, grid.line
        self.sheet = grid.sheet

    @property
    def table_place(self) -> Place:
        """The header."""
        return place_in(self.file, self.sheet, self.line, 1)

    def has(self, key: str) -> bool:
        """Whether a key has a column of its own."""
        return key in self.columns

    def place(self, row: int, key: str = "") -> Place:
        """The place of a row, or of one of its cells."""
        column = self.columns.get(key, 0) if key else 0
        return place_in(self.file, self.sheet, self.lines[row], column)


class WidePlaces(CsvPlaces):
    """Places of the ratings in a wide table, where every row of the file holds as many.

    Args:
        marks: the number of the column and the header of each mark in a row.
    """

    def __init__(
        self,
        file: str,
        base: str,
        grid: Grid,
        columns: dict[str, int],
        marks: list[tuple[int, str]],
    ) -> None:
        super().__init__(file, base, grid, columns)
        self.marks, self.marks_a_row = marks, max(len(marks), 1)
        self.starts = [f"{self.sheet}!{letters_of(column)}" for column, _ in marks]

    def place(self, row: int, key: str = "") -> Place:
        """The cell of a rating, or the cell in its row that names candidacy or examiner."""
        number, mark = divmod(row, len(self.marks))
        if not key and self.sheet:  # as for every mark
            return Place(self.file, cell=f"{self.starts[mark]}{self.lines[number]}")
        column = self.columns.get(key) or self.marks[mark][0]
        return place_in(self.file, self.sheet, self.lines[number], column)

    def pointer(self, row: int, key: str = "") -> str:
        """The pointer by the number of the row in the file and the header of the column."""
        number, mark = divmod(row, len(self.marks))
        return f"{self.base}/{number}/{key if key in self.columns else self.marks[mark][1]}"
