"""Which recorded facts rules read: those that a key names, and those that a predicate asks for."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import evolve, fields, has

from ujikom_rules.errors import Place
from ujikom_rules.messages import Text
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.predicate import Test
from ujikom_rules.model.ruleset import FactRef, Reads
from ujikom_rules.planned import Plan, PlannedStage


def facts_of(stage: PlannedStage, plan: Plan) -> tuple[str, ...]:
    """The recorded facts that a stage reads; of a derived one the date that it rests on."""
    return _recorded(_named(stage), plan)


def facts_of_total(plan: Plan) -> tuple[str, ...]:
    """Those on which the total itself rests, such as its weights."""
    return _recorded(_named(evolve(plan.decision.node, children=())), plan)


def facts_of_standings(plan: Plan) -> tuple[str, ...]:
    """Those that group candidacies, or part equals."""
    return _recorded(_named(plan.rankings), plan)


def facts_read(plan: Plan) -> tuple[str, ...]:
    """All recorded facts that anything reads, in the order of the stages."""
    of_stages = (name for stage in plan.stages for name in facts_of(stage, plan))
    of_panels = _recorded(_named(plan.panels), plan)
    rest = (*facts_of_total(plan), *facts_of_standings(plan), *of_panels)
    return tuple(dict.fromkeys((*of_stages, *rest)))


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
