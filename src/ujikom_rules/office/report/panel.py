"""The panel: who sat in it, and what each examiner's marks look like beside the others'."""

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction

from ujikom_rules.exact import Rounding, mean, to_text, total
from ujikom_rules.messages import Lang
from ujikom_rules.model.numerals import decimal
from ujikom_rules.model.outcome import Evaluation
from ujikom_rules.model.scoresheet import Scoresheet
from ujikom_rules.model.words import (
    HEAD_WORDS,
    NO_MARK_WORDS,
    ORIGIN_WORDS,
    ROLE_WORDS,
    word,
)
from ujikom_rules.model.working import split_address
from ujikom_rules.office.report.sections import Member

TWO_PLACES = Rounding(2, "half-up")
Marks = Mapping[str, Mapping[tuple[str, str], Fraction]]


def members(
    sheet: Scoresheet, evaluation: Evaluation, lang: Lang, *, overview: bool
) -> tuple[Member, ...]:
    """The panel in the order of the sheet; with `overview` also what their marks look like."""
    marks = _marks(evaluation) if overview else {}
    together = _together(marks)
    missing = _missing(sheet, evaluation) if overview else {}
    recused = Counter(each.examiner for each in sheet.recusals) if overview else {}
    return tuple(
        Member(
            each.id,
            each.name,
            word(ROLE_WORDS, each.role, lang),
            each.kind,
            word(ORIGIN_WORDS, each.origin or "", lang),
            each.room or "",
            len(marks.get(each.id, ())),
            ", ".join(
                [
                    *(
                        f"{word(NO_MARK_WORDS, why, lang)} {count}"
                        for why, count in sorted(missing.get(each.id, Counter()).items())
                    ),
                    *(
                        f"{word(NO_MARK_WORDS, 'recused', lang)}: {count} {word(HEAD_WORDS, 'candidacy', lang)}"
                        for count in (recused.get(each.id, 0),)
                        if count
                    ),
                ]
            ),
            _means(each.id, marks, evaluation, lang),
            _apart(marks.get(each.id, {}), together, evaluation, lang),
        )
        for each in sheet.examiners
    )


def _missing(sheet: Scoresheet, evaluation: Evaluation) -> dict[str, Counter[str]]:
    """Why marks of each examiner are not there; a row that is owed and not there counts too."""
    found: dict[str, Counter[str]] = {}
    for rating in sheet.ratings:
        if rating.examiner and rating.no_mark not in (None, "not-entered"):
            found.setdefault(rating.examiner, Counter())[str(rating.no_mark)] += 1
    for result in evaluation:
        for owed in result.owed:
            examiner = owed.partition("@")[2]
            found.setdefault(examiner, Counter())["not-entered"] += 1
    return found


def _marks(evaluation: Evaluation) -> dict[str, dict[tuple[str, str], Fraction]]:
    """The marks of each examiner by candidacy and node."""
    found: dict[str, dict[tuple[str, str], Fraction]] = {}
    for result in evaluation:
        for address, figure in result.figures.items():
            if address.endswith(":raw") and "@" in address:
                node, examiner, _ = split_address(address)
                found.setdefault(examiner, {})[result.candidacy, node] = figure.value
    return found


def _means(examiner: str, marks: Marks, evaluation: Evaluation, lang: Lang) -> tuple[str, ...]:
    """The mean mark at each stage, to two places."""
    stages: dict[str, list[Fraction]] = {}
    for (_, node), value in marks.get(examiner, {}).items():
        stages.setdefault(node.partition(".")[0], []).append(value)
    return tuple(
        f"{evaluation.stage_titles[stage].say(lang)}: {_two(mean(values), lang)}"
        for stage, values in stages.items()
    )


def _together(marks: Marks) -> dict[tuple[str, str], tuple[Fraction, int]]:
    """The sum and the number of the marks that were given for the same."""
    given: dict[tuple[str, str], list[Fraction]] = {}
    for found in marks.values():
        for key, value in found.items():
            given.setdefault(key, []).append(value)
    return {key: (total(values), len(values)) for key, values in given.items()}


def _apart(
    marks: Mapping[tuple[str, str], Fraction],
    together: Mapping[tuple[str, str], tuple[Fraction, int]],
    evaluation: Evaluation,
    lang: Lang,
) -> tuple[str, ...]:
    """How far the marks lie from the mean of the others' marks of the same, on average.

    A stage a line: points of one scale cannot be added to points of another.
    """
    stages: dict[str, dict[int, list[tuple[Fraction, Fraction]]]] = {}
    for key, value in marks.items():
        whole, count = together[key]
        if count > 1:
            of_stage = stages.setdefault(key[1].partition(".")[0], {})
            of_stage.setdefault(count, []).append((value, whole))
    return tuple(
        f"{evaluation.stage_titles[stage].say(lang)}: {_signed(_gap(found), lang)}"
        for stage, found in stages.items()
    )


def _gap(found: Mapping[int, Sequence[tuple[Fraction, Fraction]]]) -> Fraction:
    """The mean of what marks lie from the mean of the others, by how many marks there are.

    Each stands with the sum of all n: v - (sum - v) / (n - 1) is (n v - sum) / (n - 1), and those
    of one n are added up first.
    """
    gaps = [
        (n * total(value for value, _ in pairs) - total(whole for _, whole in pairs)) / (n - 1)
        for n, pairs in found.items()
    ]
    return total(gaps) / sum(map(len, found.values()))


def _signed(value: Fraction, lang: Lang) -> str:
    said = _two(value, lang)
    return said if value <= 0 or not TWO_PLACES.apply(value) else f"+{said}"


def _two(value: Fraction, lang: Lang) -> str:
    return decimal(to_text(TWO_PLACES.apply(value), 2), lang)
