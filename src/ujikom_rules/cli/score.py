"""`ujikom score`: an event scored by a ruleset."""

from datetime import date
from pathlib import Path

import click

from ujikom_rules.cli import annotating, options, output, targets
from ujikom_rules.cli.language import lang_of
from ujikom_rules.cli.progress import READING, WRITING, Bar
from ujikom_rules.cli.scoring import evaluated
from ujikom_rules.messages import Lang, Text
from ujikom_rules.model.words import ASSUMES

# The forms of the core; a plugin's report is asked for by its whole name (`kota:rekap`).
REPORTS = {"table": "text", "markdown": "markdown", "json": "json", "csv": "csv"}
XLSX = "xlsx"  # no report format: those are texts or bytes of parts that know no extra
ENDINGS = {".json": "json", ".csv": "csv", ".md": "markdown", ".xlsx": XLSX, ".txt": "table"}
HELP = Text(
    "Menilai satu kegiatan (SCORESHEET) menurut satu berkas aturan (RULESET).",
    "Score one event (SCORESHEET) by one ruleset (RULESET).",
)
NO_FORM = Text("Tidak ada bentuk '{got}'; pakailah {known}.", "No form '{got}'; use {known}.")
NO_XLSX = Text(
    "Buku kerja Excel ditulis ke berkas: sebutkan -o hasil.xlsx.",
    "An Excel workbook is written to a file: say -o results.xlsx.",
)


def build(lang: Lang) -> click.Command:
    """The command in one language."""
    figures = click.Option(
        ["--figures"],
        is_flag=True,
        help=Text("Sertakan semua angka.", "With every figure.").say(lang),
    )
    params: options.Params = [
        options.ruleset(),
        options.scoresheet(),
        options.out(lang),
        options.format_(lang, (*REPORTS, XLSX, "PLUGIN:NAME"), free=True),
        figures,
        annotating.option(lang),
        options.as_of(lang),
        options.rulesets(lang),
    ]
    return options.command("score", run, params, lang, HELP)


def run(
    ctx: click.Context,
    *,
    name: str,
    sheet_path: str,
    to: Path | None,
    format_: str,
    figures: bool,
    annotate: Path | None,
    as_of: date | None,
    rulesets: tuple[Path, ...],
) -> None:
    """Score, print or write the result, and say what was found."""
    format_ = targets.form_of(ctx, to, format_, ENDINGS)
    _check_form(ctx, format_, to)
    targets.spare(ctx, to, name, sheet_path)
    from ujikom_rules import api

    copied = annotating.copied(ctx, [sheet_path], annotate)
    with copied as told, Bar(lang_of(ctx), READING) as bar:
        evaluation, findings = evaluated(name, sheet_path, rulesets, as_of, bar)
        bar.says(WRITING)
        told(findings)
        if format_ == XLSX:
            from ujikom_rules.office.results import to_workbook

            said: str | bytes = to_workbook(evaluation, lang_of(ctx), figures=figures)
        else:
            said = api.render(
                evaluation, format=REPORTS.get(format_, format_), lang=lang_of(ctx), figures=figures
            )
    if format_ == "json" and isinstance(said, str):
        said = said.encode("utf-8", errors="replace")
    output.write(ctx, said, to)
    if format_ == "csv" and evaluation.assumes:
        click.echo(ASSUMES.say(lang_of(ctx)), err=True)  # a table has no room for a sentence
    output.tell(ctx, findings)
    ctx.exit(output.status_of(findings))


def _check_form(ctx: click.Context, form: str, to: Path | None) -> None:
    """Refuse a form that cannot be written before any work is done."""
    lang = lang_of(ctx)
    if form == XLSX:
        if to is None:
            raise click.UsageError(NO_XLSX.say(lang), ctx)
    elif form not in REPORTS and ":" not in form:
        said = NO_FORM.say(lang).format(got=form, known=", ".join((*REPORTS, XLSX)))
        raise click.UsageError(output.clean(said), ctx)
    if ":" not in form:  # a plugin alone knows what its report is
        targets.check_ending(ctx, to, *ENDINGS)
