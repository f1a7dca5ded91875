"""The lists at the end: facts, evidence, open terms, plugins, amendments, and what is left."""

from collections.abc import Iterable, Mapping
from pathlib import PurePath

from ujikom_rules.analysis.showing import sentences as s
from ujikom_rules.analysis.showing.citing import basis
from ujikom_rules.analysis.showing.kinds import name_of
from ujikom_rules.analysis.showing.origins import OPEN, PLUGINS, of_core
from ujikom_rules.analysis.showing.paths import path_said, value_said
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
from ujikom_rules.analysis.showing.values import Block, Cell, Line, Row, Section, Table, Told
from ujikom_rules.analysis.showing.whole import captioned, heading, heads
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.outcome import Amendment, PluginUsed
from ujikom_rules.reading.overlay.comparing import same
from ujikom_rules.reading.overlay.open_terms import must_be_filled
from ujikom_rules.reading.overlay.opens import Open, term_of
from ujikom_rules.reading.overlay.settled import settled, still_open, writers
from ujikom_rules.reading.overlay.ways import ANY, at

_OPEN_DEFAULTS = {"may": "fill", "breach": "error"}
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
        told = [pairs(speaker, rest, name)] if rest else []
        told += [labelled(*pair) for pair in basis(speaker, each)]
        more = tuple(line for one in told for line in cell(one)) or plain("-")
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
    """The open terms: those still open to overlays, and those that have been filled in."""
    entry = root.get("open")
    terms, closed = _apart(() if entry is None else entry.items()), settled(root)
    still = [each for each, term in terms if term is None or any(still_open(root, term, closed))]
    filled = [
        (each, term, files)
        for each, term in terms
        if term is not None and (files := writers(root, term))
    ]
    blocks: list[Block] = []
    if still:
        used = _columns(still, ("key", "optional", *_OPEN_DEFAULTS))
        rows = tuple(Row(_cells(speaker, used, each, root)) for each in still)
        columns = tuple(speaker.key(key) for key in used)
        blocks.append(Table(captioned(speaker, "open"), columns, rows))
    if filled:
        blocks.append(_filled(speaker, root, filled))
    return Section("open", heading(speaker, "open"), tuple(blocks)) if blocks else None


def _filled(
    speaker: Speaker, root: Entry, filled: Iterable[tuple[Entry, Open, tuple[str, ...]]]
) -> Table:
    """The terms that have been filled in, and with what where that is a single value."""
    rows = [
        (
            *_named(speaker, each, root),
            _with(speaker, term, root),
            *_who(speaker, root, term, files),
        )
        for each, term, files in filled
    ]
    first = speaker.key("key")
    columns = (first, *heads(speaker, "terms", "filled-with", "filled-by", "opened-by"))
    return Table(captioned(speaker, "filled"), columns, tuple(map(Row, rows)))


def _with(speaker: Speaker, term: Open, root: Entry) -> Cell:
    """The single value at a term."""
    values = [each for each in at(root, term.steps) if is_single(each)]
    alone = len(values) == 1 and ANY not in term.steps
    return plain(value_said(speaker, term.key, values[0], root) if alone else "-")


def _apart(tables: Iterable[Entry]) -> list[tuple[Entry, Open | None]]:
    """The terms, without those that only hand on in the same words what another opened."""
    found: list[tuple[Entry, Open | None]] = []
    for each in tables:
        if not any(_says_all(other, each) for other, _ in found):
            found.append((each, term_of(each)))
    return found


def _says_all(entry: Entry, other: Entry) -> bool:
    """Whether a term says all that another of the same key does."""
    table = entry.table()
    return all(key in table and same(table[key], each) for key, each in other.table().items())


def _columns(tables: Iterable[Entry], always: tuple[str, ...]) -> list[str]:
    """The keys that some of the terms say, in their order."""
    named = dict.fromkeys((*always, *(key for each in tables for key in Keys(each).rest())))
    used = [key for key in _OPEN if key in named]
    return [*used, *(key for key in named if key not in _OPEN)]


def _cells(speaker: Speaker, used: Iterable[str], entry: Entry, root: Entry) -> tuple[Cell, ...]:
    table = Keys(entry).rest()
    return tuple(
        _empty(speaker, entry, root) if key == "optional" else _open(speaker, key, table, root)
        for key in used
    )


def _named(speaker: Speaker, entry: Entry, root: Entry) -> tuple[Cell, Cell]:
    """A term, and a line for each thing that is said of it."""
    name, *further = _columns((entry,), ("key",))
    cells = _cells(speaker, (name, *further), entry, root)
    told = [
        labelled(speaker.key(key), Told(each) if len(each) == 1 else under(map(_line, each)))
        for key, each in zip(further, cells[1:], strict=True)
    ]
    return cells[0], tuple(line for each in told for line in each.lines) or plain("-")


def _line(line: Line) -> Told:
    return Told((line,))


def _who(speaker: Speaker, root: Entry, term: Open, files: Iterable[str]) -> tuple[Cell, Cell]:
    """Who filled in a term, and who had opened it."""
    head = root.get("ruleset")
    own = "" if head is None else head.place.file

    def called(file: str) -> str:
        if file in speaker.writers:
            return speaker.writers[file]
        return s.THIS_RULESET.say(speaker.lang) if file == own else PurePath(file).name

    return plain(", ".join(map(called, files))), plain(called(term.place.file))


def _empty(speaker: Speaker, entry: Entry, root: Entry) -> Cell:
    """Whether a term may stay empty; *no* only where it is empty and must not stay so."""
    written, term = entry.get("optional"), term_of(entry)
    if term is None or (written is not None and written.data is not False):
        return plain("-") if written is None else cell(tell(speaker, "optional", written, ""))
    if must_be_filled(root, term):
        word = s.NO
    else:
        word = s.FILLED if at(root, term.steps) else s.NEEDLESS
    shown = word.say(speaker.lang)
    return plain(speaker.noted(shown, OPEN) if written is None else shown)


def _open(speaker: Speaker, key: str, table: Mapping[str, Entry], root: Entry) -> Cell:
    entry = table.get(key)
    if key == "key" and entry is not None and isinstance(entry.data, str):
        return plain(path_said(speaker, entry.data, root))
    if entry is None:
        default = _OPEN_DEFAULTS.get(key)
        ranged = any(bound in table for bound in ("at-least", "at-most", "one-of"))
        if default is None or (key == "breach" and not ranged):
            return plain("-")
        word = speaker.word(key, default)
        return plain(speaker.noted(word, OPEN))  # in a narrow column the mark alone says default
    if key == "one-of":
        path = table["key"].data if "key" in table else ""
        values = (each for each in entry.items() if is_single(each))
        lines = tuple(Line(value_said(speaker, str(path), each, root)) for each in values)
        return lines if len(lines) == len(entry.items()) else cell(tell(speaker, key, entry, ""))
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
