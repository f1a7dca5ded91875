"""What parts are shown of an event: items, nodes, sheets, results; by a plugin that looks."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any, Literal

import pytest
from attrs import frozen

import ujikom_rules as ujikom
from tests.little_events import figures, filed, plan, score, shown, totals
from tests.plugins.making import offer, plugin
from ujikom_rules.messages import text_of
from ujikom_rules.plugin import (
    CohortAt,
    Figure,
    Item,
    NodeAt,
    ResultAt,
    StageOutcome,
    StageSheet,
)

DEMO = '[plugins]\ndemo = "1.0"\n'
PANEL = """
[[stages]]
id = "w"
kind = "panel"
pooling = "demo:look"
rounding.term = { places = 0, mode = "half-up" }
scale = { lower = 0, upper = 100 }
"""
MARKS = "A01 w E1 60.4\nA01 w E2 70.4"


def made(rules: str, **parts: Any) -> ujikom.Plan:
    return plan(DEMO + rules, {"demo": plugin(**parts)})


def pooling(look: Callable[[Sequence[Item], NodeAt], Figure | None]) -> ujikom.Plan:
    """A panel whose pooling is a function."""

    @frozen(kw_only=True)
    class Look:
        def combine(self, items: Sequence[Item], at: NodeAt) -> Figure | None:
            return look(items, at)

    return made(PANEL, aggregators=offer("look", Look))


def test_a_term_is_made_once_and_stands_at_its_item() -> None:
    def look(items: Sequence[Item], at: NodeAt) -> Figure | None:
        assert [item.weight for item in items] == [None, None]
        assert items[0].term is items[0].term
        own = at.item("sisa", items[1].value, Figure(Fraction(50)))
        return items[0].term + own.term

    evaluation = score(pooling(look), MARKS)
    found = figures(evaluation, "A01", "w@")
    assert (found["w@E1:term"], found["w@sisa:term"]) == ("60", "35")
    assert totals(evaluation) == {"A01": "95"}


def test_a_nested_part_gets_some_items_and_none_where_there_are_none() -> None:
    def look(items: Sequence[Item], at: NodeAt) -> Figure | None:
        assert at.combine(Lowest(), []) is None
        return at.combine(Lowest(), items)

    assert totals(score(pooling(look), MARKS)) == {"A01": "60.4"}


@frozen(kw_only=True)
class Lowest:
    """The lowest value."""

    def combine(self, items: Sequence[Item], at: NodeAt) -> Figure | None:
        assert at.candidacy.id == "A01"
        return min((item.value for item in items), key=lambda figure: figure.value)


def test_a_corrected_mark_takes_the_place_of_the_mark() -> None:
    def look(items: Sequence[Item], at: NodeAt) -> Figure | None:
        return at.rating(items[0], items[0].value + 1) + items[1].value

    evaluation = score(pooling(look), MARKS)
    assert figures(evaluation, "A01", "w@E1") == {"w@E1:raw": "60.4", "w@E1:rating": "61.4"}


# --- sheets of stages


SHEET = """
[[stages]]
id = "s"
kind = "demo:look"
each = { scale = { lower = 0, upper = 100 } }
criteria = [
  { id = "k", half = "written", weight = 40 },
  { id = "l", half = "oral", weight = 60, missing = "leave-out" },
]
"""


@frozen(kw_only=True)
class Half:
    """What the kind adds to its criteria."""

    half: Literal["written", "oral"]


def stage(look: Callable[[StageSheet], StageOutcome], rules: str = SHEET) -> ujikom.Plan:
    """A stage whose kind is a function."""

    @frozen(kw_only=True)
    class Look:
        def score(self, sheet: StageSheet) -> StageOutcome:
            return look(sheet)

    return made(rules, stage_kinds=offer("look", Look, criteria=Half))


BOTH = "A01 s.k - 80\nA01 s.l - 50"


@pytest.mark.parametrize(
    "keys, expected",
    [({}, "62"), ({"half": "written"}, "80"), ({"half": "oral"}, "50")],
)
def test_criteria_are_joined_all_or_by_their_own_keys(keys: dict[str, str], expected: str) -> None:
    evaluation = score(stage(lambda sheet: sheet.outcome(sheet.joined(**keys))), BOTH)
    assert totals(evaluation) == {"A01": expected}


def test_criteria_that_nobody_has_are_a_failure_of_the_part() -> None:
    for look in (
        lambda sheet: sheet.outcome(sheet.joined(half="neither")),
        lambda sheet: sheet.outcome(sheet.value("m")),
    ):
        with pytest.raises(ujikom.Refused) as refused:
            score(stage(look), BOTH)
        (failure,) = refused.value.findings
        assert (failure.code, failure.plugin) == ("UJ520", "demo")
        assert "LookupError" in text_of(failure, "en")


def test_the_value_of_one_criterion_is_shown_and_none_where_it_is_left_out() -> None:
    rules = stage(lambda sheet: sheet.outcome(sheet.value("l") * 2, label="dua kali"))
    evaluation = score(rules, BOTH)
    assert totals(evaluation) == {"A01": "100"}
    assert evaluation["A01"].stages["s"].value is not None
    without = score(rules, "A01 s.k - 80")
    assert totals(without) == {"A01": None}
    assert without["A01"].verdict == "incomplete"


def test_a_selection_of_which_nothing_is_there_has_no_value() -> None:
    rules = stage(lambda sheet: sheet.outcome(sheet.joined(half="oral")))
    assert totals(score(rules, "A01 s.k - 80")) == {"A01": None}


@pytest.mark.parametrize("value", [7, Fraction(15, 2)])
def test_a_plain_exact_number_becomes_a_figure(value: int | Fraction) -> None:
    evaluation = score(stage(lambda sheet: sheet.outcome(value)), BOTH)
    assert totals(evaluation) == {"A01": shown(Figure(Fraction(value)))}


def test_a_label_names_a_figure_that_has_no_name_yet() -> None:
    evaluation = score(stage(lambda sheet: sheet.outcome(Figure(Fraction(7)), "tujuh")), BOTH)
    joined = evaluation["A01"].figures["s:joined"]
    assert joined.value == 7


def test_a_sheet_shows_stage_panel_documents_and_advice() -> None:
    seen: dict[str, Any] = {}

    def look(sheet: StageSheet) -> StageOutcome:
        own, event = sheet.evidence("surat", own=True), sheet.evidence("surat")
        seen[sheet.candidacy.id] = (
            sheet.stage,
            sheet.seated,
            own and own.reference,
            event and event.reference,
            len(sheet.advice),
        )
        return sheet.outcome(1)

    score(
        stage(look),
        BOTH + "\nA02 s.k - 1",
        examiners=[{"id": "E2"}, {"id": "E1"}],
        evidence=[
            {"id": "surat", "reference": "1/2025"},
            {"id": "surat", "candidacy": "A01", "reference": "2/2025"},
        ],
    )
    assert seen == {
        "A01": ("s", ("E1", "E2"), "2/2025", "1/2025", 0),
        "A02": ("s", ("E1", "E2"), None, "1/2025", 0),
    }


# --- facts, predicates, results


RESULTS = """
[facts]
lama = { type = "number" }
tmt = { type = "date" }
sehat = { type = "yes-no" }
tingkat = { type = "level", levels = ["S1", "S2"] }
kota = { type = "text" }
"""
FACTS = {"lama": "2.5", "tmt": "0001-01-03", "sehat": True, "tingkat": "S2", "kota": "malang"}


@pytest.mark.parametrize(
    "name, expected",
    [("lama", "2.5"), ("tmt", "3"), ("sehat", "1"), ("tingkat", "1"), ("kota", None),
     ("lain", None)],
)  # fmt: skip
def test_a_fact_as_a_number_that_can_be_compared(name: str, expected: str | None) -> None:
    seen: list[str | None] = []

    @frozen(kw_only=True)
    class Look:
        def classify(self, result: ResultAt) -> str | None:
            seen.append(shown(result.rank_of(name)))
            assert shown(result.at("a")) == shown(result.value) == "1"
            assert (result.at("a", "k"), result.at("lain")) == (None, None)
            return "semua"

    rules = RESULTS + filed("") + '[decision]\nclassifier = "demo:look"\n'
    people = [{"id": "A01", "facts": FACTS}]
    score(made(rules, classifiers=offer("look", Look)), "A01 a - 1", candidates=people)
    assert seen == [expected]


def test_a_number_that_a_fact_does_not_give_as_a_number_is_none() -> None:
    seen: list[Any] = []

    def look(sheet: StageSheet) -> StageOutcome:
        seen.append([sheet.fact(name) for name in ("kota", "sehat", "lain")])
        return sheet.outcome(1)

    rules = stage(look, RESULTS + SHEET)
    score(rules, BOTH, candidates=[{"id": "A01", "facts": {"kota": "kendari", "sehat": False}}])
    assert seen == [["kendari", False, None]]


# --- cohorts


def test_a_part_made_inside_a_part_may_part_equals() -> None:
    @frozen(kw_only=True)
    class ById:
        def key(self, result: ResultAt) -> Figure | None:
            return Figure(Fraction(ord(result.candidacy.id[-1])))

    @frozen(kw_only=True)
    class Best:
        def score_all(self, cohort: CohortAt) -> Mapping[str, StageOutcome]:
            ((first, *_),) = cohort.standing(tie_breaks=[ById()])
            return {name: StageOutcome(kept=name == first[0]) for name in cohort.sheets}

    kind = offer("best", Best, gives="shortlist", cohort=True)
    rules = filed("") + '[[stages]]\nid = "h"\nkind = "demo:best"\n'
    evaluation = score(made(rules, stage_kinds=kind), "A a - 9\nB a - 9\nC a - 8")
    assert {r.candidacy: r.stages["h"].kept for r in evaluation} == {
        "A": False, "B": True, "C": False,
    }  # fmt: skip
