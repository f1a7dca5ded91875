"""What separates equals; the higher number comes first unless ``order`` says otherwise."""

from fractions import Fraction
from hashlib import sha256
from typing import ClassVar

from attrs import frozen

from ujikom_rules.plugin import Fact, Figure, Part, ResultAt, Text, TieBreaker


@frozen(kw_only=True, eq=False, repr=False)
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


@frozen(kw_only=True, eq=False, repr=False)
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

    @property
    def nodes_read(self) -> tuple[str, ...]:
        """The address of the criterion."""
        return (f"{self.stage}.{self.criterion}",)

    def key(self, result: ResultAt) -> Figure | None:
        """The value of the criterion."""
        return result.at(self.stage, self.criterion)


@frozen(kw_only=True, eq=False, repr=False)
class FactValueOf:
    """Compares a fact: a number, a date (the later is higher), yes before no, or a level.

    None where the fact is missing; a text has no order and is refused.

    Source: declared by the ruleset.

    Attributes:
        fact: the fact.
    """

    fact: Fact

    @property
    def facts_ranked(self) -> tuple[Fact, ...]:
        """The fact, of which the higher comes first."""
        return (self.fact,)

    def key(self, result: ResultAt) -> Figure | None:
        """The fact as a number."""
        return result.rank_of(self.fact)


@frozen(kw_only=True, eq=False, repr=False)
class Lot:
    """Draws lots by the published seed of the event.

    The number drawn is the SHA-256 digest, read as one hexadecimal number, of three lines in
    UTF-8, joined by line feeds and with none at the end: the seed, the id of the standing
    (``rank`` for the main one) or of the shortlist, the id of the candidacy. So everybody can
    draw again with any tool that computes SHA-256. The higher number comes first. It stands among
    the figures of those who were drawn for, at ``lot:`` and the standing's id. None, with a
    finding, where the event has no ``lot-seed``; publish the seed before the marks are known.

    Source: declared by the ruleset; no published rule parts equals of a JPT test by lot.
    """

    total: ClassVar[bool] = True

    def key(self, result: ResultAt) -> Figure | None:
        """The number drawn."""
        if not result.lot_seed:
            return None
        ticket = f"{result.lot_seed}\n{result.standing}\n{result.candidacy.id}"
        drawn = int(sha256(ticket.encode("utf-8")).hexdigest(), 16)
        return result.place("lot", Figure(Fraction(drawn), label=_LOT))


_LOT = Text("angka undian", "number drawn by lot")

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
        summary=Text("Fakta: angka, tanggal, ya/tidak, tingkat.", "Compares a fact."),
    ),
    Part(
        "lot",
        Lot,
        summary=Text("Undian dengan benih yang diumumkan.", "Draws lots by the published seed."),
    ),
]
