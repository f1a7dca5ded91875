"""The criteria of a stage as a table, nested ones beneath theirs."""

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from ujikom_rules.analysis.showing import sentences as s
from ujikom_rules.analysis.showing import unsaid
from ujikom_rules.analysis.showing.citing import basis
from ujikom_rules.analysis.showing.frame import frame
from ujikom_rules.analysis.showing.kinds import kind_of, marked_by_examiners, name_of, text_of
from ujikom_rules.analysis.showing.parts import field, unwritten
from ujikom_rules.analysis.showing.speaking import Keys, Speaker
from ujikom_rules.analysis.showing.telling import Pair, cell, labelled, plain, tell
from ujikom_rules.analysis.showing.values import Block, Row, Table, Told
from ujikom_rules.model.entry import Entry
from ujikom_rules.reading.nodes import CRITERION_KEYS

ORDER = (
    "weight", "factor", "reads", "scale", "target", "value", "pooling", "pool-by", "no-marks",
    "quorum", "missing", "aggregation", "weighting", "panel", "needs", "absence", "compare",
    "classifier", "when-failed", "each",
)  # fmt: skip
# What joins criteria is told before the value function that follows it.
_JOINED = tuple(
    each for key in ORDER if key != "value"
    for each in ((key, "value") if key == "aggregation" else (key,))
)  # fmt: skip
_COLUMNS = ("weight", "scale")
_HEADS = ("number", "criterion", *_COLUMNS, "rules")


@frozen
class _Place:
    """A criterion with its number, its address and the node above it."""

    number: str
    address: str
    entry: Entry
    parent: Entry


def order_of(node: Entry) -> tuple[str, ...]:
    """The keys of the frame in the order in which a node's values pass them."""
    return _JOINED if "criteria" in node else ORDER


def label_of(speaker: Speaker, key: str, node: Entry) -> str:
    """What a key is called at a node: its `value` takes the marks, or what its criteria make."""
    if key == "value" and "criteria" in node:
        return speaker.say(s.VALUE_BEHIND, key=speaker.frame_key(key)).text
    return speaker.frame_key(key)


def criteria_of(speaker: Speaker, criteria: Entry, stage: Entry, name: str) -> list[Block]:
    """The table of a stage's criteria, and behind it the tables that it speaks of."""
    tables: list[Table] = []
    rows = [
        (place.number.count("."), _row(speaker, place, stage, tables))
        for place in _places(criteria, stage, text_of(stage.get("id")))
    ]
    used = [head for head in _HEADS if any(row[head] for _, row in rows)]
    body = tuple(Row(tuple(row[head] or plain("-") for head in used), depth) for depth, row in rows)
    labels = tuple(speaker.say(s.HEADS[head]).text for head in used)
    caption = speaker.say(s.CAPTIONS["criteria"], name=name).text
    return [Table(caption, labels, body), *tables]


def _places(criteria: Entry, parent: Entry, above: str, prefix: str = "") -> Iterator[_Place]:
    for number, each in enumerate(criteria.items(), start=1):
        address = f"{above}.{text_of(each.get('id'))}"
        yield _Place(f"{prefix}{number}", address, each, parent)
        inside = each.get("criteria")
        if inside is not None:
            yield from _places(inside, each, address, f"{prefix}{number}.")


def _row(speaker: Speaker, place: _Place, stage: Entry, tables: list[Table]) -> dict[str, Any]:
    """The cells of one criterion; what has no column of its own stands among its rules."""
    entry, name = place.entry, speaker.name("criterion", place.address)
    id_ = text_of(entry.get("id"))
    keys = Keys(entry, without=("id", "title", "criteria"))
    weight, scale = keys.take("weight"), keys.take("scale")
    each = stage.get("each")
    general = each.get("scale") if each is not None and not entry.get("criteria") else None
    said_weight = (
        _unsaid(speaker, "weight", place)
        if weight is None
        else frame(speaker, "weight", weight, name)
    )
    said_scale = None
    if scale is not None or (general is not None and _is_marked(entry, each)):
        of = name if scale is not None else name_of(speaker, stage)
        said_scale = frame(speaker, "scale", scale or general or entry, of)
        if scale is not None:
            tables += said_scale.tables
    found = _rules(speaker, keys, place, stage)
    tables += (table for one in found for table in one.tables)
    title = name if name == id_ or name.endswith(f"({place.address})") else f"{name} ({id_})"
    return {
        "number": plain(place.number),
        "criterion": plain(title),
        "weight": None if said_weight is None else cell(said_weight),
        "scale": None if said_scale is None else cell(said_scale),
        "rules": tuple(line for one in found for line in one.lines),
    }


def _rules(speaker: Speaker, keys: Keys, place: _Place, stage: Entry) -> list[Told]:
    entry, name = place.entry, speaker.name("criterion", place.address)
    marks = "criteria" not in entry and marked_by_examiners(speaker, stage, entry)
    found = []
    for key in [k for k in (*order_of(entry), "rounding") if k in CRITERION_KEYS - {*_COLUMNS}]:
        written = keys.take(key)
        if written is not None:
            what = frame(speaker, key, written, name, marks=marks)
            found.append(labelled(label_of(speaker, key, entry), what))
        elif (default := _unsaid(speaker, key, place)) is not None:
            found.append(labelled(speaker.key(key), default))
    more = [*_extra(speaker, keys, stage, name), *basis(speaker, entry)]
    return found + [labelled(*each) for each in more]


def _unsaid(speaker: Speaker, key: str, place: _Place) -> Told | None:
    """What holds where a criterion does not say a key; what a stage says for all leaves is left."""
    parent = place.parent
    if key in ("weight", "factor"):
        siblings = parent.table()["criteria"].items()
        return unsaid.of_child(speaker, key, place.entry, parent, siblings)
    if key == "missing" and "criteria" not in place.entry:
        return None
    return unsaid.of_node(speaker, key, place.entry)


def _is_marked(entry: Entry, each: Entry | None) -> bool:
    """Whether a leaf reads marks, of examiners or the secretariat, for which a scale holds."""
    reads = entry.get("reads") or (each.get("reads") if each is not None else None)
    return reads is None or reads.data in ("examiners", "secretariat")


def _extra(speaker: Speaker, keys: Keys, stage: Entry, name: str) -> list[Pair]:
    """The keys that the stage's kind adds to its criteria, and whatever else is there."""
    _, offered = kind_of(speaker, stage)
    speaker = speaker.of_part(offered)
    found: list[Pair] = []
    for each in () if offered is None else offered.criteria:
        entry = keys.take(each.key)
        if entry is not None:
            found.append(field(speaker, each, entry, name))
        elif offered is not None:
            found += unwritten(speaker, "stage_kinds", offered, each, keys.entry)
    rest = keys.rest()
    return [*found, *((speaker.key(k), tell(speaker, k, v, name)) for k, v in rest.items())]
