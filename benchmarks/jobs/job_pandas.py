"""The whole job as a small script with pandas: rules and tables in, the standing printed.

    python job_pandas.py RULES.toml FOLDER

It refuses what an office must not publish: marks off the scale or its step, people nobody
registered, a mark that is missing or given twice.
"""

import sys
import tomllib
from pathlib import Path

import numpy as np
import pandas as pd

LOWER, UPPER = 0, 100


def half_up(values):
    return np.floor(values * 100 + 0.5) / 100


def stage_values(path, people, examiners, weights):
    frame = pd.read_csv(path)
    marks = frame[list(weights)]
    if not frame["candidacy"].isin(people).all() or not frame["examiner"].isin(examiners).all():
        raise SystemExit(f"{path.name}: somebody is not registered")
    if frame.duplicated(["candidacy", "examiner"]).any():
        raise SystemExit(f"{path.name}: somebody stands there twice")
    if len(frame) != len(people) * len(examiners) or marks.isna().any(axis=None):
        raise SystemExit(f"{path.name}: marks are missing")
    if ((marks < LOWER) | (marks > UPPER) | (marks * 2 % 1 != 0)).any(axis=None):
        raise SystemExit(f"{path.name}: a mark is not on the scale")
    means = frame.groupby("candidacy", sort=False)[list(weights)].mean()
    return half_up(means @ pd.Series(weights) / 100)


def main():
    rules = tomllib.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    folder = Path(sys.argv[2])
    event = tomllib.loads((folder / "event.toml").read_text(encoding="utf-8"))["event"]
    people = pd.read_csv(folder / "candidates.csv")["id"]
    examiners = pd.read_csv(folder / "examiners.csv")["id"]
    table = pd.DataFrame(
        {
            stage["id"]: stage_values(
                folder / f"ratings.{stage['id']}.csv",
                people,
                examiners,
                {each["id"]: each["weight"] for each in stage["criteria"]},
            )
            for stage in rules["stages"]
        }
    )
    shares = pd.Series({stage["id"]: stage["weight"] for stage in rules["stages"]})
    total = table[shares.index] @ shares / 100
    table["total"] = half_up(total)
    table["rank"] = total.rank(ascending=False, method="min").astype(int)
    passed = total >= rules["decision"]["cut-score"]
    table["verdict"] = np.where(passed, "qualified", "not-qualified")
    print(event["id"], event["date"])
    ordered = table.rename_axis("id").reset_index().sort_values(["rank", "id"])
    print(ordered.to_string(index=False))


main()
