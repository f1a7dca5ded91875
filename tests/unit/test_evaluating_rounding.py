"""Every place, every mode; what flows on is the rounded value; by hand."""

import pytest

from tests.little_events import figures, filed, score, shown, totals


@pytest.mark.parametrize(
    "mode, expected, negative",
    [
        ("half-up", "80", "-80"),
        ("half-down", "79.99", "-79.99"),
        ("half-even", "80", "-80"),
        ("up", "80", "-80"),
        ("down", "79.99", "-79.99"),
        ("floor", "79.99", "-80"),
        ("ceiling", "80", "-79.99"),
    ],
)
def test_every_mode_at_a_tie(mode: str, expected: str, negative: str) -> None:
    rules = f'[rounding]\nstage = {{ places = 2, mode = "{mode}" }}\n{filed("")}'
    assert totals(score(rules, "A01 a - 79.995\nA02 a - -79.995")) == {
        "A01": expected,
        "A02": negative,
    }


def test_a_rounded_value_prints_its_places() -> None:
    rules = f'[rounding]\nfinal = {{ places = 2, mode = "half-up" }}\n{filed("")}'
    (result,) = score(rules, "A01 a - 79.995")
    assert result.total is not None
    assert (result.total.text, str(result.total.rounded)) == ("80.00", "80.00")


EVERY = """
[[stages]]
id = "w"
kind = "panel"
rounding = {{ {place} = {{ places = 0, mode = "half-up" }} }}
each = {{ scale = {{ lower = 0, upper = 100 }} }}
criteria = [{{ id = "a", weight = 30 }}, {{ id = "b", weight = 70 }}]
"""
UNROUNDED = EVERY.replace("rounding", "#").format(place="none")
# a: 60.5 and 61.25, mean 60.875; b: 70.25 and 70.75, mean 70.5
# and joined 18.2625 and 49.35, that is 67.6125
MARKS = "A01 w.a E1 60.5\nA01 w.a E2 61.25\nA01 w.b E1 70.25\nA01 w.b E2 70.75"


@pytest.mark.parametrize(
    "place, changed, total",
    [
        ("rating", {"w.a@E1:rating": "61", "w.a@E2:rating": "61", "w.a:pooled": "61",
                    "w.b@E1:rating": "70", "w.b@E2:rating": "71", "w.b:pooled": "70.5"}, "67.65"),
        ("pooled", {"w.a:pooled": "61", "w.b:pooled": "71", "w.a:criterion": "61"}, "68"),
        ("criterion", {"w.a:pooled": "60.875", "w.a:criterion": "61", "w.b:criterion": "71"}, "68"),
        ("term", {"w.a:term": "18", "w.b:term": "49", "w:joined": "67", "w:term": "67"}, "67"),
        ("stage", {"w:joined": "67.6125", "w:stage": "68", "w:term": "68"}, "68"),
    ],
)  # fmt: skip
def test_each_place_rounds_its_own_value_and_the_rounded_flows_on(
    place: str, changed: dict[str, str], total: str
) -> None:
    evaluation = score(EVERY.format(place=place), MARKS)
    found = figures(evaluation, "A01")
    assert {address: found[address] for address in changed} == changed
    assert totals(evaluation) == {"A01": total}


def test_unrounded_every_place_is_a_figure_all_the_same() -> None:
    evaluation = score(UNROUNDED, MARKS)
    assert figures(evaluation, "A01") == {
        "w.a@E1:raw": "60.5", "w.a@E1:rating": "60.5",
        "w.a@E2:raw": "61.25", "w.a@E2:rating": "61.25",
        "w.a:pooled": "60.875", "w.a:criterion": "60.875",
        "w.b@E1:raw": "70.25", "w.b@E1:rating": "70.25",
        "w.b@E2:raw": "70.75", "w.b@E2:rating": "70.75",
        "w.b:pooled": "70.5", "w.b:criterion": "70.5",
        "w.a:term": "18.2625", "w.b:term": "49.35",
        "w:joined": "67.6125", "w:stage": "67.6125",
        "w:term": "67.6125", "total:joined": "67.6125", "total:final": "67.6125",
    }  # fmt: skip


def test_what_the_decision_rounds_holds_for_the_root_alone() -> None:
    rules = UNROUNDED + (
        "[decision.rounding]\n"
        'term = { places = 1, mode = "half-up" }\nfinal = { places = 0, mode = "half-up" }\n'
    )
    found = figures(score(rules, MARKS), "A01")
    assert (found["w.a:term"], found["w:term"]) == ("18.2625", "67.6")
    assert (found["total:joined"], found["total:final"]) == ("67.6", "68")


def test_the_nearest_rounding_wins_and_exact_switches_it_off() -> None:
    rules = """
[rounding]
criterion = { places = 0, mode = "half-up" }
[[stages]]
id = "a"
kind = "weighted-criteria"
rounding = { criterion = { places = 1, mode = "half-up" } }
each = { scale = { lower = 0, upper = 10 } }
criteria = [
  { id = "k", weight = 50, rounding = { criterion = "exact" } },
  { id = "l", weight = 50 },
]
"""
    found = figures(score(rules, "A01 a.k - 1.25\nA01 a.l - 1.25"), "A01", "a.")
    assert (found["a.k:criterion"], found["a.l:criterion"]) == ("1.25", "1.3")


BOTH_SAY = """
compare = "rounded"
classifier = {{ use = "bands", compare = "unrounded", lower = {bands} }}
"""


@pytest.mark.parametrize(
    "keys, expected",
    [
        ('classifier = {{ use = "bands", lower = {bands} }}', "kurang"),
        ('compare = "rounded"\nclassifier = {{ use = "bands", lower = {bands} }}', "baik"),
        ('classifier = {{ use = "bands", compare = "rounded", lower = {bands} }}', "baik"),
        (BOTH_SAY, "kurang"),
    ],
)
def test_a_classifier_compares_before_rounding_unless_it_or_its_node_says_else(
    keys: str, expected: str
) -> None:
    rounding = 'rounding = { stage = { places = 2, mode = "half-up" } }\n'
    rules = filed(rounding + keys.format(bands="{ baik = 80, kurang = -100 }"))
    evaluation = score(rules, "A01 a - 79.996")
    assert evaluation["A01"].stages["a"].category == expected
    assert shown(evaluation["A01"].stages["a"].value) == "80"
