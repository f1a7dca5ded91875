"""One candidacy's sheet of one stage: the view that a stage kind gets."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from ujikom_rules.errors import Severity
from ujikom_rules.evaluating.call import NoValue
from ujikom_rules.evaluating.state import State
from ujikom_rules.evaluating.views import CandidacyView, Item
from ujikom_rules.messages import Text, finding
from ujikom_rules.model.figure import Figure, as_figure
from ujikom_rules.model.outcome import StageOutcome
from ujikom_rules.model.predicate import Predicate, Test, tests_of
from ujikom_rules.model.scoresheet import Advice, Evidence
from ujikom_rules.planned import PlannedStage

_SUBJECTS = {
    "fact": Text("fakta '{name}' belum ada", "the fact '{name}' is missing"),
    "category": Text("kategori '{name}' belum ada", "the category of '{name}' is missing"),
}
_VALUE = Text("nilai '{name}' belum ada", "the value of '{name}' is missing")


class StageView(CandidacyView):
    """One candidacy's sheet of one stage."""

    __slots__ = ("_items", "_node", "_own", "_planned")

    def __init__(
        self, state: State, stage: PlannedStage, items: Sequence[Item] = (), view: Any = None
    ) -> None:
        super().__init__(state, stage.compare)
        self._planned, self._items, self._node = stage, items, view
        self._own: set[str] = set()  # documents that were asked for as the candidacy's own

    @property
    def stage(self) -> str:
        """The stage's id."""
        return self._planned.id

    def holds(self, predicate: Predicate) -> bool | None:
        """Whether a predicate holds; where that is not known, what is missing is noted."""
        found = super().holds(predicate)
        for test in tests_of(predicate) if found is None else ():
            if super().holds(test) is None:
                self._state.because(self.stage, *self._missing(test))
        return found

    def _missing(self, test: Test) -> tuple[str, str]:
        """What a test asks about and nobody recorded or settled, in both languages."""
        name = test.name
        spec = self._state.fitted.plan.facts.get(name) if test.subject == "fact" else None
        if spec is not None and spec.derived:
            name = spec.since
        what = _SUBJECTS.get(test.subject, _VALUE)
        return what.id.format(name=name), what.en.format(name=name)

    def joined(self, **keys: Any) -> Figure:
        """The criteria with these own keys, joined by the stage's aggregation."""
        if not self._planned.node.children:
            return self._items[0].value
        named = {
            child.id
            for child in self._planned.node.children
            if all(getattr(child.extra, key) == value for key, value in keys.items())
        }
        if not named:
            raise LookupError(f"no criterion of the stage {self.stage} has {keys}")
        part = self._planned.node.aggregation
        chosen = [item for item in self._items if item.id in named]
        figure: Figure | None = None if part is None else self._node.combine(part, chosen)
        if figure is None:
            raise NoValue
        return figure

    def value(self, criterion: str) -> Figure:
        """The value of one criterion."""
        for item in self._items:
            if item.id == criterion:
                return item.value
        if any(child.id == criterion for child in self._planned.node.children):
            raise NoValue  # it is left out, or counts nothing
        raise LookupError(f"the stage {self.stage} has no criterion {criterion}")

    def outcome(
        self, value: Figure | Fraction | int, label: str = "", note: Text | None = None
    ) -> StageOutcome:
        """An outcome with points."""
        figure = as_figure(value)
        if label and figure.label is None and not figure.address:
            figure = figure.at("", Text.same(label))
        return StageOutcome(value=figure, notes=() if note is None else (note,))

    def gate(self, met: bool | None, note: Text | None = None) -> StageOutcome:
        """The outcome of a gate."""
        return StageOutcome(met=met, notes=() if note is None else (note,))

    def advised(self, note: Text | None = None) -> StageOutcome:
        """The outcome of a stage that only records."""
        return StageOutcome(notes=() if note is None else (note,))

    def documents(
        self, met: bool | None, waiting: Sequence[str], note: Text | None = None
    ) -> StageOutcome:
        """The outcome of a stage about documents."""
        notes = () if note is None else (note,)
        named = (f"{name}@{self._state.id}" if name in self._own else name for name in waiting)
        return StageOutcome(met=met, waiting=tuple(named), notes=notes)

    def evidence(self, id: str, *, own: bool = False) -> Evidence | None:
        """A document of the event, or of this candidacy."""
        self._state.fitted.asked.add(id)
        if own:
            self._own.add(id)
            return self._state.entrant.evidence.get(id)
        rows = self._state.fitted.sheet.evidence
        return next((row for row in rows if row.id == id and row.candidacy is None), None)

    @property
    def seated(self) -> tuple[str, ...]:
        """The ids of the seated examiners."""
        return tuple(row.id for row in self._state.fitted.seats[self._planned.node.panel])

    @property
    def advice(self) -> tuple[Advice, ...]:
        """What was recorded as advice for this stage."""
        return self._state.entrant.advice.get(self.stage, ())

    def find(self, text: Text, severity: Severity = "warning", hint: Text | None = None) -> None:
        """Say something about this candidacy's sheet."""
        row = self._state.entrant.candidacy
        self._state.findings.append(
            finding("UJ562", row.place, row.pointer, severity=severity, candidacy=self._state.id,
                    said=text, hint=hint or "", plugin=self._planned.kind.namespace)
        )  # fmt: skip
