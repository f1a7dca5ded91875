"""Conditions of predicates that are always met or never, each alone and several together."""

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import combinations
from operator import and_, or_

from attrs import evolve, frozen

from ujikom_rules.analysis.linting.possible import Possible, possible
from ujikom_rules.analysis.linting.predicates import predicates_in
from ujikom_rules.analysis.linting.subject import Subject, valued
from ujikom_rules.analysis.linting.thresholds import CODES, Always
from ujikom_rules.errors import Finding, Place
from ujikom_rules.evaluating.predicates import holds
from ujikom_rules.messages import Text, finding
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.predicate import All, Any, Not, Operand, Predicate, Test, tests_of
from ujikom_rules.model.ruleset import Compare


def findings(subject: Subject) -> Iterator[Finding]:
    """What can be said of every predicate of the plan, without knowing any candidacy."""
    for predicate, compare in predicates_in(subject.plan):
        for test in tests_of(predicate):
            yield from _alone(test, compare, subject)
        yield from _together(predicate, compare, subject)


def _alone(test: Test, compare: Compare, subject: Subject) -> Iterator[Finding]:
    """Each operator of a test by itself; `given` asks of what is there or not, and is neither."""
    for single in _singles(test):
        ((operator, operand),) = single.operators
        if operator != "given":
            values = possible((single,), subject, compare)
            found = decided((single,), Any, values)
            if found:
                place, path = _at(single)
                got = f"{operator} {_shown(operand)}"
                reach, fact = valued(values.reach), _fact_of(test)
                yield finding(
                    CODES[found], place, path, got=got, node=test.name, expected=reach, fact=fact
                )


def _together(predicate: Predicate, compare: Compare, subject: Subject) -> Iterator[Finding]:
    """Every `all` that nothing meets and every `any` that nothing misses, over one subject."""
    join = Any if isinstance(predicate, Any) else All
    units = list(_units(predicate, join))
    for group in _by_subject(units):
        tests = [test for unit in group for test in tests_of(unit)]
        yield from _told(_clashing(group, join, possible(tests, subject, compare)), join)
    for part in _parts(predicate):
        yield from _together(part, compare, subject)


def _parts(predicate: Predicate) -> Sequence[Predicate]:
    match predicate:
        case Test():
            return ()
        case Not(part):
            return (part,)
        case _:
            return predicate.parts


def _units(predicate: Predicate, join: type[All] | type[Any]) -> Iterator[Predicate]:
    """What is joined, through joins of the same kind; the operators of a test must all hold."""
    if isinstance(predicate, Test) and join is All:
        yield from _singles(predicate)
    elif isinstance(predicate, join):
        for part in predicate.parts:
            yield from _units(part, join)
    else:
        yield predicate


def _singles(test: Test) -> Iterator[Test]:
    """A test of each operator."""
    return (evolve(test, operators=(each,)) for each in test.operators)


def _by_subject(units: Sequence[Predicate]) -> list[list[Predicate]]:
    """Those that ask about one subject alone, with the others that ask about it."""
    groups: dict[tuple[str, str], list[Predicate]] = {}
    for unit in units:
        subjects = {(test.subject, test.name) for test in tests_of(unit)}
        if len(subjects) == 1:
            groups.setdefault(subjects.pop(), []).append(unit)
    return list(groups.values())


def _clashing(
    group: Sequence[Predicate], join: type[All] | type[Any], values: Possible
) -> Sequence[Predicate]:
    """The fewest that decide the join together, none of them alone; empty where none do."""
    wanted = "never" if join is All else "always"
    judged = [_judged(unit, values) for unit in group]
    alone = [_decided([each], join) for each in judged]
    if wanted in alone:  # which is told by itself
        return ()
    open_ = [each for each, found in zip(judged, alone, strict=True) if found is None]
    for some in (*combinations(open_, 2), open_):
        if len(some) > 1 and _decided(some, join) == wanted:
            return [each.unit for each in some]
    return ()


@frozen
class _Judged:
    """A unit and where it holds, as the bits of a number: the lowest of a subject that is missing.

    Attributes:
        every: all bits but the lowest.
        asks: whether it asks if the subject is there.
    """

    unit: Predicate
    met: int
    every: int
    asks: bool


def _judged(unit: Predicate, values: Possible) -> _Judged:
    met = sum(
        bool(holds(unit, lambda *_, value=value: value)) << at
        for at, value in enumerate((None, *values.values))
    )
    asks = any(op == "given" for test in tests_of(unit) for op, _ in test.operators)
    return _Judged(unit, met, (1 << len(values.values)) - 1 << 1, asks)


def decided(units: Sequence[Predicate], join: type[All] | type[Any], values: Possible) -> Always:
    """Whether a join holds for every value, or for none; also of a subject that is missing."""
    return _decided([_judged(unit, values) for unit in units], join)


def _decided(units: Sequence[_Judged], join: type[All] | type[Any]) -> Always:
    met = reduce(and_ if join is All else or_, [each.met for each in units])
    if not met:
        return "never"
    wanted = units[0].every | any(each.asks for each in units)
    return "always" if met & wanted == wanted else None


@frozen
class _Join:
    """How a join of several is told."""

    word: Text
    two: Text
    more: Text


_JOINS = {
    All: _Join(
        Text("dan", "and"),
        Text("tidak pernah memenuhi keduanya", "never both at once"),
        Text("tidak pernah memenuhi semuanya", "never all of these at once"),
    ),
    Any: _Join(
        Text("atau", "or"),
        Text("selalu memenuhi salah satunya", "always one of the two"),
        Text("selalu memenuhi salah satunya", "always one of these"),
    ),
}


def _told(units: Sequence[Predicate], join: type[All] | type[Any]) -> Iterator[Finding]:
    """Several that decide a join, under the last of them, with the others beside it."""
    if not units:
        return
    words = _JOINS[join]
    last = [test for unit in units for test in tests_of(unit)][-1]
    *others, (place, path) = (_at(test) for unit in units for test in tests_of(unit))
    said = [_said(unit) for unit in units]
    yield finding(
        CODES["never" if join is All else "always"],
        place,
        path,
        related=tuple(dict.fromkeys(at for at, _ in others if at != place)),
        got=Text(f" {words.word.id} ".join(said), f" {words.word.en} ".join(said)),
        node=last.name,
        expected=words.two if len(units) == 2 else words.more,
        fact=_fact_of(last),
    )


def _fact_of(test: Test) -> str:
    """The fact that a test asks about, for a hint; empty for anything else, which has a scale."""
    return test.name if test.subject == "fact" else ""


def _at(test: Test) -> tuple[Place, str]:
    """Where the last operand of a test stands."""
    operator, _ = test.operators[-1]
    at = test.operands.get(operator)  # `given` may go without saying
    return (test.place, test.path) if at is None else (at, f"{test.path}.{operator}")


def _said(unit: Predicate) -> str:
    """A condition as it is written: ``at-least 80``, ``not (is S1)``."""
    match unit:
        case Test():
            return ", ".join(
                f"{operator} {_shown(operand)}" for operator, operand in unit.operators
            )
        case Not(part):
            return f"not ({_said(part)})"
        case _:
            word = "all" if isinstance(unit, All) else "any"
            return f"{word} ({'; '.join(map(_said, unit.parts))})"


def _shown(operand: Operand) -> str:
    match operand:
        case tuple():
            return ", ".join(map(_shown, operand)) or "[]"
        case bool():
            return "true" if operand else "false"
        case Figure():
            return operand.text
        case _:
            return str(operand)
