"""Clumsy and hostile plugins, before anything is scored: each is refused by name."""

import sys
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from attrs import define, evolve, frozen

import ujikom_rules as ujikom
from tests.plugins.making import CORE, RULES, SHEET, check, codes, core, hook, offer, plugin, rules
from ujikom_rules.catalogue import discovery
from ujikom_rules.errors import Finding
from ujikom_rules.messages import hint_of, text_of
from ujikom_rules.plugin import Figure, Item, NodeAt, PluginInfo, Text, mean_of, review

POOLED = 'pooling = "demo:mean"'


@frozen(kw_only=True)
class Mean:
    """A good one."""

    def combine(self, items: Sequence[Item], at: NodeAt) -> Figure | None:  # noqa: ARG002
        return mean_of(item.value for item in items)


GOOD = offer("mean", Mean)


def fail() -> Any:
    raise RuntimeError("out of order")


def without(name: str) -> ModuleType:
    module = plugin(aggregators=GOOD)
    delattr(module, name)
    return module


def generator() -> Iterator[Any]:
    yield GOOD
    fail()


def unmarked() -> list[Any]:
    return []


unmarked.__name__ = "ujikom_classifiers"


@define(kw_only=True)
class Thawed:
    """Can be changed."""

    def combine(self, items: Any, at: Any) -> Any: ...


@frozen(kw_only=True)
class Loose:
    """A field of no type that TOML has."""

    path: Path

    def combine(self, items: Any, at: Any) -> Any: ...


@frozen(kw_only=True)
class Short:
    """Asks for less than the role gives."""

    def combine(self, items: Any) -> Any: ...


def test_the_good_one_is_not_refused() -> None:
    assert check(plugin(aggregators=GOOD), POOLED) == ()


TEXT = Text("periksa", "look again")
NO_PATH: Any = None
BY_HAND = evolve(review("stages", TEXT), path=NO_PATH)
HOSTILE: dict[str, tuple[ModuleType, str, str]] = {
    "a misspelt hook": (
        plugin(hook("ujikom_agregators", lambda: [GOOD])),
        "UJ506", "ujikom_agregators",
    ),
    "a hook without its mark": (plugin(unmarked), "UJ508", "ujikom_classifiers"),
    "a wrong argument": (
        plugin(hook("ujikom_review_ruleset", lambda rules: [])),  # noqa: ARG005
        "UJ507", "rules",
    ),
    "no answer to who it is": (without("ujikom_plugin_info"), "UJ505", "demo"),
    "an answer of another kind to who it is": (
        plugin(hook("ujikom_plugin_info", lambda: "Demo")),
        "UJ515", "ujikom_plugin_info",
    ),
    "another API": (plugin(api=2), "UJ504", "API 2"),
    "a hook that raises": (plugin(hook("ujikom_aggregators", fail)), "UJ514", "out of order"),
    "a generator that raises half-way": (
        plugin(hook("ujikom_aggregators", generator)),
        "UJ514", "out of order",
    ),
    "a hook that ends the program": (
        plugin(hook("ujikom_aggregators", lambda: sys.exit(3))),
        "UJ514", "SystemExit",
    ),
    "an offer that is no part": (plugin(hook("ujikom_aggregators", lambda: [Mean])), "UJ515", "Part"),
    "one name twice": (
        plugin(hook("ujikom_aggregators", lambda: [GOOD, GOOD])),
        "UJ509", "demo:mean",
    ),
    "a name that is no id": (plugin(aggregators=offer("Mean", Mean)), "UJ510", "'Mean'"),
    "a part that can be changed": (plugin(aggregators=offer("mean", Thawed)), "UJ510", "not frozen"),
    "a field without a form in TOML": (plugin(aggregators=offer("mean", Loose)), "UJ510", "Loose.path"),
    "a method with other arguments": (plugin(aggregators=offer("mean", Short)), "UJ510", "combine"),
    "a part of another role": (plugin(classifiers=GOOD), "UJ510", "classify"),
    "a review that raises": (
        plugin(hook("ujikom_review_ruleset", fail)
      , aggregators=GOOD),
        "UJ514", "ujikom_review_ruleset",
    ),
    "a review that answers with texts": (
        plugin(hook("ujikom_review_ruleset", lambda ruleset: ["wrong"]), aggregators=GOOD),  # noqa: ARG005
        "UJ515", "str",
    ),
    "a review of a path that is no text": (
        plugin(hook("ujikom_review_ruleset", lambda ruleset: [review(ruleset, TEXT)]), aggregators=GOOD),
        "UJ514", "path is Ruleset; what is needed is str",
    ),
    "a finding by hand whose path is no text": (
        plugin(hook("ujikom_review_ruleset", lambda ruleset: [BY_HAND]), aggregators=GOOD),  # noqa: ARG005
        "UJ515", "Finding",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_by_name(name: str) -> None:
    module, code, word = HOSTILE[name]
    found = [each for each in check(module, POOLED) if each.code == code]
    assert [each.plugin for each in found] == ["demo"]
    assert found[0].severity == "error"
    assert found[0].path == "plugins.demo"
    for said in (text_of(found[0], "id"), text_of(found[0], "en")):
        assert "demo" in said
    assert word in text_of(found[0], "en") + hint_of(found[0], "en")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_ruleset_that_does_not_name_it_scores_as_ever(name: str) -> None:
    assert core({"demo": HOSTILE[name][0]}) == core({})


def test_a_plugin_that_is_not_named_is_not_called() -> None:
    called: list[str] = []

    def noted() -> PluginInfo:
        called.append("info")
        return PluginInfo(api=1, title="Demo")

    module = plugin(hook("ujikom_plugin_info", noted), aggregators=GOOD)
    assert core({"demo": module}) == core({})
    assert called == []
    check(module)
    assert called == ["info"]


def test_a_good_review_is_said_at_the_line_that_it_names() -> None:
    said = review("stages.wawancara", Text("periksa", "look again"))
    module = plugin(hook("ujikom_review_ruleset", lambda ruleset: [said]))  # noqa: ARG005
    (found,) = check(module)
    assert (found.plugin, found.severity, found.place.line) == ("demo", "warning", 9)


# --- what is installed


Install = Callable[..., None]


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Install:
    """Distributions with a version each, all of one namespace; their module is a file."""

    def installed(source: str, *versions: str) -> None:
        (tmp_path / "demo_installed.py").write_text(source, "utf-8")
        monkeypatch.syspath_prepend(str(tmp_path))
        entry = EntryPoint("demo", "demo_installed", discovery.GROUP)
        found = [
            discovery.Found("demo", f"ujikom-rules-demo{n or ''}", version, entry=entry)
            for n, version in enumerate(versions)
        ]
        monkeypatch.setattr(discovery, "installed", lambda: tuple(found))
        monkeypatch.delitem(sys.modules, "demo_installed", raising=False)

    return installed


SOUND = """
from ujikom_rules.plugin import PluginInfo, hookimpl

@hookimpl
def ujikom_plugin_info():
    return PluginInfo(api=1, title="Demo")
"""


def said_of(text: str = RULES) -> tuple[Finding, ...]:
    return ujikom.check(ujikom.parse_ruleset(text))


@pytest.mark.parametrize(
    "source,reason",
    [
        ("raise RuntimeError('out of order')", "RuntimeError: out of order"),
        ("raise SystemExit(0)", "SystemExit: 0"),
        ("import nowhere_at_all", "No module named 'nowhere_at_all'"),
        ("def (", "invalid syntax"),
    ],
)
def test_a_plugin_that_fails_at_import(install: Install, source: str, reason: str) -> None:
    install(source, "1.0")
    (found,) = said_of()
    assert (found.code, found.plugin) == ("UJ503", "demo")
    assert reason in text_of(found, "en")
    assert "ujikom-rules-demo 1.0" in text_of(found, "en")


def test_a_plugin_that_fails_at_import_and_is_not_named(install: Install) -> None:
    install("raise RuntimeError('out of order')", "1.0")
    sheet = ujikom.parse_scoresheet(SHEET)
    scored = ujikom.document(ujikom.score(rules(text=CORE), sheet), figures=True)
    assert scored == core({})
    assert "demo_installed" not in sys.modules


def test_two_distributions_of_one_name_are_both_named(install: Install) -> None:
    install(SOUND, "1.0", "1.2")
    (found,) = said_of()
    assert found.code == "UJ517"
    assert "ujikom-rules-demo 1.0, ujikom-rules-demo1 1.2" in text_of(found, "en")


@pytest.mark.parametrize(
    "version,wanted,meets",
    [("1.4", "1.0", True), ("1.4", "1.4", True), ("1.4", "1.5", False), ("1.4", "2.0", False),
     ("2.0", "1.4", False)],
)  # fmt: skip
def test_a_version_is_met_or_both_are_named(
    install: Install, version: str, wanted: str, meets: bool
) -> None:
    install(SOUND, version)
    found = said_of(RULES.replace('demo = "1.0"', f'demo = "{wanted}"'))
    assert codes(found) == ([] if meets else ["UJ502"])
    for each in found:
        assert wanted in text_of(each, "en")
        assert f"ujikom-rules-demo {version}" in text_of(each, "en")


def test_of_two_wanted_versions_the_overlay_has_the_last_word(
    install: Install, tmp_path: Path
) -> None:
    install(SOUND, "1.4")
    (tmp_path / "base.toml").write_text(RULES.replace("contoh/coba", "contoh/dasar"), "utf-8")
    overlay = """
schema = 1
[ruleset]
id = "contoh/kota"
version = "1.0"
title = "Kota"
extends = "contoh/dasar"
[plugins]
demo = "1.5"
"""
    found = ujikom.check(ujikom.parse_ruleset(overlay), rulesets=[tmp_path])
    assert codes(found) == ["UJ502"]
    assert "1.5" in text_of(found[0], "en")
