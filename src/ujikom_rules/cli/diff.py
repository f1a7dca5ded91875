"""`ujikom diff`: the effect of a changed ruleset."""

from datetime import date
from pathlib import Path

import click

from ujikom_rules.cli import options, output, targets
from ujikom_rules.cli.language import lang_of
from ujikom_rules.cli.progress import Bar
from ujikom_rules.messages import Lang, Text

ENDINGS = {".txt": "table", ".json": "json"}
HELP = Text(
    "Dampak perubahan aturan dari A ke B: aturan mana yang berubah, siapa bergeser, apa sebabnya.",
    "The effect of a change from ruleset A to B: which rules changed, who moved, and why.",
)
COMPARING = Text("Membandingkan", "Comparing")
ON = Text(
    "Kegiatan yang dihitung menurut keduanya; tanpa ini contoh uji di samping kedua berkas.",
    "The event that is scored by both; without it the cases beside the two files are.",
)


def build(lang: Lang) -> click.Command:
    """The command in one language."""
    params: options.Params = [
        click.Argument(["one"], metavar="A"),
        click.Argument(["other"], metavar="B"),
        click.Option(["--on", "sheet_path"], metavar="SCORESHEET", help=ON.say(lang)),
        options.out(lang, *ENDINGS),
        options.format_(lang),
        options.as_of(lang),
        options.rulesets(lang),
    ]
    return options.command("diff", run, params, lang, HELP)


def run(
    ctx: click.Context,
    *,
    one: str,
    other: str,
    sheet_path: str | None,
    to: Path | None,
    format_: str,
    as_of: date | None,
    rulesets: tuple[Path, ...],
) -> None:
    """Compare the two and print what changed and whom it moved."""
    from ujikom_rules.analysis import diff
    from ujikom_rules.cli.diff_text import diff_text

    lang = lang_of(ctx)
    format_ = targets.form_of(ctx, to, format_, ENDINGS)
    targets.spare(ctx, to, one, other, sheet_path)
    with Bar(lang, COMPARING) as bar:
        sheet = None if sheet_path is None else options.read_scoresheet(sheet_path, bar)
        found = diff.compare(one, other, sheet, rulesets=rulesets, as_of=as_of, through=bar.through)
    if format_ == "json":
        output.write(ctx, output.to_json(diff.document(found, lang)), to)
    else:
        output.write(ctx, diff_text(found, lang), to)
    # What there is to note of an event, `score` says under either; here it would stand twice.
    output.tell(ctx, [each for each in found.findings if each.severity != "note"])
    ctx.exit(output.status_of(found.findings))
