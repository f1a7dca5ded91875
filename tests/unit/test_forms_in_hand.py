"""Forms as offices use them: long titles, more rows than were ruled, an examiner's own candidates."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

import ujikom_rules as ujikom
from tests.filled_forms import columns_in
from ujikom_rules.model.scoresheet import Scoresheet
from ujikom_rules.office.forms import write_form
from ujikom_rules.planned import Plan
from ujikom_rules.reading.scoresheets.reader import scoresheet_from_tables
from ujikom_rules.reading.workbooks import read_content

EXAMPLES = Path(__file__).parents[2] / "examples"
LONG = "Penilaian makalah dan wawancara mendalam"  # the same in its first 31 signs as the others
RULES = f"""
schema = 1

[ruleset]
id = "kota/panjang"
version = "1.0"
title = "Judul yang panjang"
effective = {{ from = 2025-01-01 }}
source = "assumption"

[[stages]]
id = "pertama"
title = "{LONG} hari pertama"
kind = "panel"
weight = 50
each = {{ scale = {{ lower = 0, upper = 100 }} }}
criteria = [{{ id = "x" }}]

[[stages]]
id = "kedua"
title = "{LONG} hari kedua"
kind = "panel"
weight = 50
each = {{ scale = {{ lower = 0, upper = 100 }} }}
criteria = [{{ id = "x" }}]
"""


def long_plan() -> Plan:
    return ujikom.plan(ujikom.parse_ruleset(RULES), plugins={})


def little_event(**more: Any) -> Scoresheet:
    return ujikom.parse_scoresheet(
        {
            "event": {"id": "e", "date": "2025-03-25"},
            "candidates": [{"id": "A1"}, {"id": "A2"}],
            "examiners": [{"id": "E1"}, {"id": "E2"}],
            "ratings": [],
            **more,
        }
    )


def loaded(content: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(content))


def saved(book: Any) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def read(content: bytes) -> Scoresheet:
    sheet, findings = scoresheet_from_tables(*read_content(content, "isian.xlsx"))
    assert sheet is not None, findings
    assert findings == ()
    return sheet


def ids_in(page: Any) -> list[object]:
    return [row[0] for row in page.iter_rows(min_row=2, values_only=True) if row[0] is not None]


def marks_of(sheet: Scoresheet) -> dict[tuple[str, str, str], object]:
    return {
        (x.candidacy, x.stage, x.examiner): x.value for x in sheet.ratings if x.value is not None
    }


def test_stages_whose_titles_begin_alike_have_sheets_of_their_own() -> None:
    book = loaded(write_form(long_plan(), little_event()))
    first, second = (
        book.sheetnames[-2:] if "Daftar" not in book.sheetnames else book.sheetnames[-3:-1]
    )
    assert first != second
    assert max(map(len, (first, second))) <= 31
    assert "hari pertama (pertama)" in book[first]["A1"].comment.text
    assert f"Tahapan: {LONG} hari kedua (kedua)" in book[second]["A1"].comment.text
    told = {row[0]: row[1] for row in book["Petunjuk"].iter_rows(values_only=True)}
    assert told[first].startswith(f"{LONG} hari pertama; satu baris")
    assert told[second].startswith(f"{LONG} hari kedua; satu baris")
    book[first]["C2"], book[second]["C2"] = 71, 82
    found = marks_of(read(saved(book)))
    assert found == {("A1", "pertama", "E1"): 71, ("A1", "kedua", "E1"): 82}


def test_a_cut_title_may_be_changed_since_the_names_tell_the_stage() -> None:
    book = loaded(write_form(long_plan(), little_event()))
    pages = [page for page in book if page.title.startswith("Penilaian makalah")]
    for number, page in enumerate(pages):
        page["C2"] = 71 + number
        for name, defined in book.defined_names.items():  # as Excel does when a sheet is renamed
            if page.title in defined.attr_text:
                book.defined_names[name].attr_text = defined.attr_text.replace(
                    f"'{page.title}'", f"Hari{2 - number}"
                )
        page.title = f"Hari{2 - number}"
    found = marks_of(read(saved(book)))
    assert found == {("A1", "pertama", "E1"): 71, ("A1", "kedua", "E1"): 72}


def test_a_title_that_fits_is_not_said_twice() -> None:
    plan, sheet = ujikom.plan("malang/2024"), ujikom.read_scoresheet(EXAMPLES / "malang-2024")
    page = loaded(write_form(plan, sheet))["Wawancara"]
    assert page["A1"].comment is None


def by_hand(page: Any, columns: dict[str, int], row: int, said: dict[str, Any]) -> None:
    """Type into a row; a cell that was never written has the look of its column, as in Excel."""
    for key, value in said.items():
        cell = page.cell(row, columns[key])
        looks = cell if cell.has_style else page.column_dimensions[cell.column_letter]
        assert not looks.protection.locked, cell.coordinate
        cell.value = value


def test_a_blank_form_takes_more_people_and_marks_than_rows_were_ruled() -> None:
    """Rows beneath the ruled ones are not locked, and are read like these."""
    people, panel = 130, ("E1", "E2", "E3")
    book = loaded(write_form(long_plan()))
    sheets = columns_in(book)
    book["Kegiatan"]["B1"], book["Kegiatan"]["B2"] = "e", "2025-03-25"
    for number in range(people):
        by_hand(book["Peserta"], sheets["Peserta"], number + 2, {"id": f"A{number}"})
    for number, own in enumerate(panel):
        by_hand(book["Penguji"], sheets["Penguji"], number + 2, {"id": own})
    title = next(title for title in sheets if title.startswith("Penilaian") and "(2)" not in title)
    columns = {key.partition(" ")[2]: number for key, number in sheets[title].items()}
    row = 1
    for number in range(people):
        for own in panel:
            row += 1
            said = {"candidacy": f"A{number}", "examiner": own, "criterion/x": number}
            by_hand(book[title], columns, row, said)
    assert row == 391  # 300 were ruled
    found = marks_of(read(saved(book)))
    assert len(found) == people * len(panel)
    assert found["A129", "pertama", "E3"] == 129


def test_rows_beneath_the_ruled_ones_are_checked_alike() -> None:
    book = loaded(write_form(long_plan()))
    page = next(page for page in book if page.title.startswith("Penilaian"))
    for rule in page.data_validations.dataValidation:
        (area,) = rule.sqref.ranges
        assert (area.min_row, area.max_row) == (2, 1001)
    offered = {rule.formula1 for rule in page.data_validations.dataValidation}
    assert {"'Peserta'!$A$2:$A$1001", "'Penguji'!$A$2:$A$1001"} <= offered
    assert page["A400"].border.left.style is None  # what is not filled in is not seen
    assert "teruskan tepat di bawahnya" in "\n".join(
        str(cell.value) for row in book["Petunjuk"].iter_rows() for cell in row
    )


@pytest.mark.parametrize("name", ["malang/2024", "kendari/2025"])
def test_with_an_event_a_form_has_the_rows_of_people_and_examiners_and_no_other(name: str) -> None:
    plan = ujikom.plan(name)
    sheet = ujikom.read_scoresheet(EXAMPLES / name.replace("/", "-"))
    book = loaded(write_form(plan, sheet))
    page = book[book.sheetnames[-2]]
    pairs = {(row[0], row[1]) for row in page.iter_rows(min_row=2, values_only=True)}
    recused = {(row.candidacy, row.examiner) for row in sheet.recusals}
    everybody = {(who.id, own.id) for who in sheet.candidacies for own in sheet.examiners}
    assert pairs == everybody - recused
    assert page.max_row == 1 + len(everybody) - len(recused)
    assert page.cell(page.max_row + 1, 1).protection.locked


@pytest.mark.parametrize("name", ["malang/2024", "kendari/2025"])
def test_an_examiners_own_form_names_nobody_else(name: str) -> None:
    plan = ujikom.plan(name)
    sheet = ujikom.read_scoresheet(EXAMPLES / name.replace("/", "-"))
    (recusal,) = sheet.recusals
    for own in sheet.examiners:
        content = write_form(plan, sheet, examiner=own.id)
        book = loaded(content)
        marked = dict.fromkeys(ids_in(book[book.sheetnames[-2]]))
        assert ids_in(book["Peserta"]) == list(marked)
        assert ids_in(book["Benturan"]) == []
        assert (recusal.candidacy in marked) is (own.id != recusal.examiner)
        told = {row[0]: row[1] for row in book["Petunjuk"].iter_rows(values_only=True)}
        assert (told.get(recusal.candidacy) == recusal.reason) is (own.id == recusal.examiner)
        assert {row.candidacy for row in read(content).ratings} == set(marked)


def nobody(sheet: dict[str, Any]) -> None:
    sheet["recusals"] = [{"examiner": "E2", "candidacy": who} for who in ("A1", "A2")]


def elsewhere(sheet: dict[str, Any]) -> None:
    sheet["candidacies"] = [{"id": w, "candidate": w, "room": "R1"} for w in ("A1", "A2")]
    sheet["examiners"] = [{"id": "E1", "room": "R1"}, {"id": "E2", "room": "R2"}]


@pytest.mark.parametrize("change", [nobody, elsewhere])
def test_the_form_of_an_examiner_who_meets_nobody_is_read(
    change: Callable[[dict[str, Any]], None],
) -> None:
    more: dict[str, Any] = {}
    change(more)
    content = write_form(long_plan(), little_event(**more), examiner="E2")
    assert ids_in(loaded(content)["Peserta"]) == []
    back = read(content)
    assert (back.candidates, back.ratings) == ((), ())


def test_an_examiners_form_has_no_sheet_of_a_stage_that_others_mark() -> None:
    panel = [{"id": "E1", "stages": ["pertama"]}, {"id": "E2"}]
    event = little_event(examiners=panel)
    sheets = {
        who: openpyxl.load_workbook(BytesIO(write_form(long_plan(), event, examiner=who)))
        for who in ("E1", "E2")
    }
    marking = {
        who: [page.title for page in book if page.title.startswith(LONG[:20])]
        for who, book in sheets.items()
    }
    assert (len(marking["E1"]), len(marking["E2"])) == (1, 2)
    guide = [row[1] for row in sheets["E1"]["Petunjuk"].iter_rows(values_only=True)]
    listed = " ".join(str(said) for said in guide)
    assert "hari pertama" in listed
    assert "hari kedua" not in listed


def test_no_name_of_a_cell_stands_twice_for_the_whole_workbook() -> None:
    """Two sheets of one stage, since the secretariat marks a part; Excel would call it damaged."""
    mixed = RULES.replace(
        '[{ id = "x" }]',
        '[{ id = "x", weight = 50 }, { id = "y", weight = 50, reads = "secretariat" }]',
    )
    plan = ujikom.plan(ujikom.parse_ruleset(mixed), plugins={})
    content = write_form(plan, little_event())
    xml = ZipFile(BytesIO(content)).read("xl/workbook.xml").decode()
    names = re.findall(r'<definedName name="(ujikom[^"]*)"( localSheetId="[0-9]+")?', xml)
    assert len(set(names)) == len(names)
    assert len({name for name, _ in names}) < len(names)
    sheet, found = scoresheet_from_tables(*read_content(content, "isian.xlsx"))
    assert (sheet is not None, found) == (True, ())
