from tests.fakes import FakeResult, fig
from ujikom_rules.builtin.tie_breakers import (
    TIE_BREAKERS,
    CriterionScore,
    FactValueOf,
    Lot,
    StageScore,
)
from ujikom_rules.plugin import Fact, Figure

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


# What `printf 'benih\nrank\nA01' | sha256sum` prints.
DRAWN = "0fd73bb068cb92e6d91c9dcd5e2bde3bb586bd0f64dbd0fcddb3e0c54cea621e"


def test_lot_is_the_digest_of_seed_standing_and_candidacy() -> None:
    result = FakeResult(lot_seed="benih")
    drawn = Lot().key(result)
    assert drawn is not None
    assert f"{drawn.value.numerator:064x}" == DRAWN
    assert result.placed == {"lot": drawn}


def test_lot_draws_another_number_for_each_seed_standing_and_candidacy() -> None:
    asked = [
        FakeResult(lot_seed="benih"),
        FakeResult(lot_seed="benih lain"),
        FakeResult(lot_seed="benih", standing="tiga-besar"),
        FakeResult(lot_seed="benih", id="A02"),
    ]
    drawn = [Lot().key(result) for result in asked]
    assert len({figure.value for figure in drawn if isinstance(figure, Figure)}) == len(asked)


def test_lot_always_parts_but_without_a_seed_it_does_not_draw() -> None:
    result = FakeResult()
    assert Lot().key(result) is None
    assert result.placed == {}
    assert Lot.total


def test_the_offers() -> None:
    assert [part.name for part in TIE_BREAKERS] == [
        "stage-score",
        "criterion-score",
        "fact",
        "lot",
    ]
