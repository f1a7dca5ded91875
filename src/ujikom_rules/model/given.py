"""What a number of the ruleset is called: by titles and words, from its key path."""

from collections.abc import Iterator, Mapping, Sequence

from ujikom_rules.messages import Lang, Text
from ujikom_rules.model.bidi import isolated
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.words import ITEM_WORDS, KEY_WORDS, NUMBERED, STEP_WORDS, word

# What a key path says of the document's shape and not of the rule.
STRUCTURE = (
    "stages",
    "criteria",
    "value",
    "points",
    "table",
    "weighting",
    "decision",
    "classifier",
)
BY_ID = ("points", "weights", "lower")  # tables whose keys are levels, groups or categories
_JOINT = " › "


def given_label(figure: Figure, titles: Mapping[str, Text], lang: Lang) -> str:
    """What a number of the ruleset is: ``bobot Wawancara``, else what its key path tells.

    The path ``stages.rj.criteria.masa.value.bands.0.value`` is told as
    ``Rekam jejak › Masa jabatan › rentang 1``.

    Args:
        figure: the number, with its key path.
        titles: what the nodes are called, by address; one that is not there is told by its id.
        lang: the language.
    """
    if figure.label is not None:
        return figure.label.say(lang)
    *above, key = figure.path.split(".")
    address, nodes, rest = _nodes(above)
    called = [_title(each, titles, lang) for each in nodes]
    if key in KEY_WORDS and rest in ([], ["decision"]):
        return " ".join((word(KEY_WORDS, key, lang), *called[-1:]))
    if "weighting" in rest:  # a row of weights names those that it weighs
        child = f"{address}.{key}" if address else key
        group = [each for each in rest if each not in STRUCTURE]
        return _JOINT.join((*called, *group, _title(child, titles, lang)))
    told = [*called, *_steps((*rest, key), lang)]
    if key in STRUCTURE and key != "value":  # a number that stands right there
        told.append(key)
    return _JOINT.join(told) or figure.path


def _nodes(path: list[str]) -> tuple[str, list[str], list[str]]:
    """The address of the node at the head of a path, those down to it, and the rest of the path."""
    address, nodes, at = "", list[str](), 0
    while path[at : at + 1] == ["criteria" if nodes else "stages"] and at + 1 < len(path):
        address = f"{address}.{path[at + 1]}" if address else path[at + 1]
        nodes.append(address)
        at += 2
    return address, nodes, path[at:]


def _title(address: str, titles: Mapping[str, Text], lang: Lang) -> str:
    title = titles.get(address)
    return address.rpartition(".")[2] if title is None else isolated(title.say(lang))


def _steps(path: Sequence[str], lang: Lang) -> Iterator[str]:
    """The keys of a path in words; one with a list of things is told by the thing's number."""
    following = (*path[1:], "")
    for before, name, after in zip(("", *path), path, following, strict=False):
        if before in BY_ID:
            yield name
        elif name.isdecimal():
            yield ITEM_WORDS.get(before, NUMBERED).say(lang).format(int(name) + 1)
        elif name not in STRUCTURE and not (name in ITEM_WORDS and after.isdecimal()):
            yield word(KEY_WORDS if name in KEY_WORDS else STEP_WORDS, name, lang)
