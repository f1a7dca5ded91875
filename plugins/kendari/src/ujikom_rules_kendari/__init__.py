"""Kota Kendari: a work programme, written and presented, and the panel that rates it.

Example:
    ::

        [plugins]
        kendari = "1.0"

        [panel]
        use = "kendari:five-of-three-kinds"
"""

from collections.abc import Iterable, Sequence

from ujikom_rules.plugin import Finding, PanelRule, Part, PluginInfo, Ruleset, Stage, Text, hookimpl
from ujikom_rules_kendari.panel import FiveOfThreeKinds
from ujikom_rules_kendari.paparan import TITLES, WORDS, Half, ProgramPaparan
from ujikom_rules_kendari.review import findings_of


@hookimpl
def ujikom_plugin_info() -> PluginInfo:
    """Who this is."""
    return PluginInfo(api=1, title="Kota Kendari")


@hookimpl
def ujikom_stage_kinds() -> Iterable[Part[Stage]]:
    """The stage of the work programme."""
    return [
        Part(
            "program-paparan",
            ProgramPaparan,
            criteria=Half,
            reads="examiners",
            summary=Text(
                "Program kerja: naskah dan paparan, dinilai seluruh panitia.",
                "A work programme, written and presented, rated by the whole panel.",
            ),
            titles=TITLES,
            words=WORDS,
        ),
    ]


@hookimpl
def ujikom_panel_rules() -> Iterable[Part[PanelRule]]:
    """The composition of the panel."""
    return [
        Part(
            "five-of-three-kinds",
            FiveOfThreeKinds,
            summary=Text(
                "Lima penguji: dua akademisi, satu inspektur, dua tokoh masyarakat.",
                "Five examiners: two academics, one inspector, two community figures.",
            ),
        ),
    ]


@hookimpl
def ujikom_review_ruleset(ruleset: Ruleset) -> Sequence[Finding]:
    """Whether each work programme has both halves, and a yes-no fact says whether it was late."""
    return list(findings_of(ruleset))
