"""Evaluating, and asking for every figure, against a bare Fraction loop: ratios in one run.

Two events: 29 candidacies × 2 stages × 5 examiners, and 1,000 candidacies × 50 ratings. The same
answers first; then both in turn, with the default garbage collection, marks already read.
"""

import statistics
import sys
import time
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from bare import finals

import ujikom_rules as ujikom

HEAD = """schema = 1
[ruleset]
id = "bench/event"
version = "1.0"
title = "Bench"
source = "assumption"
[ranking]
within = "event"
"""


def event(people: int, criteria: dict[str, int], examiners: int) -> tuple[str, dict[str, object]]:
    """A ruleset and a scoresheet: stages with equally weighted criteria, marks in halves."""
    toml, ratings = HEAD, []
    share = 100 // len(criteria)
    for stage, count in criteria.items():
        each = 100 // count
        toml += f'[[stages]]\nid = "{stage}"\nkind = "panel"\nweight = {share}\n'
        toml += "each = { scale = { lower = 0, upper = 100, step = 0.5 } }\ncriteria = [\n"
        toml += "".join(f'  {{ id = "c{n}", weight = {each} }},\n' for n in range(count)) + "]\n"
        for person in range(people):
            for n in range(count):
                for examiner in range(examiners):
                    half = (person * 37 + n * 11 + examiner * 7 + person * examiner) % 91
                    value = f"{55 + half // 2}{'.5' if half % 2 else ''}"
                    ratings.append(
                        {"candidacy": f"A{person}", "stage": stage, "criterion": f"c{n}",
                         "examiner": f"E{examiner}", "value": value}
                    )  # fmt: skip
    sheet: dict[str, object] = {
        "event": {"id": "bench", "date": "2026-01-01"},
        "candidates": [{"id": f"A{n}"} for n in range(people)],
        "examiners": [{"id": f"E{n}"} for n in range(examiners)],
        "ratings": ratings,
    }
    return toml, sheet


def measure(name: str, people: int, criteria: dict[str, int], examiners: int, runs: int) -> float:
    """The median ratio of engine to bare loop, run in turn."""
    toml, data = event(people, criteria, examiners)
    plan = ujikom.plan(ujikom.parse_ruleset(toml), plugins={})
    sheet = ujikom.parse_scoresheet(data)
    marks: dict[str, dict[str, list[Fraction]]] = {}
    for rating in sheet.ratings:
        if isinstance(rating.value, Fraction):
            row = marks.setdefault(rating.candidacy, {})
            row.setdefault(f"{rating.stage}.{rating.criterion}", []).append(rating.value)
    weights = {stage: Fraction(100 // len(criteria)) for stage in criteria}
    groups = {
        stage: {f"c{n}": Fraction(100 // count) for n in range(count)}
        for stage, count in criteria.items()
    }
    wanted = finals(marks, weights, groups)
    for result in ujikom.evaluate(plan, sheet):
        final, rank = wanted[result.candidacy]
        if result.total is None or (result.total.value, result.rank.place) != (final, rank):
            raise SystemExit(f"{name}: {result.candidacy} differs")
    ratios, ours, asked, theirs, figures = [], [], [], [], 0
    for _ in range(runs):
        start = time.perf_counter()
        finals(marks, weights, groups)
        middle = time.perf_counter()
        found = ujikom.evaluate(plan, sheet)
        quick = time.perf_counter()
        figures = sum(len(result.figures) for result in found)
        end = time.perf_counter()
        theirs.append(middle - start)
        ours.append(quick - middle)
        asked.append(end - middle)
        ratios.append((quick - middle) / (middle - start))
    print(
        f"{name:32} engine {statistics.median(ours) * 1000:8.1f} ms   bare loop "
        f"{statistics.median(theirs) * 1000:8.1f} ms   ratio {statistics.median(ratios):.2f}   "
        f"with all {figures:,} figures {statistics.median(asked) / statistics.median(theirs):.2f}"
    )
    return statistics.median(ratios)


if __name__ == "__main__":
    measure("29 × 2 stages × 5 examiners", 29, {"s1": 5, "s2": 5}, 5, 31)
    measure("1,000 × 50 ratings", 1000, {"s1": 5, "s2": 5}, 5, 7)
