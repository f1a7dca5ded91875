"""A catalogue: every part that the core and the named plugins offer, by its whole name."""

import inspect
from collections.abc import Iterator, Mapping, Sequence
from types import ModuleType
from typing import Any, get_args

from attrs import frozen

from ujikom_rules import names
from ujikom_rules.catalogue import discovery, plugins
from ujikom_rules.catalogue.discovery import Found
from ujikom_rules.catalogue.plugins import Loaded, Manager
from ujikom_rules.catalogue.titles import check_titles
from ujikom_rules.contract.fields import FieldError, PartField, fields_of
from ujikom_rules.contract.hookspecs import OFFERS
from ujikom_rules.contract.roles import ROLES, CohortStage, Part, Takes
from ujikom_rules.errors import NOWHERE, Finding, Place, PluginError, Refused
from ujikom_rules.messages import finding
from ujikom_rules.model.outcome import Gives
from ujikom_rules.model.ruleset import PluginSpec
from ujikom_rules.reading.nodes import STAGE_KEYS

_FRAME_KEYS: Mapping[str, frozenset[str]] = {
    "stage_kinds": STAGE_KEYS,
    "tie_breakers": frozenset({"order"}),
    "value_functions": frozenset({"on"}),
    "classifiers": frozenset({"compare"}),
}
_CRITERION_KEYS = STAGE_KEYS
_OF_CORE = f"{names.CORE}:"
_WORDS: Mapping[str, tuple[str, ...]] = {
    "gives": get_args(Gives),
    "reads": ("secretariat", "examiners"),
    "takes": get_args(Takes),
}
_TAKEN: Mapping[str, int] = {  # how many arguments each role's method takes, `self` included
    method: len(inspect.signature(getattr(protocol, method)).parameters)
    for method, protocol in (*ROLES.values(), ("score_all", CohortStage))
}


@frozen(eq=False, repr=False)
class Offered:
    """A part with its owner and its fields, checked."""

    part: Part[Any]
    owner: Found
    fields: tuple[PartField, ...]
    criteria: tuple[PartField, ...] = ()
    cohort: bool = False


@frozen(eq=False, repr=False)
class Catalogue:
    """What may be named in one ruleset.

    Attributes:
        offers: role (``aggregators``) → qualified name → part.
        loaded: the named plugins by namespace, in the ruleset's order, the core first.
    """

    manager: Manager
    offers: Mapping[str, Mapping[str, Offered]]
    loaded: Mapping[str, Loaded]

    def find(self, role: str, name: str) -> Offered | None:
        """The part of a role by its qualified name."""
        return self.offers[role].get(name)

    def known(self, role: str) -> tuple[str, ...]:
        """The names of a role, as officers write them."""
        return tuple(names.shown(name) for name in self.offers[role])


def open_catalogue(
    named: Sequence[PluginSpec], modules: Mapping[str, ModuleType] | None = None
) -> tuple[Catalogue, tuple[Finding, ...]]:
    """Load the core and the plugins that a ruleset names, and take in what they offer.

    Args:
        named: the plugins, in the ruleset's order; nothing else is imported.
        modules: where given, only these plugins exist.
    """
    manager = plugins.new_manager()
    findings: list[Finding] = []
    loaded: dict[str, Loaded] = {}
    there = discovery.installed() if modules is None and named else discovery.given(modules or {})
    core = discovery.core()
    wanted = [(core, NOWHERE, "")]
    for spec in named:
        found, missing = _choose(spec, there)
        findings += missing
        if found is not None:
            wanted.append((found, spec.place, spec.path))
    taken: dict[str, dict[str, Offered]] = {role: {} for role in ROLES}
    for each, place, path in wanted:
        plugin, wrong = plugins.load(manager, each, place, path)
        findings += wrong
        if plugin is None:
            continue
        loaded[each.namespace] = plugin
        if each is not core:
            findings += _take_offers(manager, each, taken, place, path)
    return Catalogue(manager, _Offers(manager, core, taken), loaded), tuple(findings)


class _Offers(Mapping[str, Mapping[str, Offered]]):
    """What the named plugins offer, and before it what the core does, asked role by role.

    What the named plugins offer was checked when the catalogue opened.
    """

    def __init__(
        self, manager: Manager, core: Found, named: Mapping[str, Mapping[str, Offered]]
    ) -> None:
        self._manager, self._core, self._named = manager, core, named
        self._whole: dict[str, _Role] = {}

    def __getitem__(self, role: str) -> Mapping[str, Offered]:
        if role not in self._whole:
            told = plugins.answers(self._manager, self._core, f"ujikom_{role}")
            self._whole[role] = _Role(_drawn(role, self._core, told), self._named[role])
        return self._whole[role]

    def __iter__(self) -> Iterator[str]:
        return iter(self._named)

    def __len__(self) -> int:
        return len(self._named)


class _Role(Mapping[str, Offered]):
    """The parts of one role: the core's, taken in only until the one that is asked for has come.

    A ruleset needs few of the core's parts, and making them all costs more than a small event.
    """

    def __init__(self, drawn: Iterator[tuple[str, Offered]], named: Mapping[str, Offered]) -> None:
        self._drawn, self._named = drawn, named
        self._own: dict[str, Offered] = {}

    def __getitem__(self, name: str) -> Offered:
        if name.startswith(_OF_CORE) and name not in self._own:
            self._draw(name)
        return self._own[name] if name in self._own else self._named[name]

    def __iter__(self) -> Iterator[str]:
        self._draw()
        return iter((*self._own, *self._named))

    def __len__(self) -> int:
        self._draw()
        return len(self._own) + len(self._named)

    def _draw(self, wanted: str = "") -> None:
        for name, offered in self._drawn:
            self._own[name] = offered
            if name == wanted:
                return


def _drawn(role: str, core: Found, told: plugins.Told | None) -> Iterator[tuple[str, Offered]]:
    """The core's parts of a role, one by one; the hook is called when the first is wanted.

    Raises:
        Refused: when the core offers what it should not, which is this library's own mistake.
    """
    own: dict[str, Offered] = {}
    for part in () if told is None else told():
        wrong = _take(role, part, core, own)
        if wrong is not None:
            raise Refused([_of(core, *wrong)])
        yield next(reversed(own.items()))


def _choose(spec: PluginSpec, there: Sequence[Found]) -> tuple[Found | None, list[Finding]]:
    same = [each for each in there if each.namespace == spec.namespace]
    args: dict[str, Any] = {"got": spec.namespace, "plugin": spec.namespace}
    if not same:
        package = f"{discovery.DISTRIBUTION}-{spec.namespace}"
        nearest = names.nearest(spec.namespace, {each.namespace for each in there})
        return None, [
            finding("UJ501", spec.place, spec.path, package=package, nearest=nearest, **args)
        ]
    if len(same) > 1:
        owners = tuple(each.shown for each in same)
        return None, [finding("UJ517", spec.place, spec.path, owners=owners, **args)]
    found = same[0]
    if found.version and not discovery.meets(found.version, spec.version):
        return None, [
            finding("UJ502", spec.place, spec.path, expected=spec.version,
                    distribution=found.shown, package=found.distribution, **args)
        ]  # fmt: skip
    return found, []


def _take_offers(
    manager: Manager,
    found: Found,
    offers: dict[str, dict[str, Offered]],
    place: Place,
    path: str,
) -> list[Finding]:
    """Take in all that a plugin offers; what does not fit is a finding."""
    wrong: list[tuple[str, dict[str, Any]]] = []
    for hook in OFFERS:
        role = hook.removeprefix("ujikom_")
        try:
            answer = plugins.call_hook(manager, found, hook)
        except PluginError as failure:
            wrong.append(("UJ514", {"hook": hook, "reason": failure.reason}))
            continue
        taken = (_take(role, part, found, offers[role]) for part in answer or ())
        wrong += (each for each in taken if each is not None)
    return [_of(found, *each, place=place, path=path) for each in wrong]


def _take(
    role: str, part: Any, found: Found, offers: dict[str, Offered]
) -> tuple[str, dict[str, Any]] | None:
    """Take in one part; where it does not fit, the code of the finding and what fills it."""
    if not isinstance(part, Part):
        said = type(part).__name__
        return "UJ515", {"hook": f"ujikom_{role}", "expected": "Part", "said": said}
    name = f"{found.namespace}:{part.name}"
    try:
        offered = _checked(role, part, found)
    except (FieldError, RecursionError) as fault:
        inside = isinstance(fault, RecursionError)
        reason = "a table of its keys holds itself" if inside else str(fault)
        return "UJ510", {"part": name, "reason": reason}
    if name in offers:
        return "UJ509", {"part": name, "owners": (offers[name].owner.shown, found.shown)}
    offers[name] = offered
    return None


def _of(
    found: Found, code: str, args: Mapping[str, Any], place: Place = NOWHERE, path: str = ""
) -> Finding:
    """A finding about a plugin."""
    return finding(
        code, place, path, plugin=found.namespace, got=found.namespace, distribution=found.shown,
        **args,
    )  # fmt: skip


def _checked(role: str, part: Part[Any], found: Found) -> Offered:
    """A part that fits its role.

    Raises:
        FieldError: with what the author must change.
    """
    if not names.is_id(str(part.name)):
        raise FieldError(f"its name {part.name!r} is no id of small letters, digits and hyphens")
    if not isinstance(part.make, type):
        raise FieldError("make= takes a frozen attrs class")
    for key, words in _WORDS.items():
        if getattr(part, key) not in words:
            raise FieldError(f"{key}= takes one of {', '.join(words)}")
    kind = role == "stage_kinds" and hasattr(part.make, "score_all")
    if kind and part.gives == "value":
        raise FieldError('a kind with score_all gives no points; say gives="shortlist"')
    cohort = kind or (role == "value_functions" and part.cohort)
    _refuse_method(part.make, "score_all" if kind else ROLES[role][0])
    fields = fields_of(part.make)
    taken = _FRAME_KEYS.get(role, frozenset()) | {"use"}
    _refuse_frame_keys(fields, taken, part.make)
    criteria: tuple[PartField, ...] = ()
    if part.criteria is not None:
        if not isinstance(part.criteria, type):
            raise FieldError("criteria= takes a frozen attrs class")
        criteria = fields_of(part.criteria)
        _refuse_frame_keys(criteria, _CRITERION_KEYS, part.criteria)
    check_titles(part, (*fields, *criteria))
    return Offered(part, found, fields, criteria, cohort)


def _refuse_method(cls: type, method: str) -> None:
    function = getattr(cls, method, None)
    if function is None or not callable(function):
        raise FieldError(f"{cls.__qualname__} has no method {method}")
    try:
        taken = len(inspect.signature(function).parameters)
    except (TypeError, ValueError):  # a built-in that does not say what it takes
        taken = -1
    if taken != _TAKEN[method]:
        raise FieldError(f"{cls.__qualname__}.{method} takes other arguments than the role")


def _refuse_frame_keys(fields: tuple[PartField, ...], taken: frozenset[str], cls: type) -> None:
    for field in fields:
        if field.key in taken:
            raise FieldError(
                f"{cls.__qualname__}.{field.name}: the key '{field.key}' is the core's"
            )
