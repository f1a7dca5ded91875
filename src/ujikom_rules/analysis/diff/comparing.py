"""Two rulesets compared: what changed, and what that does to an event or to their cases."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import ModuleType

from attrs import field, frozen

from ujikom_rules import api
from ujikom_rules.analysis.diff.changes import Changes, changes
from ujikom_rules.analysis.diff.effects import Effect, attributed
from ujikom_rules.analysis.diff.sides import Ground, Side
from ujikom_rules.analysis.diff.units import Unit
from ujikom_rules.analysis.reading_cases import Case, cases_file, read_cases
from ujikom_rules.errors import Finding, Refused, errors_in, said_once
from ujikom_rules.messages import Text
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.scoresheet import Scoresheet
from ujikom_rules.planned import Plan
from ujikom_rules.reading import scoresheets

Name = str | Path | api.Document
Owned = tuple[str, Path, Case]  # `a` or `b`, the file, the case


@frozen(eq=False, kw_only=True)
class CaseEffect:
    """A case of one of the two rulesets, under both.

    Attributes:
        of: beside which ruleset it lies: ``a`` or ``b``.
        effect: what came of it; None where its scoresheet, or a ruleset on its day, is refused.
        findings: why there is none.
    """

    of: str
    id: str
    title: Text
    effect: Effect | None = None
    findings: tuple[Finding, ...] = ()


@frozen(eq=False, kw_only=True)
class Diff:
    """The effect of a changed ruleset.

    Attributes:
        one: ruleset A.
        other: ruleset B.
        changes: what changed as rules.
        effect: what that does to the event that was asked about.
        cases: what it does to the cases of both, where no event was asked about.
        findings: what was said of the rulesets and the event, not of cases.
    """

    one: Side
    other: Side
    changes: Changes
    effect: Effect | None = None
    cases: tuple[CaseEffect, ...] = field(default=())
    findings: tuple[Finding, ...] = ()


def compare(
    one: Name,
    other: Name,
    scoresheet: Scoresheet | None = None,
    *,
    rulesets: Sequence[str | Path] = (),
    plugins: Mapping[str, ModuleType] | None = None,
    as_of: date | None = None,
    through: Callable[[Sequence[Owned]], Iterable[Owned]] = iter,
) -> Diff:
    """Compare ruleset B with ruleset A.

    Args:
        one: A, a path that ends in ``.toml``, an id, or a document.
        other: B, likewise.
        scoresheet: the event on which the effect is shown; without one the cases of both are.
        rulesets: folders in which ids are found.
        plugins: where given, only these exist and nothing installed is imported.
        as_of: the day on which both must be in force; without one the event's.
        through: hands out the cases one by one, and so learns how far the work is.

    Raises:
        Refused: with the findings of both where a ruleset is refused. A scoresheet that one of
            them refuses is no exception: `Effect` says so.
    """
    ground = Ground(rulesets=rulesets, plugins=plugins, as_of=as_of)
    if scoresheet is not None:
        ground = ground.on(scoresheet.event.date)
    a, b = ground.sides(one, other)
    changed = changes(a, b, ground)
    findings = (*a.plan.findings, *b.plan.findings)
    if scoresheet is None:
        cases = tuple(_cases(a, b, _Attributing(ground, (a, b), changed), through))
        return Diff(one=a, other=b, changes=changed, cases=cases, findings=said_once(findings))
    effect = _Attributing(ground, (a, b), changed).effect(a, b, scoresheet)
    findings += (*scoresheet.findings, *effect.one.findings, *effect.other.findings)
    return Diff(one=a, other=b, changes=changed, effect=effect, findings=said_once(findings))


def _cases(
    one: Side,
    other: Side,
    attributing: "_Attributing",
    through: Callable[[Sequence[Owned]], Iterable[Owned]],
) -> Iterator[CaseEffect]:
    """Every case of A, then those of B; an event that several cases name, once."""
    seen: set[str] = set()
    for of, path, case in through([*_beside("a", one), *_beside("b", other)]):
        sheet, findings = _sheet(case, path)
        if sheet is None or errors_in(findings):
            yield CaseEffect(of=of, id=case.id, title=case.title, findings=findings)
        elif sheet.digest not in seen:
            seen.add(sheet.digest)
            yield _case(of, case, sheet, (one, other), attributing)


def _beside(of: str, side: Side) -> Iterator[Owned]:
    """The cases that lie beside a ruleset."""
    path = cases_file(side.document.file) if side.document.file else None
    if path is not None and path.is_file():
        for case in read_cases(path)[0]:
            yield of, path, case


def _sheet(case: Case, path: Path) -> tuple[Scoresheet | None, tuple[Finding, ...]]:
    if isinstance(case.scoresheet, Entry):
        return scoresheets.scoresheet_from_entry(case.scoresheet, str(path))
    return scoresheets.read_scoresheet(case.scoresheet)


def _case(
    of: str, case: Case, sheet: Scoresheet, sides: tuple[Side, Side], attributing: "_Attributing"
) -> CaseEffect:
    """A case under both rulesets, with the bases of its own day."""
    one, other = (side.document for side in sides)
    try:
        found = attributing.ground.on(sheet.event.date).sides(one, other)
    except Refused as refused:
        return CaseEffect(of=of, id=case.id, title=case.title, findings=refused.findings)
    effect = attributing.effect(*found, sheet)
    return CaseEffect(of=of, id=case.id, title=case.title, effect=effect)


class _Attributing:
    """Asks of event after event which change did it; what two rulesets make is planned once.

    On another day a base may say something else, and then the changes are others too.
    """

    def __init__(self, ground: Ground, sides: tuple[Side, Side], changed: Changes) -> None:
        self.ground = ground
        self._known = {_digests(*sides): (*sides, changed)}
        self._plans: dict[tuple[object, ...], Plan | None] = {}

    def effect(self, one: Side, other: Side, sheet: Scoresheet) -> Effect:
        """An event under both, and what each change does to it by itself."""
        key = _digests(one, other)
        if key not in self._known:
            self._known[key] = (one, other, changes(one, other, self.ground))
        # The sides that the changes were found in: an event is scored by the same plans.
        one, other, changed = self._known[key]

        def blend(chosen: Unit) -> Plan | None:
            wanted = (key, frozenset(each.key for each in chosen))
            if wanted not in self._plans:
                self._plans[wanted] = self.ground.blend(one, other, chosen)
            return self._plans[wanted]

        return attributed(one, other, sheet, changed.listed, blend)


def _digests(one: Side, other: Side) -> tuple[str, str]:
    return one.plan.digest, other.plan.digest
