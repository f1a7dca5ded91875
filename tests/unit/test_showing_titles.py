"""What a part calls its keys and words, and what the paths of open terms lead to, in `show`."""

import re
from collections.abc import Mapping, Sequence
from typing import Literal

import pytest
from attrs import field, frozen

import ujikom_rules as ujikom
from tests.compiled import HEAD, SCALE, module, stage
from tests.shown import loose, table, words_of
from ujikom_rules.analysis import showing
from ujikom_rules.analysis.schema.parts import named_parts
from ujikom_rules.analysis.showing import show
from ujikom_rules.analysis.showing.words import KEYS, WORDS
from ujikom_rules.catalogue.catalogue import open_catalogue
from ujikom_rules.messages import Lang, Text
from ujikom_rules.model.figure import mean_of
from ujikom_rules.model.ruleset import PluginSpec
from ujikom_rules.plugin import (
    Aggregator,
    Fact,
    Figure,
    Item,
    NodeAt,
    Part,
    StageOutcome,
    StageSheet,
)


@frozen(kw_only=True)
class Side:
    """A table inside the keys."""

    end: Literal["upper", "lower"] = "upper"
    more: str = ""


@frozen(kw_only=True)
class Half:
    """What the kind adds to its criteria."""

    part: Literal["written", "oral"] = "written"


@frozen(kw_only=True)
class Kind:
    """A kind of stage whose keys have titles.

    Attributes:
        on_time: whether the paper came in time.
    """

    on_time: bool | Fact = True
    heard: tuple[str, ...] = ()
    side: Side | None = None
    joined: Aggregator | None = None

    def score(self, sheet: StageSheet) -> StageOutcome:
        return sheet.outcome(sheet.joined(part="written"))


@frozen(kw_only=True)
class Nested:
    """An aggregator that calls a key of the same name otherwise."""

    side: Literal["left", "right"] = "left"
    points: Mapping[str, Figure] = field(factory=dict)

    def combine(self, items: Sequence[Item], at: NodeAt) -> Figure | None:  # noqa: ARG002
        return mean_of(item.value for item in items)


KIND = Part(
    "kind",
    Kind,
    criteria=Half,
    titles={
        "on-time": Text("naskah tepat waktu", "paper in time"),
        "heard": Text("yang didengar", "who is heard"),
        "side": Text("sisi", "side of it"),
        "end": Text("ujung", "end of it"),
        "part": Text("bagian", "half"),
    },
    words={
        "part": {"written": Text("naskah", "paper"), "oral": Text("paparan", "talk")},
        "heard": {"mayor": Text("wali kota", "the mayor")},
        "end": {"lower": Text("sebelah bawah", "the lower one")},
    },
)


PLUGINS = {"demo": module(stage_kinds=[KIND], aggregators=[Part("nested", Nested)])}
RULES = '[plugins]\ndemo = "1.0"\n' + stage(
    "w",
    SCALE,
    'heard = ["mayor", "someone"]',
    'side = { end = "lower", more = "x" }',
    'joined = { use = "demo:nested", side = "right" }',
    'criteria = [{ id = "a", weight = 60, part = "oral" }, { id = "b", weight = 40 }]',
    kind="demo:kind",
)


@pytest.mark.parametrize(
    "lang, words",
    [
        (
            "id",
            (
                "yang didengar wali kota; someone",
                "sisi ujung: sebelah bawah; more: x",
                "naskah tepat waktu ya (bawaan)",
                "- bagian: paparan",
                "- bagian: naskah (bawaan)",
            ),
        ),
        (
            "en",
            (
                "who is heard the mayor; someone",
                "side of it end of it: the lower one; more: x",
                "paper in time yes (default)",
                "half: talk",
                "half: paper (default)",
            ),
        ),
    ],
)
def test_a_part_says_what_its_keys_and_words_are_called(lang: Lang, words: Sequence[str]) -> None:
    text = words_of(RULES, lang, PLUGINS)
    assert [each for each in words if each.removeprefix("- ") not in text] == []


def test_titles_of_a_part_are_not_those_of_a_part_inside_it() -> None:
    assert "side: right" in words_of(RULES, "id", PLUGINS)  # no title of its own


def test_a_kind_that_stands_in_a_table_has_its_titles_too() -> None:
    rules = '[plugins]\ndemo = "1.0"\n' + stage("w", SCALE).replace(
        'kind = "panel"', 'kind = { use = "demo:kind", heard = ["mayor"] }'
    )
    assert "- yang didengar: wali kota" in words_of(rules, "id", PLUGINS)


def test_the_editor_reads_a_title_where_nobody_wrote_more() -> None:
    spec = PluginSpec("demo", "1.0")
    catalogue, _ = open_catalogue((spec,), PLUGINS)
    own = dict(named_parts(catalogue, "stage_kinds"))["demo:kind"].keys
    assert own["on-time"].text == Text("naskah tepat waktu", "whether the paper came in time")
    assert own["heard"].text == Text("yang didengar", "who is heard")
    assert own["joined"].text == Text("", "")
    inside = str(own["side"].shape.schema)
    assert "sebelah bawah" not in inside
    assert "ujung" in inside


OPEN = "".join(
    f'[[open]]\nkey = "{key}"\n'
    for key in (
        "stages",
        "stages.w.weight",
        "stages.w.criteria.a.weight",
        "stages.w.criteria.a.criteria.b.weight",
        "stages.*.criteria.*.value",
        "stages.baru.weight",
        "facts.masa",
        "facts",
        "rankings.lain.method",
        "rankings",
        "decision.cut-score",
        "panel.size.at-least",
        "sesuatu",
    )
)


@pytest.mark.parametrize(
    "lang, told",
    [
        (
            "id",
            (
                "semua tahapan (stages)",
                "Wawancara › bobot (stages.w.weight)",
                "Wawancara › Integritas › bobot (stages.w.criteria.a.weight)",
                "Wawancara › Integritas › b › bobot (stages.w.criteria.a.criteria.b.weight)",
                "setiap tahapan › setiap kriteria › cara menilai (stages.*.criteria.*.value)",
                "baru › bobot (stages.baru.weight)",
                "Masa jabatan (facts.masa)",
                "semua fakta (facts)",
                "peringkat lain › lain › cara memberi peringkat (rankings.lain.method)",
                "peringkat lain (rankings)",
                "nilai akhir › ambang batas (decision.cut-score)",
                "panitia seleksi › jumlah penguji › paling rendah (panel.size.at-least)",
                "sesuatu",
            ),
        ),
        (
            "en",
            (
                "all stages (stages)",
                "Wawancara › weight (stages.w.weight)",
                "every stage › every criterion › value function (stages.*.criteria.*.value)",
                "total › cut score (decision.cut-score)",
            ),
        ),
    ],
)
def test_open_terms_are_called_by_titles_and_the_path_stands_beside(
    lang: Lang, told: Sequence[str]
) -> None:
    criteria = (
        'criteria = [{ id = "a", title = "Integritas", criteria = [{ id = "b" }, { id = "c" }] }]'
    )
    facts = '[facts]\nmasa = { type = "number", title = "Masa jabatan" }\n'
    rules = facts + stage("w", 'title = "Wawancara"', criteria) + OPEN
    text = loose(rules, lang)
    assert [each for each in told if each not in text] == []


def test_the_keys_of_a_kind_are_said_in_open_terms_as_the_kind_says_them() -> None:
    rules = RULES + '[[open]]\nkey = "stages.w.on-time"\n'
    assert "w › naskah tepat waktu (stages.w.on-time)" in words_of(rules, "id", PLUGINS)


@pytest.mark.parametrize("city, ruleset", [("kendari", "kendari/2025"), ("malang", "malang/2024")])
def test_a_city_leaves_no_key_and_no_word_of_its_parts_without_a_name(
    city: str, ruleset: str
) -> None:
    catalogue, _ = open_catalogue((PluginSpec(city, "1.0"),))
    keys: set[str] = set()
    for role in catalogue.offers.values():
        for name, offered in role.items():
            for each in (*offered.fields, *offered.criteria) if name.startswith(city) else ():
                assert each.key in offered.part.titles or each.key in KEYS, each.key
                keys |= offered.part.titles.keys()
                for word in each.type.args if each.type.form == "literal" else ():
                    own = offered.part.words.get(each.key, {})
                    assert word in own or word in WORDS.get(each.key, {}), word
    text = show(ruleset, "id")
    assert keys
    assert [key for key in keys if re.search(rf"(?m)(^\| *|- ){key}(:| +\|)", text)] == []


def test_the_words_of_a_kind_are_said_of_its_allowed_values() -> None:
    term = '[[open]]\nkey = "stages.w.criteria.a.part"\none-of = ["written", "oral"]\n'
    page = showing.page(ujikom.parse_ruleset(HEAD + RULES + term), "id", plugins=PLUGINS)
    (block,) = next(each for each in page.sections if each.id == "open").blocks
    opened = table(block)
    cell = opened.rows[0].cells[opened.heads.index("salah satu dari")]
    assert [line.said.text for line in cell] == ["naskah", "paparan"]


@pytest.mark.parametrize(
    "points, words",
    [("{ scale = 1, order = 2 }", "points: scale: 1[A1]; order: 2[A1]"), ("{}", "points: none")],
)
def test_ids_that_a_part_maps_are_no_keys(points: str, words: str) -> None:
    rules = RULES.replace('side = "right"', f"points = {points}")
    assert words in words_of(rules, "en", PLUGINS)
