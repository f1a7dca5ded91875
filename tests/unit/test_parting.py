"""Equals that a key of the order parts: by which key, and what each has there."""

from typing import Any

import ujikom_rules as ujikom
from ujikom_rules.model.outcome import Evaluation
from ujikom_rules.model.parting import parted_said, partings

RULES = """schema = 1
[ruleset]
id = "kota/2026"
version = "1.0"
title = "Contoh"
source = "assumption"
[facts]
lama = { type = "number", lower = 0, upper = 40, title = { id = "Masa kerja", en = "Service" } }
tetap = { type = "yes-no", title = { id = "Pejabat tetap", en = "Tenured" } }
[[stages]]
id = "wawancara"
title = { id = "Wawancara", en = "Interview" }
kind = "panel"
weight = 50
scale = { lower = 0, upper = 100, step = 0.5 }
[[stages]]
id = "makalah"
title = { id = "Makalah", en = "Paper" }
kind = "panel"
weight = 50
scale = { lower = 0, upper = 100, step = 0.5 }
[ranking]
within = "event"
tie-breaks = [
  { use = "stage-score", stage = "makalah" },
  { use = "fact", fact = "lama" },
  { use = "fact", fact = "tetap" },
  { use = "lot" },
]
"""
#         interview, paper, years in service, tenured; all but F have 75 in all
MARKS: dict[str, tuple[str, str, int | None, bool]] = {
    "A": ("80", "70", 1, True),
    "B": ("69.5", "80.5", 2, True),
    "C": ("69.5", "80.5", 5, True),
    "D": ("69.5", "80.5", 5, False),
    "E": ("69.5", "80.5", 5, False),
    "F": ("60", "60", 5, True),
}


def evaluated(who: str = "ABCDEF") -> Evaluation:
    sheet: dict[str, Any] = {
        "event": {"id": "e", "date": "2026-01-01", "lot-seed": "benih"},
        "candidates": [
            {"id": name, "facts": {"lama": MARKS[name][2], "tetap": MARKS[name][3]}} for name in who
        ],
        "examiners": [{"id": "E1"}],
        "ratings": [
            {"candidacy": name, "stage": stage, "examiner": "E1", "value": MARKS[name][number]}
            for name in who
            for number, stage in enumerate(("wawancara", "makalah"))
        ],
    }
    plan = ujikom.plan(ujikom.parse_ruleset(RULES))
    return ujikom.evaluate(plan, ujikom.parse_scoresheet(sheet))


def test_every_key_that_parts_is_told_with_what_each_has_there() -> None:
    """By hand: A has the lower paper, B the fewest years, C alone is tenured, a lot parts D, E."""
    found = evaluated()
    assert [each.candidacy for each in found][-1] == "F"
    assert list(parted_said(found["A"], found, "id")) == [
        (
            "nilai akhir sama dengan B, C, D, E; urutannya menurut nilai tahapan 'Makalah': 70 "
            "(B: 80,5, C: 80,5, D: 80,5, E: 80,5)"
        ),
    ]
    assert list(parted_said(found["C"], found, "en"))[1:] == [
        "total equal to B, D, E; in order by fact 'Service': 5 (B: 2, D: 5, E: 5)",
        "total equal to D, E; in order by fact 'Tenured': yes (D: no, E: no)",
    ]
    assert list(parted_said(found["D"], found, "id"))[-1] == (
        "nilai akhir sama dengan E; urutannya menurut undian"
    )
    assert list(parted_said(found["F"], found, "id")) == []


def test_a_stranger_learns_how_many_were_equal_and_not_who() -> None:
    found = evaluated("ABD")
    assert list(parted_said(found["B"], found, "id", named=False)) == [
        "nilai akhir sama dengan 2 peserta lain; urutannya menurut nilai tahapan 'Makalah': 80,5",
        "nilai akhir sama dengan seorang peserta lain; urutannya menurut fakta 'Masa kerja': 2",
    ]


def test_each_parting_of_an_event_is_told_once() -> None:
    lines = list(partings(evaluated(), "en"))
    (lot,) = lines[3:]
    first, second = (each.candidacy for each in evaluated() if each.candidacy in "DE")
    assert lines[:3] == [
        f"stage value 'Paper' (C: 80.5, {first}: 80.5, {second}: 80.5, B: 80.5, A: 70)",
        f"fact 'Service' (C: 5, {first}: 5, {second}: 5, B: 2)",
        f"fact 'Tenured' (C: yes, {first}: no, {second}: no)",
    ]
    assert lot == f"lot ({first}, {second})"


def test_equals_whom_no_key_parts_are_not_said_to_be_parted() -> None:
    alike = ujikom.plan(ujikom.parse_ruleset(RULES.partition("tie-breaks")[0]))
    sheet = evaluated()
    assert all(not each.rank.parted for each in ujikom.evaluate(alike, _sheet("DE")))
    assert sheet["A"].rank.parted[0].among == ("A", "B", "C", "D", "E")


def _sheet(who: str) -> Any:
    return ujikom.parse_scoresheet(
        {
            "event": {"id": "e", "date": "2026-01-01"},
            "candidates": [{"id": name, "facts": {"lama": 1}} for name in who],
            "examiners": [{"id": "E1"}],
            "ratings": [
                {"candidacy": name, "stage": stage, "examiner": "E1", "value": "70"}
                for name in who
                for stage in ("wawancara", "makalah")
            ],
        }
    )


def test_who_has_nothing_in_a_key_is_told_so() -> None:
    """B has no years recorded: none stands last, and a warning says so (UJ701)."""
    plan = ujikom.plan(ujikom.parse_ruleset(RULES))
    sheet = {
        "event": {"id": "e", "date": "2026-01-01"},
        "candidates": [{"id": "A", "facts": {"lama": 3}}, {"id": "B"}],
        "examiners": [{"id": "E1"}],
        "ratings": [
            {"candidacy": name, "stage": stage, "examiner": "E1", "value": "70"}
            for name in "AB"
            for stage in ("wawancara", "makalah")
        ],
    }
    found = ujikom.evaluate(plan, ujikom.parse_scoresheet(sheet))
    assert [each.candidacy for each in found] == ["A", "B"]
    assert list(parted_said(found["B"], found, "id")) == [
        "nilai akhir sama dengan A; urutannya menurut fakta 'Masa kerja': tidak ada (A: 3)"
    ]
    assert "UJ701" in {each.code for each in found.findings}


def test_the_working_tells_it() -> None:
    text = ujikom.render(evaluated("AB"), "working", "id", candidacy="A")
    said = "Nilai akhir sama dengan B; urutannya menurut nilai tahapan 'Makalah': 70 (B: 80,5)."
    assert said in str(text)
