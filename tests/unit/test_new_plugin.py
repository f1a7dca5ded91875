"""`ujikom new plugin`: a package that works at once, under a name that can be one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ujikom_rules.cli import main, template

ROOT = Path(__file__).parents[2]
NAME, PACKAGE = "kota-contoh-2", "ujikom_rules_kota_contoh_2"
FILES = [
    "LICENSE",
    "README.md",
    "pyproject.toml",
    f"rulesets/{NAME}.cases.toml",
    f"rulesets/{NAME}.toml",
    f"src/{PACKAGE}/__init__.py",
    f"src/{PACKAGE}/best_mean.py",
    f"src/{PACKAGE}/odd_panel.py",
    f"src/{PACKAGE}/py.typed",
    "tests/test_parts.py",
]


def new(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as ended:
        main(["new", *arguments])
    said = capsys.readouterr()
    assert isinstance(ended.value.code, int)
    return ended.value.code, said.out, said.err


@pytest.fixture
def package(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A package as the command writes it."""
    status, out, err = new(capsys, "plugin", NAME, "--dir", str(tmp_path), "--lang", "en")
    assert (status, err) == (0, "")
    folder = tmp_path / f"ujikom-rules-{NAME}"
    assert out.splitlines()[0] == f"Written to {folder}:"
    assert [line.strip() for line in out.splitlines()[1 : len(FILES) + 1]] == FILES
    assert f"  ujikom test rulesets/{NAME}.toml" in out.splitlines()
    return folder


def test_all_that_is_written_carries_the_new_name(package: Path) -> None:
    written = sorted(path for path in package.rglob("*") if path.is_file())
    assert [path.relative_to(package).as_posix() for path in written] == FILES
    for path in written:
        text = path.read_text("utf-8")
        assert "template" not in text.lower() or path.name == "LICENSE", path
        assert "Kota Contoh 2" in text or "Kota Contoh" not in text, path
        assert text.count("contoh") == text.count("kota-contoh-2") + text.count(PACKAGE), path
        assert b"\r" not in path.read_bytes()
    assert "Copying it" not in (package / "README.md").read_text("utf-8")


def installed(package: Path, site: Path) -> dict[str, str]:
    """An environment that sees the package as pip would have installed it."""
    info = site / f"{PACKAGE}-1.0.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: ujikom-rules-{NAME}\nVersion: 1.0.0\n"
    )
    (info / "entry_points.txt").write_text(f"[ujikom_rules]\n{NAME} = {PACKAGE}\n")
    paths = [str(package / "src"), str(site), str(ROOT / "src")]
    return {
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": os.pathsep.join(paths),
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
    }


def test_the_package_passes_its_own_tests_and_cases_at_once(package: Path, tmp_path: Path) -> None:
    environment = installed(package, tmp_path / "site")

    def run(*words: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", *words], cwd=package, env=environment, stdin=subprocess.DEVNULL,
            capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    cases = ("-p", "ujikom_rules.testing.pytest_plugin")
    assert "11 passed" in run("pytest", "-q", "-p", "no:cacheprovider", "-W", "error", *cases)
    assert "1 cases, 0 failed" in run("ujikom_rules", "test", f"rulesets/{NAME}.toml", "--lang=en")
    assert f"{NAME} (ujikom-rules-{NAME} 1.0.0), Kota Contoh 2" in run("ujikom_rules", "plugins")


@pytest.mark.parametrize(
    "name",
    ["Kota", "kota malang", "-kota", "kota-", "kota--malang", "kota_malang", "köta", "a" * 41],
)
@pytest.mark.parametrize("lang,said", [("id", "bukan nama plugin"), ("en", "no name for a plugin")])
def test_a_name_that_is_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, lang: str, said: str
) -> None:
    arguments = ("--dir", str(tmp_path), "--lang", lang, "--", name)
    status, out, err = new(capsys, "plugin", *arguments)
    assert (status, out) == (2, "")
    assert f"'{name}'" in err
    assert said in err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["core", "template", "con", "lpt1"])
def test_a_name_that_means_something_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    status, _, err = new(capsys, "plugin", name, "--dir", str(tmp_path), "--lang", "en")
    assert status == 2
    assert f"'{name}' cannot be the name of a plugin" in err
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_replaced(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = package / "pyproject.toml"
    mine.write_text("mine", "utf-8")
    for lang, said in (("id", "tidak ada yang ditimpa"), ("en", "nothing is replaced")):
        status, out, err = new(capsys, "plugin", NAME, "--dir", str(package.parent), "--lang", lang)
        assert (status, out) == (1, "")
        assert said in err
    assert mine.read_text("utf-8") == "mine"


def test_a_folder_that_cannot_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(template, "write", full)
    status, _, err = new(capsys, "plugin", "kotaku", "--dir", str(tmp_path), "--lang", "en")
    assert status == 1
    assert "No space left on device" in err
    status, _, err = new(capsys, "plugin", "kotaku", "--dir", str(tmp_path / "nowhere"))
    assert status == 2


def test_the_template_of_an_installed_library_lies_in_its_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert template.template_folder() == ROOT / "plugins" / "_template"
    inside = tmp_path / "ujikom_rules"
    (inside / "_template" / "__pycache__").mkdir(parents=True)
    (inside / "_template" / "contoh.toml").write_text('id = "contoh"', "utf-8")
    for left_over in ("__pycache__/x.py", ".cache", "x.pyc"):
        (inside / "_template" / left_over).write_bytes(b"\xff")
    monkeypatch.setattr(template, "__file__", str(inside / "cli" / "template.py"))
    assert template.template_folder() == inside / "_template"
    (written,) = template.write("kotaku", tmp_path / "new")
    assert (written.name, written.read_text("utf-8")) == ("kotaku.toml", 'id = "kotaku"\n')


def test_new_alone_names_what_can_be_begun(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = new(capsys, "--help", "--lang", "id")
    assert status == 0
    assert "plugin" in out
    assert new(capsys, "--lang", "en")[0] == 2
