"""A working as an outline: every number, and indented beneath it what it is made of."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias, cast

from attrs import frozen

from ujikom_rules.messages import Lang, Text
from ujikom_rules.model.outcome import Evaluation
from ujikom_rules.model.words import HEAD_WORDS, MODE_WORDS, RULE_WORDS, word
from ujikom_rules.model.working import TOTAL, working

Entry: TypeAlias = Mapping[str, Any]
PLACES = Text("angka di belakang koma", "places")


@frozen(kw_only=True)
class Told:
    """One line of the outline.

    Attributes:
        depth: how deep it is indented; what leads nowhere further stands at 0.
        label: what people call the number.
        value: the number as printed at its address.
        stands: the addresses at which it stands.
        rule: how it was made, in words; empty where the label says it already.
        source: where a number of the ruleset comes from; empty where none is named.
        place: file, line and column, or cell; empty where not known.
        again: whether what it is made of was told further up.
    """

    depth: int
    label: str
    value: str
    stands: tuple[str, ...]
    rule: str = ""
    source: str = ""
    place: str = ""
    again: bool = False


def outline(
    evaluation: Evaluation, candidacy: str, lang: Lang
) -> tuple[tuple[Told, ...], tuple[Told, ...]]:
    """The lines that lead to the total, and those beside it; the first is empty without a total.

    Raises:
        KeyError: when nobody has that id.
    """
    told = cast("Sequence[Entry]", working(evaluation, candidacy, lang)["figures"])
    entries = _entries(told)
    used = {address for entry in entries.values() for address in entry["inputs"]}
    seen: set[str] = set()
    main: tuple[Told, ...] = ()
    if evaluation[candidacy].total is not None:
        top = next(each for each, entry in entries.items() if TOTAL in entry["stands"])
        main = tuple(_tree(top, entries, seen, lang))
    roots = [each for each in entries if each not in used and each not in seen]
    return main, tuple(line for root in roots for line in _tree(root, entries, seen, lang))


def _entries(told: Sequence[Entry]) -> dict[str, Entry]:
    """The entries by address; a figure that stands at several addresses is one line with all."""
    entries: dict[str, Entry] = {}
    for entry in told:
        if entry["rule"] == "unchanged":
            first = entries[entry["inputs"][0]]
            entries[first["address"]] = {**first, "stands": [*first["stands"], entry["address"]]}
        else:
            entries[entry["address"]] = {**entry, "stands": [entry["address"]]}
    return entries


def _tree(top: str, entries: Mapping[str, Entry], seen: set[str], lang: Lang) -> Iterator[Told]:
    """A number and, indented beneath it, all that it is made of."""
    stack = [(top, 0)]
    while stack:
        address, depth = stack.pop()
        entry = entries[address]
        again = address in seen and bool(entry["inputs"])
        seen.add(address)
        yield _told(entry, depth, lang, again=again)
        if not again:
            stack.extend((each, depth + 1) for each in reversed(entry["inputs"]))


def _told(entry: Entry, depth: int, lang: Lang, *, again: bool) -> Told:
    rule = word(RULE_WORDS, entry["rule"], lang)
    if "rounding" in entry:
        rounding = entry["rounding"]
        mode = word(MODE_WORDS, rounding["mode"], lang)
        rule = f"{rule} {rounding['places']} {PLACES.say(lang)}, {mode}"
    place = ":".join(str(entry[key]) for key in ("file", "line", "column") if key in entry)
    return Told(
        depth=depth,
        label=entry["label"],
        value=entry["value"],
        stands=tuple(entry["stands"]),
        rule="" if entry["label"].endswith(rule) else rule,
        source=_source(entry["source"], lang),
        place=f"{place} {entry.get('cell', '')}".strip(),
        again=again,
    )


def _source(source: object, lang: Lang) -> str:
    if source is None:
        return ""
    if isinstance(source, Mapping):
        return ", ".join(str(source[key]) for key in ("title", "article", "url") if source[key])
    return word(HEAD_WORDS, str(source), lang)
