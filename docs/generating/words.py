"""The page of words: what CSV and Excel tables may say in Indonesian."""

from collections.abc import Mapping

from docs.generating.markdown import NOTE, table

from ujikom_rules.reading.scoresheets import words
from ujikom_rules.reading.scoresheets.tables import KEYS

_INTRO = """# Indonesian words of CSV tables and workbooks

Headers and closed words of CSV tables and of [workbooks](workbooks.md) may be English or
Indonesian. Capitals, spaces and underscores make no difference: `Tidak Menilai` is
`tidak-menilai`. JSON and TOML take the English words only. A criterion's column is headed by its
id or by its title.

"""


def page() -> str:
    """The whole page."""
    text = NOTE + _INTRO + "## Headers\n\n"
    text += table(
        ("Indonesian", "key", "in the tables"),
        ((f"`{word}`", f"`{key}`", _tables(word, key)) for word, key in words.HEADERS.items()),
    )
    text += "In some tables a word means something else:\n\n"
    text += table(
        ("table", "Indonesian", "key"),
        (
            (f"`{name}`", f"`{word}`", f"`{key}`")
            for name, found in words.HEADERS_OF.items()
            for word, key in found.items()
        ),
    )
    text += "## Why a mark is not there\n\n" + _pairs(words.NO_MARK_WORDS)
    text += "## Role and origin of an examiner\n\n"
    text += _pairs({**words.ROLE_WORDS, **words.ORIGIN_WORDS})
    text += "## Yes and no\n\n"
    shown = {word: "true" if said else "false" for word, said in words.YES_NO.items()}
    return (text + _pairs(shown, "any of")).rstrip() + "\n"


def _tables(word: str, key: str) -> str:
    """The tables that have the key and do not read the word otherwise."""
    found = (
        name
        for name, keys in KEYS.items()
        if key in keys and name != "event" and word not in words.HEADERS_OF.get(name, {})
    )
    return ", ".join(f"`{name}`" for name in found)


def _pairs(found: Mapping[str, str], head: str = "Indonesian") -> str:
    return table((head, "word"), ((f"`{word}`", f"`{key}`") for word, key in found.items()))
