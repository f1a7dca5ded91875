"""Rulesets with one value changed: what shows a ruleset must show each of these otherwise."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import TypeAlias

from attrs import evolve

from ujikom_rules.model.entry import Entry, Plain
from ujikom_rules.reading.canonical import digest
from ujikom_rules.reading.overlay.comparing import is_free

Rebuild: TypeAlias = Callable[[Plain], Entry]
_WORDS = (
    "zero",
    "leave-out",
    "rounded",
    "stop",
    "sum",
    "examiner",
    "after",
    "descending",
    "half-even",
)


def changed(root: Entry) -> Iterator[tuple[str, Entry]]:
    """Every root that differs from this one in one thing, with words for what was changed.

    Ids, titles, descriptions and the texts of sources are left as they are.
    """
    for path, data, rebuild in _places(root, "", lambda new: evolve(root, data=new)):
        for what, other in _others(data):
            yield f"{path}: {what}", rebuild(other)


def digest_of(root: Entry) -> str:
    """The digest of a merged document."""
    return digest(_plain(root))


def _plain(entry: Entry) -> object:
    if isinstance(entry.data, Mapping):
        return {key: _plain(each) for key, each in entry.data.items()}
    if isinstance(entry.data, tuple):
        return [_plain(each) for each in entry.data]
    return entry.data


def _places(entry: Entry, path: str, rebuild: Rebuild) -> Iterator[tuple[str, Plain, Rebuild]]:
    """Every value with its key path, and how the root looks with another in its place."""
    yield path, entry.data, rebuild
    if isinstance(entry.data, Mapping):
        for key, each in entry.data.items():
            if not _is_kept(key, each):
                yield from _places(each, f"{path}.{key}", _at_key(entry, key, rebuild))
    elif isinstance(entry.data, tuple):
        for number, each in enumerate(entry.data):
            yield from _places(each, f"{path}.{number}", _at_item(entry, number, rebuild))


def _at_key(entry: Entry, key: str, rebuild: Rebuild) -> Rebuild:
    table = entry.table()
    return lambda new: rebuild({**table, key: evolve(table[key], data=new)})


def _at_item(entry: Entry, number: int, rebuild: Rebuild) -> Rebuild:
    items = entry.items()
    return lambda new: rebuild(
        (*items[:number], evolve(items[number], data=new), *items[number + 1 :])
    )


def _is_kept(key: str, entry: Entry) -> bool:
    return is_free(key, entry) or (key == "id" and isinstance(entry.data, str))


def _others(data: Plain) -> Iterator[tuple[str, Plain]]:
    match data:
        case bool():
            yield "the contrary", not data
        case int() | Fraction():
            yield "one more", data + 1
            yield "a third more", Fraction(data) + Fraction(1, 3)
            yield "the contrary sign", -data
        case date():
            yield "a day later", data + timedelta(days=1)
        case str():
            yield "another text", f"x-{data}"
            for word in _WORDS:
                yield f"the word {word}", word
        case tuple():
            yield from _lists(data)
        case Mapping():
            yield from _tables(data)
        case None:
            return


def _lists(data: tuple[Entry, ...]) -> Iterator[tuple[str, Plain]]:
    for number in range(len(data)):
        yield f"without item {number}", data[:number] + data[number + 1 :]
    for number in range(len(data) - 1):
        one, two = data[number : number + 2]
        yield (
            f"items {number} and {number + 1} swapped",
            (*data[:number], two, one, *data[number + 2 :]),
        )


def _tables(data: Mapping[str, Entry]) -> Iterator[tuple[str, Plain]]:
    yield "with a key that nobody knows", {**data, "tambahan": Entry(7)}
    for key, each in data.items():
        if not _is_kept(key, each) and each.data not in ({}, ()):  # which says nothing
            yield f"without {key}", {k: v for k, v in data.items() if k != key}
