from collections.abc import Mapping
from fractions import Fraction

import pytest

from tests.fakes import FakeItem, FakeNode, exactly, fig, made
from ujikom_rules.builtin.targets import TARGET_AGGREGATORS, TARGET_VALUES, Gap, Jpm
from ujikom_rules.model.ruleset import Level
from ujikom_rules.plugin import Fact, Figure, Refusal, Scale

SIX = Scale(Fraction(1), Fraction(6), Fraction(1))


def against(**pairs: tuple[int, int | None]) -> list[FakeItem]:
    """Competencies by value and target."""
    return [
        FakeItem(name, fig(value), target=None if target is None else fig(target))
        for name, (value, target) in pairs.items()
    ]


# --- jpm


def test_jpm_sets_the_sum_of_the_values_against_that_of_the_targets() -> None:
    at = FakeNode()
    found = Jpm().combine(against(integritas=(3, 4), kerja_sama=(4, 4), komunikasi=(2, 3)), at)
    assert found is not None
    assert found.value == Fraction(900, 11)
    assert at.placed == {"jpm": Fraction(900, 11)}
    assert at.found == []


def test_jpm_keeps_the_raw_match_beside_the_cap() -> None:
    at = FakeNode()
    found = Jpm(cap=fig(100)).combine(against(integritas=(5, 4), komunikasi=(4, 4)), at)
    assert found is not None
    assert made(found) == ("minimum", 100)
    assert [figure.value for figure in found.inputs] == [Fraction("112.5"), 100]
    assert at.placed == {"jpm": Fraction("112.5")}


def test_jpm_below_its_cap_goes_on_as_it_is() -> None:
    assert exactly(Jpm(cap=fig(100)).combine(against(integritas=(3, 4)), FakeNode())) == 75


def test_jpm_without_a_target_is_no_value_and_says_whose() -> None:
    at = FakeNode()
    items = against(integritas=(3, None), komunikasi=(3, 3), disiplin=(1, None))
    assert Jpm().combine(items, at) is None
    assert at.found == ["no target for: integritas, disiplin."]
    assert at.placed == {}


def test_jpm_does_not_divide_by_0() -> None:
    at = FakeNode()
    assert Jpm().combine(against(a=(3, 1), b=(3, -1)), at) is None
    assert at.found == ["the targets sum to 0."]


def test_jpm_of_nothing_is_nothing() -> None:
    at = FakeNode()
    assert Jpm().combine([], at) is None
    assert at.found == []


@pytest.mark.parametrize("cap", [0, -1])
def test_jpm_refuses_a_cap_that_lets_nothing_through(cap: int) -> None:
    with pytest.raises(Refusal) as refused:
        Jpm(cap=fig(cap))
    assert refused.value.key == "cap"


# --- gap

TABLE: Mapping[str | int, str | int] = {-2: 3, -1: 4, 0: 5, 1: "4.5"}


def table(rows: Mapping[str | int, str | int]) -> Gap:
    return Gap(table=tuple((fig(gap), fig(value)) for gap, value in rows.items()))


def test_gap_looks_the_difference_up() -> None:
    at = FakeNode(target=fig(4))
    found = table(TABLE).value(fig(3), at)
    assert found is not None
    assert made(found) == ("picked", 4)
    assert [made(figure) for figure in found.inputs] == [("difference", -1), ("number", 4)]
    assert at.placed == {"gap": -1}


def test_gap_that_is_not_in_the_table_is_no_value_and_says_so() -> None:
    at = FakeNode(target=fig(4))
    assert table(TABLE).value(fig("3.5"), at) is None
    assert at.found == ["the gap -0.5 is not in table."]
    assert at.placed == {"gap": Fraction(-1, 2)}


def test_gap_to_no_target_is_no_value_and_says_so() -> None:
    at = FakeNode()
    assert table(TABLE).value(fig(3), at) is None
    assert at.found == ["the target is not known."]


def test_gap_of_nothing_is_nothing() -> None:
    at = FakeNode(target=fig(4))
    assert table(TABLE).value(None, at) is None
    assert (at.found, at.placed) == ([], {})


def test_gap_refuses_a_table_without_rows_and_one_that_says_two_things() -> None:
    with pytest.raises(Refusal) as refused:
        Gap(table=())
    assert refused.value.key == "table"
    with pytest.raises(Refusal) as refused:
        table({0: 5, "0.0": 4})
    assert refused.value.text.en == "The gap 0 stands twice."
    assert (refused.value.key, refused.value.also) == ("table.1.0", "table.0.0")


def missed(rule: Gap, scale: Scale | None, target: Figure | Fact | None) -> list[str]:
    return [refusal.text.en for refusal in rule.check_target(scale, target)]


def test_gap_must_know_every_gap_of_a_scale_with_steps_to_a_fixed_target() -> None:
    whole = table({gap: gap for gap in range(-3, 3)})
    assert missed(whole, SIX, fig(4)) == []
    assert missed(whole, SIX, fig(5)) == [
        "The mark 1 has the gap -4 to the target, but table has no -4."
    ]
    assert [refusal.key for refusal in whole.check_target(SIX, fig(5))] == ["table"]


def test_gap_must_know_every_gap_of_the_levels() -> None:
    levels = Scale(Fraction(1), Fraction(4), None, (Level(Fraction(1)), Level(Fraction(4))))
    assert missed(table({-3: 1, 0: 5}), levels, fig(4)) == []
    assert missed(table({-2: 1, 0: 5}), levels, fig(4)) == [
        "The mark 1 has the gap -3 to the target, but table has no -3."
    ]


def test_gap_asks_no_more_marks_than_show_that_one_is_missing() -> None:
    hundred = Scale(Fraction(0), Fraction(100), Fraction(1, 100))
    assert len(missed(table({0: 5}), hundred, fig(0))) == 1


@pytest.mark.parametrize(
    "scale, target",
    [(None, fig(4)), (Scale(Fraction(1), Fraction(6)), fig(4)), (SIX, Fact("syarat"))],
)
def test_gap_leaves_what_it_cannot_know_to_the_evaluation(
    scale: Scale | None, target: Figure | Fact
) -> None:
    assert missed(table({0: 5}), scale, target) == []


def test_gap_needs_a_target() -> None:
    assert missed(table(TABLE), SIX, None) == [
        "gap needs a target; write target = … on this criterion."
    ]


def test_the_offers() -> None:
    assert [(part.name, part.internal) for part in TARGET_AGGREGATORS] == [("jpm", False)]
    assert [(part.name, part.cohort) for part in TARGET_VALUES] == [("gap", False)]
