"""Where each default is written down: no ruleset says it, the reference does."""

from collections.abc import Mapping

from attrs import frozen

from ujikom_rules import names
from ujikom_rules.catalogue.catalogue import Offered

_ROLES: Mapping[str, str] = {
    "stage_kinds": "Stage kind",
    "aggregators": "Aggregator",
    "value_functions": "Value function",
    "weightings": "Weighting",
    "panel_rules": "Panel rule",
    "classifiers": "Classifier",
    "tie_breakers": "Tie-breaker",
}


@frozen
class Origin:
    """The section of the reference in which a default stands.

    Attributes:
        page: the page, beneath ``docs/reference``; empty for a plugin's part.
        section: its heading, without the signs that mark code.
        plugin: the namespace of the plugin whose default it is; empty for the core's.
    """

    page: str
    section: str
    plugin: str = ""


def _keys(section: str) -> Origin:
    return Origin("keys.md", section)


NODES = _keys("Stages, criteria, the decision")
NO_MARKS = _keys("no-marks")
READS = _keys("reads")
PANEL = _keys("[panel]")
ROUNDING = _keys("[rounding]")
RANKING = _keys("[ranking], [rankings.ID]")
OPEN = _keys("[[open]]")
PLUGINS = _keys("[plugins]")
TIE_BREAKS = Origin("parts.md", "Tie-breakers")
VALUES = Origin("parts.md", "Value functions")


def of_core(role: str, name: str) -> Origin:
    """Where the defaults of a part of the core stand.

    >>> of_core("aggregators", "rooms-first").section
    'Aggregator rooms-first'
    """
    return Origin("parts.md", f"{_ROLES[role]} {name}")


def of_part(role: str, offered: Offered) -> Origin:
    """Where the defaults of a part stand: the core's in the reference, a plugin's with the plugin."""
    owner, name = offered.owner.namespace, offered.part.name
    if owner == names.CORE:
        return of_core(role, name)
    return Origin("", f"{owner}:{name}", owner)
