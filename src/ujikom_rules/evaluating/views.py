"""The views that parts get: what the protocols of `contract.views` promise, and no more."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from ujikom_rules.errors import Severity
from ujikom_rules.evaluating.call import call_figure
from ujikom_rules.evaluating.facts import FactValue, told_as
from ujikom_rules.evaluating.predicates import Look, holds
from ujikom_rules.evaluating.state import State
from ujikom_rules.messages import Text, finding
from ujikom_rules.model.figure import Figure, share_of
from ujikom_rules.model.predicate import Predicate
from ujikom_rules.model.ruleset import ROUNDING_PLACES, Compare, FactRef, Scale
from ujikom_rules.model.scoresheet import Candidacy, Evidence, Examiner
from ujikom_rules.names import is_id
from ujikom_rules.planned import PlannedNode, PlannedPart

HUNDRED = Fraction(100)
_PLACES = frozenset(("raw", "pooled", "joined", *ROUNDING_PLACES))


class Item:
    """One of the values that an aggregator combines."""

    __slots__ = ("_term", "_view", "examiner", "factor", "id", "node", "value", "weight")

    def __init__(  # noqa: PLR0917  one call for each mark: names would cost a tenth
        self,
        view: "NodeView",
        id: str,
        value: Figure,
        weight: Figure | None = None,
        factor: Figure | None = None,
        examiner: Examiner | None = None,
        node: PlannedNode | None = None,
    ) -> None:
        self._view, self.id, self.value = view, id, value
        self.weight, self.factor, self.examiner, self.node = weight, factor, examiner, node
        self._term: Figure | None = None

    @property
    def target(self) -> Figure | None:
        """The required level of the child; of the node itself where examiners are pooled."""
        return self._view.target_of(self.node)

    @property
    def term(self) -> Figure:
        """The weighted or factored value, rounded at ``term`` and addressed."""
        if self._term is None:
            self._term = self._view.term(self)
        return self._term


class CandidacyView:
    """One candidacy: who, and which facts."""

    __slots__ = ("_state", "compare")

    def __init__(self, state: State, compare: Compare = "unrounded") -> None:
        self._state = state
        self.compare: Compare = compare

    @property
    def candidacy(self) -> Candidacy:
        """The row of the scoresheet."""
        return self._state.entrant.candidacy

    def fact(self, name: str | FactRef) -> FactValue | None:
        """A declared fact, typed; None where it is missing."""
        key = name if isinstance(name, str) else name.name
        return self._state.entrant.facts.get(key)

    def number(self, given: Figure | FactRef) -> Figure | None:
        """A number that a key gives itself or through a fact."""
        if isinstance(given, Figure):
            return given
        found = self.fact(given)
        return found if isinstance(found, Figure) else None

    def holds(self, predicate: Predicate) -> bool | None:
        """Whether a predicate holds; None where what it asks about is missing."""
        return holds(predicate, self._look)

    def _look(self, subject: str, name: str) -> Any:
        state = self._state
        match subject:
            case "fact":
                return state.entrant.facts.get(name)
            case "category":
                settled = state.settled.get(name)
                return settled.category if settled is not None else None
            case "evidence":
                row = self._document(name)
                return None if row is None else row.given
            case _:
                return self._value_at(name)

    def _value_at(self, address: str) -> Any:
        settled = self._state.settled.get(address)
        if settled is None:
            result = self._state.stages.get(address)
            return None if result is None else result.kept
        return settled.after if self.compare == "rounded" else settled.before

    def _document(self, id: str) -> Evidence | None:
        self._state.fitted.asked.add(id)
        own = self._state.entrant.evidence.get(id)
        if own is not None:
            return own
        rows = self._state.fitted.sheet.evidence
        return next((row for row in rows if row.id == id and row.candidacy is None), None)


def looking(state: State, compare: Compare) -> Look:
    """How the subjects of a predicate are looked up for a candidacy."""
    return CandidacyView(state, compare)._look  # noqa: SLF001 - of this very file


class NodeView(CandidacyView):
    """The node at which an aggregator or a value function works."""

    __slots__ = ("_cohort", "_group", "_level", "_node", "_stage", "_suffix")

    def __init__(
        self, state: State, node: PlannedNode, stage: str = "", suffix: str = "", level: str = ""
    ) -> None:
        super().__init__(state)
        self._node, self._stage, self._suffix, self._level = node, stage, suffix, level
        self._cohort: tuple[Figure, ...] = ()
        self._group = ""  # of which group a nested part sees the marks

    def _inside(self, group: str) -> "NodeView":
        """The same view, for what joins the marks of one group."""
        view = NodeView(self._state, self._node, self._stage, self._suffix, self._level)
        view._group = f"{self._group}/{group}" if self._group else group
        return view

    @property
    def _here(self) -> str:
        """The address of the node, of an examiner's join, or of a group."""
        return f"{self._node.address}{self._suffix}" + (f"@{self._group}" if self._group else "")

    def among(self, cohort: tuple[Figure, ...]) -> "NodeView":
        """The same view, for a norm-referenced part."""
        view = NodeView(self._state, self._node, self._stage, self._suffix, self._level)
        view._cohort = cohort
        return view

    @property
    def cohort(self) -> tuple[Figure, ...]:
        """What a norm-referenced part is given of everybody in the group."""
        return self._cohort

    @property
    def scale(self) -> Scale | None:
        """The scale of what comes in."""
        return self._node.domain

    @property
    def target(self) -> Figure | None:
        """The required level."""
        return self.target_of(None)

    def target_of(self, child: PlannedNode | None) -> Figure | None:
        """The required level of a child, or of the node itself."""
        target = (child or self._node).target
        return None if target is None else self.number(target)

    @property
    def level(self) -> str | None:
        """The id of the level that was marked, or the text of the fact that is read."""
        return self._level or None

    def worded(self, value: Fraction) -> Figure:
        """The text fact that the node reads, as the number that its word came to."""
        name = "" if self._node.reads is None else self._node.reads.fact
        spec = self._state.fitted.plan.facts[name]
        return told_as(spec, self._state.entrant.recorded[name], value)

    def because(self, id_: str, en: str) -> None:
        """Note why the node has no value."""
        self._state.because(f"{self._node.address}{self._suffix}", id_, en)

    def term(self, item: Item) -> Figure:
        """An item's term at its own address."""
        if item.weight is not None:
            figure = share_of(item.value, item.weight)
        elif item.factor is not None:
            figure = item.value * item.factor
        else:
            figure = item.value
        figure = figure.round_to(self._node.roundings.get("term"))
        if item.node is None:  # an examiner's, or one of a part's own making, such as a room
            whose = f"{self._group}/{item.id}" if self._group else item.id
            return self._state.put(f"{self._node.address}@{whose}:term", figure)
        return self._state.put(f"{item.node.address}{self._suffix}:term", figure)

    def rating(self, item: Item, corrected: Figure) -> Figure:
        """A corrected mark in the place of the mark."""
        figure = corrected.round_to(self._node.roundings.get("rating"))
        figure = figure.at(f"{self._node.address}@{item.id}:rating", self._node.title)
        self._state.figures[figure.address] = figure
        return figure

    def combine(self, part: Any, items: Sequence[Any], group: str = "") -> Figure | None:
        """What a nested part makes of some of the items; of a group at addresses of its own."""
        if not items:
            return None
        if not isinstance(part, PlannedPart):
            part = PlannedPart(name="core:default", part=part)
        return call_figure(part, "combine", items, self._inside(group) if group else self)

    def room(self, examiner: Examiner) -> str:
        """The room in which the examiner met this candidacy."""
        return examiner.room or ""

    def item(self, id: str, value: Figure, weight: Figure | None = None) -> Item:
        """An item of the part's own making."""
        return Item(self, id, value, weight)

    def place(self, name: str, figure: Figure) -> Figure:
        """Stand a figure at a place of the part's own."""
        if name in _PLACES or not is_id(name):
            raise ValueError(f"{name!r} cannot be the name of a part's own place")
        return self._state.put(f"{self._here}:{name}", figure)

    def find(self, text: Text, severity: Severity = "warning", hint: Text | None = None) -> None:
        """Say something about this candidacy at this node."""
        row = self._state.entrant.candidacy
        self._state.findings.append(
            finding("UJ563", row.place, row.pointer, severity=severity, said=text, hint=hint or "",
                    got=self._here, candidacy=self._state.id)
        )  # fmt: skip

    def groups_owed(self, by: str) -> frozenset[str]:
        """The groups that owe this candidacy a mark."""
        owing = self._state.fitted.owing(self._stage, self._node, self._state.entrant)
        return frozenset(str(getattr(examiner, by) or "") for examiner in owing)


class WeightedView:
    """One of the siblings whose weights are asked for."""

    __slots__ = ("id", "weight")

    def __init__(self, node: PlannedNode) -> None:
        self.id, self.weight = node.id, node.weight


class ResultView(CandidacyView):
    """A candidacy whose stages are settled; for classifiers and tie-breakers."""

    __slots__ = ("_value", "standing")

    def __init__(
        self, state: State, compare: Compare, value: Figure | None = None, standing: str = ""
    ) -> None:
        super().__init__(state, compare)
        self._value, self.standing = value, standing

    @property
    def value(self) -> Figure | None:
        """The value to classify."""
        return self._value

    def at(self, stage: str, criterion: str = "") -> Figure | None:
        """The value of a stage or criterion."""
        found = self._value_at(f"{stage}.{criterion}" if criterion else stage)
        return found if isinstance(found, Figure) else None

    @property
    def lot_seed(self) -> str:
        """The published seed of the event."""
        return self._state.fitted.sheet.event.lot_seed

    def place(self, name: str, figure: Figure) -> Figure:
        """Stand a figure among those of the candidacy."""
        if not self.standing or not is_id(name):
            raise ValueError(f"{name!r} cannot stand here: only a tie-break's own figure can")
        return self._state.put(f"{name}:{self.standing}", figure)

    def rank_of(self, name: str | FactRef) -> Figure | None:
        """A fact as a number: a date's day, yes as 1, a level's place from the lowest."""
        key = name if isinstance(name, str) else name.name
        found = self.fact(key)
        spec = self._state.fitted.plan.facts.get(key)
        if isinstance(found, bool):
            return Figure(Fraction(int(found)), "fact")
        if isinstance(found, date):
            return Figure(Fraction(found.toordinal()), "fact")
        if isinstance(found, str):
            known: Mapping[str, int] = {
                level: number for number, level in enumerate(spec.levels if spec else ())
            }
            return Figure(Fraction(known[found]), "fact") if found in known else None
        return found
