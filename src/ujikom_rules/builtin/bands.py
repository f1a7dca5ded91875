"""Bands of numbers: their bounds, and whether every number lies in exactly one of them.

Shared by the value function and the classifiers. Bounds come as figures, so the working shows
where each one stands.
"""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor
from typing import TypeAlias

from attrs import frozen

from ujikom_rules.plugin import Figure, Refusal, Scale, Text, to_text

# A place between numbers: infinitely low, at a number, or infinitely high (-1, 0, 1); the number;
# just before it or just behind it (0, 1). A band runs from one cut to another, so that closed and
# open ends compare as plain tuples.
Cut: TypeAlias = tuple[int, Fraction, int]
_LEAST: Cut = (-1, Fraction(0), 0)
_MOST: Cut = (1, Fraction(0), 0)


@frozen(kw_only=True, eq=False, repr=False)
class Bounds:
    """The two ends of a band; an end that is not named is open without limit.

    Attributes:
        at_least, above: the lower end, with or without the number itself; not both.
        below, at_most: the upper end, without or with the number itself; not both.
    """

    at_least: Figure | None = None
    above: Figure | None = None
    below: Figure | None = None
    at_most: Figure | None = None

    def __attrs_post_init__(self) -> None:
        if self.at_least is not None and self.above is not None:
            raise Refusal(
                Text(
                    "Satu rentang memakai at-least atau above, tidak keduanya.",
                    "A band takes at-least or above, not both.",
                ),
                key="above",
                also="at-least",
            )
        if self.below is not None and self.at_most is not None:
            raise Refusal(
                Text(
                    "Satu rentang memakai below atau at-most, tidak keduanya.",
                    "A band takes below or at-most, not both.",
                ),
                key="at-most",
                also="below",
            )
        start, end = self.span()
        if start >= end:
            raise Refusal(
                Text(
                    "Rentang ini kosong: batas bawahnya tidak di bawah batas atasnya.",
                    "This band is empty: its lower bound is not below its upper bound.",
                ),
                key=self.upper,
                also=self.lower,
            )

    @property
    def called(self) -> str:
        """What messages call the band: what it gives; nothing is known of that here."""
        return ""

    @property
    def lower(self) -> str:
        """The key of the lower end."""
        return "at-least" if self.above is None else "above"

    @property
    def upper(self) -> str:
        """The key of the upper end."""
        return "at-most" if self.below is None else "below"

    def span(self) -> tuple[Cut, Cut]:
        """Where the band begins and ends."""
        start, end = _LEAST, _MOST
        if self.at_least is not None:
            start = (0, self.at_least.value, 0)
        if self.above is not None:
            start = (0, self.above.value, 1)
        if self.below is not None:
            end = (0, self.below.value, 0)
        if self.at_most is not None:
            end = (0, self.at_most.value, 1)
        return start, end

    def holds(self, x: Figure) -> bool:
        """Whether a number lies in the band."""
        start, end = self.span()
        return start <= (0, x.value, 0) < end


@frozen(kw_only=True, eq=False, repr=False)
class NamedBand(Bounds):
    """A band that gives a category.

    Attributes:
        id: the category.
    """

    id: str

    @property
    def called(self) -> str:
        """The category."""
        return self.id


def half_open(lower: Mapping[str, Figure]) -> tuple[NamedBand, ...]:
    """Bands from their lower bounds: each reaches up to the next higher bound, without it.

    Raises:
        Refusal: when two bands begin at one number.
    """
    rising = sorted(lower.items(), key=lambda pair: pair[1].value)
    ends: list[Figure | None] = [*(bound for _, bound in rising[1:]), None]
    for (name, bound), (other, next_) in pairwise(rising):
        if next_.value == bound.value:
            raise Refusal(
                Text(
                    f"Dua rentang mulai di {bound.text}: {name} dan {other}.",
                    f"Two bands begin at {bound.text}: {name} and {other}.",
                ),
                key=f"lower.{other}",
                also=f"lower.{name}",
            )
    return tuple(
        NamedBand(id=name, at_least=bound, below=end)
        for (name, bound), end in zip(rising, ends, strict=True)
    )


def faults(
    bands: Sequence[Bounds], scale: Scale | None = None, key: str = "bands"
) -> list[Refusal]:
    """Numbers that lie in no band, or in several.

    Args:
        bands: at least one band, in any order.
        scale: what numbers can come in: with a step or levels only those, else every number
            between its bounds. None looks between the outermost bounds of the bands alone.
        key: the key at which the bands were written. An overlap stands at the band beneath it, a
            gap at the bound behind it, or where nothing is behind it at the one before.
    """
    in_order = sorted(enumerate(bands), key=lambda pair: pair[1].span())
    spans = [band.span() for _, band in in_order]
    if scale is None:
        start, end = spans[0][0], max(high for _, high in spans)
    else:
        start, end = (0, scale.lower, 0), (0, scale.upper, 1)
    found: list[Refusal] = []
    reached, (number, before) = start, in_order[0]
    way = _ways(bands, key)
    for (at, band), (low, high) in zip(in_order, spans, strict=True):
        if _number_in(reached, low, scale) is not None:
            ends = "" if band is before else way(number, before.upper)
            found.append(
                _gap(_stretch(reached, low, scale), key, start[1], (way(at, band.lower), ends))
            )
        both = (low, min(reached, high))
        if _number_in(*both, scale) is not None:
            found.append(_overlap(_stretch(*both, scale), (before, band), key, (number, at)))
        if high > reached:
            reached, number, before = high, at, band
    if _number_in(reached, end, scale) is not None:
        at_end = (way(number, before.upper), "")
        found.append(_gap(_stretch(reached, end, scale), key, start[1], at_end))
    return found


def _ways(bands: Sequence[Bounds], key: str) -> Callable[[int, str], str]:
    """How a bound of a band is reached: by its number and end, by its name beneath `lower`."""
    if key == "lower":
        return lambda number, _: f"{key}.{bands[number].called}"
    return lambda number, end: f"{key}.{number}.{end}"


def _gap(stretch: Text, key: str, start: Fraction, ways: tuple[str, str]) -> Refusal:
    what = Text("sambungkan batas-batasnya", "let one begin where the other ends")
    if key == "lower":  # each reaches up to the next: only below the lowest can one be lacking
        what = Text(
            f"tambahkan kategori yang mulai di {to_text(start)}, misalnya kurang = {to_text(start)}",
            f"add a category that begins at {to_text(start)}, such as low = {to_text(start)}",
        )
    return Refusal(
        Text(
            f"{_capital(stretch.id)} tidak masuk rentang mana pun; {what.id}.",
            f"{_capital(stretch.en)} lies in no band; {what.en}.",
        ),
        *ways,
    )


def _overlap(
    stretch: Text, bands: tuple[Bounds, Bounds], key: str, numbers: tuple[int, int]
) -> Refusal:
    one, other = (band.called for band in bands)
    both = Text(f": {one} dan {other}", f": {one} and {other}") if one and other else Text.same("")
    return Refusal(
        Text(
            f"{_capital(stretch.id)} masuk ke dua rentang{both.id}; pisahkan batas-batasnya.",
            f"{_capital(stretch.en)} lies in two bands{both.en}; let one end where the other "
            f"begins.",
        ),
        key=f"{key}.{numbers[1]}",
        also=f"{key}.{numbers[0]}",
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _stretch(low: Cut, high: Cut, scale: Scale | None) -> Text:
    """The numbers between two cuts, in words; at least one of them can come in."""
    if scale is not None:
        low, high = max(low, (0, scale.lower, 0)), min(high, (0, scale.upper, 1))
        first, last = _number_in(low, high, scale), _last_in(low, high, scale)
        if first is not None and last is not None:
            low, high = (0, first, 0), (0, last, 1)
    if low[0] < 0 and high[0] > 0:
        return Text("setiap angka", "every number")
    if low[:2] == high[:2]:
        return Text.same(to_text(low[1]))
    begins = Text("di atas ", "above ") if low[2] else Text.same("")
    start = Text(f"{begins.id}{to_text(low[1])}", f"{begins.en}{to_text(low[1])}")
    if high[0] > 0:
        return Text(f"{start.id} ke atas", f"{start.en} and more")
    if low[0] < 0:
        ends = Text("sampai", "up to") if high[2] else Text("di bawah", "below")
        return Text(f"{ends.id} {to_text(high[1])}", f"{ends.en} {to_text(high[1])}")
    ends = Text.same("") if high[2] else Text("di bawah ", "below ")
    end = Text(f"{ends.id}{to_text(high[1])}", f"{ends.en}{to_text(high[1])}")
    return Text(f"{start.id} sampai {end.id}", f"{start.en} to {end.en}")


def _last_in(low: Cut, high: Cut, scale: Scale) -> Fraction | None:
    """The last mark between two cuts on a scale with levels or steps."""
    if scale.levels:
        on_it = (level.value for level in scale.levels if low <= (0, level.value, 0) < high)
        return max(on_it, default=None)
    if scale.step is None:
        return None
    mark = scale.lower + floor((high[1] - scale.lower) / scale.step) * scale.step
    return mark if (0, mark, 0) < high else mark - scale.step


def _number_in(low: Cut, high: Cut, scale: Scale | None) -> Fraction | None:
    """A number between two cuts that can come in; None where there is none."""
    if scale is not None:
        low, high = max(low, (0, scale.lower, 0)), min(high, (0, scale.upper, 1))
    if low >= high:
        return None
    if scale is not None and scale.levels:
        on_it = (level.value for level in scale.levels if low <= (0, level.value, 0) < high)
        return next(on_it, None)
    if scale is not None and scale.step is not None:
        mark = scale.lower + ceil((low[1] - scale.lower) / scale.step) * scale.step
        if (0, mark, 0) < low:
            mark += scale.step
        return mark if (0, mark, 0) < high else None
    if low[0] < 0:
        return high[1] - 1
    if low[2] == 0:
        return low[1]
    return low[1] + 1 if high[0] > 0 else (low[1] + high[1]) / 2
