"""A ruleset read back in words, for the pleno and for the decree."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from types import ModuleType

from ujikom_rules import api
from ujikom_rules.analysis.showing.page import page_of, speaker_of
from ujikom_rules.analysis.showing.paths import words_said
from ujikom_rules.analysis.showing.text import WIDTH, text_of
from ujikom_rules.analysis.showing.values import Page, Section, Table
from ujikom_rules.catalogue.catalogue import Catalogue, open_catalogue
from ujikom_rules.catalogue.discovery import IN_PROCESS
from ujikom_rules.messages import Lang
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.ruleset import PluginSpec
from ujikom_rules.planned import Plan
from ujikom_rules.reading.ruleset import structure

__all__ = [
    "WIDTH",
    "Page",
    "Section",
    "Table",
    "page",
    "page_of",
    "path_words",
    "plan_page",
    "show",
    "text_of",
]


def show(
    ruleset: str | Path | api.Document,
    lang: Lang = "id",
    *,
    rulesets: Sequence[str | Path] = (),
    plugins: Mapping[str, ModuleType] | None = None,
    as_of: date | None = None,
) -> str:
    """A ruleset in words, as plain text; arguments and errors as of `page`.

    Example:
        ``print(show("malang/2024", lang="en"))``
    """
    return text_of(page(ruleset, lang, rulesets=rulesets, plugins=plugins, as_of=as_of))


def page(
    ruleset: str | Path | api.Document,
    lang: Lang = "id",
    *,
    rulesets: Sequence[str | Path] = (),
    plugins: Mapping[str, ModuleType] | None = None,
    as_of: date | None = None,
) -> Page:
    """A ruleset as a page: the merged rules as tables and sentences, each number with its source.

    Args:
        ruleset: a path (any `Path`, or a text that ends in ``.toml``), an id, or a document.
        lang: the language.
        rulesets: folders in which ids are found.
        plugins: where given, only these exist and nothing installed is imported.
        as_of: the day on which it must be in force.

    Raises:
        Refused: with every finding, where one of them is an error.

    Example:
        ``page("malang/2024").sections[0].title``
    """
    document = api.opened(ruleset, rulesets=rulesets, as_of=as_of, plugins=plugins)
    plan = api.outline(document, rulesets=rulesets, plugins=plugins, as_of=as_of)
    root = api.merged(document, rulesets=rulesets, as_of=as_of, plugins=plugins).root
    find = partial(api.find, rulesets=rulesets, as_of=as_of, plugins=plugins)
    read, _ = structure(root)
    catalogue, _ = open_catalogue(() if read is None else read.plugins, plugins)
    return page_of(
        root,
        catalogue,
        lang,
        digest=plan.digest,
        writers=_writers(document, find),
        used=plan.plugins,
        amendments=plan.amendments,
    )


def plan_page(plan: Plan, lang: Lang = "id") -> Page:
    """What a plan was compiled from, as a page; nothing is read again.

    A plugin that was handed over in process is not known to the plan, so its keys stand there by
    their names.

    Args:
        plan: a plan that has its document.
        lang: the language.

    Example:
        ``plan_page(ujikom.plan("malang/2024")).notes``
    """
    root = Entry({}) if plan.root is None else plan.root
    return page_of(root, _catalogue(plan), lang, digest=plan.digest, used=plan.plugins)


def path_words(root: Entry, plan: Plan, lang: Lang = "id") -> Callable[[Sequence[str]], str]:
    """How the key paths of a ruleset are said: of its steps ``Wawancara › bobot``.

    Args:
        root: the document after `extends`.
        plan: what it was compiled to.
        lang: the language.
    """
    return partial(words_said, speaker_of(root, _catalogue(plan), lang), root)


def _catalogue(plan: Plan) -> Catalogue:
    named = [PluginSpec(name, used.version) for name, used in plan.plugins.items()]
    given = any(each.distribution == IN_PROCESS for each in plan.plugins.values())
    return open_catalogue(named, {} if given else None)[0]


def _writers(document: api.Document, find: Callable[..., api.Document]) -> dict[str, str]:
    """By file of a base, as places name it, the id and version of the ruleset in it."""
    found: dict[str, str] = {}
    extends = _said(document, "extends")
    while extends is not None:
        id_ = extends if isinstance(extends.data, str) else extends.table()["id"]
        version = extends.get("version")
        base = find(str(id_.data), version="" if version is None else str(version.data))
        said = [each for each in (_said(base, "id"), _said(base, "version")) if each is not None]
        found[base.root.table()["ruleset"].place.file] = " ".join(str(each.data) for each in said)
        extends = _said(base, "extends")
    return found


def _said(document: api.Document, key: str) -> Entry | None:
    return document.root.table()["ruleset"].get(key)
