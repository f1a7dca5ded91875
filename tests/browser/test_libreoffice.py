"""LibreOffice opens the workbooks and loses nothing that guards what is typed into them."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

import ujikom_rules as ujikom
from ujikom_rules.office.forms import write_form
from ujikom_rules.office.results import to_workbook
from ujikom_rules.reading.scoresheets.reader import scoresheet_from_tables
from ujikom_rules.reading.workbooks import read_content

ROOT = Path(__file__).parents[2]
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
CITIES = {"malang-2024": "malang/2024", "kendari-2025": "kendari/2025"}
LEVELS = """
schema = 1
[ruleset]
id = "contoh/tingkat"
version = "1.0"
title = "Tingkat"
[[stages]]
id = "wawancara"
kind = "panel"
scale = { levels = [
  { value = 1, id = "kurang", text = "Belum menunjukkan perilaku yang diminta" },
  { value = 2.5, id = "cukup", text = "Menunjukkannya bila diingatkan" },
  { value = 4, id = "baik", text = "Menunjukkannya sendiri" },
] }
criteria = [{ id = "integritas" }]
[decision]
[ranking]
within = "event"
"""
NIP = "198703122010011007"

pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")


def saved_again(folder: Path, **contents: bytes) -> dict[str, bytes]:
    """The workbooks as LibreOffice saves them."""
    for name, content in contents.items():
        (folder / f"{name}.xlsx").write_bytes(content)
    convert(folder, "xlsx", *contents)
    return {name: (folder / "lain" / f"{name}.xlsx").read_bytes() for name in contents}


def convert(folder: Path, to: str, *names: str) -> None:
    assert OFFICE is not None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(folder / f"{name}.xlsx") for name in names]
    command = [OFFICE, profile, "--headless", "--convert-to", to]
    subprocess.run(  # the office program of this machine, on files of this test
        [*command, "--outdir", str(folder / "lain"), *files],
        capture_output=True, check=True, timeout=180,
    )  # fmt: skip


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(content))


def cells(page: Worksheet) -> dict[str, tuple[Any, ...]]:
    """What each cell holds, how it shows it, whether it may be changed, and its note."""
    return {
        cell.coordinate: (
            cell.value,
            cell.number_format if cell.value is not None else "",
            cell.protection.locked,
            cell.comment and cell.comment.text,
        )
        for row in page.iter_rows()
        for cell in row
        if cell.value is not None or not cell.protection.locked
    }


def checks(page: Worksheet) -> list[tuple[Any, ...]]:
    """What is checked where, and what is said about it."""
    return sorted(
        (
            str(each.sqref), each.type, str(each.formula1).replace("'", ""),
            str(each.formula2 or 0), bool(each.showErrorMessage), each.error or "",
            each.prompt or "", bool(each.allowBlank),
        )
        for each in page.data_validations.dataValidation
    )  # fmt: skip


def names(book: openpyxl.Workbook) -> dict[str, str]:
    return {
        name: str(defined.attr_text).replace("'", "")
        for name, defined in book.defined_names.items()
    }


def the_same_to_an_officer(ours: bytes, theirs: bytes) -> None:
    one, other = opened(ours), opened(theirs)
    assert one.sheetnames == other.sheetnames
    assert names(one) == names(other)
    for page in one:
        twin = other[page.title]
        assert cells(page) == cells(twin), page.title
        assert checks(page) == checks(twin), page.title
        assert page.protection.sheet == twin.protection.sheet
        assert page.sheet_state == twin.sheet_state


@pytest.mark.parametrize("city", CITIES)
def test_form_and_results_keep_everything(city: str, tmp_path: Path) -> None:
    plan = ujikom.plan(CITIES[city])
    sheet = ujikom.read_scoresheet(ROOT / "examples" / city)
    evaluation = ujikom.evaluate(plan, sheet)
    ours = {
        "isian": write_form(plan, sheet),
        "uji": write_form(plan, sheet, examiner="E1"),
        "kosong": write_form(plan),
        "hasil": to_workbook(evaluation, "id", figures=True),
    }
    theirs = saved_again(tmp_path, **ours)
    for name, content in ours.items():
        the_same_to_an_officer(content, theirs[name])
    assert sum(len(checks(page)) for page in opened(theirs["isian"])) > 10
    assert any(page.protection.sheet for page in opened(theirs["uji"]))
    assert len(names(opened(theirs["isian"]))) > 30

    back, findings = scoresheet_from_tables(*read_content(theirs["isian"], "isian.xlsx"))
    assert back is not None, findings
    assert (
        ujikom.document(ujikom.evaluate(plan, back))["results"]
        == (ujikom.document(evaluation)["results"])
    )


def test_a_nip_stays_a_text_and_levels_keep_their_notes(tmp_path: Path) -> None:
    plan = ujikom.plan(ujikom.parse_ruleset(LEVELS), plugins={})
    plain: dict[str, Any] = {
        "event": {"id": "uji", "date": "2025-03-25"},
        "candidates": [{"id": NIP, "name": "007", "person": "=1+1"}],
        "examiners": [{"id": "E1"}],
        "ratings": [],
    }
    ours = write_form(plan, ujikom.parse_scoresheet(plain))
    book = opened(saved_again(tmp_path, isian=ours)["isian"])
    the_same_to_an_officer(ours, (tmp_path / "lain" / "isian.xlsx").read_bytes())
    for page, typed in ((book["Peserta"], [NIP, "007", "=1+1"]), (book["wawancara"], [NIP, "007"])):
        row = list(page[2])[: len(typed)]
        assert [cell.value for cell in row] == typed
        assert {cell.data_type for cell in row} == {"s"}
        assert row[0].number_format == "@"
    note = next(cell for cell in book["wawancara"][1] if cell.value == "integritas").comment
    assert note is not None
    assert "cukup (2,5): Menunjukkannya bila diingatkan" in note.text
    listed = {each.type for each in book["wawancara"].data_validations.dataValidation}
    assert listed == {"list"}


def test_what_is_read_of_a_form_that_libreoffice_saved_is_what_was_typed(tmp_path: Path) -> None:
    plan = ujikom.plan("kendari/2025")
    sheet = ujikom.read_scoresheet(ROOT / "examples" / "kendari-2025")
    ours = write_form(plan, sheet)
    theirs = saved_again(tmp_path, isian=ours)["isian"]
    read = [scoresheet_from_tables(*read_content(each, "isian.xlsx")) for each in (ours, theirs)]
    assert read[0][0] is not None
    assert read[1][0] is not None
    assert read[0][0].digest == read[1][0].digest
    assert [found.code for found in read[1][1]] == [found.code for found in read[0][1]]


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
def test_on_paper_every_column_of_a_form_stands_on_its_sheets_page(tmp_path: Path) -> None:
    plan = ujikom.plan("malang/2024")
    sheet = ujikom.read_scoresheet(ROOT / "examples" / "malang-2024")
    book = opened(write_form(plan, sheet))
    (tmp_path / "isian.xlsx").write_bytes(write_form(plan, sheet))
    convert(tmp_path, "pdf", "isian")
    pdf = tmp_path / "lain" / "isian.pdf"
    said = subprocess.run(  # a reader of PDF, on a file of this test
        ["pdftotext", "-layout", str(pdf), "-"],
        capture_output=True, check=True, timeout=60,
    ).stdout.decode("utf-8")  # fmt: skip
    pages = said.split("\f")
    marking = [page for page in pages if page.strip().endswith(tuple("0123456789"))]
    wawancara = [" ".join(page.split()) for page in marking if "Wawancara" in page and "E5" in page]
    assert len(wawancara) > 1
    heads = [str(cell.value) for cell in book["Wawancara"][1]]
    for page in wawancara:  # the headers are repeated, and every column is there
        for head in heads:
            assert all(word in page for word in head.split())
