"""Scoring an event in process, against what others would be used for it.

Two events: 29 people, as in a small city, and 10,000. Marks are read and rules are compiled before
the clock starts, on every side. The bare Fraction loop is the truth; the project must agree with
it to the last digit, and of every rival it is counted how many published scores (two places) and
ranks come out otherwise.
"""

import statistics
from fractions import Fraction
from typing import Any

from events import Event, event
from measuring import in_turn, median_ms, ratio, version_of, write_rows
from rivals import (
    Job,
    Number,
    Standing,
    decimal_loop,
    fraction_loop,
    jsonlogic,
    openfisca,
    pandas_frames,
    ujikom,
    zen_batch,
    zen_loop,
)

TRUTH = fraction_loop.NAME
OURS = ujikom.NAME
ZEN_BATCH = zen_batch.NAME
ROUNDS = {29: 31, 10_000: 3}


def jobs_of(drawn: Event) -> dict[str, tuple[str, Job]]:
    """Every job by its name, with the distribution that it rests on."""
    modules = (
        ujikom, zen_loop, zen_batch, openfisca, jsonlogic, pandas_frames, decimal_loop, fraction_loop,
    )  # fmt: skip
    found = {each.NAME: (each.PACKAGE, each.prepare(drawn)) for each in modules}
    found[ujikom.ASKED] = ujikom.PACKAGE, ujikom.prepare_asked(drawn)
    for each in (zen_loop, zen_batch):
        found[f"{each.NAME}, traced"] = each.PACKAGE, each.prepare_traced(drawn)
    return found


def published(number: Number) -> str:
    """A final as it is printed."""
    if isinstance(number, Fraction):
        cents = number * 100
        return f"{cents.numerator // 100}.{cents.numerator % 100:02}"
    return f"{number:.2f}"


def differences(found: Standing, truth: Standing) -> tuple[int, int]:
    """How many published scores and how many ranks are not those of the exact sum."""
    scores = sum(published(found[who][0]) != published(truth[who][0]) for who in truth)
    return scores, sum(int(found[who][1]) != truth[who][1] for who in truth)


def measure(people: int) -> list[dict[str, Any]]:
    """One event by all rivals."""
    prepared = jobs_of(event(people))
    truth = prepared[TRUTH][1]()
    wrong = {name: differences(job(), truth) for name, (_, job) in prepared.items()}
    if wrong[OURS] != (0, 0):
        raise SystemExit(f"{OURS} differs from the exact sum: {wrong[OURS]}")
    taken = in_turn({name: job for name, (_, job) in prepared.items()}, ROUNDS[people])
    rows = []
    for name, (package, _) in prepared.items():
        times = ratio(taken, OURS, name)
        scores, ranks = wrong[name]
        rows.append(
            {
                "people": people,
                "name": name,
                "version": f"{package or 'Python'} {version_of(package)}",
                "ms": median_ms(taken, name),
                "ratio": times,
                "spread": [min(taken[name]) * 1000, max(taken[name]) * 1000],
                "scores": scores,
                "ranks": ranks,
            }
        )
        each = statistics.median(taken[name]) / people * 1e6
        print(
            f"{people:>6} people  {name:34} {each:9.2f} µs each   ours / it {times:8.2f}   "
            f"other scores {scores:4}, other ranks {ranks:4}   {rows[-1]['version']}"
        )
    return rows


if __name__ == "__main__":
    write_rows([row for people in ROUNDS for row in measure(people)])
