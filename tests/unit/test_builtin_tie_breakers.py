from tests.fakes import FakeResult, fig
from ujikom_rules.builtin.tie_breakers import (
    TIE_BREAKERS,
    CriterionScore,
    FactValueOf,
    StageScore,
)
from ujikom_rules.plugin import Fact

TIU, SKD, AGE = fig(90), fig(300), fig(738_000)
RESULT = FakeResult(
    places={("skd", ""): SKD, ("skd", "tiu"): TIU}, ranks={"lahir": AGE}, value=fig(1)
)


def test_stage_score_is_the_value_of_the_stage() -> None:
    assert StageScore(stage="skd").key(RESULT) is SKD
    assert StageScore(stage="skb").key(RESULT) is None
    assert StageScore(stage="skb").stages_read == ("skb",)


def test_criterion_score_is_the_value_of_the_criterion() -> None:
    assert CriterionScore(stage="skd", criterion="tiu").key(RESULT) is TIU
    assert CriterionScore(stage="skd", criterion="twk").key(RESULT) is None
    assert CriterionScore(stage="skd", criterion="tiu").stages_read == ("skd",)


def test_fact_is_the_fact_as_a_number() -> None:
    assert FactValueOf(fact=Fact("lahir")).key(RESULT) is AGE
    assert FactValueOf(fact=Fact("pangkat")).key(RESULT) is None


def test_the_offers() -> None:
    assert [part.name for part in TIE_BREAKERS] == ["stage-score", "criterion-score", "fact"]
