"""What made the difference between two totals: points by criterion that add up exactly.

A node is taken apart into the weighted terms beneath it where these are all that made it, for
all candidacies that are looked at and under the same weight; what rounding or a rule of its own
adds is a line of its own. So the lines always sum to the difference of the published totals.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TypeAlias

from attrs import frozen

from ujikom_rules import exact
from ujikom_rules.messages import Lang, Text
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.outcome import Evaluation, Result
from ujikom_rules.model.working import assumptions, ruleset_document, titles_of

HUNDRED = Fraction(100)
_TERM = ":term"
ROUNDING = Text("pembulatan dan aturan sendiri", "rounding and rules of its own")
Terms: TypeAlias = Mapping[str, Mapping[str, Figure]]  # by the node above, then by its own
Sides: TypeAlias = Sequence[tuple[int, Result, Terms]]  # each with the sign that it counts by


@frozen
class Line:
    """One part of a total or of a difference.

    Attributes:
        address: the node that it comes from.
        points: how much of the total, or of the difference with the sign of the first total.
        own: whether it is what rounding or the node's own rule added beside its parts.
    """

    address: str
    points: Fraction
    own: bool = False


def lines(one: Result, other: Result) -> tuple[Line, ...] | None:
    """The parts of the difference of two totals, largest first.

    Args:
        one: the candidacy whose total is explained.
        other: the one that it is held against.

    Returns:
        Lines that sum to exactly ``one.total - other.total``; None where a total is missing.
    """
    if one.total is None or other.total is None:
        return None
    difference = one.total.value - other.total.value
    sides = ((1, one, _terms(one)), (-1, other, _terms(other)))
    found = [line for line in _apart("total", sides, difference, Fraction(1)) if line.points]
    return tuple(sorted(found, key=lambda line: (-abs(line.points), line.address, line.own)))


def _apart(node: str, sides: Sides, difference: Fraction, part: Fraction) -> Iterator[Line]:
    """A node's points by its children; `part` is what of the node reaches the total."""
    children = _children(node, sides)
    if not children:
        yield Line(node, difference)
        return
    left = difference
    for child in children:
        terms = [(sign, result.figures.get(f"{child}:term")) for sign, result, _ in sides]
        gap = exact.total(sign * term.value for sign, term in terms if term is not None) * part
        left -= gap
        weight = _same_weight([term for _, term in terms])
        if weight is None:
            yield Line(child, gap)
        else:
            yield from _apart(child, sides, gap, part * weight / HUNDRED)
    yield Line(node, left, own=True)


def _children(node: str, sides: Sides) -> tuple[str, ...]:
    """The nodes beneath whose terms made this one for all; none where something else did."""
    found: dict[str, None] = {}
    for _, result, beneath in sides:
        terms = beneath.get(node)
        joined = result.figures.get(f"{node}:joined")
        if not terms or joined is None:
            return ()
        if exact.total(figure.value for figure in terms.values()) != joined.value:
            return ()
        found.update(dict.fromkeys(terms))
    return tuple(found)


def _terms(result: Result) -> Terms:
    """The terms by the nodes that they make, those of single examiners left out."""
    found: dict[str, dict[str, Figure]] = {}
    for address, figure in result.figures.items():
        if address.endswith(_TERM) and "@" not in address:
            node = address.removesuffix(_TERM)
            found.setdefault(node.rpartition(".")[0] or "total", {})[node] = figure
    return found


def _same_weight(terms: Sequence[Figure | None]) -> Fraction | None:
    """The weight in per cent under which all terms arose; None where there is no such one."""
    weights = {_weight(figure) for figure in terms}
    return weights.pop() if len(weights) == 1 else None


def _weight(figure: Figure | None) -> Fraction | None:
    made = figure.unrounded if figure is not None else None
    return made.inputs[1].value if made is not None and made.rule == "share" else None


def versus(
    evaluation: Evaluation, candidacy: str, other: str, lang: Lang = "id"
) -> dict[str, object]:
    """The document ``ujikom/versus@1``: which criterion made the difference, in exact points.

    Args:
        evaluation: what was evaluated.
        candidacy: whose total is explained.
        other: the one that it is held against.
        lang: the language of the labels.

    Raises:
        KeyError: when nobody has one of the ids.
    """
    one, against = evaluation[candidacy], evaluation[other]
    titles = titles_of(evaluation, one)
    found = lines(one, against)
    return {
        "schema": "ujikom/versus@1",
        "ruleset": ruleset_document(evaluation),
        "candidacy": one.candidacy,
        "versus": against.candidacy,
        "totals": [None if each.total is None else each.total.text for each in (one, against)],
        "difference": None
        if found is None
        else exact.to_text(exact.total(line.points for line in found)),
        "assumptions": assumptions(evaluation, lang),
        "lines": [
            {
                "address": line.address,
                "label": _label(line, titles.get(line.address), lang),
                "points": exact.to_text(line.points),
            }
            for line in found or ()
        ],
    }


def _label(line: Line, title: Text | None, lang: Lang) -> str:
    name = line.address if title is None else title.say(lang)
    if line.address == "total":
        name = Text("nilai akhir", "total").say(lang)
    return f"{name}: {ROUNDING.say(lang)}" if line.own else name
