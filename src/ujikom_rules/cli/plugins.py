"""`ujikom plugins`: what is installed, and what each plugin offers."""

from typing import Any

import click

from ujikom_rules.cli import options, output
from ujikom_rules.cli.language import lang_of
from ujikom_rules.messages import Lang, Text
from ujikom_rules.model.document import finding_document

HELP = Text(
    "Menyebut plugin yang terpasang dan bagian yang ditawarkannya.",
    "List the installed plugins and the parts that they offer.",
)
NONE = Text("Tidak ada plugin yang terpasang.", "No plugin is installed.")


def build(lang: Lang) -> click.Command:
    """The command in one language."""
    params: options.Params = [options.format_(lang)]
    return options.command("plugins", run, params, lang, HELP)


def run(ctx: click.Context, *, format_: str) -> None:
    """Print what is installed; a plugin that cannot be used says why."""
    from ujikom_rules import api
    from ujikom_rules.compiling.parts import ROLE_TEXTS

    lang = lang_of(ctx)
    installed = api.plugins()
    found = [_plain(plugin, lang) for plugin in installed]
    if format_ == "json":
        output.write(ctx, output.to_json({"schema": "ujikom/plugins@1", "plugins": found}))
        return
    for plugin in found:
        title = f", {plugin['title']}" if plugin["title"] else ""
        distribution = " ".join(
            part for part in (plugin["distribution"], plugin["version"]) if part
        )
        click.echo(output.clean(f"{plugin['namespace']} ({distribution}){title}"))
        for role, names in plugin["parts"].items():
            click.echo(output.clean(f"  {ROLE_TEXTS[role].say(lang)}: {', '.join(names)}"))
        if plugin["problem"]:
            click.echo(output.clean(f"  ! {plugin['problem']}"))
    if not found:
        click.echo(NONE.say(lang))
    output.tell(ctx, (each for plugin in installed for each in plugin.findings))


def _plain(plugin: Any, lang: Lang) -> dict[str, Any]:
    return {
        "namespace": plugin.namespace,
        "distribution": plugin.distribution,
        "version": plugin.version,
        "title": _said(plugin.title, lang),
        "parts": {role: list(names) for role, names in plugin.parts.items() if names},
        "problem": plugin.problem,
        "findings": [finding_document(each, lang) for each in plugin.findings],
    }


def _said(text: "str | Text", lang: Lang) -> str:
    return text.say(lang) if isinstance(text, Text) else text
