"""The laws that every aggregator keeps, whatever it is given."""

from collections.abc import Sequence
from fractions import Fraction
from operator import gt, lt

from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.fakes import (
    FakeItem,
    FakeNode,
    exactly,
    fig,
)
from ujikom_rules.builtin.aggregators import (
    ClampToMean,
    Mean,
    Sum,
    TrimmedMean,
    TrimmedSum,
    WeightedMean,
    WeightedSum,
)
from ujikom_rules.builtin.extremes import Maximum, Median, Minimum
from ujikom_rules.builtin.pooling import ChairWeighted, RoomsFirst
from ujikom_rules.builtin.targets import Jpm
from ujikom_rules.model.figure import derive
from ujikom_rules.model.scoresheet import Role
from ujikom_rules.plugin import (
    Aggregator,
    Examiner,
)

AT = FakeNode()
MARKS = st.integers(0, 2000).map(lambda n: Fraction(n, 20))
ROOMS = ("manajerial", "sosiokultural", "teknis", None)

# Every aggregator that lies between the least and the largest of what it joins.
INTERNAL: dict[str, Aggregator] = {
    "weighted-mean": WeightedMean(),
    "mean": Mean(),
    "median": Median(),
    "minimum": Minimum(),
    "maximum": Maximum(),
    "trimmed-mean": TrimmedMean(drop=1),
    "clamp-to-mean": ClampToMean(limit=fig(2)),
    "rooms-first": RoomsFirst(),
    "rooms-first, clamped": RoomsFirst(inside=ClampToMean(limit=fig(5)), over=Mean()),
}
SUMS: dict[str, Aggregator] = {
    "weighted-sum": WeightedSum(),
    "sum": Sum(),
    "sum from a start": Sum(start=fig(10)),
    "trimmed-sum": TrimmedSum(drop=1),
}
BY_NAME = {**INTERNAL, **SUMS}


def laid_out(marks: Sequence[Fraction], rooms: Sequence[str | None]) -> list[FakeItem]:
    """Marks of examiners in rooms, all of one weight."""
    weight = fig(Fraction(100, len(marks)))
    return [
        FakeItem(f"E{n}", fig(mark), weight, examiner=Examiner(id=f"E{n}", room=room))
        for n, (mark, room) in enumerate(zip(marks, rooms, strict=True))
    ]


def panels_of_marks(least: int = 3) -> st.SearchStrategy[list[FakeItem]]:
    """Marks of at least so many examiners, in any rooms."""
    pairs = st.lists(st.tuples(MARKS, st.sampled_from(ROOMS)), min_size=least, max_size=9)
    return pairs.map(lambda drawn: laid_out([m for m, _ in drawn], [room for _, room in drawn]))


def values(items: Sequence[FakeItem]) -> list[Fraction]:
    return [item.value.value for item in items]


@given(mark=MARKS, rooms=st.lists(st.sampled_from(ROOMS), min_size=3, max_size=9))
def test_aggregators_are_idempotent(mark: Fraction, rooms: list[str | None]) -> None:
    items = laid_out([mark] * len(rooms), rooms)
    for name, part in INTERNAL.items():
        assert exactly(part.combine(items, AT)) == mark, name


@given(items=panels_of_marks())
def test_aggregators_are_internal(items: list[FakeItem]) -> None:
    for name, part in INTERNAL.items():
        found = exactly(part.combine(items, AT))
        assert found is not None, name
        assert min(values(items)) <= found <= max(values(items)), name


@given(data=st.data(), items=panels_of_marks(), more=MARKS)
def test_aggregators_are_monotone(
    data: st.DataObject, items: list[FakeItem], more: Fraction
) -> None:
    """A higher mark never lowers the result."""
    place = data.draw(st.integers(0, len(items) - 1))
    higher = list(items)
    higher[place] = evolve(items[place], value=items[place].value + more)
    for name, part in BY_NAME.items():
        before, after = (exactly(part.combine(each, AT)) for each in (items, higher))
        assert before is not None, name
        assert after is not None, name
        assert before <= after, name


@given(data=st.data(), items=panels_of_marks())
def test_aggregators_are_symmetric_in_equal_weights(
    data: st.DataObject, items: list[FakeItem]
) -> None:
    other = data.draw(st.permutations(items))
    for name, part in BY_NAME.items():
        found, again = (exactly(part.combine(each, AT)) for each in (items, other))
        assert found == again, name


@given(items=panels_of_marks())
def test_every_figure_of_an_aggregator_can_be_derived_again(items: list[FakeItem]) -> None:
    for name, part in BY_NAME.items():
        found = part.combine(items, AT)
        assert found is not None, name
        assert all(derive(figure) == figure.value for figure in found.walk()), name


@given(
    marks=st.lists(st.tuples(MARKS, st.integers(0, 60)), min_size=1, max_size=9),
)
def test_the_weighted_mean_is_the_textbook_one(marks: list[tuple[Fraction, int]]) -> None:
    assume(any(weight for _, weight in marks))
    items = [FakeItem("k", fig(mark), fig(weight)) for mark, weight in marks]
    above = sum(mark * weight for mark, weight in marks)
    assert exactly(WeightedMean().combine(items, AT)) == above / Fraction(
        sum(weight for _, weight in marks)
    )


@given(items=panels_of_marks(least=1), limit=st.integers(0, 10))
def test_clamping_leaves_no_mark_further_than_the_limit(items: list[FakeItem], limit: int) -> None:
    at = FakeNode()
    ClampToMean(limit=fig(limit)).combine(items, at)
    mean = sum(values(items)) / Fraction(len(items))
    for item in items:
        mark = at.corrected.get(item.id, item.value.value)
        assert abs(mark - mean) <= limit
        assert (item.id in at.corrected) == (abs(item.value.value - mean) > limit)


@given(items=panels_of_marks())
def test_the_median_has_as_many_below_it_as_above(items: list[FakeItem]) -> None:
    found = exactly(Median().combine(items, AT))
    assert found is not None
    below, above = ([x for x in values(items) if c(x, found)] for c in (lt, gt))
    assert max(len(below), len(above)) <= len(items) // 2


@given(items=panels_of_marks())
def test_a_trimmed_sum_is_so_many_times_the_trimmed_mean(items: list[FakeItem]) -> None:
    mean = exactly(TrimmedMean(drop=1).combine(items, AT))
    assert mean is not None
    assert exactly(TrimmedSum(drop=1).combine(items, AT)) == mean * (len(items) - 2)


ROLES: st.SearchStrategy[Role] = st.sampled_from(["chair", "member"])


@st.composite
def chaired(draw: st.DrawFn) -> list[FakeItem]:
    """Marks of at least one chair and one member."""
    roles: list[Role] = ["chair", "member", *draw(st.lists(ROLES, max_size=6))]
    marks = draw(st.lists(MARKS, min_size=len(roles), max_size=len(roles)))
    return [
        FakeItem(f"E{n}", fig(mark), examiner=Examiner(id=f"E{n}", role=role))
        for n, (mark, role) in enumerate(zip(marks, roles, strict=True))
    ]


@given(data=st.data(), items=chaired(), share=st.integers(1, 99), more=MARKS)
def test_the_chair_and_the_members_keep_the_laws(
    data: st.DataObject, items: list[FakeItem], share: int, more: Fraction
) -> None:
    """Internal, so idempotent; monotone; the same as rooms first by role with those weights."""
    part = ChairWeighted(chair=fig(share))
    found = exactly(part.combine(items, AT))
    assert found is not None
    assert min(values(items)) <= found <= max(values(items))
    place = data.draw(st.integers(0, len(items) - 1))
    higher = [*items[:place], evolve(items[place], value=items[place].value + more)]
    after = exactly(part.combine([*items[place + 1 :], *higher], AT))
    assert after is not None
    assert found <= after
    weights = {"chair": fig(share), "member": fig(100 - share)}
    assert exactly(RoomsFirst(by="role", weights=weights).combine(items, AT)) == found


@given(
    pairs=st.lists(st.tuples(MARKS, st.integers(1, 6)), min_size=1, max_size=9),
    cap=st.integers(1, 200),
    more=MARKS,
)
def test_the_job_person_match_keeps_its_laws(
    pairs: list[tuple[Fraction, int]], cap: int, more: Fraction
) -> None:
    """Who meets every target has 100; a higher value never lowers it; its cap bounds it."""

    def match(given: list[tuple[Fraction, int]], part: Aggregator) -> Fraction:
        items = [FakeItem("k", fig(value), target=fig(target)) for value, target in given]
        found = exactly(part.combine(items, FakeNode()))
        assert found is not None
        return found

    raw, capped = match(pairs, Jpm()), match(pairs, Jpm(cap=fig(cap)))
    assert match([(Fraction(target), target) for _, target in pairs], Jpm()) == 100
    assert raw == 100 * sum(v for v, _ in pairs) / sum(t for _, t in pairs)
    assert capped == min(raw, Fraction(cap))
    higher = [(pairs[0][0] + more, pairs[0][1]), *pairs[1:]]
    assert match(higher, Jpm()) >= raw
    assert match(higher, Jpm(cap=fig(cap))) >= capped
    assert match(pairs[::-1], Jpm()) == raw
