"""A cut score or a shortlist's number that nobody can miss, or nobody can meet."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal, TypeAlias

from attrs import frozen

from ujikom_rules.analysis.linting.bounds import of_fact
from ujikom_rules.analysis.linting.interval import Interval
from ujikom_rules.analysis.linting.subject import Subject, said, valued
from ujikom_rules.builtin.stages.shortlist import Shortlist
from ujikom_rules.errors import Finding, Place
from ujikom_rules.messages import Text, finding
from ujikom_rules.model.ruleset import FactRef

Always: TypeAlias = Literal["always", "never"] | None
CODES = {"always": "UJ364", "never": "UJ365"}


def findings(subject: Subject) -> Iterator[Finding]:
    """The cut score, and what a shortlist keeps."""
    decision = subject.plan.decision
    value = subject.reach.value(decision.node, decision.compare)
    if decision.cut_score is not None and value is not None:
        cut = decision.cut_score
        found = _met(cut.value, value)
        if found:
            yield _Bound(cut.place, cut.path, f"cut-score {cut.text}", decision.node.title).said(
                found, value
            )
    for stage in subject.plan.stages:
        if isinstance(stage.kind.part, Shortlist):
            yield from _keep(stage.kind.part, subject)


@frozen
class _Bound:
    """A bound as it is said: where it stands, in which words, and of whose value.

    Attributes:
        got: key and number: ``at-least 60``.
        node: whose value it is.
    """

    place: Place
    path: str
    got: str
    node: str | Text

    def said(self, found: str, value: Interval) -> Finding:
        """That it is always met, or never."""
        code, reach = CODES[found], valued(said(value))
        return finding(code, self.place, self.path, got=self.got, node=self.node, expected=reach)


def _met(least: Fraction, x: Interval) -> Always:
    """Whether every number of an interval reaches a bound, or none."""
    if x.low is not None and x.low >= least:
        return "always"
    return "never" if x.high is not None and x.high < least else None


def _keep(part: Shortlist, subject: Subject) -> Iterator[Finding]:
    """A shortlist that takes its number from a fact that never reaches 1."""
    spec = subject.plan.facts.get(part.keep.name) if isinstance(part.keep, FactRef) else None
    number = None if spec is None or spec.type != "number" else of_fact(spec)
    if isinstance(part.keep, FactRef) and number is not None and (number.high or 1) < 1:
        keep = part.keep
        yield _Bound(keep.place, keep.path, f"keep {keep.name}", keep.name).said("never", number)
