"""The ratings of a scoresheet: every mark once, with a value or the reason why there is none."""

from collections import Counter
from fractions import Fraction

from ujikom_rules.errors import Place
from ujikom_rules.messages import finding
from ujikom_rules.model.scoresheet import NO_MARKS, Candidacy, NoMark, Rating
from ujikom_rules.reading.scoresheets.ids import Ids
from ujikom_rules.reading.scoresheets.row_reader import RowReader
from ujikom_rules.reading.scoresheets.words import NO_MARK_WORDS

_NO_MARKS: dict[str, NoMark] = {word: word for word in NO_MARKS}


def read_ratings(ids: Ids, candidacies: tuple[Candidacy, ...]) -> tuple[Rating, ...]:
    """The ratings of all tables, long ones and wide ones.

    Args:
        ids: the ids declared so far.
        candidacies: a rating of a candidate counts for all that person's candidacies.
    """
    _one_form_a_stage(ids)
    ratings, claims = list[Rating](), _Claims(candidacies)
    for row in ids.readers("ratings"):
        before, words = len(ratings), list[tuple[int, Rating]]()
        dated = row.table.places.has("date")
        for at in row:
            rating = _rating(row, ids, dated=dated)
            ratings.append(rating)
            claims.claim(row, rating)
            if type(rating.value) is str:
                words.append((at, rating))
        if words:
            _note_words(row, words, ratings[before:])
    return tuple(ratings)


def _note_words(row: RowReader, words: list[tuple[int, Rating]], ratings: list[Rating]) -> None:
    """Say of marks in words what else they may be, above all where the others are numbers."""
    numbers = Counter(_column(each) for each in ratings if isinstance(each.value, Fraction))
    said = Counter(_column(each) for _, each in words)
    for at, rating in words:
        column = _column(rating)
        key = f"criterion/{rating.criterion}" if rating.criterion else "value"
        if rating.value in row.table.words.get(key, ()):
            continue  # a form offers it
        row.read_as_level(at, str(rating.value), odd=numbers[column] > said[column])


def _column(rating: Rating) -> tuple[str, str]:
    return rating.stage, rating.criterion


def _rating(row: RowReader, ids: Ids, *, dated: bool) -> Rating:
    cells = row.row
    dated = dated or "date" in cells
    of_candidate = "candidate" in cells and row.has("candidate") and not row.has("candidacy")
    if of_candidate:
        whose = row.person("candidate", ids.candidates)
    else:
        whose = row.person("candidacy", ids.candidacies)
        if not whose or "candidate" in cells:
            _check_owner(row)
    value = "value" in cells and row.has("value")
    no_mark = "no-mark" in cells and row.has("no-mark")
    if value is no_mark:
        _check_mark(row, value)
    stage = row.name("stage")
    if not stage:
        row.require("stage")
    return Rating(
        candidacy=whose,
        stage=stage,
        # a column of a wide table may be headed by the criterion's title, known to rulesets only
        criterion=row.text("criterion") if row.table.stage else row.name("criterion", dotted=True),
        examiner=row.person("examiner", ids.examiners),
        value=row.mark() if value else None,
        no_mark=_NO_MARKS.get(row.word("no-mark", NO_MARKS, NO_MARK_WORDS)) if no_mark else None,
        of_candidate=of_candidate,
        date=row.day("date") if "date" in cells else None,
        place=row.place_of("value" if value else "no-mark"),
        pointer=row.pointer,
        written=(("date", row.table.places.place(row.at, "date")),) if dated else (),
    )


def _check_owner(row: RowReader) -> None:
    """A rating without a candidate alone names a candidacy, and nothing else."""
    if not row.has("candidacy"):
        if "candidacy" not in row.table.lacks:
            # once for all marks of a row in a wide table, at the cell that should name somebody
            named = (key for key in ("candidacy", "candidate") if row.table.stage)
            row.wrong("UJ648", next((key for key in named if row.table.places.has(key)), ""))
    elif "candidate" in row.row and row.has("candidate"):
        row.wrong("UJ647", "candidate")


def _check_mark(row: RowReader, both: bool) -> None:
    """Say that a rating has value and no-mark, or neither."""
    if both:
        row.wrong("UJ645", "no-mark")
    elif "value" not in row.table.lacks:
        row.wrong("UJ646")


class _Claims:
    """Which marks have been given; a candidate's mark is one for each of the candidacies."""

    def __init__(self, candidacies: tuple[Candidacy, ...]) -> None:
        self.given: dict[tuple[str, str, str, str], Place] = {}
        self.of_candidate: dict[str, list[str]] = {}
        for candidacy in candidacies:
            self.of_candidate.setdefault(candidacy.candidate, []).append(candidacy.id)

    def claim(self, row: RowReader, rating: Rating) -> None:
        """Say so where the same mark was given before."""
        if not rating.candidacy or not rating.stage:
            return
        whose = [rating.candidacy]
        if rating.of_candidate:
            whose = self.of_candidate.get(rating.candidacy, [])
        for candidacy in whose:
            mark = (candidacy, rating.stage, rating.criterion, rating.examiner)
            before = self.given.setdefault(mark, rating.place)
            if before is not rating.place:
                node = f"{rating.stage}.{rating.criterion}".rstrip(".")
                examiner = f"@{rating.examiner}" if rating.examiner else ""
                row.wrong("UJ650", "", (before,), got=f"{candidacy} {node}{examiner}")


def _one_form_a_stage(ids: Ids) -> None:
    """A stage with a wide table of its own has no rows in the long one."""
    tables = ids.raw.named("ratings")
    wide = {table.stage: table for table in tables if table.stage}
    for table in tables if wide else ():
        if table.stage:
            continue
        for at, row in enumerate(table.rows):
            stage = row.get("stage") if isinstance(row, dict) else None
            other = wide.pop(stage, None) if isinstance(stage, str) else None
            if other is not None:
                where = table.places.place(at, "stage"), table.places.pointer(at, "stage")
                related = (other.places.table_place,)
                ids.found.append(finding("UJ622", *where, related=related, got=stage))
