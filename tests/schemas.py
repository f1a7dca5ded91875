"""Rulesets as an editor sees them, and the validators that it holds them to."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator

from ujikom_rules.model.entry import Entry
from ujikom_rules.reading.document import read_document, read_document_file


def as_an_editor_sees(value: Any) -> Any:
    """Plain values as JSON has them; a date is its text."""
    match value:
        case Entry():
            return as_an_editor_sees(value.data)
        case Mapping():
            return {key: as_an_editor_sees(each) for key, each in value.items()}
        case tuple() | list():
            return [as_an_editor_sees(each) for each in value]
        case Fraction():
            return Decimal(value.numerator) / value.denominator
        case date():
            return value.isoformat()
        case _:
            return value


def read(path: Path) -> Any:
    """A file as an editor sees it; None where it is no TOML."""
    root, _ = read_document_file(path)
    return None if root is None else as_an_editor_sees(root)


def parsed(text: str) -> Any:
    """A text as an editor sees it."""
    root, findings = read_document(text)
    assert root is not None, findings
    return as_an_editor_sees(root)


def complaints(schema: Mapping[str, Any], data: Any) -> list[str]:
    """What a schema has against some data: ``stages.0.weigth: …``."""
    return [
        f"{'.'.join(map(str, error.absolute_path))}: {error.message[:200]}"
        for error in _errors(schema, data)
    ]


def _errors(schema: Mapping[str, Any], data: Any) -> Iterator[Any]:
    yield from Draft7Validator(schema).iter_errors(data)
