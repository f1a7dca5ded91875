"""Bounds that nobody can miss, and bounds that nobody can meet."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from attrs import frozen

from ujikom_rules.analysis.linting.bounds import of_fact
from ujikom_rules.analysis.linting.interval import Interval
from ujikom_rules.analysis.linting.predicates import Asked, tests_in
from ujikom_rules.analysis.linting.subject import Subject, said
from ujikom_rules.builtin.stages.shortlist import Shortlist
from ujikom_rules.errors import Finding, Place
from ujikom_rules.messages import Text, finding
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.predicate import Operand, Operator, Test
from ujikom_rules.model.ruleset import FactRef

Always = Literal["always", "never"] | None
_CODES = {"always": "UJ364", "never": "UJ365"}


def findings(subject: Subject) -> Iterator[Finding]:
    """The cut score, the bounds of gates and conditions, and what a shortlist keeps."""
    decision = subject.plan.decision
    value = subject.reach.value(decision.node, decision.compare)
    if decision.cut_score is not None and value is not None:
        cut = decision.cut_score
        found = holds("at-least", cut.value, value)
        if found:
            yield _Bound(cut.place, cut.path, f"cut-score {cut.text}", decision.node.title).said(
                found, value
            )
    for asked in tests_in(subject.plan):
        yield from _test(asked, subject)
    for stage in subject.plan.stages:
        if isinstance(stage.kind.part, Shortlist):
            yield from _keep(stage.kind.part, subject)


@frozen
class _Bound:
    """A bound as it is said: where it stands, in which words, and of whose value.

    Attributes:
        got: key and number: ``at-least 60``.
        node: whose value it is.
    """

    place: Place
    path: str
    got: str
    node: str | Text

    def said(self, found: str, value: Interval | Text) -> Finding:
        """That it is always met, or never."""
        reach = said(value) if isinstance(value, Interval) else value
        code = _CODES[found]
        return finding(code, self.place, self.path, got=self.got, node=self.node, expected=reach)


def holds(operator: str, bound: Fraction, x: Interval) -> Always:
    """Whether a comparison holds for every number of an interval, or for none.

    >>> holds("at-least", Fraction(60), Interval(Fraction(0), Fraction(50)))
    'never'
    """
    low, high = x.low, x.high
    match operator:
        case "at-least":
            if low is not None and low >= bound:
                return "always"
            return "never" if high is not None and high < bound else None
        case "above":
            if low is not None and low > bound:
                return "always"
            return "never" if high is not None and high <= bound else None
        case "at-most":
            return _turned(holds("above", bound, x))
        case "below":
            return _turned(holds("at-least", bound, x))
        case _:  # is
            if x.point == bound:
                return "always"
            return None if x.holds(bound) else "never"


def _turned(found: Always) -> Always:
    if found is None:
        return None
    return "never" if found == "always" else "always"


def _test(asked: Asked, subject: Subject) -> Iterator[Finding]:
    test = asked.test
    if test.levels:
        yield from _levels(test)
        return
    value = _asked_of(asked, subject)
    if value is None:
        return
    for operator, operand in test.operators:
        found = _number(operator, operand, value)
        if found:
            got = f"{operator} {_shown(operand)}"
            yield _Bound(*_at(test, operator), got, test.name).said(found, value)


def _at(test: Test, operator: Operator) -> tuple[Place, str]:
    """Where an operand of a test stands."""
    return test.operands.get(operator, test.place), f"{test.path}.{operator}"


def _asked_of(asked: Asked, subject: Subject) -> Interval | None:
    """What a test can be told; None where it is no number, or nobody knows its bounds."""
    test = asked.test
    if test.subject == "fact":
        spec = subject.plan.facts.get(test.name)
        known = spec is not None and spec.type in ("number", "years", "months")
        return of_fact(spec) if spec is not None and known else None
    if test.subject not in ("stage", "criterion"):
        return None
    node = subject.node(test.name)
    return None if node is None else subject.reach.value(node, asked.compare)


def _number(operator: Operator, operand: Operand, value: Interval) -> Always:
    if operator == "one-of" and isinstance(operand, tuple):
        figures = [each for each in operand if isinstance(each, Figure)]
        told = {holds("is", each.value, value) for each in figures}
        if "always" in told:
            return "always"
        return "never" if told == {"never"} else None
    if operator == "given" or not isinstance(operand, Figure):
        return None
    return holds(operator, operand.value, value)


def _shown(operand: Operand) -> str:
    figures = operand if isinstance(operand, tuple) else (operand,)
    return ", ".join(each.text for each in figures if isinstance(each, Figure))


def _levels(test: Test) -> Iterator[Finding]:
    """A level fact is compared by its place among the levels."""
    whole = Interval(Fraction(0), Fraction(len(test.levels) - 1))
    reach = Text(
        f"{test.levels[0]} sampai {test.levels[-1]}", f"{test.levels[0]} to {test.levels[-1]}"
    )
    for operator, operand in test.operators:
        if operator in ("at-least", "at-most", "above", "below") and isinstance(operand, str):
            found = holds(operator, Fraction(test.levels.index(operand)), whole)
            if found:
                bound = _Bound(*_at(test, operator), f"{operator} {operand}", test.name)
                yield bound.said(found, reach)


def _keep(part: Shortlist, subject: Subject) -> Iterator[Finding]:
    """A shortlist that takes its number from a fact that never reaches 1."""
    spec = subject.plan.facts.get(part.keep.name) if isinstance(part.keep, FactRef) else None
    number = None if spec is None or spec.type != "number" else of_fact(spec)
    if isinstance(part.keep, FactRef) and number is not None and (number.high or 1) < 1:
        keep = part.keep
        yield _Bound(keep.place, keep.path, f"keep {keep.name}", keep.name).said("never", number)
