"""Words of closed lists, such as levels, as people type them into cells.

The check of a drop-down in Excel does not tell capitals from small letters, so that a cell may hold
``Baik`` where the rules say ``baik``. JSON and TOML are written exactly.
"""

from collections.abc import Collection

from ujikom_rules.errors import Place


def spelt(word: str, known: Collection[str], place: Place) -> str:
    """The word of a list that is meant: the same, or in a cell the only one with other capitals.

    Args:
        word: what was recorded.
        known: the list.
        place: where it was recorded: a cell of a workbook or of CSV is read so, nothing else.

    Returns:
        A word of the list, or an empty text.

    Example:
        >>> spelt("Baik", ("kurang", "baik"), Place("nilai.csv", 2, 3))
        'baik'
        >>> spelt("Baik", ("kurang", "baik"), Place("nilai.json", 2, 3))
        ''
    """
    if word in known:
        return word
    if not (place.cell or place.file.casefold().endswith(".csv")):
        return ""
    like = [each for each in known if each.casefold() == word.casefold()]
    return like[0] if len(like) == 1 else ""
