"""The event that every rival scores: two panels of five, five criteria each, marks in halves.

It is drawn from a fixed seed, with ids only, and comes in the forms that the rivals take: marks
in memory, a ruleset with a scoresheet, and a folder of TOML and CSV for whole processes. The rules
are those of most published tests: the mean of the examiners, weighted criteria rounded to two
places, weighted stages rounded to two places, half up, equals sharing their rank.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

EXAMINERS = tuple(f"E{n}" for n in range(1, 6))
WEIGHTS = {"wawancara": 60, "presentasi": 40}
CRITERIA = {
    "wawancara": {
        "integritas": 20,
        "kepemimpinan": 20,
        "gagasan": 25,
        "penguasaan-tugas": 20,
        "komunikasi": 15,
    },
    "presentasi": {"isi": 30, "penalaran": 25, "kelayakan": 15, "penyajian": 15, "jawaban": 15},
}
CUT = 70
LOWER, UPPER = 0, 100

# candidacy → stage → criterion → one mark an examiner, as written
Marks = Mapping[str, Mapping[str, Mapping[str, Sequence[Decimal]]]]


@dataclass(frozen=True)
class Event:
    """An event's people and marks."""

    people: tuple[str, ...]
    marks: Marks


def event(people: int, seed: int = 2024) -> Event:
    """An event of so many people; marks lie about what each person is worth."""
    chance = random.Random(seed)
    half = Decimal("0.5")
    marks: dict[str, dict[str, dict[str, list[Decimal]]]] = {}
    for number in range(1, people + 1):
        level = chance.randint(130, 180)
        marks[f"A{number:05d}"] = {
            stage: {
                criterion: [half * min(200, level + chance.randint(-12, 12)) for _ in EXAMINERS]
                for criterion in criteria
            }
            for stage, criteria in CRITERIA.items()
        }
    return Event(tuple(marks), marks)


def ruleset() -> str:
    """The rules as the project reads them."""
    lines = [
        "schema = 1",
        "[ruleset]",
        'id = "bench/two-panels"',
        'version = "1.0"',
        'title = { id = "Dua panel", en = "Two panels" }',
        'source = "assumption"',
        "[rounding]",
        'stage = { places = 2, mode = "half-up" }',
        'final = { places = 2, mode = "half-up" }',
    ]
    for stage, weight in WEIGHTS.items():
        lines += ["[[stages]]", f'id = "{stage}"', 'kind = "panel"', f"weight = {weight}"]
        lines += [f"each = {{ scale = {{ lower = {LOWER}, upper = {UPPER}, step = 0.5 }} }}"]
        lines += ["criteria = ["]
        lines += [f'  {{ id = "{name}", weight = {w} }},' for name, w in CRITERIA[stage].items()]
        lines += ["]"]
    lines += ["[decision]", f"cut-score = {CUT}", "[ranking]", 'within = "event"']
    return "\n".join(lines) + "\n"


def scoresheet(drawn: Event) -> dict[str, object]:
    """The event as the project's JSON scoresheet."""
    ratings = [
        {
            "candidacy": person,
            "stage": stage,
            "criterion": name,
            "examiner": who,
            "value": str(mark),
        }
        for person, stages in drawn.marks.items()
        for stage, criteria in stages.items()
        for name, marks in criteria.items()
        for who, mark in zip(EXAMINERS, marks, strict=True)
    ]
    return {
        "event": {"id": "bench", "date": "2024-03-04"},
        "candidates": [{"id": person} for person in drawn.people],
        "examiners": [{"id": who} for who in EXAMINERS],
        "ratings": ratings,
    }


def write_folder(drawn: Event, folder: Path) -> None:
    """The event as the tables that an office keeps: one CSV a stage, one line a mark sheet."""
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "event.toml", '[event]\nid = "bench"\ndate = "2024-03-04"\n')
    _write(folder / "candidates.csv", "\n".join(("id", *drawn.people)) + "\n")
    _write(folder / "examiners.csv", "\n".join(("id", *EXAMINERS)) + "\n")
    for stage, criteria in CRITERIA.items():
        lines = [",".join(("candidacy", "examiner", *criteria))]
        for person in drawn.people:
            given = drawn.marks[person][stage]
            lines += [
                ",".join((person, who, *(str(given[name][seat]) for name in criteria)))
                for seat, who in enumerate(EXAMINERS)
            ]
        _write(folder / f"ratings.{stage}.csv", "\n".join(lines) + "\n")


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
