"""A plan is compiled once: a second event compiles, reads and looks up nothing.

Two proofs, and the share of a small event that compiling would be. Calls into the rooms that read
rules, open the catalogue and compile are counted while two events are evaluated by one plan. Then
a fresh process unpickles the plan and evaluates, and those rooms are not even imported.
"""

import pickle
import statistics
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from types import FrameType

from events import event, ruleset, scoresheet
from measuring import write_rows

import ujikom_rules
from ujikom_rules.evaluating import evaluate

ROOMS = ("reading", "catalogue", "compiling")
FRESH = """
import pickle, sys
from ujikom_rules.evaluating import evaluate
plan, sheet = pickle.load(sys.stdin.buffer)
assert len(evaluate(plan, sheet)) == 29
print(*sorted(n for n in sys.modules if n.startswith(tuple(f"ujikom_rules.{r}" for r in ROOMS))))
"""


def calls_by_room(work: object) -> Counter[str]:
    """How often a function of each room is called while some work is done."""
    counted: Counter[str] = Counter()
    package = Path(ujikom_rules.__file__).parent

    def look(frame: FrameType, event: str, _: object) -> None:
        file = Path(frame.f_code.co_filename)
        if event == "call" and file.is_relative_to(package):
            counted[file.relative_to(package).parts[0].removesuffix(".py")] += 1

    sys.setprofile(look)
    try:
        work()
    finally:
        sys.setprofile(None)
    return counted


def main() -> None:
    document = ujikom_rules.parse_ruleset(ruleset())
    first, second = (
        ujikom_rules.parse_scoresheet(scoresheet(event(29, seed))) for seed in (2024, 2025)
    )
    plan = ujikom_rules.plan(document, plugins={})
    both = calls_by_room(lambda: [evaluate(plan, sheet) for sheet in (first, second)])
    said = ", ".join(f"{room} {both[room]}" for room in ROOMS)
    print(f"two events by one plan           calls: {said}, evaluating {both['evaluating']}")
    if any(both[room] for room in ROOMS):
        raise SystemExit("evaluating called a room that reads or compiles")
    done = subprocess.run(  # noqa: S603  our own code
        [sys.executable, "-c", f"ROOMS = {ROOMS!r}\n{FRESH}"],
        input=pickle.dumps((plan, second)), stdout=subprocess.PIPE, check=True,
    )  # fmt: skip
    loaded = done.stdout.decode().split()
    print(f"an unpickled plan, fresh process  modules of these rooms imported: {len(loaded)}")
    if loaded:
        raise SystemExit(f"evaluating imported {loaded}")
    compiling, evaluating = [], []
    for _ in range(21):
        start = time.perf_counter()
        ujikom_rules.plan(document, plugins={})
        middle = time.perf_counter()
        evaluate(plan, second)
        end = time.perf_counter()
        compiling.append(middle - start)
        evaluating.append(end - middle)
    share = statistics.median(a / b for a, b in zip(compiling, evaluating, strict=True))
    print(f"compiling / evaluating 29 people  ratio {share:.2f}: saved by each further event")
    write_rows({"calls": {room: both[room] for room in ROOMS}, "loaded": len(loaded)})


if __name__ == "__main__":
    main()
