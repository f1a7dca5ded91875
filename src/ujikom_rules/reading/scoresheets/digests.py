"""The digest of a scoresheet: over its tables in canonical JSON, never over bytes.

Every row holds every key of the contract, with its default where nothing was said; rows stand in
their order; facts stand in one form whatever file they came from.
"""

import re
from collections.abc import Iterable
from fractions import Fraction

from attrs import fields

from ujikom_rules.exact import parse_number, to_text
from ujikom_rules.model.scoresheet import Facts, Rating, RawFact, Row, Scoresheet
from ujikom_rules.reading.canonical import canonical, digest
from ujikom_rules.reading.scoresheets.marks import date_of
from ujikom_rules.reading.scoresheets.tables import SCHEMA

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
_NOT_PLAIN = ("place", "pointer", "written", "facts")


def sheet_digest(sheet: Scoresheet) -> str:
    """The digest of a scoresheet over its tables: defaults filled, rows in their order.

    A rating's ``72.50``, ``"72.5"`` and ``72,5`` are one; so are a fact's number in JSON and its
    text in a cell, and ``true``, ``yes`` and ``ya``. A text such as ``007`` stays a text.
    """
    tables: dict[str, object] = {name: _rows(getattr(sheet, name)) for name in _LISTS}
    tables["schema"] = SCHEMA
    tables["event"] = event = _rows((sheet.event,))[0]
    if not sheet.event.rules_digest:  # no default of its own: it came later than the digests
        del event["rules-digest"]
    return digest(tables, {"ratings": _ratings(sheet.ratings)})


def _rows(rows: tuple[Row, ...]) -> list[dict[str, object]]:
    read: list[dict[str, object]] = []
    for row in rows:
        known = (a.name for a in fields(type(row)) if a.name not in _NOT_PLAIN)
        plain = {name.rstrip("_").replace("_", "-"): getattr(row, name) for name in known}
        facts = getattr(row, "facts", None)
        if facts is not None:
            plain["facts"] = _facts(facts)
        read.append(plain)
    return read


class _Said(dict[str | None, str]):
    """Texts as canonical JSON has them, each made once: ratings name the same few all over."""

    def __missing__(self, text: str | None) -> str:
        return self.setdefault(text, canonical(text))


def _ratings(ratings: Iterable[Rating]) -> str:
    """The canonical JSON of the ratings, their keys in order."""
    numbers: dict[int, str] = {}  # by identity: equal marks mostly are one `Fraction`
    said = _Said()
    rows: list[str] = []
    for each in ratings:
        value = each.value
        if isinstance(value, Fraction):
            value = numbers.get(id(value)) or numbers.setdefault(id(value), to_text(value))
        day = None if each.date is None else each.date.isoformat()
        rows.append(
            f'{{"{"candidate" if each.of_candidate else "candidacy"}":{said[each.candidacy]}'
            f',"criterion":{said[each.criterion]},"date":{said[day]}'
            f',"examiner":{said[each.examiner]},"no-mark":{said[each.no_mark]}'
            f',"stage":{said[each.stage]},"value":{said[value]}}}'
        )
    return f"[{','.join(rows)}]"


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
