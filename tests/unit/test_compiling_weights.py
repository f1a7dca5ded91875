"""Weights and factors of siblings: given, left to `rest`, arisen; and what is wrong with them."""

from fractions import Fraction

import pytest

from tests.compiled import SCALE, findings_of, node, plan_of, said_of, stage
from ujikom_rules.messages import text_of
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.ruleset import FactRef

F = Fraction
NUMBER = '[facts]\nlipat = { type = "number" }\n'


def stages(*keys: str, more: str = "") -> str:
    """Stages ``a``, ``b``, … with one key each."""
    return "".join(stage(chr(97 + n), SCALE, key) for n, key in enumerate(keys)) + more


def weights(rules: str) -> dict[str, Fraction | None]:
    found = plan_of(rules).decision.node.children
    return {each.id: each.weight.value if each.weight else None for each in found}


def test_weights_are_taken_as_written() -> None:
    assert weights(stages("weight = 60", "weight = 40")) == {"a": 60, "b": 40}


def test_thirds_are_exact_where_they_are_written_as_fractions() -> None:
    third = 'weight = "100/3"'
    assert set(weights(stages(third, third, third)).values()) == {F(100, 3)}


def test_decimal_thirds_are_refused() -> None:
    (found,) = findings_of(stages(*["weight = 33.333333"] * 3))
    assert (found.code, found.path) == ("UJ301", "stages.c.weight")
    assert text_of(found, "en") == (
        "the weights of this group sum to 99.999999, not 100 (0.000001 too little)"
    )


@pytest.mark.parametrize(
    "second, said", [("39.999999", "0.000001 too little"), ("40.000001", "0.000001 too much")]
)
def test_there_is_no_tolerance(second: str, said: str) -> None:
    (found,) = findings_of(stages("weight = 60", f"weight = {second}"))
    assert found.code == "UJ301"
    assert said in text_of(found, "en")


def test_an_only_child_needs_no_weight() -> None:
    assert weights(stages("")) == {"a": 100}
    assert weights(stages("weight = 100")) == {"a": 100}
    assert said_of(stages("weight = 90")) == ["UJ301 stages.a.weight"]


def test_one_sibling_may_take_the_rest() -> None:
    plan = plan_of(stages('weight = "rest"', "weight = 33.3"))
    rest = node(plan, "a").weight
    assert rest is not None
    assert (rest.value, rest.path, rest.rule) == (F("66.7"), "stages.a.weight", "given")
    assert weights(stages('weight = "rest"', "weight = 100")) == {"a": 0, "b": 100}
    assert weights(stages('weight = "rest"')) == {"a": 100}


def test_two_cannot_take_the_rest() -> None:
    (found,) = findings_of(stages('weight = "rest"', 'weight = "rest"'))
    assert (found.code, found.path, len(found.related)) == ("UJ304", "stages.b.weight", 1)


def test_a_rest_below_zero_is_a_wrong_sum() -> None:
    (found,) = findings_of(stages("weight = 101", 'weight = "rest"'))
    assert (found.code, found.path) == ("UJ301", "stages.b.weight")


def test_a_negative_weight_is_refused_even_where_the_sum_fits() -> None:
    assert said_of(stages("weight = 110", "weight = -10")) == ["UJ307 stages.b.weight"]


def test_a_missing_weight_is_named_at_its_stage() -> None:
    rules = stages("weight = 50", "", "")
    assert said_of(rules) == ["UJ302 stages.b.weight", "UJ302 stages.c.weight"]
    assert [each.place.line for each in findings_of(rules)] == [12, 17]


def test_a_weight_of_zero_is_shown() -> None:
    assert weights(stages("weight = 100", "weight = 0")) == {"a": 100, "b": 0}


def test_weights_and_factors_never_mix() -> None:
    (found,) = findings_of(stages("weight = 100", "factor = 2"))
    assert (found.code, found.path, len(found.related)) == ("UJ303", "stages.b.factor", 1)


@pytest.mark.parametrize(
    "aggregation, key, codes",
    [
        ("sum", "weight = 100", ["UJ306 stages.a.weight"]),
        ("mean", "weight = 100", ["UJ306 stages.a.weight"]),
        ("mean", "factor = 2", ["UJ306 stages.a.factor"]),
        ("weighted-mean", "factor = 2", ["UJ306 stages.a.factor"]),
        ("sum", "factor = 2", []),
        ("mean", "", []),
    ],
)
def test_an_aggregator_takes_weights_or_factors_or_neither(
    aggregation: str, key: str, codes: list[str]
) -> None:
    more = f'[decision]\naggregation = "{aggregation}"\n'
    assert said_of(stages(key, more=more)) == codes


def test_factors_are_one_where_nothing_is_said() -> None:
    more = '[decision]\naggregation = "sum"\n'
    plan = plan_of(NUMBER + stages("", "factor = -2", "factor = { fact = 'lipat' }", more=more))
    plain, twice, fact = plan.decision.node.children
    assert isinstance(plain.factor, Figure)
    assert isinstance(twice.factor, Figure)
    assert (plain.factor.value, plain.factor.path) == (F(1), "")
    assert (twice.factor.value, twice.factor.path) == (F(-2), "stages.b.factor")
    assert isinstance(fact.factor, FactRef)
    assert all(each.weight is None for each in plan.decision.node.children)


def test_a_factor_reads_only_a_declared_fact() -> None:
    more = '[decision]\naggregation = "sum"\n'
    assert said_of(NUMBER + stages("factor = { fact = 'lipta' }", more=more)) == [
        "UJ311 stages.a.factor"
    ]
    criteria = 'aggregation = "sum"\ncriteria = [{ id = "x", factor = { fact = "lipta" } }]'
    assert said_of(NUMBER + stage("a", SCALE, criteria)) == ["UJ311 stages.a.criteria.x.factor"]


@pytest.mark.parametrize(
    "weighting, key, codes",
    [
        ('"equal"', "weight = 50", ["UJ305 stages.a.weight", "UJ305 stages.b.weight"]),
        ('"equal"', 'weight = "rest"', ["UJ305 stages.a.weight", "UJ305 stages.b.weight"]),
        ('"equal"', "factor = 2", ["UJ306 stages.a.factor", "UJ306 stages.b.factor"]),
        ('"equal"', "", []),
        ('"given"', "weight = 50", []),
        ('{ use = "given" }', "", ["UJ302 stages.a.weight", "UJ302 stages.b.weight"]),
    ],
)
def test_beside_another_weighting_no_weight_is_written(
    weighting: str, key: str, codes: list[str]
) -> None:
    assert said_of(stages(key, key, more=f"[decision]\nweighting = {weighting}\n")) == codes


@pytest.mark.parametrize("aggregation", ["sum", "mean"])
def test_a_weighting_beside_an_aggregator_without_weights_is_refused(aggregation: str) -> None:
    more = f'[decision]\naggregation = "{aggregation}"\nweighting = "equal"\n'
    assert said_of(stages("", "", more=more)) == ["UJ306 decision.weighting"]
    inside = f'aggregation = "{aggregation}"\nweighting = "equal"'
    two = 'criteria = [{ id = "x" }, { id = "y" }]'
    assert said_of(stage("a", SCALE, inside, two)) == ["UJ306 stages.a.weighting"]


def by_fact(rows: str) -> str:
    fact = '[facts]\nkelompok = { type = "text", one-of = ["opd", "asisten"] }\n'
    weighting = f'weighting = {{ use = "by-fact", fact = "kelompok", table = {rows} }}'
    return fact + stages("", "", more=f"[decision]\n{weighting}\n")


@pytest.mark.parametrize(
    "rows, codes",
    [
        ("{ opd = { a = 60, b = 40 }, asisten = { a = 0, b = 100 } }", []),
        ("{ opd = { a = 100 }, asisten = { a = 0, b = 100 } }", ["UJ309 decision.weighting.table.opd"]),
        ("{ opd = { a = 60, c = 40 }, asisten = { a = 0, b = 100 } }",
         ["UJ309 decision.weighting.table.opd", "UJ312 decision.weighting.table.opd"]),
        ("{ opd = { a = 60, b = 39 } }", ["UJ513 decision.weighting.table.opd.b"]),
        ("{ opd = { a = -10, b = 110 } }", ["UJ513 decision.weighting.table.opd.a"]),
        ("{}", ["UJ513 decision.weighting.table"]),
    ],
)  # fmt: skip
def test_rows_by_fact_name_just_the_siblings(rows: str, codes: list[str]) -> None:
    assert said_of(by_fact(rows)) == codes


BOTH = "{ a = 60, b = 40 }"
TABLE = "decision.weighting.table"


@pytest.mark.parametrize(
    "fact, rows, codes",
    [
        ('"text", one-of = ["opd", "asisten"]', "opd asistn", [f"UJ205 {TABLE}.asistn"]),
        ('"text", one-of = ["opd", "asisten"]', "opd lain", ["UJ320", f"UJ205 {TABLE}.lain"]),
        ('"text", one-of = ["opd", "asisten"]', "opd", ["UJ320"]),
        ('"level", levels = ["S1", "S2"]', "S1 S2", []),
        ('"level", levels = ["S1", "S2"]', "S1 S2 S3", [f"UJ205 {TABLE}.S3"]),
        ('"yes-no"', "yes no", []),
        ('"yes-no"', "yes no ya", [f"UJ205 {TABLE}.ya"]),
        ('"text"', "opd", []),
        ('"number"', "4", []),
    ],
)
def test_rows_by_fact_name_what_the_fact_may_say(fact: str, rows: str, codes: list[str]) -> None:
    table = ", ".join(f"{row} = {BOTH}" for row in rows.split())
    rules = by_fact(f"{{ {table} }}").replace('"text", one-of = ["opd", "asisten"]', fact)
    wanted = [f"UJ320 {TABLE}" if code == "UJ320" else code for code in codes]
    assert said_of(rules) == wanted


def test_a_row_of_no_word_is_named_at_its_place_and_a_missing_one_warned_of() -> None:
    (wrong,) = findings_of(by_fact(f"{{ opd = {BOTH}, asistn = {BOTH} }}"))
    line = f'weighting = {{ use = "by-fact", fact = "kelompok", table = {{ opd = {BOTH}, '
    assert wrong.place.column == len(line) + 1
    assert (wrong.args["got"], wrong.args["nearest"]) == ("asistn", "asisten")
    (absent,) = findings_of(by_fact(f"{{ opd = {BOTH} }}"))
    assert (absent.severity, absent.args["got"]) == ("warning", ("asisten",))


def test_a_weight_that_cannot_be_read_is_not_said_to_be_missing() -> None:
    assert said_of(stages('weight = "40%"', "weight = 60")) == ["UJ208 stages.a.weight"]
    assert said_of(stages("weight = true", "weight = 70")) == ["UJ203 stages.a.weight"]
    assert said_of(stages("weight = true", "")) == [
        "UJ203 stages.a.weight", "UJ302 stages.b.weight",
    ]  # fmt: skip


def test_what_could_not_be_made_asks_for_no_weights() -> None:
    unknown = ["UJ511 decision.aggregation"]
    assert said_of(stages("", "", more='[decision]\naggregation = "means"\n')) == unknown
    factors = stages("factor = 2", "factor = 3", more='[decision]\naggregation = "summ"\n')
    assert said_of(factors) == unknown
    arisen = '[decision]\naggregation = "summ"\nweighting = "equal"\n'
    assert said_of(stages("weight = 1", "weight = 2", more=arisen)) == unknown
    inside = 'weighting = "equals"\ncriteria = [{ id = "x" }, { id = "y" }]'
    assert said_of(stage("a", SCALE, inside)) == ["UJ511 stages.a.weighting"]


def test_weights_that_are_written_are_summed_whatever_joins_them() -> None:
    more = '[decision]\naggregation = "wieghted-mean"\n'
    unknown, summed = "UJ511 decision.aggregation", "UJ301 stages.b.weight"
    assert set(said_of(stages("weight = 60", "weight = 30", more=more))) == {unknown, summed}
    assert said_of(stages("weight = 60", "weight = 40", more=more)) == [unknown]
    inside = (
        'aggregation = "mena"\ncriteria = [{ id = "x", weight = 9 }, { id = "y", weight = 90 }]'
    )
    assert said_of(stage("a", SCALE, inside)) == [
        "UJ511 stages.a.aggregation", "UJ301 stages.a.criteria.y.weight",
    ]  # fmt: skip


def test_an_empty_row_is_placed_at_the_row() -> None:
    assert "UJ513 decision.weighting.table.opd" in said_of(by_fact("{ opd = {} }"))


def test_gates_have_neither_weight_nor_factor_and_are_no_siblings() -> None:
    gate = 'kind = "requirement-gate"\nrequire = { evidence = "sk" }\n'
    assert weights(stages("") + f'[[stages]]\nid = "g"\n{gate}') == {"a": 100}
    assert said_of(stages("") + f'[[stages]]\nid = "g"\n{gate}weight = 10\nfactor = 1\n') == [
        "UJ308 stages.g.weight",
        "UJ308 stages.g.factor",
    ]


def test_weights_are_summed_among_criteria_at_every_depth() -> None:
    inner = '{ id = "y", weight = 50, criteria = [{ id = "z", weight = 30 }, { id = "q" }] }'
    criteria = f'criteria = [{{ id = "x", weight = 40 }}, {inner}]'
    assert said_of(stage("a", SCALE, criteria)) == [
        "UJ301 stages.a.criteria.y.weight",
        "UJ302 stages.a.criteria.y.criteria.q.weight",
    ]


def test_weights_are_summed_where_another_stages_kind_is_unknown() -> None:
    rules = stages("weight = 60") + stage("b", SCALE, "weight = 30", kind="panl")
    assert said_of(rules) == ["UJ511 stages.b.kind", "UJ301 stages.b.weight"]


def test_ids_that_stand_twice_do_not_change_the_sum() -> None:
    assert said_of(stages("weight = 50") * 2) == ["UJ206 stages.a"]
