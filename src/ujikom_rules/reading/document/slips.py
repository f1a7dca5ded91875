"""The usual slips of a text that cannot be read, recognised by name.

The parser says only where it stopped. From there one looks back at what was begun last: a value,
a key, a header, and the brackets still open. Every pattern is something that the language does
not allow, so that a match at that place is the reason for the stop.
"""

import re
from collections.abc import Callable
from typing import Any

from ujikom_rules.errors import Finding, Place
from ujikom_rules.messages import finding
from ujikom_rules.names import is_one_slip
from ujikom_rules.reading.document.pieces import Clash, Trail, leaf_end, quoted
from ujikom_rules.reading.document.positions import scan
from ujikom_rules.reading.document.written import END, Slip, written_otherwise

_SHOWN = 60
_INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\xa0\xad\u2000-\u200f\u2028-\u202f\u2060\ufeff]")
_CURLY = "“”„‟‘’‚‛"
_IN_CURLY = re.compile(
    rf"[{_CURLY}](?:([^{_CURLY}\n]*)[{_CURLY}](?:{END}|(?=[ \t]*=))|([^{_CURLY}\"\n]*)[{_CURLY}\"])"
)
_WORD = r"[A-Za-z0-9_.-]+"
_ONLY_WORD = re.compile(_WORD)
_NAME = rf"""(?:{_WORD}|"[^"\n]*"|'[^'\n]*')"""
_NAME_AND_SIGN = re.compile(rf"{_NAME}[ \t]*=")
_NAME_WITHOUT_SIGN = re.compile(
    rf"({_NAME})(?:[ \t]*:[ \t]*([^#\n]*)|[ \t]+([^#=\n,}}]+)(?=[#\n,}}]|\Z)|[ \t]*(?=[#\n,}}]|\Z))"
)
_SPACED = re.compile(rf"{_WORD}(?:[ \t]+{_WORD})+(?=[ \t]*[=\]])")
_HEADER_START = re.compile(r"\[{1,2}[ \t]*")
_HEADER_LINE = re.compile(r"\[[^,{}=\n]*\][ \t]*(?:#[^\n]*)?$", re.MULTILINE)
_PLAIN_HEADER = re.compile(r"^[ \t]*(\[{1,2})([A-Za-z0-9_-]+)\]{1,2}", re.MULTILINE)
_NO_NAME = r"\s.=\[\]{},:;#\"'"
_END_OF_NAME = re.compile(rf"[^{_NO_NAME}]*\Z")
_START_OF_NAME = re.compile(rf"[^{_NO_NAME}]*")
_PAIR = re.compile(r"\\(.)", re.DOTALL)
_UNOPENED = re.compile(r"""([^"'\n]+)["']""")
_KNOWN_PAIR = re.compile(
    r"\\(?:[btnfre\"\\]|[ \t]*\n|x[0-9A-Fa-f]{2}|u(?![dD][89A-Fa-f])[0-9A-Fa-f]{4}"
    r"|U(?:0000(?![dD][89A-Fa-f])|000[1-9A-Fa-f]|0010)[0-9A-Fa-f]{4})"
)


def explain(text: str, pos: int, clash: Clash | None, place: Callable[[int], Place]) -> Finding:
    """Say in one finding why a text cannot be read, and what to write.

    Args:
        text: the text, its lines ending in a line feed.
        pos: the offset at which the parser stopped.
        clash: the first name that the walk found used for two things.
        place: from an offset to a place.
    """
    pos = min(pos, len(text))  # behind a backslash at the end the parser looks too far
    related: tuple[Place, ...] = ()
    if clash is not None and clash.offset <= pos:
        slip = _twice(text, clash)
        related = (place(clash.first),)
    else:
        slip = _slip(text, pos, scan(text, until=pos).trail)
    said = {"got": _short(slip.got), "expected": slip.expected, "written": slip.written or slip.got}
    if said["written"] == said["got"]:
        del said["written"]
    args: dict[str, Any] = {name: value for name, value in said.items() if value}
    return finding(slip.code, place(slip.offset), related=related, **args)


def _slip(text: str, pos: int, trail: Trail) -> Slip:
    return (
        _sign(text, pos)
        or _never_closed(text, pos, trail)
        or (written_otherwise(text, trail.value_at) if trail.value_at else None)
        or (_text(text, pos, trail.at) if trail.kind != "header" else None)
        or _between(text, pos, trail)
        or (_value(text, pos, trail) if trail.kind == "value" else _name(text, pos, trail))
        or Slip("UJ101", pos, _tail(text, pos) or _tail(text, trail.at))
    )


def _tail(text: str, start: int) -> str:
    """The rest of the line."""
    end = text.find("\n", start)
    return text[start : end if end >= 0 else len(text)].rstrip()


def _short(text: str) -> str:
    """A text as far as a message repeats it."""
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _line_start(text: str, pos: int) -> int:
    return text.rfind("\n", 0, pos) + 1


def _twice(text: str, clash: Clash) -> Slip:
    """A name used for two things: a key twice, a header again, a list in two ways."""
    header = _header_at(text, clash.offset) if clash.header else ""
    if clash.origin == "value" and clash.header and text.startswith("[", clash.value):
        return Slip("UJ113", clash.offset, clash.name, header)
    if clash.header and clash.origin == "implicit":
        above = _misspelt_header(text, clash)
        if above is not None:
            return above
    if clash.header and clash.origin != "value":
        name = header.strip("[] \t")
        return Slip("UJ112", clash.offset, header, f"[[{name}]]")
    return Slip("UJ102", clash.offset, clash.name)


def _misspelt_header(text: str, clash: Clash) -> Slip | None:
    """The last heading of nearly the same name above the first one that stands beneath it."""
    found = None
    for match in _PLAIN_HEADER.finditer(text, 0, clash.first):
        if is_one_slip(match[2], clash.name):
            found = match
    if found is None:
        return None
    brackets = found[1]
    expected = f"{brackets}{clash.name}{']' * len(brackets)}"
    return Slip("UJ141", found.start(2), found[0].strip(), expected)


def _header_at(text: str, pos: int) -> str:
    line = _tail(text, _line_start(text, pos)).strip()
    return line[: line.rfind("]") + 1]


def _sign(text: str, pos: int) -> Slip | None:
    """A sign that word processors and web pages put in."""
    sign = text[pos : pos + 1]
    if sign and _INVISIBLE.match(sign):
        return Slip("UJ124", pos, f"U+{ord(sign):04X}", written=sign)
    if sign and sign in _CURLY:
        match = _IN_CURLY.match(text, pos)
        if match is None:
            return Slip("UJ106", pos, sign, '"', _tail(text, pos))
        inner = next(each for each in match.groups() if each is not None)
        return Slip("UJ106", pos, sign, quoted(inner), match.group())
    return None


def _unclosed(text: str, start: int) -> Slip:
    return Slip("UJ118" if text[start] == "{" else "UJ128", start)


def _never_closed(text: str, pos: int, trail: Trail) -> Slip | None:
    """A bracket still open where the text ends or the next header comes."""
    if not trail.open or _is_open_text(text, trail.at):
        return None
    if pos >= len(text):
        return _unclosed(text, trail.open[-1])
    line = _line_start(text, pos)
    earlier = [start for start in trail.open if start < line]
    if earlier and _HEADER_LINE.match(text, line):
        return _unclosed(text, earlier[-1])
    return None


def _is_open_text(text: str, start: int) -> bool:
    return text.startswith(('"', "'"), start) and leaf_end(text, start) == start


def _text(text: str, pos: int, start: int) -> Slip | None:
    """A text in quotes that has no end, or a backslash that means nothing."""
    if not text.startswith(('"', "'"), start):
        return None
    if text[start] == '"':
        for match in _PAIR.finditer(text, start, pos):
            if not _KNOWN_PAIR.match(text, match.start()):
                return Slip("UJ122", match.start(), match.group())
    if not _is_open_text(text, start):
        return None
    for at in range(start, pos):
        if text[at] in _CURLY:
            inner = text[start:at].strip("\"'")
            return Slip("UJ106", start, text[at], quoted(inner), text[start : at + 1])
    return Slip("UJ117", start, _tail(text, start))


def _between(text: str, pos: int, trail: Trail) -> Slip | None:
    """What goes wrong between the items inside brackets."""
    if not trail.open:
        return None
    start = trail.open[-1]
    in_braces = text[start] == "{"
    over_lines = text.find("\n", start, pos) >= 0
    named = _NAME_AND_SIGN.match(text, pos) is not None
    sign = text[pos]
    if in_braces and (sign in "]{[" or (over_lines and pos > trail.value_at)):
        return _unclosed(text, start)
    if not in_braces and (sign == "}" or (over_lines and named)):
        return _unclosed(text, start)
    apart = pos > trail.value_at and text[pos - 1] in " \t\n\"'}]"
    if apart and trail.kind == "value" and (named if in_braces else sign in "\"'{[+-0123456789"):
        return Slip("UJ121", pos, _first_word(text, pos))
    return None


def _first_word(text: str, pos: int) -> str:
    end = leaf_end(text, pos)
    return text[pos : max(end, pos + 1)]


def _value(text: str, pos: int, trail: Trail) -> Slip | None:
    """A value that is missing, stands without quotes, or has something behind it."""
    start = trail.value_at
    if pos == start and text[pos : pos + 1] in ("", "\n", "#", ",", "]", "}"):
        return Slip("UJ119", pos)
    written = text[start:].partition("\n")[0].partition("#")[0].rstrip()
    if trail.open:
        written = re.split(r"[,\]}]", written, maxsplit=1)[0].rstrip()
    behind = pos > start and (
        written.startswith(('"', "'")) or text[pos] in ",;]}" or _NAME_AND_SIGN.match(text, pos)
    )
    if behind or text[start] in "[{":
        return Slip("UJ126", pos, _tail(text, pos))
    ends = _UNOPENED.fullmatch(written)
    if ends:
        return Slip("UJ143", start, written, quoted(_short(ends[1])))
    if any(sign.isalpha() for sign in written):
        return Slip("UJ105", start, written, quoted(_short(written)))
    return None


def _name(text: str, pos: int, trail: Trail) -> Slip | None:
    """A key or a header that is not written as one."""
    start = trail.at
    if trail.kind == "header":
        opening = _HEADER_START.match(text, start)
        start = opening.end() if opening else start
    spaced = _SPACED.match(text, start)
    if spaced:
        words = spaced.group()
        meant = "-".join(words.lower().split()).replace("-.", ".").replace(".-", ".")
        return Slip("UJ109", start, words, meant)
    if trail.kind == "key":
        found = _NAME_WITHOUT_SIGN.match(text, start)
        if found:
            rest = _short((found[2] or found[3] or "").rstrip())
            return Slip("UJ120", start, found[1], f"{found[1]} = {rest or '…'}")
    elif "]" in text[trail.at : pos] and not text.startswith("]", pos):
        return Slip("UJ126", pos, _tail(text, pos))
    at, name = _name_around(text, pos)
    if not _ONLY_WORD.fullmatch(name) and any(sign.isalnum() for sign in name):
        return Slip("UJ127", at, name, quoted(name))
    if trail.kind == "header" and text[pos : pos + 1] in ("", "\n", "]", "#"):
        return _unclosed(text, trail.at)
    return None


def _name_around(text: str, pos: int) -> tuple[int, str]:
    """The part of a name that stands around an offset, and where it begins."""
    first = max(0, pos - _SHOWN)
    before = _END_OF_NAME.search(text, first, pos)
    after = _START_OF_NAME.match(text, pos, pos + _SHOWN)
    at = before.start() if before else pos
    return at, text[at : after.end() if after else pos]
