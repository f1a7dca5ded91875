"""Reading keys of tables: one value at a time, every mistake noted, none fatal."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, TypeAlias, TypeVar

from ujikom_rules import names
from ujikom_rules.errors import Finding, Place
from ujikom_rules.exact import NumberError, parse_ratio
from ujikom_rules.messages import Text, finding
from ujikom_rules.model.entry import Entry, Source
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.ruleset import FactRef, PartSpec

T = TypeVar("T")
FEW = 14  # keys that a hint may list
REPEATED = ("stages", "criteria", "open", "cases")

KINDS = {
    "text": Text("teks dalam tanda kutip", "a text in quotes"),
    "number": Text("angka", "a number"),
    "whole": Text("angka bulat", "a whole number"),
    "yes-no": Text("true atau false", "true or false"),
    "date": Text("tanggal (2025-03-25)", "a date (2025-03-25)"),
    "list": Text("daftar [ … ]", "a list [ … ]"),
    "table": Text("kelompok kunci { … }", "a group of keys { … }"),
    "nothing": Text("kosong", "nothing"),
    "part": Text("nama bagian atau { use = … }", "the name of a part or { use = … }"),
    "number-or-fact": Text("angka atau { fact = … }", "a number or { fact = … }"),
}


def _heading(path: str) -> str:
    """The name in the heading of a path, which has no ids of what comes several times.

    >>> _heading("stages.wawancara.criteria.integritas.value")
    'stages.criteria.value'
    """
    steps = path.split(".")
    above = ("", *steps)
    return ".".join(
        name for name, before in zip(steps, above, strict=False) if before not in REPEATED
    )


def listed(keys: Iterable[str]) -> tuple[str, ...]:
    """The keys that a hint lists: all that a table may have, unless they are too many to read."""
    found = sorted({*keys} - {"source"})
    return tuple(found) if len(found) < FEW else ()


class Log:
    """Findings as they come up."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []

    def add(self, code: str, entry: Entry, /, *, at_key: bool = False, **args: Any) -> None:
        """Note a finding at an entry's value, or at its key."""
        place = entry.key_place if at_key else entry.place
        self.findings.append(finding(code, place, entry.path, **args))

    def wrong_kind(self, entry: Entry, expected: str, known: Iterable[str] = ()) -> None:
        """Note that a value is of the wrong kind; one that was refused before is not said again.

        Args:
            entry: the value.
            expected: the kind that it should be.
            known: the keys of a group of keys, where they are few and fixed.
        """
        if entry.data is None:
            return
        listed = isinstance(entry.data, tuple) and entry.place < entry.key_place
        if listed and expected in ("table", "part"):
            said = Text.same(f"[{_heading(entry.path)}]")  # its heading has brackets too many
            self.add("UJ203", entry, expected=said, got=KINDS["list"])
            return
        said, keys = KINDS[expected], _keys_shown(entry, known)
        if keys:
            said = Text(said.id.replace("…", keys), said.en.replace("…", keys))
        self.add("UJ203", entry, expected=said, got=KINDS[entry.kind()])


def _keys_shown(entry: Entry, known: Iterable[str]) -> str:
    """The keys of a group as they are written; a lone number is what both bounds may say."""
    keys = [key for key in known if key != "source"]
    bounds = [key for key in keys if key in ("at-least", "at-most")]
    if bounds and entry.kind() == "number":
        number = entry.written or str(entry.data)
        return ", ".join(f"{key} = {number}" for key in bounds)
    return ", ".join(f"{key} = …" for key in keys)


class Keys:
    """The keys of one table, taken one by one; what is left over is unknown.

    Args:
        entry: the table.
        log: where findings go.
        known: its keys, for whoever has written something else than a table; none of them is
            taken for another one that is lacking.
    """

    def __init__(self, entry: Entry, log: Log, known: Iterable[str] = ()) -> None:
        self.entry, self.log, self.known = entry, log, frozenset(known)
        if not isinstance(entry.data, (dict, Mapping)):
            log.wrong_kind(entry, "table", known)
        self.table = entry.table()
        self.left = dict(self.table)

    def take(self, key: str, *, required: bool = False) -> Entry | None:
        """The entry under a key; missing required ones are noted at the table's own place."""
        found = self.left.pop(key, None)
        if found is None and required and isinstance(self.entry.data, Mapping):
            path = f"{self.entry.path}.{key}".lstrip(".")
            place = self.entry.key_place
            nearest = names.nearest(key, self.left.keys() - self.known)
            self.log.findings.append(finding("UJ202", place, path, expected=key, nearest=nearest))
        return found

    def read(
        self, key: str, read: Callable[[Entry, Log], T | None], *, required: bool = False
    ) -> T | None:
        """The value under a key, read; None where it is missing or wrong."""
        entry = self.take(key, required=True) if required else self.left.pop(key, None)
        return None if entry is None else read(entry, self.log)

    def rest(self) -> Mapping[str, Entry]:
        """The keys that nobody took, but `source`, which may stand on any table."""
        left, self.left = self.left, {}
        left.pop("source", None)
        return left

    def end(self, known: Iterable[str] = ()) -> None:
        """Note every key that nobody took as unknown."""
        if not self.left:
            return
        choices = {*self.table, *known, "source"} - set(self.left)
        for key, entry in self.rest().items():
            nearest = names.nearest(key, choices)
            args = {"got": key, "nearest": nearest, "known": listed(choices)}
            self.log.add("UJ201", entry, at_key=True, **args)


Reader: TypeAlias = Callable[[Entry, Log], T | None]


def text(entry: Entry, log: Log) -> str | None:
    """A plain text."""
    if isinstance(entry.data, str):
        return entry.data
    log.wrong_kind(entry, "text")
    return None


def texts(entry: Entry, log: Log) -> Text | None:
    """A text for people: plain, or in both languages."""
    if isinstance(entry.data, str):
        return Text.same(entry.data)
    if isinstance(entry.data, Mapping):
        keys = Keys(entry, log)
        id_, en = keys.read("id", text), keys.read("en", text)
        keys.end(("id", "en"))
        if id_ is None and en is None:
            log.add("UJ202", entry, expected="id")
            return None
        return Text(id_ or en or "", en or id_ or "")
    log.wrong_kind(entry, "text")
    return None


def yes_no(entry: Entry, log: Log) -> bool | None:
    """True or false."""
    if isinstance(entry.data, bool):
        return entry.data
    log.wrong_kind(entry, "yes-no")
    return None


def day(entry: Entry, log: Log) -> date | None:
    """A date."""
    if isinstance(entry.data, date):
        return entry.data
    log.wrong_kind(entry, "date")
    return None


def number(entry: Entry, log: Log) -> Fraction | None:
    """An exact number: whole, with a point, or a fraction in quotes."""
    data = entry.data
    if isinstance(data, (int, Fraction)) and not isinstance(data, bool):
        return Fraction(data)
    if isinstance(data, str):
        try:
            return parse_ratio(data)
        except NumberError as wrong:
            log.add("UJ208", entry, got=wrong.text)
            return None
    log.wrong_kind(entry, "number")
    return None


def whole(least: int, most: int) -> Reader[int]:
    """A whole number within bounds."""

    def read(entry: Entry, log: Log) -> int | None:
        if isinstance(entry.data, bool) or not isinstance(entry.data, int):
            log.wrong_kind(entry, "whole")
            return None
        if not least <= entry.data <= most:
            log.add("UJ207", entry, got=entry.data, expected=f"{least}…{most}")
            return None
        return entry.data

    return read


def figure(entry: Entry, log: Log) -> Figure | None:
    """A number of the ruleset as a figure: with its line, its key path and its source."""
    value = number(entry, log)
    if value is None:
        return None
    return Figure(value, "given", place=entry.place, path=entry.path, source=entry.source)


def fact_ref(entry: Entry, log: Log) -> FactRef | None:
    """``{ fact = "…" }``."""
    keys = Keys(entry, log)
    name = keys.read("fact", text, required=True)
    keys.end(("fact",))
    return None if name is None else FactRef(name, entry.table()["fact"].place, entry.path)


def figure_or_fact(entry: Entry, log: Log) -> "Figure | FactRef | None":
    """A number, or the fact that holds it."""
    if isinstance(entry.data, Mapping):
        return fact_ref(entry, log)
    if isinstance(entry.data, (tuple, date)):
        log.wrong_kind(entry, "number-or-fact")
        return None
    return figure(entry, log)


def word(*words: str) -> Reader[Any]:
    """One of some fixed words."""

    def read(entry: Entry, log: Log) -> str | None:
        found = text(entry, log)
        if found is not None and found not in words:
            nearest = names.nearest(found, words)
            log.add("UJ205", entry, got=found, expected=words, nearest=nearest)
            return None
        return found

    return read


def id_text(entry: Entry, log: Log) -> str | None:
    """An id of a stage, a criterion, a fact."""
    found = text(entry, log)
    if found is not None and not names.is_id(found):
        log.add("UJ204", entry, got=found, expected=_as_id(found))
        return None
    return found


def _as_id(text: str) -> str:
    kept = "".join(c if c.isascii() and c.isalnum() else "-" for c in text.casefold())
    return "-".join(filter(None, kept.split("-"))) or "kriteria-1"


def items(read: Reader[T], *, filled: bool = False) -> Reader[tuple[T, ...]]:
    """A list; items that cannot be read are noted and left out."""

    def read_all(entry: Entry, log: Log) -> tuple[T, ...] | None:
        if not isinstance(entry.data, tuple):
            _not_a_list(entry, log)
            return None
        if filled and not entry.data:
            log.add("UJ216", entry)
        found = (read(item, log) for item in entry.data)
        return tuple(each for each in found if each is not None)

    return read_all


def _not_a_list(entry: Entry, log: Log) -> None:
    """Note that a value is no list; a heading of what may come several times is said as such.

    A heading's value begins at its bracket, before its name.
    """
    *above, key = entry.path.split(".")
    if key in REPEATED and isinstance(entry.data, Mapping) and entry.place <= entry.key_place:
        heading = ".".join([*(each for each in above if each in REPEATED), key])
        log.add("UJ142", entry, at_key=True, got=key, expected=f"[[{heading}]]")
    else:
        log.wrong_kind(entry, "list")


def one_or_many(read: Reader[T]) -> Reader[tuple[T, ...]]:
    """A value, or a list of such values."""

    def read_all(entry: Entry, log: Log) -> tuple[T, ...] | None:
        if isinstance(entry.data, tuple):
            return items(read)(entry, log)
        found = read(entry, log)
        return None if found is None else (found,)

    return read_all


def part(entry: Entry, log: Log) -> PartSpec | None:
    """A named part: a text, or a table with `use` and the part's own keys."""
    if isinstance(entry.data, str):
        return PartSpec(names.qualified(entry.data), entry)
    if isinstance(entry.data, Mapping):
        use = entry.get("use")
        if use is None:
            lacks(entry, "use", entry.table(), entry.path, log)
            return None
        name = text(use, log)
        return None if name is None else PartSpec(names.qualified(name), entry)
    log.wrong_kind(entry, "part")
    return None


def panel_rule(entry: Entry, log: Log) -> PartSpec | None:
    """A panel rule; a table that does not say which one is told what there is."""
    table = entry.table()
    if isinstance(entry.data, Mapping) and "use" not in table and not names.nearest("use", table):
        log.add("UJ350", entry)
        return None
    return part(entry, log)


def lacks(at: Entry, key: str, table: Mapping[str, Entry], path: str, log: Log) -> None:
    """Note that a key is missing, and the misspelt key in its place, if one stands there."""
    nearest = names.nearest(key, table)
    missing = finding("UJ202", at.place, f"{path}.{key}", expected=key, nearest=nearest)
    log.findings.append(missing)
    if nearest:
        log.add("UJ201", table[nearest], at_key=True, got=nearest, nearest=key)


def source_of(entry: Entry | None) -> Source | None:
    """The source that a table names; the laying of sources has checked its form."""
    if entry is None:
        return None
    if isinstance(entry.data, str):
        return Source(title=entry.data)
    said = {key: each.data for key, each in entry.table().items() if isinstance(each.data, str)}
    return Source(
        title=said.get("title", ""), article=said.get("article", ""), url=said.get("url", "")
    )


def place_of(entry: Entry | None, otherwise: Place) -> Place:
    """Where an entry stands, if it is there."""
    return otherwise if entry is None else entry.place
