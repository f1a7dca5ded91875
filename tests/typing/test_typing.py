"""What mypy says of a plugin: nothing of a good one, and a wrong method where its part is offered."""

import re
from pathlib import Path

import pytest

from tests.typing import good_plugin
from ujikom_rules.catalogue.catalogue import open_catalogue
from ujikom_rules.model.ruleset import PluginSpec

api = pytest.importorskip("mypy.api")

HERE = Path(__file__).parent
CONFIG = HERE.parents[1] / "pyproject.toml"
SILENCED = "  # type: ignore[arg-type]"


def said(path: Path) -> dict[int, set[str]]:
    """The codes of mypy's errors about one file, by line."""
    output, trouble, _ = api.run(["--config-file", str(CONFIG), "--hide-error-context", str(path)])
    assert trouble == ""
    found: dict[int, set[str]] = {}
    for line, code in re.findall(rf"{path.name}:(\d+): error: .*\[([a-z-]+)\]", output):
        found.setdefault(int(line), set()).add(code)
    assert found or "Success" in output
    return found


def test_a_good_plugin_needs_no_word() -> None:
    assert SILENCED not in (HERE / "good_plugin.py").read_text(encoding="utf-8")
    assert said(HERE / "good_plugin.py") == {}


def test_the_good_plugin_is_taken_in_as_it_is() -> None:
    spec = PluginSpec("demo", "1.0")
    catalogue, findings = open_catalogue((spec,), {"demo": good_plugin})
    assert findings == ()
    offered = {
        role: [n for n in parts if n.startswith("demo:")]
        for role, parts in catalogue.offers.items()
    }
    assert all(offered.values())


def test_a_wrong_method_is_refused_where_the_part_is_offered(tmp_path: Path) -> None:
    lines = (HERE / "wrong_plugin.py").read_text(encoding="utf-8").splitlines()
    expected = {
        number: {"arg-type"} for number, line in enumerate(lines, 1) if line.endswith(SILENCED)
    }
    assert len(expected) == 14
    copy = tmp_path / "loud_plugin.py"
    copy.write_text("\n".join(line.removesuffix(SILENCED) for line in lines), encoding="utf-8")
    assert said(copy) == expected
