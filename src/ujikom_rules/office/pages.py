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
    }
    return made
