"""Slips of one sign: a bracket, a quotation mark or `=` that is missing, found by putting it in.

Where the text can be read on with the sign, it is what was missing, and what to write is known.
Where several places would do, the slip is told without a place for the sign.
"""

import re
from collections.abc import Iterator

from ujikom_rules.reading.document.pieces import leaf_end, quoted
from ujikom_rules.reading.document.trial import Halt
from ujikom_rules.reading.document.written import NAME, Slip

_CURLY = re.compile("[“”„‟‘’‚‛]")
_NAME = re.compile(NAME)
_NAME_AND_SIGN = re.compile(rf"{NAME}[ \t]*=[ \t]*")
_ENDS = re.compile(r"[ \t]*[,\]}#]")
_ENDS_OF_KEY = re.compile(r"[ \t]*[,\]}#=]")
_PIECE = re.compile(r'"(?:[^"\\\n]|\\[^\n])*"|\'[^\'\n]*\'|[\[\]{},=#\n]')
_NEXT_ITEM = re.compile(r"[ \t]*(?:#[^\n]*)?\n[ \t\n]*((?:[\[{\"'+-]|[0-9])[^\n]*)")
_HEADING = r"[ \t]*([A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*)[ \t]*"
_HEADING_LINE = re.compile(rf"(\[{{1,3}}){_HEADING}(\]{{0,3}})[ \t]*(?:#[^\n]*)?$", re.MULTILINE)
_HEADING_END = re.compile(rf"{_HEADING}(\]{{1,2}})[ \t]*(?:#[^\n]*)?$", re.MULTILINE)
_MANY = 12  # places at which a sign is tried
_CLOSING = {"[": "]", "{": "}"}


def missing_sign(halt: Halt) -> Slip | None:
    """The sign that is missing, if the text can be read on with it."""
    if halt.is_long:
        return None
    return (
        _sign_of_equality(halt)
        or _closing_quote(halt)
        or _opening_quote(halt)
        or _opening_brace(halt)
        or _opening_bracket(halt)
        or _closing_bracket(halt)
    )


def value_end(text: str, start: int) -> int:
    """Where the value that begins at `start` ends, a list or table with its last bracket.

    >>> value_end('x = { a = ["}"] } # c', 4)
    17
    """
    depth = 0
    for piece in _PIECE.finditer(text, start):
        sign = piece.group()
        if sign in ("[", "{"):
            depth += 1
        elif sign in ("]", "}"):
            depth -= 1
            if depth == 0:
                return piece.end()
        if depth < 0 or sign in ("\n", "#") or (sign == "," and not depth):
            return start + len(text[start : piece.start()].rstrip())
    return start + len(text[start:].rstrip())


def uneven_heading(halt: Halt) -> Slip | None:
    """A heading with fewer brackets before or behind it than it should have."""
    text, trail = halt.text, halt.trail
    if trail.open or halt.is_long or trail.kind not in ("key", "header"):
        return None
    if trail.at < halt.line_start:
        return None
    brackets, written = "", text[trail.at : halt.line_end]
    if trail.kind == "key":
        match = _HEADING_END.match(text, trail.at)
        name, behind = match.groups() if match else ("", "")
    else:
        match = _HEADING_LINE.match(text, trail.at)
        brackets, name, behind = match.groups() if match else ("", "", "")
    if match is None or len(brackets) == len(behind):
        return None
    many = _brackets_elsewhere(text, name, trail.at) or min(max(len(brackets), len(behind)), 2)
    expected = "[" * many + name + "]" * many
    written = written.partition("#")[0].rstrip()
    code = "UJ128" if brackets else "UJ144"
    return Slip(code, trail.at, "" if brackets else written, expected, written)


def _brackets_elsewhere(text: str, name: str, at: int) -> int:
    """How many brackets another heading of that name has; 0 where there is none."""
    same = re.compile(rf"^[ \t]*(\[{{1,2}}){re.escape(name)}(\]{{1,2}})[ \t]*(?:#|$)", re.MULTILINE)
    for match in same.finditer(text):
        if match.start(1) != at and len(match[1]) == len(match[2]):
            return len(match[1])
    return 0


def _sign_of_equality(halt: Halt) -> Slip | None:
    """A key with its value behind it and no `=`, or a colon in its place."""
    text, pos, start = halt.text, halt.pos, halt.trail.at
    name = _NAME.match(text, start) if halt.trail.kind == "key" else None
    if name is None or name.end() > pos or text[name.end() : pos].strip(" \t"):
        return None
    taken = next((len(sign) for sign in (":=", ":") if text.startswith(sign, pos)), 0)
    if not taken and (pos >= halt.line_end or text[pos] in "#,}]"):
        return None
    put = ("=" if text[pos - 1] in " \t" else " =") + ("" if taken else " ")
    if not halt.reads_on(pos, put, taken):
        return None
    first = (
        pos
        + taken
        + len(text[pos + taken : halt.line_end])
        - len(text[pos + taken : halt.line_end].lstrip())
    )
    end = value_end(text, first)
    return Slip(
        "UJ120", start, name.group(), f"{name.group()} = {text[first:end]}", text[start:end]
    )


def _closing_quote(halt: Halt) -> Slip | None:
    """A text that runs into what stands behind it, up to the next quotation mark or the end."""
    text, start = halt.text, halt.trail.at
    sign = text[start : start + 1]
    if not sign or sign not in "\"'" or text.startswith(sign * 3, start) or start < halt.line_start:
        return None
    end = leaf_end(text, start)
    if end > start and text[end : halt.pos].strip(" \t"):
        return None
    last = end if end > start else halt.line_end
    written = text[start:last]
    if _CURLY.search(written) or "\\" in written or end > halt.pos:
        return None
    other = "'" if sign == '"' else '"'
    if end == start and written.rstrip().endswith(other) and written.count(other) == 1:
        written = written.rstrip()
        if halt.reads_on(start + len(written) - 1, sign, 1):
            return Slip("UJ117", start, written, written[:-1] + sign, written)
    for at in _text_ends(written, _ENDS_OF_KEY if halt.trail.kind == "key" else _ENDS):
        if halt.reads_on(start + at, sign):
            inner = written[:at]
            return Slip("UJ117", start, text[start : halt.line_end].rstrip(), inner + sign, inner)
    return None


def _text_ends(written: str, ends: re.Pattern[str]) -> Iterator[int]:
    """Where a text may have been meant to end: before a comma, a bracket, a remark, the line end."""
    for count, match in enumerate(ends.finditer(written)):
        if match.start() > 1 and count < _MANY:
            yield match.start()
    yield len(written.rstrip())


def _opening_quote(halt: Halt) -> Slip | None:
    """A text that ends with a quotation mark and begins with none."""
    text, trail = halt.text, halt.trail
    start = trail.value_at if trail.kind == "value" else trail.at
    if trail.kind not in ("key", "value") or not halt.line_start <= start < halt.line_end:
        return None
    if text[start] in "\"'[{":
        return None
    for sign in "\"'":
        end = text.find(sign, max(start, halt.pos), halt.line_end)
        if end > start and halt.reads_on(start, sign):
            inner = text[start:end]
            return Slip("UJ143", start, inner + sign, quoted(inner), inner + sign)
    return None


def _opening_brace(halt: Halt) -> Slip | None:
    """Keys with values where one value should be, with a closing brace behind them."""
    text, start = halt.text, halt.trail.value_at
    named = _NAME_AND_SIGN.match(text, start) if halt.trail.kind == "value" else None
    if named is None or not start <= halt.pos <= named.end():
        return None
    if halt.reads_on(start, "{ "):
        return _opened(halt, start, "{ ")
    if halt.trail.open:
        return None
    return Slip("UJ144", start, text[start : halt.line_end].partition("#")[0].rstrip())


def _opened(halt: Halt, start: int, bracket: str) -> Slip:
    tried = halt.text[:start] + bracket + halt.text[start : halt.line_end]
    expected = tried[start : value_end(tried, start)]
    written = expected.removeprefix(bracket)
    return Slip("UJ144", start, written, expected, written)


def _opening_bracket(halt: Halt) -> Slip | None:
    """Several values where one should be, with a closing bracket behind them."""
    text, pos, trail = halt.text, halt.pos, halt.trail
    if trail.kind == "value" and pos == trail.value_at:
        item = _NEXT_ITEM.match(text, pos)
        if item is None or not halt.reads_on(pos, "["):
            return None
        return Slip("UJ144", pos, item[1].rstrip(), "[")
    if text[pos : pos + 1] not in (",", "]", "[", "{"):
        return None
    places = [at for at in _values_before(halt) if halt.reads_on(at, "[")]
    alone = text[pos] == "]" and "," not in text[places[-1] : pos] if places else True
    if not places or (alone and text[places[0]] not in "\"'"):
        return None  # more likely a bracket too many
    if len(places) == 1:
        return _opened(halt, places[0], "[")
    return Slip("UJ144", places[0], text[places[0] : halt.line_end].partition("#")[0].rstrip())


def _values_before(halt: Halt) -> list[int]:
    """Where the values of the line begin, the last first."""
    text, first = halt.text, max(halt.trail.line_at, halt.line_start)
    found = [halt.trail.value_at] if halt.trail.value_at >= first else []
    for piece in _PIECE.finditer(text, first, halt.pos):
        if piece.group() in ("=", "[", ","):
            rest = text[piece.end() : halt.pos]
            at = piece.end() + len(rest) - len(rest.lstrip(" \t"))
            if at < halt.pos and at not in found:
                found.append(at)
    return sorted(found, reverse=True)[:_MANY]


def _closing_bracket(halt: Halt) -> Slip | None:
    """A list or table that is not closed on its line, or is closed with the other bracket."""
    text, pos = halt.text, halt.pos
    if not halt.trail.open:
        return None
    start = halt.trail.open[-1]
    closing = _CLOSING[text[start]]
    put = f" {closing}" if closing == "}" else closing
    code = "UJ118" if closing == "}" else "UJ128"
    places = [at for at in _ends_behind(text, start) if halt.reads_on(at, put)]
    if len(places) == 1:
        written = text[start : places[0]]
        return Slip(code, start, "", written + put, written)
    if places:
        return Slip(code, start)
    if (
        text[pos : pos + 1] in ("]", "}")
        and text[pos] != closing
        and halt.reads_on(pos, closing, 1)
    ):
        written = text[start : pos + 1]
        return Slip(code, start, "", written[:-1] + closing, written)
    return None


def _ends_behind(text: str, start: int) -> list[int]:
    """Where an item on the line of a bracket ends."""
    found: list[int] = []
    for piece in _PIECE.finditer(text, start + 1):
        if piece.group() in (",", "]", "}", "#", "\n"):
            at = start + 1 + len(text[start + 1 : piece.start()].rstrip())
            if at > start + 1 and at not in found:
                found.append(at)
        if piece.group() in ("#", "\n"):
            return found[:_MANY]
    at = len(text.rstrip())
    return [*found, at][:_MANY] if at > start + 1 and at not in found else found[:_MANY]
