"""Whether a plugin conforms to the contract: everything wrong with it, said to its author."""

import inspect
from collections.abc import Iterator, Mapping
from fractions import Fraction
from types import ModuleType
from typing import Any, get_args, get_origin, get_type_hints

import attrs
from attrs import frozen

from ujikom_rules import names
from ujikom_rules.catalogue.catalogue import open_catalogue
from ujikom_rules.catalogue.discovery import BUILTIN
from ujikom_rules.contract import hookspecs
from ujikom_rules.contract.fields import FieldError, FieldType, fields_of
from ujikom_rules.contract.hookspecs import OFFERS, PASSAGES
from ujikom_rules.contract.roles import ROLES, CohortStage, Part, PluginInfo, Refusal
from ujikom_rules.errors import Finding
from ujikom_rules.messages import Text, text_of
from ujikom_rules.model import predicate
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.ruleset import FactRef, PluginSpec
from ujikom_rules.testing.source import Fault, place_of, source_faults

_PLAIN: Mapping[str, tuple[type, ...]] = {
    "str": (str,),
    "bool": (bool,),
    "fraction": (Fraction,),
    "figure": (Figure,),
    "text": (Text,),
    "fact": (FactRef,),
    "none": (type(None),),
    "predicate": (predicate.Test, predicate.All, predicate.Any, predicate.Not),
    "mapping": (Mapping,),
    "tuple": (tuple,),
    "fixed": (tuple,),
}
_MODULES = (  # what an author does not write before a name
    "collections.abc.",
    "ujikom_rules.contract.roles.",
    "ujikom_rules.contract.views.",
    "ujikom_rules.errors.",
    "ujikom_rules.model.outcome.",
    "ujikom_rules.model.ruleset.",
)


def assert_plugin_conforms(module: ModuleType, *, namespace: str) -> None:
    """Hold a plugin against the contract, all of it in one go.

    Looked at are: who it says that it is, and for which API; its hooks, their arguments and
    annotations; the names, fields, defaults, docstrings and summaries of its parts; and in every
    file of its package that it imports nothing of the library but `ujikom_rules.plugin`, and
    writes no binary float.

    Args:
        module: what the entry point names.
        namespace: the entry point's name, by which rulesets know the plugin.

    Raises:
        AssertionError: one line for each thing to change, with its file and line.

    Example:
        ``assert_plugin_conforms(ujikom_rules_kotaku, namespace="kotaku")``
    """
    offers = tuple(_offers(module))
    faults = {
        *_identity(module, namespace),
        *_refusals(module, namespace, offers),
        *_annotations(module),
        *(fault for offer in offers for fault in _part_faults(offer)),
        *source_faults(module),
    }
    if faults:
        lines = "\n".join(f"  {fault}" for fault in sorted(faults))
        raise AssertionError(f"{module.__name__} does not conform; change this:\n{lines}")


@frozen(eq=False)
class _Offer:
    """A part as a hook hands it over."""

    role: str
    hook: Any
    part: Part[Any]

    @property
    def place(self) -> tuple[str, int]:
        """Where its class stands; where it is handed over when that cannot be seen."""
        found = place_of(self.part.make)
        return found if found[1] else place_of(self.hook)


def _offers(module: ModuleType) -> Iterator[_Offer]:
    """The parts that are offered; a hook that fails is told of elsewhere."""
    for name in OFFERS:
        hook = getattr(module, name, None)
        try:
            parts = list(hook()) if callable(hook) else []
        except Exception:  # noqa: BLE001  foreign code: anything may come
            parts = []
        for part in parts:
            if isinstance(part, Part):
                yield _Offer(name.removeprefix("ujikom_"), hook, part)


def _identity(module: ModuleType, namespace: str) -> Iterator[Fault]:
    own = namespace == names.CORE and module.__name__ == BUILTIN
    if not names.is_id(namespace) or (namespace == names.CORE and not own):
        said = f"namespace {namespace!r}: small letters, digits and hyphens, and not 'core'"
        yield Fault(module.__file__ or "", 1, said)
    hook = getattr(module, "ujikom_plugin_info", None)
    try:
        info = hook() if callable(hook) else None
    except Exception:  # noqa: BLE001  told of elsewhere
        info = None
    if isinstance(info, PluginInfo) and not _said(info.title):
        yield Fault(*place_of(hook), "PluginInfo(title=…): say what people call the plugin")


def _refusals(module: ModuleType, namespace: str, offers: tuple[_Offer, ...]) -> Iterator[Fault]:
    """What the catalogue itself refuses, at the hook or the part that it is about."""
    if namespace == names.CORE:
        _, findings = open_catalogue(())
    else:
        _, findings = open_catalogue((PluginSpec(namespace, "0"),), {namespace: module})
    parts = {f"{namespace}:{offer.part.name}": offer for offer in offers}
    for found in findings:
        yield Fault(*_place(found, module, parts), f"{found.code} {text_of(found, 'en')}")


def _place(found: Finding, module: ModuleType, parts: Mapping[str, _Offer]) -> tuple[str, int]:
    offer = parts.get(found.args.get("part", ""))
    if offer is not None:
        return offer.place
    hook = getattr(module, found.args.get("hook", ""), None)
    file, line = place_of(hook) if hook is not None else ("", 0)
    return (file, line) if line else (getattr(module, "__file__", None) or "", 1)


def _annotations(module: ModuleType) -> Iterator[Fault]:
    """Hooks whose annotations are missing, or promise something else than the contract."""
    for name in ("ujikom_plugin_info", *OFFERS, *PASSAGES):
        hook = getattr(module, name, None)
        if not inspect.isfunction(hook):
            continue
        try:
            hints = get_type_hints(hook)
        except Exception as wrong:  # noqa: BLE001  a name that is not there, mostly
            yield Fault(*place_of(hook), f"{name}: its annotations cannot be read: {wrong}")
            continue
        wanted = get_type_hints(getattr(hookspecs, name))
        answer = hints.get("return", inspect.Parameter.empty)
        if "return" not in hints or not _answers(name, answer, wanted["return"]):
            yield Fault(*place_of(hook), f"{name}: write -> {_shown(wanted['return'])}")
        for argument in inspect.signature(hook).parameters:
            if argument in wanted and hints.get(argument) != wanted[argument]:
                said = f"{name}: write {argument}: {_shown(wanted[argument])}"
                yield Fault(*place_of(hook), said)


def _answers(name: str, hint: Any, wanted: Any) -> bool:
    """Whether the answer is annotated well; of an offer, with parts of its role."""
    if name == "ujikom_plugin_info":
        return bool(hint == wanted)
    if name not in OFFERS:
        return True
    role = ROLES[name.removeprefix("ujikom_")][1]
    roles = {each for part in _parts_in(hint) for each in get_args(part)}
    return bool(roles) and roles <= {role, *((CohortStage,) if "stage" in name else ())}


def _parts_in(hint: Any) -> Iterator[Any]:
    if get_origin(hint) is Part:
        yield hint
    for each in get_args(hint):
        yield from _parts_in(each)


def _shown(hint: Any) -> str:
    """An annotation as an author writes it."""
    if isinstance(hint, type) and not get_args(hint):
        return hint.__name__
    words = str(hint)
    for module in _MODULES:
        words = words.replace(module, "")
    return words


def _part_faults(offer: _Offer) -> Iterator[Fault]:
    part, cls = offer.part, offer.part.make
    summary: Any = part.summary
    if not isinstance(summary, Text) or not _said(summary):
        said = 'summary= is missing: Part(…, summary=Text("Indonesian", "English")), one line each'
        yield Fault(*offer.place, f"{part.name}: {said}")
    for each in (cls, part.criteria):
        if not isinstance(each, type):
            continue
        file, line = place_of(each)
        if not (each.__doc__ or "").strip():
            said = "write a docstring: what it means, its units, and where the rule stands"
            yield Fault(file, line, f"{each.__name__}: {said}")
        for said in _default_faults(each):
            yield Fault(file, line, f"{each.__name__}{said}")


def _default_faults(cls: type) -> Iterator[str]:
    """Defaults of another type than their field, and a class that its own defaults cannot make."""
    try:
        fields = fields_of(cls)
    except (FieldError, RecursionError):  # told of by the catalogue
        return
    defaults = {each.name: each.default for each in attrs.fields(cls)}
    for field in fields:
        default = defaults[field.name]
        if hasattr(default, "takes_self"):  # a factory: what it makes is seen beneath
            continue
        if not field.required and not _fits(field.type, default):
            yield f".{field.name}: its default {default!r} does not fit its annotation"
            return
    if not any(field.required for field in fields):
        try:
            cls()
        except Refusal:  # one of several keys may be needed
            return
        except Exception as wrong:  # noqa: BLE001  foreign code: anything may come
            yield f" cannot be made of its defaults: {type(wrong).__name__}: {wrong}"


def _fits(type_: FieldType, value: Any) -> bool:
    match type_.form:
        case "int":
            return isinstance(value, int) and not isinstance(value, bool)
        case "literal":
            return value in type_.args
        case "union":
            return any(_fits(each, value) for each in type_.args)
        case "table":
            return isinstance(value, type_.table)
        case "part":
            return hasattr(value, ROLES[type_.table][0])
        case form:
            return isinstance(value, _PLAIN[form])


def _said(text: str | Text) -> bool:
    if isinstance(text, Text):
        return bool(text.id.strip() and text.en.strip())
    return bool(text.strip())
