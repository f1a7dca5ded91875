"""`assert_plugin_conforms`: what is wrong with a plugin, at its file and line."""

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from attrs import frozen

import ujikom_rules_kendari
import ujikom_rules_malang
import ujikom_rules_template
from tests.plugins.making import hook, offer, plugin
from ujikom_rules import builtin
from ujikom_rules.plugin import PluginInfo
from ujikom_rules.testing import assert_plugin_conforms

GOOD = '''"""An example."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Literal

from attrs import Factory, field, frozen

from ujikom_rules.plugin import (
    Aggregator, Figure, Finding, Item, Mean, NodeAt, Part, PluginInfo, Refusal, Ruleset, Text,
    hookimpl, mean_of,
)


@frozen(kw_only=True)
class Best:
    """The mean of the best."""

    keep: int | None = None
    share: Figure = Figure(Fraction(40))
    part: Fraction = Fraction(1, 2)
    severity: Literal["error", "warning"] = "error"
    names: tuple[str, ...] = ()
    more: tuple[str, ...] = Factory(tuple)
    inside: Aggregator | None = None

    def combine(self, items: Sequence[Item], at: NodeAt) -> Figure | None:
        return mean_of(item.value for item in items)


@hookimpl
def ujikom_plugin_info() -> PluginInfo:
    return PluginInfo(api=1, title="Demo")


@hookimpl
def ujikom_aggregators() -> Iterable[Part[Aggregator]]:
    return [Part("best", Best, summary=Text("Rata-rata terbaik.", "The mean of the best."))]


@hookimpl
def ujikom_review_ruleset(ruleset: Ruleset) -> Sequence[Finding]:
    return []
'''.replace(" Mean,", "")
Written = Callable[[str], ModuleType]


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Written:
    """A plugin of one file."""

    def load(text: str) -> ModuleType:
        path = tmp_path / "demo_conforming.py"
        path.write_text(text, "utf-8")
        spec = importlib.util.spec_from_file_location("demo_conforming", path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        monkeypatch.setitem(sys.modules, "demo_conforming", module)
        spec.loader.exec_module(module)
        return module

    return load


def faults(module: ModuleType, namespace: str = "demo") -> list[str]:
    """What is said, a line each, by the file's name."""
    with pytest.raises(AssertionError) as refused:
        assert_plugin_conforms(module, namespace=namespace)
    first, *lines = str(refused.value).splitlines()
    assert first == f"{module.__name__} does not conform; change this:"
    return [line.strip().rpartition("/")[2] for line in lines]


@pytest.mark.parametrize(
    "module,namespace",
    [
        (ujikom_rules_template, "contoh"),
        (ujikom_rules_malang, "malang"),
        (ujikom_rules_kendari, "kendari"),
        (builtin, "core"),
    ],
)
def test_all_that_is_shipped_conforms(module: ModuleType, namespace: str) -> None:
    assert_plugin_conforms(module, namespace=namespace)


def test_the_example_conforms(written: Written) -> None:
    assert_plugin_conforms(written(GOOD), namespace="demo")


_MISFIT = "UJ510 the plugin 'demo' (in process): the part 'demo:{}' does not fit: {}"
CHANGES = {
    "another API": (
        "api=1", "api=7",
        ["UJ504 the plugin 'demo' (in process) was written for API 7; this program has 1"], 1,
    ),
    "no title": (
        'title="Demo"', 'title=" "',
        ["PluginInfo(title=…): say what people call the plugin"], 31,
    ),
    "half a title": (
        'title="Demo"', 'title=Text("Contoh", "")',
        ["PluginInfo(title=…): say what people call the plugin"], 31,
    ),
    "no summary": (
        ', summary=Text("Rata-rata terbaik.", "The mean of the best.")', "",
        ['best: summary= is missing: Part(…, summary=Text("Indonesian", "English")), one line each'],
        15,
    ),
    "a summary in one language": (
        '"The mean of the best.")', '" ")',
        ['best: summary= is missing: Part(…, summary=Text("Indonesian", "English")), one line each'],
        15,
    ),
    "no docstring": (
        '    """The mean of the best."""\n', '    __doc__ = ""\n',
        ["Best: write a docstring: what it means, its units, and where the rule stands"], 15,
    ),
    "a name that is no id": (
        'Part("best"', 'Part("Best"',
        [_MISFIT.format("Best", "its name 'Best' is no id of small letters, digits and hyphens")],
        15,
    ),
    "a field that TOML cannot hold": (
        "keep: int | None = None", "keep: bytes = b''",
        [_MISFIT.format("best", "Best.keep: <class 'bytes'> is no type that a key can have")], 15,
    ),
    "a default of another type": (
        "share: Figure = Figure(Fraction(40))", "share: Figure = 40",
        ["Best.share: its default 40 does not fit its annotation"], 15,
    ),
    "a whole number for a fraction": (
        "part: Fraction = Fraction(1, 2)", "part: Fraction = 1",
        ["Best.part: its default 1 does not fit its annotation"], 15,
    ),
    "a word that is none of them": (
        '= "error"', '= "fatal"',
        ["Best.severity: its default 'fatal' does not fit its annotation"], 15,
    ),
    "a default that fits no side of a union": (
        "keep: int | None = None", "keep: int | None = True",
        ["Best.keep: its default True does not fit its annotation"], 15,
    ),
    "no part where one is wanted": (
        "inside: Aggregator | None = None", "inside: Aggregator = 3",
        ["Best.inside: its default 3 does not fit its annotation"], 15,
    ),
    "defaults that fail": (
        "    def combine", "    def __attrs_post_init__(self):\n        1 / 0\n\n    def combine",
        ["Best cannot be made of its defaults: ZeroDivisionError: division by zero"], 15,
    ),
    "an import past the door": (
        "from typing import Literal", "from typing import Literal\nfrom ujikom_rules import api",
        ["from ujikom_rules import …: a plugin imports only ujikom_rules.plugin"], 6,
    ),
    "the whole library": (
        "from typing import Literal", "import ujikom_rules.exact; from typing import Literal",
        ["import ujikom_rules.exact: a plugin imports only ujikom_rules.plugin"], 5,
    ),
    "a room of the library": (
        "from typing import Literal",
        "from typing import Literal; from ujikom_rules.exact import to_text",
        ["from ujikom_rules.exact import …: a plugin imports only ujikom_rules.plugin"], 5,
    ),
    "a float": (
        "return mean_of", "0.5\n        return mean_of",
        ['0.5 is a binary float: write Fraction("…"), exactly'], 28,
    ),
    "a call of float": (
        "return mean_of", "float(1)\n        return mean_of",
        ["float(…): a score is never a binary float; keep the Figure, or Fraction(…)"], 28,
    ),
    "a hook without its answer's type": (
        "() -> Iterable[Part[Aggregator]]:", "():",
        ["ujikom_aggregators: write -> Iterable[Part[Aggregator]]"], 36,
    ),
    "a hook that promises other parts": (
        "() -> Iterable[Part[Aggregator]]:", "() -> list[Part[Figure]]:",
        ["ujikom_aggregators: write -> Iterable[Part[Aggregator]]"], 36,
    ),
    "a passage that does not say what it takes": (
        "(ruleset: Ruleset)", "(ruleset)",
        ["ujikom_review_ruleset: write ruleset: Ruleset"], 41,
    ),
    "an annotation that cannot be read": (
        "(ruleset: Ruleset)", '(ruleset: "Rules")',
        ["ujikom_review_ruleset: its annotations cannot be read: name 'Rules' is not defined"], 41,
    ),
    "a misspelt hook": (
        "def ujikom_aggregators", "def ujikom_agregators",
        ["UJ506 the plugin 'demo' (in process): there is no hook 'ujikom_agregators'"], 36,
    ),
    "a hook without its mark": (
        "@hookimpl\ndef ujikom_aggregators", "def ujikom_aggregators",
        ["UJ508 the plugin 'demo' (in process): 'ujikom_aggregators' is not marked @hookimpl"], 36,
    ),
    "a hook that fails": (
        "    return [Part(", "    raise KeyError('x')\n    return [Part(",
        ["UJ514 the plugin 'demo' (in process) failed in ujikom_aggregators: KeyError: 'x'"], 36,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_each_fault_is_said_at_its_line(written: Written, name: str) -> None:
    old, new, said, line = CHANGES[name]
    assert GOOD.count(old) == 1
    assert faults(written(GOOD.replace(old, new))) == [
        f"demo_conforming.py:{line}: {each}" for each in said
    ]


def test_what_the_door_has_and_does_not_offer(written: Written) -> None:
    module = written(GOOD)
    path = Path(module.__file__ or "")
    text = GOOD.replace("hookimpl, mean_of,", "hookimpl, mean_of, means_of,")
    path.write_text(text, "utf-8")  # read by its source; importing it would fail already
    assert faults(module) == [
        "demo_conforming.py:9: ujikom_rules.plugin offers no means_of; perhaps mean_of is meant"
    ]


def test_the_door_may_be_taken_whole(written: Written) -> None:
    more = (
        "from typing import Literal\n\nimport ujikom_rules.plugin\nfrom ujikom_rules import plugin"
    )
    assert_plugin_conforms(
        written(GOOD.replace("from typing import Literal", more)), namespace="demo"
    )


@pytest.mark.parametrize("namespace", ["core", "Kota", "kota malang", ""])
def test_a_namespace_is_an_id_and_not_the_cores(written: Written, namespace: str) -> None:
    said = [each for each in faults(written(GOOD), namespace) if "namespace" in each]
    rule = "small letters, digits and hyphens, and not 'core'"
    assert said == [f"demo_conforming.py:1: namespace {namespace!r}: {rule}"]


def test_all_faults_are_said_at_once(written: Written) -> None:
    text = GOOD.replace("share: Figure = Figure(Fraction(40))", "share: Figure = 0.4")
    text = text.replace('title="Demo"', 'title=""').replace("api=1", "api=2")
    assert [each.split(":")[1] for each in faults(written(text))] == ["1", "15", "20", "31"]


def test_a_module_without_a_file_is_looked_at_all_the_same() -> None:
    empty = ModuleType("demo")
    assert faults(empty) == ["-:1: UJ505 the plugin 'demo' (in process) does not say who it is"]
    with pytest.raises(AssertionError, match="write -> PluginInfo"):
        assert_plugin_conforms(plugin(), namespace="demo")


def test_what_cannot_be_seen_is_said_where_it_can() -> None:
    def fail() -> PluginInfo:
        raise RuntimeError("out of order")

    said = faults(plugin(hook("ujikom_plugin_info", fail)))
    assert any("UJ514" in each and "RuntimeError: out of order" in each for each in said)
    nameless = type("Odd", (), {"combine": lambda self, items, at: None})  # noqa: ARG005
    said = faults(plugin(aggregators=offer("odd", frozen(nameless))))
    assert any("Odd: write a docstring" in each for each in said)


def test_what_is_no_part_is_refused(written: Written) -> None:
    (said,) = faults(written(GOOD.replace("return [Part(", "return [Best, Part(")))
    assert said.startswith("demo_conforming.py:36: UJ515 the plugin 'demo' (in process):")
    assert said.endswith("ujikom_aggregators must answer Part, not type")
