"""A Decimal loop, as a careful programmer writes it by hand: 28 digits, no working, no checks."""

from decimal import ROUND_HALF_UP, Decimal

from events import CRITERIA, WEIGHTS, Event

from rivals import Job, Standing, places

NAME, PACKAGE = "Decimal loop by hand", ""
CENT = Decimal("0.01")


def prepare(event: Event) -> Job:
    marks = event.marks
    criteria = {
        stage: [(name, Decimal(weight) / 100) for name, weight in rows.items()]
        for stage, rows in CRITERIA.items()
    }
    weights = {stage: Decimal(weight) / 100 for stage, weight in WEIGHTS.items()}

    def job() -> Standing:
        totals: dict[str, Decimal] = {}
        for person, given in marks.items():
            total = Decimal(0)
            for stage, weight in weights.items():
                value = Decimal(0)
                for name, share in criteria[stage]:
                    each = given[stage][name]
                    value += sum(each) / len(each) * share
                total += value.quantize(CENT, ROUND_HALF_UP) * weight
            totals[person] = total
        ranks = places(totals)
        return {
            person: (total.quantize(CENT, ROUND_HALF_UP), ranks[person])
            for person, total in totals.items()
        }

    return job
