"""The plugin manager: loading a plugin, checking its hooks, calling them one by one.

Every call of a hook goes through `call_hook`, which wraps whatever goes wrong as `PluginError`
with the plugin's name. No manager is global: each catalogue owns one.
"""

import importlib
import inspect
from collections.abc import Iterator
from types import ModuleType
from typing import Any, TypeAlias

import pluggy
from attrs import frozen

from ujikom_rules import names
from ujikom_rules.catalogue.discovery import Found
from ujikom_rules.contract import hookspecs
from ujikom_rules.contract.hookspecs import API, OFFERS, PROJECT
from ujikom_rules.contract.roles import PluginInfo
from ujikom_rules.errors import NOWHERE, Finding, Place, PluginError
from ujikom_rules.messages import finding

Manager: TypeAlias = pluggy.PluginManager
_MARK = f"{PROJECT}_impl"
_OPTIONS = ("tryfirst", "trylast", "hookwrapper", "wrapper")
SPECS = {
    name: tuple(inspect.signature(spec).parameters)
    for name, spec in vars(hookspecs).items()
    if name.startswith(f"{PROJECT}_")
}


@frozen(eq=False, repr=False)
class Loaded:
    """A plugin that was imported and checked."""

    found: Found
    module: ModuleType
    info: PluginInfo


class _Manager(pluggy.PluginManager):
    """A manager that looks at hooks alone: what is marked and called otherwise was refused."""

    def parse_hookspec_opts(self, module_or_class: Any, name: str) -> pluggy.HookspecOpts | None:
        return super().parse_hookspec_opts(module_or_class, name) if _is_hook(name) else None

    def parse_hookimpl_opts(self, plugin: Any, name: str) -> pluggy.HookimplOpts | None:
        return super().parse_hookimpl_opts(plugin, name) if _is_hook(name) else None


def _is_hook(name: str) -> bool:
    return name.startswith(f"{PROJECT}_")


def new_manager() -> Manager:
    """A manager that knows the hooks and no plugin."""
    manager = _Manager(PROJECT)
    manager.add_hookspecs(hookspecs)
    return manager


def load(
    manager: Manager, found: Found, place: Place = NOWHERE, path: str = ""
) -> tuple[Loaded | None, tuple[Finding, ...]]:
    """Import a plugin, check it and register it.

    Returns:
        The plugin, or None with findings that say what its author must change.
    """

    def wrong(code: str, **args: Any) -> Finding:
        return finding(
            code, place, path, plugin=found.namespace, got=found.namespace,
            distribution=found.shown, **args,
        )  # fmt: skip

    try:
        module = found.module or importlib.import_module(found.entry.value if found.entry else "")
    except (Exception, SystemExit) as failure:  # noqa: BLE001  foreign code: anything may come
        return None, (wrong("UJ503", reason=reason(failure)),)
    faults = tuple(_hook_faults(module, wrong))
    if faults:
        return None, faults
    try:
        manager.register(module, name=found.namespace)
        manager.check_pending()
    except (pluggy.PluginValidationError, ValueError) as failure:
        return None, (wrong("UJ503", reason=reason(failure)),)
    try:
        info = call_hook(manager, found, "ujikom_plugin_info")
    except PluginError as failure:
        return None, (wrong("UJ514", hook=failure.where, reason=failure.reason),)
    if info is None:
        return None, (wrong("UJ505"),)
    if not isinstance(info, PluginInfo):
        said = type(info).__name__
        return None, (wrong("UJ515", hook="ujikom_plugin_info", expected="PluginInfo", said=said),)
    if info.api != API:
        return None, (wrong("UJ504", api=info.api, expected=API),)
    return Loaded(found, module, info), ()


def _hook_faults(module: ModuleType, wrong: Any) -> Iterator[Finding]:
    for name, function in sorted(vars(module).items()):
        mark = getattr(function, _MARK, None) if callable(function) else None
        ours = _is_hook(name) and callable(function)
        if not ours and mark is None:
            continue
        if inspect.getmodule(function) is hookspecs:
            continue
        if name not in SPECS:
            yield wrong("UJ506", hook=name, nearest=names.nearest(name, SPECS))
        elif mark is None:
            yield wrong("UJ508", hook=name)
        elif any(mark.get(option) for option in _OPTIONS) or mark.get("specname"):
            yield wrong("UJ516", hook=name)
        else:
            takes = inspect.signature(function).parameters.values()
            unknown = [  # one with a default of its own would never be filled
                each.name
                for each in takes
                if each.name not in SPECS[name] or each.default is not inspect.Parameter.empty
            ]
            if unknown:
                expected = ", ".join(SPECS[name]) or "—"
                yield wrong("UJ507", hook=name, reason=", ".join(unknown), expected=expected)


def call_hook(manager: Manager, found: Found, hook: str, **args: Any) -> Any:
    """Call one hook of one plugin; None where the plugin does not answer it.

    Offers come back as lists: their generators are run here, inside the guard.

    Raises:
        PluginError: whatever the plugin raised, with its name, distribution and version.
    """
    for impl in getattr(manager.hook, hook).get_hookimpls():
        if impl.plugin_name != found.namespace:
            continue
        try:
            answer = impl.function(*(args[name] for name in impl.argnames))
            if hook in OFFERS and answer is not None:
                answer = list(answer)
        except (Exception, SystemExit) as failure:  # foreign code: anything may come
            raise PluginError(found.namespace, found.shown, hook, reason(failure)) from failure
        return answer
    return None


@frozen(eq=False, repr=False)
class Told:
    """A function that answers a passage with one argument, which it may leave out."""

    function: Any
    takes: int

    def __call__(self, *args: Any) -> Any:
        """Tell it what it wants to know."""
        return self.function(*args[: self.takes])


def answers(manager: pluggy.PluginManager, found: Found, hook: str) -> Told | None:
    """What a plugin answers a hook with, or None."""
    for impl in getattr(manager.hook, hook).get_hookimpls():
        if impl.plugin_name == found.namespace:
            return Told(impl.function, len(impl.argnames))
    return None


def reason(failure: BaseException) -> str:
    """What went wrong, as a message says it."""
    return f"{type(failure).__name__}: {failure}" if str(failure) else type(failure).__name__
