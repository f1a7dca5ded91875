"""Numbers and days as people write them: a decimal comma in Indonesian, the months by name."""

from datetime import date
from fractions import Fraction

from ujikom_rules import exact
from ujikom_rules.messages import Lang

MONTHS: dict[Lang, tuple[str, ...]] = {
    "id": (
        "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
        "Oktober", "November", "Desember",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ),
}  # fmt: skip


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


def day(when: date, lang: Lang) -> str:
    """A day with its month by name.

    Example:
        >>> day(date(2024, 3, 4), "id"), day(date(2024, 3, 4), "en")
        ('4 Maret 2024', '4 March 2024')
    """
    return f"{when.day} {MONTHS[lang][when.month - 1]} {when.year}"
