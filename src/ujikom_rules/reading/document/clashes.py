"""Names used for two things: a key twice, a heading again, a list in two ways."""

import re

from ujikom_rules.names import is_one_slip
from ujikom_rules.reading.document.pieces import Clash
from ujikom_rules.reading.document.written import Slip
from ujikom_rules.reading.structure import REPEATED

_PLAIN_HEADER = re.compile(r"^[ \t]*(\[{1,2})([A-Za-z0-9_.-]+)\]{1,2}", re.MULTILINE)


def used_twice(text: str, clash: Clash) -> Slip:
    """A name used for two things: a key twice, a header again, a list in two ways."""
    header = _header_at(text, clash.offset) if clash.header else ""
    if clash.origin == "value" and clash.header and text.startswith("[", clash.value):
        return Slip("UJ113", clash.offset, clash.name, header)
    if clash.header and clash.origin == "implicit":
        above = _misspelt_header(text, clash)
        if above is not None:
            return above
    if clash.header and clash.origin != "value":
        expected = f"[[{_named(header)}]]"
        first = _header_at(text, clash.first)
        if (
            header == expected != first
            and _named(first) == _named(header)
            and (clash.name in REPEATED or text.count(f"\n{expected}") > 1)
        ):
            return Slip("UJ112", clash.first, first, expected)
        return Slip("UJ112", clash.offset, header, expected)
    return Slip("UJ102", clash.offset, clash.name)


def _named(header: str) -> str:
    """The name in a heading."""
    return header.strip("[] \t")


def _misspelt_header(text: str, clash: Clash) -> Slip | None:
    """The last heading of nearly the same name above the first one that stands beneath it."""
    found = None
    *above, name = _named(_header_at(text, clash.offset)).split(".")
    before = "".join(f"{each}." for each in above)
    for match in _PLAIN_HEADER.finditer(text, 0, clash.first):
        if match[2].startswith(before) and is_one_slip(match[2].removeprefix(before), name):
            found = match
    if found is None:
        return None
    brackets = found[1]
    expected = f"{brackets}{before}{name}{']' * len(brackets)}"
    return Slip("UJ141", found.start(2) + len(before), found[0].strip(), expected)


def _header_at(text: str, pos: int) -> str:
    line = line_tail(text, line_start(text, pos)).strip()
    return line[: line.rfind("]") + 1]


def line_tail(text: str, start: int) -> str:
    """The rest of a line, without blanks at its end."""
    end = text.find("\n", start)
    return text[start : end if end >= 0 else len(text)].rstrip()


def line_start(text: str, pos: int) -> int:
    """Where the line of an offset begins."""
    return text.rfind("\n", 0, pos) + 1
