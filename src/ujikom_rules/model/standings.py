"""What every report says of a standing: its tables, who shares a rank, who is kept, what decides.

The reports lay it out as text, Markdown or a page; here it is found once, from the results alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from attrs import frozen

from ujikom_rules.messages import Lang, Text
from ujikom_rules.model.bidi import isolated
from ujikom_rules.model.outcome import (
    VERDICTS,
    Evaluation,
    Rank,
    Result,
    StageResult,
    Verdict,
)
from ujikom_rules.model.words import HEAD_WORDS, NOT_COUNTED, NOT_REACHED, VERDICT_WORDS, word

ORDER = Text("Penentu urutan", "Order key")
ORDER_REST = Text("yang tetap sama berbagi peringkat", "those who stay equal share the rank")
EVERYBODY = Text("semua peserta", "everybody")
OWED = Text("belum diisi", "not entered")
UNCOUNTED = Text(
    "nilai yang tercatat di {stages} tidak dihitung", "marks recorded at {stages} do not count"
)
STOPPED = Text("tidak sampai ke {stages}", "stopped before {stages}")
NO_VALUE = Text("tanpa nilai", "no value")
NO_CATEGORY = Text("tanpa kategori", "no category")


@frozen
class SharedRank:
    """A rank that several candidacies share.

    Attributes:
        standing: the id of a further standing; empty for the main one.
        position, group: where it is shared; of a further standing `group` says both.
        place: the rank.
        who: the candidacies, in the order of the results.
    """

    standing: str
    position: str
    group: str
    place: Fraction
    who: tuple[str, ...]

    @property
    def where(self) -> tuple[str, ...]:
        """The standing, or the position and the group; a group called as its position once."""
        return tuple(dict.fromkeys(filter(None, (self.standing, self.position, self.group))))


def scored_stages(evaluation: Evaluation) -> tuple[str, ...]:
    """The stages that give a value, in their order."""
    found = dict.fromkeys(
        name for each in evaluation for name, stage in each.stages.items() if stage.gives == "value"
    )
    ordered = [name for name in evaluation.stage_titles if name in found]
    return (*ordered, *(name for name in found if name not in ordered))


def stage_title(evaluation: Evaluation, name: str, lang: Lang) -> str:
    """What a stage is called, so that it turns no text beside it; its id where it has no title."""
    found = evaluation.stage_titles.get(name)
    return name if found is None else isolated(found.say(lang))


def owed_said(owed: Iterable[str], evaluation: Evaluation, lang: Lang) -> str:
    """Marks that are owed, by titles and those who owe them.

    Args:
        owed: the marks, as a result names them; those of nobody are the secretariat's.
        evaluation: where the titles are.
        lang: the language.

    Example:
        ``Penulisan makalah, penguji E3; Wawancara › Wawasan, penguji E1, E3``
    """
    found: dict[str, list[str]] = {}
    for each in owed:
        node, _, examiner = each.partition("@")
        found.setdefault(node, []).extend([isolated(examiner)] if examiner else [])
    of = word(HEAD_WORDS, "examiner", lang)
    said = []
    for node, who in found.items():
        title = evaluation.node_titles.get(node)
        called = node if title is None else isolated(title.say(lang))
        said.append(f"{called}, {of} {', '.join(who)}" if who else called)
    return "; ".join(said)


def is_reached(stage: StageResult) -> bool:
    """Whether a candidacy came to a stage, as far as anything was recorded there."""
    return stage.notes not in ((NOT_REACHED,), (NOT_COUNTED,))


def stopped_before(result: Result, evaluation: Evaluation, lang: Lang) -> str:
    """The stages that a candidacy did not come to, in one sentence; empty where there is none.

    Marks that were recorded there all the same are said not to count.
    """
    names = [name for name, stage in result.stages.items() if not is_reached(stage)]
    marked = [name for name in names if result.stages[name].notes == (NOT_COUNTED,)]
    titles, with_marks = (
        ", ".join(stage_title(evaluation, name, lang) for name in each) for each in (names, marked)
    )
    said = STOPPED.say(lang).format(stages=titles) if names else ""
    return f"{said}; {UNCOUNTED.say(lang).format(stages=with_marks)}" if marked else said


def by_group(evaluation: Evaluation) -> Iterator[tuple[str | None, str, tuple[Result, ...]]]:
    """The position, the group and the results of every table, in the order of publication."""
    for (position, group), found in groupby(evaluation, lambda each: (each.position, each.group)):
        yield position, group, tuple(found)


def shared_ranks(results: Iterable[Result]) -> tuple[SharedRank, ...]:
    """Who share a rank, in each position and group; behind it the further standings."""
    found: dict[tuple[str, str, str, Fraction], list[str]] = {}
    results = tuple(results)
    for each in results:
        if each.rank.shared and each.rank.place is not None:
            key = ("", each.position or "", each.group, each.rank.place)
            found.setdefault(key, []).append(each.candidacy)
    for name in dict.fromkeys(name for each in results for name in each.ranks):
        for each in results:
            own = each.ranks.get(name, Rank())
            if own.shared and own.place is not None:
                key = (name, "", " / ".join(filter(None, own.group)), own.place)
                found.setdefault(key, []).append(each.candidacy)
    return tuple(SharedRank(*key, tuple(who)) for key, who in found.items())


def kept(
    evaluation: Evaluation, results: Sequence[Result]
) -> Iterator[tuple[str, tuple[Result, ...]]]:
    """Every shortlist that these results came to, by its stage's id, with those whom it keeps.

    After the last scored stage a shortlist is a proposal: of those kept only who qualifies.
    """
    scored = scored_stages(evaluation)
    names = list(evaluation.stage_titles)
    for number, name in enumerate(names):
        stages = [(each, each.stages[name]) for each in results if name in each.stages]
        if any(stage.gives == "shortlist" for _, stage in stages):
            last = not any(later in scored for later in names[number + 1 :])
            yield (
                name,
                tuple(
                    each
                    for each, stage in stages
                    if stage.kept and (each.verdict == "qualified" or not last)
                ),
            )


def called(result: Result) -> str:
    """A candidacy among others: its id, with the name where there is one."""
    return " ".join(map(isolated, filter(None, (result.candidacy, result.name))))


def by_verdict(evaluation: Evaluation) -> tuple[tuple[Verdict, int], ...]:
    """How many people have each verdict that is given at all; see `people`."""
    found = ((key, people(r for r in evaluation if r.verdict == key)) for key in VERDICTS)
    return tuple((key, count) for key, count in found if count)


def people(results: Iterable[Result]) -> int:
    """How many persons: one who stands for two posts is one person."""
    return len({each.candidate or each.candidacy for each in results})


def by_category(
    evaluation: Evaluation, stage: str = ""
) -> tuple[tuple[str, tuple[Result, ...]], ...]:
    """Who is in which category of the decision, or of a stage; those without one last, under ``""``.

    The decision's categories come in the order of its classifier, empty ones included; those of
    a stage as they are first met. Nothing where nobody could have a category.
    """
    declared = () if stage else evaluation.categories
    found: dict[str, list[Result]] = {name: [] for name in declared}
    for each in evaluation:
        category = _category(each, stage) if stage else each.category
        found.setdefault(category or "", []).append(each)
    without = found.pop("", [])
    if not found:
        return ()
    rows = [(name, tuple(who)) for name, who in found.items()]
    return (*rows, ("", tuple(without))) if without else tuple(rows)


def _category(result: Result, stage: str) -> str | None:
    found = result.stages.get(stage)
    return None if found is None else found.category


def remarks(
    evaluation: Evaluation, lang: Lang, *, owed: bool = True
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Unmet gates, notes of stages and marks that are owed, each with the candidacies it is about.

    First what is said of everybody, then what is said of some, in the order of the candidacies.

    Args:
        evaluation: what was evaluated.
        lang: the language.
        owed: whether the marks that are owed are among them.
    """
    found: dict[str, list[str]] = {}
    for each in evaluation:
        for note in _remarks_on(each, evaluation, lang, owed=owed):
            found.setdefault(note, []).append(each.candidacy)
    everybody_first = sorted(found.items(), key=lambda told: len(told[1]) < len(evaluation))
    return tuple((note, tuple(who)) for note, who in everybody_first)


def whose(who: Sequence[str], evaluation: Evaluation, lang: Lang) -> str:
    """The candidacies that a remark is about; one word where it is about all of several."""
    everybody = len(who) == len(evaluation) > 1
    return EVERYBODY.say(lang) if everybody else ", ".join(map(isolated, who))


def _remarks_on(result: Result, evaluation: Evaluation, lang: Lang, *, owed: bool) -> Iterator[str]:
    for name, stage in result.stages.items():
        if not is_reached(stage):
            continue
        said = [isolated(note.say(lang)) for note in stage.notes]
        gate = "" if stage.verdict in (None, "qualified") else str(stage.verdict)
        told = stage.gives == "document" and bool(said)  # its note names the documents
        if gate and not told and result.verdict != "qualified":
            said.insert(0, word(VERDICT_WORDS, gate, lang))
        if not said and _lacks_a_value(result, name):
            said.append(NO_VALUE.say(lang))
        if said:
            yield f"{stage_title(evaluation, name, lang)}: {'; '.join(said)}"
    stopped = stopped_before(result, evaluation, lang)
    if stopped:
        yield stopped
    if owed and result.owed:
        yield f"{OWED.say(lang)}: {owed_said(result.owed, evaluation, lang)}"
    if result.reasons:
        reasons = "; ".join(isolated(each.say(lang)) for each in result.reasons)
        yield f"{word(HEAD_WORDS, 'total', lang)}: {reasons}"


def _lacks_a_value(result: Result, name: str) -> bool:
    """Whether a stage leaves a verdict open for want of a value that nobody else speaks of."""
    stage = result.stages[name]
    owed = any(each.startswith((f"{name}.", f"{name}@")) or each == name for each in result.owed)
    open_ = result.verdict == "incomplete" and stage.gives == "value" and stage.value is None
    return open_ and not owed


def order_said(evaluation: Evaluation, lang: Lang) -> str:
    """What decides the main standing, in its order; empty where there is none.

    Example:
        ``Penentu urutan: nilai akhir, nilai tahapan 'Wawancara'; yang tetap sama berbagi peringkat.``
    """
    if not evaluation.order_texts:
        return ""
    keys = ", ".join(isolated(each.say(lang)) for each in evaluation.order_texts)
    return f"{ORDER.say(lang)}: {keys}; {ORDER_REST.say(lang)}."


def order_text(name: Text, *, title: Text | None = None, of: Text | None = None) -> Text:
    """A key of an order with what it reads: ``nilai kriteria 'Integritas' (Wawancara)``.

    Args:
        name: what kind of key it is.
        title: the stage, the criterion or the fact that it reads; none for a lot.
        of: the stage of a criterion.
    """

    def said(lang: Lang) -> str:
        read = "" if title is None else f" '{isolated(title.say(lang))}'"
        return f"{name.say(lang)}{read}{'' if of is None else f' ({isolated(of.say(lang))})'}"

    return Text(said("id"), said("en"))
