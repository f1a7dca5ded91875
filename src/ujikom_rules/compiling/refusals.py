"""What a part says of its own keys, and where that stands in the ruleset."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from attrs import frozen

from ujikom_rules import names
from ujikom_rules.contract.roles import Refusal
from ujikom_rules.errors import Finding
from ujikom_rules.messages import finding
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.ruleset import FactRef, Scale

Target: TypeAlias = Figure | FactRef | None


@frozen(eq=False)
class Said:
    """What a part says of its keys when it is asked.

    Attributes:
        refusals: what is wrong with them.
        stages, nodes: what it looks at.
        ranked: facts of which the higher stands first.
        counted: facts that are taken as numbers.
    """

    refusals: tuple[Refusal, ...]
    stages: tuple[str, ...]
    nodes: tuple[str, ...]
    ranked: tuple[FactRef, ...]
    counted: tuple[FactRef, ...]


def asked(role: str, part: Any, scale: Scale | None, target: Target) -> Said:
    """What a part says of its own keys and what comes in, and what it reads.

    Raises:
        TypeError: for a check that answers with anything but refusals; and whatever the part
            raises itself.
    """
    check = getattr(part, "check", None) if role in ("value_functions", "classifiers") else None
    refusals = [] if check is None else list(check(scale))
    check = getattr(part, "check_target", None) if role == "value_functions" else None
    refusals += [] if check is None else check(scale, target)
    if not all(isinstance(each, Refusal) for each in refusals):
        raise TypeError("check must answer with refusals")
    return Said(
        refusals=tuple(refusals),
        stages=tuple(getattr(part, "stages_read", ())),
        nodes=tuple(getattr(part, "nodes_read", ())),
        ranked=tuple(getattr(part, "facts_ranked", ())),
        counted=tuple(getattr(part, "facts_counted", ())),
    )


def refused(refusal: Refusal, table: Entry, own: Mapping[str, Entry]) -> Finding:
    """What a part refuses, at the place to which its way leads.

    Args:
        refusal: what the part says.
        table: where the part's keys stand.
        own: those of the table's keys that are the part's.
    """
    at, name, whole = _beneath(table, own, refusal.key)
    at_key = refusal.at_key and whole
    got = name if at_key else at.data
    nearest = names.nearest(got, refusal.known) if isinstance(got, str) else ""
    other, _, there = _beneath(table, own, refusal.also)
    related = (other.place,) if refusal.also and there else ()
    place = at.key_place if at_key else at.place
    return finding("UJ513", place, at.path, related=related, said=refusal.text, nearest=nearest)


def _beneath(table: Entry, own: Mapping[str, Entry], way: str) -> tuple[Entry, str, bool]:
    """What stands at a way, its last key, and whether the way leads there; else as far as it does.

    A key may hold points itself: ``table.II.b`` leads to ``II.b`` where the table has that key.
    """
    at, inside, name = table, own, ""
    while way:
        fitting = [key for key in inside if f"{way}.".startswith(f"{key}.")]
        if not fitting:
            break
        name = max(fitting, key=len)
        at, way = inside[name], way[len(name) + 1 :]
        inside = at.table() or {str(number): each for number, each in enumerate(at.items())}
    return at, name, not way
