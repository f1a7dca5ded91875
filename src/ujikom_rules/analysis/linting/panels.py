"""The composition of a panel: clauses that no set of examiners can meet together."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from ujikom_rules.analysis.linting.subject import Subject, beneath
from ujikom_rules.builtin.panel_clauses import Chair, Seat
from ujikom_rules.builtin.panels import Composition
from ujikom_rules.errors import Finding
from ujikom_rules.messages import Text, finding
from ujikom_rules.model.entry import Entry
from ujikom_rules.planned import PlannedPart


def findings(subject: Subject) -> Iterator[Finding]:
    """Every contradiction of every composition, and every quorum above the size."""
    own = (spec for stage in subject.ruleset.stages for spec in stage.panel or ())
    tables = {spec.table.path: spec.table for spec in (*subject.ruleset.panels, *own)}
    for rules in subject.plan.panels:
        for made in rules:
            if isinstance(made.part, Composition):
                table = tables[made.path]
                for why, keys in _contradictions(made.part):
                    at, *others = (_written(table, key) for key in keys)
                    related = tuple(dict.fromkeys(each.place for each in others))
                    yield finding("UJ370", at.place, at.path, related=related, why=why)
    yield from _quorums(subject)


# Why no set of examiners can be right; the key that says so, and those that say otherwise.
Clash: TypeAlias = tuple[Text, tuple[str, ...]]


def _written(table: Entry, key: str) -> Entry:
    """What is written at a key of the table; where it is written shorter, what stands above."""
    at = table
    for step in key.split("."):
        items = at.items()
        found = items[int(step)] if items else at.get(step)
        if found is None:
            break
        at = found
    return at


def _contradictions(rule: Composition) -> Iterator[Clash]:
    most = None if rule.size is None else rule.size.at_most
    chairs = rule.chair.count if isinstance(rule.chair, Chair) else rule.chair
    seats = _seats(rule.seats)
    for kind, (any_role, by_role) in seats.items():
        taken = sum(by_role.values())
        if any_role is not None and taken > any_role:
            why = Text(
                f"unsur {kind}: {taken} kursi menurut peran, tetapi {any_role} seluruhnya",
                f"kind {kind}: {taken} seats by role, but {any_role} in all",
            )
            of_kind = [n for n, seat in enumerate(rule.seats) if seat.kind == kind]
            of_kind.sort(key=lambda n: rule.seats[n].role is not None)
            yield why, tuple(f"seats.{n}.count" for n in of_kind)
    yield from _twice(rule.seats)
    whole = sum(
        sum(by_role.values()) if any_role is None else any_role
        for any_role, by_role in seats.values()
    )
    if rule.seats:
        yield from _against_size(rule, whole)
    seated_chairs = sum(by_role.get("chair", 0) for _, by_role in seats.values())
    if chairs is not None and seated_chairs > chairs:
        why = Text(
            f"kursi untuk ketua {seated_chairs}, ketua seharusnya {chairs}",
            f"{seated_chairs} seats are for chairs, but there must be {chairs}",
        )
        of_chairs = [n for n, seat in enumerate(rule.seats) if seat.role == "chair"]
        yield why, ("chair.count", *(f"seats.{n}.count" for n in of_chairs))
    if chairs is not None and most is not None and chairs > most:
        why = Text(
            f"ketua {chairs}, penguji paling banyak {most}", f"{chairs} chairs, {most} seats"
        )
        yield why, ("chair.count", "size.at-most")
    quorum = rule.quorum_count
    if quorum is not None and most is not None and quorum > most:
        why = Text(
            f"kuorum {quorum}, penguji paling banyak {most}",
            f"a quorum of {quorum}, but at most {most} examiners",
        )
        yield why, ("quorum.at-least", "size.at-most")
    share = None if rule.internal is None else rule.internal.at_most.value
    if share and most is not None and share * most < 100:
        said = "" if rule.internal is None else rule.internal.at_most.text
        why = Text(
            f"internal paling banyak {said} persen dari paling banyak {most} penguji: "
            "seorang pun tidak boleh",
            f"at most {said} per cent internal of at most {most} examiners: not even one may be",
        )
        yield why, ("internal.at-most", "size.at-most")


Seats = dict[str, tuple[int | None, dict[str, int]]]


def _seats(seats: Sequence[Seat]) -> Seats:
    """By kind: how many in all, where that is said, and how many by role."""
    found: Seats = {}
    for seat in seats:
        _, by_role = found.setdefault(seat.kind, (None, {}))
        if seat.role is None:
            found[seat.kind] = (seat.count, by_role)
        else:
            by_role[seat.role] = seat.count
    return found


def _twice(seats: Sequence[Seat]) -> Iterator[Clash]:
    first: dict[tuple[str, str | None], int] = {}
    for number, seat in enumerate(seats):
        other = first.setdefault((seat.kind, seat.role), number)
        before = seats[other].count
        if before != seat.count:
            why = Text(
                f"unsur {seat.kind} disebut dua kali: {before} dan {seat.count}",
                f"the kind {seat.kind} stands twice: {before} and {seat.count}",
            )
            yield why, (f"seats.{number}.count", f"seats.{other}.count")


def _against_size(rule: Composition, whole: int) -> Iterator[Clash]:
    """All seats together against the size; who sits on none is said as a warning anyway."""
    size = rule.size
    if size is None:
        return
    counts = tuple(f"seats.{number}.count" for number in range(len(rule.seats)))
    if size.at_most is not None and whole > size.at_most:
        why = Text(
            f"kursi seluruhnya {whole}, penguji paling banyak {size.at_most}",
            f"{whole} seats in all, but at most {size.at_most} examiners",
        )
        yield why, ("size.at-most", *counts)
    if size.at_least is not None and whole < size.at_least:
        why = Text(
            f"kursi seluruhnya {whole}, penguji paling sedikit {size.at_least}",
            f"{whole} seats in all, but at least {size.at_least} examiners",
        )
        yield why, ("size.at-least", *counts)
    if size.odd and whole % 2 == 0:
        why = Text(
            f"kursi seluruhnya {whole}, jumlah penguji harus ganjil",
            f"{whole} seats in all, but the number must be odd",
        )
        yield why, ("size.odd", *counts)


def _quorums(subject: Subject) -> Iterator[Finding]:
    """A stage whose own quorum is above the greatest panel."""
    for stage in subject.plan.stages:
        most = _most(subject.plan.panels[stage.node.panel])
        for node in beneath(stage.node) if stage.gives == "value" else ():
            asked = node.reads_examiners or (stage.by_examiner and node is stage.node)
            if asked and node.quorum is not None and most is not None and node.quorum > most:
                why = Text(
                    f"kuorum {node.quorum}, penguji paling banyak {most}",
                    f"a quorum of {node.quorum}, but at most {most} examiners",
                )
                written = subject.said(node, "quorum")
                at = (node.place, f"{node.path}.quorum")
                at = at if written is None else (written.place, written.path)
                yield finding("UJ370", *at, why=why)
                break


def _most(rules: Sequence[PlannedPart]) -> int | None:
    parts = [made.part for made in rules if isinstance(made.part, Composition)]
    sizes = [part.size.at_most for part in parts if part.size is not None]
    own = {part.quorum_count for part in parts}
    known = [each for each in sizes if each is not None]
    return min(known) if known and own <= {None} else None
