"""The lists at the end: facts, evidence, open terms, plugins, amendments, and what is left."""

from collections.abc import Iterable, Mapping

from ujikom_rules.analysis.showing import sentences as s
from ujikom_rules.analysis.showing.kinds import name_of
from ujikom_rules.analysis.showing.origins import OPEN, PLUGINS, of_core
from ujikom_rules.analysis.showing.paths import path_said
from ujikom_rules.analysis.showing.speaking import Keys, Speaker, is_single
from ujikom_rules.analysis.showing.telling import (
    Pair,
    cell,
    labelled,
    pairs,
    plain,
    rules,
    tell,
    under,
)
from ujikom_rules.analysis.showing.values import Cell, Row, Section, Table, Told
from ujikom_rules.analysis.showing.whole import captioned, heading, heads
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.outcome import Amendment, PluginUsed

_OPEN_DEFAULTS = {"may": "fill", "optional": "no", "breach": "error"}
_OPEN = ("key", "may", "at-least", "at-most", "one-of", "optional", "breach", "by", "article")


def facts(speaker: Speaker, root: Entry) -> Section | None:
    """The declared facts with their types."""
    entry = root.get("facts")
    if entry is None or not entry.table():
        return None
    rows = []
    for name, each in entry.table().items():
        keys = Keys(each, without=("title",))
        title, type_ = speaker.name("fact", name), keys.take("type")
        shown = title if title == name or title.endswith(f"({name})") else f"{title} ({name})"
        rest = keys.rest()
        more = cell(pairs(speaker, rest, name)) if rest else plain("-")
        rows.append(
            Row((plain(shown), plain("-" if type_ is None else speaker.value(type_, "type")), more))
        )
    columns = heads(speaker, "fact", "type", "rules")
    table = Table(captioned(speaker, "facts"), columns, tuple(rows))
    return Section("facts", heading(speaker, "facts"), (table,))


def evidence(speaker: Speaker, stages: tuple[Entry, ...]) -> Section | None:
    """The documents that stages ask for."""
    rows = []
    for stage in stages:
        requires, when = stage.get("requires"), stage.get("when")
        for each in () if requires is None else requires.items():
            origin = of_core("stage_kinds", "evidence-gate")
            before = speaker.default(speaker.word("when", "before"), origin).lines
            moment = before if when is None else plain(speaker.value(when, "when"))
            rows.append(Row((plain(speaker.value(each)), plain(name_of(speaker, stage)), moment)))
    if not rows:
        return None
    columns = heads(speaker, "document", "stage", "when")
    table = Table(captioned(speaker, "evidence"), columns, tuple(rows))
    return Section("evidence", heading(speaker, "evidence"), (table,))


def opens(speaker: Speaker, root: Entry) -> Section | None:
    """The open terms of a base, with their ranges and articles."""
    entry = root.get("open")
    if entry is None or not entry.items():
        return None
    tables = [Keys(each).rest() for each in entry.items()]
    named = ("key", *_OPEN_DEFAULTS, *(key for table in tables for key in table))
    used = [key for key in _OPEN if key in named]
    used += dict.fromkeys(key for table in tables for key in table if key not in _OPEN)
    rows = tuple(Row(tuple(_open(speaker, k, each, root) for k in used)) for each in tables)
    columns = tuple(speaker.key(key) for key in used)
    table = Table(captioned(speaker, "open"), columns, rows)
    return Section("open", heading(speaker, "open"), (table,))


def _open(speaker: Speaker, key: str, table: Mapping[str, Entry], root: Entry) -> Cell:
    entry = table.get(key)
    if key == "key" and entry is not None and isinstance(entry.data, str):
        return plain(path_said(speaker, entry.data, root))
    if entry is None:
        default = _OPEN_DEFAULTS.get(key)
        ranged = any(bound in table for bound in ("at-least", "at-most", "one-of"))
        if default is None or (key == "breach" and not ranged):
            return plain("-")
        word = s.NO.say(speaker.lang) if default == "no" else speaker.word(key, default)
        return plain(speaker.noted(word, OPEN))  # in a narrow column the mark alone says default
    if key == "by" and not is_single(entry):
        return plain(speaker.text(entry))
    return cell(tell(speaker, key, entry, ""))


def plugins(speaker: Speaker, root: Entry, used: Mapping[str, PluginUsed]) -> Section | None:
    """The plugins that the ruleset names, and which were used here."""
    entry = root.get("plugins")
    if entry is None or not entry.table():
        return None
    found: list[Pair] = []
    for name, each in entry.table().items():
        what = _plugin(speaker, each, name)
        here = used.get(name)
        if here is not None:
            label = f"{name} ({here.distribution} {here.version})"
        else:
            label = name
        found.append((label, what))
    blocks = rules(captioned(speaker, "plugins"), found)
    return Section("plugins", heading(speaker, "plugins"), blocks)


def _plugin(speaker: Speaker, entry: Entry, name: str) -> Told:
    """A plugin's version, and whether it may change the rules."""
    keys = Keys(entry if entry.table() else entry.with_data({"version": entry}))
    parts = []
    for key in ("version", "amends"):
        each = keys.take(key)
        if each is not None:
            parts.append(labelled(speaker.key(key), tell(speaker, key, each, name)))
        elif key == "amends":
            no = speaker.default(s.NO.say(speaker.lang), PLUGINS)
            parts.append(labelled(speaker.key(key), no))
    parts += [labelled(speaker.key(k), tell(speaker, k, v, name)) for k, v in keys.rest().items()]
    return under(parts)


def amendments(speaker: Speaker, found: Iterable[Amendment]) -> Section | None:
    """What plugins changed in the ruleset as it is written."""
    rows = tuple(
        Row(tuple(plain(each or "-") for each in (one.plugin, one.path, one.before, one.after)))
        for one in found
    )
    if not rows:
        return None
    columns = heads(speaker, "plugin", "path", "before", "after")
    table = Table(captioned(speaker, "amendments"), columns, rows)
    return Section("amendments", heading(speaker, "amendments"), (table,))


def others(speaker: Speaker, rest: Mapping[str, Entry]) -> Section | None:
    """What no section has told."""
    if not rest:
        return None
    title = heading(speaker, "others")
    found = [(speaker.key(key), tell(speaker, key, each, title)) for key, each in rest.items()]
    return Section("others", title, rules(title, found))
