"""`ujikom report`: an event's results as one HTML page."""

from datetime import date
from pathlib import Path

import click

from ujikom_rules.cli import options, output, targets
from ujikom_rules.cli.language import lang_of
from ujikom_rules.cli.progress import EVALUATING, READING, Bar
from ujikom_rules.cli.scoring import known, planned
from ujikom_rules.errors import said_once
from ujikom_rules.messages import Lang, Text

HELP = Text(
    "Menulis laporan hasil sebagai satu halaman HTML yang siap dicetak.",
    "Write the report of an event as one HTML page, ready to print.",
)
WRITING = Text("Menulis laporan", "Writing the report")
AUDIENCE = Text(
    "Untuk siapa: panel (panitia seleksi, semuanya), ppk (tanpa nama penguji di samping nilai), public "
    "(yang memenuhi syarat menurut abjad), candidate=NOMOR (hasil satu peserta).",
    "For whom: panel (everything), ppk (no examiner beside a mark), public (who qualified, in "
    "alphabetical order), candidate=ID (one candidate's own result).",
)
NOBODY = Text(
    "Tidak ada pembaca '{got}'; pakailah panel, ppk, public, atau candidate=NOMOR.",
    "There is no audience '{got}'; use panel, ppk, public or candidate=ID.",
)


def build(lang: Lang) -> click.Command:
    """The command in one language."""
    params: options.Params = [
        options.ruleset(),
        options.scoresheet(),
        options.out(lang, *options.PAGES),
        click.Option(
            ["--audience"],
            default="panel",
            show_default=True,
            metavar="panel|ppk|public|candidate=ID",
            help=AUDIENCE.say(lang),
        ),
        options.as_of(lang),
        options.rulesets(lang),
    ]
    return options.command("report", run, params, lang, HELP)


def run(
    ctx: click.Context,
    *,
    name: str,
    sheet_path: str,
    to: Path | None,
    audience: str,
    as_of: date | None,
    rulesets: tuple[Path, ...],
) -> None:
    """Evaluate the event and write its report."""
    from ujikom_rules import api
    from ujikom_rules.office.report import audience_of, report

    lang = lang_of(ctx)
    targets.spare(ctx, to, name, sheet_path)
    reader = audience_of(audience)
    if reader is None:
        raise click.UsageError(output.clean(NOBODY.say(lang).format(got=audience)), ctx)
    with Bar(lang, READING) as bar:
        plan, sheet = planned(name, sheet_path, rulesets, as_of, bar)
        bar.says(EVALUATING)
        evaluation = api.evaluate(plan, sheet)
        if reader.candidacy:
            known(ctx, evaluation, reader.candidacy)
        bar.says(WRITING)
        written = report(plan, sheet, evaluation, reader, lang)
    output.write(ctx, written, to)
    findings = said_once((*plan.findings, *sheet.findings, *evaluation.findings))
    output.tell(ctx, findings)
    ctx.exit(output.status_of(findings))
