"""How everything here is measured: the same answers first, then all in turn, then the median."""

import gc
import json
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import metadata
from pathlib import Path

Runs = Mapping[str, Sequence[float]]


def in_turn(jobs: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """Seconds of every job, one after the other in each round, after a round that does not count.

    What was prepared is set aside from garbage collection, for all alike, so that a job pays for
    its own garbage and not for the data of the others.
    """
    taken: dict[str, list[float]] = {name: [] for name in jobs}
    gc.collect()
    gc.freeze()
    for number in range(rounds + 1):
        for name, job in jobs.items():
            start = time.perf_counter()
            answer = job()
            end = time.perf_counter()
            del answer
            if number:
                taken[name].append(end - start)
    gc.unfreeze()
    return taken


def by_step(job: Callable[[], Iterator[str]], rounds: int) -> dict[str, list[float]]:
    """Seconds of every step of a job that names each when it is done, as `in_turn` takes them."""
    taken: dict[str, list[float]] = {}
    gc.collect()
    gc.freeze()
    for number in range(rounds + 1):
        start = time.perf_counter()
        for name in job():
            end = time.perf_counter()
            if number:
                taken.setdefault(name, []).append(end - start)
            start = time.perf_counter()
    gc.unfreeze()
    return taken


def median_ms(taken: Runs, name: str) -> float:
    """The median of a job in milliseconds."""
    return statistics.median(taken[name]) * 1000


def ratio(taken: Runs, ours: str, theirs: str) -> float:
    """The median over the rounds of ours / theirs: above 1, ours takes longer."""
    pairs = zip(taken[ours], taken[theirs], strict=True)
    return statistics.median(mine / other for mine, other in pairs)


def version_of(package: str) -> str:
    """A distribution's version, or Python's own where there is none to name."""
    return metadata.version(package) if package else platform.python_version()


def machine() -> str:
    """The kind of machine, in general words."""
    return f"{platform.system()} on {platform.machine()}, {os.cpu_count()} cores"


def write_rows(rows: object) -> None:
    """Write what was measured as JSON where a path was given as the first argument."""
    if len(sys.argv) > 1:
        path = Path(sys.argv[1])
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(rows, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
