"""`ujikom explain`: the page of a code."""

from difflib import get_close_matches

import click

from ujikom_rules.cli import options
from ujikom_rules.cli.language import lang_of
from ujikom_rules.messages import REGISTER, Lang, Text, page_of

HELP = Text(
    "Menjelaskan satu kode catatan pemeriksaan, misalnya UJ001.",
    "Explain the code of a finding, such as UJ001.",
)
UNKNOWN = Text("Tidak ada kode '{got}'.", "There is no code '{got}'.")
NEAR = Text("Yang mirip: {near}.", "Similar ones: {near}.")


def build(lang: Lang) -> click.Command:
    """The command in one language."""
    params: options.Params = [click.Argument(["code"])]
    return options.command("explain", run, params, lang, HELP)


def run(ctx: click.Context, *, code: str) -> None:
    """Print the page of a code, or name the nearest codes."""
    lang = lang_of(ctx)
    wanted = code.strip().upper()
    if wanted not in REGISTER:
        codes = sorted(REGISTER)
        near = [each for each in codes if each.startswith(wanted)][:3]
        near = near or get_close_matches(wanted, codes)
        sentences = [UNKNOWN.say(lang).format(got=code)]
        sentences += [NEAR.say(lang).format(near=", ".join(near))] if near else []
        raise click.UsageError(" ".join(sentences), ctx)
    click.echo(page_of(wanted, lang), nl=False)
