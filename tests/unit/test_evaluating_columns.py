"""Candidacies in columns: who stands there, what is late, and that nobody can tell from outside."""

import copy
import pickle
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from threading import Barrier
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import pytest
from attrs import evolve

import ujikom_rules as ujikom
from ujikom_rules.evaluating import events
from ujikom_rules.evaluating.columns.joining import Column, join
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.outcome import Evaluation, Result
from ujikom_rules.model.scoresheet import Rating
from ujikom_rules.planned import PlannedPart

RULES = """schema = 1
[ruleset]
id = "test/columns"
version = "1"
title = "Columns"
source = "assumption"
[rounding]
stage = {{ places = 2 }}
[[stages]]
id = "talk"
kind = "panel"
weight = 60
each = {{ scale = {{ lower = 0, upper = 100, step = 0.5 }} }}
criteria = [{{ id = "a", weight = 50, title = "Substance" }}, {{ id = "b", weight = 50 }}]
[[stages]]
id = "file"
kind = "imported"
weight = 40
scale = {{ lower = 0, upper = 100 }}
{file}
[decision]
cut-score = 70
[ranking]
within = "event"
{ranking}
"""
PEOPLE = ("A1", "A2", "A3")
MARKS = {"A1": ("80", "70"), "A2": ("80.5", "69.5"), "A3": ("60", "61")}


def plan(file: str = "", ranking: str = "") -> ujikom.Plan:
    text = RULES.format(file=file, ranking=ranking)
    return ujikom.plan(ujikom.parse_ruleset(text), plugins={})


def sheet(**tables: Any) -> ujikom.Scoresheet:
    """An event of three: two examiners, two criteria, and a file."""
    ratings = [
        {"candidacy": who, "stage": "talk", "criterion": criterion, "examiner": examiner,
         "value": value}
        for who, values in MARKS.items()
        for criterion in "ab"
        for examiner, value in zip(("E1", "E2"), values, strict=True)
    ]  # fmt: skip
    ratings += [{"candidacy": who, "stage": "file", "value": "75"} for who in PEOPLE]
    data: dict[str, Any] = {
        "event": {"id": "event", "date": "2025-03-25"},
        "candidates": [{"id": who} for who in PEOPLE],
        "examiners": [{"id": "E1"}, {"id": "E2"}],
        "ratings": ratings,
    }
    return ujikom.parse_scoresheet(data | tables)


def is_late(result: Result, name: str = "figures") -> bool:
    try:
        object.__getattribute__(result, name)
    except AttributeError:
        return True
    return False


def apart(evaluation: Evaluation) -> list[str]:
    """Those who were evaluated by themselves."""
    return sorted(each.candidacy for each in evaluation if not is_late(each))


def one_by_one(made: ujikom.Plan, marks: ujikom.Scoresheet) -> Evaluation:
    with patch.object(events, "columns_of", lambda *_: None):
        return ujikom.evaluate(made, marks)


def said(evaluation: Evaluation) -> Any:
    working = [ujikom.working(evaluation, each.candidacy) for each in evaluation]
    return ujikom.document(evaluation, figures=True), working


def same(made: ujikom.Plan, marks: ujikom.Scoresheet) -> Evaluation:
    """The evaluation, once it is found to be what it is without columns."""
    assert said(ujikom.evaluate(made, marks)) == said(one_by_one(made, marks))
    return ujikom.evaluate(made, marks)


def test_a_plain_event_stands_in_columns_and_the_numbers_need_no_working() -> None:
    evaluation = same(plan(), sheet())
    assert apart(evaluation) == []
    first = evaluation["A1"]
    # (80 + 70) / 2 twice is 75; 75 × 60 % + 75 × 40 % = 75
    assert (first.verdict, first.rank.place) == ("qualified", Fraction(1))
    assert first.total is not None
    assert first.total.value == 75
    assert first.stages["talk"].value is not None
    assert first.stages["talk"].value.text == "75.00"
    assert evaluation["A3"].verdict == "not-qualified"  # 60.5 × 60 % + 30 = 66.3
    assert is_late(first)
    assert len(first.total.inputs) == 2
    assert first.figures["talk:stage"] is first.stages["talk"].value


def test_equals_share_a_rank() -> None:
    ranks = {each.candidacy: each.rank for each in ujikom.evaluate(plan(), sheet())}
    assert [(name, rank.place, rank.shared) for name, rank in sorted(ranks.items())] == [
        ("A1", Fraction(1), True), ("A2", Fraction(1), True), ("A3", Fraction(3), False),
    ]  # fmt: skip


def less(marks: ujikom.Scoresheet) -> ujikom.Scoresheet:
    return evolve(marks, ratings=marks.ratings[1:])


def no_mark(marks: ujikom.Scoresheet) -> ujikom.Scoresheet:
    first = evolve(marks.ratings[0], value=None, no_mark="absent")
    return evolve(marks, ratings=(first, *marks.ratings[1:]))


@pytest.mark.parametrize("change", [less, no_mark])
def test_who_lacks_a_mark_is_evaluated_alone(
    change: Callable[[ujikom.Scoresheet], ujikom.Scoresheet],
) -> None:
    assert apart(same(plan(), change(sheet()))) == ["A1"]


@pytest.mark.parametrize(
    "tables, expected",
    [
        ({"absences": [{"candidacy": "A2", "stage": "talk"}]}, ["A2"]),
        ({"recusals": [{"examiner": "E2", "candidacy": "A3"}]}, ["A3"]),
    ],
    ids=["absent", "recused"],
)
def test_who_is_out_of_the_ordinary_is_evaluated_alone(
    tables: dict[str, Any], expected: list[str]
) -> None:
    marks = sheet(**tables)
    if "recusals" in tables:
        kept = (r for r in marks.ratings if (r.examiner, r.candidacy) != ("E2", "A3"))
        marks = evolve(marks, ratings=tuple(kept))
    assert apart(same(plan(), marks)) == expected


def test_a_mark_of_a_candidate_sets_that_persons_candidacies_apart() -> None:
    marks = sheet()
    changed = tuple(
        evolve(each, of_candidate=each.candidacy == "A1" and each.stage == "file")
        for each in marks.ratings
    )
    assert apart(same(plan(), evolve(marks, ratings=changed))) == ["A1"]


def twice(marks: ujikom.Scoresheet) -> ujikom.Scoresheet:
    """One mark too few and another twice: as many ratings as there are places."""
    return evolve(marks, ratings=(*marks.ratings[1:], marks.ratings[5]))


def unknown(marks: ujikom.Scoresheet) -> ujikom.Scoresheet:
    first = evolve(marks.ratings[0], criterion="c")
    return evolve(marks, ratings=(first, *marks.ratings[1:]))


def off(value: Any) -> Callable[[ujikom.Scoresheet], ujikom.Scoresheet]:
    def change(marks: ujikom.Scoresheet) -> ujikom.Scoresheet:
        first = evolve(marks.ratings[0], value=value)
        return evolve(marks, ratings=(first, *marks.ratings[1:]))

    return change


@pytest.mark.parametrize("change", [twice, unknown, off(Fraction(101)), off("good")])
def test_what_is_wrong_is_refused_as_ever(
    change: Callable[[ujikom.Scoresheet], ujikom.Scoresheet],
) -> None:
    made, marks = plan(), change(sheet())
    with pytest.raises(ujikom.Refused) as columns:
        ujikom.evaluate(made, marks)
    with pytest.raises(ujikom.Refused) as alone:
        one_by_one(made, marks)
    assert columns.value.findings == alone.value.findings


def test_a_criterion_may_be_called_by_its_title() -> None:
    marks = sheet()
    named: list[Rating] = [
        evolve(each, criterion="Substance" if each.criterion == "a" else each.criterion)
        for each in marks.ratings
    ]
    assert apart(same(plan(), evolve(marks, ratings=tuple(named)))) == []


def test_a_value_function_without_an_answer_sets_apart() -> None:
    # the second function knows 7.5 alone: the mark 75, a tenth of it
    value = (
        'value = [{ use = "linear", from = [0, 100], to = [0, 10] }, '
        '{ use = "levels", points = { "7.5" = 75 } }]'
    )
    marks = sheet()
    ratings = [
        evolve(each, value=Fraction(50))
        if each.stage == "file" and each.candidacy == "A2"
        else each
        for each in marks.ratings
    ]
    evaluation = same(plan(value), evolve(marks, ratings=tuple(ratings)))
    assert apart(evaluation) == ["A2"]
    assert evaluation["A2"].verdict == "incomplete"


def test_rooms_stand_in_columns_of_their_own() -> None:
    marks = sheet(
        candidacies=[
            {"id": who, "candidate": who, "room": room}
            for who, room in zip(PEOPLE, ("R1", "R2", None), strict=True)
        ],
        examiners=[{"id": "E1", "room": "R1"}, {"id": "E2"}],
    )
    kept = (r for r in marks.ratings if (r.examiner, r.candidacy) != ("E1", "A2"))
    evaluation = same(plan(), evolve(marks, ratings=tuple(kept)))
    assert apart(evaluation) == []
    assert evaluation["A2"].stages["talk"].value is not None
    assert evaluation["A2"].stages["talk"].value.value == Fraction("69.5")  # E2 alone meets R2


def test_ties_are_parted_as_ever_and_only_those_who_tie_are_opened() -> None:
    made = plan(
        ranking='tie-breaks = [{ use = "criterion-score", stage = "talk", criterion = "a" }]'
    )
    marks = sheet()
    ratings = [
        evolve(each, value=Fraction(n))
        if each.candidacy == "A2" and each.criterion == name
        else each
        for each in marks.ratings
        for name, n in [("a", 80) if each.criterion == "a" else ("b", 70)]
    ]
    evaluation = same(made, evolve(marks, ratings=tuple(ratings)))
    assert [(each.candidacy, each.rank.place) for each in evaluation] == [
        ("A2", Fraction(1)), ("A1", Fraction(2)), ("A3", Fraction(3)),
    ]  # fmt: skip


def pickled(evaluation: Evaluation) -> Evaluation:
    found: Evaluation = pickle.loads(pickle.dumps(evaluation))  # noqa: S301  our own bytes
    return found


def test_copies_of_a_late_result_are_whole() -> None:
    wanted = said(one_by_one(plan(), sheet()))
    ways: tuple[Callable[[Evaluation], Evaluation], ...] = (copy.copy, copy.deepcopy, pickled)
    for way in ways:
        assert said(way(ujikom.evaluate(plan(), sheet()))) == wanted
    result = ujikom.evaluate(plan(), sheet())["A1"]
    again = evolve(result, name="Somebody")
    assert (again.figures, again.total) == (result.figures, result.total)
    total = ujikom.evaluate(plan(), sheet())["A2"].total
    assert total is not None
    assert [each.value for each in copy.copy(total).walk()] == [each.value for each in total.walk()]


def test_a_source_gives_the_same_to_whoever_asks_again() -> None:
    result = ujikom.evaluate(plan(), sheet())["A1"]
    for name in ("total", "stages", "figures"):
        assert result._source.fill(result, name) is getattr(result, name)
        assert result._source.fill(result, name) is getattr(result, name)


def test_a_late_value_has_no_other_fields() -> None:
    result = ujikom.evaluate(plan(), sheet())["A1"]
    for late in (result, result.total):
        assert not hasattr(late, "nothing")
    assert not hasattr(Figure(Fraction(1)), "nothing")
    with pytest.raises(AttributeError, match="Result"):
        result.nothing  # type: ignore[attr-defined]  # noqa: B018


def test_whoever_asks_first_in_eight_threads_all_get_the_same_things() -> None:
    evaluation = ujikom.evaluate(plan(), sheet())
    gate = Barrier(8)

    def ask(number: int) -> list[int]:
        gate.wait()
        result = evaluation["A1"]
        total, stage = result.total, result.stages["talk"].value
        assert total is not None
        assert stage is not None
        asked: Iterator[Any] = iter(
            (total, stage, result.figures, result.stages, total.inputs, stage.inputs, total.rule)
        )
        if number % 2:
            list(total.walk())
        return [id(each) for each in asked]

    with ThreadPoolExecutor(8) as pool:
        found = {tuple(each) for each in pool.map(ask, range(8))}
    assert len(found) == 1
    total = evaluation["A1"].total
    assert total is not None
    assert total in evaluation["A1"].figures.values()
    assert any(each is evaluation["A1"].stages["talk"].value for each in total.walk())


def test_observers_are_shown_what_nobody_can_change_and_it_stays_late() -> None:
    shown: list[Evaluation] = []
    observer = PlannedPart(name="test:watch", part=shown.append)
    evaluation = ujikom.evaluate(evolve(plan(), observers=(observer,)), sheet())
    (told,) = shown
    assert apart(evaluation) == apart(told) == []
    result = told["A1"]
    assert result.total is evaluation["A1"].total
    assert dict(result.figures) == evaluation["A1"].figures
    assert dict(result.stages) == evaluation["A1"].stages
    for table in (result.figures, result.stages, result.ranks):
        with pytest.raises(TypeError):
            table["more"] = 1  # type: ignore[index]


@pytest.mark.parametrize(
    "name, expected",
    [
        ("mean", "3"), ("median", "2"), ("minimum", "1"), ("maximum", "6"), ("sum", "9"),
        ("trimmed-mean", "2"), ("trimmed-sum", "2"), ("weighted-mean", "9"),
    ],
)  # fmt: skip
def test_columns_of_one_two_and_six_joined(name: str, expected: str) -> None:
    columns = [Column([2], 2), Column([2], 1), Column([24], 4)]
    joined = join(name, SimpleNamespace(drop=1), columns)
    assert joined is not None
    assert joined.value(0) == Fraction(expected)


def test_an_even_number_has_its_median_between_and_two_are_too_few_to_trim() -> None:
    columns = [Column([1], 1), Column([2], 1)]
    between = join("median", None, columns)
    assert between is not None
    assert between.value(0) == Fraction(3, 2)
    assert join("trimmed-mean", SimpleNamespace(drop=1), columns) is None


@pytest.mark.parametrize(
    "pooling, total",
    [
        (
            '{ use = "sum", start = 10 }',
            "126",
        ),  # 10 + 150 for either criterion: 160 × 60 % + 75 × 40 %
        ('{ use = "trimmed-mean", drop = 1 }', None),  # of two marks none is left
        ('"minimum"', "72"),  # 70 × 60 % + 75 × 40 %
    ],
)
def test_ways_of_pooling(pooling: str, total: str | None) -> None:
    text = RULES.format(file="", ranking="").replace(
        'kind = "panel"', f'kind = "panel"\npooling = {pooling}'
    )
    made = ujikom.plan(ujikom.parse_ruleset(text), plugins={})
    evaluation = same(made, sheet())
    assert apart(evaluation) == ([] if total else list(PEOPLE))
    found = evaluation["A1"].total
    assert (None if found is None else found.value) == (None if total is None else Fraction(total))


def test_a_standing_of_the_qualified_and_a_plan_without_a_cut_score() -> None:
    evaluation = same(plan(ranking='among = "qualified"'), sheet())
    assert evaluation["A3"].rank.place is None
    text = RULES.format(file="", ranking="").replace("cut-score = 70", "")
    evaluation = same(ujikom.plan(ujikom.parse_ruleset(text), plugins={}), sheet())
    assert {each.verdict for each in evaluation} == {"qualified"}


CASES = (
    'value = { use = "conditions", otherwise = "unchanged", '
    'cases = [{ when = { stage = "talk", at-least = 1 }, value = 1 }] }'
)


@pytest.mark.parametrize(
    "file",
    ['[[stages]]\nid = "ask"\nkind = "advisory"', "valid = { years = 3 }", CASES],
    ids=["advice", "validity", "conditions"],
)
def test_plans_that_are_not_plain(file: str) -> None:
    made, marks = plan(file), sheet()
    dated = (evolve(r, date=marks.event.date if r.stage == "file" else None) for r in marks.ratings)
    assert apart(same(made, evolve(marks, ratings=tuple(dated)))) == list(PEOPLE)
