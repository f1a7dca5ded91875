"""The tree: what a node inherits, what only a leaf has, what may be read from where."""

from fractions import Fraction
from typing import Any, Literal

import pytest
from attrs import frozen

from tests.compiled import NAMED, PANEL, SCALE, findings_of, module, node, plan_of, said_of, stage
from ujikom_rules.exact import Rounding
from ujikom_rules.messages import Text
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.ruleset import FactRef
from ujikom_rules.planned import PlannedNode
from ujikom_rules.plugin import Part, StageOutcome, StageSheet

F = Fraction
FACTS = '[facts]\nskp = { type = "number" }\njenjang = { type = "number" }\n'


def table(*keys: str) -> str:
    """A table on one line; an empty key is left out."""
    return f"{{ {', '.join(filter(None, keys))} }}"


def criteria(*rows: str) -> str:
    """Criteria in rows."""
    return f"criteria = [{', '.join(rows)}]"


def pair(first: str = "", second: str = "") -> str:
    """The leaves ``a`` and ``b.c``, with keys of their own."""
    beneath = criteria(table("id = 'c'", second))
    return criteria(
        table("id = 'a'", "weight = 50", first), table("id = 'b'", "weight = 50", beneath)
    )


def leaves(of_stage: str, each: str, own: str, head: str = "", kind: str = "panel") -> Any:
    """The leaves ``a`` and ``b.c`` under keys of the stage, its `each`, and their own."""
    rules = stage("w", of_stage, f"each = {table(each)}", pair(own, own), kind=kind)
    plan = plan_of(head + rules)
    return node(plan, "w.a"), node(plan, "w.b.c")


def places(found: PlannedNode) -> dict[str, int | None]:
    """The places that each rounding of a node keeps."""
    return {key: each.places if each else None for key, each in found.roundings.items()}


# ------------------------------------------------------------------ inheritance


def scale(upper: int) -> str:
    return f"scale = {{ lower = 0, upper = {upper} }}"


@pytest.mark.parametrize(
    "of_stage, each, own, upper",
    [
        (scale(5), "", "", 5),
        (scale(5), scale(4), "", 4),
        (scale(5), scale(4), scale(3), 3),
        ("", scale(4), "", 4),
    ],
)
def test_the_nearest_scale_wins(of_stage: str, each: str, own: str, upper: int) -> None:
    for leaf in leaves(of_stage, each, own):
        assert leaf.scale.upper == upper


@pytest.mark.parametrize(
    "of_stage, each, own, source",
    [
        ("", "", "", "examiners"),
        ('reads = "secretariat"', "", "", "secretariat"),
        ('reads = "secretariat"', 'reads = "examiners"', "", "examiners"),
        ("", 'reads = "secretariat"', 'reads = { fact = "skp" }', "fact"),
    ],
)
def test_the_nearest_source_wins(of_stage: str, each: str, own: str, source: str) -> None:
    for leaf in leaves(f"{SCALE}\n{of_stage}", each, own, FACTS):
        assert leaf.reads.source == source
        assert leaf.reads_examiners is (source == "examiners")
        assert (leaf.pooling is not None) is (source == "examiners")


@pytest.mark.parametrize(
    "of_stage, each, own, name",
    [
        ("", "", "", "core:mean"),
        ('pooling = "sum"', "", "", "core:sum"),
        ('pooling = "sum"', 'pooling = { use = "trimmed-mean", drop = 1 }', "",
         "core:trimmed-mean"),
        ('pooling = "sum"', 'pooling = "sum"', 'pooling = "mean"', "core:mean"),
    ],
)  # fmt: skip
def test_the_nearest_pooling_wins(of_stage: str, each: str, own: str, name: str) -> None:
    for leaf in leaves(f"{SCALE}\n{of_stage}", each, own):
        assert leaf.pooling.name == name


@pytest.mark.parametrize(
    "of_stage, each, own, quorum",
    [
        ("", "", "", None),
        ("quorum = 2", "", "", 2),
        ("quorum = 2", "quorum = 3", "", 3),
        ("quorum = 2", "quorum = 3", "quorum = 4", 4),
    ],
)
def test_the_nearest_quorum_wins(of_stage: str, each: str, own: str, quorum: int | None) -> None:
    for leaf in leaves(f"{SCALE}\n{of_stage}", each, own):
        assert leaf.quorum == quorum


def test_the_panel_rules_quorum_holds_where_no_other_is_said() -> None:
    panel = '[panel]\nuse = "composition"\nquorum = 3\n'
    rules = (
        panel + stage("v", SCALE, "weight = 50") + stage("w", SCALE, "weight = 50", "quorum = 2")
    )
    plan = plan_of(rules)
    assert [node(plan, each).quorum for each in "vw"] == [3, 2]


def test_no_marks_are_laid_on_each_other_word_by_word() -> None:
    of_stage = f'{SCALE}\nno-marks = {{ absent = "zero", recused = "zero", void = "zero" }}'
    each = 'no-marks = { recused = "incomplete", void = "incomplete" }'
    for leaf in leaves(of_stage, each, 'no-marks = { void = "leave-out" }'):
        assert leaf.no_marks == {
            "not-entered": "incomplete",
            "absent": "zero",
            "recused": "incomplete",
            "abstained": "leave-out",
            "void": "leave-out",
        }


def test_missing_of_each_is_the_leaves_and_not_the_stages() -> None:
    rules = stage("w", SCALE, 'each = { missing = "zero" }\n' + pair("", 'missing = "leave-out"'))
    plan = plan_of(rules)
    found = {each: node(plan, each).missing for each in ("w", "w.a", "w.b", "w.b.c")}
    assert found == {
        "w": "incomplete", "w.a": "zero", "w.b": "incomplete", "w.b.c": "leave-out",
    }  # fmt: skip
    assert node(plan_of(PANEL + 'missing = "zero"'), "w").missing == "zero"


def test_values_of_each_hold_unless_a_leaf_has_its_own() -> None:
    def linear(top: int) -> str:
        return f'value = {{ use = "linear", from = [0, 100], to = [0, {top}] }}'

    rules = stage("w", SCALE, f"each = {{ {linear(10)} }}", pair("", "value = []"))
    plan = plan_of(rules)
    assert [part.name for part in node(plan, "w.a").values] == ["core:linear"]
    assert node(plan, "w.b.c").values == ()
    # what stands on a stage with criteria works on the joined value
    plan = plan_of(stage("w", SCALE, linear(10), pair("", "")))
    assert [len(node(plan, each).values) for each in ("w", "w.a")] == [1, 0]
    # and on the marks of a stage that is rated itself
    assert len(node(plan_of(PANEL + linear(10)), "w").values) == 1


def test_values_behind_the_pooling_are_apart() -> None:
    mark = '{ use = "linear", from = [0, 100], to = [0, 10] }'
    behind = '{ use = "linear", on = "pooled", from = [0, 10], to = [0, 1] }'
    found = node(plan_of(PANEL + f"value = [{mark}, {behind}]"), "w")
    assert [len(found.values), len(found.pooled_values)] == [1, 1]
    assert found.pooled_values[0].part.to[1].value == 1  # the one that says so, not the first
    # where nothing is pooled there is no behind
    found = node(plan_of(stage("w", SCALE, f"value = {behind}", kind="weighted-criteria")), "w")
    assert [len(found.values), len(found.pooled_values)] == [1, 0]
    assert said_of(PANEL + f"value = {behind.replace('pooled', 'poled')}") == [
        "UJ205 stages.w.value.on"
    ]


def test_roundings_are_inherited_downwards_and_the_nearest_wins() -> None:
    head = (
        "[rounding]\nrating = { places = 1 }\ncriterion = { places = 1 }\nstage = { places = 1 }\n"
    )
    of_stage = f"{SCALE}\nrounding = {{ criterion = {{ places = 2 }}, term = {{ places = 2 }} }}"
    rules = head + stage(
        "w",
        of_stage,
        "each = { rounding = { pooled = { places = 3 } } }",
        pair('rounding = { criterion = "exact", pooled = { places = 4 } }', ""),
    )
    plan = plan_of(rules)
    assert places(node(plan, "w.a")) == {"rating": 1, "pooled": 4, "term": 2, "own": None}
    assert places(node(plan, "w.b.c")) == {"rating": 1, "pooled": 3, "term": 2, "own": 2}
    assert places(node(plan, "w.b")) == {"rating": 1, "pooled": None, "term": 2, "own": 2}
    assert places(node(plan, "w")) == {"rating": 1, "pooled": None, "term": 2, "own": 1}
    assert node(plan, "w").roundings["own"] == Rounding(1, "half-up")


def test_a_branchs_rounding_reaches_what_is_beneath() -> None:
    criteria = (
        'criteria = [{ id = "b", rounding = { criterion = { places = 1 }, term = { places = 0 } }, '
        'criteria = [{ id = "c" }] }]'
    )
    plan = plan_of(stage("w", SCALE, criteria))
    assert [places(node(plan, each))["own"] for each in ("w", "w.b", "w.b.c")] == [None, 1, 1]
    assert [places(node(plan, each))["term"] for each in ("w", "w.b")] == [None, 0]


def test_what_stands_on_the_decision_holds_for_the_root_alone() -> None:
    rules = (
        "[rounding]\nterm = { places = 3 }\n[decision.rounding]\nterm = { places = 1 }\n"
        "final = { places = 2 }\nstage = { places = 0 }\ncriterion = { places = 0 }\n"
    )
    plan = plan_of(rules + stage("w", SCALE, pair("", "")))
    assert places(plan.decision.node) == {"term": 1, "own": 2}
    assert places(node(plan, "w")) == {"rating": None, "pooled": None, "term": 3, "own": None}
    assert places(node(plan, "w.a"))["own"] is None


def test_targets_of_each_hold_unless_a_leaf_has_its_own() -> None:
    found, other = leaves(SCALE, "target = 4", "target = { fact = 'jenjang' }", FACTS)
    assert isinstance(found.target, FactRef)
    assert isinstance(other.target, FactRef)
    (found, _) = leaves(SCALE, "target = 4", "")
    assert isinstance(found.target, Figure)
    assert (found.target.value, found.target.path) == (F(4), "stages.w.each.target")
    assert said_of(PANEL + "target = { fact = 'jenjnag' }") == ["UJ311 stages.w.target"]


def test_by_examiner_the_stage_pools_and_a_leaf_may_stay_apart() -> None:
    own = 'pool-by = "criterion"'
    for keys in ('pool-by = "examiner"', 'each = { pool-by = "examiner" }'):
        plan = plan_of(stage("w", SCALE, keys, pair(own, ""), 'pooling = "sum"'))
        assert plan.stages[0].by_examiner
        pooling = node(plan, "w").pooling
        assert pooling is not None
        assert pooling.name == "core:sum"
        assert [node(plan, each).pooled_here for each in ("w.a", "w.b.c")] == [True, False]
    plain = plan_of(stage("w", SCALE, pair("", "")))
    assert (plain.stages[0].by_examiner, node(plain, "w").pooling) == (False, None)
    alone = plan_of(PANEL + 'pool-by = "examiner"')
    assert not alone.stages[0].by_examiner


# ------------------------------------------------------------------ shape


def test_a_title_is_the_id_where_none_is_said() -> None:
    plan = plan_of(stage("w", SCALE, 'title = "Wawancara"', pair("", 'title = "C"')))
    found = {each: node(plan, each).title.id for each in ("w", "w.a", "w.b.c")}
    assert found == {"w": "Wawancara", "w.a": "a", "w.b.c": "C"}
    assert plan.decision.node.title == Text("nilai akhir", "total")


def nested(depth: int) -> str:
    inner = ""
    for number in range(depth, 0, -1):
        inner = criteria(table(f"id = 'k{number}'", inner))
    return stage("w", SCALE, inner)


def test_criteria_are_nested_eight_deep_and_no_deeper() -> None:
    plan = plan_of(nested(8))
    (leaf,) = plan.stages[0].node.leaves()
    assert leaf.address == "w.k1.k2.k3.k4.k5.k6.k7.k8"
    assert [each.partition(" ")[0] for each in said_of(nested(9))] == ["UJ211"]


def test_only_leaves_read_marks_and_have_scales() -> None:
    branch = (
        f'criteria = [{{ id = "b", {SCALE}, reads = "examiners", criteria = [{{ id = "c" }}] }}]'
    )
    assert said_of(stage("w", SCALE, branch)) == [
        "UJ326 stages.w.criteria.b.scale",
        "UJ326 stages.w.criteria.b.reads",
    ]


def test_a_leaf_that_reads_marks_needs_a_scale() -> None:
    assert said_of(stage("w")) == ["UJ321 stages.w.scale"]
    assert said_of(stage("w", pair("", SCALE))) == ["UJ321 stages.w.criteria.a.scale"]
    assert said_of(FACTS + stage("w", 'reads = { fact = "skp" }')) == []
    assert said_of(stage("w", "scale = 5")) == ["UJ203 stages.w.scale"]  # said once


def test_pooling_is_only_where_examiners_mark() -> None:
    filed = 'reads = "secretariat"'
    assert said_of(PANEL + f'{filed}\npooling = "mean"') == ["UJ322 stages.w.pooling"]
    rules = stage("w", SCALE, filed, 'pooling = "mean"\npool-by = "examiner"', pair("", ""))
    assert said_of(rules) == ["UJ322 stages.w.pooling", "UJ322 stages.w.pool-by"]
    rules = stage("w", SCALE, pair(f'{filed}, pooling = "sum"', ""))
    assert said_of(rules) == ["UJ322 stages.w.criteria.a.pooling"]
    each = "each = { pooling = 'mean', pool-by = 'examiner' }"
    rules = stage("w", SCALE, filed, each, pair("", ""))
    assert said_of(rules) == ["UJ322 stages.w.each.pooling", "UJ322 stages.w.each.pool-by"]
    assert [found.place.column for found in findings_of(rules)] == [20, 38]
    assert said_of(stage("w", SCALE, each, pair(filed, ""))) == []
    # one leaf that examiners mark is enough for the stage
    assert said_of(stage("w", SCALE, 'pooling = "sum"', pair(filed, ""))) == []


def test_marks_of_examiners_have_no_weights() -> None:
    assert said_of(PANEL + 'pooling = "weighted-sum"') == ["UJ310 stages.w.pooling"]


def test_pooling_by_examiner_is_said_of_stages() -> None:
    rules = stage("w", SCALE, pair("", 'pool-by = "examiner"'))
    assert said_of(rules) == ["UJ324 stages.w.criteria.b.criteria.c.pool-by"]


def test_each_needs_criteria_to_reach() -> None:
    assert said_of(PANEL + "each = { quorum = 2 }") == ["UJ325 stages.w.each"]


# ------------------------------------------------------------------ looking back


def reading(keys: str) -> str:
    first = stage("v", SCALE, "weight = 50", 'criteria = [{ id = "x" }]')
    return first + stage("w", "weight = 50", f"reads = {{ {keys} }}", kind="weighted-criteria")


@pytest.mark.parametrize(
    "keys, codes",
    [
        ('stage = "v"', []),
        ('stage = "v", criterion = "x", at = "raw"', []),
        ('stage = "v", criterion = "y"', ["UJ312 stages.w.reads"]),
        ('stage = "u"', ["UJ312 stages.w.reads"]),
        ('stage = "w"', ["UJ313 stages.w.reads"]),
        ('fact = "skp"', ["UJ311 stages.w.reads"]),
    ],
)
def test_a_leaf_reads_only_what_is_there_and_earlier(keys: str, codes: list[str]) -> None:
    assert said_of(reading(keys)) == codes


def test_what_was_probably_meant_is_named() -> None:
    (found,) = findings_of(reading('stage = "v", criterion = "xx"'))
    assert found.args["nearest"] == "v.x"


def filed(fact: str, value: str) -> list[str]:
    rules = f"[facts]\nx = {{ {fact} }}\n"
    keys = ("reads = { fact = 'x' }", f"value = {{ {value} }}")
    return said_of(rules + stage("w", *keys, kind="weighted-criteria"))


def test_value_functions_know_the_bounds_of_a_fact() -> None:
    bands = 'use = "bands", bands = [{ at-least = 2, value = 10 }, { below = 2, %s value = 0 }]'
    assert filed("type = 'number', lower = 0, upper = 5", bands % "at-least = 0,") == []
    assert filed("type = 'number', lower = -1, upper = 5", bands % "at-least = 0,") == [
        "UJ513 stages.w.value.bands.1.at-least"
    ]
    assert filed("type = 'number', lower = -1", bands % "at-least = 0,") == []
    assert filed("type = 'number', lower = 5, upper = 5", bands % "at-least = 0,") == []
    derived = "type = 'date' }\ny = { type = 'years', since = 'x'"
    rules = f"[facts]\nx = {{ {derived} }}\n"
    for lower, codes in (
        ("at-least = 0,", []),
        ("at-least = 1,", ["UJ513 stages.w.value.bands.1.at-least"]),
    ):
        keys = ("reads = { fact = 'y' }", f"value = {{ {bands % lower} }}")
        assert said_of(rules + stage("w", *keys, kind="weighted-criteria")) == codes


def test_value_functions_know_the_words_of_a_fact() -> None:
    points = 'use = "levels", points = { S1 = 60, S2 = 80 }'
    assert filed("type = 'level', levels = ['S1', 'S2']", points) == []
    assert filed("type = 'text', one-of = ['S2', 'S1']", points) == []
    assert [each.partition(" ")[0] for each in filed("type = 'text', one-of = ['S3']", points)] == [
        "UJ513"
    ]
    assert filed("type = 'text'", points) == []
    assert filed("type = 'yes-no'", 'use = "levels", points = { yes = 0, no = 100 }') == []
    wrong = filed("type = 'yes-no'", 'use = "levels", points = { ya = 0, tidak = 100 }')
    assert set(wrong) == {"UJ513 stages.w.value.points.ya", "UJ513 stages.w.value.points.tidak"}


@pytest.mark.parametrize(
    "pooling, codes",
    [("mean", ["UJ513 stages.w.classifier.lower.rendah"]), ("sum", [])],
)
def test_a_sum_of_marks_leaves_their_scale(pooling: str, codes: list[str]) -> None:
    classifier = 'classifier = { use = "bands", lower = { tinggi = 60, rendah = 1 } }'
    assert said_of(PANEL + f'pooling = "{pooling}"\n{classifier}') == codes


def test_norm_referenced_parts_stand_behind_the_pooling_of_a_leaf() -> None:
    behind = 'value = { use = "normalised", on = "pooled" }'
    assert said_of(PANEL + behind) == []
    assert said_of(PANEL + 'value = "normalised"') == ["UJ327 stages.w.value"]
    assert said_of(stage("w", SCALE, 'value = "normalised"', kind="weighted-criteria")) == []
    assert said_of(stage("w", SCALE, behind, pair())) == ["UJ328 stages.w.value.use"]
    by_examiner = 'pool-by = "examiner"'
    assert said_of(stage("w", SCALE, by_examiner, pair(behind))) == [
        "UJ329 stages.w.criteria.a.value.on"
    ]
    assert said_of(stage("w", SCALE, by_examiner, pair(f'{behind}, pool-by = "criterion"'))) == []


# ------------------------------------------------------------------ keys of a kind's own


@frozen(kw_only=True)
class Half:
    """What the kind adds to its criteria."""

    part: Literal["written", "oral"]
    pages: int = 1


@frozen(kw_only=True)
class Talk:
    """A kind with keys of its own."""

    share: Fraction = Fraction(40)

    def score(self, sheet: StageSheet) -> StageOutcome:
        return sheet.outcome(sheet.joined() * self.share)


PLUGINS = {"demo": module(stage_kinds=[Part("talk", Talk, criteria=Half, reads="examiners")])}


def talk(first: str, keys: str = "") -> str:
    criteria = f'criteria = [{{ id = "a", weight = 50, {first} }}, {{ id = "b", weight = 50, part = "oral" }}]'
    return NAMED + stage("w", SCALE, keys, criteria, kind="demo:talk")


def test_a_kinds_own_keys_reach_its_criteria() -> None:
    plan = plan_of(talk('part = "written", pages = 3'), PLUGINS)
    assert node(plan, "w.a").extra == Half(part="written", pages=3)
    assert node(plan, "w.b").extra == Half(part="oral")
    assert node(plan, "w").extra is None


@pytest.mark.parametrize(
    "first, keys, codes",
    [
        ('part = "spoken"', "", ["UJ205 stages.w.criteria.a.part"]),
        ("pages = 1", "", ["UJ202 stages.w.criteria.a.part"]),
        ('part = "oral", page = 2', "", ["UJ201 stages.w.criteria.a.page"]),
        ('part = "oral", wieght = 2', "", ["UJ201 stages.w.criteria.a.wieght"]),
        ('part = "oral"', "shares = 3", ["UJ201 stages.w.shares"]),
        ('part = "oral"', 'share = "much"', ["UJ208 stages.w.share"]),
        ('part = "oral"', 'share = "1/3"', []),
    ],
)
def test_unknown_and_wrong_keys_of_a_kind(first: str, keys: str, codes: list[str]) -> None:
    assert said_of(talk(first, keys), PLUGINS) == codes


def test_a_kind_that_adds_no_keys_takes_none() -> None:
    (found,) = findings_of(stage("w", SCALE, pair('wieght = 1, part = "x"', "")))[:1]
    assert (found.code, found.path) == ("UJ201", "stages.w.criteria.a.wieght")
    assert found.args["nearest"] == "weight"
