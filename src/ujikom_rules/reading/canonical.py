"""Canonical JSON and the digest over it: the same content has the same digest in every form."""

import json
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from hashlib import sha256
from typing import Any

from ujikom_rules.exact import to_text
from ujikom_rules.model.entry import Entry


def canonical(value: object) -> str:
    """Canonical JSON of plain data: sorted keys, no gaps, numbers in lowest decimal form as text.

    Args:
        value: text, yes-no, whole numbers, `Fraction`, dates, None, and lists and tables of them;
            an entry of a document stands for its data.

    Raises:
        TypeError: for anything else, floats included.

    Example:
        >>> canonical({"b": Fraction("72.50"), "a": [1, True]})
        '{"a":["1",true],"b":"72.5"}'
    """
    return _dumped(_plain(value))


def digest(value: object, ready: Mapping[str, str] | None = None) -> str:
    """``sha256:`` and the hash of the canonical JSON of plain data.

    Args:
        value: as `canonical`.
        ready: further members of a table, each as its canonical JSON.

    Raises:
        TypeError: as `canonical`.
    """
    plain = _plain(value)
    said = _with(plain, ready) if ready and isinstance(plain, dict) else _dumped(plain)
    return "sha256:" + sha256(said.encode()).hexdigest()


def _with(plain: Mapping[str, object], ready: Mapping[str, str]) -> str:
    members = {**{key: _dumped(item) for key, item in plain.items()}, **ready}
    return "{" + ",".join(f"{_dumped(key)}:{members[key]}" for key in sorted(members)) + "}"


def _dumped(plain: object) -> str:
    return json.dumps(
        plain,
        sort_keys=True,
        separators=(",", ":"),
        ensure_ascii=False,
        check_circular=False,  # nothing that is read from a text stands inside itself
        default=_said,
    )


def _said(entry: Any) -> object:
    """What an entry stands for; what stands beneath it is asked for in its turn."""
    data: object = entry.data
    kind = type(data)
    if kind is str or kind is dict or kind is tuple:
        return data
    return to_text(data) if isinstance(data, int) and kind is not bool else _plain(data)


def _plain(value: object) -> object:
    if isinstance(value, Entry):
        return _said(value)
    kind = type(value)
    if value is None or kind is str or kind is bool:
        return value  # what most of a scoresheet is
    match value:  # what is asked slowly comes last: abstract classes
        case list() | tuple():
            return [_plain(item) for item in value]
        case str():
            return value
        case int():
            return to_text(value)
        case dict() | Mapping():
            return {
                str(key): item if item is None or type(item) is str else _plain(item)
                for key, item in value.items()
            }
        case Fraction():
            return to_text(value)
        case date():
            return value.isoformat()
        case _:
            raise TypeError(f"no canonical form of {kind.__name__}")
