"""The fields that a part may have: a closed set of types, each with its form in TOML."""

import types
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs
from attrs import frozen

from ujikom_rules import names
from ujikom_rules.contract import roles
from ujikom_rules.contract.roles import ROLES
from ujikom_rules.messages import Text
from ujikom_rules.model import predicate
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.ruleset import FactRef

Form = Literal[
    "str", "bool", "int", "fraction", "figure", "text", "predicate", "fact", "none",
    "literal", "tuple", "fixed", "mapping", "table", "part", "union",
]  # fmt: skip
_PREDICATES = frozenset((predicate.Test, predicate.All, predicate.Any, predicate.Not))
_PLAIN: Mapping[Any, Form] = {
    str: "str",
    bool: "bool",
    int: "int",
    Fraction: "fraction",
    Figure: "figure",
    Text: "text",
    FactRef: "fact",
    type(None): "none",
}
_ROLE_OF = {protocol: hook for hook, (_, protocol) in ROLES.items()} | {
    roles.CohortStage: "stage_kinds"
}


class FieldError(TypeError):
    """A field has a type that no TOML key can have."""


@frozen(eq=False, repr=False)
class FieldType:
    """What a key may hold.

    Attributes:
        form: which of the closed set.
        args: of a tuple, a mapping or a union the types inside; of a literal the words.
        table: of a table, its attrs class; of a part, the role's hook without prefix.
    """

    form: Form
    args: tuple[Any, ...] = ()
    table: Any = None


@frozen(eq=False, repr=False)
class PartField:
    """One field of a part: the Python name, the TOML key, the type, whether it must be there."""

    name: str
    key: str
    type: FieldType
    required: bool


def fields_of(cls: type) -> tuple[PartField, ...]:
    """The fields of a part's class, in order.

    Raises:
        FieldError: when the class is no frozen attrs class or a field's type is not in the set.
    """
    if not attrs.has(cls):
        raise FieldError(f"{cls.__qualname__} is no attrs class; write @frozen(kw_only=True)")
    if not _is_frozen(cls):
        raise FieldError(f"{cls.__qualname__} is not frozen; write @frozen(kw_only=True)")
    try:
        hints = get_type_hints(cls)
    except RecursionError:
        raise  # a table that holds itself, which whoever asked will say
    except Exception as wrong:
        raise FieldError(f"{cls.__qualname__}: {wrong}") from wrong
    found: list[PartField] = []
    for each in attrs.fields(cls):
        if not each.init:
            continue
        if each.name not in hints:
            raise FieldError(f"{cls.__qualname__}.{each.name} has no annotation")
        try:
            type_ = field_type(hints[each.name])
        except FieldError as wrong:
            raise FieldError(f"{cls.__qualname__}.{each.name}: {wrong}") from None
        required = each.default is attrs.NOTHING
        found.append(PartField(each.name, names.to_key(each.name), type_, required))
    return tuple(found)


def _is_frozen(cls: Any) -> bool:
    return bool(cls.__setattr__ is not object.__setattr__)


def field_type(hint: Any) -> FieldType:
    """The form of one annotation.

    Raises:
        FieldError: when it is not in the closed set.
    """
    if hint in _PLAIN:
        return FieldType(_PLAIN[hint])
    if hint in _ROLE_OF:
        return FieldType("part", table=_ROLE_OF[hint])
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _union(args)
    if origin is Literal and all(isinstance(each, str) for each in args):
        return FieldType("literal", args)
    if origin is tuple and len(args) == 2 and args[1] is Ellipsis:
        return FieldType("tuple", (field_type(args[0]),))
    if origin is tuple and args:
        return FieldType("fixed", tuple(field_type(each) for each in args))
    if isinstance(origin, type) and issubclass(origin, Mapping) and args[0] is str:
        return FieldType("mapping", (field_type(args[1]),))
    if isinstance(hint, type) and attrs.has(hint) and hint not in _PREDICATES:
        fields_of(hint)
        return FieldType("table", table=hint)
    raise FieldError(f"{hint} is no type that a key can have")


def _union(args: tuple[Any, ...]) -> FieldType:
    left = list(args)
    found: list[FieldType] = []
    if set(left) >= _PREDICATES:
        found.append(FieldType("predicate"))
        left = [each for each in left if each not in _PREDICATES]
    found += [field_type(each) for each in left]
    return found[0] if len(found) == 1 else FieldType("union", tuple(found))
