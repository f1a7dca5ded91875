"""`ujikom test`: the cases beside a ruleset, the officer's tests."""

from pathlib import Path

import click

from ujikom_rules.cli import options, output
from ujikom_rules.cli.language import lang_of
from ujikom_rules.messages import Lang, Text

HELP = Text(
    "Menjalankan contoh uji yang terletak di samping berkas aturan.",
    "Run the cases that lie beside the rulesets.",
)
PASSED = Text("lulus", "passed")
FAILED = Text("gagal", "failed")
EXPECTED = Text("diharapkan {expected}, didapat {got}", "expected {expected}, got {got}")
SUMMARY = Text("{all} contoh uji, {failed} gagal", "{all} cases, {failed} failed")
NOTHING = Text("tidak ada", "nothing")


def build(lang: Lang) -> click.Command:
    """The command in one language."""
    params: options.Params = [options.ruleset(many=True), options.rulesets(lang)]
    return options.command("test", run, params, lang, HELP)


def run(ctx: click.Context, *, names: tuple[str, ...], rulesets: tuple[Path, ...]) -> None:
    """Run the cases of each ruleset and say which ones fail, and where."""
    from ujikom_rules.analysis.cases import run_cases

    lang = lang_of(ctx)
    run_of_all, failed, status = 0, 0, 0
    for name in dict.fromkeys(names):
        report = run_cases(name, rulesets=rulesets, lang=lang)
        output.tell(ctx, report.findings)
        status = max(status, output.status_of(report.findings))
        click.echo(output.clean(name))
        for case in report.results:
            run_of_all, failed = run_of_all + 1, failed + (not case.passed)
            word = (PASSED if case.passed else FAILED).say(lang)
            click.echo(output.clean(f"  {word}  {case.id}  {case.title.say(lang)}".rstrip()))
            for where, expected, got in case.differences:
                said = EXPECTED.say(lang).format(
                    expected=_shown(expected, lang), got=_shown(got, lang)
                )
                click.echo(output.clean(f"      {where}: {said}"))
            if not case.passed:
                output.tell(ctx, case.findings)
    click.echo(SUMMARY.say(lang).format(all=run_of_all, failed=failed))
    ctx.exit(1 if failed else status)


def _shown(value: object, lang: Lang) -> str:
    return NOTHING.say(lang) if value in (None, "") else str(value)
