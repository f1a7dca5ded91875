"""What is installed: every plugin with what it offers, or why it cannot be used."""

from collections.abc import Mapping

from attrs import frozen

from ujikom_rules import names
from ujikom_rules.catalogue import discovery
from ujikom_rules.catalogue.catalogue import Catalogue, open_catalogue
from ujikom_rules.contract.roles import ROLES
from ujikom_rules.errors import NOWHERE, Finding, errors_in
from ujikom_rules.messages import Text
from ujikom_rules.model.ruleset import PluginSpec


@frozen(eq=False, repr=False)
class PluginFound:
    """An installed plugin: what it is and what it offers; `problem` says why it cannot be used."""

    namespace: str
    distribution: str
    version: str
    title: str | Text
    parts: Mapping[str, tuple[str, ...]]
    problem: str = ""
    findings: tuple[Finding, ...] = ()


def plugins() -> tuple[PluginFound, ...]:
    """The core and every installed plugin, each opened by itself so that none hides another."""
    found = []
    for each in (discovery.core(), *discovery.installed()):
        named = () if each.namespace == names.CORE else (any_version(each),)
        catalogue, findings = open_catalogue(named)
        found.append(_described(each, catalogue, findings))
    return tuple(found)


def any_version(found: discovery.Found) -> PluginSpec:
    """A plugin as a ruleset would name it that takes whatever version is installed."""
    return PluginSpec(found.namespace, found.version or "0", place=NOWHERE)


def _described(
    found: discovery.Found, catalogue: Catalogue, findings: tuple[Finding, ...]
) -> PluginFound:
    loaded = catalogue.loaded.get(found.namespace)
    title = "" if loaded is None else loaded.info.title
    parts = {
        role: tuple(
            names.shown(name)
            for name, offered in catalogue.offers[role].items()
            if offered.owner.namespace == found.namespace
        )
        for role in ROLES
    }
    return PluginFound(
        namespace=found.namespace,
        distribution=found.distribution,
        version=found.version,
        title=title,
        parts={role: offered for role, offered in parts.items() if offered},
        problem="; ".join(each.code for each in errors_in(findings)),
        findings=findings,
    )
