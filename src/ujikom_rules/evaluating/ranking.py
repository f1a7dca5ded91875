"""Standings: who stands where among whom; equals share, unless a declared key parts them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import groupby
from operator import attrgetter

from attrs import field, frozen

from ujikom_rules.errors import Finding
from ujikom_rules.evaluating.call import call_figure
from ujikom_rules.evaluating.entrants import Entrant
from ujikom_rules.evaluating.state import NOTHING, State
from ujikom_rules.evaluating.views import ResultView
from ujikom_rules.exact import to_text
from ujikom_rules.messages import Text, finding
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.numerals import as_said
from ujikom_rules.model.outcome import Parted, Rank, Verdict
from ujikom_rules.model.ruleset import Compare, FactRef, Method
from ujikom_rules.planned import PlannedRanking, PlannedTieBreak

Group = tuple[str, ...]
Weights = tuple[tuple[str, str], ...]
_VALUE = attrgetter("value")
_LOWEST = (0, Fraction(0))
MAIN = Text("peringkat utama", "the main standing")


class Runner:
    """A candidacy in a standing: what it is compared by, and its state where that is not enough.

    In one standing all values are fractions, or all whole numbers over one denominator.
    """

    __slots__ = ("_states", "entrant", "id", "value", "weights")

    def __init__(
        self,
        entrant: Entrant,
        value: Fraction | int,
        weights: Weights,
        states: Callable[[str], State],
    ) -> None:
        self.entrant, self.value, self.weights, self._states = entrant, value, weights, states
        self.id = entrant.candidacy.id

    @property
    def state(self) -> State:
        """All that is known of the candidacy, for those whom a tie-break must part."""
        return self._states(self.id)


def runner(state: State, value: Fraction) -> Runner:
    """A candidacy that was evaluated by itself."""
    return Runner(state.entrant, value, state.weights, lambda _: state)


def group_of(entrant: Entrant, within: Sequence[str | FactRef]) -> Group:
    """The group in which a candidacy is compared: one text for each grouping."""
    found: list[str] = []
    for each in within:
        if isinstance(each, FactRef):
            fact = entrant.facts.get(each.name)
            found.append(_text(fact))
        elif each == "position":
            found.append(entrant.candidacy.position or "")
    return tuple(found)


def _text(fact: object) -> str:
    if isinstance(fact, Figure):
        return to_text(fact.value)
    if isinstance(fact, bool):
        return "yes" if fact else "no"
    return "" if fact is None else str(fact)


def group_key(
    group: Group, within: Sequence[FactRef], orders: Mapping[str, Sequence[str]]
) -> tuple[tuple[int, str], ...]:
    """How groups stand after each other: in the declared order of `one-of`, else by text."""
    found = []
    for text, each in zip(group, within, strict=True):
        order = orders[each.name]
        found.append((order.index(text) if text in order else len(order), text))
    return tuple(found)


def value_of(state: State, by: str, compare: Compare) -> Figure | None:
    """What a standing compares: the total, or a stage's value."""
    settled = state.settled.get(by or "total", NOTHING)
    return settled.after if compare == "rounded" else settled.before


def standing(
    ranking: PlannedRanking, runners: Iterable[Runner]
) -> tuple[dict[str, Rank], list[Finding]]:
    """The places of one declared standing, by candidacy; those without a place are left out."""
    ranks: dict[str, Rank] = {}
    findings: list[Finding] = []
    groups: dict[Group, list[Runner]] = {}
    for each in runners:
        groups.setdefault(group_of(each.entrant, ranking.within), []).append(each)
    for group, members in groups.items():
        findings += _weighted_differently(ranking, group, members)
        ties = Ties(ranking.tie_breaks, ranking.compare, ranking.id, findings)
        found = places(in_blocks(members, ties), ranking.method)
        ranks |= {
            who: Rank(each.place, each.shared, group, tuple(ties.parted.get(who, ())))
            for who, each in found.items()
        }
    return ranks, findings


def called_so(id: str) -> Text:
    """What findings call a standing; the main one has no id that an officer wrote."""
    return MAIN if id == "rank" else Text(f"peringkat '{id}'", f"standing '{id}'")


def compared_by(ranking: PlannedRanking, state: State, verdict: Verdict) -> Fraction | None:
    """What a candidacy is compared by in a standing; None for one that is not among it."""
    figure = value_of(state, ranking.by, ranking.compare)
    return figure.value if figure is not None and _is_among(ranking, state, verdict) else None


def _is_among(ranking: PlannedRanking, state: State, verdict: Verdict) -> bool:
    if ranking.among == "all":
        return True
    if ranking.among == "qualified":
        return verdict == "qualified"
    has_total = state.settled.get("total", NOTHING).after is not None
    return has_total and not state.failed and not state.unknown and not state.not_kept


@frozen(eq=False)
class Ties:
    """How equals are parted in one standing.

    Attributes:
        breaks: what parts them, in its order.
        compare: whether values are taken before or after their rounding.
        name: the id of the standing, or of the shortlist.
        findings: takes what is missing for it.
        parted: takes, by candidacy, how it was parted from its equals.
    """

    breaks: Sequence[PlannedTieBreak]
    compare: Compare
    name: str
    findings: list[Finding]
    parted: dict[str, list[Parted]] = field(factory=dict)


def in_blocks(runners: Sequence[Runner], ties: Ties) -> list[list[str]]:
    """Ids from best to worst, equals together; no order of input or name plays a part."""
    found: list[list[str]] = []
    ordered = sorted(runners, key=_VALUE, reverse=True)
    for _, equals in groupby(ordered, key=_VALUE):
        found += _parted(list(equals), ties.breaks, ties)
    return found


def _parted(equals: list[Runner], breaks: Sequence[PlannedTieBreak], ties: Ties) -> list[list[str]]:
    if len(equals) == 1:  # as nearly all are
        return [[equals[0].id]]
    among = sorted(each.id for each in equals)
    if not breaks:
        return [among]
    first, rest = breaks[0], breaks[1:]
    keyed = []
    said: dict[str, Text | None] = {}
    for each in equals:
        at = ResultView(each.state, ties.compare, standing=ties.name)
        figure = call_figure(first.part, "key", at)
        if figure is None:
            row = each.entrant.candidacy
            ties.findings.append(
                finding("UJ701", row.place, row.pointer, standing=called_so(ties.name), got=each.id,
                        part=first.text)
            )  # fmt: skip
            keyed.append((_LOWEST, each))
        else:
            keyed.append(((1, -figure.value if first.ascending else figure.value), each))
        said[each.id] = _said(first.part.part, figure, each.entrant)
    found: list[list[str]] = []
    keyed.sort(key=lambda pair: pair[0], reverse=True)
    if keyed[0][0] != keyed[-1][0]:
        for who in among:
            ties.parted.setdefault(who, []).append(Parted(first.text, said[who], tuple(among)))
    for _, same in groupby(keyed, key=lambda pair: pair[0]):
        found += _parted([each for _, each in same], rest, ties)
    return found


def _said(part: object, figure: Figure | None, entrant: Entrant) -> Text | None:
    """What a candidacy has in a key, as people know it: a fact as it was recorded."""
    facts = tuple(entrant.facts.get(each.name) for each in getattr(part, "facts_ranked", ()))
    known = facts or (getattr(part, "stages_read", ()) and (figure,))
    if figure is None or not known:
        return None
    return Text(as_said(known, "id"), as_said(known, "en"))


def places(blocks: Sequence[Sequence[str]], method: Method) -> dict[str, Rank]:
    """Places for blocks of equals.

    Standard competition gives 1, 2, 2, 4; modified 1, 3, 3, 4; dense 1, 2, 2, 3; the mean of
    places 1, 2.5, 2.5, 4; ordinal 1, 2, 3, 4, with blocks of one each.
    """
    found: dict[str, Rank] = {}
    before = 0
    for number, block in enumerate(blocks, start=1):
        last = before + len(block)
        match method:
            case "modified-competition":
                place = Fraction(last)
            case "dense":
                place = Fraction(number)
            case "mean-of-places":
                place = Fraction(before + 1 + last, 2)
            case _:
                place = Fraction(before + 1)
        found.update(dict.fromkeys(block, Rank(place, len(block) > 1)))
        before = last
    return found


def _weighted_differently(
    ranking: PlannedRanking, group: Group, runners: Sequence[Runner]
) -> list[Finding]:
    if ranking.by or len({runner.weights for runner in runners}) < 2:
        return []
    named = f" ({' / '.join(filter(None, group))})" if any(group) else ""
    return [
        finding(
            "UJ702",
            ranking.place,
            ranking.path,
            standing=called_so(ranking.id),
            group=Text.same(named),
        )
    ]
