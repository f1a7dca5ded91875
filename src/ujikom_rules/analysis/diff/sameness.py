"""When two plans are the same rules: what each says, however its ruleset was written."""

from collections.abc import Hashable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import attrs

from ujikom_rules.errors import Place
from ujikom_rules.messages import Text
from ujikom_rules.model.entry import Source
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.ruleset import Bound, FactSpec
from ujikom_rules.names import CORE
from ujikom_rules.planned import Plan, PlannedDecision, PlannedNode, PlannedPart, PlannedStage

_RULES = ("facts", "panels", "stages", "decision", "rankings")
# What values of the library carry beside their rule. A plugin's own fields all count.
_BESIDE = ("place", "path")
_BESIDE_OF: Mapping[type, tuple[str, ...]] = {
    PlannedPart: ("distribution",),
    FactSpec: ("written",),
    Bound: ("article",),
}
_OURS = ("ujikom_rules.model", "ujikom_rules.planned")
_WHATEVER_THE_ORDER = ("given", "equal", "by-fact")


def rules_of(plan: Plan) -> Hashable:
    """What a plan rules, equal for two plans whose every effective value is the same.

    Places, sources and texts for people are no rules; nor is the order of criteria where
    neither their stage nor their weighting looks at it. A default that is written out is the
    default.
    """
    return tuple(_said(getattr(plan, name)) for name in _RULES)


def _said(value: Any, *, ordered: bool = True) -> Hashable:
    match value:
        case Text() | Place() | Source():
            return None
        case Figure():
            return value.value
        case None | bool() | str() | int() | Fraction() | date():
            return value
        case PlannedStage():
            ordered = not value.kind.name.startswith(f"{CORE}:")
            return _fields(value, ordered=ordered)
        case PlannedDecision():
            root = _fields(value.node, without=("children",))
            stages = tuple(each.address for each in value.node.children)  # told with the stages
            return _fields(value, without=("node",)), root, stages
        case PlannedNode():
            return _node(value, ordered=ordered)
        case Mapping():
            return frozenset((str(k), _said(v, ordered=ordered)) for k, v in value.items())
        case tuple() | list():
            return tuple(_said(each, ordered=ordered) for each in value)
        case _:
            return _fields(value, ordered=ordered)


def _node(node: PlannedNode, *, ordered: bool) -> Hashable:
    # One mark is what a node without a quorum needs.
    said = _fields(node, ordered=ordered, without=("children", "quorum")), node.quorum or 1
    children = tuple(_said(each, ordered=ordered) for each in node.children)
    name = CORE + ":given" if node.weighting is None else node.weighting.name
    if ordered or name not in {f"{CORE}:{each}" for each in _WHATEVER_THE_ORDER}:
        return said, children
    return said, frozenset(children)


def _fields(value: Any, *, ordered: bool = True, without: tuple[str, ...] = ()) -> Hashable:
    kind = type(value)
    name = f"{kind.__module__}.{kind.__qualname__}"
    if not attrs.has(kind):
        return name, repr(value)
    beside = {*without, *_BESIDE_OF.get(kind, ())}
    if kind.__module__.startswith(_OURS):
        beside |= set(_BESIDE)
    return name, tuple(
        (each.name, _said(getattr(value, each.name), ordered=ordered))
        for each in attrs.fields(kind)
        if each.name not in beside
    )
