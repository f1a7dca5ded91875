"""The laws that every part of a role keeps, whatever it is given."""

from collections.abc import Sequence
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.fakes import (
    FakeCandidacy,
    FakeItem,
    FakeNode,
    FakePanel,
    FakeResult,
    FakeSheet,
    FakeSibling,
    asks,
    exactly,
    fig,
)
from ujikom_rules.builtin.aggregators import (
    ClampToMean,
    Mean,
    Sum,
    TrimmedMean,
    WeightedMean,
    WeightedSum,
)
from ujikom_rules.builtin.bands import NamedBand, faults, half_open
from ujikom_rules.builtin.classifiers import Axis, CategoryBands, Matrix
from ujikom_rules.builtin.panel_clauses import Conflict, Examinee, Internal, Quorum, Seat, Size
from ujikom_rules.builtin.panels import Composition
from ujikom_rules.builtin.pooling import RoomsFirst
from ujikom_rules.builtin.stages.advisory import Advisory
from ujikom_rules.builtin.stages.documents import EvidenceGate
from ujikom_rules.builtin.stages.gates import RequirementGate, ThresholdGate
from ujikom_rules.builtin.stages.scored import Imported, Panel, WeightedCriteria
from ujikom_rules.builtin.value_functions import Bands, Levels, Linear, ValueBand
from ujikom_rules.builtin.weightings import ByFact, Equal, Given
from ujikom_rules.model.figure import derive
from ujikom_rules.plugin import (
    Advice,
    Aggregator,
    CandidacyAt,
    Evidence,
    Examiner,
    Fact,
    Figure,
    Refusal,
    Scale,
    Stage,
    StageOutcome,
    ValueFunction,
    WeightedAt,
    Weighting,
)

AT = FakeNode()
MARKS = st.integers(0, 2000).map(lambda n: Fraction(n, 20))
ROOMS = ("manajerial", "sosiokultural", "teknis", None)

# Every aggregator that lies between the least and the largest of what it joins.
INTERNAL: dict[str, Aggregator] = {
    "weighted-mean": WeightedMean(),
    "mean": Mean(),
    "trimmed-mean": TrimmedMean(drop=1),
    "clamp-to-mean": ClampToMean(limit=fig(2)),
    "rooms-first": RoomsFirst(),
    "rooms-first, clamped": RoomsFirst(inside=ClampToMean(limit=fig(5)), over=Mean()),
}
SUMS: dict[str, Aggregator] = {
    "weighted-sum": WeightedSum(),
    "sum": Sum(),
    "sum from a start": Sum(start=fig(10)),
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


# --- aggregators


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


# --- value functions

BOUNDS = st.lists(st.integers(-500, 1500), min_size=1, max_size=6, unique=True).map(
    lambda tenths: [Fraction(n, 10) for n in sorted(tenths)]
)


@given(ends=st.tuples(MARKS, MARKS), to=st.tuples(MARKS, MARKS), x=MARKS, y=MARKS)
def test_linear_is_monotone(
    ends: tuple[Fraction, Fraction], to: tuple[Fraction, Fraction], x: Fraction, y: Fraction
) -> None:
    assume(ends[0] != ends[1])
    part = Linear(from_=(fig(ends[0]), fig(ends[1])), to=(fig(to[0]), fig(to[1])))
    low, high = (exactly(part.value(fig(each), AT)) for each in sorted([x, y]))
    assert low is not None
    assert high is not None
    rising = (ends[0] < ends[1]) == (to[0] <= to[1])
    assert low <= high if rising or to[0] == to[1] else high <= low
    assert [exactly(part.value(fig(each), AT)) for each in ends] == list(to)


@given(bounds=BOUNDS, x=MARKS, y=MARKS)
def test_bands_with_rising_values_are_monotone(
    bounds: list[Fraction], x: Fraction, y: Fraction
) -> None:
    lows = [None, *bounds]
    highs = [*bounds, None]
    part: ValueFunction = Bands(
        bands=tuple(
            ValueBand(
                value=fig(n),
                at_least=None if low is None else fig(low),
                below=None if high is None else fig(high),
            )
            for n, (low, high) in enumerate(zip(lows, highs, strict=True))
        )
    )
    low, high = (exactly(part.value(fig(each), AT)) for each in sorted([x, y]))
    assert low is not None
    assert high is not None
    assert low <= high


@given(marks=st.lists(st.integers(0, 20), min_size=1, unique=True), mark=st.integers(0, 20))
def test_levels_gives_a_value_exactly_where_points_are(marks: list[int], mark: int) -> None:
    part = Levels(points={str(each): fig(each * 5) for each in marks})
    scale = Scale(Fraction(min(marks)), Fraction(max(marks)), Fraction(1))
    found = exactly(part.value(fig(mark), AT))
    assert found == (mark * 5 if mark in marks else None)
    assert bool(part.check(scale)) == (len(marks) <= max(marks) - min(marks))


# --- bands


@st.composite
def some_bands(draw: st.DrawFn) -> list[NamedBand]:
    """Bands between whole numbers, with gaps and overlaps."""
    found: list[NamedBand] = []
    for n in range(draw(st.integers(1, 4))):
        low = draw(st.none() | st.integers(-2, 12))
        high = draw(st.none() | st.integers(-2, 12))
        lower, upper = (
            draw(st.sampled_from(["at_least", "above"])),
            draw(st.sampled_from(["below", "at_most"])),
        )
        bounds = {lower: low, upper: high}
        try:
            band = NamedBand(id=f"b{n}", **{k: fig(v) for k, v in bounds.items() if v is not None})
        except Refusal:
            assume(False)
        else:
            found.append(band)
    return found


SCALES = st.sampled_from(
    [
        Scale(Fraction(0), Fraction(10)),
        Scale(Fraction(0), Fraction(10), Fraction(1)),
        Scale(Fraction(0), Fraction(10), Fraction(1, 2)),
        Scale(Fraction(1), Fraction(10), Fraction(3)),
    ]
)


@given(bands=some_bands(), scale=SCALES)
def test_bands_have_a_fault_exactly_where_a_mark_lies_not_in_one(
    bands: list[NamedBand], scale: Scale
) -> None:
    """Checked against every quarter of the scale that can be a mark: bounds are whole."""
    quarters = [Fraction(n, 4) for n in range(41)]
    marks = [x for x in quarters if scale.holds(x)]
    alone = all(sum(band.holds(fig(x)) for band in bands) == 1 for x in marks)
    assert (faults(bands, scale) == []) == alone


@given(bands=some_bands())
def test_bands_have_no_inner_fault_exactly_where_numbers_between_them_lie_in_one(
    bands: list[NamedBand],
) -> None:
    starts = [band.at_least or band.above for band in bands]
    ends = [band.below or band.at_most for band in bands]
    low = -99 if None in starts else min(each.value for each in starts if each)
    high = 99 if None in ends else max(each.value for each in ends if each)
    quarters = [Fraction(n, 4) for n in range(-400, 401)]
    inside = [x for x in quarters if low < x < high]
    alone = all(sum(band.holds(fig(x)) for band in bands) == 1 for x in inside)
    ends_meet = all(
        sum(band.holds(fig(x)) for band in bands) <= 1 for x in (Fraction(low), Fraction(high))
    )
    assert (faults(bands) == []) == (alone and ends_meet)


# --- weightings

SIBLINGS = st.lists(
    st.sampled_from(["rj", "ac", "makalah", "wawancara"]), min_size=1, max_size=4, unique=True
)


@st.composite
def rows(draw: st.DrawFn, names: Sequence[str]) -> dict[str, Figure]:
    """Weights that sum to exactly 100."""
    cuts = sorted(draw(st.lists(MARKS, min_size=len(names) - 1, max_size=len(names) - 1)))
    ends = zip([Fraction(0), *cuts], [*cuts, Fraction(100)], strict=True)
    return dict(zip(names, (fig(high - low) for low, high in ends), strict=True))


@given(data=st.data(), names=SIBLINGS)
def test_weightings_are_non_negative_and_sum_to_exactly_100(
    data: st.DataObject, names: list[str]
) -> None:
    row = data.draw(rows(names))
    siblings: list[WeightedAt] = [FakeSibling(name, row[name]) for name in names]
    parts: list[Weighting] = [Given(), Equal(), ByFact(fact=Fact("g"), table={"opd": row})]
    candidacy: CandidacyAt = FakeCandidacy(facts={"g": "opd"})
    for part in parts:
        weights = part.weights(siblings, candidacy)
        assert weights is not None
        assert set(weights) == set(names)
        assert all(weight.value >= 0 for weight in weights.values())
        assert sum(weight.value for weight in weights.values()) == 100


@given(data=st.data(), names=SIBLINGS, miss=MARKS)
def test_by_fact_refuses_every_row_that_misses_100(
    data: st.DataObject, names: list[str], miss: Fraction
) -> None:
    row = data.draw(rows(names))
    row[names[0]] = row[names[0]] + miss
    if miss:
        with pytest.raises(Refusal):
            ByFact(fact=Fact("g"), table={"opd": row})
    else:
        assert ByFact(fact=Fact("g"), table={"opd": row}).table["opd"] is row


# --- panel rules

EXAMINERS = st.lists(
    st.builds(
        Examiner,
        id=st.sampled_from([f"E{n}" for n in range(9)]),
        person=st.sampled_from(["", "P1", "P2", "P3"]),
        role=st.sampled_from(["chair", "member"]),
        kind=st.sampled_from(["", "akademisi", "akademsi", "tokoh"]),
        origin=st.sampled_from([None, "internal", "external"]),
    ),
    max_size=9,
    unique_by=lambda examiner: examiner.id,
)
RULES = st.builds(
    Composition,
    size=st.none() | st.just(Size(at_least=3, at_most=5, odd=True)),
    seats=st.sampled_from([(), (Seat(kind="akademisi", count=2), Seat(kind="tokoh"))]),
    chair=st.none() | st.just(1),
    internal=st.none() | st.just(Internal(at_most=fig(45))),
    examinee=st.sampled_from([False, True, Examinee(severity="warning")]),
    conflict=st.sampled_from(["recuse", "unseat", Conflict(severity="warning")]),
    quorum=st.none() | st.sampled_from([3, Quorum(at_least=3)]),
)


@given(data=st.data(), rule=RULES, examiners=EXAMINERS)
def test_seated_are_examiners_whatever_their_order(
    data: st.DataObject, rule: Composition, examiners: list[Examiner]
) -> None:
    ids = [examiner.id for examiner in examiners]
    examined = frozenset(data.draw(st.lists(st.sampled_from(["P1", "P2", "P9"]))))
    conflicted = frozenset(data.draw(st.lists(st.sampled_from(["E0", "E1", "E9"]))))
    first = FakePanel(examined=examined, conflicted=conflicted)
    other = FakePanel(examined=examined, conflicted=conflicted)
    seated = rule.seat(examiners, first)
    assert set(seated) <= set(ids)
    assert list(seated) == sorted(seated)
    assert rule.seat(data.draw(st.permutations(examiners)), other) == seated
    assert (first.found, first.hints) == (other.found, other.hints)


# --- classifiers


@given(bounds=BOUNDS, value=st.integers(-500, 2000).map(lambda n: Fraction(n, 10)))
def test_every_value_from_the_lowest_bound_on_has_exactly_one_category(
    bounds: list[Fraction], value: Fraction
) -> None:
    lower = {f"k{n}": fig(bound) for n, bound in enumerate(bounds)}
    category = CategoryBands(lower=lower).classify(FakeResult(value=fig(value)))
    holding = [band.id for band in half_open(lower) if band.holds(fig(value))]
    assert holding == ([] if category is None else [category])
    assert (category is None) == (value < bounds[0])


@given(
    x=MARKS,
    y=MARKS,
    xs=BOUNDS,
    ys=BOUNDS,
)
def test_every_pair_of_values_has_exactly_one_cell(
    x: Fraction, y: Fraction, xs: list[Fraction], ys: list[Fraction]
) -> None:
    axes = [[Fraction(-99), *xs], [Fraction(-99), *ys]]
    sides = [half_open({f"k{n}": fig(b) for n, b in enumerate(each)}) for each in axes]
    cells = {f"{a.id}/{b.id}": f"{a.id}{b.id}" for a in sides[0] for b in sides[1]}
    part = Matrix(x=Axis(stage="x", bands=sides[0]), y=Axis(stage="y", bands=sides[1]), cells=cells)
    result = FakeResult(places={("x", ""): fig(x), ("y", ""): fig(y)})
    expected = f"k{sum(b <= x for b in xs)}k{sum(b <= y for b in ys)}"
    assert part.classify(result) == expected
    assert expected in part.categories


# --- stages

KINDS: dict[str, Stage] = {
    "weighted-criteria": WeightedCriteria(),
    "panel": Panel(),
    "imported": Imported(),
    "requirement-gate": RequirementGate(require=asks("a")),
    "threshold-gate": ThresholdGate(require=asks("b")),
    "evidence-gate": EvidenceGate(requires=("x", "y")),
    "evidence-gate, after": EvidenceGate(requires=("x",), when="after", signed_by="all-seated"),
    "advisory": Advisory(),
}


def said(outcome: StageOutcome) -> tuple[object, ...]:
    return (
        exactly(outcome.value),
        outcome.met,
        outcome.kept,
        outcome.waiting,
        outcome.notes,
    )


@st.composite
def sheets(draw: st.DrawFn) -> FakeSheet:
    signed = tuple(sorted(draw(st.sets(st.sampled_from(["E1", "E2", "E3"])))))
    documents = draw(st.dictionaries(st.sampled_from("xy"), st.booleans()))
    return FakeSheet(
        criteria=draw(st.dictionaries(st.sampled_from("abc"), MARKS.map(fig))),
        truths=draw(st.dictionaries(st.sampled_from("ab"), st.booleans())),
        documents_given={
            (name, False): Evidence(id=name, given=there, signed_by=signed)
            for name, there in documents.items()
        },
        seated=("E1", "E2"),
        advice=(Advice(candidacy="A01", stage="s"),) * draw(st.integers(0, 3)),
    )


@given(sheet=sheets())
def test_the_same_sheet_gives_the_same_outcome(sheet: FakeSheet) -> None:
    for name, kind in KINDS.items():
        first = said(kind.score(sheet))
        assert said(kind.score(sheet)) == first, name
        assert said(kind.score(evolve(sheet))) == first, name
    assert sheet.found == []
