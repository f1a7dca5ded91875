"""`ujikom minutes`: the minutes of an event, with a place for every signature."""

from datetime import date
from pathlib import Path

import click

from ujikom_rules.cli import options, output, targets
from ujikom_rules.cli.language import lang_of
from ujikom_rules.cli.progress import EVALUATING, READING, Bar
from ujikom_rules.cli.scoring import planned
from ujikom_rules.errors import said_once
from ujikom_rules.messages import Lang, Text

HELP = Text(
    "Menulis berita acara untuk ditandatangani setiap penguji.",
    "Write the minutes, with a place for every examiner's signature.",
)
WRITING = Text("Menulis berita acara", "Writing the minutes")
TEMPLATE = Text(
    "Pola HTML milik daerah sebagai ganti pola yang ikut terpasang.",
    "A city's own HTML template in place of the library's.",
)


def build(lang: Lang) -> click.Command:
    """The command in one language."""
    params: options.Params = [
        options.ruleset(),
        options.scoresheet(),
        options.out(lang, *options.PAGES),
        click.Option(
            ["--template"],
            type=click.Path(exists=True, dir_okay=False, path_type=Path),
            metavar="FILE",
            help=TEMPLATE.say(lang),
        ),
        options.as_of(lang),
        options.rulesets(lang),
    ]
    return options.command("minutes", run, params, lang, HELP)


def run(
    ctx: click.Context,
    *,
    name: str,
    sheet_path: str,
    to: Path | None,
    template: Path | None,
    as_of: date | None,
    rulesets: tuple[Path, ...],
) -> None:
    """Evaluate the event and write its minutes."""
    from ujikom_rules import api
    from ujikom_rules.office.minutes import minutes, minutes_page

    targets.spare(ctx, to, name, sheet_path, template)
    with Bar(lang_of(ctx), READING) as bar:
        plan, sheet = planned(name, sheet_path, rulesets, as_of, bar)
        bar.says(EVALUATING)
        evaluation = api.evaluate(plan, sheet)
        bar.says(WRITING)
        written = minutes_page(minutes(plan, sheet, evaluation, lang_of(ctx)), template)
    output.write(ctx, written, to)
    findings = said_once((*plan.findings, *sheet.findings, *evaluation.findings))
    output.tell(ctx, findings)
    ctx.exit(output.status_of(findings))
