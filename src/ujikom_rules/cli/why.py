"""`ujikom why`: the working of one candidacy."""

from datetime import date
from pathlib import Path

import click

from ujikom_rules.cli import options, output
from ujikom_rules.cli.language import lang_of
from ujikom_rules.cli.scoring import evaluated
from ujikom_rules.messages import Lang, Text
from ujikom_rules.names import nearest

HELP = Text(
    "Rincian perhitungan seorang peserta, sampai ke nilai penguji dan baris aturannya.",
    "The working of one candidacy, down to the mark and the line of the rule.",
)
UNKNOWN = Text("Tidak ada peserta '{got}'.", "There is no candidacy '{got}'.")
MEANT = Text("Maksudnya '{near}'?", "Did you mean '{near}'?")


def build(lang: Lang) -> click.Command:
    """The command in one language."""
    params: options.Params = [
        options.ruleset(),
        options.scoresheet(),
        click.Argument(["candidacy"]),
        options.out(lang),
        options.format_(lang),
        options.as_of(lang),
        options.rulesets(lang),
    ]
    return options.command("why", run, params, lang, HELP)


def run(
    ctx: click.Context,
    *,
    name: str,
    sheet_path: str,
    candidacy: str,
    to: Path | None,
    format_: str,
    as_of: date | None,
    rulesets: tuple[Path, ...],
) -> None:
    """Score the event and print the one working."""
    from ujikom_rules import api

    lang = lang_of(ctx)
    evaluation, findings = evaluated(name, sheet_path, rulesets, as_of)
    if candidacy not in evaluation:
        near = nearest(candidacy, evaluation.by_id)
        sentences = [UNKNOWN.say(lang).format(got=candidacy)]
        sentences += [MEANT.say(lang).format(near=near)] if near else []
        raise click.UsageError(output.clean(" ".join(sentences)), ctx)
    if format_ == "json":
        output.write(ctx, output.to_json(api.working(evaluation, candidacy, lang)), to)
    else:
        said = api.render(evaluation, format="working", lang=lang, candidacy=candidacy)
        output.write(ctx, said, to)
    output.tell(ctx, findings)
    ctx.exit(output.status_of(findings))
