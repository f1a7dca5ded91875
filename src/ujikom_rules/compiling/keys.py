"""A part's key → a value of its field's type; everything that does not fit is noted."""

from collections.abc import Callable, Iterable, Mapping
from itertools import repeat
from operator import is_
from typing import Any, Protocol

from ujikom_rules import names
from ujikom_rules.compiling import predicates
from ujikom_rules.compiling.tie_breaks import tie_break
from ujikom_rules.compiling.unchanging import Unchanging
from ujikom_rules.contract.fields import FieldType, PartField, fields_of
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.ruleset import FactRef, PartSpec, Ruleset
from ujikom_rules.planned import PlannedPart, PlannedTieBreak
from ujikom_rules.reading import structure as read
from ujikom_rules.reading.ruleset import tie_break as read_tie_break
from ujikom_rules.reading.structure import Log

MISSING = object()
_PLAIN: Mapping[str, Callable[[Entry, Log], Any]] = {
    "str": read.text,
    "bool": read.yes_no,
    "int": read.whole(-(10**9), 10**9),
    "fraction": read.number,
    "figure": read.figure,
    "text": read.texts,
}


class Maker(Protocol):
    """Who makes what stands inside a key: nested parts, facts, predicates, tables."""

    @property
    def log(self) -> Log:
        """Where findings go."""
        ...

    @property
    def ruleset(self) -> Ruleset:
        """What is compiled."""
        ...

    def make(self, role: str, spec: PartSpec, /) -> PlannedPart | None:
        """A nested part."""
        ...

    def fact(self, entry: Entry, /) -> FactRef | None:
        """A reference to a declared fact."""
        ...

    def predicate(self, entry: Entry, /) -> Any:
        """A predicate whose subjects are all known here."""
        ...

    def object(
        self, make: Any, fields: tuple[PartField, ...], table: Entry, own: Mapping[str, Entry], /
    ) -> Any:
        """An attrs object from a table's keys."""
        ...


def value(type_: FieldType, entry: Entry, maker: Maker) -> Any:
    """One key's value in the form that its field asks for; `MISSING` where it is wrong."""
    plain = _PLAIN.get(type_.form)
    found = _read(type_, entry, maker) if plain is None else plain(entry, maker.log)
    return MISSING if found is None else found


def _read(type_: FieldType, entry: Entry, maker: Maker) -> Any:
    if type_.form in _PLAIN:
        return _PLAIN[type_.form](entry, maker.log)
    if type_.form == "literal":
        return read.word(*type_.args)(entry, maker.log)
    if type_.form == "part":
        spec = read.part(entry, maker.log)
        made = None if spec is None else maker.make(type_.table, spec)
        return made if type_.table != "tie_breakers" else _ordered(made, entry, maker)
    if type_.form in ("fact", "predicate"):
        return maker.fact(entry) if type_.form == "fact" else maker.predicate(entry)
    return _MANY.get(type_.form, _union)(entry, type_, maker)


def _ordered(part: PlannedPart | None, entry: Entry, maker: Maker) -> PlannedTieBreak | None:
    """A tie-break inside another part, with its `order`."""
    said = read_tie_break(entry, maker.log)
    if part is None or said is None:
        return None
    return tie_break(part, maker.ruleset, ascending=said.ascending)


def _tuple(entry: Entry, type_: FieldType, maker: Maker) -> Any:
    if not isinstance(entry.data, tuple):
        return maker.log.wrong_kind(entry, "list")
    return _whole([value(type_.args[0], item, maker) for item in entry.data])


def _fixed(entry: Entry, type_: FieldType, maker: Maker) -> Any:
    if not isinstance(entry.data, tuple):
        return maker.log.wrong_kind(entry, "list")
    if len(entry.data) != len(type_.args):
        return maker.log.add("UJ207", entry, got=len(entry.data), expected=len(type_.args))
    pairs = zip(type_.args, entry.data, strict=True)
    return _whole([value(each, item, maker) for each, item in pairs])


def _whole(found: Iterable[Any]) -> Any:
    """The values as a tuple, unless one of them is missing."""
    made = tuple(found)
    return None if any(map(is_, made, repeat(MISSING))) else made


def _mapping(entry: Entry, type_: FieldType, maker: Maker) -> Any:
    if not isinstance(entry.data, Mapping):
        return maker.log.wrong_kind(entry, "table")
    found = {key: value(type_.args[0], each, maker) for key, each in entry.data.items()}
    return None if _whole(found.values()) is None else Unchanging(found)


def _table(entry: Entry, type_: FieldType, maker: Maker) -> Any:
    if not isinstance(entry.data, Mapping):
        known = [each.key for each in fields_of(type_.table)]
        return maker.log.wrong_kind(entry, "table", known)
    own = {key: each for key, each in entry.data.items() if key != "source"}
    return maker.object(type_.table, fields_of(type_.table), entry, own)


def _union(entry: Entry, type_: FieldType, maker: Maker) -> Any:
    choices = [each for each in type_.args if each.form != "none"]
    for each in choices:
        if fits(each, entry):
            return _read(each, entry, maker)
    tables = [each for each in choices if each.form == "table"]
    tables += [each for each in choices if each.form == "fact"]
    near = tables if isinstance(entry.data, Mapping) and tables else choices
    return _read(near[0], entry, maker)  # which says what is wrong


_MANY: Mapping[str, Callable[[Entry, FieldType, Maker], Any]] = {
    "tuple": _tuple,
    "fixed": _fixed,
    "mapping": _mapping,
    "table": _table,
}


def fits(type_: FieldType, entry: Entry) -> bool:
    """Whether an entry has the shape that a type asks for."""
    data = entry.data
    match type_.form:
        case "str" | "text":
            return isinstance(data, str) or (type_.form == "text" and isinstance(data, Mapping))
        case "literal":
            return isinstance(data, str) and data in type_.args
        case "bool":
            return isinstance(data, bool)
        case "int":
            return isinstance(data, int) and not isinstance(data, bool)
        case "fraction" | "figure":
            return entry.kind() == "number" or (isinstance(data, str) and "/" in data)
        case "fact":
            return isinstance(data, Mapping) and set(data) == {"fact"}
        case "predicate":
            return isinstance(data, Mapping) and bool(set(data) & predicates.MARKS)
        case "tuple" | "fixed":
            return isinstance(data, tuple)
        case "part":
            return isinstance(data, str) or (isinstance(data, Mapping) and "use" in data)
        case "table":
            keys = {names.to_key(each) for each in type_.table.__annotations__}
            return isinstance(data, Mapping) and set(data) <= keys
        case _:
            return isinstance(data, Mapping)
