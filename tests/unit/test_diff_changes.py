"""What counts as a change of rules, and what only as another way of writing."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import ujikom_rules as ujikom
from tests.little_events import HEAD
from tests.small_diffs import TWO, diff, document, listed
from ujikom_rules.analysis.diff import compare
from ujikom_rules.analysis.diff.blending import Change
from ujikom_rules.analysis.diff.sameness import rules_of
from ujikom_rules.analysis.diff.units import by_node
from ujikom_rules.errors import Refused

BASE = TWO.format(60, 40)
CRITERIA = """
[[stages]]
id = "w"
kind = "panel"
each = {{ scale = {{ lower = 0, upper = 100 }} }}
{keys}
criteria = [{criteria}]
"""
GATE = """
[[stages]]
id = "syarat"
kind = "requirement-gate"
require = {{ all = [{{ fact = "lama", at-least = {years} }}, {{ fact = "lengkap", is = true }}] }}
[facts]
lama = {{ type = "number" }}
lengkap = {{ type = "yes-no" }}
"""


def test_the_same_ruleset_has_no_change() -> None:
    found = diff(BASE, BASE)
    assert (listed(found), found.changes.texts, found.changes.otherwise_written) == ([], 0, 0)


@pytest.mark.parametrize(
    "one, other",
    [
        ("cut-score = 72.5", "cut-score = 72.50"),
        ("cut-score = 72.5", 'cut-score = "145/2"'),
        ("cut-score = 70", 'cut-score = 70\naggregation = "weighted-mean"'),
        ('aggregation = "weighted-mean"', 'aggregation = { use = "core:weighted-mean" }'),
        ("cut-score = 70", 'cut-score = 70\ncompare = "unrounded"'),
        (
            "rounding = { final = { places = 2 } }",
            'rounding = { final = { places = 2, mode = "half-up" } }',
        ),
        ("cut-score = 70", 'cut-score = 70\n[ranking]\nwithin = "position"'),
        ("cut-score = 70", "cut-score = 70\n[facts]"),
    ],
)
def test_another_way_of_writing_is_no_change(one: str, other: str) -> None:
    for a, b in ((one, other), (other, one)):
        found = diff(f"{BASE}[decision]\n{a}\n", f"{BASE}[decision]\n{b}\n")
        assert listed(found) == []


def test_a_default_that_is_written_out_is_counted_beside_a_real_change() -> None:
    other = BASE + '[decision]\naggregation = "weighted-mean"\ncut-score = 70\n'
    found = diff(BASE + "[decision]\ncut-score = 65\n", other)
    assert listed(found) == ["change decision.cut-score: 65 -> 70"]
    assert found.changes.otherwise_written == 1


def test_the_rest_of_the_weights_is_the_number_that_it_comes_to() -> None:
    assert listed(diff(BASE, TWO.format(60, '"rest"'))) == []
    assert listed(diff(BASE, TWO.format(50, '"rest"'))) == [
        "change stages.rekam.weight: 60 -> 50",
        "change stages.wawancara.weight: 40 -> rest",
    ]


def test_rounding_that_moves_from_the_ruleset_to_its_stages_is_no_change() -> None:
    said = "rounding = { stage = { places = 2 } }"
    one = "[rounding]\nstage = { places = 2 }\n" + BASE
    other = BASE.replace('kind = "weighted', f'{said}\nkind = "weighted')
    assert listed(diff(one, other)) == []


def test_two_keys_that_mean_nothing_alone_are_a_change_together() -> None:
    """Each key alone is overruled by the other; nothing may be left out then."""
    said = "rounding = {{ stage = {{ places = {} }} }}"
    one = BASE.replace('kind = "weighted', said.format(1) + '\nkind = "weighted')
    found = diff("[rounding]\nstage = { places = 1 }\n" + one, BASE)
    assert [each.path for each in found.changes.listed] == [
        "rounding.stage", "stages.rekam.rounding.stage", "stages.wawancara.rounding.stage",
    ]  # fmt: skip


def test_texts_and_sources_are_only_counted() -> None:
    said = 'title = "Tahap"\nsource = "assumption"\n'
    other = BASE.replace('kind = "weighted', f'{said}kind = "weighted')
    found = diff(BASE, other)
    assert (listed(found), found.changes.texts) == ([], 4)


def test_a_list_without_ids_that_differs_only_in_texts_is_counted_once() -> None:
    levels = 'scale = {{ levels = [{{ value = 1, text = "{}" }}, {{ value = 2 }}] }}'
    one, other = (
        '[[stages]]\nid = "w"\nkind = "panel"\n' + levels.format(text)
        for text in ("Kurang", "Cukup")
    )
    found = diff(one, other)
    assert (listed(found), found.changes.texts) == ([], 1)


def test_an_item_of_a_list_without_ids_is_named_by_its_number() -> None:
    found = diff(GATE.format(years=2), GATE.format(years=5))
    assert listed(found) == ["change stages.syarat.require.all.0.at-least: 2 -> 5"]


def test_lists_of_other_lengths_are_changed_whole() -> None:
    one = BASE + '[ranking]\ntie-breaks = [{ use = "stage-score", stage = "rekam" }]\n'
    other = BASE + '[ranking]\ntie-breaks = [{ use = "stage-score", stage = "rekam" }, "lot"]\n'
    first = '{ use = "stage-score", stage = "rekam" }'
    assert listed(diff(one, other)) == [f'change ranking.tie-breaks: [{first}] -> [{first}, "lot"]']


def test_another_part_is_changed_whole_and_a_key_of_the_same_part_by_itself() -> None:
    mean, trimmed, more = (
        CRITERIA.format(keys=f"pooling = {pooling}", criteria='{ id = "a" }')
        for pooling in (
            '"mean"',
            '{ use = "trimmed-mean", drop = 1 }',
            '{ use = "trimmed-mean", drop = 2 }',
        )
    )
    assert listed(diff(mean, trimmed)) == [
        'change stages.w.pooling: { use = "mean" } -> { use = "trimmed-mean", drop = 1 }'
    ]
    assert listed(diff(trimmed, more)) == ["change stages.w.pooling.drop: 1 -> 2"]


def test_stages_added_removed_and_moved() -> None:
    advice = '[[stages]]\nid = "masukan"\nkind = "advisory"\n'
    found = diff(BASE, advice + BASE)
    assert [(each.action, each.path) for each in found.changes.listed] == [
        ("add", "stages.masukan")
    ]
    assert listed(diff(BASE + advice, advice + BASE)) == [
        "order stages: rekam, wawancara, masukan -> masukan, rekam, wawancara"
    ]


def test_the_order_of_criteria_matters_where_weights_arise_from_it() -> None:
    one, other = '{ id = "a" }, { id = "b" }', '{ id = "b" }, { id = "a" }'
    for weighting, said in (
        ("equal", []),
        ("rank-order-centroid", ["order stages.w.criteria: a, b -> b, a"]),
    ):
        a, b = (
            CRITERIA.format(keys=f'weighting = "{weighting}"', criteria=each)
            for each in (one, other)
        )
        assert listed(diff(a, b)) == said


def test_what_is_left_open_and_the_days_in_force_are_rules() -> None:
    opened = '[[open]]\nkey = "stages.rekam.weight"\nat-most = {}\n'
    assert listed(diff(BASE, BASE + opened.format(70))) == [
        'add open.stages.rekam.weight: None -> { key = "stages.rekam.weight", at-most = 70 }'
    ]
    assert listed(diff(BASE + opened.format(70), BASE + opened.format(65))) == [
        "change open.stages.rekam.weight.at-most: 70 -> 65"
    ]
    one = document(BASE)
    other = ujikom.parse_ruleset(
        HEAD.replace('"1.0"', '"1.1"') + "effective = { from = 2025-01-01 }\n" + BASE
    )
    assert listed(compare(one, other, plugins={})) == [
        "add ruleset.effective.from: None -> 2025-01-01"
    ]


def test_a_fact_may_be_called_like_a_text() -> None:
    fact = "[facts]\ntitle = {{ type = {} }}\n"
    found = diff(BASE + fact.format('"text"'), BASE + fact.format('"date"'))
    assert listed(found) == ["change facts.title.type: text -> date"]


def test_an_overlay_is_compared_after_its_base(tmp_path: Path) -> None:
    """What an overlay does not write is its base's, with the base's place."""
    kota = tmp_path / "kota.toml"
    kota.write_text(
        'schema = 1\n[ruleset]\nid = "kota/2025"\nversion = "1.0"\ntitle = "Kota"\n'
        'extends = "national/seleksi-terbuka"\n[decision]\ncut-score = 70\n'
        '[[stages]]\nid = "makalah"\nweight = 20\n',
        encoding="utf-8",
    )
    found = compare("national/seleksi-terbuka", kota)
    assert listed(found) == ["add decision.cut-score: None -> 70"]
    assert found.changes.listed[0].after is not None
    assert found.changes.listed[0].after.place.line == 8


def test_what_is_refused_is_said_of_both() -> None:
    one, other = TWO.format(60, 30), TWO.format(60, 50)
    with pytest.raises(Refused) as caught:
        compare(document(one), document(other), plugins={})
    assert [each.args["got"] for each in caught.value.findings] == ["90", "110"]
    with pytest.raises(Refused) as caught:
        compare(document(BASE), document(other), plugins={})
    assert [each.code for each in caught.value.findings] == ["UJ301"]


def test_many_changes_are_listed_without_looking_at_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ujikom_rules.analysis.diff.changes.TRIED", 1)
    other = BASE + '[decision]\naggregation = "weighted-mean"\ncut-score = 70\n'
    found = diff(BASE + "[decision]\ncut-score = 65\n", other)
    assert [each.path for each in found.changes.listed] == [
        "decision.cut-score", "decision.aggregation",
    ]  # fmt: skip


def test_no_key_is_left_out_that_the_others_need(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a look at single keys says: what is listed makes A to B, or all is listed."""
    monkeypatch.setattr("ujikom_rules.analysis.diff.changes._matters", lambda *_: False)
    other = BASE + '[decision]\naggregation = "weighted-mean"\ncut-score = 70\n'
    found = diff(BASE + "[decision]\ncut-score = 65\n", other)
    assert [each.path for each in found.changes.listed] == [
        "decision.cut-score", "decision.aggregation",
    ]  # fmt: skip


def test_values_that_are_no_attrs_classes_are_told_apart() -> None:
    """A plugin's part may keep something of its own beside its keys."""
    plan = ujikom.plan(document(BASE), plugins={})
    own: list[Any] = [{"x": Decimal(1)}, {"x": Decimal(1)}, {"x": Decimal(2)}]
    one, same, other = (rules_of(evolve(plan, facts=each)) for each in own)
    assert one == same
    assert one != other


def test_changes_of_one_node_are_tried_together() -> None:
    """The weights of its children belong to a node, as its own keys do."""
    steps = [
        "panel", "decision.aggregation", "stages.a.weight", "stages.a.aggregation",
        "stages.a.criteria.x.weight", "stages.a.criteria.x.value.drop", "stages.b.pooling",
    ]  # fmt: skip
    singles = tuple((Change(action="change", steps=tuple(each.split("."))),) for each in steps)
    assert [[each.path for each in unit] for unit in by_node(singles)] == [
        ["panel", "decision.aggregation", "stages.a.weight"],
        ["stages.a.aggregation", "stages.a.criteria.x.weight"],
        ["stages.a.criteria.x.value.drop"],
        ["stages.b.pooling"],
    ]
