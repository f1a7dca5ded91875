"""Columns of a form that somebody moved are known by the titles that the form gave to them."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import openpyxl
import pytest

import ujikom_rules as ujikom
from tests.unit.test_hostile_habits import changed, is_read, put, read, told, values
from ujikom_rules.office.forms import join_forms, to_workbook, write_form
from ujikom_rules.office.forms.columns import Column, told_apart
from ujikom_rules.reading.workbooks.moved import Columns, columns_of
from ujikom_rules.reading.workbooks.titles import TITLES_NAME

MALANG = "malang/2024"
Change = Callable[[Any, str], None]


def exchanged(page: Any, one: str, other: str) -> None:
    """Two columns change places by their cells, headers and all; names of cells stay behind."""
    rows = values(page)
    first, second = rows[0].index(one), rows[0].index(other)
    for row in rows:
        row[first], row[second] = row[second], row[first]
    put(page, rows)


@pytest.mark.parametrize(
    "one, other, cell",
    [
        ("Kinerja terakhir", "Kinerja sebelumnya", "H1"),
        ("Kelompok jabatan", "Kelompok jabatan pelaksana tugas", "D1"),
        ("Nama", "Orang", "B1"),
        ("Pendidikan", "Hukuman disiplin", "G1"),
    ],
)
def test_facts_that_changed_places_are_read_by_their_titles(
    one: str, other: str, cell: str
) -> None:
    def change(book: Any, _: str) -> None:
        exchanged(book["Peserta"], one, other)

    assert is_read(MALANG, change) == [("UJ936", f"Peserta!{cell}")]


def gagasan_in_front(book: Any, title: str) -> None:
    exchanged(book[title], "Integritas", "Gagasan dan inovasi")


def of_an_older_edition(book: Any, title: str) -> None:
    del book.defined_names[TITLES_NAME]
    gagasan_in_front(book, title)


@pytest.mark.parametrize("change, cell", [(gagasan_in_front, "C1"), (of_an_older_edition, "E1")])
def test_a_moved_criterion_keeps_its_id(change: Change, cell: str) -> None:
    """Without rules nobody would know a title: not `collect`, nor who reads what it writes."""
    assert is_read(MALANG, change) == [("UJ936", f"Wawancara!{cell}")]
    sheet, _ = read(changed(MALANG, change))
    assert sheet is not None
    assert {row.criterion for row in sheet.ratings} == {
        "integritas", "kepemimpinan", "gagasan", "penguasaan-tugas", "komunikasi",
    }  # fmt: skip
    joined, _ = join_forms([sheet, sheet])
    assert joined is not None
    again, found = read(to_workbook(joined))
    assert again is not None
    assert [each.code for each in found if each.severity == "error"] == []


def test_marks_that_contradict_a_form_with_moved_columns_are_told() -> None:
    def another_mark(book: Any, title: str) -> None:
        gagasan_in_front(book, title)
        book[title]["C2"] = 11

    forms = [read(changed(MALANG, change))[0] for change in (gagasan_in_front, another_mark)]
    joined, found = join_forms([form for form in forms if form is not None])
    assert joined is None
    assert [each.code for each in found if each.severity == "error"] == ["UJ930"]
    assert found[-1].args["got"] == "A01 wawancara.gagasan@E1"


def test_a_blank_column_put_between_is_no_criterion() -> None:
    """Such as one for signatures."""

    def change(book: Any, title: str) -> None:
        put(book[title], [[*row[:2], None, *row[2:]] for row in values(book[title])])
        book[title]["C1"] = "Paraf"

    assert is_read(MALANG, change) == [("UJ936", "Wawancara!D1")]
    sheet, _ = read(changed(MALANG, change))
    assert sheet is not None
    assert "Paraf" not in {row.criterion for row in sheet.ratings}


def test_words_of_ones_own_hold_their_place_beside_columns_that_moved() -> None:
    def change(book: Any, title: str) -> None:
        gagasan_in_front(book, title)
        book[title]["D1"], book[title]["A1"] = "Aspek 2", None

    assert is_read(MALANG, change) == [("UJ936", "Wawancara!C1")]


def test_of_a_deleted_column_and_words_of_ones_own_nobody_can_tell_which_is_which() -> None:
    def change(book: Any, title: str) -> None:
        book[title]["D1"] = "Aspek 2"
        book[title].delete_cols(3)

    lacks = ("UJ615", "Wawancara!A1")  # Integritas, and Kepemimpinan, which was called Aspek 2
    assert told(MALANG, change) == [lacks, lacks, ("UJ936", "Wawancara!D1")]


def test_a_column_that_was_copied_over_another_is_told() -> None:
    def change(book: Any, title: str) -> None:
        put(book[title], [[*row[:2], row[3], *row[3:]] for row in values(book[title])])

    assert told(MALANG, change) == [("UJ615", "Wawancara!A1"), ("UJ936", "Wawancara!C1")]


KEYS = {1: "id", 2: "facts/a", 3: "facts/b"}


@pytest.mark.parametrize(
    "header, titles, wanted",
    [
        (["Peserta", "Kinerja", "Kinerja"], ("Kinerja", "Kinerja"), Columns(KEYS)),
        (["Peserta", "kinerja ", "LAMA"], ("Kinerja", "Lama"), Columns(KEYS)),
        (["Peserta", "Lama", "Kinerja"], ("Kinerja", "Lama"),
         Columns({1: "id", 2: "facts/b", 3: "facts/a"}, 2)),
        # the title of both says nothing where it stands over neither
        (["Kinerja", "Peserta", "Kinerja"], ("Kinerja", "Kinerja"),
         Columns({2: "id", 3: "facts/b"}, 2, frozenset({"facts/a"}))),
        (["Peserta", "x", "Lama", "Kinerja"], ("Kinerja", "Lama"),
         Columns({1: "id", 3: "facts/b", 4: "facts/a"}, 4)),
        (["Peserta", "Kinerja", "Lama", "Kinerja"], ("Kinerja", "Lama"), Columns(KEYS)),
    ],
)  # fmt: skip
def test_columns_by_the_titles_that_they_were_given(
    header: list[str], titles: tuple[str, str], wanted: Columns
) -> None:
    given = dict(zip(KEYS.values(), ("Peserta", *titles), strict=True))
    found = columns_of(header, "candidates", KEYS, given)
    assert found == wanted


def test_titles_that_two_columns_have_are_told_apart_by_ids() -> None:
    columns = [
        Column(key="id", title="Peserta"),
        Column(key="facts/kinerja-1", title="Kinerja"),
        Column(key="facts/kinerja-2", title="Kinerja"),
        Column(key="facts/umur", title="Umur"),
        Column(key="facts/x", title="peserta"),
        Column(key="facts/lama", title="Umur lama"),
        Column(key="facts/y", title="Lama"),
    ]
    assert [each.title for each in told_apart(columns)] == [
        "Peserta", "Kinerja (kinerja-1)", "Kinerja (kinerja-2)", "Umur", "peserta (x)",
        "Umur lama", "Lama (y)",
    ]  # fmt: skip


def test_what_a_form_keeps_for_itself_is_hidden_and_locked() -> None:
    book = openpyxl.load_workbook(BytesIO(write_form(ujikom.plan(MALANG))))
    ((sheet, cell),) = book.defined_names[TITLES_NAME].destinations
    page = book[sheet]
    assert (page.sheet_state, page.protection.sheet) == ("hidden", True)
    first = page[cell.replace("$", "")]
    pairs = {
        row[first.column - 1]: row[first.column]
        for row in page.iter_rows(values_only=True)
        if row[first.column - 1]
    }
    assert pairs["ujikom.candidates.facts.performance_last"] == "Kinerja terakhir"
    assert pairs["ujikom.ratings.stage.wawancara.criterion.gagasan"] == "Gagasan dan inovasi"
    headers = [cell.value for cell in book["Wawancara"][1]]
    assert "Gagasan dan inovasi" in headers  # nobody sees an id
