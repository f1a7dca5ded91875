"""Shortlists: who is kept, who is stopped, and by what total so far; by hand."""

from collections.abc import Iterable, Mapping
from types import ModuleType
from typing import Any

import pytest
from attrs import frozen

import ujikom_rules as ujikom
from tests.little_events import filed, plan, said, score, tables, totals, verdicts
from ujikom_rules.plugin import (
    CohortAt,
    CohortStage,
    Part,
    PluginInfo,
    StageOutcome,
    hookimpl,
)

SHORT = '[[stages]]\nid = "short"\nkind = "shortlist"\n'


def listed(keys: str, before: str = "weight = 50", after: str = "weight = 50") -> str:
    """One scored stage, a shortlist, and, unless it is empty, another scored stage."""
    return f"{filed(before)}{SHORT}{keys}\n" + (filed(after, first="b") if after else "")


def marks(**values: int) -> str:
    """A mark of everybody at both stages."""
    return "".join(f"{who} a - {n}\n{who} b - {n}\n" for who, n in values.items())


def kept(evaluation: ujikom.Evaluation) -> str:
    """Who is kept, by id."""
    return " ".join(
        sorted(each.candidacy for each in evaluation if each.stages["short"].kept is True)
    )


FOUR = marks(A=90, B=80, C=80, D=70)


@pytest.mark.parametrize(
    "keys, expected",
    [
        ("keep = 1", "A"),
        ("keep = 2", "A B C"),
        ('keep = 2\nties = "drop"', "A"),
        ('keep = 3\nties = "drop"', "A B C"),
        ("keep = 9", "A B C D"),
    ],
)
def test_who_shares_the_last_place_is_kept_or_dropped(keys: str, expected: str) -> None:
    evaluation = score(listed(keys), FOUR)
    assert kept(evaluation) == expected
    for result in evaluation:
        is_kept = result.candidacy in expected
        assert result.verdict == ("qualified" if is_kept else "not-qualified")
        assert (result.total is None) is not is_kept


def test_at_the_end_a_shortlist_changes_no_verdict() -> None:
    evaluation = score(listed("keep = 1", before="weight = 100", after=""), "A a - 9\nB a - 8")
    assert kept(evaluation) == "A"
    assert verdicts(evaluation) == {"A": "qualified", "B": "qualified"}
    assert totals(evaluation) == {"A": "9", "B": "8"}


VACANCIES: dict[str, Any] = {
    "candidates": [{"id": name} for name in "ABCDEF"],
    "candidacies": [
        {"id": name, "candidate": name, "position": post}
        for name, post in zip("ABCDEF", ["P", "P", "P", "Q", "Q", None], strict=True)
    ],
    "positions": [{"id": "P", "vacancies": 2}, {"id": "Q"}],
}


def test_as_many_for_each_vacancy_of_the_position() -> None:
    six = marks(A=60, B=50, C=40, D=30, E=20, F=10)
    assert kept(score(listed("keep = { per-vacancy = 1 }"), six, **VACANCIES)) == "A B D F"
    assert kept(score(listed("keep = { per-vacancy = 2 }"), six, **VACANCIES)) == "A B C D E F"


def test_within_the_event_or_as_the_main_standing_says() -> None:
    six = marks(A=60, B=50, C=40, D=30, E=20, F=10)
    event = '[ranking]\nwithin = "event"\n'
    assert kept(score(listed("keep = 2"), six, **VACANCIES)) == "A B D E F"
    assert kept(score(listed("keep = 2") + event, six, **VACANCIES)) == "A B"
    own = listed('keep = 1\nwithin = "position"') + event
    assert kept(score(own, six, **VACANCIES)) == "A D F"


FACTS = '[facts]\numur = { type = "number" }\nkuota = { type = "number" }\n'
TIED = marks(A=80, B=80)
AGES = [{"id": "A", "facts": {"umur": 40}}, {"id": "B", "facts": {"umur": 30}}]


@pytest.mark.parametrize("order, expected", [("ascending", "B"), ("descending", "A")])
def test_its_own_tie_breaks_keep_their_order(order: str, expected: str) -> None:
    keys = f'keep = 1\ntie-breaks = [{{ use = "fact", fact = "umur", order = "{order}" }}]'
    assert kept(score(FACTS + listed(keys), TIED, candidates=AGES)) == expected


def test_an_order_that_is_none_is_refused() -> None:
    keys = 'keep = 1\ntie-breaks = [{ use = "fact", fact = "umur", order = "naik" }]'
    with pytest.raises(ujikom.Refused) as refused:
        plan(FACTS + listed(keys))
    assert [each.code for each in refused.value.findings] == ["UJ205"]


def test_the_tie_breaks_of_the_main_standing_hold_where_it_names_none() -> None:
    ranking = '[ranking]\ntie-breaks = [{ use = "fact", fact = "umur" }]\n'
    assert kept(score(FACTS + listed("keep = 1") + ranking, TIED, candidates=AGES)) == "A"
    missing = [{"id": "A"}, AGES[1]]
    evaluation = score(FACTS + listed("keep = 1") + ranking, TIED, candidates=missing)
    assert kept(evaluation) == "B"
    assert said(evaluation.findings, "warning") == ["UJ701 /candidates/0"]


def test_by_one_stage() -> None:
    rules = filed("weight = 0", "weight = 100")
    rules += SHORT + 'keep = 1\nby = { stage = "a" }\n'
    assert kept(score(rules, "A a - 9\nA b - 1\nB a - 8\nB b - 2")) == "A"


ROUND = 'rounding = { stage = { places = 0, mode = "half-up" } }\n'


@pytest.mark.parametrize("compare, expected", [("unrounded", "A"), ("rounded", "A B")])
def test_it_compares_before_or_after_rounding(compare: str, expected: str) -> None:
    by_stage = f'keep = 1\nby = {{ stage = "a" }}\ncompare = "{compare}"'
    lines = "A a - 79.9\nA b - 1\nB a - 79.8\nB b - 1"
    assert kept(score(listed(by_stage, before=ROUND + "weight = 50"), lines)) == expected
    final = f'keep = 1\ncompare = "{compare}"'
    decision = '[decision.rounding]\nfinal = { places = 0, mode = "half-up" }\n'
    assert kept(score(listed(final) + decision, lines)) == expected


@pytest.mark.parametrize(
    "decision, expected",
    [
        ('aggregation = "weighted-mean"', "A"),
        ('value = { use = "linear", from = [0, 100], to = [100, 0] }', "B"),
    ],
)
def test_the_total_so_far_is_the_decision_over_the_stages_before(
    decision: str, expected: str
) -> None:
    rules = listed("keep = 1") + f"[decision]\n{decision}\n"
    assert kept(score(rules, "A a - 90\nA b - 0\nB a - 80\nB b - 100")) == expected


def test_before_any_scored_stage_there_is_no_total_so_far() -> None:
    evaluation = score(SHORT + "keep = 1\n" + filed(""), "A a - 90\nB a - 80")
    assert kept(evaluation) == ""
    assert verdicts(evaluation) == {"A": "incomplete", "B": "incomplete"}


def test_who_has_no_value_to_compare_is_stopped_and_incomplete() -> None:
    evaluation = score(listed("keep = 1"), "A a - 90\nA b - 90\nB b - 80")
    assert kept(evaluation) == "A"
    assert verdicts(evaluation) == {"A": "qualified", "B": "incomplete"}
    assert evaluation["B"].stages["short"].kept is False


def test_where_weights_are_not_known_nobody_is_compared() -> None:
    rules = '[facts]\nk = { type = "text" }\n' + listed("keep = 1", before="", after="# nothing")
    weights = 'use = "by-fact"\nfact = "k"\ntable = { x = { a = 50, b = 50 } }\n'
    rules += f"[decision.weighting]\n{weights}"
    evaluation = score(rules, FOUR.replace("C ", "X ").replace("D ", "Y "))
    assert kept(evaluation) == ""
    assert set(verdicts(evaluation).values()) == {"incomplete"}


def test_who_was_absent_takes_no_place() -> None:
    for absence in ("no-score", "disqualify"):
        rules = filed("weight = 50", f'weight = 50\nabsence = "{absence}"\nmissing = "leave-out"')
        rules += f"{SHORT}keep = 1\n{filed('weight = 0', first='c')}"
        lines = "A a - 90\nB a - 80\nB b - 80\nA c - 1\nB c - 1"
        evaluation = score(rules, lines, absences=[{"candidacy": "A", "stage": "b"}])
        assert kept(evaluation) == "B"
        assert verdicts(evaluation)["B"] == "qualified"


def test_who_was_stopped_or_lacks_its_needs_is_not_compared() -> None:
    gate = (
        FACTS
        + '[[stages]]\nid = "g"\nkind = "requirement-gate"\nrequire = { fact = "umur", at-least = 35 }\n'
    )
    stop = score(gate + 'when-failed = "stop"\n' + listed("keep = 1"), TIED, candidates=AGES)
    assert (kept(stop), verdicts(stop)) == ("A", {"A": "qualified", "B": "not-qualified"})
    assert stop["B"].stages["short"].notes[0].en == "stopped before this stage"
    need = score(gate + listed('keep = 1\nneeds = ["g"]'), TIED, candidates=AGES)
    assert (kept(need), verdicts(need)) == ("A", {"A": "qualified", "B": "not-qualified"})
    assert need["B"].stages["short"].notes[0].en == "needs the stage 'g'"


def test_who_is_absent_from_the_shortlist_itself_goes_by_its_key() -> None:
    rows = {"absences": [{"candidacy": "A", "stage": "short"}]}
    evaluation = score(listed("keep = 1"), FOUR, **rows)
    assert (kept(evaluation), verdicts(evaluation)["A"]) == ("B C", "absent")
    assert evaluation["A"].stages["short"].kept is False


def test_while_the_number_is_not_known_nobody_is_told_that_they_failed() -> None:
    rules = FACTS + listed('keep = { fact = "kuota" }')
    people = [{"id": "A", "facts": {"kuota": 1}}, {"id": "B"}]
    evaluation = score(rules, TIED, candidates=people)
    assert verdicts(evaluation) == {"A": "qualified", "B": "incomplete"}
    assert evaluation["B"].stages["short"].kept is None


# --- a kind of a plugin that looks at everybody


@frozen(kw_only=True)
class TopHalf:
    """Keeps the better half by one stage; says nothing of who is not compared."""

    stage: str

    def score_all(self, cohort: CohortAt) -> Mapping[str, StageOutcome]:
        assert cohort.stage == "h"
        (group,) = cohort.standing(self.stage, ["event"], compare="rounded")
        return {name: StageOutcome(kept=place <= len(group) / 2) for name, place in group}


def module() -> ModuleType:
    made = ModuleType("demo")

    @hookimpl
    def ujikom_plugin_info() -> PluginInfo:
        return PluginInfo(api=1, title="Demo")

    @hookimpl
    def ujikom_stage_kinds() -> Iterable[Part[CohortStage]]:
        return [Part("top-half", TopHalf, gives="shortlist", cohort=True)]

    for hook in (ujikom_plugin_info, ujikom_stage_kinds):
        setattr(made, hook.__name__, hook)
    return made


def test_a_plugin_may_keep_whom_it_likes_and_forget_somebody() -> None:
    rules = (
        '[plugins]\ndemo = "1.0"\n'
        + filed("missing = 'zero'")
        + '[[stages]]\nid = "h"\nkind = "demo:top-half"\nstage = "a"\n'
    )
    sheet = tables("A a - 9\nB a - 8\nC a - 7\nD a - 6", candidates=[{"id": n} for n in "ABCDE"])
    evaluation = ujikom.evaluate(plan(rules, {"demo": module()}), ujikom.parse_scoresheet(sheet))
    found = {each.candidacy: each.stages["h"].kept for each in evaluation}
    assert found == {"A": True, "B": True, "C": False, "D": False, "E": False}
