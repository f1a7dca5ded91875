"""How equals were parted, in words: the key in which they differ, and what each has there."""

from collections.abc import Iterator

from ujikom_rules.messages import Lang, Text
from ujikom_rules.model.bidi import isolated
from ujikom_rules.model.outcome import Evaluation, Parted, Result

EQUAL = Text(
    "{by} sama dengan {others}; urutannya menurut {key}",
    "{by} equal to {others}; in order by {key}",
)
OTHERS = Text("{count} peserta lain", "{count} others")
ONE_OTHER = Text("seorang peserta lain", "one other")
NOTHING = Text("tidak ada", "none")


def parted_said(
    result: Result, evaluation: Evaluation, lang: Lang, *, named: bool = True
) -> Iterator[str]:
    """A sentence for every key that parted a candidacy from its equals in the main standing.

    Args:
        result: whose place it is.
        evaluation: all results.
        lang: the language.
        named: whether the others are named, and what they have is told.

    Example:
        ``nilai akhir sama dengan P04; urutannya menurut fakta 'Masa kerja': 2 (P04: 4)``
    """
    for number, each in enumerate(result.rank.parted):
        others = [who for who in each.among if who != result.candidacy]
        if named:
            called = ", ".join(map(isolated, others))
        elif len(others) == 1:
            called = ONE_OTHER.say(lang)
        else:
            called = OTHERS.say(lang).format(count=len(others))
        by, key = evaluation.order_texts[0].say(lang), isolated(each.key.say(lang))
        said = EQUAL.say(lang).format(by=by, others=called, key=key)
        found = {who: evaluation[who].rank.parted[number] for who in others} if named else {}
        yield said + _values(each, found, lang)


def partings(evaluation: Evaluation, lang: Lang) -> Iterator[str]:
    """A line for all who were equal in the main standing until a key parted them.

    Args:
        evaluation: all results.
        lang: the language.

    Example:
        ``fakta 'Masa kerja' (P04: 4, P03: 2)``
    """
    told: set[tuple[str, ...]] = set()
    for result in evaluation:
        for number, each in enumerate(result.rank.parted):
            if each.among not in told:
                told.add(each.among)
                among = [other.candidacy for other in evaluation if other.candidacy in each.among]
                found = {who: evaluation[who].rank.parted[number] for who in among}
                key = isolated(each.key.say(lang))
                if all(one.value is None for one in found.values()):
                    yield f"{key} ({', '.join(map(isolated, among))})"
                else:
                    yield f"{key} ({_beside(found, lang)})"


def _values(own: Parted, others: dict[str, Parted], lang: Lang) -> str:
    """What it has in the key, and behind it in brackets what its equals have."""
    if own.value is None and all(each.value is None for each in others.values()):
        return ""  # what only draws, as a lot, has a number that nobody reads
    return f": {_value(own, lang)}" + (f" ({_beside(others, lang)})" if others else "")


def _beside(found: dict[str, Parted], lang: Lang) -> str:
    return ", ".join(f"{isolated(who)}: {_value(each, lang)}" for who, each in found.items())


def _value(parted: Parted, lang: Lang) -> str:
    return (NOTHING if parted.value is None else parted.value).say(lang)
