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
from ujikom_rules.names import is_one_slip, key_meant
from ujikom_rules.reading.document.clashes import line_start, line_tail, used_twice
from ujikom_rules.reading.document.mends import missing_sign, uneven_heading, value_end
from ujikom_rules.reading.document.pieces import Clash, Trail, leaf_end, quoted
from ujikom_rules.reading.document.positions import scan
from ujikom_rules.reading.document.strays import sign_too_many
from ujikom_rules.reading.document.trial import Halt, is_value
from ujikom_rules.reading.document.written import END, NAME, Slip, written_otherwise

_SHOWN = 60
_LONGEST = 240  # signs of what is wrong, or should stand there, that a finding keeps
_INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\xa0\xad\u2000-\u200f\u2028-\u202f\u2060\ufeff]")
_CURLY = "“”„‟‘’‚‛"
_ONE_CURLY = re.compile(f"[{_CURLY}]")
_IN_CURLY = re.compile(
    rf"[{_CURLY}](?:([^{_CURLY}\n]*)[{_CURLY}](?:{END}|(?=[ \t]*=))|([^{_CURLY}\"\n]*)[{_CURLY}\"])"
)
_WORD = r"[A-Za-z0-9_.-]+"
_ONLY_WORD = re.compile(_WORD)
_NAME_AND_SIGN = re.compile(rf"{NAME}[ \t]*=")
_NAME_WITHOUT_SIGN = re.compile(
    rf"({NAME})(?:[ \t]*:[ \t]*([^#\n]*)|[ \t]+([^#=\n,}}]+)(?=[#\n,}}]|\Z)|[ \t]*(?=[#\n,}}]|\Z))"
)
_LONG = ('"""', "'''")
_OPENS_LONG = re.compile(rf"""[ \t]*{NAME}[ \t]*=[ \t]*(?:"{{3}}|'{{3}})""")
_SPACED = re.compile(rf"{_WORD}(?:[ \t]+{_WORD})+(?=[ \t]*[=\]])")
_HEADER_START = re.compile(r"\[{1,2}[ \t]*")
_HEADER_LINE = re.compile(r"\[[^,{}=\n]*\][ \t]*(?:#[^\n]*)?$", re.MULTILINE)
_NO_NAME = r"\s.=\[\]{},:;#\"'"
_END_OF_NAME = re.compile(rf"[^{_NO_NAME}]*\Z")
_START_OF_NAME = re.compile(rf"[^{_NO_NAME}]*")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_REMARK = re.compile(r"(?://|--|;)[ \t]*(?=[^\W\d])(.+)")
_NUMBER = re.compile(r"[+-]?[0-9.]+")
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
    halt = Halt(text, pos, scan(text, until=pos).trail)
    uneven = uneven_heading(halt)
    if uneven is not None:
        slip = uneven
    elif clash is not None and clash.offset <= pos:
        slip = used_twice(text, clash)
        related = (place(clash.offset if slip.offset == clash.first else clash.first),)
    else:
        slip = _slip(halt)
    expected = slip.expected if len(slip.expected) <= _LONGEST else ""
    written = (slip.written or slip.got)[:_LONGEST]
    said = {"got": _short(slip.got), "expected": expected, "before": _short(slip.before)}
    if written != said["got"]:
        said["written"] = written
    args: dict[str, Any] = {name: value for name, value in said.items() if value}
    return finding(slip.code, place(slip.offset), related=related, **args)


def _slip(halt: Halt) -> Slip:
    text, pos, trail = halt.text, halt.pos, halt.trail
    return (
        _sign(text, pos)
        or _long_text_above(text, pos, trail)
        or _value_itself(text, pos, trail)
        or sign_too_many(halt)
        or missing_sign(halt)
        or _never_closed(text, pos, trail)
        or (_text(text, pos, trail.at) if trail.kind != "header" else None)
        or _between(text, pos, trail)
        or (_value(text, pos, trail) if trail.kind == "value" else _name(text, pos, trail))
        or Slip("UJ101", pos, line_tail(text, pos) or line_tail(text, trail.at))
    )


def _value_itself(text: str, pos: int, trail: Trail) -> Slip | None:
    """What is wrong with the value at which the reading stopped, never with one before it."""
    start = trail.value_at
    slip = written_otherwise(text, start) if start else None
    if slip is None or text.find("\n", start, pos) >= 0:
        return None
    return None if text[start + len(slip.got) : pos].strip() else slip


def _short(text: str) -> str:
    """A text as far as a message repeats it."""
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _sign(text: str, pos: int) -> Slip | None:
    """A sign that word processors and web pages put in."""
    sign = text[pos : pos + 1]
    if sign and _INVISIBLE.match(sign):
        return Slip("UJ124", pos, f"U+{ord(sign):04X}", written=sign)
    if sign and sign in _CURLY:
        match = _IN_CURLY.match(text, pos)
        if match is None:
            return Slip("UJ106", pos, sign, '"', line_tail(text, pos))
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
    line = line_start(text, pos)
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
    curly = _ONE_CURLY.search(text, start, pos)
    if curly is not None:
        inner = text[start : curly.start()].strip("\"'")
        return Slip("UJ106", start, curly.group(), quoted(inner), text[start : curly.end()])
    line = line_tail(text, start)
    if line.endswith('\\"'):  # a folder, and its last sign takes the quotation mark along
        return Slip("UJ122", start + len(line) - 2, line[-2:])
    return Slip("UJ117", start, line, line[:3] if line.startswith(_LONG) else line[0])


def _long_text_above(text: str, pos: int, trail: Trail) -> Slip | None:
    """A long text that was never closed, and so ends where the next long text begins."""
    start, sign = trail.value_at, text[trail.value_at : trail.value_at + 3]
    if sign not in _LONG:
        return None
    end = leaf_end(text, start)
    last = text[line_start(text, end - 3) : end]
    if not start < end <= pos or not _OPENS_LONG.fullmatch(last):
        return None
    line = line_tail(text, line_start(text, start))
    return Slip("UJ117", start, line, sign, before=last)


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
    below = text.find("\n", trail.value_at, pos) >= 0
    item = named if in_braces else below or sign in "\"'{[+-0123456789"
    if apart and trail.kind == "value" and item:
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
        written.startswith(('"', "'"))
        or text[pos] in ",;]}"
        or _NAME_AND_SIGN.match(text, pos) is not None
        or _is_whole(text[start : leaf_end(text, start)], text[pos])
    )
    if behind or text[start] in "[{":
        return _behind(text, pos, trail)
    ends = _UNOPENED.fullmatch(written)
    if ends:
        return Slip("UJ143", start, written, quoted(ends[1]))
    for word in ("true", "false"):
        if is_one_slip(written.lower(), word):
            return Slip("UJ107", start, written, word)
    if any(sign.isalpha() for sign in written):
        return Slip("UJ105", start, written, quoted(written))
    return None


def _behind(text: str, pos: int, trail: Trail) -> Slip:
    """What stands behind a value: a semicolon between two, a remark with another sign than #."""
    rest = line_tail(text, pos)
    remark = _REMARK.match(rest)
    if trail.open and rest.startswith(";"):
        return Slip("UJ126", pos, ";", ",")
    if not trail.open and remark is not None:
        return Slip("UJ126", pos, rest, f"# {remark[1]}")
    return Slip("UJ126", pos, rest)


def _is_whole(value: str, sign: str) -> bool:
    """Whether a value is whole, and what stands behind it is no further word of a text."""
    return is_value(value) and not (sign.isalpha() and _NUMBER.fullmatch(value))


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
        return Slip("UJ109", start, words, key_meant(words) or meant)
    if trail.kind == "key":
        found = _NAME_WITHOUT_SIGN.match(text, start)
        if found:
            rest = (found[2] or found[3] or "").rstrip().lstrip("= ")
            rest = rest[: value_end(rest, 0)] if trail.open else rest
            if found[2] is None and " " in rest and not is_value(rest):
                return Slip("UJ120", start, found[1])  # perhaps a sentence, and no key at all
            return Slip("UJ120", start, found[1], f"{found[1]} = {_as_value(rest) or '…'}")
    elif "]" in text[trail.at : pos] and not text.startswith("]", pos):
        return Slip("UJ126", pos, line_tail(text, pos))
    at, name = _name_around(text, pos)
    if not _ONLY_WORD.fullmatch(name) and any(sign.isalnum() for sign in name):
        meant = _DASHES.sub("-", name)
        return Slip("UJ127", at, name, meant if _ONLY_WORD.fullmatch(meant) else quoted(name))
    if trail.kind == "header" and text[pos : pos + 1] in ("", "\n", "]", "#"):
        return _unclosed(text, trail.at)
    return None


def _as_value(text: str) -> str:
    """How a value would have to be written that stands where a value belongs."""
    if not text or text[0] in "[{\"'" or is_value(text):
        return text
    slip = written_otherwise(text, 0)
    return slip.expected if slip and slip.got == text and slip.expected else quoted(text)


def _name_around(text: str, pos: int) -> tuple[int, str]:
    """The part of a name that stands around an offset, and where it begins."""
    first = max(0, pos - _SHOWN)
    before = _END_OF_NAME.search(text, first, pos)
    after = _START_OF_NAME.match(text, pos, pos + _SHOWN)
    at = before.start() if before else pos
    return at, text[at : after.end() if after else pos]
