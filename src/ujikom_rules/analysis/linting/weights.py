"""Weights that arise outside the range that a base lays on them: every row, with the article."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from ujikom_rules.analysis.linting.subject import Subject
from ujikom_rules.analysis.linting.weighing import vectors
from ujikom_rules.builtin.weightings import ByFact
from ujikom_rules.errors import Finding, Place
from ujikom_rules.exact import to_text
from ujikom_rules.messages import Text, finding
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.ruleset import Bound
from ujikom_rules.planned import PlannedNode


def findings(subject: Subject) -> Iterator[Finding]:
    """Each weight of each row; what only an event can tell is said by the evaluation."""
    root = subject.plan.decision.node
    rows = vectors(root) or []
    names = _names(root, len(rows))
    for row, name, figures in zip(rows, names, _written(root, len(rows)), strict=True):
        for child in root.children:
            weight = row.get(child.id)
            for bound in child.bounds if weight is not None else ():
                if weight is not None and not _allows(bound, weight):
                    place, path = _at(root, child, figures.get(child.id))
                    yield finding(
                        "UJ366", place, path, severity=bound.breach, related=(bound.place,),
                        article=bound.article, key=bound.key, got=to_text(weight), row=name,
                        expected=_range(bound),
                    )  # fmt: skip


def _names(root: PlannedNode, count: int) -> list[str | Text]:
    part = None if root.weighting is None else root.weighting.part
    if isinstance(part, ByFact):
        return [Text(f", baris {name}", f", row {name}") for name in part.table]
    return [""] * count


def _written(root: PlannedNode, count: int) -> list[Mapping[str, Figure]]:
    """The weights as figures, where they were written in rows."""
    part = None if root.weighting is None else root.weighting.part
    return list(part.table.values()) if isinstance(part, ByFact) else [{}] * count


def _at(root: PlannedNode, child: PlannedNode, figure: Figure | None) -> tuple[Place, str]:
    written = figure or child.weight
    if written is not None:
        return written.place, written.path
    return (root.place, root.path) if root.weighting is None else (
        root.weighting.place, root.weighting.path,
    )  # fmt: skip


def _allows(bound: Bound, weight: Fraction) -> bool:
    low = bound.at_least is None or bound.at_least <= weight
    return low and (bound.at_most is None or weight <= bound.at_most)


def _range(bound: Bound) -> Text:
    low = "" if bound.at_least is None else to_text(bound.at_least)
    high = "" if bound.at_most is None else to_text(bound.at_most)
    if not high:
        return Text(f"paling sedikit {low}", f"at least {low}")
    if not low:
        return Text(f"paling banyak {high}", f"at most {high}")
    return Text(f"{low} sampai {high}", f"{low} to {high}")
