"""The page of commands, from the program itself."""

from collections.abc import Mapping

import click
from docs.generating.markdown import NOTE, fenced, plain, table

from ujikom_rules.cli import HELP, NAMES, commands
from ujikom_rules.cli.language import LANG

_INTRO = """# Commands

{help}

RULESET is a path when it ends in `.toml`, else an id. An id is searched in every `--rulesets DIR`,
by the id inside the files, then among the bundled rulesets, never in the current folder.
SCORESHEET is a path to a folder, a JSON file or an Excel workbook; `-` is JSON on standard input.

Results go to standard output, findings to standard error. Exit status: 0 done (an absent or
incomplete candidate is a verdict, no error), 1 an error in ruleset or data, 2 wrong usage. With
`--format json` an error prints the document `ujikom/findings@1` on standard output and nothing
else. `python -m ujikom_rules` (`py -m ujikom_rules`) is the same program.

Without `--lang` the program speaks the language of the locale.

"""


def page() -> str:
    """The whole page."""
    text = NOTE + _INTRO.format(help=HELP.en)
    text += "".join(_section(name) for name in NAMES)
    return text.rstrip() + "\n"


def _section(name: str) -> str:
    built = {lang: _built(name, lang) for lang in ("en", "id")}
    text = _described(f"## `ujikom {name}`", f"ujikom {name}", built)
    first = built["en"]
    for beneath in first.commands if isinstance(first, click.Group) else ():
        below = {
            lang: each.commands[beneath]
            for lang, each in built.items()
            if isinstance(each, click.Group)
        }
        whole = f"ujikom {name} {beneath}"
        text += _described(f"### `{whole}`", whole, below)
    return text


def _described(heading: str, name: str, built: Mapping[str, click.Command]) -> str:
    """One command: its heading, what it does, how it is called, its options."""
    context = click.Context(built["en"], info_name=name)
    usage = " ".join([context.command_path, *built["en"].collect_usage_pieces(context)])
    rows = [
        (
            ", ".join(f"`{each}`" for each in option.opts),
            _value(option),
            plain(option.help or ""),
        )
        for option in built["en"].params
        if isinstance(option, click.Option)
    ]
    said = f"{plain(built['en'].help or '')} *{plain(built['id'].help or '')}*\n\n"
    return f"{heading}\n\n{said}{fenced(usage)}{table(('option', 'value', 'does'), rows)}"


def _value(option: click.Option) -> str:
    """What stands behind an option."""
    choices = option.type.choices if isinstance(option.type, click.Choice) else ()
    return plain(option.metavar or "|".join(map(str, choices)))


def _built(name: str, lang: str) -> click.Command:
    group = commands()
    context = click.Context(group, info_name="ujikom")
    context.meta[LANG] = lang
    found = group.get_command(context, name)
    if found is None:
        raise LookupError(name)
    return found
