"""`ujikom form`: the Excel form in which an event is recorded."""

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from ujikom_rules.cli import options, output
from ujikom_rules.cli.language import lang_of
from ujikom_rules.cli.progress import READING, Bar
from ujikom_rules.messages import Lang, Text

HELP = Text(
    "Membuat isian Excel untuk satu berkas aturan (RULESET).",
    "Make the Excel form of one ruleset (RULESET).",
)
WRITING = Text("Membuat isian", "Making the form")
EVENT = Text(
    "Lembar nilai yang orang-orangnya (dan isi lainnya) sudah tertulis di isian.",
    "A scoresheet whose people (and whatever else it records) stand in the form already.",
)
EACH = Text(
    "Satu isian untuk tiap penguji, hanya dengan pesertanya: FORM-E1.xlsx, FORM-E2.xlsx, …",
    "A form for each examiner, with that one's candidates alone: FORM-E1.xlsx, FORM-E2.xlsx, …",
)
WANTED = Text("Berkas isian yang dibuat.", "The form that is written.")
NO_EVENT = Text(
    "--per-examiner memerlukan --event dengan lembar nilai yang menyebut pengujinya.",
    "--per-examiner needs --event with a scoresheet that names the examiners.",
)
NOT_XLSX = Text("Isian adalah buku kerja Excel: {got} harus berakhir dengan .xlsx.",
                "A form is an Excel workbook: {got} must end in .xlsx.")  # fmt: skip
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f.]')


def build(lang: Lang) -> click.Command:
    """The command in one language."""
    params: options.Params = [
        options.ruleset(),
        click.Option(["--event", "event"], metavar="SCORESHEET", help=EVENT.say(lang)),
        click.Option(["--per-examiner", "each"], is_flag=True, help=EACH.say(lang)),
        click.Option(
            ["-o", "--output", "to"],
            type=click.Path(dir_okay=False, path_type=Path),
            metavar="FORM.xlsx",
            required=True,
            help=WANTED.say(lang),
        ),
        options.as_of(lang),
        options.rulesets(lang),
    ]
    return options.command("form", run, params, lang, HELP)


def run(
    ctx: click.Context,
    *,
    name: str,
    event: str | None,
    each: bool,
    to: Path,
    as_of: date | None,
    rulesets: tuple[Path, ...],
) -> None:
    """Write the form, or one for each examiner, and name what was written."""
    lang = lang_of(ctx)
    if to.suffix.lower() != ".xlsx":
        raise click.UsageError(output.clean(NOT_XLSX.say(lang).format(got=to.name)), ctx)
    from ujikom_rules import api
    from ujikom_rules.office.forms import write_form

    with Bar(lang, READING) as bar:
        sheet = None if event is None else options.read_scoresheet(event, bar)
        if each and (sheet is None or not sheet.examiners):
            raise click.UsageError(NO_EVENT.say(lang), ctx)
        day = as_of or (None if sheet is None else sheet.event.date)
        plan = api.plan(name, rulesets=rulesets, as_of=day)
        bar.says(WRITING)
        if each and sheet is not None:
            ids = [row.id for row in sheet.examiners]
            for examiner, path in bar.through(zip(ids, paths_of(to, ids), strict=True)):
                output.write(ctx, write_form(plan, sheet, examiner=examiner), path)
                with bar.aside():
                    click.echo(output.clean(str(path)))
        else:
            output.write(ctx, write_form(plan, sheet), to)
            with bar.aside():
                click.echo(output.clean(str(to)))
    output.tell(ctx, plan.findings if sheet is None else (*plan.findings, *sheet.findings))


def paths_of(to: Path, ids: Iterable[str]) -> list[Path]:
    """The files of several examiners, beside each other; signs that Windows refuses become ``-``.

    >>> [path.name for path in paths_of(Path("isian.xlsx"), ["E1", "e*1", "e?1"])]
    ['isian-E1.xlsx', 'isian-e-1.xlsx', 'isian-e-1-2.xlsx']
    """
    taken: set[str] = set()
    paths = []
    for own in ids:
        plain = _NOT_IN_NAMES.sub("-", own)
        called, number = plain, 1
        while called.casefold() in taken:
            number += 1
            called = f"{plain}-{number}"
        taken.add(called.casefold())
        paths.append(to.with_name(f"{to.stem}-{called}{to.suffix}"))
    return paths
