"""The frame of a ruleset as shapes: every key of the core, by the reader's own lists of them."""

from collections.abc import Iterable, Mapping
from typing import Any, get_args

from ujikom_rules.analysis.schema import shapes, texts
from ujikom_rules.analysis.schema.shapes import Key, Keys, Schema, Shape
from ujikom_rules.compiling.predicates import OPERATORS, SUBJECTS
from ujikom_rules.exact import MAX_PLACES, MODES
from ujikom_rules.model.ruleset import (
    ROUNDING_PLACES,
    AbsenceEffect,
    Among,
    Compare,
    FactType,
    Method,
    PoolBy,
    WhenFailed,
)
from ujikom_rules.model.scoresheet import NO_MARKS
from ujikom_rules.reading.nodes import DECISION_KEYS, EACH_KEYS, POLICIES
from ujikom_rules.reading.overlay.opens import MAY
from ujikom_rules.reading.ruleset import SCHEMA

RULESET_ID = "^[a-z0-9][a-z0-9-]*/[a-z0-9][a-z0-9-]*$"
BASE_ID = "^([a-z0-9][a-z0-9-]*:)?[a-z0-9][a-z0-9-]*/[a-z0-9][a-z0-9-]*$"
_TEXT, _FACT = shapes.called("text"), shapes.called("fact")
_NUMBER_OR_FACT = shapes.either(shapes.NUMBER, _FACT)
_COMPARE = shapes.one_of(get_args(Compare))
_POLICY = shapes.one_of(POLICIES)
_FACT_KEYS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {  # may, must
    "text": (("one-of",), ()),
    "number": (("lower", "upper", "step"), ()),
    "level": (("levels",), ("levels",)),
    "years": (("since",), ("since",)),
    "months": (("since",), ("since",)),
    "yes-no": ((), ()),
    "date": ((), ()),
}


def keys(said: texts.Texts, of: Mapping[str, Shape], needed: Iterable[str] = ()) -> dict[str, Key]:
    """Keys with what is said of them."""
    must = set(needed)
    return {name: Key(shape, said.get(name), name in must) for name, shape in of.items()}


def definitions() -> dict[str, Shape]:
    """What is named in many places."""
    return {
        "text": _text(),
        "fact": shapes.table(keys(texts.READS, {"fact": shapes.WORDS}, ["fact"])),
        "source": source(),
        "predicate": predicate(),
        "rounding": rounding(),
        "level": shapes.table(
            keys(
                texts.LEVEL,
                {"value": shapes.NUMBER, "id": shapes.WORDS, "text": _TEXT},
                ["value"],
            )
        ),
        "ranking": ranking(),
    }


def _text() -> Shape:
    inside = shapes.table(keys(texts.BOTH, dict.fromkeys(("id", "en"), shapes.WORDS))).schema
    del inside["properties"]["after"], inside["properties"]["remove"]
    there: Schema = {"anyOf": [{"required": ["id"]}, {"required": ["en"]}]}
    return shapes.either(shapes.WORDS, Shape(inside, there))


def source() -> Shape:
    """``"assumption"``, or a table; read file by file, so that nothing comes from a base."""
    filled = Shape({"type": "string", "pattern": "[^ \t]"})
    inside = keys(texts.SOURCE, dict.fromkeys(("title", "article", "url"), filled))
    table: Schema = {
        "type": "object", **shapes.properties(inside), "required": ["title"],
        "additionalProperties": False,
    }  # fmt: skip
    return Shape({"description": texts.SOURCE_KEY, "anyOf": [{"const": "assumption"}, table]})


def predicate() -> Shape:
    """One subject and operators, or one of the three joins."""
    again = shapes.called("predicate")
    value: Schema = {"type": ["string", "number", "boolean"]}
    kinds: dict[str, Shape] = dict.fromkeys(SUBJECTS, shapes.WORDS)
    kinds |= dict.fromkeys(OPERATORS, Shape({"type": ["string", "number"]}))
    kinds |= {"is": Shape(value), "one-of": shapes.list_of(Shape(value)), "given": shapes.YES_NO}
    joins = {"all": shapes.list_of(again, filled=True), "any": shapes.list_of(again, filled=True)}
    whole = shapes.table(keys(texts.PREDICATE, {**kinds, **joins, "not": again}))
    alone: list[Schema] = [
        {"required": [join], "propertyNames": {"enum": [join, "source"]}}
        for join in ("all", "any", "not")
    ]
    tests = [_about(subject) for subject in SUBJECTS]
    return Shape(whole.schema, {**whole.whole, "anyOf": [*alone, *tests]})


def _about(subject: str) -> Schema:
    """A test of one subject; a criterion may name its stage beside it."""
    operators = ["given"] if subject == "evidence" else list(OPERATORS)
    beside = ["stage"] if subject == "criterion" else []
    found: Schema = {
        "required": [subject],
        "propertyNames": {"enum": [subject, *beside, *operators, "source"]},
    }
    if subject != "evidence":
        found["anyOf"] = [{"required": [operator]} for operator in operators]
    return found


def rounding() -> Shape:
    """A rounding for each place, or ``"exact"``."""
    said = {"places": shapes.whole_number(0, MAX_PLACES), "mode": shapes.one_of(MODES)}
    place = shapes.either(
        Shape({"const": "exact"}), shapes.table(keys(texts.ROUNDING, said, ["places"]))
    )
    return shapes.table(keys(texts.ROUNDING, dict.fromkeys(ROUNDING_PLACES, place)))


def ranking() -> Shape:
    """A standing."""
    group = shapes.either(shapes.one_of(("position", "event")), _FACT)
    by = shapes.table(keys(texts.RANKING, {"stage": shapes.WORDS}, ["stage"]))
    return shapes.table(
        keys(
            texts.RANKING,
            {
                "within": shapes.one_or_many(group),
                "by": shapes.either(Shape({"const": "total"}), by),
                "method": shapes.one_of(get_args(Method)),
                "among": shapes.one_of(get_args(Among)),
                "tie-breaks": shapes.list_of(shapes.called("tie_breakers")),
                "compare": _COMPARE,
            },
        )
    )


def node_keys(wanted: frozenset[str]) -> Keys:
    """The keys that all nodes take; criteria, and what the stage gives to its leaves, apart."""
    each = {key: shape for key, shape in _NODE.items() if key in EACH_KEYS}
    known = {**_NODE, "each": shapes.table(keys(texts.NODE, each))}
    found = keys(texts.NODE, {key: known[key] for key in known if key in wanted})
    if "id" in found:
        found["id"] = Key(shapes.AN_ID, texts.NODE["id"], always=True)
    return found


def _scale() -> Shape:
    said = dict.fromkeys(("lower", "upper", "step"), shapes.NUMBER)
    levels = shapes.list_of(shapes.called("level"), filled=True)
    table = shapes.table(keys(texts.SCALE, {**said, "levels": levels}))
    either: list[Schema] = [
        {"required": ["levels"], "propertyNames": {"enum": ["levels", "source"]}},
        {"required": ["lower", "upper"], "propertyNames": {"not": {"const": "levels"}}},
    ]
    return Shape(table.schema, {**table.whole, "anyOf": either})


def _reads() -> Shape:
    at = shapes.one_of(("value", "raw"))
    said = {"fact": shapes.WORDS, "stage": shapes.WORDS, "criterion": shapes.WORDS, "at": at}
    table = shapes.table(keys(texts.READS, said))
    either: list[Schema] = [
        {"required": ["fact"], "propertyNames": {"enum": ["fact", "source"]}},
        {"required": ["stage"], "propertyNames": {"not": {"const": "fact"}}},
    ]
    words = shapes.one_of(("examiners", "secretariat", "facts"))
    return shapes.either(words, Shape(table.schema, {**table.whole, "anyOf": either}))


_NODE: Mapping[str, Shape] = {
    "id": shapes.AN_ID,
    "title": _TEXT,
    "kind": shapes.called("stage_kinds"),
    "weight": shapes.either(shapes.NUMBER, Shape({"const": "rest"})),
    "weighting": shapes.called("weightings"),
    "factor": _NUMBER_OR_FACT,
    "reads": _reads(),
    "scale": _scale(),
    "value": shapes.one_or_many(shapes.called("value_functions")),
    "aggregation": shapes.called("aggregators"),
    "panel": shapes.one_or_many(shapes.called("panel_rules")),
    "pooling": shapes.called("aggregators"),
    "pool-by": shapes.one_of(get_args(PoolBy)),
    "absence": shapes.one_of(get_args(AbsenceEffect)),
    "no-marks": shapes.table(keys(texts.NO_MARKS, dict.fromkeys(NO_MARKS, _POLICY))),
    "missing": _POLICY,
    "quorum": shapes.whole_number(1, 1000),
    "rounding": shapes.called("rounding"),
    "compare": _COMPARE,
    "classifier": shapes.called("classifiers"),
    "target": _NUMBER_OR_FACT,
    "needs": shapes.list_of(shapes.AN_ID),
    "when-failed": shapes.one_of(get_args(WhenFailed)),
    "cut-score": shapes.NUMBER,
    "source": shapes.SOURCE,
}


def decision() -> Shape:
    """The root of the tree."""
    return shapes.table(node_keys(DECISION_KEYS))


def _fact() -> Shape:
    listed = shapes.list_of(shapes.WORDS, filled=True)
    said = {
        "type": shapes.one_of(get_args(FactType)),
        "title": _TEXT,
        "one-of": listed,
        "lower": shapes.NUMBER,
        "upper": shapes.NUMBER,
        "step": shapes.NUMBER,
        "levels": listed,
        "since": shapes.WORDS,
    }
    table = shapes.table(keys(texts.FACT, said, ["type"]))
    always, needs = [], []
    for type_, (may, must) in _FACT_KEYS.items():
        is_type: Schema = {"required": ["type"], "properties": {"type": {"const": type_}}}
        known = dict.fromkeys(("type", "title", "source", *may), True)
        always.append((is_type, {"properties": known, "additionalProperties": False}))
        needs.append((is_type, {"required": list(must)} if must else {}))
    whole = {**table.whole, **shapes.chosen(needs, {})}
    return Shape({**table.schema, **shapes.chosen(always, {})}, whole)


def _plugin() -> Shape:
    said = {"version": shapes.WORDS, "amends": shapes.YES_NO}
    return shapes.either(shapes.WORDS, shapes.table(keys(texts.PLUGIN, said, ["version"])))


def _head() -> Shape:
    effective = shapes.table(keys(texts.EFFECTIVE, {"from": shapes.DAY, "to": shapes.DAY}))
    base = Shape({"type": "string", "pattern": BASE_ID})
    named: Schema = {
        "type": "object",
        **shapes.properties(keys(texts.EXTENDS, {"id": base, "version": shapes.WORDS})),
        "required": ["id"],
        "additionalProperties": False,
    }
    said = {
        "id": Shape({"type": "string", "pattern": RULESET_ID}),
        "version": shapes.WORDS,
        "title": _TEXT,
        "effective": effective,
        "source": shapes.SOURCE,
        "extends": shapes.either(base, Shape(named)),
    }
    inside = {
        name: Key(shape, texts.HEAD[name], always=name in ("id", "version", "title"))
        for name, shape in said.items()
    }
    found: Schema = {"type": "object", **shapes.properties(inside), "additionalProperties": False}
    return Shape(found)


def _open() -> Shape:
    said = {
        "key": shapes.WORDS,
        "may": shapes.list_of(shapes.one_of(MAY)),
        "at-least": shapes.NUMBER,
        "at-most": shapes.NUMBER,
        "one-of": shapes.list_of(shapes.ANY),
        "optional": shapes.YES_NO,
        "breach": shapes.one_of(("error", "warning")),
        "by": _TEXT,
        "article": shapes.WORDS,
    }
    inside = {
        name: Key(shape, texts.OPEN[name], always=name == "key") for name, shape in said.items()
    }
    return shapes.table(inside)


def document() -> Shape:
    """The whole document; without `extends` every table must be whole."""
    of: dict[str, Shape] = {
        "schema": Shape({"const": SCHEMA}),
        "ruleset": _head(),
        "plugins": shapes.named(_plugin()),
        "facts": shapes.named(_fact()),
        "panel": shapes.one_or_many(shapes.called("panel_rules")),
        "rounding": shapes.called("rounding"),
        "stages": shapes.list_of(shapes.called("stage"), filled=True),
        "decision": decision(),
        "ranking": shapes.called("ranking"),
        "rankings": shapes.named(shapes.called("ranking")),
        "open": shapes.list_of(_open()),
    }
    said: dict[str, Any] = {
        name: Key(shape, texts.DOCUMENT[name], name == "stages", name in ("schema", "ruleset"))
        for name, shape in of.items()
    }
    return shapes.table(said)
