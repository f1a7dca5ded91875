"""Who is on a shortlist without qualifying, and who may come on it yet, is told."""

import pytest

import ujikom_rules as ujikom
from tests.little_events import HEAD, tables
from ujikom_rules.model.standings import kept
from ujikom_rules.office.report import Audience, report

INTERVIEW = """
[[stages]]
id = "wawancara"
kind = "weighted-criteria"
weight = {weight}
scale = {{ lower = 0, upper = 100 }}
"""
BEST = """
[[stages]]
id = "terbaik"
title = "Dua terbaik"
kind = "shortlist"
keep = 2
"""
PAPER = INTERVIEW.replace("wawancara", "makalah")
CUT = "[decision]\ncut-score = 70\n"
LAST = INTERVIEW.format(weight=100) + BEST + CUT
BETWEEN = INTERVIEW.format(weight=50) + BEST + PAPER.format(weight=50) + CUT


def evaluated(rules: str, marks: str) -> ujikom.Evaluation:
    people = {"candidates": [{"id": each} for each in ("A01", "A02", "A03")]}
    plan = ujikom.plan(ujikom.parse_ruleset(HEAD + rules, file="a.toml"), plugins={})
    return ujikom.evaluate(plan, ujikom.parse_scoresheet(tables(marks, **people)))


def told(evaluation: ujikom.Evaluation) -> list[tuple[str, str]]:
    return [(each.code, each.args["candidacy"]) for each in evaluation.findings]


def proposed(evaluation: ujikom.Evaluation) -> list[str]:
    ((_, who),) = kept(evaluation, evaluation.results)
    return [each.candidacy for each in who]


def test_at_the_end_only_who_qualifies_is_proposed() -> None:
    found = evaluated(LAST, "A01 wawancara - 69\nA02 wawancara - 80\nA03 wawancara - 60\n")
    assert told(found) == [("UJ708", "A01")]
    assert found["A01"].stages["terbaik"].kept is True  # the stage's own result stays
    assert proposed(found) == ["A02"]


def test_before_a_scored_stage_who_is_kept_goes_on_whatever_comes_of_it() -> None:
    marks = "A01 wawancara - 69\nA02 wawancara - 80\nA03 wawancara - 60\n"
    found = evaluated(BETWEEN, f"{marks}A01 makalah - 50\nA02 makalah - 90\n")
    assert told(found) == []
    assert proposed(found) == ["A02", "A01"]


@pytest.mark.parametrize("rules", [LAST, BETWEEN])
def test_a_choice_without_somebody_who_is_incomplete_may_change(rules: str) -> None:
    later = "A01 makalah - 90\nA02 makalah - 90\n" if rules == BETWEEN else ""
    found = evaluated(rules, f"A01 wawancara - 75\nA02 wawancara - 80\n{later}")
    assert told(found) == [("UJ709", "A03")]


def test_who_is_on_it_and_not_reached_by_a_later_gate_is_told_too() -> None:
    gate = '[[stages]]\nid = "sk"\nkind = "evidence-gate"\nrequires = ["sk"]\n'
    marks = "A01 wawancara - 75\nA02 wawancara - 80\nA03 wawancara - 60\n"
    rules = INTERVIEW.format(weight=100) + BEST + gate + CUT
    assert told(evaluated(rules, marks)) == [("UJ708", "A01"), ("UJ708", "A02")]


def test_who_waits_at_an_earlier_gate_may_come_on_it_yet() -> None:
    gate = '[[stages]]\nid = "sk"\nkind = "evidence-gate"\nrequires = ["sk"]\n'
    marks = "A01 wawancara - 75\nA02 wawancara - 80\nA03 wawancara - 60\n"
    found = evaluated(gate + INTERVIEW.format(weight=100) + BEST + CUT, marks)
    assert told(found) == [("UJ709", "A01"), ("UJ709", "A02"), ("UJ709", "A03")]


def test_pages_call_a_result_final_only_where_nobody_is_incomplete() -> None:
    whole = "A01 wawancara - 75\nA02 wawancara - 80\nA03 wawancara - 60\n"
    rules = INTERVIEW.format(weight=100) + BEST
    plan = ujikom.plan(ujikom.parse_ruleset(HEAD + rules, file="a.toml"), plugins={})
    people = {"candidates": [{"id": each} for each in ("A01", "A02", "A03")]}
    for marks, status, waits in (
        (whole, "hasil akhir", False),
        (whole.replace("A03 wawancara - 60\n", ""), "belum lengkap", True),
    ):
        sheet = ujikom.parse_scoresheet(tables(marks, **people))
        for audience in (Audience("public"), Audience("panel")):
            page = report(plan, sheet, ujikom.evaluate(plan, sheet), audience, lang="id")
            assert f"{status}</" in page
            counted = "1 peserta belum lengkap nilainya; hasil ini dapat berubah"
            assert (counted in page) is (waits and audience.kind == "public")
            assert ("memilih tanpa peserta" in page) is (waits and audience.kind == "panel")
