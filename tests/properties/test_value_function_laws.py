"""The laws of value functions, and of the bands on which several parts stand."""

from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.fakes import (
    FakeNode,
    exactly,
    fig,
)
from ujikom_rules.builtin.bands import NamedBand, faults
from ujikom_rules.builtin.relative import Normalised, Reversed
from ujikom_rules.builtin.targets import Gap
from ujikom_rules.builtin.value_functions import Bands, Levels, Linear, ValueBand
from ujikom_rules.plugin import (
    Refusal,
    Scale,
    ValueFunction,
)

AT = FakeNode()
MARKS = st.integers(0, 2000).map(lambda n: Fraction(n, 20))

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


@given(ends=st.tuples(MARKS, MARKS), x=MARKS, y=MARKS)
def test_reversed_falls_and_is_its_own_opposite(
    ends: tuple[Fraction, Fraction], x: Fraction, y: Fraction
) -> None:
    assume(ends[0] < ends[1])
    at = FakeNode(scale=Scale(*ends))
    part: ValueFunction = Reversed()
    low, high = (part.value(fig(each), at) for each in sorted([x, y]))
    assert low is not None
    assert high is not None
    assert low.value >= high.value
    assert exactly(part.value(high, at)) == max(x, y)
    assert [exactly(part.value(fig(each), at)) for each in ends] == [ends[1], ends[0]]


@given(
    gaps=st.sets(st.integers(-5, 5), min_size=1),
    mark=st.integers(1, 6),
    target=st.integers(1, 6),
)
def test_gap_gives_a_value_exactly_where_the_table_has_the_gap(
    gaps: set[int], mark: int, target: int
) -> None:
    part = Gap(table=tuple((fig(gap), fig(gap * 2)) for gap in sorted(gaps)))
    at = FakeNode(target=fig(target))
    gap = mark - target
    assert exactly(part.value(fig(mark), at)) == (gap * 2 if gap in gaps else None)
    assert bool(at.found) == (gap not in gaps)
    scale = Scale(Fraction(1), Fraction(6), Fraction(1))
    whole = all(each - target in gaps for each in range(1, 7))
    assert (part.check_target(scale, fig(target)) == []) == whole


@given(marks=st.lists(MARKS, min_size=1, max_size=9), times=st.integers(1, 50))
def test_normalised_lies_between_0_and_1_and_knows_no_unit(
    marks: list[Fraction], times: int
) -> None:
    parts = {"high": Normalised(), "low": Normalised(prefer="low")}
    for prefer, part in parts.items():
        units = [FakeNode(cohort=tuple(fig(mark * by) for mark in marks)) for by in (1, times)]
        one, other = (
            [exactly(part.value(fig(mark * by), at)) for mark in marks]
            for by, at in zip((1, times), units, strict=True)
        )
        assert one == other
        best = max(marks) if prefer == "high" else min(marks)
        for mark, found in zip(marks, one, strict=True):
            divides = best if prefer == "high" else mark
            assert (found is None) == (divides == 0)
            assert found is None or 0 <= found <= 1
            assert found is None or (found == 1) == (mark == best)


@given(marks=st.lists(MARKS, min_size=2, max_size=9), more=MARKS)
def test_normalised_is_monotone_in_its_own_mark(marks: list[Fraction], more: Fraction) -> None:
    assume(marks[0])
    mark, others = marks[0], marks[1:]
    cohorts = [tuple(map(fig, (own, *others))) for own in (mark, mark + more)]
    for prefer, sign in (("high", 1), ("low", -1)):
        part = Normalised(prefer="high" if sign == 1 else "low")
        low, high = (exactly(part.value(cohort[0], FakeNode(cohort=cohort))) for cohort in cohorts)
        assert low is not None, prefer
        assert high is not None, prefer
        assert sign * low <= sign * high, prefer


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
