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
    assert [fault.key for fault in short.check(WHOLE)] == ["lower.mms"]
    overlap = CategoryBands(
        bands=(NamedBand(id="a", at_most=fig(90)), NamedBand(id="b", at_least=fig(90)))
    )
    (fault,) = overlap.check(None)
    assert fault.key == "bands.1"
    assert fault.text.id.startswith("90 masuk ke dua rentang: a dan b")


def test_bands_is_written_in_one_of_two_ways() -> None:
    with pytest.raises(Refusal) as refused:
        CategoryBands()
    assert (refused.value.key, refused.value.also) == ("bands", "")
    with pytest.raises(Refusal) as refused:
        CategoryBands(lower={})
    assert (refused.value.key, refused.value.also) == ("lower", "")
    with pytest.raises(Refusal) as refused:
        CategoryBands(bands=BANDS.bands, lower=LOWER.lower)
    assert (refused.value.key, refused.value.also) == ("lower", "bands")
    with pytest.raises(Refusal) as refused:
        CategoryBands(lower={"a": fig(1), "b": fig(1)})
    assert (refused.value.key, refused.value.also) == ("lower.b", "lower.a")


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
    assert (refused.value.key, refused.value.also) == ("cells", "x.bands.1.id")
    with pytest.raises(Refusal, match="tinggi/bawah, rendah/bawah") as refused:
        Matrix(x=X, y=Y, cells={"tinggi/atas": "9", "rendah/atas": "6"})
    assert (refused.value.key, refused.value.also) == ("cells", "y.bands.1.id")


@pytest.mark.parametrize("cell, axis", [("tingi/atas", "x"), ("tinggi/attas", "y"), ("?", "x")])
def test_matrix_refuses_unknown_cells_at_their_keys(cell: str, axis: str) -> None:
    with pytest.raises(Refusal) as refused:
        Matrix(x=X, y=Y, cells={**CELLS, cell: "5"})
    assert str(refused.value) == f"There is no cell {cell}."
    assert (refused.value.key, refused.value.also) == (f"cells.{cell}", f"{axis}.bands")
    assert refused.value.at_key
    assert refused.value.known == tuple(CELLS)


def test_matrix_guesses_among_the_cells_that_are_missing() -> None:
    cells = {"tinggi/atas": "9", "tingi/bawah": "6", "rendah/atas": "6", "rendah/bawah": "1"}
    with pytest.raises(Refusal) as refused:
        Matrix(x=X, y=Y, cells=cells)
    assert (refused.value.key, refused.value.known) == ("cells.tingi/bawah", ("tinggi/bawah",))


@pytest.mark.parametrize(
    "x, y, key, also",
    [
        (("tingi", "rendah"), ("atas", "bawah"), "x.bands.0.id", "cells.tinggi/atas"),
        (("tinggi", "rendah"), ("atas", "bawh"), "y.bands.1.id", "cells.tinggi/bawah"),
        (("tinggi", "lain"), ("atas", "bawah"), "x.bands.1.id", "cells.rendah/atas"),
    ],
)
def test_matrix_refuses_the_band_where_all_cells_agree_against_it(
    x: tuple[str, str], y: tuple[str, str], key: str, also: str
) -> None:
    def axis(stage: str, high: str, low: str) -> Axis:
        bands = NamedBand(id=high, at_least=fig(80)), NamedBand(id=low, below=fig(80))
        return Axis(stage=stage, bands=bands)

    with pytest.raises(Refusal) as refused:
        Matrix(x=axis("potensi", *x), y=axis("kinerja", *y), cells=CELLS)
    assert (refused.value.key, refused.value.also) == (key, also)
    assert refused.value.known == (also.removeprefix("cells.").split("/")[key[0] == "y"],)
    assert not refused.value.at_key


def test_matrix_checks_each_axis() -> None:
    gap = Axis(
        stage="kinerja",
        bands=(NamedBand(id="atas", above=fig(80)), NamedBand(id="bawah", below=fig(80))),
    )
    assert list(BOXES.check(WHOLE)) == []
    assert [fault.key for fault in Matrix(x=gap, y=gap, cells=_cells(gap, gap)).check(None)] == [
        "x.bands.0.above",
        "y.bands.0.above",
    ]
    assert [fault.key for fault in Matrix(x=X, y=gap, cells=_cells(X, gap)).check(None)] == [
        "y.bands.0.above"
    ]


def _cells(x: Axis, y: Axis) -> dict[str, str]:
    return {f"{a.id}/{b.id}": "1" for a in x.bands for b in y.bands}


def test_an_axis_needs_bands() -> None:
    with pytest.raises(Refusal) as refused:
        Axis(stage="kinerja", bands=())
    assert refused.value.key == "bands"


def test_the_offers() -> None:
    assert [part.name for part in CLASSIFIERS] == ["bands", "matrix"]
