"""Whether a predicate holds: true, false, or unknown where what it asks about is missing."""

from collections.abc import Callable, Iterable
from typing import Any

from ujikom_rules.model import predicate as model
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.predicate import Predicate, Test

Look = Callable[[str, str], Any]  # subject, name → value, or None where it is missing


def holds(predicate: Predicate, look: Look) -> bool | None:
    """Kleene's logic: `any` with one true part is true, whatever is unknown beside it.

    Args:
        predicate: what is asked.
        look: gives the value of a subject; None where it is missing.
    """
    match predicate:
        case Test():
            return _test(predicate, look(predicate.subject, predicate.name))
        case model.Not(part):
            found = holds(part, look)
            return None if found is None else not found
        case model.All(parts):
            return _joined((holds(part, look) for part in parts), stop=False)
        case _:
            return _joined((holds(part, look) for part in predicate.parts), stop=True)


def _joined(found: Iterable[bool | None], *, stop: bool) -> bool | None:
    unknown = False
    for each in found:
        if each is stop:
            return stop
        unknown = unknown or each is None
    return None if unknown else not stop


def _test(test: Test, value: Any) -> bool | None:
    for operator, operand in test.operators:
        if operator == "given":
            if _is_given(test, value) is not operand:
                return False
            continue
        if value is None:
            return None
        if not _compare(operator, _comparable(value, test), operand, test):
            return False
    return True


def _is_given(test: Test, value: Any) -> bool:
    """Whether a subject is there: a fact that says no is, a document that is withheld is not."""
    return value is not None and (test.subject == "fact" or value is not False)


def _comparable(value: Any, test: Test) -> Any:
    if isinstance(value, Figure):
        return value.value
    if test.levels and isinstance(value, str):
        return test.levels.index(value)
    return value


def _compare(operator: str, value: Any, operand: Any, test: Test) -> bool:
    if operator == "one-of":
        return any(value == _comparable(each, test) for each in operand)
    wanted = _comparable(operand, test)
    match operator:
        case "at-least":
            return bool(value >= wanted)
        case "at-most":
            return bool(value <= wanted)
        case "above":
            return bool(value > wanted)
        case "below":
            return bool(value < wanted)
        case _:
            return bool(value == wanted)
