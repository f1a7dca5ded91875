"""A city's own template in place of the library's: it can read the values and do nothing else."""

import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from ujikom_rules.errors import Place, Refused
from ujikom_rules.messages import Lang, Text, finding
from ujikom_rules.model.numerals import day, decimal
from ujikom_rules.office import pages

FORBIDDEN = Text(
    "pola meminta hal yang tidak boleh dibaca", "the template asks for what it may not read"
)
_UNKNOWN = re.compile(r"'([^'{}]+)' is undefined|has no attribute '([^'{}]+)'")


def render_file(path: Path, lang: Lang, values: Mapping[str, object]) -> str:
    """A page from somebody's own template.

    It may include templates that lie beside it, and those of the library (``page.css``).

    Args:
        path: the template's file.
        lang: the language of the filters `day` and `decimal`.
        values: what the template finds, by name; every text is escaped.

    Raises:
        Refused: when the extra is not installed (UJ840), or the template cannot be read or fails,
            with its line (UJ951).
    """
    pages.environment()  # says which extra is missing
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    own = ImmutableSandboxedEnvironment(
        autoescape=True,
        loader=FileSystemLoader([path.parent, pages.TEMPLATES]),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    own.filters |= {
        "css": pages.css,
        "day": partial(day, lang=lang),
        "decimal": partial(decimal, lang=lang),
    }
    try:
        return own.get_template(path.name).render(lang=lang, **values)
    except Exception as error:  # noqa: BLE001 - a template is foreign code: anything may come
        place = Place(str(path), getattr(error, "lineno", None) or 0)
        raise Refused([finding("UJ951", place, reason=_reason(error))]) from None


def _reason(error: Exception) -> Text | str:
    """Why a template failed; the template language's own words where there are none of ours."""
    from jinja2.exceptions import SecurityError, UndefinedError

    if isinstance(error, SecurityError):
        return FORBIDDEN
    unknown = _UNKNOWN.search(str(error)) if isinstance(error, UndefinedError) else None
    if unknown is None:
        return str(error)
    name = unknown[1] or unknown[2]
    return Text(
        f"pola menyebut '{name}' yang tidak ada",
        f"the template names '{name}', which does not exist",
    )
