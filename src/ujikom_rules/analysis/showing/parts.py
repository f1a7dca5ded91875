"""Named parts: what they are called, and all their keys, those left at their default included."""

from collections.abc import Container, Mapping
from fractions import Fraction
from typing import Any

import attrs

from ujikom_rules import names
from ujikom_rules.analysis.showing import bands, panels
from ujikom_rules.analysis.showing import sentences as s
from ujikom_rules.analysis.showing.origins import TIE_BREAKS, VALUES, of_part
from ujikom_rules.analysis.showing.part_words import PARTS
from ujikom_rules.analysis.showing.speaking import Keys, Speaker, is_single, is_text
from ujikom_rules.analysis.showing.telling import (
    Pair,
    by_id,
    grid,
    labelled,
    numbered,
    see,
    tell,
    under,
)
from ujikom_rules.analysis.showing.values import Line, Said, Told, said, told
from ujikom_rules.catalogue.catalogue import Offered
from ujikom_rules.contract.fields import FieldType, PartField
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.numerals import decimal

TELLERS: Mapping[tuple[str, str], bands.Teller] = {**bands.TELLERS, **panels.TELLERS}


def part(speaker: Speaker, role: str, entry: Entry, name: str, *, marks: bool = False) -> Told:
    """One named part: a text, or a table with `use` and its own keys.

    `marks` says of a value function that it takes the marks of examiners.
    """
    use = entry if isinstance(entry.data, str) else entry.get("use")
    if use is None or not isinstance(use.data, str):
        return tell(speaker, "", entry, name)
    whole = names.qualified(use.data)
    offered = speaker.catalogue.find(role, whole)
    keys = Keys(entry, without=("use",))
    own = own_keys(speaker, role, whole, keys=keys, offered=offered, name=name)
    own += _of_frame(speaker, role, entry, marks=marks)
    head = called(speaker, role, whole, offered)
    if own and own[0][0] == "" and len(own[0][1].lines) == 1:  # a lone table: on the same line
        head = said(head, "; ", own[0][1].lines[0].said)
        own[0] = ("", Told((), own[0][1].tables))
    return under((labelled(*each) for each in own), head)


def own_keys(
    speaker: Speaker,
    role: str,
    whole: str,
    *,
    keys: Keys,
    offered: Offered | None,
    name: str,
    elsewhere: Container[str] = (),
) -> list[Pair]:
    """What a part's own keys say; and what holds where one is written neither here nor elsewhere."""
    speaker = speaker.of_part(offered)
    found: list[Pair] = []
    asked = TELLERS.get((role, names.shown(whole)))
    if role == "weightings":
        found += _rows_of_weights(speaker, keys, name)
    if asked is not None:
        found += asked(speaker, keys, name)
    if offered is not None and (asked is None or role != "panel_rules"):
        found += _fields(speaker, role, offered, keys=keys, name=name, elsewhere=elsewhere)
    return [*found, *(_one(speaker, key, each, name) for key, each in keys.rest().items())]


def _fields(
    speaker: Speaker,
    role: str,
    offered: Offered,
    *,
    keys: Keys,
    name: str,
    elsewhere: Container[str],
) -> list[Pair]:
    """The keys of a part that nobody took yet, and what holds where one was not written."""
    found: list[Pair] = []
    for each in offered.fields:
        entry = keys.take(each.key)
        if entry is not None and each.key == "criterion":
            found.append(_criterion(speaker, keys, entry))
        elif entry is not None and each.key == "weights" and _is(offered, "rooms-first"):
            found.append((speaker.key(each.key), _groups(speaker, keys.entry.get("by"), entry)))
        elif entry is not None:
            found.append(field(speaker, each, entry, name))
        elif each.key not in keys.entry and each.key not in elsewhere:
            found += unwritten(speaker, role, offered, each, keys.entry)
    return found


def _of_frame(speaker: Speaker, role: str, entry: Entry, *, marks: bool) -> list[Pair]:
    """The keys that the core gives to every part of a role, where they are not written."""
    if role == "tie_breakers" and "order" not in entry:
        word = speaker.word("order", "descending")
        return [(speaker.key("order"), speaker.default(word, TIE_BREAKS))]
    if role == "value_functions" and marks and "on" not in entry:
        return [(speaker.key("on"), speaker.default(speaker.word("on", "rating"), VALUES))]
    return []


def _criterion(speaker: Speaker, keys: Keys, entry: Entry) -> Pair:
    """A criterion of the stage that is named beside it, as it is called."""
    stage = keys.entry.get("stage")
    address = f"{entry.data}" if stage is None else f"{stage.data}.{entry.data}"
    called_ = speaker.name("criterion", address)
    return speaker.key("criterion"), told(f"{entry.data}" if called_ == address else called_)


def _groups(speaker: Speaker, by: Entry | None, entry: Entry) -> Told:
    """The weights of groups of examiners: roles and origins in words, other groups by their ids."""
    closed = by is not None and by.data in ("role", "origin")
    return by_id(speaker, Keys(entry).rest(), str(by.data) if by is not None and closed else "")


def _one(speaker: Speaker, key: str, entry: Entry, name: str) -> Pair:
    return speaker.key(key), tell(speaker, key, entry, name)


def _rows_of_weights(speaker: Speaker, keys: Keys, name: str) -> list[Pair]:
    """A table of weights, a row a group, its columns called as the stages are."""
    table = keys.entry.get("table")
    rows = {} if table is None else Keys(table).rest()
    flat = (map(is_single, Keys(each).rest().values()) for each in rows.values())
    if not rows or not all(each.table() for each in rows.values()) or not all(map(all, flat)):
        return []
    keys.take("table")
    first = speaker.say(s.HEADS["group"]).text
    columns = speaker.names.get("stage", {})
    title = speaker.say(s.CAPTIONS["groups"], name=name).text
    return [("", see(speaker, grid(speaker, rows, title, first, columns)))]


def field(speaker: Speaker, each: PartField, entry: Entry, name: str) -> Pair:
    """One key of a part, as the type of its field asks for."""
    return speaker.key(each.key), of_type(speaker, each, entry, name)


def of_type(speaker: Speaker, each: PartField, entry: Entry, name: str) -> Told:
    """The value of one key of a part."""
    role = _role_in(each.type)
    if role and _is_part(entry):
        return part(speaker, role, entry, name)
    if role and entry.items() and all(map(_is_part, entry.items())):
        return numbered(part(speaker, role, item, name) for item in entry.items())
    if "mapping" in _forms(each.type) and all(map(is_single, Keys(entry).rest().values())):
        return by_id(speaker, Keys(entry).rest())
    if is_text(entry) and "text" in _forms(each.type):
        return Told((Line(said(speaker.text(entry))),))
    if each.type.form == "fact" and isinstance(entry.data, str):
        said_so = s.NAMED_FACT if each.key == "fact" else s.OF_FACT
        return speaker.line(said_so, fact=speaker.value(entry, "fact"))
    special = _SPECIAL.get(each.key)
    inner = None if special is None else entry.get(special)
    if special is not None and inner is not None and len(entry.table()) == 1:
        return speaker.line(s.KEPT[special], x=speaker.value(inner))
    if each.key == "keep" and is_single(entry):
        return speaker.line(s.KEPT["number"], x=speaker.value(entry))
    return tell(speaker, each.key, entry, name)


_SPECIAL = {"keep": "per-vacancy", "valid": "years"}


def _forms(type_: FieldType) -> tuple[str, ...]:
    """The form of a field, or those of a union."""
    inside = (each for each in type_.args if isinstance(each, FieldType))
    return (type_.form, *(each.form for each in inside)) if type_.form == "union" else (type_.form,)


def _role_in(type_: FieldType) -> str:
    if type_.form == "part":
        return str(type_.table)
    inside = (each for each in type_.args if isinstance(each, FieldType))
    return next((role for each in inside if (role := _role_in(each))), "")


def _is_part(entry: Entry) -> bool:
    use = entry if isinstance(entry.data, str) else entry.get("use")
    return use is not None and isinstance(use.data, str)


def called(speaker: Speaker, role: str, whole: str, offered: Offered | None) -> Said:
    """What a part is called: the core's in words, a plugin's by its summary and name."""
    name = names.shown(whole)
    known = PARTS.get(role, {}).get(name)
    if known is not None:
        return speaker.say(known)
    if offered is None:
        return said(name)
    summary = offered.part.summary
    brief = "" if summary is None else summary.say(speaker.lang).rstrip(".")
    return said(f"{brief} ({name})" if brief else name)


def parts(speaker: Speaker, role: str, entry: Entry, name: str, *, marks: bool = False) -> Told:
    """A part, or a list of them in their order."""
    if not isinstance(entry.data, tuple):
        return part(speaker, role, entry, name, marks=marks)
    if not entry.data:
        return speaker.line(s.NOTHING)
    if role == "panel_rules":
        rules = entry.items()
        return numbered(part(speaker.among(rules, each), role, each, name) for each in rules)
    return numbered(part(speaker, role, each, name, marks=marks) for each in entry.items())


def unwritten(
    speaker: Speaker, role: str, offered: Offered, each: PartField, table: Entry
) -> list[Pair]:
    """What a part's key is that was not written in its table; nothing where it is nothing."""
    made: Any = offered.part.criteria if each in offered.criteria else offered.part.make
    default = attrs.fields_dict(made)[each.name].default
    shown = _plain(speaker, each.key, default)
    if _is(offered, "shortlist") and each.key in ("within", "tie-breaks"):
        shown = speaker.say(s.AS_MAIN).text
    if _is(offered, "rooms-first") and each.key == "over":
        use = names.qualified("mean" if "weights" not in table else "weighted-mean")
        shown = called(speaker, "aggregators", use, None).text
    return (
        []
        if shown is None
        else [(speaker.key(each.key), speaker.default(shown, of_part(role, offered)))]
    )


def _plain(speaker: Speaker, key: str, value: object) -> str | None:
    match value:
        case bool():
            return speaker.say(s.YES if value else s.NO).text
        case int() | Fraction():
            return decimal(value, speaker.lang)
        case Figure():
            return decimal(value.value, speaker.lang)
        case str() if value:
            return speaker.word(key, value)
        case tuple() if value and all(isinstance(each, str) for each in value):
            return "; ".join(speaker.word(key, each) for each in value)
        case _ if attrs.has(type(value)):
            return _named(speaker, type(value))
        case _:
            return None


def _named(speaker: Speaker, made: type) -> str | None:
    """What the part is called that a default is made of."""
    for role in PARTS:
        for whole, offered in speaker.catalogue.offers[role].items():
            if _makes(offered, made):
                return called(speaker, role, whole, offered).text
    return None


def _makes(offered: Offered, made: type) -> bool:
    make: Any = offered.part.make
    return make is made


def _is(offered: Offered, name: str) -> bool:
    """Whether a part is the core's of that name, whose defaults depend on what else is said."""
    return (offered.owner.namespace, offered.part.name) == (names.CORE, name)
