"""What click says by itself, in Indonesian: usage, headings of help, and wrong usage.

Click has no Indonesian texts of its own. Its English sentences are few and stand here one by one;
a sentence of another version of click that is not here is shown as it is.
"""

import io
import re
from collections.abc import Callable
from typing import IO, Any, TypeVar

import click

from ujikom_rules.cli.language import lang_of
from ujikom_rules.messages import Lang, Text

_SENTENCES = (
    (r"^Usage: ", "Pemakaian: "),
    (r"\[OPTIONS\]", "[PILIHAN]"),
    (r"COMMAND \[ARGS\]\.\.\.", "PERINTAH [ISI]..."),
    (r"^Options:$", "Pilihan:"),
    (r"^Commands:$", "Perintah:"),
    (r"^Positional arguments:$", "Isi:"),
    (r"Show this message and exit\.?", "Tampilkan bantuan ini."),
    (r"\[default: ", "[bawaan: "),
    (r"\[required\]", "[wajib]"),
    (r"^Error: ", "Kesalahan: "),
    (r"^Try '(.*)' for help\.$", r"Coba '\1' untuk bantuan."),
    (r"No such option:? '?(-[^\s'.]+)'?\.?", r"Tidak ada pilihan '\1'."),
    (r"No such command '(.*?)'\.", r"Tidak ada perintah '\1'."),
    (r"\(?Did you mean one of: (.*)\?\)?", r"Maksudnya salah satu dari \1?"),
    (r"Did you mean (.*)\?", r"Maksudnya \1?"),
    (r"\(Possible options: (.*)\)", r"Maksudnya salah satu dari \1?"),
    (r"Missing (?:argument|option|parameter) '(.*?)'\.", r"'\1' belum disebut."),
    (r"Missing command\.", "Perintah belum disebut."),
    (r"Choose from:", "Pilih dari:"),
    (r"Got unexpected extra arguments? \((.*)\)", r"Ada yang berlebih: \1"),
    (r"Invalid value for (.*?): ", r"Isi \1 keliru: "),
    (r"Invalid value: ", "Isi keliru: "),
    (r" is not one of (.*)\.$", r" bukan salah satu dari \1."),
    (r" does not match the format '%Y-%m-%d'\.", " tidak ditulis tahun-bulan-hari."),
    (r"\bDirectory ('.*') ", r"Folder \1 "),
    (r"\b(?:File|Path) ('.*') ", r"Berkas \1 "),
    (r" does not exist\.", " tidak ada."),
    (r" is a file\.", " adalah berkas, bukan folder."),
    (r" is a directory\.", " adalah folder, bukan berkas."),
    (r" is not readable\.", " tidak dapat dibaca."),
    (r" is not writable\.", " tidak dapat ditulis."),
    (r"^(.*)Option ('.*') requires an argument\.", r"\1Pilihan \2 memerlukan isi."),
    (r"^(.*)Option ('.*') does not take a value\.", r"\1Pilihan \2 tidak memakai isi."),
    (r" is not a valid (?:integer|float)\.", " bukan angka."),
)
T = TypeVar("T")
STOPPED = Text("Dihentikan.", "Aborted!")


def in_indonesian(text: str) -> str:
    """What click has written, its own sentences in Indonesian.

    >>> in_indonesian("Error: No such option '--x'.")
    "Kesalahan: Tidak ada pilihan '--x'."
    """
    for english, indonesian in _SENTENCES:
        text = re.sub(english, indonesian, text, flags=re.MULTILINE)
    return text


class Command(click.Command):
    """A command whose help is in one language throughout."""

    def get_help(self, ctx: click.Context) -> str:
        """The help; click's own words are said in Indonesian too."""
        text = super().get_help(ctx)
        return in_indonesian(text) if lang_of(ctx) == "id" else text


class Group(Command, click.Group):
    """A group of commands whose help is in one language throughout."""


class _Said(click.ClickException):
    """What stops a command, said in Indonesian."""

    def __init__(self, error: click.ClickException) -> None:
        super().__init__(in_indonesian(error.format_message()))
        self.error = error

    def show(self, file: IO[Any] | None = None) -> None:
        """Print what click would have printed."""
        written = io.StringIO()
        self.error.show(written)
        click.echo(in_indonesian(written.getvalue()), file=file, err=True, nl=False)


class _SaidOfUsage(_Said):
    """Wrong usage of the command line."""

    exit_code = 2


def told(lang: Lang, work: Callable[[], T]) -> T:
    """Do some work of click's; what it complains about is said in the language of the run."""
    try:
        return work()
    except _Said:
        raise
    except click.ClickException as error:
        if lang == "id":
            of_usage = isinstance(error, click.UsageError)
            raise (_SaidOfUsage if of_usage else _Said)(error) from None
        raise
