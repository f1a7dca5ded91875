"""Habits of offices: a file open elsewhere, odd names, locked folders, other kinds of workbooks.

Each gives one sentence or one finding, and nothing is left half-written.
"""

import shutil
import subprocess
from pathlib import Path

import pytest

import ujikom_rules as ujikom
from tests.raw_workbooks import workbook
from ujikom_rules.cli import main
from ujikom_rules.office.forms import to_folder, write_form

EXAMPLE = Path(__file__).parents[1] / "examples" / "kendari-2025"
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
FORM = "isian.xlsx"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path(FORM).write_bytes(workbook())
    return tmp_path


def run(*words: object) -> int:
    with pytest.raises(SystemExit) as left:
        main([*map(str, words), "--lang", "id"])
    return int(left.value.code or 0)


def there() -> list[str]:
    return sorted(path.name for path in Path().rglob("*"))


@pytest.mark.parametrize("fails", [0, 1, 4, -1], ids=["first", "second", "fifth", "last"])
@pytest.mark.parametrize("exists", [True, False], ids=["an empty folder", "a new folder"])
def test_a_folder_is_written_whole_or_not_at_all(
    fails: int, exists: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if exists:
        Path("nilai").mkdir()
    before = there()
    files = len(to_folder(ujikom.read_scoresheet(EXAMPLE)))
    written: list[Path] = []
    replace = Path.replace

    def locked(self: Path, target: Path) -> Path:
        if len(written) == fails % files:
            raise PermissionError(13, "The process cannot access the file")
        written.append(target)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", locked)
    assert run("collect", EXAMPLE, "-o", "nilai") == 1
    assert there() == before
    (said,) = capsys.readouterr().err.splitlines()
    assert "sedang dibuka di program lain, atau foldernya terkunci" in said
    assert Path("nilai", "event.toml") not in written


def test_a_folder_that_cannot_be_read_wholly_lacks_its_event(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Even where the program is killed: the event is written behind all tables."""
    written: list[str] = []
    replace = Path.replace

    def kept(self: Path, target: Path) -> Path:
        written.append(target.name)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", kept)
    assert run("collect", EXAMPLE, "-o", "nilai") == 0
    assert written[-1] == "event.toml"
    assert sorted(written) == sorted(path.name for path in Path("nilai").iterdir())
    whole = ujikom.read_scoresheet(EXAMPLE)
    assert ujikom.read_scoresheet("nilai").digest == whole.digest


@pytest.mark.parametrize("to", ["nilai.json", "nilai.xlsx", "nilai"])
def test_a_locked_folder_gives_one_sentence(
    to: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def denied(*_: object, **__: object) -> int:
        raise PermissionError(13, "Permission denied")

    before = there()
    monkeypatch.setattr(Path, "mkdir", denied)
    monkeypatch.setattr(Path, "write_bytes", denied)
    assert run("collect", FORM, "-o", to) == 1
    (said,) = capsys.readouterr().err.splitlines()
    assert to in said
    assert "foldernya terkunci" in said or "tidak dapat dibuat" in said
    assert "Permission" not in said
    assert there() == before


@pytest.mark.parametrize(
    "words",
    [
        ("collect", FORM, "-o", "nilai 10:30.json"),
        ("collect", FORM, "-o", "nilai:1"),
        ("form", "kendari/2025", "-o", "isian:E1.xlsx"),
        ("score", "kendari/2025", EXAMPLE, "-o", "hasil:1.xlsx"),
        ("minutes", "kendari/2025", EXAMPLE, "-o", "berita:acara.html"),
        ("report", "kendari/2025", EXAMPLE, "-o", "laporan:ppk.html"),
    ],
    ids=lambda words: " ".join(map(str, (words[0], words[-1]))),
)
def test_a_name_with_a_colon_is_wrong_usage(
    words: tuple[object, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """Windows would take it for a hidden stream of a file with the name before the colon."""
    assert run(*words) == 2
    assert "tidak boleh memuat titik dua (:)" in capsys.readouterr().err
    assert there() == [FORM]


def test_an_examiners_id_makes_no_name_that_windows_refuses() -> None:
    assert run("form", "kendari/2025", "--event", EXAMPLE, "--per-examiner", "-o", "uji.xlsx") == 0
    assert not any(set(name) & set('<>:"/\\|?*') for name in there())


@pytest.mark.parametrize(
    "name, code",
    [
        ("isian.xls", "UJ605"),  # a workbook of today under the old ending
        ("isian.ods", "UJ605"),
        ("isian.xlsb", "UJ605"),
        ("isian.docx", "UJ606"),
        ("~$isian.xlsx", "UJ904"),  # what Excel puts beside a form that is open
    ],
)
def test_another_kind_of_file_is_one_finding(
    name: str, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    content = bytes([5]) + b"Panitia".ljust(54) + bytes(110) if name[0] == "~" else workbook()
    Path(name).write_bytes(content)
    before = there()
    assert run("collect", FORM, name, "-o", "nilai.json") == 1
    said = capsys.readouterr().err
    assert said.count("kesalahan UJ") == 1
    assert f"kesalahan {code}" in said
    assert there() == before


def test_a_form_that_is_open_elsewhere_is_one_finding(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened = Path.open

    def locked(self: Path, *more: object, **named: object) -> object:
        if self.name == FORM:
            raise PermissionError(13, "sharing violation", str(self))
        return opened(self, *more, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", locked)
    assert run("collect", FORM, "-o", "nilai.json") == 1
    said = capsys.readouterr().err
    assert said.count("kesalahan UJ") == 1
    assert "kesalahan UJ602" in said
    assert there() == [FORM]


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_a_form_that_libreoffice_has_saved(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Saved as a workbook it is the form that it was, its names with it; as .ods one finding."""
    sheet = ujikom.read_scoresheet(EXAMPLE)
    Path("uji.xlsx").write_bytes(write_form(ujikom.plan("kendari/2025"), sheet))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for ending in ("xlsx", "ods"):
        command = [str(OFFICE), profile, "--headless", "--convert-to", ending]
        subprocess.run(  # the office program of this machine, on files of this test
            [*command, "--outdir", "lain", "uji.xlsx"], capture_output=True, check=True, timeout=180
        )
    assert run("collect", "uji.xlsx", "-o", "dulu.json") == 0
    assert run("collect", "lain/uji.xlsx", "-o", "nilai.json") == 0
    back, before = (ujikom.read_scoresheet(name) for name in ("nilai.json", "dulu.json"))
    assert back.digest == before.digest
    assert len(back.ratings) == len(before.ratings) > 0
    shutil.copy("lain/uji.ods", "salah.xlsx")
    capsys.readouterr()
    for name, code in (("lain/uji.ods", "UJ605"), ("salah.xlsx", "UJ905")):
        assert run("collect", name, "-o", "lagi.json") == 1
        said = capsys.readouterr().err
        assert said.count("kesalahan UJ") == 1
        assert f"kesalahan {code}" in said
        assert not Path("lagi.json").exists()
