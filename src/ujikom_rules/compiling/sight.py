"""What may be named at a place of a ruleset: declared facts, and the stages before it."""

from collections.abc import Mapping
from typing import Any, Self

from attrs import evolve, field, frozen

from ujikom_rules import names
from ujikom_rules.compiling import predicates
from ujikom_rules.errors import Place
from ujikom_rules.messages import Text, finding
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.predicate import Test, tests_of
from ujikom_rules.model.ruleset import FactRef, FactType, Ruleset
from ujikom_rules.planned import PlannedNode, PlannedStage
from ujikom_rules.reading import structure as read
from ujikom_rules.reading.structure import Log

_NUMBERS: tuple[FactType, ...] = ("number", "years", "months")
_ORDERED: tuple[FactType, ...] = (*_NUMBERS, "date", "yes-no", "level")
_READ: tuple[FactType, ...] = (*_NUMBERS, "yes-no")
_A_NUMBER = Text("angka ({})", "a number ({})")
_AN_ORDER = Text("yang berurutan ({})", "what has an order ({})")
_RETYPED = Text(
    "ubah jenisnya di [facts] menjadi salah satu dari jenis itu",
    "make it one of these types in [facts]",
)
_AS_LEVEL = Text(
    'ubah jenisnya di [facts]; tingkat yang bernama ditulis type = "level" dengan levels dari '
    "yang terendah",
    'change its type in [facts]; steps with names are written type = "level" with levels from '
    "the lowest",
)
_BY_WORDS = Text(
    'beri nilai setiap katanya dengan value = { use = "levels", points = { … } }',
    'give each of its words a value with value = { use = "levels", points = { … } }',
)
_SINCE = Text(
    'hitung lamanya dengan fakta berjenis years atau months (since = "{}")',
    'count from it with a fact of the type years or months (since = "{}")',
)


@frozen(eq=False, repr=False)
class Sight:
    """The declared facts and what may be looked back at; every other name is noted.

    Attributes:
        stages: ids of the stages that may be read here: the earlier ones.
        planned: those of them that could be planned.
    """

    ruleset: Ruleset
    log: Log
    stages: tuple[str, ...] = ()
    planned: tuple[PlannedStage, ...] = ()
    facts_seen: list[FactRef] = field(factory=list)

    def looking_back_at(self, stages: tuple[str, ...], planned: tuple[PlannedStage, ...]) -> Self:
        """The same at a later stage."""
        return evolve(self, stages=stages, planned=planned)

    @property
    def nodes(self) -> tuple[str, ...]:
        """Addresses that may be read here."""
        return tuple(address for stage in self.planned for address in addresses(stage.node))

    def categories(self) -> Mapping[str, tuple[str, ...]]:
        """By stage, the categories that it gives; without those stages that do not tell."""
        found: dict[str, tuple[str, ...]] = {}
        for stage in self.planned:
            spec = self.ruleset.stage(stage.id)
            made = stage.node.classifier
            if made is not None and hasattr(made.part, "categories"):
                found[stage.id] = tuple(made.part.categories)
            elif spec is not None and spec.classifier is None:
                found[stage.id] = ()
        return found

    def fact(self, entry: Entry) -> FactRef | None:
        """A reference to a declared fact."""
        if isinstance(entry.data, str):
            ref: FactRef | None = FactRef(entry.data, entry.place, entry.path)
        else:
            ref = read.fact_ref(entry, self.log)
        if ref is not None and self.declared(ref):
            self.facts_seen.append(ref)
            return ref
        return None

    def declared(self, ref: FactRef) -> bool:
        """Whether a fact is declared; noted where it is not."""
        if ref.name in self.ruleset.facts:
            return True
        if ref.name in self.ruleset.unread_facts:  # its declaration has a finding of its own
            return False
        self.unknown("UJ311", ref.name, tuple(self.ruleset.facts), ref.place, ref.path)
        return False

    def counted(self, ref: FactRef) -> None:
        """Note a fact that is no number, where a number is taken."""
        if self.declared(ref):
            self._of_type(ref, _NUMBERS, _A_NUMBER, _RETYPED)

    def ranked(self, ref: FactRef) -> None:
        """Note a fact without an order, where the higher one stands first."""
        if self.declared(ref):
            self._of_type(ref, _ORDERED, _AN_ORDER, _AS_LEVEL)

    def measured(self, ref: FactRef, part: Any) -> None:
        """Note a fact of words or a day that a leaf reads, where only numbers get a value.

        Args:
            ref: the fact.
            part: what makes a value of it; None where nothing does.
        """
        spec = self.ruleset.facts.get(ref.name)
        if spec is None or not (part is None or getattr(part, "of_numbers", False)):
            return
        if spec.type == "date":
            said = Text(_SINCE.id.format(ref.name), _SINCE.en.format(ref.name))
            self._of_type(ref, _READ if part is None else (*_READ, "date"), _A_NUMBER, said)
        else:
            self._of_type(ref, _READ, _A_NUMBER, _BY_WORDS)

    def _of_type(
        self, ref: FactRef, types: tuple[FactType, ...], expected: Text, instead: Text
    ) -> None:
        spec = self.ruleset.facts[ref.name]
        if spec.type not in types:
            said = Text(expected.id.format(", ".join(types)), expected.en.format(", ".join(types)))
            self.log.findings.append(
                finding("UJ376", ref.place, ref.path, related=(spec.place,), got=ref.name,
                        type=spec.type, expected=said, instead=instead)
            )  # fmt: skip

    def unknown(self, code: str, name: str, known: tuple[str, ...], place: Place, path: str) -> str:
        """Note a name that is not among those known here; the nearest of them, and its place.

        The second place is where the nearest name is declared: it may be that one that is misspelt.
        """
        nearest = names.nearest(name, known)
        there = self._declaration(nearest) if nearest else None
        related = () if there is None else (there,)
        self.log.findings.append(
            finding(code, place, path, related=related, got=name, nearest=nearest)
        )
        return nearest

    def _declaration(self, name: str) -> Place | None:
        """Where a fact, a stage or a criterion gets its name."""
        if name in self.ruleset.facts:
            return self.ruleset.facts[name].place
        first, *further = name.split(".")
        node = self.ruleset.stage(first)
        for id_ in further:
            inside = () if node is None else node.criteria
            node = next((each for each in inside if each.id == id_), None)
        return None if node is None else node.place_of("id")

    def predicate(self, entry: Entry) -> Any:
        """A predicate whose subjects are all known here."""
        found = predicates.predicate(entry, self.log, self.ruleset.facts, self.categories())
        tests = tuple(predicates.subjects_in(entry))
        told = {test.name for test in tests if test.subject == "stage"} - set(self.stages)
        for test in tests:
            if test.subject != "criterion" or test.name.partition(".")[0] not in told:
                self._subject(test)
        for test in () if found is None else tests_of(found):
            self._answers(test)
        return found

    def _subject(self, test: Test) -> None:
        match test.subject:
            case "fact":
                self.declared(FactRef(test.name, test.place, test.path))
            case "stage" | "category":
                self._back(test.name, self.stages, test)
            case "criterion":
                if self.is_planned(test.name.partition(".")[0]):
                    self._back(test.name, self.nodes, test)
            case _:
                pass

    def _answers(self, test: Test) -> None:
        """Note a test of a stage without a value; of a shortlist, only `given` asks something."""
        kept = all(operator == "given" for operator, _ in test.operators)
        for stage in self.planned if test.subject == "stage" else ():
            asked = stage.gives == "value" or (stage.gives == "shortlist" and kept)
            if stage.id == test.name and not asked:
                self.log.findings.append(finding("UJ332", test.place, test.path, got=test.name))

    def _back(self, name: str, known: tuple[str, ...], test: Test) -> None:
        if name not in known:
            later = any(stage.id == name.partition(".")[0] for stage in self.ruleset.stages)
            code = "UJ313" if later and name.partition(".")[0] not in self.stages else "UJ312"
            self.unknown(code, name, known, test.place, test.path)

    def is_planned(self, stage: str) -> bool:
        """Whether the criteria of a stage are known; of another one something is said already."""
        return stage not in self.stages or any(each.id == stage for each in self.planned)

    def stage_id(self, name: str, at: Entry) -> bool:
        """Whether a stage may be read here; noted where it may not."""
        if name in self.stages:
            return True
        code = "UJ312" if self.ruleset.stage(name) is None else "UJ313"
        self.unknown(code, name, self.stages, at.place, at.path)
        return False

    def valued(self, name: str, at: Entry) -> None:
        """Note a stage whose value is asked for and that gives none."""
        if any(stage.id == name and stage.gives != "value" for stage in self.planned):
            self.log.add("UJ332", at, got=name)

    def node(self, name: str, at: Entry) -> None:
        """Note an address that is not there, in a stage that could be planned."""
        stage = name.partition(".")[0]
        scored = {each.id for each in self.planned if each.gives == "value"}
        if stage in scored and name not in self.nodes:
            self.unknown("UJ312", name, self.nodes, at.place, at.path)


def addresses(node: PlannedNode) -> list[str]:
    """The address of a node and of all beneath it."""
    return [node.address, *(a for child in node.children for a in addresses(child))]
