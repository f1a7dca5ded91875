"""A key path in words: what people call the stages, criteria and keys on it."""

from collections.abc import Iterator

from ujikom_rules.analysis.showing import sentences as s
from ujikom_rules.analysis.showing.kinds import kind_of, text_of
from ujikom_rules.analysis.showing.speaking import Speaker
from ujikom_rules.model.entry import Entry

_ANY = "*"
_JOINT = " › "


def path_said(speaker: Speaker, path: str, root: Entry) -> str:
    """What a path with ids leads to, in the words of the page, the path itself behind it.

    ``stages.wawancara.weight`` is told as ``Wawancara › bobot (stages.wawancara.weight)``.
    """
    said = _JOINT.join(_words(speaker, path.split("."), root))
    return path if said == path else f"{said} ({path})"


def _words(speaker: Speaker, path: list[str], root: Entry) -> Iterator[str]:
    first, rest = path[0], path[1:]
    if first == "stages" and rest:
        yield from _stage(speaker, rest[0], rest[1:], root)
        return
    if first == "facts" and rest:
        yield _named(speaker, "fact", rest.pop(0))
    elif first in s.WHOLE_PATHS:
        yield s.WHOLE_PATHS[first].say(speaker.lang)
    else:
        yield speaker.frame_key(first)
    if first == "rankings":
        yield from rest[:1]
        rest = rest[1:]
    yield from map(speaker.frame_key, rest)


def _stage(speaker: Speaker, own: str, rest: list[str], root: Entry) -> Iterator[str]:
    """A stage, its criteria by their titles, and keys, those of its kind as the kind says them."""
    yield _named(speaker, "stage", own)
    listed = root.get("stages")
    for each in () if listed is None else listed.items():
        if text_of(each.get("id")) == own:
            speaker = speaker.of_part(kind_of(speaker, each)[1])
    address = own
    while len(rest) > 1 and rest[0] == "criteria":
        address = f"{address}.{rest[1]}"
        yield _named(speaker, "criterion", address)
        rest = rest[2:]
    yield from map(speaker.frame_key, rest)


def _named(speaker: Speaker, kind: str, address: str) -> str:
    """A title; every one of them for the sign that means any; else the id."""
    own = address.rpartition(".")[2]
    if own == _ANY:
        return s.EVERY[kind].say(speaker.lang)
    called = speaker.name(kind, address)
    return own if called == speaker.name("", address) else called
