"""Standings: who stands where among whom; equals share, unless a declared key parts them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import groupby
from operator import attrgetter

from ujikom_rules.errors import Finding
from ujikom_rules.evaluating.call import call_figure
from ujikom_rules.evaluating.entrants import Entrant
from ujikom_rules.evaluating.state import NOTHING, State
from ujikom_rules.evaluating.views import ResultView
from ujikom_rules.exact import to_text
from ujikom_rules.messages import Text, finding
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.outcome import Rank, Verdict
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
        blocks = in_blocks(members, ranking.tie_breaks, ranking.compare, ranking.id, findings)
        found = places(blocks, ranking.method)
        ranks |= {who: Rank(each.place, each.shared, group) for who, each in found.items()}
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


def in_blocks(
    runners: Sequence[Runner],
    tie_breaks: Sequence[PlannedTieBreak],
    compare: Compare,
    name: str,
    findings: list[Finding],
) -> list[list[str]]:
    """Ids from best to worst, equals together; no order of input or name plays a part."""
    found: list[list[str]] = []
    ordered = sorted(runners, key=_VALUE, reverse=True)
    for _, equals in groupby(ordered, key=_VALUE):
        found += _parted(list(equals), tie_breaks, compare, name, findings)
    return found


def _parted(
    equals: list[Runner],
    tie_breaks: Sequence[PlannedTieBreak],
    compare: Compare,
    name: str,
    findings: list[Finding],
) -> list[list[str]]:
    if len(equals) == 1 or not tie_breaks:
        return [sorted(each.id for each in equals)]
    first, rest = tie_breaks[0], tie_breaks[1:]
    keyed = []
    for each in equals:
        figure = call_figure(first.part, "key", ResultView(each.state, compare, standing=name))
        if figure is None:
            row = each.entrant.candidacy
            findings.append(
                finding("UJ701", row.place, row.pointer, standing=called_so(name), got=each.id,
                        part=first.text)
            )  # fmt: skip
            keyed.append((_LOWEST, each))
        else:
            keyed.append(((1, -figure.value if first.ascending else figure.value), each))
    found: list[list[str]] = []
    keyed.sort(key=lambda pair: pair[0], reverse=True)
    for _, same in groupby(keyed, key=lambda pair: pair[0]):
        found += _parted([each for _, each in same], rest, compare, name, findings)
    return found


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
