"""Numbers, dates and yes or no as officers write them, where the language wants them otherwise."""

import re
from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from attrs import frozen

from ujikom_rules.reading.document.trial import is_value

_Match: TypeAlias = re.Match[str]


@frozen
class Slip:
    """A slip by its code, where it begins, what stands there and what should.

    `written` is all that is wrong, as it stands there, where `got` names a part or says it in
    other words: with `expected` in its place it is right. `before` is the line that what is
    missing has to stand above.
    """

    code: str
    offset: int
    got: str = ""
    expected: str = ""
    written: str = ""
    before: str = ""


NAME = r"""(?:[A-Za-z0-9_.-]+|"[^"\n]*"|'[^'\n]*')"""
END = r"(?=[ \t]*(?:[,\]}#\n]|\Z))"
_TIME = (
    r"(?:(?:T|[ \t]+)(?:(?:pukul|jam|at)[ \t]+)?[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2})?"
    r"(?:[ \t]*(?:WIB|WITA|WIT|Z))?)?"
)
_MONTHS = (
    ("januari", "january"),
    ("februari", "february", "pebruari"),
    ("maret", "march"),
    ("april",),
    ("mei", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("agustus", "august"),
    ("september",),
    ("oktober", "october"),
    ("november", "nopember"),
    ("desember", "december"),
)
_DIGITS = str.maketrans("oOlLiI", "001111")
_YES, _NO = ("ya", "yes", "benar", "true"), ("tidak", "no", "salah", "false")


def _iso(year: str, month: str, day: str) -> str:
    """The date as it has to be written; empty for one that no calendar has."""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def _month_first_letters(match: _Match) -> str:
    day, word, year = match.groups()
    found = [
        number
        for number, words in enumerate(_MONTHS, start=1)
        if any(name.startswith(word.lower()) for name in words)
    ]
    return _iso(year, str(found[0]), day) if found else ""


def _without(sign: str) -> Callable[[_Match], str]:
    """The number without thousands separators, its decimal sign a point."""
    return lambda match: match.group().replace(sign, "").replace(",", ".")


def _without_zeros(match: _Match) -> str:
    sign, digits = match.groups()
    digits = digits.lstrip("0")
    return sign + (digits if digits[:1].isdigit() else f"0{digits}")


def _digits_for_letters(match: _Match) -> str:
    """The number with digits for letters; empty where none begins so, as with 0o."""
    written = match.group().translate(_DIGITS)
    return written if is_value(written) else ""


def _both_sides(match: _Match) -> str:
    sign, whole, part = match.groups()
    return f"{sign}{whole or '0'}.{part or '0'}"


# The first that matches is it; `expected` is what to write, or empty where nobody can tell.
_SLIPS: tuple[tuple[str, re.Pattern[str], Callable[[_Match], str]], ...] = tuple(
    (code, re.compile(pattern + END, re.IGNORECASE | re.ASCII), expected)
    for code, pattern, expected in (
        (
            "UJ104",
            r"([+-]?[0-9]+(?:[.,][0-9]+)?)[ \t]*(?:%|persen|percent)",
            lambda match: match.group(1).replace(",", "."),
        ),
        ("UJ123", r"[0-9]{4}-[0-9]{2}-[0-9]{2}", lambda _: ""),
        (
            "UJ108",
            rf"([0-9]{{1,2}})([-/.])([0-9]{{1,2}})\2([0-9]{{4}}){_TIME}",
            lambda match: _iso(match[4], match[3], match[1]),
        ),
        (
            "UJ108",
            rf"([0-9]{{4}})([-/.])([0-9]{{1,2}})\2([0-9]{{1,2}}){_TIME}",
            lambda match: _iso(match[1], match[3], match[4]),
        ),
        (
            "UJ108",
            rf"([0-9]{{1,2}})[ \t]+([a-z]{{3,9}})[ \t]+([0-9]{{4}}){_TIME}",
            _month_first_letters,
        ),
        ("UJ115", r"[+-]?[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+", _without(".")),
        ("UJ115", r"[+-]?[0-9]{1,3}(?:\.[0-9]{3}){2,}", _without(".")),
        ("UJ115", r"[+-]?[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+", _without(",")),
        ("UJ115", r"[+-]?[0-9]{1,3}(?:,[0-9]{3}){2,}", _without(",")),
        ("UJ103", r"[+-]?[0-9]+,[0-9]+", _without("")),
        (
            "UJ116",
            r"([+-]?[0-9]+)[ \t]*/[ \t]*([0-9]+)",
            lambda match: f'"{match[1]}/{match[2]}"',
        ),
        ("UJ145", r"[+-]?(?=[0-9.]*[oli])[0-9][0-9oli]*(?:\.[0-9oli]+)?", _digits_for_letters),
        ("UJ114", r"([+-]?)(0[0-9]+(?:\.[0-9]+)?)", _without_zeros),
        ("UJ125", r"([+-]?)(?=\.?[0-9])([0-9]*)\.([0-9]*)", _both_sides),
        ("UJ107", "|".join(_YES).join(("(?:", ")")), lambda _: "true"),
        ("UJ107", "|".join(_NO).join(("(?:", ")")), lambda _: "false"),
        ("UJ119", r"(?:null|none|nil)", lambda _: ""),
    )
)


def written_otherwise(text: str, start: int) -> Slip | None:
    """The slip that a value is, if it is one of those that officers usually make.

    Args:
        text: the whole text.
        start: where the value begins.

    Example:
        >>> written_otherwise("weight = 12,5", 9)
        Slip(code='UJ103', offset=9, got='12,5', expected='12.5', written='', before='')
    """
    for code, pattern, expected in _SLIPS:
        match = pattern.match(text, start)
        if match is None:
            continue
        wanted = expected(match)
        if is_value(match.group()):
            continue  # nothing is wrong with the value itself
        if code != "UJ108" or wanted:
            return Slip(code, start, match.group(), wanted)
        if not match[2].isalpha():  # a word would not be the name of a month
            return Slip("UJ123", start, match.group())
    return None
