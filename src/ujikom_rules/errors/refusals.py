"""What only follows from what a base refuses to its overlay: without that it would be as it was."""

from collections.abc import Iterable

from ujikom_rules.errors.values import Finding, Place

_REFUSED = ("UJ420", "UJ421")
_OPENED_IN_VAIN = "UJ433"
_OF_WEIGHTS = ("UJ301", "UJ302", "UJ305", "UJ306")
_OF_A_PART, _UNFILLED = "UJ513", "UJ424"
_LISTS = ("stages", "criteria")
_OF_SIBLINGS = ("weight", "factor", "remove")
_OF_PARENTS = ("weighting", "aggregation")  # keys of a node that speak of the weights beneath it


class Refusals:
    """The key paths that a base refuses, and the open terms that nobody was free to open."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.paths: set[str] = set()
        self.terms: set[Place] = set()
        for each in findings:
            if each.code in _REFUSED:
                self.paths.add(each.path)
            if each.code == _OPENED_IN_VAIN:
                self.terms.add(each.place)
        self.weighed = {siblings for path in self.paths if (siblings := _siblings(path))}

    def explain(self, found: Finding) -> bool:
        """Whether a finding only follows from one of them."""
        if found.code in _OF_WEIGHTS:
            return _siblings(found.path) in self.weighed or self._refused(found.path)
        if found.code == _OF_A_PART:  # at the levels of a fact, or at a scale
            return self._refused(found.path)
        if found.code == _UNFILLED:
            return bool(found.related) and self.terms >= set(found.related)
        return False

    def _refused(self, path: str) -> bool:
        return any(f"{path}.".startswith(f"{each}.") for each in self.paths)


def _siblings(path: str) -> str:
    """The list of siblings whose weights a key path speaks of; empty where it speaks of none."""
    above, _, last = path.rpartition(".")
    upper, _, name = above.rpartition(".")
    if name in _LISTS:  # one of the siblings itself
        return above
    if last in _OF_PARENTS:
        return "stages" if above == "decision" else f"{above}.criteria"
    return upper if last in _OF_SIBLINGS and upper.rpartition(".")[2] in _LISTS else ""
