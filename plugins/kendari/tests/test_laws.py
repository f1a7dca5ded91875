"""Kendari's parts, held against the contract and the laws of their roles."""

import pytest

import ujikom_rules_kendari
from ujikom_rules.testing import assert_plugin_conforms, panel_laws, stage_laws
from ujikom_rules_kendari.panel import SEATS, FiveOfThreeKinds

HALVES = {
    "naskah": {"part": "written"},
    "penyampaian": {"part": "oral"},
    "dukungan": {"part": "oral"},
}


def test_the_plugin_conforms() -> None:
    assert_plugin_conforms(ujikom_rules_kendari, namespace="kendari")


def test_the_panel_keeps_the_laws() -> None:
    panel_laws(FiveOfThreeKinds(), kinds=[*SEATS, "wartawan"])


@pytest.mark.parametrize("weights", [{}, {"naskah": 40, "penyampaian": 25, "dukungan": 35}])
def test_the_work_programme_keeps_the_laws(weights: dict[str, int]) -> None:
    stage_laws(
        "kendari:program-paparan",
        HALVES,
        plugins={"kendari": ujikom_rules_kendari},
        keys={"written-share": 30, "on-time": {"fact": "tepat-waktu"}},
        weights=weights,
        facts={"tepat-waktu": [True, False]},
    )
