"""Disputes about weights, orders, pass marks, labels and reasons: what the rules themselves stop."""

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

import ujikom_rules as ujikom
from tests.disputes.running import (
    HERE,
    case,
    changed,
    evaluated,
    plan,
    ranks,
    refused,
    said,
    score,
    sheet,
    text,
    verdicts,
)
from ujikom_rules.messages import text_of
from ujikom_rules.model.figure import derive

# ------------------------------------------------------------------ 1 Kuningan 2024

KUNINGAN = "01-kuningan-2024/aturan.toml"


def test_1_two_orders_stand_beside_each_other_under_their_own_names() -> None:
    evaluation = evaluated(KUNINGAN, "dua-urutan")
    assert evaluation.order == ("total",)
    assert ranks(evaluation) == {"K01": "1", "K02": "2", "K03": "3", "K04": "4"}
    bare = {each.candidacy: each.ranks["jumlah-mentah"].place for each in evaluation}
    assert bare == {"K01": 1, "K02": 2, "K03": 4, "K04": 3}


def test_1_the_difference_of_0_13_is_told_stage_by_stage() -> None:
    told: Any = ujikom.versus(evaluated(KUNINGAN, "dua-urutan"), "K03", "K04")
    points = {each["address"]: each["points"] for each in told["lines"]}
    assert told["difference"] == "0.13"
    assert points == {
        "wawancara": "2.8",
        "rekam-jejak": "-1.2",
        "uji-kompetensi": "-0.75",
        "naskah": "-0.72",
    }


def test_1_weights_that_are_changed_after_the_marks_give_another_digest() -> None:
    before = plan(KUNINGAN).digest
    others = (
        text(KUNINGAN).replace("weight = 35", "weight = 30").replace("weight = 25", "weight = 30")
    )
    after = ujikom.plan(ujikom.parse_ruleset(others), plugins={}).digest
    assert before.startswith("sha256:")
    assert before != after
    assert evaluated(KUNINGAN, "dua-urutan").digest == before
    spaced = ujikom.parse_ruleset(text(KUNINGAN).replace("weight = 35", "weight    =    35.0"))
    assert ujikom.plan(spaced, plugins={}).digest == before  # the rules count, not their bytes


# ------------------------------------------------------------------ 2 Lampung Utara 2020

LAMPUNG = "02-lampung-utara-2020"


def test_2_equals_share_their_rank_in_whatever_order_they_are_handed_over() -> None:
    rules, tables = plan(f"{LAMPUNG}/aturan.toml"), sheet(LAMPUNG)
    seen = set()
    for order in permutations(range(5)):
        for table in ("candidates", "ratings"):
            tables[table] = [sheet(LAMPUNG)[table][number] for number in order]
        evaluation = score(rules, tables)
        seen.add(tuple(ranks(evaluation).items()))
        assert evaluation.order == ("total",)
    assert seen == {(("L1", "1"), ("L2", "1"), ("L3", "1"), ("L4", "1"), ("L5", "5"))}


def test_2_equals_one_after_the_other_without_a_key_are_refused() -> None:
    findings = ujikom.check(str(HERE / LAMPUNG / "tanpa-berbagi.toml"), plugins={})
    assert said(findings) == [("UJ331", "error", "ranking.method")]


# ------------------------------------------------------------------ 3 Banten 2019

BANTEN = "03-banten-2019"


def test_3_the_rules_of_the_day_are_taken_and_every_result_names_them() -> None:
    before = evaluated(f"{BANTEN}/tanpa-ambang.toml", "putaran-awal")
    after = evaluated(f"{BANTEN}/dengan-ambang.toml", "ambang-70")
    assert before.ruleset == after.ruleset == "sengketa/banten-2019"
    assert (before.version, after.version) == ("1.0", "1.1")
    assert before.digest != after.digest
    assert set(verdicts(before).values()) == {"qualified"}
    assert [name for name, one in verdicts(after).items() if one == "qualified"] == [
        "A1",
        "D1",
        "D2",
    ]
    for evaluation in (before, after):
        found = ujikom.find("sengketa/banten-2019", rulesets=[HERE / BANTEN], as_of=evaluation.date)
        assert ujikom.plan(found, plugins={}).digest == evaluation.digest


def test_3_rules_that_come_into_force_later_cannot_score_an_earlier_day() -> None:
    found = case(f"{BANTEN}/dengan-ambang.toml", "bukan-harinya")
    assert found.evaluation is None
    assert said(found.findings) == [("UJ677", "error", "/event/date")]


@pytest.mark.parametrize(
    "path, old, new, code",
    [
        ("dengan-ambang.toml", "2019-12-01", "2019-11-15", "UJ805"),
        ("dengan-ambang.toml", '"1.1"', '"1.0"', "UJ804"),
    ],
)
def test_3_a_pass_mark_cannot_slip_into_rules_that_are_in_force(
    tmp_path: Path, path: str, old: str, new: str, code: str
) -> None:
    for each in ("tanpa-ambang.toml", "dengan-ambang.toml"):
        rules = text(f"{BANTEN}/{each}")
        rules = rules.replace(old, new) if each == path else rules
        (tmp_path / each).write_text(rules, encoding="utf-8")
    with pytest.raises(ujikom.Refused) as caught:
        ujikom.find("sengketa/banten-2019", rulesets=[tmp_path])
    assert [each.code for each in caught.value.findings] == [code]


# ------------------------------------------------------------------ 8 Siak 2025

SIAK = "08-siak-2025"


@pytest.mark.parametrize("cut", ["80.41", "80.66", "80.92", "89.55", "89.56"])
def test_8_no_cut_gives_the_printed_labels(cut: str) -> None:
    """A cut matters only by the marks that it parts: these five are all there are."""
    rules = changed(f"{SIAK}/aturan.toml", "ms = 81,", f"ms = {cut},")
    labels = [each.stages["wawancara"].category or "" for each in score(rules, sheet(SIAK))]
    assert labels == sorted(labels, key=["ms", "mms"].index)  # by rank: never mms above ms
    assert labels != ["ms", "mms", "ms", "mms"]


def test_8_a_label_cannot_be_typed() -> None:
    tables = sheet(SIAK)
    tables["ratings"][2]["category"] = "ms"
    assert refused(f"{SIAK}/aturan.toml", tables) == [("UJ611", "/ratings/2/category")]


# ------------------------------------------------------------------ 11 PTUN

PTUN = "11-ptun"


def test_11_every_number_of_a_total_can_be_derived_again_down_to_marks_and_rules() -> None:
    total = score(f"{PTUN}/aturan.toml", sheet(PTUN))["H1"].total
    assert total is not None
    figures = list(total.walk())
    assert [each for each in figures if derive(each) != each.value] == []
    ground = [each for each in figures if not each.inputs]
    assert {each.rule for each in ground} == {"mark", "fact", "given"}
    assert sum(each.rule == "mark" for each in ground) == 6
    for each in ground:
        if each.rule == "given":
            assert each.path
            assert each.place.line
            assert each.source is not None


def test_11_a_result_names_the_rules_and_the_records_that_it_follows() -> None:
    first = ujikom.document(score(f"{PTUN}/aturan.toml", sheet(PTUN)), figures=True)
    again = ujikom.document(score(f"{PTUN}/aturan.toml", sheet(PTUN)), figures=True)
    assert again == first
    same, other = sheet(PTUN), sheet(PTUN)
    same["ratings"][0]["value"] = "82.5"  # written 82.50 before
    other["ratings"][0]["value"] = "83"
    records = [
        score(f"{PTUN}/aturan.toml", each).provenance.scoresheet
        for each in (sheet(PTUN), same, other)
    ]
    assert records[0] == records[1] != records[2]


def test_11_without_an_evaluation_there_is_no_result() -> None:
    result = score(f"{PTUN}/aturan.toml", sheet(PTUN))["H2"]
    assert (result.verdict, result.total, result.rank.place) == ("incomplete", None, None)
    assert len(result.owed) == 6


# ------------------------------------------------------------------ 14 Sulsel 2023, Banten 2019

WEIGHTS = "14-sulsel-2023-banten-2019"


def test_14_weights_that_sum_to_95_are_refused() -> None:
    findings = ujikom.check(str(HERE / WEIGHTS / "banten-jumlah-95.toml"), plugins={})
    assert said(findings) == [("UJ301", "error", "stages.wawancara.weight")]
    assert "95" in text_of(findings[0], "en")


def test_14_two_sets_of_weights_are_two_digests_two_orders_and_one_warning() -> None:
    first = f"{WEIGHTS}/sulsel-pertama.toml"
    second = f"{WEIGHTS}/sulsel-kedua.toml"
    assert said(plan(first).findings) == [("UJ422", "warning", "stages.makalah.weight")]
    assert plan(first).findings[0].article == "PermenPANRB 15/2019"
    assert plan(second).findings == ()
    assert plan(first).digest != plan(second).digest
    assert list(ranks(evaluated(first, "makalah-25"))) == ["C2", "C1"]
    assert list(ranks(evaluated(second, "makalah-20"))) == ["C1", "C2"]


def test_14_two_files_that_both_claim_to_be_the_weights_are_refused() -> None:
    with pytest.raises(ujikom.Refused) as caught:
        ujikom.find("sengketa/sulsel-2023", rulesets=[HERE / WEIGHTS])
    assert [each.code for each in caught.value.findings] == ["UJ804"]
