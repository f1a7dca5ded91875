"""Importing the library against importing what it rests on: whole processes in turn."""

import statistics
import subprocess
import sys
import time

OURS = "import ujikom_rules"
THEIRS = "import attrs, pluggy, tomli"
NOTHING = "pass"


def once(code: str) -> float:
    """Seconds of one fresh interpreter."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603  our own code
    return time.perf_counter() - start


if __name__ == "__main__":
    ratios, whole = [], []
    for _ in range(21):
        bare, rests, ours = once(NOTHING), once(THEIRS), once(OURS)
        whole.append(ours / rests)
        ratios.append((ours - bare) / (rests - bare))
    print(f"import, beyond the interpreter   ratio {statistics.median(ratios):.2f}")
    print(f"import, whole process            ratio {statistics.median(whole):.2f}")
