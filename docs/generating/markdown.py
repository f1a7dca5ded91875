"""Small pieces of Markdown, and docstrings turned into it."""

import re
from collections.abc import Iterable, Sequence
from inspect import cleandoc

from attrs import frozen

NOTE = "<!-- Generated from the code by docs/generate.py: do not edit this page. -->\n\n"
_SPECIAL = re.compile(r"([\\`*_\[\]<>|])")
_SECTION = re.compile(r"(Args|Attributes|Returns|Raises|Example):{1,2}")
_ITEM = re.compile(r"(?P<names>[A-Za-z_][\w, ]*): (?P<text>.*)")


@frozen
class Doc:
    """A docstring in its pieces; items are the text of a key by its name."""

    summary: str
    prose: str
    attributes: dict[str, str]
    args: dict[str, str]
    returns: str
    raises: dict[str, str]
    example: str


def plain(text: str) -> str:
    """A text as it is, whatever signs it holds."""
    return _SPECIAL.sub(r"\\\1", text)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table, its cells as Markdown; empty where there are no rows."""
    lines = [" | ".join(map(_cell, row)) for row in rows]
    if not lines:
        return ""
    ruler = " | ".join("---" for _ in heads)
    return "".join(f"| {line} |\n" for line in (" | ".join(heads), ruler, *lines)) + "\n"


def _cell(text: str) -> str:
    return re.sub(r"(?<!\\)\|", r"\\|", " ".join(text.split()))


def one_of(choices: Iterable[str]) -> str:
    """Words of which one is written, in quotes as in TOML."""
    return ", ".join(f'`"{each}"`' for each in choices)


def fenced(text: str, language: str = "text") -> str:
    """A block that is shown as it is."""
    return f"```{language}\n{text.rstrip()}\n```\n\n"


def doc(docstring: str | None) -> Doc:
    """A Google-style docstring in its pieces."""
    sections: dict[str, list[str]] = {"": []}
    here = ""
    for line in cleandoc(docstring or "").splitlines():
        if found := _SECTION.fullmatch(line):
            here = found[1]
            sections.setdefault(here, [])
        else:
            here = here if not line or line.startswith(" ") else ""
            sections[here].append(line)
    summary, _, rest = "\n".join(sections[""]).strip().partition("\n\n")
    return Doc(
        summary=" ".join(summary.split()),
        prose=rest.strip(),
        attributes=_items(sections.get("Attributes", [])),
        args=_items(sections.get("Args", [])),
        returns=" ".join(" ".join(sections.get("Returns", [])).split()),
        raises=_items(sections.get("Raises", [])),
        example=cleandoc("\n".join(["", *sections.get("Example", [])])),
    )


def _items(lines: Sequence[str]) -> dict[str, str]:
    """``name: text`` over one or several lines; several names may share a text."""
    found: dict[str, str] = {}
    names: list[str] = []
    for line in cleandoc("\n".join(["", *lines])).splitlines():
        begun = None if line.startswith(" ") else _ITEM.fullmatch(line)
        if begun:
            names = [each.strip() for each in begun["names"].split(",")]
            found.update(dict.fromkeys(names, begun["text"]))
        else:
            found.update({each: f"{found[each]} {line.strip()}" for each in names})
    return {name: text.strip() for name, text in found.items()}
