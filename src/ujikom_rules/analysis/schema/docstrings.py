"""What a part's own docstring says of its keys: the words of whoever wrote the part."""

import re
from collections.abc import Iterator
from inspect import cleandoc
from typing import Any

import attrs

from ujikom_rules.messages import Text

_ITEM = re.compile(r"(?P<names>[A-Za-z_]\w*(?:, [A-Za-z_]\w*)*): (?P<text>.+)")


def summary_of(cls: Any) -> str:
    """The first line of a docstring; empty where nobody wrote one."""
    return cleandoc(cls.__doc__ or "").partition("\n")[0]


def meanings_of(cls: Any) -> dict[str, str]:
    """What each field means, by its Python name; those of base classes included."""
    found: dict[str, str] = {}
    for each in reversed(cls.__mro__):
        if attrs.has(each):
            found |= dict(_attributes(each.__doc__))
    return {name: text.replace("``", '"').replace("`", '"') for name, text in found.items()}


def _attributes(docstring: str | None) -> Iterator[tuple[str, str]]:
    """The items beneath ``Attributes:``; several names may share a text."""
    lines = cleandoc(docstring or "").splitlines()
    if "Attributes:" not in lines:
        return
    beneath = lines[lines.index("Attributes:") + 1 :]
    names: list[str] = []
    words: list[str] = []
    for line in beneath:
        if line and not line.startswith(" "):
            break
        begun = _ITEM.fullmatch(line.strip()) if not line.startswith("     ") else None
        if begun is not None:
            yield from ((name, " ".join(words)) for name in names)
            names, words = begun["names"].split(", "), [begun["text"]]
        elif line.strip():
            words.append(line.strip())
    yield from ((name, " ".join(words)) for name in names)


def both(id_: str, en: str) -> Text:
    """A text of two sentences without their final periods; one that is missing lends the other."""
    id_, en = (said.strip().removesuffix(".") for said in (id_, en))
    return Text(id_ or en, en or id_)
