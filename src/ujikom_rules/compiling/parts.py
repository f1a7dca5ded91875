"""A named part and its keys → the part itself, as the plugin's own class makes it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from attrs import evolve, field, frozen

from ujikom_rules import names
from ujikom_rules.catalogue.catalogue import Catalogue, Offered
from ujikom_rules.compiling import keys
from ujikom_rules.compiling.placing import after_for
from ujikom_rules.compiling.refusals import Target, asked, refused
from ujikom_rules.compiling.sight import Sight
from ujikom_rules.contract.fields import PartField
from ujikom_rules.contract.roles import Refusal
from ujikom_rules.messages import Text, finding
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.ruleset import PartSpec, Scale
from ujikom_rules.planned import PlannedPart
from ujikom_rules.reading import structure as read
from ujikom_rules.reading.nodes import MERGING_KEYS, STAGE_KEYS

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
_BESIDE = {"stage_kinds": STAGE_KEYS | MERGING_KEYS}


@frozen(eq=False, repr=False)
class Workshop(Sight):
    """Where parts are made of what the catalogue offers and of what may be named here."""

    catalogue: Catalogue = field(kw_only=True)

    @property
    def own_file(self) -> str:
        """The file of the ruleset itself, which says its id; those of its bases are others."""
        root = self.ruleset.root
        head = None if root is None else root.get("ruleset")
        said = None if head is None else head.get("id")
        return "" if said is None else said.place.file

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
        own = {k: v for k, v in spec.keys().items() if k not in _FRAME_KEYS.get(role, ())}
        if offered is None:
            self.refuse_strange(role, spec, own)
            return None
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
        inner = evolve(self, facts_seen=[])
        part = inner.object(
            offered.part.make,
            offered.fields,
            spec.table,
            own,
            _BESIDE.get(role) or frozenset(_FRAME_KEYS.get(role, ())),
            titles=offered.part.titles,
        )
        if part is None:
            return None
        try:
            said = asked(role, part, scale, target)
        except Exception as failure:  # noqa: BLE001  foreign code: anything may come
            self._failed(offered.part.make, failure, spec.table, offered.owner.shown)
            return None
        for refusal in said.refusals:
            self.log.findings.append(refused(refusal, spec.table, own))
        for stage in said.stages:
            at = _naming(stage, spec.table)
            if self.stage_id(stage, at):
                self.valued(stage, at)
        for node in said.nodes:
            self.node(node, _naming(node, _naming(node.partition(".")[2], spec.table)))
        for fact in said.ranked:
            self.ranked(fact)
        for fact in said.counted:
            self.counted(fact)
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
        if left:
            self._refuse_unknown(left, fields, own, beside)
        if not whole:
            return None
        try:
            return make(**values)
        except Refusal as refusal:
            self.log.findings.append(refused(refusal, table, own))
        except Exception as failure:  # noqa: BLE001  foreign code: anything may come
            self._failed(make, failure, table, make.__module__)
        return None

    def _refuse_unknown(
        self,
        left: Mapping[str, Entry],
        fields: tuple[PartField, ...],
        own: Mapping[str, Entry],
        beside: frozenset[str],
    ) -> None:
        known = {each.key for each in fields} | beside | {"source"}
        lacking = [each for each in fields if each.required and each.key not in own]
        for key, entry in left.items():
            nearest = after_for(key, entry, self.ruleset) or names.nearest(key, known)
            if not nearest and len(lacking) == len(left) == 1:  # each in the other's place
                nearest = lacking[0].key if keys.fits(lacking[0].type, entry) else ""
            args = {"got": key, "nearest": nearest, "known": read.listed(known)}
            self.log.add("UJ201", entry, at_key=True, **args)

    def refuse_strange(self, role: str, spec: PartSpec, own: Mapping[str, Entry]) -> None:
        """Note keys that no part of a role has, where nobody knows which part is meant.

        Nothing is said of the keys of a plugin that is not there.
        """
        namespace = spec.use.partition(":")[0]
        if namespace != names.CORE and namespace not in self.catalogue.loaded:
            return
        offers = self.catalogue.offers[role].values()
        known = {"source", *_BESIDE.get(role, _FRAME_KEYS.get(role, ()))}
        known |= {each.key for offered in offers for each in offered.fields}
        for key, entry in own.items():
            if key not in known:
                nearest = after_for(key, entry, self.ruleset) or names.nearest(key, known)
                self.log.add("UJ201", entry, at_key=True, got=key, nearest=nearest)

    def _failed(self, make: Any, failure: Exception, table: Entry, distribution: str) -> None:
        reason = f"{type(failure).__name__}: {failure}" if str(failure) else type(failure).__name__
        name = make.__qualname__
        self.log.add("UJ520", table, part=name, distribution=distribution, reason=reason)


def chosen(spec: PartSpec) -> Entry:
    """Where a part is named: the value of `use`, or the name that stands in place of a table."""
    return spec.table.get("use") or spec.table


def _naming(name: str, table: Entry) -> Entry:
    """The value in a part's table that says a name; the table itself where none does."""
    said = (each for each in table.walk() if each.data == name)
    return next((each for each in said if not each.path.endswith(".use")), table)


def _internal(offered: Offered, part: Any) -> bool:
    """Whether an aggregator, with all that it holds, stays between what it joins."""
    inside = (getattr(part, each.name) for each in offered.fields)
    return (
        offered.part.internal
        and offered.part.takes != "factor"
        and all(each.internal for each in inside if isinstance(each, PlannedPart))
    )
