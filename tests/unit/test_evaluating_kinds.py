"""What a stage's kind may ask of its sheet, and what it does not get."""

from collections.abc import Iterable
from types import ModuleType

import pytest
from attrs import frozen

import ujikom_rules as ujikom
from tests.little_events import plan, said, score, totals
from ujikom_rules.plugin import (
    Part,
    PluginInfo,
    Stage,
    StageOutcome,
    StageSheet,
    hookimpl,
)


@frozen(kw_only=True)
class Half:
    """What the kind adds to its criteria."""

    part: str = "oral"


@frozen(kw_only=True)
class Halves:
    """The mean of two parts, or one criterion alone."""

    only: str = ""
    other: str = "written"

    def score(self, sheet: StageSheet) -> StageOutcome:
        if self.only:
            return sheet.outcome(sheet.value(self.only))
        return sheet.outcome((sheet.joined(part="oral") + sheet.joined(part=self.other)) / 2)


def halves(keys: str, marks: str) -> ujikom.Evaluation:
    module = ModuleType("demo")

    @hookimpl
    def ujikom_plugin_info() -> PluginInfo:
        return PluginInfo(api=1, title="Demo")

    @hookimpl
    def ujikom_stage_kinds() -> Iterable[Part[Stage]]:
        return [Part("halves", Halves, criteria=Half)]

    module.__dict__.update(
        ujikom_plugin_info=ujikom_plugin_info, ujikom_stage_kinds=ujikom_stage_kinds
    )
    rules = f"""
[plugins]
demo = "1.0"
[[stages]]
id = "w"
kind = "demo:halves"
{keys}
aggregation = "mean"
each = {{ scale = {{ lower = 0, upper = 100 }}, missing = "leave-out" }}
criteria = [{{ id = "a" }}, {{ id = "b", part = "written" }}]
"""
    return score(plan(rules, {"demo": module}), marks)


BOTH, ONE = "A01 w.a - 60\nA01 w.b - 80", "A01 w.a - 60"


@pytest.mark.parametrize("keys, total", [("", "70"), ('only = "b"', "80")])
def test_a_kind_that_asks_for_what_is_left_out_has_no_value(keys: str, total: str) -> None:
    assert totals(halves(keys, BOTH)) == {"A01": total}
    assert totals(halves(keys, ONE)) == {"A01": None}


@pytest.mark.parametrize("keys", ['other = "oral-and-written"', 'only = "c"'])
def test_a_kind_that_asks_for_what_never_was_fails(keys: str) -> None:
    with pytest.raises(ujikom.Refused) as refused:
        halves(keys, BOTH)
    assert said(refused.value.findings) == ["UJ520 stages.w"]


def test_a_stage_whose_aggregation_gives_no_value_has_none() -> None:
    rules = """
[[stages]]
id = "w"
kind = "weighted-criteria"
aggregation = { use = "trimmed-mean", drop = 1 }
each = { scale = { lower = 0, upper = 100 } }
criteria = [{ id = "a" }, { id = "b" }, { id = "c", missing = "leave-out" }]
"""
    assert totals(score(rules, BOTH)) == {"A01": None}
    assert totals(score(rules, BOTH + "\nA01 w.c - 75")) == {"A01": "75"}
