"""What a shown ruleset says of keys that nobody wrote, and where it says that from."""

import re
from itertools import product
from pathlib import Path

import pytest

import ujikom_rules as ujikom
from tests.compiled import SCALE, stage
from tests.shown import ASSUMED, flat, leaf, words_of
from ujikom_rules.analysis import showing
from ujikom_rules.analysis.showing import origins
from ujikom_rules.catalogue.catalogue import open_catalogue
from ujikom_rules.messages import LANGS

ROOT = Path(__file__).parents[2]


def test_a_default_points_to_the_section_that_says_it() -> None:
    rules = "[rounding]\nfinal = { places = 2 }\n" + stage(
        "w", SCALE, 'pooling = { use = "rooms-first" }'
    )
    page = showing.page(ujikom.parse_ruleset(ASSUMED + rules), "en", plugins={})
    notes = {note.label: note.text for note in page.notes}
    text = " ".join(flat(page))
    found = re.search(r"group without a value: incomplete \(default\)\[(P\d)\]", text)
    assert found is not None
    assert notes[found[1]] == (
        "default of the program; documentation of ujikom_rules, page “Built-in parts”,"
        " section “Aggregator rooms-first”"
    )
    assert [label for label in notes if label[0] not in "AP"] == []
    numbers = re.findall(r"\d+(?: \(default\))?\[[AP]\d\]", text)
    assert "w 100 (default)[P" in text
    assert [each for each in numbers if "default" in each and "[P" not in each] == []


def test_every_section_that_a_default_points_to_is_there() -> None:
    named = [each for each in vars(origins).values() if isinstance(each, origins.Origin)]
    assert len(named) > 5
    catalogue, _ = open_catalogue((), {})
    parts = [
        origins.of_part(role, offered)
        for role, offers in catalogue.offers.items()
        if role != "report_formats"
        for offered in offers.values()
    ]
    headings: dict[str, set[str]] = {}
    for lang, each in product(LANGS, (*named, *parts)):
        page = each.page.say(lang)
        if page not in headings:
            titles = re.findall(r"^#+ (.*)$", (ROOT / page).read_text("utf-8"), re.MULTILINE)
            headings[page] = {title.replace("`", "") for title in titles}
        assert each.section.say(lang) in headings[page], each
        own = re.search(r"^# (.*)$", (ROOT / page).read_text("utf-8"), re.MULTILINE)
        assert own is not None
        assert own[1] == each.title.say(lang)
    assert len(headings) == 4


def test_the_default_of_a_city_is_the_citys() -> None:
    page = showing.page(str(ROOT / "rulesets/malang/2024.toml"), "id")
    found = [note.text for note in page.notes if "plugin malang" in note.text]
    assert found == ["bawaan plugin malang; acuan malang:five-offices"]


@pytest.mark.parametrize(
    "rules, words",
    [
        (leaf('criteria = [{ id = "a", scale = { lower = 0, upper = 9 } }]'), "a 100 (default)"),
        (leaf(SCALE), "w 100 (default)"),
        (
            leaf(SCALE).replace('"w"', '"u"') + leaf(SCALE) + '[decision]\nweighting = "equal"\n',
            "u 50 (from number and order) w 50 (from number and order)",
        ),
        (
            leaf(SCALE) + '[decision]\naggregation = "sum"\n',
            "Weight of each stage stage factor w 1 (default)",
        ),
        (
            leaf(
                'weighting = "rank-order-centroid"',
                "each = { scale = { lower = 0, upper = 9 } }",
                'criteria = [{ id = "a" }, { id = "b" }]',
            ),
            "2 b 25 (from number and order)",
        ),
    ],
)
def test_a_weight_that_nobody_wrote_is_shown(rules: str, words: str) -> None:
    assert words in words_of(rules)


def test_a_tie_break_says_its_direction() -> None:
    text = words_of(
        leaf(SCALE)
        + '[ranking]\ntie-breaks = [{ use = "stage-score", stage = "w" },'
        + ' { use = "lot", order = "ascending" }]\n'
    )
    assert "1. value of a stage - stage: w - direction: the higher one first (default)" in text
    assert "seed - direction: the lower one first" in text
    assert "Who lacks the value of one stands below those who have it" in text


def test_the_clauses_of_a_panel_say_what_nobody_wrote() -> None:
    text = words_of('[panel]\nuse = "composition"\nsize = { at-least = 5 }\n' + stage("w", SCALE))
    assert (
        "size: at least 5[A1]; must be odd: no (default); when breached: error (default)"
        " - examiners who are examined: not checked (default)"
        " - conflict of interest: the pair's marks are not taken (default)"
    ) in text
    text = words_of('[panel]\nuse = "composition"\nconflict = "unseat"\n' + stage("w", SCALE))
    assert "the examiner is not seated at all; when breached: note (default)" in text


@pytest.mark.parametrize(
    "panel, words",
    [
        ("", "quorum no fewer marks than 1 (default)"),
        ('use = "composition"\nquorum = 3', "no fewer marks than 3[A1], as the panel rule says"),
        (
            'use = "composition"\nquorum = { at-least = 2 }',
            "no fewer marks than 2[A1], as the panel rule says",
        ),
    ],
)
def test_where_a_quorum_comes_from_is_said(panel: str, words: str) -> None:
    rules = (f"[panel]\n{panel}\n" if panel else "") + stage("w", SCALE)
    assert words in words_of(rules)
    everybody = "panel every examiner on record is seated (default)"
    assert (everybody in words_of(rules)) == (not panel)


def test_no_marks_of_a_criterion_leave_the_others_to_the_stage() -> None:
    text = words_of(
        stage(
            "w",
            'no-marks = { absent = "zero" }',
            'each = { scale = { lower = 0, upper = 9 }, no-marks = { void = "incomplete" } }',
            'criteria = [{ id = "a", weight = 100, no-marks = { recused = "zero" } }]',
        )
    )
    assert (
        "not entered: incomplete (default) absent: counts zero recused: left out (default)"
        " abstained: left out (default) void: incomplete"
    ) in text
    assert "no-mark: - recused: counts zero" in text


def test_a_value_function_of_marks_says_where_it_stands() -> None:
    linear = 'value = { use = "linear", from = [0, 9], to = [0, 90] }'
    scale = "scale = { lower = 0, upper = 9 }"
    said_of = "applied: to each examiner's mark (default)"
    assert said_of in words_of(stage("w", scale, linear))
    assert said_of not in words_of(leaf(scale, linear))


def test_what_nobody_wrote_of_an_open_term_and_of_a_plugin_is_told() -> None:
    opened = '[[open]]\nkey = "decision.cut-score"\nat-least = 60\nat-most = 80\n'
    page = showing.page(
        ujikom.parse_ruleset(ASSUMED + stage("w", SCALE) + opened), "en", plugins={}
    )
    text = " ".join(flat(page))
    assert re.search(r"cut-score\) fill\[(P\d)\] 60\[A1\] 80\[A1\] no\[\1\] error\[\1\]", text)
    malang = showing.page(str(ROOT / "rulesets/malang/2024.toml"), "en")
    assert "version: 1.0 may amend the rules: no (default)" in " ".join(flat(malang))


def test_a_long_address_is_parted_only_where_a_line_ends() -> None:
    url = "https://" + ".".join(["berita-kabupaten"] * 12)
    rules = stage("w", SCALE).replace(
        SCALE, f'{SCALE}\nsource = {{ title = "Pengumuman", url = "{url}" }}'
    )
    text = showing.text_of(showing.page(ujikom.parse_ruleset(ASSUMED + rules), "id", plugins={}))
    assert url in re.sub(r"\n +", "", text)
    assert max(map(len, text.splitlines())) <= 100
