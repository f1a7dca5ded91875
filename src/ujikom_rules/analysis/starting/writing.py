"""Values and explanations as TOML text."""

import json
import re
import textwrap
from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from ujikom_rules.exact import to_text
from ujikom_rules.model.entry import Entry

WIDTH = 98
SCHEMA_LINE = "#:schema ./ujikom-ruleset.schema.json"
_BARE = re.compile(r"[A-Za-z0-9_-]+", re.ASCII)


def comment(text: str) -> list[str]:
    """A sentence for people, each line behind ``# ``."""
    return [f"# {line}" for line in textwrap.wrap(text, WIDTH - 2)]


def key_text(key: str) -> str:
    """A key, in quotes where it needs them.

    >>> key_text("cut-score"), key_text("x/y")
    ('cut-score', '"x/y"')
    """
    return key if _BARE.fullmatch(key) else json.dumps(key, ensure_ascii=False)


def value_text(entry: Entry) -> str:
    """A value on one line."""
    match entry.data:
        case bool():
            return "true" if entry.data else "false"
        case str():
            return json.dumps(entry.data, ensure_ascii=False).replace("\x7f", "\\u007f")
        case int() | Fraction():
            said = to_text(Fraction(entry.data))
            return f'"{said}"' if "/" in said else said
        case date():
            return entry.data.isoformat()
        case tuple():
            return "[" + ", ".join(map(value_text, entry.data)) + "]"
        case Mapping():
            inside = ", ".join(f"{key_text(k)} = {value_text(e)}" for k, e in entry.data.items())
            return f"{{ {inside} }}" if inside else "{}"
        case _:
            return '""'


def assignment(keys: tuple[str, ...], entry: Entry) -> list[str]:
    """``key = value``; a list of several tables has one row a line."""
    name = ".".join(map(key_text, keys))
    rows = entry.items()
    if len(rows) > 1 and all(isinstance(row.data, Mapping) for row in rows):
        return [f"{name} = [", *(f"{value_text(row)}," for row in rows), "]"]
    return [f"{name} = {value_text(entry)}"]


def waiting(lines: list[str]) -> list[str]:
    """Lines that count as soon as the sign before them is taken away."""
    return [f"#{line}" for line in lines]
