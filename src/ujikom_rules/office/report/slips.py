"""One candidacy on a page: its values, its notes, and its working as far as a reader may see it."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from fractions import Fraction

from attrs import evolve

from ujikom_rules.exact import to_text
from ujikom_rules.messages import Lang, Text
from ujikom_rules.model.numerals import decimal
from ujikom_rules.model.outcome import Evaluation, Result
from ujikom_rules.model.parting import parted_said
from ujikom_rules.model.standings import (
    OWED,
    is_reached,
    owed_said,
    stage_title,
    stopped_before,
)
from ujikom_rules.model.told import Told, outline
from ujikom_rules.model.words import HEAD_WORDS, KEPT_WORDS, VERDICT_WORDS, word
from ujikom_rules.model.working import TOTAL, text_at
from ujikom_rules.office.report.audiences import Audience
from ujikom_rules.office.report.notices import owed
from ujikom_rules.office.report.sections import Slip


def slip(
    evaluation: Evaluation,
    seen: Evaluation,
    result: Result,
    heads: Sequence[str],
    *,
    audience: Audience,
    lang: Lang,
    titles: Mapping[str, str],
    working: bool = True,
) -> Slip:
    """One candidacy; its working comes from `seen`, which may not name an examiner."""
    main, beside = outline(seen, result.candidacy, lang) if working else ((), ())
    named = seen is evaluation
    others = frozenset() if audience.sees_all else evaluation.by_id.keys() - {result.candidacy}
    if others:
        main, beside = (tuple(_without(lines, others)) for lines in (main, beside))
    if not named:
        main, beside = _unnamed(main, lang), _unnamed(beside, lang)
    place = result.rank.place
    return Slip(
        anchor=f"p{evaluation.results.index(result) + 1}",
        candidacy=result.candidacy,
        name=result.name,
        position=titles.get(result.position or "", result.position or ""),
        rank="–" if place is None else decimal(to_text(place), lang),
        cells=tuple(_cell(result, name, lang) for name in heads),
        total="–" if result.total is None else decimal(text_at(result.total, TOTAL), lang),
        category=result.category or "–",
        verdict=word(VERDICT_WORDS, result.verdict, lang),
        notes=tuple(_notes(evaluation, seen[result.candidacy], audience, lang)),
        working=main,
        beside=beside,
    )


_NUMBER = re.compile(r"#\d+")
ONE_EXAMINER = Text("seorang penguji", "an examiner")


def _unnamed(lines: Sequence[Told], lang: Lang) -> tuple[Told, ...]:
    """The examiners of one working numbered by what they gave, the lowest marks first.

    The hidden numbers are the same in every working: who is missing in one of them would be
    known in all; who gave no mark here has no number. What is made of the marks that are shown
    tells nothing beyond them. Neither is it told in which row of the data a mark stands.
    """
    called = re.compile(rf"(, {re.escape(word(HEAD_WORDS, 'examiner', lang))} )(#\d+)(?=:)")
    given: dict[str, list[str]] = {}
    for line in lines:
        found = called.search(line.label)
        if found:
            given.setdefault(found[2], []).append(line.value)
    order = sorted(given, key=lambda each: (list(map(_size, given[each])), given[each]))
    nobody = ONE_EXAMINER.say(lang)
    new = {each: f"#{number}" for number, each in enumerate(order, 1)}
    told = [
        evolve(
            line,
            label=called.sub(lambda found: found[1] + new[found[2]], line.label),
            place=line.place if line.stands[0].startswith("rule:") else "",
            uncounted=_NUMBER.sub(lambda found: new.get(found[0], nobody), line.uncounted),
        )
        for line in lines
    ]
    return _by_number(told, called)


def _by_number(lines: Sequence[Told], called: re.Pattern[str]) -> tuple[Told, ...]:
    """The same, examiners side by side in the order of their numbers, each with all beneath.

    They came in the order of the hidden numbers, which is the same in every working too.
    """
    found: list[Told] = []
    waiting: list[tuple[int, list[Told]]] = []

    def settle() -> None:
        for _, each in sorted(waiting, key=lambda pair: pair[0]):
            found.extend(each)
        waiting.clear()

    for line in lines:
        top = waiting[0][1][0].depth if waiting else line.depth
        if line.depth > top:
            waiting[-1][1].append(line)
            continue
        named = called.search(line.label)
        if named is None or line.depth < top:
            settle()
        if named is None:
            found.append(line)
        else:
            waiting.append((int(named[2][1:]), [line]))
    settle()
    return tuple(found)


def _size(text: str) -> Fraction:
    """A printed number, a ratio included."""
    return Fraction(text)


def _cell(result: Result, stage: str, lang: Lang) -> str:
    found = result.stages.get(stage)
    if found is None or found.value is None:
        return "–"
    return decimal(text_at(found.value, f"{stage}:stage"), lang)


def _notes(evaluation: Evaluation, result: Result, audience: Audience, lang: Lang) -> Iterable[str]:
    for name, stage in result.stages.items():
        if not is_reached(stage):
            continue
        said = [note.say(lang) for note in stage.notes]
        if stage.verdict is not None and stage.verdict != "qualified":
            said.insert(0, word(VERDICT_WORDS, stage.verdict, lang))
        if stage.kept is not None:
            said.insert(0, KEPT_WORDS[stage.kept].say(lang))
        if said:
            yield f"{stage_title(evaluation, name, lang)}: {'; '.join(said)}"
    stopped = stopped_before(result, evaluation, lang)
    yield from [stopped] if stopped else []
    yield from (reason.say(lang) for reason in result.reasons)
    yield from parted_said(result, evaluation, lang, named=audience.sees_all)
    if result.owed:
        yield f"{OWED.say(lang)}: {owed_said(owed(result, named=audience.sees_examiners), evaluation, lang)}"


def _without(lines: Iterable[Told], others: Collection[str]) -> Iterable[Told]:
    """The lines of an outline without those that name another candidacy, and what is beneath.

    A value that depends on the others is worked out from theirs, and each of these is called
    by its candidacy's id alone.
    """
    hidden: int | None = None
    for line in lines:
        if hidden is not None and line.depth > hidden:
            continue
        hidden = line.depth if line.label in others else None
        if hidden is None:
            yield line
