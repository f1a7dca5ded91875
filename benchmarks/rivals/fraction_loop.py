"""A bare Fraction loop: exact, no working, no checks."""

from fractions import Fraction

from events import CRITERIA, WEIGHTS, Event

from rivals import Job, Standing, places

NAME, PACKAGE = "bare Fraction loop", ""


def half_up(value: Fraction) -> Fraction:
    """Two places, ties up; scores are never negative here."""
    return Fraction((value.numerator * 200 + value.denominator) // (2 * value.denominator), 100)


def prepare(event: Event) -> Job:
    marks = {
        person: {
            stage: {name: [Fraction(mark) for mark in given] for name, given in criteria.items()}
            for stage, criteria in stages.items()
        }
        for person, stages in event.marks.items()
    }
    criteria = {
        stage: [(name, Fraction(weight, 100)) for name, weight in rows.items()]
        for stage, rows in CRITERIA.items()
    }
    weights = {stage: Fraction(weight, 100) for stage, weight in WEIGHTS.items()}

    def job() -> Standing:
        totals: dict[str, Fraction] = {}
        for person, given in marks.items():
            total = Fraction(0)
            for stage, weight in weights.items():
                value = Fraction(0)
                for name, share in criteria[stage]:
                    each = given[stage][name]
                    value += sum(each) / len(each) * share
                total += half_up(value) * weight
            totals[person] = total
        ranks = places(totals)
        return {person: (half_up(total), ranks[person]) for person, total in totals.items()}

    return job
