"""Many values to one: pooling examiners, joining criteria and joining stages alike.

Where no value is there, none comes out, of a sum neither: nothing is ever a silent zero.
"""

from collections.abc import Sequence

from attrs import frozen

from ujikom_rules.plugin import (
    Aggregator,
    Figure,
    Item,
    NodeAt,
    Part,
    Refusal,
    Text,
    mean_of,
    sum_of,
)


@frozen(kw_only=True, eq=False, repr=False)
class WeightedMean:
    """The weighted mean: Σ (value × weight / 100), divided by Σ weight / 100.

    Takes weights in per cent and gives the unit of the values. Each term is rounded at ``term``.
    Where the weights of those that have a value sum to 100, the sum of the terms is the result.
    No value where there are no items, or only such of weight 0.

    Source: declared by the ruleset.
    """

    def combine(self, items: Sequence[Item], at: NodeAt) -> Figure | None:  # noqa: ARG002
        """Σ term / (Σ weight / 100)."""
        weights = sum_of(item.weight for item in items if item.weight is not None)
        if weights.value == 0:
            return None
        terms = sum_of(item.term for item in items)
        return terms if weights.value == 100 else terms / (weights / 100)


@frozen(kw_only=True, eq=False, repr=False)
class WeightedSum:
    """The weighted sum: Σ (value × weight / 100), never rescaled.

    Takes weights in per cent and gives the unit of the values. Each term is rounded at ``term``.
    A child that is left out counts nothing here, since the weights of the others stay as they
    are. No value where there are no items.

    Source: declared by the ruleset.
    """

    def combine(self, items: Sequence[Item], at: NodeAt) -> Figure | None:  # noqa: ARG002
        """Σ term."""
        return sum_of(item.term for item in items) if items else None


@frozen(kw_only=True, eq=False, repr=False)
class Sum:
    """The sum: start + Σ (value × factor).

    Takes factors, plain multipliers of any sign (1 where nothing is said), and gives the unit of
    the values. Each term is rounded at ``term``; marks of examiners have no factor and are added
    as they are. No value where there are no items, whatever the start.

    Source: declared by the ruleset.

    Attributes:
        start: what is added once, in the unit of the values.
    """

    start: Figure | None = None

    def combine(self, items: Sequence[Item], at: NodeAt) -> Figure | None:  # noqa: ARG002
        """Start + Σ term."""
        if not items:
            return None
        terms = [item.value if item.factor is None else item.term for item in items]
        return sum_of(terms if self.start is None else [self.start, *terms])


@frozen(kw_only=True, eq=False, repr=False)
class Mean:
    """The arithmetic mean: Σ value / n.

    Takes neither weights nor factors and gives the unit of the values. No value where there are
    no items.

    Source: declared by the ruleset.
    """

    def combine(self, items: Sequence[Item], at: NodeAt) -> Figure | None:  # noqa: ARG002
        """Σ value / n."""
        return mean_of(item.value for item in items) if items else None


@frozen(kw_only=True, eq=False, repr=False)
class TrimmedMean:
    """The mean without the `drop` highest and the `drop` lowest values.

    Takes neither weights nor factors and gives the unit of the values. No value where fewer than
    2 × drop + 1 items are there. Which of several equal values is dropped makes no difference.

    Source: declared by the ruleset; no published rule of a JPT test drops marks, so it is never
    a default.

    Attributes:
        drop: how many are dropped from each end, at least 1.

    Raises:
        Refusal: for a `drop` below 1.
    """

    drop: int

    def __attrs_post_init__(self) -> None:
        _refuse_no_drop(self.drop, "mean")

    def combine(self, items: Sequence[Item], at: NodeAt) -> Figure | None:  # noqa: ARG002
        """The mean of what is left; None of fewer than 2 × drop + 1."""
        left = _left(items, self.drop)
        return mean_of(left) if left else None


@frozen(kw_only=True, eq=False, repr=False)
class TrimmedSum:
    """The sum without the `drop` highest and the `drop` lowest values.

    Takes neither weights nor factors and gives the unit of the values. No value where fewer than
    2 × drop + 1 items are there. Which of several equal values is dropped makes no difference.

    Source: declared by the ruleset; the judges' awards of diving are joined so.

    Attributes:
        drop: how many are dropped from each end, at least 1.

    Raises:
        Refusal: for a `drop` below 1.
    """

    drop: int

    def __attrs_post_init__(self) -> None:
        _refuse_no_drop(self.drop, "sum")

    def combine(self, items: Sequence[Item], at: NodeAt) -> Figure | None:  # noqa: ARG002
        """The sum of what is left; None of fewer than 2 × drop + 1."""
        left = _left(items, self.drop)
        return sum_of(left) if left else None


def _refuse_no_drop(drop: int, instead: str) -> None:
    if drop < 1:
        raise Refusal(
            Text(
                f"drop paling sedikit 1; tanpa pemangkasan tulis {instead}.",
                f"drop is at least 1; write {instead} where nothing is dropped.",
            ),
            key="drop",
        )


def _left(items: Sequence[Item], drop: int) -> list[Figure]:
    """What is left without both ends, in the order in which it stood; nothing of too few."""
    rising = sorted(range(len(items)), key=lambda place: items[place].value.value)
    return [items[place].value for place in sorted(rising[drop:-drop])]


@frozen(kw_only=True, eq=False, repr=False)
class ClampToMean:
    """The mean after marks far from the mean are drawn in to it.

    A mark further than `limit` from the mean of all marks is replaced by that mean ± `limit`, in
    one pass, and rounded at ``rating``; the result is the mean of the marks as corrected. Takes
    neither weights nor factors and gives the unit of the values. No value where there are no
    items.

    Source: declared by the ruleset; juries of music competitions publish it.

    Attributes:
        limit: how far a mark may lie from the mean, in the unit of the marks, at least 0.

    Raises:
        Refusal: for a negative `limit`.
    """

    limit: Figure

    def __attrs_post_init__(self) -> None:
        if self.limit.value < 0:
            raise Refusal(
                Text("limit tidak boleh di bawah 0.", "limit may not be below 0."), key="limit"
            )

    def combine(self, items: Sequence[Item], at: NodeAt) -> Figure | None:
        """The mean of the corrected marks."""
        if not items:
            return None
        mean = mean_of(item.value for item in items)
        lowest, highest = mean - self.limit, mean + self.limit
        corrected: list[Figure] = []
        for item in items:
            if item.value > highest:
                corrected.append(at.rating(item, highest))
            elif item.value < lowest:
                corrected.append(at.rating(item, lowest))
            else:
                corrected.append(item.value)
        return mean_of(corrected)


AGGREGATORS: list[Part[Aggregator]] = [
    Part(
        "weighted-mean",
        WeightedMean,
        takes="weight",
        summary=Text("Rata-rata berbobot.", "The weighted mean."),
    ),
    Part(
        "weighted-sum",
        WeightedSum,
        takes="weight",
        summary=Text(
            "Jumlah berbobot, tidak pernah diskalakan ulang.",
            "The weighted sum, never rescaled.",
        ),
    ),
    Part(
        "sum",
        Sum,
        takes="factor",
        summary=Text("Jumlah nilai kali faktor.", "The sum of values times factors."),
    ),
    Part("mean", Mean, summary=Text("Rata-rata.", "The arithmetic mean.")),
    Part(
        "trimmed-mean",
        TrimmedMean,
        summary=Text(
            "Rata-rata tanpa nilai tertinggi dan terendah.",
            "The mean without the highest and the lowest values.",
        ),
    ),
    Part(
        "trimmed-sum",
        TrimmedSum,
        internal=False,
        summary=Text(
            "Jumlah tanpa nilai tertinggi dan terendah.",
            "The sum without the highest and the lowest values.",
        ),
    ),
    Part(
        "clamp-to-mean",
        ClampToMean,
        summary=Text(
            "Rata-rata setelah nilai yang terlalu jauh ditarik ke batas di sekitar rata-rata.",
            "The mean after marks far from it are drawn in to a limit.",
        ),
    ),
]
