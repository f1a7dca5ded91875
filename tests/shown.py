"""What is shown of rules that a test writes, cell behind cell."""

import re
from collections.abc import Iterator

import ujikom_rules as ujikom
from tests.compiled import HEAD, Modules, stage
from ujikom_rules.analysis import showing
from ujikom_rules.analysis.showing.values import Line, Table
from ujikom_rules.catalogue.catalogue import open_catalogue
from ujikom_rules.messages import Lang

ASSUMED = HEAD.replace('title = "Contoh"\n', 'title = "Contoh"\nsource = "assumption"\n')


def words_of(rules: str, lang: Lang = "en", plugins: Modules | None = None) -> str:
    """All that is shown of a ruleset, cell behind cell, without the marks of defaults."""
    document = ujikom.parse_ruleset(ASSUMED + rules)
    return unmarked(showing.page(document, lang, plugins=plugins or {}))


def loose(rules: str, lang: Lang = "en") -> str:
    """As `words_of`, also of rules that would be refused."""
    root = ujikom.parse_ruleset(ASSUMED + rules).root
    return unmarked(showing.page_of(root, open_catalogue((), {})[0], lang))


def unmarked(page: showing.Page) -> str:
    return re.sub(r"\[P\d+\]", "", " ".join(flat(page)))


def flat(page: showing.Page) -> Iterator[str]:
    for section in page.sections:
        yield section.title
        for block in section.blocks:
            if isinstance(block, Line):
                yield block.said.text
                continue
            yield from (block.caption, *block.heads)
            for line in (line for row in block.rows for cell in row.cells for line in cell):
                yield ("- " if line.depth else "") + line.said.text


def table(block: object) -> Table:
    assert isinstance(block, Table)
    return block


def leaf(*keys: str) -> str:
    return stage("w", *keys, kind="weighted-criteria")
