"""The marks of an event as columns: one for each leaf and examiner, a mark for each candidacy.

Every different mark of a leaf is checked against its scale, and taken through its value functions,
once. A candidacy whose marks are not exactly those that are owed has no place in the columns.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import cast

from ujikom_rules.evaluating.columns.joining import Column
from ujikom_rules.evaluating.columns.plainness import Weights
from ujikom_rules.evaluating.columns.reading import Marked, Reading
from ujikom_rules.evaluating.columns.tree import Odd, Tree
from ujikom_rules.evaluating.fitting import Fitted
from ujikom_rules.evaluating.marks import SECRETARIAT, LeafCheck, Ledger
from ujikom_rules.model.scoresheet import Rating
from ujikom_rules.planned import PlannedNode, PlannedStage

_WHERE = attrgetter("of_candidate", "stage", "criterion", "examiner")
_WHOSE = attrgetter("candidacy")
_VALUE = attrgetter("value")


class Block:
    """Candidacies that the same examiners mark: their numbers in the sheet, and their tree."""

    __slots__ = ("people", "tree")

    def __init__(self, people: Sequence[int], tree: Tree) -> None:
        self.people, self.tree = people, tree


class _Shared(Exception):
    """A rating counts for all the candidacies of a candidate."""


class _Seats(dict[tuple[bool, str, str, str], Marked]):
    """The column of a mark by what its rating names; one that nobody reads for what is no leaf."""

    def __init__(
        self, ledger: Ledger, columns: Mapping[tuple[str, str], Marked], many: int
    ) -> None:
        super().__init__()
        self.ledger, self.columns = ledger, columns
        self.unread: Marked = [None] * many

    def __missing__(self, where: tuple[bool, str, str, str]) -> Marked:
        of_candidate, stage, criterion, examiner = where
        if of_candidate:
            raise _Shared
        check = self.ledger.check_of(stage, criterion)
        address = "" if check is None else check.leaf.address
        found = self[where] = self.columns.get((address, examiner), self.unread)
        return found


def blocks_of(fitted: Fitted, ledger: Ledger, weights: Weights) -> Iterable[Block]:
    """The candidacies whose numbers were found in columns, those of a room together."""
    table = _Table(fitted, ledger)
    rooms: dict[str | None, list[int]] = {}
    for number, entrant in enumerate(fitted.entrants):
        if number not in table.odd:
            rooms.setdefault(entrant.candidacy.room, []).append(number)
    for room, people in rooms.items():
        marks = table.marks(room, people)
        left: Sequence[int] = [number for number in range(len(people)) if marks.whole[number]]
        while left:
            try:
                tree = Tree(fitted.plan, weights, marks.of(left), len(left))
            except Odd as odd:
                gone = {left[number] for number in odd.numbers}
                left = [number for number in left if number not in gone]
            else:
                yield Block([people[number] for number in left], tree)
                break


class _Marks:
    """The marks of some candidacies: by leaf, the denominator and a column for each examiner."""

    def __init__(self, many: int) -> None:
        self.whole = [True] * many
        self.leaves: dict[str, tuple[int, list[list[int | None]]]] = {}

    def add(self, address: str, below: int, columns: list[list[int | None]]) -> bool:
        """Add the columns of a leaf; false where somebody lacks a mark there."""
        self.leaves[address] = below, columns
        lacking = [column for column in columns if None in column]
        for column in lacking:
            self.whole = [a and b is not None for a, b in zip(self.whole, column, strict=True)]
        return not lacking

    def of(self, left: Sequence[int]) -> dict[str, list[Column]]:
        """The columns of those who are left, who lack no mark."""
        if len(left) == len(self.whole):
            return {
                address: [Column(cast("list[int]", column), below) for column in columns]
                for address, (below, columns) in self.leaves.items()
            }
        return {
            address: [Column([column[n] or 0 for n in left], below) for column in columns]
            for address, (below, columns) in self.leaves.items()
        }


class _Table:
    """The values of all ratings, a column for each leaf and examiner; who stands apart from them."""

    def __init__(self, fitted: Fitted, ledger: Ledger) -> None:
        self.fitted, self.ledger = fitted, ledger
        self.readings: dict[object, Reading] = {}
        self.leaves = [
            (stage, leaf, ledger.checks[stage.id, _criterion(stage, leaf)])
            for stage in fitted.plan.stages
            for leaf in stage.node.leaves()
        ]
        many = len(fitted.entrants)
        self.columns: dict[tuple[str, str], Marked] = {
            (leaf.address, examiner): [None] * many
            for stage, leaf, _ in self.leaves
            for examiner in self._owing(stage, leaf, None)
        }
        self.odd = {number for number, each in enumerate(fitted.entrants) if each.absences}
        numbers = {each.candidacy.id: number for number, each in enumerate(fitted.entrants)}
        self.odd.update(numbers[who] for _, who in fitted.recused if who in numbers)
        self.ratings: Sequence[Rating] = fitted.sheet.ratings
        try:
            self._fill(numbers)
        except _Shared:
            self._set_apart()
            self._fill(numbers)

    def _fill(self, numbers: Mapping[str, int]) -> None:
        seats = _Seats(self.ledger, self.columns, len(numbers))
        columns = map(seats.__getitem__, map(_WHERE, self.ratings))
        whose = map(numbers.__getitem__, map(_WHOSE, self.ratings))
        for column, who, value in zip(columns, whose, map(_VALUE, self.ratings), strict=True):
            column[who] = value

    def _set_apart(self) -> None:
        """Leave out ratings of candidates, and the candidacies for which they count."""
        shared = {rating.candidacy for rating in self.ratings if rating.of_candidate}
        self.ratings = [rating for rating in self.ratings if not rating.of_candidate]
        self.odd.update(
            number
            for number, entrant in enumerate(self.fitted.entrants)
            if entrant.candidacy.candidate in shared
        )

    def _owing(self, stage: PlannedStage, leaf: PlannedNode, room: str | None) -> list[str]:
        """Who marks a leaf; nobody's name where it is the secretariat."""
        if not leaf.reads_examiners:
            return [SECRETARIAT]
        return [each.id for each in self.fitted.owing_in(stage.id, leaf, room)]

    def _reading(self, leaf: PlannedNode, check: LeafCheck) -> Reading:
        """How the marks of a leaf are read: as those of every leaf with its scale and rounding."""
        scale = leaf.scale
        key: object = leaf.address
        if scale is not None and not scale.levels and not leaf.values:
            key = (scale.lower, scale.upper, scale.step, leaf.roundings.get("rating"))
        return self.readings.setdefault(key, Reading(leaf, check, self.ledger.today))

    def marks(self, room: str | None, people: Sequence[int]) -> _Marks:
        """The marks that the candidacies of a room are owed; whole who has neither more nor less."""
        every = len(people) == len(self.fitted.entrants)
        found = _Marks(len(people))
        full, owed = True, 0
        for stage, leaf, check in self.leaves:
            columns = [self.columns[leaf.address, each] for each in self._owing(stage, leaf, room)]
            owed += len(columns)
            if not every:
                columns = [[column[number] for number in people] for column in columns]
            full &= found.add(leaf.address, *self._reading(leaf, check).coded(columns))
        if not (full and every and len(self.ratings) == owed * len(people)):
            # Else every place is filled by as many ratings as there are places: each by one.
            given, entrants = Counter(map(_WHOSE, self.ratings)), self.fitted.entrants
            found.whole = [
                whole and given[entrants[number].candidacy.id] == owed
                for whole, number in zip(found.whole, people, strict=True)
            ]
        return found


def _criterion(stage: PlannedStage, leaf: PlannedNode) -> str:
    return leaf.address.removeprefix(stage.id).removeprefix(".")
