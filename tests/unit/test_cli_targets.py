"""Where results go: a name says what a file is, and nothing that was read is ever lost."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.raw_workbooks import SOUND, workbook
from ujikom_rules.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples"
Run = Callable[..., tuple[int, str, str]]
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


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The program in a folder with a ruleset and an event in a workbook."""
    (tmp_path / "satu.toml").write_text(RULES, encoding="utf-8")
    (tmp_path / "nilai.xlsx").write_bytes(workbook())
    monkeypatch.chdir(tmp_path)

    def running(*words: str, lang: str = "id") -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main([*words, "--lang", lang])
        told = capsys.readouterr()
        return int(left.value.code or 0), told.out, told.err

    return running


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_a_form_that_was_filled_in_is_not_lost(run: Run, tmp_path: Path) -> None:
    make = ("form", "satu.toml", "--event", "nilai.xlsx", "-o", "isian.xlsx")
    assert run(*make)[0] == 0
    assert run(*make)[0] == 0, "the same bytes once more harm nobody"
    (tmp_path / "isian.xlsx").write_bytes(b"sudah diisi")
    status, _, said = run(*make)
    assert status == 1
    assert "isian.xlsx sudah ada; tidak ada yang ditimpa." in said
    assert (tmp_path / "isian.xlsx").read_bytes() == b"sudah diisi"
    assert run(*make, "--force")[0] == 0
    assert (tmp_path / "isian.xlsx").read_bytes() != b"sudah diisi"


def test_one_form_that_is_there_keeps_all_others_unwritten(run: Run, tmp_path: Path) -> None:
    two = [["Penguji", "Peran"], ["E1", "ketua"], ["E2", "anggota"]]
    (tmp_path / "nilai.xlsx").write_bytes(workbook({**SOUND, "Penguji": two}))
    (tmp_path / "isian-E2.xlsx").write_bytes(b"sudah diisi")
    make = ("form", "satu.toml", "--event", "nilai.xlsx", "--per-examiner", "-o", "isian.xlsx")
    status, out, said = run(*make)
    assert (status, out) == (1, "")
    assert "isian-E2.xlsx sudah ada" in said
    assert not (tmp_path / "isian-E1.xlsx").exists()


def test_a_form_never_replaces_its_event(run: Run, tmp_path: Path) -> None:
    before = files(tmp_path)
    make = ("form", "satu.toml", "--event", "nilai.xlsx", "-o", "nilai.xlsx", "--force")
    status, _, said = run(*make, lang="en")
    assert status == 2
    assert "nilai.xlsx is read by this command; nothing is replaced." in said
    assert files(tmp_path) == before


@pytest.mark.parametrize(
    "words",
    [
        ("collect", "nilai.xlsx", "-o", "nilai.xlsx"),
        ("collect", "nilai.xlsx", "-o", "./nilai.xlsx"),
        ("score", "satu.toml", "nilai.xlsx", "-o", "nilai.xlsx"),
        ("score", "satu.toml", "lembar.json", "-o", "lembar.json"),
        ("score", "satu.toml", "kegiatan", "--format", "csv", "-o", "kegiatan/candidates.csv"),
        ("score", "satu.toml", "lembar.json", "--format", "kota:rekap", "-o", "satu.toml"),
        ("why", "satu.toml", "lembar.json", "A01", "-o", "lembar.json"),
        ("diff", "satu.toml", "satu.toml", "--on", "lembar.json", "-o", "lembar.json"),
        ("minutes", "satu.toml", "nilai.xlsx", "--template", "pola.html", "-o", "pola.html"),
        ("check", "nilai.xlsx", "--annotate", "nilai.xlsx"),
    ],
)
def test_no_command_writes_over_what_it_reads(
    run: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    assert run("collect", "nilai.xlsx", "-o", "lembar.json")[0] == 0
    assert run("collect", "nilai.xlsx", "-o", "kegiatan")[0] == 0
    (tmp_path / "pola.html").write_text("<p>", encoding="utf-8")
    before = files(tmp_path), files(tmp_path / "kegiatan")
    assert run(*words)[0] == 2
    assert (files(tmp_path), files(tmp_path / "kegiatan")) == before


def test_results_may_be_written_anew_beside_the_tables_of_an_event(
    run: Run, tmp_path: Path
) -> None:
    assert run("collect", "nilai.xlsx", "-o", "kegiatan")[0] == 0
    for _ in range(2):
        assert run("score", "satu.toml", "kegiatan", "-o", "kegiatan/hasil.md")[0] == 0
    assert "# Satu" in (tmp_path / "kegiatan" / "hasil.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "words, known",
    [
        (("score", "satu.toml", "nilai.xlsx"), ".json, .csv, .md, .xlsx atau .txt"),
        (("why", "satu.toml", "nilai.xlsx", "A01"), ".txt atau .json"),
        (("diff", "satu.toml", "satu.toml"), ".txt atau .json"),
        (("report", "satu.toml", "nilai.xlsx"), ".html atau .htm"),
        (("minutes", "satu.toml", "nilai.xlsx"), ".html atau .htm"),
        (("show", "satu.toml"), ".html, .htm atau .txt"),
        (("schema",), ".json"),
        (("form", "satu.toml"), ".xlsx"),
    ],
)
def test_a_name_that_promises_something_else_is_wrong_usage(
    run: Run, tmp_path: Path, words: tuple[str, ...], known: str
) -> None:
    before = files(tmp_path)
    status, _, said = run(*words, "-o", "hasil.docx")
    assert status == 2
    assert f"'hasil.docx' tidak dapat ditulis: namanya harus berakhir dengan {known}." in said
    assert files(tmp_path) == before


def test_a_scoresheet_is_json_or_a_workbook_or_a_folder(run: Run, tmp_path: Path) -> None:
    status, _, said = run("collect", "nilai.xlsx", "-o", "lembar.csv")
    assert status == 2
    assert "'lembar.csv' tidak dapat ditulis" in said
    assert ".json atau .xlsx, atau tanpa akhiran untuk sebuah folder" in said
    (tmp_path / "2025.03").mkdir()
    assert run("collect", "nilai.xlsx", "-o", "2025.03")[0] == 0
    assert (tmp_path / "2025.03" / "candidates.csv").is_file()


def test_the_name_of_a_file_says_its_form(run: Run, tmp_path: Path) -> None:
    asked = ("satu.toml", "nilai.xlsx")
    assert run("score", *asked, "-o", "hasil.txt")[0] == 0
    assert (tmp_path / "hasil.txt").read_text(encoding="utf-8").startswith("Satu\n")
    assert run("why", *asked, "A01", "-o", "rincian.json")[0] == 0
    assert '"ujikom/working@1"' in (tmp_path / "rincian.json").read_text(encoding="utf-8")
    assert run("why", *asked, "A01", "-o", "rincian.txt")[0] == 0
    assert (tmp_path / "rincian.txt").read_text(encoding="utf-8").startswith("Rincian")
    assert run("diff", "satu.toml", "satu.toml", "-o", "beda.JSON")[0] == 0
    assert '"ujikom/diff@1"' in (tmp_path / "beda.JSON").read_text(encoding="utf-8")


def test_every_ruleset_over_a_base_is_shown_from_an_empty_folder(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "kosong"
    empty.mkdir()
    own = RULES.partition("[facts]")[0].replace(
        'title = "Satu"', 'title = "Satu"\nextends = "national/seleksi-terbuka"'
    )
    (tmp_path / "kota.toml").write_text(own, encoding="utf-8")
    monkeypatch.chdir(empty)
    for name in ("banten/2019", "talenta/jpm-ms-dibatasi", str(tmp_path / "kota.toml")):
        status, out, said = run("show", name)
        assert status == 0, said
        assert "UJ001" not in said
        assert "aturan induk" in out
    assert run("show", str(tmp_path / "kota.toml"), "-o", "aturan.html")[0] == 0
    assert "national/seleksi-terbuka" in (empty / "aturan.html").read_text(encoding="utf-8")
