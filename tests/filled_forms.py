"""Forms filled in by a hand that knows only what stands in the workbook itself."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from ujikom_rules.exact import ends, to_text
from ujikom_rules.model.scoresheet import Rating, Scoresheet
from ujikom_rules.model.words import NO_MARK_WORDS
from ujikom_rules.planned import Plan
from ujikom_rules.reading.workbooks.headers import column_of_name

Key = tuple[str, str, str, str]


def columns_in(book: openpyxl.Workbook) -> dict[str, dict[str, int]]:
    """Of every sheet the numbers of its columns by their keys, as the form names them."""
    found: dict[str, dict[str, int]] = {}
    for name, defined in book.defined_names.items():
        column = column_of_name(name)
        if column is not None:
            title, cell = next(iter(defined.destinations))
            where = book[title][cell]
            key = f"{column[1]} {column[2]}" if column[1] else column[2]
            found.setdefault(title, {})[key] = where.column
    return found


def put(page: Worksheet, row: int, column: int, value: Any) -> None:
    """Type a value into a cell that is not locked."""
    cell = page.cell(row, column)
    assert not cell.protection.locked, (page.title, cell.coordinate)
    if isinstance(value, Fraction):
        text = to_text(value)
        whole = ends(value) and len(text.strip("-0").replace(".", "")) <= 15
        value = Decimal(text) if whole else text
    cell.value = value


def filled(content: bytes, marks: Mapping[Key, Rating]) -> bytes:
    """A form with marks typed in, by candidacy, stage, criterion and examiner."""
    book = openpyxl.load_workbook(BytesIO(content))
    left = dict(marks)
    for title, columns in columns_in(book).items():
        page = book[title]
        asked = {tuple(key.split(" ")): column for key, column in columns.items() if " " in key}
        stage = next((stage for stage, _ in asked), "")
        owner = asked.get((stage, "candidacy"))
        for row in range(2, page.max_row + 1) if owner else ():
            assert owner is not None
            panel = asked.get((stage, "examiner"))
            examiner = str(page.cell(row, panel).value or "") if panel else ""
            for (_, key), column in asked.items():
                criterion = key.removeprefix("criterion/")
                if key != "value" and criterion == key:
                    continue
                of = (str(page.cell(row, owner).value), stage, "" if key == "value" else criterion)
                rating = left.pop((*of, examiner), None)
                if rating is None:
                    continue
                word = NO_MARK_WORDS[rating.no_mark].id if rating.no_mark else None
                put(page, row, column, word or rating.value)
                if rating.date is not None:
                    put(page, row, asked[stage, "date"], rating.date)
    assert not left, f"the form has no cell for {sorted(left)[:3]}"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def marks_of(plan: Plan, sheet: Scoresheet) -> dict[Key, Rating]:
    """What was recorded, one entry a candidacy, leaf and examiner.

    Nothing is said of marks that are not entered, nor where a recusal says it already.
    """
    of: dict[str, list[str]] = {}
    for row in sheet.candidacies:
        of.setdefault(row.candidate, []).append(row.id)
    recused = {(row.examiner, row.candidacy) for row in sheet.recusals}
    titled = {
        (stage.id, title): leaf.address.removeprefix(stage.id).removeprefix(".")
        for stage in plan.stages
        for leaf in stage.node.leaves()
        for title in (leaf.title.id, leaf.title.en, leaf.address.partition(".")[2])
    }
    found: dict[Key, Rating] = {}
    for rating in sheet.ratings:
        criterion = titled.get((rating.stage, rating.criterion), rating.criterion)
        for candidacy in of[rating.candidacy] if rating.of_candidate else [rating.candidacy]:
            if rating.no_mark != "not-entered" and (rating.examiner, candidacy) not in recused:
                found[candidacy, rating.stage, criterion, rating.examiner] = rating
    return found


def told(marks: Mapping[Key, Rating]) -> dict[Key, tuple[object, ...]]:
    """The marks without their places."""
    return {key: (row.value, row.no_mark, row.date) for key, row in marks.items()}
