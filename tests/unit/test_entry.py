"""Entries say what kind of value they hold, in the words of the messages."""

from datetime import date
from fractions import Fraction

import pytest

from ujikom_rules.model.entry import Entry, Plain


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
