"""What is known of one candidacy while an event is evaluated."""

from attrs import Factory, define, frozen

from ujikom_rules.errors import Finding
from ujikom_rules.evaluating.entrants import Entrant
from ujikom_rules.evaluating.fitting import Fitted
from ujikom_rules.messages import Text
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.outcome import StageResult, Uncounted


@frozen(eq=False, slots=True)
class Settled:
    """A node's value before and after its own rounding; None where it has none."""

    before: Figure | None = None
    after: Figure | None = None
    category: str | None = None


NOTHING = Settled()


@define(eq=False, slots=True)
class State:
    """One candidacy on its way through the stages.

    Attributes:
        id: the candidacy's id.
        figures: every figure by its address, in the order in which they arose.
        settled: every node that has been settled, by address.
        compared: figures of norm-referenced leaves, found for all candidacies together.
        stages: the results of stages, by id.
        owed: marks that are owed and not entered.
        uncounted: examiners whose marks did not count, and why.
        reasons: why a node has no value, or counts 0, by its address.
        failed: a gate was not met.
        unknown: a gate could not be decided.
        stopped: nothing later counts.
        placed: the shortlists at which it was compared with others.
        absent, disqualified: by an absence.
        waiting: documents that are still awaited.
        weights: the weights of the decision, as they held.
    """

    fitted: Fitted
    entrant: Entrant
    id: str
    figures: dict[str, Figure] = Factory(dict)
    settled: dict[str, Settled] = Factory(dict)
    compared: dict[str, Figure | None] = Factory(dict)
    stages: dict[str, StageResult] = Factory(dict)
    owed: list[str] = Factory(list)
    uncounted: list[Uncounted] = Factory(list)
    findings: list[Finding] = Factory(list)
    reasons: list[tuple[str, Text]] = Factory(list)
    waiting: list[str] = Factory(list)
    placed: set[str] = Factory(set)
    weights: tuple[tuple[str, str], ...] = ()
    failed: bool = False
    unknown: bool = False
    stopped: bool = False
    not_kept: bool = False
    absent: bool = False
    disqualified: bool = False

    def because(self, address: str, id_: str, en: str) -> None:
        """Note why a node has no value, or counts 0: nothing is ever silent."""
        self.reasons.append((address, Text(id_, en)))

    def reasons_at(self, node: str) -> tuple[Text, ...]:
        """What was noted of a node and of all beneath it, each said once."""
        found = {
            Text(f"{address}: {text.id}", f"{address}: {text.en}"): None
            for address, text in self.reasons
            if address == node or address.startswith((f"{node}.", f"{node}@"))
        }
        return tuple(found)

    def reasons_of(self, node: str) -> tuple[Text, ...]:
        """What was noted of a node itself, each said once."""
        return tuple(dict.fromkeys(text for address, text in self.reasons if address == node))

    def put(self, address: str, figure: Figure, label: Text | None = None) -> Figure:
        """Stand a figure at an address; a place that changed nothing keeps the figure.

        An address has one figure, the first: another that comes there stands nowhere, and shows
        in the working beneath what is made of it.
        """
        if address in self.figures:
            return figure
        if not figure.address:
            figure = figure.at(address, label)
        self.figures[address] = figure
        return figure
