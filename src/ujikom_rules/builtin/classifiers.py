"""A result to its category: by bands of one value, or by a matrix of two."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from attrs import frozen

from ujikom_rules.builtin.bands import NamedBand, faults, half_open
from ujikom_rules.plugin import (
    Classifier,
    Figure,
    Part,
    Refusal,
    ResultAt,
    Scale,
    Text,
    nearest,
)


def _category(bands: Sequence[NamedBand], x: Figure | None) -> str | None:
    """The category of the band in which a value lies."""
    if x is None:
        return None
    return next((band.id for band in bands if band.holds(x)), None)


@frozen(kw_only=True, eq=False, repr=False)
class CategoryBands:
    """Gives each band of the value its category.

    Written as `bands`, or as `lower` for half-open bands that each reach up to the next bound.
    Every value lies in exactly one band: gaps and overlaps are refused. Bounds are in the unit
    of the value, which is taken before or after its rounding as ``compare`` says. No category
    without a value.

    Source: declared by the ruleset; the bounds name their own.

    Attributes:
        bands: bands with the category as `id`, in any order.
        lower: the lower bound of each category.

    Raises:
        Refusal: unless exactly one of the two is given, and for two categories of one bound.
    """

    bands: tuple[NamedBand, ...] = ()
    lower: Mapping[str, Figure] | None = None

    def __attrs_post_init__(self) -> None:
        if bool(self.bands) == bool(self.lower):
            raise Refusal(
                Text(
                    "Tulis bands atau lower, salah satu dan tidak kosong.",
                    "Write bands or lower, one of the two and not empty.",
                ),
                key="bands" if self.lower is None else "lower",
                also="bands" if self.bands else "",
            )
        self._bands()

    @property
    def categories(self) -> tuple[str, ...]:
        """The categories, each once, as they were written."""
        return tuple(dict.fromkeys([*(self.lower or ()), *(band.id for band in self.bands)]))

    def classify(self, result: ResultAt) -> str | None:
        """The category of the value."""
        return _category(self._bands(), result.value)

    def check(self, scale: Scale | None) -> Sequence[Refusal]:
        """Refuse gaps and overlaps, and ends that do not cover the scale."""
        return faults(self._bands(), scale, key="lower" if self.lower else "bands")

    def _bands(self) -> tuple[NamedBand, ...]:
        return half_open(self.lower) if self.lower else self.bands


@frozen(kw_only=True, eq=False, repr=False)
class Axis:
    """One axis of a matrix.

    Attributes:
        stage: the stage whose value is laid on the axis.
        bands: the bands of the axis, each with an id.
    """

    stage: str
    bands: tuple[NamedBand, ...]

    def __attrs_post_init__(self) -> None:
        if not self.bands:
            raise Refusal(Text("bands masih kosong.", "bands is empty."), key="bands")


def _names_on(axis: str, cells: Iterable[str]) -> dict[str, str]:
    """The bands of an axis that cells name, each with the first cell that does."""
    found: dict[str, str] = {}
    for cell in cells:
        x, _, y = cell.partition("/")
        found.setdefault(x if axis == "x" else y, cell)
    return found


def _refuse_idle(axis: str, bands: Sequence[NamedBand], cells: Mapping[str, str]) -> None:
    """Refuse a band of which no cell knows, where cells name another in its place."""
    ids = [band.id for band in bands]
    named = _names_on(axis, cells)
    strange = [name for name in named if name not in ids]
    for number, name in enumerate(ids):
        if strange and name not in named:
            raise Refusal(
                Text(
                    f"Tidak ada sel untuk rentang {name}; sel menyebut {', '.join(strange)}.",
                    f"No cell is for the band {name}; cells name {', '.join(strange)}.",
                ),
                key=f"{axis}.bands.{number}.id",
                also=f"cells.{named[nearest(name, strange) or strange[0]]}",
                known=strange,
            )


def _band_of(
    cell: str, xs: Sequence[NamedBand], ys: Sequence[NamedBand], cells: Mapping[str, str]
) -> str:
    """The way to the band that asks for a cell: one that has no other cell, if there is."""
    x, _, y = cell.partition("/")
    if y not in _names_on("y", cells):
        return f"y.bands.{[band.id for band in ys].index(y)}.id"
    return f"x.bands.{[band.id for band in xs].index(x)}.id"


@frozen(kw_only=True, eq=False, repr=False)
class Matrix:
    """Gives each cell of two axes its category, such as the nine-box.

    Each axis lays bands over the value of a stage, before or after its rounding as ``compare``
    says. The table names a category for every pair of bands; which number a box carries is the
    ruleset's alone, since published numberings differ. No category while one of the two values
    is missing.

    Source: declared by the ruleset; published nine-boxes rest on PermenPANRB 3/2020.

    Attributes:
        x, y: the axes.
        cells: the category of each ``<x>/<y>``.

    Raises:
        Refusal: for cells that are missing or unknown.
    """

    x: Axis
    y: Axis
    cells: Mapping[str, str]

    def __attrs_post_init__(self) -> None:
        wanted = [f"{x.id}/{y.id}" for x in self.x.bands for y in self.y.bands]
        missing = [cell for cell in dict.fromkeys(wanted) if cell not in self.cells]
        unknown = [cell for cell in self.cells if cell not in wanted]
        for axis, bands in (("x", self.x.bands), ("y", self.y.bands)):
            _refuse_idle(axis, bands, self.cells)
        if unknown:
            known = {band.id for band in self.x.bands}
            raise Refusal(
                Text(f"Sel {unknown[0]} tidak ada.", f"There is no cell {unknown[0]}."),
                key=f"cells.{unknown[0]}",
                also="y.bands" if unknown[0].partition("/")[0] in known else "x.bands",
                at_key=True,
                known=missing or wanted,
            )
        if missing:
            names = ", ".join(missing)
            raise Refusal(
                Text(f"Sel yang belum diisi: {names}.", f"Cells without a category: {names}."),
                key="cells",
                also=_band_of(missing[0], self.x.bands, self.y.bands, self.cells),
            )

    @property
    def categories(self) -> tuple[str, ...]:
        """The categories, each once, as they were written."""
        return tuple(dict.fromkeys(self.cells.values()))

    @property
    def stages_read(self) -> tuple[str, ...]:
        """The stages that it names."""
        return (self.x.stage, self.y.stage)

    def classify(self, result: ResultAt) -> str | None:
        """The category of the cell in which both values lie."""
        cell = self.cell(result.at)
        return None if cell is None else self.cells["/".join(cell)]

    def cell(self, at: Callable[[str], Figure | None]) -> tuple[str, str] | None:
        """The bands of both axes in which the values of their stages lie."""
        x = _category(self.x.bands, at(self.x.stage))
        y = _category(self.y.bands, at(self.y.stage))
        return None if x is None or y is None else (x, y)

    def check(self, scale: Scale | None) -> Sequence[Refusal]:  # noqa: ARG002
        """Refuse gaps and overlaps between the bands of an axis; the scale is not theirs."""
        return [*faults(self.x.bands, key="x.bands"), *faults(self.y.bands, key="y.bands")]


CLASSIFIERS: list[Part[Classifier]] = [
    Part(
        "bands",
        CategoryBands,
        summary=Text(
            "Kategori menurut rentang nilai.", "Gives each band of the value its category."
        ),
    ),
    Part(
        "matrix",
        Matrix,
        summary=Text("Kategori menurut dua sumbu.", "Gives each cell of two axes its category."),
    ),
]
