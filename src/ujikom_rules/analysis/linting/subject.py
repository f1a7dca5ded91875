"""What the rules of the analysis look at, and the words that they share."""

from collections.abc import Iterator

from attrs import frozen

from ujikom_rules.analysis.linting.bounds import Reach
from ujikom_rules.analysis.linting.interval import Interval
from ujikom_rules.exact import to_text
from ujikom_rules.messages import Text
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.ruleset import Ruleset
from ujikom_rules.planned import Plan, PlannedNode


@frozen(eq=False)
class Subject:
    """A ruleset that was compiled, with the bounds of all its values."""

    ruleset: Ruleset
    plan: Plan
    reach: Reach

    def nodes(self) -> Iterator[PlannedNode]:
        """Every node that has a value, parents before children; the root last."""
        for stage in self.plan.stages:
            if stage.gives == "value":
                yield from beneath(stage.node)
        yield self.plan.decision.node

    def said(self, node: PlannedNode, key: str) -> Entry | None:
        """The value of a key that holds at a node: its own, or what `each` or the stage says."""
        if node.own == "final":
            return self.ruleset.decision.written.get(key)
        stage, *further = node.address.split(".")
        top = self.ruleset.stage(stage)
        spec, each = top, None if top is None else top.each
        for step in further:
            spec = next((one for one in (spec.criteria if spec else ()) if one.id == step), None)
        found = (one.written.get(key) for one in (spec, each, top) if one is not None)
        return next((entry for entry in found if entry is not None), None)

    def node(self, address: str) -> PlannedNode | None:
        """The node at an address."""
        return next((each for each in self.nodes() if each.address == address), None)


def beneath(node: PlannedNode) -> Iterator[PlannedNode]:
    """A node and all beneath it."""
    yield node
    for child in node.children:
        yield from beneath(child)


def called(node: PlannedNode) -> str | Text:
    """What findings call a node: its address; the root by its title."""
    return node.title if node.own == "final" else node.address


def valued(reach: Text) -> Text:
    """What a value can be, with the verb that Indonesian needs: ``bernilai 0 sampai 100``."""
    return Text(f"bernilai {reach.id}", reach.en)


def said(interval: Interval) -> Text:
    """An interval in words: ``0 sampai 100``."""
    low, high = interval.low, interval.high
    if low is not None and low == high:
        return Text(f"selalu {to_text(low)}", f"always {to_text(low)}")
    if low is not None and high is not None:
        return Text(f"{to_text(low)} sampai {to_text(high)}", f"{to_text(low)} to {to_text(high)}")
    if low is not None:
        return Text(f"paling sedikit {to_text(low)}", f"at least {to_text(low)}")
    if high is not None:
        return Text(f"paling banyak {to_text(high)}", f"at most {to_text(high)}")
    return Text("berapa pun", "anything")
