"""The fields of parts: a closed set of types, and what their authors are told."""

import types
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, Literal, Optional, Union

import attrs
import pytest
from attrs import define, field, frozen

from ujikom_rules.contract.fields import FieldError, FieldType, field_type, fields_of
from ujikom_rules.plugin import (
    Aggregator,
    CohortStage,
    Fact,
    Figure,
    PanelRule,
    Predicate,
    Stage,
    Text,
    TieBreaker,
    ValueFunction,
)


@frozen(kw_only=True)
class Clause:
    at_least: int
    odd: bool = False


@pytest.mark.parametrize(
    "hint, form",
    [
        (str, "str"),
        (bool, "bool"),
        (int, "int"),
        (Fraction, "fraction"),
        (Figure, "figure"),
        (Text, "text"),
        (Fact, "fact"),
        (Predicate, "predicate"),
        (Literal["a", "b"], "literal"),
        (tuple[int, ...], "tuple"),
        (tuple[int, str], "fixed"),
        (Mapping[str, int], "mapping"),
        (dict[str, Mapping[str, Figure]], "mapping"),
        (Clause, "table"),
        (Aggregator, "part"),
        (Stage, "part"),
        (CohortStage, "part"),
        (int | None, "union"),
        (Optional[Aggregator], "union"),  # noqa: UP045  as authors may write it
        (Union[int, Fact, Clause], "union"),  # noqa: UP007  as authors may write it
        (Predicate | int, "union"),
    ],
)
def test_the_closed_set(hint: Any, form: str) -> None:
    assert field_type(hint).form == form


@pytest.mark.parametrize(
    "hint",
    [
        float,
        Decimal,
        complex,
        bytes,
        object,
        Any,
        list[int],
        set[int],
        Sequence[int],
        tuple,
        tuple[()],
        tuple[float, ...],
        Mapping[int, str],
        Mapping[str, float],
        Literal[1, 2],
        Literal["a", 1],
        int | float,
        Annotated[int, "x"],
        types.FunctionType,
        "int",
    ],
)
def test_nothing_else(hint: Any) -> None:
    with pytest.raises(FieldError, match="is no type that a key can have"):
        field_type(hint)


def test_what_stands_inside_is_known() -> None:
    found = field_type(tuple[int | Clause, ...])
    (inside,) = found.args
    assert [each.form for each in inside.args] == ["int", "table"]
    assert inside.args[1].table is Clause
    assert field_type(Literal["a", "b"]).args == ("a", "b")
    roles = [field_type(each).table for each in (ValueFunction, PanelRule, TieBreaker, CohortStage)]
    assert roles == ["value_functions", "panel_rules", "tie_breakers", "stage_kinds"]
    optional = field_type(Predicate | None)
    assert [each.form for each in optional.args] == ["predicate", "none"]


@frozen(kw_only=True)
class Whole:
    from_: int
    written_share: Fraction = Fraction(40)
    clause: Clause | None = None
    hidden: int = field(init=False, default=5)


def test_fields_are_keys() -> None:
    found = fields_of(Whole)
    assert [(each.name, each.key, each.required) for each in found] == [
        ("from_", "from", True),
        ("written_share", "written-share", False),
        ("clause", "clause", False),
    ]
    assert all(isinstance(each.type, FieldType) for each in found)


class Plain:
    pass


@define
class Loose:
    pass


@frozen
class Odd:
    share: float


@frozen
class OddInside:
    inside: Odd


@frozen
class Unknown:
    share: "Nowhere"  # type: ignore[name-defined]  # noqa: F821


@frozen
class Broken:
    share: "int |"  # type: ignore[valid-type]  # noqa: F722


Bare = attrs.make_class("Bare", {"share": attrs.field()}, frozen=True)


@pytest.mark.parametrize(
    "cls, said",
    [
        (Plain, "Plain is no attrs class; write @frozen(kw_only=True)"),
        (Loose, "Loose is not frozen; write @frozen(kw_only=True)"),
        (Odd, "Odd.share: <class 'float'> is no type that a key can have"),
        (OddInside, "OddInside.inside: Odd.share: <class 'float'> is no type"),
        (Unknown, "Unknown: name 'Nowhere' is not defined"),
        (Broken, "Broken: "),
        (Bare, "Bare.share has no annotation"),
    ],
)
def test_authors_are_told_what_to_write(cls: type, said: str) -> None:
    with pytest.raises(FieldError) as refused:
        fields_of(cls)
    assert str(refused.value).startswith(said)
