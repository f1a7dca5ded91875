"""What people do to a form in Excel: read as it is seen, or told in one sentence at its cell."""

from collections.abc import Callable, Iterable
from datetime import time
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from attrs import evolve
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.utils.cell import coordinate_from_string
from openpyxl.workbook.defined_name import DefinedName

import ujikom_rules as ujikom
from tests.filled_forms import filled, marks_of
from ujikom_rules.errors import Finding
from ujikom_rules.messages import LANGS, text_of
from ujikom_rules.model.scoresheet import Scoresheet
from ujikom_rules.office.forms import write_form
from ujikom_rules.reading.scoresheets.reader import scoresheet_from_tables
from ujikom_rules.reading.workbooks import read_content
from ujikom_rules.reading.workbooks.headers import column_of_name

EXAMPLES = Path(__file__).parents[2] / "examples"
CITIES = {"malang/2024": "Wawancara", "kendari/2025": "paparan"}
Change = Callable[[Any, str], None]


def form_of(name: str) -> bytes:
    plan, sheet = ujikom.plan(name), ujikom.read_scoresheet(EXAMPLES / name.replace("/", "-"))
    return filled(write_form(plan, evolve(sheet, ratings=())), marks_of(plan, sheet))


PLANS = {name: ujikom.plan(name) for name in CITIES}


def results(name: str, sheet: Scoresheet) -> object:
    return ujikom.document(ujikom.evaluate(PLANS[name], sheet))["results"]


FORMS = {name: form_of(name) for name in CITIES}
RESULTS = {
    name: results(name, ujikom.read_scoresheet(EXAMPLES / name.replace("/", "-")))
    for name in CITIES
}


@pytest.fixture(params=CITIES)
def city(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def read(content: bytes) -> tuple[Scoresheet | None, tuple[Finding, ...]]:
    return scoresheet_from_tables(*read_content(content, "isian.xlsx"))


def changed(name: str, change: Change) -> bytes:
    book = openpyxl.load_workbook(BytesIO(FORMS[name]))
    change(book, CITIES[name])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def told(name: str, change: Change) -> list[tuple[str, str]]:
    sheet, found = read(changed(name, change))
    assert sheet is None
    assert all(text_of(each, lang) for each in found for lang in LANGS)
    return [(each.code, each.place.cell) for each in found]


def is_read(name: str, change: Change) -> list[tuple[str, str]]:
    """What is told of a form that is read all the same, to the same marks and people."""
    sheet, found = read(changed(name, change))
    assert sheet is not None, found
    assert results(name, sheet) == RESULTS[name]
    return [(each.code, each.place.cell) for each in found]


def values(page: Any) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in page.iter_rows()]


def put(page: Any, rows: Iterable[Iterable[Any]]) -> None:
    for line, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            page.cell(line, column).value = value


def shift_names(book: Any, title: str, moved: Callable[[str], int]) -> None:
    """Take the names of a sheet along, as Excel does; those that go to 0 are lost."""
    for name, defined in list(book.defined_names.items()):
        ((at, cell),) = defined.destinations
        if at == title and column_of_name(name) is not None:
            letters, line = coordinate_from_string(cell)
            number = moved(letters)
            text = f"'{at}'!${get_column_letter(number)}${line}" if number else f"'{at}'!#REF!"
            book.defined_names[name] = DefinedName(name, attr_text=text)


def behind(column: int, step: int) -> Callable[[str], int]:
    """Where a column goes when one is put in (or taken out) at a number."""

    def moved(letters: str) -> int:
        number = column_index_from_string(letters)
        if step < 0 and number == column:
            return 0
        return number + step if number >= column else number

    return moved


# --- what is read as it is seen ---------------------------------------------------------------


def swapped(book: Any, title: str) -> None:
    put(book[title], [[*row[:2], row[3], row[2], *row[4:]] for row in values(book[title])])


def at_the_end(book: Any, title: str) -> None:
    put(book[title], [[*row[:2], *row[3:], row[2]] for row in values(book[title])])


def examiner_first(book: Any, title: str) -> None:
    put(book[title], [[row[1], row[0], *row[2:]] for row in values(book[title])])


@pytest.mark.parametrize(
    "change, cell", [(swapped, "C1"), (at_the_end, "C1"), (examiner_first, "A1")]
)
def test_columns_that_were_copied_elsewhere_hold_by_their_headers(
    city: str, change: Change, cell: str
) -> None:
    assert is_read(city, change) == [("UJ936", f"{CITIES[city]}!{cell}")]


def unmarked(book: Any, title: str) -> None:
    book[title]["A1"] = None


def in_capitals(book: Any, title: str) -> None:
    for page in (book["Peserta"], book["Penguji"], book[title]):
        for cell in page[1]:
            cell.value = f" {cell.value} ".upper() + "\u00a0"


def other_words(book: Any, title: str) -> None:
    book[title]["C1"], book["Penguji"]["B1"] = "Aspek 1", "Nama lengkap beserta gelar"


def an_empty_row(book: Any, title: str) -> None:
    book[title].insert_rows(5)


def sorted_rows(book: Any, title: str) -> None:
    head, *rows = values(book[title])
    put(book[title], [head, *sorted(rows, key=lambda row: (str(row[1]), str(row[0])))])
    put(book[title], [head, *sorted(rows, key=lambda row: (str(row[0]), str(row[1])))])


def own_notes(book: Any, _: str) -> None:
    book.create_sheet("Catatan saya")["B3"] = "telepon Pak Budi"


def own_sums(book: Any, _: str) -> None:
    page = book.create_sheet("Rekap")
    page.append(["Peserta", "Jumlah"])
    page.append(["A01", 80])


def copied_people(book: Any, _: str) -> None:
    book.copy_worksheet(book["Peserta"])


def hidden_row(book: Any, title: str) -> None:
    book[title].row_dimensions[4].hidden = True


def filtered(book: Any, title: str) -> None:
    book[title].auto_filter.ref = book[title].dimensions
    book[title].auto_filter.add_filter_column(0, ["A01"])


@pytest.mark.parametrize(
    "change, said",
    [
        (unmarked, []),
        (in_capitals, []),
        (other_words, []),
        (an_empty_row, []),
        (sorted_rows, []),
        (filtered, []),
        (own_notes, [("UJ928", "Catatan saya")]),
        (own_sums, [("UJ928", "Rekap")]),
        (copied_people, [("UJ928", "Peserta Copy")]),
        (hidden_row, [("UJ925", "")]),
    ],
)
def test_what_changes_no_value_is_read(
    city: str, change: Change, said: list[tuple[str, str]]
) -> None:
    assert is_read(city, change) == [(code, cell or CITIES[city]) for code, cell in said]


@pytest.mark.parametrize("names", [True, False], ids=["names moved", "names stayed"])
@pytest.mark.parametrize("head", ["No", "No.", "Nomor urut"])
def test_rows_may_be_numbered(city: str, head: str, names: bool) -> None:
    def change(book: Any, title: str) -> None:
        for each in ("Penguji", title):
            book[each].insert_cols(1)
            book[each]["A1"] = head
            for line in range(2, book[each].max_row + 1):
                book[each].cell(line, 1).value = line - 1
            if names:
                shift_names(book, each, behind(1, 1))

    title = CITIES[city]
    first = [("UJ936", "Penguji!B1"), ("UJ936", f"{title}!B1")]
    assert is_read(city, change) == ([] if names else first)


def test_a_column_called_no_that_does_not_number_rows_is_not_passed_over(city: str) -> None:
    def change(book: Any, title: str) -> None:
        page = book[title]
        page.cell(1, page.max_column + 1).value = "No"
        page.cell(2, page.max_column).value = "lihat arsip"

    sheet, _ = read(changed(city, change))
    assert sheet is None or "No" in {row.criterion for row in sheet.ratings}


@pytest.mark.parametrize("names", [True, False], ids=["names moved", "names stayed"])
def test_a_further_column_among_the_people_is_a_fact_that_nobody_reads(
    city: str, names: bool
) -> None:
    def change(book: Any, _: str) -> None:
        book["Peserta"].insert_cols(2)
        book["Peserta"]["B1"], book["Peserta"]["B2"] = "Unit kerja", "Dinas A"
        if names:
            shift_names(book, "Peserta", behind(2, 1))

    assert is_read(city, change) == ([] if names else [("UJ936", "Peserta!C1")])


# --- what is told in one sentence -------------------------------------------------------------


def title_above(book: Any, title: str) -> None:
    book[title].insert_rows(1)
    book[title]["A1"] = "DAFTAR NILAI"


def second_header(book: Any, title: str) -> None:
    rows = values(book[title])
    put(book[title], [rows[0], *rows])


def nip_as_number(book: Any, _: str) -> None:
    book["Peserta"]["A2"] = 198001012003121001


def per_cent(book: Any, title: str) -> None:
    book[title]["C2"] = 0.85
    book[title]["C2"].number_format = "0%"


def merged(book: Any, title: str) -> None:
    book[title].merge_cells("C2:C4")


def sheet_gone(book: Any, title: str) -> None:
    book.remove(book[title])


def sheet_renamed(book: Any, title: str) -> None:
    book[title].title = "Hasil Ibu Ani"


def sheet_copied(book: Any, title: str) -> None:
    book.copy_worksheet(book[title])


@pytest.mark.parametrize(
    "change, code, where",
    [
        (title_above, "UJ926", "{}!A1"),
        (second_header, "UJ926", "{}!A2"),
        (nip_as_number, "UJ920", "Peserta!A2"),
        (per_cent, "UJ921", "{}!C2"),
        (lambda book, title: book[title].__setitem__("C2", "85%"), "UJ632", "{}!C2"),
        (lambda book, title: book[title].__setitem__("C2", "=SUM(D2:E2)"), "UJ923", "{}!C2"),
        (merged, "UJ924", "{}!C2"),
        (sheet_gone, "UJ613", ""),
        (sheet_renamed, "UJ928", "Hasil Ibu Ani"),
        (sheet_copied, "UJ937", "{} Copy"),
        (lambda book, _: book.remove(book["Kegiatan"]), "UJ613", ""),
        (lambda book, _: book.remove(book["Peserta"]), "UJ613", ""),
    ],
)
def test_one_sentence_with_its_address(city: str, change: Change, code: str, where: str) -> None:
    assert told(city, change) == [(code, where.format(CITIES[city]))]


@pytest.mark.parametrize("called", ["w (2)", "Wawancara, lanjutan", "Sheet1"])
def test_a_copy_with_marks_is_told_whatever_it_is_called(city: str, called: str) -> None:
    def change(book: Any, title: str) -> None:
        book.copy_worksheet(book[title]).title = called

    assert told(city, change) == [("UJ937", called)]


@pytest.mark.parametrize("called", ["Jadwal", "Jadwal (2)"])
def test_a_schedule_of_candidates_and_examiners_is_only_noted(city: str, called: str) -> None:
    def change(book: Any, _: str) -> None:
        page = book.create_sheet(called)
        page.append(["Peserta", "Penguji", "Jam"])
        page.append(["A01", "E1", "09.00"])
        page.append(["A02", "E1", time(9, 30)])

    assert is_read(city, change) == [("UJ928", called)]


def test_half_marks_with_a_comma_are_read(city: str) -> None:
    sheet, _ = read(changed(city, lambda book, title: book[title].__setitem__("C2", "\u00a085,5 ")))
    assert sheet is not None
    assert str(sheet.ratings[0].value) == "171/2"


@pytest.mark.parametrize("names", [True, False], ids=["names moved", "names stayed"])
@pytest.mark.parametrize("column, said", [(1, "peserta"), (2, "penguji"), (3, "criterion")])
def test_a_deleted_column_is_named(city: str, column: int, said: str, names: bool) -> None:
    """One sentence about it, and none of the rows that seem to be twice or of others."""
    title = CITIES[city]
    criterion = {"malang/2024": "integritas", "kendari/2025": "naskah"}[city]

    def change(book: Any, title: str) -> None:
        book[title].delete_cols(column)
        if names:
            shift_names(book, title, behind(column, -1))

    _, found = read(changed(city, change))
    errors = [each for each in found if each.severity == "error"]
    assert [(each.code, each.place.cell) for each in errors] == [("UJ615", f"{title}!A1")]
    wanted = criterion if said == "criterion" else said
    assert text_of(errors[0], "id").startswith(f"kolom {wanted}")
    assert {each.code for each in found} <= {"UJ615", "UJ936"}


def test_a_deleted_sheet_is_called_by_its_stage(city: str) -> None:
    """Excel leaves its names behind without a cell."""

    def change(book: Any, title: str) -> None:
        book.remove(book[title])
        for name, defined in list(book.defined_names.items()):
            if title in defined.attr_text:
                book.defined_names[name] = DefinedName(name, attr_text="#REF!$A$1")

    _, (found,) = read(changed(city, change))
    assert found.code == "UJ613"
    assert text_of(found, "id") == f"lembar {CITIES[city].lower()} tidak ada"


@pytest.mark.parametrize("which", ["stage", "Penguji"])
def test_a_sheet_that_excel_has_copied_brings_its_names_along(city: str, which: str) -> None:
    def change(book: Any, title: str) -> None:
        title = title if which == "stage" else which
        copy = book.copy_worksheet(book[title])
        copy.title = f"{title} (2)"
        for name, defined in list(book.defined_names.items()):
            ((at, cell),) = defined.destinations
            if at == title and column_of_name(name) is not None:
                copy.defined_names[name] = DefinedName(name, attr_text=f"'{copy.title}'!{cell}")

    title = CITIES[city] if which == "stage" else which
    assert told(city, change) == [("UJ929", f"{title} (2)")]


def test_a_column_of_ones_own_in_a_marking_sheet_is_told_at_its_header(city: str) -> None:
    def change(book: Any, title: str) -> None:
        page = book[title]
        page.cell(1, page.max_column + 1).value = None
        page.cell(3, page.max_column).value = "periksa lagi"

    page = openpyxl.load_workbook(BytesIO(FORMS[city]))[CITIES[city]]
    letter = get_column_letter(page.max_column + 1)
    assert told(city, change) == [("UJ618", f"{CITIES[city]}!{letter}1")]


CROSSED = """
schema = 1

[ruleset]
id = "kota/silang"
version = "1.0"
title = "Judul bersilang"
source = "assumption"

[[stages]]
id = "w"
title = "Wawancara"
kind = "panel"
each = { scale = { lower = 0, upper = 100 } }
criteria = [
  { id = "visi", title = "Misi", weight = 50 },
  { id = "misi", title = "Visi", weight = 50 },
]
"""


def test_titles_that_are_ids_of_others_are_headed_with_their_own_id() -> None:
    """Else an untouched form would look as if its columns had moved."""
    plan = ujikom.plan(ujikom.parse_ruleset(CROSSED), plugins={})
    event = {
        "event": {"id": "e", "date": "2025-03-25"},
        "candidates": [{"id": "A1"}],
        "examiners": [{"id": "E1"}],
        "ratings": [],
    }
    book = openpyxl.load_workbook(BytesIO(write_form(plan, ujikom.parse_scoresheet(event))))
    page = book["Wawancara"]
    assert [cell.value for cell in page[1]][2:4] == ["Misi (visi)", "Visi (misi)"]
    page["C2"], page["D2"] = 71, 82
    out = BytesIO()
    book.save(out)
    sheet, found = read(out.getvalue())
    assert found == ()
    assert sheet is not None
    assert {row.criterion: row.value for row in sheet.ratings} == {"visi": 71, "misi": 82}
