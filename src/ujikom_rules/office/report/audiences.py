"""For whom a report is written, and what each of them may see."""

from hashlib import sha256
from typing import Literal

from attrs import evolve, frozen

from ujikom_rules.errors import Finding
from ujikom_rules.messages import LANGS, text_of
from ujikom_rules.model.outcome import Evaluation, Result
from ujikom_rules.model.scoresheet import Examiner, Scoresheet

Kind = Literal["panel", "ppk", "public", "candidate"]
CANDIDATE = "candidate="


@frozen
class Audience:
    """Who reads the report.

    The panel sees everything. The appointing official (PPK) sees every result with its working,
    and no examiner's name beside a mark. A candidate sees one result, the own one, likewise.
    The public sees who qualified, in the order of the alphabet, and no score.

    Attributes:
        kind: the group of readers.
        candidacy: of a candidate, whose slip it is.
    """

    kind: Kind = "panel"
    candidacy: str = ""

    @property
    def sees_examiners(self) -> bool:
        """Whether marks stand beside the examiners who gave them."""
        return self.kind == "panel"

    @property
    def sees_all(self) -> bool:
        """Whether the standing, the map and the contributions of everybody are shown."""
        return self.kind in ("panel", "ppk")

    @property
    def sees_scores(self) -> bool:
        """Whether any number is shown."""
        return self.kind != "public"


def audience_of(text: str) -> Audience | None:
    """The audience that a text names; None for none.

    >>> audience_of("candidate=A01")
    Audience(kind='candidate', candidacy='A01')
    """
    match text:
        case "panel" | "ppk" | "public":
            return Audience(text)
        case _ if text.startswith(CANDIDATE) and text != CANDIDATE:
            return Audience("candidate", text.removeprefix(CANDIDATE))
        case _:
            return None


def said_of_both(evaluation: Evaluation, hidden: Evaluation) -> Evaluation:
    """An evaluation with those sentences alone that the one without examiners says too.

    None of them names an examiner. Its figures still do: it is for pages that show no working.
    """
    known = {_sentence(each) for each in hidden.findings}
    return evolve(
        evaluation,
        findings=tuple(each for each in evaluation.findings if _sentence(each) in known),
        results=tuple(_alike(each, hidden[each.candidacy]) for each in evaluation),
    )


def _sentence(found: Finding) -> tuple[str, ...]:
    return (found.code, found.path, *(text_of(found, lang) for lang in LANGS))


def _alike(result: Result, hidden: Result) -> Result:
    stages = {
        name: evolve(
            stage,
            notes=tuple(
                note
                for note in stage.notes
                if name in hidden.stages and note in hidden.stages[name].notes
            ),
        )
        for name, stage in result.stages.items()
    }
    reasons = tuple(each for each in result.reasons if each in hidden.reasons)
    return evolve(result, stages=stages, reasons=reasons)


def without_examiners(sheet: Scoresheet) -> Scoresheet:
    """The same scoresheet in which no id and no name tells who an examiner is.

    A working that is evaluated from it cannot name one. Numbers are dealt by a digest of all
    ratings and the id, so that the order in which the examiners were written down tells nothing
    either; the sheet's own digest is printed in every report, and whoever has it could deal the
    same numbers. `person` stays: it decides who may be seated, and no working tells it.
    """
    secret = "\n".join(
        f"{each.candidacy} {each.stage} {each.criterion} {each.examiner} {each.value}"
        for each in sheet.ratings
    )

    def dealt(each: Examiner) -> str:
        return sha256(f"{each.id}\n{secret}".encode()).hexdigest()

    order = sorted(sheet.examiners, key=dealt)
    new = {each.id: f"#{number}" for number, each in enumerate(order, 1)}

    def hidden(each: Examiner) -> Examiner:
        return evolve(each, id=new[each.id], name="")

    return evolve(
        sheet,
        examiners=tuple(map(hidden, order)),
        ratings=tuple(
            evolve(each, examiner=new.get(each.examiner, each.examiner)) for each in sheet.ratings
        ),
        recusals=tuple(
            evolve(each, examiner=new.get(each.examiner, each.examiner), reason="")
            for each in sheet.recusals
        ),
        evidence=tuple(
            evolve(each, signed_by=tuple(new.get(one, one) for one in each.signed_by))
            for each in sheet.evidence
        ),
    )
