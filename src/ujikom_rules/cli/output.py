"""What the program prints: results on standard output or in a file, findings on standard error."""

import json
import os
import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from ujikom_rules.cli.language import lang_of
from ujikom_rules.errors import NOWHERE, SEVERITIES, Finding, Place, errors_in
from ujikom_rules.messages import REGISTER, Lang, Text, about_of, hint_of, text_of
from ujikom_rules.messages.register import say_argument
from ujikom_rules.messages.system import reason_of
from ujikom_rules.messages.terms import term
from ujikom_rules.model.bidi import without_isolates
from ujikom_rules.model.document import findings_document
from ujikom_rules.model.words import SEVERITY_WORDS, article_said, word

if TYPE_CHECKING:
    from ujikom_rules.cli.gathering import Told
    from ujikom_rules.cli.snippets import Snippets

JSON = "ujikom.json"
MOST = 200  # findings that a run prints
MOST_ROWS = 12  # lines that one finding names
MOST_RELATED = 5  # further places of one finding
_LEFT = "ujikom.left"  # how many findings the run may still print
_STEP = re.compile(r"[^./\"]+")
RELATED = Text("lihat juga", "see also")
ARTICLE = term("source")
AT = Text("letak", "at")
GOT = Text("tertulis", "got")
EXPECTED = Text("diharapkan", "expected")
ROWS = Text("juga di {count} baris: {rows}", "also in {count} lines: {rows}")
MORE_PLACES = Text("{more} tempat lagi", "{more} more places")
MORE = Text("... {more} catatan pemeriksaan lagi", "... {more} more findings")
ALL_IN_JSON = Text("; --format json memuat semuanya", "; --format json has them all")
LOCKED = Text(
    "Tidak dapat menulis {file}: berkas sedang dibuka di program lain, atau foldernya terkunci.",
    "Cannot write {file}: the file is open in another program, or its folder is locked.",
)
UNWRITABLE = Text("Tidak dapat menulis {file}: {reason}.", "Cannot write {file}: {reason}.")


def settle_streams() -> None:
    """Let every console print what it can: a sign that it lacks becomes an escape, no error."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def clean(text: str) -> str:
    """A text without characters that steer a console."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def finding_lines(found: Finding, lang: Lang, snippets: "Snippets | None" = None) -> list[str]:
    """A finding as text, with the line that it points at and what is known beneath it.

    The first line is ``file:line:column: severity code message``; of a row the message begins
    with whom and what it is about.
    """
    place = str(found.place) if found.place != NOWHERE else found.path
    where = f"{place}: " if place else ""
    severity = word(SEVERITY_WORDS, found.severity, lang)
    said = ": ".join(filter(None, (about_of(found, lang), text_of(found, lang))))
    lines = [f"{where}{severity} {found.code} {said}"]
    lines += _shown(found.place, snippets, found.args.get("written") or found.args.get("got"))
    is_key = not found.path.startswith("/")  # in data line or cell say where it is
    if found.path and is_key and place != found.path and not _obvious(found, snippets):
        lines.append(f"    {AT.say(lang)}: {found.path}")
    lines += [f"    {label.say(lang)}: {said}" for label, said in _unsaid(found, lang)]
    lines += [f"    {line}" for line in hint_of(found, lang).splitlines()]
    if found.article:
        lines.append(f"    {ARTICLE.say(lang)}: {article_said(found.article, lang)}")
    for other in found.related[:MOST_RELATED]:
        lines += [f"    {RELATED.say(lang)}: {other}", *_shown(other, snippets)]
    if len(found.related) > MOST_RELATED:
        more = len(found.related) - MOST_RELATED
        lines.append(f"    {RELATED.say(lang)}: {MORE_PLACES.say(lang).format(more=more)}")
    return [clean(line) for line in lines]


def _shown(place: Place, snippets: "Snippets | None", written: object = "") -> list[str]:
    return [] if snippets is None else [f"    {line}" for line in snippets.of(place, written)]


def _obvious(found: Finding, snippets: "Snippets | None") -> bool:
    """Whether the line that is shown names every step of the key path; a table's file names it."""
    line = "" if snippets is None else snippets.line(found.place)
    steps = [step for step in _STEP.findall(found.path) if not step.isdecimal()]
    if found.place.file.casefold().endswith(".csv"):
        steps = steps[1:]
    return bool(line) and all(step in line for step in steps)


def _unsaid(found: Finding, lang: Lang) -> list[tuple[Text, str]]:
    """What was found and what was expected, where the sentence and its hint do not say it."""
    message = REGISTER[found.code]
    said = message.text.say(lang) + (message.hint.say(lang) if message.hint else "")
    unsaid = []
    for name, label in (("got", GOT), ("expected", EXPECTED)):
        argument = say_argument(found.args.get(name, ""), lang)
        if argument and f"{{{name}}}" not in said:
            unsaid.append((label, argument))
    return unsaid


def tell(ctx: click.Context, findings: Iterable[Finding]) -> None:
    """Print findings on standard error; not beside JSON, which carries them itself.

    At most `MOST` of a run are printed, errors before others, in the order of their places; one
    line tells how many more there are.
    """
    if ctx.meta.get(JSON):
        return
    found = tuple(findings)
    if not found:
        return  # clean work reads no file again
    from ujikom_rules.cli.gathering import gathered
    from ujikom_rules.cli.snippets import Snippets

    lang, snippets = lang_of(ctx), Snippets()
    everything = gathered(found, snippets)
    left = ctx.meta.get(_LEFT, MOST)
    chosen = _foremost(everything, left)
    ctx.meta[_LEFT] = left - len(chosen)
    for each, further in chosen:
        for line in finding_lines(each, lang, snippets):
            say(line, err=True)
        if further:
            rows = ", ".join(map(str, further[:MOST_ROWS]))
            rows += ", ..." if len(further) > MOST_ROWS else ""
            say(f"    {ROWS.say(lang).format(count=len(further), rows=rows)}", err=True)
    if len(chosen) < len(everything):
        said = MORE.say(lang).format(more=len(everything) - len(chosen))
        json_too = any(each.name == "format_" for each in ctx.command.params)
        say(f"{said}{ALL_IN_JSON.say(lang) if json_too else ''}", err=True)


def _foremost(told: "list[Told]", most: int) -> "list[Told]":
    """As many findings as may be shown, the grave ones first, in the order that they have."""
    if len(told) <= most:
        return told
    ranked = sorted(range(len(told)), key=lambda at: SEVERITIES.index(told[at][0].severity))
    return [told[at] for at in sorted(ranked[:most])]


def stop(ctx: click.Context, findings: Iterable[Finding]) -> None:
    """Say why the work stopped: the findings document where JSON was asked for, else text."""
    if ctx.meta.get(JSON):
        write(ctx, to_json(findings_document(findings, lang_of(ctx))))
    else:
        tell(ctx, findings)


def status_of(findings: Iterable[Finding]) -> int:
    """The exit status that findings call for."""
    return 1 if errors_in(findings) else 0


def to_json(data: dict[str, Any]) -> bytes:
    """A document as JSON in UTF-8."""
    said = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    return said.encode("utf-8", errors="replace")


def write(ctx: click.Context, payload: str | bytes, to: Path | None = None) -> None:
    """Write a result: bytes as they are, text as the console can; in a file always UTF-8.

    A file is written whole beside its name and then put in its place, so that a reader never
    sees half of it and a failure leaves the old one.

    Raises:
        click.ClickException: with one sentence when the file cannot be written.
    """
    if to is not None:
        _replace(to, payload if isinstance(payload, bytes) else payload.encode(), lang_of(ctx))
    else:
        say(payload, nl=False)


def say(text: str | bytes, *, nl: bool = True, err: bool = False) -> None:
    """Print on one of the two streams; where its reader has seen enough (`| head`), no more.

    The work goes on: the other stream and the exit status tell the rest.
    """
    stream = sys.stderr if err else sys.stdout
    if isinstance(text, str) and not (stream.encoding or "").lower().startswith("utf"):
        text = without_isolates(text)  # such a console could print them as escapes alone
    try:
        click.echo(text, nl=nl, err=err)
    except BrokenPipeError:
        fall_silent(sys.stderr if err else sys.stdout)


def fall_silent(*streams: TextIO) -> None:
    """Let streams whose reader has gone lead nowhere, so that nothing fails when they close."""
    for stream in streams:
        with suppress(OSError, ValueError):  # ValueError: a stream without a file beneath
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)


def _replace(to: Path, payload: bytes, lang: Lang) -> None:
    beside = to.with_name(f".{to.name}.{os.getpid()}.part")
    try:
        try:
            beside.write_bytes(payload)
            beside.replace(to)
        finally:
            beside.unlink(missing_ok=True)
    except PermissionError:
        raise click.ClickException(LOCKED.say(lang).format(file=to)) from None
    except OSError as error:
        reason = reason_of(error).say(lang)
        raise click.ClickException(UNWRITABLE.say(lang).format(file=to, reason=reason)) from None
