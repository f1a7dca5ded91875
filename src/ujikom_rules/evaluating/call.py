"""The one place where methods of parts are called: each failure carries the part's name."""

from collections.abc import Mapping
from typing import Any

from ujikom_rules.errors import PluginError
from ujikom_rules.messages import finding
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.outcome import StageOutcome
from ujikom_rules.planned import PlannedPart


class WrongAnswer(PluginError):
    """A part answered with something that cannot reach a score."""


def call(part: PlannedPart, method: str, *args: Any) -> Any:
    """Call the one method of a part.

    Raises:
        PluginError: whatever it raised, with plugin, distribution and part named.
    """
    try:
        return getattr(part.part, method)(*args)
    except PluginError:
        raise
    except Exception as failure:  # foreign code: anything may come
        reason = f"{type(failure).__name__}: {failure}" if str(failure) else type(failure).__name__
        raise PluginError(part.namespace, part.distribution, part.name, reason) from failure


def call_figure(part: PlannedPart, method: str, *args: Any) -> Figure | None:
    """Call a part that answers with a figure or with None.

    Raises:
        PluginError: also when it answers with anything else; a float is named as such.
    """
    answer = call(part, method, *args)
    if answer is not None and type(answer) is not Figure:
        raise refused(part, answer, "Figure")
    return answer


def call_outcome(part: PlannedPart, *args: Any) -> StageOutcome:
    """Call a stage kind."""
    answer = call(part, "score", *args)
    if not isinstance(answer, StageOutcome):
        raise refused(part, answer, "StageOutcome")
    return answer


def call_outcomes(part: PlannedPart, cohort: Any) -> Mapping[str, StageOutcome]:
    """Call a stage kind that looks at all candidacies at once."""
    answer = call(part, "score_all", cohort)
    if not isinstance(answer, Mapping):
        raise refused(part, answer, "Mapping")
    for outcome in answer.values():
        if not isinstance(outcome, StageOutcome):
            raise refused(part, outcome, "StageOutcome")
    return answer


def refused(part: PlannedPart, answer: Any, expected: str) -> WrongAnswer:
    """The error for an answer of the wrong type."""
    said = f"{type(answer).__name__} {answer!r}"[:60]
    return WrongAnswer(part.namespace, part.distribution, part.name, f"{said}|{expected}")


def as_finding(failure: PluginError) -> Any:
    """The finding that tells of a failed part."""
    args: dict[str, Any] = {"part": failure.where, "distribution": failure.distribution}
    if isinstance(failure, WrongAnswer):
        said, _, expected = failure.reason.rpartition("|")
        return finding("UJ521", plugin=failure.namespace, said=said, expected=expected, **args)
    return finding("UJ520", plugin=failure.namespace, reason=failure.reason, **args)
