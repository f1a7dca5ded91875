"""The passages: what named plugins change in a ruleset, say of it, or learn of its results."""

from typing import Any

import attrs
from attrs import frozen

from ujikom_rules.catalogue import plugins
from ujikom_rules.catalogue.catalogue import Catalogue
from ujikom_rules.catalogue.discovery import Found
from ujikom_rules.errors import NOWHERE, SEVERITIES, Finding, Place, PluginError
from ujikom_rules.messages import REGISTER, Text, finding
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.outcome import Amendment
from ujikom_rules.model.ruleset import PluginSpec, Ruleset
from ujikom_rules.planned import PlannedPart


@frozen(eq=False, repr=False)
class Amended:
    """A ruleset after its plugins, and what they changed."""

    ruleset: Ruleset
    amendments: tuple[Amendment, ...]
    findings: tuple[Finding, ...]


def amend(ruleset: Ruleset, catalogue: Catalogue) -> Amended:
    """Fold the amendments of those plugins that the ruleset allows to amend, in its order."""
    amendments: list[Amendment] = []
    findings: list[Finding] = []
    for spec in ruleset.plugins:
        loaded = catalogue.loaded.get(spec.namespace)
        if loaded is None or not spec.amends:
            continue
        hook = "ujikom_amend_ruleset"
        before = _flat(ruleset)  # taken first, so that a change in place is seen too
        try:
            answer = plugins.call_hook(catalogue.manager, loaded.found, hook, ruleset=ruleset)
        except PluginError as failure:
            findings.append(_failed(spec.place, spec.path, failure))
            continue
        if answer is None:
            answer = ruleset
        if not isinstance(answer, Ruleset):
            findings.append(
                finding("UJ515", spec.place, spec.path, plugin=spec.namespace, got=spec.namespace,
                        distribution=loaded.found.shown, hook=hook, expected="Ruleset",
                        said=type(answer).__name__)
            )  # fmt: skip
            continue
        after = _flat(answer)
        for path in sorted(set(before) | set(after)):
            old, new = before.get(path, ""), after.get(path, "")
            if old != new:
                amendments.append(Amendment(spec.namespace, path, old, new))
        ruleset = answer
    return Amended(ruleset, tuple(amendments), tuple(findings))


def review(ruleset: Ruleset, catalogue: Catalogue) -> tuple[Finding, ...]:
    """What the named plugins say of a ruleset, in its order."""
    found: list[Finding] = []
    for spec in ruleset.plugins:
        loaded = catalogue.loaded.get(spec.namespace)
        if loaded is None:
            continue
        hook = "ujikom_review_ruleset"
        try:
            answer = plugins.call_hook(catalogue.manager, loaded.found, hook, ruleset=ruleset)
            said = list(answer or ())
        except (Exception, SystemExit) as failure:  # noqa: BLE001  foreign code, if it generates
            found.append(_failed(spec.place, spec.path, _as_failure(failure, loaded.found, hook)))
            continue
        wrong = [each for each in said if not _is_said_well(each)]
        if wrong:
            found.append(
                finding("UJ515", spec.place, spec.path, plugin=spec.namespace, got=spec.namespace,
                        distribution=loaded.found.shown, hook=hook, expected="Finding",
                        said=type(wrong[0]).__name__)
            )  # fmt: skip
            continue
        found += [
            attrs.evolve(each, plugin=spec.namespace, place=_place_of(each, ruleset, spec))
            for each in said
        ]
    return tuple(found)


def observers(ruleset: Ruleset, catalogue: Catalogue) -> tuple[PlannedPart, ...]:
    """The plugins that want to be told of a finished evaluation, in the ruleset's order."""
    found = []
    for spec in ruleset.plugins:
        loaded = catalogue.loaded.get(spec.namespace)
        if loaded is None:
            continue
        told = plugins.answers(catalogue.manager, loaded.found, "ujikom_evaluation_done")
        if told is not None:
            name = f"{spec.namespace}:ujikom_evaluation_done"
            found.append(
                PlannedPart(name=name, part=told, distribution=loaded.found.shown,
                            place=spec.place, path=spec.path)
            )  # fmt: skip
    return tuple(found)


def _is_said_well(said: Any) -> bool:
    """Whether an answer is a finding that can be printed."""
    return (
        isinstance(said, Finding)
        and said.code in REGISTER
        and said.severity in SEVERITIES
        and isinstance(said.path, str)
    )


def _place_of(said: Finding, ruleset: Ruleset, spec: PluginSpec) -> Place:
    """Where the key path of a finding stands; the line that names the plugin where it is none."""
    if said.place != NOWHERE:
        return said.place
    nodes = [ruleset.decision, *ruleset.stages]
    for node in nodes:  # grows as it is walked: each node brings those beneath it
        if node.path == said.path:
            return node.place
        nodes += node.criteria
        for entry in node.written.values():
            for each in entry.walk():
                if each.path == said.path:
                    return each.place
    return spec.place


def _as_failure(failure: BaseException, found: Found, hook: str) -> PluginError:
    if isinstance(failure, PluginError):
        return failure
    return PluginError(found.namespace, found.shown, hook, plugins.reason(failure))


def _failed(place: Place, path: str, failure: PluginError) -> Finding:
    return finding(
        "UJ514", place, path, plugin=failure.namespace, got=failure.namespace,
        distribution=failure.distribution, hook=failure.where, reason=failure.reason,
    )  # fmt: skip


def _flat(value: Any, path: str = "") -> dict[str, str]:
    """Every value of a ruleset by its key path, as text; places and findings left out."""
    if isinstance(value, Figure):
        return {path: value.text}
    if isinstance(value, Text):
        return {path: value.id}
    if isinstance(value, Place):
        return {}
    if isinstance(value, Entry):
        return _flat(value.data, path)
    if attrs.has(type(value)):
        return {
            key: text
            for each in attrs.fields(type(value))
            if each.name not in ("place", "written", "path", "source")
            for key, text in _flat(getattr(value, each.name), _under(path, each.name)).items()
        }
    if isinstance(value, dict):
        return {
            key: text
            for name, each in value.items()
            for key, text in _flat(each, _under(path, str(name))).items()
        }
    if isinstance(value, tuple):
        return {
            key: text
            for number, each in enumerate(value)
            for key, text in _flat(each, _under(path, _name(each, number))).items()
        }
    return {} if value is None else {path: str(value)}


def _name(value: Any, number: int) -> str:
    return str(getattr(value, "id", "") or number)


def _under(path: str, name: str) -> str:
    key = name.rstrip("_").replace("_", "-")
    return f"{path}.{key}" if path else key
