"""What is shown of a ruleset is all of it: another digest, another text; another rule, too."""

import re
from collections.abc import Hashable, Iterator
from functools import cache
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import ujikom_rules as ujikom
from tests.mutations import changed, digest_of
from tests.strategies_events import to_toml
from tests.strategies_nodes import Table
from tests.strategies_rulesets import rulesets
from tests.unstated import Setting, settings
from ujikom_rules import api
from ujikom_rules.analysis import showing
from ujikom_rules.analysis.diff.sameness import rules_of
from ujikom_rules.analysis.showing.values import Line, Page
from ujikom_rules.catalogue.catalogue import Catalogue, open_catalogue
from ujikom_rules.errors import PluginError, Refused
from ujikom_rules.messages import LANGS, Lang
from ujikom_rules.model.entry import Entry
from ujikom_rules.planned import Plan
from ujikom_rules.reading.ruleset import structure

ROOT = Path(__file__).parents[2]
BUNDLED = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "rulesets").rglob("*.toml")
    if not path.name.endswith(".cases.toml")
)


@cache
def merged(path: str) -> tuple[Entry, Catalogue]:
    """A bundled ruleset after `extends`, and the parts that it may name."""
    try:
        root = api.merged(str(ROOT / path)).root
    except Refused:  # one that is kept for what is wrong with it: as it stands
        root = api.read_ruleset(ROOT / path).root
    read, _ = structure(root)
    assert read is not None
    return root, open_catalogue(read.plugins)[0]


def text(root: Entry, catalogue: Catalogue, lang: Lang) -> str:
    """The shown text, without the digest."""
    return showing.text_of(showing.page_of(root, catalogue, lang))


def silent(root: Entry, catalogue: Catalogue, lang: Lang, each: tuple[str, Entry]) -> bool:
    """Whether a changed ruleset has another digest and the same text."""
    _, other = each
    return digest_of(root) != digest_of(other) and (
        text(root, catalogue, lang) == text(other, catalogue, lang)
    )


@cache
def all_changed(path: str) -> tuple[tuple[str, Entry], ...]:
    """Every one thing that may be otherwise in a bundled ruleset."""
    return tuple(changed(merged(path)[0]))


@given(st.sampled_from(BUNDLED), st.sampled_from(LANGS), st.data())
def test_a_change_in_a_bundled_ruleset_is_seen(path: str, lang: Lang, data: st.DataObject) -> None:
    root, catalogue = merged(path)
    each = data.draw(st.sampled_from(all_changed(path)))
    assert not silent(root, catalogue, lang, each), each[0]


@given(rulesets(), st.sampled_from(LANGS), st.data())
def test_a_change_in_any_ruleset_is_seen(rules: Table, lang: Lang, data: st.DataObject) -> None:
    root = ujikom.parse_ruleset(to_toml(rules)).root
    catalogue, _ = open_catalogue((), {})
    each = data.draw(st.sampled_from(list(changed(root))))
    assert not silent(root, catalogue, lang, each), each[0]


@cache
def planned(path: str) -> Plan | None:
    """The plan of a bundled ruleset; None for one that is kept for what is wrong with it."""
    return plan_of(merged(path)[0])


def plan_of(root: Entry) -> Plan | None:
    """The plan of a merged document; None where it is refused."""
    try:
        return api.plan(api.Document(root, ""))
    except (Refused, PluginError):
        return None


def ruled(plan: Plan | None) -> Hashable:
    """What a plan rules; None for no plan."""
    return None if plan is None else rules_of(plan)


def told(page: Page) -> str:
    """All that a page says, without the marks of sources and of defaults."""
    return re.sub(r" \((bawaan|default)\)|\[[A-Z]?\d+\]", "", "\n".join(_lines(page)))


def _lines(page: Page) -> Iterator[str]:
    for block in (block for section in page.sections for block in section.blocks):
        if isinstance(block, Line):
            yield block.said.text
            continue
        yield from (block.caption, *block.heads)
        for row in block.rows:
            cells = [" / ".join("-" * e.depth + e.said.text for e in cell) for cell in row.cells]
            yield " | ".join(cells)


@cache
def all_set(path: str) -> tuple[Setting, ...]:
    """Every key of a bundled ruleset, and every one that it does not say, set to its words."""
    root, catalogue = merged(path)
    plan = planned(path)
    return () if plan is None else tuple(settings(root, plan, catalogue))


def hushed(path: str, each: Setting, lang: Lang) -> str:
    """What is wrong with how a setting is shown; empty where nothing is."""
    root, catalogue = merged(path)
    plan = plan_of(each.root)
    if plan is None:
        return ""
    same_rules = ruled(plan) == ruled(planned(path))
    before = told(showing.page_of(root, catalogue, lang))
    after = told(showing.page_of(each.root, catalogue, lang))
    if not same_rules and before == after:
        return "another rule, the same text"
    if same_rules and each.silent and each.shown and before != after:
        return "a default that was not told"
    return ""


PLANNED = [path for path in BUNDLED if planned(path) is not None]


@given(st.sampled_from(PLANNED), st.sampled_from(LANGS), st.data())
def test_a_default_is_told_and_another_rule_is_told_otherwise(
    path: str, lang: Lang, data: st.DataObject
) -> None:
    each = data.draw(st.sampled_from(all_set(path)))
    wrong = hushed(path, each, lang)
    assert not wrong, f"{each.what}: {wrong}"


@given(rulesets(), st.sampled_from(LANGS))
def test_a_shown_ruleset_keeps_to_its_width_on_any_console(rules: Table, lang: Lang) -> None:
    root = ujikom.parse_ruleset(to_toml(rules)).root
    catalogue, _ = open_catalogue((), {})
    lines = text(root, catalogue, lang).splitlines()
    assert max(map(len, lines)) <= showing.WIDTH
    assert [
        line for line in lines if line != line.encode("cp1252", "replace").decode("cp1252")
    ] == []
