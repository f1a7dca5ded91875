"""The working says whose marks did not count beside a pooled value, and why."""

from typing import Any

import ujikom_rules as ujikom
from tests.little_events import score, totals
from tests.unit.test_result_document import fits
from ujikom_rules.messages import Lang

PANEL = """
[[stages]]
id = "w"
title = { id = "Wawancara", en = "Interview" }
kind = "panel"
scale = { lower = 0, upper = 100 }
"""
MARKS = "A01 w E1 60\nA01 w E2 90\nA01 w E4 abstained\nA01 w E5 void\n"
RECUSED = {
    "recusals": [{"examiner": "E3", "candidacy": "A01"}],
    "examiners": [{"id": f"E{n}"} for n in range(1, 6)],
}


def entries(evaluation: ujikom.Evaluation) -> dict[str, Any]:
    """The lines of the working that say who did not count, by address."""
    document = ujikom.working(evaluation, "A01")
    fits("working.json", document)
    return {e["address"]: e["no-marks"] for e in document["figures"] if "no-marks" in e}  # type: ignore[attr-defined]


def text(evaluation: ujikom.Evaluation, lang: Lang) -> list[str]:
    """The working in words, line by line."""
    return str(ujikom.render(evaluation, "working", lang=lang, candidacy="A01")).splitlines()


def test_who_did_not_count_stands_beside_the_pooled_value() -> None:
    keys = 'no-marks = { void = "zero" }\n'
    evaluation = score(PANEL + keys, MARKS, **RECUSED)
    assert totals(evaluation) == {"A01": "50"}  # (60 + 90 + 0) / 3
    assert entries(evaluation) == {
        "w:pooled": [
            {"examiner": "E3", "reason": "recused", "effect": "leave-out"},
            {"examiner": "E4", "reason": "abstained", "effect": "leave-out"},
            {"examiner": "E5", "reason": "void", "effect": "zero"},
        ]
    }
    said = text(evaluation, "id")
    at = next(n for n, line in enumerate(said) if "w:pooled" in line)
    assert said[at + 1].strip() == (
        "tidak dihitung: E3 (benturan), E4 (abstain); dihitung 0: E5 (batal)"
    )


def test_where_all_count_nothing_is_said() -> None:
    evaluation = score(PANEL, "A01 w E1 60\nA01 w E2 90")
    assert entries(evaluation) == {}
    assert not any("not counted" in line for line in text(evaluation, "en"))


def test_a_pooled_value_that_is_one_mark_says_it_too() -> None:
    pooling = 'pooling = { use = "rooms-first", inside = "median", over = "maximum" }\n'
    evaluation = score(PANEL + pooling, "A01 w E1 60\nA01 w E2 absent")
    assert entries(evaluation)["w:pooled"] == [
        {"examiner": "E2", "reason": "absent", "effect": "leave-out"}
    ]


def test_where_nothing_was_pooled_it_stands_behind_the_numbers() -> None:
    evaluation = score(PANEL + "quorum = 3\n", MARKS, **RECUSED)
    assert totals(evaluation) == {"A01": None}
    assert entries(evaluation) == {}
    said = text(evaluation, "en")
    assert "w: not counted: E3 (recused), E4 (abstained), E5 (void)" in said


BY_EXAMINER = """
[[stages]]
id = "w"
kind = "panel"
pool-by = "examiner"
no-marks = { abstained = "zero" }
each = { scale = { lower = 0, upper = 100 } }
criteria = [{ id = "a", weight = 50 }, { id = "b", weight = 50 }]
"""


def test_who_lacks_a_criterion_does_not_count_as_a_whole() -> None:
    marks = "A01 w.a E1 60\nA01 w.b E1 80\n"
    marks += "A01 w.a E2 90\nA01 w.b E2 absent\n"
    marks += "A01 w.a E3 abstained\nA01 w.b E3 abstained\n"
    evaluation = score(BY_EXAMINER, marks)
    assert totals(evaluation) == {"A01": "35"}  # (70 + 0) / 2
    assert entries(evaluation) == {
        "w:pooled": [
            {"examiner": "E2", "reason": "absent", "effect": "leave-out"},
            {"examiner": "E3", "reason": "abstained", "effect": "zero"},
        ]
    }
