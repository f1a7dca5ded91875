"""The register of codes: severity, and texts in both languages; findings carry only the code."""

from ujikom_rules.messages.message import Message
from ujikom_rules.messages.register import (
    REGISTER,
    about_of,
    finding,
    hint_of,
    page_of,
    text_of,
)
from ujikom_rules.messages.texts import LANGS, Lang, Text

__all__ = [
    "LANGS",
    "REGISTER",
    "Lang",
    "Message",
    "Text",
    "about_of",
    "finding",
    "hint_of",
    "page_of",
    "text_of",
]
