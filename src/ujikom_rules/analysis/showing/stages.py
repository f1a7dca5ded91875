"""Each stage as a section: its rules, its criteria, its tables."""

from collections.abc import Iterator
from typing import Any

from ujikom_rules import names
from ujikom_rules.analysis.showing import sentences as s
from ujikom_rules.analysis.showing.frame import frame, no_marks, places
from ujikom_rules.analysis.showing.parts import called, field, own_keys
from ujikom_rules.analysis.showing.speaking import Keys, Speaker
from ujikom_rules.analysis.showing.telling import Pair, cell, labelled, plain, rules, tell, under
from ujikom_rules.analysis.showing.values import Block, Row, Section, Table, Told, told
from ujikom_rules.catalogue.catalogue import Offered
from ujikom_rules.model.entry import Entry
from ujikom_rules.reading.nodes import CRITERION_KEYS

_ORDER = (
    "weight", "factor", "reads", "scale", "target", "value", "pooling", "pool-by", "no-marks",
    "quorum", "missing", "aggregation", "weighting", "panel", "needs", "absence", "compare",
    "classifier", "when-failed", "each",
)  # fmt: skip
# What joins criteria is told before the value function that follows it.
_JOINED = tuple(
    each for key in _ORDER if key != "value"
    for each in ((key, "value") if key == "aggregation" else (key,))
)  # fmt: skip


def text_of(entry: Entry | None) -> str:
    """The plain text of an entry; empty where there is none."""
    return entry.data if entry is not None and isinstance(entry.data, str) else ""


def kind_of(speaker: Speaker, stage: Entry) -> tuple[str, Offered | None]:
    """The whole name of a stage's kind, and the part."""
    kind = stage.get("kind")
    use = kind if kind is None or isinstance(kind.data, str) else kind.get("use")
    whole = names.qualified(text_of(use))
    return whole, speaker.catalogue.find("stage_kinds", whole)


def gives(speaker: Speaker, stage: Entry) -> str:
    """What a stage's kind gives."""
    _, offered = kind_of(speaker, stage)
    return "value" if offered is None else offered.part.gives


def name_of(speaker: Speaker, stage: Entry) -> str:
    """What a stage is called."""
    return speaker.name("stage", text_of(stage.get("id")))


def kind_said(speaker: Speaker, stage: Entry) -> Told:
    """A stage's kind in words, with keys that stand inside it."""
    whole, offered = kind_of(speaker, stage)
    kind = stage.get("kind")
    if kind is None:
        return told("-")
    more = Keys(kind, without=("use",))
    said_more = own_keys(speaker, "", whole, keys=more, offered=None, name=name_of(speaker, stage))
    head = called(speaker, "stage_kinds", whole, offered)
    return under((labelled(*each) for each in said_more), head)


def sources(speaker: Speaker, stage: Entry) -> Iterator[Entry | str]:
    """Where the leaves of a stage read from; a text where nothing is written."""
    _, offered = kind_of(speaker, stage)
    default = "secretariat" if offered is None else str(offered.part.reads)
    each = stage.get("each")
    inherited = each.get("reads") if each is not None else None
    for leaf in _leaves(stage):
        yield leaf.get("reads") or inherited or default


def _leaves(node: Entry) -> Iterator[Entry]:
    criteria = node.get("criteria")
    inside = () if criteria is None else criteria.items()
    if not inside:
        yield node
    for each in inside:
        yield from _leaves(each)


def reads_examiners(speaker: Speaker, stage: Entry) -> bool:
    """Whether a leaf of the stage is marked by examiners."""
    found = sources(speaker, stage)
    return any((each if isinstance(each, str) else each.data) == "examiners" for each in found)


def section(speaker: Speaker, number: int, stage: Entry, general: Entry | None) -> Section:
    """One stage: its rules, its criteria, and the tables that they speak of."""
    name, id_ = name_of(speaker, stage), text_of(stage.get("id"))
    title = speaker.say(s.SECTIONS["stage"], number=str(number), name=name).text
    if name != id_ and not name.endswith(f"({id_})"):
        title += f" ({id_})"
    keys = Keys(stage, without=("id", "title", "kind", "criteria", "rounding"))
    found: list[Pair] = [(speaker.key("kind"), kind_said(speaker, stage))]
    for key in _order(stage):
        entry = keys.take(key)
        if entry is not None:
            found.append((_label(speaker, key, stage), frame(speaker, key, entry, name)))
        elif (default := _default(speaker, key, stage)) is not None:
            found.append((speaker.key(key), default))
    whole, offered = kind_of(speaker, stage)
    found += own_keys(speaker, "stage_kinds", whole, keys=keys, offered=offered, name=name)
    found += _rounding(speaker, stage, general, name)
    blocks: list[Block] = list(rules(speaker.say(s.CAPTIONS["rules"], name=name).text, found))
    criteria = stage.get("criteria")
    if criteria is not None:
        blocks += _criteria(speaker, criteria, stage, name)
    return Section(f"stage-{number}", title, tuple(blocks), 2)


def _order(node: Entry) -> tuple[str, ...]:
    return _JOINED if "criteria" in node else _ORDER


def _label(speaker: Speaker, key: str, node: Entry) -> str:
    """What a key is called at a node: its `value` takes the marks, or what its criteria make."""
    if key == "value" and "criteria" in node:
        return speaker.say(s.VALUE_BEHIND, key=speaker.frame_key(key)).text
    return speaker.frame_key(key)


def _default(speaker: Speaker, key: str, stage: Entry) -> Told | None:
    """What holds where a stage does not say it; None where it does not matter."""
    kind = gives(speaker, stage)
    each = stage.get("each")
    if each is not None and key in each:
        return None
    if kind != "value":
        return _gate_default(speaker, key, stage)
    if key == "aggregation" and "criteria" in stage:
        return _named(speaker, "weighted-mean")
    if key == "missing":
        return speaker.default(speaker.word(key, "incomplete"))
    if key == "compare" and "classifier" in stage:
        return speaker.default(speaker.word(key, "unrounded"))
    if key in ("pooling", "pool-by", "no-marks", "absence") and reads_examiners(speaker, stage):
        if key == "no-marks":
            return no_marks(speaker, None)
        if key == "pooling":
            return _named(speaker, "mean")
        return speaker.default(speaker.word(key, "criterion" if key == "pool-by" else "no-score"))
    return None


def _gate_default(speaker: Speaker, key: str, stage: Entry) -> Told | None:
    """As `_default`, of a stage that gives no value."""
    whole, when = kind_of(speaker, stage)[0], stage.get("when")
    if key == "when-failed" and gives(speaker, stage) in ("verdict", "document"):
        later = when is not None and when.data == "after"  # then no verdict changes
        return None if later else speaker.default(speaker.word(key, "go-on"))
    if key == "compare" and whole in ("core:threshold-gate", "core:shortlist"):
        return speaker.default(speaker.word(key, "unrounded"))
    return None


def _named(speaker: Speaker, name: str) -> Told:
    return speaker.default(called(speaker, "aggregators", names.qualified(name), None))


def _rounding(speaker: Speaker, stage: Entry, general: Entry | None, name: str) -> list[Pair]:
    """What is rounded in a stage: as it says itself, else as all rules say."""
    own = stage.get("rounding")
    found = []
    if own is not None and own.table():
        for place, how in places(speaker, own):
            found.append(told(speaker.say(s.PLACE_ROUNDED, place=place, how=how)))
    elif own is not None:
        found.append(frame(speaker, "rounding", own, name))
    if general is not None and gives(speaker, stage) == "value":
        mine = {} if own is None else own.table()
        left = {k: v for k, v in general.table().items() if k not in mine and k != "final"}
        whole = s.WHOLE.say(speaker.lang)
        for place, how in places(speaker, general.with_data(left)):
            found.append(told(speaker.say(s.PLACE_ROUNDED, place=place, how=how), f" ({whole})"))
    return [(speaker.key("rounding"), under(found))] if found else []


def _criteria(speaker: Speaker, criteria: Entry, stage: Entry, name: str) -> list[Block]:
    """The criteria of a stage, nested ones beneath theirs."""
    heads = ["number", "criterion", "weight", "scale", "rules"]
    rows: list[tuple[int, dict[str, Any]]] = []
    tables: list[Table] = []
    stage_id = text_of(stage.get("id"))
    for number, address, each in _numbered(criteria, stage_id):
        rows.append((number.count("."), _row(speaker, (number, address, each), stage, tables)))
    used = [head for head in heads if any(row[head] for _, row in rows)]
    body = tuple(Row(tuple(row[head] or plain("-") for head in used), depth) for depth, row in rows)
    labels = tuple(speaker.say(s.HEADS[head]).text for head in used)
    caption = speaker.say(s.CAPTIONS["criteria"], name=name).text
    return [Table(caption, labels, body), *tables]


def _numbered(criteria: Entry, above: str, prefix: str = "") -> Iterator[tuple[str, str, Entry]]:
    for number, each in enumerate(criteria.items(), start=1):
        address = f"{above}.{text_of(each.get('id'))}"
        yield f"{prefix}{number}", address, each
        inside = each.get("criteria")
        if inside is not None:
            yield from _numbered(inside, address, f"{prefix}{number}.")


def _row(
    speaker: Speaker, numbered: tuple[str, str, Entry], stage: Entry, tables: list[Table]
) -> dict[str, Any]:
    """The cells of one criterion; what has no column of its own stands among its rules."""
    number, address, entry = numbered
    name, id_ = speaker.name("criterion", address), text_of(entry.get("id"))
    keys = Keys(entry, without=("id", "title", "criteria"))
    found = []
    weight, scale = keys.take("weight"), keys.take("scale")
    each = stage.get("each")
    general = each.get("scale") if each is not None and not entry.get("criteria") else None
    said_weight = None if weight is None else frame(speaker, "weight", weight, name)
    said_scale = None
    if scale is not None or (general is not None and _is_marked(entry, each)):
        of = name if scale is not None else name_of(speaker, stage)
        said_scale = frame(speaker, "scale", scale or general or entry, of)
        if scale is not None:
            tables += said_scale.tables
    for key in [k for k in (*_order(entry), "rounding") if k in CRITERION_KEYS]:
        written = keys.take(key)
        if written is not None:
            label = _label(speaker, key, entry)
            found.append(labelled(label, frame(speaker, key, written, name)))
    found += _extra(speaker, keys, stage, name)
    tables += (table for one in found for table in one.tables)
    title = name if name == id_ or name.endswith(f"({address})") else f"{name} ({id_})"
    return {
        "number": plain(number),
        "criterion": plain(title),
        "weight": None if said_weight is None else cell(said_weight),
        "scale": None if said_scale is None else cell(said_scale),
        "rules": tuple(line for one in found for line in one.lines),
    }


def _is_marked(entry: Entry, each: Entry | None) -> bool:
    """Whether a leaf reads marks, of examiners or the secretariat, for which a scale holds."""
    reads = entry.get("reads") or (each.get("reads") if each is not None else None)
    return reads is None or reads.data in ("examiners", "secretariat")


def _extra(speaker: Speaker, keys: Keys, stage: Entry, name: str) -> list[Told]:
    """The keys that the stage's kind adds to its criteria, and whatever else is there."""
    _, offered = kind_of(speaker, stage)
    found = []
    for each in () if offered is None else offered.criteria:
        entry = keys.take(each.key)
        if entry is not None:
            found.append(labelled(*field(speaker, each, entry, name)))
    rest = keys.rest()
    return [*found, *(labelled(speaker.key(k), tell(speaker, k, v, name)) for k, v in rest.items())]
