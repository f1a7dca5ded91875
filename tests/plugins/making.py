"""Plugins made on the spot, good and bad, and an event to score with them."""

from collections.abc import Callable, Mapping, Sequence
from types import FunctionType, ModuleType
from typing import Any

import ujikom_rules as ujikom
from ujikom_rules.errors import Finding
from ujikom_rules.plugin import Part, PluginInfo, Text, hookimpl

RULES = """
schema = 1
[ruleset]
id = "contoh/coba"
version = "1.0"
title = "Contoh"
source = "assumption"
[plugins]
demo = "1.0"
[[stages]]
id = "wawancara"
kind = "panel"
scale = { lower = 0, upper = 100 }
"""
CORE = RULES.replace('demo = "1.0"', "")
SHEET = {
    "event": {"id": "contoh", "date": "2026-01-15"},
    "candidates": [{"id": "A01"}, {"id": "A02"}],
    "examiners": [{"id": "E1", "kind": "akademisi"}, {"id": "E2"}],
    "ratings": [
        {"candidacy": who, "stage": "wawancara", "examiner": examiner, "value": mark}
        for who, marks in (("A01", "70 81"), ("A02", "75 76"))
        for examiner, mark in zip(("E1", "E2"), marks.split(), strict=True)
    ],
}


def hook(name: str, answer: Callable[..., Any]) -> Callable[..., Any]:
    """A function as a plugin would write it under a hook's name."""
    made = FunctionType(
        answer.__code__, answer.__globals__, name, answer.__defaults__, answer.__closure__
    )
    marked: Callable[..., Any] = hookimpl(made)
    return marked


def plugin(*hooks: Callable[..., Any], api: int = 1, **parts: Any) -> ModuleType:
    """A module that says who it is, answers further hooks and offers a part for each role."""
    module = ModuleType("demo")
    info = hook("ujikom_plugin_info", lambda: PluginInfo(api=api, title="Demo"))
    offers = [hook(f"ujikom_{role}", _offer(part)) for role, part in parts.items()]
    for each in (info, *offers, *hooks):
        setattr(module, each.__name__, each)
    return module


def _offer(part: Part[Any]) -> Callable[[], list[Part[Any]]]:
    return lambda: [part]


def offer(name: str, make: Any, **keys: Any) -> Part[Any]:
    """A part with a summary."""
    return Part(name, make, summary=Text("Contoh.", "An example."), **keys)


def rules(*lines: str, text: str = RULES) -> ujikom.Document:
    """The ruleset with further lines at its one stage, or with tables behind it."""
    return ujikom.parse_ruleset("\n".join((text.strip(), *lines)))


def check(module: ModuleType, *lines: str) -> tuple[Finding, ...]:
    return ujikom.check(rules(*lines), plugins={"demo": module})


def score(module: ModuleType, *lines: str) -> ujikom.Evaluation:
    sheet = ujikom.parse_scoresheet(SHEET)
    return ujikom.score(rules(*lines), sheet, plugins={"demo": module})


def core(plugins: Mapping[str, ModuleType]) -> Any:
    """The document of a ruleset that names no plugin, beside those that are there."""
    sheet = ujikom.parse_scoresheet(SHEET)
    return ujikom.document(ujikom.score(rules(text=CORE), sheet, plugins=plugins), figures=True)


def codes(findings: Sequence[Finding]) -> list[str]:
    return [each.code for each in findings]
