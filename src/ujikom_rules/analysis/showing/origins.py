"""Where each default is written down: no ruleset says it, the reference does."""

from collections.abc import Mapping

from attrs import frozen

from ujikom_rules import names
from ujikom_rules.catalogue.catalogue import Offered
from ujikom_rules.compiling.parts import ROLE_TEXTS
from ujikom_rules.messages import Text

# A page's address and title; people are told the title alone, which holds wherever they read it.
_KEYS = Text("docs/id/acuan-kunci.md", "docs/reference/keys.md"), Text("Acuan kunci", "Keys")
_PARTS = (
    Text("docs/id/acuan-bagian.md", "docs/reference/parts.md"),
    Text("Acuan bagian", "Built-in parts"),
)
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
        page: the page of each language, from the root of the repository; empty for a plugin's part.
        title: what that page is called in the documentation.
        section: its heading, without the signs that mark code.
        plugin: the namespace of the plugin whose default it is; empty for the core's.
    """

    page: Text
    title: Text
    section: Text
    plugin: str = ""


def _keys(section: Text | str) -> Origin:
    return Origin(*_KEYS, Text.same(section) if isinstance(section, str) else section)


def of_role(role: str) -> Origin:
    """Where it stands what holds for every part of a role.

    >>> of_role("tie_breakers").section.id
    'Penentu urutan'
    """
    return Origin(*_PARTS, Text(ROLE_TEXTS[role].id.capitalize(), f"{_ROLES[role]}s"))


NODES = _keys(Text("Tahapan, kriteria, nilai akhir", "Stages, criteria, the decision"))
NO_MARKS = _keys("no-marks")
READS = _keys("reads")
PANEL = _keys("[panel]")
ROUNDING = _keys("[rounding]")
RANKING = _keys("[ranking], [rankings.ID]")
OPEN = _keys("[[open]]")
PLUGINS = _keys("[plugins]")
TIE_BREAKS = of_role("tie_breakers")
VALUES = of_role("value_functions")


def of_core(role: str, name: str) -> Origin:
    """Where the defaults of a part of the core stand.

    >>> of_core("aggregators", "rooms-first").section.en
    'Aggregator rooms-first'
    """
    indonesian = ROLE_TEXTS[role].id.capitalize()
    return Origin(*_PARTS, Text(f"{indonesian} {name}", f"{_ROLES[role]} {name}"))


def of_part(role: str, offered: Offered) -> Origin:
    """Where the defaults of a part stand: the core's in the reference, a plugin's with the plugin."""
    owner, name = offered.owner.namespace, offered.part.name
    if owner == names.CORE:
        return of_core(role, name)
    return Origin(Text.same(""), Text.same(""), Text.same(f"{owner}:{name}"), owner)
