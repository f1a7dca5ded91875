"""Marks read: each different one checked against its scale and taken to its value once."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from math import lcm
from typing import Any, TypeAlias

from ujikom_rules.evaluating.call import call_figure
from ujikom_rules.evaluating.marks import LeafCheck, read_mark
from ujikom_rules.evaluating.views import NodeView
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.scoresheet import Rating
from ujikom_rules.planned import PlannedNode

Marked: TypeAlias = list[Fraction | str | None]
_NOBODY: Any = None  # plain parts do not ask about the candidacy


class Reading:
    """The different marks of leaves that read marks alike: each is read once."""

    def __init__(self, leaf: PlannedNode, check: LeafCheck, today: date) -> None:
        self.leaf, self.check, self.today = leaf, check, today
        self.known: dict[object, Fraction | None] = {}

    def coded(self, columns: Sequence[Marked]) -> tuple[int, list[list[int | None]]]:
        """Marks as they are pooled, over one denominator; None for what is no mark here."""
        names = [list(map(id, column)) for column in columns]
        objects: dict[int, Fraction | str | None] = {}  # equal marks are shared: few are different
        for named, column in zip(names, columns, strict=True):
            objects.update(zip(named, column, strict=True))
        rated = {name: self._once(value) for name, value in objects.items()}
        below = lcm(*{each.denominator for each in rated.values() if each is not None})
        codes = {
            name: None if each is None else each.numerator * (below // each.denominator)
            for name, each in rated.items()
        }
        return below, [list(map(codes.__getitem__, named)) for named in names]

    def _once(self, value: Fraction | str | None) -> Fraction | None:
        key: object = value  # the hash of a fraction takes long
        if type(value) is Fraction:
            key = value.as_integer_ratio()
        elif type(value) is not str:
            return None
        if key not in self.known:
            self.known[key] = self._rated(value)
        return self.known[key]

    def _rated(self, value: Fraction | str) -> Fraction | None:
        """A mark behind the value functions and the rounding of its leaf; None for no mark."""
        number, level = _number(self.check, value, self.today)
        if number is None:
            return None
        figure = Figure(number)
        for part in self.leaf.values:
            view = NodeView(_NOBODY, self.leaf, "", "", level)
            found = call_figure(part, "value", figure, view)
            if found is None:
                return None
            figure = found
        return figure.round_to(self.leaf.roundings.get("rating")).value


def _number(check: LeafCheck, value: Fraction | str, today: date) -> tuple[Fraction | None, str]:
    """The number and the level of a mark; no number where it is not on the scale."""
    if isinstance(value, Fraction) and check.plain:
        return (value if check.on_scale(value) else None), ""
    number, level, _ = read_mark(check, Rating(candidacy="", stage="", value=value), today)
    return number, level
