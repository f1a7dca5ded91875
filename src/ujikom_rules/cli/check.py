"""`ujikom check`: every finding of rulesets, in one run."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ujikom_rules.cli import annotating, options, output
from ujikom_rules.cli.language import lang_of
from ujikom_rules.cli.progress import Bar
from ujikom_rules.errors import SEVERITIES, Finding, Refused, said_once
from ujikom_rules.messages import Lang, Text
from ujikom_rules.model.document import findings_document

if TYPE_CHECKING:
    from ujikom_rules.analysis.checking import Checked

HELP = Text(
    "Memeriksa berkas aturan dan lembar nilai; semua catatan disebut sekali jalan.",
    "Check rulesets and scoresheets; every finding is said in one run.",
)
CHECKING = Text("Memeriksa", "Checking")
LATER = Text(
    "akibat aturannya baru diperiksa sesudah kesalahan diperbaiki",
    "what the rules do is looked into once there are no errors",
)
CLEAN = Text("tidak ada catatan pemeriksaan", "no findings")
COUNTED = {
    "error": (Text("kesalahan", "error"), Text("kesalahan", "errors")),
    "warning": (Text("peringatan", "warning"), Text("peringatan", "warnings")),
    "note": (Text("catatan", "note"), Text("catatan", "notes")),
}


def build(lang: Lang) -> click.Command:
    """The command in one language."""
    params: options.Params = [
        options.ruleset(many=True),
        options.format_(lang),
        annotating.option(lang),
        options.as_of(lang),
        options.rulesets(lang),
    ]
    return options.command("check", run, params, lang, HELP)


def run(
    ctx: click.Context,
    *,
    names: tuple[str, ...],
    format_: str,
    annotate: Path | None,
    as_of: date | None,
    rulesets: tuple[Path, ...],
) -> None:
    """Check each ruleset; one that cannot even be read does not hide the others."""
    lang = lang_of(ctx)
    with annotating.copied(ctx, names, annotate) as told:
        with Bar(lang, CHECKING) as bar:
            once = bar.through(dict.fromkeys(names))
            checked = {name: _check(name, rulesets, as_of) for name in once}
            found = {name: each.findings for name, each in checked.items()}
            found |= {name: (*found[name], *more) for name, more in _together(names).items()}
        everything = said_once(finding for findings in found.values() for finding in findings)
        told(everything)
    if format_ == "json":
        output.write(ctx, output.to_json(findings_document(everything, lang)))
    else:
        output.tell(ctx, everything)
        for name, findings in found.items():
            later = f"; {LATER.say(lang)}" if not checked[name].whole else ""
            output.say(f"{output.clean(name)}: {_counted(findings, lang)}{later}")
    ctx.exit(output.status_of(everything))


def _check(name: str, rulesets: Sequence[Path], as_of: date | None) -> "Checked":
    from ujikom_rules import api
    from ujikom_rules.analysis import checking

    if not _is_scoresheet(name):
        return checking.checked(name, rulesets=rulesets, as_of=as_of)
    try:
        return checking.Checked(api.read_scoresheet(name).findings, whole=True)
    except Refused as refused:
        return checking.Checked(refused.findings, whole=True)


def _together(names: Sequence[str]) -> Mapping[str, tuple[Finding, ...]]:
    """What is wrong with several rulesets that are named at once, by their names."""
    if len(names) < 2:
        return {}
    from ujikom_rules.analysis import checking

    return checking.twice(names)


def _counted(findings: Sequence[Finding], lang: Lang) -> str:
    counts = Counter(finding.severity for finding in findings)
    return ", ".join(
        f"{counts[severity]} {COUNTED[severity][counts[severity] > 1].say(lang)}"
        for severity in SEVERITIES
        if counts[severity]
    ) or CLEAN.say(lang)


def _is_scoresheet(name: str) -> bool:
    return name.endswith((".json", ".xlsx")) or Path(name, "event.toml").is_file()
