"""Standings: methods, groups, who takes part, tie-breaks, rounding; by hand."""

from fractions import Fraction
from typing import Any

import pytest

import ujikom_rules as ujikom
from tests.little_events import filed, said, score, tables
from ujikom_rules.evaluating.ranking import places
from ujikom_rules.exact import to_text
from ujikom_rules.messages import text_of
from ujikom_rules.model.ruleset import Method

BLOCKS = [["A"], ["B", "C"], ["D"]]


@pytest.mark.parametrize(
    "method, expected",
    [
        ("standard-competition", ["1", "2", "2", "4"]),
        ("modified-competition", ["1", "3", "3", "4"]),
        ("dense", ["1", "2", "2", "3"]),
        ("mean-of-places", ["1", "2.5", "2.5", "4"]),
        ("ordinal", ["1", "2", "2", "4"]),
    ],
)
def test_how_equals_share_a_place(method: Method, expected: list[str]) -> None:
    found = places(BLOCKS, method)
    assert [to_text(found[who].place or Fraction(0)) for who in "ABCD"] == expected
    assert [found[who].shared for who in "ABCD"] == [False, True, True, False]
    assert places([], method) == {}


def ranks(evaluation: ujikom.Evaluation, name: str = "rank") -> dict[str, str]:
    """Places as text, ``=`` behind a shared one, ``-`` for none."""
    found = {}
    for result in evaluation:
        rank = result.rank if name == "rank" else result.ranks[name]
        place = "-" if rank.place is None else to_text(rank.place)
        found[result.candidacy] = place + ("=" if rank.shared else "")
    return dict(sorted(found.items()))


def ranked(
    keys: str, marks: str, facts: str = "", decision: str = "", **rows: Any
) -> dict[str, str]:
    rules = facts + filed("") + f"[decision]\n{decision}\n[ranking]\n{keys}\n"
    return ranks(score(rules, marks, **rows))


FOUR = "A a - 90\nB a - 80\nC a - 80\nD a - 70\nE a - void"


@pytest.mark.parametrize(
    "method, expected",
    [
        ("standard-competition", "1 2= 2= 4 -"),
        ("modified-competition", "1 3= 3= 4 -"),
        ("dense", "1 2= 2= 3 -"),
        ("mean-of-places", "1 2.5= 2.5= 4 -"),
    ],
)
def test_the_method_of_the_main_standing(method: str, expected: str) -> None:
    assert " ".join(ranked(f'method = "{method}"', FOUR).values()) == expected


@pytest.mark.parametrize(
    "among, expected",
    [("eligible", "1 2 3 - -"), ("qualified", "1 2 - - -"), ("all", "1 3 4 2 -")],
)
def test_who_takes_part(among: str, expected: str) -> None:
    rules = (
        '[facts]\nlama = { type = "number" }\n'
        '[[stages]]\nid = "g"\nkind = "requirement-gate"\nrequire = { fact = "lama", at-least = 2 }\n'
        + filed("")
        + f'[decision]\ncut-score = 75\n[ranking]\namong = "{among}"\n'
    )
    people = [{"id": who, "facts": {"lama": 1 if who == "D" else 2}} for who in "ABCDE"]
    marks = "A a - 90\nB a - 80\nC a - 70\nD a - 85\nE a - void"
    assert " ".join(ranks(score(rules, marks, candidates=people)).values()) == expected


GROUPED = '[facts]\ngol = { type = "text", one-of = ["z", "y"] }\nlama = { type = "number" }\n'
PEOPLE = [
    {"id": "A", "facts": {"gol": "y", "lama": 5}},
    {"id": "B", "facts": {"gol": "z", "lama": 4}},
    {"id": "C", "facts": {"gol": "z", "lama": 5}},
    {"id": "D", "facts": {"lama": 4}},
]
DIFFERENT = "A a - 90\nB a - 80\nC a - 70\nD a - 60"
ROWS: dict[str, Any] = {
    "candidates": PEOPLE,
    "candidacies": [
        {"id": who, "candidate": who, "position": post}
        for who, post in zip("ABCD", ["P", "P", None, "Q"], strict=True)
    ],
    "positions": [{"id": "P"}, {"id": "Q"}],
}


@pytest.mark.parametrize(
    "within, expected",
    [
        ('"event"', "1 2 3 4"),
        ('"position"', "1 2 1 1"),
        ('{ fact = "gol" }', "1 1 2 1"),
        ('{ fact = "lama" }', "1 1 2 2"),
        ('["position", { fact = "lama" }]', "1 1 1 1"),
        ('["event", { fact = "gol" }]', "1 1 2 1"),
    ],
)
def test_the_groups_of_a_standing(within: str, expected: str) -> None:
    found = ranked(f"within = {within}", DIFFERENT, GROUPED, **ROWS)
    assert " ".join(found.values()) == expected


def test_results_stand_by_position_group_rank_and_id() -> None:
    rules = GROUPED + filed("") + '[ranking]\nwithin = { fact = "gol" }\n'
    evaluation = score(rules, DIFFERENT.replace("B a - 80", "B a - 70"), candidates=PEOPLE)
    assert [(r.candidacy, r.group) for r in evaluation] == [
        ("B", "z"), ("C", "z"), ("A", "y"), ("D", ""),
    ]  # fmt: skip
    with_posts = score(rules, DIFFERENT, **ROWS)
    assert [r.candidacy for r in with_posts] == ["C", "B", "A", "D"]


def test_groups_of_a_fact_without_an_order_stand_by_text_and_several_are_joined() -> None:
    facts = '[facts]\nkota = { type = "text" }\ntetap = { type = "yes-no" }\n'
    people = [
        {"id": "A", "facts": {"kota": "malang", "tetap": True}},
        {"id": "B", "facts": {"kota": "kendari", "tetap": False}},
        {"id": "C", "facts": {"kota": "kendari", "tetap": True}},
    ]
    rules = facts + filed("") + '[ranking]\nwithin = [{ fact = "kota" }, { fact = "tetap" }]\n'
    evaluation = score(rules, "A a - 1\nB a - 2\nC a - 3", candidates=people)
    assert [(r.candidacy, r.group) for r in evaluation] == [
        ("B", "kendari / no"), ("C", "kendari / yes"), ("A", "malang / yes"),
    ]  # fmt: skip


# What separates equals.


AGES = """
[facts]
umur = { type = "number" }
lahir = { type = "date" }
sehat = { type = "yes-no" }
ijazah = { type = "level", levels = ["S1", "S2"] }
kota = { type = "text" }
"""
TIED = "A a - 80\nB a - 80\nC a - 80\nD a - 90"


def aged(**facts: dict[str, Any]) -> dict[str, Any]:
    return {"candidates": [{"id": who, "facts": facts.get(who, {})} for who in "ABCD"]}


@pytest.mark.parametrize(
    "keys, facts, expected",
    [
        ('fact = "umur"', {"A": {"umur": 3}, "B": {"umur": 5}, "C": {"umur": 4}}, "4 2 3 1"),
        ('fact = "umur", order = "ascending"',
         {"A": {"umur": 3}, "B": {"umur": 5}, "C": {"umur": 4}}, "2 4 3 1"),
        ('fact = "umur"', {"A": {"umur": 3}, "B": {"umur": 3}, "C": {"umur": 4}}, "3= 3= 2 1"),
        ('fact = "lahir"',
         {"A": {"lahir": "1980-01-02"}, "B": {"lahir": "1980-01-01"}, "C": {"lahir": "1979-12-31"}},
         "2 3 4 1"),
        ('fact = "sehat"', {"A": {"sehat": False}, "B": {"sehat": True}, "C": {"sehat": True}},
         "4 2= 2= 1"),
        ('fact = "ijazah"', {"A": {"ijazah": "S1"}, "B": {"ijazah": "S2"}, "C": {"ijazah": "S1"}},
         "3= 2 3= 1"),
    ],
)  # fmt: skip
def test_a_tie_break_parts_equals_by_a_fact(
    keys: str, facts: dict[str, dict[str, Any]], expected: str
) -> None:
    breaks = f'tie-breaks = [{{ use = "fact", {keys} }}]'
    assert " ".join(ranked(breaks, TIED, AGES, **aged(**facts)).values()) == expected


@pytest.mark.parametrize("order", ["ascending", "descending"])
def test_who_lacks_the_value_stands_below_whatever_the_order(order: str) -> None:
    rules = (
        AGES
        + filed("")
        + (f'[ranking]\ntie-breaks = [{{ use = "fact", fact = "umur", order = "{order}" }}]\n')
    )
    evaluation = score(rules, TIED, **aged(C={"umur": 9}))
    assert ranks(evaluation) == {"A": "3=", "B": "3=", "C": "2", "D": "1"}
    warned = [each for each in evaluation.findings if each.code == "UJ701"]
    assert [each.path for each in warned] == ["/candidates/0", "/candidates/1"]
    assert text_of(warned[0], "en").startswith("the main standing: 'A' has no value")
    assert "penentu urutan fakta 'umur'" in text_of(warned[0], "id")


def test_a_text_parts_nobody_and_is_refused_before_anybody_is_scored() -> None:
    facts = {who: {"kota": who} for who in "ABC"}
    with pytest.raises(ujikom.Refused) as refused:
        ranked('tie-breaks = [{ use = "fact", fact = "kota" }]', TIED, AGES, **aged(**facts))
    assert [each.code for each in refused.value.findings] == ["UJ376"]


def test_tie_breaks_follow_each_other() -> None:
    breaks = 'tie-breaks = [{ use = "fact", fact = "sehat" }, { use = "fact", fact = "umur" }]'
    facts = {
        "A": {"sehat": True, "umur": 1}, "B": {"sehat": True, "umur": 2},
        "C": {"sehat": False, "umur": 9},
    }  # fmt: skip
    found = ranked(breaks, TIED, AGES, **aged(**facts))
    assert found == {"A": "3", "B": "2", "C": "4", "D": "1"}


@pytest.mark.parametrize(
    "compare, expected", [("unrounded", {"A": "1", "B": "2"}), ("rounded", {"A": "1=", "B": "1="})]
)
def test_totals_and_tie_breaks_are_compared_before_or_after_rounding(
    compare: str, expected: dict[str, str]
) -> None:
    rounding = 'rounding = { stage = { places = 0, mode = "half-up" } }'
    rules = filed(f"weight = 50\n{rounding}", "weight = 50")
    # rounded at the stage both have 80 and a total of 70; unrounded the first stage parts them
    rules += (
        f'[ranking]\ncompare = "{compare}"\ntie-breaks = [{{ use = "stage-score", stage = "a" }}]\n'
    )
    assert ranks(score(rules, "A a - 80.2\nA b - 60\nB a - 80.1\nB b - 60")) == expected


@pytest.mark.parametrize(
    "compare, expected", [("unrounded", {"A": "1", "B": "2"}), ("rounded", {"A": "1=", "B": "1="})]
)
def test_a_standing_looks_at_the_total_before_or_after_its_rounding(
    compare: str, expected: dict[str, str]
) -> None:
    final = 'rounding = { final = { places = 2, mode = "half-up" } }'
    found = ranked(f'compare = "{compare}"', "A a - 79.996\nB a - 79.995", decision=final)
    assert found == expected


def test_a_criterion_and_a_stage_part_equals() -> None:
    rules = """
[[stages]]
id = "s"
kind = "weighted-criteria"
each = { scale = { lower = 0, upper = 100 } }
criteria = [{ id = "k", weight = 50 }, { id = "l", weight = 50 }]
[ranking]
tie-breaks = [{ use = "stage-score", stage = "s" }, { use = "criterion-score", stage = "s", criterion = "l" }]
[rankings.satu]
by = { stage = "s" }
within = "event"
"""
    evaluation = score(rules, "A s.k - 60\nA s.l - 40\nB s.k - 40\nB s.l - 60")
    assert ranks(evaluation) == {"A": "2", "B": "1"}
    assert ranks(evaluation, "satu") == {"A": "1=", "B": "1="}


def test_no_order_of_rows_or_names_plays_a_part() -> None:
    backwards = tables(FOUR, candidates=[{"id": who} for who in "EDCBA"])
    plan_ = filed("")
    assert ranks(score(plan_, **backwards)) == ranks(score(plan_, FOUR))


WEIGHED = (
    '[facts]\ngol = { type = "text" }\n'
    + filed("", "")
    + """
[decision.weighting]
use = "by-fact"
fact = "gol"
table = { x = { a = 60, b = 40 }, y = { a = 40, b = 60 } }
"""
)


@pytest.mark.parametrize(
    "ranking, expected",
    [
        ("", ["the main standing compares candidacies that were weighted differently"]),
        ('[ranking]\nwithin = { fact = "gol" }', []),
        ('[ranking]\nby = { stage = "a" }', []),
        (
            '[ranking]\nwithin = "position"\n[rankings.lain]\nwithin = "position"',
            [
                "standing 'lain' (P) compares candidacies that were weighted differently",
                "the main standing (P) compares candidacies that were weighted differently",
            ],
        ),
    ],
)
def test_one_standing_over_different_weights_is_a_note(ranking: str, expected: list[str]) -> None:
    people = [{"id": "A", "facts": {"gol": "x"}}, {"id": "B", "facts": {"gol": "y"}}]
    rows: dict[str, Any] = {"candidates": people}
    if "position" in ranking:
        rows["positions"] = [{"id": "P"}]
        rows["candidacies"] = [{"id": w, "candidate": w, "position": "P"} for w in "AB"]
    marks = "A a - 9\nA b - 8\nB a - 9\nB b - 8"
    evaluation = score(WEIGHED + ranking, marks, **rows)
    notes = [text_of(each, "en") for each in evaluation.findings if each.code == "UJ702"]
    assert sorted(notes) == expected
    assert said(evaluation.findings) == []
