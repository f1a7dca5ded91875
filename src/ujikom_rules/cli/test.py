"""`ujikom test`: the cases beside a ruleset, the officer's tests."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ujikom_rules.cli import options, output
from ujikom_rules.cli.language import lang_of
from ujikom_rules.cli.progress import Bar
from ujikom_rules.errors import errors_in
from ujikom_rules.messages import Lang, Text
from ujikom_rules.model.words import VERDICT_WORDS

if TYPE_CHECKING:
    from ujikom_rules.analysis.cases import CaseResult, CasesReport
    from ujikom_rules.analysis.coverage import Thing
    from ujikom_rules.analysis.differing import Step

HELP = Text(
    "Menjalankan contoh uji yang terletak di samping berkas aturan.",
    "Run the cases that lie beside the rulesets.",
)
TESTING = Text("Menjalankan contoh uji", "Running the cases")
PASSED = Text("berhasil", "passed")
FAILED = Text("gagal", "failed")
EXPECTED = Text("diharapkan {expected}, didapat {got}", "expected {expected}, got {got}")
SUMMARY = Text("{all} contoh uji, {failed} gagal", "{all} cases, {failed} failed")
ERRORS = Text(", {errors} kesalahan", ", errors: {errors}")
NOT_WHOLE = Text(
    "tidak semua yang diharapkan contoh ini dapat dibaca; lihat kesalahan di atas",
    "not all that this case expects could be read; see the errors above",
)
NOTHING = Text("tidak ada", "nothing")
HERE = Text("diharapkan {expected}", "expected {expected}")
WORKING = Text("Rincian perhitungan {who}:", "The working of {who}:")
UNSHOWN = Text(
    "Angka {count} peserta lain juga berbeda; ujikom why memberi rinciannya.",
    "Figures of {count} more differ; ujikom why gives the working.",
)
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
        options.format_(lang),
        click.Option(["--cover"], is_flag=True, help=COVER.say(lang)),
        options.rulesets(lang),
    ]
    return options.command("test", run, params, lang, HELP)


def run(
    ctx: click.Context,
    *,
    names: tuple[str, ...],
    format_: str,
    cover: bool,
    rulesets: tuple[Path, ...],
) -> None:
    """Run the cases of each ruleset and say which ones fail, and where."""
    from ujikom_rules.analysis.cases import run_cases

    lang = lang_of(ctx)
    reports: dict[str, CasesReport] = {}
    with Bar(lang, TESTING) as bar:
        for name in bar.through(dict.fromkeys(names)):
            report = run_cases(name, rulesets=rulesets, lang=lang, cover=cover, through=bar.through)
            reports[name] = report
            if format_ != "json":
                with bar.aside():
                    _say(ctx, name, report)
    results = [case for report in reports.values() for case in report.results]
    failed = sum(not case.passed for case in results)
    errors = sum(len(errors_in(report.findings)) for report in reports.values())
    if format_ == "json":
        from ujikom_rules.analysis.cases_document import cases_document

        output.write(ctx, output.to_json(cases_document(reports, lang, cover=cover)))
    else:
        more = ERRORS.say(lang).format(errors=errors) if errors else ""
        output.say(SUMMARY.say(lang).format(all=len(results), failed=failed) + more)
    ctx.exit(1 if failed or errors else 0)


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
    """What is not as expected, person by person; why, and the working of whom a figure differs."""
    if not case.whole:
        yield NOT_WHOLE.say(lang)
    for who in dict.fromkeys(each.where.partition(" ")[0] for each in case.differences):
        for where, expected, got in case.differences:
            if where.partition(" ")[0] == who:
                said = EXPECTED.say(lang).format(
                    expected=_shown(where, expected, lang), got=_shown(where, got, lang)
                )
                yield f"{where}: {said}"
        for reason in case.reasons.get(who, ()):
            yield f"{who}: {reason.say(lang)}"
        if who in case.workings:
            yield WORKING.say(lang).format(who=who)
            yield from _steps(case.workings[who], lang)
    if case.unshown:
        yield UNSHOWN.say(lang).format(count=case.unshown)


def _steps(steps: Sequence["Step"], lang: Lang) -> Iterator[str]:
    """A working, line by line, with what was expected at the figure that differs."""
    for step in steps:
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


def _shown(where: str, value: str | None, lang: Lang) -> str:
    """A value as a person reads it; a verdict in words, with the key that a case writes."""
    if not value:
        return NOTHING.say(lang)
    if where.endswith((" verdict", ".verdict")) and value in VERDICT_WORDS:
        return f'{VERDICT_WORDS[value].say(lang)} ("{value}")'
    return value
