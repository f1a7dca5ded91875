"""The panel rule `malang:five-offices`."""

from collections.abc import Mapping

import pytest

import ujikom_rules as ujikom
import ujikom_rules_malang

RULES = """
schema = 1
[ruleset]
id = "contoh/panitia"
version = "1.0"
title = "Contoh"
source = "assumption"
[plugins]
malang = "1.0"
[panel]
use = "malang:five-offices"
[[stages]]
id = "wawancara"
kind = "panel"
scale = { lower = 0, upper = 100 }
"""
FIVE: tuple[Mapping[str, str], ...] = (
    {"id": "E1", "kind": "akademisi", "origin": "external", "role": "chair"},
    {"id": "E2", "kind": "akademisi", "origin": "external"},
    {"id": "E3", "kind": "akademisi", "origin": "external"},
    {"id": "E4", "kind": "bkd-provinsi", "origin": "external"},
    {"id": "E5", "kind": "bkn-regional", "origin": "external"},
)


def evaluated(*examiners: Mapping[str, str], severity: str = "error") -> ujikom.Evaluation:
    rules = RULES.replace('offices"\n', f'offices"\nseverity = "{severity}"\n')
    sheet = {
        "event": {"id": "contoh", "date": "2024-03-04"},
        "candidates": [{"id": "A1", "person": "P1"}],
        "examiners": list(examiners),
        "ratings": [],
    }
    return ujikom.score(
        ujikom.parse_ruleset(rules),
        ujikom.parse_scoresheet(sheet),
        plugins={"malang": ujikom_rules_malang},
    )


def said(*examiners: Mapping[str, str]) -> list[str]:
    with pytest.raises(ujikom.Refused) as refused:
        evaluated(*examiners)
    return [each.args["said"].en for each in refused.value.findings]


def changed(number: int, **keys: str) -> tuple[Mapping[str, str], ...]:
    return tuple(
        {**each, **keys} if place == number else each for place, each in enumerate(FIVE, start=1)
    )


def test_the_five_offices_are_seated() -> None:
    evaluation = evaluated(*FIVE)
    assert evaluation.findings == ()
    assert set(evaluation["A1"].owed) == {f"wawancara@E{number}" for number in range(1, 6)}


def test_there_are_exactly_five() -> None:
    assert set(said(*FIVE[:2], *FIVE[3:])) == {
        "Examiners of the kind akademisi: 2; there must be 3.",
        "Examiners seated: 4; there must be 5.",
    }
    assert "Examiners seated: 6; there must be 5." in said(
        *FIVE, {"id": "E6", "kind": "akademisi", "origin": "external"}
    )


@pytest.mark.parametrize("number,kind", [(4, "bkd-provinsi"), (5, "bkn-regional")])
def test_each_regional_head_is_there(number: int, kind: str) -> None:
    assert f"Examiners of the kind {kind}: 0; there must be 1." in said(
        *changed(number, kind="akademisi")
    )


def test_another_kind_has_no_seat() -> None:
    assert "Examiner E3 comes from none of the five offices." in said(*changed(3, kind="wartawan"))


def test_the_chair_is_one_academic() -> None:
    assert said(*changed(1, role="member")) == ["Chairs: 0; must be 1."]
    assert said(*changed(2, role="chair")) == ["Chairs: 2; must be 1."]
    moved = ({**FIVE[0], "role": "member"}, *FIVE[1:3], {**FIVE[3], "role": "chair"}, FIVE[4])
    assert said(*moved) == ["The chair E4 is no academic."]


def test_nobody_comes_from_the_city() -> None:
    assert said(*changed(2, origin="internal")) == ["Examiner E2 comes from the city itself."]


def test_an_origin_that_nobody_recorded_is_a_warning() -> None:
    unknown = {key: word for key, word in FIVE[1].items() if key != "origin"}
    (found,) = evaluated(FIVE[0], unknown, *FIVE[2:]).findings
    assert found.severity == "warning"
    assert found.args["said"].en == "The origin of examiner E2 is not recorded."


def test_who_is_examined_is_not_seated_and_that_is_an_error() -> None:
    clash = "Examiner E4 is also examined at this event and is not seated."
    assert clash in said(*changed(4, person="P1"))
    with pytest.raises(ujikom.Refused) as refused:
        evaluated(*changed(4, person="P1"), severity="warning")
    errors = [each for each in refused.value.findings if each.severity == "error"]
    assert [each.args["said"].en for each in errors] == [clash]


def test_a_warning_lets_another_panel_score() -> None:
    evaluation = evaluated(*FIVE[:3], severity="warning")
    assert {each.severity for each in evaluation.findings} == {"warning"}
    assert len(evaluation["A1"].owed) == 3


def test_the_order_of_the_rows_changes_nothing() -> None:
    turned = evaluated(*reversed(FIVE))
    assert set(turned["A1"].owed) == set(evaluated(*FIVE)["A1"].owed)
