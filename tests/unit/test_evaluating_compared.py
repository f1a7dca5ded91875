"""Norm-referenced values through the whole engine, by hand: who is compared with whom."""

from collections.abc import Iterable
from types import ModuleType

import pytest
from attrs import frozen

import ujikom_rules as ujikom
from tests.little_events import figures, plan, refusals, said, score, totals
from ujikom_rules.plugin import (
    Figure,
    NodeAt,
    Part,
    PluginInfo,
    ValueFunction,
    hookimpl,
    largest_of,
    sum_of,
)

TRAINED = """
[[stages]]
id = "rj"
kind = "weighted-criteria"
scale = { lower = 0, upper = 200 }
value = "normalised"
"""
EVENT = '[ranking]\nwithin = "event"\n'
MARKS = "A01 rj - 80\nA02 rj - 100\nA03 rj - 50"


def test_everybody_is_set_against_the_best_and_the_result_says_so() -> None:
    evaluation = score(TRAINED, MARKS)
    assert totals(evaluation) == {"A02": "1", "A01": "0.8", "A03": "0.5"}
    assert evaluation.norm_referenced == ("rj",)
    assert "norm-referenced" in str(ujikom.render(evaluation, "text", lang="en"))
    assert score(TRAINED.replace('value = "normalised"', ""), MARKS).norm_referenced == ()


def test_the_working_names_the_others_by_their_candidacies() -> None:
    best = score(TRAINED, MARKS)["A01"].figures["rj:rating"].inputs[1]
    labels = [each.label.en for each in best.inputs if each.label is not None]
    assert [(name, each.text) for name, each in zip(labels, best.inputs, strict=True)] == [
        ("A01", "80"),
        ("A02", "100"),
        ("A03", "50"),
    ]


def test_the_group_of_the_main_standing_is_the_cohort() -> None:
    posts = {
        "positions": [{"id": "P1"}, {"id": "P2"}],
        "candidacies": [
            {"id": name, "candidate": name, "position": post}
            for name, post in (("A01", "P1"), ("A02", "P2"), ("A03", "P1"))
        ],
    }
    assert totals(score(TRAINED, MARKS, **posts)) == {"A01": "1", "A03": "0.625", "A02": "1"}
    assert totals(score(EVENT + TRAINED, MARKS, **posts))["A03"] == "0.5"


def test_functions_work_from_left_to_right_for_everybody() -> None:
    chain = '[{ use = "linear", from = [0, 100], to = [0, 10] }, "normalised", "reversed"]'
    rules = TRAINED.replace('"normalised"', chain)
    refused = 'value = [{ use = "reversed", lower = 0, upper = 1 }, "normalised"]'
    assert refusals(rules, MARKS) == ["UJ513 stages.rj.value.2"]
    rules = rules.replace('"reversed"]', '{ use = "reversed", lower = 0, upper = 1 }]')
    assert totals(score(rules, MARKS)) == {"A03": "0.5", "A01": "0.2", "A02": "0"}
    low = TRAINED.replace('value = "normalised"', refused).replace("200", "100")
    again = score(low, "A01 rj - 1\nA02 rj - 0.5")
    assert totals(again) == {"A02": "1", "A01": "0"}


def test_one_norm_may_stand_on_another() -> None:
    rules = TRAINED.replace('"normalised"', '["normalised", { use = "normalised", prefer="low" }]')
    assert totals(score(rules, MARKS)) == {"A03": "1", "A01": "0.625", "A02": "0.5"}


def test_the_value_is_rounded_once_the_ratio_is_there() -> None:
    rounding = 'rounding = { rating = { places = 1, mode = "half-up" } }\n'
    found = figures(score(TRAINED + rounding, "A01 rj - 70\nA02 rj - 90"), "A01")
    assert found == {"rj:raw": "70", "rj:rating": "0.8", "rj:stage": "0.8", "total:joined": "0.8",
                     "rj:term": "0.8", "total:final": "0.8"}  # fmt: skip


def test_who_is_absent_or_has_no_mark_is_in_no_cohort() -> None:
    people = {"candidates": [{"id": name} for name in ("A01", "A02", "A03", "A04")]}
    absences = [{"candidacy": "A02", "stage": "rj"}]
    evaluation = score(TRAINED, "A01 rj - 80\nA03 rj - 50", absences=absences, **people)
    assert totals(evaluation) == {"A01": "1", "A03": "0.625", "A02": None, "A04": None}
    assert said(evaluation.findings, "note") == ["UJ704 /absences/0"]


def test_who_was_stopped_before_or_lacks_what_is_needed_is_in_no_cohort() -> None:
    gate = (
        '[[stages]]\nid = "syarat"\nkind = "requirement-gate"\n{keys}\n'
        'require = {{ fact = "layak", is = true }}\n'
    )
    facts = '[facts]\nlayak = { type = "yes-no" }\n'
    people = [{"id": name, "facts": {"layak": name != "A02"}} for name in ("A01", "A02", "A03")]
    for keys, stage in (
        ('when-failed = "stop"', TRAINED),
        ("", TRAINED + 'needs = ["syarat"]\n'),
    ):
        evaluation = score(facts + gate.format(keys=keys) + stage, MARKS, candidates=people)
        assert totals(evaluation) == {"A01": "1", "A03": "0.625", "A02": None}, keys


PANEL = """
[[stages]]
id = "w"
kind = "panel"
each = { scale = { lower = 0, upper = 100 }, value = { use = "normalised", on = "pooled" } }
rounding = { pooled = { places = 0, mode = "half-up" } }
criteria = [{ id = "a", weight = 50 }, { id = "b", weight = 50, no-marks = { void = "incomplete" } }]
"""


def test_marks_of_examiners_are_pooled_and_rounded_first() -> None:
    lines = "A01 w.a E1 80\nA01 w.a E2 81\nA02 w.a E1 90\nA02 w.a E2 90\n"
    lines += "A01 w.b E1 40\nA01 w.b E2 40\nA02 w.b E1 50\nA02 w.b E2 void\n"
    evaluation = score(PANEL, lines)
    assert evaluation.norm_referenced == ("w.a", "w.b")
    found = figures(evaluation, "A01", "w.")
    assert found["w.a:pooled"] == "81"  # 80.5 rounded
    assert (found["w.a:criterion"], found["w.b:criterion"]) == ("0.9", "1")
    assert "w.b:criterion" not in figures(evaluation, "A02")
    assert evaluation["A02"].verdict == "incomplete"


def test_criteria_that_are_pooled_apart_may_be_compared_beside_joined_marks() -> None:
    rules = PANEL.replace('kind = "panel"', 'kind = "panel"\npool-by = "examiner"').replace(
        ", void", ""
    )
    rules = rules.replace(', value = { use = "normalised", on = "pooled" }', "").replace(
        '{ id = "a", weight = 50 }',
        '{ id = "a", weight = 50, pool-by = "criterion", value = '
        '[{ use = "normalised", on = "pooled" }] }',
    )
    lines = "A01 w.a E1 40\nA02 w.a E1 80\nA01 w.b E1 60\nA02 w.b E1 70\n"
    found = figures(score(rules, lines), "A01", "w")
    assert (found["w.a:criterion"], found["w@E1:joined"]) == ("0.5", "30.25")


@pytest.mark.parametrize(
    "rules, expected",
    [
        (
            PANEL.replace(', on = "pooled"', ""),
            ["UJ327 stages.w.each.value.use"],
        ),
        (
            PANEL.replace('kind = "panel"', 'kind = "panel"\npool-by = "examiner"'),
            ["UJ329 stages.w.each.value.on"],
        ),
        (
            PANEL.replace('value = { use = "normalised", on = "pooled" }', 'missing = "zero"')
            + 'value = ["normalised"]\n',
            ["UJ328 stages.w.value.0"],
        ),
        (TRAINED + '[decision]\nvalue = "normalised"\n', ["UJ328 decision.value"]),
    ],
)
def test_norms_stand_where_one_value_of_everybody_is(rules: str, expected: list[str]) -> None:
    assert refusals(rules) == expected


def test_a_norm_that_would_divide_by_0_gives_no_value_and_says_so() -> None:
    evaluation = score(TRAINED, "A01 rj - 0\nA02 rj - 0")
    assert totals(evaluation) == {"A01": None, "A02": None}
    assert said(evaluation.findings, "warning") == ["UJ563 /candidates/0", "UJ563 /candidates/1"]


# --- a city's own norm


@frozen(kw_only=True)
class Share:
    """The share of everybody's sum; None for the best one."""

    def value(self, x: Figure | None, at: NodeAt) -> Figure | None:
        if x is None or x.value == largest_of(at.cohort).value:
            return None
        return x / sum_of(at.cohort)


@frozen(kw_only=True)
class Alone:
    """How many it is shown, which are none where a part does not say that it compares."""

    def value(self, x: Figure | None, at: NodeAt) -> Figure | None:
        return None if x is None else x + len(at.cohort)


def demo() -> ModuleType:
    module = ModuleType("demo")

    @hookimpl
    def ujikom_plugin_info() -> PluginInfo:
        return PluginInfo(api=1, title="Demo")

    @hookimpl
    def ujikom_value_functions() -> Iterable[Part[ValueFunction]]:
        return [Part("share", Share, cohort=True), Part("alone", Alone)]

    module.__dict__.update(
        ujikom_plugin_info=ujikom_plugin_info, ujikom_value_functions=ujikom_value_functions
    )
    return module


def test_a_part_of_a_city_may_compare_and_what_it_leaves_open_stays_open() -> None:
    rules = '[plugins]\ndemo = "1.0"\n' + TRAINED.replace(
        '"normalised"', '["demo:share", "demo:alone", "normalised"]'
    )
    made = plan(rules, {"demo": demo()})
    evaluation = score(made, "A01 rj - 20\nA02 rj - 50\nA03 rj - 10")
    assert totals(evaluation) == {"A01": "1", "A03": "0.5", "A02": None}
