"""The weighting `malang:rangkap-jabatan`."""

from collections.abc import Mapping

import pytest

import ujikom_rules as ujikom
import ujikom_rules_malang

HERE = {"malang": ujikom_rules_malang}
RULES = """
schema = 1
[ruleset]
id = "contoh/bobot"
version = "1.0"
title = "Contoh"
source = "assumption"
[plugins]
malang = "1.0"
[facts]
post-group = { type = "text", one-of = ["sekda", "opd"] }
acting-group = { type = "text", one-of = ["sekda", "opd"] }
[[stages]]
id = "berkas"
kind = "weighted-criteria"
scale = { lower = 0, upper = 100 }
[[stages]]
id = "wawancara"
kind = "weighted-criteria"
scale = { lower = 0, upper = 100 }
[decision.weighting]
use = "malang:rangkap-jabatan"
group = { fact = "post-group" }
acting = { fact = "acting-group" }
[decision.weighting.table]
sekda = { berkas = 40, wawancara = 60 }
opd = { berkas = "100/3", wawancara = "200/3" }
"""


def scored(facts: Mapping[str, str], rules: str = RULES) -> ujikom.Result:
    ratings = [
        {"candidacy": "A1", "stage": stage, "value": mark}
        for stage, mark in (("berkas", "100"), ("wawancara", "70"))
    ]
    sheet = {
        "event": {"id": "contoh", "date": "2024-03-04"},
        "candidates": [{"id": "A1", "facts": dict(facts)}],
        "ratings": ratings,
    }
    return ujikom.score(ujikom.parse_ruleset(rules), ujikom.parse_scoresheet(sheet), plugins=HERE)[
        "A1"
    ]


@pytest.mark.parametrize(
    "group,acting,total",
    [
        ("sekda", "", "82"),
        ("opd", "", "80"),
        ("sekda", "opd", "81"),  # (40 + 100/3) / 2 and (60 + 200/3) / 2
        ("opd", "sekda", "81"),
        ("opd", "opd", "80"),
    ],
)
def test_who_acts_in_a_second_group_gets_the_mean_of_both_rows(
    group: str, acting: str, total: str
) -> None:
    facts = {"post-group": group} | ({"acting-group": acting} if acting else {})
    result = scored(facts)
    assert result.total is not None
    assert result.total.text == total


def test_the_weight_in_the_working_is_made_of_both_rows() -> None:
    result = scored({"post-group": "sekda", "acting-group": "opd"})
    assert result.total is not None
    mean = next(each for each in result.total.walk() if each.rule == "mean")
    assert [each.text for each in mean.inputs] == ["40", "100/3"]
    assert all(each.path.startswith("decision.weighting.table") for each in mean.inputs)


@pytest.mark.parametrize("facts", [{}, {"acting-group": "opd"}])
def test_without_a_group_there_are_no_weights(facts: Mapping[str, str]) -> None:
    result = scored(facts)
    assert (result.verdict, result.total) == ("incomplete", None)


SHORT = RULES.replace('opd = { berkas = "100/3", wawancara = "200/3" }\n', "")


@pytest.mark.parametrize(
    "facts", [{"post-group": "opd"}, {"post-group": "sekda", "acting-group": "opd"}]
)
def test_a_group_without_a_row_is_incomplete(facts: Mapping[str, str]) -> None:
    assert scored(facts, SHORT).verdict == "incomplete"


def test_a_group_without_a_row_is_warned_of_before_anybody_is_scored() -> None:
    found = ujikom.check(ujikom.parse_ruleset(SHORT), plugins=HERE)
    assert [(each.severity, each.path, each.args["said"].en) for each in found] == [
        ("warning", "decision.weighting.table",
         f"No row of weights for opd, which the fact {fact} may say.")
        for fact in ("post-group", "acting-group")
    ]  # fmt: skip
    assert ujikom.check(ujikom.parse_ruleset(RULES), plugins=HERE) == ()


@pytest.mark.parametrize(
    "row,said,at",
    [
        ("{ berkas = 40, wawancara = 59.99 }", "Row sekda sums to 99.99; it must be exactly 100.",
         ".sekda.wawancara"),
        ("{ berkas = 40, wawancara = 60.01 }", "Row sekda sums to 100.01; it must be exactly 100.",
         ".sekda.wawancara"),
        ("{ berkas = -1, wawancara = 101 }", "Row sekda: the weight of berkas is negative.",
         ".sekda.berkas"),
        ("{}", "Row sekda sums to 0; it must be exactly 100.", ".sekda"),
    ],
)  # fmt: skip
def test_a_row_is_exactly_a_hundred(row: str, said: str, at: str) -> None:
    rules = RULES.replace("{ berkas = 40, wawancara = 60 }", row)
    (found,) = ujikom.check(ujikom.parse_ruleset(rules), plugins=HERE)
    assert (found.code, found.path) == ("UJ513", f"decision.weighting.table{at}")
    assert found.args["said"].en == said


@pytest.mark.parametrize("row,hint", [("sekdda", "perhaps 'sekda' is meant"), ("lurah", None)])
def test_a_row_of_no_group_is_told_at_its_name(row: str, hint: str | None) -> None:
    rules = RULES.replace("sekda = {", f"{row} = {{")
    *others, found = ujikom.check(ujikom.parse_ruleset(rules), plugins=HERE)
    assert (found.severity, found.path) == ("error", f"decision.weighting.table.{row}")
    assert (found.place.line, found.place.column) == (26, 1)
    assert found.args["said"].en == f"There is no group {row}."
    assert found.args["hint"] == "" if hint is None else found.args["hint"].en == hint
    assert len(others) == (2 if hint is None else 0)  # both facts name the group without a row


def test_a_table_without_rows_is_refused() -> None:
    rules = RULES[: RULES.index("sekda = {")]
    found = ujikom.check(ujikom.parse_ruleset(rules), plugins=HERE)
    assert [each.args["said"].en for each in found if each.code == "UJ513"] == ["table is empty."]
