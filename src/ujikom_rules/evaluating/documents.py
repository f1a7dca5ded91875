"""Documents that were recorded and that no rule asks for."""

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import fields, has

from ujikom_rules import names
from ujikom_rules.errors import Finding
from ujikom_rules.evaluating.fitting import Fitted
from ujikom_rules.messages import Text, finding
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.predicate import Test
from ujikom_rules.planned import Plan, PlannedNode, PlannedPart


def unasked(fitted: Fitted) -> list[Finding]:
    """A note for each recorded document that no rule asks for.

    What the keys of a part name may be asked for; so is what a part asked for while the event was
    evaluated, which is all that is known of a part that asks without a key.
    """
    if not fitted.sheet.evidence:
        return []
    asked = fitted.asked | {word for part in _parts(fitted.plan) for word in _words(part.part)}
    found: dict[str, Finding] = {}
    for row in fitted.sheet.evidence:
        if row.id not in asked and row.id not in found:
            found[row.id] = finding(
                "UJ686", row.place, row.pointer, got=row.id, nearest=names.nearest(row.id, asked)
            )
    return list(found.values())


def _parts(plan: Plan) -> Iterator[PlannedPart]:
    for rules in plan.panels:
        yield from rules
    for stage in plan.stages:
        yield stage.kind
        yield from _parts_of(stage.node)
    yield from _parts_of(plan.decision.node)
    for ranking in plan.rankings:
        yield from (each.part for each in ranking.tie_breaks)


def _parts_of(node: PlannedNode) -> Iterator[PlannedPart]:
    yield from node.values
    yield from node.pooled_values
    single = (node.aggregation, node.pooling, node.weighting, node.classifier)
    yield from (part for part in single if part is not None)
    for child in node.children:
        yield from _parts_of(child)


def _words(value: Any) -> Iterator[str]:
    """Every word that stands in the keys of a part, however deep; of predicates the documents."""
    match value:
        case str():
            yield value
        case Test():
            if value.subject == "evidence":
                yield value.name
        case Figure() | Text():
            return
        case Mapping():
            for key, each in value.items():
                yield key
                yield from _words(each)
        case tuple():
            for each in value:
                yield from _words(each)
        case PlannedPart():
            yield from _words(value.part)
        case _:
            for each in fields(type(value)) if has(type(value)) else ():
                yield from _words(getattr(value, each.name))
