"""Canonical JSON and the digest over it: the same content has the same digest in every form."""

import json
import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from hashlib import sha256

from attrs import fields

from ujikom_rules.exact import parse_number, to_text
from ujikom_rules.model.scoresheet import Facts, RawFact, Row, Scoresheet
from ujikom_rules.reading.marks import date_of
from ujikom_rules.reading.tables import SCHEMA

_PLAIN_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,39})(?:\.[0-9]{1,20})?")
_COMMA_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,39})(?:[.,][0-9]{1,20})?")
_YES_NO = {
    "true": "true",
    "yes": "true",
    "ya": "true",
    "false": "false",
    "no": "false",
    "tidak": "false",
}


def canonical(value: object) -> str:
    """Canonical JSON of plain data: sorted keys, no gaps, numbers in lowest decimal form as text.

    Args:
        value: text, yes-no, whole numbers, `Fraction`, dates, None, and lists and tables of them.

    Raises:
        TypeError: for anything else, floats included.

    Example:
        >>> canonical({"b": Fraction("72.50"), "a": [1, True]})
        '{"a":["1",true],"b":"72.5"}'
    """
    return _dumped(_plain(value))


def digest(value: object) -> str:
    """``sha256:`` and the hash of the canonical JSON of plain data.

    Raises:
        TypeError: as `canonical`.
    """
    return _hashed(_plain(value))


def _dumped(plain: object) -> str:
    return json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _hashed(plain: object) -> str:
    return "sha256:" + sha256(_dumped(plain).encode()).hexdigest()


def _plain(value: object) -> object:
    match value:
        case None | bool() | str():
            return value
        case int() | Fraction():
            return to_text(Fraction(value))
        case date():
            return value.isoformat()
        case Mapping():
            return {str(key): _plain(item) for key, item in value.items()}
        case list() | tuple():
            return [_plain(item) for item in value]
        case _:
            raise TypeError(f"no canonical form of {type(value).__name__}")


_LISTS = (
    "positions",
    "candidates",
    "candidacies",
    "examiners",
    "recusals",
    "absences",
    "advice",
    "evidence",
)


def sheet_digest(sheet: Scoresheet) -> str:
    """The digest of a scoresheet over its tables: defaults filled, rows in their order.

    A rating's ``72.50``, ``"72.5"`` and ``72,5`` are one; so are a fact's number in JSON and its
    text in a cell, and ``true``, ``yes`` and ``ya``. A text such as ``007`` stays a text.
    """
    tables: dict[str, object] = {name: _rows(getattr(sheet, name)) for name in _LISTS}
    tables["schema"] = SCHEMA
    tables["event"] = _rows((sheet.event,))[0]
    tables["ratings"] = _ratings(sheet)
    return _hashed(tables)


def _rows(rows: tuple[Row, ...]) -> list[dict[str, object]]:
    read: list[dict[str, object]] = []
    for row in rows:
        known = (a.name for a in fields(type(row)) if a.name not in ("place", "pointer", "facts"))
        plain = {name.rstrip("_").replace("_", "-"): _plain(getattr(row, name)) for name in known}
        facts = getattr(row, "facts", None)
        if facts is not None:
            plain["facts"] = _facts(facts)
        read.append(plain)
    return read


def _ratings(sheet: Scoresheet) -> dict[str, list[object]]:
    """The ratings column by column: there are many, and rows of their own would take long."""
    ratings = sheet.ratings
    texts: dict[int, str] = {}  # by identity: equal marks share one number, see `tables.Numbers`

    def text(value: Fraction | str | None) -> str | None:
        if not isinstance(value, Fraction):
            return value
        return texts.get(id(value)) or texts.setdefault(id(value), to_text(value))

    return {
        "candidacy": [r.candidacy for r in ratings],
        "of-candidate": [r.of_candidate for r in ratings],
        "stage": [r.stage for r in ratings],
        "criterion": [r.criterion for r in ratings],
        "examiner": [r.examiner for r in ratings],
        "value": [text(r.value) for r in ratings],
        "no-mark": [r.no_mark for r in ratings],
        "date": [r.date and r.date.isoformat() for r in ratings],
    }


def _facts(facts: Facts) -> dict[str, str]:
    return {name: fact_text(fact) for name, fact in facts.items()}


def fact_text(fact: RawFact) -> str:
    """A fact in the one form that it has in every kind of file.

    >>> fact_text(RawFact("Ya")), fact_text(RawFact("3.50")), fact_text(RawFact("007"))
    ('true', '3.5', '007')
    """
    value = fact.value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Fraction):
        return to_text(value)
    number = _COMMA_NUMBER if fact.comma else _PLAIN_NUMBER
    if number.fullmatch(value):
        return to_text(parse_number(value, comma=fact.comma))
    if day := date_of(value, comma=fact.comma):
        return day.isoformat()
    return _YES_NO.get(value.casefold(), value)
