"""The register of words: one word for one thing, in Indonesian and English.

Messages, forms, reports and `show` take their words from here. The pages
``docs/reference/istilah.md`` and ``docs/reference/glossary.md`` are written from it.
"""

from collections.abc import Mapping

from ujikom_rules.messages.term import Term
from ujikom_rules.messages.terms_of_events import EVENTS
from ujikom_rules.messages.terms_of_results import RESULTS
from ujikom_rules.messages.terms_of_rules import RULES
from ujikom_rules.messages.texts import Text

__all__ = ["TERMS", "Term", "term"]

TERMS: Mapping[str, Term] = {**RULES, **EVENTS, **RESULTS}


def term(key: str) -> Text:
    """The word for one thing, in both languages.

    Raises:
        KeyError: for what is not in the register.

    Example:
        >>> term("cut-score").say("id")
        'ambang batas'
    """
    return TERMS[key].word
