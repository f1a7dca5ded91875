"""Who moved, as a table of a console."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from ujikom_rules.analysis.diff.moves import Move
from ujikom_rules.builtin.reports.layout import table
from ujikom_rules.exact import to_text
from ujikom_rules.messages import Lang, Text
from ujikom_rules.model.numerals import decimal
from ujikom_rules.model.words import HEAD_WORDS, VERDICT_WORDS, YES_NO_WORDS, word

NOTHING = "-"

DIFFERENCE = Text("selisih", "difference")


def moved(moves: Sequence[Move], titles: Mapping[str, Text], lang: Lang) -> list[str]:
    """Who moved, before and after; columns in which nothing is said are left out."""
    columns: list[tuple[str, bool, list[str]]] = [
        (_head("candidacy", lang), False, [each.candidacy for each in moves]),
        (_head("position", lang), False, [each.position or "" for each in moves]),
        (_head("group", lang), False, _groups(moves)),
        (_head("total", lang), True, _totals(moves, lang)),
        (DIFFERENCE.say(lang), True, _differences(moves, lang)),
        (_head("rank", lang), True, [_both(m.before.rank, m.after.rank) for m in moves]),
    ]
    for id_ in dict.fromkeys(id_ for each in moves for id_ in each.before.ranks):
        said = [_both(m.before.ranks.get(id_), m.after.ranks.get(id_)) for m in moves]
        columns.append((id_, True, _if_moved(said)))
    verdicts = [_both(*(verdict(s.verdict, lang) for s in (m.before, m.after))) for m in moves]
    columns.append((_head("verdict", lang), False, _if_moved(verdicts)))
    categories = [_both(m.before.category, m.after.category) for m in moves]
    columns.append((_head("category", lang), False, _if_moved(categories)))
    for id_ in dict.fromkeys(id_ for each in moves for id_ in each.before.kept):
        kept = [(m.before.kept.get(id_), m.after.kept.get(id_)) for m in moves]
        said = [_both(*(_is_kept(each, lang) for each in pair)) for pair in kept]
        head = titles[id_].say(lang) if id_ in titles else id_
        columns.append((head, False, _if_moved(said)))
    columns = [each for each in columns if any(each[2])]
    rows = list(zip(*(each[2] for each in columns), strict=True))
    return table([each[0] for each in columns], rows, [each[1] for each in columns])


def _groups(moves: Sequence[Move]) -> list[str]:
    """The groups in which ranks count, where the position does not say them already."""
    return ["" if each.group == (each.position or "") else each.group for each in moves]


def _head(key: str, lang: Lang) -> str:
    return word(HEAD_WORDS, key, lang)


def verdict(verdict: str, lang: Lang) -> str:
    """A verdict in words."""
    return word(VERDICT_WORDS, verdict, lang)


def _if_moved(cells: list[str]) -> list[str]:
    """The cells of a column in which something moved; of another one nothing."""
    return cells if any(" -> " in each for each in cells) else [""] * len(cells)


def _both(before: str | None, after: str | None) -> str:
    one, other = before or NOTHING, after or NOTHING
    return one if one == other else f"{one} -> {other}"


def _totals(moves: Sequence[Move], lang: Lang) -> list[str]:
    pairs = ((each.before.total, each.after.total) for each in moves)
    return [_both(*(total and decimal(total, lang) for total in pair)) for pair in pairs]


def _differences(moves: Sequence[Move], lang: Lang) -> list[str]:
    """The differences, with as many places as the totals between which they lie."""
    totals = [total for each in moves for total in (each.before.total, each.after.total) if total]
    found = [each.difference for each in moves if each.difference is not None]
    places = max(map(_places, (*totals, *map(to_text, found))), default=0)
    return [
        NOTHING if each.difference is None else _signed(each.difference, places, lang)
        for each in moves
    ]


def signed(points: Sequence[Fraction], lang: Lang) -> list[str]:
    """Points with their signs, all with the same places."""
    places = max(map(_places, map(to_text, points)), default=0)
    return [_signed(each, places, lang) for each in points]


def _signed(points: Fraction, places: int, lang: Lang) -> str:
    sign = "+" if points > 0 else ""
    return f"{sign}{decimal(to_text(points, places), lang)}"


def _places(number: str) -> int:
    """The digits behind the point."""
    return len(number.partition(".")[2])


def _is_kept(kept: bool | None, lang: Lang) -> str:
    return NOTHING if kept is None else YES_NO_WORDS[kept].say(lang)
