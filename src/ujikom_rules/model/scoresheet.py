"""A scoresheet: what was recorded at one event, read but not yet laid on any ruleset."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Literal, TypeAlias, get_args

from attrs import field, fields, frozen

from ujikom_rules.errors import NOWHERE, Finding, Place

Day: TypeAlias = date  # rows have a field called date
NoMark = Literal["not-entered", "absent", "recused", "abstained", "void"]
NO_MARKS: tuple[NoMark, ...] = get_args(NoMark)
Role = Literal["chair", "member"]
Origin = Literal["internal", "external"]


@frozen(eq=False, repr=False)
class RawFact:
    """A fact as it was recorded; the ruleset says later what type it must have.

    Attributes:
        value: text, yes-no, or an exact number (JSON numbers).
        place: where it was recorded.
        pointer: its JSON Pointer.
        comma: whether its file writes decimal commas and dates ``31/12/2024``.
    """

    value: str | bool | Fraction
    place: Place = NOWHERE
    pointer: str = ""
    comma: bool = False


Facts: TypeAlias = Mapping[str, RawFact]


@frozen(kw_only=True, eq=False, repr=False)
class Row:
    """What every row of a scoresheet has: where it stands.

    Attributes:
        place: file and line, or cell.
        pointer: JSON Pointer, such as ``/ratings/12``.
        written: the keys under which something was written, with their cells where these are
            known; of ratings that of the date alone; empty for rows that were not read.
    """

    place: Place = NOWHERE
    pointer: str = ""
    written: tuple[tuple[str, Place], ...] = ()

    def __repr__(self) -> str:
        """What was recorded, without where."""
        where = {"place", "pointer", "written"}
        told = [each.name for each in fields(type(self)) if each.name not in where]
        inside = ", ".join(f"{name}={getattr(self, name)!r}" for name in told)
        return f"{type(self).__name__}({inside})"


@frozen(kw_only=True, eq=False, repr=False)
class Event(Row):
    """The event: its id, its date, and the published seed of a draw by lot.

    Attributes:
        rules_digest: the digest of the rules that the forms were made for; of several, when forms
            of one event were made for different rules, all of them with spaces between.
    """

    id: str
    date: Day
    lot_seed: str = ""
    rules_digest: str = ""


@frozen(kw_only=True, eq=False, repr=False)
class Position(Row):
    """A post that candidacies aim at."""

    id: str
    title: str = ""
    vacancies: int = 1
    facts: Facts = field(factory=dict)


@frozen(kw_only=True, eq=False, repr=False)
class Candidate(Row):
    """A person who is tested."""

    id: str
    person: str = ""
    name: str = ""
    facts: Facts = field(factory=dict)


@frozen(kw_only=True, eq=False, repr=False)
class Candidacy(Row):
    """A candidate for a position, or for none: what a score belongs to."""

    id: str
    candidate: str
    position: str | None = None
    room: str | None = None
    facts: Facts = field(factory=dict)


@frozen(kw_only=True, eq=False, repr=False)
class Examiner(Row):
    """A person who rates.

    Attributes:
        role: ``chair`` or ``member``.
        kind: where the examiner comes from, in the ruleset's words: ``academic``.
        origin: ``internal`` to the organisation or ``external``.
        room: the room the examiner sits in; None for none.
        stages: ids of the stages that the examiner rates; empty for all.
    """

    id: str
    person: str = ""
    name: str = ""
    role: Role = "member"
    kind: str = ""
    origin: Origin | None = None
    room: str | None = None
    stages: tuple[str, ...] = ()


@frozen(kw_only=True, eq=False, repr=False)
class Rating(Row):
    """One raw mark, or the reason why it is not there.

    Attributes:
        candidacy: the candidacy, or the candidate where `of_candidate` is true.
        criterion: dotted id beneath the stage; empty where the stage itself is rated.
        examiner: empty for the secretariat's one rating.
        value: an exact number, the id of a level, or None beside a no-mark.
        date: when it was obtained (imported ratings).
    """

    candidacy: str
    stage: str
    criterion: str = ""
    examiner: str = ""
    value: Fraction | str | None = None
    no_mark: NoMark | None = None
    of_candidate: bool = False
    date: Day | None = None


@frozen(kw_only=True, eq=False, repr=False)
class Recusal(Row):
    """An examiner does not rate a candidacy."""

    examiner: str
    candidacy: str
    reason: str = ""


@frozen(kw_only=True, eq=False, repr=False)
class Absence(Row):
    """A candidate did not come; `stage` None means every stage that reads examiners."""

    candidacy: str
    stage: str | None = None
    note: str = ""


@frozen(kw_only=True, eq=False, repr=False)
class Advice(Row):
    """Recorded input that carries no weight."""

    candidacy: str
    stage: str
    from_: str = ""
    text: str = ""


@frozen(kw_only=True, eq=False, repr=False)
class Evidence(Row):
    """A document: given or not, and who signed it; `candidacy` None means the event's."""

    id: str
    candidacy: str | None = None
    given: bool = True
    date: Day | None = None
    reference: str = ""
    signed_by: tuple[str, ...] = ()


@frozen(kw_only=True, eq=False, repr=False)
class Scoresheet:
    """One event as it was recorded.

    Attributes:
        digest: ``sha256:…`` over the parsed tables in canonical form, never over bytes.
        findings: warnings and notes of the reading.
    """

    event: Event
    candidates: tuple[Candidate, ...]
    candidacies: tuple[Candidacy, ...]
    positions: tuple[Position, ...] = ()
    examiners: tuple[Examiner, ...] = ()
    ratings: tuple[Rating, ...] = ()
    recusals: tuple[Recusal, ...] = ()
    absences: tuple[Absence, ...] = ()
    advice: tuple[Advice, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    digest: str = ""
    findings: tuple[Finding, ...] = ()
