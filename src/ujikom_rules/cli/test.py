"""`ujikom test`: the cases beside a ruleset, the officer's tests."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ujikom_rules.cli import options, output
from ujikom_rules.cli.language import lang_of
from ujikom_rules.cli.progress import Bar
from ujikom_rules.messages import Lang, Text

if TYPE_CHECKING:
    from ujikom_rules.analysis.cases import CaseResult, CasesReport
    from ujikom_rules.analysis.coverage import Thing

HELP = Text(
    "Menjalankan contoh uji yang terletak di samping berkas aturan.",
    "Run the cases that lie beside the rulesets.",
)
TESTING = Text("Menjalankan contoh uji", "Running the cases")
PASSED = Text("berhasil", "passed")
FAILED = Text("gagal", "failed")
EXPECTED = Text("diharapkan {expected}, didapat {got}", "expected {expected}, got {got}")
SUMMARY = Text("{all} contoh uji, {failed} gagal", "{all} cases, {failed} failed")
NOTHING = Text("tidak ada", "nothing")
HERE = Text("diharapkan {expected}", "expected {expected}")
UNTESTED = Text("belum diuji", "not tested")
COUNT = Text("{covered} dari {all} hal diuji", "{covered} of {all} things are tested")
COVER = Text(
    "Sebut juga hal-hal dalam berkas aturan yang belum diuji oleh contoh mana pun.",
    "Tell as well what no case of the ruleset exercises.",
)


def build(lang: Lang) -> click.Command:
    """The command in one language."""
    params: options.Params = [
        options.ruleset(many=True),
        click.Option(["--cover"], is_flag=True, help=COVER.say(lang)),
        options.rulesets(lang),
    ]
    return options.command("test", run, params, lang, HELP)


def run(
    ctx: click.Context, *, names: tuple[str, ...], cover: bool, rulesets: tuple[Path, ...]
) -> None:
    """Run the cases of each ruleset and say which ones fail, and where."""
    from ujikom_rules.analysis.cases import run_cases

    lang = lang_of(ctx)
    run_of_all, failed, status = 0, 0, 0
    with Bar(lang, TESTING) as bar:
        for name in bar.through(dict.fromkeys(names)):
            report = run_cases(name, rulesets=rulesets, lang=lang, cover=cover, through=bar.through)
            with bar.aside():
                _say(ctx, name, report)
            run_of_all += len(report.results)
            failed += sum(not case.passed for case in report.results)
            status = max(status, output.status_of(report.findings))
    output.say(SUMMARY.say(lang).format(all=run_of_all, failed=failed))
    ctx.exit(1 if failed else status)


def _say(ctx: click.Context, name: str, report: "CasesReport") -> None:
    """Print what came of the cases of one ruleset."""
    lang = lang_of(ctx)
    output.tell(ctx, report.findings)
    output.say(output.clean(name))
    for case in report.results:
        word = (PASSED if case.passed else FAILED).say(lang)
        output.say(output.clean(f"  {word}  {case.id}  {case.title.say(lang)}".rstrip()))
        for line in _differing(case, lang):
            output.say(output.clean(f"      {line}"))
        if not case.passed:
            output.tell(ctx, case.findings)
    for line in _covering(report.coverage, lang) if report.coverage else ():
        output.say(output.clean(f"  {line}"))


def _differing(case: "CaseResult", lang: Lang) -> Iterator[str]:
    """What is not as expected, and the working down to the first figure that differs."""
    for where, expected, got in case.differences:
        said = EXPECTED.say(lang).format(expected=_shown(expected, lang), got=_shown(got, lang))
        yield f"{where}: {said}"
    for step in case.steps:
        line = step.told
        beside = "; ".join(filter(None, (line.rule, line.source, line.place)))
        said = f" ({beside})" if beside else ""
        wanted = f", {HERE.say(lang).format(expected=step.expected)}" if step.expected else ""
        yield "  " * (line.depth + 1) + f"{line.label} = {line.value}{wanted}{said}"


def _covering(things: Sequence["Thing"], lang: Lang) -> Iterator[str]:
    """What no case exercises, each with its place; then how many of all are exercised."""
    for each in things:
        if not each.covered:
            yield f"{each.place}: {UNTESTED.say(lang)}: {each.what.say(lang)}"
    done = sum(each.covered for each in things)
    yield COUNT.say(lang).format(covered=done, all=len(things))


def _shown(value: object, lang: Lang) -> str:
    return NOTHING.say(lang) if value in (None, "") else str(value)
