"""The two rulesets of a comparison: opened, merged with their bases, planned."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import ModuleType

from attrs import evolve, frozen

from ujikom_rules import api
from ujikom_rules.analysis.diff.blending import Change, blended
from ujikom_rules.errors import Finding, PluginError, Refused, said_once
from ujikom_rules.model.outcome import Evaluation
from ujikom_rules.model.scoresheet import Scoresheet
from ujikom_rules.planned import Plan


@frozen(eq=False, kw_only=True)
class Side:
    """One of the two rulesets.

    Attributes:
        document: as it was read.
        merged: after `extends`.
        plan: compiled.
    """

    document: api.Document
    merged: api.Document
    plan: Plan


@frozen(eq=False, kw_only=True)
class Scored:
    """What came of one scoresheet under one plan; no evaluation where it was refused."""

    evaluation: Evaluation | None = None
    findings: tuple[Finding, ...] = ()


@frozen(eq=False, kw_only=True)
class Ground:
    """On what a comparison stands: where ids are found, what plugins there are, which day.

    Attributes:
        rulesets: folders in which ids are found.
        plugins: where given, only these exist.
        as_of: the day on which rulesets and bases must be in force.
        event: where no day was asked for, the day of the event; a ruleset that is in force on
            another day is compared all the same.
    """

    rulesets: Sequence[str | Path] = ()
    plugins: Mapping[str, ModuleType] | None = None
    as_of: date | None = None
    event: date | None = None

    def on(self, day: date) -> "Ground":
        """The same for an event of a day."""
        return evolve(self, event=day)

    def side(self, name: str | Path | api.Document) -> Side:
        """A ruleset read, merged and planned: a path that ends in ``.toml``, else an id.

        Raises:
            Refused: with every finding.
        """
        if self.as_of is not None or self.event is None:
            return self._side(name, self.as_of)
        try:
            return self._side(name, self.event)
        except Refused as refused:
            if not any(each.code == "UJ806" for each in refused.findings):
                raise
            return self._side(name, None)

    def _side(self, name: str | Path | api.Document, day: date | None) -> Side:
        document = self._document(name, day)
        plan = api.outline(document, rulesets=self.rulesets, plugins=self.plugins, as_of=day)
        merged = api.merged(document, rulesets=self.rulesets, plugins=self.plugins, as_of=day)
        return Side(document=document, merged=merged, plan=plan)

    def _document(self, name: str | Path | api.Document, day: date | None) -> api.Document:
        return api.opened(name, rulesets=self.rulesets, plugins=self.plugins, as_of=day)

    def sides(
        self, one: str | Path | api.Document, other: str | Path | api.Document
    ) -> tuple[Side, Side]:
        """Both rulesets.

        Raises:
            Refused: with the findings of both where one is refused.
        """
        found: list[Side] = []
        findings: list[Finding] = []
        for each in (one, other):
            try:
                found.append(self.side(each))
            except Refused as refused:
                findings += refused.findings
        if len(found) < 2:
            raise Refused([*findings, *(each for side in found for each in side.plan.findings)])
        return found[0], found[1]

    def blend(self, one: Side, other: Side, chosen: Iterable[Change]) -> Plan | None:
        """A's ruleset with some of B's changes; None where those alone are no valid ruleset."""
        root = blended(one.merged.root, other.merged.root, chosen)
        try:
            return api.plan(api.Document(root, one.merged.file), plugins=self.plugins)
        except (Refused, PluginError):
            return None


def scored(plan: Plan, sheet: Scoresheet) -> Scored:
    """An event under a plan, as if that plan held on its day.

    A ruleset that is not in force on the day of the event is what a comparison is often about:
    it is said as a warning, and refuses nothing here.
    """
    if missing := api.unready(plan):
        return Scored(findings=missing)
    try:
        evaluation = api.evaluate(plan, sheet)
    except Refused as refused:
        outside = [
            evolve(each, severity="warning") for each in refused.findings if each.code == "UJ677"
        ]
        if not outside:
            return Scored(findings=refused.findings)
        found = scored(evolve(plan, effective=(None, None)), sheet)
        return evolve(found, findings=said_once((*outside, *found.findings)))
    return Scored(evaluation=evaluation, findings=evaluation.findings)
