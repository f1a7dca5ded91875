"""Where a failed case first goes another way: the working, down to the figure that differs."""

from collections.abc import Mapping, Sequence

from attrs import frozen

from ujikom_rules.analysis.comparing import Difference
from ujikom_rules.messages import Lang
from ujikom_rules.model.outcome import Evaluation, Result
from ujikom_rules.model.told import Told, outline
from ujikom_rules.model.working import TOTAL

WHO = 3  # so many people's workings are shown
DEEP = 2  # steps that are shown beneath the figure that differs: its terms, mostly


@frozen
class Step:
    """A line of the working.

    Attributes:
        told: the number with its rule and place.
        expected: what the case expects there; empty for every line but the one that differs.
    """

    told: Told
    expected: str = ""


def steps_to(
    differences: Sequence[Difference], evaluation: Evaluation | None, lang: Lang
) -> tuple[Mapping[str, tuple[Step, ...]], int]:
    """Of each person, from the total down to the first figure that differs and what makes it.

    The first is the one that arose first: what it is made of is as expected, or nobody said what
    it should be. Of a total alone the top of its working is shown.

    Returns:
        The workings of the first few, by candidacy, and how many more there are; nothing of whom
        no number differs, or no working is there.
    """
    if evaluation is None:
        return {}, 0
    people = dict.fromkeys(each.where.partition(" ")[0] for each in differences)
    firsts = {
        who: found
        for who in people
        if who in evaluation and (found := _first(who, differences, evaluation[who])) is not None
    }
    shown = list(firsts.items())[:WHO]
    return {who: _steps(who, *at, evaluation, lang) for who, at in shown}, len(firsts) - len(shown)


def _first(who: str, differences: Sequence[Difference], result: Result) -> tuple[str, str] | None:
    """The figure of a candidacy that differs and arose first, with what was expected there."""
    expected: dict[str, str] = {}
    for difference in differences:
        name, _, where = difference.where.partition(" ")
        if name == who:
            expected.setdefault(address_of(where), difference.expected)
    return next(((each, expected[each]) for each in result.figures if each in expected), None)


def address_of(where: str) -> str:
    """The address of the figure that a case means: ``stages.x.value`` is ``x:stage``.

    >>> address_of("total"), address_of("stages.wawancara.value")
    ('total:final', 'wawancara:stage')
    """
    if where == "total":
        return TOTAL
    stage = where.removeprefix("stages.").removesuffix(".value")
    return f"{stage}:stage" if where == f"stages.{stage}.value" else where


def _steps(
    who: str, address: str, expected: str, evaluation: Evaluation, lang: Lang
) -> tuple[Step, ...]:
    main, beside = outline(evaluation, who, lang)
    lines = (*main, *beside)
    at = next(number for number, line in enumerate(lines) if address in line.stands)
    steps: list[Step] = []
    depth = lines[at].depth
    for line in reversed(lines[:at]):  # what it goes into
        if line.depth < depth:
            steps.insert(0, Step(line))
            depth = line.depth
    steps.append(Step(lines[at], expected))
    deep = lines[at].depth + DEEP + (address == TOTAL)
    for line in lines[at + 1 :]:  # what it is made of
        if line.depth <= lines[at].depth:
            break
        if line.depth <= deep:
            steps.append(Step(line))
    return tuple(steps)
