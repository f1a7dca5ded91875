"""What is wrong with the date of a mark is told at the date's cell, the mark's is named second."""

from collections.abc import Sequence

import pytest

import ujikom_rules as ujikom
from tests.raw_workbooks import SOUND, workbook
from ujikom_rules.errors import Finding, Refused
from ujikom_rules.reading.scoresheets import parse_scoresheet
from ujikom_rules.reading.scoresheets.csv_sheet import csv_table
from ujikom_rules.reading.scoresheets.reader import scoresheet_from_tables
from ujikom_rules.reading.workbooks import read_content

RULES = """
schema = 1

[ruleset]
id = "kota/tanggal"
version = "1.0"
title = "Tanggal"
effective = { from = 2025-01-01 }
source = "assumption"

[[stages]]
id = "asesmen"
kind = { use = "imported", valid = { years = 2 } }
scale = { lower = 0, upper = 100 }
"""
HEAD = ["Peserta", "Tanggal", "Nilai"]


def said(rows: Sequence[Sequence[object]]) -> tuple[Finding, ...]:
    """What is found in a workbook whose sheet of the assessment has these rows."""
    sheets = {key: each for key, each in SOUND.items() if key not in ("Wawancara", "Penguji")}
    content = workbook({**sheets, "Asesmen": [list(row) for row in rows]})
    sheet, findings = scoresheet_from_tables(*read_content(content, "nilai.xlsx"))
    assert sheet is not None, findings
    plan = ujikom.plan(ujikom.parse_ruleset(RULES), plugins={})
    try:
        return ujikom.evaluate(plan, sheet).findings
    except Refused as refused:
        return refused.findings


@pytest.mark.parametrize(
    "day, code",
    [("2026-01-02", "UJ681"), ("2022-01-02", "UJ670"), ("", "UJ669")],
    ids=["late", "expired", "missing"],
)
def test_the_cell_of_the_date_comes_first(day: str, code: str) -> None:
    (found,) = (each for each in said([HEAD, ["A01", day, 85]]) if each.code == code)
    assert found.place.cell == "Asesmen!B2"
    assert [each.cell for each in found.related] == ["Asesmen!C2"]


def test_where_no_column_has_dates_the_mark_alone_is_named() -> None:
    told = said([["Peserta", "Nilai"], ["A01", 85]])
    (found,) = (each for each in told if each.code == "UJ669")
    assert (found.place.cell, found.related) == ("Asesmen!B2", ())


def test_of_json_the_value_of_the_date() -> None:
    text = """{"event": {"id": "e", "date": "2025-03-25"}, "candidates": [{"id": "A01"}],
"ratings": [
 {"candidacy": "A01", "stage": "asesmen", "value": 85, "date": "2026-01-02"}]}"""
    sheet, _ = parse_scoresheet(text, "nilai.json")
    assert sheet is not None
    plan = ujikom.plan(ujikom.parse_ruleset(RULES), plugins={})
    (found,) = ujikom.evaluate(plan, sheet).findings
    line = text.splitlines()[2]
    assert (found.code, found.place.line, found.place.column, found.related) == (
        "UJ681", 3, line.index('"2026') + 1, (),
    )  # fmt: skip


def test_of_csv_the_column_of_the_date() -> None:
    table, _ = csv_table("peserta;tanggal;nilai\nA01;x;85\n", "ratings", "asesmen", "a.csv")
    assert table is not None
    assert table.places.place(0, "date").column == 2
