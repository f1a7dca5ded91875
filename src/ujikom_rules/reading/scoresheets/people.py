"""Positions, candidates, candidacies and examiners of a scoresheet."""

from ujikom_rules.model.scoresheet import (
    Candidacy,
    Candidate,
    Examiner,
    Origin,
    Position,
    Role,
)
from ujikom_rules.reading.scoresheets.ids import Ids
from ujikom_rules.reading.scoresheets.words import ORIGIN_WORDS, ROLE_WORDS

_ROLES: dict[str, Role] = {"chair": "chair", "member": "member"}
_ORIGINS: dict[str, Origin] = {"internal": "internal", "external": "external"}


def read_positions(ids: Ids) -> tuple[Position, ...]:
    """The posts that candidacies aim at."""
    return tuple(
        Position(
            id=ids.own(row, ids.positions),
            title=row.text("title"),
            vacancies=row.count("vacancies"),
            facts=row.facts(),
            place=row.place,
            pointer=row.pointer,
            written=row.written(),
        )
        for row in ids.readers("positions")
        for _ in row
    )


def read_candidates(ids: Ids) -> tuple[Candidate, ...]:
    """The people who are tested."""
    return tuple(
        Candidate(
            id=ids.own(row, ids.candidates),
            person=row.person("person"),
            name=row.text("name"),
            facts=row.facts(),
            place=row.place,
            pointer=row.pointer,
            written=row.written(),
        )
        for row in ids.readers("candidates")
        for _ in row
    )


def read_candidacies(ids: Ids, candidates: tuple[Candidate, ...]) -> tuple[Candidacy, ...]:
    """The candidacies; where none is written, one a candidate, with the candidate's id."""
    written = []
    for row in ids.readers("candidacies"):
        for _ in row:
            row.require("candidate")
            written.append(
                Candidacy(
                    id=ids.own(row, ids.candidacies),
                    candidate=row.person("candidate", ids.candidates),
                    position=row.person("position", ids.positions) or None,
                    room=row.text("room") or None,
                    facts=row.facts(),
                    place=row.place,
                    pointer=row.pointer,
                    written=row.written(),
                )
            )
    for candidacy in written:
        ids.candidacies.names[candidacy.id] = ids.candidates.names.get(candidacy.candidate, "")
    if written or "candidacies" in ids.raw.refused:
        return tuple(written)
    ids.candidacies.table, ids.candidacies.ids = "candidates", ids.candidates.ids
    ids.candidacies.names = ids.candidates.names
    return tuple(
        Candidacy(id=c.id, candidate=c.id, place=c.place, pointer=c.pointer) for c in candidates
    )


def read_examiners(ids: Ids) -> tuple[Examiner, ...]:
    """The people who rate."""
    return tuple(
        Examiner(
            id=ids.own(row, ids.examiners),
            person=row.person("person"),
            name=row.text("name"),
            role=_ROLES.get(row.word("role", tuple(_ROLES), ROLE_WORDS), "member"),
            kind=row.text("kind"),
            origin=_ORIGINS.get(row.word("origin", tuple(_ORIGINS), ORIGIN_WORDS)),
            room=row.text("room") or None,
            stages=row.ids("stages"),
            place=row.place,
            pointer=row.pointer,
            written=row.written(),
        )
        for row in ids.readers("examiners")
        for _ in row
    )
