"""The whole job as a small script with ZEN: rules and tables in, the standing printed.

    python job_zen.py DECISION.json FOLDER [--batch]

It refuses what an office must not publish: marks off the scale or its step, people nobody
registered, a mark that is missing or given twice.
"""

import csv
import json
import sys
import tomllib
from pathlib import Path

import zen

LOWER, UPPER, CUT = 0, 100, 70


def read(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def mark(text, where):
    try:
        value = float(text)
    except ValueError:
        raise SystemExit(f"{where}: {text!r} is no number") from None
    if not LOWER <= value <= UPPER or value * 2 != int(value * 2):
        raise SystemExit(f"{where}: {text} is not on the scale")
    return value


def contexts(folder):
    people = [row["id"] for row in read(folder / "candidates.csv")]
    examiners = {row["id"]: seat for seat, row in enumerate(read(folder / "examiners.csv"))}
    given = {person: {} for person in people}
    for path in sorted(folder.glob("ratings.*.csv")):
        stage = path.name.split(".")[1]
        seen = set()
        for line, row in enumerate(read(path), start=2):
            person, examiner = row.pop("candidacy"), row.pop("examiner")
            where = f"{path.name}:{line}"
            if person not in given or examiner not in examiners:
                raise SystemExit(f"{where}: nobody is called {person} or {examiner}")
            if (person, examiner) in seen:
                raise SystemExit(f"{where}: {person} and {examiner} stand there twice")
            seen.add((person, examiner))
            marks = given[person].setdefault(stage, {f"c{n}": [] for n in range(len(row))})
            for number, text in enumerate(row.values()):
                marks[f"c{number}"].append(mark(text, where))
        if len(seen) != len(people) * len(examiners):
            raise SystemExit(f"{path.name}: marks are missing")
    return given


def main():
    decision, folder = Path(sys.argv[1]), Path(sys.argv[2])
    event = tomllib.loads((folder / "event.toml").read_text(encoding="utf-8"))["event"]
    given = contexts(folder)
    content = json.loads(decision.read_text(encoding="utf-8"))
    if "--batch" in sys.argv:
        engine = zen.ZenEngine({"loader": {"type": "static", "content": {"event": content}}})
        asked = [{"key": "event", "context": context} for context in given.values()]
        results = [answer["data"]["result"] for answer in engine.evaluate_batch(asked)]
    else:
        made = zen.ZenEngine().create_decision(json.dumps(content))
        results = [made.evaluate(context)["result"] for context in given.values()]
    found = dict(zip(given, results, strict=True))
    ordered = sorted(found, key=lambda person: (-found[person]["total"], person))
    print(event["id"], event["date"])
    rank, before = 0, None
    stages = [key for key in results[0] if key not in {"total", "final"}]
    print(f"{'rank':>5} {'id':8}", *(f"{stage:>12}" for stage in stages), f"{'total':>8}")
    for place, person in enumerate(ordered, start=1):
        result = found[person]
        if result["total"] != before:
            rank, before = place, result["total"]
        verdict = "qualified" if result["total"] >= CUT else "not-qualified"
        values = (f"{result[stage]:>12.2f}" for stage in stages)
        print(f"{rank:>5} {person:8}", *values, f"{result['final']:>8.2f}", verdict)


main()
