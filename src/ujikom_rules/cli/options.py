"""The options and arguments that several commands share, each said in both languages."""

import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import click

from ujikom_rules.cli import clicking, output, targets
from ujikom_rules.cli.progress import Bar
from ujikom_rules.messages import LANGS, Lang, Text

if TYPE_CHECKING:
    from ujikom_rules.model.scoresheet import Scoresheet

STDIN = "-"
PAGES = (".html", ".htm")
Params: TypeAlias = list[click.Parameter]


def _remember_json(ctx: click.Context, _param: click.Parameter, value: str) -> str:
    """Keep for the whole run that JSON was asked for: an error then prints JSON too."""
    ctx.meta[output.JSON] = value == "json"
    return value


def _as_day(_ctx: click.Context, _param: click.Parameter, value: datetime | None) -> date | None:
    return None if value is None else value.date()


def ruleset(*, many: bool = False) -> click.Parameter:
    """RULESET: a path where it ends in .toml, else an id."""
    name = "names" if many else "name"
    metavar = "RULESET..." if many else "RULESET"
    return click.Argument([name], nargs=-1 if many else 1, required=True, metavar=metavar)


def scoresheet() -> click.Parameter:
    """SCORESHEET: a path, or ``-`` for JSON on standard input."""
    return click.Argument(["sheet_path"], metavar="SCORESHEET")


def rulesets(lang: Lang) -> click.Parameter:
    """`--rulesets DIR`, as often as wanted."""
    return click.Option(
        ["--rulesets"],
        multiple=True,
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        metavar="DIR",
        help=Text(
            "Folder berkas aturan, dicari sebelum yang ikut terpasang; boleh diulang.",
            "A folder of rulesets, searched before the bundled ones; may be repeated.",
        ).say(lang),
    )


def as_of(lang: Lang) -> click.Parameter:
    """`--as-of DATE`: the day whose rules hold."""
    return click.Option(
        ["--as-of"],
        type=click.DateTime(["%Y-%m-%d"]),
        metavar="YYYY-MM-DD",
        callback=_as_day,
        help=Text(
            "Aturan yang berlaku pada hari ini dipakai, bukan pada tanggal kegiatan.",
            "Take the rules in force on this day instead of the day of the event.",
        ).say(lang),
    )


def language(lang: Lang) -> click.Parameter:
    """`--lang`; it was found before anything else was read."""
    return click.Option(
        ["--lang"],
        type=click.Choice(list(LANGS)),
        expose_value=False,
        help=Text("Bahasa keluaran.", "The language of the output.").say(lang),
    )


def format_(
    lang: Lang, choices: Sequence[str] = ("table", "json"), *, free: bool = False
) -> click.Parameter:
    """`--format`; `free` leaves it to the command to refuse a name."""
    return click.Option(
        ["--format", "format_"],
        type=str if free else click.Choice(list(choices)),
        metavar=f"[{'|'.join(choices)}]",
        default="table",
        show_default=True,
        is_eager=True,
        callback=_remember_json,
        help=Text("Bentuk keluaran.", "The form of the output.").say(lang),
    )


def out(lang: Lang, *endings: str) -> click.Parameter:
    """`-o FILE`; with `endings`, only files that end so."""
    return click.Option(
        ["-o", "--output", "to"],
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        callback=targets.known(*endings),
        help=Text("Tulis ke berkas ini.", "Write to this file.").say(lang),
    )


def read_scoresheet(path: str, bar: Bar) -> "Scoresheet":
    """The scoresheet at a path, or on standard input, where somebody may be typing.

    Raises:
        Refused: with all that is wrong with it.
    """
    from ujikom_rules import api

    if path == STDIN:
        with bar.aside():
            given = sys.stdin.buffer.read()
        return api.parse_scoresheet(given)
    return api.read_scoresheet(path)


def command(
    name: str, run: Callable[..., Any], params: Params, lang: Lang, help: Text
) -> click.Command:
    """A command in one language; `run` is called with the context and its options."""
    return clicking.Command(
        name,
        params=[*params, language(lang)],
        callback=click.pass_context(run),
        help=help.say(lang),
        short_help=help.say(lang),
    )
