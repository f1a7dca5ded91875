"""Several rules of one panel: none is shown as if it took back what another asks for."""

import re
from collections.abc import Hashable, Iterator

import pytest

import ujikom_rules as ujikom
from tests.compiled import SCALE, stage
from tests.mutations import changed, digest_of
from tests.shown import ASSUMED, flat, unmarked, words_of
from tests.unstated import Setting, settings
from ujikom_rules import api
from ujikom_rules.analysis import showing
from ujikom_rules.analysis.diff.sameness import rules_of
from ujikom_rules.catalogue.catalogue import open_catalogue
from ujikom_rules.errors import Refused
from ujikom_rules.messages import LANGS, Lang
from ujikom_rules.model.entry import Entry

RULE = '[[panel]]\nuse = "composition"\n'
STRICT = RULE + 'size = { at-least = 5, odd = true }\nexaminee = true\nconflict = "unseat"\n'
LOOSE = RULE + "size = { at-least = 3 }\n"
NAMES: dict[Lang, tuple[str, str, str, str]] = {
    "id": (
        "harus ganjil",
        "penguji yang juga diuji",
        "benturan kepentingan",
        "tidak diatur di sini",
    ),
    "en": ("must be odd", "examiners who are examined", "conflict of interest", "not decided here"),
}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("rules", [STRICT + LOOSE, LOOSE + STRICT])
def test_what_another_rule_asks_for_is_not_decided_here(rules: str, lang: Lang) -> None:
    text = words_of(rules + stage("w", SCALE), lang)
    *keys, nothing = NAMES[lang]
    mark = {"id": "(bawaan)", "en": "(default)"}[lang]
    for key in keys:
        assert text.count(f"{key}: ") == 2
        assert text.count(f"{key}: {nothing} {mark}") == 1


def test_of_a_stage_as_well_and_whatever_the_form() -> None:
    strict = (
        '{ use = "composition", examinee = { severity = "warning" }, '
        'conflict = { effect = "unseat" }, size = { odd = true } }'
    )
    loose = (
        '{ use = "composition", examinee = false, conflict = { severity = "error" }, '
        "size = { at-most = 9, odd = false } }"
    )
    text = words_of(stage("w", SCALE, f"panel = [{strict}, {loose}]"))
    assert "must be odd: not decided here; when breached" in text
    assert "examiners who are examined: not decided here" in text
    assert "conflict of interest: not decided here (default); when breached: error" in text
    written = loose.replace('{ severity = "error" }', '"recuse"')
    text = words_of(stage("w", SCALE, f"panel = [{strict}, {written}]"))
    assert "conflict of interest: not decided here" in text
    assert "conflict of interest: not decided here (default)" not in text


@pytest.mark.parametrize(
    "other",
    [
        RULE + "examinee = false\nconflict = 'recuse'\nsize = { at-most = 9, odd = false }\n",
        RULE + "conflict = { severity = 'error' }\n",
        RULE + "chair = 1\n",
    ],
)
def test_where_no_rule_asks_for_more_the_defaults_are_told(other: str) -> None:
    text = words_of(LOOSE + other + stage("w", SCALE))
    assert "not decided here" not in text
    assert "must be odd: no (default)" in text
    assert "examiners who are examined: not checked (default)" in text


def test_one_rule_alone_says_what_holds() -> None:
    text = words_of(LOOSE.replace("[[panel]]", "[panel]") + stage("w", SCALE))
    assert "examiners who are examined: not checked (default)" in text


# --- whatever is set otherwise is seen; a default that is written out is not


ROOT = ujikom.parse_ruleset(ASSUMED + STRICT + LOOSE + stage("w", SCALE)).root
CATALOGUE = open_catalogue((), {})[0]


def shown(root: Entry, lang: Lang) -> str:
    return " ".join(flat(showing.page_of(root, CATALOGUE, lang)))


def plain(root: Entry, lang: Lang) -> str:
    found = unmarked(showing.page_of(root, CATALOGUE, lang))
    return re.sub(r" \((bawaan|default)\)|\[[A-Z]?\d+\]", "", found)


def ruled(root: Entry) -> Hashable:
    try:
        return rules_of(api.plan(api.Document(root, "")))
    except Refused:
        return None


def of_panel() -> Iterator[Setting]:
    plan = api.plan(api.Document(ROOT, ""))
    return (each for each in settings(ROOT, plan, CATALOGUE) if each.what.startswith("panel"))


@pytest.mark.parametrize("lang", LANGS)
def test_every_setting_of_either_rule_is_told(lang: Lang) -> None:
    tried = 0
    for each in of_panel():
        rules = ruled(each.root)
        if rules is None:
            continue
        tried += 1
        same, alike = rules == ruled(ROOT), plain(each.root, lang) == plain(ROOT, lang)
        assert same or not alike, f"{each.what}: another rule, the same text"
        assert not (same and each.silent and each.shown) or alike, f"{each.what}: not told before"
    assert tried > 20


@pytest.mark.parametrize("lang", LANGS)
def test_every_change_of_a_panel_with_two_rules_is_seen(lang: Lang) -> None:
    before = shown(ROOT, lang)
    others = [(what, root) for what, root in changed(ROOT) if digest_of(root) != digest_of(ROOT)]
    assert len(others) > 10
    assert [what for what, root in others if shown(root, lang) == before] == []
