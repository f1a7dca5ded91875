"""The laws of the house that no linter knows."""

import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest

import ujikom_rules as ujikom
from tests.house import ROOT, SOURCES, TESTS, door, evaluations, python_files, rulesets, slips
from ujikom_rules.analysis.reading_cases import cases_file
from ujikom_rules.contract import hookspecs
from ujikom_rules.model.figure import derive
from ujikom_rules.plugin import Figure

HOOKS = sorted(name for name in vars(hookspecs) if name.startswith("ujikom_"))
EXTRAS = ["click", "hypothesis", "jinja2", "openpyxl", "pytest", "rich", "xlsxwriter"]


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


# --- what plugins may rely on


def test_the_authors_door_and_its_views_are_as_recorded() -> None:
    """What stands at the door is kept: a change here is a change for every city."""
    recorded = (ROOT / "tests" / "door.txt").read_text(encoding="utf-8").splitlines()
    assert door() == recorded


def test_every_hook_is_named_by_a_test() -> None:
    tests = [path for path in python_files(TESTS) if path != Path(__file__)]
    texts = [path.read_text(encoding="utf-8") for path in tests]
    assert len(HOOKS) == 12
    assert [hook for hook in HOOKS if not any(hook in text for text in texts)] == []


# --- numbers


@pytest.mark.parametrize("path", python_files(SOURCES), ids=named)
def test_no_float_and_no_clock(path: Path) -> None:
    assert list(slips(path)) == []


@pytest.mark.parametrize(
    "code, said",
    [
        ("x = 1.5", "a.py:1 the number 1.5"),
        ("y = 2\nx = float(y)", "a.py:2 float"),
        ("x = date.today()", "a.py:1 today"),
        ("x = datetime.now()", "a.py:1 now"),
        ("x = 2j", "a.py:1 the number 2j"),
    ],
)
def test_a_slip_is_seen(tmp_path: Path, code: str, said: str) -> None:
    path = tmp_path / "a.py"
    path.write_text(code, encoding="utf-8")
    assert list(slips(path)) == [said]


# --- the shipped rulesets


@pytest.mark.parametrize("path", rulesets(), ids=named)
def test_every_ruleset_has_cases_that_pass_and_figures_that_derive(path: Path) -> None:
    """Every number that a shipped ruleset ever made is made again from its own inputs."""
    assert cases_file(path).is_file()
    for evaluation in evaluations(path):
        assert wrong_figures(evaluation) == []


@pytest.mark.parametrize(
    "ruleset, event", [("malang/2024", "malang-2024"), ("kendari/2025", "kendari-2025")]
)
def test_every_figure_of_the_examples_derives(ruleset: str, event: str) -> None:
    evaluation = ujikom.score(ruleset, ROOT / "examples" / event)
    assert sum(len(result.figures) for result in evaluation) > 400
    assert wrong_figures(evaluation) == []


def wrong_figures(evaluation: ujikom.Evaluation) -> list[str]:
    """Addresses whose value is not what their inputs make, in all workings of an event."""
    tops = [(r.candidacy, a, figure) for r in evaluation for a, figure in r.figures.items()]
    return [
        f"{candidacy} {address} {each.rule}"
        for candidacy, address, top in tops
        for each in top.walk()
        if derive(each) != each.value or (each.rule == "round" and each.rounding is None)
    ]


def test_a_figure_that_does_not_derive_is_seen() -> None:
    one, two = Figure(Fraction(1)), Figure(Fraction(2))
    assert derive(Figure(Fraction(4), "sum", (one, two))) == 3


def test_every_stage_kind_occurs_in_the_cases_of_a_ruleset() -> None:
    used = {
        stage.kind.name
        for path in rulesets()
        if any(True for _ in evaluations(path))
        for stage in ujikom.plan(str(path), rulesets=[ROOT / "rulesets"]).stages
    }
    offered = {
        name if ":" in name else f"core:{name}"
        for plugin in ujikom.plugins()
        for name in plugin.parts.get("stage_kinds", ())
    }
    assert offered - used == set()


# --- what an import costs


def loaded_by(code: str) -> set[str]:
    """The modules that are there after some code, in a fresh interpreter."""
    program = f"{code}\nimport sys\nprint('\\n'.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_importing_the_library_opens_no_catalogue_and_loads_no_extra() -> None:
    loaded = loaded_by("import ujikom_rules")
    assert "ujikom_rules" in loaded
    assert loaded.isdisjoint({*EXTRAS, "pluggy", "ujikom_rules.builtin", "ujikom_rules.catalogue"})


@pytest.mark.parametrize(
    "ruleset, event, cities",
    [
        ("malang/2024", "malang-2024", {"ujikom_rules_malang"}),
        ("kendari/2025", "kendari-2025", {"ujikom_rules_kendari"}),
    ],
)
def test_scoring_loads_no_extra_and_no_city_but_the_one_that_is_named(
    ruleset: str, event: str, cities: set[str]
) -> None:
    loaded = loaded_by(
        f"import ujikom_rules as u\nu.render(u.score('{ruleset}', 'examples/{event}'), 'text')"
    )
    assert "ujikom_rules.evaluating.events" in loaded
    assert loaded.isdisjoint(EXTRAS)
    assert {
        name for name in loaded if name.startswith("ujikom_rules_") and "." not in name
    } == cities
