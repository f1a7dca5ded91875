"""`--annotate OUT.xlsx`: a copy of the workbook with its bad cells coloured and commented."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from ujikom_rules.cli import output
from ujikom_rules.cli.language import lang_of
from ujikom_rules.errors import Finding, Refused
from ujikom_rules.messages import Lang, Text

WORKBOOK = ".xlsx"
WANTED = Text(
    "Salinan buku kerja dengan sel yang bermasalah diberi warna dan komentar.",
    "A copy of the workbook with its bad cells coloured and commented.",
)
NO_WORKBOOK = Text(
    "--annotate memerlukan satu lembar nilai .xlsx, dan berkas .xlsx lain sebagai hasilnya.",
    "--annotate needs one scoresheet in .xlsx, and another .xlsx file to write.",
)


def option(lang: Lang) -> click.Parameter:
    """The option."""
    return click.Option(
        ["--annotate"],
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="OUT.xlsx",
        help=WANTED.say(lang),
    )


@contextmanager
def copied(
    ctx: click.Context, names: Iterable[str], to: Path | None
) -> Iterator[Callable[[Iterable[Finding]], None]]:
    """Write the copy when the work is done, or when findings stop it.

    Args:
        ctx: the running command.
        names: what it was given; one of them is a workbook.
        to: where the copy goes; nothing is written without it.

    Yields:
        What is called with the findings of work that was done.
    """
    books = [name for name in names if name.lower().endswith(WORKBOOK)]
    if to is not None and (
        len(books) != 1 or to.suffix.lower() != WORKBOOK or _same(to, Path(books[0]))
    ):
        raise click.UsageError(NO_WORKBOOK.say(lang_of(ctx)), ctx)

    def write(findings: Iterable[Finding]) -> None:
        if to is not None:
            from ujikom_rules.office.annotating import annotate

            file = Path(books[0])
            try:
                copy = annotate(file.read_bytes(), str(file), findings, lang_of(ctx))
            except (OSError, Refused):
                return  # a file that may not be opened has no cells; the findings say why
            output.write(ctx, copy, to)

    try:
        yield write
    except Refused as refused:
        write(refused.findings)
        raise


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()
