"""From the mark to the value of a leaf: no-marks, quorum, value functions, sources; by hand."""

import pytest

from tests.little_events import figures, filed, score, totals

PANEL = """
[[stages]]
id = "w"
kind = "panel"
scale = { lower = 0, upper = 100 }
"""
THREE = "A01 w E1 60\nA01 w E2 90\n"
FOUR_KINDS = ("absent", "recused", "abstained", "void")


def panel(more: str = "") -> str:
    return PANEL + more


@pytest.mark.parametrize("word", FOUR_KINDS)
def test_a_no_mark_leaves_the_divisor_where_nothing_is_said(word: str) -> None:
    evaluation = score(panel(), f"{THREE}A01 w E3 {word}")
    assert totals(evaluation) == {"A01": "75"}
    assert evaluation["A01"].owed == ()


@pytest.mark.parametrize("word", [*FOUR_KINDS, "not-entered"])
@pytest.mark.parametrize(
    "policy, expected", [("leave-out", "75"), ("zero", "50"), ("incomplete", None)]
)
def test_every_no_mark_under_every_policy(word: str, policy: str, expected: str | None) -> None:
    rules = panel(f'no-marks = {{ {word} = "{policy}" }}')
    evaluation = score(rules, f"{THREE}A01 w E3 {word}")
    assert totals(evaluation) == {"A01": expected}
    assert evaluation["A01"].verdict == ("qualified" if expected else "incomplete")
    rated = figures(evaluation, "A01", "w@E3")
    assert rated == ({"w@E3:rating": "0"} if policy == "zero" else {})


def test_a_mark_that_is_not_entered_is_owed_and_leaves_no_value() -> None:
    evaluation = score(panel(), THREE, examiners=[{"id": f"E{n}"} for n in (1, 2, 3)])
    assert totals(evaluation) == {"A01": None}
    assert evaluation["A01"].owed == ("w@E3",)
    entered = figures(evaluation, "A01", "w")
    assert entered == {"w@E1:raw": "60", "w@E1:rating": "60", "w@E2:raw": "90", "w@E2:rating": "90"}


def test_a_recusal_takes_the_examiner_out_of_the_divisor() -> None:
    recused = [{"examiner": "E3", "candidacy": "A01"}]
    marks = f"{THREE}A02 w E1 60\nA02 w E2 90\nA02 w E3 30"
    evaluation = score(panel(), marks, recusals=recused)
    assert totals(evaluation) == {"A01": "75", "A02": "60"}
    assert evaluation["A01"].owed == ()
    strict = panel('no-marks = { recused = "incomplete" }')
    assert totals(score(strict, marks, recusals=recused)) == {"A01": None, "A02": "60"}


def test_without_any_mark_there_is_no_value_of_a_sum_neither() -> None:
    for pooling in ("mean", "sum"):
        evaluation = score(panel(f'pooling = "{pooling}"'), "A01 w E1 void\nA01 w E2 absent")
        assert totals(evaluation) == {"A01": None}
        assert figures(evaluation, "A01") == {}


@pytest.mark.parametrize("quorum, expected", [(2, "75"), (3, None)])
def test_fewer_marks_than_the_quorum_are_no_value(quorum: int, expected: str | None) -> None:
    marks = f"{THREE}A01 w E3 recused"
    assert totals(score(panel(f"quorum = {quorum}"), marks)) == {"A01": expected}
    rule = f'[panel]\nuse = "composition"\nquorum = {quorum}\n'
    assert totals(score(rule + panel(), marks)) == {"A01": expected}


def test_the_quorum_of_a_stage_wins_over_that_of_the_panel_rule() -> None:
    rule = '[panel]\nuse = "composition"\nquorum = 3\n'
    assert totals(score(rule + panel("quorum = 2"), f"{THREE}A01 w E3 void")) == {"A01": "75"}


def test_fewer_marks_than_the_pooling_needs_are_no_value() -> None:
    rules = panel('pooling = { use = "trimmed-mean", drop = 1 }')
    assert totals(score(rules, f"{THREE}A01 w E3 void")) == {"A01": None}
    assert totals(score(rules, f"{THREE}A01 w E3 80")) == {"A01": "80"}


# --- value functions


def test_a_mark_goes_through_its_values_left_to_right() -> None:
    rules = panel(
        'value = [{ use = "linear", from = [0, 100], to = [0, 10] }, '
        '{ use = "bands", bands = [{ value = 1, below = 7 }, { value = 5, at-least = 7 }] }]'
    )
    evaluation = score(rules, THREE)
    assert figures(evaluation, "A01", "w@E1") == {"w@E1:raw": "60", "w@E1:rating": "1"}
    assert totals(evaluation) == {"A01": "3"}


def test_a_value_behind_the_pooling_sees_the_pooled_mark() -> None:
    rules = panel(
        'rounding = { pooled = { places = 0, mode = "half-up" } }\n'
        'value = { use = "linear", from = [0, 100], to = [0, 1], on = "pooled" }'
    )
    evaluation = score(rules, "A01 w E1 60\nA01 w E2 91")
    assert figures(evaluation, "A01", "w:") == {
        "w:pooled": "76", "w:stage": "0.76", "w:term": "0.76",
    }  # fmt: skip


UNKNOWN = (
    '[facts]\nlama = {{ type = "number" }}\n{stage}value = {{ use = "conditions", cases = '
    '[{{ when = {{ fact = "lama", at-least = 2 }}, value = 90 }}], otherwise = "unchanged" }}\n'
)


def test_a_mark_whose_value_cannot_be_known_leaves_no_value() -> None:
    rules = UNKNOWN.format(stage=PANEL)
    people = [
        {"id": "A01"},
        {"id": "A02", "facts": {"lama": 3}},
        {"id": "A03", "facts": {"lama": 1}},
    ]
    marks = "".join(f"{who} w E1 60\n{who} w E2 70\n" for who in ("A01", "A02", "A03"))
    evaluation = score(rules, marks, candidates=people)
    assert totals(evaluation) == {"A01": None, "A02": "90", "A03": "65"}


def test_where_one_value_function_gives_nothing_the_next_is_not_asked() -> None:
    linear = '{ use = "linear", from = [0, 1], to = [0, 2] }'
    rules = UNKNOWN.format(stage=filed("")).replace("value = {", f"value = [{linear}, {{")
    rules = rules.replace('"unchanged" }', f'"unchanged" }}, {linear}]')
    evaluation = score(rules, "A01 a - 50")
    assert figures(evaluation, "A01") == {"a:raw": "50"}
    assert totals(evaluation) == {"A01": None}


# --- leaves that no examiner marks


FACTS = """
[facts]
lama = { type = "number" }
sehat = { type = "yes-no" }
lulus = { type = "text", one-of = ["ya", "belum"] }
lahir = { type = "date" }
bebas = { type = "text" }
"""
READING = """
[[stages]]
id = "a"
kind = "weighted-criteria"
{keys}
"""


HEALTHY = """
reads = "facts"
value = { use = "conditions", otherwise = 1, cases = [{ when = { fact = "sehat", is = true }, value = 4 }] }
"""


@pytest.mark.parametrize(
    "keys, facts, raw, total",
    [
        ('reads = { fact = "lama" }', {"lama": "2.5"}, "2.5", "2.5"),
        ('reads = { fact = "lama" }', {}, None, None),
        (
            'reads = { fact = "sehat" }\nvalue = { use = "levels", points = { yes = 7, no = 1 } }',
            {"sehat": True}, "1", "7",
        ),
        (
            'reads = { fact = "sehat" }\nvalue = { use = "levels", points = { yes = 7, no = 1 } }',
            {"sehat": False}, "0", "1",
        ),
        (
            'reads = { fact = "lulus" }\nvalue = { use = "levels", points = { ya = 9, belum = 2 } }',
            {"lulus": "belum"}, None, "2",
        ),
        (
            'reads = { fact = "bebas" }\nvalue = { use = "levels", points = { ya = 9, belum = 2 } }',
            {"bebas": "lain"}, None, None,
        ),
        (
            'reads = { fact = "lahir" }\nvalue = { use = "linear", from = [0, 10], to = [0, 5] }',
            {"lahir": "0001-01-10"}, "10", "5",
        ),
        (HEALTHY, {"sehat": True}, None, "4"),
    ],
)  # fmt: skip
def test_a_leaf_reads_facts(
    keys: str, facts: dict[str, str | bool], raw: str | None, total: str | None
) -> None:
    people = [{"id": "A01", "facts": facts}]
    evaluation = score(FACTS + READING.format(keys=keys), candidates=people)
    assert totals(evaluation) == {"A01": total}
    assert figures(evaluation, "A01").get("a:raw") == raw
    assert evaluation["A01"].owed == ()


def test_the_secretariat_owes_what_it_has_not_entered() -> None:
    marks = "A01 a - 5\nA02 a - not-entered\nA03 a - void"
    evaluation = score(filed(""), marks, candidates=[{"id": f"A0{n}"} for n in (1, 2, 3, 4)])
    assert totals(evaluation) == {"A01": "5", "A02": None, "A03": None, "A04": None}
    owed = {result.candidacy: result.owed for result in evaluation}
    assert owed == {"A01": (), "A02": ("a",), "A03": (), "A04": ("a",)}


EARLIER = """
[[stages]]
id = "a"
kind = "panel"
weight = 50
rounding = {{ stage = {{ places = 0, mode = "half-up" }} }}
each = {{ scale = {{ lower = 0, upper = 10 }}, value = {{ use = "linear", from = [0, 10], to = [0, 100] }} }}
criteria = [{{ id = "k", weight = 25 }}, {{ id = "l", weight = 75, reads = "secretariat" }}]
[[stages]]
id = "b"
kind = "weighted-criteria"
weight = 50
reads = {{ {reads} }}
"""
# k: marks 6 and 7 count 60 and 70, pooled 65; l: mark 8.1 counts 81; joined 16.25 + 60.75 = 77


@pytest.mark.parametrize(
    "reads, expected",
    [
        ('stage = "a"', "77"),
        ('stage = "a", criterion = "k"', "65"),
        ('stage = "a", criterion = "l"', "81"),
        ('stage = "a", criterion = "l", at = "raw"', "8.1"),
        ('stage = "a", criterion = "k", at = "raw"', "65"),
        ('stage = "a", at = "raw"', "77"),
    ],
)
def test_a_leaf_reads_what_an_earlier_stage_came_to(reads: str, expected: str) -> None:
    evaluation = score(EARLIER.format(reads=reads), "A01 a.k E1 6\nA01 a.k E2 7\nA01 a.l - 8.1")
    assert figures(evaluation, "A01", "b:") == {
        "b:raw": expected, "b:rating": expected, "b:stage": expected,
        "b:term": figures(evaluation, "A01")["b:term"],
    }  # fmt: skip


@pytest.mark.parametrize("at", ["", ', at = "raw"'])
def test_a_leaf_that_reads_what_is_not_there_has_no_value(at: str) -> None:
    rules = EARLIER.format(reads=f'stage = "a"{at}')
    evaluation = score(rules, "A01 a.k E1 6\nA01 a.k E2 7")
    assert figures(evaluation, "A01", "b") == {}
    assert evaluation["A01"].owed == ("a.l",)
