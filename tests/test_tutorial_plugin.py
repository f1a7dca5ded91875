"""The tutorial on building a plugin, gone through to its end: the package that it makes works."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from ujikom_rules.cli import main

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "tutorials" / "build-a-plugin.md"
PACKAGE, NAME = "ujikom_rules_loncat_indah", "loncat-indah"
FILE = re.compile(r"^```(?:python|toml) (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package after all steps: what the page deletes is gone, what it writes is there."""
    folder = tmp_path_factory.mktemp("tutorial")
    with pytest.raises(SystemExit) as ended:
        main(["new", "plugin", NAME, "--dir", str(folder)])
    assert ended.value.code == 0
    made = folder / f"ujikom-rules-{NAME}"
    for gone in ("best_mean.py", "odd_panel.py"):
        assert f"`{gone}`" in PAGE.read_text("utf-8")
        (made / "src" / PACKAGE / gone).unlink()
    written = FILE.findall(PAGE.read_text("utf-8"))
    assert len(written) == 5
    for path, text in written:
        (folder / path).write_text(text, "utf-8")
    return made


def run(package: Path, *words: str) -> str:
    """Run a module of Python where the package is installed, as far as can be seen."""
    site = package.parent / "site"
    info = site / f"{PACKAGE}-1.0.0.dist-info"
    info.mkdir(parents=True, exist_ok=True)
    metadata = f"Metadata-Version: 2.1\nName: ujikom-rules-{NAME}\nVersion: 1.0.0\n"
    (info / "METADATA").write_text(metadata, "utf-8")
    (info / "entry_points.txt").write_text(f"[ujikom_rules]\n{NAME} = {PACKAGE}\n", "utf-8")
    paths = [str(package / "src"), str(site), str(ROOT / "src")]
    done = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=package,
        env={
            "LC_ALL": "C.UTF-8",
            "PYTHONPATH": os.pathsep.join(paths),
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_it_is_listed_with_what_it_offers(package: Path) -> None:
    lines = run(package, "ujikom_rules", "plugins").splitlines()
    found = lines.index(f"{NAME} (ujikom-rules-{NAME} 1.0.0), Loncat indah")
    assert lines[found + 1] == f"  aggregators: {NAME}:middle-awards"


def test_its_case_holds(package: Path) -> None:
    said = run(package, "ujikom_rules", "test", f"rulesets/{NAME}.toml")
    assert "passed  dua-loncatan" in said
    assert "1 cases, 0 failed" in said


def test_its_own_tests_pass_and_the_case_is_one_of_them(package: Path) -> None:
    plugins = ("-p", "ujikom_rules.testing.pytest_plugin", "-p", "no:cacheprovider")
    said = run(package, "pytest", "-q", "-W", "error", *plugins)
    assert "8 passed" in said


def test_what_is_to_be_taken_out_before_publishing_is_there(package: Path) -> None:
    project = (package / "pyproject.toml").read_text("utf-8")
    assert "Private :: Do Not Upload" in project
    assert (package / "LICENSE").is_file()
    assert f'{NAME} = "{PACKAGE}"' in project
