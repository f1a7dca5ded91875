"""Parts as shapes: the keys that their classes have, and the names by which they are called."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from attrs import frozen

from ujikom_rules import names
from ujikom_rules.analysis.schema import shapes
from ujikom_rules.analysis.schema.docstrings import both, meanings_of, summary_of
from ujikom_rules.analysis.schema.part_texts import INDONESIAN
from ujikom_rules.analysis.schema.shapes import Key, Keys, Schema, Shape
from ujikom_rules.analysis.schema.texts import BESIDE, USE
from ujikom_rules.catalogue.catalogue import Catalogue, Offered
from ujikom_rules.contract.fields import FieldType, PartField, fields_of
from ujikom_rules.messages import Text

ROLES = (
    "stage_kinds", "aggregators", "value_functions", "weightings", "panel_rules", "classifiers",
    "tie_breakers",
)  # fmt: skip
_FRAME: Mapping[str, Keys] = {
    "value_functions": {"on": Key(shapes.one_of(("rating", "pooled")), BESIDE["on"])},
    "classifiers": {"compare": Key(shapes.one_of(("unrounded", "rounded")), BESIDE["compare"])},
    "tie_breakers": {"order": Key(shapes.one_of(("ascending", "descending")), BESIDE["order"])},
}
_PLAIN: Mapping[str, Shape] = {
    "str": shapes.WORDS,
    "bool": shapes.YES_NO,
    "int": shapes.whole_number(-(10**9), 10**9),
    "fraction": shapes.NUMBER,
    "figure": shapes.NUMBER,
    "text": shapes.called("text"),
    "predicate": shapes.called("predicate"),
    "fact": shapes.either(shapes.WORDS, shapes.called("fact")),
}
Titles: TypeAlias = Mapping[str, Text]
_REFERENCE_ALONE = shapes.called("fact")


@frozen
class Named:
    """A part as a ruleset calls it.

    Attributes:
        words: the ways to write its name.
        keys: its own keys, and those of the frame beside them.
        needs: whether it has a key that must be written.
    """

    words: tuple[str, ...]
    keys: Keys
    text: Text
    needs: bool


def named_parts(catalogue: Catalogue, role: str) -> Iterator[tuple[str, Named]]:
    """The parts of a role by their whole names."""
    for name, offered in catalogue.offers[role].items():
        own = keys_of(offered.part.make, offered.fields, offered.part.titles)
        yield (
            name,
            Named(
                words=tuple(dict.fromkeys((names.shown(name), name))),
                keys={**own, **_FRAME.get(role, {})},
                text=_summary(offered),
                needs=any(each.required for each in offered.fields),
            ),
        )


def _summary(offered: Offered) -> Text:
    written = summary_of(offered.part.make)
    said = offered.part.summary or Text.same(written)
    return both(said.id, said.en)


def role_shapes(catalogue: Catalogue, role: str) -> dict[str, Shape]:
    """The definitions of a role: each of its parts, and the role itself."""
    parts = dict(named_parts(catalogue, role))
    found = {f"{role}.{name}": _table(part) for name, part in parts.items()}
    tables = [
        (_says(part, "use"), shapes.called(each, whole=bool(found[each].whole)))
        for part, each in zip(parts.values(), found, strict=True)
    ]
    words = [word for part in parts.values() for word in part.words]
    short = [part.words[0] for part in parts.values()]
    elsewhere = _of_others(catalogue)
    texts: Schema = {"anyOf": [{"enum": words}, elsewhere]}
    with_use: Schema = {"required": ["use"]}
    role_schema: Schema = shapes.chosen(
        [
            ({"type": "string"}, texts),
            ({"not": {"type": "object"}}, {"type": ["string", "object"]}),
            ({"not": with_use}, {}),
            *((test, shape.schema) for test, shape in tables),
        ],
        {"properties": {"use": elsewhere}},
    )
    # The keys of a kind may stand among those of its stage.
    needing = () if role == "stage_kinds" else parts.values()
    bare = [word for part in needing if part.needs for word in part.words]
    whole = shapes.chosen(
        [
            ({"type": "string"}, {"not": {"enum": bare}} if bare else {}),
            ({"not": with_use}, with_use),
            *((test, shape.whole) for test, shape in tables),
        ],
        {},
    )
    offers: list[Schema] = [{"type": "string", "enum": short}]
    offers += [shape.schema for _, shape in tables]
    found[role] = shapes.offered(Shape(role_schema, whole), offers)
    return found


def _table(part: Named) -> Shape:
    use = Key(shapes.one_of(part.words), USE)
    return shapes.table({"use": use, **part.keys}, text=part.text)


def _says(part: Named, key: str) -> Schema:
    return {"required": [key], "properties": {key: {"enum": list(part.words)}}}


def says_kind(part: Named) -> Schema:
    """That a stage is of a kind, whichever way it is written."""
    written: list[Schema] = [{"enum": list(part.words)}, {"type": "object", **_says(part, "use")}]
    return {"required": ["kind"], "properties": {"kind": {"anyOf": written}}}


def _of_others(catalogue: Catalogue) -> Schema:
    """The name of a part of a plugin that nobody has asked about: nothing is known of it."""
    known = "|".join(catalogue.loaded)
    return {"type": "string", "pattern": ":", "not": {"pattern": f"^({known}):"}}


def keys_of(cls: Any, fields: tuple[PartField, ...], titles: Titles | None = None) -> Keys:
    """The keys of a part, or of a table inside one, with what its author says of them."""
    meanings = meanings_of(cls)
    return {
        each.key: Key(
            shape_of(each.type, titles),
            _text(cls, each.key, meanings.get(each.name, ""), (titles or {}).get(each.key)),
            required=each.required,
        )
        for each in fields
    }


def _text(cls: Any, key: str, meaning: str, title: Text | None) -> Text:
    """What a key means; its title in the language in which nobody wrote more."""
    id_, en = ("", "") if title is None else (title.id, title.en)
    return both(_indonesian(cls, key) or id_, meaning or en)


def _indonesian(cls: Any, key: str) -> str:
    if not cls.__module__.startswith("ujikom_rules.builtin"):
        return ""
    found = (INDONESIAN.get(f"{each.__name__}.{key}", "") for each in cls.__mro__)
    return next(filter(None, found), "")


def shape_of(type_: FieldType, titles: Titles | None = None) -> Shape:
    """What a key of a field's type may hold."""
    match type_.form:
        case "literal":
            return shapes.one_of(type_.args)
        case "union":
            kept = [each for each in type_.args if each.form != "none"]
            facts = len(kept) > 1
            return shapes.either(*(_REFERENCE_ALONE if facts and each.form == "fact"
                                   else shape_of(each, titles) for each in kept))  # fmt: skip
        case "tuple":
            return shapes.list_of(shape_of(type_.args[0], titles))
        case "fixed":
            return shapes.row_of([shape_of(each, titles) for each in type_.args])
        case "mapping":
            return shapes.map_of(shape_of(type_.args[0], titles))
        case "table":
            return shapes.table(keys_of(type_.table, fields_of(type_.table), titles))
        case "part":
            return shapes.called(type_.table)
        case _:
            return _PLAIN[type_.form]
