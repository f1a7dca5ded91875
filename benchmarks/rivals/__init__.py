"""The rivals: each does the whole sum of the same event, in the way its users would write it.

A rival's module has `NAME`, `PACKAGE` (its distribution, or empty) and `prepare(event)`, which
brings the rules and the marks into the rival's own form and returns the job that is measured: a
call without arguments that answers with the published final and the rank of every candidacy.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

Number: TypeAlias = Fraction | Decimal | float
Standing: TypeAlias = Mapping[str, tuple[Number, int]]  # candidacy → published final, rank
Job: TypeAlias = Callable[[], Standing]


def places(totals: Mapping[str, Number]) -> dict[str, int]:
    """The rank of everybody by the total before rounding: equals share, 1, 2, 2, 4."""
    first: dict[Number, int] = {}
    for number, total in enumerate(sorted(totals.values(), reverse=True), start=1):
        first.setdefault(total, number)
    return {person: first[total] for person, total in totals.items()}
