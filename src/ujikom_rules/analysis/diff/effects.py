"""What a change does to an event: who moved, and which keys did it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TypeAlias

from attrs import evolve, field, frozen

from ujikom_rules.analysis.diff.blending import Change
from ujikom_rules.analysis.diff.moves import Became, Move, difference, is_shortlist, moves
from ujikom_rules.analysis.diff.sides import Scored, Side, scored
from ujikom_rules.analysis.diff.units import (
    Unit,
    at_once,
    by_node,
    by_table,
    declarations,
    joined,
    units,
)
from ujikom_rules.errors import PluginError
from ujikom_rules.exact import total
from ujikom_rules.model.outcome import Evaluation
from ujikom_rules.model.scoresheet import Scoresheet
from ujikom_rules.planned import Plan

MOST = 40  # so many groups are tried by themselves
Try: TypeAlias = Callable[[Unit], Evaluation | None]


@frozen(eq=False, kw_only=True)
class Group:
    """Some changes, applied to A alone.

    Attributes:
        changes: what was applied.
        alone: whether these are one change (or the weights of one group of siblings), rather
            than several that are refused one by one.
        moves: who moved by them.
        points: by candidacy, how many points they add to the total by themselves.
    """

    changes: Unit
    alone: bool
    moves: tuple[Move, ...]
    points: Mapping[str, Fraction] = field(factory=dict)


@frozen(eq=False, kw_only=True)
class Cause:
    """What somebody is called under B, and where that comes from.

    Attributes:
        became: the verdict, the category, or whether a shortlist keeps somebody.
        groups: the numbers of the groups that make the same of A by themselves, from 0.
    """

    became: Became
    groups: tuple[int, ...]


@frozen(eq=False, kw_only=True)
class Effect:
    """An event under both rulesets.

    Attributes:
        event: its id.
        one: what came of it under A.
        other: what came of it under B.
        moves: who moved; empty where one of them refuses it.
        groups: each group's own effect, in the order of the changes.
        together: by candidacy, the points of the whole difference that are not the sum of the
            groups' own effects; None where that cannot be said.
        causes: of everything that somebody is called otherwise under B, which groups make it so
            by themselves.
        only_together: of these, what no group makes by itself.
        undone: what a group makes of somebody by itself, while under B it is what it was.
        untried: changes that no group tells, where there are more than are tried.
    """

    event: str
    one: Scored
    other: Scored
    candidacies: int = 0
    moves: tuple[Move, ...] = ()
    groups: tuple[Group, ...] = ()
    together: Mapping[str, Fraction] | None = None
    causes: tuple[Cause, ...] = ()
    only_together: tuple[Became, ...] = ()
    undone: tuple[Became, ...] = ()
    untried: Unit = ()


def compared(one: Side, other: Side, sheet: Scoresheet) -> Effect:
    """An event under both rulesets, without asking which key did it."""
    before, after = scored(one.plan, sheet), scored(other.plan, sheet)
    effect = Effect(event=sheet.event.id, one=before, other=after)
    if before.evaluation is None or after.evaluation is None:
        return effect
    return evolve(
        effect,
        candidacies=len(before.evaluation),
        moves=moves(before.evaluation, after.evaluation),
    )


def attributed(
    one: Side,
    other: Side,
    sheet: Scoresheet,
    listed: Sequence[Change],
    blend: Callable[[Unit], Plan | None],
) -> Effect:
    """An event under both rulesets, and what each change does by itself.

    Every group of changes is applied to A, and the event is scored by what that makes. Weights
    of siblings are one group, since they sum to 100. Changes that make no valid ruleset by
    themselves, or one that refuses the event, are tried with those of the same table, then of the
    same node, then with all others of their like, and at last with all changes, which is B.
    """
    effect = compared(one, other, sheet)
    before, after = effect.one.evaluation, effect.other.evaluation
    if before is None or after is None:
        return effect

    def tried(chosen: Unit) -> Evaluation | None:
        plan = blend(chosen)
        try:
            return None if plan is None else scored(plan, sheet).evaluation
        except PluginError:  # rules that nobody wrote may be too much for a part
            return None

    found = units(listed)
    whole = len(found) <= MOST
    groups = [
        Group(
            changes=unit,
            alone=alone,
            moves=moves(before, made),
            points=_points(before, made),
        )
        for unit, alone, made in _applied(found[:MOST], tried, after if whole else None)
    ]
    told = {each.key for group in groups for each in group.changes}
    causes = tuple(_causes(effect.moves, groups))
    return evolve(
        effect,
        groups=tuple(groups),
        causes=causes,
        only_together=tuple(c.became for c in causes if not c.groups) if whole else (),
        undone=tuple(_undone(effect.moves, groups, after)) if whole else (),
        together=_together(groups, _points(before, after)) if whole else None,
        untried=tuple(each for each in joined(found) if each.key not in told),
    )


def _applied(
    found: Sequence[Unit], tried: Try, after: Evaluation | None
) -> Iterator[tuple[Unit, bool, Evaluation]]:
    """Every group that can be applied, whether it stands alone, and what it makes.

    `after` is what all of them make; None where these are not all.
    """
    if len(found) == 1 and after is not None:
        yield found[0], True, after
        return
    refused: list[Unit] = []
    for unit in found:
        made = tried(unit)
        if made is None:
            refused.append(unit)
        else:
            yield unit, True, made
    declared = declarations(joined(found))
    known = {_keys(unit) for unit in refused}
    for join in (by_table, by_node, at_once):
        left: list[Unit] = []
        for unit in join(refused):
            chosen = joined((unit, declared))
            made = None if _keys(chosen) in known else tried(chosen)
            known.add(_keys(chosen))
            if made is None:
                left.append(unit)
            else:
                yield chosen, False, made
        refused = left
    if refused and after is not None:
        yield joined(found), False, after


def _keys(unit: Unit) -> frozenset[object]:
    return frozenset(each.key for each in unit)


def _points(before: Evaluation, after: Evaluation) -> dict[str, Fraction]:
    """How many points each total rises, for those who have both."""
    found = {one.candidacy: difference(one, after[one.candidacy]) for one in before}
    return {name: points for name, points in found.items() if points is not None}


def _together(groups: Sequence[Group], whole: Mapping[str, Fraction]) -> dict[str, Fraction] | None:
    """What of the whole the groups do not do by themselves; nothing to say where they overlap."""
    keys = [each.key for group in groups for each in group.changes if not _declares(each)]
    if len(keys) != len(set(keys)):
        return None
    rest = {
        name: points - total(group.points[name] for group in groups)
        for name, points in whole.items()
        if all(name in group.points for group in groups)
    }
    return {name: points for name, points in rest.items() if points}


def _causes(whole: Sequence[Move], groups: Sequence[Group]) -> Iterator[Cause]:
    """Of everything that B calls otherwise, which groups do the same by themselves."""
    made = [{each for move in group.moves for each in move.became} for group in groups]
    for move in whole:
        for each in move.became:
            alone = tuple(number for number, said in enumerate(made) if each in said)
            yield Cause(became=each, groups=alone)


def _undone(whole: Sequence[Move], groups: Sequence[Group], after: Evaluation) -> Iterator[Became]:
    """What a group alone calls otherwise and B does not; of a shortlist that B has not, nothing."""
    told = {each.key for move in whole for each in move.became}
    for each in (said for group in groups for move in group.moves for said in move.became):
        there = each.what != "kept" or is_shortlist(after[each.candidacy], each.stage)
        if each.key not in told and there:
            told.add(each.key)
            yield each


def _declares(change: Change) -> bool:
    return bool(declarations((change,)))
