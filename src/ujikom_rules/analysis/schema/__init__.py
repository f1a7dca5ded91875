"""What an editor is told of the ruleset language: JSON Schemas, made from the reader's own lists."""

import json
from collections.abc import Mapping, Sequence
from types import ModuleType

from ujikom_rules.analysis.schema import frame, shapes, texts
from ujikom_rules.analysis.schema.cases import cases_shape
from ujikom_rules.analysis.schema.parts import ROLES, role_shapes
from ujikom_rules.analysis.schema.shapes import Schema, Shape
from ujikom_rules.analysis.schema.stages import stage_shapes
from ujikom_rules.catalogue import discovery
from ujikom_rules.catalogue.catalogue import open_catalogue
from ujikom_rules.catalogue.listing import any_version
from ujikom_rules.errors import Refused, errors_in
from ujikom_rules.messages import Lang, Text
from ujikom_rules.model.ruleset import PluginSpec

DRAFT = "http://json-schema.org/draft-07/schema#"


def ruleset_schema(
    plugins: Sequence[str] = (),
    lang: Lang | None = None,
    *,
    modules: Mapping[str, ModuleType] | None = None,
) -> Schema:
    """The JSON Schema of rulesets, draft-07: what the loader accepts, it accepts.

    Dates are texts in it, as editors of TOML hand them over. A ruleset that is laid over a base
    says only what it changes; without `extends` every table must be whole.

    Args:
        plugins: namespaces whose parts are told with their keys; parts of all others may stand
            in a ruleset too, and nothing is known of them.
        lang: the language of the descriptions; both where None.
        modules: where given, only these plugins exist.

    Raises:
        Refused: when a plugin is not there or cannot be used.

    Example:
        >>> sorted(ruleset_schema()["required"])
        ['ruleset', 'schema']
    """
    there = discovery.installed() if modules is None and plugins else discovery.given(modules or {})
    found = {each.namespace: any_version(each) for each in there}
    named = [found.get(name, PluginSpec(name, "0")) for name in dict.fromkeys(plugins)]
    catalogue, findings = open_catalogue(named, modules)
    if errors_in(findings):
        raise Refused(findings)
    parts: dict[str, Shape] = {}
    for role in ROLES:
        parts |= role_shapes(catalogue, role)
    known = {**frame.definitions(), **parts, **stage_shapes(catalogue)}
    return _document("ujikom/ruleset@1", texts.RULESET, frame.document(), known, lang)


def cases_schema(lang: Lang | None = None) -> Schema:
    """The JSON Schema of ``*.cases.toml``, draft-07."""
    known = {"text": Shape(frame.definitions()["text"].schema), "source": frame.source()}
    return _document("ujikom/cases-file@1", texts.CASES, cases_shape(), known, lang)


def _document(
    title: str, text: Text, shape: Shape, known: Mapping[str, Shape], lang: Lang | None
) -> Schema:
    found: Schema = {"$schema": DRAFT, "title": title, "description": text, **shape.schema}
    if shape.whole:
        laid_over = {"properties": {"ruleset": {"required": ["extends"]}}}
        found |= {"if": laid_over, "else": shape.whole}
    found["definitions"] = shapes.definitions(known)

    def say(text: Text) -> str:
        if lang is not None:
            return text.say(lang)
        return text.id if text.id == text.en else f"{text.id} / {text.en}"

    said: Schema = shapes.said(found, say)
    return said


def as_text(schema: Schema) -> str:
    """A schema as JSON, one definition a line, so that a change can be read."""
    lines = []
    for key, value in schema.items():
        if key == "definitions":
            inside = ",\n".join(f"{_json(name)}: {_json(each)}" for name, each in value.items())
            lines.append(f"{_json(key)}: {{\n{inside}\n}}")
        else:
            lines.append(f"{_json(key)}: {_json(value)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
