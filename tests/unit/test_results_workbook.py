"""Results in Excel: every number exactly as published, and nothing that computes."""

import re
import zipfile
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import ujikom_rules as ujikom
from tests import little_events
from ujikom_rules.errors import Refused
from ujikom_rules.messages import Lang
from ujikom_rules.office.results import FIGURES, PASSED, to_workbook
from ujikom_rules.office.workbooks import number_of

EXAMPLES = Path(__file__).parents[2] / "examples"
STARTS = ["=", "+", "-", "@", "\t=", "\r=", "{=", "=HYPERLINK(", "=cmd|' /C calc'!A", "http://"]
RULES = """
schema = 1
[ruleset]
id = "contoh/satu"
version = "1.0"
title = "=1+1"
[[stages]]
id = "w"
title = "@SUM(A1)"
kind = "weighted-criteria"
scale = { lower = 0, upper = 1000000000000000000000 }
[decision]
classifier = { use = "bands", lower = { baik = 50, kurang = 0 } }
[ranking]
within = "event"
"""


def evaluated(values: dict[str, str], names: list[str] | None = None, rules: str = RULES) -> Any:
    called = names or [""] * len(values)
    sheet = {
        "event": {"id": "e", "date": "2025-03-25"},
        "candidates": [{"id": x, "name": n} for x, n in zip(values, called, strict=True)],
        "ratings": [{"candidacy": x, "stage": "w", "value": v} for x, v in values.items()],
    }
    plan = ujikom.plan(ujikom.parse_ruleset(rules), plugins={})
    return ujikom.evaluate(plan, ujikom.parse_scoresheet(sheet))


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(content))


def column(book: openpyxl.Workbook, title: str, sheet: str = "Hasil") -> list[Any]:
    page = book[sheet]
    at = next(cell.column for cell in page[1] if cell.value == title)
    return [page.cell(row, at) for row in range(2, page.max_row + 1)]


def shown(cell: Any) -> str:
    """A number as Excel shows it by its format, which here only says how many places."""
    if isinstance(cell.value, str):
        return cell.value
    places = len(cell.number_format.partition(".")[2])
    assert set(cell.number_format) <= {"0", "."}
    return f"{Decimal(format(cell.value, '.15g')):.{places}f}"


@pytest.mark.parametrize("name", ["malang-2024", "kendari-2025"])
def test_every_number_is_the_published_one(name: str) -> None:
    ruleset = name.replace("-", "/")
    evaluation = ujikom.score(ruleset, EXAMPLES / name)
    book = opened(to_workbook(evaluation, "id", figures=True))
    published = ujikom.document(evaluation, figures=True)["results"]
    assert isinstance(published, list)
    totals = [each["total"] for each in published]
    cells = column(book, "Nilai akhir")
    assert [None if x.value is None else shown(x) for x in cells] == totals
    assert all(not isinstance(x.value, str) for x in cells)
    figures = [value for each in published for value in each["figures"].values()]
    assert [shown(x) for x in column(book, "Angka", FIGURES.id)] == figures
    assert [x.value for x in column(book, "Peserta")] == [each["candidacy"] for each in published]


def test_a_number_is_text_only_where_no_cell_holds_it() -> None:
    values = {
        "A": "82.5",
        "B": "123456789012345",
        "C": "1234567890123456",
        "D": "0.123456789012345",
    }
    cells = column(opened(to_workbook(evaluated(values), "id")), "Nilai akhir")
    found = {shown(cell): type(cell.value) for cell in cells}
    assert found == {
        "1234567890123456": str, "123456789012345": int, "82.5": float, "0.123456789012345": float,
    }  # fmt: skip
    assert number_of("200/3") is None
    assert number_of("-0.00000000000000012") == Decimal("-0.00000000000000012")


def test_two_hundred_injections_make_no_formula_and_no_link() -> None:
    texts = [f"{start}{n}+A1)" for n in range(20) for start in STARTS]
    assert len(texts) == 200
    values = {f"A{n:03}": str(n % 100) for n in range(200)}
    evaluation = evaluated(values, texts)
    content = to_workbook(evaluation, "id", figures=True)
    with zipfile.ZipFile(BytesIO(content)) as container:
        parts = {name: container.read(name) for name in container.namelist()}
    assert not any(re.search(rb"<f[ >/]", part) for part in parts.values())
    assert not any(b"<hyperlink" in part for part in parts.values())
    cells = column(opened(content), "Nama")
    assert {cell.data_type for cell in cells} == {"s"}
    written = {cell.value.replace("_x000D_", "\r") for cell in cells}
    assert {" ".join(x.split()) for x in written} == {" ".join(x.split()) for x in texts}


@pytest.mark.parametrize("lang, sheets, head", [
    ("id", ["Hasil", "Keterangan", "Catatan pemeriksaan"], ["Peringkat", "Peserta"]),
    ("en", ["Results", "About", "Findings"], ["Rank", "Candidacy"]),
])  # fmt: skip
def test_both_languages(lang: Lang, sheets: list[str], head: list[str]) -> None:
    evaluation = ujikom.score("malang/2024", EXAMPLES / "malang-2024")
    book = opened(to_workbook(evaluation, lang))
    assert book.sheetnames == sheets
    assert [cell.value for cell in book[sheets[0]][1]][:2] == head
    about = {row[0].value: row[1].value for row in book[sheets[1]].iter_rows()}
    assert evaluation.digest in about.values()
    assert evaluation.provenance.scoresheet in about.values()


def test_nobody_is_a_table_without_rows() -> None:
    book = opened(to_workbook(evaluated({}), "id"))
    assert book["Hasil"].max_row == 1


def test_a_text_longer_than_a_cell_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        to_workbook(evaluated({"A": "1"}, ["x" * 40_000]), "en")
    assert [(x.code, x.place.cell) for x in refused.value.findings] == [("UJ933", "Results")]


def test_shortlists_gates_categories_and_shared_ranks_are_words() -> None:
    rules = RULES.replace(
        "[decision]",
        """
[[stages]]
id = "batas"
kind = "threshold-gate"
require = { stage = "w", at-least = 50 }
[[stages]]
id = "pendek"
kind = "shortlist"
keep = 2
[decision]""",
    )
    book = opened(to_workbook(evaluated({"A": "60", "B": "60", "C": "40"}, rules=rules), "id"))
    assert [x.value for x in column(book, "Batas")] == [
        "memenuhi syarat", "memenuhi syarat", "tidak memenuhi syarat",
    ]  # fmt: skip
    assert [x.value for x in column(book, f"Pendek: {PASSED.id}")] == ["ya", "ya", "tidak"]
    assert [x.value for x in column(book, "Kategori")] == ["baik", "baik", "kurang"]
    assert [x.value for x in column(book, "Peringkat bersama")][:2] == ["ya", "ya"]


def test_marks_that_are_owed_and_findings_are_told_in_words() -> None:
    """No address such as ``wawancara.komunikasi@E4``: a person reads this sheet."""
    plan, sheet = ujikom.plan("malang/2024"), ujikom.read_scoresheet(EXAMPLES / "malang-2024")
    book = opened(to_workbook(ujikom.evaluate(plan, sheet), "id"))
    owed = [cell.value for cell in column(book, "Belum diisi") if cell.value]
    assert owed == ["Wawancara › Komunikasi, penguji E4"]
    said = [str(cell.value) for page in book for row in page.iter_rows() for cell in row]
    assert [text for text in said if re.search(r"\w@\w|wawancara[.:]", text)] == []


def test_a_finding_of_the_results_names_its_row_as_in_print() -> None:
    rules = RULES.replace('"weighted-criteria"', '{ use = "imported", valid = { years = 1 } }')
    sheet = {
        "event": {"id": "e", "date": "2025-03-25"},
        "candidates": [{"id": "A1"}],
        "ratings": [{"candidacy": "A1", "stage": "w", "value": "80", "date": "2025-05-01"}],
    }
    plan = ujikom.plan(ujikom.parse_ruleset(rules), plugins={})
    evaluation = ujikom.evaluate(plan, ujikom.parse_scoresheet(sheet))
    book = opened(to_workbook(evaluation, "id"))
    (said,) = (cell.value for cell in column(book, "Isi", "Catatan pemeriksaan"))
    assert said.startswith("A1, @SUM(A1): nilai ini bertanggal 1 Mei 2025")


@pytest.mark.parametrize("stages, across", [(1, 1), (25, 2), (60, 4)])
def test_a_wide_table_is_printed_over_pages_side_by_side(stages: int, across: int) -> None:
    """Each page has the heads, and whom a row is about; on one page it would be a few points high."""
    rules = "".join(
        f'[[stages]]\nid = "s{n}"\ntitle = "Kompetensi {n:02}"\nkind = "weighted-criteria"\n'
        "scale = { lower = 0, upper = 100 }\n"
        for n in range(stages)
    )
    rules += '[decision]\nweighting = "equal"\n'
    marks = "".join(f"A{n} s{m} - 80\n" for n in range(3) for m in range(stages))
    page = opened(to_workbook(little_events.score(rules, marks), "id"))["Hasil"]
    fits = page.sheet_properties.pageSetUpPr
    assert fits is not None
    assert fits.fitToPage
    assert (page.page_setup.fitToWidth or 1, page.page_setup.fitToHeight) == (across, 0)
    assert page.page_setup.orientation == "landscape"
    assert page.print_title_rows == "$1:$1"
    assert page.print_title_cols == ("$A:$B" if across > 1 else None)
    assert page.row_dimensions[2].height is None  # one line is enough for a number
