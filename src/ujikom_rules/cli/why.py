"""`ujikom why`: the working of one candidacy."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from ujikom_rules.cli import options, output, targets
from ujikom_rules.cli.language import lang_of
from ujikom_rules.cli.progress import READING, Bar
from ujikom_rules.cli.scoring import evaluated, known
from ujikom_rules.messages import Lang, Text
from ujikom_rules.model.bidi import isolated
from ujikom_rules.model.numerals import decimal

ENDINGS = {".txt": "table", ".json": "json"}
HELP = Text(
    "Rincian perhitungan seorang peserta, sampai ke nilai penguji dan baris aturannya.",
    "The working of one candidacy, down to the mark and the line of the rule.",
)
VERSUS = Text(
    "Peserta pembanding: kriteria mana yang membuat selisih, dalam angka yang jumlahnya tepat.",
    "Held against another: which criterion made the difference, in points that add up exactly.",
)
NO_TOTAL = Text(
    "Salah satunya tidak mempunyai nilai akhir; keputusan hasilnya menjelaskan sebabnya.",
    "One of them has no total; its verdict says why.",
)
DIFFERENCE = Text("selisih nilai akhir", "difference of the totals")


def build(lang: Lang) -> click.Command:
    """The command in one language."""
    params: options.Params = [
        options.ruleset(),
        options.scoresheet(),
        click.Argument(["candidacy"]),
        options.out(lang, *ENDINGS),
        click.Option(["--versus"], help=VERSUS.say(lang)),
        options.format_(lang),
        options.as_of(lang),
        options.rulesets(lang),
    ]
    return options.command("why", run, params, lang, HELP)


def run(
    ctx: click.Context,
    *,
    name: str,
    sheet_path: str,
    candidacy: str,
    versus: str | None,
    to: Path | None,
    format_: str,
    as_of: date | None,
    rulesets: tuple[Path, ...],
) -> None:
    """Score the event and print the one working."""
    from ujikom_rules import api

    lang = lang_of(ctx)
    format_ = targets.form_of(ctx, to, format_, ENDINGS)
    targets.spare(ctx, to, name, sheet_path)
    with Bar(lang, READING) as bar:
        evaluation, findings = evaluated(name, sheet_path, rulesets, as_of, bar)
    for each in filter(None, (candidacy, versus)):
        known(ctx, evaluation, each)
    if versus is not None:
        compared = api.versus(evaluation, candidacy, versus, lang)
        said = output.to_json(compared) if format_ == "json" else versus_text(compared, lang)
        output.write(ctx, said, to)
    elif format_ == "json":
        output.write(ctx, output.to_json(api.working(evaluation, candidacy, lang)), to)
    else:
        said = api.render(evaluation, format="working", lang=lang, candidacy=candidacy)
        output.write(ctx, said, to)
    output.tell(ctx, findings)
    ctx.exit(output.status_of(findings))


def versus_text(compared: dict[str, Any], lang: Lang) -> str:
    """The difference of two totals as a table: points, criterion, address."""
    one, other = compared["totals"]
    head = "  |  ".join(
        f"{isolated(who)} {decimal(total or '-', lang)}"
        for who, total in ((compared["candidacy"], one), (compared["versus"], other))
    )
    if compared["difference"] is None:
        return f"{head}\n{NO_TOTAL.say(lang)}\n"
    found = [(line["points"], line["label"], line["address"]) for line in compared["lines"]]
    found.append((compared["difference"], DIFFERENCE.say(lang), "total:final"))
    rows = [(decimal(points, lang), label, address) for points, label, address in found]
    wide = max(len(points) for points, _, _ in rows)
    lines = [f"{points:>{wide}}  {label}  [{address}]" for points, label, address in rows]
    lines.insert(-1, "-" * wide)
    said = compared["assumptions"]
    return "\n".join([head, "", *lines, *(["", said] if said else [])]) + "\n"
