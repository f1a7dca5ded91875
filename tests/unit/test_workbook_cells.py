"""Every trap that a cell of Excel can be has one outcome, with the address of the cell."""

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import ujikom_rules as ujikom
from tests.raw_workbooks import (
    DATE,
    MARKS,
    PANEL,
    PEOPLE,
    PERCENT,
    SOUND,
    TIME,
    Row,
    Xml,
    sheet_xml,
    with_marks,
    workbook,
)
from ujikom_rules.errors import Finding, Refused
from ujikom_rules.messages import LANGS, Text, hint_of, text_of, workbooks
from ujikom_rules.model.scoresheet import Scoresheet
from ujikom_rules.reading.scoresheets.reader import scoresheet_from_tables
from ujikom_rules.reading.workbooks import read_content


def read(tmp_path: Path, content: bytes) -> Scoresheet:
    path = tmp_path / "nilai.xlsx"
    path.write_bytes(content)
    return ujikom.read_scoresheet(path)


def findings_of(tmp_path: Path, content: bytes) -> tuple[Finding, ...]:
    with pytest.raises(Refused) as caught:
        read(tmp_path, content)
    found: tuple[Finding, ...] = caught.value.findings
    return found


def refused(tmp_path: Path, content: bytes) -> list[tuple[str, str]]:
    findings = findings_of(tmp_path, content)
    assert all(text_of(found, lang) for found in findings for lang in LANGS)
    return [(found.code, found.place.cell) for found in findings]


def mark(cell: Any) -> bytes:
    return with_marks(["A01", "E1", cell])


def number(text: str, style: int = 0) -> Xml:
    return Xml(f'<c {{r}} s="{style}"><v>{text}</v></c>')


@pytest.mark.parametrize(
    "cell, value",
    [
        (85, Fraction(85)),
        (number("85.099999999999994"), Fraction("85.1")),  # 85.1 as Excel stores it
        (number("0.30000000000000004"), Fraction("0.3")),  # =0,1+0,2
        (number("8.55E1"), Fraction("85.5")),
        ("85,5", Fraction("85.5")),
        ("85.5", Fraction("85.5")),
        ("  85,5 ", Fraction("85.5")),
        ("\u00a085 ", Fraction(85)),
        ("baik", "baik"),
        (Xml("<c {r}><f>80+5</f><v>85</v></c>"), Fraction(85)),
        (Xml('<c {r} t="str"><f>"bai"&amp;"k"</f><v>baik</v></c>'), "baik"),
    ],
)
def test_marks_that_are_read(tmp_path: Path, cell: Any, value: object) -> None:
    sheet = read(tmp_path, mark(cell))
    assert [rating.value for rating in sheet.ratings] == [value]


@pytest.mark.parametrize(
    "cell, no_mark",
    [
        ("", "not-entered"),
        (Xml('<c {r} s="2"/>'), "not-entered"),  # blank, and formatted as per cent
        (Xml('<c {r} t="str"><f>IF(A2="","",A2)</f><v></v></c>'), "not-entered"),
        ("Benturan", "recused"),
        (" tidak  ", None),
    ],
)
def test_cells_without_a_mark(tmp_path: Path, cell: Any, no_mark: str | None) -> None:
    sheet = read(tmp_path, mark(cell))
    assert [rating.no_mark for rating in sheet.ratings] == [no_mark]


@pytest.mark.parametrize(
    "cell, code",
    [
        (number("0.85", PERCENT), "UJ921"),
        (Xml('<c {r} t="e"><v>#N/A</v></c>'), "UJ922"),
        (Xml('<c {r} t="e"><f>1/0</f><v>#DIV/0!</v></c>'), "UJ922"),
        (Xml("<c {r}><f>SUM(A1:A9)</f></c>"), "UJ923"),
        (Xml("<c {r}><f>SUM(A1:A9)</f><v></v></c>"), "UJ923"),
        (Xml("<c {r}><f>SUM(A1:A9)</f><v/></c>"), "UJ923"),
        (number("45376.5", TIME), "UJ927"),
        (number("0.354166", TIME), "UJ927"),
        (number("45376", DATE), "UJ631"),  # 25 March 2024, where a mark should stand
        (True, "UJ631"),
        ("85%", "UJ632"),
        ("1.234,5", "UJ635"),
        ("85/100", "UJ632"),
        (number("1234567890123456"), "UJ920"),
        (number("1.9E+17"), "UJ920"),
        (number("1e999"), "UJ633"),
    ],
)
def test_marks_that_are_refused(tmp_path: Path, cell: Any, code: str) -> None:
    assert refused(tmp_path, mark(cell)) == [(code, "Wawancara!C2")]


def test_a_place_reads_as_people_point_at_a_cell(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        read(tmp_path, mark(True))
    assert str(caught.value.findings[0].place).endswith("nilai.xlsx › Wawancara › C2")


def people(*rows: Row) -> bytes:
    return workbook({**SOUND, "Peserta": [PEOPLE[0], *rows], "Wawancara": [MARKS[0]]})


def test_an_id_may_be_a_small_number_and_no_nip(tmp_path: Path) -> None:
    assert read(tmp_path, people([12, "Ani", "S2"])).candidates[0].id == "12"
    nip = number("1.9800101200003199E+17")
    assert refused(tmp_path, people([nip, "Ani", "S2"])) == [("UJ920", "Peserta!A2")]
    (found,) = findings_of(tmp_path, people([nip, "Ani", "S2"]))
    assert found.args["got"] == "198001012000032000"  # as Excel shows it, lost digits as zeros
    assert read(tmp_path, people(["198001012000031001", "", ""])).candidates[0].id == (
        "198001012000031001"
    )


@pytest.mark.parametrize(
    "written, shown",
    [
        ("1.9800101200003199E+17", "198001012000032000"),
        ("-1.5E+16", "-15000000000000000"),
        ("1234567890123456", "1234567890123456"),
        ("7" * 61, "7" * 60 + "…"),
        ("1E+70", "1" + "0" * 59 + "…"),
    ],
)
def test_a_number_that_has_lost_digits_is_quoted_in_digits(
    written: str, shown: str, tmp_path: Path
) -> None:
    (found,) = findings_of(tmp_path, mark(number(written)))
    assert (found.code, found.args["got"]) == ("UJ920", shown)


def test_a_very_small_number_is_read_and_quoted_in_digits(tmp_path: Path) -> None:
    small = read(tmp_path, mark(number("2.5E-7"))).ratings[0].value
    assert small == Fraction(25, 10**8)
    of_one = people([number("2.5E-7"), "Ani", "S2"])
    assert read(tmp_path, of_one).candidates[0].id == "0.00000025"


def test_a_lost_id_is_told_once_and_not_wherever_it_is_named(tmp_path: Path) -> None:
    nip = number("1.9800101200003199E+17")
    content = workbook({**SOUND, "Peserta": [PEOPLE[0], [nip, "Ani", "S2"]], "Wawancara": [*MARKS]})
    assert refused(tmp_path, content) == [("UJ920", "Peserta!A2")]


def test_dates_are_date_cells_or_texts_and_never_numbers(tmp_path: Path) -> None:
    def on(day: Any) -> bytes:
        return workbook({**SOUND, "Acara": [["Acara", "uji-1"], ["Tanggal", day]]})

    for cell in (number("45741", DATE), "2025-03-25", "25/03/2025"):
        assert read(tmp_path, on(cell)).event.date == date(2025, 3, 25)
    assert refused(tmp_path, on(45741)) == [("UJ638", "Acara!B2")]
    assert refused(tmp_path, on(number("45741.5", TIME))) == [("UJ927", "Acara!B2")]
    assert refused(tmp_path, on("")) == [("UJ630", "Acara!B2")]
    without = workbook({**SOUND, "Acara": [["Acara", "uji-1"]]})
    assert refused(tmp_path, without) == [("UJ630", "Acara!A1")]


def test_what_is_not_filled_in_is_named_as_the_table_names_it(tmp_path: Path) -> None:
    blank = [["Acara", "uji-1"], ["Tanggal", ""]]
    (said,) = findings_of(tmp_path, workbook({**SOUND, "Acara": blank}))
    assert text_of(said, "id") == "tanggal belum diisi"
    assert hint_of(said, "id") == "isi tanggal di sel B2"
    (said,) = findings_of(tmp_path, workbook({**SOUND, "Acara": blank[:1]}))
    assert hint_of(said, "id") == "isi tanggal di sini"


def test_a_mark_that_excel_made_a_date_is_told_as_such(tmp_path: Path) -> None:
    marks = [MARKS[0], ["A01", "E1", number("45785", DATE)]]
    (said,) = findings_of(tmp_path, workbook({**SOUND, "Wawancara": marks}))
    assert (said.code, said.place.cell) == ("UJ631", "Wawancara!C2")
    assert "Excel mengubah angka seperti 8,5 menjadi tanggal" in text_of(said, "id")
    assert hint_of(said, "id") == "beri sel ini format Angka, lalu ketik lagi isinya"


def test_dates_count_from_1904_where_the_workbook_says_so(tmp_path: Path) -> None:
    sheets = {**SOUND, "Acara": [["Acara", "uji-1"], ["Tanggal", number("44279", DATE)]]}
    book = workbook(sheets)
    assert read(tmp_path, book).event.date == date(2021, 3, 24)
    since_1904 = workbook(sheets, names='<workbookPr date1904="1"/>')
    assert read(tmp_path, since_1904).event.date == date(2025, 3, 25)


def test_facts_are_texts_numbers_dates_and_yes_no(tmp_path: Path) -> None:
    header = ["Peserta", "pendidikan", "Masa Jabatan", "mulai", "bersih"]
    row = ["A01", "S2", number("3.5"), number("45741", DATE), True]
    sheet = read(tmp_path, workbook({**SOUND, "Peserta": [header, row]}))
    facts = {name: fact.value for name, fact in sheet.candidates[0].facts.items()}
    assert facts == {
        "pendidikan": "S2",
        "masa-jabatan": "3.5",
        "mulai": "2025-03-25",
        "bersih": True,
    }
    assert sheet.candidates[0].facts["mulai"].place.cell == "Peserta!D2"


def test_no_is_not_nothing(tmp_path: Path) -> None:
    sheet = read(tmp_path, workbook({**SOUND, "Peserta": [["Peserta", "bersih"], ["A01", False]]}))
    assert sheet.candidates[0].facts["bersih"].value is False


def test_the_event_may_stand_in_one_row(tmp_path: Path) -> None:
    header = ["Acara", "Tanggal", "Benih undian"]
    sheets = {**SOUND, "Acara": [header, ["uji-2", "2025-03-26", "314"]]}
    event = read(tmp_path, workbook(sheets)).event
    assert (event.id, event.date, event.lot_seed) == ("uji-2", date(2025, 3, 26), "314")
    sheets = {**SOUND, "Acara": [header, ["uji-2", "2025-03-26"], ["uji-3", "2025-03-27"]]}
    assert refused(tmp_path, workbook(sheets)) == [("UJ926", "Acara!A3")]


def test_merged_cells_are_refused_where_they_touch_a_table(tmp_path: Path) -> None:
    merged = '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>'
    xml = sheet_xml([*MARKS, ["", "E1", 80]], tail=merged)
    found = refused(tmp_path, workbook({**SOUND, "Wawancara": xml}))
    assert ("UJ924", "Wawancara!A2") in found


def test_hidden_rows_and_columns_are_read_and_told(tmp_path: Path) -> None:
    xml = sheet_xml(MARKS, head='<cols><col min="2" max="2" hidden="1"/></cols>')
    xml = xml.replace('<row r="2">', '<row r="2" hidden="1">')
    sheet = read(tmp_path, workbook({**SOUND, "Wawancara": xml}))
    assert len(sheet.ratings) == 1
    assert [(x.code, x.severity, x.args["got"]) for x in sheet.findings] == [
        ("UJ925", "warning", Text("baris 2; kolom B", "rows 2; columns B"))
    ]
    sheet = read(tmp_path, workbook(SOUND, states={"Wawancara": "veryHidden"}))
    assert [(x.code, x.place.cell) for x in sheet.findings] == [("UJ925", "Wawancara")]
    assert len(sheet.ratings) == 1


def test_headers_stand_in_the_first_row_and_once(tmp_path: Path) -> None:
    below = [["Nilai wawancara"], [], *MARKS]
    assert refused(tmp_path, workbook({**SOUND, "Penguji": [["Daftar penguji"], *PANEL]})) == [
        ("UJ926", "Penguji!A1")
    ]
    ratings = {**SOUND, "Ratings.wawancara": below}
    del ratings["Wawancara"]
    assert refused(tmp_path, workbook(ratings)) == [("UJ926", "Ratings.wawancara!A1")]
    twice = [*MARKS, MARKS[0]]
    assert refused(tmp_path, workbook({**SOUND, "Wawancara": twice})) == [("UJ926", "Wawancara!A3")]


def test_blank_rows_and_cells_around_a_table_are_nothing(tmp_path: Path) -> None:
    rows = [[], *MARKS, [], ["", "", Xml('<c {r} s="1"/>')], []]
    sheet = read(tmp_path, workbook({**SOUND, "Wawancara": rows}))
    assert [(x.place.cell, x.value) for x in sheet.ratings] == [("Wawancara!C3", Fraction(85))]


def test_a_cell_beside_the_table_is_told(tmp_path: Path) -> None:
    sheets = {**SOUND, "Wawancara": [MARKS[0], ["A01", "E1", 85, "periksa lagi"]]}
    with pytest.raises(Refused) as caught:
        read(tmp_path, workbook(sheets))
    assert [(x.code, x.place.cell) for x in caught.value.findings] == [("UJ618", "Wawancara!D1")]


def test_sheets_that_are_no_tables_are_told_and_left(tmp_path: Path) -> None:
    more: dict[str, list[Row]] = {
        "Petunjuk": [["Isilah"]],
        "Rekap": [["Jumlah"], [1]],
        "Pengujj": [["x"]],
    }
    sheet = read(tmp_path, workbook({**SOUND, **more}, states={"Rekap": "visible"}))
    assert [(x.code, x.place.cell, x.args["nearest"]) for x in sheet.findings] == [
        ("UJ928", "Pengujj", "Penguji"),
        ("UJ928", "Rekap", ""),
    ]
    hidden = workbook({**SOUND, "Daftar": [["x"]]}, states={"Daftar": "hidden"})
    assert read(tmp_path, hidden).findings == ()


def test_one_table_stands_in_one_sheet(tmp_path: Path) -> None:
    sheets = {**SOUND, "Examiners": [["Penguji"], ["E2"]]}
    assert refused(tmp_path, workbook(sheets)) == [("UJ929", "Examiners")]


def test_a_missing_sheet_is_called_by_its_title(tmp_path: Path) -> None:
    sheets = {title: rows for title, rows in SOUND.items() if title != "Peserta"}
    with pytest.raises(Refused) as caught:
        read(tmp_path, workbook(sheets))
    missing = next(x for x in caught.value.findings if x.code == "UJ613")
    assert text_of(missing, "id") == "lembar Peserta tidak ada"


def test_formulas_that_no_program_has_computed_hold_nothing(tmp_path: Path) -> None:
    """Libraries write formulas with a 0 beside them and ask Excel to compute them later."""
    zero = Xml("<c {r}><f>80+5</f><v>0</v></c>")
    content = with_marks(["A01", "E1", zero], calc='<calcPr calcId="1" fullCalcOnLoad="1"/>')
    assert refused(tmp_path, content) == [("UJ923", "Wawancara!C2")]


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    content = workbook(
        {
            "Acara": [["Acara", "uji-1"], ["Tanggal", "kemarin"]],
            "Peserta": [["Peserta", "Nama"], [number("1.9E17"), "Ani"]],
            "Penguji": [["Penguji", "Peran"], ["E1", "Kepala"]],
            "Wawancara": [MARKS[0], ["A01", "E1", number("0.8", PERCENT)], ["A01", "E9", True]],
        }
    )
    assert refused(tmp_path, content) == [
        ("UJ638", "Acara!B2"),
        ("UJ640", "Penguji!B2"),
        ("UJ920", "Peserta!A2"),
        ("UJ921", "Wawancara!C2"),
        ("UJ653", "Wawancara!B3"),
        ("UJ631", "Wawancara!C3"),
    ]


@pytest.mark.parametrize(
    "row, codes",
    [(["laporan", "", ""], []), (["laporan", "", "12/2025"], ["UJ655"])],
)
def test_a_document_with_an_empty_yes_or_no_is_not_there_yet(
    row: list[str], codes: list[str]
) -> None:
    rows = [["Dokumen", "Ada", "Nomor"], row, ["rekomendasi", "ya", ""], ["izin", "tidak", ""]]
    content = workbook({**SOUND, "Dokumen": rows})
    sheet, found = scoresheet_from_tables(*read_content(content, "isian.xlsx"))
    assert [(each.code, each.severity) for each in found] == [(code, "note") for code in codes]
    assert sheet is not None
    assert [(each.id, each.given) for each in sheet.evidence] == [
        ("rekomendasi", True), ("izin", False),
    ]  # fmt: skip


def test_a_list_of_documents_without_the_column_says_that_they_are_there() -> None:
    content = workbook({**SOUND, "Dokumen": [["Dokumen", "Nomor"], ["laporan", "12/2025"]]})
    sheet, found = scoresheet_from_tables(*read_content(content, "isian.xlsx"))
    assert (found, sheet is not None and sheet.evidence[0].given) == ((), True)


def test_the_page_of_workbooks_names_every_outcome() -> None:
    page = (Path(__file__).parents[2] / "docs" / "reference" / "workbooks.md").read_text("utf-8")
    assert [m.code for m in workbooks.MESSAGES if f"`{m.code}`" not in page] == []


def test_one_reason_stands_for_a_row_in_csv_too(tmp_path: Path) -> None:
    texts = {
        "event.toml": '[event]\nid = "e"\ndate = 2025-03-25\n',
        "candidates.csv": "peserta\nA01\nA02\n",
        "examiners.csv": "penguji\nE1\n",
        "ratings.w.csv": "peserta,penguji,x,y,tidak-menilai\nA01,E1,,,abstain\nA02,E1,80,,\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    said = [(row.value, row.no_mark) for row in ujikom.read_scoresheet(tmp_path).ratings]
    assert said == [
        (None, "abstained"), (None, "abstained"), (Fraction(80), None), (None, "not-entered"),
    ]  # fmt: skip
