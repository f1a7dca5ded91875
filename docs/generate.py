"""Writes the pages of the reference that follow from the code: ``python -m docs.generate``.

A generated page is committed; a test makes every page anew and compares, so none grows stale.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from docs.generating import (
    acuan_bagian,
    acuan_kunci,
    codes,
    commands,
    hooks,
    keys,
    kit,
    parts,
    terms,
    words,
)

from ujikom_rules.analysis.schema import as_text, cases_schema, ruleset_schema

DOCS = Path(__file__).parent
PAGES: Mapping[str, Callable[[], str]] = {
    "id/acuan-bagian.md": acuan_bagian.page,
    "id/acuan-kunci.md": acuan_kunci.page,
    "reference/codes.md": codes.page,
    "reference/commands.md": commands.page,
    "reference/glossary.md": terms.glossary,
    "reference/hooks.md": hooks.page,
    "reference/istilah.md": terms.istilah,
    "reference/keys.md": keys.page,
    "reference/kit.md": kit.page,
    "reference/parts.md": parts.page,
    "reference/words.md": words.page,
}
FOLDER = Path(__file__).parents[1] / "src" / "ujikom_rules" / "schemas"
SCHEMAS: Mapping[str, Callable[[], str]] = {
    "cases.json": lambda: as_text(cases_schema()),
    "ruleset.json": lambda: as_text(ruleset_schema()),
}


def main() -> None:
    """Write every page and every schema that is not what the code says now."""
    pages = {DOCS / name: page for name, page in PAGES.items()}
    for path, page in (pages | {FOLDER / name: each for name, each in SCHEMAS.items()}).items():
        text = page()
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
