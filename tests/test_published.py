"""Every ruleset has cases, and what was published is what the engine computes, digit by digit."""

import json
import re
from pathlib import Path
from types import ModuleType

import pytest

import ujikom_rules_template
from ujikom_rules.analysis.cases import run_cases
from ujikom_rules.analysis.reading_cases import cases_file
from ujikom_rules.messages import text_of
from ujikom_rules.reading.document import read_document_file

ROOT = Path(__file__).parents[1]
RULESETS = ROOT / "rulesets"
PUBLISHED = RULESETS / "published"
CASES = ".cases.toml"

# Rulesets that lie beside the plugin that they name; it is handed over, nothing need be installed.
BESIDE_PLUGINS = {"plugins/_template/rulesets/contoh.toml": {"contoh": ujikom_rules_template}}


def rulesets_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.toml") if not path.name.endswith(CASES))


def named(path: Path) -> str:
    return path.relative_to(RULESETS).as_posix()


def assert_cases_pass(path: Path, plugins: dict[str, ModuleType]) -> None:
    report = run_cases(path, plugins=plugins, lang="en")
    assert [text_of(each, "en") for each in report.findings] == []
    assert {case.id: case.differences for case in report.results if case.differences} == {}
    assert report.results
    assert report.passed


@pytest.mark.parametrize("path", rulesets_in(PUBLISHED), ids=named)
def test_what_was_published_is_what_is_computed(path: Path) -> None:
    assert_cases_pass(path, {})


@pytest.mark.parametrize("path", rulesets_in(RULESETS), ids=named)
def test_every_address_is_whole_and_a_shortened_one_is_told_so(path: Path) -> None:
    """An address that the list of sources shortens cannot be opened, so it stands in no `url`."""
    text = path.read_text(encoding="utf-8")
    assert not re.search(r'url *= *"[^"]*\.\.\.', text)
    for source in re.findall(r"\{[^{}\n]*alamat dipersingkat[^{}\n]*\}", text):
        assert "url" not in source


def test_what_the_panel_of_siak_did_not_announce_is_an_assumption() -> None:
    root, _ = read_document_file(PUBLISHED / "jpt-sekda-siak2025-partial.toml")
    assert root is not None
    stages = root.table()["stages"].items()
    roundings = [stage.table()["rounding"] for stage in stages if "rounding" in stage]
    assert [each.table()["source"].data for each in roundings] == ["assumption", "assumption"]


@pytest.mark.parametrize("path", BESIDE_PLUGINS)
def test_the_cases_beside_a_plugin_pass(path: str) -> None:
    assert_cases_pass(ROOT / path, BESIDE_PLUGINS[path])


def test_every_ruleset_beside_a_plugin_is_tried() -> None:
    beside = {each for folder in ROOT.glob("plugins/*/rulesets") for each in rulesets_in(folder)}
    assert beside == {ROOT / path for path in BESIDE_PLUGINS}


@pytest.mark.parametrize("path", rulesets_in(RULESETS), ids=named)
def test_every_ruleset_has_cases_beside_it(path: Path) -> None:
    assert cases_file(path).is_file()


def test_no_cases_lie_alone() -> None:
    with_cases = {cases_file(path) for path in rulesets_in(RULESETS)}
    assert set(RULESETS.rglob(f"*{CASES}")) == with_cases


def test_every_scoresheet_of_a_publication_is_scored_by_a_case() -> None:
    said = "".join(path.read_text(encoding="utf-8") for path in PUBLISHED.glob(f"*{CASES}"))
    data = sorted((PUBLISHED / "data").iterdir())
    assert [path.name for path in data if f'"data/{path.name}"' not in said] == []


def test_one_of_the_two_pages_lists_every_published_ruleset() -> None:
    pages = [(PUBLISHED / name).read_text("utf-8") for name in ("README.md", "schemes.md")]
    rulesets = [path.stem for path in rulesets_in(PUBLISHED)]
    listed = {name: sum(f"\n| `{name}` |" in page for page in pages) for name in rulesets}
    assert {name: number for name, number in listed.items() if number != 1} == {}


@pytest.mark.parametrize("path", sorted(RULESETS.rglob("*.toml")), ids=named)
def test_the_first_line_names_the_schema_to_the_editor(path: Path) -> None:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    kind = "cases" if path.name.endswith(CASES) else "ruleset"
    named_there = (path.parent / first.removeprefix("#:schema ")).resolve()
    assert named_there == ROOT / f"src/ujikom_rules/schemas/{kind}.json"
    assert named_there.is_file()


def test_a_case_fails_where_an_input_is_one_step_off(tmp_path: Path) -> None:
    name = "diving-ws2020-w3m-final"
    for path in (PUBLISHED / f"{name}.toml", PUBLISHED / f"{name}{CASES}"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    sheet = json.loads((PUBLISHED / "data" / f"{name}.json").read_text(encoding="utf-8"))
    sheet["candidates"][0]["facts"]["difficulty-1"] = "3.1"
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / f"{name}.json").write_text(json.dumps(sheet), encoding="utf-8")
    report = run_cases(tmp_path / f"{name}.toml", plugins={}, lang="en")
    assert [each.where for each in report.results[0].differences] == [
        "D01 total",
        "D01 final.dive-1:term",
    ]
