"""Kota Malang: the panel's five offices, recorded advice, and weights of officials in two posts.

Example:
    ::

        [plugins]
        malang = "1.0"

        [panel]
        use = "malang:five-offices"
"""

from collections.abc import Iterable, Sequence

from ujikom_rules.plugin import (
    Finding,
    PanelRule,
    Part,
    PluginInfo,
    Ruleset,
    Stage,
    Text,
    Weighting,
    hookimpl,
)
from ujikom_rules_malang.advice import GIVERS, Masukan
from ujikom_rules_malang.panel import FiveOffices
from ujikom_rules_malang.weights import RangkapJabatan, findings_of


@hookimpl
def ujikom_plugin_info() -> PluginInfo:
    """Who this is."""
    return PluginInfo(api=1, title="Kota Malang")


@hookimpl
def ujikom_panel_rules() -> Iterable[Part[PanelRule]]:
    """The composition of the panel."""
    return [
        Part(
            "five-offices",
            FiveOffices,
            summary=Text(
                "Lima penguji dari luar kota: tiga akademisi, BKD provinsi, dan BKN regional.",
                "Five from outside the city: three academics, the province's BKD, regional BKN.",
            ),
        ),
    ]


@hookimpl
def ujikom_stage_kinds() -> Iterable[Part[Stage]]:
    """The stage that only records."""
    return [
        Part(
            "masukan",
            Masukan,
            gives="advice",
            summary=Text(
                "Masukan dari pemberi yang disebut, tanpa bobot.",
                "Records advice of named givers; nothing here reaches a score.",
            ),
            titles={"from": Text("pemberi masukan", "givers of advice")},
            words={"from": GIVERS},
        ),
    ]


@hookimpl
def ujikom_weightings() -> Iterable[Part[Weighting]]:
    """The weights of an official who acts in a second post."""
    return [
        Part(
            "rangkap-jabatan",
            RangkapJabatan,
            summary=Text(
                "Bobot menurut kelompok jabatan; rangkap jabatan memakai rata-rata dua baris.",
                "Weights by group of posts; who acts in a second one gets the mean of both rows.",
            ),
            titles={
                "group": Text("kelompok jabatan sendiri", "group of the own post"),
                "acting": Text("kelompok jabatan kedua", "group of the second post"),
            },
        ),
    ]


@hookimpl
def ujikom_review_ruleset(ruleset: Ruleset) -> Sequence[Finding]:
    """Whether the table of weights has a row for every group that a fact may name."""
    return list(findings_of(ruleset))
