"""Asking an entry once, and forgetting the answer with it."""

import gc
from weakref import ref

from ujikom_rules.model.entry import Entry
from ujikom_rules.reading.overlay.once import once


def test_an_entry_is_asked_once_and_equal_ones_each_for_themselves() -> None:
    asked: list[Entry] = []

    @once
    def kind(entry: Entry) -> str:
        asked.append(entry)
        return entry.kind()

    one, other = Entry(5), Entry(5)
    assert [kind(each) for each in (one, other, one, other)] == ["number"] * 4
    assert asked == [one, other]


def test_an_answer_is_forgotten_with_its_entry() -> None:
    @once
    def items(entry: Entry) -> tuple[Entry, ...]:
        return entry.items()

    item = Entry(5)
    listed = Entry((item,))
    kept = ref(item)
    assert items(listed) == (item,)
    del item, listed
    gc.collect()
    assert kept() is None
