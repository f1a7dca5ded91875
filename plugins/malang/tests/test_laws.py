"""Malang's parts, held against the contract and the laws of their roles."""

from fractions import Fraction

import ujikom_rules_malang
from ujikom_rules.plugin import Fact, Figure
from ujikom_rules.testing import assert_plugin_conforms, panel_laws, stage_laws, weighting_laws
from ujikom_rules_malang.panel import SEATS, FiveOffices
from ujikom_rules_malang.weights import RangkapJabatan


def test_the_plugin_conforms() -> None:
    assert_plugin_conforms(ujikom_rules_malang, namespace="malang")


def test_the_panel_keeps_the_laws() -> None:
    panel_laws(FiveOffices(), kinds=[*SEATS, "wartawan"])


def test_the_weights_keep_the_laws() -> None:
    thirds = {"berkas": Figure(Fraction(100, 3)), "wawancara": Figure(Fraction(200, 3))}
    table = {
        "sekda": {"berkas": Figure(Fraction(40)), "wawancara": Figure(Fraction(60))},
        "opd": thirds,
    }
    part = RangkapJabatan(group=Fact("group"), acting=Fact("acting"), table=table)
    groups = {"group": list(table), "acting": list(table)}
    weighting_laws(part, list(thirds), facts=groups)


def test_advice_keeps_the_laws_and_moves_nothing() -> None:
    rows = [
        {"candidacy": "A01", "stage": "stage", "from": giver, "text": "…"}
        for giver in ("mayor", "journalists", "somebody", "")
    ]
    stage_laws(
        "malang:masukan",
        plugins={"malang": ujikom_rules_malang},
        keys={"from": ["mayor", "journalists"]},
        sheet={"advice": rows},
    )
