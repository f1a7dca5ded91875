"""The tables of a document that holds a whole scoresheet: JSON, or a dict from Python."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from ujikom_rules.errors import Finding
from ujikom_rules.exact import MAX_DIGITS
from ujikom_rules.messages import finding
from ujikom_rules.reading.scoresheets.marks import LIST, TABLE, kind_of
from ujikom_rules.reading.scoresheets.tables import (
    ROW_TABLES,
    SCHEMA,
    Guesses,
    Numbers,
    Places,
    RawSheet,
    Table,
    Twice,
    Unread,
    part_of_pointer,
    shortened,
)

_TOO_BIG = 10**MAX_DIGITS
_DEEPEST = 5  # tables, rows, their keys and facts; what lies deeper is refused as a whole


def raw_of_members(
    members: Mapping[str, object], file: str, places: Callable[[str], Places]
) -> tuple[RawSheet, list[Finding]]:
    """The tables of a document, by the keys of its root.

    Args:
        members: what stands under each key of the root.
        file: the name of the file.
        places: the places of the member with a key.
    """
    found: list[Finding] = []
    tables: list[Table] = []
    refused: set[str] = set()
    unused: list[str] = []
    guesses = Guesses()

    def wrong(code: str, key: str, **args: Any) -> None:
        where = places(key)
        found.append(finding(code, where.table_place, where.base, **args))

    for key, value in members.items():
        if key == "schema":
            if value != SCHEMA:
                got = shortened(value) if isinstance(value, str) else kind_of(value)
                wrong("UJ612", key, got=got, expected=SCHEMA)
        elif key == "event":
            if isinstance(value, dict):
                tables.append(Table(name=key, rows=[value], places=places(key)))
            else:
                wrong("UJ631", key, expected=TABLE, got=kind_of(value))
                refused.add(key)
        elif key in ROW_TABLES:
            if isinstance(value, list):
                tables.append(Table(name=key, rows=value, places=places(key)))
            elif value is not None:
                wrong("UJ631", key, expected=LIST, got=kind_of(value))
                refused.add(key)
        else:
            unused.append(key)
            guess = guesses.of(key, ("event", "schema", *ROW_TABLES))
            wrong("UJ611", key, got=shortened(key), nearest=guess)
    if isinstance(members, Twice):
        for key in members.keys_twice:
            wrong("UJ610", key, got=shortened(key))
    raw = RawSheet(
        tables=tuple(tables), file=file, unused=tuple(unused), refused=frozenset(refused)
    )
    return raw, found


def read_plain(data: Mapping[str, object], file: str = "") -> tuple[RawSheet, list[Finding]]:
    """The tables of a dict, such as `json.loads` or a program makes.

    Floats are read by `repr`, `Decimal` by its text; dates may be `datetime.date`.
    """
    numbers = Numbers()
    members = {str(key): _exact(value, numbers, 1) for key, value in data.items()}

    def places(key: str) -> Places:
        return Places(file, f"/{part_of_pointer(key)}", single=key == "event")

    return raw_of_members(members, file, places)


def _exact(value: object, numbers: Numbers, depth: int) -> object:
    match value:
        case bool() | str() | None:
            return value
        case int() | Fraction():
            number = Fraction(value)
            if max(abs(number.numerator), number.denominator) < _TOO_BIG:
                return number
            bits = max(number.numerator.bit_length(), number.denominator.bit_length())
            return Unread(f"≈ 10^{bits * 301 // 1000}", "UJ636")
        case float() | Decimal():
            return numbers[float.__repr__(value) if isinstance(value, float) else str(value)]
        case date():
            return value
        case Mapping() if depth < _DEEPEST:
            return {str(key): _exact(item, numbers, depth + 1) for key, item in value.items()}
        case list() | tuple() if depth < _DEEPEST:
            return [_exact(item, numbers, depth + 1) for item in value]
        case _:
            return value
