"""Findings stand in the order in which people read a file: of a sheet its second row first."""

from pathlib import Path

import pytest

import ujikom_rules as ujikom
from tests.raw_workbooks import MARKS, SOUND, workbook
from ujikom_rules.errors import Finding, Place, Refused, said_once
from ujikom_rules.messages import finding

FILE = "nilai.xlsx"
READ = (
    "Peserta",  # the sheet as a whole
    "Peserta!A2",
    "Wawancara!Z2",
    "Wawancara!AA2",
    "Wawancara!C10",
    "Wawancara!D10",
    "Wawancara!C101",
)


def test_cells_are_ordered_by_row_and_column_as_numbers() -> None:
    places = [Place(FILE, cell=cell) for cell in READ]
    mixed = places[::-2] + places[1::2]
    assert sorted(mixed) == places
    found = [Finding(code="UJ664", severity="error", place=place) for place in mixed]
    assert [each.place for each in said_once(found)] == places


def test_lines_of_a_file_come_before_its_cells_and_files_by_name() -> None:
    places = [Place("a.csv", 2, 1), Place("a.csv", 10), Place("b.csv", 1), Place("b.csv", 1, 3)]
    mixed = places[::-1]
    assert sorted(mixed) == places


def test_a_document_tells_the_cells_of_a_workbook_in_their_order(tmp_path: Path) -> None:
    path = tmp_path / FILE
    rows = [["A01", "E1", 85]] + [["A01", f"E{n}", f"x {n}"] for n in range(2, 12)]
    panel = [["Penguji"], *([f"E{n}"] for n in range(1, 12))]
    path.write_bytes(workbook({**SOUND, "Penguji": panel, "Wawancara": [MARKS[0], *rows]}))
    with pytest.raises(Refused) as refused:
        ujikom.read_scoresheet(path)
    cells = [each.place.cell for each in refused.value.findings]
    assert cells == [f"Wawancara!C{n}" for n in range(3, 13)]


def test_equal_places_are_equal_and_keep_their_hash() -> None:
    one, other = (finding("UJ664", Place(FILE, cell="Wawancara!C2")).place for _ in "ab")
    assert one == other
    assert hash(one) == hash(other)
    assert not one < other
