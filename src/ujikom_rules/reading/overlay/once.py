"""Asking once: entries never change, and most go untouched from overlay to overlay."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from ujikom_rules.model.entry import Entry

T = TypeVar("T")


def once(ask: Callable[[Entry], T]) -> Callable[[Entry], T]:
    """A question about an entry, answered once and forgotten with the entry itself.

    Args:
        ask: the question; its answer may hold what stands inside the entry, but never the entry,
            which would keep it from being forgotten.
    """
    answers: WeakKeyDictionary[Entry, T] = WeakKeyDictionary()

    @wraps(ask)
    def asked(entry: Entry) -> T:
        try:
            return answers[entry]
        except KeyError:
            answer = answers[entry] = ask(entry)
            return answer

    return asked
