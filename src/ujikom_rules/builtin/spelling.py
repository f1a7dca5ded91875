"""Which known name was probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that is nearest to a name, or an empty text.

    >>> nearest("akademsi", ["akademisi", "inspektur"])
    'akademisi'
    """
    return next(iter(get_close_matches(name, sorted(set(known)), n=1)), "")
