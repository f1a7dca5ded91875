"""What the analysis says of small rulesets, and what it leaves unsaid."""

from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from attrs import frozen

import ujikom_rules as ujikom
from tests.compiled import PANEL, module, stage
from tests.little_events import HEAD
from ujikom_rules.errors import Finding
from ujikom_rules.messages import text_of
from ujikom_rules.plugin import Figure, Item, NodeAt, Part

MARKS = "scale = { lower = 0, upper = 100 }"


def checked(rules: str, plugins: dict[str, ModuleType] | None = None) -> list[Finding]:
    return list(ujikom.check(ujikom.parse_ruleset(HEAD + rules), plugins=plugins or {}))


def said(rules: str, plugins: dict[str, ModuleType] | None = None) -> list[str]:
    """Findings as ``UJ360 stages.w.classifier``."""
    return [f"{each.code} {each.path}" for each in checked(rules, plugins)]


def texts(rules: str) -> list[str]:
    return [text_of(each, "en") for each in checked(rules)]


def cut(rules: str, bound: str, *keys: str) -> str:
    return "\n".join([rules, "[decision]", f"cut-score = {bound}", *keys, ""])


def test_a_plain_ruleset_is_clean() -> None:
    assert said(cut(PANEL, "70")) == []


# ---------------------------------------------------------------- bounds, through the cut score


def least_and_most(rules: str, low: str, high: str, *keys: str) -> None:
    """The total reaches from `low` to `high` and no further: bounds beside them say so."""
    assert said(cut(rules, low, *keys)) == ["UJ364 decision.cut-score"]
    assert said(cut(rules, f'"{plus(low)}"', *keys)) == []
    assert said(cut(rules, high, *keys)) == []
    assert said(cut(rules, f'"{plus(high)}"', *keys)) == ["UJ365 decision.cut-score"]


def plus(number: str) -> str:
    """A little more, as a fraction that TOML texts may hold."""
    above, _, below = number.strip('"').partition("/")
    whole = int(below or 1)
    return f"{int(above) * 1000 + whole}/{whole * 1000}"


@pytest.mark.parametrize(
    "aggregation, low, high",
    [
        ("'weighted-mean'", "8", "92"),  # 0 × 20 % + 10 × 80 %, 100 × 20 % + 90 × 80 %
        ("'weighted-sum'", "8", "92"),
    ],
)
def test_weighted_children(aggregation: str, low: str, high: str) -> None:
    kids = (
        "criteria = [{ id = 'a', weight = 20, scale = { lower = 0, upper = 100 } }, "
        "{ id = 'b', weight = 80, scale = { lower = 10, upper = 90 } }]"
    )
    least_and_most(stage("w", f"aggregation = {aggregation}", kids), low, high)


@pytest.mark.parametrize(
    "aggregation, low, high",
    [
        ("'sum'", "10", "190"),
        ("{ use = 'sum', start = 5 }", "15", "195"),
        ("'mean'", "5", "95"),
        ("'median'", "5", "95"),
        ("'minimum'", "0", "90"),
        ("'maximum'", "10", "100"),
        ("{ use = 'clamp-to-mean', limit = 5 }", "0", "100"),  # not exact: the widest is known
    ],
)
def test_joined_children(aggregation: str, low: str, high: str) -> None:
    kids = (
        "criteria = [{ id = 'a', scale = { lower = 0, upper = 100 } }, "
        "{ id = 'b', scale = { lower = 10, upper = 90 } }]"
    )
    least_and_most(stage("w", f"aggregation = {aggregation}", kids), low, high)


@pytest.mark.parametrize(
    "aggregation, low, high",
    [("trimmed-mean", "2", "5"), ("trimmed-sum", "2", "5")],
)
def test_the_ends_are_dropped(aggregation: str, low: str, high: str) -> None:
    kids = ", ".join(
        f"{{ id = '{name}', scale = {{ lower = {lower}, upper = {upper} }} }}"
        for name, lower, upper in (("a", 0, 4), ("b", 2, 5), ("c", 3, 9))
    )
    rules = stage(
        "w", f"aggregation = {{ use = '{aggregation}', drop = 1 }}", f"criteria = [{kids}]"
    )
    least_and_most(rules, low, high)


def test_too_few_to_drop_have_no_value_and_no_bound() -> None:
    kids = f"criteria = [{{ id = 'a', {MARKS} }}, {{ id = 'b', {MARKS} }}]"
    rules = stage("w", "aggregation = { use = 'trimmed-mean', drop = 1 }", kids)
    assert said(cut(rules, "700")) == []


def test_the_match_of_fixed_targets_and_its_cap() -> None:
    kids = (
        "criteria = [{ id = 'a', target = 3, scale = { lower = 1, upper = 5 } }, "
        "{ id = 'b', target = 5, scale = { lower = 1, upper = 5 } }]"
    )
    least_and_most(stage("w", "aggregation = 'jpm'", kids), "25", "125")
    least_and_most(stage("w", "aggregation = { use = 'jpm', cap = 100 }", kids), "25", "100")
    facts = "[facts]\nt = { type = 'number', lower = 1, upper = 5 }\n"
    free = kids.replace("target = 3", "target = { fact = 't' }")
    capped = stage("w", "aggregation = { use = 'jpm', cap = 100 }", free)
    assert said(cut(facts + capped, "101")) == ["UJ365 decision.cut-score"]
    assert said(cut(facts + stage("w", "aggregation = 'jpm'", free), "1000")) == []


def test_factors_may_turn_bounds_round_or_stand_in_facts() -> None:
    kids = (
        "criteria = [{ id = 'a', factor = -1, scale = { lower = 0, upper = 10 } }, "
        "{ id = 'b', factor = 2, scale = { lower = 0, upper = 10 } }]"
    )
    least_and_most(stage("w", "aggregation = 'sum'", kids), "-10", "20")
    facts = "[facts]\nf = { type = 'number', lower = -1, upper = 3 }\ng = { type = 'number' }\n"
    free = kids.replace("factor = 2", "factor = { fact = 'f' }")
    least_and_most(facts + stage("w", "aggregation = 'sum'", free), "-20", "30")
    open_ = kids.replace("factor = 2", "factor = { fact = 'g' }")
    assert said(cut(facts + stage("w", "aggregation = 'sum'", open_), "9999")) == []


def test_who_may_be_left_out_or_count_zero_widens_the_bounds() -> None:
    kids = (
        "criteria = [{ id = 'a', weight = 50, missing = 'leave-out', scale = { lower = 0, upper = 20 } },"
        " { id = 'b', weight = 50, scale = { lower = 10, upper = 90 } }]"
    )
    least_and_most(stage("w", kids), "5", "90")  # both, or b alone
    zero = kids.replace("leave-out", "zero").replace(
        "lower = 0, upper = 20", "lower = 10, upper = 20"
    )
    least_and_most(stage("w", zero), "5", "55")


def test_many_that_may_be_left_out_are_taken_together() -> None:
    names = "abcdefgh"
    kids = ", ".join(
        f"{{ id = '{n}', missing = 'leave-out', scale = {{ lower = 1, upper = 9 }} }}"
        for n in names
    )
    for way in ("mean", "median", "minimum", "maximum"):
        least_and_most(stage("w", f"aggregation = '{way}'", f"criteria = [{kids}]"), "1", "9")
    weighted = kids.replace("missing", "weight = 12.5, missing")
    least_and_most(stage("w", f"criteria = [{weighted}]"), "1", "9")
    by_sum = stage("w", "aggregation = 'weighted-sum'", f"criteria = [{weighted}]")
    assert said(cut(by_sum, "10")) == ["UJ365 decision.cut-score"]
    rounded = stage(
        "w", "rounding = { term = { places = 0, mode = 'up' } }", f"criteria = [{weighted}]"
    )
    assert said(cut(rounded, "10")) == [
        "UJ374 decision.cut-score"
    ]  # terms are made of whole numbers
    assert said(cut(stage("w", "aggregation = 'sum'", f"criteria = [{kids}]"), "999")) == []


def test_weights_by_a_fact_are_looked_at_row_by_row() -> None:
    rules = (
        "[facts]\ng = { type = 'text', one-of = ['x', 'y'] }\n"
        + stage("a", "scale = { lower = 0, upper = 50 }")
        + stage("b", "scale = { lower = 20, upper = 100 }")
    )
    rows = "weighting = { use = 'by-fact', fact = 'g', table = { x = { a = 50, b = 50 }, y = { a = 75, b = 25 } } }"
    least_and_most(rules, "5", "75", rows)  # y: 20 × 25 %; x: 25 + 50


@pytest.mark.parametrize(
    "weighting, low, high",
    [("equal", "10", "75"), ("rank-order-centroid", "5", '"125/2"')],  # 75 and 25 per cent
)
def test_weights_that_arise(weighting: str, low: str, high: str) -> None:
    rules = stage("a", "scale = { lower = 0, upper = 50 }") + stage(
        "b", "scale = { lower = 20, upper = 100 }"
    )
    least_and_most(rules, low, high, f"weighting = '{weighting}'")


@pytest.mark.parametrize(
    "value, low, high",
    [
        ("{ use = 'linear', from = [0, 100], to = [50, 0] }", "0", "50"),
        ("{ use = 'bands', bands = [{ value = 3, below = 50 }, { value = 7, at-least = 50 }] }", "3", "7"),
        ("'reversed'", "0", "100"),
        ("{ use = 'reversed', lower = 0, upper = 120 }", "20", "120"),
        ("{ use = 'normalised', on = 'pooled' }", "0", "1"),
        ("[{ use = 'linear', from = [0, 100], to = [1, 2] }, { use = 'normalised', on = 'pooled' }]", '"1/2"', "1"),
    ],
)  # fmt: skip
def test_value_functions_on_marks(value: str, low: str, high: str) -> None:
    least_and_most(stage("w", MARKS, f"value = {value}"), low, high)


def test_a_best_that_may_be_negative_bounds_nothing() -> None:
    rules = stage(
        "w", "scale = { lower = -1, upper = 1 }", "value = { use = 'normalised', on = 'pooled' }"
    )
    assert said(cut(rules, "99")) == []


FACTS = """[facts]
s = { type = 'level', levels = ['S1', 'S2'] }
n = { type = 'number', lower = 0, upper = 10 }
y = { type = 'yes-no' }
d = { type = 'date' }
t = { type = 'years', since = 'd' }
"""


@pytest.mark.parametrize(
    "keys, low, high",
    [
        ("reads = { fact = 's' }\nvalue = { use = 'levels', points = { S1 = 20, S2 = 60 } }", "20", "60"),
        ("reads = { fact = 'n' }", "0", "10"),
        ("reads = { fact = 'y' }", "0", "1"),
        ("reads = 'facts'\nvalue = { use = 'conditions', otherwise = 9, cases = [{ when = { fact = 'n', at-least = 5 }, value = 4 }] }", "4", "9"),
        ("reads = 'facts'\nvalue = { use = 'conditions', take = 'sum', otherwise = 1, cases = [{ when = { fact = 'n', at-least = 5 }, value = 4 }, { when = { fact = 'y', is = true }, value = -3 }] }", "-3", "4"),
        ("target = 3\nscale = { lower = 1, upper = 3, step = 1 }\nvalue = { use = 'gap', table = [[-2, 1], [-1, 2], [0, 6]] }", "1", "6"),
    ],
)  # fmt: skip
def test_what_the_file_says(keys: str, low: str, high: str) -> None:
    least_and_most(FACTS + stage("w", keys, kind="weighted-criteria"), low, high)


def test_years_have_no_upper_bound_and_texts_no_number() -> None:
    years = FACTS + stage("w", "reads = { fact = 't' }", kind="weighted-criteria")
    assert said(cut(years, "9999")) == []
    assert said(cut(years, "0")) == ["UJ364 decision.cut-score"]
    points = "value = { use = 'levels', points = { S1 = 1, S2 = 2 } }"
    text = FACTS + stage("w", "reads = { fact = 's' }", points, kind="weighted-criteria")
    assert said(cut(text, "2")) == []
    same = "value = { use = 'linear', from = [0, 1], to = [0, 1] }"
    dated = FACTS + stage("w", "reads = { fact = 'd' }", same, kind="weighted-criteria")
    assert said(cut(dated, "1")) == ["UJ364 decision.cut-score"]


@pytest.mark.parametrize("pooling", ["mean", "median", "minimum", "maximum"])
def test_pooled_marks_keep_their_bounds(pooling: str) -> None:
    least_and_most(
        stage("w", "scale = { lower = 1, upper = 5 }", f"pooling = '{pooling}'"), "1", "5"
    )


@pytest.mark.parametrize(
    "pooling, low",
    [("'sum'", "2"), ("{ use = 'trimmed-sum', drop = 1 }", "1"),
     ("{ use = 'rooms-first', by = 'kind', over = 'sum' }", "1")],
)  # fmt: skip
def test_how_many_marks_are_added_nobody_knows(pooling: str, low: str) -> None:
    rules = stage("w", "scale = { lower = 1, upper = 5 }", "quorum = 2", f"pooling = {pooling}")
    assert said(cut(rules, low)) == ["UJ364 decision.cut-score"]
    assert said(cut(rules, f'"{plus(low)}"')) == []
    assert said(cut(rules, "9999")) == []


def test_pooling_by_chairs_rooms_and_targets() -> None:
    marks = "scale = { lower = 1, upper = 5 }"
    least_and_most(stage("w", marks, "pooling = { use = 'chair-weighted', chair = 40 }"), "1", "5")
    rooms = "{ use = 'rooms-first', by = 'kind', weights = { x = 1, y = 2 } }"
    least_and_most(stage("w", marks, f"pooling = {rooms}"), "1", "5")
    rounded = stage(
        "w", marks, f"pooling = {rooms}", "rounding = { term = { places = 0, mode = 'up' } }"
    )
    assert said(cut(rounded, "99")) == []
    least_and_most(stage("w", marks, "target = 4", "pooling = 'jpm'"), "25", "125")


def test_a_no_mark_or_an_absence_that_counts_zero() -> None:
    marks = "scale = { lower = 40, upper = 50 }"
    least_and_most(stage("w", marks, "no-marks = { void = 'zero' }"), "0", "50")
    least_and_most(stage("w", marks, "absence = 'zero'"), "0", "50")


def test_each_examiner_apart() -> None:
    keys = (
        "pool-by = 'examiner'",
        "no-marks = { void = 'zero' }",
    )
    kids = (
        "criteria = [{ id = 'a', weight = 50, scale = { lower = 10, upper = 20 } }, "
        "{ id = 'b', weight = 50, criteria = [{ id = 'c', scale = { lower = 10, upper = 30 } }] }]"
    )
    least_and_most(stage("w", *keys, kids), "0", "25")


def test_an_earlier_stage_that_is_read() -> None:
    first = stage(
        "a",
        "scale = { lower = 1, upper = 5 }",
        "value = { use = 'linear', from = [1, 5], to = [20, 100], on = 'pooled' }",
        "weight = 0",
    )
    for at, low, high in (("value", "20", "100"), ("raw", "1", "5")):
        again = stage(
            "b", f"reads = {{ stage = 'a', at = '{at}' }}", "weight = 100", kind="weighted-criteria"
        )
        least_and_most(first + again, low, high)
    nested = stage("a", "weight = 0", "criteria = [{ id = 'k', scale = { lower = 2, upper = 3 } }]")
    again = stage(
        "b", "reads = { stage = 'a', criterion = 'k' }", "weight = 100", kind="weighted-criteria"
    )
    least_and_most(nested + again, "2", "3")


def test_rounding_moves_the_bounds() -> None:
    rules = stage(
        "w",
        "scale = { lower = 0.4, upper = 4.6 }",
        "rounding = { stage = { places = 0, mode = 'half-up' } }",
    )
    assert said(cut(rules, "0"))[0] == "UJ364 decision.cut-score"
    assert "UJ365 decision.cut-score" in said(cut(rules, "6"))
    assert "UJ365 decision.cut-score" not in said(cut(rules, "5"))


@frozen(kw_only=True)
class Odd:
    """An aggregator of which nothing is known."""

    def combine(self, items: list[Item], at: NodeAt) -> Figure | None:
        raise NotImplementedError


def test_of_a_plugins_part_nothing_is_claimed() -> None:
    plugins = {"demo": module(aggregators=[Part("odd", Odd, summary=ujikom.Text("x", "x"))])}
    named = '[plugins]\ndemo = "1.0"\n'
    for rules in (
        stage("w", MARKS, "pooling = 'demo:odd'"),
        stage("w", "aggregation = 'demo:odd'", f"criteria = [{{ id = 'a', {MARKS} }}]"),
    ):
        assert said(cut(named + rules, "9999"), plugins) == []


# ---------------------------------------------------------------- categories and rows


def test_bands_that_no_value_reaches_are_told_at_their_bound() -> None:
    bands = "bands = [{ id = 'x', below = 0 }, { id = 'y', at-least = 0, at-most = 100 }, { id = 'z', above = 100 }]"
    rules = stage("w", MARKS, f"classifier = {{ use = 'bands', {bands} }}")
    assert [each.code for each in checked(rules)] == ["UJ360", "UJ360"]
    assert texts(rules)[0] == "the category 'x' is never reached: the value of 'w' is 0 to 100"


MATRIX = """[decision.classifier]
use = "matrix"
x = { stage = "a", bands = [{ id = "l", below = 60 }, { id = "h", at-least = 60 }] }
y = { stage = "b", bands = [{ id = "d", below = LIMIT }, { id = "u", at-least = LIMIT }] }
cells = { "l/d" = "1", "l/u" = "2", "h/d" = "3", "h/u" = "4" }
"""


def test_a_band_of_an_axis_that_no_value_reaches() -> None:
    two = stage("a", MARKS, "weight = 50") + stage("b", MARKS, "weight = 50")
    assert said(two + MATRIX.replace("LIMIT", "60")) == []
    (found,) = checked(two + MATRIX.replace("LIMIT", "101"))
    assert (found.code, found.args["got"], found.args["node"]) == ("UJ360", "u", "b")


def test_cells_over_one_stage() -> None:
    rules = stage("a", MARKS) + MATRIX.replace("LIMIT", "80").replace('"b"', '"a"')
    (found,) = checked(rules)
    assert (found.code, found.args["got"]) == ("UJ361", ["l/u"])
    assert found.path == "decision.classifier.y.stage"
    assert len(found.related) == 1  # the stage of the other axis


def test_rows_of_values_that_no_number_takes() -> None:
    steps = "scale = { lower = 1, upper = 5, step = 1 }"
    bands = "value = { use = 'bands', bands = [{ value = 1, at-most = 3 }, { value = 2, above = 3, below = 4 }, { value = 3, at-least = 4 }] }"
    (found,) = checked(stage("w", steps, bands))
    assert (found.code, found.args["got"]) == ("UJ362", "above 3, below 4")
    loose = bands.replace(
        "bands = [", "on = 'pooled', bands = [{ value = 0, below = 1 }, "
    ).replace("at-most = 3", "at-least = 1, at-most = 3")
    (found,) = checked(stage("w", steps, loose))  # behind the pooling 3.5 is possible
    assert (found.code, found.args["got"]) == ("UJ362", "below 1")
    many = bands.replace("upper = 5", "upper = 5000")
    assert said(stage("w", "scale = { lower = 1, upper = 5000, step = 1 }", many)) == []


def test_a_sum_outside_its_bands() -> None:
    def rules(upper: str) -> str:
        keys = f"classifier = {{ use = 'bands', bands = [{{ id = 'x', below = 9 }}, {{ id = 'y', at-least = 9, at-most = {upper} }}] }}"
        kids = f"criteria = [{{ id = 'a', {MARKS} }}, {{ id = 'b', {MARKS} }}]"
        return stage("w", "aggregation = 'sum'", kids, keys)

    assert said(rules("200")) == []
    assert texts(rules("199")) == ["a value of 200 at 'w' is possible and falls in no category"]
    assert said(rules("199")) == ["UJ373 stages.w.classifier.bands"]


# ---------------------------------------------------------------- effects


def test_a_stage_of_no_weight_is_noted_unless_something_reads_it() -> None:
    two = stage("a", MARKS, "weight = 0") + stage("b", MARKS, "weight = 100")
    assert said(two) == ["UJ363 stages.a.weight"]
    gate = stage("g", "require = { stage = 'a', at-least = 50 }", kind="threshold-gate")
    assert said(two + gate) == []
    assert said(two + "[ranking]\ntie-breaks = [{ use = 'stage-score', stage = 'a' }]\n") == []
    assert said(two + "[rankings.x]\nby = { stage = 'a' }\n") == []
    short = stage("s", "keep = 3", "by = { stage = 'a' }", kind="shortlist")
    assert said(two + short) == []
    short = stage(
        "s", "keep = 3", "tie-breaks = [{ use = 'stage-score', stage = 'a' }]", kind="shortlist"
    )
    assert said(two + short) == []


def test_values_and_terms_that_are_always_the_same() -> None:
    constant = "value = { use = 'linear', from = [0, 100], to = [7, 7] }"
    rules = stage(
        "w",
        f"criteria = [{{ id = 'a', weight = 50, {MARKS}, {constant} }}, {{ id = 'b', weight = 50, {MARKS} }}]",
    )
    assert texts(rules) == ["'w.a' can never change the total: its value is always 7"]
    rules = stage(
        "w",
        "aggregation = 'sum'",
        f"criteria = [{{ id = 'a', factor = 0, {MARKS} }}, {{ id = 'b', {MARKS} }}]",
    )
    assert texts(rules) == ["'w.a' can never change the total: what is added is always 0"]
    assert said(rules) == ["UJ363 stages.w.criteria.a.factor"]


@pytest.mark.parametrize("way, beaten", [("maximum", "a"), ("minimum", "b")])
def test_the_one_that_always_wins(way: str, beaten: str) -> None:
    kids = "criteria = [{ id = 'a', scale = { lower = 0, upper = 50 } }, { id = 'b', scale = { lower = 50, upper = 100 } }]"
    (found,) = checked(stage("w", f"aggregation = '{way}'", kids))
    assert (found.code, found.args["got"]) == ("UJ363", f"w.{beaten}")
    free = kids.replace("id = ", "missing = 'leave-out', id = ")
    assert said(stage("w", f"aggregation = '{way}'", free)) == []


# ---------------------------------------------------------------- gates, rows, roundings, panels


@pytest.mark.parametrize(
    "test, code",
    [
        ("{ stage = 'w', at-least = 0 }", "UJ364"),
        ("{ stage = 'w', above = 100 }", "UJ365"),
        ("{ stage = 'w', at-most = 100 }", "UJ364"),
        ("{ stage = 'w', below = 0 }", "UJ365"),
        ("{ stage = 'w', is = 101 }", "UJ365"),
        ("{ stage = 'w', one-of = [101, 102] }", "UJ365"),
        ("{ stage = 'w', one-of = [50, 102] }", ""),
        ("{ stage = 'w', given = true }", ""),
        ("{ fact = 'n', at-most = 10 }", "UJ364"),
        ("{ fact = 't', at-least = 0 }", "UJ364"),
        ("{ fact = 's', at-least = 'S1' }", "UJ364"),
        ("{ fact = 's', above = 'S2' }", "UJ365"),
        ("{ fact = 's', is = 'S1' }", ""),
        ("{ fact = 'y', is = true }", ""),
        ("{ evidence = 'surat', given = true }", ""),
    ],
)
def test_bounds_of_gates(test: str, code: str) -> None:
    rules = FACTS + stage("w", MARKS) + stage("g", f"require = {test}", kind="threshold-gate")
    found = checked(rules)
    assert [each.code for each in found] == ([code] if code else [])
    for each in found:  # under the number or word that is compared with
        operator, operand = test.strip("{ }").split(", ", 1)[1].split(" = ")
        assert each.path == f"stages.g.require.{operator}"
        assert each.place.column == f"require = {test}".index(f"= {operand}") + 3


def test_a_bound_on_what_is_always_one_number() -> None:
    constant = "value = { use = 'linear', from = [0, 100], to = [7, 7] }"
    rules = stage("w", MARKS, constant)
    for test in ("is = 7", "one-of = [7]"):
        gate = stage("g", f"require = {{ stage = 'w', {test} }}", kind="threshold-gate")
        assert "UJ364" in [each.code for each in checked(rules + gate)]


def test_conditions_in_value_functions_are_looked_at() -> None:
    cases = "value = { use = 'conditions', otherwise = 'unchanged', cases = [{ when = { fact = 'n', above = 10 }, value = 4 }] }"
    assert said(FACTS + stage("w", MARKS, cases)) == ["UJ365 stages.w.value.cases.0.when.above"]


def test_a_shortlist_that_keeps_nobody() -> None:
    facts = "[facts]\nk = { type = 'number', lower = 0, upper = 0.5 }\nm = { type = 'number', lower = 0 }\n"
    for fact, codes in (("k", ["UJ365"]), ("m", [])):
        short = stage("s", f"keep = {{ fact = '{fact}' }}", kind="shortlist")
        assert [each.code for each in checked(facts + stage("w", MARKS) + short)] == codes


ROUNDED = "rounding = { final = { places = 2, mode = '%s' } }"


@pytest.mark.parametrize(
    "mode, below",
    [("half-up", "69.995"), ("half-down", "69.996"), ("up", "69.991"), ("ceiling", "69.991")],
)
def test_what_is_just_below_a_bound_may_be_rounded_up_to_it(mode: str, below: str) -> None:
    (found,) = checked(cut(stage("w", MARKS), "70", "compare = 'rounded'", ROUNDED % mode))
    assert (found.code, found.args["got"]) == ("UJ367", below)


@pytest.mark.parametrize("mode", ["down", "floor"])
def test_rounding_down_lifts_nobody(mode: str) -> None:
    assert said(cut(stage("w", MARKS), "70", "compare = 'rounded'", ROUNDED % mode)) == []


def test_coarse_rounding_before_an_unrounded_bound() -> None:
    coarse = "rounding = { %s = { places = 0, mode = 'half-up' } }"
    two = stage("a", MARKS, "weight = 0", coarse % "stage") + stage("b", MARKS, "weight = 100")
    gate = stage("g", "require = { stage = 'a', at-least = 50 }", kind="threshold-gate")
    assert said(cut(two, "70") + gate) == []  # a weighs nothing, b is exact
    for place in ("stage", "pooled", "rating"):
        (found,) = checked(cut(stage("w", MARKS, coarse % place), "70"))
        assert (found.code, found.args["places"]) == ("UJ374", 0)
    terms = "rounding = { term = { places = 1, mode = 'half-up' } }"
    (found,) = checked(cut(stage("w", MARKS), "70", terms))
    assert (found.code, found.args["places"]) == ("UJ374", 1)
    fine = "rounding = { stage = { places = 2, mode = 'half-up' } }"
    assert said(cut(stage("w", MARKS, fine), "70")) == []


def test_one_number_rounded_twice() -> None:
    twice = "[rounding]\nstage = { places = 2, mode = 'half-up' }\nfinal = { places = 1, mode = 'half-up' }\n"
    (found,) = checked(twice + stage("w", MARKS))
    assert (found.args["got"], found.args["twice"], found.args["once"]) == (
        "80.045",
        "80.1",
        "80.0",
    )
    assert found.path == "rounding.final.places"
    assert [each.line for each in found.related] == [found.place.line - 1]
    same = twice.replace("places = 1", "places = 2")
    assert said(same + stage("w", MARKS)) == []
    floored = twice.replace("half-up", "floor")
    assert said(floored + stage("w", MARKS)) == []
    several = stage("a", MARKS, "weight = 50") + stage("b", MARKS, "weight = 50")
    assert said(twice + several) == []  # a sum of two is another number
    fine = twice.replace("places = 2", "places = 9").replace("places = 1", "places = 6")
    assert said(fine + stage("w", MARKS)) == []


@pytest.mark.parametrize(
    "top, inside, path",
    [
        ("", "rounding = { pooled = { places = 2 }, criterion = { places = 1 } }", "stages.w.criteria.a.rounding.criterion.places"),
        ("[rounding]\npooled = { places = 2 }\n", "rounding = { criterion = { places = 1 } }", "stages.w.criteria.a.rounding.criterion.places"),
        ("[rounding]\npooled = { places = 2 }\ncriterion = { places = 1 }\n", "", "rounding.criterion.places"),
    ],
)  # fmt: skip
def test_a_number_rounded_twice_is_told_where_the_second_rounding_is_written(
    top: str, inside: str, path: str
) -> None:
    told = f"{{ id = 'a', weight = 50, {MARKS}{', ' + inside if inside else ''} }}"
    other = f"{{ id = 'b', weight = 50, {MARKS} }}"
    (found,) = checked(top + stage("w", f"criteria = [{told}, {other}]"))
    assert (found.code, found.path, len(found.related)) == ("UJ368", path, 1)
    assert found.related != (found.place,)


def test_a_rounding_of_each_criterion_goes_before_that_of_the_stage() -> None:
    criteria = (
        f"criteria = [{{ id = 'a', weight = 50, {MARKS} }}, {{ id = 'b', weight = 50, {MARKS} }}]"
    )
    rounds = "rounding = { pooled = { places = 3 }, criterion = { places = 3 } }"
    each = "each = { rounding = { pooled = { places = 2 }, criterion = { places = 1 } } }"
    (found,) = checked(stage("w", rounds, each, criteria))
    assert (found.code, found.path) == ("UJ368", "stages.w.each.rounding.criterion.places")


@pytest.mark.parametrize(
    "panel, count",
    [
        ("size = { at-least = 5, at-most = 9, odd = true }\ninternal = { at-most = 45 }\nchair = 1\nquorum = 5", 0),
        ("seats = [{ kind = 'x', count = 2 }]\nsize = { at-least = 3 }", 1),
        ("seats = [{ kind = 'x', count = 4 }]\nsize = { odd = true }", 1),
        ("seats = [{ kind = 'x', count = 3 }]\nchair = 1", 0),
        ("seats = [{ kind = 'x', count = 1 }, { kind = 'x', role = 'chair', count = 2 }]", 1),
        ("seats = [{ kind = 'x', role = 'member', count = 1 }, { kind = 'x', role = 'member', count = 2 }]", 1),
        ("seats = [{ kind = 'x', role = 'chair', count = 2 }]\nchair = { count = 1 }", 1),
        ("size = { at-most = 3 }\nchair = 4", 1),
        ("size = { at-most = 3 }\nquorum = 4", 1),
        ("size = { at-most = 5 }\ninternal = { at-most = 10 }", 1),
        ("size = { at-most = 5 }\ninternal = { at-most = 0 }", 0),
    ],
)  # fmt: skip
def test_compositions_that_nobody_can_meet(panel: str, count: int) -> None:
    rules = f"[panel]\nuse = 'composition'\n{panel}\n{stage('w', MARKS)}"
    assert [each.code for each in checked(rules)] == ["UJ370"] * count


@pytest.mark.parametrize(
    "panel, path, at, others",
    [
        ("size = { at-most = 5 }\nseats = [{ kind = 'x', count = 4 }, { kind = 'y', count = 2 }]", "size.at-most", (0, 19), [(1, 31), (1, 58)]),
        ("seats = [{ kind = 'x' }]\nsize = { at-least = 3 }", "size.at-least", (1, 20), [(0, 9)]),
        ("size = { at-most = 3 }\nchair = 4", "chair", (1, 8), [(0, 19)]),
        ("size = { at-most = 3 }\nchair = { count = 4 }", "chair.count", (1, 18), [(0, 19)]),
        ("size = { at-most = 3 }\nquorum = 4", "quorum", (1, 9), [(0, 19)]),
        ("size = { at-most = 5 }\ninternal = { at-most = 10 }", "internal.at-most", (1, 23), [(0, 19)]),
        ("seats = [{ kind = 'x', role = 'chair', count = 2 }]\nchair = 1", "chair", (1, 8), [(0, 47)]),
        ("seats = [{ kind = 'x', count = 1 }, { kind = 'x', count = 2 }]", "seats.1.count", (0, 58), [(0, 31)]),
        ("seats = [{ kind = 'x', role = 'chair', count = 2 }, { kind = 'x', count = 1 }]", "seats.1.count", (0, 74), [(0, 47)]),
    ],
)  # fmt: skip
def test_a_composition_is_told_under_its_number_with_the_other_beside_it(
    panel: str, path: str, at: tuple[int, int], others: list[tuple[int, int]]
) -> None:
    rules = f"[panel]\nuse = 'composition'\n{panel}\n{stage('w', MARKS)}"
    (found,) = checked(rules)
    first = found.place.line - at[0]  # the line of the first clause
    assert (found.path, found.place.column) == (f"panel.{path}", at[1] + 1)
    assert [(each.line - first, each.column - 1) for each in found.related] == others


def test_a_composition_of_a_stage_is_told_under_its_own_number() -> None:
    panel = "panel = { use = 'composition', size = { at-most = 3 }, chair = 4 }"
    assert said(stage("w", MARKS, panel)) == ["UJ370 stages.w.panel.chair"]
    both = "panel = ['composition', { use = 'composition', size = { at-most = 3 }, quorum = 4 }]"
    assert said(stage("w", MARKS, both)) == ["UJ370 stages.w.panel.1.quorum"]


def test_a_stage_whose_quorum_is_above_the_size() -> None:
    panel = "[panel]\nuse = 'composition'\nsize = { at-most = 3 }\n"
    rules = panel + stage("w", MARKS, "quorum = 4")
    (found,) = checked(rules)
    lines = (HEAD + rules).splitlines()
    assert (found.code, found.path) == ("UJ370", "stages.w.quorum")
    assert lines[found.place.line - 1][found.place.column - 1 :] == "4"  # at the number itself
    shared = stage("w", "each = { quorum = 5 }", f"criteria = [{{ id = 'a', {MARKS} }}]")
    assert said(panel + shared) == ["UJ370 stages.w.each.quorum"]
    apart = stage(
        "w", "quorum = 4", "pool-by = 'examiner'", f"criteria = [{{ id = 'a', {MARKS} }}]"
    )
    assert said(panel + apart) == ["UJ370 stages.w.quorum"]
    assert said(panel + stage("w", MARKS, "quorum = 3")) == []


def test_numbers_without_a_source_are_counted_once() -> None:
    bare = HEAD.replace('source = "assumption"\n', "")
    rules = "[panel]\nuse = 'composition'\nquorum = 2\n" + cut(stage("w", MARKS), "70")
    (found,) = ujikom.check(ujikom.parse_ruleset(bare + rules), plugins={})
    assert (found.code, found.args["got"], found.path) == ("UJ371", 4, "panel.quorum")
    assert len(found.related) == 2


def test_a_ruleset_that_cannot_be_read_is_told_all_the_same() -> None:
    assert [each.code for each in ujikom.check("kota/tidak-ada", plugins={})] == ["UJ802"]
    assert [each.code for each in checked(stage("w"))] == [
        "UJ321"
    ]  # what has errors goes no further


BASE = HEAD.replace("uji/contoh", "nasional/induk").replace('"1.0"', '"VERSION"')
OPEN = """
[[open]]
key = "stages.a.weight"
RANGE
article = "Pasal 1"
optional = true
[[open]]
key = "decision.weighting"
optional = true
"""


@pytest.mark.parametrize(
    "weighting, range_, told",
    [
        ("'equal'", "at-most = 40\nbreach = 'warning'", "50, outside the range of the base: at most 40"),
        ("'rank-order-centroid'", "at-least = 80", "75, outside the range of the base: at least 80"),
        ("{ use = 'by-fact', fact = 'g', table = { x = { a = 30, b = 70 }, y = { a = 50, b = 50 } } }",
         "at-least = 20\nat-most = 40", "50, row y, outside the range of the base: 20 to 40"),
        ("'equal'", "at-least = 20", ""),
    ],
)  # fmt: skip
def test_weights_that_arise_are_held_to_the_range_of_the_base(
    tmp_path: Path, weighting: str, range_: str, told: str
) -> None:
    facts = "[facts]\ng = { type = 'text', one-of = ['x', 'y'] }\n"
    base = facts + stage("a", MARKS) + stage("b", MARKS)
    base += "[decision]\nweighting = 'equal'\n" + OPEN.replace("RANGE", range_)
    (tmp_path / "induk.toml").write_text(BASE.replace("VERSION", "1.0") + base, encoding="utf-8")
    city = HEAD.replace("title", 'extends = "nasional/induk"\ntitle')
    city += f"[decision]\nweighting = {weighting}\n"
    findings = ujikom.check(ujikom.parse_ruleset(city), plugins={}, rulesets=[tmp_path])
    assert [text_of(each, "en") for each in findings] == (
        [f"the weight 'stages.a.weight' becomes {told}"] if told else []
    )
    for each in findings:
        severity = "warning" if "breach" in range_ else "error"
        assert (each.code, each.severity, each.article) == ("UJ366", severity, "Pasal 1")


def test_a_base_with_a_newer_version_in_force(tmp_path: Path) -> None:
    for version, day in (("1.0", "2024-01-01"), ("1.1", "2025-01-01"), ("2.0", "2027-01-01")):
        head = BASE.replace("VERSION", version).replace(
            "title", f"effective = {{ from = {day} }}\ntitle"
        )
        (tmp_path / f"{version}.toml").write_text(head + stage("a", MARKS), encoding="utf-8")

    def newer(version: str, as_of: date | None = None, to: str = "") -> list[str]:
        named = f'extends = {{ id = "nasional/induk", version = "{version}" }}\ntitle'
        ended = f"effective = {{ from = 2024-02-01, to = {to} }}\n" if to else ""
        city = ujikom.parse_ruleset(HEAD.replace("title", ended + named))
        found = ujikom.check(city, plugins={}, rulesets=[tmp_path], as_of=as_of)
        return [f"{each.code} {each.args['version']}" for each in found]

    assert newer("1.1") == ["UJ372 2.0"]
    assert newer("2.0") == []
    assert newer("1.1", as_of=date(2026, 1, 1)) == []  # not yet in force
    assert newer("1.0", to="2024-06-30") == []


def test_where_a_mark_may_have_no_value_nothing_is_claimed() -> None:
    best = "value = { use = 'normalised', on = 'pooled' }"  # a best of 0 gives no value
    coarse = "rounding = { term = { places = 0, mode = 'down' } }"
    first = f"{{ id = 'a', weight = 50, {MARKS}, {best} }}"
    two = f"criteria = [{first}, {{ id = 'b', weight = 50, {MARKS} }}]"
    assert said(stage("w", coarse, two)) == []


# ---------------------------------------------------------------- keys that fell to a criterion

_TWO = """[[stages.criteria]]
id = "a"
weight = 50
{first}
[[stages.criteria]]
id = "b"
weight = 50
{last}
"""


@pytest.mark.parametrize(
    "of_stage, first, last, found",
    [
        ("", "", "quorum = 3", ["UJ375 stages.w.criteria.b.quorum"]),
        ("", "", 'no-marks = { absent = "zero" }', ["UJ375 stages.w.criteria.b.no-marks"]),
        ("", "quorum = 2", "quorum = 3", []),
        ("", "quorum = 3", "", []),
        ("quorum = 2", "", "quorum = 3", []),
        ("", "", "target = 3", []),
        ("", "", 'missing = "zero"', []),  # on a stage it speaks of the stage's own value
        ("", "", 'classifier = { use = "bands", lower = { baik = 60, kurang = 0 } }', []),
    ],
)
def test_a_key_of_a_stage_beneath_its_last_criterion_is_noted(
    of_stage: str, first: str, last: str, found: list[str]
) -> None:
    rules = stage("w", f"each = {{ {MARKS} }}", of_stage)
    assert said(rules + _TWO.format(first=first, last=last)) == found


@pytest.mark.parametrize(
    "each, criteria",
    [
        (f"{MARKS}, quorum = 2", '[{ id = "a", weight = 50 }, { id = "b", weight = 50 }]'),
        (MARKS, '[{ id = "a", weight = 50 }, { id = "b", weight = 50, quorum = 3 }]'),
        (MARKS, '[{ id = "a", quorum = 3 }]'),
    ],
    ids=["each", "inline", "alone"],
)
def test_a_key_that_cannot_have_fallen_is_not_noted(each: str, criteria: str) -> None:
    assert said(stage("w", f"each = {{ {each} }}", f"criteria = {criteria}")) == []


ROUNDED_SOON = stage("w", MARKS, "weight = 100", "rounding = { stage = { places = 0 } }")


def test_categories_over_values_that_were_rounded_on_the_way_are_told_once() -> None:
    bands = 'classifier = { use = "bands", lower = { ms = 70, mms = 80, tms = 0 } }'
    (found,) = checked(f"{ROUNDED_SOON}[decision]\n{bands}\n")
    assert (found.code, found.path) == ("UJ374", "decision.classifier.lower.ms")
    assert (found.args["got"], found.args["places"]) == ("70", 0)


def test_the_lowest_category_has_no_end_to_miss() -> None:
    bands = '[{ id = "b", at-least = 50 }, { id = "a", below = 50 }]'
    (found,) = checked(
        f'{ROUNDED_SOON}[decision]\nclassifier = {{ use = "bands", bands = {bands} }}\n'
    )
    assert (found.code, found.args["got"]) == ("UJ374", "50")
    only = '[decision]\nclassifier = { use = "bands", lower = { a = 0 } }\n'
    assert "UJ374" not in [each.code for each in checked(ROUNDED_SOON + only)]


def test_each_node_that_is_rounded_too_soon_is_told() -> None:
    half = ("weight = 50", "rounding = { stage = { places = 0 } }")
    gates = [
        stage(f"g{each}", f'require = {{ stage = "{each}", at-least = 70 }}',
              'compare = "rounded"', kind="threshold-gate")
        for each in "ab"
    ]  # fmt: skip
    rules = "".join([stage("a", MARKS, *half), stage("b", MARKS, *half), *gates])
    assert [each for each in said(rules) if each.startswith("UJ367")] == [
        "UJ367 stages.ga.require.at-least",
        "UJ367 stages.gb.require.at-least",
    ]
