"""The composition of a panel: clauses that no set of examiners can meet together."""

from collections.abc import Iterator, Sequence

from ujikom_rules.analysis.linting.subject import Subject, beneath
from ujikom_rules.builtin.panel_clauses import Chair, Seat
from ujikom_rules.builtin.panels import Composition
from ujikom_rules.errors import Finding
from ujikom_rules.messages import Text, finding
from ujikom_rules.planned import PlannedPart


def findings(subject: Subject) -> Iterator[Finding]:
    """Every contradiction of every composition, and every quorum above the size."""
    for rules in subject.plan.panels:
        for made in rules:
            if isinstance(made.part, Composition):
                for why in _contradictions(made.part):
                    yield finding("UJ370", made.place, made.path, why=why)
    yield from _quorums(subject)


def _contradictions(rule: Composition) -> Iterator[Text]:
    most = None if rule.size is None else rule.size.at_most
    chairs = rule.chair.count if isinstance(rule.chair, Chair) else rule.chair
    seats = _seats(rule.seats)
    for kind, (any_role, by_role) in seats.items():
        taken = sum(by_role.values())
        if any_role is not None and taken > any_role:
            yield Text(
                f"unsur {kind}: {taken} kursi menurut peran, tetapi {any_role} seluruhnya",
                f"kind {kind}: {taken} seats by role, but {any_role} in all",
            )
    yield from _twice(rule.seats)
    whole = sum(
        sum(by_role.values()) if any_role is None else any_role
        for any_role, by_role in seats.values()
    )
    if rule.seats:
        yield from _against_size(rule, whole)
    seated_chairs = sum(by_role.get("chair", 0) for _, by_role in seats.values())
    if chairs is not None and seated_chairs > chairs:
        yield Text(
            f"kursi untuk ketua {seated_chairs}, ketua seharusnya {chairs}",
            f"{seated_chairs} seats are for chairs, but there must be {chairs}",
        )
    if chairs is not None and most is not None and chairs > most:
        yield Text(
            f"ketua {chairs}, penguji paling banyak {most}", f"{chairs} chairs, {most} seats"
        )
    quorum = rule.quorum_count
    if quorum is not None and most is not None and quorum > most:
        yield Text(
            f"kuorum {quorum}, penguji paling banyak {most}",
            f"a quorum of {quorum}, but at most {most} examiners",
        )
    share = None if rule.internal is None else rule.internal.at_most.value
    if share and most is not None and share * most < 100:
        said = "" if rule.internal is None else rule.internal.at_most.text
        yield Text(
            f"internal paling banyak {said} persen dari paling banyak {most} penguji: "
            "seorang pun tidak boleh",
            f"at most {said} per cent internal of at most {most} examiners: not even one may be",
        )


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


def _twice(seats: Sequence[Seat]) -> Iterator[Text]:
    counts: dict[tuple[str, str | None], int] = {}
    for seat in seats:
        before = counts.setdefault((seat.kind, seat.role), seat.count)
        if before != seat.count:
            yield Text(
                f"unsur {seat.kind} disebut dua kali: {before} dan {seat.count}",
                f"the kind {seat.kind} stands twice: {before} and {seat.count}",
            )


def _against_size(rule: Composition, whole: int) -> Iterator[Text]:
    """All seats together against the size; who sits on none is said as a warning anyway."""
    size = rule.size
    if size is None:
        return
    if size.at_most is not None and whole > size.at_most:
        yield Text(
            f"kursi seluruhnya {whole}, penguji paling banyak {size.at_most}",
            f"{whole} seats in all, but at most {size.at_most} examiners",
        )
    if size.at_least is not None and whole < size.at_least:
        yield Text(
            f"kursi seluruhnya {whole}, penguji paling sedikit {size.at_least}",
            f"{whole} seats in all, but at least {size.at_least} examiners",
        )
    if size.odd and whole % 2 == 0:
        yield Text(
            f"kursi seluruhnya {whole}, jumlah penguji harus ganjil",
            f"{whole} seats in all, but the number must be odd",
        )


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
                yield finding("UJ370", node.place, f"{node.path}.quorum", why=why)
                break


def _most(rules: Sequence[PlannedPart]) -> int | None:
    parts = [made.part for made in rules if isinstance(made.part, Composition)]
    sizes = [part.size.at_most for part in parts if part.size is not None]
    own = {part.quorum_count for part in parts}
    known = [each for each in sizes if each is not None]
    return min(known) if known and own <= {None} else None
