"""Rulesets that a plugin's package carries: named with its namespace, found without an import."""

import sys
from importlib.machinery import ModuleSpec
from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType

import pytest

import ujikom_rules as ujikom
from ujikom_rules import api
from ujikom_rules.analysis.cases import run_cases
from ujikom_rules.catalogue import discovery
from ujikom_rules.catalogue.discovery import Carriers, Found, rulesets_of
from ujikom_rules.cli import main
from ujikom_rules.errors import Refused
from ujikom_rules.messages import hint_of, text_of
from ujikom_rules.reading.library import Library
from ujikom_rules.reading.packages import Package

BASE = """schema = 1
[ruleset]
id = "{id}"
version = "{version}"
title = "Uji"
source = "assumption"
[[stages]]
id = "wawancara"
kind = "panel"
scale = {{ lower = 0, upper = 100 }}
[[open]]
key = "decision.cut-score"
optional = true
"""
OVERLAY = """schema = 1
[ruleset]
id = "kota/2025"
version = "1.0"
title = "Kota"
source = "assumption"
extends = {extends}
[decision]
cut-score = 70
"""


def written(folder: Path, id: str = "kota/induk", version: str = "1.0") -> Path:
    """A ruleset in a folder of rulesets, under a name that says nothing."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"berkas-{version}.toml"
    path.write_text(BASE.format(id=id, version=version), "utf-8")
    return path


def module(file: Path | None) -> ModuleType:
    made = ModuleType("kotaku")
    if file is not None:
        made.__file__ = str(file)
    return made


@pytest.fixture
def kotaku(tmp_path: Path) -> dict[str, ModuleType]:
    """A plugin given in process, with a folder of rulesets beside its file."""
    written(tmp_path / "kotaku" / "rulesets")
    return {"kotaku": module(tmp_path / "kotaku" / "__init__.py")}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a distribution is installed that fails as soon as anybody imports it."""
    folder = tmp_path / "site"
    package = folder / "kota_terpasang"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("raise RuntimeError('imported')", "utf-8")
    written(package / "rulesets")
    info = folder / "ujikom_rules_terpasang-1.2.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: ujikom-rules-terpasang\nVersion: 1.2\n", "utf-8"
    )
    (info / "entry_points.txt").write_text("[ujikom_rules]\nterpasang = kota_terpasang\n", "utf-8")
    monkeypatch.syspath_prepend(folder)
    return folder


def refused(id: str, plugins: dict[str, ModuleType]) -> str:
    """The finding that an id is refused with: ``UJ815 text · hint``."""
    with pytest.raises(Refused) as failed:
        ujikom.find(id, plugins=plugins)
    (found,) = failed.value.findings
    return f"{found.code} {text_of(found, 'en')} · {hint_of(found, 'en')}"


# --- where they are found


def test_an_id_with_a_namespace_is_found_beside_the_module(kotaku: dict[str, ModuleType]) -> None:
    found = ujikom.find("kotaku:kota/induk", plugins=kotaku)
    assert Path(found.file).parent.name == "rulesets"
    assert ujikom.plan("kotaku:kota/induk", plugins=kotaku).ruleset == "kota/induk"
    assert api.merged("kotaku:kota/induk", plugins=kotaku).file == found.file


@pytest.mark.parametrize(
    "extends", ['"kotaku:kota/induk"', '{ id = "kotaku:kota/induk", version = "1.0" }']
)
def test_a_base_may_lie_in_a_package(kotaku: dict[str, ModuleType], extends: str) -> None:
    overlay = ujikom.parse_ruleset(OVERLAY.format(extends=extends))
    plan = ujikom.plan(overlay, plugins=kotaku)
    assert plan.decision.cut_score is not None
    assert plan.decision.cut_score.value == 70
    assert [stage.id for stage in plan.stages] == ["wawancara"]


def test_without_a_namespace_no_package_is_looked_into(kotaku: dict[str, ModuleType]) -> None:
    assert refused("kota/induk", kotaku).startswith("UJ802")
    overlay = ujikom.parse_ruleset(OVERLAY.format(extends='"kota/induk"'))
    assert [each.code for each in ujikom.check(overlay, plugins=kotaku)] == ["UJ802"]


def test_an_installed_package_is_found_and_never_imported(site: Path) -> None:
    assert ujikom.plan("terpasang:kota/induk").version == "1.0"
    overlay = ujikom.parse_ruleset(OVERLAY.format(extends='"terpasang:kota/induk"'))
    assert ujikom.check(overlay) == ()
    assert "kota_terpasang" not in sys.modules
    assert "terpasang" in Carriers().namespaces()


def test_what_is_installed_is_not_seen_where_modules_are_given(site: Path) -> None:
    assert refused("terpasang:kota/induk", {}).startswith("UJ815")


def test_the_program_takes_it_wherever_a_ruleset_is_named(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["check", "terpasang:kota/induk", "--lang", "en"])
    assert ended.value.code == 0
    assert "terpasang:kota/induk: no findings" in capsys.readouterr().out
    assert run_cases("terpasang:kota/induk").findings[0].code == "UJ820"


def test_the_core_carries_the_bundled_rulesets(tmp_path: Path) -> None:
    written(tmp_path, "kendari/2025", "9.0")
    assert ujikom.find("kendari/2025", rulesets=[tmp_path], plugins={}).file.startswith(
        str(tmp_path)
    )
    bundled = ujikom.find("core:kendari/2025", rulesets=[tmp_path], plugins={})
    assert not bundled.file.startswith(str(tmp_path))


def test_versions_and_days_are_chosen_as_everywhere(kotaku: dict[str, ModuleType]) -> None:
    file = kotaku["kotaku"].__file__
    assert file is not None
    written(Path(file).parent / "rulesets", version="1.1")
    assert refused("kotaku:kota/induk", kotaku).startswith("UJ805")
    said = ujikom.find("kotaku:kota/induk", plugins=kotaku, version="1.1")
    assert said.file.endswith("berkas-1.1.toml")


# --- and where not


def test_what_is_not_there_is_told_with_what_is_nearest(
    kotaku: dict[str, ModuleType], tmp_path: Path
) -> None:
    both = {**kotaku, "kosong": module(tmp_path / "kosong.py"), "maya": module(None)}
    assert refused("kotak:kota/induk", both) == (
        "UJ815 no package 'kotak' is installed · perhaps 'kotaku' is meant"
    )
    assert refused("kotaku:kota/anduk", both) == (
        "UJ817 there is no ruleset 'kota/anduk' in the package in process"
        " · perhaps 'kota/induk' is meant"
    )
    for name in ("kosong", "maya"):
        assert refused(f"{name}:kota/induk", both) == (
            f"UJ816 the package '{name}' (in process) carries no rulesets · "
            "name the folder of the ruleset with --rulesets DIR, and write its id without the package"
        )
    assert refused("kosong:kendari/2025", both).endswith("write its id alone: 'kendari/2025'")


def test_a_library_alone_knows_no_package() -> None:
    root, (found,) = Library(bundled=None).find("core:kendari/2025")
    assert (root, found.code) == (None, "UJ815")


def test_two_packages_of_one_name_are_refused_with_both() -> None:
    class Two:
        def namespaces(self) -> tuple[str, ...]:
            return ("kotaku",)

        def of(self, _: str, /) -> tuple[Package, ...]:
            return (Package("satu 1.0", None), Package("dua 2.0", None))

    _, (found,) = Library(packages=Two()).find("kotaku:kota/induk")
    assert found.code == "UJ818"
    assert text_of(found, "en").endswith("several packages: satu 1.0, dua 2.0")


@pytest.mark.parametrize(
    "id",
    [
        "kotaku:../induk", "kotaku:kota\\induk", "kotaku:/etc/passwd", "kotaku:kota/induk.toml",
        "kotaku:", ":kota/induk", "../kotaku:kota/induk", "a:b:kota/induk", "file:kota/induk/x",
        "https://kota/induk", "Kotaku:kota/induk", "kotaku:kota/induk/lagi",
    ],
)  # fmt: skip
def test_paths_links_and_addresses_are_no_ids(id: str, kotaku: dict[str, ModuleType]) -> None:
    assert refused(id, kotaku).startswith("UJ801")


# --- the folder of a package


def entry(value: str) -> Found:
    return Found("kotaku", "kotaku", "1.0", entry=EntryPoint("kotaku", value, "ujikom_rules"))


def test_the_innermost_package_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    inner = tmp_path / "banyak_kota" / "kota"
    inner.mkdir(parents=True)
    (tmp_path / "banyak_kota" / "__init__.py").write_text("raise RuntimeError", "utf-8")
    assert rulesets_of(entry("banyak_kota.kota")) is None
    (tmp_path / "banyak_kota" / "rulesets").mkdir()
    assert rulesets_of(entry("banyak_kota.kota:plugin")) == tmp_path / "banyak_kota" / "rulesets"
    (inner / "rulesets").mkdir()
    assert rulesets_of(entry("banyak_kota.kota:plugin")) == inner / "rulesets"
    assert "banyak_kota" not in sys.modules


def test_a_module_that_is_no_package_carries_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "sendiri.py").write_text("", "utf-8")
    (tmp_path / "rulesets").mkdir()  # whose it is nobody can tell
    assert rulesets_of(entry("sendiri")) is None
    assert rulesets_of(entry("tidak_ada_di_mana_pun")) is None
    assert rulesets_of(Found("kotaku", "kotaku")) is None


def test_a_package_that_cannot_be_looked_at_carries_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(name: str) -> ModuleSpec:
        raise ValueError(f"{name}.__spec__ is None")

    monkeypatch.setattr(discovery, "find_spec", broken)
    assert rulesets_of(entry("kotaku")) is None
