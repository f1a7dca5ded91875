"""`ujikom schema`: what an editor needs to help with rulesets."""

from pathlib import Path

import click

from ujikom_rules.cli import clicking, options, output
from ujikom_rules.messages import LANGS, Lang, Text

HELP = Text(
    "Menulis JSON Schema berkas aturan, agar penyunting teks memberi bantuan saat menulis.",
    "Write the JSON Schema of rulesets, so that an editor can help while they are written.",
)
PLUGIN = Text(
    "Dengan bagian plugin ini dan kuncinya; boleh diulang.",
    "With the parts of this plugin and their keys; may be repeated.",
)
CASES = Text("Skema contoh uji (*.cases.toml).", "The schema of cases (*.cases.toml).")
ONE_LANGUAGE = Text(
    "Keterangan dalam satu bahasa; tanpa ini dalam dua bahasa.",
    "Descriptions in one language; in both where nothing is said.",
)


def build(lang: Lang) -> click.Command:
    """The command in one language."""
    params: options.Params = [
        click.Option(["--plugin", "plugins"], multiple=True, metavar="NAME", help=PLUGIN.say(lang)),
        click.Option(["--cases"], is_flag=True, help=CASES.say(lang)),
        options.out(lang, ".json"),
        click.Option(
            ["--lang", "said_in"], type=click.Choice(list(LANGS)), help=ONE_LANGUAGE.say(lang)
        ),
    ]
    said = HELP.say(lang)
    return clicking.Command(
        "schema", params=params, callback=click.pass_context(run), help=said, short_help=said
    )


def run(
    ctx: click.Context,
    *,
    plugins: tuple[str, ...],
    cases: bool,
    to: Path | None,
    said_in: Lang | None,
) -> None:
    """Write the schema of rulesets, or that of their cases.

    Raises:
        Refused: for a plugin that is not there or cannot be used.
    """
    from ujikom_rules.analysis.schema import as_text, cases_schema, ruleset_schema

    schema = cases_schema(said_in) if cases else ruleset_schema(plugins, said_in)
    output.write(ctx, as_text(schema).encode(), to)
