"""The laws that every part of the other roles keeps, whatever it is given."""

from collections.abc import Sequence
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import (
    FakeCandidacy,
    FakeNode,
    FakePanel,
    FakeResult,
    FakeSheet,
    FakeSibling,
    asks,
    exactly,
    fig,
)
from ujikom_rules.builtin.bands import half_open
from ujikom_rules.builtin.classifiers import Axis, CategoryBands, Matrix
from ujikom_rules.builtin.panel_clauses import Conflict, Examinee, Internal, Quorum, Seat, Size
from ujikom_rules.builtin.panels import Composition
from ujikom_rules.builtin.stages.advisory import Advisory
from ujikom_rules.builtin.stages.documents import EvidenceGate
from ujikom_rules.builtin.stages.gates import RequirementGate, ThresholdGate
from ujikom_rules.builtin.stages.scored import Imported, Panel, WeightedCriteria
from ujikom_rules.builtin.tie_breakers import Lot
from ujikom_rules.builtin.weightings import ByFact, Equal, Given, RankOrderCentroid
from ujikom_rules.plugin import (
    Advice,
    CandidacyAt,
    Evidence,
    Examiner,
    Fact,
    Figure,
    Refusal,
    Stage,
    StageOutcome,
    WeightedAt,
    Weighting,
)

AT = FakeNode()
MARKS = st.integers(0, 2000).map(lambda n: Fraction(n, 20))

BOUNDS = st.lists(st.integers(-500, 1500), min_size=1, max_size=6, unique=True).map(
    lambda tenths: [Fraction(n, 10) for n in sorted(tenths)]
)

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
    by_fact = ByFact(fact=Fact("g"), table={"opd": row})
    parts: list[Weighting] = [Given(), Equal(), RankOrderCentroid(), by_fact]
    candidacy: CandidacyAt = FakeCandidacy(facts={"g": "opd"})
    for part in parts:
        weights = part.weights(siblings, candidacy)
        assert weights is not None
        assert set(weights) == set(names)
        assert all(weight.value >= 0 for weight in weights.values())
        assert sum(weight.value for weight in weights.values()) == 100


@given(names=SIBLINGS)
def test_rank_order_centroid_falls_strictly_and_is_the_centroid(names: list[str]) -> None:
    """It is the mean of the corners (1, 0, …), (1/2, 1/2, 0, …), … of all falling weights."""
    many = len(names)
    weights = RankOrderCentroid().weights([FakeSibling(name) for name in names], FakeCandidacy())
    assert weights is not None
    found = [weights[name].value for name in names]
    assert sorted(found, reverse=True) == found
    assert len(set(found)) == many
    corners = [
        [Fraction(place < size, size) for place in range(many)] for size in range(1, many + 1)
    ]
    assert found == [100 * sum(corner[k] for corner in corners) / many for k in range(many)]


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


# --- what separates equals


@given(
    seed=st.text(min_size=1),
    standing=st.sampled_from(["rank", "tiga-besar"]),
    ids=st.lists(st.text("A0123456789", min_size=1), min_size=2, max_size=6, unique=True),
)
def test_lots_are_drawn_for_everybody_again_and_again_and_part_them(
    seed: str, standing: str, ids: list[str]
) -> None:
    def drawn() -> list[Fraction | None]:
        asked = (FakeResult(id=name, lot_seed=seed, standing=standing) for name in ids)
        return [exactly(Lot().key(result)) for result in asked]

    once = drawn()
    assert None not in once
    assert len(set(once)) == len(ids)
    assert drawn() == once


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
