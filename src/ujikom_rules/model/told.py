"""A working as an outline: every number, and indented beneath it what it is made of."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from attrs import frozen

from ujikom_rules.errors import Place
from ujikom_rules.messages import Lang, Text
from ujikom_rules.model.outcome import Evaluation, Result
from ujikom_rules.model.words import HEAD_WORDS, MODE_WORDS, RULE_WORDS, not_counted, word
from ujikom_rules.model.working import (
    TOTAL,
    entry_of,
    lines_of,
    titles_of,
    uncounted_at,
)

Entry: TypeAlias = dict[str, Any]
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
        uncounted: whose marks did not count in this pooled value, and why; empty where all did.
    """

    depth: int
    label: str
    value: str
    stands: tuple[str, ...]
    rule: str = ""
    source: str = ""
    place: str = ""
    again: bool = False
    uncounted: str = ""


def outline(
    evaluation: Evaluation, candidacy: str, lang: Lang
) -> tuple[tuple[Told, ...], tuple[Told, ...]]:
    """The lines that lead to the total, and those beside it; the first is empty without a total.

    Raises:
        KeyError: when nobody has that id.
    """
    entries = _entries(evaluation, evaluation[candidacy], lang)
    used = {address for entry in entries.values() for address in entry["inputs"]}
    seen: set[str] = set()
    main: tuple[Told, ...] = ()
    if evaluation[candidacy].total is not None:
        top = next(each for each, entry in entries.items() if TOTAL in entry["stands"])
        main = tuple(_tree(top, entries, seen, lang))
    roots = [each for each in entries if each not in used and each not in seen]
    return main, tuple(line for root in roots for line in _tree(root, entries, seen, lang))


def _entries(evaluation: Evaluation, result: Result, lang: Lang) -> dict[str, Entry]:
    """The entries by address; a figure that stands at several addresses is one line with all."""
    titles = titles_of(evaluation, result)
    entries: dict[str, Entry] = {}
    for line in lines_of(result):
        unchanged = line.rule == "unchanged"
        if not unchanged:
            entries[line.address] = {**entry_of(line, titles, lang), "stands": []}
        entry = entries[line.inputs[0] if unchanged else line.address]
        entry["stands"].append(line.address)
        lacking = uncounted_at(line.address, result)
        if lacking:
            entry["uncounted"] = not_counted(lacking, lang)
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
    where = {key: entry[key] for key in ("file", "line", "column", "cell") if key in entry}
    return Told(
        depth=depth,
        label=entry["label"],
        value=entry["value"],
        stands=tuple(entry["stands"]),
        rule="" if entry["label"].endswith(rule) else rule,
        source=_source(entry["source"], lang),
        place=str(Place(**where)) if where else "",
        again=again,
        uncounted="" if again else entry.get("uncounted", ""),
    )


def _source(source: object, lang: Lang) -> str:
    if source is None:
        return ""
    if isinstance(source, Mapping):
        return ", ".join(str(source[key]) for key in ("title", "article", "url") if source[key])
    return word(HEAD_WORDS, str(source), lang)
