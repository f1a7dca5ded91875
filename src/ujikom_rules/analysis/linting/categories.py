"""Categories, cells, bands and points that no value reaches, and values without a category."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product

from ujikom_rules.analysis.linting.interval import Interval
from ujikom_rules.analysis.linting.subject import Subject, called, said
from ujikom_rules.analysis.linting.valuing import (
    marks_named,
    marks_of,
    meet,
    meets,
    outside,
    through,
)
from ujikom_rules.builtin.bands import Bounds, NamedBand, half_open
from ujikom_rules.builtin.classifiers import CategoryBands, Matrix
from ujikom_rules.builtin.value_functions import Bands, Levels
from ujikom_rules.errors import Finding, Place
from ujikom_rules.messages import finding
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.figure import Figure
from ujikom_rules.planned import PlannedNode, PlannedPart


def findings(subject: Subject) -> Iterator[Finding]:
    """What can be said of every classifier and of every table of values."""
    for node in subject.nodes():
        if node.classifier is not None:
            yield from _classifier(node, node.classifier, subject)
        yield from _tables(node, subject)


def _classifier(node: PlannedNode, made: PlannedPart, subject: Subject) -> Iterator[Finding]:
    part = made.part
    compare = made.compare or node.compare
    written = subject.said(node, "classifier")
    if isinstance(part, CategoryBands):
        bands = half_open(part.lower) if part.lower else part.bands
        value = subject.reach.value(node, compare)
        if value is not None:
            key = "lower" if part.lower else "bands"
            yield from _bands(bands, value, node, made, _beneath(written, key))
    if isinstance(part, Matrix):
        axes = []
        for key, axis in (("x", part.x), ("y", part.y)):
            stage = subject.node(axis.stage)
            value = None if stage is None else subject.reach.value(stage, compare)
            if stage is not None and value is not None:
                yield from _bands(axis.bands, value, stage, made, _beneath(written, key, "bands"))
                axes.append((axis, value))
        if len(axes) == 2 and part.x.stage == part.y.stage:
            stages = [_beneath(written, key, "stage") for key in ("y", "x")]
            yield from _cells(part, axes[0][1], made, [each for each in stages if each])


def _beneath(written: Entry | None, *keys: str) -> Entry | None:
    """What is written beneath a classifier; None of one that no file wrote."""
    for key in keys:
        written = None if written is None else written.get(key)
    return written


def _bands(
    bands: Sequence[NamedBand],
    value: Interval,
    node: PlannedNode,
    made: PlannedPart,
    written: Entry | None,
) -> Iterator[Finding]:
    for band in bands:
        if not meets(band, value):
            place, path = _at(band, made)
            yield finding(
                "UJ360", place, path, got=band.id, node=called(node), expected=said(value)
            )
    lost = outside(bands, value) if value.tight else None
    if lost is not None:
        at: Entry | PlannedPart = made if written is None else written
        yield finding("UJ373", at.place, at.path, got=lost, node=called(node))


def _cells(
    part: Matrix, value: Interval, made: PlannedPart, written: Sequence[Entry]
) -> Iterator[Finding]:
    """Cells of two axes over one stage that no value lies in; not those of a band without any."""
    xs, ys = ([b for b in axis.bands if meets(b, value)] for axis in (part.x, part.y))
    empty = [f"{x.id}/{y.id}" for x, y in product(xs, ys) if not meet((x, y), value)]
    if empty:
        at: Entry | PlannedPart = written[0] if written else made
        related = tuple(each.place for each in written[1:])
        yield finding("UJ361", at.place, at.path, related=related, got=empty, node=part.x.stage)


def _at(band: Bounds, made: PlannedPart) -> tuple[Place, str]:
    """Where a band says its bound."""
    bounds = (band.at_least, band.above, band.below, band.at_most)
    written = next((each for each in bounds if each is not None), None)
    return (made.place, made.path) if written is None else (written.place, written.path)


def _tables(node: PlannedNode, subject: Subject) -> Iterator[Finding]:
    """Bands and points in the value functions of a node that no number takes."""
    begins = ("joined" if node.children else "raw", node.values), ("pooled", node.pooled_values)
    for place, parts in begins:
        given = subject.reach.places.get(f"{node.address}:{place}")
        for number, made in enumerate(parts):
            first = place == "raw" and number == 0
            x = through(parts[:number], given, node.domain) if number else given
            part, domain = made.part, node.domain if first else None
            if isinstance(part, Bands) and x is not None:
                marks = None if domain is None else marks_of(domain)
                for band in part.bands:
                    if not _reached(band, x, marks):
                        yield _unused(band.value, node, _shown(band))
            if isinstance(part, Levels):
                names = marks_named(domain)
                for name, value in part.points.items() if names is not None else ():
                    if name not in (names or ()):
                        yield _unused(value, node, name)


def _reached(band: Bounds, x: Interval, marks: Sequence[Fraction] | None) -> bool:
    if marks is None:
        return meets(band, x)
    return any(band.holds(Figure(mark)) for mark in marks)


def _unused(value: Figure, node: PlannedNode, row: str) -> Finding:
    return finding("UJ362", value.place, value.path, got=row, node=called(node))


def _shown(band: Bounds) -> str:
    """A band as it is written: ``at-least 2, below 5``."""
    written = {
        "at-least": band.at_least,
        "above": band.above,
        "below": band.below,
        "at-most": band.at_most,
    }
    return ", ".join(f"{key} {each.text}" for key, each in written.items() if each is not None)
