"""Predicates of a ruleset: one subject, operators that fit it, joined by all, any, not."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, TypeAlias, get_args

from ujikom_rules import names
from ujikom_rules.messages import Text, finding
from ujikom_rules.model import predicate as model
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.predicate import Operand, Operator, Predicate, Subject, Test
from ujikom_rules.model.ruleset import FactSpec
from ujikom_rules.reading import structure as read
from ujikom_rules.reading.structure import Log

SUBJECTS: tuple[Subject, ...] = get_args(Subject)
OPERATORS: tuple[Operator, ...] = get_args(Operator)
JOINED = ("all", "any", "not")
MARKS = frozenset((*SUBJECTS, *JOINED))
_ORDERED = ("at-least", "at-most", "above", "below")


Categories: TypeAlias = Mapping[str, tuple[str, ...]]


def predicate(
    entry: Entry, log: Log, facts: Mapping[str, FactSpec], categories: Categories
) -> Predicate | None:
    """Read a predicate; None where anything in it is wrong, which is noted.

    Args:
        entry: where it stands.
        log: where findings go.
        facts: the declared facts.
        categories: by stage, the categories that it gives, where they are known.
    """
    if not isinstance(entry.data, Mapping):
        log.wrong_kind(entry, "table")
        return None
    for join in JOINED:
        if join in entry.data:
            return _joined(join, entry, log, facts, categories)
    return _test(entry, log, facts, categories)


def subjects_in(entry: Entry) -> Iterator[Test]:
    """Every subject that a predicate names, as tests without operators.

    Also of a predicate that is refused for its form: a slip in one place hides no unknown name in
    another.
    """
    table = entry.table()
    joined = [table[join] for join in JOINED if join in table]
    for inner in joined:
        for each in (inner, *inner.items()):
            yield from subjects_in(each)
    if not joined:
        found = _subject(table, entry, Log())
        if found is not None:
            subject, name = found
            beside = table.get("stage") if subject == "criterion" else None
            if beside is not None:
                yield Test("stage", str(beside.data), (), (), beside.place, beside.path)
            yield Test(subject, name, (), (), table[subject].place, entry.path)


def _joined(
    join: str, entry: Entry, log: Log, facts: Mapping[str, FactSpec], categories: Categories
) -> Predicate | None:
    for key, each in entry.table().items():
        if key not in (join, "source"):
            known = (*JOINED, *SUBJECTS, *OPERATORS)
            nearest = "" if key in known else names.nearest(key, known)
            if nearest:
                log.add("UJ201", each, at_key=True, got=key, nearest=nearest)
            else:
                log.add("UJ215", each, at_key=True, got=key, expected=join)
    inner = entry.table()[join]
    if join == "not":
        part = predicate(inner, log, facts, categories)
        return None if part is None else model.Not(part)
    if not isinstance(inner.data, tuple):
        log.wrong_kind(inner, "list")
        return None
    if not inner.data:
        log.add("UJ216", inner)
        return None
    parts = [predicate(each, log, facts, categories) for each in inner.data]
    found = tuple(each for each in parts if each is not None)
    if len(found) < len(parts):
        return None
    return model.All(found) if join == "all" else model.Any(found)


def _test(
    entry: Entry, log: Log, facts: Mapping[str, FactSpec], categories: Categories
) -> Test | None:
    table = {key: each for key, each in entry.table().items() if key != "source"}
    before = len(log.findings)
    found = _subject(table, entry, log)
    if found is None:
        return None
    subject, name = found
    for key, each in table.items():
        if key not in OPERATORS and key not in (subject, "stage"):
            nearest = names.nearest(key, {*SUBJECTS, *OPERATORS, *JOINED})
            log.add("UJ201", each, at_key=True, got=key, nearest=nearest)
    spec = facts.get(name) if subject == "fact" else None
    operators = _operators(table, subject, spec, log)
    if subject == "category" and name in categories:
        _refuse_categories(table, name, categories[name], log)
    if len(log.findings) > before:
        return None
    if not operators and subject != "evidence":
        log.add("UJ317", entry, expected=OPERATORS)
        return None
    levels = spec.levels if spec is not None else ()
    asked = tuple(operators) or (("given", True),)
    places = {key: table[key].place for key, _ in operators}
    return Test(subject, name, asked, levels, table[subject].place, entry.path, places)


def _subject(table: Mapping[str, Entry], entry: Entry, log: Log) -> tuple[Subject, str] | None:
    """What is asked about; a criterion may name its stage beside it."""
    subjects: list[Subject] = [key for key in SUBJECTS if key in table]
    if "criterion" in subjects and "stage" in subjects:
        subjects.remove("stage")
    if len(subjects) > 1:
        first, second = sorted((table[key] for key in subjects), key=lambda each: each.key_place)[
            :2
        ]
        log.add("UJ316", second, at_key=True, expected=SUBJECTS, related=(first.key_place,))
        return None
    if not subjects:
        if not _misspelt(table, log):
            log.add("UJ316", entry, expected=SUBJECTS)
        return None
    name = read.text(table[subjects[0]], log)
    if name is not None and subjects[0] == "criterion" and "stage" in table:
        name = f"{table['stage'].data}.{name}"
    return None if name is None else (subjects[0], name)


def _misspelt(table: Mapping[str, Entry], log: Log) -> bool:
    """Whether an unknown key stands where the subject should be, which is noted at it."""
    meant = {key: names.nearest(key, MARKS) for key in table if key not in OPERATORS}
    for key, nearest in meant.items():
        if nearest:
            log.add("UJ201", table[key], at_key=True, got=key, nearest=nearest)
    return any(meant.values())


def _refuse_categories(
    table: Mapping[str, Entry], stage: str, known: tuple[str, ...], log: Log
) -> None:
    """Note categories that the stage never gives, or that it gives none at all."""
    if not known:
        log.add("UJ319", table["category"], stage=stage, got=Text("kategori", "categories"))
        return
    asked = [table[key] for key in ("is", "one-of") if key in table]
    for each in asked:
        for word in each.data if isinstance(each.data, tuple) else (each,):
            if isinstance(word.data, str) and word.data not in known:
                got = Text(f"kategori '{word.data}'", f"category '{word.data}'")
                nearest = names.nearest(word.data, known)
                log.add("UJ319", word, stage=stage, got=got, nearest=nearest)


def _operators(
    table: Mapping[str, Entry], subject: Subject, spec: FactSpec | None, log: Log
) -> list[tuple[Operator, Operand]]:
    found: list[tuple[Operator, Operand]] = []
    for key in OPERATORS:
        if key in table:
            operand = _operand(key, table[key], subject, spec, log)
            if operand is not None:
                found.append((key, operand))
    return found


def _operand(
    key: str, entry: Entry, subject: str, spec: FactSpec | None, log: Log
) -> Operand | None:
    if key == "given":
        return read.yes_no(entry, log)
    if subject == "evidence":
        log.add("UJ314", entry, at_key=True, got=key, expected=Text("given", "given"))
        return None
    if key == "one-of":
        if not isinstance(entry.data, tuple):
            log.wrong_kind(entry, "list")
            return None
        found = tuple(_single("is", each, subject, spec, log) for each in entry.data)
        kept = tuple(each for each in found if each is not None)
        return kept if len(kept) == len(found) else None
    return _single(key, entry, subject, spec, log)


def _single(
    key: str, entry: Entry, subject: str, spec: FactSpec | None, log: Log
) -> "Figure | str | bool | date | None":
    type_ = spec.type if spec is not None else ("number" if subject != "fact" else None)
    if subject == "category":
        type_ = "text"
    if key in _ORDERED and type_ in ("text", "yes-no"):
        log.add("UJ314", entry, at_key=True, got=key, expected=("is", "one-of", "given"))
        return None
    match type_:
        case "yes-no":
            return read.yes_no(entry, log)
        case "date":
            return read.day(entry, log)
        case "text" | "level":
            return _word(entry, spec, log)
        case None:  # an undeclared fact, which is noted elsewhere
            return read.figure(entry, log) if entry.kind() == "number" else _plain(entry)
        case _:
            return read.figure(entry, log)


def _plain(entry: Entry) -> Any:
    return entry.data if isinstance(entry.data, (str, bool, date)) else None


def _word(entry: Entry, spec: FactSpec | None, log: Log) -> str | None:
    found = read.text(entry, log)
    allowed = () if spec is None else (spec.levels or spec.one_of)
    if found is not None and allowed and found not in allowed:
        nearest = names.nearest(found, allowed)
        log.findings.append(
            finding("UJ205", entry.place, entry.path, got=found, expected=allowed, nearest=nearest)
        )
        return None
    return found
