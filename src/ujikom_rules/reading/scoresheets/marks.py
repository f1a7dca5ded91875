"""What one text means: a mark, a date, a yes or no, the kind of a value."""

import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from ujikom_rules.messages import Text
from ujikom_rules.messages.days import day
from ujikom_rules.names import is_one_slip
from ujikom_rules.reading.scoresheets.tables import Unread, number_of, shortened
from ujikom_rules.reading.scoresheets.words import NO_MARK_WORDS, fold

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_SLASHED = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_NUMBER_LIKE = re.compile(r"[+-]?\d[\d.,'_/]*%?")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:[.,' \u00a0\u202f]\d{3})+(?:[.,]\d+)?")

TEXT = Text("teks", "a text")
TABLE = Text("tabel", "a table")
LIST = Text("daftar", "a list")
NUMBER = Text("angka", "a number")
YES_OR_NO = Text("ya atau tidak (true atau false)", "yes or no (true or false)")
DATE = Text("tanggal dalam tanda kutip", "a date in quotes")
SCALAR = Text(
    "satu nilai: teks, angka, ya atau tidak (true atau false)",
    "one value: a text, a number, yes or no (true or false)",
)
NOTHING = Text("kosong", "nothing")
OTHER = Text("jenis nilai lain", "another kind of value")
FORMATS: Mapping[Text, Text] = {
    TEXT: Text("Teks", "Text"),
    LIST: Text("Teks", "Text"),
    NUMBER: Text("Angka", "Number"),
    DATE: Text("Tanggal", "Date"),
    YES_OR_NO: Text("Umum", "General"),
    SCALAR: Text("Umum", "General"),
}
"""How Excel calls the format of a cell that is to hold a kind of value."""


def kind_of(value: object) -> Text:
    """The kind of a value in the words of the messages."""
    match value:
        case None:
            return NOTHING
        case bool():
            return YES_OR_NO
        case str():
            return TEXT
        case Fraction() | Unread():
            return NUMBER
        case date():
            return Text("tanggal", "a date")
        case Mapping():
            return TABLE
        case list() | tuple():
            return LIST
        case _:
            return OTHER


def made_date(value: date) -> Text:
    """A date where a number is due: Excel takes a number such as 8,5 for a day and a month."""
    typed = f"{value.day},{value.month}"
    return Text(
        f"tanggal {day(value, 'id')}: Excel mengubah angka seperti {typed} menjadi tanggal",
        f"the date {day(value, 'en')}: Excel turns a number such as {typed} into a date",
    )


class Marks(dict[str, Fraction | str | Unread]):
    """Marks by their text: a number, the id of a level, or why it is neither.

    Equal texts are read once and share one `Fraction`.

    Args:
        comma: whether decimal commas are read.
        cells: whether words may be Indonesian.
    """

    def __init__(self, *, comma: bool, cells: bool) -> None:
        super().__init__()
        self.comma, self.cells = comma, cells

    def __missing__(self, text: str) -> Fraction | str | Unread:
        return self.setdefault(text, self._read(text))

    def _read(self, text: str) -> Fraction | str | Unread:
        found = plain_number(text, comma=self.comma)
        if isinstance(found, Fraction) or found.code != "UJ632":
            return found
        if no_mark_of(text, cells=self.cells):
            return Unread(shortened(text), "UJ644")
        if _NUMBER_LIKE.fullmatch(text):
            return found
        if not text[:1].isalnum() or any(sign.isspace() for sign in text):
            return Unread(shortened(text), "UJ643")
        return text


def plain_number(text: str, *, comma: bool) -> Fraction | Unread:
    """An exact number, or why it is none; thousands separators are told apart."""
    found = number_of(text, comma=comma)
    if isinstance(found, Unread) and found.code == "UJ632" and _THOUSANDS.fullmatch(text):
        return Unread(found.text, "UJ635")
    return found


def no_mark_of(text: str, *, cells: bool) -> str:
    """The no-mark that a word means, or an empty text.

    >>> no_mark_of("Benturan", cells=True)
    'recused'
    """
    folded = fold(text) if cells else text
    if folded in NO_MARK_WORDS.values():
        return folded
    return NO_MARK_WORDS.get(folded, "") if cells else ""


# What people write for a no-mark, as words of cells fold.
_SAYINGS: Mapping[str, str] = {
    **dict.fromkeys(("absen", "alpa", "izin", "mangkir", "sakit", "tidak-hadir"), "berhalangan"),
    **dict.fromkeys(("belum", "belum-dinilai", "kosong"), "belum-diisi"),
    **dict.fromkeys(("konflik", "konflik-kepentingan", "kerabat"), "benturan"),
    **dict.fromkeys(("gugur", "dibatalkan"), "batal"),
}
_LIKE_DIGITS = str.maketrans("OoIl", "0011")
_LONG_ENOUGH = 5  # letters of a word in which one slip can be told from another word


def no_mark_meant(text: str, *, cells: bool) -> str:
    """The word for a no-mark that a text probably means, or an empty text.

    >>> no_mark_meant("benturn", cells=True), no_mark_meant("Tidak hadir", cells=True)
    ('benturan', 'berhalangan')
    """
    folded = fold(text)
    words = (*NO_MARK_WORDS, *NO_MARK_WORDS.values()) if cells else NO_MARK_WORDS.values()
    if folded in _SAYINGS:
        return _SAYINGS[folded] if cells else NO_MARK_WORDS[_SAYINGS[folded]]
    near = (word for word in words if len(word) >= _LONG_ENOUGH and is_one_slip(folded, word))
    return next(near, "")


def number_meant(text: str, *, comma: bool) -> str:
    """The number that was typed with letters for digits, or an empty text.

    >>> number_meant("8O", comma=True), number_meant("II", comma=True)
    ('80', '')
    """
    typed = text.translate(_LIKE_DIGITS)
    sound = typed != text and any(sign.isdigit() for sign in text)
    return typed if sound and isinstance(plain_number(typed, comma=comma), Fraction) else ""


def date_of(text: str, *, comma: bool) -> date | None:
    """The day that a text names: ISO, and ``31/12/2024`` where commas are decimal.

    >>> date_of("31/12/2024", comma=True)
    datetime.date(2024, 12, 31)
    """
    if match := _ISO.fullmatch(text):
        year, month, day = match.groups()
    elif comma and (match := _SLASHED.fullmatch(text)):
        day, month, year = match.groups()
    else:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def date_meant(text: str) -> str:
    """The ISO form of a day that is written in another way, or an empty text."""
    found = date_of(text.replace("-", "/").replace(".", "/").strip(), comma=True)
    return found.isoformat() if found else ""
