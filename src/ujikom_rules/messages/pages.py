"""Messages about HTML pages."""

from ujikom_rules.messages.message import Message
from ujikom_rules.messages.texts import Text

MESSAGES: tuple[Message, ...] = (
    Message(
        code="UJ840",
        severity="error",
        text=Text(
            "halaman HTML memerlukan Jinja2, yang belum terpasang",
            "a page in HTML needs Jinja2, which is not installed",
        ),
        why=Text(
            "Jinja2 hanya dipakai untuk halaman HTML; tanpa itu semua perintah lain tetap jalan.",
            "Jinja2 is used for HTML pages alone; all else works without it.",
        ),
        hint=Text(
            'pasang dengan: python -m pip install "ujikom-rules[report]"',
            'install it with: python -m pip install "ujikom-rules[report]"',
        ),
    ),
)
