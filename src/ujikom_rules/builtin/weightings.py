"""How the weights of siblings arise; together they are exactly 100."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from attrs import frozen

from ujikom_rules.plugin import (
    CandidacyAt,
    Fact,
    FactValue,
    Figure,
    Part,
    Refusal,
    Text,
    WeightedAt,
    Weighting,
    sum_of,
    to_text,
)

_WHOLE = Fraction(100)


@frozen(kw_only=True, eq=False, repr=False)
class Given:
    """Every sibling's own weight, in per cent; an only child without one weighs 100.

    No weights while a sibling among several has none.

    Source: declared by the ruleset.
    """

    def weights(
        self,
        criteria: Sequence[WeightedAt],
        candidacy: CandidacyAt,  # noqa: ARG002
    ) -> Mapping[str, Figure] | None:
        """The weights as they were written."""
        if len(criteria) == 1 and criteria[0].weight is None:
            return {criteria[0].id: Figure(_WHOLE)}
        given = {each.id: each.weight for each in criteria if each.weight is not None}
        return given if len(given) == len(criteria) else None


@frozen(kw_only=True, eq=False, repr=False)
class Equal:
    """The same weight for every sibling: 100 / n per cent.

    Source: declared by the ruleset.
    """

    def weights(
        self,
        criteria: Sequence[WeightedAt],
        candidacy: CandidacyAt,  # noqa: ARG002
    ) -> Mapping[str, Figure] | None:
        """100 / n each."""
        if not criteria:
            return {}
        each = Figure(_WHOLE) / len(criteria)
        return {sibling.id: each for sibling in criteria}


@frozen(kw_only=True, eq=False, repr=False)
class RankOrderCentroid:
    """Weights from the order in which the siblings are written: the first weighs most.

    The weight of place k among n is 100 / n × (1/k + 1/(k + 1) + … + 1/n) per cent, exactly:
    of three 1100/18, 500/18 and 200/18.

    Source: declared by the ruleset; the method is known from SMARTER (Edwards and Barron, 1994).
    """

    def weights(
        self,
        criteria: Sequence[WeightedAt],
        candidacy: CandidacyAt,  # noqa: ARG002
    ) -> Mapping[str, Figure] | None:
        """100 / n × Σ 1/i for i from the sibling's place to n."""
        many = len(criteria)
        parts = [Figure(Fraction(1)) / place for place in range(1, many + 1)]
        return {
            sibling.id: sum_of(parts[place:]) * _WHOLE / many
            for place, sibling in enumerate(criteria)
        }


@frozen(kw_only=True, eq=False, repr=False)
class ByFact:
    """Weights from a table, by what a fact says of the candidacy.

    A row is named by the fact's text; that of a yes-no fact is ``yes`` or ``no``, that of a
    number the number. No weights while the fact is missing or has no row.

    Source: declared by the ruleset.

    Attributes:
        fact: the fact.
        table: by what the fact says, the weight of every sibling in per cent.

    Raises:
        Refusal: for a table without rows, a negative weight, and a row that is not exactly 100.
    """

    fact: Fact
    table: Mapping[str, Mapping[str, Figure]]

    def __attrs_post_init__(self) -> None:
        if not self.table:
            raise Refusal(Text("table masih kosong.", "table is empty."), key="table")
        for name, row in self.table.items():
            _check_row(name, row)

    def weights(
        self,
        criteria: Sequence[WeightedAt],  # noqa: ARG002
        candidacy: CandidacyAt,
    ) -> Mapping[str, Figure] | None:
        """The row of the candidacy."""
        said = candidacy.fact(self.fact)
        return None if said is None else self.table.get(_row_name(said))


def _check_row(name: str, row: Mapping[str, Figure]) -> None:
    for sibling, weight in row.items():
        if weight.value < 0:
            raise Refusal(
                Text(
                    f"Baris {name}: bobot {sibling} negatif.",
                    f"Row {name}: the weight of {sibling} is negative.",
                ),
                key=f"table.{name}.{sibling}",
            )
    whole = sum_of(row.values()).value
    if whole == _WHOLE:
        return
    missing = to_text(abs(_WHOLE - whole))
    short = whole < _WHOLE
    raise Refusal(
        Text(
            f"Baris {name} berjumlah {to_text(whole)}, "
            f"{'kurang' if short else 'lebih'} {missing} dari 100.",
            f"Row {name} sums to {to_text(whole)}, {missing} {'below' if short else 'above'} 100.",
        ),
        key=".".join(["table", name, *list(row)[-1:]]),  # as of siblings, at the last weight
    )


def _row_name(said: FactValue) -> str:
    match said:
        case bool():
            return "yes" if said else "no"
        case Figure():
            return said.text
        case _:
            return str(said)


WEIGHTINGS: list[Part[Weighting]] = [
    Part(
        "given",
        Given,
        summary=Text("Bobot masing-masing seperti tertulis.", "Every sibling's own weight."),
    ),
    Part(
        "equal",
        Equal,
        summary=Text("Bobot sama untuk semua.", "The same weight for every sibling."),
    ),
    Part(
        "rank-order-centroid",
        RankOrderCentroid,
        summary=Text(
            "Bobot menurut urutan penulisan.", "Weights from the order in which they are written."
        ),
    ),
    Part(
        "by-fact",
        ByFact,
        summary=Text("Bobot menurut fakta.", "Weights from a table, by a fact."),
    ),
]
