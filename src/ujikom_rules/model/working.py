"""The working of one candidacy as data: every figure with its rule, its inputs and its source."""

from collections.abc import Mapping, Sequence

from attrs import frozen

from ujikom_rules import exact
from ujikom_rules.errors import Place
from ujikom_rules.messages import Lang, Text
from ujikom_rules.model.bidi import isolated
from ujikom_rules.model.entry import Source
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.given import given_label
from ujikom_rules.model.outcome import Evaluation, Result, Uncounted
from ujikom_rules.model.words import (
    ASSUMES,
    HEAD_WORDS,
    PLACE_WORDS,
    RECORDED,
    RULE_WORDS,
    word,
)

TOTAL = "total:final"


def text_at(figure: Figure, address: str) -> str:
    """A figure as it is printed at an address.

    A figure that reached a second address unchanged was not rounded there, so it is printed
    exactly there: places belong to the address that rounds.
    """
    return figure.text if figure.address in ("", address) else exact.to_text(figure.value)


def split_address(address: str) -> tuple[str, str, str]:
    """An address as node, examiner (or empty) and place (or empty).

    >>> split_address("wawancara.integritas@E1:raw")
    ('wawancara.integritas', 'E1', 'raw')
    """
    where, _, place = address.partition(":")
    node, _, examiner = where.partition("@")
    return node, examiner, place


def node_of(address: str) -> str:
    """The node of an address.

    >>> node_of("wawancara.integritas@E1:raw")
    'wawancara.integritas'
    """
    return address.partition(":")[0].partition("@")[0]


def place_document(place: Place) -> dict[str, object]:
    """What is known of a place: ``file line column cell``."""
    known = {"file": place.file, "line": place.line, "column": place.column, "cell": place.cell}
    return {key: value for key, value in known.items() if value}


def source_document(source: Source | None) -> object:
    """A source as ``"assumption"``, as title, article and url, or None where none is named."""
    if source is None:
        return None
    if source.is_assumption:
        return "assumption"
    return {"title": source.title, "article": source.article, "url": source.url}


def working(evaluation: Evaluation, candidacy: str, lang: Lang = "id") -> dict[str, object]:
    """The document ``ujikom/working@1``: inputs always before what is made of them.

    A figure that stands at several addresses is told once; its later addresses are entries with
    the rule ``unchanged``. Numbers of the ruleset stand at ``rule:`` and their key path, steps
    between two addresses at ``<address>/1`` and so on. Values are printed as published; a
    number that was never rounded is exact, so that every value can be derived again.

    Args:
        evaluation: what was evaluated.
        candidacy: the candidacy's id.
        lang: the language of the labels.

    Raises:
        KeyError: when nobody has that id.
    """
    result = evaluation[candidacy]
    titles = titles_of(evaluation, result)
    return {
        "schema": "ujikom/working@1",
        "ruleset": ruleset_document(evaluation),
        "candidacy": result.candidacy,
        "figures": [
            {**entry_of(line, titles, lang), **_no_marks(line.address, result)}
            for line in lines_of(result)
        ],
        "assumptions": assumptions(evaluation, lang),
    }


def uncounted_at(address: str, result: Result) -> tuple[Uncounted, ...]:
    """Whose marks did not count in the pooled value that stands at an address."""
    return tuple(each for each in result.uncounted if address == f"{each.node}:pooled")


def _no_marks(address: str, result: Result) -> dict[str, object]:
    found = [
        {"examiner": each.examiner, "reason": each.reason, "effect": each.effect}
        for each in uncounted_at(address, result)
    ]
    return {"no-marks": found} if found else {}


def lines_of(result: Result) -> Sequence["Line"]:
    """The lines of a working, each figure once at its first address and inputs always before."""
    return _Telling(result).all()


def assumptions(evaluation: Evaluation, lang: Lang) -> str | None:
    """The sentence that every output with a total carries once; None where all is published."""
    return ASSUMES.say(lang) if evaluation.assumes else None


def ruleset_document(evaluation: Evaluation) -> dict[str, object]:
    """Which ruleset an evaluation followed."""
    return {
        "id": evaluation.ruleset,
        "version": evaluation.version,
        "digest": evaluation.digest,
    }


@frozen(eq=False)
class Line:
    """A line of the working: a figure at one address, with the addresses that it is made of.

    At a further address of the same figure the rule is ``unchanged``.
    """

    address: str
    figure: Figure
    rule: str
    inputs: tuple[str, ...]


class _Telling:
    """Gives every figure of a result one address and tells each once, inputs first."""

    def __init__(self, result: Result) -> None:
        self.declared = dict(result.figures)
        if result.total is not None and not any(
            figure is result.total for figure in self.declared.values()
        ):
            self.declared.setdefault(TOTAL, result.total)
        self.names: dict[int, str] = {}
        for address, figure in self.declared.items():
            own = self.declared.get(figure.address) is figure
            self.names.setdefault(id(figure), figure.address if own else address)
        self.taken: dict[str, Figure] = dict(self.declared)
        self.told: set[str] = set()

    def all(self) -> list[Line]:
        """Every line, in the order of the evaluation."""
        found: list[Line] = []
        for address, figure in self.declared.items():
            name = self.names[id(figure)]
            if name not in self.told:
                self._tell(figure, found)
            if name != address:
                found.append(Line(address, figure, "unchanged", (name,)))
        return found

    def _tell(self, top: Figure, found: list[Line]) -> None:
        """A figure, behind all that it is made of and that was not told yet."""
        names, told = self.names, self.told
        stack: list[tuple[Figure, Sequence[Figure] | None]] = [(top, None)]
        while stack:
            figure, inputs = stack.pop()
            name = names[id(figure)]
            if name in told:
                continue
            if not figure.inputs:
                inputs = ()
            elif inputs is None:
                inputs = [
                    each if id(each) in names else self._named(each, f"{name}/{number}")
                    for number, each in enumerate(figure.inputs, 1)
                ]
                first = [(each, None) for each in reversed(inputs) if names[id(each)] not in told]
                if first:
                    stack.append((figure, inputs))
                    stack.extend(first)
                    continue
            told.add(name)
            made_of = tuple([names[id(each)] for each in inputs])
            found.append(Line(name, figure, figure.rule, made_of))

    def _named(self, figure: Figure, generated: str) -> Figure:
        """The figure itself, from now on with an address, or the same one that has one already."""
        wish = figure.address or (f"rule:{figure.path}" if _is_rule(figure) else generated)
        if not figure.address and _is_rule(figure):
            wish = self._free_or_same(wish, figure)
        there = self.taken.get(wish)
        if there is not None and _same(there, figure):
            return there
        name = wish if there is None else generated
        self.names[id(figure)] = name
        self.taken[name] = figure
        return figure

    def _free_or_same(self, wish: str, figure: Figure) -> str:
        """Numbers of one list share a key path: `rule:…`, `rule:…#2`, by what they are."""
        name, number = wish, 1
        while name in self.taken and not _same(self.taken[name], figure):
            number += 1
            name = f"{wish}#{number}"
        return name


def _is_rule(figure: Figure) -> bool:
    return figure.rule == "given" and bool(figure.path)


def _same(one: Figure, other: Figure) -> bool:
    """Whether two figures are copies of one: made by the same rule of the same figures."""
    return one is other or (
        (one.value, one.rule, one.place, one.path, one.rounding)
        == (other.value, other.rule, other.place, other.path, other.rounding)
        and len(one.inputs) == len(other.inputs)
        and all(a is b for a, b in zip(one.inputs, other.inputs, strict=True))
    )


def titles_of(evaluation: Evaluation, result: Result) -> Mapping[str, Text]:
    """What the nodes are called: as declared, else as a figure that stands there is labelled."""
    labelled = {
        node_of(figure.address): figure.label
        for figure in reversed(tuple(result.figures.values()))
        if figure.label is not None
    }
    return {**labelled, **evaluation.stage_titles}


def entry_of(line: Line, titles: Mapping[str, Text], lang: Lang) -> dict[str, object]:
    """A line as data."""
    figure = line.figure
    told: dict[str, object] = {
        "address": line.address,
        "label": label_at(line.address, figure, titles, lang),
        "rule": line.rule,
        "source": None,
        "inputs": list(line.inputs),
        "value": text_at(figure, line.address),
    }
    if line.rule == "unchanged":
        return told
    told["source"] = source_document(figure.source)
    if figure.rule == "round" and figure.rounding is not None:
        told["rounding"] = {"places": figure.rounding.places, "mode": figure.rounding.mode}
    told |= place_document(figure.place)
    if figure.path:
        told["path"] = figure.path
    return told


def label_at(address: str, figure: Figure, titles: Mapping[str, Text], lang: Lang) -> str:
    """What people call a figure: node, examiner, and the place where it stands."""
    if address.startswith("rule:"):
        return given_label(figure, titles, lang)
    node, examiner, place = split_address(address)
    if "/" in place or not place:
        made = word(RULE_WORDS, figure.rule, lang)
        return made if figure.label is None else figure.label.say(lang)
    if node == "total":
        said = word(HEAD_WORDS, "total", lang)
    else:
        said = isolated(titles[node].say(lang)) if node in titles else node
    if not examiner:
        own = RECORDED if place == "rating" else PLACE_WORDS
        return f"{said}: {word(own, place, lang)}"
    return (
        f"{said}, {word(HEAD_WORDS, 'examiner', lang)} {examiner}: {word(PLACE_WORDS, place, lang)}"
    )
