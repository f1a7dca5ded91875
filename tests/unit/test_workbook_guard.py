"""No workbook harms the process that reads it: refused soon, in little memory, or read right."""

import subprocess
import sys
import tracemalloc
from fractions import Fraction
from pathlib import Path

import pytest

import ujikom_rules as ujikom
from tests.hostile_workbooks import HARMLESS, HOSTILE
from ujikom_rules.errors import Refused
from ujikom_rules.messages import LANGS, text_of


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
