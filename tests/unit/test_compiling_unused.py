"""Keys of the frame that mean nothing where they stand, and stages that answer no question."""

import pytest

from tests.compiled import SCALE, said_of, stage

CRITERIA = f"criteria = [{{ id = 'a', {SCALE} }}]"


@pytest.mark.parametrize(
    "rules, path",
    [
        (stage("w", SCALE, "aggregation = 'mean'"), "w.aggregation"),
        (stage("w", SCALE, "weighting = 'equal'", kind="imported"), "w.weighting"),
        (stage("w", SCALE, "quorum = 2", kind="weighted-criteria"), "w.quorum"),
        (stage("w", SCALE, "no-marks = { void = 'zero' }", kind="imported"), "w.no-marks"),
        (
            stage("w", "each = { quorum = 2 }", CRITERIA, kind="weighted-criteria"),
            "w.each.quorum",
        ),
        (
            stage("w", f"criteria = [{{ id = 'a', aggregation = 'mean', {SCALE} }}]"),
            "w.criteria.a.aggregation",
        ),
        (
            stage("w", f"criteria = [{{ id = 'a', quorum = 2, criteria = [{{ id = 'b', {SCALE} }}] }}]"),
            "w.criteria.a.quorum",
        ),
        (
            stage("w", f"criteria = [{{ id = 'a', weight = 50, {SCALE} }}, {{ id = 'b', weight = 50, reads = 'secretariat', no-marks = {{ void = 'zero' }}, {SCALE} }}]"),
            "w.criteria.b.no-marks",
        ),
    ],
)  # fmt: skip
def test_a_key_that_nothing_uses_is_refused(rules: str, path: str) -> None:
    assert said_of(rules) == [f"UJ369 stages.{path}"]


def test_the_same_keys_where_they_mean_something() -> None:
    marked = stage(
        "w", "quorum = 2", "no-marks = { void = 'zero' }", "aggregation = 'mean'", CRITERIA
    )
    assert said_of(marked) == []
    assert said_of(stage("w", SCALE, "quorum = 2")) == []


GATE = stage("g", "require = { evidence = 'surat', given = true }", kind="requirement-gate")
SHORT = stage("s", "keep = 1", kind="shortlist")
PANEL = stage("w", SCALE)


def test_a_gate_has_no_value_to_read_or_to_ask_for() -> None:
    reading = stage("x", "reads = { stage = 'g' }", kind="weighted-criteria")
    assert said_of(GATE + reading) == ["UJ332 stages.x.reads"]
    for test in ("at-least = 1", "given = true"):
        asking = stage("x", f"require = {{ stage = 'g', {test} }}", kind="threshold-gate")
        assert said_of(PANEL + GATE + asking) == ["UJ332 stages.x.require"]


def test_of_a_shortlist_only_who_was_kept_can_be_asked() -> None:
    kept = stage("x", "require = { stage = 's', given = true }", kind="threshold-gate")
    assert said_of(PANEL + SHORT + kept) == []
    above = stage("x", "require = { stage = 's', above = 1 }", kind="threshold-gate")
    assert said_of(PANEL + SHORT + above) == ["UJ332 stages.x.require"]


def test_of_a_stage_that_could_not_be_planned_nothing_more_is_said() -> None:
    unknown = stage("w", SCALE, CRITERIA, kind="tidak-ada")
    asking = stage("x", "require = { criterion = 'w.a', at-least = 1 }", kind="threshold-gate")
    assert said_of(unknown + asking) == ["UJ511 stages.w.kind"]
