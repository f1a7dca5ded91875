"""Facts of a scoresheet, typed as the ruleset declares them."""

import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from ujikom_rules import names
from ujikom_rules.errors import Finding
from ujikom_rules.evaluating.spelling import spelt
from ujikom_rules.exact import NumberError, parse_number
from ujikom_rules.messages import LANGS, Text, finding
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.numerals import day, decimal
from ujikom_rules.model.ruleset import FactSpec
from ujikom_rules.model.scoresheet import Facts, RawFact
from ujikom_rules.model.words import YES_NO_WORDS

FactValue: TypeAlias = Figure | str | bool | date
YES = frozenset({"yes", "ya", "1", "true"})
NO = frozenset({"no", "tidak", "0", "false"})
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_LOCAL_DATE = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})", re.ASCII)


def typed(spec: FactSpec, raw: RawFact) -> FactValue | Finding:
    """A recorded fact as its declaration says, or the finding that says why it is not one."""
    match spec.type:
        case "number":
            return _number(spec, raw)
        case "yes-no":
            return _yes_no(spec, raw)
        case "date":
            return _date(spec, raw)
        case _:
            return _word(spec, raw)


def name_of(spec: FactSpec) -> Text:
    """What people call a fact: its title, else its name."""
    return spec.title or Text.same(spec.name)


def by_title(specs: Mapping[str, FactSpec]) -> Mapping[str, str]:
    """The names of facts by their titles, as headers of tables are folded: ``lama-jabatan``.

    A title that two facts have, or that is the name of another, means none.
    """
    found: dict[str, str] = {}
    for name, spec in specs.items():
        titles = () if spec.title is None else (spec.title.id, spec.title.en)
        for title in {"-".join(each.casefold().replace("_", " ").split()) for each in titles}:
            found[title] = "" if title in found or title in specs else name
    return {title: name for title, name in found.items() if name}


def named(facts: Facts, specs: Mapping[str, FactSpec], titles: Mapping[str, str]) -> Facts:
    """Facts by their names, where a table has them by their titles."""
    if not titles or facts.keys() <= specs.keys():
        return facts
    return {_name(each, facts, titles): fact for each, fact in facts.items()}


def _name(said: str, facts: Facts, titles: Mapping[str, str]) -> str:
    name = titles.get(said, said)
    return said if name in facts else name  # recorded under both: the name holds


def _wrong(spec: FactSpec, raw: RawFact, expected: object, nearest: str = "") -> Finding:
    return finding(
        "UJ671", raw.place, raw.pointer, got=_read(raw), fact=name_of(spec), expected=expected,
        nearest=nearest,
    )  # fmt: skip


def _read(raw: RawFact) -> object:
    """What was recorded, as a sentence says it: yes or no in words, a day as a day."""
    if isinstance(raw.value, bool):
        return YES_NO_WORDS[raw.value]
    text = _shown(raw).strip()
    try:
        return date.fromisoformat(text) if _ISO.fullmatch(text) else text
    except ValueError:
        return text


def _shown(raw: RawFact) -> str:
    if isinstance(raw.value, bool):
        return "true" if raw.value else "false"
    return str(raw.value)


def _number(spec: FactSpec, raw: RawFact) -> FactValue | Finding:
    if isinstance(raw.value, bool):
        return _wrong(spec, raw, Text("angka", "a number"))
    try:
        value = raw.value if isinstance(raw.value, Fraction) else parse_number(
            raw.value, comma=raw.comma
        )  # fmt: skip
    except NumberError:
        return _wrong(spec, raw, Text("angka", "a number"))
    fault = _bounds(spec, value)
    if fault is not None:
        return _wrong(spec, raw, fault)
    return Figure(value, "fact", label=name_of(spec), place=raw.place, path=raw.pointer)


def _bounds(spec: FactSpec, value: Fraction) -> Text | None:
    if spec.lower is not None and value < spec.lower:
        return _said(">= {}", spec.lower)
    if spec.upper is not None and value > spec.upper:
        return _said("<= {}", spec.upper)
    lower = spec.lower if spec.lower is not None else Fraction(0)
    if spec.step is not None and ((value - lower) / spec.step).denominator != 1:
        return _said("{} + n × {}", lower, spec.step)
    return None


def _said(form: str, *numbers: Fraction) -> Text:
    """Numbers that are said, and quoted of no file."""
    return Text(*(form.format(*(decimal(each, lang) for each in numbers)) for lang in LANGS))


def _yes_no(spec: FactSpec, raw: RawFact) -> FactValue | Finding:
    if isinstance(raw.value, bool):
        return raw.value
    word = str(raw.value).strip().casefold()
    if word in YES:
        return True
    if word in NO:
        return False
    return _wrong(spec, raw, Text("ya atau tidak", "yes or no"))


def _date(spec: FactSpec, raw: RawFact) -> FactValue | Finding:
    text = str(raw.value).strip()
    local = _LOCAL_DATE.fullmatch(text) if raw.comma else None
    if local is not None:
        text = f"{local[3]}-{local[2]:0>2}-{local[1]:0>2}"
    try:
        return date.fromisoformat(text)
    except ValueError:
        return _wrong(spec, raw, Text("tanggal seperti 2025-03-25", "a date such as 2025-03-25"))


def _word(spec: FactSpec, raw: RawFact) -> FactValue | Finding:
    text = _shown(raw).strip()
    allowed = spec.levels or spec.one_of
    if not allowed:
        return text
    return spelt(text, allowed, raw.place) or _wrong(
        spec, raw, allowed, names.nearest(text, allowed)
    )


def completed(since: date, until: date, unit: str) -> Fraction:
    """Completed years or months between two dates; below zero never.

    >>> completed(date(2022, 3, 5), date(2024, 3, 4), "years")
    Fraction(1, 1)
    """
    months = (until.year - since.year) * 12 + until.month - since.month
    if until.day < since.day:
        months -= 1
    months = max(months, 0)
    return Fraction(months // 12 if unit == "years" else months)


def derived(
    spec: FactSpec,
    facts: Mapping[str, FactValue],
    recorded: Mapping[str, RawFact],
    today: date,
) -> Figure | None:
    """A derived fact: completed years or months since a date fact, up to the event's date.

    It stands where that date was recorded.
    """
    since = facts.get(spec.since)
    if not isinstance(since, date):
        return None
    name, raw = name_of(spec), recorded[spec.since]
    label = Text(f"{name.id} sejak {day(since, 'id')}", f"{name.en} since {day(since, 'en')}")
    value = completed(since, today, spec.type)
    return Figure(value, "fact", label=label, place=raw.place, path=raw.pointer)


def told_as(spec: FactSpec, raw: RawFact, value: Fraction) -> Figure:
    """A recorded word or day as the number that it stands for: ``kinerja: baik`` = 80."""
    name, said = name_of(spec), _shown(raw).strip()
    label = Text(f"{name.id}: {said}", f"{name.en}: {said}")
    return Figure(value, "fact", label=label, place=raw.place, path=raw.pointer)
