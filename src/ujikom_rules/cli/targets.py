"""Where results are written: under a name that says what they are, and never over what was read."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import click
from click.core import ParameterSource

from ujikom_rules.cli import output
from ujikom_rules.cli.language import lang_of
from ujikom_rules.messages import Text

ENDING = Text(
    "'{got}' tidak dapat ditulis: namanya harus berakhir dengan {known}.",
    "'{got}' cannot be written: its name must end in {known}.",
)
COLON = Text(
    "'{got}' tidak dapat ditulis: nama berkas tidak boleh memuat titik dua (:).",
    "'{got}' cannot be written: the name of a file may hold no colon (:).",
)
READ = Text(
    "{got} dibaca oleh perintah ini; tidak ada yang ditimpa. Pilih nama lain untuk hasilnya.",
    "{got} is read by this command; nothing is replaced. Choose another name for the result.",
)
THERE = Text(
    "{file} sudah ada; tidak ada yang ditimpa. Pilih nama lain, atau --force bila isinya boleh "
    "hilang.",
    "{file} is there already; nothing is replaced. Choose another name, or --force where its "
    "content may be lost.",
)
OR = Text(" atau ", " or ")
Checked = Callable[[click.Context, click.Parameter, Path | None], Path | None]


def known(*endings: str) -> Checked:
    """A check of `-o FILE`: wrong usage for a name or an ending that the command cannot write."""

    def check(ctx: click.Context, _param: click.Parameter, to: Path | None) -> Path | None:
        if to is not None and ":" in to.name:  # Windows would write a hidden stream of another file
            raise click.UsageError(output.clean(COLON.say(lang_of(ctx)).format(got=to.name)), ctx)
        check_ending(ctx, to, *endings)
        return to

    return check


def check_ending(ctx: click.Context, to: Path | None, *endings: str) -> None:
    """Refuse a file whose name promises what a command does not write.

    Raises:
        click.UsageError: with the endings that there are; without any, every name will do.
    """
    if to is not None and endings and to.suffix.lower() not in endings:
        lang = lang_of(ctx)
        *others, last = endings
        said = OR.say(lang).join(filter(None, (", ".join(others), last)))
        raise click.UsageError(output.clean(ENDING.say(lang).format(got=to.name, known=said)), ctx)


def form_of(ctx: click.Context, to: Path | None, form: str, endings: Mapping[str, str]) -> str:
    """The form of a result: as `--format` says, else as the file's name does.

    Args:
        ctx: the running command.
        to: where the result goes.
        form: the value of `--format`.
        endings: the forms by the endings that stand for them.
    """
    if to is None or ctx.get_parameter_source("format_") is ParameterSource.COMMANDLINE:
        return form
    return endings.get(to.suffix.lower(), form)


def spare(ctx: click.Context, to: Path | None, *given: object) -> None:
    """Refuse to write over what the command itself reads: a form, a scoresheet, a ruleset.

    Args:
        ctx: the running command.
        to: where the result goes.
        given: what is read, as it was named; the tables in a folder that is read count too.

    Raises:
        click.UsageError: before anything is read or written.
    """
    if to is None:
        return
    for each in filter(None, given):
        with suppress(OSError, ValueError):  # what is not there cannot be lost
            path = Path(str(each))
            if to.samefile(path) or (to.parent.samefile(path) and _is_table(to)):
                said = READ.say(lang_of(ctx)).format(got=to)
                raise click.UsageError(output.clean(said), ctx)


def keep(ctx: click.Context, to: Path, content: bytes) -> None:
    """Refuse to write over a file that is there already and says something else.

    Raises:
        click.ClickException: with the name of the file.
    """
    if to.exists() and not _says(to, content):
        raise click.ClickException(output.clean(THERE.say(lang_of(ctx)).format(file=to)))


def _says(path: Path, content: bytes) -> bool:
    """Whether a file holds this and nothing else; nobody knows of one that cannot be read."""
    try:
        return path.read_bytes() == content
    except OSError:
        return False


def _is_table(path: Path) -> bool:
    """Whether a file is one that a folder of tables is read from."""
    from ujikom_rules.reading.scoresheets.csv_sheet import table_of_file

    name = path.name.casefold()
    return name == "event.toml" or (name.endswith(".csv") and table_of_file(path.stem) != ("", ""))
