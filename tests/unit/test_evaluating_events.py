"""A whole event: its document's frame, its findings, its observers, and that nothing is kept."""

from collections.abc import Callable, Iterable
from types import ModuleType
from typing import Any

import pytest
from attrs import frozen

import ujikom_rules as ujikom
from tests.little_events import DAY, filed, plan, refusals, said, score, tables, verdicts
from ujikom_rules.messages import text_of
from ujikom_rules.plugin import (
    Evaluation,
    Part,
    PluginInfo,
    Stage,
    StageOutcome,
    StageSheet,
    Text,
    hookimpl,
)

RULES = (
    filed("weight = 40", "weight = 60")
    + """
[decision]
cut-score = 70
classifier = { use = "bands", lower = { baik = 70, kurang = -100 } }
[ranking]
tie-breaks = [{ use = "stage-score", stage = "a" }]
"""
)
MARKS = "A01 a - 80\nA01 b - 70\nA02 a - 60\nA02 b - 60"


def test_what_an_evaluation_says_of_the_event_and_its_rules() -> None:
    made = plan(RULES)
    evaluation = score(made, MARKS)
    assert (evaluation.ruleset, evaluation.version, evaluation.digest) == (
        "uji/contoh", "1.0", made.digest,
    )  # fmt: skip
    assert (evaluation.event, evaluation.date.isoformat()) == ("acara", DAY)
    assert evaluation.order == ("total", "stage-score")
    assert evaluation.categories == ("baik", "kurang")
    assert evaluation.cut_score is not None
    assert evaluation.cut_score.value == 70
    assert {name: title.en for name, title in evaluation.stage_titles.items()} == {
        "a": "a", "b": "b",
    }  # fmt: skip
    assert evaluation.provenance.scoresheet.startswith("sha256:")
    assert evaluation.provenance.plugins == {}
    assert evaluation.assumes


def test_without_a_classifier_or_a_cut_score_there_is_nothing_to_list() -> None:
    evaluation = score(filed("") + '[ranking]\nby = { stage = "a" }\n', "A a - 1")
    assert (evaluation.categories, evaluation.cut_score) == ((), None)
    assert evaluation.order == ("a",)


def test_everything_wrong_with_a_sheet_is_found_in_one_run() -> None:
    rows = {"absences": [{"candidacy": "A01", "stage": "x"}]}
    wrong = refusals(RULES, "A01 a - 800\nA01 c - 1", **rows)
    assert sorted(wrong) == ["UJ661 /absences/0", "UJ661 /ratings/1", "UJ664 /ratings/0"]


def test_an_empty_event_is_an_event() -> None:
    evaluation = score(RULES)
    assert (len(evaluation), list(evaluation), evaluation.provisional) == (0, [], False)


def test_the_warnings_of_sheet_and_rules_are_kept() -> None:
    sheet = tables(MARKS)
    sheet["candidates"][0]["facts"] = {"hobi": "catur"}
    evaluation = score(plan(RULES), **sheet)
    assert said(evaluation.findings, "note") == ["UJ673 /candidates/0/facts/hobi"]


def test_a_plan_and_a_sheet_are_used_again_and_again() -> None:
    made, sheet = plan(RULES), ujikom.parse_scoresheet(tables(MARKS))
    first, second = (ujikom.document(ujikom.evaluate(made, sheet), figures=True) for _ in "ab")
    assert first == second


# --- what plugins do while an event is evaluated


@frozen(kw_only=True)
class Speaks:
    """A gate that says something of every candidate, as an error where it is told to."""

    stern: bool = False

    def score(self, sheet: StageSheet) -> StageOutcome:
        sheet.find(
            Text("periksa", "look again"),
            "error" if self.stern else "warning",
            hint=Text("segera", "soon"),
        )
        return sheet.gate(True, Text("sudah", "done"))


def module(*hooks: Callable[..., Any]) -> ModuleType:
    made = ModuleType("demo")

    @hookimpl
    def ujikom_plugin_info() -> PluginInfo:
        return PluginInfo(api=1, title="Demo")

    @hookimpl
    def ujikom_stage_kinds() -> Iterable[Part[Stage]]:
        return [Part("speaks", Speaks, gives="verdict")]

    for hook in (ujikom_plugin_info, ujikom_stage_kinds, *hooks):
        setattr(made, hook.__name__, hook)
    return made


DEMO = '[plugins]\ndemo = "1.0"\n'
GATE = '[[stages]]\nid = "g"\nkind = "demo:speaks"\n'


def test_a_part_may_say_something_of_a_candidacy() -> None:
    made = plan(DEMO + filed("") + GATE, {"demo": module()})
    evaluation = score(made, "A01 a - 1")
    assert said(evaluation.findings, "warning") == ["UJ562 /candidates/0"]
    assert "look again" in text_of(evaluation.findings[0], "en")
    assert [note.en for note in evaluation["A01"].stages["g"].notes] == ["done"]


def test_an_error_that_a_part_says_stops_the_work() -> None:
    made = plan(DEMO + filed("") + GATE + "stern = true\n", {"demo": module()})
    assert refusals(made, "A01 a - 1") == ["UJ562 /candidates/0"]


def test_an_observer_is_told_and_one_that_fails_is_a_warning() -> None:
    seen: list[str] = []

    @hookimpl
    def ujikom_evaluation_done(evaluation: Evaluation) -> None:
        seen.extend(result.verdict for result in evaluation)
        if len(seen) > 1:
            raise ValueError("penuh")

    made = plan(DEMO + filed(""), {"demo": module(ujikom_evaluation_done)})
    assert said(score(made, "A01 a - 1").findings, "warning") == []
    assert seen == ["qualified"]
    evaluation = score(made, "A01 a - 1")
    (warning,) = [each for each in evaluation.findings if each.severity == "warning"]
    assert (warning.code, warning.plugin) == ("UJ523", "demo")
    assert "ValueError: penuh" in text_of(warning, "en")
    assert verdicts(evaluation) == {"A01": "qualified"}


def test_a_part_that_fails_stops_the_work_and_is_named() -> None:
    @frozen(kw_only=True)
    class Fails:
        def score(self, sheet: StageSheet) -> StageOutcome:
            raise KeyError(sheet.stage)

    @hookimpl
    def ujikom_stage_kinds() -> Iterable[Part[Stage]]:
        return [Part("speaks", Fails, gives="verdict")]

    made = plan(DEMO + filed("") + GATE, {"demo": module(ujikom_stage_kinds)})
    with pytest.raises(ujikom.Refused) as refused:
        score(made, "A01 a - 1")
    (failure,) = refused.value.findings
    assert (failure.code, failure.plugin) == ("UJ520", "demo")
    assert "KeyError: 'g'" in text_of(failure, "en")
