"""`score_stage` and `stage_laws`: what is tried there is what a ruleset would run."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from itertools import count
from typing import Any

import pytest
from attrs import evolve, frozen

import ujikom_rules as ujikom
import ujikom_rules_kendari
import ujikom_rules_malang
import ujikom_rules_template
from tests.plugins.making import offer, plugin
from ujikom_rules.model.outcome import StageOutcome
from ujikom_rules.plugin import Text
from ujikom_rules.testing import StageScore, laws_of_stages, score_stage, stage_laws
from ujikom_rules.testing.scoring import to_toml

KENDARI = {"kendari": ujikom_rules_kendari}
MALANG = {"malang": ujikom_rules_malang}
HALVES = {"naskah": {"part": "written"}, "penyampaian": {"part": "oral"}}
KIND = "kendari:program-paparan"


def text_of(scored: StageScore) -> str | None:
    return None if scored.value is None else scored.value.text


# --- score_stage


def test_a_kind_with_its_own_keys_facts_and_criteria() -> None:
    marks: dict[str, list[int | str | Fraction]] = {
        "naskah": [80, "90"],
        "penyampaian": [70, Fraction(171, 2)],
    }
    keys = {"written-share": 30, "on-time": {"fact": "tepat"}}
    said = {True: ("79.925", ()), False: ("25.5", ("the paper was late: the oral half counts 0",))}
    for in_time, (value, notes) in said.items():
        scored = score_stage(
            KIND, marks, plugins=KENDARI, keys=keys, extras=HALVES, facts={"tepat": in_time}
        )
        assert text_of(scored) == value
        assert tuple(note.en for note in scored.notes) == notes
    missing = score_stage(
        KIND,
        marks,
        plugins=KENDARI,
        keys=keys,
        extras=HALVES,
        declared={"tepat": {"type": "yes-no"}},
    )
    assert (missing.value, missing.result.verdict) == (None, "incomplete")


def test_the_working_is_the_engines() -> None:
    scored = score_stage("panel", {"a": [70, 80], "b": [60, 60]}, weights={"a": 25, "b": 75})
    assert scored.stage.value is not None
    assert text_of(scored) == "63.75"
    assert scored.result.figures["stage.a:term"].text == "18.75"
    assert scored.evaluation.ruleset == "kit/stage"


@pytest.mark.parametrize(
    "ratings,value",
    [
        ([70, 80], "75"),
        ([70, "absent", 90], "80"),
        (85, "85"),
        ("85.50", "85.5"),
        ({"a": 40, "b": 60}, "50"),
        ({"a": [40, 50], "b": 60}, "52.5"),
        ({"a": [70, "not-entered"]}, None),
    ],
)
def test_marks_of_examiners_and_of_the_secretariat(ratings: Any, value: str | None) -> None:
    assert text_of(score_stage("weighted-criteria", ratings)) == value


def test_another_part_is_tried_where_it_stands() -> None:
    pooling = {"use": "contoh:best-mean", "keep": 2}
    scored = score_stage(
        "panel", [60, 80, 85], keys={"pooling": pooling}, plugins={"contoh": ujikom_rules_template}
    )
    assert text_of(scored) == "82.5"


def test_a_joining_part_is_tried_without_weights() -> None:
    scored = score_stage("weighted-criteria", {"a": 1, "b": 5}, keys={"aggregation": "maximum"})
    assert text_of(scored) == "5"


def test_facts_of_every_type() -> None:
    facts = {
        "years": 3,
        "index": Fraction(7, 2),
        "appointed": date(2020, 2, 1),
        "head": False,
        "group": "opd",
        "grade": "tinggi",
    }
    require = {
        "all": [
            {"fact": "years", "at-least": 3},
            {"fact": "index", "above": Fraction(10, 3)},
            {"fact": "appointed", "at-most": date(2020, 2, 1)},
            {"fact": "head", "is": False},
            {"fact": "group", "one-of": ["opd", "sekda"]},
            {"fact": "grade", "at-least": "tinggi"},
        ]
    }
    declared = {"grade": {"type": "level", "levels": ["rendah", "tinggi"]}}
    scored = score_stage(
        "requirement-gate", keys={"require": require}, facts=facts, declared=declared
    )
    assert scored.stage.verdict == "qualified"


def test_further_tables_of_the_sheet() -> None:
    rows = [{"candidacy": "A01", "stage": "stage", "from": "mayor", "text": "…"}]
    scored = score_stage(
        "malang:masukan", plugins=MALANG, keys={"from": ["dinas"]}, sheet={"advice": rows}
    )
    assert [note.en for note in scored.notes] == ["Advice recorded: the mayor 1"]
    assert [each.args["said"].en for each in scored.findings] == [
        "Stage stage: mayor is not among those who may advise."
    ]


def test_what_is_refused_is_refused_with_its_findings() -> None:
    with pytest.raises(ujikom.Refused) as refused:
        score_stage("kendari:program-papran", [80], plugins=KENDARI)
    assert [each.code for each in refused.value.findings] == ["UJ511"]


def test_tables_as_toml() -> None:
    tables = {
        "schema": 1,
        "a b": {"yes": True, "x y": [], "none": {}},
        "stages": [
            {"id": "a", "third": Fraction(1, 3), "t": Text("i", "e"), "d": date(2026, 1, 2)}
        ],
    }
    text = to_toml(tables)
    assert text.splitlines() == [
        "schema = 1",
        '"a b" = { yes = true, "x y" = [], none = {} }',
        "[[stages]]",
        'id = "a"',
        'third = "1/3"',
        't = { id = "i", en = "e" }',
        "d = 2026-01-02",
    ]
    with pytest.raises(TypeError, match="write a number as int, Fraction or text"):
        to_toml({"schema": 0.5})


# --- stage_laws


def test_the_cores_kinds_keep_the_laws() -> None:
    stage_laws("panel", ["a", "b"], weights={"a": 30, "b": 70})
    stage_laws("imported", [""], examiners=0, marks=["70.25", 100])
    stage_laws("advisory")
    stage_laws("evidence-gate", keys={"requires": ["x"]}, sheet={"evidence": [{"id": "x"}]})
    gate = {"require": {"fact": "grade", "at-least": "tinggi"}}
    levels = {"grade": {"type": "level", "levels": ["rendah", "tinggi"]}}
    stage_laws("requirement-gate", keys=gate, facts={"grade": ["rendah"]}, declared=levels)


RISING = count()
Answer = Callable[[Any], StageOutcome]


def broken(answer: Answer) -> str:
    """What is said of a kind that answers so."""
    body = {"score": lambda self, sheet: answer(sheet)}  # noqa: ARG005
    odd = offer("odd", frozen(type("Odd", (), body)), reads="examiners")
    with pytest.raises(AssertionError) as refused:
        stage_laws("demo:odd", ["a", "b"], plugins={"demo": plugin(stage_kinds=odd)})
    return str(refused.value).splitlines()[0]


def newer(sheet: Any) -> StageOutcome:
    outcome: StageOutcome = sheet.outcome(next(RISING))
    return outcome


def hidden(sheet: Any) -> StageOutcome:
    value = sheet.joined()
    outcome: StageOutcome = sheet.outcome(evolve(value, value=value.value + 1))
    return outcome


def test_a_kind_that_remembers_is_not_pure() -> None:
    assert broken(newer) == "pure: demo:odd answers otherwise when asked again"


def test_a_kind_that_hides_a_number_is_seen() -> None:
    assert "is not what its inputs make" in broken(hidden)


def test_advice_that_moves_something_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine lets no advice reach a score; should it ever, this law would say so."""
    row = dict.fromkeys(("verdict", "category", "rank", "owed"))
    monkeypatch.setattr(laws_of_stages, "_values", lambda _: None)
    monkeypatch.setattr(laws_of_stages, "_results", lambda _: [{**row, "total": next(RISING)}])
    with pytest.raises(AssertionError, match="advisory gives advice, and moves total"):
        stage_laws("advisory")
