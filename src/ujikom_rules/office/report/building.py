"""A report's page, put together from the plan, the scoresheet and the evaluation.

A report recomputes nothing: every number stands in the evaluation already.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from ujikom_rules.errors import Finding, Refused
from ujikom_rules.evaluating import evaluate
from ujikom_rules.messages import Lang, Text, finding, text_of
from ujikom_rules.messages.terms import term
from ujikom_rules.model.numerals import day
from ujikom_rules.model.outcome import Evaluation, Result
from ujikom_rules.model.scoresheet import Scoresheet
from ujikom_rules.model.words import HEAD_WORDS, word
from ujikom_rules.office.report.audiences import Audience, without_examiners
from ujikom_rules.office.report.drawing import chart
from ujikom_rules.office.report.mapping import maps
from ujikom_rules.office.report.notices import notices, public_notices
from ujikom_rules.office.report.panel import members
from ujikom_rules.office.report.sections import Page, Pair, Slip, Standing
from ujikom_rules.office.report.slips import slip
from ujikom_rules.planned import Plan

PANEL_CODES = ("UJ561", "UJ674")  # what is said of the panel and its composition
OF_ONE = ("UJ701", "UJ704", "UJ707")  # here `got` is the candidacy
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
) -> Page:
    """The whole report for one audience.

    Args:
        plan: what the evaluation followed.
        sheet: what was evaluated.
        evaluation: the results.
        audience: for whom.
        lang: the language.

    Raises:
        KeyError: when the candidate of the audience is not there.
        Refused: when marks cannot be shown without their examiners (UJ950).
    """
    seen = evaluation if audience.sees_examiners else _hidden(plan, sheet, evaluation)
    own = evaluation[audience.candidacy] if audience.kind == "candidate" else None
    results = [own] if own is not None else list(evaluation) if audience.sees_all else []
    findings = tuple(_seen(evaluation, seen, audience))
    heads = _scored(evaluation)
    titles = {each.id: each.title or each.id for each in sheet.positions}
    slips = {
        each.candidacy: slip(
            evaluation, seen, each, heads, audience=audience, lang=lang, titles=titles
        )
        for each in results
    }
    with_working = audience.sees_scores
    return Page(
        lang=lang,
        title=evaluation.title.say(lang),
        audience=FOR[audience.kind].say(lang).format(who=audience.candidacy),
        event=_event(evaluation, lang),
        status=(term("provisional") if evaluation.provisional else FINAL).say(lang),
        provisional=evaluation.provisional,
        notices=notices(plan, seen, results, findings, audience=audience, lang=lang)
        if with_working
        else public_notices(evaluation, lang),
        heads=tuple(evaluation.stage_titles[name].say(lang) for name in heads),
        with_names=any(each.name for each in results),
        with_categories=any(each.category for each in results),
        standings=_standings(evaluation, slips, titles, lang) if audience.sees_all else (),
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
        kept=_announced(evaluation, lang) if audience.kind == "public" else (),
        footer=_footer(evaluation, sheet, lang),
    )


def _hidden(plan: Plan, sheet: Scoresheet, evaluation: Evaluation) -> Evaluation:
    """The same evaluation of a scoresheet in which no id tells who an examiner is."""
    hidden = evaluate(plan, without_examiners(sheet))
    if [_published(each) for each in hidden] != [_published(each) for each in evaluation]:
        raise Refused([finding("UJ950")])  # a plugin's part goes by the examiners' ids
    return hidden


def _published(result: Result) -> tuple[object, ...]:
    total = None if result.total is None else result.total.value
    return (result.candidacy, result.verdict, total, result.category, result.rank, result.ranks)


def _seen(evaluation: Evaluation, seen: Evaluation, audience: Audience) -> Iterable[Finding]:
    """The findings that the audience may see: of a candidate those about that candidacy.

    What is said of the panel names its examiners to whoever sees the panel; everything else
    comes from `seen`, since a finding about a mark may say whose it is.
    """
    if audience.sees_all:
        yield from (each for each in evaluation.findings if each.code in PANEL_CODES)
        yield from (each for each in seen.findings if each.code not in PANEL_CODES)
        return
    for each in seen.findings:
        about = each.args.get("got" if each.code in OF_ONE else "candidacy", "")
        if audience.candidacy and str(about) == audience.candidacy:
            yield each


def _event(evaluation: Evaluation, lang: Lang) -> tuple[Pair, ...]:
    return (
        Pair(term("event").say(lang), evaluation.event),
        Pair(DATE.say(lang), day(evaluation.date, lang)),
        Pair(term("ruleset").say(lang), f"{evaluation.ruleset} {evaluation.version}"),
        Pair(term("candidate").say(lang), str(len({each.candidate for each in evaluation}))),
    )


def _footer(evaluation: Evaluation, sheet: Scoresheet, lang: Lang) -> tuple[Pair, ...]:
    used = [
        f"{each.distribution} {each.version}" for each in evaluation.provenance.plugins.values()
    ]
    return (
        Pair(term("ruleset").say(lang), evaluation.digest),
        Pair(DATA.say(lang), sheet.digest),
        Pair(ENGINE.say(lang), ", ".join([evaluation.provenance.engine, *used])),
    )


def _scored(evaluation: Evaluation) -> list[str]:
    """The stages that give a value, in their order."""
    found = {
        name for each in evaluation for name, stage in each.stages.items() if stage.gives == "value"
    }
    return [name for name in evaluation.stage_titles if name in found]


def _listed(evaluation: Evaluation, titles: Mapping[str, str]) -> tuple[str, ...]:
    """Who qualified, in the order of the alphabet: what is announced.

    Where several candidates have one name, the id tells who is meant.
    """
    qualified = [each for each in evaluation if each.verdict == "qualified"]
    bearers: dict[str, set[str]] = {}
    for each in evaluation:
        bearers.setdefault(each.name.casefold(), set()).add(each.candidate)

    def called(result: Result) -> str:
        name = result.name or result.candidacy
        if result.name and len(bearers[result.name.casefold()]) > 1:
            name = f"{name} ({result.candidacy})"
        position = result.position and titles.get(result.position, result.position)
        return ", ".join(filter(None, (name, position)))

    ordered = sorted(
        qualified, key=lambda each: ((each.name or each.candidacy).casefold(), each.candidacy)
    )
    return tuple(map(called, ordered))


def _announced(evaluation: Evaluation, lang: Lang) -> tuple[Pair, ...]:
    """Whom each shortlist keeps, in the order of the alphabet, position by position."""
    found = []
    for name, title in evaluation.stage_titles.items():
        kept = [each for each in evaluation if (at := each.stages.get(name)) and at.kept]
        ordered = sorted(kept, key=lambda each: (each.name or each.candidacy).casefold())
        for position in dict.fromkeys(each.position for each in evaluation):
            who = [each.name or each.candidacy for each in ordered if each.position == position]
            if who:
                label = ", ".join(filter(None, (title.say(lang), position)))
                found.append(Pair(label, "; ".join(who)))
    return tuple(found)


def _standings(
    evaluation: Evaluation, slips: dict[str, Slip], titles: Mapping[str, str], lang: Lang
) -> tuple[Standing, ...]:
    found = []
    for (position, group), results in groupby(evaluation, lambda r: (r.position, r.group)):
        post = "" if position is None else titles.get(position, position)
        parts = [] if position is None else [f"{word(HEAD_WORDS, 'position', lang)}: {post}"]
        if group and group != position:
            parts.append(f"{word(HEAD_WORDS, 'group', lang)}: {group}")
        there = tuple(results)
        found.append(
            Standing(
                ", ".join(parts),
                tuple(slips[each.candidacy] for each in there),
                tuple(_kept(evaluation, there, lang)),
            )
        )
    return tuple(found)


def _kept(evaluation: Evaluation, results: Sequence[Result], lang: Lang) -> Iterable[str]:
    """Whom each shortlist keeps, in the order of the standing."""
    for name, title in evaluation.stage_titles.items():
        stages = [(each, each.stages[name]) for each in results if name in each.stages]
        if any(stage.gives == "shortlist" for _, stage in stages):
            who = [f"{each.candidacy} {each.name}".strip() for each, stage in stages if stage.kept]
            yield f"{title.say(lang)}: {', '.join(who) or '–'}"
