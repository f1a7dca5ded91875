"""Laws of `diff`, over random events whose ruleset is changed at random."""

from collections.abc import Callable
from copy import deepcopy
from decimal import Decimal
from functools import partial
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

import ujikom_rules as ujikom
from tests.strategies_events import events, to_toml
from tests.strategies_nodes import Table
from ujikom_rules.analysis.diff.blending import blended, differences
from ujikom_rules.analysis.diff.changes import changes
from ujikom_rules.analysis.diff.effects import attributed, compared
from ujikom_rules.analysis.diff.moves import Move
from ujikom_rules.analysis.diff.sameness import rules_of
from ujikom_rules.analysis.diff.sides import Ground, Side
from ujikom_rules.exact import total

GROUND = Ground(plugins={})
EXAMPLES = settings.default.max_examples if settings.default else 100
FEWER = settings(max_examples=EXAMPLES // 4)


def cut(rules: Table, d: Any) -> None:
    rules["decision"]["cut-score"] = d(st.sampled_from([2, 20, Decimal("55.5")]))


def shift(rules: Table, d: Any) -> None:
    """Move weight from one scored stage to another, where the first has some."""
    weighed = [each for each in rules["stages"] if isinstance(each.get("weight"), int)]
    if len(weighed) > 1:
        weighed[0]["weight"] -= 1
        weighed[-1]["weight"] += 1


def round_(rules: Table, d: Any) -> None:
    place = d(st.sampled_from(["stage", "final", "criterion"]))
    rules.setdefault("rounding", {})[place] = {"places": d(st.integers(0, 2)), "mode": "half-up"}


def write_out(rules: Table, d: Any) -> None:
    """Write defaults out: no change of rules."""
    rules["decision"].setdefault("aggregation", "weighted-mean")
    rules["decision"].setdefault("compare", "unrounded")
    rules["ranking"].setdefault("among", "eligible")
    rules["ranking"].setdefault("by", "total")


def rank(rules: Table, d: Any) -> None:
    rules["ranking"]["within"] = d(st.sampled_from(["event", "position"]))
    rules["ranking"]["among"] = d(st.sampled_from(["all", "qualified", "eligible"]))


def entitle(rules: Table, d: Any) -> None:
    for stage in rules["stages"]:
        stage["title"] = "Lain"


def advise(rules: Table, d: Any) -> None:
    where = d(st.integers(0, len(rules["stages"])))
    rules["stages"].insert(where, {"id": "masukan-baru", "kind": "advisory"})


def drop(rules: Table, d: Any) -> None:
    """Take a stage out; the last one stays, for the changes that come after."""
    if len(rules["stages"]) > 1:
        rules["stages"].pop(d(st.integers(0, len(rules["stages"]) - 1)))


def swap(rules: Table, d: Any) -> None:
    first = d(st.integers(0, len(rules["stages"]) - 1))
    rules["stages"].append(rules["stages"].pop(first))


WAYS: tuple[Callable[[Table, Any], None], ...] = (
    cut, shift, round_, write_out, rank, entitle, advise, drop, swap,
)  # fmt: skip


@st.composite
def changed_events(draw: st.DrawFn) -> tuple[Side, Side, ujikom.Scoresheet]:
    """An event, the rules that it was drawn for, and these rules with some changes."""
    rules, sheet = draw(events())
    other = deepcopy(rules)
    for way in draw(st.lists(st.sampled_from(WAYS), max_size=4)):
        way(other, draw)
    made = side(other)
    assume(made is not None)
    one = side(rules)
    assert one is not None
    assert made is not None
    return one, made, ujikom.parse_scoresheet(sheet)


def side(rules: Table) -> Side | None:
    try:
        return GROUND.side(ujikom.parse_ruleset(to_toml(rules)))
    except ujikom.Refused:
        return None


def mirrored(move: Move) -> tuple[object, ...]:
    turned = None if move.difference is None else -move.difference
    return (move.candidacy, move.after, move.before, turned)


def plain(move: Move) -> tuple[object, ...]:
    return (move.candidacy, move.before, move.after, move.difference)


@FEWER
@given(events())
def test_a_ruleset_does_not_differ_from_itself(event: tuple[Table, Table]) -> None:
    rules, sheet = event
    one, other = side(rules), side(rules)
    assert one is not None
    assert other is not None
    found = changes(one, other, GROUND)
    assert (found.listed, found.texts, found.otherwise_written) == ((), 0, 0)
    assert compared(one, other, ujikom.parse_scoresheet(sheet)).moves == ()


@FEWER
@given(changed_events())
def test_changes_are_listed_exactly_where_the_rules_differ(
    event: tuple[Side, Side, ujikom.Scoresheet],
) -> None:
    one, other, _ = event
    found = changes(one, other, GROUND)
    assert (found.listed == ()) == (rules_of(one.plan) == rules_of(other.plan))
    if one.plan.digest == other.plan.digest:
        assert found.listed == ()


@FEWER
@given(changed_events())
def test_what_is_listed_makes_one_ruleset_the_other(
    event: tuple[Side, Side, ujikom.Scoresheet],
) -> None:
    one, other, sheet = event
    plan = GROUND.blend(one, other, changes(one, other, GROUND).listed)
    assert plan is not None
    assert rules_of(plan) == rules_of(other.plan)
    try:
        wanted = ujikom.evaluate(other.plan, sheet)
    except ujikom.Refused:
        return
    made = ujikom.evaluate(plan, sheet)
    assert untitled(ujikom.document(made)) == untitled(ujikom.document(wanted))


def untitled(document: dict[str, Any]) -> list[Any]:
    """Results without their notes, which say titles, and titles are no rules."""
    return [
        {k: v for k, v in each.items() if k != "stages"}
        | {name: {k: v for k, v in stage.items() if k != "note"}
           for name, stage in each["stages"].items()}
        for each in document["results"]
    ]  # fmt: skip


@FEWER
@given(changed_events())
def test_the_way_back_is_the_mirror(event: tuple[Side, Side, ujikom.Scoresheet]) -> None:
    one, other, sheet = event
    there, back = changes(one, other, GROUND), changes(other, one, GROUND)
    assert {each.key for each in there.listed} == {each.key for each in back.listed}
    assert there.otherwise_written == back.otherwise_written
    forth, home = compared(one, other, sheet), compared(other, one, sheet)
    assert {m.candidacy: plain(m) for m in forth.moves} == {
        m.candidacy: mirrored(m) for m in home.moves
    }


@FEWER
@given(changed_events())
def test_what_the_groups_do_and_what_they_do_together_is_the_whole(
    event: tuple[Side, Side, ujikom.Scoresheet],
) -> None:
    one, other, sheet = event
    listed = changes(one, other, GROUND).listed
    found = attributed(one, other, sheet, listed, partial(GROUND.blend, one, other))
    if found.one.evaluation is None or found.other.evaluation is None:
        assert found.groups == ()
        return
    told = {each.key for group in found.groups for each in group.changes}
    assert told == {each.key for each in listed}
    assert bool(found.groups) == bool(listed)
    if found.together is not None:
        for name, rest in found.together.items():
            before, after = found.one.evaluation[name], found.other.evaluation[name]
            assert before.total is not None
            assert after.total is not None
            alone = total(group.points[name] for group in found.groups)
            assert after.total.value - before.total.value == alone + rest


@FEWER
@given(changed_events())
def test_no_difference_taken_is_the_first_document_and_all_is_the_second(
    event: tuple[Side, Side, ujikom.Scoresheet],
) -> None:
    one, other = (each.merged.root for each in event[:2])
    found = differences(one, other).changes
    assert differences(one, blended(one, other, ())).changes == ()
    assert differences(blended(one, other, found), other).changes == ()
    for each in found:
        left = differences(blended(one, other, [each]), other).changes
        assert each.key not in {again.key for again in left}
