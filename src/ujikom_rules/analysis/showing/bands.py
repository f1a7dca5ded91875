"""The tables of numbers: bands with their ends in words, points, conditions, gaps, matrices."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import TypeAlias

from ujikom_rules.analysis.showing import sentences as s
from ujikom_rules.analysis.showing.predicates import is_predicate, predicate
from ujikom_rules.analysis.showing.speaking import Keys, Speaker, is_number, is_single
from ujikom_rules.analysis.showing.telling import (
    Pair,
    caption,
    labelled,
    pairs,
    plain,
    see,
    tell,
    under,
)
from ujikom_rules.analysis.showing.values import Cell, Line, Row, Said, Table, Told
from ujikom_rules.exact import parse_ratio
from ujikom_rules.model.entry import Entry

_LOWER, _UPPER = ("at-least", "above"), ("below", "at-most")
Teller: TypeAlias = Callable[[Speaker, Keys, str], list[Pair]]


def band(speaker: Speaker, keys: Keys) -> Said:
    """The ends of one band in words; its keys are taken."""
    low, high = _end(keys, _LOWER), _end(keys, _UPPER)
    ends = {"low": low, "high": high}
    values = {name: speaker.value(each[1]) for name, each in ends.items() if each is not None}
    form = s.BANDS[low[0] if low else "", high[0] if high else ""]
    return speaker.say(form, **values)


def _end(keys: Keys, names: tuple[str, ...]) -> tuple[str, Entry] | None:
    found = ((name, each) for name in names if (each := keys.take(name)) is not None)
    return next(found, None)


def bands(speaker: Speaker, entry: Entry, caption: str, head: str, key: str) -> Table | None:
    """A list of bands as a table; `key` is what each gives."""
    if not entry.items() or not all(_is_band(each, key) for each in entry.items()):
        return None
    rows = []
    for each in entry.items():
        keys = Keys(each)
        gives = keys.take(key)
        said_band = band(speaker, keys)
        rest = keys.rest()
        more = pairs(speaker, rest, caption).lines if rest else ()
        value = plain(speaker.value(gives) if gives is not None else "-")
        rows.append(Row(((Line(said_band), *more), value)))
    heads = (speaker.say(s.HEADS["range"]).text, speaker.say(s.HEADS[head]).text)
    return Table(caption, heads, tuple(rows))


def _is_band(entry: Entry, key: str) -> bool:
    ends = [each for name in (*_LOWER, *_UPPER) if (each := entry.get(name)) is not None]
    return key in entry and all(map(is_single, ends))


def half_open(speaker: Speaker, entry: Entry, caption: str) -> Table | None:
    """Categories by their lower bounds, the highest first; each reaches up to the next."""
    bounds = Keys(entry).rest()
    if not bounds or not all(map(is_number, bounds.values())):
        return None
    falling = sorted(bounds.items(), key=lambda pair: (_number(pair[1]), pair[0]), reverse=True)
    rows, above = [], None
    for name, bound in falling:
        low = speaker.value(bound)
        form = s.BANDS["at-least", "below" if above is not None else ""]
        rows.append(Row((plain(speaker.say(form, low=low, high=above or "")), plain(name))))
        above = low
    heads = (speaker.say(s.HEADS["range"]).text, speaker.say(s.HEADS["category"]).text)
    return Table(caption, heads, tuple(rows))


def _number(entry: Entry) -> Fraction:
    return parse_ratio(entry.data) if isinstance(entry.data, str) else Fraction(entry.data)  # type: ignore[arg-type]


def two_columns(speaker: Speaker, rows: Mapping[str, Entry], caption: str, head: str) -> Table:
    """Names and the number of each."""
    heads = (speaker.say(s.HEADS[head]).text, speaker.say(s.HEADS["value"]).text)
    body = tuple(Row((plain(name), plain(speaker.value(v)))) for name, v in rows.items())
    return Table(caption, heads, body)


def _levels(speaker: Speaker, keys: Keys, name: str) -> list[Pair]:
    points = keys.take("points")
    if points is None:
        return []
    rows = Keys(points).rest()
    if not rows or not all(map(is_single, rows.values())):
        return [(speaker.key("points"), tell(speaker, "points", points, name))]
    return [
        ("", see(speaker, two_columns(speaker, rows, caption(speaker, name, "points"), "level")))
    ]


def _bands(speaker: Speaker, keys: Keys, name: str) -> list[Pair]:
    said_bands = keys.take("bands")
    if said_bands is None:
        return []
    title = caption(speaker, name, "bands")
    table = bands(speaker, said_bands, title, "value", "value")
    if table is None:
        return [(speaker.key("bands"), tell(speaker, "bands", said_bands, name))]
    return [("", see(speaker, table))]


def _linear(speaker: Speaker, keys: Keys, name: str) -> list[Pair]:
    ends = [keys.take("from"), keys.take("to")]
    whole = [each for each in ends if each is not None and len(each.items()) == 2]
    numbers = [item for each in whole for item in each.items()]
    if len(whole) == 2 and all(map(is_single, numbers)):
        a, b, c, d = (speaker.value(each) for each in numbers)
        return [("", speaker.line(s.LINEAR, a=a, b=b, c=c, d=d))]
    return [
        (speaker.key(key), tell(speaker, key, each, name))
        for key, each in zip(("from", "to"), ends, strict=True)
        if each is not None
    ]


def _conditions(speaker: Speaker, keys: Keys, name: str) -> list[Pair]:
    cases = keys.take("cases")
    if cases is None:
        return []
    if not cases.items() or not all(map(_is_case, cases.items())):
        return [(speaker.key("cases"), tell(speaker, "cases", cases, name))]
    heads = (speaker.say(s.HEADS["when"]).text, speaker.say(s.HEADS["value"]).text)
    body = tuple(_case(speaker, each) for each in cases.items())
    return [("", see(speaker, Table(caption(speaker, name, "cases"), heads, body)))]


def _is_case(entry: Entry) -> bool:
    when, value = entry.get("when"), entry.get("value")
    known = entry.table().keys() <= {"when", "value", "source"}
    return known and when is not None and is_predicate(when) and value is not None


def _case(speaker: Speaker, entry: Entry) -> Row:
    when: Cell = predicate(speaker, entry.table()["when"])
    return Row((when, plain(speaker.value(entry.table()["value"]))))


def _gap(speaker: Speaker, keys: Keys, name: str) -> list[Pair]:
    table = keys.take("table")
    if table is None:
        return []
    rows = [each.items() for each in table.items()]
    if not rows or not all(len(row) == 2 and all(map(is_single, row)) for row in rows):
        return [(speaker.key("table"), tell(speaker, "table", table, name))]
    heads = (speaker.say(s.HEADS["gap"]).text, speaker.say(s.HEADS["value"]).text)
    body = tuple(Row(tuple(plain(speaker.value(each)) for each in row)) for row in rows)
    return [("", see(speaker, Table(caption(speaker, name, "table"), heads, body)))]


def _categories(speaker: Speaker, keys: Keys, name: str) -> list[Pair]:
    found: list[Pair] = []
    for key in ("lower", "bands"):
        entry = keys.take(key)
        if entry is None:
            continue
        title = caption(speaker, name, "classifier")
        table = (
            half_open(speaker, entry, title)
            if key == "lower"
            else bands(speaker, entry, title, "category", "id")
        )
        if table is None:
            found.append((speaker.key(key), tell(speaker, key, entry, name)))
        else:
            found.append(("", see(speaker, table)))
    return found


def _matrix(speaker: Speaker, keys: Keys, name: str) -> list[Pair]:
    found: list[Pair] = []
    for key in ("x", "y"):
        axis = keys.take(key)
        if axis is not None:
            label = s.AXES[key].say(speaker.lang)
            found.append((label, _axis(speaker, label, axis, name)))
    cells = keys.take("cells")
    if cells is not None:
        rows = Keys(cells).rest()
        title = caption(speaker, name, "cells")
        if rows and all(map(is_single, rows.values())):
            found.append(("", see(speaker, _cells(speaker, rows, title))))
        else:
            found.append((speaker.key("cells"), tell(speaker, "cells", cells, name)))
    return found


def _axis(speaker: Speaker, label: str, entry: Entry, name: str) -> Told:
    keys = Keys(entry)
    stage, ranges = keys.take("stage"), keys.take("bands")
    parts = (
        []
        if stage is None
        else [labelled(speaker.key("stage"), tell(speaker, "stage", stage, name))]
    )
    if ranges is not None:
        table = bands(
            speaker,
            ranges,
            speaker.say(s.CAPTIONS["table"], name=name, what=label).text,
            "category",
            "id",
        )
        parts.append(tell(speaker, "bands", ranges, name) if table is None else see(speaker, table))
    parts += [labelled(speaker.key(k), tell(speaker, k, v, name)) for k, v in keys.rest().items()]
    return under(parts)


def _cells(speaker: Speaker, rows: Mapping[str, Entry], title: str) -> Table:
    """The cells as they are named, ``x/y``: a grid where every name has both halves."""
    halves = [name.split("/") for name in rows]
    if any(len(each) != 2 for each in halves):
        return two_columns(speaker, rows, title, "category")
    across = list(dict.fromkeys(x for x, _ in halves))
    down = list(dict.fromkeys(y for _, y in halves))
    body = []
    for y in down:
        found = (rows.get(f"{x}/{y}") for x in across)
        values = (plain("-" if each is None else speaker.value(each)) for each in found)
        body.append(Row((plain(y), *values)))
    corner = " / ".join(s.AXES[key].say(speaker.lang) for key in ("y", "x"))
    return Table(title, (corner, *across), tuple(body))


TELLERS: Mapping[tuple[str, str], Teller] = {
    ("value_functions", "levels"): _levels,
    ("value_functions", "bands"): _bands,
    ("value_functions", "linear"): _linear,
    ("value_functions", "conditions"): _conditions,
    ("value_functions", "gap"): _gap,
    ("classifiers", "bands"): _categories,
    ("classifiers", "matrix"): _matrix,
}
