"""The parts of this plugin: held against the laws of their roles, and tried on examples."""

from collections.abc import Sequence
from pathlib import Path

import pytest

import ujikom_rules as ujikom
import ujikom_rules_template
from ujikom_rules.testing import (
    StageScore,
    aggregator_laws,
    assert_plugin_conforms,
    panel_laws,
    score_stage,
)
from ujikom_rules_template.best_mean import BestMean
from ujikom_rules_template.odd_panel import OddPanel

HERE = {"contoh": ujikom_rules_template}


def best_of(marks: Sequence[int], keep: int = 2) -> StageScore:
    """What the best of some marks come to, as a ruleset asks for it."""
    pooling = {"use": "contoh:best-mean", "keep": keep}
    return score_stage("panel", marks, keys={"pooling": pooling}, plugins=HERE)


def test_the_plugin_conforms() -> None:
    assert_plugin_conforms(ujikom_rules_template, namespace="contoh")


def test_the_best_mean_keeps_the_laws() -> None:
    aggregator_laws(BestMean(keep=2))


def test_the_odd_panel_keeps_the_laws() -> None:
    panel_laws(OddPanel())


def test_the_two_best_marks_count() -> None:
    value = best_of([60, 80, 85]).value
    assert value is not None
    assert value.text == "82.5"


def test_fewer_marks_than_are_kept_give_no_value() -> None:
    scored = best_of([80])
    assert (scored.result.verdict, scored.value) == ("incomplete", None)


def test_keep_is_at_least_one() -> None:
    with pytest.raises(ujikom.Refused) as refused:
        best_of([80], keep=0)
    assert [each.path for each in refused.value.findings] == ["stages.stage.pooling.keep"]


@pytest.mark.parametrize("count,least", [(2, 1), (4, 3), (1, 3)])
def test_an_even_or_a_small_panel_is_refused(count: int, least: int) -> None:
    panel = {"use": "contoh:odd-panel", "at-least": least}
    with pytest.raises(ujikom.Refused) as refused:
        score_stage("panel", [80] * count, keys={"panel": panel}, plugins=HERE)
    (found,) = refused.value.findings
    assert f"Examiners: {count};" in found.args["said"].en


def test_the_ruleset_of_this_plugin_has_no_finding() -> None:
    path = Path(__file__).parents[1] / "rulesets" / "contoh.toml"
    assert ujikom.check(str(path), plugins=HERE) == ()
