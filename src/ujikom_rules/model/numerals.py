"""Numbers and days as people write them: a decimal comma in Indonesian, the months by name."""

from datetime import date
from fractions import Fraction

from ujikom_rules import exact
from ujikom_rules.messages import Lang
from ujikom_rules.messages.days import day
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.words import YES_NO_WORDS

__all__ = ["as_said", "day", "decimal"]


def decimal(number: int | Fraction | str, lang: Lang) -> str:
    """A number exactly: with a decimal comma in Indonesian, with a point in English.

    Args:
        number: a number, or a decimal that is printed already (``"82.50"`` keeps its places).
        lang: the language.

    Example:
        >>> decimal(Fraction("62.5"), "id"), decimal("82.50", "id"), decimal(Fraction(200, 3), "en")
        ('62,5', '82,50', '200/3')
    """
    text = number if isinstance(number, str) else exact.to_text(Fraction(number))
    return text.replace(".", ",") if lang == "id" else text


def as_said(value: object, lang: Lang) -> str:
    """What was recorded, asked for or compared, as people say it.

    Args:
        value: a figure, a day, yes or no, a word or a level, or several of them.
        lang: the language.

    Example:
        >>> as_said(True, "id"), as_said(("S1", "S2"), "en")
        ('ya', 'S1, S2')
    """
    match value:
        case bool():
            return YES_NO_WORDS[value].say(lang)
        case Figure():
            return decimal(value.value, lang)
        case date():
            return day(value, lang)
        case tuple():
            return ", ".join(as_said(each, lang) for each in value)
        case _:
            return str(value)
