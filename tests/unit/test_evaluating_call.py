"""Calls of parts: whatever a part does or answers carries its name and its line."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from attrs import frozen

from ujikom_rules.errors import Place, PluginError
from ujikom_rules.evaluating.call import (
    PartFailed,
    call,
    call_figure,
    call_outcome,
    call_outcomes,
    call_seat,
    refused_weights,
)
from ujikom_rules.messages import Text, text_of
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.outcome import StageOutcome
from ujikom_rules.planned import PlannedPart

F = Fraction


class Odd:
    """Cannot even say what it is."""

    def __repr__(self) -> str:
        raise LookupError


@frozen(eq=False)
class Answers:
    """Answers every method alike."""

    answer: Any

    def do(self, *args: Any) -> Any:
        del args
        if isinstance(self.answer, BaseException):
            raise self.answer
        return self.answer

    combine = score = score_all = seat = do


def part(answer: Any) -> PlannedPart:
    return PlannedPart(
        name="demo:x",
        part=Answers(answer),
        distribution="demo 1.0",
        place=Place("a.toml", 5, 7),
        path="stages.w.pooling",
    )


def failed(act: Callable[[PlannedPart], Any], answer: Any) -> PartFailed:
    with pytest.raises(PartFailed) as caught:
        act(part(answer))
    found = caught.value.finding
    assert (str(found.place), found.path, found.plugin) == (
        "a.toml:5:7",
        "stages.w.pooling",
        "demo",
    )
    assert isinstance(caught.value, PluginError)
    assert (caught.value.namespace, caught.value.where) == ("demo", "demo:x")
    return caught.value


def combined(made: PlannedPart) -> Figure | None:
    return call_figure(made, "combine", [])


def test_an_answer_that_is_sound_is_handed_on() -> None:
    figure = Figure(F(1))
    assert combined(part(figure)) is figure
    assert combined(part(None)) is None
    outcome = StageOutcome(met=True, waiting=("sk",), notes=(Text.same("x"),))
    assert call_outcome(part(outcome), None) is outcome
    assert call_outcomes(part({"A": outcome}), None) == {"A": outcome}
    assert call_seat(part(["E1", "E1"]), [], None) == frozenset({"E1"})


@pytest.mark.parametrize(
    "failure, reason",
    [
        (LookupError("x"), "LookupError: x"),
        (ZeroDivisionError(), "ZeroDivisionError"),
        (SystemExit(3), "SystemExit: 3"),
        (PluginError("other", "y", "z", "w"), "PluginError: plugin other (y), z: w"),
    ],
)
def test_whatever_a_part_raises_is_its_own_failure(failure: BaseException, reason: str) -> None:
    found = failed(lambda made: call(made, "do"), failure)
    assert (found.reason, found.finding.code) == (reason, "UJ520")
    assert text_of(found.finding, "en") == f"the part 'demo:x' (demo 1.0) failed: {reason}"


def test_a_failure_inside_another_part_keeps_its_name() -> None:
    inner = failed(combined, 0.5)
    with pytest.raises(PartFailed) as caught:
        call(part(inner), "do")
    assert caught.value is inner


def test_who_wants_to_stop_the_program_by_hand_may() -> None:
    with pytest.raises(KeyboardInterrupt):
        call(part(KeyboardInterrupt()), "do")


@pytest.mark.parametrize(
    "answer, said, expected",
    [
        (0.5, "float 0.5", "Figure"),
        (5, "int 5", "Figure"),
        (Figure(0.5), "float 0.5", "Fraction"),  # type: ignore[arg-type]
        (Odd(), "Odd ?", "Figure"),
        ("x" * 99, "str '" + "x" * 55, "Figure"),
    ],
)
def test_only_figures_of_fractions_are_taken(answer: Any, said: str, expected: str) -> None:
    found = failed(combined, answer).finding
    assert (found.code, found.args["said"], found.args["expected"]) == ("UJ521", said, expected)


@pytest.mark.parametrize(
    "answer, expected",
    [
        (F(5), "StageOutcome"),
        (StageOutcome(value=F(5)), "Figure"),  # type: ignore[arg-type]
        (StageOutcome(value=Figure(0.5)), "Fraction"),  # type: ignore[arg-type]
        (StageOutcome(met="ya"), "bool"),  # type: ignore[arg-type]
        (StageOutcome(kept=1), "bool"),  # type: ignore[arg-type]
        (StageOutcome(waiting=None), "tuple[str, ...]"),  # type: ignore[arg-type]
        (StageOutcome(waiting=(1,)), "str"),  # type: ignore[arg-type]
        (StageOutcome(notes="x"), "tuple[Text, ...]"),  # type: ignore[arg-type]
        (StageOutcome(notes=("x",)), "Text"),  # type: ignore[arg-type]
    ],
)
def test_an_outcome_is_sound_in_every_field(answer: Any, expected: str) -> None:
    found = failed(lambda made: call_outcome(made, None), answer).finding
    assert found.args["expected"] == expected
    found = failed(lambda made: call_outcomes(made, None), {"A": answer}).finding
    assert found.args["expected"] == expected


def test_a_cohort_is_answered_by_candidacy() -> None:
    found = failed(lambda made: call_outcomes(made, None), [StageOutcome()]).finding
    assert found.args["expected"] == "Mapping"


@pytest.mark.parametrize(
    "answer, expected",
    [
        (None, "Sequence[str]"),
        ("E1", "Sequence[str]"),
        ({"E1"}, "Sequence[str]"),
        ((each for each in ["E1"]), "Sequence[str]"),
        (["E1", 2], "str"),
    ],
)
def test_a_panel_rule_answers_with_a_list_of_ids(answer: Any, expected: str) -> None:
    found = failed(lambda made: call_seat(made, [], None), answer).finding
    assert (found.code, found.args["expected"]) == ("UJ521", expected)


@pytest.mark.parametrize(
    "weights, code, text",
    [
        ((60, 30), "UJ522", "the weighting 'demo:x' gives weights that sum to 90 (60 + 30), not 100"),
        ((F(100, 3), F(200, 3)), "", ""),
        ((110, -10), "UJ521",
         "the part 'demo:x' (demo 1.0) answered b = -10; what is needed is a weight that is not negative"),
        ((50, 50.0), "UJ521",
         "the part 'demo:x' (demo 1.0) answered float 50.0; what is needed is Fraction"),
    ],
)  # fmt: skip
def test_weights_sum_to_exactly_hundred(weights: tuple[Any, Any], code: str, text: str) -> None:
    exact = [F(each) if isinstance(each, int) else each for each in weights]
    wrong = refused_weights(part(None), dict(zip("ab", map(Figure, exact), strict=True)))
    assert (wrong.finding.code if wrong else "") == code
    assert (text_of(wrong.finding, "en") if wrong else "") == text
