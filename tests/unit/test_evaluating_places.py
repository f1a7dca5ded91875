"""Places of a part's own, targets, the parts' own words and drawn lots, through the whole engine."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from hashlib import sha256
from types import ModuleType

import pytest
from attrs import frozen

import ujikom_rules as ujikom
from tests.little_events import figures, plan, refusals, said, score, totals
from ujikom_rules.messages import hint_of, text_of
from ujikom_rules.model.outcome import Rank
from ujikom_rules.model.ruleset import Scale
from ujikom_rules.plugin import (
    Aggregator,
    Classifier,
    Figure,
    Item,
    NodeAt,
    Part,
    PluginInfo,
    ResultAt,
    Text,
    ValueFunction,
    hookimpl,
    mean_of,
)

# --- targets

JPM = """
[[stages]]
id = "ac"
kind = "weighted-criteria"
aggregation = { use = "jpm", cap = 100 }
each = { scale = { lower = 1, upper = 5, step = 1 } }
criteria = [
  { id = "integritas", target = 4 },
  { id = "kerja-sama", target = { fact = "syarat" } },
]
[facts]
syarat = { type = "number" }
"""


def person(name: str, **facts: str) -> dict[str, object]:
    return {"id": name, "facts": facts}


def test_jpm_stands_uncapped_at_a_place_of_its_own() -> None:
    marks = "A01 ac.integritas - 5\nA01 ac.kerja-sama - 4\n"
    marks += "A02 ac.integritas - 3\nA02 ac.kerja-sama - 3\n"
    evaluation = score(
        JPM, marks, candidates=[person("A01", syarat="4"), person("A02", syarat="4")]
    )
    assert totals(evaluation) == {"A01": "100", "A02": "75"}
    found = figures(evaluation, "A01", "ac:")
    assert (found["ac:jpm"], found["ac:joined"]) == ("112.5", "100")
    assert figures(evaluation, "A02", "ac:jpm") == {"ac:jpm": "75"}
    told = ujikom.working(evaluation, "A01", lang="en")["figures"]
    assert isinstance(told, list)
    assert "ac: job-person match" in [entry["label"] for entry in told]


def test_a_target_that_no_fact_gives_is_no_value_and_is_said() -> None:
    marks = "A01 ac.integritas - 5\nA01 ac.kerja-sama - 4"
    evaluation = score(JPM, marks)
    assert totals(evaluation) == {"A01": None}
    (found,) = (each for each in evaluation.findings if each.code == "UJ563")
    assert text_of(found, "en") == "'ac' of 'A01': no target for: kerja-sama"
    assert (found.path, hint_of(found, "en")) == (
        "/candidates/0",
        "check the marks and facts of this candidacy",
    )


def test_a_child_that_is_left_out_counts_on_neither_side() -> None:
    rules = JPM.replace('{ fact = "syarat" } }', '3, missing = "leave-out" }')
    assert totals(score(rules, "A01 ac.integritas - 3")) == {"A01": "75"}


def test_a_declared_target_that_names_no_fact_is_refused_on_each_too() -> None:
    rules = JPM.replace("step = 1 } }", 'step = 1 }, target = { fact = "sarat" } }')
    assert refusals(rules) == ["UJ311 stages.ac.each.target"]


def test_pooled_marks_have_the_target_of_what_they_mark() -> None:
    rules = """
[[stages]]
id = "w"
kind = "panel"
pooling = "jpm"
scale = { lower = 1, upper = 5 }
target = 4
"""
    assert figures(score(rules, "A01 w E1 3\nA01 w E2 4"), "A01", "w:") == {
        "w:jpm": "87.5",
        "w:pooled": "87.5",
        "w:stage": "87.5",
        "w:term": "87.5",
    }


def test_stages_have_targets_too() -> None:
    rules = """
[[stages]]
id = "a"
kind = "weighted-criteria"
target = 60
each = { scale = { lower = 0, upper = 100 } }
criteria = [{ id = "x" }]
[[stages]]
id = "b"
kind = "weighted-criteria"
target = 40
scale = { lower = 0, upper = 100 }
[decision]
aggregation = "jpm"
"""
    assert totals(score(rules, "A01 a.x - 50\nA01 b - 45")) == {"A01": "95"}


BANDS = '{ use = "bands", bands = [{ value = 1, below = 80 }, { value = 2, at-least = 80 }] }'


@pytest.mark.parametrize("aggregation", ["jpm", '{ use = "trimmed-sum", drop = 1 }', "sum"])
def test_what_leaves_the_bounds_of_its_children_is_not_held_against_them(aggregation: str) -> None:
    """Bands from 50 to 300 fit a sum of marks up to 100, and would leave gaps on a mean of them."""
    named = aggregation if aggregation.startswith("{") else f'"{aggregation}"'
    rules = f"""
[[stages]]
id = "ac"
kind = "weighted-criteria"
aggregation = {named}
classifier = {{ use = "bands", bands = [{{ id = "cukup", at-least = 50, at-most = 300 }}] }}
each = {{ scale = {{ lower = 0, upper = 100 }}, target = 50 }}
criteria = [{{ id = "a" }}, {{ id = "b" }}, {{ id = "c" }}]
"""
    assert refusals(rules) == []
    assert refusals(rules.replace(f"aggregation = {named}", 'aggregation = "mean"')) == [
        "UJ513 stages.ac.classifier.bands.cukup.at-least"
    ]


@pytest.mark.parametrize(
    "pooling, expected",
    [
        ('"sum"', []),
        ('{ use = "rooms-first", inside = "sum" }', []),
        ('"mean"', ["UJ513 stages.w.value.bands.0.at-least"]),
    ],
)
def test_nor_are_pooled_marks_that_leave_the_bounds_of_their_scale(
    pooling: str, expected: list[str]
) -> None:
    bands = "bands = [{ value = 1, at-least = 50, below = 150 }, { value = 2, at-least = 150 }]"
    rules = f"""
[[stages]]
id = "w"
kind = "panel"
pooling = {pooling}
scale = {{ lower = 0, upper = 100 }}
value = {{ use = "bands", on = "pooled", {bands} }}
"""
    assert sorted(set(refusals(rules))) == expected
    categories = rules.replace("value = { use", "classifier = { use").replace(', on = "pooled"', "")
    categories = categories.replace("value = 1", 'id = "a"').replace("value = 2", 'id = "b"')
    assert bool(refusals(categories)) == bool(expected)


GAP = """
[[stages]]
id = "w"
kind = "panel"
scale = { lower = 1, upper = 5, step = 1 }
target = 3
value = { use = "gap", table = [[-2, 3], [-1, 4], [0, 5], [1, 4.5], [2, 3.5]] }
"""


def test_gap_stands_at_each_examiners_place() -> None:
    found = figures(score(GAP, "A01 w E1 2\nA01 w E2 5"), "A01", "w")
    assert (found["w@E1:gap"], found["w@E2:gap"]) == ("-1", "2")
    assert (found["w@E1:rating"], found["w@E2:rating"]) == ("4", "3.5")
    assert found["w:stage"] == "3.75"


def test_gap_behind_the_pooling_stands_at_the_node_and_may_miss_its_table() -> None:
    pooled = GAP.replace('"gap",', '"gap", on = "pooled",')
    found = figures(score(pooled, "A01 w E1 2\nA01 w E2 4"), "A01", "w:")
    assert (found["w:gap"], found["w:stage"]) == ("0", "5")
    evaluation = score(pooled, "A01 w E1 2\nA01 w E2 3")
    assert totals(evaluation) == {"A01": None}
    (said_,) = (each for each in evaluation.findings if each.code == "UJ563")
    assert text_of(said_, "id") == "'w' bagi peserta 'A01': selisih -0.5 tidak ada di table"


@pytest.mark.parametrize(
    "before, after, expected",
    [
        ("[-2, 3], ", "", ["UJ513 stages.w.value.table"]),
        ("target = 3", "", ["UJ513 stages.w.value"]),
        ("target = 3", "target = 2", ["UJ513 stages.w.value.table"]),
        ("[-2, 3]", "[0, 3]", ["UJ513 stages.w.value.table.2.0"]),
        ("[[-2, 3]", "[[-2]", ["UJ207 stages.w.value.table.0"]),
    ],
)
def test_gap_is_held_against_scale_and_target_when_rules_are_compiled(
    before: str, after: str, expected: list[str]
) -> None:
    assert refusals(GAP.replace(before, after)) == expected


def test_reversed_knows_the_bounds_of_facts_and_of_joined_criteria() -> None:
    rules = """
[facts]
temuan = { type = "number", lower = 0, upper = 20 }
[[stages]]
id = "a"
kind = "weighted-criteria"
value = "reversed"
criteria = [
  { id = "x", weight = 50, scale = { lower = 1, upper = 5 } },
  { id = "y", weight = 50, scale = { lower = 1, upper = 9 } },
]
[[stages]]
id = "b"
kind = "weighted-criteria"
reads = { fact = "temuan" }
value = "reversed"
[decision]
aggregation = "sum"
"""
    evaluation = score(rules, "A01 a.x - 2\nA01 a.y - 4", candidates=[person("A01", temuan="3")])
    assert figures(evaluation, "A01", "a:") | figures(evaluation, "A01", "b:") == {
        "a:joined": "3", "a:stage": "7", "a:term": "7",
        "b:raw": "3", "b:rating": "17", "b:stage": "17", "b:term": "17",
    }  # fmt: skip
    assert refusals(rules.replace(", lower = 0, upper = 20", "")) == ["UJ513 stages.b.value"]


# --- lots

TIED = """
[[stages]]
id = "w"
kind = "weighted-criteria"
scale = { lower = 0, upper = 100 }
"""
FIVE = "\n".join(f"A0{n} w - {60 if n == 5 else 80}" for n in range(1, 6))


def drawn(seed: str, standing: str, name: str) -> int:
    return int(sha256(f"{seed}\n{standing}\n{name}".encode()).hexdigest(), 16)


def test_lots_part_equals_and_stand_in_the_record_of_those_who_drew() -> None:
    rules = TIED + '[ranking]\nmethod = "ordinal"\ntie-breaks = ["lot"]\n'
    evaluation = score(rules, FIVE, event={"id": "e", "date": "2025-03-25", "lot-seed": "42"})
    equals = sorted((f"A0{n}" for n in range(1, 5)), key=lambda name: -drawn("42", "rank", name))
    assert [result.candidacy for result in evaluation] == [*equals, "A05"]
    assert [result.rank.place for result in evaluation] == [1, 2, 3, 4, 5]
    for name in equals:
        assert figures(evaluation, name, "lot") == {"lot:rank": str(drawn("42", "rank", name))}
    assert figures(evaluation, "A05", "lot") == {}
    told = ujikom.working(evaluation, equals[0], lang="en")["figures"]
    assert isinstance(told, list)
    assert [entry["label"] for entry in told if entry["address"] == "lot:rank"] == [
        "number drawn by lot: rank"
    ]


def test_a_shortlist_draws_lots_of_its_own() -> None:
    rules = (
        TIED
        + '[[stages]]\nid = "dua-besar"\nkind = "shortlist"\nkeep = 2\nties = "drop"\n'
        + '[ranking]\ntie-breaks = [{ use = "lot", order = "ascending" }]\n'
    )
    evaluation = score(rules, FIVE, event={"id": "e", "date": "2025-03-25", "lot-seed": "42"})
    lowest = sorted((f"A0{n}" for n in range(1, 5)), key=lambda n: drawn("42", "dua-besar", n))
    kept = {each.candidacy for each in evaluation if each.stages["dua-besar"].kept}
    assert kept == set(lowest[:2])
    assert set(figures(evaluation, "A01", "lot")) == {"lot:rank", "lot:dua-besar"}


def test_without_a_seed_nobody_draws_and_equals_share() -> None:
    rules = TIED + '[ranking]\ntie-breaks = ["lot"]\n'
    evaluation = score(rules, "A01 w - 80\nA02 w - 80")
    assert [each.rank for each in evaluation] == [Rank(Fraction(1), True)] * 2
    assert said(evaluation.findings, "warning") == ["UJ701 /candidates/0", "UJ701 /candidates/1"]


# --- a city's own places and words


@frozen(kw_only=True)
class Noted:
    """A mean at a place that the ruleset names, with a word to it."""

    at_place: str = "rata"

    def combine(self, items: Sequence[Item], at: NodeAt) -> Figure | None:
        at.find(Text("sebentar", "a moment"), "note", Text("tunggu", "wait"))
        return at.place(self.at_place, mean_of(item.value for item in items))


@frozen(kw_only=True)
class Width:
    """The width of the scale that comes in; a fact's and a joined value's too."""

    def value(self, x: Figure | None, at: NodeAt) -> Figure | None:
        scale: Scale | None = at.scale
        return None if x is None or scale is None else x * 0 + (scale.upper - scale.lower)


@frozen(kw_only=True)
class Standing:
    """A classifier that would stand a figure where no standing is."""

    def classify(self, result: ResultAt) -> str | None:
        assert result.standing == ""
        return str(result.place("kotak", Figure(result.value.value)) if result.value else None)


def demo() -> ModuleType:
    module = ModuleType("demo")

    @hookimpl
    def ujikom_plugin_info() -> PluginInfo:
        return PluginInfo(api=1, title="Demo")

    @hookimpl
    def ujikom_aggregators() -> Iterable[Part[Aggregator]]:
        return [Part("noted", Noted)]

    @hookimpl
    def ujikom_value_functions() -> Iterable[Part[ValueFunction]]:
        return [Part("width", Width)]

    @hookimpl
    def ujikom_classifiers() -> Iterable[Part[Classifier]]:
        return [Part("standing", Standing)]

    module.__dict__.update(
        ujikom_plugin_info=ujikom_plugin_info,
        ujikom_aggregators=ujikom_aggregators,
        ujikom_value_functions=ujikom_value_functions,
        ujikom_classifiers=ujikom_classifiers,
    )
    return module


NOTED = """
[plugins]
demo = "1.0"
[[stages]]
id = "w"
kind = "panel"
pool-by = "examiner"
aggregation = { use = "demo:noted" }
each = { scale = { lower = 0, upper = 100 } }
criteria = [{ id = "a" }, { id = "b" }]
"""


def test_a_part_stands_its_figures_beside_the_frames_own() -> None:
    evaluation = score(plan(NOTED, {"demo": demo()}), "A01 w.a E1 60\nA01 w.b E1 80")
    found = figures(evaluation, "A01", "w@")
    assert found == {"w@E1:rata": "70", "w@E1:joined": "70", "w@E1:rating": "70"}
    (said_,) = (each for each in evaluation.findings if each.code == "UJ563")
    assert (said_.severity, text_of(said_, "en"), hint_of(said_, "en")) == (
        "note",
        "'w@E1' of 'A01': a moment",
        "wait",
    )


@pytest.mark.parametrize("place", ["joined", "rating", "raw", "Rata", ""])
def test_a_part_may_not_stand_where_the_frame_stands(place: str) -> None:
    rules = NOTED.replace('"demo:noted"', f'"demo:noted", at-place = "{place}"')
    assert refusals(plan(rules, {"demo": demo()}), "A01 w.a E1 60\nA01 w.b E1 80") == [
        "UJ520 stages.w.aggregation"
    ]


def test_only_a_tie_break_has_a_standing_to_stand_at() -> None:
    rules = '[plugins]\ndemo = "1.0"\n' + TIED + 'classifier = "demo:standing"\n'
    assert refusals(plan(rules, {"demo": demo()}), FIVE) == ["UJ520 stages.w.classifier"]
