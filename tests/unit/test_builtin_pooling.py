from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

import pytest
from attrs import frozen

from tests.fakes import FakeItem, FakeNode, exactly, fig, made, values
from ujikom_rules.builtin.aggregators import Sum, TrimmedMean, WeightedMean
from ujikom_rules.builtin.pooling import POOLING, ChairWeighted, RoomsFirst
from ujikom_rules.plugin import Examiner, Figure, Item, NodeAt, Refusal, Rounding

By = Literal["room", "kind", "role", "origin"]
PANEL = {
    "E1": Examiner(id="E1", role="chair", kind="akademisi", origin="external", room="teknis"),
    "E2": Examiner(id="E2", kind="birokrat", origin="internal", room="manajerial"),
    "E3": Examiner(id="E3", kind="akademisi", origin="external", room="manajerial"),
    "E4": Examiner(id="E4", kind="tokoh"),
}
AT = FakeNode()


def marks(**given: int) -> list[FakeItem]:
    return [FakeItem(name, fig(mark), examiner=PANEL[name]) for name, mark in given.items()]


@frozen
class Taking:
    """A nested part as the frame wraps it: it knows what it takes."""

    takes: str

    def combine(self, items: Sequence[Item], at: NodeAt) -> Figure | None:
        part = WeightedMean() if self.takes == "weight" else Sum()
        return part.combine(items, at)


@pytest.mark.parametrize(
    "by, expected",
    [
        ("room", Fraction(60 + 80 + 100, 3)),  # teknis 60, manajerial (70 + 90) / 2, none 100
        ("kind", Fraction(75 + 70 + 100, 3)),  # akademisi (60 + 90) / 2, birokrat 70, tokoh 100
        ("role", Fraction(60 + Fraction(260, 3), 2)),  # chair 60, members 260 / 3
        ("origin", Fraction(75 + 70 + 100, 3)),  # external 75, internal 70, not recorded 100
    ],
)
def test_groups_are_pooled_first(by: By, expected: Fraction) -> None:
    pooled = RoomsFirst(by=by).combine(marks(E1=60, E2=70, E3=90, E4=100), AT)
    assert exactly(pooled) == expected


def test_the_working_joins_groups_in_the_order_of_their_names() -> None:
    pooled = RoomsFirst().combine(marks(E1=60, E2=70, E3=90), AT)
    assert pooled is not None
    assert pooled.value == 70
    assert [made(group) for group in pooled.inputs] == [("mean", 80), ("mean", 60)]


def test_weights_of_groups_make_a_weighted_mean() -> None:
    rule = RoomsFirst(weights={"teknis": fig(40), "manajerial": fig(60)})
    assert exactly(rule.combine(marks(E1=60, E2=70, E3=90), AT)) == 72
    assert exactly(rule.combine(marks(E2=70, E3=90), AT)) == 80  # set against 60 alone


def test_an_over_of_its_own_gets_the_weights() -> None:
    rule = RoomsFirst(weights={"teknis": fig(40), "manajerial": fig(60)}, over=Taking("weight"))
    assert exactly(rule.combine(marks(E1=60, E2=70), AT)) == 66


def test_an_over_of_its_own_without_weights() -> None:
    assert exactly(RoomsFirst(over=Sum()).combine(marks(E1=60, E2=70, E3=90), AT)) == 140


def test_a_group_without_a_weight_leaves_no_value() -> None:
    rule = RoomsFirst(weights={"teknis": fig(100)})
    assert rule.combine(marks(E1=60, E2=70), AT) is None


def test_a_group_that_owes_and_gave_nothing_leaves_no_value() -> None:
    owing = FakeNode(owed={"room": frozenset({"teknis", "manajerial"})})
    assert RoomsFirst().combine(marks(E1=60), owing) is None
    assert RoomsFirst(by="kind").combine(marks(E1=60), owing) is not None


def test_a_group_that_gave_nothing_may_be_left_out() -> None:
    owing = FakeNode(owed={"room": frozenset({"teknis", "manajerial"})})
    rule = RoomsFirst(empty="leave-out")
    assert exactly(rule.combine(marks(E1=60), owing)) == 60
    assert rule.combine([], owing) is None


@pytest.mark.parametrize("empty", ["incomplete", "leave-out"])
def test_a_group_with_marks_of_which_inside_makes_nothing_leaves_no_value(
    empty: Literal["incomplete", "leave-out"],
) -> None:
    rule = RoomsFirst(inside=TrimmedMean(drop=1), empty=empty)
    assert rule.combine(marks(E1=60), AT) is None


def test_of_nothing_there_is_no_value() -> None:
    assert RoomsFirst().combine([], AT) is None


def test_values_that_no_examiner_gave_are_one_group() -> None:
    children = [FakeItem("a", fig(60)), FakeItem("b", fig(70))]
    pooled = RoomsFirst(by="kind").combine(children, AT)
    assert pooled is not None
    assert made(pooled) == ("mean", 65)
    assert len(pooled.inputs) == 1


def test_weights_may_not_be_negative_nor_all_zero() -> None:
    for weights in ({"a": fig(101), "b": fig(-1)}, {"a": fig(0)}, {}):
        with pytest.raises(Refusal) as refused:
            RoomsFirst(weights=weights)
        assert refused.value.key == ("weights.b" if len(weights) > 1 else "weights")


@pytest.mark.parametrize(
    "by, name, known",
    [
        ("role", "chiar", ("chair", "member")),
        ("origin", "intern", ("internal", "external", "")),
    ],
)
def test_a_weight_for_a_group_that_never_is_is_refused_at_its_key(
    by: Literal["role", "origin"], name: str, known: tuple[str, ...]
) -> None:
    with pytest.raises(Refusal) as refused:
        RoomsFirst(by=by, weights={known[1]: fig(60), name: fig(40)})
    assert (refused.value.key, refused.value.also) == (f"weights.{name}", "by")
    assert (refused.value.at_key, refused.value.known) == (True, known)
    assert RoomsFirst(by=by, weights={each: fig(50) for each in known}).by == by
    assert RoomsFirst(by="kind", weights={name: fig(40)}).by == "kind"


def test_examiners_have_no_weights() -> None:
    with pytest.raises(Refusal) as refused:
        RoomsFirst(inside=Taking("weight"))
    assert refused.value.key == "inside.use"


def test_an_over_that_needs_weights_is_refused_without_them() -> None:
    with pytest.raises(Refusal) as refused:
        RoomsFirst(over=Taking("weight"))
    assert refused.value.key == "over.use"
    assert "weights" in refused.value.text.en


@pytest.mark.parametrize("takes", ["nothing", "factor"])
def test_an_over_that_would_ignore_weights_is_refused_beside_them(takes: str) -> None:
    with pytest.raises(Refusal) as refused:
        RoomsFirst(over=Taking(takes), weights={"a": fig(100)})
    assert (refused.value.key, refused.value.also) == ("over.use", "weights")
    assert RoomsFirst(over=Taking(takes)).over == Taking(takes)


# --- the chair against the members


def test_the_chair_has_a_share_of_the_pool() -> None:
    found = ChairWeighted(chair=fig(40)).combine(marks(E1=90, E2=70, E3=80), AT)
    assert found is not None
    assert made(found) == ("sum", 81)  # 90 × 40 % + 75 × 60 %
    assert [made(term) for term in found.inputs] == [("share", 36), ("share", 45)]


def test_several_chairs_are_joined_first() -> None:
    second = FakeItem("E5", fig(70), examiner=Examiner(id="E5", role="chair"))
    found = ChairWeighted(chair=fig(50)).combine([*marks(E1=90, E2=60), second], AT)
    assert exactly(found) == 70


def test_the_terms_are_rounded() -> None:
    at = FakeNode(rounding=Rounding(0, "half-up"))
    found = ChairWeighted(chair=fig(50)).combine(marks(E1=91, E2=81), at)
    assert found is not None
    assert values(found.inputs) == [46, 41]


def test_without_chair_or_without_members_there_is_no_value() -> None:
    rule = ChairWeighted(chair=fig(40))
    nobody = FakeNode()
    assert rule.combine(marks(E2=70, E3=80), nobody) is None
    assert rule.combine(marks(E1=70), nobody) is None
    assert rule.combine([FakeItem("stage", fig(70))], nobody) is None  # no examiner is behind it
    assert nobody.found == [
        "no chair has given a mark.",
        "no member has given a mark.",
        "no chair has given a mark.",
    ]


@pytest.mark.parametrize("chair", [-1, 0, 100, 101])
def test_a_share_that_is_none_is_refused(chair: int) -> None:
    with pytest.raises(Refusal) as refused:
        ChairWeighted(chair=fig(chair))
    assert refused.value.key == "chair"


def test_the_offer() -> None:
    assert [(part.name, part.takes) for part in POOLING] == [
        ("rooms-first", "nothing"),
        ("chair-weighted", "nothing"),
    ]
