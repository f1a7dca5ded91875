"""`ujikom collect`: forms that were filled in, joined into one scoresheet."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ujikom_rules.cli import options, output, targets
from ujikom_rules.cli.language import lang_of
from ujikom_rules.cli.progress import WRITING, Bar
from ujikom_rules.errors import Finding, Refused, errors_in, said_once
from ujikom_rules.messages import Lang, Text

if TYPE_CHECKING:
    from ujikom_rules.model.scoresheet import Scoresheet

HELP = Text(
    "Menggabungkan isian (FORM) satu kegiatan menjadi satu lembar nilai.",
    "Join the forms (FORM) of one event into one scoresheet.",
)
READING = Text("Membaca isian", "Reading the forms")
WANTED = Text(
    "Lembar nilai yang dibuat: berkas .json atau .xlsx, atau sebuah folder CSV.",
    "The scoresheet that is written: a .json or .xlsx file, or a folder of CSV.",
)
ENDINGS = (".json", ".xlsx")
EVENT = "event.toml"
ENDING = Text(
    "'{got}' tidak dapat ditulis: namanya harus berakhir dengan .json atau .xlsx, atau tanpa "
    "akhiran untuk sebuah folder.",
    "'{got}' cannot be written: its name must end in .json or .xlsx, or have no ending for a "
    "folder.",
)
IN_THE_WAY = Text(
    "Folder {got} sudah berisi; pilih folder baru.",
    "The folder {got} is not empty; choose a new one.",
)
FORCE = Text("Timpa lembar nilai yang sudah ada.", "Replace a scoresheet that is there already.")
UNMADE = Text("Folder {got} tidak dapat dibuat.", "The folder {got} cannot be made.")


def build(lang: Lang) -> click.Command:
    """The command in one language."""
    params: options.Params = [
        click.Argument(["forms"], nargs=-1, required=True, metavar="FORM..."),
        click.Option(
            ["-o", "--output", "to"],
            type=click.Path(path_type=Path),
            metavar="SCORESHEET",
            required=True,
            callback=targets.known(),
            help=WANTED.say(lang),
        ),
        click.Option(["--force"], is_flag=True, help=FORCE.say(lang)),
    ]
    return options.command("collect", run, params, lang, HELP)


def run(ctx: click.Context, *, forms: tuple[str, ...], to: Path, force: bool) -> None:
    """Read every form, join them, write the scoresheet; contradictions stop the work."""
    from ujikom_rules.office.forms import join_forms

    if to.suffix and to.suffix.lower() not in ENDINGS and not to.is_dir():
        raise click.UsageError(output.clean(ENDING.say(lang_of(ctx)).format(got=to.name)), ctx)
    targets.spare(ctx, to, *forms)
    read, found = [], list[Finding]()
    with Bar(lang_of(ctx), READING) as bar:
        for form in bar.through(forms):
            try:
                read.append(options.read_scoresheet(form, bar))
            except Refused as refused:
                found += refused.findings
        if read:
            joined, said = join_forms(read)
            found += said
            if joined is not None and not errors_in(found):
                bar.says(WRITING)
                _write(ctx, joined, to, force=force)
                with bar.aside():
                    click.echo(output.clean(str(to)))
    everything = said_once(found)
    output.tell(ctx, everything)
    ctx.exit(output.status_of(everything))


def _write(ctx: click.Context, sheet: "Scoresheet", to: Path, *, force: bool) -> None:
    from ujikom_rules.office.forms import to_folder, to_json, to_workbook

    ending = to.suffix.lower()
    if ending not in ENDINGS:
        _write_folder(ctx, to_folder(sheet), to)
        return
    content = to_json(sheet) if ending == ".json" else to_workbook(sheet)
    if not force:
        targets.keep(ctx, to, content)
    output.write(ctx, content, to)


def _write_folder(ctx: click.Context, files: Mapping[str, bytes], to: Path) -> None:
    """Write every file of a folder, or none: half of a scoresheet could be taken for a whole one."""
    lang, there = lang_of(ctx), to.exists()
    try:
        to.mkdir(parents=True, exist_ok=True)
        blocked = any(to.iterdir())
    except OSError:
        raise click.ClickException(UNMADE.say(lang).format(got=to)) from None
    if blocked:
        raise click.ClickException(IN_THE_WAY.say(lang).format(got=to))
    try:
        for name in sorted(files, key=EVENT.__eq__):  # without its event a folder cannot be read
            output.write(ctx, files[name], to / name)
    except BaseException:
        with suppress(OSError):
            for name in files:
                (to / name).unlink(missing_ok=True)
            if not there:
                to.rmdir()
        raise
