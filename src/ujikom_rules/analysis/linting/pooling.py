"""Pooling that the composition of the panel leaves without a value, and kinds without a seat."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from ujikom_rules import names
from ujikom_rules.analysis.linting.panels import tables_of
from ujikom_rules.analysis.linting.seating import (
    ALL,
    CHAIRS,
    Claim,
    Counted,
    claims_of,
    rules_of,
)
from ujikom_rules.analysis.linting.subject import Subject, beneath
from ujikom_rules.builtin.aggregators import TrimmedMean, TrimmedSum
from ujikom_rules.builtin.pooling import ChairWeighted, RoomsFirst
from ujikom_rules.errors import Finding, Place, Severity
from ujikom_rules.messages import Text, finding
from ujikom_rules.model.entry import Entry
from ujikom_rules.planned import PlannedNode


def findings(subject: Subject) -> Iterator[Finding]:
    """What can be said of every pooling and of the panel whose marks it takes."""
    tables = tables_of(subject)
    panels = [
        [claim for rule in rules_of(panel, tables) for claim in claims_of(rule)]
        for panel in subject.plan.panels
    ]
    for stage in subject.plan.stages:
        for node in beneath(stage.node) if stage.gives == "value" else ():
            written = subject.said(node, "pooling")
            if node.pooling is not None and written is not None:
                pooled = _Pooled(node, panels[node.panel])
                yield from _of_part(node.pooling.part, written, pooled)


@frozen(eq=False)
class _Pooled:
    """A node whose marks are pooled, and what is said of those who give them."""

    node: PlannedNode
    claims: Sequence[Claim]

    def fewer(self, needed: int, group: Counted = ALL) -> Claim | None:
        """What leaves fewer than are needed, of all or of a group; surely, if anything does."""
        few = [each for each in self.claims if each.counted == group and each.most is not None]
        few = [each for each in few if (each.most or 0) < needed]
        return min(few, key=lambda each: (not each.sure, each.most or 0), default=None)

    def seated(self) -> Mapping[str, Claim]:
        """The kinds that have a seat, where seats are declared, each with what says so."""
        return {each.counted[1]: each for each in self.claims if each.counted[:1] == ("kind",)}


def _of_part(part: Any, written: Entry, pooled: _Pooled) -> Iterator[Finding]:
    match part:
        case TrimmedMean(drop=drop) | TrimmedSum(drop=drop):
            yield from _too_few(drop, written, pooled, ALL)
        case ChairWeighted():
            yield from _no_chair(written, pooled)
        case RoomsFirst():
            yield from _kinds(part, written, pooled)
            yield from _in_groups(part, written, pooled)
        case _:
            pass


def _too_few(drop: int, written: Entry, pooled: _Pooled, group: Counted) -> Iterator[Finding]:
    """More is dropped than leaves one mark."""
    needed = 2 * drop + 1
    few = pooled.fewer(needed, group)
    if few is not None and (group == ALL or few.most):  # a group of nobody is no group
        why = Text(
            f"drop = {drop} memerlukan {needed} nilai, tetapi {few.said.id}",
            f"drop = {drop} needs {needed} marks, but {few.said.en}",
        )
        yield _never(written.get("drop") or written, why, few)


def _no_chair(written: Entry, pooled: _Pooled) -> Iterator[Finding]:
    """A share for the chair of a panel without one."""
    nobody = pooled.fewer(1, CHAIRS)
    if nobody is not None:
        why = Text(
            f"ketua punya bagian, tetapi {nobody.said.id}",
            f"the chair has a share, but {nobody.said.en}",
        )
        yield _never(written.get("chair") or written, why, nobody)


def _in_groups(part: RoomsFirst, written: Entry, pooled: _Pooled) -> Iterator[Finding]:
    """A group of fewer examiners than what pools it needs."""
    inside = getattr(part.inside, "part", part.inside)
    at = written.get("inside")
    if isinstance(inside, (TrimmedMean, TrimmedSum)) and at is not None:
        kinds: list[Counted] = [("kind", kind, "") for kind in pooled.seated()]
        groups: Mapping[str, list[Counted]] = {"kind": kinds, "role": [CHAIRS]}
        for group in groups.get(part.by, [ALL]):
            yield from _too_few(inside.drop, at, pooled, group)


def _kinds(part: RoomsFirst, written: Entry, pooled: _Pooled) -> Iterator[Finding]:
    """Weights of kinds without a seat, and seats of kinds without a weight."""
    table = written.get("weights")
    seated = pooled.seated()
    if part.by != "kind" or part.weights is None or table is None or not seated:
        return
    lacking = [kind for kind in seated if kind not in part.weights and seated[kind].least]
    for kind, entry in table.table().items():
        if kind in part.weights and kind not in seated:
            near = names.nearest(kind, lacking or seated)
            lost = near in lacking and seated[near].sure
            related = (_place(seated[near]),) if near else ()
            yield finding(
                "UJ378", entry.key_place, entry.path, severity="error" if lost else "warning",
                related=related, got=kind, nearest=near,
            )  # fmt: skip
            lacking = [each for each in lacking if each != near]
    for kind in lacking:
        why = Text(f"unsur {kind} tidak berbobot", f"the kind {kind} has no weight")
        yield _never(table, why, seated[kind])


def _place(claim: Claim) -> Place:
    return claim.rule.at(claim.keys[0].replace(".count", ".kind")).place


def _never(at: Entry, why: Text, claim: Claim) -> Finding:
    """That no marks of such a panel have a value."""
    severity: Severity = "error" if claim.sure else "warning"
    related = tuple(dict.fromkeys(claim.rule.at(key).place for key in claim.keys))
    return finding("UJ377", at.place, at.path, severity=severity, related=related, why=why)
