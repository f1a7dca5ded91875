"""What value functions make of an interval."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import starmap

from ujikom_rules.analysis.linting.interval import ANY, ZERO, Interval, exactly, hull
from ujikom_rules.builtin.bands import Bounds, Cut
from ujikom_rules.builtin.relative import Normalised, Reversed
from ujikom_rules.builtin.targets import Gap
from ujikom_rules.builtin.value_functions import Bands, Conditions, Levels, Linear
from ujikom_rules.exact import to_text
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.ruleset import Scale
from ujikom_rules.planned import PlannedPart

MANY = 1000  # marks of a scale that are looked at one by one


def through(
    parts: Sequence[PlannedPart], given: Interval | None, domain: Scale | None
) -> Interval | None:
    """An interval through value functions, left to right; None where they give no value.

    Args:
        parts: the functions.
        given: what the first is given; None for a text, or where nothing is read.
        domain: the bounds that the functions see of what comes in.
    """
    for part in parts:
        given = _valued(part.part, given, domain)
        if given is None:
            return None
    return given


def _valued(part: object, x: Interval | None, domain: Scale | None) -> Interval | None:
    match part:
        case Levels():
            return _among(used(part, domain).values())
        case Conditions():
            return _cases(part, x)
        case _ if x is None:
            return None if isinstance(part, (Linear, Bands, Gap, Reversed, Normalised)) else ANY
        case Linear():
            (a, b), (c, d) = part.from_, part.to
            slope = (d.value - c.value) / (b.value - a.value)
            return x.moved(-a.value).times(slope).moved(c.value)
        case Bands():
            return _among(band.value for band in part.bands if meets(band, x))
        case Gap():
            return _among(value for _, value in part.table)
        case Reversed():
            return _reversed(part, x, domain)
        case Normalised():
            return _ratio(x)
        case _:
            return ANY


def _among(figures: Iterable[Figure]) -> Interval | None:
    """One of some numbers."""
    found = hull(exactly(each.value) for each in figures)
    return None if found is None else found.loose()


def used(part: Levels, domain: Scale | None) -> dict[str, Figure]:
    """The points of those levels that can be marked; all where that is not known."""
    names = marks_named(domain)
    if names is None:
        return dict(part.points)
    return {name: points for name, points in part.points.items() if name in names}


def marks_named(domain: Scale | None) -> frozenset[str] | None:
    """The names of all marks of a scale with levels or a step; None where they are not known."""
    if domain is None:
        return None
    if domain.levels:
        return frozenset(level.id or to_text(level.value) for level in domain.levels)
    marks = marks_of(domain)
    return None if marks is None else frozenset(map(to_text, marks))


def marks_of(domain: Scale) -> list[Fraction] | None:
    """All marks of a scale with levels or a step, where they are not too many."""
    if domain.levels:
        return [level.value for level in domain.levels]
    if domain.step is None:
        return None
    count = (domain.upper - domain.lower) // domain.step
    if count > MANY:
        return None
    return [domain.lower + number * domain.step for number in range(count + 1)]


def _cases(part: Conditions, x: Interval | None) -> Interval | None:
    values = [case.value.value for case in part.cases]
    other = x if isinstance(part.otherwise, str) else exactly(part.otherwise.value)
    if part.take == "sum":
        low = sum((each for each in values if each < 0), ZERO) or min(values)
        high = sum((each for each in values if each > 0), ZERO) or max(values)
    else:
        low, high = min(values), max(values)
    found = hull([Interval(low, high), other])
    return None if found is None else found.loose()


def _reversed(part: Reversed, x: Interval, domain: Scale | None) -> Interval:
    lower = part.lower.value if part.lower is not None else None
    upper = part.upper.value if part.upper is not None else None
    if domain is not None:
        lower = domain.lower if lower is None else lower
        upper = domain.upper if upper is None else upper
    if lower is None or upper is None:
        return ANY
    return x.times(Fraction(-1)).moved(lower + upper)


def _ratio(x: Interval) -> Interval:
    """A number against the best of several: between 0 and 1 where none is negative."""
    if x.low is None or x.low < 0:
        return ANY
    least = x.low / x.high if x.high else ZERO
    return Interval(least, Fraction(1))


def meets(band: Bounds, x: Interval) -> bool:
    """Whether a number of the interval lies in a band."""
    low, high = cuts(x)
    start, end = band.span()
    return max(start, low) < min(end, high)


def meet(bands: Iterable[Bounds], x: Interval) -> bool:
    """Whether one number of the interval lies in all of the bands."""
    spans = [cuts(x), *(band.span() for band in bands)]
    return max(start for start, _ in spans) < min(end for _, end in spans)


def cuts(x: Interval) -> tuple[Cut, Cut]:
    """An interval as the two cuts between which it lies."""
    low: Cut = (-1, ZERO, 0) if x.low is None else (0, x.low, 0)
    high: Cut = (1, ZERO, 0) if x.high is None else (0, x.high, 1)
    return low, high


def outside(bands: Sequence[Bounds], x: Interval) -> Fraction | None:
    """An end of the interval that lies in no band; None where both do, or are not known."""
    ends = (each for each in (x.high, x.low) if each is not None)
    return next(
        (each for each in ends if not any(starmap(_within, ((b, each) for b in bands)))), None
    )


def _within(band: Bounds, value: Fraction) -> bool:
    return band.holds(Figure(value))
