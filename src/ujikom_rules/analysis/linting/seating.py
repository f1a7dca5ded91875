"""What the rules of a panel say of how many: every clause as the least or the most of something."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from attrs import field, frozen

from ujikom_rules.builtin.panel_clauses import Chair, Conflict, Quorum
from ujikom_rules.builtin.panels import Composition
from ujikom_rules.messages import Text
from ujikom_rules.model.entry import Entry
from ujikom_rules.planned import PlannedPart

# What is counted: all who are seated, the chairs, a kind, or those of a kind in one role.
Counted: TypeAlias = tuple[str, ...]
ALL: Counted = ()
CHAIRS: Counted = ("chair",)
_QUORUM, _CHAIR, _SIZE, SEAT, SUM = range(5)  # of two that contradict, which is told


@frozen(eq=False)
class Rule:
    """One composition among the rules of a panel.

    Attributes:
        number: its place among them; an overlay's stand behind those of its base.
        written: its table.
        unseats: whether who has declared a conflict is not seated; who is examined never is,
            since that is told whenever it happens.
    """

    number: int
    part: Composition
    written: Entry

    @property
    def unseats(self) -> bool:
        """Whether a declared conflict takes the seat."""
        conflict = self.part.conflict
        return (conflict.effect if isinstance(conflict, Conflict) else conflict) == "unseat"

    def seats_within(self, other: "Rule") -> bool:
        """Whether all whom this rule seats are seated by the other one too."""
        return self.unseats or not other.unseats

    def at(self, key: str) -> Entry:
        """What is written at a key; where it is written shorter, what stands above."""
        at = self.written
        for step in key.split("."):
            items = at.items()
            found = items[int(step)] if items else at.get(step)
            if found is None:
                break
            at = found
        return at


@frozen(eq=False)
class Claim:
    """The least or the most that a rule demands of what is counted.

    Attributes:
        keys: the keys that say it.
        said: the same in words.
        sure: whether a breach is an error, and not a warning.
        order: of two claims that contradict each other, the lower one is told.
    """

    rule: Rule
    counted: Counted
    keys: tuple[str, ...]
    said: Text
    sure: bool
    order: int
    least: int | None = field(default=None, kw_only=True)
    most: int | None = field(default=None, kw_only=True)


def rules_of(panel: Sequence[PlannedPart], tables: Mapping[object, Entry]) -> list[Rule]:
    """The compositions among the rules of a panel; `tables` by place and path."""
    return [
        Rule(number, made.part, tables[made.place, made.path])
        for number, made in enumerate(panel)
        if isinstance(made.part, Composition)
    ]


def claims_of(rule: Rule) -> Iterator[Claim]:
    """Everything that one composition says of how many."""
    size, quorum = rule.part.size, rule.part.quorum
    if size is not None and size.at_least is not None:
        said = Text(
            f"penguji paling sedikit {size.at_least}",
            f"at least {_many(size.at_least, 'examiner')}",
        )
        sure = size.severity == "error"
        yield Claim(rule, ALL, ("size.at-least",), said, sure, _SIZE, least=size.at_least)
    if size is not None and size.at_most is not None:
        said = Text(
            f"penguji paling banyak {size.at_most}", f"at most {_many(size.at_most, 'examiner')}"
        )
        sure = size.severity == "error"
        yield Claim(rule, ALL, ("size.at-most",), said, sure, _SIZE, most=size.at_most)
    least = rule.part.quorum_count
    if least is not None:
        said = Text(f"kuorum {least}", f"a quorum of {least}")
        sure = isinstance(quorum, Quorum) and quorum.severity == "error"
        yield Claim(rule, ALL, ("quorum.at-least",), said, sure, _QUORUM, least=least)
    yield from _chairs(rule)
    yield from _seats(rule)


def _chairs(rule: Rule) -> Iterator[Claim]:
    chair = rule.part.chair
    if chair is None:
        return
    count, sure = (
        (chair.count, chair.severity == "error") if isinstance(chair, Chair) else (chair, True)
    )
    said = Text(f"ketua seharusnya {count}", f"exactly {_many(count, 'chair')}")
    keys = ("chair.count",)
    yield Claim(rule, CHAIRS, keys, said, sure, _CHAIR, least=count, most=count)
    yield Claim(rule, ALL, keys, said, sure, _CHAIR, least=count)


def _seats(rule: Rule) -> Iterator[Claim]:
    """Each seat by itself, those of a kind, those of chairs, and all together."""
    seats = dict(enumerate(rule.part.seats))
    for number, seat in seats.items():
        who = seat.kind if seat.role is None else f"{seat.kind} ({seat.role})"
        said = Text(f"unsur {who}: {seat.count} kursi", f"kind {who}: {_many(seat.count, 'seat')}")
        counted = ("kind", seat.kind, seat.role or "")
        keys, sure = (f"seats.{number}.count",), seat.severity == "error"
        yield Claim(rule, counted, keys, said, sure, SEAT, least=seat.count, most=seat.count)
    last = {(seat.kind, seat.role): number for number, seat in seats.items()}
    kinds = dict.fromkeys(seat.kind for seat in seats.values())
    whole: list[int] = []
    within: list[int] = []  # seats by role that those without a role of the same kind count too
    for kind in kinds:
        by_role = [number for (of, role), number in last.items() if of == kind and role]
        whole += [last[kind, None]] if (kind, None) in last else by_role
        within += by_role if (kind, None) in last else []
        if by_role:
            count = _count(rule, by_role)
            said = Text(
                f"unsur {kind}: {count} kursi menurut peran",
                f"kind {kind}: {_many(count, 'seat')} by role",
            )
            yield _sum(rule, ("kind", kind, ""), by_role, said)
    chairs = [number for (_, role), number in last.items() if role == "chair"]
    if chairs:
        count = _count(rule, chairs)
        yield _sum(
            rule,
            CHAIRS,
            chairs,
            Text(f"kursi untuk ketua {count}", f"{_many(count, 'seat')} for chairs"),
        )
    if seats:
        count = _count(rule, whole)
        said = Text(f"kursi seluruhnya {count}", f"{_many(count, 'seat')} in all")
        if within:
            said = Text(
                f"{said.id} (baris tanpa role sudah mencakup kursi dengan role unsur yang sama)",
                f"{said.en} (a row without role counts the seats by role of its kind too)",
            )
        yield _sum(rule, ALL, whole, said, beside=within)
        listed = _keys([*whole, *within])  # of another kind there may be more, which is a warning
        yield Claim(rule, ALL, listed, said, False, SUM, most=count)
        if all(seat.role == "member" for seat in seats.values()):
            said = Text("tidak ada kursi untuk ketua", "no seat for a chair")
            yield Claim(rule, CHAIRS, listed, said, False, SUM, most=0)


def _sum(
    rule: Rule, counted: Counted, seats: Sequence[int], said: Text, beside: Sequence[int] = ()
) -> Claim:
    """At least as many as some seats together; `beside` are rows that these count already."""
    sure = all(rule.part.seats[number].severity == "error" for number in seats)
    least = _count(rule, seats)
    return Claim(rule, counted, _keys([*seats, *beside]), said, sure, SUM, least=least)


def _count(rule: Rule, seats: Sequence[int]) -> int:
    return sum(rule.part.seats[number].count for number in seats)


def _keys(seats: Sequence[int]) -> tuple[str, ...]:
    return tuple(f"seats.{number}.count" for number in seats)


def _many(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"
