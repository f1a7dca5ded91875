"""Marks entered one by one: each checked against its leaf, its scale and who may give it."""

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from functools import cached_property
from math import lcm
from typing import Any, TypeAlias

from attrs import evolve, frozen

from ujikom_rules import names
from ujikom_rules.errors import Finding
from ujikom_rules.evaluating.naming import about, node_titles
from ujikom_rules.evaluating.spelling import spelt
from ujikom_rules.exact import to_text
from ujikom_rules.messages import LANGS, Text, finding
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.numerals import decimal
from ujikom_rules.model.ruleset import Scale
from ujikom_rules.model.scoresheet import NoMark, Rating
from ujikom_rules.planned import Plan, PlannedNode, PlannedStage

Mark: TypeAlias = Figure | NoMark
Marks: TypeAlias = Mapping[str, Mapping[str, Mapping[str, Mark]]]
Levels: TypeAlias = Mapping[tuple[str, str, str], str]
SeatedAt: TypeAlias = Callable[[str, PlannedNode, str], frozenset[str]]
SECRETARIAT = ""  # stands in the place of an examiner where none marks
_VALUE_WORDS = ("nilai", "value")
_NOBODY = frozenset({SECRETARIAT})
_NOTHING_MARKED = (None, "not-entered", "recused")  # what may stand beside a recusal
_KEY = Text("isi kunci 'date'", "fill in 'date'")
_COLUMN = Text("isi kolom Tanggal", "fill in the column date")
_SOURCES = {
    "fact": Text("sebuah fakta", "a fact"),
    "facts": Text("fakta", "facts"),
    "stage": Text("tahapan lain", "another stage"),
}


_IN_WORDS: Mapping[str, tuple[str, ...]] = {  # what a code's own sentence says of the row
    "UJ661": ("stage", "criterion"),
    "UJ662": ("stage", "criterion"),
    "UJ665": ("examiner",),
    "UJ666": ("examiner", "candidacy"),
    "UJ668": ("candidacy",),
}


class LeafCheck:
    """Quick checks of one leaf's marks: scales on whole numbers, levels by id."""

    def __init__(self, stage: PlannedStage, leaf: PlannedNode) -> None:
        self.stage, self.leaf = stage, leaf
        self.examined = leaf.reads_examiners
        self.source = leaf.reads.source if leaf.reads is not None else "facts"
        self.levels = {level.id: level for level in (leaf.scale.levels if leaf.scale else ())}
        self.plain = not self.levels and leaf.valid_years is None
        scale = leaf.scale
        self.unit = 0
        if scale is not None and not scale.levels and scale.step is not None:
            self.unit = lcm(scale.lower.denominator, scale.step.denominator)
            self.low = int(scale.lower * self.unit)
            self.high = int(scale.upper * self.unit)
            self.step = int(scale.step * self.unit)

    def on_scale(self, value: Fraction | str) -> bool:
        """Whether a mark is a number that lies on the leaf's scale."""
        if isinstance(value, str):
            return False
        if self.unit:
            whole, rest = divmod(self.unit, value.denominator)
            if rest:
                return False
            number = value.numerator * whole
            return self.low <= number <= self.high and not (number - self.low) % self.step
        scale = self.leaf.scale
        return scale is None or scale.holds(value)


@frozen(eq=False)
class Desk:
    """Where the marks of one leaf for one candidacy are entered, and who may enter them."""

    check: LeafCheck
    address: str
    seated: frozenset[str]
    row: dict[str, Mark]


class Ledger:
    """Marks as they are entered; what is wrong with one is noted and the mark left out.

    Args:
        plan: where the leaves are.
        today: the event's date, for marks that expire.
        recused: pairs of examiner and candidacy.
        seated: who may mark a leaf of a stage for a candidacy.
    """

    def __init__(
        self, plan: Plan, today: date, recused: frozenset[tuple[str, str]], seated: SeatedAt
    ) -> None:
        self.plan, self.today, self.recused, self.seated = plan, today, recused, seated
        self.checks = {
            (stage.id, leaf.address.removeprefix(stage.id).removeprefix(".")): LeafCheck(
                stage, leaf
            )
            for stage in plan.stages
            if stage.gives == "value"
            for leaf in stage.node.leaves()
        }
        self.marks: dict[str, dict[str, dict[str, Mark]]] = {
            check.leaf.address: {} for check in self.checks.values()
        }
        self.titled = _titled(self.checks)
        self.desks: dict[tuple[str, str, str], Desk] = {}
        self.levels: dict[tuple[str, str, str], str] = {}
        self.expired: dict[tuple[str, str], date] = {}
        self.findings: list[Finding] = []
        self.rows_told: set[tuple[str, str]] = set()

    def enter(self, rating: Rating, candidacy: str) -> None:
        """Enter one rating for one candidacy."""
        desk = self.desks.get((rating.stage, rating.criterion, candidacy))
        if desk is None:
            desk = self._desk(rating, candidacy)
            if desk is None:
                return
        check, examiner, value = desk.check, rating.examiner, rating.value
        if examiner not in desk.seated:
            self._refuse_examiner(check, rating, candidacy)
            return
        if self.recused and (examiner, candidacy) in self.recused:
            if rating.value is not None or rating.no_mark not in _NOTHING_MARKED:
                self._note("UJ666", rating, candidacy, got=examiner, candidacy=candidacy)
            return
        level = ""
        if value is not None and not (check.plain and check.on_scale(value)):
            value, level, wrong = read_mark(check, rating, self.today)
            if wrong is not None:
                self._left_out(wrong, desk, rating, candidacy)
                return
        if examiner in desk.row:
            got = check.leaf.address
            self._note("UJ668", rating, candidacy, got=got, candidacy=candidacy)
            return
        if not isinstance(value, Fraction):
            desk.row[examiner] = rating.no_mark or "not-entered"
            return
        address = f"{desk.address}@{examiner}:raw" if examiner else f"{desk.address}:raw"
        desk.row[examiner] = Figure(
            value, "mark", (), address, check.leaf.title, None, rating.place, rating.pointer
        )
        if level:
            self.levels[desk.address, candidacy, examiner] = level

    def _left_out(self, wrong: Finding, desk: Desk, rating: Rating, candidacy: str) -> None:
        """Say why a mark is none; one past its validity was entered, and is not owed."""
        self._say(wrong, rating, candidacy)
        if wrong.severity != "error" and rating.date is not None:
            desk.row[rating.examiner] = "void"
            self.expired[desk.address, candidacy] = rating.date

    def check_of(self, stage: str, criterion: str) -> LeafCheck | None:
        """The leaf that a rating names: by id, by title, or as the column of a value."""
        check = self.checks.get((stage, criterion)) or self.titled.get((stage, criterion))
        if check is None and not criterion:
            named = (self.checks.get((stage, word)) for word in _VALUE_WORDS)
            check = next(filter(None, named), None)
        return check

    def _desk(self, rating: Rating, candidacy: str) -> "Desk | None":
        """Where the marks of one leaf for one candidacy are entered; noted where there is none."""
        key = (rating.stage, rating.criterion)
        check = self.check_of(*key)
        if check is None:
            wrong = _unknown(self.plan, self.checks, rating)
            if wrong.code != "UJ661" or self._is_first_of_row(rating):
                self._say(wrong, rating, candidacy)
            return None
        if check.source in _SOURCES:
            self._say(_wrong_source(check, rating), rating, candidacy)
            return None
        leaf = check.leaf
        seated = self.seated(rating.stage, leaf, candidacy) if check.examined else _NOBODY
        row = self.marks[leaf.address].setdefault(candidacy, {})
        desk = self.desks[(*key, candidacy)] = Desk(check, leaf.address, seated, row)
        return desk

    def _is_first_of_row(self, rating: Rating) -> bool:
        """Whether no other column of the rating's row has been told of; a stage is the row's."""
        row, _, column = rating.pointer.rpartition("/")
        whole = (rating.place.file, rating.pointer if column.isdecimal() else row)
        first = whole not in self.rows_told
        self.rows_told.add(whole)
        return first

    def _refuse_examiner(self, check: LeafCheck, rating: Rating, candidacy: str) -> None:
        if bool(rating.examiner) is check.examined:
            self._note("UJ665", rating, candidacy, got=rating.examiner)
        else:
            self._say(_wrong_source(check, rating), rating, candidacy)

    def _note(self, code: str, rating: Rating, whose: str, **args: Any) -> None:
        self._say(finding(code, rating.place, rating.pointer, **args), rating, whose)

    def _say(self, wrong: Finding, rating: Rating, candidacy: str) -> None:
        """Keep a finding about a rating, with what its row says and the sentence does not."""
        check = self.check_of(rating.stage, rating.criterion)
        known = about(self._titles, rating, candidacy, "" if check is None else check.leaf.address)
        said = _IN_WORDS.get(wrong.code, ())
        whose = {key: value for key, value in known.items() if key not in said}
        self.findings.append(evolve(wrong, about=whose))

    @cached_property
    def _titles(self) -> Mapping[str, Text]:
        return node_titles(self.plan)


def _titled(checks: Mapping[tuple[str, str], LeafCheck]) -> dict[tuple[str, str], LeafCheck]:
    """Leaves by title, as a column of a table may be headed; a title of two leaves names none."""
    found: dict[tuple[str, str], set[LeafCheck]] = {}
    for (stage, criterion), check in checks.items():
        for title in (check.leaf.title.id, check.leaf.title.en):
            if criterion:
                found.setdefault((stage, title), set()).add(check)
    return {key: one for key, (one, *more) in found.items() if not more}


def _unknown(plan: Plan, checks: Mapping[tuple[str, str], LeafCheck], rating: Rating) -> Finding:
    stages = {stage.id for stage in plan.stages if stage.gives == "value"}
    if rating.stage not in stages:
        nearest = names.nearest(rating.stage, stages)
        return finding("UJ661", rating.place, rating.pointer, got=rating.stage, nearest=nearest)
    known = {criterion for stage, criterion in checks if stage == rating.stage}
    nearest = names.nearest(rating.criterion, known)
    return finding(
        "UJ662", rating.place, rating.pointer, stage=rating.stage, got=rating.criterion,
        nearest=nearest,
    )  # fmt: skip


def _wrong_source(check: LeafCheck, rating: Rating) -> Finding:
    if check.source in _SOURCES:
        return finding(
            "UJ663", rating.place, rating.pointer, got=check.leaf.address,
            expected=_SOURCES[check.source],
        )  # fmt: skip
    expected = (
        Text("penguji", "examiners")
        if check.examined
        else Text("sekretariat, tanpa penguji", "the secretariat, without an examiner")
    )
    return finding("UJ667", rating.place, rating.pointer, got=check.leaf.address, expected=expected)


def read_mark(
    check: LeafCheck, rating: Rating, today: date
) -> tuple[Fraction | None, str, Finding | None]:
    """The number and the level of a mark; or what is wrong with it."""
    value, level = rating.value, ""
    if isinstance(value, str):
        named = spelt(value, check.levels, rating.place)
        known = check.levels[named] if named else None
        if known is None and not check.levels:
            return None, "", finding("UJ643", rating.place, rating.pointer, got=value)
        if known is None:
            return None, "", _off(check, rating, value)
        value, level = known.value, known.id
    if value is None or not check.on_scale(value):
        return None, "", _off(check, rating, "" if value is None else to_text(value))
    if check.levels and not level:
        level = next((x.id for x in check.levels.values() if x.value == value), "")
    years = check.leaf.valid_years
    if years is not None:
        if rating.date is None:
            where = _KEY if rating.place.file.endswith((".json", ".toml")) else _COLUMN
            return None, "", of_date("UJ669", rating, expected=years, where=where)
        if _expired(rating.date, years, today):
            return None, "", of_date("UJ670", rating, got=rating.date, expected=years)
    return value, level, None


def of_date(code: str, rating: Rating, **told: Any) -> Finding:
    """A finding about the date of a rating: at its cell, with the cell of the mark as second."""
    place = dict(rating.written).get("date", rating.place)
    related = (rating.place,) if place.cell and place != rating.place else ()
    return finding(code, place, rating.pointer, related=related, **told)


def _expired(since: date, years: int, today: date) -> bool:
    return (today.year - since.year, today.month, today.day) > (years, since.month, since.day)


def _off(check: LeafCheck, rating: Rating, got: str) -> Finding:
    """Say that a mark is off its scale."""
    scale = check.leaf.scale
    return finding(
        "UJ664", rating.place, rating.pointer,
        got=_written(rating.value, rating) if isinstance(rating.value, Fraction) else got,
        expected="" if scale is None else _shown(scale, rating),
        nearest=names.nearest(got, check.levels),
    )  # fmt: skip


def _written(value: Fraction, rating: Rating) -> Text:
    """A number as the file of a rating writes it: Excel shows a comma, other files a point."""
    return Text(decimal(value, "id" if rating.place.cell else "en"), to_text(value))


def _shown(scale: Scale, rating: Rating) -> Text:
    if scale.levels:
        listed = [
            Text.same(each.id) if each.id else _written(each.value, rating) for each in scale.levels
        ]
        return Text(", ".join(each.id for each in listed), ", ".join(each.en for each in listed))
    numbers = [each for each in (scale.lower, scale.upper, scale.step) if each is not None]
    id_, en = ([decimal(each, lang) for each in numbers] for lang in LANGS)
    if scale.step is None:
        return Text(" sampai ".join(id_), " to ".join(en))
    return Text("{} sampai {}, kelipatan {}".format(*id_), "{} to {} in steps of {}".format(*en))
