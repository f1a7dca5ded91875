"""What is shown of a ruleset is all of it: another digest, another text."""

from functools import cache
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import ujikom_rules as ujikom
from tests.mutations import changed, digest_of
from tests.strategies_events import to_toml
from tests.strategies_nodes import Table
from tests.strategies_rulesets import rulesets
from ujikom_rules import api
from ujikom_rules.analysis import showing
from ujikom_rules.catalogue.catalogue import Catalogue, open_catalogue
from ujikom_rules.errors import Refused
from ujikom_rules.messages import LANGS, Lang
from ujikom_rules.model.entry import Entry
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


@given(rulesets(), st.sampled_from(LANGS))
def test_a_shown_ruleset_keeps_to_its_width_on_any_console(rules: Table, lang: Lang) -> None:
    root = ujikom.parse_ruleset(to_toml(rules)).root
    catalogue, _ = open_catalogue((), {})
    lines = text(root, catalogue, lang).splitlines()
    assert max(map(len, lines)) <= showing.WIDTH
    assert [
        line for line in lines if line != line.encode("cp1252", "replace").decode("cp1252")
    ] == []
