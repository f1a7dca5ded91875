"""Marks laid on leaves: scales, levels, validity, who may mark what, which candidacies owe."""

from pathlib import Path
from typing import Any

import pytest

import ujikom_rules as ujikom
from tests.little_events import DAY, figures, plan, refusals, said, score, totals
from ujikom_rules.messages import hint_of, text_of

PANEL = """
[[stages]]
id = "w"
title = { id = "Wawancara", en = "Interview" }
kind = "panel"
each = { scale = { lower = 0, upper = 100, step = 0.5 } }
criteria = [
  { id = "a", title = { id = "Gagasan", en = "Ideas" }, weight = 50 },
  { id = "b", title = { id = "Sikap", en = "Conduct" }, weight = 50 },
]
"""
LEVELS = """
[[stages]]
id = "n"
kind = "weighted-criteria"
value = { use = "levels", points = { kurang = 10, baik = 90 } }
[stages.scale]
levels = [{ value = 1, id = "kurang" }, { value = 4, id = "baik" }]
"""
IMPORTED = """
[[stages]]
id = "asesmen"
kind = "imported"
scale = { lower = 0, upper = 100 }
valid = { years = 2 }
"""
BOTH = "A01 w.a E1 80\nA01 w.b E1 90\n"


def sentences(rules: str, marks: str, **rows: Any) -> list[str]:
    """The English sentences of the errors."""
    made = plan(rules)
    with pytest.raises(ujikom.Refused) as refused:
        score(made, marks, **rows)
    return [text_of(each, "en") for each in refused.value.findings if each.severity == "error"]


@pytest.mark.parametrize(
    "mark, on_scale",
    [("0", True), ("100", True), ("79.5", True), ("100.5", False), ("-0.5", False), ("80.25", False),
     ("80.3", False)],
)  # fmt: skip
def test_a_mark_lies_on_the_scale_with_its_step(mark: str, on_scale: bool) -> None:
    expected = [] if on_scale else ["UJ664 /ratings/0"]
    assert refusals(PANEL, f"A01 w.a E1 {mark}\nA01 w.b E1 90") == expected


def test_a_mark_off_the_scale_is_told_with_the_scale() -> None:
    assert sentences(PANEL, "A01 w.a E1 800\nA01 w.b E1 90") == [
        "the mark 800 is off the scale: 0 to 100 in steps of 0.5"
    ]


def test_a_word_is_no_mark_where_the_scale_has_no_levels() -> None:
    for word in ("baik", "9x", "x"):
        rows = f"A01 w.a E1 {word}\nA01 w.b E1 90"
        assert refusals(PANEL, rows) == ["UJ643 /ratings/0"]
        assert sentences(PANEL, rows) == [
            f"{word} is neither a number nor the name of a level (such as good or fair)"
        ]


def test_a_word_in_place_of_a_number_is_told_what_to_write() -> None:
    with pytest.raises(ujikom.Refused) as refused:
        score(plan(PANEL), "A01 w.a E1 9x\nA01 w.b E1 90")
    (found,) = refused.value.findings
    assert hint_of(found, "id") == "tulis angkanya saja"


def test_a_scale_without_a_step_takes_any_number_between_its_bounds() -> None:
    rules = '[[stages]]\nid = "n"\nkind = "imported"\nscale = { lower = 0, upper = 100 }\n'
    assert totals(score(rules, "A01 n - 80.125")) == {"A01": "80.125"}
    assert sentences(rules, "A01 n - 100.001") == ["the mark 100.001 is off the scale: 0 to 100"]


def test_a_level_is_marked_by_its_value_or_its_id() -> None:
    evaluation = score(LEVELS, "A01 n - 4\nA02 n - baik\nA03 n - kurang")
    assert totals(evaluation) == {"A01": "90", "A02": "90", "A03": "10"}
    assert figures(evaluation, "A02", "n") == {
        "n:raw": "4", "n:rating": "90", "n:stage": "90", "n:term": "90",
    }  # fmt: skip


def test_a_mark_between_levels_is_refused_and_a_misspelt_level_gets_its_nearest() -> None:
    assert sentences(LEVELS, "A01 n - 2") == ["the mark 2 is off the scale: kurang, baik"]
    assert sentences(LEVELS, "A01 n - baek") == ["the mark baek is off the scale: kurang, baik"]
    with pytest.raises(ujikom.Refused) as refused:
        score(LEVELS, "A01 n - baikk")
    assert hint_of(refused.value.findings[0], "en") == "check this mark for a slip"


def test_levels_without_ids_are_marked_by_value() -> None:
    rules = (
        '[[stages]]\nid = "n"\nkind = "imported"\n'
        "scale = { levels = [{ value = 1 }, { value = 2.5 }] }\n"
    )
    assert totals(score(rules, "A01 n - 2.5")) == {"A01": "2.5"}
    assert sentences(rules, "A01 n - 2") == ["the mark 2 is off the scale: 1, 2.5"]


@pytest.mark.parametrize(
    "day, counts",
    [("2023-03-25", True), ("2023-03-24", False), ("2025-03-25", True), ("2022-12-31", False)],
)
def test_an_imported_result_counts_to_the_same_day_years_later(day: str, counts: bool) -> None:
    row = {"candidacy": "A01", "stage": "asesmen", "value": 70, "date": day}
    evaluation = score(IMPORTED, candidates=[{"id": "A01"}], ratings=[row])
    assert totals(evaluation) == {"A01": "70" if counts else None}
    assert said(evaluation.findings, "warning") == ([] if counts else ["UJ670 /ratings/0"])
    assert evaluation["A01"].verdict == ("qualified" if counts else "incomplete")


def test_an_imported_result_with_a_validity_needs_a_date() -> None:
    assert refusals(IMPORTED, "A01 asesmen - 70") == ["UJ669 /ratings/0"]


@pytest.mark.parametrize(
    "since, today, counts",
    [("2024-02-29", "2025-02-28", True), ("2024-02-29", "2025-03-01", False)],
)
def test_a_result_of_29_february_counts_to_28_february(
    since: str, today: str, counts: bool
) -> None:
    rules = IMPORTED.replace("years = 2", "years = 1")
    row = {"candidacy": "A01", "stage": "asesmen", "value": 70, "date": since}
    day = {"id": "acara", "date": today}
    evaluation = score(rules, event=day, candidates=[{"id": "A01"}], ratings=[row])
    assert (totals(evaluation)["A01"] is not None) is counts


@pytest.mark.parametrize(
    "lines, expected",
    [
        ("A01 v.a E1 80", "UJ661 /ratings/0"),
        ("A01 w.c E1 80", "UJ662 /ratings/0"),
        ("A01 w E1 80", "UJ662 /ratings/0"),
        ("A01 w.a - 80", "UJ667 /ratings/0"),
    ],
)
def test_a_mark_that_reaches_no_leaf_is_an_error(lines: str, expected: str) -> None:
    assert refusals(PANEL, lines) == [expected]


def test_a_mark_for_a_gate_reaches_no_leaf() -> None:
    gate = '[[stages]]\nid = "g"\nkind = "advisory"\n'
    assert refusals(PANEL + gate, f"{BOTH}A01 g - 1") == ["UJ661 /ratings/2"]


def test_the_secretariat_marks_without_an_examiner() -> None:
    assert refusals(LEVELS, "A01 n E1 4") == ["UJ667 /ratings/0"]
    assert sentences(LEVELS, "A01 n E1 4") == [
        "'n' is rated by the secretariat, without an examiner"
    ]


LONG = """
reads = "facts"
value = { use = "conditions", otherwise = 0, cases = [{ when = { fact = "lama", at-least = 2 }, value = 1 }] }
"""


@pytest.mark.parametrize(
    "reads, expected",
    [
        ('reads = { fact = "lama" }', "'n' takes no ratings: it comes from a fact"),
        (LONG, "'n' takes no ratings: it comes from facts"),
        ('reads = { stage = "m" }', "'n' takes no ratings: it comes from another stage"),
    ],
)
def test_a_leaf_that_reads_something_else_takes_no_marks(reads: str, expected: str) -> None:
    rules = (
        '[facts]\nlama = { type = "number" }\n'
        '[[stages]]\nid = "m"\nkind = "imported"\nscale = { lower = 0, upper = 9 }\nweight = 50\n'
        f'[[stages]]\nid = "n"\nkind = "weighted-criteria"\nweight = 50\n{reads}\n'
    )
    assert sentences(rules, "A01 n - 1") == [expected]
    assert sentences(rules, "A01 n E1 1") == [expected]


def folder(path: Path, header: str) -> ujikom.Scoresheet:
    """One line of marks 80 and 90 beneath a header, as a table of the stage."""
    (path / "event.toml").write_text(f'[event]\nid = "acara"\ndate = {DAY}\n')
    (path / "candidates.csv").write_text("id\nA01\n")
    (path / "examiners.csv").write_text("id\nE1\n")
    (path / "ratings.w.csv").write_text(f"candidacy,examiner,{header}\nA01,E1,80,90\n")
    return ujikom.read_scoresheet(path)


@pytest.mark.parametrize("header", ["a,b", "Gagasan,Sikap", "Ideas,b", "a,Conduct"])
def test_a_column_may_be_headed_by_the_title_of_a_criterion(tmp_path: Path, header: str) -> None:
    assert totals(ujikom.evaluate(plan(PANEL), folder(tmp_path, header))) == {"A01": "85"}


def test_a_title_that_two_criteria_share_names_neither(tmp_path: Path) -> None:
    rules = plan(PANEL.replace("Sikap", "Gagasan"))
    with pytest.raises(ujikom.Refused) as refused:
        ujikom.evaluate(rules, folder(tmp_path, "Gagasan,b"))
    assert [each.code for each in refused.value.findings] == ["UJ662"]


def test_one_criterion_by_id_and_by_title_is_marked_twice(tmp_path: Path) -> None:
    with pytest.raises(ujikom.Refused) as refused:
        ujikom.evaluate(plan(PANEL), folder(tmp_path, "a,Gagasan"))
    assert [each.code for each in refused.value.findings] == ["UJ668"]


def test_a_rating_of_a_candidate_counts_for_all_candidacies_of_that_person() -> None:
    rules = IMPORTED.replace("valid = { years = 2 }", "")
    evaluation = score(
        rules,
        candidates=[{"id": "P01"}],
        candidacies=[{"id": "C1", "candidate": "P01"}, {"id": "C2", "candidate": "P01"}],
        ratings=[{"candidate": "P01", "stage": "asesmen", "value": 70}],
    )
    assert totals(evaluation) == {"C1": "70", "C2": "70"}


def test_a_mark_against_a_recusal_is_an_error_and_its_word_is_not() -> None:
    recusals = [{"examiner": "E2", "candidacy": "A01"}]
    against = f"{BOTH}A01 w.a E2 60\nA01 w.b E2 recused"
    assert refusals(PANEL, against, recusals=recusals) == ["UJ666 /ratings/2"]
    word = f"{BOTH}A01 w.a E2 recused\nA01 w.b E2 recused"
    assert totals(score(PANEL, word, recusals=recusals)) == {"A01": "85"}


def test_an_empty_cell_of_a_recused_pair_is_no_mark_against_it() -> None:
    recusals = [{"examiner": "E2", "candidacy": "A01"}]
    empty = f"{BOTH}A01 w.a E2 not-entered\nA01 w.b E2 not-entered"
    evaluation = score(PANEL, empty, recusals=recusals)
    assert totals(evaluation) == {"A01": "85"}
    assert (evaluation.findings, evaluation["A01"].owed) == ((), ())  # recused, and nothing owed
    examiners = [{"id": "E1"}, {"id": "E2"}]
    row = {"candidacy": "A01", "stage": "w", "criterion": "a", "examiner": "E2"}
    for no_mark in ("absent", "abstained", "void"):
        rows: Any = {"ratings": [{**row, "no-mark": no_mark}], "candidates": [{"id": "A01"}]}
        found = refusals(PANEL, recusals=recusals, examiners=examiners, **rows)
        assert found == ["UJ666 /ratings/0"]


def test_only_those_who_are_seated_for_the_stage_and_the_room_may_mark() -> None:
    rooms = {
        "candidacies": [{"id": "A01", "candidate": "A01", "room": "1"}],
        "candidates": [{"id": "A01"}],
    }
    other = [{"id": "E1", "room": "1"}, {"id": "E2", "room": "2"}]
    assert refusals(PANEL, f"{BOTH}A01 w.a E2 60", examiners=other, **rooms) == ["UJ665 /ratings/2"]
    elsewhere = [{"id": "E1"}, {"id": "E2", "stages": ["v"]}]
    second = '[[stages]]\nid = "v"\nkind = "advisory"\n'
    assert refusals(PANEL + second, f"{BOTH}A01 w.a E2 60", examiners=elsewhere) == [
        "UJ665 /ratings/2"
    ]


def test_who_sits_in_another_room_owes_nothing_and_who_has_no_room_meets_all() -> None:
    people = [{"id": "E1", "room": "1"}, {"id": "E2", "room": "2"}, {"id": "E3"}]
    evaluation = score(
        PANEL,
        f"{BOTH}A02 w.a E1 50\nA02 w.b E1 50\nA02 w.a E2 70\nA02 w.b E2 70",
        examiners=people,
        candidates=[{"id": "A01"}, {"id": "A02"}],
        candidacies=[
            {"id": "A01", "candidate": "A01", "room": "1"},
            {"id": "A02", "candidate": "A02"},
        ],
    )
    assert evaluation["A01"].owed == ("w.a@E3", "w.b@E3")
    assert evaluation["A02"].owed == ("w.a@E3", "w.b@E3")


def test_under_rooms_first_by_room_every_room_owes() -> None:
    rules = PANEL.replace('kind = "panel"', 'kind = "panel"\npooling = "rooms-first"')
    evaluation = score(
        rules,
        f"{BOTH}A01 w.a E2 60\nA01 w.b E2 60\nA01 w.a E3 100\nA01 w.b E3 90",
        examiners=[{"id": "E1", "room": "1"}, {"id": "E2", "room": "2"}, {"id": "E3", "room": "2"}],
        candidates=[{"id": "A01"}],
        candidacies=[{"id": "A01", "candidate": "A01", "room": "1"}],
    )
    # a: mean of 80 and mean(60, 100); b: mean of 90 and mean(60, 90)
    assert figures(evaluation, "A01", "w.")["w.a:pooled"] == "80"
    assert figures(evaluation, "A01", "w.")["w.b:pooled"] == "82.5"
    assert totals(evaluation) == {"A01": "81.25"}


@pytest.mark.parametrize(
    "effective, refused",
    [
        ("{ from = 2025-03-25, to = 2025-03-25 }", False),
        ("{ from = 2025-03-26 }", True),
        ("{ to = 2025-03-24 }", True),
        ("{ to = 2025-03-25 }", False),
    ],
)
def test_an_event_outside_the_days_in_force_is_refused(effective: str, refused: bool) -> None:
    expected = ["UJ677 /event/date"] if refused else []
    assert refusals(f"effective = {effective}\n{PANEL}", BOTH) == expected
