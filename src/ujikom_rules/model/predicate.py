"""Predicates: one language for gates, conditions and shortlists; never an expression string."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal, TypeAlias

from attrs import field, frozen

from ujikom_rules.errors import NOWHERE, Place
from ujikom_rules.model.figure import Figure

Subject = Literal["fact", "stage", "criterion", "category", "evidence"]
Operator = Literal["at-least", "at-most", "above", "below", "is", "one-of", "given"]
Operand: TypeAlias = Figure | str | bool | date | tuple["Figure | str | bool | date", ...]


@frozen(eq=False, repr=False)
class Test:
    """One subject and operators that must all hold.

    Attributes:
        subject: what is asked about.
        name: the fact, the evidence, the stage, or ``stage.criterion``.
        operators: pairs of operator and operand; an operand of a level fact is the level's id.
        levels: of a level fact, its levels from lowest to highest.
        operands: where the operand of each operator stands.
    """

    subject: Subject
    name: str
    operators: tuple[tuple[Operator, Operand], ...]
    levels: tuple[str, ...] = ()
    place: Place = NOWHERE
    path: str = ""
    operands: Mapping[Operator, Place] = field(factory=dict)


@frozen(eq=False, repr=False)
class All:
    """Every part must hold."""

    parts: tuple["Predicate", ...]


@frozen(eq=False, repr=False)
class Any:
    """At least one part must hold."""

    parts: tuple["Predicate", ...]


@frozen(eq=False, repr=False)
class Not:
    """The part must not hold."""

    part: "Predicate"


Predicate: TypeAlias = Test | All | Any | Not


def tests_of(predicate: Predicate) -> Iterator[Test]:
    """All tests of a predicate, in the order in which they were written."""
    match predicate:
        case Test():
            yield predicate
        case Not(part):
            yield from tests_of(part)
        case _:
            for part in predicate.parts:
                yield from tests_of(part)
