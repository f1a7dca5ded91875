"""What the laws of the house look at: source files, the authors' door, events of the shipped rules."""

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

from ujikom_rules import plugin
from ujikom_rules.analysis.cases import run_cases
from ujikom_rules.contract import views
from ujikom_rules.model.outcome import Evaluation

ROOT = Path(__file__).resolve().parents[1]
SOURCES = (ROOT / "src", *sorted((ROOT / "plugins").glob("*/src")))
TESTS = (ROOT / "tests", *sorted((ROOT / "plugins").glob("*/tests")))
RULESETS = (ROOT / "rulesets", ROOT / "plugins" / "_template" / "rulesets")
CASES = ".cases.toml"


def python_files(folders: tuple[Path, ...]) -> list[Path]:
    """Every Python file beneath some folders."""
    return sorted(path for folder in folders for path in folder.rglob("*.py"))


def rulesets() -> list[Path]:
    """Every ruleset of the repository that is law or an example, without its cases."""
    found = (path for folder in RULESETS for path in folder.rglob("*.toml"))
    return sorted(path for path in found if not path.name.endswith(CASES))


def evaluations(ruleset: Path) -> Iterator[Evaluation]:
    """The events of a ruleset's cases, evaluated."""
    for case in run_cases(ruleset, rulesets=RULESETS).results:
        if case.evaluation is not None:
            yield case.evaluation


def door() -> list[str]:
    """The names of the authors' door, and what each view shows: ``NodeAt.term(item)``."""
    names = [f"plugin.{name}" for name in plugin.__all__]
    members = [
        f"{view}.{name}{_parameters(member)}"
        for view in views.__all__
        if inspect.isclass(getattr(views, view))
        for name, member in vars(getattr(views, view)).items()
        if not name.startswith("_")
    ]
    return sorted(names) + sorted(members)


def _parameters(member: object) -> str:
    if not inspect.isfunction(member):
        return ""
    return f"({', '.join(name for name in inspect.signature(member).parameters if name != 'self')})"


def slips(path: Path) -> Iterator[str]:
    """Places where a file has a float, asks for one, or asks the clock: ``views.py:12 float``."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        said = ""
        if isinstance(node, ast.Constant) and isinstance(node.value, float | complex):
            said = f"the number {node.value}"
        elif isinstance(node, ast.Call):
            called = node.func
            name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
            said = name if name in ("float", "now", "today", "utcnow") else ""
        if said:
            yield f"{path.name}:{getattr(node, 'lineno', 0)} {said}"
