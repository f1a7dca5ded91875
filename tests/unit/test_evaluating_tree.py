"""From values to terms and totals: weights, factors, what is missing, branches; by hand."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from types import ModuleType

import pytest
from attrs import frozen

import ujikom_rules as ujikom
from tests.little_events import figures, filed, said, score, shown, totals
from ujikom_rules.messages import text_of
from ujikom_rules.plugin import (
    CandidacyAt,
    Fact,
    Figure,
    Part,
    PluginInfo,
    WeightedAt,
    Weighting,
    hookimpl,
)


def decided(keys: str, *stages: str) -> str:
    return filed(*stages) + f"[decision]\n{keys}\n"


TWO = "A01 a - 80\nA01 b - 60"
ONE = "A01 a - 80"


@pytest.mark.parametrize(
    "keys, whole, without",
    [
        ("", "75", "80"),
        ('aggregation = "weighted-sum"', "75", "60"),
    ],
)
def test_a_child_that_is_left_out_is_rescaled_by_the_mean_alone(
    keys: str, whole: str, without: str
) -> None:
    rules = decided(keys, "weight = 75", 'weight = 25\nmissing = "leave-out"')
    assert totals(score(rules, TWO)) == {"A01": whole}
    assert totals(score(rules, ONE)) == {"A01": without}


@pytest.mark.parametrize(
    "missing, expected", [("incomplete", None), ("zero", "60"), ("leave-out", "80")]
)
def test_what_a_missing_child_does_to_its_parent(missing: str, expected: str | None) -> None:
    rules = decided("", "weight = 75", f'weight = 25\nmissing = "{missing}"')
    assert totals(score(rules, ONE)) == {"A01": expected}


def test_a_parent_without_any_value_has_none_whatever_is_said_of_its_children() -> None:
    for missing in ("zero", "leave-out"):
        keys = f'weight = 50\nmissing = "{missing}"'
        evaluation = score(decided("", keys, keys), candidates=[{"id": "A01"}])
        assert totals(evaluation) == {"A01": None}
        assert evaluation["A01"].verdict == "incomplete"


def test_weight_zero_is_shown_and_does_not_count_there_or_not() -> None:
    rules = decided("", "weight = 100", "weight = 0")
    evaluation = score(rules, "A01 a - 80\nA01 b - 60\nA02 a - 70")
    assert totals(evaluation) == {"A01": "80", "A02": "70"}
    assert shown(evaluation["A01"].stages["b"].value) == "60"
    assert "b:term" not in evaluation["A01"].figures


def test_factors_are_plain_multipliers_of_any_sign() -> None:
    rules = decided('aggregation = { use = "sum", start = 5 }', "factor = 2", "factor = -0.5", "")
    evaluation = score(rules, "A01 a - 10\nA01 b - 6\nA01 c - 1")
    found = figures(evaluation, "A01")
    assert [found[f"{stage}:term"] for stage in "abc"] == ["20", "-3", "1"]
    assert totals(evaluation) == {"A01": "23"}


def test_a_factor_may_stand_in_a_fact_and_a_missing_one_is_never_one() -> None:
    rules = '[facts]\nkali = { type = "number" }\n' + decided(
        'aggregation = "sum"', 'factor = { fact = "kali" }'
    )
    people = [{"id": "A01", "facts": {"kali": "1.5"}}, {"id": "A02"}]
    evaluation = score(rules, "A01 a - 10\nA02 a - 10", candidates=people)
    assert totals(evaluation) == {"A01": "15", "A02": None}


def test_a_mean_of_stages_has_no_terms() -> None:
    evaluation = score(decided('aggregation = "mean"', "", ""), TWO)
    assert totals(evaluation) == {"A01": "70"}
    assert not any(address.endswith(":term") for address in evaluation["A01"].figures)


BY_FACT = (
    """
[facts]
kelompok = { type = "text", one-of = ["opd", "asisten"] }
"""
    + filed("", "")
    + """
[decision.weighting]
use = "by-fact"
fact = "kelompok"
[decision.weighting.table]
opd = { a = 60, b = 40 }
asisten = { a = 0, b = 100 }
"""
)


def test_weights_by_a_fact_and_none_where_the_fact_is_missing() -> None:
    people = [
        {"id": "A01", "facts": {"kelompok": "opd"}},
        {"id": "A02", "facts": {"kelompok": "asisten"}},
        {"id": "A03"},
    ]
    marks = "".join(f"{who} a - 80\n{who} b - 60\n" for who in ("A01", "A02", "A03"))
    evaluation = score(BY_FACT, marks, candidates=people)
    assert totals(evaluation) == {"A01": "72", "A02": "60", "A03": None}
    assert said(evaluation.findings, "note") == ["UJ562 /candidates/2", "UJ702 "]


def test_equal_weights_and_the_rest() -> None:
    thirds = decided('weighting = "equal"', "", "", "")
    assert totals(score(thirds, "A01 a - 10\nA01 b - 20\nA01 c - 40")) == {"A01": "70/3"}
    rest = decided("", 'weight = "1/3"', 'weight = "rest"')
    assert totals(score(rest, "A01 a - 90\nA01 b - 60")) == {"A01": "60.1"}


# --- criteria beneath criteria


NESTED = """
[[stages]]
id = "s"
kind = "panel"
each = { scale = { lower = 0, upper = 100 } }
criteria = [
  { id = "k", weight = 40, aggregation = "mean", value = { use = "linear", from = [0, 100], to = [0, 10] }, criteria = [{ id = "m" }, { id = "n", missing = "leave-out" }] },
  { id = "l", weight = 60, missing = "zero" },
]
"""


def test_a_branch_is_joined_valued_and_rounded_before_its_parent() -> None:
    marks = "A01 s.k.m E1 80\nA01 s.k.n E1 70\nA01 s.l E1 50"
    found = figures(score(NESTED, marks), "A01", "s")
    assert (found["s.k:joined"], found["s.k:criterion"]) == ("75", "7.5")
    assert (found["s.k:term"], found["s.l:term"], found["s:stage"]) == ("3", "30", "33")
    assert "s.k.m:term" not in found


def test_a_branch_obeys_what_its_children_say_when_missing() -> None:
    evaluation = score(NESTED, "A01 s.k.m E1 80\nA01 s.k.n E1 void\nA01 s.l E1 void")
    assert figures(evaluation, "A01")["s:stage"] == "3.2"
    nothing = score(NESTED, "A01 s.k.m E1 void\nA01 s.k.n E1 80\nA01 s.l E1 50")
    assert totals(nothing) == {"A01": None}
    assert figures(nothing, "A01", "s.k:") == {}


def test_a_branch_without_weights_has_no_value() -> None:
    rules = """
[facts]
kelompok = { type = "text" }
[[stages]]
id = "s"
kind = "weighted-criteria"
each = { scale = { lower = 0, upper = 100 } }
[[stages.criteria]]
id = "k"
weighting = { use = "by-fact", fact = "kelompok", table = { opd = { m = 30, n = 70 } } }
criteria = [{ id = "m" }, { id = "n" }]
"""
    people = [{"id": "A01", "facts": {"kelompok": "opd"}}, {"id": "A02"}]
    marks = "".join(f"{who} s.k.m - 10\n{who} s.k.n - 20\n" for who in ("A01", "A02"))
    assert totals(score(rules, marks, candidates=people)) == {"A01": "17", "A02": None}


# --- categories


def test_a_value_outside_all_categories_is_noted() -> None:
    linear = '{ use = "linear", from = [0, 1], to = [0, 1] }'  # after it no bounds are known
    rules = filed(
        f"value = {linear}\nclassifier = {{ use = 'bands', lower = {{ baik = 70, kurang = 0 }} }}"
    )
    evaluation = score(rules, "A01 a - 70\nA02 a - -1")
    found = {result.candidacy: result.stages["a"].category for result in evaluation}
    assert found == {"A01": "baik", "A02": None}
    sentences = [text_of(each, "en") for each in evaluation.findings if each.code == "UJ706"]
    assert sentences == ["'a' of 'A02' falls in no category: -1"]


# --- bounds of a base on weights that arise


BASE = """
schema = 1
[ruleset]
id = "dasar/satu"
version = "1.0"
title = "Dasar"
source = "assumption"
[facts]
kelompok = { type = "text" }
[[stages]]
id = "a"
kind = "weighted-criteria"
scale = { lower = 0, upper = 100 }
[[stages]]
id = "b"
kind = "weighted-criteria"
scale = { lower = 0, upper = 100 }
[decision]
weighting = "equal"
[[open]]
key = "decision.weighting"
may = ["replace"]
[[open]]
key = "stages.a.weight"
{bounds}
breach = "warning"
article = "Pasal 5"
"""
OVERLAY = """
schema = 1
[ruleset]
id = "kota/satu"
version = "1.0"
title = "Kota"
extends = "dasar/satu"
[plugins]
demo = "1.0"
[decision.weighting]
use = "demo:told"
fact = "kelompok"
"""


@frozen(kw_only=True)
class Told:
    """The first weight is what a fact says; None where it says nothing."""

    fact: Fact

    def weights(
        self, criteria: Sequence[WeightedAt], candidacy: CandidacyAt
    ) -> Mapping[str, Figure] | None:
        said = candidacy.fact(self.fact)
        if said is None:
            return None
        if said == "kurang":
            return {criteria[0].id: Figure(Fraction(1))}
        first = Fraction(str(said))
        return {criteria[0].id: Figure(first), criteria[1].id: Figure(100 - first)}


def told() -> ModuleType:
    made = ModuleType("demo")

    @hookimpl
    def ujikom_plugin_info() -> PluginInfo:
        return PluginInfo(api=1, title="Demo")

    @hookimpl
    def ujikom_weightings() -> Iterable[Part[Weighting]]:
        return [Part("told", Told)]

    for hook in (ujikom_plugin_info, ujikom_weightings):
        setattr(made, hook.__name__, hook)
    return made


def overlaid(folder: Path, bounds: str) -> ujikom.Plan:
    (folder / "dasar.toml").write_text(BASE.replace("{bounds}", bounds))
    document = ujikom.parse_ruleset(OVERLAY)
    return ujikom.plan(document, rulesets=[folder], plugins={"demo": told()})


@pytest.mark.parametrize(
    "bounds, within, expected",
    [
        ("at-least = 30\nat-most = 35", {"30", "35"}, "30 – 35"),
        ("at-least = 35", {"35", "36"}, "35 – …"),
        ("at-most = 30", {"29", "30"}, "… – 30"),
    ],
)
def test_a_bound_holds_for_every_weight_that_arises(
    tmp_path: Path, bounds: str, within: set[str], expected: str
) -> None:
    weights = ("29", "30", "35", "36", None)
    people = [
        {"id": f"A{n}", "facts": {} if weight is None else {"kelompok": weight}}
        for n, weight in enumerate(weights)
    ]
    marks = "".join(f"A{n} a - 1\nA{n} b - 1\n" for n in range(len(weights)))
    evaluation = score(overlaid(tmp_path, bounds), marks, candidates=people)
    found = [each for each in evaluation.findings if each.code == "UJ705"]
    outside = [n for n, weight in enumerate(weights) if weight and weight not in within]
    assert [each.path for each in found] == [f"/candidates/{n}" for n in outside]
    assert {each.severity for each in found} == {"warning"}
    assert {each.article for each in found} == {"Pasal 5"}
    assert text_of(found[0], "en") == (
        f"the weight 'stages.a.weight' of {weights[outside[0]]} for 'A{outside[0]}' "
        f"is outside the bounds {expected}"
    )


CRITERIA = """
schema = 1
[ruleset]
id = "dasar/dua"
version = "1.0"
title = "Dasar"
source = "assumption"
[facts]
kelompok = { type = "text" }
[[stages]]
id = "w"
kind = "weighted-criteria"
weighting = "equal"
scale = { lower = 0, upper = 100 }
criteria = [{ id = "a" }, { id = "b", weighting = "equal", criteria = [{ id = "c" }, { id = "d" }] }]
[[open]]
key = "stages.w.weighting"
may = ["replace"]
[[open]]
key = "stages.w.criteria.*.weight"
at-most = 50
breach = "{breach}"
[[open]]
key = "stages.w.criteria.b.criteria.c.weight"
at-least = 60
breach = "warning"
"""
OVER = """
schema = 1
[ruleset]
id = "kota/dua"
version = "1.0"
title = "Kota"
extends = "dasar/dua"
[plugins]
demo = "1.0"
[[stages]]
id = "w"
weighting = { use = "demo:told", fact = "kelompok" }
"""


@pytest.mark.parametrize("breach", ["warning", "error"])
def test_it_holds_for_criteria_beneath_a_stage_too(tmp_path: Path, breach: str) -> None:
    (tmp_path / "dasar.toml").write_text(CRITERIA.replace("{breach}", breach))
    made = ujikom.plan(ujikom.parse_ruleset(OVER), rulesets=[tmp_path], plugins={"demo": told()})
    people = [{"id": "A0", "facts": {"kelompok": "50"}}, {"id": "A1", "facts": {"kelompok": "60"}}]
    marks = "".join(f"A{n} w.{each} - 1\n" for n in (0, 1) for each in ("a", "b.c", "b.d"))
    outside = [
        ("UJ705", "stages.w.criteria.b.criteria.c.weight", "A0"),
        ("UJ705", "stages.w.criteria.a.weight", "A1"),
        ("UJ705", "stages.w.criteria.b.criteria.c.weight", "A1"),
    ]
    if breach == "error":
        with pytest.raises(ujikom.Refused) as refused:
            score(made, marks, candidates=people)
        found = [each for each in refused.value.findings if each.severity == "error"]
        assert [(e.code, e.args["key"], e.args["candidacy"]) for e in found] == outside[1:2]
        return
    evaluation = score(made, marks, candidates=people)
    found = [each for each in evaluation.findings if each.code == "UJ705"]
    assert sorted((e.code, e.args["key"], e.args["candidacy"]) for e in found) == sorted(outside)


def test_weights_of_criteria_that_are_the_same_for_all_are_held_too(tmp_path: Path) -> None:
    (tmp_path / "dasar.toml").write_text(CRITERIA.replace("{breach}", "warning"))
    bare = OVER.partition("[plugins]")[0]
    made = ujikom.plan(ujikom.parse_ruleset(bare), rulesets=[tmp_path], plugins={})
    evaluation = score(made, "A0 w.a - 1\nA0 w.b.c - 1\nA0 w.b.d - 1")
    found = [each.args["key"] for each in evaluation.findings if each.code == "UJ705"]
    assert found == ["stages.w.criteria.b.criteria.c.weight"]  # 50, and at least 60 is asked


@pytest.mark.parametrize("said_by_fact", ["kurang", "101", "-1"])
def test_a_weighting_that_answers_with_no_weights_is_refused(
    tmp_path: Path, said_by_fact: str
) -> None:
    made = overlaid(tmp_path, "at-least = 30")
    people = [{"id": "A01", "facts": {"kelompok": said_by_fact}}]
    with pytest.raises(ujikom.Refused) as refused:
        score(made, "A01 a - 1\nA01 b - 1", candidates=people)
    assert [(each.code, each.plugin) for each in refused.value.findings] == [("UJ521", "demo")]
