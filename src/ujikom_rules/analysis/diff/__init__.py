"""The effect of a changed ruleset: what changed as rules, who moved, and which key did it."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from types import ModuleType

from ujikom_rules.analysis.diff.comparing import CaseEffect, Diff, Name, compare
from ujikom_rules.analysis.diff.document import document
from ujikom_rules.messages import Lang
from ujikom_rules.model.scoresheet import Scoresheet

__all__ = ["CaseEffect", "Diff", "compare", "diff", "document"]


def diff(
    one: Name,
    other: Name,
    scoresheet: Scoresheet | None = None,
    lang: Lang = "id",
    *,
    rulesets: Sequence[str | Path] = (),
    plugins: Mapping[str, ModuleType] | None = None,
    as_of: date | None = None,
) -> dict[str, object]:
    """The effect of a changed ruleset as plain data: ``ujikom/diff@1``.

    Args:
        one: the ruleset before, A: a path that ends in ``.toml``, an id, or a document.
        other: the ruleset after, B, likewise.
        scoresheet: the event on which the effect is shown, with the keys that caused it; without
            one the cases beside both rulesets are.
        lang: the language of titles and messages.
        rulesets: folders in which ids are found.
        plugins: where given, only these exist and nothing installed is imported.
        as_of: the day on which both must be in force; without one the day of the event, and
            where a ruleset is in force on other days only, its newest edition.

    Raises:
        Refused: with the findings of both where a ruleset is refused.

    Example:
        ``diff("malang/2024", "kota-kami.toml")["changes"][0]["path"]``
    """
    found = compare(one, other, scoresheet, rulesets=rulesets, plugins=plugins, as_of=as_of)
    return document(found, lang)
