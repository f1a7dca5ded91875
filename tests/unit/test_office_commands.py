"""form, collect, score to Excel and --annotate, as an office runs them."""

import json
import sys
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from tests.raw_workbooks import MARKS, SOUND, Xml, sheet_xml, with_marks, workbook
from ujikom_rules.cli import main
from ujikom_rules.errors import Place, Refused
from ujikom_rules.messages import finding
from ujikom_rules.office.annotating import annotate

EXAMPLES = Path(__file__).parents[2] / "examples"
RULES = """
schema = 1
[ruleset]
id = "contoh/satu"
version = "1.0"
title = "Satu"
[facts]
pendidikan = { type = "level", levels = ["S1", "S2"] }
[[stages]]
id = "wawancara"
kind = "panel"
scale = { lower = 0, upper = 100 }
criteria = [{ id = "integritas" }]
[decision]
[ranking]
within = "event"
"""


def run(*words: object, lang: str = "id") -> int:
    with pytest.raises(SystemExit) as left:
        main([*map(str, words), "--lang", lang])
    return int(left.value.code or 0)


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    path = tmp_path / "satu.toml"
    path.write_text(RULES, encoding="utf-8")
    return path


def test_form_collect_score(
    tmp_path: Path, rules: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    event = tmp_path / "acara.xlsx"
    event.write_bytes(workbook())
    assert run("form", rules, "--event", event, "-o", tmp_path / "isian.xlsx") == 0
    each = ("form", rules, "--event", event, "--per-examiner", "-o", tmp_path / "uji.xlsx")
    assert run(*each) == 0
    own = tmp_path / "uji-E1.xlsx"
    assert capsys.readouterr().out.splitlines()[-1] == str(own)
    kept = [tmp_path / name for name in ("lembar.json", "lembar.xlsx", "lembar")]
    for path in kept:
        assert run("collect", tmp_path / "isian.xlsx", own, "-o", path) == 0
        assert capsys.readouterr().out == f"{path}\n"
        assert run("score", rules, path, "--format", "json") == 0
        results = json.loads(capsys.readouterr().out)["results"]
        assert [(each["candidacy"], each["total"]) for each in results] == [("A01", "85")]
    assert run("score", rules, kept[1], "-o", tmp_path / "hasil.xlsx", "--figures") == 0
    assert openpyxl.load_workbook(tmp_path / "hasil.xlsx")["Hasil"]["D2"].value == 85


def test_forms_that_contradict_each_other_write_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.xlsx").write_bytes(workbook())
    (tmp_path / "b.xlsx").write_bytes(with_marks(["A01", "E1", 90]))
    (tmp_path / "c.xlsx").write_bytes(b"")
    out = tmp_path / "lembar.json"
    assert (
        run("collect", tmp_path / "a.xlsx", tmp_path / "b.xlsx", tmp_path / "c.xlsx", "-o", out)
        == 1
    )
    said = capsys.readouterr().err
    assert "b.xlsx › Wawancara › C2: kesalahan UJ930" in said
    assert "a.xlsx › Wawancara › C2" in said
    assert "UJ904" in said
    assert not out.exists()
    assert run("collect", tmp_path / "c.xlsx", "-o", out) == 1


@pytest.mark.parametrize("name", ["nilai.xlsx", "nilai.json"])
@pytest.mark.parametrize(
    "lang, sentence",
    [
        (
            "id",
            "{file} sudah ada; tidak ada yang ditimpa. Pilih nama lain, atau --force bila isinya",
        ),
        ("en", "{file} is there already; nothing is replaced. Choose another name, or --force"),
    ],
)
def test_a_scoresheet_that_is_there_is_not_replaced(
    name: str, lang: str, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As `form` does it, with the same sentence."""
    (tmp_path / "a.xlsx").write_bytes(workbook())
    (tmp_path / "b.xlsx").write_bytes(with_marks(["A01", "E1", 90]))
    out = tmp_path / name
    assert run("collect", tmp_path / "a.xlsx", "-o", out) == 0
    before = out.read_bytes()
    assert run("collect", tmp_path / "a.xlsx", "-o", out) == 0  # the same again harms nobody
    capsys.readouterr()
    with pytest.raises(SystemExit) as left:
        main(["collect", str(tmp_path / "b.xlsx"), "-o", str(out), "--lang", lang])
    assert left.value.code == 1
    assert sentence.format(file=out) in capsys.readouterr().err
    assert out.read_bytes() == before
    assert run("collect", tmp_path / "b.xlsx", "-o", out, "--force") == 0
    assert out.read_bytes() != before


def test_a_folder_that_holds_something_is_left_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.xlsx").write_bytes(workbook())
    (tmp_path / "lembar").mkdir()
    (tmp_path / "lembar" / "event.toml").write_text("lama")
    assert run("collect", tmp_path / "a.xlsx", "-o", tmp_path / "lembar") == 1
    assert "sudah berisi" in capsys.readouterr().err
    assert (tmp_path / "lembar" / "event.toml").read_text() == "lama"
    assert run("collect", tmp_path / "a.xlsx", "-o", tmp_path / "a.xlsx" / "lembar") == 1
    assert "tidak dapat dibuat" in capsys.readouterr().err


def test_a_form_without_what_it_needs_is_wrong_usage(
    tmp_path: Path, rules: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("form", rules, "-o", tmp_path / "isian.csv") == 2
    assert "harus berakhir dengan .xlsx" in capsys.readouterr().err
    assert run("form", rules, "--per-examiner", "-o", tmp_path / "isian.xlsx") == 2
    assert "--per-examiner" in capsys.readouterr().err
    assert run("form", rules, "-o", tmp_path / "isian.xlsx") == 0
    assert run("score", rules, tmp_path / "isian.xlsx", "--format", "xlsx") == 2


def test_a_copy_shows_every_bad_cell(
    tmp_path: Path, rules: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    merged = '<mergeCells count="1"><mergeCell ref="A3:A4"/></mergeCells>'
    rows = [*MARKS, ["A01", "E9", True], ["", "E1", Xml('<c {r} t="e"><v>#N/A</v></c>')]]
    path, copy = tmp_path / "nilai.xlsx", tmp_path / "periksa.xlsx"
    path.write_bytes(
        workbook({**SOUND, "Wawancara": sheet_xml(rows, tail=merged), "Rekap": [["x"]]})
    )
    before = path.read_bytes()
    assert run("check", path, "--annotate", copy) == 1
    book = openpyxl.load_workbook(BytesIO(copy.read_bytes()))
    page = book["Wawancara"]
    assert page["C2"].comment is None
    assert page["C3"].comment is not None
    assert page["C3"].comment.text.startswith("kesalahan UJ631: ")
    assert page["C3"].fill.fgColor.rgb == "FFF8CBAD"
    assert "UJ653" in page["B3"].comment.text
    assert "UJ922" in page["C4"].comment.text
    assert "UJ924" in page["A3"].comment.text
    assert "UJ928" in book["Rekap"]["A1"].comment.text
    assert path.read_bytes() == before
    again = tmp_path / "lagi.xlsx"
    assert run("score", rules, copy, "--annotate", again, lang="en") == 1
    twice = openpyxl.load_workbook(again)["Wawancara"]["C3"].comment.text
    assert "kesalahan UJ631" in twice
    assert "error UJ631" in twice
    capsys.readouterr()


def test_a_copy_of_a_sound_workbook_has_what_the_scoring_found(tmp_path: Path, rules: Path) -> None:
    path, copy = tmp_path / "nilai.xlsx", tmp_path / "periksa.xlsx"
    path.write_bytes(workbook({**SOUND, "Peserta": [["Peserta", "pendidkan"], ["A01", "S2"]]}))
    assert run("score", rules, path, "--annotate", copy) == 0
    assert "UJ673" in openpyxl.load_workbook(copy)["Peserta"]["B2"].comment.text


def test_only_a_workbook_has_a_copy(tmp_path: Path, rules: Path) -> None:
    path, copy = tmp_path / "nilai.xlsx", tmp_path / "periksa.xlsx"
    path.write_bytes(b"PK")
    assert run("check", rules, "--annotate", copy) == 2
    assert run("check", path, "--annotate", path) == 2
    assert run("check", path, "--annotate", tmp_path / "a.csv") == 2
    assert run("check", path, "--annotate", copy) == 1
    assert not copy.exists()


def test_without_the_extra_one_line_says_what_to_install(
    tmp_path: Path, rules: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "nilai.xlsx"
    path.write_bytes(workbook())
    plain = tmp_path / "lembar"
    assert run("collect", path, "-o", plain) == 0
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    for words in (
        ("form", rules, "-o", tmp_path / "isian.xlsx"),
        ("collect", plain, "-o", tmp_path / "b.xlsx"),
        ("score", rules, plain, "-o", tmp_path / "hasil.xlsx"),
    ):
        assert run(*words) == 1
        assert 'pip install "ujikom-rules[xlsx]"' in capsys.readouterr().err
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(Refused) as refused:
        annotate(path.read_bytes(), str(path), (), "id")
    assert [found.code for found in refused.value.findings] == ["UJ900"]


def test_a_finding_about_a_sheet_that_is_not_there_marks_nothing() -> None:
    found = finding("UJ928", Place("a.xlsx", cell="Lain"), got="Lain", nearest="")
    book = openpyxl.load_workbook(BytesIO(annotate(workbook(), "a.xlsx", [found], "id")))
    assert all(cell.comment is None for page in book for row in page.iter_rows() for cell in row)
