"""What Excel checks in a form: every cell that is offered a list or bounds can be filled in."""

from io import BytesIO

from openpyxl import load_workbook

import ujikom_rules as ujikom
from ujikom_rules.office.forms import write_form

RULES = """
schema = 1
[ruleset]
id = "contoh/periksa"
version = "1.0"
title = "Contoh"
source = "assumption"
[[stages]]
id = "wawancara"
title = "Wawancara"
kind = "panel"
scale = { lower = 0, upper = 100, step = 0.5 }
criteria = [{ id = "a", title = "Gagasan", weight = 60 }, { id = "b", title = "Sikap", weight = 40 }]
"""


def test_only_cells_that_can_be_filled_in_are_checked() -> None:
    people = {"candidates": [{"id": "A1"}, {"id": "A2"}], "examiners": [{"id": "E1"}]}
    event = {"event": {"id": "x", "date": "2025-03-25"}, **people, "ratings": []}
    plan = ujikom.plan(ujikom.parse_ruleset(RULES), plugins={})
    book = load_workbook(BytesIO(write_form(plan, ujikom.parse_scoresheet(event))))
    checked = {}
    for page in book:
        ranges = [each.sqref for each in page.data_validations.dataValidation]
        checked[page.title] = {
            cell.coordinate[0]
            for row in page.iter_rows(min_row=2)
            for cell in row
            if any(cell.coordinate in each for each in ranges)
        }
        for row in page.iter_rows(min_row=2):
            for cell in row:
                inside = any(cell.coordinate in each for each in ranges)
                assert not (inside and cell.protection.locked), (page.title, cell.coordinate)
    assert checked["Wawancara"] == {
        "C",
        "D",
        "E",
    }  # the marks and their no-mark; who is known stays
    assert checked["Penguji"] >= {"D", "F"}  # role and origin


def test_where_nobody_is_known_candidates_and_examiners_are_chosen_from_their_sheets() -> None:
    plan = ujikom.plan(ujikom.parse_ruleset(RULES), plugins={})
    page = load_workbook(BytesIO(write_form(plan)))["Wawancara"]
    offered = {
        str(each.sqref)[0]: each.formula1
        for each in page.data_validations.dataValidation
        if each.type == "list"
    }
    assert offered["A"].startswith("'Peserta'!$A$2:")
    assert offered["B"].startswith("'Penguji'!$A$2:")
