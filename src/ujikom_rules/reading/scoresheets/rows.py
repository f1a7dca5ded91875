"""From rows to the model: the tables in the order in which they name each other."""

from datetime import date

from attrs import evolve

from ujikom_rules.errors import Finding, Place, errors_in, said_once
from ujikom_rules.model.scoresheet import (
    Absence,
    Advice,
    Event,
    Evidence,
    Recusal,
    Scoresheet,
)
from ujikom_rules.reading.scoresheets.digests import sheet_digest
from ujikom_rules.reading.scoresheets.ids import Ids
from ujikom_rules.reading.scoresheets.people import (
    read_candidacies,
    read_candidates,
    read_examiners,
    read_positions,
)
from ujikom_rules.reading.scoresheets.ratings import read_ratings
from ujikom_rules.reading.scoresheets.row_reader import RowReader
from ujikom_rules.reading.scoresheets.tables import RawSheet


def build_scoresheet(
    raw: RawSheet, findings: tuple[Finding, ...]
) -> tuple[Scoresheet | None, tuple[Finding, ...]]:
    """Make the model of a scoresheet whose tables are read.

    Args:
        raw: the tables.
        findings: what was said while reading them.

    Returns:
        The scoresheet, or None where an error was found, and all findings.
    """
    return _whole(*lenient(raw, findings))


def build_unmarked(
    raw: RawSheet, findings: tuple[Finding, ...]
) -> tuple[Scoresheet | None, tuple[Finding, ...]]:
    """The same of an event before anybody has marked: its table of ratings may be missing."""
    return _whole(*lenient(raw, findings, ("event", "candidates")))


def _whole(
    sheet: Scoresheet | None, said: tuple[Finding, ...]
) -> tuple[Scoresheet | None, tuple[Finding, ...]]:
    if sheet is None or errors_in(said):
        return None, said
    return evolve(sheet, digest=sheet_digest(sheet), findings=said), said


def lenient(
    raw: RawSheet,
    findings: tuple[Finding, ...],
    needed: tuple[str, ...] = ("event", "candidates", "ratings"),
) -> tuple[Scoresheet | None, tuple[Finding, ...]]:
    """The model of whatever can be read, also where errors are found; None without an event."""
    found = list(findings)
    ids = Ids(raw, found)
    for name in needed:
        if not raw.named(name) and name not in raw.refused:
            ids.table_missing(name, Place(raw.file))
    event = _event(ids)
    positions = read_positions(ids)
    candidates = read_candidates(ids)
    candidacies = read_candidacies(ids, candidates)
    examiners = read_examiners(ids)
    sheet = Scoresheet(
        event=event or Event(id="", date=date.min),
        positions=positions,
        candidates=candidates,
        candidacies=candidacies,
        examiners=examiners,
        ratings=read_ratings(ids, candidacies),
        recusals=_recusals(ids),
        absences=_absences(ids),
        advice=_advice(ids),
        evidence=_evidence(ids),
    )
    return (None if event is None else sheet), said_once(found)


def _event(ids: Ids) -> Event | None:
    event = None
    for row in ids.readers("event"):
        for _ in row:
            row.require("id")
            day = row.day("date") if row.require("date") else None
            event = Event(
                id=row.person("id"),
                date=day or date.min,
                lot_seed=row.text("lot-seed"),
                rules_digest=row.text("rules-digest"),
                place=row.place,
                pointer=row.pointer,
                written=row.written(),
            )
    return event


def _recusals(ids: Ids) -> tuple[Recusal, ...]:
    read: list[Recusal] = []
    first: dict[tuple[str, str], Place] = {}
    for row in ids.readers("recusals"):
        for _ in row:
            row.require("examiner")
            row.require("candidacy")
            recusal = Recusal(
                examiner=row.person("examiner", ids.examiners),
                candidacy=row.person("candidacy", ids.candidacies),
                reason=row.text("reason"),
                place=row.place,
                pointer=row.pointer,
                written=row.written(),
            )
            read.append(recusal)
            pair = (recusal.examiner, recusal.candidacy)
            before = first.setdefault(pair, recusal.place)
            if before is not recusal.place and all(pair):
                row.wrong("UJ651", "", (before,), got=" - ".join(pair))
    return tuple(read)


def _absences(ids: Ids) -> tuple[Absence, ...]:
    read: list[Absence] = []
    for row in ids.readers("absences"):
        for _ in row:
            row.require("candidacy")
            read.append(
                Absence(
                    candidacy=row.person("candidacy", ids.candidacies),
                    stage=row.name("stage") or None,
                    note=row.text("note"),
                    place=row.place,
                    pointer=row.pointer,
                    written=row.written(),
                )
            )
    return tuple(read)


def _advice(ids: Ids) -> tuple[Advice, ...]:
    read: list[Advice] = []
    for row in ids.readers("advice"):
        for _ in row:
            row.require("candidacy")
            row.require("stage")
            read.append(
                Advice(
                    candidacy=row.person("candidacy", ids.candidacies),
                    stage=row.name("stage"),
                    from_=row.text("from"),
                    text=row.text("text"),
                    place=row.place,
                    pointer=row.pointer,
                    written=row.written(),
                )
            )
    return tuple(read)


def _left_open(row: RowReader) -> bool:
    """Whether a row of a workbook's documents is not filled in yet: a form names them beforehand.

    A cell that stands empty never says yes. That is told where something else was filled in.
    """
    places = row.table.places
    if not places.sheet or not places.has("given") or row.has("given"):
        return False
    if any(map(row.has, ("date", "reference", "signed-by"))):
        row.wrong("UJ655", "given", got=str(row.row.get("id", "")))
    return True


def _evidence(ids: Ids) -> tuple[Evidence, ...]:
    read: list[Evidence] = []
    first: dict[tuple[str, str], Place] = {}
    for row in ids.readers("evidence"):
        for _ in row:
            row.require("id")
            item = Evidence(
                id=row.name("id"),
                candidacy=row.person("candidacy", ids.candidacies) or None,
                given=row.flag("given"),
                date=row.day("date"),
                reference=row.text("reference"),
                signed_by=row.ids("signed-by", ids.signers),
                place=row.place,
                pointer=row.pointer,
                written=row.written(),
            )
            if _left_open(row):
                continue
            read.append(item)
            before = first.setdefault((item.id, item.candidacy or ""), item.place)
            if before is not item.place and item.id:
                owner = f"{item.id}@{item.candidacy}" if item.candidacy else item.id
                row.wrong("UJ652", "", (before,), got=owner)
    return tuple(read)
