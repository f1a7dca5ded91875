"""How a code becomes a sentence: the register, and the one way to make a finding."""

from fractions import Fraction
from string import Formatter
from typing import Any

from attrs import frozen

from ujikom_rules.errors import NOWHERE, Finding, Place, Severity
from ujikom_rules.exact import to_text
from ujikom_rules.messages.texts import Lang, Text


@frozen(kw_only=True)
class Message:
    """One code of the register.

    Attributes:
        code: ``UJ`` and three digits; the first tells the field.
        severity: what it is unless a ruleset says otherwise.
        text: one plain sentence with ``{names}`` of arguments: what is wrong.
        hint: what to do; may use the same arguments. A hint whose argument is empty is left out.
        why: for the page of the code: why this is a finding at all.
    """

    code: str
    severity: Severity
    text: Text
    why: Text
    hint: Text | None = None


def _register() -> dict[str, Message]:
    from ujikom_rules.messages import (  # noqa: PLC0415  the registers import Message from here
        cases,
        files,
        fitting,
        meaning,
        overlays,
        parts,
        results,
        sheets,
        structure,
        toml,
    )

    found: dict[str, Message] = {}
    for module in (
        files,
        toml,
        structure,
        meaning,
        overlays,
        parts,
        sheets,
        fitting,
        results,
        cases,
    ):
        for message in module.MESSAGES:
            if message.code in found:
                raise ValueError(f"{message.code} stands twice in the register")
            found[message.code] = message
    return found


class _Register:
    """The codes, read when the first one is asked for."""

    def __init__(self) -> None:
        self._found: dict[str, Message] | None = None

    def all(self) -> dict[str, Message]:
        if self._found is None:
            self._found = _register()
        return self._found

    def __getitem__(self, code: str) -> Message:
        return self.all()[code]

    def __contains__(self, code: object) -> bool:
        return code in self.all()


REGISTER = _Register()


def finding(
    code: str,
    place: Place = NOWHERE,
    path: str = "",
    *,
    severity: Severity | None = None,
    related: tuple[Place, ...] = (),
    article: str = "",
    plugin: str = "",
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
    )


def text_of(found: Finding, lang: Lang) -> str:
    """The sentence of a finding."""
    return _fill(REGISTER[found.code].text.say(lang), found, lang)


def hint_of(found: Finding, lang: Lang) -> str:
    """What to do about a finding; empty where nothing sensible can be said."""
    hint = REGISTER[found.code].hint
    if hint is None:
        return ""
    template = hint.say(lang)
    needed = {name for _, name, _, _ in Formatter().parse(template) if name}
    if any(found.args.get(name) in ("", None, (), []) for name in needed):
        return ""
    return _fill(template, found, lang)


def _fill(template: str, found: Finding, lang: Lang) -> str:
    return template.format_map(_Args(found, lang))


class _Args(dict[str, str]):
    """The arguments as they read in one language."""

    def __init__(self, found: Finding, lang: Lang) -> None:
        super().__init__()
        self.found, self.lang = found, lang

    def __missing__(self, name: str) -> str:
        return say_argument(self.found.args.get(name, ""), self.lang)


def say_argument(value: Any, lang: Lang) -> str:
    """An argument of a finding as text: texts in the language, lists with commas."""
    if isinstance(value, Text):
        return value.say(lang)
    if isinstance(value, (list, tuple, frozenset, set)):
        return ", ".join(say_argument(item, lang) for item in value)
    if isinstance(value, Fraction):
        return to_text(value)
    return str(value)


def page_of(code: str, lang: Lang) -> str:
    """The page of a code: what it says, why, and what to do; as `ujikom explain` prints it.

    Raises:
        KeyError: for a code that is not in the register.
    """
    message = REGISTER[code]
    severity = _SEVERITY[message.severity].say(lang)
    lines = [f"{code} ({severity})", "", _gapped(message.text.say(lang)), ""]
    lines.append(message.why.say(lang))
    if message.hint is not None:
        lines += ["", _gapped(message.hint.say(lang))]
    return "\n".join(lines) + "\n"


def _gapped(template: str) -> str:
    """A template as it stands on a page: an ellipsis where a finding fills in its own words."""
    pieces = Formatter().parse(template)
    return "".join(text + ("…" if name is not None else "") for text, name, _, _ in pieces)


_SEVERITY = {
    "error": Text("kesalahan", "error"),
    "warning": Text("peringatan", "warning"),
    "note": Text("catatan", "note"),
}
