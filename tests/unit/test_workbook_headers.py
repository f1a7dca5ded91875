"""What people put over and under the headers of a sheet is told once, at its own cell."""

from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from attrs import evolve
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

import ujikom_rules as ujikom
from tests.raw_workbooks import MARKS, PANEL, SOUND, TIME, Row, Xml, sheet_xml, workbook
from ujikom_rules.errors import Finding
from ujikom_rules.model.scoresheet import Scoresheet
from ujikom_rules.office.forms import write_form
from ujikom_rules.reading.scoresheets.digests import sheet_digest
from ujikom_rules.reading.scoresheets.reader import scoresheet_from_tables
from ujikom_rules.reading.workbooks import read_content

EXAMPLES = Path(__file__).parents[2] / "examples"
MALANG = ujikom.read_scoresheet(EXAMPLES / "malang-2024")
FORM = write_form(ujikom.plan("malang/2024"), MALANG)
TABLES = [
    title
    for title in openpyxl.load_workbook(BytesIO(FORM)).sheetnames
    if title not in ("Petunjuk", "Kegiatan", "Daftar")
]
FILLED = ("Peserta", "Penguji", "Wawancara")


def read(content: bytes) -> tuple[Scoresheet | None, tuple[Finding, ...]]:
    return scoresheet_from_tables(*read_content(content, "isian.xlsx"))


def told(content: bytes) -> list[tuple[str, str]]:
    sheet, found = read(content)
    assert sheet is None or not found
    return [(each.code, each.place.cell) for each in found]


def changed(change: Callable[[openpyxl.Workbook], None], content: bytes = FORM) -> bytes:
    book = openpyxl.load_workbook(BytesIO(content))
    change(book)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def lowered(book: openpyxl.Workbook, title: str, rows: Iterable[Row], *, names: bool) -> None:
    """Push a sheet down beneath further rows; Excel moves the names with it, others do not."""
    put = list(rows)
    page: Worksheet = book[title]
    page.insert_rows(1, len(put))
    for number, row in enumerate(put, 1):
        for column, value in enumerate(row, 1):
            page.cell(number, column, value or None)
    for name, defined in list(book.defined_names.items()) if names else ():
        ((at, cell),) = defined.destinations
        if at == title:
            letters, number = cell.replace("$", "").rstrip("0123456789"), len(put) + 1
            book.defined_names[name] = DefinedName(name, attr_text=f"'{at}'!${letters}${number}")


@pytest.mark.parametrize("names", [True, False], ids=["names moved", "names stayed"])
@pytest.mark.parametrize("above", ["DAFTAR NILAI", "PESERTA", "Nilai per 4 Maret 2024"])
@pytest.mark.parametrize("title", TABLES)
def test_a_title_over_the_headers_of_a_form_is_one_finding(
    title: str, above: str, names: bool
) -> None:
    for rows, cell in (([[above]], "A1"), ([[], ["", above], []], "B2")):
        content = changed(lambda book, put=rows: lowered(book, title, put, names=names))  # type: ignore[misc]
        assert told(content) == [("UJ926", f"{title}!{cell}")]


@pytest.mark.parametrize("names", [True, False], ids=["names moved", "names stayed"])
def test_titles_over_all_sheets_are_told_of_each(names: bool) -> None:
    def change(book: openpyxl.Workbook) -> None:
        for title in TABLES:
            lowered(book, title, [["DAFTAR"]], names=names)

    assert told(changed(change)) == sorted(("UJ926", f"{title}!A1") for title in TABLES)


@pytest.mark.parametrize("names", [True, False], ids=["names moved", "names stayed"])
@pytest.mark.parametrize("title", [*TABLES, "Kegiatan"])
def test_blank_rows_over_the_headers_are_nothing(title: str, names: bool) -> None:
    content = changed(lambda book: lowered(book, title, [[], []], names=names))
    sheet, found = read(content)
    assert sheet is not None
    assert found == ()
    assert sheet_digest(sheet) == sheet_digest(read(FORM)[0] or sheet)


@pytest.mark.parametrize("names", [True, False], ids=["names moved", "names stayed"])
def test_a_title_over_the_event_is_nothing(names: bool) -> None:
    """It has no headers: a row of it that names none of its keys says nothing."""
    content = changed(lambda book: lowered(book, "Kegiatan", [["DATA ACARA"]], names=names))
    sheet, found = read(content)
    assert found == ()
    assert sheet is not None
    assert (sheet.event.id, sheet.event.date) == (MALANG.event.id, MALANG.event.date)


def test_headers_of_other_words_are_known_by_their_names() -> None:
    def change(book: openpyxl.Workbook) -> None:
        for title in FILLED:
            for number, cell in enumerate(book[title][1]):
                cell.value = f"Kolom {number}"

    sheet, found = read(changed(change))
    assert found == ()
    assert sheet is not None
    assert sheet_digest(sheet) == sheet_digest(read(FORM)[0] or sheet)

    def titled(book: openpyxl.Workbook) -> None:
        change(book)
        lowered(book, "Penguji", [["DAFTAR"]], names=False)

    assert told(changed(titled)) == [("UJ926", "Penguji!A1")]


SUB: list[Any] = [["Peserta", "Penguji", "Kompetensi", ""], ["", "", "Integritas", "Kerja sama"]]
SOME = ["A01", "E1", 85, 80]
CRITERIA = ["Peserta", "Penguji", "integritas", "kerja-sama"]


def marked(rows: Iterable[Row], title: str = "Wawancara", merged: str = "") -> bytes:
    """A workbook without names, with these rows in its marking sheet."""
    refs = "".join(f'<mergeCell ref="{ref}"/>' for ref in merged.split())
    tail = f"<mergeCells>{refs}</mergeCells>" if refs else ""
    return workbook({**{k: v for k, v in SOUND.items() if k != "Wawancara"},
                     title: sheet_xml(list(rows), tail=tail)})  # fmt: skip


@pytest.mark.parametrize("title", ["Wawancara", "Ratings.wawancara"])
@pytest.mark.parametrize(
    "rows, merged, cells",
    [
        ([["DAFTAR NILAI"], *MARKS], "", [("UJ926", "A1")]),
        ([["DAFTAR NILAI"], *MARKS], "A1:C1", [("UJ926", "A1")]),
        ([["PESERTA"], *MARKS], "", [("UJ926", "A1")]),
        ([["", "", "Kompetensi"], CRITERIA, SOME], "C1:D1", [("UJ926", "C1")]),
        ([*SUB, SOME], "", [("UJ926", "C2")]),
        ([*SUB, SOME], "A1:A2 B1:B2 C1:D1", [("UJ926", "C2")]),
        ([CRITERIA, ["", "", "40%", "60%"], SOME], "", [("UJ926", "C2")]),
        ([["Peserta", "Penguji", "Kompetensi", ""], SOME], "C1:D1", [("UJ924", "C1")]),
        ([["Peserta", "Penguji", "integritas"], ["", "", 85]], "A1:A2 B1:B2",
         [("UJ924", "A1"), ("UJ924", "B1")]),
        ([CRITERIA, SOME, ["", "E2", 70, 75]], "A2:A3", [("UJ924", "A2"), ("UJ653", "B3")]),
        # somebody forgot a name: no row of headers
        ([CRITERIA, ["", "E1", "sangat baik", 80]], "", [("UJ648", "A2"), ("UJ643", "C2")]),
        ([CRITERIA, ["", "", 85, 80]], "", [("UJ648", "A2")]),
    ],
)  # fmt: skip
def test_other_rows_of_headers(
    title: str, rows: list[Row], merged: str, cells: list[tuple[str, str]]
) -> None:
    assert told(marked(rows, title, merged)) == [(code, f"{title}!{at}") for code, at in cells]


def test_a_second_row_of_headers_in_a_table_of_people() -> None:
    people = [["Peserta", "Nama", "Kepegawaian", ""], ["", "", "Pangkat", "Masa kerja"], ["A01"]]
    assert told(workbook({**SOUND, "Peserta": people})) == [("UJ926", "Peserta!C2")]
    nameless = [["Peserta", "Nama"], ["", "Ani"], ["A01", "Budi"]]
    assert told(workbook({**SOUND, "Peserta": nameless})) == [("UJ630", "Peserta!A2")]


def test_what_names_people_of_a_sheet_that_was_left_is_no_mistake() -> None:
    titled = {**SOUND, "Peserta": [["Daftar"], *SOUND["Peserta"]], "Penguji": [["x"], *PANEL]}
    assert told(workbook(titled)) == [("UJ926", "Penguji!A1"), ("UJ926", "Peserta!A1")]


def test_an_event_in_one_row_has_its_headers_first() -> None:
    rows = [["DATA KEGIATAN"], ["Acara", "Tanggal"], ["uji-1", "2025-03-25"]]
    assert told(workbook({**SOUND, "Acara": rows})) == [("UJ926", "Acara!A1")]


def test_a_sheet_of_other_things_that_names_nobody_is_left() -> None:
    others: list[list[Row]] = [
        [["Jumlah"], ["Rata-rata", 80]],
        [["Isi lembar"], ["Peserta"], ["Penguji"]],
    ]
    for rows in others:
        sheet, found = read(workbook({**SOUND, "Rekap": rows, "Petunjuk": [["x"], *MARKS]}))
        assert sheet is not None
        assert [(each.code, each.severity) for each in found] == [("UJ928", "note")]


def test_a_titled_sheet_of_ones_own_without_examiners_is_left() -> None:
    rows: list[Row] = [["REKAPITULASI"], ["Peserta", "Jumlah"], ["A01", 80]]
    sheet, found = read(workbook({**SOUND, "Rekap": rows}))
    assert sheet is not None
    assert [(each.code, each.severity) for each in found] == [("UJ928", "note")]
    marks: list[Row] = [["REKAPITULASI"], ["Peserta", "Penguji", "isi"], ["A01", "E1", 80]]
    assert told(workbook({**SOUND, "Rekap": marks})) == [("UJ926", "Rekap!A1")]


def test_a_sheet_of_ones_own_beside_those_of_a_form_is_left() -> None:
    """It has no names, as all sheets of a form have: marks do not stand in it."""

    def change(book: openpyxl.Workbook) -> None:
        page = book.create_sheet("Rekap")
        for row in (["REKAPITULASI"], ["Peserta", "Jumlah"], ["A01", 80]):
            page.append(row)

    sheet, found = read(changed(change))
    assert sheet is not None
    assert [(each.code, each.severity) for each in found] == [("UJ928", "note")]


def test_a_title_and_a_refused_cell_are_two_mistakes() -> None:
    time = Xml(f'<c {{r}} s="{TIME}"><v>0.354166</v></c>')
    rows: list[Row] = [["DAFTAR", time], *MARKS]
    assert told(workbook({**SOUND, "Wawancara": rows})) == [
        ("UJ926", "Wawancara!A1"), ("UJ927", "Wawancara!B1"),
    ]  # fmt: skip


def test_what_is_merged_beside_a_table_is_nothing() -> None:
    tail = '<mergeCells><mergeCell ref="F1:G3"/></mergeCells>'
    assert told(workbook({**SOUND, "Wawancara": sheet_xml(list(MARKS), tail=tail)})) == []


def test_the_event_is_read_beside_what_is_merged_in_it() -> None:
    rows: list[Row] = [["Acara", "uji-1"], ["Tanggal", "kemarin"]]
    tail = '<mergeCells><mergeCell ref="B1:C1"/></mergeCells>'
    content = workbook({**SOUND, "Acara": sheet_xml(rows, tail=tail)})
    assert told(content) == [("UJ924", "Acara!B1"), ("UJ638", "Acara!B2")]


def test_an_id_that_is_a_header_is_an_id() -> None:
    people = [["Peserta"], ["Peserta"]]
    rows: list[Row] = [["Peserta", "Penguji", "integritas"], ["Peserta", "E1", 85]]
    sheet, found = read(workbook({**SOUND, "Wawancara": rows, "Peserta": [*people, ["A02"]]}))
    assert [each.code for each in found] == []
    assert sheet is not None
    assert [row.candidacy for row in sheet.ratings] == ["Peserta"]


def test_a_covered_cell_of_merged_ones_is_told_with_them_alone() -> None:
    rows: list[Row] = [CRITERIA, SOME, ["A02", "E1", "", 80]]
    sheets = {**SOUND, "Peserta": [["Peserta"], ["A01"], ["A02"]]}
    tail = '<mergeCells><mergeCell ref="C2:C3"/></mergeCells>'
    content = workbook({**sheets, "Wawancara": sheet_xml(rows, tail=tail)})
    assert told(content) == [("UJ924", "Wawancara!C2")]


def test_the_first_rows_of_a_form_are_as_they_were_written() -> None:
    sheet, found = read(FORM)
    assert found == ()
    assert sheet is not None
    kept = evolve(sheet, ratings=(), event=evolve(sheet.event, rules_digest=""))
    assert sheet_digest(kept) == sheet_digest(evolve(MALANG, ratings=()))
