"""Who is seated: every panel rule asked, and what they say of the panel."""

from typing import Any

from ujikom_rules.errors import Finding, Severity
from ujikom_rules.evaluating.call import call_seat
from ujikom_rules.messages import LANGS, Text, finding
from ujikom_rules.model.scoresheet import Examiner, Scoresheet
from ujikom_rules.planned import Plan, PlannedPart

_OF_MORE = ("size", "seats", "chair", "internal", "quorum")  # clauses that one alone must break


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
    findings = _alone(sheet, findings) + _clashes(plan, sheet)
    return tuple(panels), findings


def _alone(sheet: Scoresheet, findings: list[Finding]) -> list[Finding]:
    """Of a sheet with one examiner, mostly that one's form, all that lacks of a panel at once."""
    if len(sheet.examiners) != 1:
        return findings
    keys = {id(each): each.path.rpartition(".")[2] for each in findings if each.code == "UJ561"}
    short = [each for each in findings if keys.get(id(each)) in _OF_MORE]
    asks_more = len(short) > 1 or "size" in keys.values()
    if not asks_more or not any(each.severity == "error" for each in short):
        return findings
    (only,) = sheet.examiners
    said = [each.args["said"] for each in short]
    lacking = Text(
        *("; ".join(each.say(lang).removesuffix(".") for each in said) for lang in LANGS)
    )
    whole = finding(
        "UJ682", only.place, only.pointer, related=tuple({each.place: None for each in short}),
        got=only.id, said=lacking,
    )  # fmt: skip
    return [whole, *(each for each in findings if each not in short)]


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
