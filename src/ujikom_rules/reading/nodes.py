"""Reading the nodes of the tree: the decision, stages, criteria; all take the same keys."""

from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import Any, Literal, get_args

from ujikom_rules import names
from ujikom_rules.exact import MAX_PLACES, MODES, Rounding
from ujikom_rules.messages import Text, finding
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.ruleset import (
    ROUNDING_PLACES,
    AbsenceEffect,
    Compare,
    Level,
    NodeSpec,
    Policy,
    PoolBy,
    Reads,
    RoundingSpec,
    Scale,
    WhenFailed,
)
from ujikom_rules.model.scoresheet import NO_MARKS
from ujikom_rules.reading import structure as read
from ujikom_rules.reading.structure import Keys, Log

MAX_DEPTH = 8
POLICIES = get_args(Policy)

STAGE_KEYS = frozenset(
    {
        "id", "title", "kind", "weight", "weighting", "factor", "reads", "scale", "value",
        "aggregation", "panel", "pooling", "pool-by", "criteria", "each", "absence", "no-marks",
        "missing", "quorum", "rounding", "compare", "classifier", "target", "needs",
        "when-failed", "source",
    }
)  # fmt: skip
MERGING_KEYS = frozenset({"after", "remove"})  # of an overlay's items; gone after merging
CRITERION_KEYS = STAGE_KEYS - {"kind", "absence", "panel", "each", "needs", "when-failed"}
DECISION_KEYS = frozenset(
    {
        "title", "weighting", "aggregation", "value", "rounding", "compare", "classifier",
        "cut-score", "source",
    }
)  # fmt: skip
EACH_KEYS = frozenset(
    {
        "reads", "scale", "value", "pooling", "pool-by", "no-marks", "missing", "quorum",
        "rounding", "target", "source",
    }
)  # fmt: skip


def stage(entry: Entry, log: Log) -> NodeSpec | None:
    """A stage; keys that are not the frame's are its kind's."""
    return _node(entry, log, STAGE_KEYS, depth=0)


def decision(entry: Entry, log: Log) -> NodeSpec | None:
    """The root of the tree."""
    return _node(entry, log, DECISION_KEYS, depth=0, root=True)


def _criterion(entry: Entry, log: Log, depth: int) -> NodeSpec | None:
    if depth > MAX_DEPTH:
        log.add("UJ211", entry, expected=MAX_DEPTH)
        return None
    return _node(entry, log, CRITERION_KEYS, depth=depth)


def _node(
    entry: Entry, log: Log, known: frozenset[str], *, depth: int, root: bool = False
) -> NodeSpec | None:
    if not isinstance(entry.data, Mapping):
        log.wrong_kind(entry, "table")
        return None
    keys = Keys(entry, log, known)
    id_ = "total" if root else keys.read("id", read.id_text, required=True)
    found: dict[str, Any] = {}
    for key, attribute, reader in _readers(known):
        if key in keys.left and (value := keys.read(key, reader)) is not None:
            found[attribute] = value
    weight = keys.take("weight") if "weight" in known else None
    rest = weight is not None and weight.data == "rest"
    if weight is not None and not rest:
        found["weight"] = _weight(weight, log)
    criteria = keys.take("criteria") if "criteria" in known else None
    children: tuple[NodeSpec, ...] = ()
    if criteria is not None:
        children = (
            read.items(lambda e, lg: _criterion(e, lg, depth + 1), filled=True)(criteria, log) or ()
        )
        refuse_twice(children, log)
    source = read.source_of(keys.take("source"))
    own = keys.rest()
    if root:
        for key, each in own.items():
            args = {"got": key, "nearest": names.nearest(key, known), "known": read.listed(known)}
            log.add("UJ201", each, at_key=True, **args)
        own = {}
    return NodeSpec(
        id=id_ or "",
        rest=rest,
        criteria=children,
        source=source,
        own=own,
        written=entry.table(),
        place=entry.place,
        path=entry.path or ("decision" if root else ""),
        **found,
    )


def _weight(entry: Entry, log: Log) -> Figure | None:
    """A weight as a number; a word in its place was probably meant to be ``rest``."""
    nearest = names.nearest(entry.data, ("rest",)) if isinstance(entry.data, str) else ""
    if nearest:
        log.add("UJ208", entry, got=entry.data, nearest=nearest)
        return None
    return read.figure(entry, log)


@cache
def _readers(known: frozenset[str]) -> tuple[tuple[str, str, read.Reader[Any]], ...]:
    """The keys of a kind of node in order, each with its attribute and its reader."""
    return tuple(
        (key, key.replace("-", "_"), _READERS[key]) for key in sorted(known & _READERS.keys())
    )


def refuse_twice(nodes: tuple[NodeSpec, ...], log: Log) -> None:
    """Note ids that stand twice among siblings."""
    seen: dict[str, NodeSpec] = {}
    for node in nodes:
        first = seen.setdefault(node.id, node)
        if node.id and first is not node:
            place, related = node.place_of("id"), (first.place_of("id"),)
            log.findings.append(finding("UJ206", place, node.path, related=related, got=node.id))


def _each(entry: Entry, log: Log) -> NodeSpec | None:
    keys = Keys(entry, log)
    found: dict[str, Any] = {}
    for key, attribute, reader in _readers(EACH_KEYS):
        if key in keys.left and (value := keys.read(key, reader)) is not None:
            found[attribute] = value
    keys.take("source")
    for key, each in keys.rest().items():
        if key in STAGE_KEYS:
            log.add("UJ210", each, at_key=True, got=key, header=_header(entry))
        else:
            nearest = names.nearest(key, EACH_KEYS)
            args = {"got": key, "nearest": nearest, "known": read.listed(EACH_KEYS)}
            log.add("UJ201", each, at_key=True, **args)
    return NodeSpec(id="", written=entry.table(), place=entry.place, path=entry.path, **found)


def _header(entry: Entry) -> str:
    """The header as the officer wrote it: without the ids that stand in paths."""
    parts = entry.path.split(".")
    return f"{parts[0]}.{parts[-1]}" if len(parts) > 1 else entry.path


def _reads(entry: Entry, log: Log) -> Reads | None:
    if isinstance(entry.data, str):
        found = read.word("examiners", "secretariat", "facts")(entry, log)
        return None if found is None else Reads(found, place=entry.place, path=entry.path)
    keys = Keys(entry, log)
    if "fact" in entry:
        name = keys.read("fact", read.text)
        keys.end(("fact",))
        place = entry.table()["fact"].place
        return None if name is None else Reads("fact", name, place=place, path=entry.path)
    stage_ = keys.read("stage", read.text, required=True)
    criterion = keys.read("criterion", read.text) or ""
    at: Any = keys.read("at", read.word("value", "raw")) or "value"
    keys.end(("fact", "stage", "criterion", "at"))
    if stage_ is None:
        return None
    return Reads(
        "stage", stage=stage_, criterion=criterion, at=at, place=entry.table()["stage"].place,
        criterion_place=read.place_of(entry.get("criterion"), entry.place), path=entry.path,
    )  # fmt: skip


def _scale(entry: Entry, log: Log) -> Scale | None:
    keys = Keys(entry, log, ("lower", "upper", "step"))
    if "levels" in entry:
        found = keys.read("levels", read.items(_level, filled=True)) or ()
        keys.end(("lower", "upper", "step", "levels"))
        for (before, _), (level, at) in pairwise(found):
            if before.value >= level.value:
                why = Text("tingkatnya tidak naik", "its levels do not rise in value")
                log.add("UJ214", at, said=why)
                return None
        if not found:
            return None
        levels = tuple(level for level, _ in found)
        return Scale(levels[0].value, levels[-1].value, None, levels, entry.place)
    lower = keys.read("lower", read.number, required=True)
    upper = keys.read("upper", read.number, required=True)
    step = keys.read("step", read.number)
    keys.end(("lower", "upper", "step", "levels"))
    if lower is None or upper is None:
        return None
    wrong = _scale_fault(lower, upper, step)
    if wrong is not None:
        key, why = wrong
        log.add("UJ214", entry.table()[key], said=why)
        return None
    return Scale(lower, upper, step, (), entry.place)


def _scale_fault(
    lower: Fraction, upper: Fraction, step: Fraction | None
) -> tuple[Literal["upper", "step"], Text] | None:
    """Why no mark can lie on a scale, and the key that says so."""
    if lower >= upper:
        why = Text("batas bawah tidak di bawah batas atas", "its lower bound is not below upper")
        return "upper", why
    if step is not None and step <= 0:
        return "step", Text("kelipatan harus lebih dari nol", "its step must be above zero")
    if step is not None and ((upper - lower) / step).denominator != 1:
        return "step", Text(
            "batas atas tidak dapat dicapai dengan kelipatan itu",
            "its upper bound cannot be reached by that step",
        )
    return None


def _level(entry: Entry, log: Log) -> tuple[Level, Entry] | None:
    """A level, with the entry of its value."""
    keys = Keys(entry, log)
    value = keys.read("value", read.number, required=True)
    id_ = keys.read("id", read.text) or ""
    described = keys.read("text", read.texts)
    keys.end(("value", "id", "text"))
    return None if value is None else (Level(value, id_, described), entry.table()["value"])


def _no_marks(entry: Entry, log: Log) -> Mapping[Any, Any] | None:
    keys = Keys(entry, log)
    found = {mark: keys.read(mark, read.word(*POLICIES)) for mark in NO_MARKS}
    keys.end(NO_MARKS)
    return {mark: policy for mark, policy in found.items() if policy is not None}


def rounding(entry: Entry, log: Log) -> RoundingSpec | None:
    """Roundings by place; a place may be switched off with "exact"."""
    keys = Keys(entry, log)
    found: dict[Any, Rounding | None] = {}
    for place in ROUNDING_PLACES:
        each = keys.take(place)
        if each is None:
            continue
        if each.data == "exact":
            found[place] = None
            continue
        if isinstance(each.data, str):
            read.word("exact")(each, log)
            continue
        said = Keys(each, log, ("places", "mode"))
        places = said.read("places", read.whole(0, MAX_PLACES), required=True)
        mode: Any = said.read("mode", read.word(*MODES)) if "mode" in each else "half-up"
        said.end(("places", "mode"))
        if places is not None and mode is not None:
            found[place] = Rounding(places, mode)
    keys.end(ROUNDING_PLACES)
    return found


_READERS: Mapping[str, read.Reader[Any]] = {
    "title": read.texts,
    "kind": read.part,
    "weighting": read.part,
    "factor": read.figure_or_fact,
    "reads": _reads,
    "scale": _scale,
    "value": read.one_or_many(read.part),
    "aggregation": read.part,
    "panel": read.one_or_many(read.panel_rule),
    "pooling": read.part,
    "pool-by": read.word(*get_args(PoolBy)),
    "each": _each,
    "absence": read.word(*get_args(AbsenceEffect)),
    "no-marks": _no_marks,
    "missing": read.word(*POLICIES),
    "quorum": read.whole(1, 1000),
    "rounding": rounding,
    "compare": read.word(*get_args(Compare)),
    "classifier": read.part,
    "target": read.figure_or_fact,
    "needs": read.items(read.id_text),
    "when-failed": read.word(*get_args(WhenFailed)),
    "cut-score": read.figure,
}
