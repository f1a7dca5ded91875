"""Words of closed lists as cells hold them: with other capitals, beside numbers, off a drop-down."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import ujikom_rules as ujikom
from tests.filled_forms import columns_in
from ujikom_rules.errors import Finding
from ujikom_rules.messages import LANGS, hint_of
from ujikom_rules.model.scoresheet import Scoresheet
from ujikom_rules.office.forms import to_workbook, write_form
from ujikom_rules.reading.scoresheets.reader import scoresheet_from_tables
from ujikom_rules.reading.workbooks import read_content

RULES = """
schema = 1

[ruleset]
id = "kota/kata"
version = "1.0"
title = "Kata di sel"
source = "assumption"

[facts]
pendidikan = { type = "level", levels = ["S1", "S2"], title = "Pendidikan" }
jenis = { type = "text", one-of = ["opd", "OPD"] }

[[stages]]
id = "w"
title = "Wawancara"
kind = "panel"
criteria = [
  { id = "visi", title = "Visi", weight = 50, scale = { levels = [
    { value = 40 }, { value = 60, id = "baik" }, { value = 80, id = "Unggul" },
    { value = 90, id = "unggul" }, { value = 100 }] } },
  { id = "misi", title = "Misi", weight = 50, scale = { lower = 0, upper = 100 } },
]
"""
PLAN = ujikom.plan(
    ujikom.parse_ruleset(RULES.replace("[\n    {", "[{").replace("},\n    {", "}, {"))
)
EVENT: dict[str, Any] = {
    "event": {"id": "e", "date": "2025-03-25"},
    "candidates": [{"id": f"A{n}"} for n in range(1, 5)],
    "examiners": [{"id": "E1"}],
    "ratings": [],
}


def marked(*words: str, **facts: str) -> Scoresheet:
    """An event in JSON in which everybody has a mark for `visi`, and the same one for `misi`."""
    rows = [
        {"candidacy": f"A{n}", "stage": "w", "criterion": key, "examiner": "E1", "value": value}
        for n, word in enumerate(words, 1)
        for key, value in (("visi", word), ("misi", "50"))
    ]
    people = [{"id": f"A{n}", "facts": facts} for n in range(1, len(words) + 1)]
    return ujikom.parse_scoresheet({**EVENT, "candidates": people, "ratings": rows})


def in_csv(folder: Path, *words: str, **facts: str) -> Scoresheet:
    """The same in a folder of CSV."""
    rows = [f"A{n};E1;{word};50\n" for n, word in enumerate(words, 1)]
    people = [";".join((f"A{n}", *facts.values())) + "\n" for n in range(1, len(words) + 1)]
    heads = ";".join(("Peserta", *facts))
    for name, text in {
        "event.toml": '[event]\nid = "e"\ndate = 2025-03-25\n',
        "candidates.csv": f"{heads}\n{''.join(people)}",
        "examiners.csv": "Penguji\nE1\n",
        "ratings.w.csv": f"Peserta;Penguji;visi;misi\n{''.join(rows)}",
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    return ujikom.read_scoresheet(folder)


def in_excel(folder: Path, *words: str, **facts: str) -> Scoresheet:
    """The same in a workbook, which no form has made."""
    path = folder / "nilai.xlsx"
    path.write_bytes(to_workbook(marked(*words, **facts)))
    return ujikom.read_scoresheet(path)


def codes(found: tuple[Finding, ...]) -> set[str]:
    return {each.code for each in found}


CELLS = pytest.mark.parametrize("cells", [in_csv, in_excel])
Cells = Callable[..., Scoresheet]


@CELLS
def test_levels_are_known_with_other_capitals_in_cells(tmp_path: Path, cells: Cells) -> None:
    evaluation = ujikom.evaluate(PLAN, cells(tmp_path, "Baik", pendidikan="s2"))
    plain = ujikom.evaluate(PLAN, marked("baik", pendidikan="S2"))
    assert evaluation["A1"].total is not None
    assert plain["A1"].total is not None
    assert evaluation["A1"].total.value == plain["A1"].total.value == 55


@pytest.mark.parametrize("word", ["UNGGUL", "baiik"])
@CELLS
def test_a_word_that_two_levels_or_none_could_be_is_refused(
    tmp_path: Path, cells: Cells, word: str
) -> None:
    with pytest.raises(ujikom.Refused) as refused:
        ujikom.evaluate(PLAN, cells(tmp_path, word))
    assert "UJ664" in codes(refused.value.findings)


@CELLS
def test_of_levels_that_differ_in_capitals_alone_each_is_itself(
    tmp_path: Path, cells: Cells
) -> None:
    evaluation = ujikom.evaluate(PLAN, cells(tmp_path, "Unggul", "unggul", jenis="OPD"))
    totals = [evaluation[who].total for who in ("A1", "A2")]
    assert [total and total.value for total in totals] == [65, 70]


def test_json_is_exact_and_the_guess_is_named() -> None:
    with pytest.raises(ujikom.Refused) as refused:
        ujikom.evaluate(PLAN, marked("Baik", pendidikan="s2"))
    told = {each.code: each.args["nearest"] for each in refused.value.findings}
    assert told["UJ664"] == "baik"
    assert told["UJ671"] == "S2"


def test_a_level_beside_numbers_is_no_slip() -> None:
    """A scale may have both; the sheet alone cannot know that, the rules do."""
    sheet = marked("40", "100", "baik")
    assert codes(sheet.findings) == {"UJ680"}
    assert "UJ680" not in codes(ujikom.evaluate(PLAN, sheet).findings)


def test_a_word_that_is_no_level_stays_doubted() -> None:
    rows = [
        {"candidacy": who, "stage": "w", "criterion": key, "examiner": "E1", "value": value}
        for who, key, value in (
            ("A1", "visi", "40"), ("A2", "visi", "100"), ("A3", "visi", "sakit"),
            ("A4", "visii", "sakit"),
        )
    ]  # fmt: skip
    with pytest.raises(ujikom.Refused) as refused:
        ujikom.evaluate(PLAN, ujikom.parse_scoresheet({**EVENT, "ratings": rows}))
    assert [x.path for x in refused.value.findings
            if x.code == "UJ680"] == ["/ratings/2/value", "/ratings/3/value"]  # fmt: skip


def form_with(*words: str, education: str = "") -> tuple[Scoresheet | None, tuple[Finding, ...]]:
    """The form of the event, read back with these words under `visi`."""
    book = openpyxl.load_workbook(BytesIO(write_form(PLAN, ujikom.parse_scoresheet(EVENT))))
    column = columns_in(book)["Wawancara"]["w criterion/visi"]
    for line, word in enumerate(words, 2):
        book["Wawancara"].cell(line, column).value = float(word) if word.isdigit() else word
    if education:
        book["Peserta"].cell(2, columns_in(book)["Peserta"]["facts/pendidikan"]).value = education
    out = BytesIO()
    book.save(out)
    return scoresheet_from_tables(*read_content(out.getvalue(), "isian.xlsx"))


def test_a_form_knows_the_words_that_it_offers() -> None:
    """So that what is collected from forms is written as the rules spell it."""
    sheet, found = form_with("40", "100", "Baik", "Benturan", education="s1")
    assert sheet is not None
    assert found == ()
    said = [row.value or row.no_mark for row in sheet.ratings if row.criterion == "visi"]
    assert said == [40, 100, "baik", "recused"]
    assert sheet.candidates[0].facts["pendidikan"].value == "S1"


def test_what_a_form_does_not_offer_is_doubted() -> None:
    sheet, found = form_with("40", "100", "UNGGUL")
    assert sheet is not None
    assert [each.code for each in found] == ["UJ680"]
    assert sheet.ratings[4].value == "UNGGUL"


@pytest.mark.parametrize("word, code", [("baik", "UJ937"), (None, "UJ928")])
def test_a_copy_with_levels_for_marks_is_told(word: str | None, code: str) -> None:
    book = openpyxl.load_workbook(BytesIO(write_form(PLAN, ujikom.parse_scoresheet(EVENT))))
    copy = book.copy_worksheet(book["Wawancara"])
    copy.cell(2, columns_in(book)["Wawancara"]["w criterion/visi"]).value = word
    out = BytesIO()
    book.save(out)
    _, found = scoresheet_from_tables(*read_content(out.getvalue(), "isian.xlsx"))
    assert [(each.code, each.place.cell) for each in found] == [(code, "Wawancara Copy")]


def test_no_advice_says_that_an_empty_cell_means_yes() -> None:
    """In a form a document beside which nothing stands is not there yet."""
    (found,) = (
        each
        for each in scoresheet_from_tables(*read_content(with_document("mungkin"), "isian.xlsx"))[1]
        if each.severity == "error"
    )
    assert found.code == "UJ639"
    assert [hint_of(found, lang) for lang in LANGS] == [
        "tulis ya bila dokumennya sudah ada, tidak bila tidak ada",
        "write yes where the document is there, no where it is not",
    ]
    sheet, said = scoresheet_from_tables(*read_content(with_document(None), "isian.xlsx"))
    assert sheet is not None
    assert (sheet.evidence, [each.code for each in said]) == ((), ["UJ655"])


def with_document(given: str | None) -> bytes:
    book = openpyxl.load_workbook(BytesIO(write_form(PLAN, ujikom.parse_scoresheet(EVENT))))
    columns = columns_in(book)["Dokumen"]
    for key, value in (("id", "surat"), ("given", given), ("reference", "12/2025")):
        book["Dokumen"].cell(2, columns[key]).value = value
    out = BytesIO()
    book.save(out)
    return out.getvalue()
