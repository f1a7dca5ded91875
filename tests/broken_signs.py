"""Slips of one sign in the bundled rulesets, and what is said of them.

A bracket, a quotation mark, a comma or `=` is left out, a heading loses a bracket, a colon stands
for `=`. No draw decides anything: every so many of the places there are is taken.
"""

import re
from collections.abc import Iterator

import tomli
from attrs import frozen

from tests.typos import RULESETS
from ujikom_rules.errors import Finding
from ujikom_rules.reading.document import read_document
from ujikom_rules.reading.document.trial import is_value

_PIECE = re.compile(r'"(?:[^"\\\n]|\\[^\n])*"|\'[^\'\n]*\'|#[^\n]*|[\[\]{},=\n]')
_NEXT = re.compile(r"\S")
_HEADING = re.compile(r"^[ \t]*(\[\[?)[A-Za-z0-9_.-]+(\]\]?)", re.MULTILINE)
# What is said of each slip; a list whose end is missing may also run into the next line.
CODES = {
    "{": {"UJ144"},
    "[": {"UJ144"},
    "}": {"UJ118"},
    "]": {"UJ128"},
    "opening quote": {"UJ143"},
    "closing quote": {"UJ117"},
    "heading": {"UJ128", "UJ144"},
    "colon": {"UJ120"},
    "=": {"UJ120"},
    ",": {"UJ121"},
}
# Findings of a value that is written otherwise than the language wants it.
_OF_VALUES = frozenset(
    f"UJ{number}" for number in (103, 104, 105, 107, 108, 114, 115, 116, 119, 123, 125, 145)
)


@frozen
class Broken:
    """A ruleset with one sign wrong.

    Attributes:
        kind: what is wrong.
        text: the text with the slip.
        right: the text without.
        line: where the slip is; that of the opening bracket where a closing one is missing.
    """

    kind: str
    text: str
    right: str
    line: int


def places(text: str) -> Iterator[tuple[str, int, int, str, int]]:
    """The kind of every slip that a text has room for, from where to where, what stands there
    then, and the offset whose line is the slip's own: that of the opening bracket where a closing
    one is missing, of the next item where a comma is.
    """
    headings: set[int] = set()
    for match in _HEADING.finditer(text):
        headings.update(range(match.start(), match.end()))
        for side in (1, 2):
            yield "heading", match.start(side), match.start(side) + 1, "", match.start(side)
    open_: list[int] = []
    for piece in _PIECE.finditer(text):
        at, end, sign = piece.start(), piece.end(), piece.group()
        if at in headings or sign[0] in "#\n":
            continue
        if sign[0] in "\"'":
            yield "opening quote", at, at + 1, "", at
            yield "closing quote", end - 1, end, "", at
        elif sign == "=":
            yield "colon", at, end, ":", at
            yield "=", at, end, "", at
        elif sign in "[{":
            open_.append(at)
            yield sign, at, end, "", at
        elif sign in "]}":
            yield sign, at, end, "", open_.pop()
        else:
            yield ",", at, end, "", _NEXT.search(text, end).start()  # type: ignore[union-attr]


def broken(every: int, first: int = 0) -> Iterator[Broken]:
    """Slips in all rulesets: of each kind one for every so many of its places."""
    seen = dict.fromkeys(CODES, first)
    for file in RULESETS:
        text = file.read_text(encoding="utf-8")
        for kind, at, end, put, own in places(text):
            seen[kind] += 1
            wrong = text[:at] + put + text[end:]
            if seen[kind] % every == 0 and _stops(wrong):
                yield Broken(kind, wrong, text, text.count("\n", 0, own) + 1)


def _stops(text: str) -> bool:
    try:
        tomli.loads(text)
    except tomli.TOMLDecodeError:
        return True
    return False


def said_of(slip: Broken) -> Finding:
    """The one finding of a text that cannot be read."""
    (found,) = read_document(slip.text)[1]
    return found


def is_told(slip: Broken, found: Finding) -> bool:
    """Whether a slip is told at its own line with the right code."""
    return found.code in CODES[slip.kind] and found.place.line == slip.line


def blames_a_value(slip: Broken, found: Finding) -> bool:
    """Whether what is said of a value is said of one that is right."""
    return found.code in _OF_VALUES and is_value(str(found.args.get("got", "")))


def mended(slip: Broken, found: Finding) -> bool | None:
    """Whether the text is right again when the hint is followed literally; None without one."""
    expected = str(found.args.get("expected", ""))
    written = str(found.args.get("written") or found.args.get("got", ""))
    lines = slip.text.split("\n")
    line, at = lines[found.place.line - 1], found.place.column - 1
    if not expected:
        return None
    if not line.startswith(written, at):
        written = ""
    lines[found.place.line - 1] = line[:at] + expected + line[at + len(written) :]
    try:
        return tomli.loads("\n".join(lines)) == tomli.loads(slip.right)
    except tomli.TOMLDecodeError:
        return False
