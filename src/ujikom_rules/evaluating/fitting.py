"""The sheet laid on the plan: who is seated, who owes, which mark stands where, which is wrong."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from math import lcm
from typing import TypeAlias

from attrs import frozen

from ujikom_rules import names
from ujikom_rules.errors import Finding
from ujikom_rules.evaluating.entrants import Entrant, entrants_of
from ujikom_rules.evaluating.panels import seated_of
from ujikom_rules.exact import to_text
from ujikom_rules.messages import Text, finding
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.ruleset import Scale
from ujikom_rules.model.scoresheet import Examiner, NoMark, Rating, Scoresheet
from ujikom_rules.planned import Plan, PlannedNode, PlannedStage

Mark: TypeAlias = "Figure | NoMark"
SECRETARIAT = ""
_SOURCES = {
    "fact": Text("sebuah fakta", "a fact"),
    "facts": Text("fakta-fakta", "facts"),
    "stage": Text("tahapan lain", "another stage"),
}


@frozen(eq=False)
class Fitted:
    """A scoresheet laid on a plan.

    Attributes:
        entrants: the candidacies with their facts and documents, in the sheet's order.
        marks: leaf's address → candidacy → examiner → mark or no-mark.
        levels: (leaf's address, candidacy, examiner) → the id of the level that was marked.
        seats: for each of the plan's panels, the seated examiners in their order.
    """

    plan: Plan
    sheet: Scoresheet
    entrants: tuple[Entrant, ...]
    marks: Mapping[str, Mapping[str, Mapping[str, Mark]]]
    levels: Mapping[tuple[str, str, str], str]
    seats: tuple[tuple[Examiner, ...], ...]
    recused: frozenset[tuple[str, str]]

    def owing(self, stage: str, leaf: PlannedNode, entrant: Entrant) -> tuple[Examiner, ...]:
        """The examiners who owe this candidacy a mark at a leaf, recused ones included."""
        rooms = meets_all_rooms(leaf)
        room = None if rooms else entrant.candidacy.room
        return tuple(
            examiner
            for examiner in self.seats[leaf.panel]
            if (not examiner.stages or stage in examiner.stages)
            and (room is None or not examiner.room or examiner.room == room)
        )


def meets_all_rooms(leaf: PlannedNode) -> bool:
    """Whether a candidacy passes through every room at this leaf."""
    return leaf.pooling is not None and getattr(leaf.pooling.part, "by", "") == "room"


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


def fit(plan: Plan, sheet: Scoresheet) -> tuple[Fitted, tuple[Finding, ...]]:
    """Lay a sheet on a plan; everything wrong is found in one run."""
    findings: list[Finding] = list(_force(plan, sheet))
    entrants, wrong = entrants_of(plan, sheet)
    findings += wrong
    seats, wrong = seated_of(plan, sheet)
    findings += wrong
    recused = frozenset((row.examiner, row.candidacy) for row in sheet.recusals)
    fitted = Fitted(plan, sheet, entrants, {}, {}, seats, recused)
    marks, levels, wrong = _marks(plan, sheet, fitted)
    findings += wrong
    return Fitted(plan, sheet, entrants, marks, levels, seats, recused), tuple(findings)


def _force(plan: Plan, sheet: Scoresheet) -> list[Finding]:
    first, last = plan.effective
    day = sheet.event.date
    if (first is None or first <= day) and (last is None or day <= last):
        return []
    expected = f"{first or '…'} – {last or '…'}"
    return [
        finding("UJ677", sheet.event.place, "/event/date", got=sheet.event.id, day=day,
                expected=expected)
    ]  # fmt: skip


def _checks(plan: Plan) -> dict[tuple[str, str], LeafCheck]:
    found: dict[tuple[str, str], LeafCheck] = {}
    for stage in plan.stages:
        if stage.gives != "value":
            continue
        for leaf in stage.node.leaves():
            criterion = leaf.address.removeprefix(stage.id).removeprefix(".")
            found[stage.id, criterion] = LeafCheck(stage, leaf)
    return found


def _marks(
    plan: Plan, sheet: Scoresheet, fitted: Fitted
) -> tuple[dict[str, dict[str, dict[str, Mark]]], dict[tuple[str, str, str], str], list[Finding]]:
    findings: list[Finding] = []
    checks = _checks(plan)
    by_candidate: dict[str, list[str]] = {}
    for row in sheet.candidacies:
        by_candidate.setdefault(row.candidate, []).append(row.id)
    marks: dict[str, dict[str, dict[str, Mark]]] = {
        check.leaf.address: {} for check in checks.values()
    }
    levels: dict[tuple[str, str, str], str] = {}
    entrants = {entrant.id: entrant for entrant in fitted.entrants}
    owing: dict[tuple[str, str | None], frozenset[str]] = {}
    recused = fitted.recused
    for rating in sheet.ratings:
        check = checks.get((rating.stage, rating.criterion))
        if check is None:
            findings.append(_unknown(plan, checks, rating))
            continue
        leaf = check.leaf
        wrong = _wrong_source(check, rating)
        value = rating.value
        level = ""
        if wrong is None and value is not None:
            value, level, wrong = _value(check, rating, sheet.event.date)
            if wrong is not None and wrong.severity != "error":
                findings.append(wrong)
                continue
        if wrong is not None:
            findings.append(wrong)
            continue
        examiner = rating.examiner
        targets = by_candidate[rating.candidacy] if rating.of_candidate else (rating.candidacy,)
        for candidacy in targets:
            if check.examined:
                room = entrants[candidacy].candidacy.room
                key = (leaf.address, room)
                seated = owing.get(key)
                if seated is None:
                    seated = owing[key] = frozenset(
                        e.id for e in fitted.owing(rating.stage, leaf, entrants[candidacy])
                    )
                if examiner not in seated:
                    findings.append(
                        finding("UJ665", rating.place, rating.pointer, got=examiner)
                    )
                    continue
                if recused and (examiner, candidacy) in recused:
                    if rating.no_mark != "recused":
                        findings.append(
                            finding("UJ666", rating.place, rating.pointer, got=examiner,
                                    candidacy=candidacy)
                        )  # fmt: skip
                    continue
                address = f"{leaf.address}@{examiner}:raw"
            else:
                address = f"{leaf.address}:raw"
            row = marks[leaf.address].setdefault(candidacy, {})
            if examiner in row:
                findings.append(
                    finding("UJ668", rating.place, rating.pointer, got=leaf.address,
                            candidacy=candidacy)
                )  # fmt: skip
                continue
            if isinstance(value, Fraction):
                row[examiner] = Figure(
                    value, "mark", (), address, leaf.title, None, rating.place, rating.pointer
                )
                if level:
                    levels[leaf.address, candidacy, examiner] = level
            else:
                row[examiner] = rating.no_mark or "not-entered"
    return marks, levels, findings


def _unknown(
    plan: Plan, checks: Mapping[tuple[str, str], LeafCheck], rating: Rating
) -> Finding:
    stages = {stage.id for stage in plan.stages if stage.gives == "value"}
    if rating.stage not in stages:
        nearest = names.nearest(rating.stage, stages)
        return finding(
            "UJ661", rating.place, rating.pointer, got=rating.stage, nearest=nearest
        )
    known = {criterion for stage, criterion in checks if stage == rating.stage}
    nearest = names.nearest(rating.criterion, known)
    return finding(
        "UJ662", rating.place, rating.pointer, stage=rating.stage, got=rating.criterion,
        nearest=nearest,
    )  # fmt: skip


def _wrong_source(check: LeafCheck, rating: Rating) -> Finding | None:
    if check.source in _SOURCES:
        return finding(
            "UJ663", rating.place, rating.pointer, got=check.leaf.address,
            expected=_SOURCES[check.source],
        )  # fmt: skip
    if bool(rating.examiner) is not check.examined:
        expected = (
            Text("penguji", "examiners")
            if check.examined
            else Text("sekretariat, tanpa penguji", "the secretariat, without an examiner")
        )
        return finding(
            "UJ667", rating.place, rating.pointer, got=check.leaf.address, expected=expected
        )
    return None


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
            wrong = finding(
                "UJ670", rating.place, rating.pointer, got=rating.date, expected=years
            )
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
