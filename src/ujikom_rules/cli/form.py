"""`ujikom form`: the Excel form in which an event is recorded."""

import re
import sys
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ujikom_rules.cli import options, output, targets
from ujikom_rules.cli.language import lang_of
from ujikom_rules.cli.progress import READING, Bar
from ujikom_rules.errors import Refused
from ujikom_rules.messages import Lang, Text

if TYPE_CHECKING:
    from ujikom_rules.model.scoresheet import Scoresheet

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
FORCE = Text(
    "Timpa isian yang sudah ada, juga yang sudah diisi.",
    "Replace forms that are there already, filled in or not.",
)
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
            callback=targets.known(".xlsx"),
            help=WANTED.say(lang),
        ),
        click.Option(["--force"], is_flag=True, help=FORCE.say(lang)),
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
    force: bool,
    as_of: date | None,
    rulesets: tuple[Path, ...],
) -> None:
    """Write the form, or one for each examiner, and name what was written."""
    lang = lang_of(ctx)
    from ujikom_rules import api
    from ujikom_rules.office.forms import write_form

    with Bar(lang, READING) as bar:
        sheet = None if event is None else _event(event, bar)
        if each and (sheet is None or not sheet.examiners):
            raise click.UsageError(NO_EVENT.say(lang), ctx)
        day = as_of or (None if sheet is None else sheet.event.date)
        plan = api.plan(name, rulesets=rulesets, as_of=day)
        bar.says(WRITING)
        ids = [row.id for row in sheet.examiners] if each and sheet is not None else []
        wanted = list(zip(ids, paths_of(to, ids), strict=True)) or [("", to)]
        made = {
            path: write_form(plan, sheet, examiner=examiner)
            for examiner, path in bar.through(wanted)
        }
        _spare(ctx, made, event, force=force)
        for path, content in made.items():
            output.write(ctx, content, path)
            with bar.aside():
                click.echo(output.clean(str(path)))
    output.tell(ctx, plan.findings if sheet is None else (*plan.findings, *sheet.findings))


def _event(path: str, bar: Bar) -> "Scoresheet":
    """The event of a form, of which nothing may have been marked yet.

    Raises:
        Refused: with all that is wrong with it.
    """
    from ujikom_rules.reading.scoresheets import parse_scoresheet, read_scoresheet
    from ujikom_rules.reading.scoresheets.rows import build_unmarked

    if path == options.STDIN:
        with bar.aside():
            given = sys.stdin.buffer.read()
        sheet, findings = parse_scoresheet(given, build=build_unmarked)
    else:
        sheet, findings = read_scoresheet(Path(path), build=build_unmarked)
    if sheet is None:
        raise Refused(findings)
    return sheet


def _spare(
    ctx: click.Context, made: Mapping[Path, bytes], event: str | None, *, force: bool
) -> None:
    """Refuse to write over the event, and over any other file that says something else.

    Raises:
        click.UsageError: for the event's own file.
        click.ClickException: for a form that is there already, unless `force` allows it.
    """
    for path, content in made.items():
        targets.spare(ctx, path, event)
        if not force:
            targets.keep(ctx, path, content)


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
