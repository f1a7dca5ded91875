"""What the kit draws: marks that lie on their scale, and events that every ruleset can score."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ujikom_rules as ujikom
import ujikom_rules_kendari
import ujikom_rules_malang
from ujikom_rules.errors import errors_in
from ujikom_rules.model.ruleset import Level
from ujikom_rules.plugin import Candidacy, Figure, Scale
from ujikom_rules.testing import Mark, scoresheets, strategies

LEVELS = tuple(Level(Fraction(n, 3)) for n in (1, 2, 5))
SCALES = [
    strategies.FROM_0_TO_100,
    Scale(Fraction(0), Fraction(10)),
    Scale(Fraction(1), Fraction(10), Fraction(3)),
    Scale(Fraction(1, 3), Fraction(5, 3), levels=LEVELS),
]


@given(data=st.data())
@pytest.mark.parametrize("scale", SCALES)
def test_marks_lie_on_their_scale(scale: Scale, data: st.DataObject) -> None:
    assert scale.holds(data.draw(strategies.marks(scale)))
    figure = data.draw(strategies.figures(scale))
    assert scale.holds(figure.value)


@given(strategies.items(2, 5))
def test_items_have_one_weight_and_an_examiner_each(items: list[Mark]) -> None:
    assert 2 <= len(items) <= 5
    assert sum(item.weight.value for item in items if item.weight) == 100
    assert [item.examiner and item.examiner.id for item in items] == [item.id for item in items]


@given(strategies.examiners(1, 4, kinds=["inspektur"]), strategies.candidacies())
def test_people_have_ids_of_their_own(panel: list[Any], candidacy: Candidacy) -> None:
    assert [each.id for each in panel] == [f"E{n}" for n in range(1, len(panel) + 1)]
    assert {each.kind for each in panel} == {"inspektur"}
    assert candidacy.id in {"A01", "A02"}


@given(strategies.weights(["a", "b", "c"]))
def test_weights_sum_to_exactly_100(weights: Mapping[str, Figure]) -> None:
    assert sum(weight.value for weight in weights.values()) == 100
    assert min(weight.value for weight in weights.values()) >= 0


# --- whole events

CITIES = {"malang": ujikom_rules_malang, "kendari": ujikom_rules_kendari}
MALANG = [
    {"id": f"E{n}", "kind": kind, "origin": "external", "role": "member" if n else "chair"}
    for n, kind in enumerate(("akademisi",) * 3 + ("bkd-provinsi", "bkn-regional"))
]
KENDARI = [
    {"id": f"E{n}", "kind": kind}
    for n, kind in enumerate(
        ("akademisi", "akademisi", "inspektur", "tokoh-masyarakat", "tokoh-masyarakat")
    )
]
RULES = """
schema = 1
[ruleset]
id = "contoh/coba"
version = "1.0"
title = "Contoh"
source = "assumption"
[facts]
group = { type = "text", one-of = ["opd", "sekda"] }
years = { type = "number", lower = 0, upper = 40, step = 1 }
index = { type = "number" }
head = { type = "yes-no" }
grade = { type = "level", levels = ["rendah", "tinggi"] }
appointed = { type = "date" }
served = { type = "years", since = "appointed" }
[[stages]]
id = "syarat"
kind = "requirement-gate"
require = { all = [{ fact = "served", at-least = 2 }, { fact = "grade", at-least = "tinggi" }] }
[[stages]]
id = "asesmen"
kind = "imported"
weight = 40
valid = { years = 3 }
scale = { levels = [{ value = 1 }, { value = 2.5 }, { value = 4 }] }
[[stages]]
id = "wawancara"
kind = "panel"
weight = 60
criteria = [
  { id = "gagasan", weight = 50, scale = { lower = 0, upper = 10, step = 0.5 } },
  { id = "masa", weight = 50, reads = { fact = "years" } },
]
[[stages]]
id = "masukan"
kind = "advisory"
[[stages]]
id = "laporan"
kind = "evidence-gate"
requires = ["laporan-bkn"]
signed-by = "all-seated"
[ranking]
within = { fact = "group" }
"""
SMALL = ujikom.plan(ujikom.parse_ruleset(RULES), plugins={})


EVENTS: Mapping[str, tuple[ujikom.Plan, Any]] = {
    "malang": (ujikom.plan("malang/2024", plugins=CITIES), MALANG),
    "kendari": (ujikom.plan("kendari/2025", plugins=CITIES), KENDARI),
    "national": (ujikom.plan("national/ujikom-mutasi", plugins={}), MALANG),
    "small": (SMALL, None),
}


@pytest.mark.parametrize("name", EVENTS)
@settings(max_examples=20)
@given(data=st.data())
def test_every_event_that_is_drawn_can_be_scored(name: str, data: st.DataObject) -> None:
    plan, panel = EVENTS[name]
    drawn = data.draw(scoresheets(plan, examiners=panel))
    evaluation = ujikom.evaluate(plan, ujikom.parse_scoresheet(drawn))
    assert len(evaluation) == len(drawn["candidates"])
    assert not errors_in(evaluation.findings)


@given(scoresheets(SMALL, whole=True, most=2))
def test_a_whole_event_lacks_nothing(drawn: Any) -> None:
    evaluation = ujikom.evaluate(SMALL, ujikom.parse_scoresheet(drawn))
    assert evaluation.findings == ()
    assert all(result.total is not None and not result.owed for result in evaluation)
    assert not evaluation.provisional


@given(scoresheets(SMALL, whole=True, most=1, examiners=[{"id": "E1", "stages": ["asesmen"]}]))
def test_examiners_mark_only_their_stages(drawn: Any) -> None:
    assert {row["stage"] for row in drawn["ratings"]} == {"asesmen"}
