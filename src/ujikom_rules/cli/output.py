"""What the program prints: results on standard output or in a file, findings on standard error."""

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from ujikom_rules.cli.language import lang_of
from ujikom_rules.errors import NOWHERE, Finding, errors_in
from ujikom_rules.messages import Lang, Text, hint_of, text_of
from ujikom_rules.model.document import findings_document
from ujikom_rules.model.words import SEVERITY_WORDS, word

JSON = "ujikom.json"
RELATED = Text("lihat juga", "see also")
ARTICLE = Text("dasar", "article")
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


def finding_lines(found: Finding, lang: Lang) -> list[str]:
    """A finding as text: ``file:line:column: severity code message``, the hint beneath it."""
    place = str(found.place) if found.place != NOWHERE else found.path
    where = f"{place}: " if place else ""
    severity = word(SEVERITY_WORDS, found.severity, lang)
    lines = [f"{where}{severity} {found.code} {text_of(found, lang)}"]
    lines += [f"    {line}" for line in hint_of(found, lang).splitlines()]
    if found.article:
        lines.append(f"    {ARTICLE.say(lang)}: {found.article}")
    if found.related:
        lines.append(f"    {RELATED.say(lang)}: {', '.join(map(str, found.related))}")
    return [clean(line) for line in lines]


def tell(ctx: click.Context, findings: Iterable[Finding]) -> None:
    """Print findings on standard error; not beside JSON, which carries them itself."""
    if ctx.meta.get(JSON):
        return
    for found in findings:
        for line in finding_lines(found, lang_of(ctx)):
            click.echo(line, err=True)


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
        click.echo(payload, nl=False)


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
        reason = error.strerror or type(error).__name__
        raise click.ClickException(UNWRITABLE.say(lang).format(file=to, reason=reason)) from None
