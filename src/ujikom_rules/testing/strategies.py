"""What Hypothesis draws for tests of parts: marks, examiners, candidacies, items, weights.

Everything is exact; nothing that is drawn needs more decimal places than an office would write.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, TypeAlias

from hypothesis import strategies as st

from ujikom_rules.plugin import Candidacy, Examiner, Figure, Scale
from ujikom_rules.testing.views import Mark

__all__ = [
    "FROM_0_TO_100",
    "Choice",
    "candidacies",
    "chosen",
    "examiners",
    "figures",
    "items",
    "marks",
    "weights",
]

FROM_0_TO_100 = Scale(Fraction(0), Fraction(100), Fraction(1, 2))
_WHOLE = Fraction(100)
_ROOMS = ("r1", "r2", "r3")
Choice: TypeAlias = "st.SearchStrategy[Any] | Sequence[Any]"


def chosen(choice: Choice) -> st.SearchStrategy[Any]:
    """A strategy as it is; of a sequence, one of its members."""
    if isinstance(choice, st.SearchStrategy):
        return choice
    return st.sampled_from(list(choice))


def marks(scale: Scale = FROM_0_TO_100) -> st.SearchStrategy[Fraction]:
    """Numbers that the scale holds; of a scale without a step, hundredths.

    Args:
        scale: where the marks lie.
    """
    if scale.levels:
        return st.sampled_from([level.value for level in scale.levels])
    step = scale.step or Fraction(1, 100)
    steps = (scale.upper - scale.lower) // step
    return st.integers(0, steps).map(lambda n: scale.lower + n * step)


def figures(scale: Scale = FROM_0_TO_100) -> st.SearchStrategy[Figure]:
    """Marks of a scale as figures."""
    return marks(scale).map(lambda mark: Figure(mark, "mark"))


def examiners(
    least: int = 0,
    most: int = 7,
    *,
    kinds: Sequence[str] = ("", "akademisi", "praktisi"),
    persons: Sequence[str] = ("", "P1", "P2"),
) -> st.SearchStrategy[list[Examiner]]:
    """Examiners ``E1``, ``E2``, … of any role, origin and room.

    Args:
        least: how many at least.
        most: how many at most.
        kinds: the kinds that are drawn from: those that a rule knows, and others.
        persons: the persons that are drawn from; an empty one is nobody who is known.
    """
    each: st.SearchStrategy[Any] = st.tuples(
        st.sampled_from(list(kinds)),
        st.sampled_from(list(persons)),
        st.sampled_from(["member", "chair"]),
        st.sampled_from([None, "internal", "external"]),
        st.sampled_from([None, *_ROOMS]),
    )
    return st.lists(each, min_size=least, max_size=most).map(
        lambda rows: [
            Examiner(id=f"E{n}", kind=kind, person=person, role=role, origin=origin, room=room)
            for n, (kind, person, role, origin, room) in enumerate(rows, 1)
        ]
    )


def candidacies() -> st.SearchStrategy[Candidacy]:
    """Candidacies, with or without position and room."""
    return st.builds(
        Candidacy,
        id=st.sampled_from(["A01", "A02"]),
        candidate=st.sampled_from(["A01", "A02"]),
        position=st.sampled_from([None, "kadis-pu"]),
        room=st.sampled_from([None, *_ROOMS]),
    )


def items(
    least: int = 1, most: int = 9, scale: Scale = FROM_0_TO_100
) -> st.SearchStrategy[list[Mark]]:
    """Values of one weight, each of an examiner of its own: what any aggregator can combine.

    Args:
        least: how many at least.
        most: how many at most.
        scale: where the values lie.
    """
    each = st.tuples(
        marks(scale),
        st.sampled_from(["member", "chair"]),
        st.sampled_from(["", "akademisi", "praktisi"]),
        st.sampled_from([None, *_ROOMS]),
    )

    def laid_out(rows: Sequence[tuple[Fraction, Any, str, str | None]]) -> list[Mark]:
        weight = Figure(_WHOLE / max(len(rows), 1))
        return [
            Mark(
                f"E{n}",
                Figure(mark, "mark"),
                weight,
                examiner=Examiner(id=f"E{n}", role=role, kind=kind, room=room),
            )
            for n, (mark, role, kind, room) in enumerate(rows, 1)
        ]

    return st.lists(each, min_size=least, max_size=most).map(laid_out)


def weights(ids: Sequence[str]) -> st.SearchStrategy[Mapping[str, Figure]]:
    """Weights that are not negative and sum to exactly 100."""

    def between(cuts: Sequence[Fraction]) -> Mapping[str, Figure]:
        ends = [Fraction(0), *sorted(cuts), _WHOLE]
        return {
            each: Figure(high - low)
            for each, low, high in zip(ids, ends[:-1], ends[1:], strict=True)
        }

    count = len(ids) - 1
    return st.lists(marks(), min_size=count, max_size=count).map(between)
