"""A file of cases, read: what each case scores, and what it expects as printed."""

import re
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import TypeVar, get_args

from attrs import evolve, field, frozen

from ujikom_rules import names
from ujikom_rules.errors import NOWHERE, Finding, Place, errors_in
from ujikom_rules.exact import to_text
from ujikom_rules.messages import REGISTER, Text
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.outcome import VERDICTS, GateVerdict
from ujikom_rules.reading.document import read_document_file
from ujikom_rules.reading.structure import (
    Keys,
    Log,
    Reader,
    id_text,
    items,
    text,
    texts,
    word,
    yes_no,
)

T = TypeVar("T")
_DECIMAL_COMMA = re.compile(r"[+-]?[0-9]+,[0-9]+")


@frozen(kw_only=True)
class Expected:
    """What a case expects of one candidacy; only what it names is compared.

    Attributes:
        candidacy: its id.
        values: printed text by address: ``total``, ``rank``, ``shared``, ``verdict``,
            ``category``, ``ranks.<id>.rank``, ``stages.<id>.value``, and figures by their own.
            An empty text says that nothing is there.
        printed: what a publication printed wrongly, by the same addresses.
        place: where the case names it.
    """

    candidacy: str = ""
    values: Mapping[str, str] = field(factory=dict)
    printed: Mapping[str, str] = field(factory=dict)
    place: Place = field(default=NOWHERE, eq=False)


@frozen
class ExpectedFinding:
    """A finding that must be said: at the path, or anywhere where none is named."""

    code: str
    path: str = ""


@frozen(eq=False, kw_only=True)
class Case:
    """A written example with its expected result.

    Attributes:
        scoresheet: where the scoresheet lies, or its tables where they are written inline.
        expected: what is expected of candidacies, in the order of the file.
        findings: what must be said of the ruleset, the scoresheet or the result.
        whole: whether all that it expects could be read; one that is not cannot pass.
    """

    id: str
    title: Text
    scoresheet: Path | Entry
    expected: tuple[Expected, ...]
    findings: tuple[ExpectedFinding, ...]
    whole: bool = True


def cases_file(ruleset: str | Path) -> Path:
    """Where the cases of a ruleset's file lie.

    >>> cases_file("kota/2025.toml").name
    '2025.cases.toml'
    """
    return Path(ruleset).with_suffix(".cases.toml")


def read_cases(path: Path) -> tuple[tuple[Case, ...], tuple[Finding, ...]]:
    """Read a file of cases.

    Args:
        path: ``X.cases.toml``; the paths of scoresheets in it are relative to it.

    Returns:
        The cases that can be run, and every mistake of the file with its place.
    """
    root, findings = read_document_file(path)
    if root is None:
        return (), findings
    log = Log()
    keys = Keys(root, log)

    def case(entry: Entry, log: Log) -> Case | None:
        return _case(entry, log, path.parent)

    found = keys.read("cases", items(case, filled=True), required=True) or ()
    keys.end()
    _each_id_once(root, log)
    return found, (*findings, *log.findings)


def _each_id_once(root: Entry, log: Log) -> None:
    cases = root.get("cases")
    seen: set[object] = set()
    for case in () if cases is None else cases.items():
        id_ = case.get("id")
        if id_ is not None and isinstance(id_.data, str):
            if id_.data in seen:
                log.add("UJ206", id_, got=id_.data)
            seen.add(id_.data)


def _case(entry: Entry, log: Log, folder: Path) -> Case | None:
    before = len(log.findings)
    keys = Keys(entry, log)
    id_ = keys.read("id", id_text, required=True)
    title = keys.read("title", texts) or Text.same("")
    scoresheet = _scoresheet(keys.take("scoresheet", required=True), log, folder)
    expected = keys.read("expect", _table_of(_expected)) or {}
    findings = keys.read("findings", items(_finding)) or ()
    printed = keys.read("printed", _table_of(_table_of(_as_printed))) or {}
    keys.end(("title", "expect", "findings", "printed"))
    if not {"expect", "findings", "printed"} & entry.table().keys():
        log.add("UJ821", entry, at_key=True, got=id_ or "")
    if id_ is None or scoresheet is None:
        return None
    return Case(
        id=id_,
        title=title,
        scoresheet=scoresheet,
        expected=tuple(
            _joined(
                candidacy,
                expected.get(candidacy, Expected(place=entry.key_place)),
                printed.get(candidacy, {}),
            )
            for candidacy in dict.fromkeys((*expected, *printed))
        ),
        findings=findings,
        whole=not errors_in(log.findings[before:]),
    )


def _joined(candidacy: str, expected: Expected, printed: Mapping[str, str]) -> Expected:
    return evolve(expected, candidacy=candidacy, printed={**expected.printed, **printed})


def _scoresheet(entry: Entry | None, log: Log, folder: Path) -> Path | Entry | None:
    """A path beside the cases, or the tables themselves."""
    if entry is None or isinstance(entry.data, Mapping):
        return entry
    path = text(entry, log)
    return None if path is None else folder / path


def _expected(entry: Entry, log: Log) -> Expected:
    keys = Keys(entry, log)
    values = _taken(keys, _RESULT)
    for name, rank in (keys.read("ranks", _table_of(_rank_table)) or {}).items():
        values |= _beneath(f"ranks.{name}", rank)
    for name, stage in (keys.read("stages", _table_of(_stage_table)) or {}).items():
        values |= _beneath(f"stages.{name}", stage)
    values |= keys.read("figures", _table_of(_as_printed)) or {}
    printed = keys.read("printed", _table_of(_as_printed)) or {}
    keys.end((*_RESULT, "ranks", "stages", "figures", "printed"))
    return Expected(values=values, printed=printed, place=entry.key_place)


def _finding(entry: Entry, log: Log) -> ExpectedFinding | None:
    keys = Keys(entry, log)
    code = keys.read("code", text, required=True)
    path = keys.read("path", text)
    keys.end(("code", "path"))
    if code is None:
        return None
    if code not in REGISTER:
        known = names.nearest(code, REGISTER)
        log.add("UJ823", entry.table()["code"], got=code, nearest=known)
        return None
    return ExpectedFinding(code, path or "")


def _taken(keys: Keys, readers: Mapping[str, Reader[str]]) -> dict[str, str]:
    """The values under the keys that are there and can be read."""
    found = {key: keys.read(key, read) for key, read in readers.items()}
    return {key: value for key, value in found.items() if value is not None}


def _beneath(address: str, values: Mapping[str, str]) -> dict[str, str]:
    return {f"{address}.{key}": value for key, value in values.items()}


def _table_of(read: Reader[T]) -> Reader[dict[str, T]]:
    """A table whose keys are free and whose values are all read alike."""

    def read_all(entry: Entry, log: Log) -> dict[str, T] | None:
        if not isinstance(entry.data, Mapping):
            log.wrong_kind(entry, "table")
            return None
        found = {key: read(each, log) for key, each in entry.data.items()}
        return {key: each for key, each in found.items() if each is not None}

    return read_all


def _keyed(readers: Mapping[str, Reader[str]]) -> Reader[dict[str, str]]:
    """A table of fixed keys, each with its own reader."""

    def read(entry: Entry, log: Log) -> dict[str, str]:
        keys = Keys(entry, log)
        found = _taken(keys, readers)
        keys.end(readers)
        return found

    return read


def _as_printed(entry: Entry, log: Log) -> str | None:
    """A number as it is printed: a text, since a bare 82.50 has already lost its last digit."""
    if isinstance(entry.data, int) and not isinstance(entry.data, bool):
        return str(entry.data)
    if isinstance(entry.data, Fraction):
        log.add("UJ822", entry, got=entry.written)
        return None
    said = text(entry, log)
    if said is not None and _DECIMAL_COMMA.fullmatch(said):
        log.add("UJ824", entry, got=said, expected=said.replace(",", "."))
        return None
    return said


def _rank(entry: Entry, log: Log) -> str | None:
    """A rank is printed without closing zeros, so that it may be a bare number."""
    if isinstance(entry.data, Fraction):
        return to_text(entry.data)
    return _as_printed(entry, log)


def _yes_no(entry: Entry, log: Log) -> str | None:
    said = yes_no(entry, log)
    return None if said is None else shown_yes_no(said)


def shown_yes_no(said: bool) -> str:
    """A yes or no as a case and its differences write it."""
    return "true" if said else "false"


def _rank_table(entry: Entry, log: Log) -> dict[str, str] | None:
    """A further rank: ``{ rank, shared }``, or the rank alone."""
    if isinstance(entry.data, Mapping):
        return _keyed(_RANK)(entry, log)
    rank = _rank(entry, log)
    return None if rank is None else {"rank": rank}


_RANK: Mapping[str, Reader[str]] = {"rank": _rank, "shared": _yes_no}
_RESULT: Mapping[str, Reader[str]] = {
    "total": _as_printed,
    **_RANK,
    "verdict": word(*VERDICTS),
    "category": text,
}
_STAGE: Mapping[str, Reader[str]] = {
    "value": _as_printed,
    "verdict": word(*get_args(GateVerdict)),
    "kept": _yes_no,
    "category": text,
    "note": text,
}
_stage_table = _keyed(_STAGE)
