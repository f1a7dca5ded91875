"""Saying single values: words, numbers with their notes, names of stages and facts."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from pathlib import PurePath

from attrs import evolve, field, frozen

from ujikom_rules.analysis.showing import sentences as s
from ujikom_rules.analysis.showing import words
from ujikom_rules.analysis.showing.origins import Origin
from ujikom_rules.analysis.showing.values import Mark, Note, Said, Told, fill, said, told
from ujikom_rules.catalogue.catalogue import Catalogue, Offered
from ujikom_rules.exact import NumberError, parse_ratio
from ujikom_rules.messages import Lang, Text
from ujikom_rules.model.bidi import isolated
from ujikom_rules.model.entry import Entry, Source
from ujikom_rules.model.numerals import day, decimal
from ujikom_rules.model.words import cited
from ujikom_rules.reading.overlay.comparing import is_free

_NAMED = {
    "stage": "stage", "needs": "stage", "fact": "fact", "since": "fact", "category": "stage",
    "criterion": "criterion",
}  # fmt: skip


class Keys:
    """The keys of one table, taken one by one; what is left over is told all the same."""

    def __init__(self, entry: Entry, without: tuple[str, ...] = ()) -> None:
        self.entry = entry
        self._left = {
            key: each
            for key, each in entry.table().items()
            if key not in without and not (key == "source" and is_free(key, each))
        }

    def take(self, key: str) -> Entry | None:
        """The entry under a key, taken out."""
        return self._left.pop(key, None)

    def rest(self) -> dict[str, Entry]:
        """All that nobody took."""
        left, self._left = self._left, {}
        return left


class Notes:
    """The notes, numbered as they are first needed.

    Published sources by number, assumptions as A1 and so on, defaults that stand in no ruleset
    as P1, numbers without any source as X1.
    """

    def __init__(self) -> None:
        self._labels: dict[tuple[Source | Origin | None, str], str] = {}

    def label(self, source: Source | Origin | None, file: str = "") -> str:
        """The label of the note about a source and the file that wrote it, or about a default."""
        letter = _letter(source)
        known = self._labels
        if (source, file) not in known:
            same = sum(_letter(each) == letter for each, _ in known)
            known[source, file] = f"{letter}{same + 1}"
        return known[source, file]

    def items(self) -> list[tuple[str, Source | Origin | None, str]]:
        """Every note: its label, the source, the file; published sources first."""
        order = ("", "A", "P", "X")
        found = [(label, source, file) for (source, file), label in self._labels.items()]
        return sorted(found, key=lambda each: order.index(_letter(each[1])))


def _letter(source: Source | Origin | None) -> str:
    if source is None:
        return "X"
    if isinstance(source, Origin):
        return "P"
    return "A" if source.is_assumption else ""


@frozen(eq=False, repr=False)
class Speaker:
    """Who says values in one language.

    Attributes:
        names: by ``stage``, ``criterion`` (address) and ``fact``, what each is called.
        writers: by file, what the ruleset in it is called; the shown one's own is not there.
        titles, words: what the part that is spoken of calls its keys and their words.
        beside: of a rule of a panel that has several, the others.
    """

    lang: Lang
    catalogue: Catalogue
    names: Mapping[str, Mapping[str, str]]
    writers: Mapping[str, str] = field(factory=dict)
    notes: Notes = field(factory=Notes)
    titles: Mapping[str, Text] = field(factory=dict)
    words: Mapping[str, Mapping[str, Text]] = field(factory=dict)
    beside: tuple[Entry, ...] = ()

    def of_part(self, offered: Offered | None) -> "Speaker":
        """The same with the words of a part, for its keys; unchanged where none is known."""
        if offered is None:
            return self
        return evolve(self, titles=offered.part.titles, words=offered.part.words)

    def among(self, rules: tuple[Entry, ...], rule: Entry) -> "Speaker":
        """The same for one of the rules of a panel, which knows the others."""
        return evolve(self, beside=tuple(each for each in rules if each is not rule))

    def say(self, text: Text, **values: str | Said) -> Said:
        """A sentence with its gaps filled."""
        return fill(text.say(self.lang), **values)

    def line(self, text: Text, **values: str | Said) -> Told:
        """A sentence as a line."""
        return told(self.say(text, **values))

    def default(self, text: Said | str, origin: Origin) -> Told:
        """What holds where nothing is said, as a line."""
        return told(self.unsaid(text, origin))

    def unsaid(self, text: Said | str, origin: Origin) -> Said:
        """What holds where nothing is said, with the section of the reference that says so."""
        return self.noted(said(text, " ", words.DEFAULT.say(self.lang)), origin)

    def noted(self, text: Said | str, origin: Origin) -> Said:
        """A text with the section of the reference that says it."""
        return said(text, Mark(self.notes.label(origin)))

    def key(self, name: str) -> str:
        """What a key is called; the key itself where no word is known."""
        found = self.titles.get(name) or words.KEYS.get(name)
        return name if found is None else found.say(self.lang)

    def frame_key(self, name: str) -> str:
        """What a key is called where it is the frame's: `value` names a part there."""
        found = words.FRAME.get(name)
        return self.key(name) if found is None else found.say(self.lang)

    def word(self, key: str, value: str) -> str:
        """A closed word of a key; the word itself where none is known."""
        own = self.words.get(key, {}).get(value)
        found = own or words.WORDS.get(key, {}).get(value)
        return value if found is None else found.say(self.lang)

    def name(self, kind: str, id: str) -> str:
        """What a stage, a criterion or a fact is called."""
        return isolated(self.names.get(kind, {}).get(id, id))

    def mark(self, entry: Entry) -> Mark:
        """The reference to where a number comes from and who wrote it."""
        return self.mark_of(entry.source, entry.file)

    def mark_of(self, source: Source | None, file: str) -> Mark:
        """The reference to the note about a source and the file that wrote it."""
        return Mark(self.notes.label(source, file))

    def value(self, entry: Entry, key: str = "") -> Said:
        """A single value: a number with its note, a yes or no, a day, a word, a name, a text."""
        match entry.data:
            case bool():
                return self.say(s.YES if entry.data else s.NO)
            case int() | Fraction():
                return said(decimal(entry.data, self.lang), self.mark(entry))
            case date():
                return said(day(entry.data, self.lang))
            case str() if _is_ratio(entry.data):
                return said(entry.data, self.mark(entry))
            case str() if key in _NAMED:
                return said(self.name(_NAMED[key], entry.data))
            case str():
                return said(self.word(key, entry.data))
            case _:
                return said("-")

    def text(self, entry: Entry) -> str:
        """A text for people, in the language of the page where it is there."""
        if isinstance(entry.data, str):
            return entry.data
        found = entry.get(self.lang) or entry.get("id") or entry.get("en")
        return found.data if found is not None and isinstance(found.data, str) else ""

    def written_notes(self) -> tuple[Note, ...]:
        """The notes at the end of the page."""
        return tuple(self._note(*each) for each in self.notes.items())

    def _note(self, label: str, source: Source | Origin | None, file: str) -> Note:
        if isinstance(source, Origin):
            form = s.ORIGIN["plugin" if source.plugin else "core"]
            page, section = source.title.say(self.lang), source.section.say(self.lang)
            values = {"section": section, "page": page, "plugin": source.plugin}
            return Note(label, form.say(self.lang).format(**values))
        base = self.writers.get(file)
        who = s.WROTE["own" if base is None else "base"].say(self.lang)
        name = PurePath(file).name
        where = ", ".join(each for each in (base, name) if each)
        wrote = f"{who} ({where})" if where else who
        if source is None:
            return Note(label, f"{s.WROTE['without'].say(self.lang)}; {wrote}")
        return Note(label, f"{cited(source, self.lang)}; {wrote}", source.url)


def is_number(entry: Entry) -> bool:
    """Whether a value is a number, also one that is written as a fraction."""
    return entry.kind() == "number" or (isinstance(entry.data, str) and _is_ratio(entry.data))


def _is_ratio(text: str) -> bool:
    if "/" not in text:
        return False
    try:
        parse_ratio(text)
    except NumberError:
        return False
    return True


def is_single(entry: Entry) -> bool:
    """Whether an entry is one value, neither a list nor a table."""
    return entry.kind() not in ("list", "table")


def is_text(entry: Entry) -> bool:
    """Whether a table is a text in two languages."""
    table = entry.table()
    return (
        bool(table)
        and table.keys() <= {"id", "en"}
        and all(isinstance(each.data, str) for each in table.values())
    )
