"""Which plugins are there: entry points of installed distributions, or modules given in process.

The name of an entry point is the plugin's namespace, known without importing anything.
"""

from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from attrs import frozen

from ujikom_rules import names
from ujikom_rules.reading.packages import Package

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint, EntryPoints

VERSION = "0.1.0"  # of this library, as pyproject.toml says it: a test holds the two together
GROUP = "ujikom_rules"
BUILTIN = "ujikom_rules.builtin"
DISTRIBUTION = "ujikom-rules"
IN_PROCESS = "in process"
RULESETS = "rulesets"  # the folder of a package in which its rulesets lie


@frozen(eq=False, repr=False)
class Found:
    """A plugin that could be loaded.

    Attributes:
        namespace: its name in rulesets.
        distribution: what was installed, or ``in process``.
        version: the distribution's version; empty in process.
        module: the module where it was given, else None.
        entry: the entry point that leads to it.
    """

    namespace: str
    distribution: str
    version: str = ""
    module: ModuleType | None = None
    entry: "EntryPoint | None" = None

    @property
    def shown(self) -> str:
        """Distribution and version, for messages."""
        return f"{self.distribution} {self.version}".strip()


def core() -> Found:
    """The core's own plugin, which enters by the same door as any other."""
    return Found(names.CORE, DISTRIBUTION, VERSION, module=import_module(BUILTIN))


def entry_points(*, group: str) -> "EntryPoints":
    """The entry points of what is installed; what finds them is slow to load and seldom wanted."""
    from importlib import metadata  # noqa: PLC0415

    return metadata.entry_points(group=group)


def installed() -> tuple[Found, ...]:
    """All installed plugins by namespace, nothing imported."""
    found = []
    for entry in entry_points(group=GROUP):
        said = None if entry.dist is None else entry.dist.metadata  # read anew whenever it is asked
        name, number = (entry.value, "") if said is None else (said["Name"], said["Version"])
        found.append(Found(entry.name, name, number, entry=entry))
    return tuple(sorted(found, key=lambda each: (each.namespace, each.distribution)))


def given(modules: Mapping[str, ModuleType]) -> tuple[Found, ...]:
    """Modules handed over in process; only these exist then."""
    return tuple(Found(name, IN_PROCESS, module=module) for name, module in modules.items())


def rulesets_of(found: Found) -> Path | None:
    """The folder of a plugin's own rulesets; None where it carries none. Imports nothing.

    It lies in the package that the entry point names; of a module that was handed over, beside
    its file.
    """
    for folder in _folders_of(found):
        if (folder / RULESETS).is_dir():
            return folder / RULESETS
    return None


def _folders_of(found: Found) -> list[Path]:
    """The folders of a plugin's package, the innermost first."""
    if found.module is not None:
        file = getattr(found.module, "__file__", None)
        return [] if file is None else [Path(file).parent]
    if found.entry is None:
        return []
    top, *inner = found.entry.module.split(".")
    try:
        spec = find_spec(top)  # of a module without dots, which looks and does not import
    except (ImportError, ValueError):
        return []
    roots = [] if spec is None else [Path(each) for each in spec.submodule_search_locations or ()]
    depths = range(len(inner), -1, -1)
    return [root.joinpath(*inner[:depth]) for root in roots for depth in depths]


@frozen(eq=False, repr=False)
class Carriers:
    """The plugins as carriers of rulesets, looked up when one of them is named.

    Attributes:
        modules: where given, only these exist.
    """

    modules: Mapping[str, ModuleType] | None = None

    def _there(self) -> tuple[Found, ...]:
        return installed() if self.modules is None else given(self.modules)

    def namespaces(self) -> tuple[str, ...]:
        """The names that may stand before an id."""
        return tuple(dict.fromkeys((names.CORE, *(each.namespace for each in self._there()))))

    def of(self, namespace: str, /) -> tuple[Package, ...]:
        """The packages of a name: one, unless two have taken the same."""
        same = (each for each in self._there() if each.namespace == namespace)
        return tuple(Package(each.shown, rulesets_of(each)) for each in same)


def meets(version_: str, wanted: str) -> bool:
    """Whether a distribution's version is at least `wanted` and below its next major one.

    >>> meets("1.2", "1.0"), meets("2.0", "1.0"), meets("0.9", "1.0")
    (True, False, False)
    """
    has, needs = _numbers(version_), _numbers(wanted)
    return bool(has and needs) and has[0] == needs[0] and has >= needs


def _numbers(text: str) -> tuple[int, ...]:
    numbers: list[int] = []
    for part in text.split("."):
        digits = part[: len(part) - len(part.lstrip("0123456789"))]
        if not digits:
            break
        numbers.append(int(digits))
    while len(numbers) > 1 and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)
