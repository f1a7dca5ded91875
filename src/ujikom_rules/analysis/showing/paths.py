"""A key path in words: what people call the stages, criteria and keys on it."""

from collections.abc import Iterator, Sequence

from ujikom_rules import names
from ujikom_rules.analysis.showing import sentences as s
from ujikom_rules.analysis.showing.frame import ROLES
from ujikom_rules.analysis.showing.kinds import kind_of, text_of
from ujikom_rules.analysis.showing.parts import called
from ujikom_rules.analysis.showing.speaking import Speaker
from ujikom_rules.analysis.showing.values import Said
from ujikom_rules.model.entry import Entry

_ANY = "*"
_JOINT = " › "


def path_said(speaker: Speaker, path: str, root: Entry) -> str:
    """What a path with ids leads to, in the words of the page, the path itself behind it.

    ``stages.wawancara.weight`` is told as ``Wawancara › bobot (stages.wawancara.weight)``.
    """
    said = words_said(speaker, root, path.split("."))
    return path if said == path else f"{said} ({path})"


def words_said(speaker: Speaker, root: Entry, steps: Sequence[str]) -> str:
    """The words alone: of the steps to ``stages.wawancara.weight`` ``Wawancara › bobot``."""
    return _JOINT.join(_words(speaker, list(steps), root))


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
    if path[:2] == ["ruleset", "effective"]:
        said = s.EFFECTIVE_PATHS
        yield from (said[each].say(speaker.lang) if each in said else each for each in rest)
        return
    if first in ("open", "plugins"):  # named by a key path, or by a namespace
        yield from rest
        return
    if first == "rankings":
        yield from rest[:1]
        rest = rest[1:]
    yield from _keys(speaker, rest, "stage", "")


def _keys(speaker: Speaker, keys: list[str], kind: str, above: str) -> Iterator[str]:
    """Keys of a node; in rows of weights a group keeps its name, and siblings have their titles."""
    row = keys[:2] == ["weighting", "table"]
    yield from (_key(speaker, each) for each in (keys[:2] if row else keys))
    if row:
        yield from keys[2:3]
        yield from (_named(speaker, kind, above + each) for each in keys[3:])


def _key(speaker: Speaker, step: str) -> str:
    """A key; an item without an id by its number, counted as people count."""
    if step.isdecimal():
        return speaker.say(s.NUMBERED_STEP, number=str(int(step) + 1)).text
    joining = s.JOINING_STEPS.get(step)
    return speaker.frame_key(step) if joining is None else joining.say(speaker.lang)


def _stage(speaker: Speaker, own: str, rest: list[str], root: Entry) -> Iterator[str]:
    """A stage, its criteria by their titles, and keys, those of its kind as the kind says them."""
    yield _named(speaker, "stage", own)
    speaker = _of_kind(speaker, own, root)
    address = own
    while len(rest) > 1 and rest[0] == "criteria":
        address = f"{address}.{rest[1]}"
        yield _named(speaker, "criterion", address)
        rest = rest[2:]
    yield from _keys(speaker, rest, "criterion", f"{address}.")


def _of_kind(speaker: Speaker, own: str, root: Entry) -> Speaker:
    """The same with the words of a stage's kind."""
    listed = root.get("stages")
    for each in () if listed is None else listed.items():
        if text_of(each.get("id")) == own:
            return speaker.of_part(kind_of(speaker, each)[1])
    return speaker


def value_said(speaker: Speaker, path: str, entry: Entry, root: Entry) -> Said:
    """A single value that may stand at a path with ids, as it is told where it does."""
    above, _, key = path.rpartition(".")
    if key in ROLES and isinstance(entry.data, str):
        whole = names.qualified(entry.data)
        offered = speaker.catalogue.find(ROLES[key], whole)
        return called(speaker, ROLES[key], whole, offered)
    steps = above.split(".")
    if steps[0] == "stages" and len(steps) > 1:
        speaker = _of_kind(speaker, steps[1], root)
    return speaker.value(entry, key)


def _named(speaker: Speaker, kind: str, address: str) -> str:
    """A title; every one of them for the sign that means any; else the id."""
    own = address.rpartition(".")[2]
    if own == _ANY:
        return s.EVERY[kind].say(speaker.lang)
    called = speaker.name(kind, address)
    return own if called == speaker.name("", address) else called
