"""The panel rule `kendari:five-of-three-kinds`."""

from collections.abc import Mapping

import pytest

import ujikom_rules as ujikom
import ujikom_rules_kendari

RULES = """
schema = 1
[ruleset]
id = "contoh/panitia"
version = "1.0"
title = "Contoh"
source = "assumption"
[plugins]
kendari = "1.0"
[panel]
use = "kendari:five-of-three-kinds"
[[stages]]
id = "paparan"
kind = "panel"
scale = { lower = 0, upper = 100 }
"""
FIVE = (
    {"id": "E1", "kind": "akademisi"},
    {"id": "E2", "kind": "akademisi"},
    {"id": "E3", "kind": "inspektur", "person": "P3"},
    {"id": "E4", "kind": "tokoh-masyarakat"},
    {"id": "E5", "kind": "tokoh-masyarakat"},
)


def evaluated(*examiners: Mapping[str, str], severity: str = "error") -> ujikom.Evaluation:
    rules = RULES.replace('kinds"\n', f'kinds"\nseverity = "{severity}"\n')
    return ujikom.score(
        ujikom.parse_ruleset(rules),
        ujikom.parse_scoresheet(
            {
                "event": {"id": "contoh", "date": "2025-03-25"},
                "candidates": [{"id": "K1", "person": "P1"}],
                "examiners": list(examiners),
                "ratings": [],
            }
        ),
        plugins={"kendari": ujikom_rules_kendari},
    )


def said(*examiners: Mapping[str, str]) -> list[str]:
    with pytest.raises(ujikom.Refused) as refused:
        evaluated(*examiners)
    return [f"{each.severity}: {each.args['said'].en}" for each in refused.value.findings]


def test_two_academics_an_inspector_and_two_community_figures_are_seated() -> None:
    evaluation = evaluated(*FIVE)
    assert evaluation.findings == ()
    assert evaluation["K1"].owed == tuple(f"paparan@E{number}" for number in range(1, 6))


def test_each_kind_is_counted() -> None:
    assert said(*FIVE[1:]) == ["error: Examiners of the kind akademisi: 1; there must be 2."]
    assert said(*FIVE, {"id": "E6", "kind": "inspektur"}) == [
        "error: Examiners of the kind inspektur: 2; there must be 1."
    ]


def test_a_fourth_kind_has_no_seat() -> None:
    assert said(*FIVE, {"id": "E6", "kind": "narasumber"}) == [
        "error: Examiner E6 is of none of the three kinds."
    ]


def test_an_inspector_who_is_also_examined_is_not_seated() -> None:
    clash = {**FIVE[2], "person": "P1"}
    assert "error: The inspector E3 is also examined at this event and is not seated." in said(
        *FIVE[:2], clash, *FIVE[3:]
    )


def test_nor_is_anybody_else_who_is_examined() -> None:
    clash = {**FIVE[4], "person": "P1"}
    assert "error: Examiner E5 is also examined at this event and is not seated." in said(
        *FIVE[:4], clash
    )


def test_a_warning_lets_the_scoring_go_on_but_not_past_a_clash() -> None:
    evaluation = evaluated(*FIVE[1:], severity="warning")
    assert [each.severity for each in evaluation.findings] == ["warning"]
    with pytest.raises(ujikom.Refused):
        evaluated(*FIVE[:4], {**FIVE[4], "person": "P1"}, severity="warning")


def test_the_order_of_the_rows_changes_nothing() -> None:
    turned = evaluated(*reversed(FIVE))
    assert set(turned["K1"].owed) == set(evaluated(*FIVE)["K1"].owed)
