"""Who is seated: every panel rule asked, and what they say of the panel."""

from typing import Any

from ujikom_rules.errors import Finding, Severity
from ujikom_rules.evaluating.call import call_seat
from ujikom_rules.messages import Text, finding
from ujikom_rules.model.scoresheet import Examiner, Scoresheet
from ujikom_rules.planned import Plan, PlannedPart


class PanelView:
    """What a panel rule may look at."""

    def __init__(self, sheet: Scoresheet, rule: PlannedPart) -> None:
        self._sheet, self._rule = sheet, rule
        self.findings: list[Finding] = []

    @property
    def examined(self) -> frozenset[str]:
        """Persons who are examined at this event."""
        return frozenset(row.person or row.id for row in self._sheet.candidates)

    @property
    def conflicted(self) -> frozenset[str]:
        """Examiners with at least one declared recusal."""
        return frozenset(row.examiner for row in self._sheet.recusals)

    @property
    def quorum(self) -> int | None:
        """The rule's own quorum."""
        found: int | None = getattr(self._rule.part, "quorum_count", None)
        return found

    def find(
        self,
        text: Text,
        severity: Severity = "error",
        examiner: str = "",
        hint: Text | None = None,
        key: str = "",
    ) -> None:
        """Say what is wrong with the panel, at the examiner's row or at the rule's key."""
        place, path = self._rule.place, ".".join(filter(None, (self._rule.path, key)))
        row = next((each for each in self._sheet.examiners if each.id == examiner), None)
        if row is not None:
            place, path = row.place, row.pointer
        self.findings.append(
            finding(
                "UJ561", place, path, severity=severity, said=text, hint=hint or "",
                plugin=self._rule.namespace,
            )
        )  # fmt: skip


def seated_of(
    plan: Plan, sheet: Scoresheet
) -> tuple[tuple[tuple[Examiner, ...], ...], list[Finding]]:
    """For each panel of the plan, by id, those whom all its rules seat; and all that they find."""
    findings: list[Finding] = []
    panels = []
    for rules in plan.panels:
        seated = {examiner.id for examiner in sheet.examiners}
        for rule in rules:
            view = PanelView(sheet, rule)
            seated &= call_seat(rule, sheet.examiners, view)
            findings += view.findings
        rows = (each for each in sheet.examiners if each.id in seated)
        panels.append(tuple(sorted(rows, key=lambda each: each.id)))
    findings += _clashes(plan, sheet)
    return tuple(panels), findings


def _clashes(plan: Plan, sheet: Scoresheet) -> list[Finding]:
    if any(_minds(rule.part) for rules in plan.panels for rule in rules):
        return []  # the rule itself says it, with its own severity
    persons = {row.person for row in sheet.candidates if row.person}
    return [
        finding("UJ674", row.place, row.pointer, got=row.person)
        for row in sheet.examiners
        if row.person in persons
    ]


def _minds(part: Any) -> bool:
    return bool(getattr(part, "examinee", None))
