"""`ujikom new ruleset`: a ruleset to begin with, of one's own or over a base."""

from pathlib import Path

import click

from ujikom_rules import names
from ujikom_rules.cli import options, output
from ujikom_rules.cli.language import lang_of
from ujikom_rules.messages import Lang, Text

HELP = Text(
    "Memulai berkas aturan: contoh kecil yang sudah jalan, atau semua ketentuan terbuka sebuah "
    "aturan induk.",
    "Begin a ruleset: a small one that works, or all open terms of a base.",
)
BASE = Text("Id aturan induk.", "The id of the base.")
OUT = Text(
    "Berkas yang ditulis; tanpa ini id-nya, dengan tanda hubung.",
    "The file to write; its id with a hyphen where nothing is said.",
)
NO_ID = Text(
    "'{id}' bukan id berkas aturan: bentuknya nama/nama dengan huruf kecil, angka, dan tanda "
    "hubung, misalnya kota/2025.",
    "'{id}' is no id of a ruleset: its form is name/name of small letters, digits and hyphens, "
    "such as kota/2025.",
)
NO_TOML = Text("'{file}' harus berakhir dengan .toml.", "'{file}' must end in .toml.")
THERE = Text(
    "{file} sudah ada; tidak ada yang ditimpa.", "{file} is there already; nothing is replaced."
)
WRITTEN = Text("Ditulis: {file}", "Written: {file}")
NEXT = Text("Berikutnya:", "Next:")


def build(lang: Lang) -> click.Command:
    """The command in one language."""
    params: options.Params = [
        click.Argument(["id_"], metavar="ID"),
        click.Option(["--base"], metavar="BASE", help=BASE.say(lang)),
        options.rulesets(lang),
        click.Option(
            ["-o", "--output", "to"],
            type=click.Path(dir_okay=False, path_type=Path),
            metavar="FILE",
            help=OUT.say(lang),
        ),
    ]
    return options.command("ruleset", run, params, lang, HELP)


def run(
    ctx: click.Context,
    *,
    id_: str,
    base: str | None,
    rulesets: tuple[Path, ...],
    to: Path | None,
) -> None:
    """Write the file, and its cases where it has some, and say what to do next.

    Raises:
        click.UsageError: for an id that is none, or a file that no command would read.
        click.ClickException: for a file that is there, or cannot be written.
        Refused: for a base that cannot be read.
    """
    from ujikom_rules import api
    from ujikom_rules.analysis.reading_cases import cases_file
    from ujikom_rules.analysis.starting import fresh, overlay

    lang = lang_of(ctx)
    if not names.is_ruleset_id(id_):
        raise click.UsageError(NO_ID.say(lang).format(id=id_), ctx)
    rules = Path(f"{id_.replace('/', '-')}.toml") if to is None else to
    if rules.suffix != ".toml" or rules.name.endswith(".cases.toml"):
        raise click.UsageError(NO_TOML.say(lang).format(file=rules), ctx)
    if base is None:
        started = fresh(id_, lang)
        texts = {rules: started.rules, cases_file(rules): started.cases}
    else:
        found = api.find(base, rulesets=rulesets)
        merged = api.merged(found, rulesets=rulesets)
        texts = {rules: overlay(id_, merged.root, base, lang)}
    for path in texts:
        if path.exists():
            raise click.ClickException(THERE.say(lang).format(file=path))
    for path, text in texts.items():
        output.write(ctx, text.encode(), path)
        click.echo(output.clean(WRITTEN.say(lang).format(file=path)))
    click.echo(NEXT.say(lang))
    folders = "".join(f" --rulesets {_typed(folder)}" for folder in rulesets)
    for command in ("check", "test") if base is None else ("check",):
        click.echo(output.clean(f"  ujikom {command} {_typed(rules)}{folders}"))
    schema = rules.with_name("ujikom-ruleset.schema.json")  # what its first line points at
    click.echo(output.clean(f"  ujikom schema -o {_typed(schema)}"))


def _typed(path: Path) -> str:
    """A path as it is typed behind a command."""
    return f'"{path}"' if " " in str(path) else str(path)
