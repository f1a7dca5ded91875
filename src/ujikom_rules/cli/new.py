"""`ujikom new`: the beginning of something of one's own."""

from pathlib import Path

import click

from ujikom_rules.cli import clicking, new_ruleset, options, output, template
from ujikom_rules.cli.language import lang_of
from ujikom_rules.messages import Lang, Text
from ujikom_rules.messages.system import reason_of

HELP = Text("Memulai sesuatu yang baru.", "Begin something of your own.")
PLUGIN = Text(
    "Menulis paket plugin yang langsung jalan: bagian, aturan, contoh uji, dan pengujiannya.",
    "Write a plugin package that works at once: parts, a ruleset, its cases, and tests.",
)
FOLDER = Text(
    "Folder tempat paket ditulis; tanpa ini folder sekarang.",
    "The folder to write the package in; the current one where nothing is said.",
)
NO_NAME = Text(
    "'{name}' bukan nama plugin: pakai huruf kecil, angka, dan tanda hubung di antaranya, "
    "misalnya kota-malang.",
    "'{name}' is no name for a plugin: take small letters, digits and hyphens between them, such "
    "as kota-malang.",
)
TAKEN = Text(
    "'{name}' tidak dapat dipakai sebagai nama plugin: nama itu sudah berarti hal lain.",
    "'{name}' cannot be the name of a plugin: it already means something else.",
)
THERE = Text(
    "{folder} sudah ada; tidak ada yang ditimpa.", "{folder} is there already; nothing is replaced."
)
WRITTEN = Text("Ditulis di {folder}:", "Written to {folder}:")
NEXT = Text(
    "Berikutnya, dari folder itu:\n"
    '  python -m pip install -e . "ujikom-rules[standard,testing]"\n'
    "  ujikom test rulesets/{name}.toml\n"
    "  python -m pytest",
    "Next, in that folder:\n"
    '  python -m pip install -e . "ujikom-rules[standard,testing]"\n'
    "  ujikom test rulesets/{name}.toml\n"
    "  python -m pytest",
)


def build(lang: Lang) -> click.Command:
    """The commands in one language."""
    params: options.Params = [
        click.Argument(["name"], metavar="NAME"),
        click.Option(
            ["--dir", "parent"],
            type=click.Path(exists=True, file_okay=False, path_type=Path),
            default=".",
            metavar="DIR",
            help=FOLDER.say(lang),
        ),
    ]
    plugin = options.command("plugin", run, params, lang, PLUGIN)
    begun = {"ruleset": new_ruleset.build(lang), "plugin": plugin}
    said = HELP.say(lang)
    return clicking.Group("new", begun, params=[options.language(lang)], help=said, short_help=said)


def run(ctx: click.Context, *, name: str, parent: Path) -> None:
    """Write the package and say what to do next.

    Raises:
        click.UsageError: for a name that cannot be one.
        click.ClickException: for a folder that is there, or cannot be written.
    """
    lang = lang_of(ctx)
    if name in template.TAKEN:
        raise click.UsageError(TAKEN.say(lang).format(name=name), ctx)
    if not template.is_name(name):
        raise click.UsageError(NO_NAME.say(lang).format(name=name), ctx)
    folder = parent / template.distribution(name)
    try:
        written = template.write(name, folder)
    except FileExistsError:
        raise click.ClickException(THERE.say(lang).format(folder=folder)) from None
    except OSError as error:
        reason = reason_of(error).say(lang)
        said = output.UNWRITABLE.say(lang).format(file=folder, reason=reason)
        raise click.ClickException(said) from None
    click.echo(output.clean(WRITTEN.say(lang).format(folder=folder)))
    for path in written:
        click.echo(output.clean(f"  {path.relative_to(folder).as_posix()}"))
    click.echo(NEXT.say(lang).format(name=name))
