"""A figure: an exact value with its own derivation.

Arithmetic on figures writes the working by itself: every result keeps the figures that it was
made of and the rule that made it. The rules are few, so that anybody can derive a figure again
from its inputs (`derive` does).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Literal, TypeAlias, get_args

from attrs import frozen

from ujikom_rules import exact
from ujikom_rules.errors import NOWHERE, Place
from ujikom_rules.exact import Rounding
from ujikom_rules.messages import Text
from ujikom_rules.model.entry import Source
from ujikom_rules.model.late import Late

Rule = Literal[
    "mark",  # what an examiner or the secretariat wrote
    "fact",  # what a fact says
    "given",  # a number of the ruleset
    "zero",  # a declared zero: an absence or a no-mark that counts 0
    "number",  # a plain number in a part's own arithmetic
    "sum",
    "difference",
    "product",
    "quotient",
    "share",  # value × weight / 100
    "mean",
    "minimum",
    "maximum",
    "picked",  # the last input, for the reasons before it
    "round",
]
RULES: tuple[Rule, ...] = get_args(Rule)
Number: TypeAlias = "Figure | Fraction | int"


@frozen(eq=False, slots=True)
class Figure(Late):
    """An exact value with the rule and the figures that it was made of.

    Attributes:
        value: the exact value.
        rule: how it was made; one of `RULES`.
        inputs: the figures that it was made of, in order.
        address: where it stands in the working: ``wawancara.integritas@E1:raw``.
        label: what people call it.
        source: where a given number comes from.
        place: the file and line of a given number or a mark.
        path: the key path of a given number.
        rounding: of a rounded figure, the places and the mode.

    Example:
        >>> half = Figure(Fraction(80)) / 2
        >>> half.value, half.rule
        (Fraction(40, 1), 'quotient')
    """

    value: Fraction
    rule: Rule = "number"
    inputs: tuple["Figure", ...] = ()
    address: str = ""
    label: Text | None = None
    source: Source | None = None
    place: Place = NOWHERE
    path: str = ""
    rounding: Rounding | None = None

    @property
    def text(self) -> str:
        """The value as it is published: with its places, exact, or ``200/3``."""
        return exact.to_text(self.value, self.rounding.places if self.rounding else None)

    @property
    def rounded(self) -> Decimal:
        """The value as a `Decimal` with the places that are published.

        Raises:
            NumberError: when nothing was rounded and the decimal form does not end (200/3).
        """
        return exact.to_decimal(self.value, self.rounding.places if self.rounding else None)

    @property
    def unrounded(self) -> "Figure":
        """The figure before its own rounding; itself where nothing was rounded."""
        return self.inputs[0] if self.rule == "round" else self

    def round_to(self, rounding: Rounding | None) -> "Figure":
        """The figure rounded, as a figure of its own; itself where `rounding` is None."""
        if rounding is None:
            return self
        return Figure(
            rounding.apply(self.value), "round", (self,), label=self.label, rounding=rounding
        )

    def at(self, address: str, label: Text | None = None) -> "Figure":
        """The same figure, standing at an address."""
        return Figure(  # what `evolve` does, five times sooner: this is done at every place
            self.value,
            self.rule,
            self.inputs,
            address,
            label or self.label,
            self.source,
            self.place,
            self.path,
            self.rounding,
        )

    def walk(self) -> Iterator["Figure"]:
        """The working: every figure once, inputs before what was made of them."""
        seen: set[int] = set()
        stack: list[tuple[Figure, bool]] = [(self, False)]
        while stack:
            figure, ready = stack.pop()
            if ready:
                yield figure
            elif id(figure) not in seen:
                seen.add(id(figure))
                stack.append((figure, True))
                stack.extend((each, False) for each in reversed(figure.inputs))

    def __add__(self, other: Number) -> "Figure":
        return _made("sum", self, other)

    def __radd__(self, other: Fraction | int) -> "Figure":
        return _made("sum", other, self)

    def __sub__(self, other: Number) -> "Figure":
        return _made("difference", self, other)

    def __rsub__(self, other: Fraction | int) -> "Figure":
        return _made("difference", other, self)

    def __mul__(self, other: Number) -> "Figure":
        return _made("product", self, other)

    def __rmul__(self, other: Fraction | int) -> "Figure":
        return _made("product", other, self)

    def __truediv__(self, other: Number) -> "Figure":
        return _made("quotient", self, other)

    def __rtruediv__(self, other: Fraction | int) -> "Figure":
        return _made("quotient", other, self)

    def __lt__(self, other: Number) -> bool:
        return self.value < _value(other)

    def __le__(self, other: Number) -> bool:
        return self.value <= _value(other)

    def __gt__(self, other: Number) -> bool:
        return self.value > _value(other)

    def __ge__(self, other: Number) -> bool:
        return self.value >= _value(other)


def _value(number: object) -> Fraction:
    if isinstance(number, Figure):
        return number.value
    if isinstance(number, bool) or not isinstance(number, (int, Fraction)):
        raise TypeError(f"figures take exact numbers only, not {type(number).__name__}")
    return Fraction(number)


def as_figure(number: Number) -> Figure:
    """A number as a figure.

    Raises:
        TypeError: for a float or anything else that is not exact.
    """
    return number if isinstance(number, Figure) else Figure(_value(number))


def _made(rule: Rule, *inputs: Number) -> Figure:
    figures = tuple(as_figure(each) for each in inputs)
    return Figure(DERIVATIONS[rule](tuple(f.value for f in figures)), rule, figures)


def sum_of(figures: Iterable[Figure]) -> Figure:
    """The sum of figures; 0 for none."""
    items = tuple(figures)
    return Figure(exact.total([f.value for f in items]), "sum", items)


def mean_of(figures: Iterable[Figure]) -> Figure:
    """The arithmetic mean of at least one figure.

    Raises:
        ZeroDivisionError: for none.
    """
    items = tuple(figures)
    return Figure(exact.mean([f.value for f in items]), "mean", items)


def share_of(value: Figure, weight: Figure) -> Figure:
    """A value's weighted term: value × weight / 100."""
    return Figure(exact.share(value.value, weight.value), "share", (value, weight))


def smallest_of(figures: Iterable[Figure]) -> Figure:
    """The smallest of at least one figure, as a figure made of all of them."""
    items = tuple(figures)
    return Figure(min(f.value for f in items), "minimum", items)


def largest_of(figures: Iterable[Figure]) -> Figure:
    """The largest of at least one figure, as a figure made of all of them."""
    items = tuple(figures)
    return Figure(max(f.value for f in items), "maximum", items)


def picked(choice: Figure, *reasons: Figure) -> Figure:
    """A figure that was chosen, from a table say, because of others."""
    return Figure(choice.value, "picked", (*reasons, choice))


_Values: TypeAlias = tuple[Fraction, ...]
DERIVATIONS: Mapping[Rule, Callable[[_Values], Fraction]] = {
    "sum": exact.total,
    "difference": lambda v: v[0] - v[1],
    "product": lambda v: v[0] * v[1],
    "quotient": lambda v: v[0] / v[1],
    "share": lambda v: exact.share(v[0], v[1]),
    "mean": exact.mean,
    "minimum": min,
    "maximum": max,
    "picked": lambda v: v[-1],
}


def derive(figure: Figure) -> Fraction:
    """The value of a figure, computed again from the values of its inputs."""
    values = tuple(each.value for each in figure.inputs)
    if figure.rule == "round" and figure.rounding is not None:
        return figure.rounding.apply(values[0])
    rule = DERIVATIONS.get(figure.rule)
    return figure.value if rule is None else rule(values)
