"""Each stage as a section: its rules, its criteria, its tables."""

from ujikom_rules.analysis.showing import sentences as s
from ujikom_rules.analysis.showing import unsaid
from ujikom_rules.analysis.showing.citing import basis
from ujikom_rules.analysis.showing.criteria import ORDER, criteria_of, label_of, order_of
from ujikom_rules.analysis.showing.frame import frame, no_marks, places
from ujikom_rules.analysis.showing.kinds import (
    gives,
    kind_of,
    leaves,
    marked_by_examiners,
    name_of,
    sources,
    text_of,
)
from ujikom_rules.analysis.showing.origins import NODES
from ujikom_rules.analysis.showing.parts import called, own_keys
from ujikom_rules.analysis.showing.speaking import Keys, Speaker
from ujikom_rules.analysis.showing.telling import Pair, labelled, rules, under
from ujikom_rules.analysis.showing.values import Block, Section, Told, told
from ujikom_rules.model.entry import Entry


def kind_said(speaker: Speaker, stage: Entry) -> Told:
    """A stage's kind in words, with keys that stand inside it."""
    whole, offered = kind_of(speaker, stage)
    kind = stage.get("kind")
    if kind is None:
        return told("-")
    more = Keys(kind, without=("use",))
    own = speaker.of_part(offered)
    said_more = own_keys(own, "", whole, keys=more, offered=None, name=name_of(speaker, stage))
    head = called(speaker, "stage_kinds", whole, offered)
    return under((labelled(*each) for each in said_more), head)


def section(speaker: Speaker, number: int, stage: Entry, root: Entry) -> Section:
    """One stage: its rules, its criteria, and the tables that they speak of."""
    name, id_ = name_of(speaker, stage), text_of(stage.get("id"))
    title = speaker.say(s.SECTIONS["stage"], number=str(number), name=name).text
    if name != id_ and not name.endswith(f"({id_})"):
        title += f" ({id_})"
    keys = Keys(stage, without=("id", "title", "kind", "criteria", "rounding"))
    found: list[Pair] = [(speaker.key("kind"), kind_said(speaker, stage))]
    for key in order_of(stage):
        entry = keys.take(key)
        if key == "each":
            found += _each(speaker, entry, stage, name)
        elif entry is None:
            default = unsaid.of_stage(speaker, key, stage, root)
            found += [] if default is None else [(speaker.key(key), default)]
        elif key == "no-marks" and marked_by_examiners(speaker, stage) and entry.table():
            found.append((speaker.key(key), no_marks(speaker, stage)))
        else:
            marks = "criteria" not in stage and marked_by_examiners(speaker, stage)
            what = frame(speaker, key, entry, name, marks=marks)
            found.append((label_of(speaker, key, stage), what))
    whole, offered = kind_of(speaker, stage)
    inside = (stage.get("kind") or stage.with_data({})).table()
    found += own_keys(
        speaker, "stage_kinds", whole, keys=keys, offered=offered, name=name, elsewhere=inside
    )
    found += _rounding(speaker, stage, root.get("rounding"), name)
    found += basis(speaker, stage)
    blocks: list[Block] = list(rules(speaker.say(s.CAPTIONS["rules"], name=name).text, found))
    criteria = stage.get("criteria")
    if criteria is not None:
        blocks += criteria_of(speaker, criteria, stage, name)
    return Section(f"stage-{number}", title, tuple(blocks), 2)


def _each(speaker: Speaker, entry: Entry | None, stage: Entry, name: str) -> list[Pair]:
    """What holds for every leaf that does not say otherwise: as written, and by default."""
    written = {} if entry is None else Keys(entry).rest()
    found: list[Pair] = []
    for key in dict.fromkeys((*ORDER, *written)):
        if key in written:
            marks = any(marked_by_examiners(speaker, stage, leaf) for leaf in leaves(stage))
            what = frame(speaker, key, written[key], name, marks=marks)
            found.append((speaker.frame_key(key), what))
        elif (default := _of_leaves(speaker, key, stage)) is not None:
            found.append((speaker.key(key), default))
    if not found and entry is None:
        return []
    return [(speaker.key("each"), under(labelled(*each) for each in found))]


def _of_leaves(speaker: Speaker, key: str, stage: Entry) -> Told | None:
    """What holds for the leaves beneath a stage that do not say a key."""
    if key not in ("missing", "reads"):
        return None
    silent = any(key not in leaf for leaf in leaves(stage))
    if "criteria" not in stage or gives(speaker, stage) != "value" or not silent:
        return None
    if key == "missing":
        return speaker.default(speaker.word(key, "incomplete"), NODES)
    if key in stage:
        return None
    without = (each for each in sources(speaker, stage) if isinstance(each, str))
    return speaker.default(s.SOURCES[next(without)].say(speaker.lang), NODES)


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
