"""What a predicate can be told of its subject: enough values to stand for all that there are."""

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Any, TypeAlias

from attrs import evolve, frozen

from ujikom_rules.analysis.linting.bounds import of_fact
from ujikom_rules.analysis.linting.interval import ANY, ZERO, Interval
from ujikom_rules.analysis.linting.subject import Subject, said
from ujikom_rules.exact import to_text
from ujikom_rules.messages import Text
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.predicate import Test
from ujikom_rules.model.ruleset import Compare, FactSpec

_DAYS = range(1, date.max.toordinal() + 1)
_OTHER = "\0"  # a word that no test can name: TOML has no such sign
Value: TypeAlias = Figure | str | bool | date


@frozen(eq=False)
class Possible:
    """What one subject can be.

    Attributes:
        values: at least one from every stretch between the bounds that are asked about.
        reach: all that there are, in words, as in: the value is …
    """

    values: Sequence[Value]
    reach: Text


def possible(tests: Sequence[Test], subject: Subject, compare: Compare) -> Possible:
    """What the one subject of some tests can be told, when it is there at all.

    Nothing is claimed of what nobody knows: a text without `one-of` may say another word than
    those that are asked about, and a value that is not followed may be any number.
    """
    test = tests[0]
    asked = [each for one in tests for each in _operands(one)]
    if test.subject == "evidence":
        return Possible((True,), Text("ada", "there"))
    if test.subject == "category":
        node = subject.node(test.name)
        made = None if node is None else node.classifier
        return _words(getattr(getattr(made, "part", None), "categories", ()), asked)
    if test.subject == "fact":
        return _of_fact(subject.plan.facts[test.name], asked)
    node = subject.node(test.name)
    value = None if node is None else subject.reach.value(node, compare)
    return numbers(value or ANY, asked)


def _operands(test: Test) -> Iterable[Any]:
    for _, operand in test.operators:
        yield from operand if isinstance(operand, tuple) else (operand,)


def _of_fact(spec: FactSpec, asked: Sequence[Any]) -> Possible:
    match spec.type:
        case "yes-no":
            return Possible((True, False), _one_of(("true", "false")))
        case "level":
            first, last = spec.levels[0], spec.levels[-1]
            return Possible(spec.levels, Text(f"{first} sampai {last}", f"{first} to {last}"))
        case "text":
            return _words(spec.one_of, asked)
        case "date":
            near = {
                each.toordinal() + by for each in asked if type(each) is date for by in (-1, 0, 1)
            }  # a calendar ends: nothing comes before its first day or behind its last
            days = sorted(each for each in near if each in _DAYS) or [1]
            return Possible([date.fromordinal(each) for each in days], said(ANY))
        case _:
            step = Fraction(1) if spec.derived else spec.step
            found = numbers(of_fact(spec) or ANY, asked, step)
            return found if spec.step is None else evolve(found, reach=_by(found.reach, spec.step))


def _by(reach: Text, step: Fraction) -> Text:
    """Bounds with the step between them, which may be why nothing lies there."""
    said = to_text(step)
    return Text(f"{reach.id} dengan kelipatan {said}", f"{reach.en} in steps of {said}")


def _words(known: Sequence[str], asked: Sequence[Any]) -> Possible:
    """One of the known words; where they are not known, also one that nobody asks about."""
    if known:
        return Possible(known, _one_of(known))
    named = dict.fromkeys(each for each in asked if isinstance(each, str))
    return Possible((*named, _OTHER), said(ANY))


def _one_of(words: Sequence[str]) -> Text:
    listed = ", ".join(words)
    return Text(f"salah satu dari {listed}", f"one of {listed}")


def numbers(x: Interval, asked: Sequence[Any], step: Fraction | None = None) -> Possible:
    """Numbers of an interval: its ends, the bounds that are asked about, and what lies between."""
    bounds = [each.value for each in asked if isinstance(each, Figure)]
    if step is not None and x.low is not None:
        found = _marks(x.low, x.high, step, bounds)
    else:
        ends = {each for each in (*bounds, x.low, x.high) if each is not None and x.holds(each)}
        points = sorted(ends or {ZERO})
        found = points + [(low + high) / 2 for low, high in pairwise(points)]
        found += [points[0] - 1] if x.low is None else []
        found += [points[-1] + 1] if x.high is None else []
    return Possible([Figure(each) for each in found], said(x))


def _marks(
    low: Fraction, high: Fraction | None, step: Fraction, bounds: Sequence[Fraction]
) -> list[Fraction]:
    """The marks next to each bound and to the ends."""
    near = {
        low + ((bound - low) // step + by) * step
        for bound in (low, *bounds, *([] if high is None else [high]))
        for by in (-1, 0, 1, 2)
    }
    return sorted(mark for mark in near if low <= mark and (high is None or mark <= high))
