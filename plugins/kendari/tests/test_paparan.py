"""The stage kind `kendari:program-paparan`."""

from typing import Any

import pytest

import ujikom_rules as ujikom
import ujikom_rules_kendari

HERE = {"kendari": ujikom_rules_kendari}
RULES = """
schema = 1
[ruleset]
id = "contoh/paparan"
version = "1.0"
title = "Contoh"
source = "assumption"
[plugins]
kendari = "1.0"
[facts]
paper-on-time = { type = "yes-no" }
when-it-came = { type = "text" }
[[stages]]
id = "paparan"
kind = "kendari:program-paparan"
weight = 100
on-time = { fact = "paper-on-time" }
each = { scale = { lower = 0, upper = 100 } }
criteria = [
  { id = "naskah",  part = "written", weight = 40 },
  { id = "sampaian", part = "oral",   weight = 45 },
  { id = "dukungan", part = "oral",   weight = 15 },
]
"""
MARKS = {"naskah": "80", "sampaian": "60", "dukungan": "100"}


def scored(rules: str, on_time: bool | None = True) -> ujikom.Evaluation:
    return ujikom.score(
        ujikom.parse_ruleset(rules),
        ujikom.parse_scoresheet(
            {
                "event": {"id": "contoh", "date": "2025-03-25"},
                "candidates": [
                    {"id": "K1", "facts": {} if on_time is None else {"paper-on-time": on_time}}
                ],
                "examiners": [{"id": "E1"}],
                "ratings": [
                    {"candidacy": "K1", "stage": "paparan", "criterion": name, "examiner": "E1",
                     "value": mark}
                    for name, mark in MARKS.items()
                ],
            }
        ),
        plugins=HERE,
    )  # fmt: skip


def total_of(evaluation: ujikom.Evaluation) -> str:
    total = evaluation["K1"].total
    assert total is not None
    return total.text


def codes_of(rules: str) -> set[tuple[str, str]]:
    document = ujikom.parse_ruleset(rules, file="kota.toml")
    return {(each.code, each.path) for each in ujikom.check(document, plugins=HERE)}


def test_halves_are_joined_by_the_written_share_and_weights_count_inside_a_half() -> None:
    # The oral half is (60 × 45 + 100 × 15) / 60 = 70; then 80 × 40 % + 70 × 60 %.
    assert total_of(scored(RULES)) == "74"


@pytest.mark.parametrize("share,total", [("0", "70"), ("25", "72.5"), ("100", "80")])
def test_the_share_is_the_rulesets(share: str, total: str) -> None:
    rules = RULES.replace("weight = 100\n", f"weight = 100\nwritten-share = {share}\n")
    assert total_of(scored(rules)) == total


def test_a_late_paper_leaves_the_oral_half_at_zero_with_a_note_in_both_languages() -> None:
    evaluation = scored(RULES, on_time=False)
    assert total_of(evaluation) == "32"
    (note,) = evaluation["K1"].stages["paparan"].notes
    assert note.id == "naskah terlambat: bagian lisan bernilai 0"
    assert note.en == "the paper was late: the oral half counts 0"
    # The marks that were given stay in the working.
    assert evaluation["K1"].figures["paparan.sampaian:pooled"].text == "60"


def test_a_paper_in_time_has_no_note() -> None:
    assert scored(RULES)["K1"].stages["paparan"].notes == ()


def test_where_nobody_recorded_the_time_the_stage_is_incomplete() -> None:
    result = scored(RULES, on_time=None)["K1"]
    assert (result.verdict, result.total) == ("incomplete", None)


@pytest.mark.parametrize("said,total", [("true", "74"), ("false", "32")])
def test_on_time_may_be_said_for_everybody(said: str, total: str) -> None:
    rules = RULES.replace('{ fact = "paper-on-time" }', said)
    assert total_of(scored(rules, on_time=None)) == total


def test_the_working_leads_to_the_share_in_the_ruleset() -> None:
    rules = RULES.replace("weight = 100\n", "weight = 100\nwritten-share = 25\n")
    total = scored(rules)["K1"].total
    assert total is not None
    paths = {figure.path for figure in total.walk()}
    assert "stages.paparan.written-share" in paths


@pytest.mark.parametrize("share", ["-1", "100.5"])
def test_a_share_that_is_no_percentage_is_refused_at_its_key(share: str) -> None:
    rules = RULES.replace("weight = 100\n", f"weight = 100\nwritten-share = {share}\n")
    assert codes_of(rules) == {("UJ513", "stages.paparan.written-share")}


@pytest.mark.parametrize(
    "old,new,path",
    [
        ('"written"', '"tertulis"', "stages.paparan.criteria.naskah.part"),
        ("\non-time =", "\nontime =", "stages.paparan.ontime"),
        ('part = "written", ', "", "stages.paparan.criteria.naskah.part"),
        ('fact = "paper-on-time"', 'fact = "paper-ontime"', "stages.paparan.on-time"),
    ],
)
def test_wrong_words_are_found_by_name(old: str, new: str, path: str) -> None:
    assert any(where.startswith(path) for _, where in codes_of(RULES.replace(old, new, 1)))


@pytest.mark.parametrize("old,new", [('"written"', '"oral"'), ('"oral"', '"written"')])
def test_a_stage_with_one_half_alone_is_an_error(old: str, new: str) -> None:
    document = ujikom.parse_ruleset(RULES.replace(old, new))
    (found,) = ujikom.check(document, plugins=HERE)
    assert (found.severity, found.path) == ("error", "stages.paparan.criteria")
    said: Any = found.args["said"]
    assert old.strip('"') in said.en
    assert old.strip('"') in said.id


def test_a_time_that_is_no_yes_or_no_is_an_error() -> None:
    rules = RULES.replace('fact = "paper-on-time"', 'fact = "when-it-came"')
    (found,) = ujikom.check(ujikom.parse_ruleset(rules), plugins=HERE)
    assert (found.severity, found.path) == ("error", "stages.paparan.on-time")


def test_stages_of_other_kinds_are_left_alone() -> None:
    rules = RULES + '\n[[stages]]\nid = "masukan"\nkind = "advisory"\n'
    assert ujikom.check(ujikom.parse_ruleset(rules), plugins=HERE) == ()
