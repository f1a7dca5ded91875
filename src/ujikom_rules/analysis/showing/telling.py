"""Telling any value of any key: the ground on which the special sentences stand.

What no sentence is known for still prints as ``key: value``, so that nothing that decides a score
is left out.
"""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from ujikom_rules.analysis.showing import sentences as s
from ujikom_rules.analysis.showing.predicates import is_predicate, predicate
from ujikom_rules.analysis.showing.speaking import Keys, Speaker, is_single, is_text
from ujikom_rules.analysis.showing.values import Cell, Line, Row, Said, Table, Told, beneath, said
from ujikom_rules.analysis.showing.values import joined as run
from ujikom_rules.model.entry import Entry

Pair: TypeAlias = tuple[str, Told]  # a label, which may be empty, and what is said of it
_TEXTS = ("title", "text", "by")  # texts for people: one language is shown
_SHORT = 4  # so many single values of one table stand on one line


def tell(speaker: Speaker, key: str, entry: Entry, name: str) -> Told:
    """Any value, as its shape suggests.

    Args:
        speaker: who says single values.
        key: the key that it stands under; empty for the item of a list.
        entry: the value.
        name: what the captions of its tables begin with.
    """
    if is_single(entry):
        return Told((Line(speaker.value(entry, key)),))
    if isinstance(entry.data, tuple):
        return _list(speaker, key, entry, name)
    return _table(speaker, key, entry, name)


def _list(speaker: Speaker, key: str, entry: Entry, name: str) -> Told:
    items = entry.items()
    if all(map(is_single, items)):
        said_all = run(speaker.value(each, key) for each in items)
        return Told((Line(said_all if items else speaker.say(s.NOTHING)),))
    if all(_is_flat(each) and not is_predicate(each) for each in items) and len(items) > 1:
        columns = tuple(dict.fromkeys(k for each in items for k in Keys(each).rest()))
        rows = (Keys(each).rest() for each in items)
        body = tuple(Row(tuple(_cell(speaker, k, row.get(k)) for k in columns)) for row in rows)
        heads = tuple(speaker.key(k) for k in columns)
        return see(speaker, Table(caption(speaker, name, key), heads, body))
    return numbered(tell(speaker, key if is_single(each) else "", each, name) for each in items)


def _table(speaker: Speaker, key: str, entry: Entry, name: str) -> Told:
    if key in _TEXTS and is_text(entry):
        return Told((Line(said(speaker.text(entry))),))
    if is_predicate(entry):
        return Told(predicate(speaker, entry))
    table = entry.table()
    if table.keys() == {"fact"} and is_single(table["fact"]):
        return speaker.line(s.OF_FACT, fact=speaker.value(table["fact"], "fact"))
    rest = Keys(entry).rest()
    if len(rest) > 1 and all(_is_flat(each) for each in rest.values()):
        first = speaker.say(s.HEADS["group"]).text
        return see(speaker, grid(speaker, rest, caption(speaker, name, key), first))
    return pairs(speaker, rest, name)


def _is_flat(entry: Entry) -> bool:
    return bool(entry.table()) and all(map(is_single, Keys(entry).rest().values()))


def pairs(speaker: Speaker, table: Mapping[str, Entry], name: str) -> Told:
    """A table as ``key: value``; on one line where that is short."""
    if not table:
        return speaker.line(s.NOTHING)
    if len(table) <= _SHORT and all(map(is_single, table.values())):
        parts = (said(speaker.key(k), ": ", speaker.value(v, k)) for k, v in table.items())
        return Told((Line(run(parts)),))
    return under(labelled(speaker.key(k), tell(speaker, k, v, name)) for k, v in table.items())


def by_id(speaker: Speaker, table: Mapping[str, Entry], key: str = "") -> Told:
    """Single values by the ids that a ruleset gives them; `key` where these are its closed words."""
    if not table:
        return speaker.line(s.NOTHING)
    if len(table) <= _SHORT and all(map(is_single, table.values())):
        parts = (said(speaker.word(key, id_), ": ", speaker.value(v)) for id_, v in table.items())
        return Told((Line(run(parts)),))
    return under(
        labelled(speaker.word(key, id_), tell(speaker, "", v, id_)) for id_, v in table.items()
    )


def grid(
    speaker: Speaker,
    rows: Mapping[str, Entry],
    caption: str,
    first: str,
    columns: Mapping[str, str] | None = None,
) -> Table:
    """A table of tables, a row each; `columns` names the columns and says their order."""
    inside = {name: Keys(each).rest() for name, each in rows.items()}
    known = dict(columns or {})
    for row in inside.values():
        for key in row:
            known.setdefault(key, key)
    used = [key for key in known if any(key in row for row in inside.values())]
    body = tuple(
        Row((plain(name), *(_cell(speaker, key, row.get(key)) for key in used)))
        for name, row in inside.items()
    )
    return Table(caption, (first, *(known[key] for key in used)), body)


def _cell(speaker: Speaker, key: str, entry: Entry | None) -> Cell:
    return plain("-" if entry is None else speaker.value(entry, key))


def plain(text: str | Said) -> Cell:
    """A cell of one line."""
    return (Line(said(text)),)


def caption(speaker: Speaker, name: str, key: str) -> str:
    """What a table beneath a key is called."""
    what = speaker.key(key) if key else speaker.key("table")
    return speaker.say(s.CAPTIONS["table"], name=name, what=what).text


def see(speaker: Speaker, table: Table) -> Told:
    """A table, and the words that point to it."""
    return Told((Line(speaker.say(s.SEE, caption=table.caption)),), (table,))


def labelled(label: str | Said, what: Told) -> Told:
    """``label: what``, further lines beneath it; without a label what is told alone."""
    if label == "":
        return what
    first, *rest = what.lines
    head = said(label, ": ", first.said) if first.said.pieces else said(label, ":")
    return Told((Line(head), *rest), what.tables)


def under(all_told: Iterable[Told], head: Said | None = None) -> Told:
    """Several things beneath one line, which may be empty."""
    parts = list(all_told)
    lines = [line for each in parts for line in beneath(each.lines)]
    tables = [table for each in parts for table in each.tables]
    return Told((Line(head or Said()), *lines), tuple(tables))


def numbered(all_told: Iterable[Told]) -> Told:
    """Several things in an order that counts."""
    return under(_number(number, each) for number, each in enumerate(all_told, start=1))


def _number(number: int, what: Told) -> Told:
    first, *rest = what.lines
    return Told((Line(said(f"{number}. ", first.said)), *rest), what.tables)


def cell(what: Told) -> Cell:
    """What is told, in a cell: an empty first line is left out."""
    if what.lines and not what.lines[0].said.pieces:
        return beneath(what.lines[1:], -1)
    return what.lines


def rules(caption: str, all_told: Iterable[Pair]) -> tuple[Table, ...]:
    """A table of names and what they say, and behind it the tables that it speaks of."""
    kept = list(all_told)
    body = tuple(Row((plain(label), cell(what))) for label, what in kept)
    own = (Table(caption, (), body),) if body else ()
    return (*own, *(table for _, what in kept for table in what.tables))
