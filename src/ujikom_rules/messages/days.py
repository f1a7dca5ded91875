"""Days as people write them: the months by name, in both languages."""

from datetime import date

from ujikom_rules.messages.texts import Lang

_MONTHS: dict[Lang, tuple[str, ...]] = {
    "id": (
        "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
        "Oktober", "November", "Desember",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ),
}  # fmt: skip


def day(when: date, lang: Lang) -> str:
    """A day with its month by name.

    Example:
        >>> day(date(2024, 3, 4), "id"), day(date(2024, 3, 4), "en")
        ('4 Maret 2024', '4 March 2024')
    """
    return f"{when.day} {_MONTHS[lang][when.month - 1]} {when.year}"
