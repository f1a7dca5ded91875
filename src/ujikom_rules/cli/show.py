"""`ujikom show`: the rules in words, to lay before the pleno and attach to the decree."""

from datetime import date
from pathlib import Path

import click

from ujikom_rules.cli import options, output
from ujikom_rules.cli.language import lang_of
from ujikom_rules.messages import Lang, Text

HELP = Text(
    "Menuliskan aturan dengan kata-kata: tahapan, bobot, rentang, syarat, dan dasar setiap angka.",
    "The rules in words: steps, weights, bands, gates, and where each number comes from.",
)


def build(lang: Lang) -> click.Command:
    """The command in one language."""
    params: options.Params = [
        options.ruleset(),
        options.out(lang, *options.PAGES, ".txt"),
        options.as_of(lang),
        options.rulesets(lang),
    ]
    return options.command("show", run, params, lang, HELP)


def run(
    ctx: click.Context,
    *,
    name: str,
    to: Path | None,
    as_of: date | None,
    rulesets: tuple[Path, ...],
) -> None:
    """Show one ruleset: as HTML where the file's name says so, else as text."""
    from ujikom_rules.analysis import showing

    lang = lang_of(ctx)
    page = showing.page(name, lang, rulesets=rulesets, as_of=as_of)
    if to is not None and to.suffix.lower() in options.PAGES:
        from ujikom_rules.office import pages

        output.write(ctx, pages.render("rules.html", lang, {"page": page}), to)
    else:
        output.write(ctx, showing.text_of(page), to)
