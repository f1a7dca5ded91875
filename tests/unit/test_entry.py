"""Entries say what kind of value they hold, in the words of the messages."""

from datetime import date
from fractions import Fraction

import pytest

from ujikom_rules.errors import NOWHERE, Place
from ujikom_rules.model.entry import Entry, Plain
from ujikom_rules.model.lines import Lines


@pytest.mark.parametrize(
    "data, kind",
    [
        ("teks", "text"),
        (True, "yes-no"),
        (3, "number"),
        (Fraction(1, 3), "number"),
        (date(2026, 1, 1), "date"),
        ((), "list"),
        ({}, "table"),
        (None, "nothing"),
    ],
)
def test_every_kind_of_value_has_a_name(data: Plain, kind: str) -> None:
    """A refused value is nothing."""
    assert Entry(data).kind() == kind


def test_only_tables_have_keys_and_only_lists_have_items() -> None:
    """Anything else has none, so that readers need not ask."""
    table, items, text = Entry({"a": Entry(1)}), Entry((Entry(2),)), Entry("a")
    assert "a" in table
    assert "a" not in text
    assert table.get("a") is not None
    assert text.get("a") is None
    assert [each.data for each in items.items()] == [2]
    assert text.items() == ()
    assert text.table() == {}
    assert [each.data for each in table.walk()] == [table.data, 1]


def test_a_place_is_told_as_given_or_worked_out_from_where_it_stands_in_the_text() -> None:
    """Offsets are the reader's; whoever makes an entry otherwise knows its place."""
    lines = Lines("a = 1\nb = 2\n", "kota.toml")
    given = Entry(1, Place("x.toml", 7, 1), Place("x.toml", 7, 3))
    read = Entry(2, 10, 6, "b", lines=lines)
    assert (given.place, given.key_place) == (Place("x.toml", 7, 1), Place("x.toml", 7, 3))
    assert (read.place, read.key_place) == (Place("kota.toml", 2, 5), Place("kota.toml", 2, 1))
    assert read.with_data("c").place == read.place
    assert (Entry(3).place, Entry(3).key_place) == (NOWHERE, NOWHERE)


def test_a_tree_is_walked_in_the_order_of_the_document() -> None:
    """Each entry before what it holds, however deep that is."""
    deep = Entry(0)
    for _ in range(5000):
        deep = Entry((deep,))
    table = Entry({"a": Entry((Entry(1), Entry({"b": Entry(2)}))), "c": Entry(3), "d": Entry({})})
    assert [each.data for each in table.walk() if isinstance(each.data, int)] == [1, 2, 3]
    assert sum(1 for _ in deep.walk()) == 5001


def test_an_entry_knows_its_file_wherever_its_place_comes_from() -> None:
    told, counted = (
        Entry(1, Place("kota.toml", 2, 3)),
        Entry(1, 4, lines=Lines("a = 1", "desa.toml")),
    )
    assert (told.file, counted.file, Entry(1).file) == ("kota.toml", "desa.toml", "")
