"""A result to its category: by bands of one value, or by a matrix of two."""

from collections.abc import Callable, Mapping, Sequence

from attrs import frozen

from ujikom_rules.builtin.bands import NamedBand, faults, half_open
from ujikom_rules.builtin.spelling import nearest
from ujikom_rules.plugin import Classifier, Figure, Part, Refusal, ResultAt, Scale, Text


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
                )
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
        if unknown:
            near = nearest(unknown[0], missing or wanted)
            raise Refusal(
                Text(
                    f"Sel {unknown[0]} tidak ada." + (f" Maksudnya {near}?" if near else ""),
                    f"There is no cell {unknown[0]}." + (f" Is {near} meant?" if near else ""),
                ),
                key="cells",
            )
        if missing:
            names = ", ".join(missing)
            raise Refusal(
                Text(f"Sel yang belum diisi: {names}.", f"Cells without a category: {names}."),
                key="cells",
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
