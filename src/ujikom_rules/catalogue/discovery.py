"""Which plugins are there: entry points of installed distributions, or modules given in process.

The name of an entry point is the plugin's namespace, known without importing anything.
"""

from collections.abc import Mapping
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from attrs import frozen

from ujikom_rules import names

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint, EntryPoints

VERSION = "0.1.0"  # of this library, as pyproject.toml says it: a test holds the two together
GROUP = "ujikom_rules"
BUILTIN = "ujikom_rules.builtin"
DISTRIBUTION = "ujikom-rules"
IN_PROCESS = "in process"


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
        dist = entry.dist
        name, number = (dist.name, dist.version) if dist is not None else (entry.value, "")
        found.append(Found(entry.name, name, number, entry=entry))
    return tuple(sorted(found, key=lambda each: (each.namespace, each.distribution)))


def given(modules: Mapping[str, ModuleType]) -> tuple[Found, ...]:
    """Modules handed over in process; only these exist then."""
    return tuple(Found(name, IN_PROCESS, module=module) for name, module in modules.items())


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
