"""In which language the program speaks: as asked, else as the locale says."""

import locale
import os
from collections.abc import Mapping, Sequence

import click

from ujikom_rules.messages import LANGS, Lang

LANG = "ujikom.lang"
_INDONESIAN = ("id", "in_", "indonesian")


def default_lang(environment: Mapping[str, str] | None = None) -> Lang:
    """The language of the locale: Indonesian where it begins with ``id``, else English."""
    variables = os.environ if environment is None else environment
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if variables.get(name):
            return _lang(variables[name])
    return _lang(locale.getlocale()[0] or "")


def _lang(name: str) -> Lang:
    return "id" if name.lower().startswith(_INDONESIAN) else "en"


def wanted_lang(arguments: Sequence[str]) -> Lang | None:
    """The language that the arguments ask for, wherever ``--lang`` stands; the last one wins."""
    found: Lang | None = None
    for before, argument in zip(["", *arguments], arguments, strict=False):
        word = argument if before == "--lang" else argument.removeprefix("--lang=")
        if word != argument or before == "--lang":
            found = next((lang for lang in LANGS if lang == word), found)
    return found


def lang_of(ctx: click.Context) -> Lang:
    """The language of a running command."""
    lang: Lang = ctx.meta.get(LANG) or default_lang()
    return lang
