"""What a total is made of: each rule of the working passes its parts on, or is told whole."""

from fractions import Fraction

import pytest
from attrs import evolve

from tests.little_events import score
from ujikom_rules.exact import Rounding
from ujikom_rules.model.contributions import contributions
from ujikom_rules.model.figure import (
    Figure,
    largest_of,
    mean_of,
    picked,
    share_of,
    sum_of,
)
from ujikom_rules.model.outcome import Result
from ujikom_rules.model.versus import Line

X = Figure(Fraction(80), "mark").at("s.x:criterion")
Y = Figure(Fraction(60), "mark").at("s.y:criterion")
TEN = Figure(Fraction(10), "given", path="stages.s.start")


def result(total: Figure) -> Result:
    """A candidacy with two criteria whose total was made by some rule."""
    rules = (
        '[[stages]]\nid = "s"\nkind = "weighted-criteria"\n'
        "each = { scale = { lower = 0, upper = 100 } }\n"
        'criteria = [ { id = "x", weight = 50 }, { id = "y", weight = 50 } ]\n'
    )
    (found,) = score(rules, "A01 s.x - 80\nA01 s.y - 60\n")
    figures = {"s.x:criterion": X, "s.y:criterion": Y, "total:final": total}
    return evolve(found, total=total.at("total:final"), figures=figures)


def line(address: str, points: str, *, own: bool = False) -> Line:
    return Line(address, Fraction(points), own)


@pytest.mark.parametrize(
    "total, expected",
    [
        (X + Y, [line("s.x", "80"), line("s.y", "60")]),
        (X - Y, [line("s.x", "80"), line("s.y", "-60")]),
        (sum_of([TEN, X]), [line("s.x", "80"), line("total", "10", own=True)]),
        (mean_of([X, Y]), [line("s.x", "40"), line("s.y", "30")]),
        (X + X, [line("s.x", "160")]),
        (share_of(X, TEN), [line("s.x", "8")]),
        (share_of(TEN, X), [line("total", "8")]),  # its weight is what varies
        (X * TEN, [line("s.x", "800")]),
        (TEN * X, [line("s.x", "800")]),
        (X * Y, [line("total", "4800")]),
        (X / TEN, [line("s.x", "8")]),
        (TEN / X, [line("total", "1/8")]),
        (largest_of([X, Y]), [line("total", "80")]),
        (picked(X, TEN), [line("s.x", "80")]),
        (picked(X, Y), [line("total", "80")]),  # which one was chosen depends on both
        (picked(TEN, X), [line("total", "10")]),
        (TEN, [line("total", "10", own=True)]),
        (
            (X / 3).round_to(Rounding(1, "half-up")),
            [line("s.x", "80/3"), line("total", "1/30", own=True)],
        ),
    ],
)
def test_the_parts_are_those_of_the_rule(total: Figure, expected: list[Line]) -> None:
    """The points follow from 80, 60 and 10 by the rule that is written, and add up."""
    found = contributions(result(total))
    assert list(found) == expected
    assert sum(each.points for each in found) == total.value
