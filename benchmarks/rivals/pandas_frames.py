"""pandas: one frame a stage, means by candidacy, a product with the weights; 64-bit floats."""

import numpy as np
import pandas as pd
from events import CRITERIA, EXAMINERS, WEIGHTS, Event

from rivals import Job, Standing

NAME, PACKAGE = "pandas, 64-bit floats", "pandas"


def half_up(values: pd.Series) -> pd.Series:
    """Two places, ties up, as well as a float can; `Series.round` takes ties to even."""
    return np.floor(values * 100 + 0.5) / 100


def frames(event: Event) -> dict[str, pd.DataFrame]:
    """One frame a stage, one line a candidacy and examiner, as the CSV has it."""
    made = {}
    for stage, criteria in CRITERIA.items():
        lines = [
            (person, *(float(event.marks[person][stage][name][seat]) for name in criteria))
            for person in event.people
            for seat in range(len(EXAMINERS))
        ]
        made[stage] = pd.DataFrame(lines, columns=["candidacy", *criteria])
    return made


def totals(ratings: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Stages and total of every candidacy."""
    table = pd.DataFrame(
        {
            stage: half_up(
                frame.groupby("candidacy", sort=False)[list(CRITERIA[stage])].mean()
                @ pd.Series(CRITERIA[stage])
                / 100
            )
            for stage, frame in ratings.items()
        }
    )
    table["total"] = table[list(WEIGHTS)] @ pd.Series(WEIGHTS) / 100
    table["final"] = half_up(table["total"])
    table["rank"] = table["total"].rank(ascending=False, method="min").astype(int)
    return table


def prepare(event: Event) -> Job:
    ratings = frames(event)

    def job() -> Standing:
        table = totals(ratings)
        return dict(zip(table.index, zip(table["final"], table["rank"], strict=True), strict=True))

    return job
