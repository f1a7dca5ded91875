"""What separates equals; the higher number comes first unless ``order`` says otherwise."""

from attrs import frozen

from ujikom_rules.plugin import Fact, Figure, Part, ResultAt, Text, TieBreaker


@frozen(kw_only=True)
class StageScore:
    """Compares the values of one stage.

    Taken before or after its rounding, as the standing's ``compare`` says. None where the stage
    has no value.

    Source: declared by the ruleset; no published rule parts equals of a JPT test.

    Attributes:
        stage: the stage.
    """

    stage: str

    @property
    def stages_read(self) -> tuple[str, ...]:
        """The stage that it names."""
        return (self.stage,)

    def key(self, result: ResultAt) -> Figure | None:
        """The value of the stage."""
        return result.at(self.stage)


@frozen(kw_only=True)
class CriterionScore:
    """Compares the values of one criterion.

    Taken before or after its rounding, as the standing's ``compare`` says. None where the
    criterion has no value.

    Source: declared by the ruleset, as in BKN's published ranking by parts of one test.

    Attributes:
        stage: the stage of the criterion.
        criterion: the criterion; dotted ids where it is nested.
    """

    stage: str
    criterion: str

    @property
    def stages_read(self) -> tuple[str, ...]:
        """The stage that it names."""
        return (self.stage,)

    def key(self, result: ResultAt) -> Figure | None:
        """The value of the criterion."""
        return result.at(self.stage, self.criterion)


@frozen(kw_only=True)
class FactValueOf:
    """Compares a fact: a number, a date (the later is higher), yes before no, or a level.

    None where the fact is missing or is a text.

    Source: declared by the ruleset.

    Attributes:
        fact: the fact.
    """

    fact: Fact

    def key(self, result: ResultAt) -> Figure | None:
        """The fact as a number."""
        return result.rank_of(self.fact)


TIE_BREAKERS: list[Part[TieBreaker]] = [
    Part(
        "stage-score",
        StageScore,
        summary=Text("Nilai satu tahapan.", "Compares the values of one stage."),
    ),
    Part(
        "criterion-score",
        CriterionScore,
        summary=Text("Nilai satu kriteria.", "Compares the values of one criterion."),
    ),
    Part(
        "fact",
        FactValueOf,
        summary=Text("Data peserta: angka, tanggal, ya/tidak, tingkat.", "Compares a fact."),
    ),
]
