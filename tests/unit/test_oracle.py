"""The oracle against values that were computed by hand; the arithmetic stands beside each."""

from fractions import Fraction

import pytest

from tests.oracle_facts import number, rounded
from tests.small_events import (
    HUNDRED,
    TWO,
    entered,
    event,
    examiners,
    marks,
    panel,
    plain,
    totals,
    verdicts,
)


@pytest.mark.parametrize(
    "mode, up, tie_even, tie_odd, below",  # 1.4, 2.5, 3.5 and -2.5, to whole numbers
    [
        ("half-up", 1, 3, 4, -3),
        ("half-down", 1, 2, 3, -2),
        ("half-even", 1, 2, 4, -2),
        ("up", 2, 3, 4, -3),
        ("down", 1, 2, 3, -2),
        ("floor", 1, 2, 3, -3),
        ("ceiling", 2, 3, 4, -2),
    ],
)
def test_seven_modes(mode: str, up: int, tie_even: int, tie_odd: int, below: int) -> None:
    found = [rounded(number(x), {"places": 0, "mode": mode}) for x in ("1.4", "2.5", "3.5", "-2.5")]
    assert found == [up, tie_even, tie_odd, below]
    assert rounded(Fraction(-7), {"places": 1, "mode": mode}) == -7


def test_no_float_is_a_number() -> None:
    with pytest.raises(TypeError):
        number(0.5)


def test_mean_of_examiners_and_weights() -> None:
    stage = panel(criteria=[{"id": "a", "weight": 60}, {"id": "b", "weight": "rest"}])
    rows = marks({"A": "80 85 90"}, criterion="a") + marks({"A": "70 75 71"}, criterion="b")
    found = event([stage], rows, **examiners(3))["A"]
    # (80+85+90)/3 = 85, (70+75+71)/3 = 72; 85×0.6 = 51, 72×0.4 = 28.8; together 79.8
    assert found["total"] == number("79.8")
    assert found["verdict"] == "qualified"
    assert found["figures"]["w.a@E2:raw"] == 85
    assert found["figures"]["w.b:pooled"] == 72
    assert found["figures"]["w.b:term"] == number("28.8")
    assert found["figures"]["w:joined"] == found["figures"]["w:stage"] == number("79.8")
    assert found["figures"]["total:final"] == number("79.8")


@pytest.mark.parametrize(
    "compare, verdict", [("unrounded", "not-qualified"), ("rounded", "qualified")]
)
def test_cut_score_before_or_after_rounding(compare: str, verdict: str) -> None:
    decision = {"cut-score": 80, "compare": compare, "rounding": {"final": TWO}}
    found = event([plain()], entered({"A": "79.996"}), decision=decision)["A"]
    assert found["total"] == 80  # 79.996 to two places is 80.00
    assert found["verdict"] == verdict


def test_trimmed_mean_needs_what_it_drops() -> None:
    stage = panel(pooling={"use": "trimmed-mean", "drop": 1}, quorum=2)
    rows = marks({"A": "60 100 70 80", "B": "60 70 absent absent"})
    found = event([stage], rows, **examiners(4))
    # A: 60 and 100 go, (70+80)/2; B: two marks are fewer than three
    assert totals(found) == {"A": 75, "B": None}
    assert verdicts(found) == {"A": "qualified", "B": "incomplete"}


def test_marks_far_from_the_mean_are_pulled_once_and_rounded_again() -> None:
    stage = panel(pooling={"use": "clamp-to-mean", "limit": 4})
    stage["rounding"] = {"rating": {"places": 1, "mode": "half-up"}}
    found = event([stage], marks({"A": "10 14 25"}), **examiners(3))["A"]
    # mean 49/3 = 16.33; bounds 12.33 and 20.33; 12.3, 14 and 20.3 make 46.6 / 3
    assert found["total"] == number("46.6") / 3
    assert found["figures"]["w@E1:rating"] == number("12.3")
    assert found["figures"]["w@E1:raw"] == 10


@pytest.mark.parametrize("empty, total", [("incomplete", None), ("leave-out", 70)])
def test_rooms_first(empty: str, total: int | None) -> None:
    rooms = ["R1", "R2", "R2", "R3", "R3"]
    seated = [{"id": f"E{i}", "room": r} for i, r in enumerate(rooms, 1)]
    stage = panel(pooling={"use": "rooms-first", "empty": empty})
    found = event(
        [stage], marks({"A": "90 70 80 60 70", "B": "absent 70 80 60 70"}), examiners=seated
    )
    # A: (90 + 75 + 65) / 3, where a flat mean would give 74; B: the first room is empty, (75+65)/2
    assert totals(found) == {"A": Fraction(230, 3), "B": total}


def test_rooms_first_with_weights_of_groups() -> None:
    seated = [
        {"id": f"E{i}", "origin": o} for i, o in enumerate(["external", "internal", "internal"], 1)
    ]
    weights = {"external": 70, "internal": 30}
    rule = {"use": "rooms-first", "by": "origin", "over": "weighted-mean", "weights": weights}
    found = event([panel(pooling=rule)], marks({"A": "80 60 70"}), examiners=seated)
    assert totals(found) == {"A": number("75.5")}  # 80×0.7 + 65×0.3


def test_joined_by_examiner_before_the_pool() -> None:
    stage = panel(criteria=[{"id": "a", "weight": "100/3"}, {"id": "b", "weight": "200/3"}])
    stage |= {"pool-by": "examiner", "rounding": {"rating": {"places": 1, "mode": "half-up"}}}
    rows = marks({"A": "7 8 9"}, criterion="a") + marks({"A": "8 8 absent"}, criterion="b")
    found = event([stage], rows, **examiners(3))["A"]
    # E1: 7/3 + 16/3 = 7.67 → 7.7; E2: 8; E3 lacks b and is left out as a whole; (7.7 + 8) / 2
    assert found["total"] == number("7.85")
    assert found["figures"]["w.a@E1:term"] == Fraction(7, 3)
    assert found["figures"]["w@E1:joined"] == Fraction(23, 3)
    assert found["figures"]["w@E1:rating"] == number("7.7")
    assert "w@E3:rating" not in found["figures"]


def test_no_marks_quorum_and_recusals() -> None:
    stage = panel(quorum=2)
    stage["no-marks"] = {"void": "zero", "abstained": "incomplete"}
    values = {
        "A": "60 90 absent",
        "B": "60 90 void",
        "C": "60 90 abstained",
        "D": "60 absent absent",
    }
    rows = marks(values | {"F": "60 90", "G": "60 90"})
    found = event([stage], rows, recusals=[{"examiner": "E3", "candidacy": "F"}], **examiners(3))
    # A: 150/2; B: a void mark counts 0, 150/3; C: not to be left open; D: one mark of two;
    # F: the third examiner is recused, 150/2; G: the third mark is owed and not entered
    assert totals(found) == {"A": 75, "B": 50, "C": None, "D": None, "F": 75, "G": None}
    assert found["B"]["figures"]["w@E3:rating"] == 0
    assert "w@E3:raw" not in found["B"]["figures"]


def test_who_owes_a_mark() -> None:
    seated = [{"id": "E1", "room": "R1"}, {"id": "E2", "room": "R2"}, {"id": "E3", "stages": ["x"]}]
    rows = [{"id": c, "candidate": c, "room": r} for c, r in (("A", "R1"), ("B", None))]
    given = [r for r in marks({"A": "60 0", "B": "70 80"}) if r["value"] != "0"]
    found = event([panel()], given, examiners=seated, candidacies=rows)
    assert totals(found) == {
        "A": 60,
        "B": 75,
    }  # B has no room and meets both; E3 is seated elsewhere


def test_missing_children() -> None:
    names = {"A": "incomplete", "B": "zero", "C": "leave-out"}
    found = {}
    for aggregation in ("weighted-mean", "weighted-sum"):
        for missing in names.values():
            kids = [{"id": "a", "weight": 75}, {"id": "b", "weight": 25, "missing": missing}]
            stage = plain(criteria=kids, aggregation=aggregation)
            found[aggregation, missing] = event([stage], entered({"A": 80}, criterion="a"))["A"][
                "total"
            ]
    # with b 0: 80×0.75 = 60; without it 60/0.75 = 80, but a weighted sum is never rescaled
    assert list(found.values()) == [None, 60, 80, None, 60, 60]


def test_a_weight_of_zero_changes_nothing() -> None:
    kids = [{"id": "a", "weight": 100}, {"id": "b", "weight": 0}]
    rows = entered({"A": 80, "B": 70}, criterion="a") + entered({"A": 5}, criterion="b")
    found = event([plain(criteria=kids)], rows)
    assert totals(found) == {"A": 80, "B": 70}
    assert "w.b:term" not in found["A"]["figures"]
    assert found["A"]["figures"]["w.b:criterion"] == 5


def test_weights_by_fact_and_nested_criteria() -> None:
    table = {"opd": {"w": 60, "v": 40}, "asisten": {"w": 50, "v": 50}}
    nested = [{"id": "x"}, {"id": "y", "factor": 2}]
    stages = [plain("w"), plain("v", criteria=[{"id": "n", "criteria": nested}])]
    stages[1]["criteria"][0]["aggregation"] = {"use": "sum", "start": 1}
    facts = {"group": {"type": "text", "one-of": ["opd", "asisten"]}}
    rows = entered({"A": 80, "B": 80, "C": 80}) + entered({"A": 10, "B": 10, "C": 10}, "v", "n.x")
    rows += entered({"A": "4.5", "B": "4.5", "C": "4.5"}, "v", "n.y")
    groups = [
        {"id": c, "facts": f} for c, f in (("A", {"group": "opd"}), ("B", {"group": "asisten"}))
    ]
    decision = {"weighting": {"use": "by-fact", "fact": "group", "table": table}}
    found = event(stages, rows, facts=facts, decision=decision, candidates=[*groups, {"id": "C"}])
    # v: 1 + 10 + 2×4.5 = 20; A: 48 + 8, B: 40 + 10; C belongs to no group that is known
    assert totals(found) == {"A": 56, "B": 50, "C": None}
    assert found["A"]["figures"]["v.n.y:term"] == 9
    assert found["A"]["figures"]["v.n:joined"] == 20


def test_the_nearest_rounding_wins_and_the_decision_is_for_the_root_alone() -> None:
    third = {"places": 0, "mode": "floor"}
    kids = [
        {"id": "a", "weight": 50, "rounding": {"criterion": "exact"}},
        {"id": "b", "weight": 50},
    ]
    stage = plain(criteria=kids, rounding={"criterion": third, "term": {"places": 1, "mode": "up"}})
    rows = entered({"A": "70.25"}, criterion="a") + entered({"A": "70.9"}, criterion="b")
    decision = {"rounding": {"term": {"places": 1, "mode": "down"}}}
    found = event([stage], rows, decision=decision, rounding={"stage": TWO, "final": third})["A"]
    # a stays 70.25, half of it 35.125 → 35.2; b is 70, half of it 35; stage 70.20; final 70
    figures = found["figures"]
    assert (figures["w.a:criterion"], figures["w.b:criterion"]) == (number("70.25"), 70)
    assert (figures["w.a:term"], figures["w.b:term"]) == (number("35.2"), 35)
    assert (figures["w:stage"], figures["w:term"]) == (number("70.2"), number("70.2"))
    assert found["total"] == 70


def test_values_of_marks() -> None:
    steps = {
        "use": "bands",
        "bands": [{"value": 40, "below": 3}, {"value": "200/3", "at-least": 3}],
    }
    linear = {"use": "linear", "from": [1, 5], "to": [0, 100]}
    kids = [
        {"id": "a", "weight": 50, "value": linear},
        {"id": "b", "weight": 25, "value": steps},
        {"id": "c", "weight": 25, "value": steps | {"on": "pooled"}},
    ]
    stage = panel(criteria=kids, each={"scale": {"lower": 1, "upper": 5}})
    rows = [r for k in "abc" for r in marks({"A": "2 5"}, criterion=k)]
    figures = event([stage], rows, **examiners(2))["A"]["figures"]
    # a: 25 and 100 make 62.5; b: 40 and 66.67 make 53.33; c: the mean 3.5 is worth 66.67
    assert figures["w.a:criterion"] == number("62.5")
    assert figures["w.b:criterion"] == Fraction(160, 3)
    assert (figures["w.c:pooled"], figures["w.c:criterion"]) == (number("3.5"), Fraction(200, 3))
    # 31.25 + 13.33 + 16.67
    assert figures["total:final"] == number("61.25")


def test_values_of_facts_and_conditions() -> None:
    facts = {
        "degree": {"type": "level", "levels": ["s1", "s2", "s3"]},
        "start": {"type": "date"},
        "years": {"type": "years", "since": "start"},
        "months": {"type": "months", "since": "start"},
    }
    cases = [
        {"when": {"fact": "degree", "at-least": "s2"}, "value": 10},
        {"when": {"fact": "years", "at-least": 1}, "value": 5},
    ]
    conditions = {"use": "conditions", "cases": cases, "take": "sum", "otherwise": 1}
    kids = [
        {
            "id": "a",
            "reads": {"fact": "degree"},
            "value": {"use": "levels", "points": {"s1": 3, "s2": 7}},
        },
        {"id": "b", "reads": "facts", "value": conditions},
        {"id": "c", "reads": {"fact": "months"}},
    ]
    people = [
        {"id": "A", "facts": {"degree": "s2", "start": "2024-02-29"}},  # a year on 1 March 2025
        {
            "id": "B",
            "facts": {"degree": "s1", "start": "2024-03-02"},
        },  # eleven months and some days
        {"id": "C", "facts": {"degree": "s1"}},
    ]
    stage = {"id": "w", "kind": "weighted-criteria", "criteria": kids, "aggregation": "sum"}
    found = event([stage], [], facts=facts, candidates=people)
    # A: 7 + (10 + 5) + 12; B: 3 + 1 + 11; C: neither years nor months are known
    assert totals(found) == {"A": 34, "B": 15, "C": None}


def test_reading_an_earlier_stage() -> None:
    first = plain("v", value={"use": "linear", "from": [0, 100], "to": [0, 10]})
    for at, total in (("value", 7), ("raw", 66)):
        reads = {"id": "w", "kind": "weighted-criteria", "reads": {"stage": "v", "at": at}}
        second = [first | {"weight": 0, "rounding": {"stage": {"places": 0, "mode": "half-up"}}}]
        found = event([*second, reads | {"weight": 100}], entered({"A": 66}, "v"))
        assert totals(found) == {"A": total}  # 66 → 6.6 → 7, or the mark itself


def test_an_imported_result_that_has_expired_is_no_value() -> None:
    stage = {"id": "w", "kind": "imported", "scale": HUNDRED, "valid": {"years": 3}}
    rows = entered({"A": 80, "B": 80})
    rows[0]["date"], rows[1]["date"] = "2022-03-10", "2022-02-10"  # the event is on 1 March 2025
    assert totals(event([stage], rows)) == {"A": 80, "B": None}


def test_points_of_levels() -> None:
    levels = [{"value": 1, "id": "weak"}, {"value": "2.5"}]
    points = {"use": "levels", "points": {"weak": 10, "2.5": 40}}
    marked = {"weight": 50, "scale": {"levels": levels}, "value": points}
    clean = {"use": "levels", "points": {"yes": 100, "no": 0}}
    kids = [
        {"id": "a", **marked},
        {"id": "b", "weight": 50, "reads": {"fact": "f"}, "value": clean},
    ]
    facts = {"f": {"type": "yes-no"}}
    people = [{"id": "A", "facts": {"f": True}}, {"id": "B", "facts": {"f": False}}]
    rows = entered({"A": 1, "B": "2.50"}, criterion="a")
    found = event([plain(criteria=kids)], rows, facts=facts, candidates=people)
    assert totals(found) == {"A": 55, "B": 20}  # (10 + 100) / 2 and (40 + 0) / 2


def test_normalised_sets_everybody_against_the_best_who_came() -> None:
    require = {"fact": "f", "is": True}
    gate = {"id": "g", "kind": "requirement-gate", "when-failed": "stop", "require": require}
    stage = plain(value=[{"use": "normalised"}, {"use": "reversed", "lower": 0, "upper": 1}])
    people = [{"id": c, "facts": {"f": c != "C"}} for c in "ABCD"]
    rows = entered({"A": 80, "B": 40, "C": 100})
    facts = {"f": {"type": "yes-no"}}
    found = event([gate, stage], rows, facts=facts, candidates=people)
    assert totals(found) == {"A": 0, "B": Fraction(1, 2), "C": None, "D": None}
    low = plain(value={"use": "normalised", "prefer": "low"})
    assert totals(event([low], entered({"A": 80, "B": 40, "C": 0}))) == {
        "A": 0, "B": 0, "C": None,
    }  # fmt: skip


def test_reversed_by_levels_scale_or_own_ends() -> None:
    levels = {"levels": [{"value": 1, "id": "weak"}, {"value": 4}]}
    for scale, value, total in (
        (levels, "reversed", 4),
        (levels, {"use": "reversed", "upper": 9}, 9),
        ({"lower": 0, "upper": 10}, "reversed", 9),
    ):
        assert totals(event([plain(scale=scale, value=value)], entered({"A": 1}))) == {"A": total}


def test_rank_order_centroid_weighs_by_the_order_of_writing() -> None:
    stages = [plain("v"), plain("w")]
    rows = [*entered({"A": 80}, "v"), *entered({"A": 40})]
    found = event(stages, rows, decision={"weighting": "rank-order-centroid"})
    assert totals(found) == {"A": 70}  # 75 and 25


def test_the_chair_against_the_members() -> None:
    stage = panel(pooling={"use": "chair-weighted", "chair": 40})
    people = [{"id": "E1", "role": "chair"}, {"id": "E2"}, {"id": "E3"}]
    rows = marks({"A": "90 70 80", "B": "void 70 80"})
    assert totals(event([stage], rows, examiners=people)) == {"A": 81, "B": None}
