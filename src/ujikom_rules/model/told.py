"""A working as an outline: every number, and indented beneath it what it is made of."""

from collections.abc import Iterator, Mapping

from attrs import define, frozen

from ujikom_rules.errors import NOWHERE, Place
from ujikom_rules.messages import Lang, Text
from ujikom_rules.model.entry import Source
from ujikom_rules.model.outcome import Evaluation, Result
from ujikom_rules.model.words import MODE_WORDS, RULE_WORDS, cited, not_counted, word
from ujikom_rules.model.working import (
    TOTAL,
    Line,
    label_at,
    lines_of,
    text_at,
    titles_of,
    uncounted_at,
)

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


@define(eq=False)
class _Entry:
    """A figure at its first address, with all at which it stands."""

    line: Line
    stands: list[str]
    uncounted: str = ""


def outline(
    evaluation: Evaluation, candidacy: str, lang: Lang
) -> tuple[tuple[Told, ...], tuple[Told, ...]]:
    """The lines that lead to the total, and those beside it; the first is empty without a total.

    Raises:
        KeyError: when nobody has that id.
    """
    result = evaluation[candidacy]
    telling = _Telling(result, titles_of(evaluation, result), lang)
    main: tuple[Told, ...] = ()
    if result.total is not None:
        top = next(each for each, entry in telling.entries.items() if TOTAL in entry.stands)
        main = tuple(telling.tree(top))
    used = {address for entry in telling.entries.values() for address in entry.line.inputs}
    roots = [each for each in telling.entries if each not in used and each not in telling.seen]
    return main, tuple(line for root in roots for line in telling.tree(root))


class _Telling:
    """The entries of one result by address, and which of them have been told."""

    def __init__(self, result: Result, titles: Mapping[str, Text], lang: Lang) -> None:
        self.titles, self.lang = titles, lang
        self.entries: dict[str, _Entry] = {}
        self.seen: set[str] = set()
        for line in lines_of(result):
            if line.rule == "unchanged":
                entry = self.entries[line.inputs[0]]
            else:
                entry = self.entries[line.address] = _Entry(line, [])
            entry.stands.append(line.address)
            lacking = result.uncounted and uncounted_at(line.address, result)
            if lacking:
                entry.uncounted = not_counted(lacking, lang)

    def tree(self, top: str) -> Iterator[Told]:
        """A number and, indented beneath it, all that it is made of."""
        stack = [(top, 0)]
        while stack:
            address, depth = stack.pop()
            entry = self.entries[address]
            inputs = entry.line.inputs
            again = bool(inputs) and address in self.seen
            self.seen.add(address)
            yield self._told(entry, depth, again=again)
            if inputs and not again:
                stack.extend([(each, depth + 1) for each in reversed(inputs)])

    def _told(self, entry: _Entry, depth: int, *, again: bool) -> Told:
        line, lang = entry.line, self.lang
        figure = line.figure
        label = label_at(line.address, figure, self.titles, lang)
        rule = word(RULE_WORDS, line.rule, lang)
        if figure.rule == "round" and figure.rounding is not None:
            mode = word(MODE_WORDS, figure.rounding.mode, lang)
            rule = f"{rule} {figure.rounding.places} {PLACES.say(lang)}, {mode}"
        return Told(
            depth=depth,
            label=label,
            value=text_at(figure, line.address),
            stands=tuple(entry.stands),
            rule="" if label.endswith(rule) else rule,
            source="" if figure.source is None else _source(figure.source, lang),
            place=_place(figure.place),
            again=again,
            uncounted="" if again else entry.uncounted,
        )


def _place(place: Place) -> str:
    return "" if place is NOWHERE or place == NOWHERE else str(place)  # most stand nowhere


def _source(source: Source, lang: Lang) -> str:
    return ", ".join(filter(None, (cited(source, lang), source.url)))
