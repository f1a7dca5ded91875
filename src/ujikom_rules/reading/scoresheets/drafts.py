"""A scoresheet with errors, as far as it can be laid on rules: its sound rows."""

from typing import TypeVar

from attrs import evolve

from ujikom_rules.errors import Finding, errors_in
from ujikom_rules.model.scoresheet import Row, Scoresheet
from ujikom_rules.reading.scoresheets.rows import lenient
from ujikom_rules.reading.scoresheets.tables import FACT_TABLES, RawSheet

R = TypeVar("R", bound=Row)
_FRAME = (*FACT_TABLES, "examiners")  # without these whole, nothing can be laid on rules
_OWNERS = ("candidacy", "candidate", "examiner", "date")


def build_draft(
    raw: RawSheet, findings: tuple[Finding, ...]
) -> tuple[Scoresheet | None, tuple[Finding, ...]]:
    """Make a model of the rows without errors, so that rules may speak of them in the same run.

    Args:
        raw: the tables.
        findings: what was said while reading them.

    Returns:
        The sound rows, without a digest: never to be scored; the day of an event whose date cannot
        be read is `date.min`. None where there is no event, or where a table that the others lean
        on cannot be read. And all findings of reading.
    """
    sheet, said = lenient(raw, findings)
    wrong = frozenset(found.path for found in errors_in(said))
    broken = {f"/{name}" for name in _FRAME} & wrong
    if sheet is None or broken or raw.refused & {"event", *_FRAME}:
        return None, said
    candidates = {row.id for row in sheet.candidates}
    candidacies = tuple(row for row in sheet.candidacies if row.id and row.candidate in candidates)
    known = {row.id for row in candidacies}
    return evolve(
        sheet,
        candidacies=candidacies,
        ratings=tuple(
            row
            for row in _sound(sheet.ratings, wrong)
            if row.candidacy in (candidates if row.of_candidate else known)
        ),
        recusals=_sound(sheet.recusals, wrong),
        absences=_sound(sheet.absences, wrong),
        advice=_sound(sheet.advice, wrong),
        evidence=_sound(sheet.evidence, wrong),
        findings=said,
    ), said


def _sound(rows: tuple[R, ...], wrong: frozenset[str]) -> tuple[R, ...]:
    """The rows about which, and about whose table, no error is said."""
    owners = {each.rpartition("/")[0] for each in wrong if each.rpartition("/")[2] in _OWNERS}
    bad = {*wrong, *(_above(each) for each in wrong)}

    def is_sound(row: Row) -> bool:
        above = row.pointer.rpartition("/")[0]
        table = f"/{row.pointer.split('/')[1]}" if row.pointer else ""
        return row.pointer not in bad and above not in owners and table not in wrong

    return tuple(row for row in rows if is_sound(row))


def _above(pointer: str) -> str:
    """The row in which a value stands; the value itself where it stands in no row."""
    parts = pointer.split("/")
    return "/".join(parts[:3]) if len(parts) > 3 else pointer
