"""Write RESULTS.md and results.svg from what the benchmarks measured.

    python write_results.py FOLDER

FOLDER holds what `make bench` left there: ``bench_*.json`` of the comparisons, ``bench_*.txt`` of
everything that was printed.
"""

import json
import sys
from pathlib import Path
from typing import Any

from measuring import machine, version_of
from plot import plot

HERE = Path(__file__).parent
OURS = "ujikom_rules, full working available"
ASKED = "ujikom_rules, everybody's working asked for"
PROCESS = "ujikom score"
BATCH = "ZEN, evaluate_batch"
Rows = list[dict[str, Any]]

INTRODUCTION = """# What was measured

Written by `make bench`; nothing here is edited by hand. Times differ from machine to machine and
from hour to hour, ratios much less: read the ratios. **Ours / it** is the median, over rounds in
which all ran in turn, of our time over the other's: above 1, ours takes longer.

"""
SAME = """The event: two panels of five examiners, five criteria each, marks in halves; criteria joined
and rounded to two places, stages joined and rounded to two places, half up. Rivals get the same
marks and rules and are compared with the exact sum before any clock starts. *Other scores* counts
published scores (two places) that are not the exact ones, *other ranks* ranks that equal totals
would share and floats part.

"""
IN_PROCESS = """Marks are in memory and rules compiled on every side. Ours finds the numbers of all in
columns and has every figure of the working ready for whom somebody asks; *asked for* makes the
whole working of everybody. The others give numbers, except where *traced* is said. ZEN's batch
spreads its work on all cores, ours stays on one.

"""
WHOLE = """From TOML and CSV to the printed standing, processes in turn. Ours checks all that `ujikom check`
checks; the scripts (`jobs/`) refuse only the grossest mistakes and explain nothing.

"""

LOADING = """A ruleset over two bases, most weights left open: read with the place of every value, then
all of it, until it can score. The same text is parsed on the other side: by `tomli` as installed,
compiled where there is a wheel, and by `tomllib`, the same code in plain Python. The aim was 5 for
the whole against `tomli` as installed; what it is against the same code in plain Python stands
beside it.

"""
STEPS = """### Where the time goes

The steps one after the other, each with its own values; the whole has looking for files besides.

"""


REPORT = """The panel's report of an event against reading that event: ruleset and scoresheet from disk
and the plan of its rules. The aim was 1, and a megabyte.

"""


OFFICE = """Writing a form with all marks in it, against xlsxwriter writing the same cells in the same
formats and nothing else; reading it to the tables of a scoresheet, guard and places included, and
on to a checked scoresheet, against openpyxl's read-only mode going through all cells. The aims for
writing, and for reading to tables, were 1.5.

"""
REFUSED = """Hostile workbooks, each in a process of its own: the time until the refusal, and the memory
that it took beyond what the process held before. The aims were half a second and 100 MB.

"""


def find(rows: Rows, people: int, name: str) -> dict[str, Any]:
    """The row of one measurement."""
    return next(row for row in rows if (row["people"], row["name"]) == (people, name))


def table(rows: Rows, people: int, *, each: bool) -> str:
    """One event's measurements as a table."""
    unit = "µs a candidacy" if each else "ms"
    lines = [
        f"### {people:,} people",
        "",
        f"| what | median, {unit} | fastest – slowest | ours / it | other scores | other ranks |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    for row in (row for row in rows if row["people"] == people):
        scale = 1000 / people if each else 1
        least, most = (f"{edge * scale:,.1f}" for edge in row["spread"])
        cells = [
            row["name"],
            f"{row['ms'] * scale:,.1f}",
            f"{least} – {most}",
            f"{row['ratio']:.2f}",
            str(row["scores"]),
            str(row["ranks"]),
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def loading(rows: Rows) -> str:
    """What loading takes against bare parsing, as a table."""
    lines = [
        "| lines | what | median, ms | ours / tomli | ours / tomllib |",
        "|--:|---|--:|--:|--:|",
    ]
    lines += [
        f"| {row['lines']:,} | {row['name']} | {row['ms']:,.1f} | {row['tomli']:.2f} "
        f"| {row['tomllib']:.2f} |"
        for row in rows
        if "step" not in row
    ]
    return "\n".join(lines) + "\n"


def split(rows: Rows) -> str:
    """What each step of loading takes, as a table."""
    steps = [row for row in rows if "step" in row]
    sums = {row["lines"]: 0 for row in steps}
    for row in steps:
        sums[row["lines"]] += row["ms"]
    lines = ["| lines | step | median, ms | share |", "|--:|---|--:|--:|"]
    lines += [
        f"| {row['lines']:,} | {row['step']} | {row['ms']:,.1f} "
        f"| {row['ms'] / sums[row['lines']]:.0%} |"
        for row in steps
    ]
    return "\n".join(lines) + "\n"


def reported(row: dict[str, Any]) -> str:
    """What the report takes, as a table."""
    return (
        "| people | bytes | median, ms | ours / reading CSV | ours / reading Excel |\n"
        "|--:|--:|--:|--:|--:|\n"
        f"| {row['people']} | {row['bytes']:,} | {row['ms']:,.1f} | {row['csv']:.2f} "
        f"| {row['workbook']:.2f} |\n"
    )


def forms(rows: Rows) -> str:
    """What writing and reading a form takes, as a table."""
    lines = [
        "| people | cells | what | median, ms | against | ours / it |",
        "|--:|--:|---|--:|---|--:|",
    ]
    lines += [
        f"| {row['people']} | {row['cells']:,} | {row['name'].removeprefix('form: ')} "
        f"| {row['ms']:,.1f} | {row['rival']} | {row['ratio']:.2f} |"
        for row in rows
        if "rival" in row
    ]
    return "\n".join(lines) + "\n"


def refused(rows: Rows) -> str:
    """What refusing hostile workbooks takes: how many there are, and the worst of them."""
    hostile = [row for row in rows if "code" in row]
    lines = ["| what | most | which |", "|---|--:|---|"]
    for key, unit, what in (("ms", "ms", "time"), ("mb", "MB", "memory")):
        worst = max(hostile, key=lambda row: row[key])
        name = worst["name"].removeprefix("refused: ")
        lines.append(f"| {what} | {worst[key]:,.1f} {unit} | {name} (`{worst['code']}`) |")
    return "\n".join([*lines, "", f"{len(hostile)} workbooks, all refused."]) + "\n"


def aims_of_files(
    load: Rows, report: dict[str, Any], office: Rows
) -> list[tuple[str, float, float]]:
    """The aims of reading rules, of the report and of the forms, with what was measured."""
    whole = [row for row in load if row.get("name", "").startswith("load and compile")]
    parsers = (("tomli", "tomli"), ("tomllib", "tomli in plain Python (tomllib)"))
    return [
        *(
            (f"{row['name']}: {row['lines']:,} lines / {parser}", 5, row[key])
            for row in whole
            for key, parser in parsers
        ),
        ("report of 29 people / reading its CSV folder and rules", 1, report["csv"]),
        ("report of 29 people / reading its Excel workbook and rules", 1, report["workbook"]),
        ("report of 29 people, megabytes", 1, report["bytes"] / 1_000_000),
        *(
            (
                f"{row['name']} of {row['people']} people / {row['rival'].split()[0]}",
                1.5,
                row["ratio"],
            )
            for row in office
            if row["name"] in ("form: write", "form: read")
        ),
    ]


def aims(
    rivals: Rows,
    process: Rows,
    reuse: dict[str, Any],
    further: list[tuple[str, float, float]],
) -> str:
    """What was aimed at, and whether it was reached in this run."""
    small = {row["name"]: row["ratio"] for row in process if row["people"] == 29}
    batch = find(rivals, 10_000, BATCH)["ratio"]
    traced = find(rivals, 10_000, f"{BATCH}, traced")["ratio"]
    rows = [
        ("whole process, 29 people / the same with pandas", 0.8, small["script with pandas"]),
        ("whole process, 29 people / the same with ZEN", 2.5, small["script with ZEN"]),
        (
            "whole process, 29 people / the same with ZEN's batch",
            2.5,
            small["script with ZEN, evaluate_batch"],
        ),
        ("10,000 people, full working available / ZEN's batch", 1.0, batch),
        ("10,000 people, full working available / ZEN's batch with its trace", 1.0, traced),
        *further,
    ]
    lines = ["| what | aim, at most | measured | |", "|---|--:|--:|---|"]
    lines += [
        f"| {what} | {aim} | {got:.2f} | {'reached' if got <= aim else '**missed**'} |"
        for what, aim, got in rows
    ]
    compiled = sum(reuse["calls"].values()) + reuse["loaded"]
    word = "reached" if not compiled else "**missed**"
    lines.append(
        f"| calls that read rules, open the catalogue or compile at a second event | 0 "
        f"| {compiled} | {word} |"
    )
    asked = find(rivals, 10_000, ASKED)["ms"]
    plain, trace = (find(rivals, 10_000, name)["ms"] for name in (BATCH, f"{BATCH}, traced"))
    lines += [
        "",
        "ZEN writes its trace in that time, and ours the working only when somebody asks. With",
        f"everybody's working asked for, 10,000 people take {asked / plain:.1f} times ZEN's batch, and",
        f"{asked / trace:.1f} times its batch with trace.",
    ]
    return "\n".join(lines) + "\n"


def versions(*groups: Rows) -> str:
    """Every version that took part, once."""
    named = dict.fromkeys(row["version"] for rows in groups for row in rows)
    return f"{machine()}; Python {version_of('')}; " + ", ".join(
        name for name in named if not name.startswith("Python")
    )


def main() -> None:
    folder = Path(sys.argv[1])
    rivals, process, reuse, load = (
        json.loads((folder / f"bench_{name}.json").read_text(encoding="utf-8"))
        for name in ("rivals", "process", "reuse", "load")
    )
    report = json.loads((folder / "bench_report.json").read_text(encoding="utf-8"))
    office = json.loads((folder / "bench_office.json").read_text(encoding="utf-8"))
    told = aims(rivals, process, reuse, aims_of_files(load, report, office))
    parts = [INTRODUCTION, f"{versions(rivals, process)}.\n\n"]
    parts += ["## Aims\n\n", told, "\n![Ratios](results.svg)\n\n"]
    parts += ["## The same answers first\n\n", SAME, "## In process\n\n", IN_PROCESS]
    parts.append("\n".join(table(rivals, people, each=True) for people in (29, 10_000)))
    parts += ["\n## Whole processes\n\n", WHOLE]
    parts.append("\n".join(table(process, people, each=False) for people in (29, 10_000)))
    parts += ["\n## Loading rules\n\n", LOADING, loading(load), "\n", STEPS, split(load)]
    parts += ["\n## Writing the report\n\n", REPORT, reported(report)]
    parts += ["\n## Forms in Excel\n\n", OFFICE, forms(office)]
    parts += ["\n### Hostile workbooks\n\n", REFUSED, refused(office)]
    parts.append("\n## What each program printed\n\n")
    for text in sorted(folder.glob("bench_*.txt")):
        said = text.read_text(encoding="utf-8").rstrip()
        parts.append(f"`{text.stem}.py`\n\n```text\n{said}\n```\n\n")
    (HERE / "RESULTS.md").write_text("".join(parts).rstrip() + "\n", encoding="utf-8")
    svg = plot(
        [
            ("In process, 29 people", OURS, [r for r in rivals if r["people"] == 29]),
            ("In process, 10,000 people", OURS, [r for r in rivals if r["people"] == 10_000]),
            ("Whole process, 29 people", PROCESS, [r for r in process if r["people"] == 29]),
            (
                "Whole process, 10,000 people",
                PROCESS,
                [r for r in process if r["people"] == 10_000],
            ),
        ]
    )
    (HERE / "results.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
