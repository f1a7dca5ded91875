"""The rival: a bare Fraction loop that computes the same finals and ranks, and nothing else.

No findings, no working, no rules: dictionaries of marks that are already read, numbers added one
by one, a rank by counting. What the engine takes longer is the price of explaining every digit.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

Marks = Mapping[str, Mapping[str, Sequence[Fraction]]]


def finals(
    marks: Marks, weights: Mapping[str, Fraction], groups: Mapping[str, Mapping[str, Fraction]]
) -> dict[str, tuple[Fraction, int]]:
    """Final and rank of every candidacy.

    Args:
        marks: candidacy → ``stage.criterion`` → the examiners' marks.
        weights: stage → weight in per cent.
        groups: stage → criterion → weight in per cent.
    """
    totals: dict[str, Fraction] = {}
    for candidacy, given in marks.items():
        total = Fraction(0)
        for stage, weight in weights.items():
            value = Fraction(0)
            for criterion, share in groups[stage].items():
                pooled = Fraction(0)
                each = given[f"{stage}.{criterion}"]
                for mark in each:
                    pooled += mark
                value += pooled / len(each) * share / 100
            total += value * weight / 100
        totals[candidacy] = total
    ordered = sorted(totals.values(), reverse=True)
    first: dict[Fraction, int] = {}
    for number, total in enumerate(ordered, start=1):
        first.setdefault(total, number)
    return {candidacy: (total, first[total]) for candidacy, total in totals.items()}
