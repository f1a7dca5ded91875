"""Which known name was probably meant."""

from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that is nearest to a name, or an empty text.

    >>> nearest("akademsi", ["akademisi", "inspektur"])
    'akademisi'
    """
    from difflib import get_close_matches  # noqa: PLC0415  only for who has slipped

    return next(iter(get_close_matches(name, sorted(set(known)), n=1)), "")
