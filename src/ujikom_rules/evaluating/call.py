"""The one place where methods of parts are called: each failure carries the part's name."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from ujikom_rules.errors import PluginError
from ujikom_rules.exact import to_text, total
from ujikom_rules.messages import Text, finding
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.outcome import StageOutcome
from ujikom_rules.names import shown
from ujikom_rules.planned import PlannedPart

_HUNDRED = Fraction(100)
_NOT_NEGATIVE = Text("bobot yang tidak negatif", "a weight that is not negative")


class PartFailed(PluginError):
    """A part failed, or answered with something that cannot reach a score.

    Args:
        part: the part, as the ruleset names it.
        code: what it did: ``UJ520`` raised, ``UJ521`` answered with another type, ``UJ522``
            gave weights that are none.
        reason: the same in English, for those who meet the exception itself.
        args: what the text of the code is filled with.
    """

    def __init__(self, part: PlannedPart, code: str, reason: str, /, **args: Any) -> None:
        super().__init__(part.namespace, part.distribution, part.name, reason)
        args = {"part": shown(part.name), "distribution": part.distribution, **args}
        self.finding = finding(code, part.place, part.path, plugin=part.namespace, **args)


class NoValue(Exception):
    """What a stage's kind would join gives no value: nobody's failure, the stage has none."""


def call(part: PlannedPart, method: str, *args: Any) -> Any:
    """Call the one method of a part.

    Raises:
        PartFailed: whatever it raised, with plugin, distribution and part named.
    """
    try:
        return getattr(part.part, method)(*args)
    except (PartFailed, NoValue):  # of a part inside this one: it is the one to name
        raise
    except (Exception, SystemExit) as failure:  # foreign code: anything may come
        reason = f"{type(failure).__name__}: {failure}" if str(failure) else type(failure).__name__
        raise PartFailed(part, "UJ520", reason, reason=reason) from failure


def call_figure(part: PlannedPart, method: str, *args: Any) -> Figure | None:
    """Call a part that answers with a figure or with None.

    Raises:
        PartFailed: also when it answers with anything else; a float is named as such.
    """
    answer = call(part, method, *args)
    if answer is None:
        return None
    if type(answer) is not Figure:
        raise refused(part, answer, "Figure")
    if type(answer.value) is not Fraction:  # a figure made by hand around a float
        raise refused(part, answer.value, "Fraction")
    return answer


def call_outcome(part: PlannedPart, *args: Any) -> StageOutcome:
    """Call a stage kind."""
    return _sound(part, call(part, "score", *args))


def call_outcomes(part: PlannedPart, cohort: Any) -> Mapping[str, StageOutcome]:
    """Call a stage kind that looks at all candidacies at once."""
    answer = call(part, "score_all", cohort)
    if not isinstance(answer, Mapping):
        raise refused(part, answer, "Mapping")
    for outcome in answer.values():
        _sound(part, outcome)
    return answer


def _sound(part: PlannedPart, outcome: Any) -> StageOutcome:
    """An outcome whose fields are what they should be."""
    if not isinstance(outcome, StageOutcome):
        raise refused(part, outcome, "StageOutcome")
    if outcome.value is not None and type(outcome.value) is not Figure:
        raise refused(part, outcome.value, "Figure")
    if outcome.value is not None and type(outcome.value.value) is not Fraction:
        raise refused(part, outcome.value.value, "Fraction")
    for said in (outcome.met, outcome.kept):
        if said is not None and not isinstance(said, bool):
            raise refused(part, said, "bool")
    held: tuple[tuple[Any, type], ...] = ((outcome.waiting, str), (outcome.notes, Text))
    for items, kind in held:
        if not isinstance(items, tuple):
            raise refused(part, items, f"tuple[{kind.__name__}, ...]")
        for each in items:
            if not isinstance(each, kind):
                raise refused(part, each, kind.__name__)
    return outcome


def call_seat(part: PlannedPart, *args: Any) -> frozenset[str]:
    """Call a panel rule: the ids of those whom it seats."""
    answer = call(part, "seat", *args)
    if isinstance(answer, str) or not isinstance(answer, Sequence):
        raise refused(part, answer, "Sequence[str]")
    for each in answer:
        if not isinstance(each, str):
            raise refused(part, each, "str")
    return frozenset(answer)


def refused(part: PlannedPart, answer: Any, expected: str) -> PartFailed:
    """The error for an answer of the wrong type."""
    said = f"{type(answer).__name__} {_repr(answer)}"[:60]
    reason = f"answered {said}; what is needed is {expected}"
    return PartFailed(part, "UJ521", reason, said=said, expected=expected)


def _repr(answer: Any) -> str:
    try:
        return repr(answer)
    except Exception:  # noqa: BLE001  foreign code: anything may come
        return "?"


def refused_weights(part: PlannedPart, weights: Mapping[str, Figure]) -> PartFailed | None:
    """The error for weights that are not exact, negative, or do not sum to 100; None for sound."""
    for name, figure in weights.items():
        if type(figure.value) is not Fraction:
            return refused(part, figure.value, "Fraction")
        if figure.value < 0:
            said = f"{name} = {figure.text}"
            return PartFailed(part, "UJ521", f"weight {said}", said=said, expected=_NOT_NEGATIVE)
    whole = total(figure.value for figure in weights.values())
    if whole == _HUNDRED:
        return None
    listed = " + ".join(figure.text for figure in weights.values())
    got = f"{to_text(whole)} ({listed})"
    return PartFailed(part, "UJ522", f"weights that sum to {got}", got=got)
