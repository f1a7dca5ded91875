"""The whole job, from TOML and CSV to the printed standing, as whole processes in turn.

Ours is the command `ujikom score`. The rivals are the small scripts of `jobs/`, which read the
same tables, refuse the same gross mistakes, rank and print. First every published score and rank
is compared.
"""

import csv
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

from events import event, ruleset, write_folder
from measuring import in_turn, median_ms, ratio, version_of, write_rows
from rivals.zen_decision import decision

HERE = Path(__file__).parent
OURS = "ujikom score"
ROUNDS = {29: 21, 10_000: 3}
COMMANDS: dict[str, tuple[str, list[str]]] = {
    OURS: ("ujikom-rules", ["-m", "ujikom_rules", "score", "rules.toml", "FOLDER", "--lang", "en"]),
    "script with ZEN": ("zen-engine", [str(HERE / "jobs/job_zen.py"), "decision.json", "FOLDER"]),
    "script with ZEN, evaluate_batch": (
        "zen-engine",
        [str(HERE / "jobs/job_zen.py"), "decision.json", "FOLDER", "--batch"],
    ),
    "script with pandas": ("pandas", [str(HERE / "jobs/job_pandas.py"), "rules.toml", "FOLDER"]),
    "an interpreter that does nothing": ("", ["-c", "pass"]),
}
Standing = dict[str, tuple[int, str]]


def run(command: list[str], where: Path) -> str:
    """What a process prints; compiled modules are kept, as they are in every office."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(  # noqa: S603  our own commands
        [sys.executable, *command], cwd=where, env=kept, check=True, text=True,
        capture_output=True, encoding="utf-8",
    )  # fmt: skip
    return done.stdout


def printed(name: str, command: list[str], where: Path) -> Standing:
    """Rank and total of everybody, as the process prints them."""
    if name == OURS:
        rows = csv.DictReader(StringIO(run([*command, "--format", "csv"], where)))
        return {row["candidacy"]: (int(row["rank"]), f"{float(row['total']):.2f}") for row in rows}
    lines = [line.split() for line in run(command, where).splitlines()[1:]]
    heads = lines[0]
    who, total, rank = heads.index("id"), heads.index("total"), heads.index("rank")
    return {each[who]: (int(each[rank]), f"{float(each[total]):.2f}") for each in lines[1:]}


def measure(people: int) -> list[dict[str, Any]]:
    """One event by every process."""
    with tempfile.TemporaryDirectory() as temporary:
        where = Path(temporary)
        (where / "rules.toml").write_text(ruleset(), encoding="utf-8")
        (where / "decision.json").write_text(json.dumps(decision()), encoding="utf-8")
        write_folder(event(people), where / "FOLDER")
        standings = {
            name: printed(name, command, where)
            for name, (package, command) in COMMANDS.items()
            if package
        }
        ours = standings[OURS]
        wrong = {
            name: tuple(sum(found[who][at] != ours[who][at] for who in ours) for at in (1, 0))
            for name, found in standings.items()
        }

        def job(command: list[str]) -> Callable[[], object]:
            return lambda: run(command, where)

        jobs = {name: job(command) for name, (_, command) in COMMANDS.items()}
        taken = in_turn(jobs, ROUNDS[people])
    rows = []
    for name, (package, _) in COMMANDS.items():
        scores, ranks = wrong.get(name, (0, 0))
        rows.append(
            {
                "people": people,
                "name": name,
                "version": f"{package or 'Python'} {version_of(package)}",
                "ms": median_ms(taken, name),
                "ratio": ratio(taken, OURS, name),
                "spread": [min(taken[name]) * 1000, max(taken[name]) * 1000],
                "scores": scores,
                "ranks": ranks,
            }
        )
        print(
            f"{people:>6} people  {name:34} {rows[-1]['ms']:9.1f} ms   ours / it "
            f"{rows[-1]['ratio']:8.2f}   other scores {scores:4}, other ranks {ranks:4}   "
            f"{rows[-1]['version']}"
        )
    return rows


if __name__ == "__main__":
    write_rows([row for people in ROUNDS for row in measure(people)])
