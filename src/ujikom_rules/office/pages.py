"""HTML pages from templates: the one place where jinja2 is met.

A page stands on its own: its styles are inside it, it loads nothing and runs no script, and it
prints on A4. Templates lie in ``templates/``; each includes ``page.css``.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ujikom_rules.errors import Refused
from ujikom_rules.messages import Lang, finding
from ujikom_rules.model.numerals import day, decimal

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"


def render(template: str, lang: Lang, values: Mapping[str, object]) -> str:
    """A page as HTML text.

    Args:
        template: the name of a file in ``templates/``: ``rules.html``.
        lang: the language of dates and decimals: the filters `day` (``4 Maret 2024``) and
            `decimal` (``82,64``; a point in English) follow it, and the template finds it as
            `lang`.
        values: what else the template finds, by name; every text is escaped.

    Raises:
        Refused: when the extra that brings jinja2 is not installed (UJ840).

    Example:
        ``render("rules.html", "id", {"page": page})``
    """
    return environment().get_template(template).render(lang=lang, **values)


def css(text: str) -> str:
    r"""A text as it may stand between the quotes of a style, whatever signs are in it.

    Behind an escaped sign stands a blank that ends it: without one a style would take away the
    blank that is the text's own.

    Example:
        >>> css("a 1/2")
        'a 1\\00002f 2'
    """
    return "".join(
        s if s.isascii() and (s.isalnum() or s in " .-") else f"\\{ord(s):06x} " for s in text
    )


@cache
def environment() -> "Environment":
    """What renders templates, made once; each template is compiled when it is first asked for."""
    try:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
    except ModuleNotFoundError:
        raise Refused([finding("UJ840")]) from None
    made = Environment(
        autoescape=True,
        auto_reload=False,
        keep_trailing_newline=True,
        loader=FileSystemLoader(TEMPLATES),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    made.filters |= {  # in the language of the page on which they stand
        "day": pass_context(lambda page, value: day(value, page["lang"])),
        "decimal": pass_context(lambda page, value: decimal(value, page["lang"])),
        "css": css,
    }
    return made
