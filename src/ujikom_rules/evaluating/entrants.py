"""The candidacies of an event with all that is known of each: facts, absences, documents."""

from collections.abc import Mapping, Sequence
from datetime import date

from attrs import evolve, frozen

from ujikom_rules import names
from ujikom_rules.errors import Finding, Place
from ujikom_rules.evaluating.facts import FactValue, by_title, derived, name_of, named, typed
from ujikom_rules.messages import finding
from ujikom_rules.model.scoresheet import (
    Absence,
    Advice,
    Candidacy,
    Candidate,
    Evidence,
    Facts,
    Position,
    RawFact,
    Scoresheet,
)
from ujikom_rules.planned import Plan


@frozen(eq=False)
class Entrant:
    """A candidacy with what the sheet says of it.

    Attributes:
        recorded: facts as they were recorded, by name; what follows from a date is not there.
        absences: by stage id; under the empty text the absence from all examined stages.
        evidence: its own documents by id.
        advice: recorded input by stage id.
    """

    candidacy: Candidacy
    candidate: Candidate
    position: Position | None
    facts: Mapping[str, FactValue]
    recorded: Mapping[str, RawFact]
    absences: Mapping[str, Absence]
    evidence: Mapping[str, Evidence]
    advice: Mapping[str, tuple[Advice, ...]]

    @property
    def id(self) -> str:
        """The candidacy's id."""
        return self.candidacy.id


def entrants_of(plan: Plan, sheet: Scoresheet) -> tuple[tuple[Entrant, ...], list[Finding]]:
    """Every candidacy with its facts typed; what is wrong with facts and references."""
    findings = [*_references(plan, sheet), *_undeclared(plan, sheet)]
    candidates = {row.id: row for row in sheet.candidates}
    positions = {row.id: row for row in sheet.positions}
    absences: dict[str, dict[str, Absence]] = {}
    for absence in sheet.absences:
        absences.setdefault(absence.candidacy, {})[absence.stage or ""] = absence
    evidence: dict[str, dict[str, Evidence]] = {}
    for row in sheet.evidence:
        if row.candidacy is not None:
            evidence.setdefault(row.candidacy, {})[row.id] = row
    titles = by_title(plan.facts)
    advice: dict[str, dict[str, tuple[Advice, ...]]] = {}
    for piece in sheet.advice:
        mine = advice.setdefault(piece.candidacy, {})
        mine[piece.stage] = (*mine.get(piece.stage, ()), piece)
    found = []
    for candidacy in sheet.candidacies:
        candidate = candidates[candidacy.candidate]
        position = positions.get(candidacy.position or "")
        said = (candidate.facts, candidacy.facts, position.facts if position else {})
        layers = tuple(named(each, plan.facts, titles) for each in said)
        facts, recorded, wrong = _facts(plan, sheet, candidacy, layers)
        findings += wrong
        found.append(
            Entrant(
                candidacy, candidate, position, facts, recorded, absences.get(candidacy.id, {}),
                evidence.get(candidacy.id, {}), advice.get(candidacy.id, {}),
            )
        )  # fmt: skip
    return tuple(found), findings


def _facts(
    plan: Plan, sheet: Scoresheet, candidacy: Candidacy, layers: Sequence[Facts]
) -> tuple[dict[str, FactValue], dict[str, RawFact], list[Finding]]:
    findings: list[Finding] = []
    found: dict[str, FactValue] = {}
    recorded: dict[str, RawFact] = {}
    for name, spec in plan.facts.items():
        said = [layer[name] for layer in layers if name in layer]
        if spec.derived or not said:
            continue
        if len(said) > 1:
            findings.append(
                finding("UJ672", said[1].place, said[1].pointer, related=(said[0].place,),
                        fact=name_of(spec), got=candidacy.id)
            )  # fmt: skip
            continue
        read = typed(spec, said[0])
        if isinstance(read, Finding):
            of_position = layers[-1].get(name) is said[0]
            whose = candidacy.position if of_position else candidacy.id
            about = {"position" if of_position else "candidacy": whose}
            findings.append(evolve(read, about=about))
        else:
            found[name], recorded[name] = read, said[0]
    today = sheet.event.date
    for name, spec in plan.facts.items():
        if spec.derived:
            value = derived(spec, found, recorded, today)
            if value is not None:
                found[name] = value
                since, raw = found[spec.since], recorded[spec.since]
                if isinstance(since, date) and since > today:
                    findings.append(
                        finding("UJ685", raw.place, raw.pointer, got=since, day=today,
                                fact=name_of(plan.facts[spec.since]))
                    )  # fmt: skip
    return found, recorded, findings


def _undeclared(plan: Plan, sheet: Scoresheet) -> list[Finding]:
    seen: dict[str, Finding] = {}
    layers = [row.facts for row in sheet.candidates]
    layers += [row.facts for row in sheet.candidacies]
    layers += [row.facts for row in sheet.positions]
    titles = by_title(plan.facts)
    for facts in layers:
        for name, raw in named(facts, plan.facts, titles).items():
            spec = plan.facts.get(name)
            if (spec is None or spec.derived) and name not in seen:
                nearest = names.nearest(name, (*plan.facts, *titles))
                seen[name] = finding("UJ673", raw.place, raw.pointer, got=name, nearest=nearest)
    return list(seen.values())


def _references(plan: Plan, sheet: Scoresheet) -> list[Finding]:
    stages = {stage.id: stage for stage in plan.stages}
    advised = {name for name, stage in stages.items() if stage.gives == "advice"}
    findings: list[Finding] = []

    def unknown(stage: str, place: Place, pointer: str) -> None:
        nearest = names.nearest(stage, stages)
        findings.append(finding("UJ661", place, pointer, got=stage, nearest=nearest))

    for examiner in sheet.examiners:
        for stage in examiner.stages:
            if stage not in stages:
                unknown(stage, examiner.place, examiner.pointer)
    for absence in sheet.absences:
        if absence.stage is not None and absence.stage not in stages:
            unknown(absence.stage, absence.place, absence.pointer)
    for piece in sheet.advice:
        if piece.stage not in stages:
            unknown(piece.stage, piece.place, piece.pointer)
        elif piece.stage not in advised:
            known = tuple(sorted(advised))
            findings.append(
                finding("UJ676", piece.place, piece.pointer, got=piece.stage, expected=known)
            )
    return findings
