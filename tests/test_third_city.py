"""A third city comes as a package of its own: nothing of the library changes for it.

The package is written into a folder with a pyproject of its own; a wheel is made of it by hand,
as a builder would, and installed by unpacking it, so that no network is needed.
"""

import hashlib
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
import tomli

ROOT = Path(__file__).resolve().parents[1]

PYPROJECT = """
[build-system]
requires = ["hatchling>=1.27"]
build-backend = "hatchling.build"

[project]
name = "ujikom-rules-pasuruan"
version = "1.0.0"
requires-python = ">=3.11"
dependencies = ["attrs>=23.2", "ujikom-rules>=0.1"]

[project.entry-points.ujikom_rules]
pasuruan = "ujikom_rules_pasuruan"
"""

MODULE = '''
"""A made-up city: a stage kind, a weighting and a panel rule."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Literal

from attrs import frozen

from ujikom_rules.plugin import (
    CandidacyAt, Examiner, Fact, Figure, PanelAt, PanelRule, Part, PluginInfo, Stage,
    StageOutcome, StageSheet, Text, WeightedAt, Weighting, hookimpl,
)


@frozen(kw_only=True)
class Role:
    """What the kind adds to its criteria."""

    role: Literal["case", "talk"]


@frozen(kw_only=True)
class CaseAndTalk:
    """A case and a talk; the lower of the two counts double."""

    def score(self, sheet: StageSheet) -> StageOutcome:
        case, talk = sheet.joined(role="case"), sheet.joined(role="talk")
        low, high = (case, talk) if case < talk else (talk, case)
        return sheet.outcome((low * 2 + high) / 3, label="case and talk")


@frozen(kw_only=True)
class FirstBy:
    """The first stage weighs what a fact says; the others share the rest."""

    fact: Fact

    def weights(
        self, criteria: Sequence[WeightedAt], candidacy: CandidacyAt
    ) -> Mapping[str, Figure] | None:
        first = candidacy.fact(self.fact)
        if not isinstance(first, Figure):
            return None
        rest = (100 - first) / (len(criteria) - 1)
        return {each.id: rest if n else first for n, each in enumerate(criteria)}


@frozen(kw_only=True)
class NoInternals:
    """Seats only those who come from outside."""

    def seat(self, examiners: Sequence[Examiner], panel: PanelAt) -> Sequence[str]:
        return [each.id for each in examiners if each.origin == "external"]


@hookimpl
def ujikom_plugin_info() -> PluginInfo:
    return PluginInfo(api=1, title="Kota Pasuruan")


@hookimpl
def ujikom_stage_kinds() -> Iterable[Part[Stage]]:
    summary = Text("Kasus dan paparan.", "A case and a talk.")
    return [Part("case-and-talk", CaseAndTalk, reads="examiners", criteria=Role, summary=summary)]


@hookimpl
def ujikom_weightings() -> Iterable[Part[Weighting]]:
    return [Part("first-by", FirstBy, summary=Text("Menurut fakta.", "By a fact."))]


@hookimpl
def ujikom_panel_rules() -> Iterable[Part[PanelRule]]:
    return [Part("no-internals", NoInternals, summary=Text("Dari luar.", "From outside."))]
'''

RULES = """
schema = 1
[ruleset]
id = "pasuruan/2026"
version = "1.0"
title = "Contoh kota ketiga"
source = "assumption"
[plugins]
pasuruan = "1.0"
[facts]
bagian = { type = "number", lower = 0, upper = 100 }
[panel]
use = "pasuruan:no-internals"
[rounding]
final = { places = 2, mode = "half-up" }
[[stages]]
id = "ujian"
kind = "pasuruan:case-and-talk"
each = { scale = { lower = 0, upper = 100 } }
criteria = [
  { id = "studi-kasus", role = "case", weight = 50 },
  { id = "paparan", role = "talk", weight = 50 },
]
[[stages]]
id = "berkas"
kind = "weighted-criteria"
scale = { lower = 0, upper = 100 }
[decision]
cut-score = 70
weighting = { use = "pasuruan:first-by", fact = "bagian" }
"""
SHEET: dict[str, Any] = {
    "event": {"id": "pasuruan-2026", "date": "2026-03-25"},
    "candidates": [
        {"id": "A01", "facts": {"bagian": 60}},
        {"id": "A02", "facts": {"bagian": 25}},
        {"id": "A03"},
    ],
    "examiners": [
        {"id": "E1", "origin": "external"},
        {"id": "E2", "origin": "external"},
        {"id": "E3", "origin": "internal"},
    ],
    "ratings": [
        *(
            {"candidacy": c, "stage": "ujian", "criterion": k, "examiner": e, "value": v}
            for c in ("A01", "A02", "A03")
            for k, marks in (("studi-kasus", (80, 70)), ("paparan", (90, 84)))
            for e, v in zip(("E1", "E2"), marks, strict=True)
        ),
        *({"candidacy": c, "stage": "berkas", "value": 65} for c in ("A01", "A02", "A03")),
    ],
}
# The case came to 75 and the talk to 87; twice the lower and once the higher make 79 at the mean.
# For A01 that counts 60 % beside 40 % of 65, for A02 25 % beside 75 %.
EXPECTED = {
    "A01": ("73.40", "qualified", 1),
    "A02": ("68.50", "not-qualified", 2),
    "A03": (None, "incomplete", None),
}


PROGRAM = (
    "import runpy, sys\n"
    "sys.path.insert(0, sys.argv.pop(1))\n"
    "runpy.run_module('ujikom_rules', run_name='__main__')\n"
)


def wheel_of(folder: Path) -> Path:
    """A wheel of the city's package, as a builder makes it from its pyproject."""
    project = tomli.loads(PYPROJECT)["project"]
    name, version = project["name"].replace("-", "_"), project["version"]
    points = project["entry-points"]["ujikom_rules"].items()
    info = f"{name}-{version}.dist-info"
    needs = "".join(f"Requires-Dist: {each}\n" for each in project["dependencies"])
    files = {
        f"{name}/__init__.py": MODULE,
        f"{name}/py.typed": "",
        f"{info}/METADATA": (
            f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {version}\n{needs}"
        ),
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/entry_points.txt": "[ujikom_rules]\n"
        + "".join(f"{namespace} = {module}\n" for namespace, module in points),
    }
    files[f"{info}/RECORD"] = "".join(f"{path},,\n" for path in (*files, f"{info}/RECORD"))
    wheel = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for path, text in files.items():
            archive.writestr(path, text)
    return wheel


class City:
    """A place where packages can be installed and removed beside what is there."""

    def __init__(self, folder: Path) -> None:
        self.site = folder / "site"
        self.site.mkdir()
        self.wheel = wheel_of(folder)
        (folder / "pasuruan.toml").write_text(RULES, encoding="utf-8")
        (folder / "event.json").write_text(json.dumps(SHEET), encoding="utf-8")
        self.rules, self.sheet = folder / "pasuruan.toml", folder / "event.json"

    def install(self) -> None:
        with zipfile.ZipFile(self.wheel) as archive:
            archive.extractall(self.site)

    def remove(self) -> None:
        shutil.rmtree(self.site)
        self.site.mkdir()

    def run(self, *words: str | Path) -> subprocess.CompletedProcess[bytes]:
        """The program, in an interpreter that finds what is installed here too."""
        command = [sys.executable, "-X", "utf8", "-c", PROGRAM, str(self.site)]
        return subprocess.run(
            [*command, *map(str, words)], cwd=ROOT, capture_output=True, check=False
        )


@pytest.fixture
def city(tmp_path: Path) -> City:
    return City(tmp_path)


def digests() -> dict[str, str]:
    """What every file of the library holds."""
    return {
        path.relative_to(ROOT).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted((ROOT / "src").rglob("*.py"))
    }


def test_a_third_city_scores_and_the_library_stays_as_it_is(city: City) -> None:
    before = digests()
    words = ("score", city.rules, city.sheet, "--format", "json", "--figures", "--lang", "en")

    missing = city.run(*words)
    assert missing.returncode == 1
    assert b"UJ501" in missing.stdout  # not installed

    city.install()
    listed = city.run("plugins", "--lang", "en")
    assert b"Kota Pasuruan" in listed.stdout
    scored = city.run(*words)
    assert scored.returncode == 0, scored.stderr
    document = json.loads(scored.stdout)
    found = {r["candidacy"]: (r["total"], r["verdict"], r["rank"]) for r in document["results"]}
    assert found == EXPECTED
    assert document["provenance"]["plugins"] == {
        "pasuruan": {"distribution": "ujikom-rules-pasuruan", "version": "1.0.0"}
    }
    assert document["results"][0]["figures"]["ujian:joined"] == "79"

    city.remove()
    assert city.run(*words).returncode == 1
    assert digests() == before


@pytest.mark.parametrize(
    "ruleset, event", [("malang/2024", "malang-2024"), ("kendari/2025", "kendari-2025")]
)
def test_a_package_that_no_ruleset_names_changes_no_byte(
    city: City, ruleset: str, event: str
) -> None:
    words = ("score", ruleset, f"examples/{event}", "--format", "json", "--figures")
    before = city.run(*words)
    city.install()
    after = city.run(*words)
    assert before.returncode == 0
    assert before.stdout
    assert (after.stdout, after.stderr) == (before.stdout, before.stderr)
