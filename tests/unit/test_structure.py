"""One value at a time: each reader takes what fits, notes what does not, and never stops."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from ujikom_rules.errors import NOWHERE, Place
from ujikom_rules.messages import Text, text_of
from ujikom_rules.model.entry import Entry, Source
from ujikom_rules.model.ruleset import FactRef
from ujikom_rules.reading import structure as read
from ujikom_rules.reading.document import read_document
from ujikom_rules.reading.structure import Keys, Log

F = Fraction


def entry(written: str) -> Entry:
    """A value under the key ``x``."""
    root, _ = read_document(f"x = {written}\n", "a.toml")
    assert root is not None
    return root.table()["x"]


def taken(reader: Callable[[Entry, Log], Any], written: str) -> tuple[Any, list[str]]:
    """What a reader makes of a value, and what it notes."""
    log = Log()
    found = reader(entry(written), log)
    return found, [f"{each.code} {each.path}" for each in log.findings]


@pytest.mark.parametrize(
    "reader, written, value",
    [
        (read.text, '"a"', "a"),
        (read.texts, '"a"', Text("a", "a")),
        (read.texts, '{ id = "a", en = "b" }', Text("a", "b")),
        (read.texts, '{ id = "a" }', Text("a", "a")),
        (read.texts, '{ en = "b" }', Text("b", "b")),
        (read.yes_no, "false", False),
        (read.day, "2025-03-25", date(2025, 3, 25)),
        (read.number, "5", F(5)),
        (read.number, "2.50", F(5, 2)),
        (read.number, '"1/3"', F(1, 3)),
        (read.number, '"2.5"', F(5, 2)),
        (read.whole(0, 5), "5", 5),
        (read.word("satu", "dua"), '"dua"', "dua"),
        (read.id_text, '"rekam-jejak"', "rekam-jejak"),
        (read.items(read.text), '["a", "b"]', ("a", "b")),
        (read.items(read.text), "[]", ()),
        (read.one_or_many(read.text), '"a"', ("a",)),
        (read.one_or_many(read.text), '["a"]', ("a",)),
    ],
)
def test_what_fits_is_taken(reader: Any, written: str, value: object) -> None:
    assert taken(reader, written) == (value, [])


@pytest.mark.parametrize(
    "reader, written, value, notes",
    [
        (read.text, "5", None, ["UJ203 x"]),
        (read.texts, "5", None, ["UJ203 x"]),
        (read.texts, "{}", None, ["UJ202 x"]),
        (read.texts, '{ id = "a", fr = "b" }', Text("a", "a"), ["UJ201 x.fr"]),
        (read.texts, "{ id = 5 }", None, ["UJ203 x.id", "UJ202 x"]),
        (read.yes_no, '"ya"', None, ["UJ203 x"]),
        (read.yes_no, "1", None, ["UJ203 x"]),
        (read.day, '"2025-03-25"', None, ["UJ203 x"]),
        (read.number, "true", None, ["UJ203 x"]),
        (read.number, "[1]", None, ["UJ203 x"]),
        (read.number, '"dua"', None, ["UJ208 x"]),
        (read.number, '"1/0"', None, ["UJ208 x"]),
        (read.whole(0, 5), "6", None, ["UJ207 x"]),
        (read.whole(0, 5), "-1", None, ["UJ207 x"]),
        (read.whole(0, 5), "2.0", None, ["UJ203 x"]),
        (read.whole(0, 5), "true", None, ["UJ203 x"]),
        (read.word("satu"), '"dua"', None, ["UJ205 x"]),
        (read.word("satu"), "2", None, ["UJ203 x"]),
        (read.id_text, '"Rekam Jejak"', None, ["UJ204 x"]),
        (read.id_text, "5", None, ["UJ203 x"]),
        (read.items(read.text), '"a"', None, ["UJ203 x"]),
        (read.items(read.text), '["a", 5]', ("a",), ["UJ203 x.1"]),
        (read.items(read.text, filled=True), "[]", (), ["UJ216 x"]),
        (read.one_or_many(read.text), "5", None, ["UJ203 x"]),
        (read.part, "5", None, ["UJ203 x"]),
        (read.part, "{ drop = 1 }", None, ["UJ202 x.use"]),
        (read.part, "{ use = 5 }", None, ["UJ203 x.use"]),
        (read.fact_ref, '"masa"', None, ["UJ203 x"]),
        (read.fact_ref, "{}", None, ["UJ202 x.fact"]),
        (read.figure, '"dua"', None, ["UJ208 x"]),
        (read.figure_or_fact, "[1]", None, ["UJ203 x"]),
        (read.figure_or_fact, "2025-03-25", None, ["UJ203 x"]),
    ],
)
def test_what_does_not_fit_is_noted_at_its_place(
    reader: Any, written: str, value: object, notes: list[str]
) -> None:
    assert taken(reader, written) == (value, notes)


def test_a_value_that_was_refused_before_is_not_said_again() -> None:
    assert taken(read.number, "nan") == (None, [])
    assert taken(read.text, "07:30:00") == (None, [])


@pytest.mark.parametrize(
    "written, meant",
    [("Rekam Jejak", "rekam-jejak"), ("  ", "kriteria-1"), ("A/B_c", "a-b-c"), ("é", "kriteria-1")],
)
def test_an_id_is_proposed(written: str, meant: str) -> None:
    log = Log()
    read.id_text(Entry(written), log)
    (found,) = log.findings
    assert found.args["expected"] == meant


def test_what_was_needed_and_what_stands_there_are_named() -> None:
    log = Log()
    read.number(entry("[1]"), log)
    assert [text_of(log.findings[0], lang) for lang in ("id", "en")] == [
        "di sini seharusnya angka, bukan daftar [ … ]",
        "this must be a number, not a list [ … ]",
    ]


def test_a_figure_keeps_line_path_and_source() -> None:
    source = Source(title="PP 11/2017")
    found = read.figure(Entry(F(5, 2), Place("a.toml", 3, 9), path="x.y", source=source), Log())
    assert found is not None
    assert (found.value, found.rule, found.path, found.source) == (F(5, 2), "given", "x.y", source)
    assert found.place == Place("a.toml", 3, 9)


def test_a_number_may_stand_in_a_fact() -> None:
    found, notes = taken(read.figure_or_fact, '{ fact = "masa" }')
    assert (notes, type(found), found.name, found.path) == ([], FactRef, "masa", "x")
    assert str(found.place) == "a.toml:1:14"
    assert taken(read.figure_or_fact, "5")[0].value == 5


def test_a_part_is_a_name_or_a_table() -> None:
    plain, _ = taken(read.part, '"mean"')
    assert (plain.use, plain.keys()) == ("core:mean", {})
    table, _ = taken(read.part, '{ use = "kota:x", drop = 1, source = "assumption" }')
    assert (table.use, list(table.keys())) == ("kota:x", ["drop"])


def test_keys_are_taken_one_by_one_and_the_rest_is_unknown() -> None:
    log = Log()
    keys = Keys(entry("{ satu = 1, dua = 2, tga = 3 }"), log)
    assert keys.read("satu", read.number) == 1
    assert keys.take("empat") is None
    assert keys.read("lima", read.number, required=True) is None
    assert keys.take("dua") is not None
    keys.end(("tiga",))
    assert [(each.code, each.path) for each in log.findings] == [
        ("UJ202", "x.lima"),
        ("UJ201", "x.tga"),
    ]
    assert log.findings[1].args["nearest"] == "tiga"
    assert keys.rest() == {}


def test_a_table_that_is_none_has_no_keys_to_miss() -> None:
    log = Log()
    keys = Keys(entry("5"), log)
    assert keys.take("satu", required=True) is None
    assert [each.code for each in log.findings] == ["UJ203"]


@pytest.mark.parametrize(
    "written, source",
    [
        ('"assumption"', Source(title="assumption")),
        ('{ title = "PP 11/2017", article = "132" }', Source(title="PP 11/2017", article="132")),
        ("{ title = 5 }", Source(title="")),
    ],
)
def test_a_source_is_read_once_its_form_was_checked(written: str, source: Source) -> None:
    assert read.source_of(entry(written)) == source


def test_no_source_is_none() -> None:
    assert read.source_of(None) is None
    assert read.place_of(None, NOWHERE) == NOWHERE
    assert str(read.place_of(entry("5"), NOWHERE)) == "a.toml:1:5"
