"""One thing of the field, and what it is called."""

from attrs import frozen

from ujikom_rules.messages.texts import Text


@frozen(eq=False, repr=False)
class Term:
    """One thing of the field.

    Attributes:
        word: what it is called, in both languages.
        line: what it means, in one line of each language.
        keys: the keys of rulesets and scoresheets, or the closed words, that stand for it.
    """

    word: Text
    line: Text
    keys: tuple[str, ...] = ()


def named(id: str, en: str, line_id: str, line_en: str, *keys: str) -> Term:
    """A term by its two words and its two lines."""
    return Term(Text(id, en), Text(line_id, line_en), keys)
