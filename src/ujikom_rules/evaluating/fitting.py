"""The sheet laid on the plan: who is seated, who owes a mark, and what is wrong with it."""

from collections.abc import Collection, Mapping
from datetime import date

from attrs import evolve, frozen

from ujikom_rules.errors import Finding
from ujikom_rules.evaluating.announced import made_for_others
from ujikom_rules.evaluating.entrants import Entrant, entrants_of
from ujikom_rules.evaluating.marks import Ledger, Levels, Marks, SeatedAt, of_date
from ujikom_rules.evaluating.naming import about, node_titles
from ujikom_rules.evaluating.panels import seated_of
from ujikom_rules.messages import Lang, Text, finding
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.numerals import as_said
from ujikom_rules.model.scoresheet import Examiner, Scoresheet
from ujikom_rules.planned import Plan, PlannedNode


@frozen(eq=False)
class Fitted:
    """A scoresheet laid on a plan.

    Attributes:
        entrants: the candidacies with their facts and documents, in the sheet's order.
        marks: leaf's address → candidacy → examiner → mark or no-mark.
        levels: (leaf's address, candidacy, examiner) → the id of the level that was marked.
        expired: (leaf's address, candidacy) → the day of a result that is past its validity.
        seats: for each of the plan's panels, the seated examiners by id.
        recused: pairs of examiner and candidacy.
        sound: weights that were found to sum to 100, by identity, so that equal answers of a
            weighting are checked once.
        asked: documents that parts asked for.
    """

    plan: Plan
    sheet: Scoresheet
    entrants: tuple[Entrant, ...]
    marks: Marks
    levels: Levels
    expired: Mapping[tuple[str, str], date]
    seats: tuple[tuple[Examiner, ...], ...]
    recused: frozenset[tuple[str, str]]
    _owing: dict[tuple[str, int, str | None], tuple[Examiner, ...]]
    sound: dict[tuple[int, ...], tuple[Figure, ...]]
    asked: set[str]

    def owing(self, stage: str, leaf: PlannedNode, entrant: Entrant) -> tuple[Examiner, ...]:
        """The examiners who owe this candidacy a mark at a leaf, recused ones included.

        Those who are seated, rate this stage, and sit in the candidacy's room or in none; a
        candidacy without a room meets all, and so does one that passes through every room.
        """
        return self.owing_in(stage, leaf, entrant.candidacy.room)

    def owing_in(self, stage: str, leaf: PlannedNode, room: str | None) -> tuple[Examiner, ...]:
        """The examiners who owe a mark to the candidacies of a room; of none, all of them."""
        room = None if meets_all_rooms(leaf) else room
        key = (stage, leaf.panel, room)
        found = self._owing.get(key)
        if found is None:
            found = self._owing[key] = tuple(
                examiner
                for examiner in self.seats[leaf.panel]
                if (not examiner.stages or stage in examiner.stages)
                and (room is None or not examiner.room or examiner.room == room)
            )
        return found


def meets_all_rooms(leaf: PlannedNode) -> bool:
    """Whether a candidacy passes through every room at this leaf: `rooms-first` by room."""
    return leaf.pooling is not None and getattr(leaf.pooling.part, "by", "") == "room"


def fit(plan: Plan, sheet: Scoresheet) -> tuple[Fitted, Ledger, list[Finding]]:
    """Lay a sheet on a plan; its marks are entered later, into the ledger.

    What is wrong with its facts, its references and its panels is found here.
    """
    findings: list[Finding] = [*_force(plan, sheet), *_later(plan, sheet)]
    findings += made_for_others(plan, sheet)
    entrants, wrong = entrants_of(plan, sheet)
    findings += wrong
    seats, wrong = seated_of(plan, sheet)
    findings += wrong
    recused = frozenset((row.examiner, row.candidacy) for row in sheet.recusals)
    bare = Fitted(plan, sheet, entrants, {}, {}, {}, seats, recused, {}, {}, set())
    ledger = Ledger(plan, sheet.event.date, recused, _seated_at(bare))
    return (
        evolve(bare, marks=ledger.marks, levels=ledger.levels, expired=ledger.expired),
        ledger,
        findings,
    )


def enter(sheet: Scoresheet, ledger: Ledger, apart: Collection[str] = ()) -> None:
    """Enter every rating, but none of candidacies that stand apart."""
    if len(apart) == len(sheet.candidacies):
        return
    by_candidate: dict[str, list[str]] = {}
    for row in sheet.candidacies:
        by_candidate.setdefault(row.candidate, []).append(row.id)
    for rating in sheet.ratings:
        if rating.of_candidate:
            for candidacy in by_candidate[rating.candidacy]:
                ledger.enter(rating, candidacy)
        elif rating.candidacy not in apart:
            ledger.enter(rating, rating.candidacy)


def _seated_at(fitted: Fitted) -> SeatedAt:
    entrants = {entrant.id: entrant for entrant in fitted.entrants}
    known: dict[tuple[str, str | None], frozenset[str]] = {}

    def seated(stage: str, leaf: PlannedNode, candidacy: str) -> frozenset[str]:
        entrant = entrants[candidacy]
        key = (leaf.address, entrant.candidacy.room)
        found = known.get(key)
        if found is None:
            owing = fitted.owing(stage, leaf, entrant)
            found = known[key] = frozenset(examiner.id for examiner in owing)
        return found

    return seated


def _later(plan: Plan, sheet: Scoresheet) -> list[Finding]:
    """Ratings with a date after the event's: they count, and something is amiss."""
    day = sheet.event.date
    late = [row for row in sheet.ratings if row.date is not None and row.date > day]
    titles = node_titles(plan) if late else {}
    return [of_date("UJ681", row, about=about(titles, row), got=row.date, day=day) for row in late]


def _force(plan: Plan, sheet: Scoresheet) -> list[Finding]:
    first, last = plan.effective
    day = sheet.event.date
    if (first is None or first <= day) and (last is None or day <= last):
        return []

    def said(lang: Lang) -> str:
        return " – ".join("…" if each is None else as_said(each, lang) for each in plan.effective)

    return [
        finding("UJ677", sheet.event.place, "/event/date", got=sheet.event.id, day=day,
                expected=Text(said("id"), said("en")))
    ]  # fmt: skip
