from collections.abc import Mapping
from typing import Any, Literal

import pytest

from tests.fakes import FakeCohort, FakeSheet, asks, exactly, fig
from ujikom_rules.builtin import ujikom_stage_kinds
from ujikom_rules.builtin.stages.advisory import Advisory
from ujikom_rules.builtin.stages.documents import EvidenceGate
from ujikom_rules.builtin.stages.gates import RequirementGate, ThresholdGate
from ujikom_rules.builtin.stages.scored import Imported, Panel, Valid, WeightedCriteria
from ujikom_rules.builtin.stages.shortlist import ByStage, PerVacancy, Shortlist
from ujikom_rules.builtin.tie_breakers import StageScore
from ujikom_rules.plugin import Advice, Evidence, Fact, FactValue, Refusal, Stage

# --- scored kinds


@pytest.mark.parametrize("kind", [WeightedCriteria(), Panel(), Imported(valid=Valid(years=3))])
def test_scored_kinds_join_their_criteria(kind: Stage) -> None:
    outcome = kind.score(FakeSheet(criteria={"a": fig(40), "b": fig("42.5")}))
    assert exactly(outcome.value) == fig("82.5").value
    assert (outcome.met, outcome.kept, outcome.waiting, outcome.notes) == (None, None, (), ())


def test_imported_says_how_long_a_result_counts() -> None:
    assert Imported().valid_years is None
    assert Imported(valid=Valid(years=3)).valid_years == 3
    with pytest.raises(Refusal) as refused:
        Valid(years=0)
    assert refused.value.key == "years"


# --- gates


@pytest.mark.parametrize("kind", [RequirementGate, ThresholdGate])
@pytest.mark.parametrize("truth", [True, False, None])
def test_gates_are_met_as_their_predicate_holds(
    kind: type[RequirementGate | ThresholdGate], truth: bool | None
) -> None:
    sheet = FakeSheet(truths={} if truth is None else {"syarat": truth})
    assert kind(require=asks("syarat")).score(sheet).met is truth


# --- evidence


def given(*documents: Evidence, own: bool = False) -> Mapping[tuple[str, bool], Evidence]:
    return {(document.id, own): document for document in documents}


BKN, PANRB = Evidence(id="bkn"), Evidence(id="panrb")
BOTH = ("bkn", "panrb")


def test_evidence_that_is_all_there() -> None:
    sheet = FakeSheet(documents_given=given(BKN, PANRB))
    for gate in (EvidenceGate(requires=BOTH), EvidenceGate(requires=BOTH, when="after")):
        outcome = gate.score(sheet)
        assert (outcome.met, outcome.waiting, outcome.notes) == (True, (), ())


@pytest.mark.parametrize(
    "documents, met",
    [
        (given(BKN), None),
        (given(BKN, Evidence(id="panrb", given=False)), False),
        (given(Evidence(id="bkn", given=False)), False),
        ({}, None),
    ],
)
def test_evidence_before_stops_what_is_recorded_as_not_given(
    documents: Mapping[tuple[str, bool], Evidence], met: bool | None
) -> None:
    outcome = EvidenceGate(requires=BOTH).score(FakeSheet(documents_given=documents))
    assert (outcome.met, outcome.waiting) == (met, ())
    assert "panrb" in outcome.notes[0].en


def test_evidence_after_changes_no_verdict_and_is_awaited() -> None:
    sheet = FakeSheet(documents_given=given(Evidence(id="bkn", given=False)))
    outcome = EvidenceGate(requires=BOTH, when="after").score(sheet)
    assert (outcome.met, outcome.waiting) == (None, ("bkn", "panrb"))
    assert outcome.notes[0].id == "Dokumen belum lengkap: bkn, panrb"


def test_evidence_of_a_candidacy_is_its_own() -> None:
    gate = EvidenceGate(requires=("bkn",), per="candidacy")
    assert gate.score(FakeSheet(documents_given=given(BKN))).met is None
    assert gate.score(FakeSheet(documents_given=given(BKN, own=True))).met is True


@pytest.mark.parametrize(
    "signed, met", [(("E2", "E1"), True), (("E1", "E2", "E9"), True), (("E1",), False)]
)
def test_a_document_that_not_all_have_signed_counts_as_missing(
    signed: tuple[str, ...], met: bool
) -> None:
    sheet = FakeSheet(
        documents_given=given(Evidence(id="minutes", signed_by=signed)), seated=("E1", "E2")
    )
    before = EvidenceGate(requires=("minutes",), signed_by="all-seated")
    assert before.score(sheet).met is met
    after = EvidenceGate(requires=("minutes",), signed_by="all-seated", when="after")
    assert after.score(sheet).waiting == (() if met else ("minutes",))


def test_a_document_that_is_there_unsigned_is_not_said_to_be_missing() -> None:
    there = given(Evidence(id="minutes", signed_by=("E1",)), Evidence(id="draft", given=False))
    sheet = FakeSheet(documents_given=there, seated=("E1", "E2"))

    def said(*documents: str) -> tuple[str, str]:
        (note,) = EvidenceGate(requires=documents, signed_by="all-seated").score(sheet).notes
        return note.id, note.en

    assert said("minutes") == (
        "Belum ditandatangani semua penguji: minutes", "Not signed by every examiner: minutes",
    )  # fmt: skip
    assert said("draft", "minutes", "letter")[1] == (
        "Documents missing: draft, letter; Not signed by every examiner: minutes"
    )


def test_a_signed_document_that_is_not_given_is_missing() -> None:
    sheet = FakeSheet(documents_given=given(Evidence(id="m", given=False, signed_by=("E1",))))
    assert EvidenceGate(requires=("m",), signed_by="all-seated").score(sheet).met is False


def test_evidence_needs_a_document() -> None:
    with pytest.raises(Refusal) as refused:
        EvidenceGate(requires=())
    assert refused.value.key == "requires"


# --- advisory


def test_advice_is_counted_and_has_no_points() -> None:
    advice = (Advice(candidacy="A01", stage="masukan"), Advice(candidacy="A01", stage="masukan"))
    outcome = Advisory().score(FakeSheet(advice=advice))
    assert outcome.value is None
    assert [note.en for note in outcome.notes] == ["Advice recorded: 2"]
    assert Advisory().score(FakeSheet()).notes == ()


# --- shortlist


def kept(rule: Shortlist, cohort: FakeCohort) -> dict[str, bool | None]:
    return {name: outcome.kept for name, outcome in rule.score_all(cohort).items()}


def cohort(
    *groups: list[tuple[str, int]],
    facts: Mapping[str, Mapping[str, FactValue]] | None = None,
    **more: Any,
) -> FakeCohort:
    everybody = [name for group in groups for name, _ in group] + ["Z"]
    sheets = {name: FakeSheet(id=name, facts=(facts or {}).get(name, {})) for name in everybody}
    return FakeCohort(sheets=sheets, groups=groups, **more)


FOUR = [("A", 1), ("B", 2), ("C", 2), ("D", 4)]


@pytest.mark.parametrize(
    "keep, ties, who",
    [
        (1, "keep", "A"),
        (2, "keep", "ABC"),
        (2, "drop", "A"),
        (3, "keep", "ABC"),
        (3, "drop", "ABC"),
        (4, "drop", "ABCD"),
        (9, "keep", "ABCD"),
    ],
)
def test_shortlist_keeps_the_first(keep: int, ties: Literal["keep", "drop"], who: str) -> None:
    found = kept(Shortlist(keep=keep, ties=ties), cohort(FOUR))
    assert found == {name: name in who for name in "ABCDZ"}


def test_shortlist_keeps_of_each_group() -> None:
    found = kept(Shortlist(keep=1), cohort([("A", 1), ("B", 2)], [("C", 1)]))
    assert found == {"A": True, "B": False, "C": True, "Z": False}


def test_shortlist_counts_vacancies() -> None:
    event = cohort(
        [("A", 1), ("B", 2), ("C", 3)], [("D", 1), ("E", 2)], posts={"A": 2, "B": 2, "C": 2}
    )
    found = kept(Shortlist(keep=PerVacancy(per_vacancy=1)), event)
    assert found == {"A": True, "B": True, "C": False, "D": True, "E": False, "Z": False}


def test_shortlist_may_read_the_number_from_a_fact() -> None:
    facts: dict[str, dict[str, FactValue]] = {"A": {"kuota": fig(2)}, "B": {"kuota": fig(1)}}
    found = kept(Shortlist(keep=Fact("kuota")), cohort([("A", 1), ("B", 2), ("C", 3)], facts=facts))
    assert found == {"A": True, "B": False, "C": None, "Z": None}


@pytest.mark.parametrize(
    "within, asked",
    [((), ()), ("event", ("event",)), (("position", "event"), ("position", "event"))],
)
def test_shortlist_asks_for_the_standing_that_it_names(within: Any, asked: tuple[str, ...]) -> None:
    event = cohort(FOUR)
    rule = Shortlist(
        keep=1, by=ByStage(stage="skd"), within=within, tie_breaks=(StageScore(stage="tkp"),)
    )
    rule.score_all(event)
    Shortlist(keep=1).score_all(event)
    assert (rule.stages_read, Shortlist(keep=1).stages_read) == (("skd",), ())
    assert event.asked == [("skd", asked, 1), ("", (), 0)]


def test_shortlist_may_group_by_a_fact() -> None:
    event, group = cohort(FOUR), Fact("post-group")
    Shortlist(keep=1, within=group).score_all(event)
    assert event.asked == [("", (group,), 0)]


def test_shortlist_keeps_at_least_one() -> None:
    with pytest.raises(Refusal) as refused:
        Shortlist(keep=0)
    assert refused.value.key == "keep"
    with pytest.raises(Refusal) as refused:
        PerVacancy(per_vacancy=0)
    assert refused.value.key == "per-vacancy"


def test_the_offers_say_what_they_give() -> None:
    assert {part.name: (part.gives, part.reads, part.cohort) for part in ujikom_stage_kinds()} == {
        "weighted-criteria": ("value", "secretariat", False),
        "panel": ("value", "examiners", False),
        "imported": ("value", "secretariat", False),
        "requirement-gate": ("verdict", "secretariat", False),
        "threshold-gate": ("verdict", "secretariat", False),
        "evidence-gate": ("document", "secretariat", False),
        "advisory": ("advice", "secretariat", False),
        "shortlist": ("shortlist", "secretariat", True),
    }
