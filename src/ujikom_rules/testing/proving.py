"""How a law is proved: on drawn examples, without hurry, and said when it is broken."""

from collections.abc import Callable
from fractions import Fraction
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from hypothesis import HealthCheck, Phase, settings

from ujikom_rules.exact import to_text
from ujikom_rules.model.figure import derive
from ujikom_rules.plugin import Figure
from ujikom_rules.testing.source import place_of

P = ParamSpec("P")
T = TypeVar("T")

# How fast a machine is says nothing about a rule. The message names the law, so that looking
# for the lines that explain a failure, which takes long, is left out.
unhurried = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[phase for phase in Phase if phase is not Phase.explain],
)


def law(kept: object, said: str) -> None:
    """Raise where a law is broken; unlike the statement `assert`, under ``python -O`` too."""
    if not kept:
        raise AssertionError(said)


def placed(laws: Callable[Concatenate[T, P], None]) -> Callable[Concatenate[T, P], None]:
    """Let a broken law say where its part stands: a note with file and line."""

    @wraps(laws)
    def proved(part: T, /, *args: P.args, **keys: P.kwargs) -> None:
        try:
            laws(part, *args, **keys)
        except AssertionError as broken:
            kind: type[Any] = type(part)
            file, line = place_of(kind)
            broken.add_note(f"{file or '-'}:{line}: {kind.__name__}")
            raise

    return proved


def exact(method: str, answer: object) -> Fraction | None:
    """The value of an answer that is a figure made of figures, or None for no value.

    Args:
        method: who answered, for the message: ``BestMean.combine``.
        answer: what was answered.

    Raises:
        AssertionError: for an answer of another type, a float or NaN inside a figure, and a
            figure whose value is not what its inputs make.
    """
    said = f"{method} answered {type(answer).__name__} {answer!r}"[:200]
    if answer is None:
        return None
    if not isinstance(answer, Figure):
        raise AssertionError(f"{said}: answer with a Figure, or None for no value")
    for figure in answer.walk():
        law(type(figure.value) is Fraction, f"{said}: {figure.value!r} is no exact number")
        law(derive(figure) == figure.value, f"{said}: {figure.text} is not what its inputs make")
    return answer.value


def shown(value: Fraction | None) -> str:
    """A value in a message."""
    return "no value" if value is None else to_text(value)
