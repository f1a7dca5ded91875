"""The minutes of an event (berita acara): what the panel signs, as values for a template."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from attrs import frozen

from ujikom_rules.messages import Lang, Text
from ujikom_rules.messages.terms import term
from ujikom_rules.model.bidi import isolated
from ujikom_rules.model.numerals import day
from ujikom_rules.model.outcome import Evaluation
from ujikom_rules.model.scoresheet import NoMark, Rating, Recusal, Scoresheet
from ujikom_rules.model.standings import is_reached, stage_title
from ujikom_rules.office import pages
from ujikom_rules.office.own_templates import render_file
from ujikom_rules.office.report.audiences import Audience
from ujikom_rules.office.report.building import page
from ujikom_rules.office.report.sections import Member, Notice, Pair, Standing
from ujikom_rules.office.report.wording import words
from ujikom_rules.planned import Plan

WEEKDAYS: dict[Lang, tuple[str, ...]] = {
    "id": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
OPENING = Text(
    "Pada hari {weekday}, {day}, telah dilaksanakan {title} (kegiatan {event}) menurut berkas "
    "aturan {ruleset} versi {version}, dengan hasil sebagai berikut.",
    "On {weekday}, {day}, {title} (event {event}) was held by the ruleset {ruleset}, version "
    "{version}, with the following results.",
)
WAITS = Text(
    "Hasil ini sementara sampai semua penguji menandatangani berita acara ini.",
    "This result is provisional until every examiner has signed these minutes.",
)
EVERY_STAGE = Text("semua tahapan", "every stage")
RECUSED = Text(
    "Penguji {examiner} tidak menilai peserta {candidacy}{reason}.",
    "Examiner {examiner} does not rate candidate {candidacy}{reason}.",
)
NOT_THERE = Text(
    "Peserta {candidacy} tidak hadir pada {stage}{reason}.",
    "Candidate {candidacy} was absent from {stage}{reason}.",
)
AWAY: Mapping[NoMark, Text] = {
    "absent": Text(
        "Penguji {examiner} berhalangan pada tahapan {stage}",
        "Examiner {examiner} was absent from the stage {stage}",
    ),
    "abstained": Text(
        "Penguji {examiner} abstain pada tahapan {stage}",
        "Examiner {examiner} abstained in the stage {stage}",
    ),
    "recused": Text(
        "Penguji {examiner} tidak menilai pada tahapan {stage} karena benturan kepentingan",
        "Examiner {examiner} does not rate in the stage {stage} for a conflict of interest",
    ),
    "void": Text(
        "Nilai penguji {examiner} pada tahapan {stage} batal",
        "The marks of examiner {examiner} in the stage {stage} are void",
    ),
}
FOR_WHOM = Text("untuk peserta {who}", "for {who}")


@frozen(kw_only=True)
class Minutes:
    """What the minutes of one event say.

    Attributes:
        lang: the language.
        title: what was held.
        opening: one sentence: when, what, and by which rules.
        waits: a sentence while a signature is lacking that the rules want, else empty.
        members: every examiner of the sheet, each with a place to sign.
        recusals: what was ruled on conflicts of interest, a sentence each.
        absences: candidates who were absent from what, and examiners who gave no mark, for whom
            and why, a sentence each.
        heads: the stages of the table of results.
        standings: the results by position and group.
        notices: missing evidence, owed marks, warnings, shared ranks, assumptions.
        order: what decides the standing, in a sentence.
        mark: what stands at the foot of every printed page.
        date: the day of the event, with its month by name.
        footer: digests and versions.
    """

    lang: Lang
    title: str
    opening: str
    waits: str
    members: tuple[Member, ...]
    recusals: tuple[str, ...]
    absences: tuple[str, ...]
    heads: tuple[str, ...]
    with_names: bool
    with_categories: bool
    standings: tuple[Standing, ...]
    notices: tuple[Notice, ...]
    order: str
    mark: str
    date: str
    footer: tuple[Pair, ...]


def minutes(plan: Plan, sheet: Scoresheet, evaluation: Evaluation, lang: Lang) -> Minutes:
    """The minutes of an evaluated event: its results, and nobody's marks.

    Source: the panel of an open selection signs minutes of its decisions (PermenPANRB 15/2019);
    which signatures a result waits for is the ruleset's to say.
    """
    report = page(plan, sheet, evaluation, Audience("ppk"), lang, working=False)
    when = evaluation.date
    return Minutes(
        lang=lang,
        title=report.title,
        opening=OPENING.say(lang).format(
            weekday=WEEKDAYS[lang][when.weekday()],
            day=day(when, lang),
            title=report.title,
            event=evaluation.event,
            ruleset=evaluation.ruleset,
            version=evaluation.version,
        ),
        waits=WAITS.say(lang) if _waits(plan, evaluation) else "",
        members=report.members,
        recusals=tuple(_recusal(each, lang) for each in sheet.recusals),
        absences=(*_absences(sheet, evaluation, lang), *_away(sheet, evaluation, lang)),
        heads=report.heads,
        with_names=report.with_names,
        with_categories=report.with_categories,
        standings=report.standings,
        notices=report.notices,
        order=report.order,
        mark=report.mark,
        date=day(when, lang),
        footer=report.digests,
    )


def minutes_page(built: Minutes, template: Path | None = None) -> str:
    """The minutes as HTML, by the library's template or by a city's own.

    Args:
        built: what they say.
        template: a file that finds the same values: ``minutes`` and ``words``.

    Raises:
        Refused: when the extra `report` is missing, or the template cannot be used.
    """
    values = {"minutes": built, "words": words(built.lang)}
    if template is None:
        return pages.render("minutes.html", built.lang, values)
    return render_file(template, built.lang, values)


def _waits(plan: Plan, evaluation: Evaluation) -> bool:
    """Whether a signature is lacking that the rules want of everybody who is seated."""
    wanted = [
        stage.id
        for stage in plan.stages
        if getattr(stage.kind.part, "signed_by", None) == "all-seated"
    ]
    found = [each.stages[stage] for each in evaluation for stage in wanted if stage in each.stages]
    reached = [stage for stage in found if is_reached(stage)]
    return bool(wanted) and (not reached or any(each.verdict != "qualified" for each in reached))


def _recusal(row: Recusal, lang: Lang) -> str:
    reason = f" ({isolated(row.reason)})" if row.reason else ""
    examiner, candidacy = isolated(row.examiner), isolated(row.candidacy)
    return RECUSED.say(lang).format(examiner=examiner, candidacy=candidacy, reason=reason)


def _absences(sheet: Scoresheet, evaluation: Evaluation, lang: Lang) -> list[str]:
    said = []
    for row in sheet.absences:
        title = None if row.stage is None else evaluation.stage_titles.get(row.stage)
        stage = (
            EVERY_STAGE.say(lang)
            if row.stage is None
            else f"{term('stage').say(lang)} {title.say(lang) if title else row.stage}"
        )
        reason = f" ({isolated(row.note)})" if row.note else ""
        who = isolated(row.candidacy)
        said.append(NOT_THERE.say(lang).format(candidacy=who, stage=stage, reason=reason))
    return said


def _away(sheet: Scoresheet, evaluation: Evaluation, lang: Lang) -> Iterator[str]:
    """Examiners who gave no mark, and why: in a whole stage, or for whom and in which criteria.

    A recusal that is declared has a sentence of its own, and a mark that is not entered may still
    come.
    """
    declared = {(row.examiner, row.candidacy) for row in sheet.recusals}
    stages: dict[tuple[str, str], list[Rating]] = {}
    for row in sheet.ratings:
        if row.examiner:
            stages.setdefault((row.examiner, row.stage), []).append(row)
    for (examiner, stage), rows in stages.items():
        for reason, text in AWAY.items():
            without = [row for row in rows if row.no_mark == reason]
            if reason == "recused":
                without = [row for row in without if (examiner, row.candidacy) not in declared]
            if without:
                title = stage_title(evaluation, stage, lang)
                said = text.say(lang).format(examiner=isolated(examiner), stage=title)
                whole = len(without) == len(rows)
                yield (
                    f"{said}." if whole else f"{said} {_for_whom(rows, without, evaluation, lang)}."
                )


def _for_whom(
    rows: Sequence[Rating], without: Sequence[Rating], evaluation: Evaluation, lang: Lang
) -> str:
    """Whom an examiner did not rate, and in which criteria where the others were rated."""
    told = []
    for who in dict.fromkeys(row.candidacy for row in without):
        own = [row for row in without if row.candidacy == who]
        some = len(own) < sum(row.candidacy == who for row in rows)
        titles = (_criterion(row, evaluation, lang) for row in own)
        told.append(f"{isolated(who)} ({', '.join(titles)})" if some else isolated(who))
    return FOR_WHOM.say(lang).format(who=", ".join(told))


def _criterion(row: Rating, evaluation: Evaluation, lang: Lang) -> str:
    title = evaluation.node_titles.get(f"{row.stage}.{row.criterion}")
    if title is None:
        return row.criterion
    return title.say(lang).removeprefix(f"{stage_title(evaluation, row.stage, lang)} › ")
