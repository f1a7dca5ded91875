"""The parts of this plugin, tried as a ruleset uses them: no more than the public door is needed."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ujikom_rules as ujikom
import ujikom_rules_template

HERE = {"contoh": ujikom_rules_template}
RULES = """
schema = 1
[ruleset]
id = "contoh/coba"
version = "1.0"
title = "Contoh"
source = "assumption"
[plugins]
contoh = "1.0"
[panel]
use = "contoh:odd-panel"
at-least = 1
[[stages]]
id = "wawancara"
kind = "panel"
scale = { lower = 0, upper = 100 }
pooling = { use = "contoh:best-mean", keep = 2 }
"""


def scored(marks: Sequence[int], rules: str = RULES) -> ujikom.Result:
    """One candidacy that is marked by so many examiners."""
    sheet = {
        "event": {"id": "contoh", "date": "2026-01-15"},
        "candidates": [{"id": "C01"}],
        "examiners": [{"id": f"E{number}"} for number in range(len(marks))],
        "ratings": [
            {"candidacy": "C01", "stage": "wawancara", "examiner": f"E{number}", "value": mark}
            for number, mark in enumerate(marks)
        ],
    }
    document = ujikom.parse_ruleset(rules)
    return ujikom.score(document, ujikom.parse_scoresheet(sheet), plugins=HERE)["C01"]


def value_of(marks: Sequence[int]) -> Fraction:
    total = scored(marks).total
    assert total is not None
    return total.value


def odd(number: int) -> st.SearchStrategy[list[int]]:
    """Lists of marks of an odd length."""
    return st.lists(st.integers(0, 100), min_size=number, max_size=number)


three_or_five = st.one_of(odd(3), odd(5))


def test_the_two_best_marks_count() -> None:
    assert value_of([60, 80, 85]) == Fraction(165, 2)


@settings(deadline=None)  # how fast a machine is says nothing about a rule
@given(three_or_five)
def test_the_value_lies_between_the_least_and_the_largest_mark(marks: list[int]) -> None:
    assert min(marks) <= value_of(marks) <= max(marks)


@settings(deadline=None)
@given(three_or_five)
def test_the_order_of_the_examiners_changes_nothing(marks: list[int]) -> None:
    assert value_of(marks) == value_of(marks[::-1])


@settings(deadline=None)
@given(three_or_five, st.integers(0, 2))
def test_a_higher_mark_never_lowers_the_value(marks: list[int], place: int) -> None:
    higher = [min(100, mark + 7 * (place == number)) for number, mark in enumerate(marks)]
    assert value_of(higher) >= value_of(marks)


def test_fewer_marks_than_are_kept_give_no_value() -> None:
    result = scored([80])
    assert (result.verdict, result.total) == ("incomplete", None)


def test_keep_is_at_least_one() -> None:
    rules = RULES.replace("keep = 2", "keep = 0")
    found = ujikom.check(ujikom.parse_ruleset(rules), plugins=HERE)
    assert [(each.code, each.path) for each in found] == [
        ("UJ513", "stages.wawancara.pooling.keep")
    ]


@pytest.mark.parametrize("count,least", [(2, 1), (4, 3), (1, 3)])
def test_an_even_or_a_small_panel_is_refused(count: int, least: int) -> None:
    rules = RULES.replace("at-least = 1", f"at-least = {least}")
    with pytest.raises(ujikom.Refused) as refused:
        scored([80] * count, rules)
    (found,) = refused.value.findings
    assert f"Examiners: {count};" in found.args["said"].en


def test_the_ruleset_of_this_plugin_has_no_finding() -> None:
    path = Path(__file__).parents[1] / "rulesets" / "contoh.toml"
    assert ujikom.check(str(path), plugins=HERE) == ()
