"""Holding what is filled in to the range that its open term allows."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from ujikom_rules import names
from ujikom_rules.errors import Finding
from ujikom_rules.exact import NumberError, parse_ratio, to_text
from ujikom_rules.messages import Text, finding
from ujikom_rules.model.entry import Entry
from ujikom_rules.reading.overlay.comparing import is_free, same, use_of
from ujikom_rules.reading.overlay.opens import Open
from ujikom_rules.reading.overlay.ways import at

_NO_NUMBERS = ("id", "use", "fact", "stage", "criterion")
_BY_PARTS = ("weight", "weighting")  # weights that only arise are held to it when compiled


def out_of_range(root: Entry, opens: tuple[Open, ...]) -> Iterator[Finding]:
    """A finding, as bad as the term says, for every value that its term does not allow."""
    for term in opens:
        for entry in at(root, term.steps):
            if term.one_of and not _is_one_of(entry, term.one_of):
                said = tuple(filter(None, map(shown, term.one_of)))
                got = shown(entry) or use_of(entry).removeprefix(f"{names.CORE}:")
                near = names.nearest(got.strip('"'), [each.strip('"') for each in said])
                yield _breach("UJ423", term, entry, got=got, expected=said, nearest=near)
            if term.at_least is None and term.at_most is None:
                continue
            numbers = list(_numbers(entry))
            for each, value in numbers:
                if _is_outside(term, value):
                    yield _breach("UJ422", term, each, got=to_text(value), **_limits(term))
            if not numbers and _never_a_number(entry) and term.steps[-1] not in _BY_PARTS:
                yield _breach("UJ425", term, entry, **_limits(term))


def _never_a_number(entry: Entry) -> bool:
    return entry.kind() not in ("table", "list") or "fact" in entry


def _is_outside(term: Open, value: Fraction) -> bool:
    return (term.at_least is not None and value < term.at_least) or (
        term.at_most is not None and value > term.at_most
    )


def _limits(term: Open) -> dict[str, Text]:
    lower, upper = term.at_least, term.at_most
    if lower is None:
        text = Text(f"paling banyak {_dec(upper)}", f"at most {_dec(upper)}")
    elif upper is None:
        text = Text(f"paling sedikit {_dec(lower)}", f"at least {_dec(lower)}")
    else:
        text = Text(f"{_dec(lower)} sampai {_dec(upper)}", f"{_dec(lower)} to {_dec(upper)}")
    return {"expected": text}


def _dec(value: Fraction | None) -> str:
    return "" if value is None else to_text(value)


def _breach(code: str, term: Open, entry: Entry, **args: Any) -> Finding:
    return finding(
        code,
        entry.place,
        entry.path,
        severity=term.breach,
        related=(term.place,),
        article=term.article,
        key=term.key,
        **args,
    )


def _is_one_of(entry: Entry, choices: tuple[Entry, ...]) -> bool:
    if any(same(entry, choice) for choice in choices):
        return True
    if isinstance(entry.data, tuple):
        return all(_is_one_of(item, choices) for item in entry.data)
    # A part is chosen by its name; its own keys are free beneath it.
    named = [use_of(choice) for choice in choices if isinstance(choice.data, str)]
    return "use" in entry and use_of(entry) in named


def _numbers(entry: Entry) -> Iterator[tuple[Entry, Fraction]]:
    """The numbers at a value and beneath it, those in texts such as ``"1/3"`` included."""
    match entry.data:
        case bool():
            return
        case int() | Fraction():
            yield entry, Fraction(entry.data)
        case str():
            try:
                yield entry, parse_ratio(entry.data)
            except NumberError:
                return
        case tuple():
            for item in entry.data:
                yield from _numbers(item)
        case Mapping():
            for key, each in entry.data.items():
                if key not in _NO_NUMBERS and not is_free(key, each):
                    yield from _numbers(each)
        case _:
            return


def shown(entry: Entry) -> str:
    """A value as the ruleset writes it; empty for tables and lists."""
    match entry.data:
        case bool():
            return "true" if entry.data else "false"
        case int() | Fraction():
            return to_text(Fraction(entry.data))
        case str():
            return f'"{entry.data}"'
        case Mapping() | tuple():
            return ""
        case _:
            return str(entry.data)
