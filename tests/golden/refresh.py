"""The documents of the two example events and shown rulesets, as the program prints them.

``python tests/golden/refresh.py`` writes them anew; no test ever does. Look at the difference
before it goes in: what stands in ``expected_*.json`` was computed by hand-made formulas and is
never written by this program.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
EVENTS = {"malang-2024": "malang/2024", "kendari-2025": "kendari/2025"}
FORMS = {"json": ["--format", "json", "--figures"], "txt": ["--format", "table"]}
LANGS = ("id", "en")
SHOWN = {
    "show-malang-2024": "malang/2024",
    "show-kendari-2025": "kendari/2025",
    "show-seleksi-terbuka": "national/seleksi-terbuka",
    "show-banten-2019": "banten/2019",
}


def names() -> list[str]:
    """The golden files: ``malang-2024.id.json`` and its like."""
    scored = [f"{event}.{lang}.{form}" for event in EVENTS for lang in LANGS for form in FORMS]
    return [*scored, *(f"{ruleset}.{lang}.txt" for ruleset in SHOWN for lang in LANGS)]


def printed(name: str) -> bytes:
    """What the program prints on standard output for one golden file, run where it lies."""
    event, lang, form = name.rsplit(".", 2)
    command = [sys.executable, "-X", "utf8", "-m", "ujikom_rules"]
    if event in SHOWN:
        words = ["show", SHOWN[event], "--lang", lang]
    else:
        words = ["score", EVENTS[event], f"examples/{event}", "--lang", lang, *FORMS[form]]
    done = subprocess.run([*command, *words], cwd=ROOT, capture_output=True, check=True)
    return done.stdout.replace(b"\r\n", b"\n")


def main() -> None:
    """Write every golden file."""
    for name in names():
        (HERE / name).write_bytes(printed(name))


if __name__ == "__main__":
    main()
