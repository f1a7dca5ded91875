"""What a number of the ruleset is called in a working: titles and words, and no key of a file."""

from fractions import Fraction

import pytest

import ujikom_rules as ujikom
from tests.little_events import score
from ujikom_rules.analysis.showing.words import KEYS
from ujikom_rules.messages import LANGS, Lang, Text
from ujikom_rules.model.bidi import isolated
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.given import given_label
from ujikom_rules.model.words import ITEM_WORDS, STEP_WORDS

LINEAR = """
[[stages]]
id = "wawancara"
title = { id = "Wawancara akhir", en = "Final interview" }
kind = "weighted-criteria"
each = { scale = { lower = 1, upper = 5 }, value = { use = "linear", from = [1, 5], to = [20, 100] } }
criteria = [
  { id = "isi", title = { id = "Isi makalah", en = "Content" }, weight = 60 },
  { id = "gaya", weight = 40 },
]
"""
TITLES = {
    "rj": Text("Rekam jejak", "Track record"),
    "rj.masa": Text("Masa jabatan", "Time in office"),
}


def labels(lang: Lang) -> dict[str, str]:
    evaluation = score(LINEAR, "A01 wawancara.isi - 4\nA01 wawancara.gaya - 3")
    figures = ujikom.working(evaluation, "A01", lang)["figures"]
    assert isinstance(figures, list)
    return {
        each["address"]: each["label"] for each in figures if each["address"].startswith("rule:")
    }


def test_the_numbers_of_a_scale_are_told_in_words_in_both_languages() -> None:
    said, told = labels("id"), labels("en")
    above = "rule:stages.wawancara.each.value"
    assert said[f"{above}.from.0"] == "Wawancara akhir › untuk setiap kriteria › dari › angka ke-1"
    assert told[f"{above}.to.1"] == "Final interview › for every criterion › to › number 2"
    assert said["rule:stages.wawancara.criteria.isi.weight"] == "bobot Isi makalah"
    assert told["rule:stages.wawancara.criteria.isi.weight"] == "weight Content"
    assert said["rule:stages.wawancara.criteria.gaya.weight"] == "bobot gaya"  # has no title


@pytest.mark.parametrize(
    "path, expected",
    [
        ("stages.rj.weight", "bobot Rekam jejak"),
        ("stages.rj.criteria.masa.factor", "faktor Masa jabatan"),
        ("decision.cut-score", "ambang batas"),
        ("stages.rj.each.weight", "Rekam jejak › untuk setiap kriteria › bobot"),
        ("decision.weighting.table.opd.rj", "opd › Rekam jejak"),
        ("stages.rj.weighting.table.2.masa", "Rekam jejak › 2 › Masa jabatan"),
        ("stages.rj.weighting.from.lain", "Rekam jejak › from › lain"),  # of no part we know
        ("stages.rj.criteria.masa.value.bands.0.value", "Rekam jejak › Masa jabatan › rentang 1"),
        ("stages.rj.value.cases.1.value", "Rekam jejak › keadaan 2"),
        ("stages.rj.value.points.3", "Rekam jejak › 3"),  # a level, not the fourth of a list
        ("stages.rj.value.points.from", "Rekam jejak › from"),  # a level of that name
        ("stages.rj.value.1.from.0", "Rekam jejak › cara menilai 2 › dari › angka ke-1"),
        ("stages.rj.value.table.0.1", "Rekam jejak › baris 1 › angka ke-2"),
        ("stages.rj.value.otherwise", "Rekam jejak › selain itu"),
        ("stages.rj.pooling.over.weights.ketua",
         "Rekam jejak › penggabungan nilai penguji › antarkelompok › bobot kelompok › ketua"),
        ("decision.classifier.bands.2.at-least", "rentang 3 › paling rendah"),
        ("stages.rj.table", "Rekam jejak › table"),
        ("value", "value"),
        ("stages", "stages"),
    ],
)  # fmt: skip
def test_a_key_path_is_told_by_titles_and_words(path: str, expected: str) -> None:
    assert given_label(Figure(Fraction(1), "given", path=path), TITLES, "id") == expected


def test_a_label_of_its_own_stays_and_a_title_turns_no_neighbour() -> None:
    own = Figure(Fraction(1), "given", path="stages.rj.weight", label=Text("bagian", "share"))
    assert given_label(own, TITLES, "en") == "share"
    turned = {"rj": Text.same("Rekam\u202ejejak")}
    said = given_label(Figure(Fraction(1), "given", path="stages.rj.weight"), turned, "id")
    assert said == "bobot " + isolated("Rekam\u202ejejak")
    assert said != "bobot Rekam\u202ejejak"


def test_the_words_of_a_working_are_those_of_the_shown_rules() -> None:
    shared = STEP_WORDS.keys() & KEYS.keys()
    assert len(shared) == len(STEP_WORDS)
    for key in shared:
        assert KEYS[key].id == STEP_WORDS[key].id
        assert KEYS[key].en == STEP_WORDS[key].en
    for lang in LANGS:
        assert all(each.say(lang).format(3).endswith(" 3") for each in ITEM_WORDS.values())
