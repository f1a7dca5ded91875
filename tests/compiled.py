"""Rulesets through reading, catalogue and compiling: what comes out, and what is said of them."""

from collections.abc import Mapping
from types import FunctionType, ModuleType
from typing import Any

import ujikom_rules as ujikom
from ujikom_rules import api
from ujikom_rules.catalogue.catalogue import open_catalogue
from ujikom_rules.errors import Finding
from ujikom_rules.planned import Plan, PlannedNode
from ujikom_rules.plugin import Part, PluginInfo, hookimpl

HEAD = """schema = 1
[ruleset]
id = "uji/contoh"
version = "1.0"
title = "Contoh"
"""
SCALE = "scale = { lower = 0, upper = 100 }"
PANEL = f'[[stages]]\nid = "w"\nkind = "panel"\n{SCALE}\n'
NAMED = '[plugins]\ndemo = "1.0"\n'
Modules = Mapping[str, ModuleType]


def stage(id: str, *keys: str, kind: str = "panel") -> str:
    """A stage in a few lines."""
    return "\n".join(["[[stages]]", f'id = "{id}"', f'kind = "{kind}"', *keys, ""])


def plan_of(rules: str, plugins: Modules | None = None) -> Plan:
    """The plan of a ruleset that is written without its head."""
    return ujikom.plan(ujikom.parse_ruleset(HEAD + rules), plugins=plugins or {})


def findings_of(rules: str, plugins: Modules | None = None) -> tuple[Finding, ...]:
    """All findings of reading and compiling a ruleset that is written without its head."""
    return api.check(ujikom.parse_ruleset(HEAD + rules), plugins=plugins or {})


def said_of(rules: str, plugins: Modules | None = None) -> list[str]:
    """The findings as ``UJ301 stages.w.weight``."""
    return [f"{each.code} {each.path}" for each in findings_of(rules, plugins)]


def node(plan: Plan, address: str) -> PlannedNode:
    """The node at an address."""
    found = [plan.decision.node, *(each.node for each in plan.stages)]
    for each in found:
        found += each.children
    return next(each for each in found if each.address == address)


def module(name: str = "demo", api: int = 1, **hooks: Any) -> ModuleType:
    """A plugin in process; a list is what an offer answers, a function is a hook of its own."""
    made = ModuleType(name)

    def ujikom_plugin_info() -> PluginInfo:
        return PluginInfo(api=api, title=name)

    made.__dict__["ujikom_plugin_info"] = hookimpl(ujikom_plugin_info)
    for hook, answer in hooks.items():
        made.__dict__[f"ujikom_{hook}"] = (
            hookimpl(answer) if isinstance(answer, FunctionType) else hookimpl(_offer(answer))
        )
    return made


def _offer(parts: list[Part[Any]]) -> Any:
    def offer() -> list[Part[Any]]:
        return parts

    return offer


def core_parts() -> set[str]:
    """The names of all parts of the core."""
    catalogue, findings = open_catalogue((), {})
    assert findings == ()
    return {name for offered in catalogue.offers.values() for name in offered}
