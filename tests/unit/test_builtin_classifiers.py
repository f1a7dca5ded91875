from fractions import Fraction

import pytest

from tests.fakes import FakeResult, fig
from ujikom_rules.builtin.bands import NamedBand
from ujikom_rules.builtin.classifiers import CLASSIFIERS, Axis, CategoryBands, Matrix
from ujikom_rules.plugin import Refusal, Scale

LOWER = CategoryBands(lower={"ms": fig(80), "mms": fig(68), "kms": fig(0)})
BANDS = CategoryBands(
    bands=(
        NamedBand(id="kms", below=fig(68)),
        NamedBand(id="mms", at_least=fig(68), below=fig(80)),
        NamedBand(id="ms", at_least=fig(80), at_most=fig(100)),
        NamedBand(id="kms", above=fig(100)),
    )
)
WHOLE = Scale(Fraction(0), Fraction(100))


@pytest.mark.parametrize(
    "value, category",
    [("79.996", "mms"), ("80", "ms"), ("68", "mms"), ("67.99", "kms"), ("0", "kms"), ("100", "ms")],
)
@pytest.mark.parametrize("part", [LOWER, BANDS])
def test_bands(part: CategoryBands, value: str, category: str) -> None:
    assert part.classify(FakeResult(value=fig(value))) == category


def test_bands_without_a_value_or_below_all_have_no_category() -> None:
    assert LOWER.classify(FakeResult()) is None
    assert LOWER.classify(FakeResult(value=fig(-1))) is None


def test_categories_stand_once_as_they_were_written() -> None:
    assert LOWER.categories == ("ms", "mms", "kms")
    assert BANDS.categories == ("kms", "mms", "ms")


def test_bands_refuses_gaps_over_the_scale() -> None:
    assert list(LOWER.check(WHOLE)) == []
    assert list(BANDS.check(None)) == []
    short = CategoryBands(lower={"ms": fig(80), "mms": fig(68)})
    assert list(short.check(None)) == []
    assert [fault.key for fault in short.check(WHOLE)] == ["lower"]
    overlap = CategoryBands(
        bands=(NamedBand(id="a", at_most=fig(90)), NamedBand(id="b", at_least=fig(90)))
    )
    (fault,) = overlap.check(None)
    assert fault.key == "bands.1"
    assert fault.text.id.startswith("90 masuk ke dua rentang: a dan b")


def test_bands_is_written_in_one_of_two_ways() -> None:
    with pytest.raises(Refusal):
        CategoryBands()
    with pytest.raises(Refusal):
        CategoryBands(lower={})
    with pytest.raises(Refusal):
        CategoryBands(bands=BANDS.bands, lower=LOWER.lower)
    with pytest.raises(Refusal) as refused:
        CategoryBands(lower={"a": fig(1), "b": fig(1)})
    assert refused.value.key == "lower"


X = Axis(
    stage="potensi",
    bands=(NamedBand(id="tinggi", at_least=fig(80)), NamedBand(id="rendah", below=fig(80))),
)
Y = Axis(
    stage="kinerja",
    bands=(NamedBand(id="atas", at_least=fig(80)), NamedBand(id="bawah", below=fig(80))),
)
CELLS = {"tinggi/atas": "9", "tinggi/bawah": "6", "rendah/atas": "6", "rendah/bawah": "1"}
BOXES = Matrix(x=X, y=Y, cells=CELLS)


def result(**stages: str) -> FakeResult:
    return FakeResult(places={(stage, ""): fig(value) for stage, value in stages.items()})


@pytest.mark.parametrize(
    "potensi, kinerja, box",
    [("80", "80", "9"), ("80", "79", "6"), ("79", "80", "6"), ("0", "0", "1")],
)
def test_matrix(potensi: str, kinerja: str, box: str) -> None:
    assert BOXES.classify(result(potensi=potensi, kinerja=kinerja)) == box


def test_matrix_without_both_values_has_no_category() -> None:
    assert BOXES.classify(result(potensi="80")) is None
    assert BOXES.classify(result(kinerja="80")) is None
    assert BOXES.categories == ("9", "6", "1")
    assert BOXES.stages_read == ("potensi", "kinerja")


def test_matrix_refuses_missing_cells() -> None:
    with pytest.raises(Refusal, match="rendah/atas, rendah/bawah") as refused:
        Matrix(x=X, y=Y, cells={"tinggi/atas": "9", "tinggi/bawah": "6"})
    assert refused.value.key == "cells"


@pytest.mark.parametrize(
    "cell, sentence",
    [
        ("tingi/atas", "There is no cell tingi/atas. Is tinggi/atas meant?"),
        ("?", "There is no cell ?."),
    ],
)
def test_matrix_refuses_unknown_cells_with_the_nearest(cell: str, sentence: str) -> None:
    with pytest.raises(Refusal) as refused:
        Matrix(x=X, y=Y, cells={**CELLS, cell: "5"})
    assert (str(refused.value), refused.value.key) == (sentence, "cells")


def test_matrix_checks_each_axis() -> None:
    gap = Axis(
        stage="kinerja",
        bands=(NamedBand(id="atas", above=fig(80)), NamedBand(id="bawah", below=fig(80))),
    )
    assert list(BOXES.check(WHOLE)) == []
    assert [fault.key for fault in Matrix(x=gap, y=gap, cells=_cells(gap, gap)).check(None)] == [
        "x.bands",
        "y.bands",
    ]
    assert [fault.key for fault in Matrix(x=X, y=gap, cells=_cells(X, gap)).check(None)] == [
        "y.bands"
    ]


def _cells(x: Axis, y: Axis) -> dict[str, str]:
    return {f"{a.id}/{b.id}": "1" for a in x.bands for b in y.bands}


def test_an_axis_needs_bands() -> None:
    with pytest.raises(Refusal) as refused:
        Axis(stage="kinerja", bands=())
    assert refused.value.key == "bands"


def test_the_offers() -> None:
    assert [part.name for part in CLASSIFIERS] == ["bands", "matrix"]
