"""Which plugins are there: entry points of installed distributions, or modules given in process.

The name of an entry point is the plugin's namespace, known without importing anything.
"""

from collections.abc import Mapping
from importlib.metadata import EntryPoint, PackageNotFoundError, entry_points, version
from types import ModuleType

from attrs import frozen

from ujikom_rules import names

GROUP = "ujikom_rules"
BUILTIN = "ujikom_rules.builtin"
DISTRIBUTION = "ujikom-rules"
IN_PROCESS = "in process"


@frozen(eq=False)
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
    entry: EntryPoint | None = None

    @property
    def shown(self) -> str:
        """Distribution and version, for messages."""
        return f"{self.distribution} {self.version}".strip()


def engine_version() -> str:
    """The version of this library's distribution; ``0`` when it runs from loose files."""
    try:
        return version(DISTRIBUTION)
    except PackageNotFoundError:
        return "0"


def core() -> Found:
    """The core's own plugin, which enters by the same door as any other."""
    return Found(
        names.CORE, DISTRIBUTION, engine_version(), entry=EntryPoint(names.CORE, BUILTIN, GROUP)
    )


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
