"""The findings that a reader may see, each with whom it is about or where it stands."""

import re
from collections.abc import Collection, Mapping

from attrs import evolve

from ujikom_rules.errors import Finding, Place
from ujikom_rules.messages import Lang, Text, text_of
from ujikom_rules.model.bidi import isolated
from ujikom_rules.model.outcome import Evaluation
from ujikom_rules.model.scoresheet import Row, Scoresheet
from ujikom_rules.office.report.audiences import Audience

PANEL_CODES = ("UJ561", "UJ674")  # what is said of the panel and its composition
LINE = Text("baris", "line")
OF_ONE = ("UJ701", "UJ704", "UJ707")  # here `got` is the candidacy


class Subjects:
    """Whom findings are about, by their arguments or by the row at which they stand."""

    def __init__(self, sheet: Scoresheet) -> None:
        self._sheet = sheet
        self._rows: Mapping[str, tuple[str, ...]] | None = None

    def of(self, found: Finding) -> tuple[str, ...]:
        """The candidacies that a finding is about; none for what is said of nobody."""
        named = found.args.get("got" if found.code in OF_ONE else "candidacy")
        if named:
            return (str(named),)
        if not found.path.startswith("/"):
            return ()
        if self._rows is None:
            self._rows = _rows(self._sheet)
        return self._rows.get("/".join(found.path.split("/")[:3]), ())


def _rows(sheet: Scoresheet) -> Mapping[str, tuple[str, ...]]:
    """The candidacies of every row that belongs to somebody, by its JSON Pointer."""
    own: dict[str, tuple[str, ...]] = {}
    for each in sheet.candidacies:
        own[each.candidate] = (*own.get(each.candidate, ()), each.id)
    found: dict[str, tuple[str, ...]] = {
        each.pointer: own.get(each.id, ()) for each in sheet.candidates
    }
    for rating in sheet.ratings:
        of_all = own.get(rating.candidacy, ()) if rating.of_candidate else (rating.candidacy,)
        found[rating.pointer] = of_all
    rows: list[tuple[Row, str | None]] = [(each, each.id) for each in sheet.candidacies]
    rows += [(each, each.candidacy) for each in sheet.absences]
    rows += [(each, each.candidacy) for each in sheet.recusals]
    rows += [(each, each.candidacy) for each in sheet.advice]
    rows += [(each, each.candidacy) for each in sheet.evidence]
    for row, candidacy in rows:
        if candidacy and row.pointer:
            found.setdefault(row.pointer, (candidacy,))
    return found


def seen_by(
    audience: Audience, evaluation: Evaluation, hidden: Evaluation, subjects: Subjects
) -> tuple[Finding, ...]:
    """The findings that a reader may see: of a candidate those about that candidacy alone.

    What is said of the panel names its examiners to whoever sees the panel; everything else
    comes from `hidden`, since a finding about a mark may say whose it is. The public sees none.
    """
    if audience.sees_all:
        panel = [each for each in evaluation.findings if each.code in PANEL_CODES]
        return (*panel, *(each for each in hidden.findings if each.code not in PANEL_CODES))
    if not audience.candidacy:
        return ()
    others = evaluation.by_id.keys() - {audience.candidacy}
    return tuple(
        each
        for each in hidden.findings
        if audience.candidacy in subjects.of(each) and not _named(each, others)
    )


def said(found: Finding, subjects: Subjects, lang: Lang) -> str:
    """The sentence of a finding, with whom it is about or with the line of the rules it stands at.

    The row of the data is not told: it would tell who gave a mark.
    """
    text = text_of(_turning_nothing(found), lang)
    who = subjects.of(found)
    if who and not _named(found, who):
        return f"{', '.join(map(isolated, who))}: {text}"
    if not found.path.startswith("/") and found.place.file:
        return f"{text} ({_rule(found.place, lang)})"
    return text


def _turning_nothing(found: Finding) -> Finding:
    """A finding whose titles, names and other words of people turn nothing of its sentence."""
    return evolve(found, args={key: _isolated(each) for key, each in found.args.items()})


def _isolated(argument: object) -> object:
    match argument:
        case str():
            return isolated(argument)
        case Text():
            return Text(isolated(argument.id), isolated(argument.en))
        case list() | tuple():
            return tuple(map(_isolated, argument))
        case _:
            return argument


def _rule(place: Place, lang: Lang) -> str:
    """The line of the rules, as one says it: ``2024.toml, baris 153``."""
    file = short(place.file)
    return f"{file}, {LINE.say(lang)} {place.line}" if place.line else file


def short(place: str) -> str:
    """A place without the folders of the machine on which it was read."""
    return place.replace("\\", "/").rpartition("/")[2]


def _named(found: Finding, who: Collection[str]) -> bool:
    """Whether a sentence names one of these candidacies, in either language.

    An id may hold any sign but ``@ : /`` and spaces, so each is looked for as it is, between
    signs that continue no id.
    """
    spoken = f"{text_of(found, 'id')}\n{text_of(found, 'en')}"
    return any(each in spoken and _between(each).search(spoken) for each in who)


def _between(id_: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w\-])(?<!\w\.){re.escape(id_)}(?![\w\-])(?!\.\w)")
