"""The keys that the core itself gives to stages, criteria and the decision, each as a sentence."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from ujikom_rules.analysis.showing import sentences as s
from ujikom_rules.analysis.showing import words
from ujikom_rules.analysis.showing.origins import NO_MARKS, READS, ROUNDING
from ujikom_rules.analysis.showing.parts import parts
from ujikom_rules.analysis.showing.speaking import Keys, Speaker, is_single
from ujikom_rules.analysis.showing.telling import (
    caption,
    labelled,
    plain,
    see,
    tell,
    under,
)
from ujikom_rules.analysis.showing.values import Line, Row, Said, Table, Told, joined, said, told
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.ruleset import ROUNDING_PLACES

Way: TypeAlias = Callable[[Speaker, Entry, str], Told]
ROLES: Mapping[str, str] = {
    "aggregation": "aggregators",
    "pooling": "aggregators",
    "value": "value_functions",
    "weighting": "weightings",
    "panel": "panel_rules",
    "classifier": "classifiers",
    "tie-breaks": "tie_breakers",
}


def frame(speaker: Speaker, key: str, entry: Entry, name: str, *, marks: bool = False) -> Told:
    """The value of one of the frame's keys; `marks` where its parts take examiners' marks."""
    if key in ROLES:
        return parts(speaker, ROLES[key], entry, name, marks=marks)
    way = _WAYS.get(key)
    return tell(speaker, key, entry, name) if way is None else way(speaker, entry, name)


def _weight(speaker: Speaker, entry: Entry, name: str) -> Told:
    if entry.data == "rest":
        return speaker.line(s.REST)
    return tell(speaker, "weight", entry, name)


def _reads(speaker: Speaker, entry: Entry, name: str) -> Told:
    if isinstance(entry.data, str) and entry.data in s.SOURCES:
        return speaker.line(s.SOURCES[entry.data])
    keys = Keys(entry)
    fact, stage = keys.take("fact"), keys.take("stage")
    criterion, at = keys.take("criterion"), keys.take("at")
    single = all(each is None or is_single(each) for each in (fact, stage, criterion, at))
    if not single or keys.rest() or (fact is None) == (stage is None):
        return tell(speaker, "reads", entry, name)
    if fact is not None:
        return speaker.line(s.SOURCES["fact"], fact=speaker.value(fact, "fact"))
    return speaker.line(
        s.SOURCES["stage"], node=_node(speaker, stage, criterion), at=_at(speaker, at)
    )


def _node(speaker: Speaker, stage: Entry | None, criterion: Entry | None) -> str:
    address = ".".join(str(each.data) for each in (stage, criterion) if each is not None)
    return speaker.name("stage" if criterion is None else "criterion", address)


def _at(speaker: Speaker, at: Entry | None) -> Said:
    if at is not None:
        return speaker.value(at, "at")
    return speaker.unsaid(speaker.word("at", "value"), READS)


def _scale(speaker: Speaker, entry: Entry, name: str) -> Told:
    keys = Keys(entry)
    if "levels" in entry:
        levels = keys.take("levels")
        table = None if levels is None else _levels(speaker, levels, name)
        if table is not None:
            rest = keys.rest()
            more = [labelled(speaker.key(k), tell(speaker, k, v, name)) for k, v in rest.items()]
            first = see(speaker, table)
            return first if not more else under([first, *more])
        return tell(speaker, "scale", entry, name)
    lower, upper, step = keys.take("lower"), keys.take("upper"), keys.take("step")
    if lower is None or upper is None or keys.rest():
        return tell(speaker, "scale", entry, name)
    ends = speaker.say(s.SCALE, lower=speaker.value(lower), upper=speaker.value(upper))
    if step is None:
        return speaker.line(s.NO_STEP, scale=ends)
    return speaker.line(s.STEP, scale=ends, step=speaker.value(step))


def _levels(speaker: Speaker, levels: Entry, name: str) -> Table | None:
    """The levels of a scale with their descriptors."""
    rows = []
    for each in levels.items():
        keys = Keys(each)
        value, id_, text = keys.take("value"), keys.take("id"), keys.take("text")
        if value is None or keys.rest():
            return None
        cells = (
            speaker.value(value),
            said("-") if id_ is None else speaker.value(id_),
            said("-" if text is None else speaker.text(text)),
        )
        rows.append(Row(tuple(plain(cell) for cell in cells)))
    heads = tuple(speaker.say(s.HEADS[head]).text for head in ("value", "level", "text"))
    return Table(caption(speaker, name, "scale"), heads, tuple(rows)) if rows else None


def _number_or_fact(speaker: Speaker, entry: Entry, name: str) -> Told:
    fact = entry.get("fact")
    if fact is not None and len(entry.table()) == 1:
        return speaker.line(s.TARGET_FACT, fact=speaker.value(fact, "fact"))
    return tell(speaker, "target", entry, name)


def no_marks(speaker: Speaker, stage: Entry) -> Told:
    """What each no-mark does in a stage, unless a criterion says otherwise; all five."""
    written: dict[str, Entry] = {}
    for node in (stage, stage.get("each")):
        own = node.get("no-marks") if node is not None else None
        written |= {} if own is None else Keys(own).rest()
    found = []
    for mark, text in words.NO_MARKS.items():
        policy = written.pop(mark, None)
        default = speaker.word("no-marks", "incomplete" if mark == "not-entered" else "leave-out")
        what = (
            speaker.unsaid(default, NO_MARKS)
            if policy is None
            else speaker.value(policy, "no-marks")
        )
        found.append(told(text.say(speaker.lang), ": ", what))
    found += [labelled(key, tell(speaker, key, each, "")) for key, each in written.items()]
    return under(found)


def rounding(speaker: Speaker, entry: Entry, name: str) -> Told:
    """Roundings by place, each as a sentence."""
    if not entry.table():
        return tell(speaker, "rounding", entry, name)
    lines = [Line(speaker.say(s.PLACE_ROUNDED, place=p, how=h)) for p, h in places(speaker, entry)]
    return under(Told((line,)) for line in lines)


def places(speaker: Speaker, entry: Entry) -> list[tuple[str, Said]]:
    """What is rounded, and how; in the order in which numbers pass the places."""
    table = Keys(entry).rest()
    order = [*(p for p in ROUNDING_PLACES if p in table), *table]
    return [(_place(speaker, place), _how(speaker, table[place])) for place in dict.fromkeys(order)]


def _place(speaker: Speaker, place: str) -> str:
    found = s.PLACES.get(place)
    return place if found is None else found.say(speaker.lang)


def _how(speaker: Speaker, entry: Entry) -> Said:
    if entry.data == "exact":
        return speaker.say(s.EXACT)
    keys = Keys(entry)
    number, mode = keys.take("places"), keys.take("mode")
    rest = keys.rest()
    if number is None or rest:
        return joined(line.said for line in tell(speaker, "", entry, "").lines)
    how = (
        speaker.unsaid(speaker.word("mode", "half-up"), ROUNDING)
        if mode is None
        else speaker.value(mode, "mode")
    )
    return speaker.say(s.ROUNDED, places=speaker.value(number), mode=how)


def _quorum(speaker: Speaker, entry: Entry, name: str) -> Told:
    if not is_single(entry):
        return tell(speaker, "quorum", entry, name)
    return speaker.line(s.QUORUM, x=speaker.value(entry))


def _cut(speaker: Speaker, entry: Entry, name: str) -> Told:
    if not is_single(entry):
        return tell(speaker, "cut-score", entry, name)
    return speaker.line(s.CUT, x=speaker.value(entry))


def _no_marks(speaker: Speaker, entry: Entry, name: str) -> Told:
    """The no-marks that are written at one place; the others are those of the stage."""
    if not entry.table():
        return tell(speaker, "no-marks", entry, name)
    found = []
    for mark, policy in Keys(entry).rest().items():
        text = words.NO_MARKS.get(mark)
        label = mark if text is None else text.say(speaker.lang)
        found.append(labelled(label, tell(speaker, "no-marks", policy, "")))
    return under(found)


_WAYS: Mapping[str, Way] = {
    "weight": _weight,
    "reads": _reads,
    "scale": _scale,
    "factor": _number_or_fact,
    "target": _number_or_fact,
    "no-marks": _no_marks,
    "rounding": rounding,
    "quorum": _quorum,
    "cut-score": _cut,
}
