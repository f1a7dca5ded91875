"""Which plugin takes the time: a plan whose foreign parts are timed by a clock from outside.

Evaluation knows no clock. Who wants to know where the time goes hands one over here, evaluates
the plan that comes back, and asks the meter; results are the same.
"""

from collections.abc import Callable
from typing import Any, TypeAlias

import attrs
from attrs import evolve, frozen

from ujikom_rules.errors import Finding
from ujikom_rules.messages import finding
from ujikom_rules.names import CORE, shown
from ujikom_rules.planned import Plan, PlannedPart

Clock: TypeAlias = Callable[[], int]
SECOND = 1_000_000_000  # in the clock's nanoseconds
TENTH = SECOND // 10


class Meter:
    """How long each foreign part took, in nanoseconds, by the part as it stands in the plan.

    Args:
        clock: nanoseconds since any moment, such as `time.perf_counter_ns`.
    """

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.spent: dict[PlannedPart, int] = {}

    def slow(self, whole: int) -> tuple[Finding, ...]:
        """A warning for each part that took over a second, and over half of the whole.

        Args:
            whole: nanoseconds that the evaluation took.
        """
        return tuple(
            finding(
                "UJ524",
                part.place,
                part.path,
                plugin=part.namespace,
                part=shown(part.name),
                distribution=part.distribution,
                got=_seconds(spent),
                whole=_seconds(whole),
            )
            for part, spent in self.spent.items()
            if spent > SECOND and 2 * spent > whole
        )


def _seconds(spent: int) -> str:
    whole, rest = divmod(spent, SECOND)
    return f"{whole}.{rest // TENTH}"


def timed(plan: Plan, clock: Clock) -> tuple[Plan, Meter]:
    """The same plan with its plugins' parts timed; the core's own are left alone.

    Example:
        ``plan, meter = timed(plan, time.perf_counter_ns)``
    """
    meter = Meter(clock)
    if all(namespace == CORE for namespace in plan.plugins):
        return plan, meter
    found: Plan = _laid(plan, meter)
    return found, meter


def _laid(value: Any, meter: Meter) -> Any:
    """A value of the plan with every foreign part in it timed."""
    if isinstance(value, tuple):
        laid = tuple(_laid(each, meter) for each in value)
        return value if all(map(_same, laid, value)) else laid
    if isinstance(value, PlannedPart) and value.namespace != CORE:
        return evolve(value, part=_Timed(value, meter))
    if not attrs.has(type(value)) or not type(value).__module__.startswith(_OURS):
        return value
    changed = {}
    for each in attrs.fields(type(value)):
        old = getattr(value, each.name)
        new = _laid(old, meter)
        if new is not old:
            changed[each.alias] = new
    return evolve(value, **changed) if changed else value


def _same(new: object, old: object) -> bool:
    return new is old


_OURS = ("ujikom_rules.planned", "ujikom_rules.builtin")


@frozen(eq=False)
class _Timed:
    """A part with a stopwatch around its methods."""

    _planned: PlannedPart
    _meter: Meter

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._planned.part, name)
        if not callable(found):
            return found
        meter, part = self._meter, self._planned

        def run(*args: Any, **keys: Any) -> Any:
            began = meter.clock()
            try:
                return found(*args, **keys)
            finally:
                meter.spent[part] = meter.spent.get(part, 0) + meter.clock() - began

        return run
