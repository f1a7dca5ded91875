"""Who is seated by the rules of a panel, and what those rules say; who sits on both sides."""

from collections.abc import Iterable, Sequence
from types import ModuleType

import pytest
from attrs import frozen

from tests.little_events import plan, refusals, said, score, totals
from ujikom_rules.messages import hint_of, text_of
from ujikom_rules.plugin import Examiner, PanelAt, PanelRule, Part, PluginInfo, Text, hookimpl

STAGE = """
[[stages]]
id = "w"
kind = "panel"
scale = { lower = 0, upper = 100 }
"""
MARKS = "A01 w E1 60\nA01 w E2 90\n"


def test_without_a_rule_every_examiner_of_the_sheet_is_seated() -> None:
    evaluation = score(STAGE, MARKS, examiners=[{"id": name} for name in ("E3", "E1", "E2")])
    assert evaluation["A01"].owed == ("w@E3",)


def test_who_is_not_seated_owes_nothing_and_may_not_mark() -> None:
    rule = '[panel]\nuse = "composition"\nconflict = "unseat"\n'
    recusals = [{"examiner": "E3", "candidacy": "A02"}]
    sheet = {
        "recusals": recusals,
        "examiners": [{"id": name} for name in ("E1", "E2", "E3")],
        "candidates": [{"id": "A01"}, {"id": "A02"}],
    }
    evaluation = score(rule + STAGE, f"{MARKS}A02 w E1 50\nA02 w E2 50", **sheet)
    assert totals(evaluation) == {"A01": "75", "A02": "50"}
    assert refusals(rule + STAGE, f"{MARKS}A01 w E3 70", **sheet) == ["UJ665 /ratings/2"]


def test_an_examiner_is_seated_whom_all_rules_seat() -> None:
    rules = (
        '[[panel]]\nuse = "composition"\nexaminee = { severity = "warning" }\n'
        '[[panel]]\nuse = "composition"\nconflict = "unseat"\n'
    )
    evaluation = score(
        rules + STAGE,
        "A01 w E1 60",
        examiners=[{"id": "E1"}, {"id": "E2"}, {"id": "E3", "person": "P7"}],
        recusals=[{"examiner": "E2", "candidacy": "A02"}],
        candidates=[{"id": "A01"}, {"id": "A02", "person": "P7"}],
    )
    assert totals(evaluation) == {"A01": "60", "A02": None}
    assert evaluation["A02"].owed == ("w@E1",)


def test_a_stage_may_have_a_panel_of_its_own() -> None:
    own = STAGE.replace(
        'kind = "panel"', 'kind = "panel"\npanel = { use = "composition", quorum = 3 }'
    )
    assert totals(score(own, MARKS)) == {"A01": None}
    assert totals(score(own, f"{MARKS}A01 w E3 30")) == {"A01": "60"}


def test_a_breach_stops_the_work_at_the_key_of_the_rule() -> None:
    rule = '[panel]\nuse = "composition"\nsize = { at-least = 3 }\n'
    assert refusals(rule + STAGE, MARKS) == ["UJ561 panel.size"]
    warned = rule.replace("at-least = 3", 'at-least = 3, severity = "warning"')
    evaluation = score(warned + STAGE, MARKS)
    assert said(evaluation.findings, "warning") == ["UJ561 panel.size"]
    assert totals(evaluation) == {"A01": "75"}


BOTH_SIDES = {
    "candidates": [{"id": "A01", "person": "P1"}, {"id": "A02"}],
    "examiners": [{"id": "E1", "person": "P1"}, {"id": "E2", "person": "A02"}, {"id": "E3"}],
}


def test_the_same_person_on_both_sides_is_a_warning() -> None:
    marks = "A01 w E2 50\nA01 w E3 50\nA01 w E1 50"
    evaluation = score(STAGE, marks, **BOTH_SIDES)
    assert said(evaluation.findings, "warning") == ["UJ674 /examiners/0"]
    (clash,) = [each for each in evaluation.findings if each.code == "UJ674"]
    assert text_of(clash, "en") == "the person 'P1' is examiner and candidate at once"


def test_where_the_panel_rule_bars_examinees_it_says_so_itself() -> None:
    rule = '[panel]\nuse = "composition"\nexaminee = true\n'
    assert refusals(rule + STAGE, "A01 w E3 50", **BOTH_SIDES) == [
        "UJ561 /examiners/0",  # person P1 is candidate A01
        "UJ561 /examiners/1",  # person A02 stands for the candidate of that id
    ]


@frozen(kw_only=True)
class Curious:
    """Says what it sees and seats the first."""

    quorum_count: int | None = None

    def seat(self, examiners: Sequence[Examiner], panel: PanelAt) -> Sequence[str]:
        seen = (*sorted(panel.examined), *sorted(panel.conflicted), str(panel.quorum))
        panel.find(Text.same(" ".join(seen)), "note", hint=Text("coba", "try"))
        panel.find(Text.same("siapa"), "note", examiner="E9")
        panel.find(Text.same("ini"), "note", examiner="E2", key="kunci")
        return [examiners[0].id, "E7"]


def curious() -> ModuleType:
    module = ModuleType("curious")

    @hookimpl
    def ujikom_plugin_info() -> PluginInfo:
        return PluginInfo(api=1, title="Curious")

    @hookimpl
    def ujikom_panel_rules() -> Iterable[Part[PanelRule]]:
        return [Part("one", Curious)]

    for hook in (ujikom_plugin_info, ujikom_panel_rules):
        setattr(module, hook.__name__, hook)
    return module


@pytest.mark.parametrize("quorum, shown", [("", "None"), ("quorum-count = 1\n", "1")])
def test_what_a_rule_sees_and_where_its_words_stand(quorum: str, shown: str) -> None:
    rules = f'[plugins]\ndemo = "1.0"\n[panel]\nuse = "demo:one"\n{quorum}'
    made = plan(rules + STAGE, {"demo": curious()})
    evaluation = score(
        made,
        "A01 w E1 60",
        examiners=[{"id": "E1"}, {"id": "E2"}],
        candidates=[{"id": "A01", "person": "P1"}, {"id": "A02"}],
        recusals=[{"examiner": "E2", "candidacy": "A02"}],
    )
    notes = [each for each in evaluation.findings if each.code == "UJ561"]
    plain = "fit the examiners of the scoresheet to the panel rule"
    assert [(each.path, text_of(each, "en"), hint_of(each, "en")) for each in notes] == [
        ("/examiners/1", "panel: ini", plain),
        ("panel", f"panel: A02 P1 E2 {shown}", "try"),
        ("panel", "panel: siapa", plain),
    ]
    assert {each.plugin for each in notes} == {"demo"}
    assert evaluation["A01"].owed == ()
