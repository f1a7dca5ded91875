"""Who moved between two evaluations of one event."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Literal, TypeAlias

from attrs import evolve, field, frozen

from ujikom_rules.exact import to_text
from ujikom_rules.model.outcome import Evaluation, Rank, Result
from ujikom_rules.model.working import TOTAL, text_at

What = Literal["verdict", "category", "kept"]
Said: TypeAlias = str | bool | None  # a verdict, a category, whether a shortlist keeps it


@frozen(kw_only=True)
class Standing:
    """Where a candidacy stands, as printed; None where there is nothing.

    Attributes:
        rank: in the main standing.
        ranks: in further standings that both rulesets have, by id.
        kept: whether a shortlist kept it, by the stages that both rulesets have.
    """

    verdict: str
    total: str | None = None
    category: str | None = None
    rank: str | None = None
    ranks: Mapping[str, str | None] = field(factory=dict)
    kept: Mapping[str, bool | None] = field(factory=dict)


@frozen(kw_only=True)
class Became:
    """One thing that a candidacy is called otherwise: its verdict, its category, a shortlist.

    Attributes:
        stage: of `kept` the shortlist; else empty.
    """

    candidacy: str
    what: What
    stage: str
    before: Said
    after: Said

    @property
    def key(self) -> tuple[str, What, str]:
        """Of whom and what this is said, whatever it says."""
        return (self.candidacy, self.what, self.stage)


@frozen(kw_only=True)
class Move:
    """A candidacy that stands elsewhere, or is called otherwise, after the change.

    Attributes:
        group: of the main standing, before the change; empty where there is one group.
        difference: exactly how many points the published total rises; None without two totals.
    """

    candidacy: str
    position: str | None
    before: Standing
    after: Standing
    difference: Fraction | None = None
    group: str = ""

    @property
    def became(self) -> tuple["Became", ...]:
        """What it is called otherwise after the change, each by itself: nothing of ranks."""
        one, other = self.before, self.after
        pairs: list[tuple[What, str, Said, Said]] = [
            ("verdict", "", one.verdict, other.verdict),
            ("category", "", one.category, other.category),
            *(("kept", id_, one.kept.get(id_), kept) for id_, kept in other.kept.items()),
        ]
        return tuple(
            Became(candidacy=self.candidacy, what=what, stage=stage, before=before, after=after)
            for what, stage, before, after in pairs
            if before != after
        )


def moves(before: Evaluation, after: Evaluation) -> tuple[Move, ...]:
    """Every candidacy whose total, category, verdict or rank is another, or its shortlist.

    Args:
        before: the event under the one ruleset.
        after: the same event under the other.

    Returns:
        In the order in which `before` is published.
    """
    return tuple(each for each in _all(before, after) if _moved(each))


def difference(before: Result, after: Result) -> Fraction | None:
    """How many points the published total rises; None where one of them has none."""
    if before.total is None or after.total is None:
        return None
    return after.total.value - before.total.value


def _all(before: Evaluation, after: Evaluation) -> Iterator[Move]:
    for one in before:
        other = after[one.candidacy]
        yield Move(
            candidacy=one.candidacy,
            position=one.position,
            before=_standing(one, other),
            after=_standing(other, one),
            difference=difference(one, other),
            group=one.group,
        )


def _moved(move: Move) -> bool:
    """Totals are compared as values: 82.5 and 82.50 are the same."""
    one, other = move.before, move.after
    if move.difference is None and (one.total, other.total) != (None, None):
        return True
    return bool(move.difference) or evolve(one, total=None) != evolve(other, total=None)


def _standing(result: Result, other: Result) -> Standing:
    return Standing(
        verdict=result.verdict,
        total=None if result.total is None else text_at(result.total, TOTAL),
        category=result.category,
        rank=_rank(result.rank),
        ranks={id_: _rank(rank) for id_, rank in result.ranks.items() if id_ in other.ranks},
        kept={
            id_: stage.kept
            for id_, stage in result.stages.items()
            if stage.gives == "shortlist" and is_shortlist(other, id_)
        },
    )


def is_shortlist(result: Result, stage: str) -> bool:
    """Whether a stage is there and a shortlist."""
    found = result.stages.get(stage)
    return found is not None and found.gives == "shortlist"


def _rank(rank: Rank) -> str | None:
    return None if rank.place is None else to_text(rank.place)
