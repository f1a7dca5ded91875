"""Forms against the libraries that they rest on, and how soon a hostile workbook is refused.

Writing: the form of an event with its marks, against xlsxwriter writing the same cells, with the
same formats and nothing else: no checks, notes, names or protection. Reading: the same form to
the tables of a scoresheet, guard and places included, against openpyxl's read-only mode going
through all cells. Both aims are 1.5. What follows, rows to a checked scoresheet, is the same for
CSV and JSON; the whole is told beside it. Hostile workbooks are those of the tests; the aim is half a second
and 100 MB for each, measured in a process of its own.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1]))

import openpyxl
import xlsxwriter
from events import event, ruleset, scoresheet
from measuring import in_turn, median_ms, ratio, version_of, write_rows

import ujikom_rules as ujikom
from tests.hostile_workbooks import HOSTILE
from ujikom_rules.office.forms import write_form
from ujikom_rules.reading.scoresheets.reader import scoresheet_from_tables
from ujikom_rules.reading.workbooks import read_content

ROUNDS = 9
AIM = 1.5
ALONE = """
import re, sys, time
import openpyxl
from pathlib import Path
from ujikom_rules.reading.workbooks import read_content
content = Path(sys.argv[1]).read_bytes()
def most():
    return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
before = most()
start = time.perf_counter()
_, found = read_content(content, "isian.xlsx")
taken = time.perf_counter() - start
assert [each for each in found if each.severity == "error"], found
print(taken * 1000, most() - before, most())
"""
Cells = Sequence[tuple[str, Sequence[tuple[int, int, Any, tuple[tuple[str, object], ...]]]]]


def cells_of(content: bytes) -> Cells:
    """Every cell of a workbook: row, column, value, and the properties of its format."""
    book = openpyxl.load_workbook(BytesIO(content))
    found = []
    for page in book:
        rows = [
            (
                cell.row - 1,
                cell.column - 1,
                cell.value,
                (
                    ("bold", bool(cell.font.b)),
                    ("locked", cell.protection.locked),
                    ("num_format", cell.number_format),
                ),
            )
            for row in page.iter_rows()
            for cell in row
            if cell.value is not None or cell.has_style
        ]
        found.append((page.title, rows))
    return found


def bare(cells: Cells) -> bytes:
    """The same cells by xlsxwriter alone."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    formats: dict[tuple[tuple[str, object], ...], Any] = {}
    for title, rows in cells:
        page = book.add_worksheet(title)
        for row, column, value, look in rows:
            shape = formats.get(look)
            if shape is None:
                shape = formats[look] = book.add_format(dict(look))
            if value is None:
                page.write_blank(row, column, None, shape)
            elif isinstance(value, str):
                page.write_string(row, column, value, shape)
            elif isinstance(value, int | float):
                page.write_number(row, column, value, shape)
            else:
                page.write_datetime(row, column, value, shape)
    book.close()
    return out.getvalue()


def walked(content: bytes) -> int:
    """How many cells openpyxl meets in its read-only mode."""
    book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True)
    met = 0
    for page in book:
        for row in page.iter_rows(values_only=True):
            met += len(row)
    book.close()
    return met


def measured(people: int) -> list[dict[str, object]]:
    """Writing and reading a form of so many people."""
    plan = ujikom.plan(ujikom.parse_ruleset(ruleset()), plugins={})
    sheet = ujikom.parse_scoresheet(scoresheet(event(people)))
    content = write_form(plan, sheet)
    cells = cells_of(content)
    back, findings = scoresheet_from_tables(*read_content(content, "isian.xlsx"))
    assert back is not None, findings
    assert len(back.ratings) == len(sheet.ratings)
    taken = in_turn(
        {
            "write": lambda: write_form(plan, sheet),
            "xlsxwriter": lambda: bare(cells),
            "read": lambda: read_content(content, "isian.xlsx"),
            "read to a scoresheet": lambda: scoresheet_from_tables(
                *read_content(content, "isian.xlsx")
            ),
            "openpyxl": lambda: walked(content),
        },
        ROUNDS,
    )
    count = sum(len(rows) for _, rows in cells)
    found = []
    for ours, theirs in (
        ("write", "xlsxwriter"),
        ("read", "openpyxl"),
        ("read to a scoresheet", "openpyxl"),
    ):
        found.append(
            {
                "name": f"form: {ours}",
                "people": people,
                "cells": count,
                "rival": f"{theirs} {version_of(theirs)}",
                "ratio": round(ratio(taken, ours, theirs), 2),
                "ms": round(median_ms(taken, ours), 1),
                "aim": AIM,
            }
        )
    return found


def refusals() -> list[dict[str, object]]:
    """How long and how much memory each hostile workbook takes, in a process of its own."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for name, (code, made) in HOSTILE.items():
            path = Path(folder) / f"{re.sub('[^a-z0-9]', '-', name.lower())}.xlsx"
            path.write_bytes(made())
            said = subprocess.run(  # noqa: S603 - this program, and a file of its own
                [sys.executable, "-c", ALONE, str(path)], capture_output=True, text=True, check=True
            )
            ms, more, whole = (float(x) for x in said.stdout.split())
            found.append(
                {"name": f"refused: {name}", "code": code, "ms": round(ms, 1), "mb": round(more, 1),
                 "process-mb": round(whole, 1)}
            )  # fmt: skip
    return found


if __name__ == "__main__":
    rows = [row for people in (29, 300) for row in measured(people)]
    for row in rows:
        print(
            f"{row['name']} of {row['people']} people, {row['cells']} cells: {row['ratio']} x "
            f"{row['rival']} ({row['ms']} ms); aim {row['aim']}"
        )
    refused = refusals()
    for row in refused:
        print(f"{row['name']}: {row['code']} in {row['ms']} ms, {row['mb']} MB more")
    worst = max(refused, key=lambda row: row["ms"]), max(refused, key=lambda row: row["mb"])
    print(
        f"hostile workbooks refused: {len(refused)}; longest {worst[0]['ms']} ms "
        f"({worst[0]['name']}), most memory {worst[1]['mb']} MB ({worst[1]['name']}); "
        "aim 500 ms and 100 MB"
    )
    write_rows([*rows, *refused])
