"""The standing as Markdown: for minutes, pages and letters that are written as text."""

from collections.abc import Sequence

from attrs import frozen

from ujikom_rules.builtin.reports.layout import clean
from ujikom_rules.builtin.reports.text import NOBODY, beneath, event, tables
from ujikom_rules.plugin import Evaluation, Part, ReportAt, Text, isolated

SPECIAL = "\\`*_[]<>#|"


@frozen(kw_only=True, eq=False, repr=False)
class MarkdownReport:
    """Headings, one table a group, and what a reader must know as a list."""

    def render(self, evaluation: Evaluation, at: ReportAt) -> str:
        """The whole standing."""
        title = _escaped(evaluation.title.say(at.lang))
        lines = [f"# {title}", "", _escaped(event(evaluation, at)), ""]
        for heading, (heads, rows, right), kept in tables(evaluation, at):
            lines += [f"## {_escaped(heading)}", ""] if heading else []
            lines += [_row(heads), _row(["---:" if each else "---" for each in right])]
            lines += [_row([_escaped(isolated(cell)) for cell in row]) for row in rows]
            lines.append("")
            for line in kept:
                lines += [_escaped(line), ""]
        if not len(evaluation):
            lines += [NOBODY.say(at.lang), ""]
        lines += [
            f"  - {_escaped(line.strip())}" if line.startswith(" ") else f"- {_escaped(line)}"
            for line in beneath(evaluation, at)
        ]
        return "\n".join(lines) + "\n"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escaped(text: str) -> str:
    """A text that Markdown takes for nothing but text."""
    return "".join(f"\\{sign}" if sign in SPECIAL else sign for sign in clean(text))


MARKDOWN = Part(
    "markdown",
    MarkdownReport,
    summary=Text("Daftar peringkat sebagai Markdown.", "The standing as Markdown."),
)
