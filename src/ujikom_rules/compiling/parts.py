"""A named part and its keys → the part itself, as the plugin's own class makes it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

from attrs import evolve, field, frozen

from ujikom_rules import names
from ujikom_rules.catalogue.catalogue import Catalogue, Offered
from ujikom_rules.compiling import keys, predicates
from ujikom_rules.contract.fields import PartField
from ujikom_rules.contract.roles import Refusal
from ujikom_rules.messages import Text, finding
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.predicate import Test, tests_of
from ujikom_rules.model.ruleset import FactRef, PartSpec, Ruleset, Scale
from ujikom_rules.planned import PlannedNode, PlannedPart, PlannedStage
from ujikom_rules.reading import structure as read
from ujikom_rules.reading.nodes import MERGING_KEYS, STAGE_KEYS
from ujikom_rules.reading.structure import Log

_FRAME_KEYS: Mapping[str, tuple[str, ...]] = {
    "tie_breakers": ("order",),
    "value_functions": ("on",),
    "classifiers": ("compare",),
}
ROLE_TEXTS: Mapping[str, Text] = {
    "stage_kinds": Text("jenis tahapan", "stage kinds"),
    "aggregators": Text("cara menggabungkan", "aggregators"),
    "value_functions": Text("cara menilai", "value functions"),
    "weightings": Text("cara membobot", "weightings"),
    "panel_rules": Text("aturan panitia seleksi", "panel rules"),
    "classifiers": Text("cara mengelompokkan", "classifiers"),
    "tie_breakers": Text("penentu urutan", "tie-breakers"),
    "report_formats": Text("bentuk laporan", "report formats"),
}
Target: TypeAlias = Figure | FactRef | None
_BESIDE = {"stage_kinds": STAGE_KEYS | MERGING_KEYS}


@frozen(eq=False, repr=False)
class Workshop:
    """Where parts are made: the catalogue, the declared facts, and what may be looked back at.

    Attributes:
        stages: ids of the stages that may be read here: the earlier ones.
        planned: those of them that could be planned.
    """

    ruleset: Ruleset
    catalogue: Catalogue
    log: Log
    stages: tuple[str, ...] = ()
    planned: tuple[PlannedStage, ...] = ()
    facts_seen: list[FactRef] = field(factory=list)

    def looking_back_at(
        self, stages: tuple[str, ...], planned: tuple[PlannedStage, ...]
    ) -> "Workshop":
        """The same workshop at a later stage."""
        return evolve(self, stages=stages, planned=planned)

    @property
    def own_file(self) -> str:
        """The file of the ruleset itself, which says its id; those of its bases are others."""
        root = self.ruleset.root
        head = None if root is None else root.get("ruleset")
        said = None if head is None else head.get("id")
        return "" if said is None else said.place.file

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

    def offered(self, role: str, spec: PartSpec) -> Offered | None:
        """The part that a name means; unknown ones are noted."""
        found = self.catalogue.find(role, spec.use)
        if found is not None:
            return found
        at = chosen(spec)
        namespace = spec.use.partition(":")[0]
        named = {names.CORE, *(plugin.namespace for plugin in self.ruleset.plugins)}
        if namespace not in named and (meant := names.nearest(namespace, named - {names.CORE})):
            nearest = f"{meant}:{spec.use.partition(':')[2]}"
            self.log.add("UJ511", at, got=spec.use, role=ROLE_TEXTS[role], nearest=nearest)
        elif namespace not in named:
            self.log.add("UJ512", at, got=spec.use, namespace=namespace)
        elif namespace == names.CORE or namespace in self.catalogue.loaded:
            known = self.catalogue.known(role)
            got = names.shown(spec.use)
            nearest = names.nearest(got, known)
            if not nearest and namespace == names.CORE:
                tails = {name.partition(":")[2]: name for name in known if ":" in name}
                nearest = tails.get(got, "")
            self.log.add("UJ511", at, got=got, role=ROLE_TEXTS[role], nearest=nearest, known=known)
        return None

    def make(
        self, role: str, spec: PartSpec, scale: Scale | None = None, target: Target = None
    ) -> PlannedPart | None:
        """The part, made from its own keys; everything wrong with them is noted."""
        offered = self.offered(role, spec)
        if offered is None:
            return None
        own = {k: v for k, v in spec.keys().items() if k not in _FRAME_KEYS.get(role, ())}
        return self.make_from(role, offered, spec, own, scale=scale, target=target)

    def make_from(
        self,
        role: str,
        offered: Offered,
        spec: PartSpec,
        own: Mapping[str, Entry],
        *,
        scale: Scale | None = None,
        target: Target = None,
    ) -> PlannedPart | None:
        """The part, made from some keys (a stage kind's stand among the frame's)."""
        inner = Workshop(self.ruleset, self.catalogue, self.log, self.stages, self.planned)
        part = inner.object(
            offered.part.make,
            offered.fields,
            spec.table,
            own,
            _BESIDE.get(role, frozenset()),
            titles=offered.part.titles,
        )
        if part is None:
            return None
        try:
            refusals, stages, nodes = _asked(role, part, scale, target)
        except Exception as failure:  # noqa: BLE001  foreign code: anything may come
            self._failed(offered.part.make, failure, spec.table, offered.owner.shown)
            return None
        for refusal in refusals:
            self._refused(refusal, spec.table, own)
        for stage in stages:
            at = _naming(stage, spec.table)
            if self.stage_id(stage, at):
                self.valued(stage, at)
        for node in nodes:
            self.node(node, _naming(node, _naming(node.partition(".")[2], spec.table)))
        return PlannedPart(
            name=spec.use,
            part=part,
            distribution=offered.owner.shown,
            takes=offered.part.takes,
            internal=_internal(offered, part),
            facts=tuple(inner.facts_seen),
            cohort=offered.cohort,
            compare=self._compare(spec) if role == "classifiers" else None,
            place=spec.table.place,
            path=spec.table.path,
        )

    def _compare(self, spec: PartSpec) -> Any:
        entry = spec.table.get("compare")
        return None if entry is None else read.word("unrounded", "rounded")(entry, self.log)

    def object(
        self,
        make: Any,
        fields: tuple[PartField, ...],
        table: Entry,
        own: Mapping[str, Entry],
        beside: frozenset[str] = frozenset(),
        *,
        titles: Mapping[str, Text] = MappingProxyType({}),
    ) -> Any:
        """An attrs object from keys; None where a key is missing or wrong.

        Args:
            make: the class.
            fields: its fields.
            table: where the keys stand.
            own: the keys.
            beside: the frame's keys in the same table, for what may have been meant.
            titles: what the part calls its keys; a number of such a key is called so.
        """
        left = dict(own)
        values: dict[str, Any] = {}
        whole = True
        for each in fields:
            entry = left.pop(each.key, None)
            if entry is None:
                if each.required:
                    path = f"{table.path}.{each.key}"
                    unknown = set(own) - {one.key for one in fields}
                    nearest = names.nearest(each.key, unknown)
                    self.log.findings.append(
                        finding("UJ202", table.place, path, expected=each.key, nearest=nearest)
                    )
                    whole = False
                continue
            value = keys.value(each.type, entry, self)
            if value is keys.MISSING:
                whole = False
            else:
                title = titles.get(each.key) if isinstance(value, Figure) else None
                values[each.name] = value if title is None else evolve(value, label=title)
        known = {each.key for each in fields} | beside | {"source"}
        lacking = [each for each in fields if each.required and each.key not in own]
        for key, entry in left.items():
            nearest = names.nearest(key, known)
            if not nearest and len(lacking) == len(left) == 1:  # each in the other's place
                nearest = lacking[0].key if keys.fits(lacking[0].type, entry) else ""
            self.log.add("UJ201", entry, at_key=True, got=key, nearest=nearest)
        if not whole:
            return None
        try:
            return make(**values)
        except Refusal as refusal:
            self._refused(refusal, table, own)
        except Exception as failure:  # noqa: BLE001  foreign code: anything may come
            self._failed(make, failure, table, make.__module__)
        return None

    def _failed(self, make: Any, failure: Exception, table: Entry, distribution: str) -> None:
        reason = f"{type(failure).__name__}: {failure}" if str(failure) else type(failure).__name__
        name = make.__qualname__
        self.log.add("UJ520", table, part=name, distribution=distribution, reason=reason)

    def _refused(self, refusal: Refusal, table: Entry, own: Mapping[str, Entry]) -> None:
        at = _beneath(table, own, refusal.key)
        related = (_beneath(table, own, refusal.also).place,) if refusal.also else ()
        self.log.add("UJ513", at, said=refusal.text, related=related)

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
        nearest = names.nearest(ref.name, self.ruleset.facts)
        self.log.findings.append(
            finding("UJ311", ref.place, ref.path, got=ref.name, nearest=nearest)
        )
        return False

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
            nearest = names.nearest(name, known)
            self.log.findings.append(
                finding(code, test.place, test.path, got=name, nearest=nearest)
            )

    def is_planned(self, stage: str) -> bool:
        """Whether the criteria of a stage are known; of another one something is said already."""
        return stage not in self.stages or any(each.id == stage for each in self.planned)

    def stage_id(self, name: str, at: Entry) -> bool:
        """Whether a stage may be read here; noted where it may not."""
        if name in self.stages:
            return True
        later = self.ruleset.stage(name) is not None
        nearest = names.nearest(name, self.stages)
        self.log.add("UJ313" if later else "UJ312", at, got=name, nearest=nearest)
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
            self.log.add("UJ312", at, got=name, nearest=names.nearest(name, self.nodes))


def chosen(spec: PartSpec) -> Entry:
    """Where a part is named: the value of `use`, or the name that stands in place of a table."""
    return spec.table.get("use") or spec.table


def _beneath(table: Entry, own: Mapping[str, Entry], key: str) -> Entry:
    """What stands at the way that a refusal names; as far as it leads."""
    first, *further = key.split(".")
    at = own.get(first, table)
    for step in further:  # into a table by its key, into a list by its number
        items = dict(enumerate(at.items()))
        at = at.get(step) or items.get(int(step) if step.isdecimal() else -1) or at
    return at


def _naming(name: str, table: Entry) -> Entry:
    """The value in a part's table that says a name; the table itself where none does."""
    said = (each for each in table.walk() if each.data == name)
    return next((each for each in said if not each.path.endswith(".use")), table)


def addresses(node: PlannedNode) -> list[str]:
    """The address of a node and of all beneath it."""
    return [node.address, *(a for child in node.children for a in addresses(child))]


def _internal(offered: Offered, part: Any) -> bool:
    """Whether an aggregator, with all that it holds, stays between what it joins."""
    inside = (getattr(part, each.name) for each in offered.fields)
    return (
        offered.part.internal
        and offered.part.takes != "factor"
        and all(each.internal for each in inside if isinstance(each, PlannedPart))
    )


def _asked(
    role: str, part: Any, scale: Scale | None, target: Target
) -> tuple[list[Refusal], list[str], list[str]]:
    """What a part says of its own keys and what comes in, and which stages and nodes it reads."""
    check = getattr(part, "check", None) if role in ("value_functions", "classifiers") else None
    refusals = [] if check is None else list(check(scale))
    check = getattr(part, "check_target", None) if role == "value_functions" else None
    refusals += [] if check is None else check(scale, target)
    if not all(isinstance(each, Refusal) for each in refusals):
        raise TypeError("check must answer with refusals")
    stages = list(getattr(part, "stages_read", ()))
    return refusals, stages, list(getattr(part, "nodes_read", ()))
