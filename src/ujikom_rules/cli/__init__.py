"""The program `ujikom`: one file a command; a command is loaded when it is called.

Results go to standard output, findings to standard error. Exit status: 0 done, 1 an error-level
finding in the ruleset or the data, 2 wrong usage.
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from ujikom_rules.cli import clicking, output
from ujikom_rules.cli.language import LANG, default_lang, lang_of, wanted_lang
from ujikom_rules.errors import PluginError, Refused, UjikomError
from ujikom_rules.messages import Text, finding

NAMES: tuple[str, ...] = (
    "check",
    "test",
    "score",
    "why",
    "form",
    "collect",
    "report",
    "minutes",
    "show",
    "diff",
    "plugins",
    "new",
    "schema",
    "explain",
)
TRACEBACK = "UJIKOM_TRACEBACK"
HELP = Text(
    "Menilai uji kompetensi JPT/ASN menurut berkas aturan yang tertulis.",
    "Score civil-service competency tests by written rulesets.",
)
UNEXPECTED = Text(
    "ujikom: kesalahan yang tidak terduga ({what}); setel {variable}=1 untuk melihat jejaknya.",
    "ujikom: an unexpected error ({what}); set {variable}=1 to see its traceback.",
)


class Commands(clicking.Group):
    """The commands, each built in the wanted language when it is asked for."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Find the language first: help and errors are said in it."""
        ctx.meta[LANG] = wanted_lang(args) or default_lang()
        self.help = HELP.say(lang_of(ctx))
        try:
            return clicking.told(lang_of(ctx), lambda: super(Commands, self).parse_args(ctx, args))
        except BrokenPipeError:
            output.fall_silent(sys.stdout, sys.stderr)
            raise click.exceptions.Exit(0) from None

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The commands in the order in which an office meets them."""
        return list(NAMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load and build one command."""
        if cmd_name not in NAMES:
            return None
        built: click.Command = import_module(f"ujikom_rules.cli.{cmd_name}").build(lang_of(ctx))
        return built

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; whatever stops it becomes findings or one sentence."""
        try:
            return clicking.told(lang_of(ctx), lambda: super(Commands, self).invoke(ctx))
        except Refused as refused:
            output.stop(ctx, refused.findings)
        except PluginError as error:
            _traceback_if_wanted()
            said = finding(
                "UJ514",
                plugin=error.namespace,
                got=error.namespace,
                distribution=error.distribution,
                hook=error.where,
                reason=error.reason,
            )
            output.stop(ctx, (said,))
        except (click.Abort, KeyboardInterrupt):
            click.echo(clicking.STOPPED.say(lang_of(ctx)), err=True)
        except (click.ClickException, click.exceptions.Exit):
            raise
        except BrokenPipeError:  # the reader has seen enough, as in `ujikom explain UJ301 | head`
            output.fall_silent(sys.stdout, sys.stderr)
            raise click.exceptions.Exit(0) from None
        except UjikomError as error:
            _traceback_if_wanted()
            click.echo(output.clean(str(error)), err=True)
        except Exception as error:  # noqa: BLE001 - the last line: a sentence, never a traceback
            _traceback_if_wanted()
            what = output.clean(f"{type(error).__name__}: {error}".removesuffix(": "))
            text = UNEXPECTED.say(lang_of(ctx))
            click.echo(text.format(what=what, variable=TRACEBACK), err=True)
        raise click.exceptions.Exit(1)


def _traceback_if_wanted() -> None:
    """Raise what is being handled again where the environment asks for its traceback."""
    if os.environ.get(TRACEBACK) == "1":
        raise  # noqa: PLE0704 - called only while an exception is handled


def _version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    """Print the version and end."""
    if wanted:
        from ujikom_rules.catalogue.discovery import VERSION

        click.echo(f"ujikom {VERSION}")
        ctx.exit()


def commands() -> click.Group:
    """The whole program as a click group."""
    group = Commands(name="ujikom", context_settings={"help_option_names": ["-h", "--help"]})
    group.params += [
        click.Option(["--lang"], type=click.Choice(["id", "en"]), expose_value=False),
        click.Option(
            ["--version"], is_flag=True, is_eager=True, expose_value=False, callback=_version
        ),
    ]
    return group


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line.

    Args:
        arguments: what stands after the program's name; of the process where None.

    Raises:
        SystemExit: with the exit status.
    """
    output.settle_streams()
    args = list(sys.argv[1:] if arguments is None else arguments)
    commands().main(args=args, prog_name="ujikom")
