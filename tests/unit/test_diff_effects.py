"""Who moved, and which key did it: examples whose numbers were worked out by hand."""

from fractions import Fraction

import pytest

import ujikom_rules as ujikom
from tests.little_events import HEAD, tables
from tests.small_diffs import MARKS, TWO, diff, document, effect, grouped, listed, moved
from ujikom_rules.analysis.diff import compare, effects
from ujikom_rules.analysis.diff.blending import Change
from ujikom_rules.analysis.diff.effects import Effect
from ujikom_rules.analysis.diff.sides import Scored, scored
from ujikom_rules.analysis.diff.units import declarations
from ujikom_rules.errors import PluginError, Refused
from ujikom_rules.model.entry import Entry

# A01 90 and 70, A02 70 and 85, A03 60 and 60.
BEFORE = TWO.format(60, 40)  # 82, 76, 60
AFTER = TWO.format(40, 60)  # 78, 79, 60
HALVED = 'value = { use = "linear", from = [0, 100], to = [0, 50] }\n'


def test_weights_that_change_order_move_those_whose_totals_change() -> None:
    found = effect(BEFORE, AFTER)
    assert [(each.candidacy, each.difference) for each in found.moves] == [
        ("A01", Fraction(-4)), ("A02", Fraction(3)),
    ]  # fmt: skip
    assert moved(found.moves) == {"A01": ("1", "2"), "A02": ("2", "1")}
    assert [(m.before.total, m.after.total) for m in found.moves] == [("82", "78"), ("76", "79")]
    assert found.candidacies == 3


def test_the_weights_of_siblings_are_one_group() -> None:
    found = effect(BEFORE, AFTER)
    assert grouped(found) == [(["stages.rekam.weight", "stages.wawancara.weight"], True, 2)]
    assert found.groups[0].points == {"A01": -4, "A02": 3, "A03": 0}
    assert found.together == {}


def test_each_key_moves_whom_it_moves_alone() -> None:
    """A cut score of 80: alone it refuses A02 and A03, with the new weights A01 as well."""
    found = effect(BEFORE, AFTER + "[decision]\ncut-score = 80\n")
    assert grouped(found) == [
        (["stages.rekam.weight", "stages.wawancara.weight"], True, 2),
        (["decision.cut-score"], True, 2),
    ]
    assert [each.candidacy for each in found.groups[1].moves] == ["A02", "A03"]
    assert {each.after.verdict for each in found.moves} == {"not-qualified"}
    assert len(found.moves) == 3


def test_who_is_refused_by_two_keys_together_alone_is_told() -> None:
    """A01 has 82; the weights alone give 78, and the cut score of 80 alone lets it pass."""
    found = effect(BEFORE, AFTER + "[decision]\ncut-score = 80\n")
    assert [each.candidacy for each in found.only_together] == ["A01"]
    assert found.undone == ()


def test_who_is_refused_by_one_key_and_saved_by_another_is_told() -> None:
    """A02 has 76: 77 alone refuses it, but the weights raise it to 79. A03 has 60 throughout."""
    found = effect(BEFORE, AFTER + "[decision]\ncut-score = 77\n")
    assert [each.candidacy for each in found.undone] == ["A02"]
    assert [each.after for each in found.undone] == ["not-qualified"]
    assert found.only_together == ()


GATE = """
[[stages]]
id = "ambang"
kind = "threshold-gate"
require = {{ stage = "rekam", at-least = {0} }}
[decision]
classifier = {{ use = "bands", lower = {{ tinggi = {1}, rendah = 0 }} }}
"""


def causes(found: Effect) -> dict[tuple[str, str], tuple[int, ...]]:
    """By candidacy and what it is called, the groups that make it so by themselves."""
    return {(c.became.candidacy, c.became.what): c.groups for c in found.causes}


def test_verdict_and_category_have_each_their_own_key() -> None:
    """A02 has 70 in the record and 76 in all: the gate of 80 refuses it, the band of 75 lifts it."""
    found = effect(BEFORE + GATE.format(60, 80), BEFORE + GATE.format(80, 75))
    assert [[each.path for each in group.changes] for group in found.groups] == [
        ["stages.ambang.require.at-least"], ["decision.classifier.lower.tinggi"],
    ]  # fmt: skip
    assert causes(found) == {
        ("A02", "verdict"): (0,), ("A02", "category"): (1,), ("A03", "verdict"): (0,),
    }  # fmt: skip
    assert (found.only_together, found.undone) == ((), ())


def test_of_one_person_one_thing_may_need_all_and_another_one_alone() -> None:
    """82, 76 and 60 become 78, 79 and 60. The cut score of 80 alone refuses A02, and A01 with the
    new weights only; the band of 79 alone lifts A01, and with the new weights A02 in its place."""
    rest = (
        "[decision]\ncut-score = {}\n"
        'classifier = {{ use = "bands", lower = {{ tinggi = {}, rendah = 0 }} }}\n'
    )
    found = effect(BEFORE + rest.format(70, 85), AFTER + rest.format(80, 79))
    assert causes(found) == {
        ("A01", "verdict"): (), ("A02", "verdict"): (1,), ("A02", "category"): (),
    }  # fmt: skip
    assert [(each.candidacy, each.what, each.after) for each in found.only_together] == [
        ("A01", "verdict", "not-qualified"), ("A02", "category", "tinggi"),
    ]  # fmt: skip
    assert [(each.candidacy, each.what, each.after) for each in found.undone] == [
        ("A01", "category", "tinggi"),
    ]  # fmt: skip


def test_several_keys_may_each_do_the_same() -> None:
    """A02 has 70 in the record and 76 in all: a gate of 71 and a cut score of 77 refuse it alike."""
    one = BEFORE + GATE.format(50, 90).replace("[decision]", "[decision]\ncut-score = 50")
    other = BEFORE + GATE.format(71, 90).replace("[decision]", "[decision]\ncut-score = 77")
    assert causes(effect(one, other))["A02", "verdict"] == (0, 1)


def test_of_a_shortlist_that_is_gone_nothing_is_undone() -> None:
    short = '[[stages]]\nid = "satu"\nkind = "shortlist"\nkeep = 1\n'
    found = effect(BEFORE + short, AFTER)
    weights = next(each for each in found.groups if len(each.changes) == 2)
    assert [(b.what, b.stage, b.after) for m in weights.moves for b in m.became] == [
        ("kept", "satu", False), ("kept", "satu", True),
    ]  # fmt: skip
    assert (found.causes, found.undone) == ((), ())


def test_among_too_many_changes_nobody_is_said_to_be_moved_by_all_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(effects, "MOST", 1)
    found = effect(BEFORE, AFTER + "[decision]\ncut-score = 80\n")
    assert (found.only_together, found.undone) == ((), ())


def test_a_criterion_that_says_the_same_under_another_id_is_called_renamed() -> None:
    other = BEFORE.replace('id = "rekam"', 'id = "jejak"')
    found = diff(BEFORE, other).changes
    assert [(one.path, new.path) for one, new in found.renamed] == [
        ("stages.rekam", "stages.jejak")
    ]
    heavier = other.replace("weight = 60", "weight = 50").replace("weight = 40", "weight = 50")
    assert diff(BEFORE, heavier).changes.renamed == ()


def test_what_keys_do_to_each_other_is_told_apart() -> None:
    """Alone the weights give −4, 3, 0, the halved marks −27, −21, −18; both −22, −11, −12."""
    halved = AFTER.replace("weight = 40", f"{HALVED}weight = 40")
    found = effect(BEFORE, halved)
    assert [group.points for group in found.groups] == [
        {"A01": -4, "A02": 3, "A03": 0}, {"A01": -27, "A02": -21, "A03": -18},
    ]  # fmt: skip
    assert {each.candidacy: each.difference for each in found.moves} == {
        "A01": -22, "A02": -11, "A03": -12,
    }  # fmt: skip
    assert dict(found.together or {}) == {"A01": 9, "A02": 7, "A03": 6}


def test_keys_that_are_refused_alone_are_tried_with_those_of_their_node() -> None:
    plain = BEFORE.replace("weight = 60", "").replace("weight = 40", "")
    found = effect(BEFORE, plain + '[decision]\naggregation = "mean"\n')
    assert grouped(found) == [
        (["stages.rekam.weight", "stages.wawancara.weight", "decision.aggregation"], False, 2)
    ]
    assert [(m.candidacy, m.after.total) for m in found.moves] == [("A01", "80"), ("A02", "77.5")]


def test_rows_of_a_table_of_weights_are_a_group_each() -> None:
    """A row sums to 100: its two numbers change together, the other row apart from it."""
    rules = (
        TWO.replace("weight = {0}", "").replace("weight = {1}", "")
        + '[facts]\npos = {{ type = "text", one-of = ["a", "b"] }}\n'
        "[decision.weighting]\n"
        'use = "by-fact"\nfact = "pos"\n[decision.weighting.table]\n'
        "a = {{ rekam = {0}, wawancara = {1} }}\nb = {{ rekam = {2}, wawancara = {3} }}\n"
    )
    one, other = rules.format(50, 50, 50, 50), rules.format(60, 40, 40, 60)
    people = [{"id": name, "facts": {"pos": pos}} for name, pos in
              (("A01", "a"), ("A02", "b"), ("A03", "b"))]  # fmt: skip
    found = effect(one, other, candidates=people)
    table = "decision.weighting.table"
    assert grouped(found) == [
        ([f"{table}.a.rekam", f"{table}.a.wawancara"], False, 1),
        ([f"{table}.b.rekam", f"{table}.b.wawancara"], False, 1),
    ]
    assert [each.candidacy for group in found.groups for each in group.moves] == ["A01", "A02"]


def test_a_stage_comes_with_the_facts_that_it_asks_for() -> None:
    gate = (
        '[[stages]]\nid = "syarat"\nkind = "requirement-gate"\n'
        'require = { fact = "lama", at-least = 2 }\n[facts]\nlama = { type = "number" }\n'
    )
    found = effect(BEFORE, BEFORE + gate)
    assert grouped(found) == [
        (["facts.lama"], True, 0), (["stages.syarat", "facts.lama"], False, 3),
    ]  # fmt: skip
    assert {each.after.verdict for each in found.moves} == {"incomplete"}
    assert found.together == {}


def test_what_needs_a_change_that_stands_alone_is_told_with_all() -> None:
    """The gate looks at a stage that is new too and counts nothing."""
    more = TWO.format(60, 40).replace('id = "rekam"', 'id = "tes"').replace("= 60", "= 0")
    tests = more[: more.index("[[stages]]", 5)]
    gate = (
        '[[stages]]\nid = "ambang"\nkind = "threshold-gate"\n'
        'require = { stage = "tes", at-least = 50 }\n'
    )
    found = effect(BEFORE, BEFORE + tests + gate)
    assert grouped(found) == [
        (["stages.tes"], True, 0), (["stages.tes", "stages.ambang"], False, 3),
    ]  # fmt: skip
    assert found.together is None


def test_a_new_stage_with_a_weight_goes_with_the_weights_that_make_room() -> None:
    other = TWO.format(60, 20) + TWO.format(20, "X").split("[[stages]]")[1].join(
        ("[[stages]]", "")
    ).replace('"rekam"', '"tes"')
    marks = MARKS + "A01 tes - 50\nA02 tes - 90\nA03 tes - 60\n"
    found = effect(other, BEFORE, marks)
    assert found.other.evaluation is None  # the event has marks for a stage that B does not know
    assert (found.moves, found.groups) == ((), ())
    found = effect(BEFORE, other)
    assert grouped(found) == [(["stages.wawancara.weight", "stages.tes"], True, 3)]
    assert {each.after.verdict for each in found.moves} == {"incomplete"}


def test_a_shortlist_and_a_further_standing_move_too() -> None:
    short = '[[stages]]\nid = "satu"\nkind = "shortlist"\nkeep = 1\n[rankings.semua]\nwithin = "event"\n'
    found = effect(BEFORE + short, AFTER + short)
    assert [(m.before.kept, m.after.kept, m.before.ranks, m.after.ranks) for m in found.moves] == [
        ({"satu": True}, {"satu": False}, {"semua": "1"}, {"semua": "2"}),
        ({"satu": False}, {"satu": True}, {"semua": "2"}, {"semua": "1"}),
    ]


def test_only_so_many_groups_are_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ujikom_rules.analysis.diff.effects.MOST", 1)
    found = effect(BEFORE, AFTER + "[decision]\ncut-score = 80\n")
    assert grouped(found) == [(["stages.rekam.weight", "stages.wawancara.weight"], True, 2)]
    assert [each.path for each in found.untried] == ["decision.cut-score"]
    assert found.together is None


def test_what_is_refused_among_too_many_is_not_said_to_do_anything(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ujikom_rules.analysis.diff.effects.MOST", 1)
    plain = BEFORE.replace("weight = 60", "").replace("weight = 40", "")
    found = effect(BEFORE, plain + '[decision]\naggregation = "mean"\n')
    assert found.groups == ()
    assert [each.path for each in found.untried] == [
        "stages.rekam.weight", "stages.wawancara.weight", "decision.aggregation",
    ]  # fmt: skip


def test_a_plugin_that_amends_is_more_than_a_declaration() -> None:
    plugin = Entry(data={"version": Entry(data="1.0"), "amends": Entry(data=True)})
    said = [
        Change(action="add", steps=("plugins", "kota"), after=plugin),
        Change(action="add", steps=("plugins", "lain"), after=Entry(data="1.0")),
        Change(action="change", steps=("facts", "lama"), after=Entry(data={})),
        Change(action="add", steps=("facts", "lama", "lower"), after=Entry(data=0)),
    ]
    assert [each.path for each in declarations(said)] == ["plugins.lain"]


def test_an_event_that_one_of_them_refuses_is_told_by_its_findings() -> None:
    found = diff(BEFORE, BEFORE.replace('"wawancara"', '"tes"'), MARKS)
    assert found.effect is not None
    assert (found.effect.moves, found.effect.groups) == ((), ())
    assert found.effect.one.evaluation is not None
    assert {each.code for each in found.findings} == {"UJ661"}


def test_a_day_on_which_one_is_not_in_force_is_a_warning_and_no_refusal() -> None:
    """The event is of 25 March 2025."""
    later = HEAD + "effective = { from = 2025-04-01 }\n" + AFTER
    sheet = ujikom.parse_scoresheet(tables(MARKS))
    found = compare(document(BEFORE), ujikom.parse_ruleset(later), sheet, plugins={})
    assert [(each.code, each.severity) for each in found.findings] == [("UJ677", "warning")]
    assert found.effect is not None
    assert moved(found.effect.moves) == {"A01": ("1", "2"), "A02": ("2", "1")}
    assert listed(found)[0] == "add ruleset.effective.from: None -> 2025-04-01"
    assert grouped(found.effect)[0][0] == ["stages.rekam.weight", "stages.wawancara.weight"]


def test_an_id_that_is_in_force_on_other_days_is_compared_all_the_same() -> None:
    sheet = ujikom.parse_scoresheet(tables(MARKS))  # a year after Malang's rules began
    found = compare("malang/2024", "malang/2024", sheet, as_of=None)
    assert found.changes.listed == ()
    early = ujikom.parse_scoresheet(tables(MARKS, event={"id": "e", "date": "2020-01-01"}))
    assert compare("malang/2024", "malang/2024", early).one.plan.ruleset == "malang/2024"
    with pytest.raises(Refused) as caught:
        compare("malang/2024", "malang/2024", as_of=early.event.date)
    assert {each.code for each in caught.value.findings} == {"UJ806"}
    with pytest.raises(Refused) as caught:
        compare("malang/2024", "tidak/ada", early)
    assert [each.code for each in caught.value.findings if each.severity == "error"] == ["UJ802"]


def test_a_part_that_fails_on_half_a_change_fails_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Rules between A and B were written by nobody: a part may be surprised by them."""

    def failing(plan: ujikom.Plan, sheet: ujikom.Scoresheet) -> Scored:
        cut, weight = plan.decision.cut_score, plan.stages[0].node.weight
        if cut is not None and weight is not None and weight.value == 60:
            raise PluginError("kota", "in process", "score", "ValueError")
        return scored(plan, sheet)

    monkeypatch.setattr("ujikom_rules.analysis.diff.effects.scored", failing)
    found = effect(BEFORE, AFTER + "[decision]\ncut-score = 80\n")
    assert [(keys[-1], alone) for keys, alone, _ in grouped(found)] == [
        ("stages.wawancara.weight", True), ("decision.cut-score", False),
    ]  # fmt: skip
    assert found.groups[1].moves == found.moves


def test_changes_that_undo_each_other_are_told_though_nobody_moved() -> None:
    """All weight on the interview, whose marks become those of the record."""
    marks = "A01 rekam - 90\nA01 wawancara - 45\nA02 rekam - 70\nA02 wawancara - 35\n"
    doubled = 'value = { use = "linear", from = [0, 50], to = [0, 100] }\nweight = 100'
    other = TWO.format(0, 100).replace("weight = 100", doubled)
    found = effect(TWO.format(100, 0), other, marks)
    assert found.moves == ()
    assert [len(group.moves) for group in found.groups] == [2, 0]
    assert dict(found.together or {}) == {"A01": 45, "A02": 35}
