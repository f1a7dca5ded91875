"""Pieces of a JSON Schema (draft-07): what may be written somewhere, and what must be.

An overlay says only what it changes, so nothing that its base may say can be asked of it. Hence
every shape has two sides: `schema` holds for every file, `whole` also for one without a base.

Editors read `properties`, `items` and `anyOf` and follow no condition, but check them all. Where
one word decides what else may be said, `chosen` therefore tells the same twice: as an offer that
never fails, and as a condition whose complaint stands at the key that is wrong.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from attrs import evolve, field, frozen

from ujikom_rules.messages import Text

Schema: TypeAlias = dict[str, Any]
ID = "^[a-z0-9][a-z0-9-]*$"
# As `exact` reads it: 85.5 or a fraction, in quotes where TOML has no such number.
_NUMBER = "^[ \t]*[+-]?[0-9]+(/[0-9]+|([.][0-9]+)?([eE][+-]?[0-9]{1,4})?)[ \t]*$"
_AFTER = Text(
    "butir baru ini berdiri sesudah butir dengan id ini",
    "this new item stands behind the one of this id",
)
_REMOVE = Text("butir dengan id ini dihapus", "the item of this id is taken out")


@frozen
class Shape:
    """What a value may be.

    Attributes:
        schema: what may be written, in an overlay too.
        whole: what must also hold in a file without a base; empty for nothing more.
    """

    schema: Schema
    whole: Schema = field(factory=dict)


@frozen
class Key:
    """What a key of a table may hold, what it means, and whether a whole table must have it.

    Attributes:
        always: whether an overlay must have it too.
    """

    shape: Shape
    text: Text | None = None
    required: bool = False
    always: bool = False


Keys: TypeAlias = Mapping[str, Key]

ANY = Shape({})
SOURCE = Shape({"$ref": "#/definitions/source"})  # read file by file: nothing comes from a base
WORDS = Shape({"type": "string"})
YES_NO = Shape({"type": "boolean"})
DAY = Shape({"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})
NUMBER = Shape({"type": ["number", "string"], "pattern": _NUMBER})
AN_ID = Shape({"type": "string", "pattern": ID})
_MERGING: Keys = {"after": Key(WORDS, _AFTER), "remove": Key(YES_NO, _REMOVE)}


def whole_number(least: int, most: int) -> Shape:
    """A whole number within bounds."""
    return Shape({"type": "integer", "minimum": least, "maximum": most})


def one_of(words: Sequence[str]) -> Shape:
    """One of some closed words."""
    return Shape({"type": "string", "enum": list(words)})


def called(name: str, *, whole: bool = True) -> Shape:
    """What stands among the definitions under a name, with its other side unless it has none."""
    return Shape(_reference(name), _reference(f"whole.{name}") if whole else {})


def _reference(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def definitions(shapes: Mapping[str, Shape]) -> Schema:
    """The definitions that `called` refers to."""
    plain = {name: shape.schema for name, shape in shapes.items()}
    return plain | {f"whole.{name}": each.whole for name, each in shapes.items() if each.whole}


def described(shape: Shape, text: Text | None) -> Schema:
    """A shape with what its key means, where an editor finds it."""
    if text is None:
        return shape.schema
    if "$ref" in shape.schema:  # nothing beside a reference is read
        checked: Schema = {"if": True, "then": shape.schema}
        return {"description": text, "anyOf": [shape.schema, True], **checked}
    return {"description": text, **{k: v for k, v in shape.schema.items() if k != "description"}}


def table(keys: Keys, *, closed: bool = True, text: Text | None = None) -> Shape:
    """A table; every one may name its source, and one with an id may be merged by it."""
    known = dict(keys)
    known.setdefault("source", Key(SOURCE))
    merging = {}
    if "id" in keys:
        merging = {k: v for k, v in _MERGING.items() if k not in keys}
    found: Schema = {} if text is None else {"description": text}
    found["type"] = "object"
    found |= properties({**known, **merging})
    if closed:
        found["additionalProperties"] = False
    return Shape(found, _whole_table(known, merging))


def properties(keys: Keys) -> Schema:
    """The keys of a table, nothing said of others."""
    found: Schema = {"properties": {name: described(k.shape, k.text) for name, k in keys.items()}}
    always = [name for name, key in keys.items() if key.always]
    return found | ({"required": always} if always else {})


def required(keys: Keys, without: Keys | None = None) -> Schema:
    """What a file without a base must say among some keys, and may not say among others."""
    return _whole_table(keys, without or {})


def _whole_table(keys: Keys, without: Keys) -> Schema:
    inside: Schema = {name: key.shape.whole for name, key in keys.items() if key.shape.whole}
    inside |= dict.fromkeys(without, False)
    needed = [name for name, key in keys.items() if key.required and not key.always]
    found: Schema = {"required": needed} if needed else {}
    return found | ({"properties": inside} if inside else {})


def map_of(shape: Shape) -> Shape:
    """A table whose keys are free and whose values are alike."""
    found: Schema = {"type": "object", "additionalProperties": shape.schema}
    return Shape(found, {"additionalProperties": shape.whole} if shape.whole else {})


def named(shape: Shape) -> Shape:
    """A table of things by their ids; what covers them all may stand beside them."""
    found = {
        "type": "object",
        "propertyNames": {"pattern": ID},
        "properties": {"source": {"anyOf": [SOURCE.schema, shape.schema]}},
        "additionalProperties": shape.schema,
    }
    return Shape(found, {"properties": {"source": True}, "additionalProperties": shape.whole})


def list_of(shape: Shape, *, filled: bool = False) -> Shape:
    """A list; `filled` where an empty one says nothing."""
    whole: Schema = {"items": shape.whole} if shape.whole else {}
    whole |= {"minItems": 1} if filled else {}
    return Shape({"type": "array", "items": shape.schema}, whole)


def row_of(shapes: Sequence[Shape]) -> Shape:
    """A list of exactly so many values, each of its own shape."""
    return Shape(
        {
            "type": "array",
            "items": [each.schema for each in shapes],
            "minItems": len(shapes),
            "maxItems": len(shapes),
        }
    )


def one_or_many(shape: Shape) -> Shape:
    """A value, or a list of such values."""
    many, is_list = list_of(shape), {"type": "array"}
    whole = chosen([(is_list, many.whole)], shape.whole) if shape.whole else {}
    found = Shape(chosen([(is_list, many.schema)], shape.schema), whole)
    return offered(found, [shape.schema, many.schema])


def either(*shapes: Shape) -> Shape:
    """One of several shapes."""
    if len(shapes) == 1:
        return shapes[0]
    whole: Schema = {}
    if any(shape.whole for shape in shapes):
        whole = {"anyOf": [_and(shape.schema, shape.whole) for shape in shapes]}
    return Shape({"anyOf": [shape.schema for shape in shapes]}, whole)


def _and(schema: Schema, whole: Schema) -> Schema:
    return {"allOf": [schema, whole]} if whole else schema


def chosen(choices: Sequence[tuple[Schema, Schema]], otherwise: Schema) -> Schema:
    """A condition for each choice; what meets none of them is checked by `otherwise`."""
    found = otherwise
    for test, then in reversed(choices):
        found = {"if": test, "then": then, "else": found}
    return found


def offered(shape: Shape, offers: Sequence[Schema]) -> Shape:
    """The same shape, with offers for editors that never fail."""
    return evolve(shape, schema={"anyOf": [*offers, True], **shape.schema})


def said(schema: Any, say: Callable[[Text], str]) -> Any:
    """The schema with its texts in words."""
    match schema:
        case Text():
            return say(schema)
        case Mapping():
            return {key: said(each, say) for key, each in schema.items()}
        case list():
            return [said(each, say) for each in schema]
        case _:
            return schema
