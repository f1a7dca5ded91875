from datetime import date
from fractions import Fraction

import pytest

from tests.fakes import FakeCandidacy, FakeSibling, fig
from ujikom_rules.builtin.weightings import (
    WEIGHTINGS,
    ByFact,
    Equal,
    Given,
    RankOrderCentroid,
)
from ujikom_rules.model.figure import derive
from ujikom_rules.plugin import Fact, FactValue, Figure, Refusal

AT = FakeCandidacy()
TABLE = {
    "opd": {"paparan": fig(60), "rj": fig(40)},
    "yes": {"paparan": fig("33.5"), "rj": fig("66.5")},
    "2": {"paparan": fig(0), "rj": fig(100)},
    "2025-01-31": {"paparan": fig("1/3"), "rj": fig("299/3")},
}


def test_given_takes_every_weight_as_it_was_written() -> None:
    siblings = [FakeSibling("a", fig(60)), FakeSibling("b", fig(40))]
    assert Given().weights(siblings, AT) == {"a": siblings[0].weight, "b": siblings[1].weight}


def test_an_only_child_needs_no_weight() -> None:
    weights = Given().weights([FakeSibling("a")], AT)
    assert weights is not None
    assert weights["a"].value == 100


def test_given_without_all_weights_is_none() -> None:
    assert Given().weights([FakeSibling("a", fig(60)), FakeSibling("b")], AT) is None


def test_equal_divides_exactly() -> None:
    weights = Equal().weights([FakeSibling(name, fig(99)) for name in "abc"], AT)
    assert weights is not None
    assert {name: weight.value for name, weight in weights.items()} == dict.fromkeys(
        "abc", Fraction(100, 3)
    )
    assert weights["a"].rule == "quotient"
    assert Equal().weights([], AT) == {}


def test_rank_order_centroid_falls_with_the_place() -> None:
    weights = RankOrderCentroid().weights([FakeSibling(name) for name in "abc"], AT)
    assert weights is not None
    assert {name: weight.value for name, weight in weights.items()} == {
        "a": Fraction(1100, 18),
        "b": Fraction(500, 18),
        "c": Fraction(200, 18),
    }
    assert all(derive(figure) == figure.value for figure in weights["a"].walk())


def test_rank_order_centroid_of_one_or_of_nobody() -> None:
    alone = RankOrderCentroid().weights([FakeSibling("a", fig(3))], AT)
    assert alone is not None
    assert alone["a"].value == 100
    assert RankOrderCentroid().weights([], AT) == {}


@pytest.mark.parametrize(
    "said, row",
    [
        ("opd", "opd"),
        (True, "yes"),
        (fig(2), "2"),
        (date(2025, 1, 31), "2025-01-31"),
    ],
)
def test_by_fact_takes_the_row_that_the_fact_names(said: FactValue, row: str) -> None:
    part = ByFact(fact=Fact("group"), table=TABLE)
    assert part.weights([], FakeCandidacy(facts={"group": said})) is TABLE[row]


def test_by_fact_without_a_row_is_none() -> None:
    part = ByFact(fact=Fact("group"), table=TABLE)
    assert part.weights([], AT) is None
    for said in ("sekda", False):
        assert part.weights([], FakeCandidacy(facts={"group": said})) is None


@pytest.mark.parametrize(
    "row, sentence, key",
    [
        ({"a": fig(60), "b": fig(35)}, "Row opd sums to 95, 5 below 100.", ".b"),
        ({"a": fig(60), "b": fig("40.01")}, "Row opd sums to 100.01, 0.01 above 100.", ".b"),
        ({"a": fig("1/3"), "b": fig("99.66")}, "Row opd sums to 14999/150, 1/150 below 100.", ".b"),
        ({}, "Row opd sums to 0, 100 below 100.", ""),
        ({"a": fig(-10), "b": fig(110)}, "Row opd: the weight of a is negative.", ".a"),
    ],
)
def test_by_fact_refuses_a_row_that_is_not_exactly_100(
    row: dict[str, Figure], sentence: str, key: str
) -> None:
    with pytest.raises(Refusal) as refused:
        ByFact(fact=Fact("group"), table={"opd": row})
    assert (refused.value.text.en, refused.value.key) == (sentence, f"table.opd{key}")


def test_by_fact_says_in_both_languages_by_how_much_a_row_misses() -> None:
    with pytest.raises(Refusal) as refused:
        ByFact(fact=Fact("group"), table={"opd": {"a": fig(95)}})
    assert refused.value.text.id == "Baris opd berjumlah 95, kurang 5 dari 100."
    with pytest.raises(Refusal) as refused:
        ByFact(fact=Fact("group"), table={"opd": {"a": fig(105)}})
    assert refused.value.text.id == "Baris opd berjumlah 105, lebih 5 dari 100."


def test_by_fact_needs_rows() -> None:
    with pytest.raises(Refusal) as refused:
        ByFact(fact=Fact("group"), table={})
    assert refused.value.key == "table"


def test_the_offers() -> None:
    assert [part.name for part in WEIGHTINGS] == [
        "given",
        "equal",
        "rank-order-centroid",
        "by-fact",
    ]
