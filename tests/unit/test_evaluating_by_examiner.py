"""Each examiner's criteria joined first, then pooled: `pool-by = "examiner"`; by hand."""

from collections.abc import Iterable
from types import ModuleType

import pytest
from attrs import frozen

from tests.little_events import figures, plan, score, totals
from ujikom_rules.plugin import (
    Fact,
    Figure,
    Part,
    PluginInfo,
    Stage,
    StageOutcome,
    StageSheet,
    Text,
    hookimpl,
)

PANEL = """
[[stages]]
id = "w"
kind = "panel"
pool-by = "examiner"
{keys}
each = {{ scale = {{ lower = 0, upper = 100 }} }}
criteria = [{{ id = "a", weight = 30 }}, {{ id = "b", weight = 70 }}]
"""
# E1 joins 30 % of 60 and 70 % of 80: 74; E2 joins 30 % of 90 and 70 % of 50: 62
MARKS = "A01 w.a E1 60\nA01 w.b E1 80\nA01 w.a E2 90\nA01 w.b E2 50\n"


def test_each_examiner_joins_and_the_joined_marks_are_pooled() -> None:
    evaluation = score(PANEL.format(keys=""), MARKS)
    assert figures(evaluation, "A01") == {
        "w.a@E1:raw": "60", "w.a@E1:criterion": "60", "w.a@E1:term": "18",
        "w.b@E1:raw": "80", "w.b@E1:criterion": "80", "w.b@E1:term": "56",
        "w@E1:joined": "74", "w@E1:rating": "74",
        "w.a@E2:raw": "90", "w.a@E2:criterion": "90", "w.a@E2:term": "27",
        "w.b@E2:raw": "50", "w.b@E2:criterion": "50", "w.b@E2:term": "35",
        "w@E2:joined": "62", "w@E2:rating": "62",
        "w:pooled": "68", "w:stage": "68", "w:term": "68", "total:joined": "68", "total:final": "68",
    }  # fmt: skip


def test_values_and_roundings_hold_at_their_places() -> None:
    keys = (
        'value = { use = "linear", from = [0, 100], to = [0, 10] }\npooling = "sum"\n'
        "rounding.criterion = { places = 0, mode = 'half-up' }\n"
        "rounding.term = { places = 0, mode = 'down' }\n"
        "rounding.rating = { places = 1, mode = 'down' }\n"
        "rounding.pooled = { places = 0, mode = 'up' }\n"
    )
    marks = "A01 w.a E1 60.5\nA01 w.b E1 80\nA01 w.a E2 90\nA01 w.b E2 50\n"
    found = figures(score(PANEL.format(keys=keys), marks), "A01", "w")
    # a of E1: 60.5 → 61 → 18.3 → 18; b: 56; joined 74 → 7.4; E2: 27 + 35 = 62 → 6.2; sum 13.6 → 14
    assert (found["w.a@E1:criterion"], found["w.a@E1:term"]) == ("61", "18")
    assert (found["w@E1:joined"], found["w@E1:rating"]) == ("74", "7.4")
    assert (found["w@E2:rating"], found["w:pooled"], found["w:stage"]) == ("6.2", "14", "14")


@pytest.mark.parametrize(
    "policies, words, total, rating",
    [
        ("", ("void", "50"), "74", None),
        ("", ("not-entered", "50"), None, None),
        ('void = "zero"', ("void", "50"), "37", "0"),
        ('void = "zero"', ("void", "absent"), "74", None),  # the worse of the two: left out
        ('void = "zero", absent = "incomplete"', ("void", "absent"), None, None),
        ('void = "zero"', ("void", "void"), "37", "0"),
    ],
)
def test_who_lacks_one_criterion_counts_as_one_no_mark(
    policies: str, words: tuple[str, str], total: str | None, rating: str | None
) -> None:
    keys = f"no-marks = {{ {policies} }}" if policies else ""
    marks = f"A01 w.a E1 60\nA01 w.b E1 80\nA01 w.a E2 {words[0]}\nA01 w.b E2 {words[1]}"
    evaluation = score(PANEL.format(keys=keys), marks)
    assert totals(evaluation) == {"A01": total}
    found = figures(evaluation, "A01", "w")
    assert found.get("w@E2:rating") == rating
    assert "w.a@E2:criterion" not in found  # what counts as zero is the whole, not the one mark
    owed = ("w.a@E2",) if words[0] == "not-entered" else ()
    assert evaluation["A01"].owed == owed


@pytest.mark.parametrize("quorum, total", [(1, "74"), (2, None)])
def test_the_quorum_counts_joined_marks(quorum: int, total: str | None) -> None:
    marks = "A01 w.a E1 60\nA01 w.b E1 80\nA01 w.a E2 90\nA01 w.b E2 void"
    assert totals(score(PANEL.format(keys=f"quorum = {quorum}"), marks)) == {"A01": total}


def test_without_anybody_who_joins_there_is_no_value() -> None:
    evaluation = score(PANEL.format(keys=""), candidates=[{"id": "A01"}])
    assert totals(evaluation) == {"A01": None}


MIXED = """
[[stages]]
id = "w"
kind = "panel"
pool-by = "examiner"
each = { scale = { lower = 0, upper = 100 } }
[[stages.criteria]]
id = "a"
weight = 50
criteria = [{ id = "m", weight = 50 }, { id = "n", weight = 50, reads = "secretariat" }]
[[stages.criteria]]
id = "b"
weight = 20
criteria = [{ id = "m", weight = 10 }, { id = "n", weight = 90 }]
[[stages.criteria]]
id = "c"
weight = 30
pool-by = "criterion"
"""
EVERYBODY = """
A01 w.a.n - 40
A01 w.a.m E1 60
A01 w.b.m E1 70
A01 w.b.n E1 50
A01 w.c E1 30
A01 w.a.m E2 80
A01 w.b.m E2 10
A01 w.b.n E2 20
A01 w.c E2 50
"""
# c is pooled by itself: 40, one and the same for both; a.n is 40 for both
# E1: a 50, b 7 + 45 = 52, so 25 + 10.4 + 12 = 47.4; E2: a 60, b 1 + 18 = 19, 30 + 3.8 + 12 = 45.8


def test_what_is_not_marked_by_each_examiner_is_the_same_in_every_join() -> None:
    found = figures(score(MIXED, EVERYBODY), "A01", "w")
    assert (found["w.c:criterion"], found["w.a.n:criterion"]) == ("40", "40")
    assert (found["w.a@E1:criterion"], found["w.b@E1:criterion"]) == ("50", "52")
    assert (found["w@E1:joined"], found["w@E2:joined"], found["w:pooled"]) == (
        "47.4",
        "45.8",
        "46.6",
    )
    assert (found["w.a.n@E1:term"], found["w.c@E2:term"]) == ("20", "12")


def test_it_is_settled_first_though_nobody_joins() -> None:
    marks = "\n".join(line for line in EVERYBODY.splitlines() if "w.a.m" not in line)
    evaluation = score(MIXED, marks)
    found = figures(evaluation, "A01", "w")
    assert totals(evaluation) == {"A01": None}
    assert evaluation["A01"].owed == ("w.a.m@E1", "w.a.m@E2")
    assert (found["w.c:criterion"], found["w.a.n:criterion"]) == ("40", "40")
    assert "w.a@E1:joined" not in found
    assert found["w.b@E1:criterion"] == "52"  # nothing lacks beneath it
    without = marks.replace("A01 w.a.n - 40", "")
    owed = score(MIXED, without)["A01"].owed
    assert owed == ("w.a.n", "w.a.m@E1", "w.a.m@E2")


def test_where_the_common_part_lacks_nobody_can_join() -> None:
    marks = EVERYBODY.replace("A01 w.a.n - 40", "")
    evaluation = score(MIXED, marks)
    assert totals(evaluation) == {"A01": None}
    assert "w@E1:rating" not in evaluation["A01"].figures


def test_rooms_first_over_joined_marks_weighs_the_rooms() -> None:
    keys = (
        'pooling = { use = "rooms-first", by = "origin", inside = "mean", '
        'over = "weighted-mean", weights = { internal = 25, external = 75 } }'
    )
    evaluation = score(
        PANEL.format(keys=keys),
        MARKS,
        examiners=[{"id": "E1", "origin": "internal"}, {"id": "E2", "origin": "external"}],
    )
    found = figures(evaluation, "A01", "w@")
    assert (found["w@internal:term"], found["w@external:term"]) == ("18.5", "46.5")
    assert totals(evaluation) == {"A01": "65"}


# --- what a kind of a plugin may say


@frozen(kw_only=True)
class Bonus:
    """Adds a fact; says so; says nothing at all of a candidate below the line."""

    bonus: Fact
    line: int = 0

    def score(self, sheet: StageSheet) -> StageOutcome:
        joined = sheet.joined()
        if joined.value < self.line:
            return StageOutcome(notes=(Text("di bawah", "below"),))
        extra = sheet.number(self.bonus)
        assert isinstance(extra, Figure)
        return sheet.outcome(joined + extra, label="bonus", note=Text("tambah", "added"))


def module() -> ModuleType:
    made = ModuleType("demo")

    @hookimpl
    def ujikom_plugin_info() -> PluginInfo:
        return PluginInfo(api=1, title="Demo")

    @hookimpl
    def ujikom_stage_kinds() -> Iterable[Part[Stage]]:
        return [Part("bonus", Bonus, reads="examiners"), Part("gate", Bonus, gives="verdict")]

    for hook in (ujikom_plugin_info, ujikom_stage_kinds):
        setattr(made, hook.__name__, hook)
    return made


FACTS = '[plugins]\ndemo = "1.0"\n[facts]\nlebih = { type = "number" }\n'
KEYS = 'bonus = { fact = "lebih" }\nline = 65'
PEOPLE = [{"id": "A01", "facts": {"lebih": 3}}, {"id": "A02"}]


@pytest.mark.parametrize(
    "pool_by, line, total, notes",
    [
        ("examiner", 60, "71", ["added"]),  # 77 and 65
        ("examiner", 65, None, ["added", "below"]),  # 62 of E2 gets no value
        ("criterion", 65, "71", ["added"]),  # a 75, b 65: 68 + 3
        ("criterion", 70, None, ["below"]),
    ],
)
def test_a_kind_joins_for_each_examiner_or_once(
    pool_by: str, line: int, total: str | None, notes: list[str]
) -> None:
    keys = KEYS.replace("65", str(line))
    rules = PANEL.format(keys=keys).replace('"panel"', '"demo:bonus"')
    made = plan(FACTS + rules.replace('"examiner"', f'"{pool_by}"'), {"demo": module()})
    marks = MARKS + MARKS.replace("A01", "A02")
    evaluation = score(made, marks, candidates=PEOPLE)
    assert totals(evaluation) == {"A01": total, "A02": None}
    assert [note.en for note in evaluation["A01"].stages["w"].notes] == notes
    missing = [note.en for note in evaluation["A02"].stages["w"].notes]
    assert missing == ["w: the fact 'lebih' is missing"]


@pytest.mark.parametrize("line, total, notes", [(0, "71", ["added"]), (90, None, ["below"])])
def test_a_kind_without_criteria_is_asked_once_its_facts_are_there(
    line: int, total: str | None, notes: list[str]
) -> None:
    rules = (
        f'[[stages]]\nid = "w"\nkind = "demo:bonus"\n{KEYS.replace("65", str(line))}\n'
        "scale = { lower = 0, upper = 100 }\n"
    )
    made = plan(FACTS + rules, {"demo": module()})
    evaluation = score(made, "A01 w E1 68\nA02 w E1 68", candidates=PEOPLE)
    assert totals(evaluation) == {"A01": total, "A02": None}
    assert [note.en for note in evaluation["A01"].stages["w"].notes] == notes


def test_a_gate_of_a_plugin_whose_fact_is_missing_is_not_known() -> None:
    rules = f'[[stages]]\nid = "g"\nkind = "demo:gate"\n{KEYS}\n'
    made = plan(FACTS + rules, {"demo": module()})
    evaluation = score(made, candidates=[{"id": "A02"}])
    assert evaluation["A02"].stages["g"].verdict == "incomplete"
