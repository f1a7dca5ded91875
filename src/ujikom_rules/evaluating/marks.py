"""Marks entered one by one: each checked against its leaf, its scale and who may give it."""

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from math import lcm
from typing import TypeAlias

from ujikom_rules import names
from ujikom_rules.errors import Finding
from ujikom_rules.exact import to_text
from ujikom_rules.messages import Text, finding
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.ruleset import Scale
from ujikom_rules.model.scoresheet import NoMark, Rating
from ujikom_rules.planned import Plan, PlannedNode, PlannedStage

Mark: TypeAlias = Figure | NoMark
Marks: TypeAlias = Mapping[str, Mapping[str, Mapping[str, Mark]]]
Levels: TypeAlias = Mapping[tuple[str, str, str], str]
SeatedAt: TypeAlias = Callable[[str, PlannedNode, str], frozenset[str]]
SECRETARIAT = ""  # stands in the place of an examiner where none marks
_SOURCES = {
    "fact": Text("sebuah fakta", "a fact"),
    "facts": Text("fakta-fakta", "facts"),
    "stage": Text("tahapan lain", "another stage"),
}


class LeafCheck:
    """Quick checks of one leaf's marks: scales on whole numbers, levels by id."""

    def __init__(self, stage: PlannedStage, leaf: PlannedNode) -> None:
        self.stage, self.leaf = stage, leaf
        self.examined = leaf.reads_examiners
        self.source = leaf.reads.source if leaf.reads is not None else "facts"
        self.levels = {level.id: level for level in (leaf.scale.levels if leaf.scale else ())}
        self.values = frozenset(level.value for level in self.levels.values())
        scale = leaf.scale
        self.unit = 0
        if scale is not None and not scale.levels and scale.step is not None:
            self.unit = lcm(scale.lower.denominator, scale.step.denominator)
            self.low = int(scale.lower * self.unit)
            self.high = int(scale.upper * self.unit)
            self.step = int(scale.step * self.unit)

    def on_scale(self, value: Fraction) -> bool:
        """Whether a mark lies on the leaf's scale."""
        if self.unit:
            whole, rest = divmod(self.unit, value.denominator)
            if rest:
                return False
            number = value.numerator * whole
            return self.low <= number <= self.high and not (number - self.low) % self.step
        scale = self.leaf.scale
        return scale is None or scale.holds(value)


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
        self.titled = {  # a column of a table may be headed by the criterion's title
            (stage, title): check
            for (stage, criterion), check in self.checks.items()
            for title in (check.leaf.title.id, check.leaf.title.en)
            if criterion
        }
        self.levels: dict[tuple[str, str, str], str] = {}
        self.findings: list[Finding] = []

    def enter(self, rating: Rating, candidacy: str) -> None:
        """Enter one rating for one candidacy."""
        check = self.checks.get((rating.stage, rating.criterion)) or self.titled.get(
            (rating.stage, rating.criterion)
        )
        if check is None:
            self.findings.append(_unknown(self.plan, self.checks, rating))
            return
        leaf, examiner = check.leaf, rating.examiner
        if bool(examiner) is not check.examined or check.source in _SOURCES:
            self.findings.append(_wrong_source(check, rating))
            return
        if check.examined and not self._may_mark(check, rating, candidacy):
            return
        value, level = None, ""
        if rating.value is not None:
            value, level, wrong = _value(check, rating, self.today)
            if wrong is not None:
                self.findings.append(wrong)
                return
        row = self.marks[leaf.address].setdefault(candidacy, {})
        if examiner in row:
            self._note("UJ668", rating, got=leaf.address, candidacy=candidacy)
            return
        if value is None:
            row[examiner] = rating.no_mark or "not-entered"
            return
        address = f"{leaf.address}@{examiner}:raw" if examiner else f"{leaf.address}:raw"
        row[examiner] = Figure(
            value, "mark", (), address, leaf.title, None, rating.place, rating.pointer
        )
        if level:
            self.levels[leaf.address, candidacy, examiner] = level

    def _may_mark(self, check: LeafCheck, rating: Rating, candidacy: str) -> bool:
        examiner = rating.examiner
        if examiner not in self.seated(rating.stage, check.leaf, candidacy):
            self._note("UJ665", rating, got=examiner)
            return False
        if (examiner, candidacy) in self.recused:
            if rating.no_mark != "recused":
                self._note("UJ666", rating, got=examiner, candidacy=candidacy)
            return False
        return True

    def _note(self, code: str, rating: Rating, **args: object) -> None:
        self.findings.append(
            finding(code, rating.place, rating.pointer, **args)  # type: ignore[arg-type]
        )


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


def _value(
    check: LeafCheck, rating: Rating, today: date
) -> tuple[Fraction | None, str, Finding | None]:
    value, level = rating.value, ""
    if isinstance(value, str):
        known = check.levels.get(value)
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
            wrong = finding("UJ669", rating.place, rating.pointer, expected=years)
            return None, "", wrong
        if _expired(rating.date, years, today):
            wrong = finding("UJ670", rating.place, rating.pointer, got=rating.date, expected=years)
            return None, "", wrong
    return value, level, None


def _expired(since: date, years: int, today: date) -> bool:
    return (today.year - since.year, today.month, today.day) > (years, since.month, since.day)


def _off(check: LeafCheck, rating: Rating, got: str) -> Finding:
    return finding(
        "UJ664", rating.place, rating.pointer, got=got, expected=_shown(check.leaf.scale),
        nearest=names.nearest(got, check.levels),
    )  # fmt: skip


def _shown(scale: Scale | None) -> Text:
    if scale is None:
        return Text("tanpa jenjang", "without levels")
    if scale.levels:
        listed = ", ".join(level.id or to_text(level.value) for level in scale.levels)
        return Text.same(listed)
    lower, upper = to_text(scale.lower), to_text(scale.upper)
    if scale.step is None:
        return Text(f"{lower} sampai {upper}", f"{lower} to {upper}")
    step = to_text(scale.step)
    return Text(
        f"{lower} sampai {upper}, kelipatan {step}", f"{lower} to {upper} in steps of {step}"
    )
