"""How a code becomes a sentence: the register, and the one way to make a finding."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import cached_property
from importlib import import_module
from string import Formatter
from typing import Any

from ujikom_rules.errors import NOWHERE, Finding, Place, Severity
from ujikom_rules.exact import to_text
from ujikom_rules.messages.days import day
from ujikom_rules.messages.message import Message
from ujikom_rules.messages.texts import Lang, Text

LONGEST = 300  # characters of an argument that a sentence repeats
_ROOMS = {  # with which digits their codes begin
    "files": "0", "toml": "1", "structure": "12", "meaning": "3", "overlays": "4", "parts": "5",
    "sheets": "6", "fitting": "6", "results": "7", "cases": "8", "analysing": "3",
    "workbooks": "9", "office": "9", "pages": "8", "reports": "9",
}  # fmt: skip


def _register(rooms: Iterable[str]) -> Mapping[str, Message]:
    found: dict[str, Message] = {}
    for room in rooms:
        for message in import_module(f"ujikom_rules.messages.{room}").MESSAGES:
            if message.code in found:
                raise ValueError(f"{message.code} stands twice in the register")
            found[message.code] = message
    return found


class _Register(Mapping[str, Message]):
    """Every code; the texts of a digit are loaded when one is asked for: clean work has none."""

    def __init__(self) -> None:
        self._of_digit: dict[str, Mapping[str, Message]] = {}

    @cached_property
    def _messages(self) -> Mapping[str, Message]:
        return _register(_ROOMS)

    def __getitem__(self, code: str) -> Message:
        digit = str(code)[2:3]  # of a plugin's finding it may be anything
        if digit not in self._of_digit:
            rooms = (room for room, digits in _ROOMS.items() if digit in digits)
            self._of_digit[digit] = _register(rooms)
        return self._of_digit[digit][code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._messages)

    def __len__(self) -> int:
        return len(self._messages)


REGISTER: Mapping[str, Message] = _Register()


def finding(
    code: str,
    place: Place = NOWHERE,
    path: str = "",
    *,
    severity: Severity | None = None,
    related: tuple[Place, ...] = (),
    article: str = "",
    plugin: str = "",
    about: Mapping[str, Any] | None = None,
    **args: Any,
) -> Finding:
    """Make a finding of a registered code; `args` fill its text.

    Raises:
        KeyError: for a code that is not in the register.
    """
    message = REGISTER[code]
    return Finding(
        code=code,
        severity=severity or message.severity,
        place=place,
        path=path,
        args=args,
        related=related,
        article=article,
        plugin=plugin,
        about=about or {},
    )


def text_of(found: Finding, lang: Lang) -> str:
    """The sentence of a finding."""
    return _fill(REGISTER[found.code].text.say(lang), found, lang)


def hint_of(found: Finding, lang: Lang) -> str:
    """What to do about a finding; empty where nothing sensible can be said."""
    message = REGISTER[found.code]
    for hint in (message.hint, message.otherwise):
        template = "" if hint is None else hint.say(lang)
        needed = {name for _, name, _, _ in Formatter().parse(template) if name}
        if template and all(found.args.get(name) not in ("", None, (), []) for name in needed):
            return _fill(template, found, lang)
    return ""


def about_of(found: Finding, lang: Lang) -> str:
    """Whom and what a finding about a row of a scoresheet is about; empty where nothing says it.

    Example:
        ``P02, Wawancara akhir, Kepemimpinan, penguji E2``
    """
    said = (_ABOUT[key].say(lang).format(say_argument(found.about[key], lang))
            for key in _ABOUT if found.about.get(key))  # fmt: skip
    return ", ".join(said)


def _fill(template: str, found: Finding, lang: Lang) -> str:
    """The sentence, without a final period, also where a part's own words end with one."""
    said = template.format_map(_Args(found, lang))
    return said if said.endswith("..") else said.removesuffix(".")


class _Args(dict[str, str]):
    """The arguments as they read in one language."""

    def __init__(self, found: Finding, lang: Lang) -> None:
        super().__init__()
        self.found, self.lang = found, lang

    def __missing__(self, name: str) -> str:
        return say_argument(self.found.args.get(name, ""), self.lang)


def say_argument(value: Any, lang: Lang) -> str:
    """An argument of a finding as text: texts in the language, days by name, lists with commas."""
    if isinstance(value, Text):
        return value.say(lang)
    if isinstance(value, date):
        return day(value, lang)
    if isinstance(value, (list, tuple, frozenset, set)):
        return ", ".join(say_argument(item, lang) for item in value)
    said = to_text(value) if isinstance(value, Fraction) else str(value)
    return said if len(said) <= LONGEST else f"{said[:LONGEST]}…"


def page_of(code: str, lang: Lang) -> str:
    """The page of a code: what it says, why, and what to do; as `ujikom explain` prints it.

    Raises:
        KeyError: for a code that is not in the register.
    """
    message = REGISTER[code]
    severity = _SEVERITY[message.severity].say(lang)
    lines = [f"{code} ({severity})", "", _gapped(message.text.say(lang)), ""]
    lines.append(message.why.say(lang))
    for hint in (message.hint, message.otherwise):
        lines += [] if hint is None else ["", _gapped(hint.say(lang))]
    return "\n".join(lines) + "\n"


def _gapped(template: str) -> str:
    """A template as it stands on a page: an ellipsis where a finding fills in its own words."""
    pieces = Formatter().parse(template)
    return "".join(text + ("…" if name is not None else "") for text, name, _, _ in pieces)


_ABOUT = {  # in the order in which it is said
    "candidacy": Text.same("{}"),
    "position": Text("jabatan {}", "position {}"),
    "stage": Text.same("{}"),
    "criterion": Text.same("{}"),
    "examiner": Text("penguji {}", "examiner {}"),
}
_SEVERITY = {
    "error": Text("kesalahan", "error"),
    "warning": Text("peringatan", "warning"),
    "note": Text("catatan", "note"),
}
