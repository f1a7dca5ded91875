"""What the analysis of rules claims, against what evaluations give."""

from collections.abc import Mapping
from copy import deepcopy
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

import ujikom_rules as ujikom
from tests.strategies_events import events, to_toml
from tests.strategies_nodes import Table
from ujikom_rules import api
from ujikom_rules.analysis.linting import lint
from ujikom_rules.analysis.linting.bounds import marks_on, reach_of
from ujikom_rules.analysis.linting.conditions import decided
from ujikom_rules.analysis.linting.interval import Interval
from ujikom_rules.analysis.linting.possible import numbers
from ujikom_rules.errors import Finding
from ujikom_rules.evaluating.predicates import holds
from ujikom_rules.exact import to_text
from ujikom_rules.model import predicate as model
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.predicate import All, Not, Operator, Predicate
from ujikom_rules.planned import PlannedNode

EXAMPLES = settings.default.max_examples if settings.default else 100
OPERATORS = {
    "at-least": Fraction.__ge__,
    "above": Fraction.__gt__,
    "at-most": Fraction.__le__,
    "below": Fraction.__lt__,
    "is": Fraction.__eq__,
}


def planned(rules: Table) -> ujikom.Plan:
    return ujikom.plan(ujikom.parse_ruleset(to_toml(rules)), plugins={})


def linted(rules: Table) -> tuple[ujikom.Plan, list[Finding]]:
    ruleset, plan, _ = api.compiled(ujikom.parse_ruleset(to_toml(rules)), plugins={})
    assert ruleset is not None
    assert plan is not None
    return plan, list(lint(ruleset, plan))


def bound_at(address: str, places: Mapping[str, Interval]) -> Interval | None:
    """The bounds of a figure; None for the term of a group of examiners and for lots."""
    where, _, place = address.partition(":")
    node, _, who = where.partition("@")
    if who and place == "term" and not who.startswith("E"):
        return None
    return None if node == "lot" else places[f"{node}:{place}"]


@settings(max_examples=EXAMPLES)
@given(events())
def test_every_figure_lies_within_its_bounds(event: tuple[Table, Table]) -> None:
    rules, sheet = event
    plan = planned(rules)
    places = reach_of(plan).places
    for result in ujikom.evaluate(plan, ujikom.parse_scoresheet(sheet)):
        for address, figure in result.figures.items():
            bound = bound_at(address, places)
            assert bound is None or bound.holds(figure.value), (address, figure.text, bound)


def idle(d: Any, stages: list[Table]) -> None:
    """Make one criterion of a stage without effect: by its weight, its value, or a higher one."""
    wanted = [stage for stage in stages if len(stage.get("criteria", ())) > 1]
    for stage in wanted:
        kids = [kid for kid in stage["criteria"] if "criteria" not in kid]
        way = d(st.sampled_from(["weight", "value", "maximum", "factor"]))
        for key in ("weighting", "aggregation", "rounding"):
            stage.pop(key, None)
        for kid in stage["criteria"]:
            for key in ("weight", "factor"):
                kid.pop(key, None)
        if way == "weight":
            for number, kid in enumerate(stage["criteria"]):
                kid["weight"] = {0: 100}.get(number, 0)
            continue
        stage["aggregation"] = "maximum" if way == "maximum" else "sum"
        if way == "factor" and kids:
            kids[0]["factor"] = 0
        if way == "maximum" and kids:
            kids[0]["factor"] = d(st.sampled_from([0, -1, 1]))
        if way == "value" and kids and "scale" in kids[0]:
            kids[0]["value"] = {"use": "linear", "from": [0, 1], "to": [7, 7]}


@settings(max_examples=EXAMPLES)
@given(events(), st.data())
def test_what_is_said_to_be_without_effect_changes_no_total(
    event: tuple[Table, Table], data: st.DataObject
) -> None:
    rules, sheet = deepcopy(event)
    idle(data.draw, rules["stages"])
    plan, findings = linted(rules)
    claimed = {each.args["got"] for each in findings if each.code == "UJ363"}
    leaves = [leaf for stage in plan.stages for leaf in stage.node.leaves()]
    changed = deepcopy(sheet)
    for leaf in leaves:
        if any(f"{leaf.address}.".startswith(f"{each}.") for each in claimed):
            remark(leaf, changed["ratings"], data)
    one, other = (ujikom.evaluate(plan, ujikom.parse_scoresheet(each)) for each in (sheet, changed))
    for result in one:
        mine, theirs = result.total, other[result.candidacy].total
        assert (mine and mine.value) == (theirs and theirs.value), (result.candidacy, claimed)


def remark(leaf: PlannedNode, ratings: list[Table], data: st.DataObject) -> None:
    """Give every mark of a leaf the lowest or the highest value of its scale."""
    ends = marks_on(leaf.scale)
    stage, _, criterion = leaf.address.partition(".")
    for row in ratings:
        here = (row["stage"], row.get("criterion", "")) == (stage, criterion)
        if here and "value" in row and ends.low is not None and ends.high is not None:
            row["value"] = to_text(data.draw(st.sampled_from([ends.low, ends.high])))


@settings(max_examples=EXAMPLES)
@given(events(), st.sampled_from([-6, 0, 1, 5, 10, 100, 200]))
def test_a_cut_score_that_nobody_misses_or_meets(event: tuple[Table, Table], cut: int) -> None:
    rules, sheet = deepcopy(event)
    rules["decision"]["cut-score"] = cut
    plan, findings = linted(rules)
    told = {each.code for each in findings if each.path == "decision.cut-score"}
    for result in ujikom.evaluate(plan, ujikom.parse_scoresheet(sheet)):
        if result.verdict == "qualified":
            assert "UJ365" not in told
        passed_all = all(stage.verdict != "not-qualified" for stage in result.stages.values())
        kept = all(stage.kept is not False for stage in result.stages.values())
        if result.verdict == "not-qualified" and result.total is not None and passed_all and kept:
            assert "UJ364" not in told


NUMBERS = st.fractions(-10, 10, max_denominator=4)


@given(NUMBERS, NUMBERS, NUMBERS, NUMBERS, st.sampled_from(sorted(OPERATORS)))
def test_what_always_holds_holds_of_every_number(
    one: Fraction, other: Fraction, x: Fraction, bound: Fraction, operator: Operator
) -> None:
    interval = Interval(min(one, other), max(one, other))
    test = model.Test("stage", "w", ((operator, Figure(bound)),))
    said = decided((test,), All, numbers(interval, (Figure(bound),)))
    if said is not None and interval.holds(x):
        assert OPERATORS[operator](x, bound) is (said == "always")
    ends = {OPERATORS[operator](end, bound) for end in (min(one, other), max(one, other))}
    if operator != "is" and len(ends) == 1:
        assert said is not None  # what both ends agree on is claimed


TESTS = st.builds(
    lambda operator, bound, turned: (
        Not(model.Test("fact", "n", ((operator, bound),)))
        if turned
        else model.Test("fact", "n", ((operator, bound),))
    ),
    st.sampled_from(sorted(OPERATORS)),
    NUMBERS.map(Figure),
    st.booleans(),
)


@given(
    st.lists(TESTS, min_size=1, max_size=4),
    st.sampled_from([All, model.Any]),
    st.tuples(st.none() | NUMBERS, st.none() | NUMBERS),
    st.none() | st.sampled_from([Fraction(1, 2), Fraction(1), Fraction(3)]),
    NUMBERS,
)
def test_what_several_decide_they_decide_for_every_number(
    units: list[Predicate],
    join: type[All] | type[model.Any],
    ends: tuple[Fraction | None, Fraction | None],
    step: Fraction | None,
    x: Fraction,
) -> None:
    low, high = ends
    if low is not None and high is not None:
        low, high = min(low, high), max(low, high)
    interval = Interval(low, high)
    asked = [
        figure for unit in units for test in model.tests_of(unit) for _, figure in test.operators
    ]
    values = numbers(interval, asked, step)
    assert all(isinstance(each, Figure) and interval.holds(each.value) for each in values.values)
    said = decided(units, join, values)
    on_it = low is None or step is None or (x - low) % step == 0
    if said is not None and interval.holds(x) and on_it:
        held = holds(join(tuple(units)), lambda *_: Figure(x))
        assert held is (said == "always")
