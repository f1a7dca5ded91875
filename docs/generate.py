"""Writes the pages of the reference that follow from the code: ``python -m docs.generate``.

A generated page is committed; a test makes every page anew and compares, so none grows stale.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from docs.generating import codes, commands, hooks, keys, kit, parts, terms, words

from ujikom_rules.analysis.schema import as_text, cases_schema, ruleset_schema

REFERENCE = Path(__file__).parent / "reference"
PAGES: Mapping[str, Callable[[], str]] = {
    "codes.md": codes.page,
    "commands.md": commands.page,
    "glossary.md": terms.glossary,
    "hooks.md": hooks.page,
    "istilah.md": terms.istilah,
    "keys.md": keys.page,
    "kit.md": kit.page,
    "parts.md": parts.page,
    "words.md": words.page,
}
FOLDER = Path(__file__).parents[1] / "src" / "ujikom_rules" / "schemas"
SCHEMAS: Mapping[str, Callable[[], str]] = {
    "cases.json": lambda: as_text(cases_schema()),
    "ruleset.json": lambda: as_text(ruleset_schema()),
}


def main() -> None:
    """Write every page and every schema that is not what the code says now."""
    pages = {REFERENCE / name: page for name, page in PAGES.items()}
    for path, page in (pages | {FOLDER / name: each for name, each in SCHEMAS.items()}).items():
        text = page()
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
