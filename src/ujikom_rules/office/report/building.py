"""A report's page, put together from the plan, the scoresheet and the evaluation.

A report recomputes nothing: every number stands in the evaluation already.
"""

from collections.abc import Iterable, Mapping, Sequence

from ujikom_rules.errors import Refused
from ujikom_rules.evaluating import evaluate
from ujikom_rules.messages import Lang, Text, finding, text_of
from ujikom_rules.messages.terms import term
from ujikom_rules.model.bidi import isolated
from ujikom_rules.model.numerals import day
from ujikom_rules.model.outcome import Evaluation, Result
from ujikom_rules.model.scoresheet import Scoresheet
from ujikom_rules.model.standings import (
    by_group,
    by_verdict,
    called,
    kept,
    order_said,
    people,
    scored_stages,
    stage_title,
)
from ujikom_rules.model.words import HEAD_WORDS, VERDICT_WORDS, word
from ujikom_rules.office.report.alphabet import by_alphabet
from ujikom_rules.office.report.audiences import Audience, said_of_both, without_examiners
from ujikom_rules.office.report.drawing import chart
from ujikom_rules.office.report.findings import PANEL_CODES, Subjects, seen_by
from ujikom_rules.office.report.mapping import maps
from ujikom_rules.office.report.notices import notices, public_notices
from ujikom_rules.office.report.panel import members
from ujikom_rules.office.report.sections import Page, Pair, Slip, Standing
from ujikom_rules.office.report.slips import slip
from ujikom_rules.planned import Plan

FOR = {
    "panel": Text("untuk panitia seleksi", "for the panel"),
    "ppk": Text("untuk Pejabat Pembina Kepegawaian", "for the appointing official"),
    "public": Text("untuk umum", "for the public"),
    "candidate": Text("untuk peserta {who}", "for candidate {who}"),
}
FINAL = Text("hasil akhir", "final")
DATE = Text("tanggal", "date")
DATA = Text("data", "data")
ENGINE = Text("dihitung oleh", "computed by")


def page(
    plan: Plan,
    sheet: Scoresheet,
    evaluation: Evaluation,
    audience: Audience,
    lang: Lang,
    *,
    working: bool = True,
) -> Page:
    """The whole report for one audience.

    Args:
        plan: what the evaluation followed.
        sheet: what was evaluated.
        evaluation: the results.
        audience: for whom.
        lang: the language.
        working: whether a result is shown with its working, down to the marks.

    Raises:
        KeyError: when the candidate of the audience is not there.
        Refused: when marks cannot be shown without their examiners (UJ950).
    """
    seen = evaluation  # the public sees no mark that could tell who gave it
    if audience.sees_scores and not audience.sees_examiners:
        seen = _hidden(plan, sheet, evaluation, working=working)
    own = evaluation[audience.candidacy] if audience.kind == "candidate" else None
    results = [own] if own is not None else list(evaluation) if audience.sees_all else []
    subjects = Subjects(sheet)
    findings = seen_by(audience, evaluation, seen, subjects)
    heads = scored_stages(evaluation)
    titles = {each.id: each.title or each.id for each in sheet.positions}
    slips = {
        each.candidacy: slip(
            evaluation,
            seen,
            each,
            heads,
            audience=audience,
            lang=lang,
            titles=titles,
            working=working,
        )
        for each in results
    }
    with_working = audience.sees_scores
    named = tuple(stage_title(evaluation, name, lang) for name in heads)
    return Page(
        lang=lang,
        title=evaluation.title.say(lang),
        audience=FOR[audience.kind].say(lang).format(who=audience.candidacy),
        mark=mark(evaluation),
        event=_event(evaluation, lang),
        status=_status(evaluation).say(lang),
        settled=_status(evaluation) is FINAL,
        notices=notices(
            plan, seen, results, findings, subjects=subjects, audience=audience, lang=lang
        )
        if with_working
        else public_notices(evaluation, lang),
        heads=named,
        with_names=any(each.name for each in results),
        with_categories=any(each.category for each in results),
        standings=_standings(evaluation, slips, titles, named, lang) if audience.sees_all else (),
        counts=_counts(evaluation, lang) if audience.sees_all else "",
        order=order_said(evaluation, lang) if audience.sees_scores else "",
        chart=chart(evaluation, lang) if audience.sees_all else None,
        maps=maps(plan, evaluation, lang) if audience.sees_all else (),
        members=members(sheet, evaluation, lang, overview=audience.sees_examiners)
        if audience.sees_all
        else (),
        overview=audience.sees_examiners,
        panel_notes=tuple(text_of(each, lang) for each in findings if each.code in PANEL_CODES)
        if audience.sees_all
        else (),
        slip=slips[own.candidacy] if own is not None else None,
        listed=_listed(evaluation, titles) if audience.kind == "public" else (),
        kept=_announced(evaluation, titles, lang) if audience.kind == "public" else (),
        digests=_digests(evaluation, sheet, lang),
    )


def _hidden(plan: Plan, sheet: Scoresheet, evaluation: Evaluation, *, working: bool) -> Evaluation:
    """The same evaluation of a scoresheet in which no id tells who an examiner is."""
    hidden = evaluate(plan, without_examiners(sheet))
    if [_published(each) for each in hidden] == [_published(each) for each in evaluation]:
        return hidden
    if working:
        raise Refused([finding("UJ950")])  # a plugin's part goes by the examiners' ids
    return said_of_both(evaluation, hidden)


def _published(result: Result) -> tuple[object, ...]:
    total = None if result.total is None else result.total.value
    return (result.candidacy, result.verdict, total, result.category, result.rank, result.ranks)


def mark(evaluation: Evaluation) -> str:
    """What tells a single sheet of paper from those of another event or other rules."""
    kind, _, digits = evaluation.digest.rpartition(":")
    rules = f"{evaluation.ruleset} {evaluation.version}"
    return f"{evaluation.event} · {rules} · {kind}:{digits[:12]}".rstrip(":")


def _event(evaluation: Evaluation, lang: Lang) -> tuple[Pair, ...]:
    return (
        Pair(term("event").say(lang), evaluation.event),
        Pair(DATE.say(lang), day(evaluation.date, lang)),
        Pair(term("ruleset").say(lang), f"{evaluation.ruleset} {evaluation.version}"),
        Pair(term("candidate").say(lang), str(people(evaluation))),
    )


def _status(evaluation: Evaluation) -> Text:
    """Final only where no document is awaited and nobody is incomplete."""
    if evaluation.provisional:
        return term("provisional")
    waits = any(each.verdict == "incomplete" for each in evaluation)
    return VERDICT_WORDS["incomplete"] if waits else FINAL


def _counts(evaluation: Evaluation, lang: Lang) -> str:
    """How many people have each verdict."""
    found = by_verdict(evaluation)
    return ", ".join(f"{word(VERDICT_WORDS, key, lang)} {count}" for key, count in found)


def _digests(evaluation: Evaluation, sheet: Scoresheet, lang: Lang) -> tuple[Pair, ...]:
    used = [
        f"{each.distribution} {each.version}" for each in evaluation.provenance.plugins.values()
    ]
    return (
        Pair(term("ruleset").say(lang), evaluation.digest),
        Pair(DATA.say(lang), sheet.digest),
        Pair(ENGINE.say(lang), ", ".join([evaluation.provenance.engine, *used])),
    )


def _listed(evaluation: Evaluation, titles: Mapping[str, str]) -> tuple[str, ...]:
    """Who qualified, in the order of the alphabet: what is announced.

    Where several candidates have one name, the id tells who is meant.
    """
    qualified = [each for each in evaluation if each.verdict == "qualified"]
    bearers: dict[str, set[str]] = {}
    for each in evaluation:
        bearers.setdefault(each.name.casefold(), set()).add(each.candidate)

    def known_as(result: Result) -> str:
        name = isolated(result.name or result.candidacy)
        if result.name and len(bearers[result.name.casefold()]) > 1:
            name = f"{name} ({isolated(result.candidacy)})"
        position = result.position and titles.get(result.position, result.position)
        return ", ".join(filter(None, (name, position)))

    return tuple(map(known_as, sorted(qualified, key=by_alphabet)))


def _announced(evaluation: Evaluation, titles: Mapping[str, str], lang: Lang) -> tuple[Pair, ...]:
    """Whom each shortlist keeps, in the order of the alphabet, position by position."""
    found = []
    for name, who_is_kept in kept(evaluation, evaluation.results):
        ordered = sorted(who_is_kept, key=by_alphabet)
        for position in dict.fromkeys(each.position for each in evaluation):
            there = (each for each in ordered if each.position == position)
            who = [isolated(each.name or each.candidacy) for each in there]
            if who:
                post = titles.get(position or "", position)
                label = ", ".join(filter(None, (stage_title(evaluation, name, lang), post)))
                found.append(Pair(label, "; ".join(who)))
    return tuple(found)


def _standings(
    evaluation: Evaluation,
    slips: dict[str, Slip],
    titles: Mapping[str, str],
    heads: Sequence[str],
    lang: Lang,
) -> tuple[Standing, ...]:
    found = []
    for position, group, results in by_group(evaluation):
        post = "" if position is None else titles.get(position, position)
        parts = [] if position is None else [f"{word(HEAD_WORDS, 'position', lang)}: {post}"]
        if group and group != position:
            parts.append(f"{word(HEAD_WORDS, 'group', lang)}: {group}")
        found.append(
            Standing(
                ", ".join(parts),
                tuple(slips[each.candidacy] for each in results),
                tuple(_kept(evaluation, results, lang)),
                _shape([slips[each.candidacy] for each in results], heads, lang),
            )
        )
    return tuple(found)


_ROOM, _ROOM_LYING = 92, 180  # letters, gaps between columns included, that A4 has for a row
_GAP = 2


def _shape(slips: Sequence[Slip], heads: Sequence[str], lang: Lang) -> str:
    """How the table of these is printed, by the words that cannot be broken."""
    fixed = [word(HEAD_WORDS, each, lang) for each in ("rank", "total", "verdict", "category")]
    names = ["Nama Orang"] if any(each.name for each in slips) else []
    columns = [each.split() for each in (*fixed, *heads, *names)]
    columns.append([word(HEAD_WORDS, "candidacy", lang), *(each.candidacy for each in slips)])
    wide = sum(max(map(len, words)) + _GAP for words in columns)
    return "" if wide <= _ROOM else "lying" if wide <= _ROOM_LYING else "lying crowded"


def _kept(evaluation: Evaluation, results: Sequence[Result], lang: Lang) -> Iterable[str]:
    """Whom each shortlist keeps, in the order of the standing."""
    for name, who in kept(evaluation, results):
        yield f"{stage_title(evaluation, name, lang)}: {', '.join(map(called, who)) or '–'}"
