"""The rows of a scoresheet as a workbook holds them: a value a cell, by the keys of the tables."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from ujikom_rules.exact import NumberError, parse_number, to_text
from ujikom_rules.model.ruleset import FactSpec
from ujikom_rules.model.scoresheet import (
    Candidacy,
    Candidate,
    Evidence,
    Examiner,
    Facts,
    Position,
    Rating,
    RawFact,
    Scoresheet,
)
from ujikom_rules.model.words import NO_MARK_WORDS
from ujikom_rules.office.workbooks import Value, text_or_number
from ujikom_rules.reading.scoresheets.marks import date_of
from ujikom_rules.reading.scoresheets.words import ORIGIN_WORDS, ROLE_WORDS, YES_NO

Row = dict[str, Value]
Specs = Mapping[str, FactSpec]
_ROLES = {english: word for word, english in ROLE_WORDS.items()}
_ORIGINS = {english: word for word, english in ORIGIN_WORDS.items()}


def yes_no(value: bool) -> str:
    """A yes-no as a cell says it."""
    return "ya" if value else "tidak"


def no_mark_word(rating: Rating) -> str:
    """Why a mark is not there, as a cell says it."""
    return "" if rating.no_mark is None else NO_MARK_WORDS[rating.no_mark].id


def mark_of(rating: Rating) -> Value:
    """What stands in the cell of a mark."""
    return no_mark_word(rating) if rating.value is None else rating.value


def implied(sheet: Scoresheet) -> bool:
    """Whether the candidacies are the candidates, as where none are written."""
    return [row.id for row in sheet.candidates] == [row.id for row in sheet.candidacies] and all(
        row.candidate == row.id and not (row.position or row.room or row.facts)
        for row in sheet.candidacies
    )


def rows_of(sheet: Scoresheet, table: str, specs: Specs) -> list[Row]:
    """The rows of one table.

    Args:
        sheet: the scoresheet.
        table: a key of the scoresheet; ratings in the long form.
        specs: the facts that the rules declare: a date stands in a date cell only where it is one.
    """
    match table:
        case "positions":
            return [_position(row, specs) for row in sheet.positions]
        case "candidates":
            return [_candidate(row, specs) for row in sheet.candidates]
        case "candidacies":
            return [] if implied(sheet) else [_candidacy(row, specs) for row in sheet.candidacies]
        case "examiners":
            return [_examiner(row) for row in sheet.examiners]
        case "ratings":
            return [_rating(row) for row in sheet.ratings]
        case "recusals":
            return [
                {"examiner": row.examiner, "candidacy": row.candidacy, "reason": row.reason}
                for row in sheet.recusals
            ]
        case "absences":
            return [
                {"candidacy": row.candidacy, "stage": row.stage, "note": row.note}
                for row in sheet.absences
            ]
        case "advice":
            return [
                {
                    "candidacy": row.candidacy,
                    "stage": row.stage,
                    "from": row.from_,
                    "text": row.text,
                }
                for row in sheet.advice
            ]
        case _:
            return [_evidence(row) for row in sheet.evidence]


def keys_in(rows: Iterable[Row]) -> list[str]:
    """The keys that any of the rows fills, in the order in which they are met."""
    return list(
        dict.fromkeys(key for row in rows for key, value in row.items() if value not in (None, ""))
    )


def _position(row: Position, specs: Specs) -> Row:
    vacancies = Fraction(row.vacancies)
    return {"id": row.id, "title": row.title, "vacancies": vacancies, **_facts(row.facts, specs)}


def _candidate(row: Candidate, specs: Specs) -> Row:
    return {"id": row.id, "person": row.person, "name": row.name, **_facts(row.facts, specs)}


def _candidacy(row: Candidacy, specs: Specs) -> Row:
    return {
        "id": row.id,
        "candidate": row.candidate,
        "position": row.position,
        "room": row.room,
        **_facts(row.facts, specs),
    }


def _examiner(row: Examiner) -> Row:
    return {
        "id": row.id,
        "person": row.person,
        "name": row.name,
        "role": _ROLES[row.role],
        "kind": row.kind,
        "origin": _ORIGINS[row.origin] if row.origin is not None else "",
        "room": row.room,
        "stages": " ".join(row.stages),
    }


def _rating(row: Rating) -> Row:
    return {
        "candidate" if row.of_candidate else "candidacy": row.candidacy,
        "stage": row.stage,
        "criterion": row.criterion,
        "examiner": row.examiner,
        "value": row.value,
        "no-mark": no_mark_word(row),
        "date": row.date,
    }


def _evidence(row: Evidence) -> Row:
    return {
        "id": row.id,
        "candidacy": row.candidacy,
        "given": yes_no(row.given),
        "date": row.date,
        "reference": row.reference,
        "signed-by": " ".join(row.signed_by),
    }


def _facts(facts: Facts, specs: Specs) -> Row:
    return {f"facts/{name}": fact_value(fact, specs.get(name)) for name, fact in facts.items()}


def fact_value(fact: RawFact, spec: FactSpec | None) -> Value:
    """A fact as its cell holds it: a number or a date only where the rules declare one."""
    value = fact.value
    if isinstance(value, bool):
        return yes_no(value)
    kind = "" if spec is None else spec.type
    if kind == "yes-no" and isinstance(value, str) and not value.isdecimal():
        said = YES_NO.get(value.casefold())
        return value if said is None else yes_no(said)
    if isinstance(value, str) and kind == "number":
        try:
            value = parse_number(value, comma=fact.comma)
        except NumberError:
            return str(fact.value)
    if isinstance(value, str):
        return (date_of(value, comma=fact.comma) or value) if kind == "date" else value
    return value if text_or_number(value) else to_text(value)
