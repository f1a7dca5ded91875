from typing import Any

import pytest

import ujikom_rules as ujikom
from tests.little_events import plan, refusals, said, score, shown, tables
from ujikom_rules.evaluating.entrants import entrants_of
from ujikom_rules.messages import hint_of

RULES = """
[facts]
lama = { type = "number", lower = 0, upper = 40 }
tmt = { type = "date" }
masa = { type = "years", since = "tmt" }
eselon = { type = "text" }
[[stages]]
id = "nilai"
kind = "weighted-criteria"
reads = { fact = "lama" }
[[stages]]
id = "masukan"
kind = "advisory"
"""


def event(**rows: Any) -> dict[str, Any]:
    return {"candidates": [{"id": "A01", "facts": {"lama": 5}}], **rows}


def test_facts_of_candidate_candidacy_and_position_are_one_space() -> None:
    sheet = tables(
        candidates=[{"id": "A01", "facts": {"lama": "3.5"}}],
        candidacies=[
            {"id": "C1", "candidate": "A01", "position": "P1", "facts": {"tmt": "2020-03-26"}},
            {"id": "C2", "candidate": "A01"},
        ],
        positions=[{"id": "P1", "facts": {"eselon": "II.b"}}],
    )
    made = plan(RULES)
    (one, two), findings = entrants_of(made, ujikom.parse_scoresheet(sheet))
    assert findings == []
    numbers = {name: each for name, each in one.facts.items() if name in ("lama", "masa")}
    assert {name: shown(each) for name, each in numbers.items()} == {"lama": "3.5", "masa": "4"}  # type: ignore[arg-type]
    assert (str(one.facts["tmt"]), one.facts["eselon"]) == ("2020-03-26", "II.b")
    assert (one.id, one.position and one.position.id) == ("C1", "P1")
    assert (sorted(two.facts), two.position) == (["lama"], None)


def test_the_same_fact_in_two_places_is_an_error() -> None:
    rows = event(candidacies=[{"id": "A01", "candidate": "A01", "facts": {"lama": 5}}])
    assert refusals(RULES, **rows) == ["UJ672 /candidacies/0/facts/lama"]


def test_a_fact_of_the_wrong_type_is_an_error() -> None:
    rows = event(candidates=[{"id": "A01", "facts": {"lama": "lima"}}])
    assert refusals(RULES, **rows) == ["UJ671 /candidates/0/facts/lama"]


def test_a_fact_that_no_rule_declares_is_a_note_said_once() -> None:
    rows = event(
        candidates=[
            {"id": "A01", "facts": {"lama": 5, "lamaa": 5}},
            {"id": "A02", "facts": {"lama": 5, "lamaa": 6}},
        ],
        positions=[{"id": "P1", "facts": {"masa": 3}}],
    )
    evaluation = score(RULES, **rows)
    assert said(evaluation.findings, "note") == [
        "UJ673 /candidates/0/facts/lamaa",
        "UJ673 /positions/0/facts/masa",  # derived: its date is what is recorded
    ]
    hints = [hint_of(each, "en") for each in evaluation.findings if each.code == "UJ673"]
    assert hints[0] == "perhaps 'lama' is meant"


@pytest.mark.parametrize(
    "rows, expected",
    [
        ({"examiners": [{"id": "E1", "stages": ["nilaii"]}]}, "UJ661 /examiners/0"),
        ({"absences": [{"candidacy": "A01", "stage": "nilaii"}]}, "UJ661 /absences/0"),
        ({"advice": [{"candidacy": "A01", "stage": "nilaii"}]}, "UJ661 /advice/0"),
        ({"advice": [{"candidacy": "A01", "stage": "nilai"}]}, "UJ676 /advice/0"),
    ],
)
def test_a_stage_that_a_row_names_must_be_there(rows: dict[str, Any], expected: str) -> None:
    assert refusals(RULES, **event(**rows)) == [expected]


def test_rows_that_name_a_stage_of_the_rules_are_taken() -> None:
    evaluation = score(
        RULES,
        **event(
            examiners=[{"id": "E1", "stages": ["nilai", "masukan"]}],
            absences=[{"candidacy": "A01", "stage": None}],
            advice=[
                {"candidacy": "A01", "stage": "masukan", "from": "mayor", "text": "baik"},
                {"candidacy": "A01", "stage": "masukan", "from": "press", "text": "cukup"},
            ],
        ),
    )
    (note,) = evaluation["A01"].stages["masukan"].notes
    assert note.en == "Advice recorded: 2"
    assert shown(evaluation["A01"].total) == "5"


def test_advice_and_documents_stand_with_their_candidacy() -> None:
    rows = event(
        candidates=[{"id": "A01"}, {"id": "A02"}],
        evidence=[{"id": "surat", "candidacy": "A02"}, {"id": "surat"}],
        absences=[{"candidacy": "A02", "stage": "nilai", "note": "sakit"}],
    )
    (one, two), _ = entrants_of(plan(RULES), ujikom.parse_scoresheet(tables(**rows)))
    assert (dict(one.evidence), dict(one.absences), dict(one.advice)) == ({}, {}, {})
    assert list(two.evidence) == ["surat"]
    assert two.absences["nilai"].note == "sakit"
