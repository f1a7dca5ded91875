"""No workbook harms the process that reads it: refused soon, in little memory, or read right."""

import subprocess
import sys
import tracemalloc
from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest

import ujikom_rules as ujikom
from tests.bad_workbooks import read
from tests.hostile_workbooks import HARMLESS, HOSTILE
from tests.raw_workbooks import MARKS, SOUND, Xml, with_marks, workbook
from ujikom_rules.errors import Refused
from ujikom_rules.messages import LANGS, text_of
from ujikom_rules.reading.scoresheets.reader import scoresheet_from_tables
from ujikom_rules.reading.workbooks import read_content


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_workbook_is_refused_by_one_sentence_in_little_memory(
    tmp_path: Path, name: str
) -> None:
    code, made = HOSTILE[name]
    path = tmp_path / "isian.xlsx"
    path.write_bytes(made())
    tracemalloc.start()
    with pytest.raises(Refused) as refused:
        ujikom.read_scoresheet(path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [found.code for found in refused.value.findings] == [code]
    assert refused.value.findings[0].place.file == str(path)
    assert all(text_of(refused.value.findings[0], lang) for lang in LANGS)
    assert most < 100_000_000


def test_a_sheet_is_left_after_two_hundred_errors_and_says_how_many_rows_remain() -> None:
    said = read(with_marks(*(["A01", f"X{n}", 85] for n in range(300))))
    assert [found.code for found in said] == ["UJ653"] * 200 + ["UJ912"]
    assert said[-1].place.cell == "Wawancara!C202"  # headers and 200 rows were read
    assert text_of(said[-1], "en") == (
        "the sheet Wawancara is left after 200 errors: the 100 rows that remain are not read yet"
    )


def test_cells_that_no_table_takes_stop_their_sheet_too() -> None:
    errors = (["A01", "E1", Xml('<c {r} t="e"><v>#N/A</v></c>')] for _ in range(300))
    said = read(with_marks(*errors))
    assert Counter(found.code for found in said) == {"UJ922": 200, "UJ912": 1}
    left = next(found for found in said if found.code == "UJ912")
    assert "the 100 rows" in text_of(left, "en")


def test_ids_of_a_table_that_was_left_may_be_any() -> None:
    people = [["Peserta", "Nama"], *([f"A {n}", "x"] for n in range(300)), ["A01", "Ani"]]
    said = read(workbook({**SOUND, "Peserta": people}))
    assert Counter(found.code for found in said) == {"UJ641": 200, "UJ912": 1}


def test_a_national_sheet_of_ten_thousand_people_is_read() -> None:
    people = [["Peserta"], *([f"A{n}"] for n in range(10_000))]
    marks = [MARKS[0], *([f"A{n}", "E1", 85] for n in range(10_000))]
    sheet, said = scoresheet_from_tables(
        *read_content(workbook({**SOUND, "Peserta": people, "Wawancara": marks}), "isian.xlsx")
    )
    assert sheet is not None, said[:3]
    assert len(sheet.ratings) == 10_000


@pytest.mark.parametrize("name", HARMLESS)
def test_a_strange_workbook_is_read_right(tmp_path: Path, name: str) -> None:
    path = tmp_path / "isian.xlsx"
    path.write_bytes(HARMLESS[name]())
    sheet = ujikom.read_scoresheet(path)
    assert [(r.candidacy, r.examiner, r.stage, r.value) for r in sheet.ratings] == [
        ("A01", "E1", "wawancara", Fraction(85))
    ]
    assert sheet.ratings[0].place.cell == "Wawancara!C2"


def test_a_workbook_of_more_bytes_than_allowed_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "isian.xlsx"
    path.write_bytes(HARMLESS["sound"]())
    with pytest.raises(Refused) as refused:
        ujikom.read_scoresheet(path, limits=100)
    assert [found.code for found in refused.value.findings] == ["UJ604"]


def test_without_the_extra_one_line_says_what_to_install(tmp_path: Path) -> None:
    path = tmp_path / "isian.xlsx"
    path.write_bytes(HARMLESS["sound"]())
    program = (
        "import sys; sys.modules['openpyxl'] = None\n"
        "from ujikom_rules.cli import main\n"
        f"main(['check', {str(path)!r}, '--lang', 'en'])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 1
    assert "UJ900" in ran.stderr
    assert 'pip install "ujikom-rules[xlsx]"' in ran.stderr
    assert "Traceback" not in ran.stderr
