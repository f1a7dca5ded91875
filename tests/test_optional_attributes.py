"""What compiling and evaluating ask of a part beside its fields is written down for authors."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.house import ROOT

PAGE = ROOT / "docs" / "reference" / "fields.md"
ROOMS = ("compiling", "evaluating")
HEAD = "## What else a part may say"


def asked() -> set[str]:
    """The names that are looked for on a part which need not have them."""
    sources = (path for room in ROOMS for path in (ROOT / "src/ujikom_rules" / room).rglob("*.py"))
    return {name for path in sources for name in _asked_in(path)}


def _asked_in(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        if node.func.id not in {"getattr", "hasattr"} or len(node.args) < 2:
            continue
        whom, name = node.args[:2]
        is_part = (isinstance(whom, ast.Name) and whom.id == "part") or (
            isinstance(whom, ast.Attribute) and whom.attr == "part"
        )
        if is_part and isinstance(name, ast.Constant):
            yield str(name.value)


def documented() -> list[str]:
    """The names in the first column of the table of that section."""
    section = PAGE.read_text(encoding="utf-8").partition(HEAD)[2].partition("\n## ")[0]
    return re.findall(r"^\| `(\w+)", section, re.MULTILINE)


def test_every_optional_attribute_of_a_part_is_documented_and_no_other() -> None:
    assert len(asked()) > 10
    assert sorted(asked()) == sorted(documented())
