"""Which recorded facts rules read: those that a key names, and those that a predicate asks for."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import evolve, fields, frozen, has

from ujikom_rules.errors import Place
from ujikom_rules.messages import Text
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.predicate import Test
from ujikom_rules.model.ruleset import FactRef, Reads
from ujikom_rules.planned import Plan


@frozen
class FactsRead:
    """The recorded facts that rules read; of a derived one the date that it rests on.

    Attributes:
        stages: those that each stage reads, by its id.
        total: those on which the total itself rests, such as its weights.
        standings: those that group candidacies, or part equals.
        panels: those that the rules of a panel read.
    """

    stages: Mapping[str, tuple[str, ...]]
    total: tuple[str, ...]
    standings: tuple[str, ...]
    panels: tuple[str, ...]

    def __iter__(self) -> Iterator[str]:
        """Each once, in the order of the stages."""
        whole = (*self.stages.values(), self.total, self.standings, self.panels)
        return iter(dict.fromkeys(name for names in whole for name in names))


def facts_read(plan: Plan) -> FactsRead:
    """Which recorded facts the rules read, and where."""
    return FactsRead(
        stages={stage.id: _recorded(_named(stage), plan) for stage in plan.stages},
        total=_recorded(_named(evolve(plan.decision.node, children=())), plan),
        standings=_recorded(_named(plan.rankings), plan),
        panels=_recorded(_named(plan.panels), plan),
    )


def _recorded(named: Iterable[str], plan: Plan) -> tuple[str, ...]:
    specs = plan.facts
    found = (specs[name].since if specs[name].derived else name for name in named if name in specs)
    return tuple(dict.fromkeys(found))


def _named(value: Any) -> Iterator[str]:
    """The facts that stand in a planned value, however deep."""
    match value:
        case None | str() | int() | Figure() | Text() | Place():  # nearly all there is
            return
        case FactRef():
            yield value.name
        case Reads():
            yield from [value.fact] if value.fact else []
        case Test():
            yield from [value.name] if value.subject == "fact" else []
        case tuple():
            for each in value:
                yield from _named(each)
        case Mapping():
            for each in value.values():
                yield from _named(each)
        case _:
            for field in fields(type(value)) if has(type(value)) else ():
                yield from _named(getattr(value, field.name))
