"""Advice that fits its case: the key, the word, the file or the number that is really wrong."""

from pathlib import Path

import pytest

import ujikom_rules as ujikom
from tests.compiled import findings_of, stage
from ujikom_rules.errors import Finding
from ujikom_rules.messages import hint_of, text_of

MARKS = "scale = { lower = 0, upper = 100 }"
FACTS = """[facts]
setengah = { type = "number", lower = 0, upper = 2, step = 0.5 }
gelar = { type = "level", levels = ["S1", "S2"] }
hadir = { type = "yes-no" }
jenis = { type = "text", one-of = ["opd", "staf"] }
"""


def whole(text: str) -> tuple[Finding, ...]:
    """The findings of a ruleset with all of its checks."""
    head = 'schema = 1\n[ruleset]\nid = "uji/contoh"\nversion = "1.0"\ntitle = "Contoh"\n'
    document = ujikom.parse_ruleset(f'{head}source = "assumption"\n{text}')
    return ujikom.check(document, plugins={})


@pytest.mark.parametrize("slip", ["di", "xd", "wd", "i", "idd"])
def test_a_misspelt_id_is_told_once_and_never_as_kind(slip: str) -> None:
    rules = stage("w", MARKS).replace('id = "w"', f'{slip} = "w"', 1)
    (found,) = findings_of(rules)
    assert (found.code, found.args["got"], found.args["nearest"]) == ("UJ201", slip, "id")


def test_a_stage_without_id_is_not_told_that_its_kind_is_misspelt() -> None:
    (found,) = findings_of(stage("w", MARKS).replace('id = "w"\n', "", 1))
    assert (found.code, hint_of(found, "en")) == ("UJ202", "add 'id' here")


@pytest.mark.parametrize(
    "word, hint",
    [
        ("reest", "perhaps 'rest' is meant"),
        ("Rest", "perhaps 'rest' is meant"),
        ("sisa", "perhaps 'rest' is meant"),
        ("tiga", 'write numbers with a decimal point (12.5), or a fraction in quotes ("1/3")'),
    ],
)
def test_a_word_for_a_weight_is_the_rest_or_no_number(word: str, hint: str) -> None:
    rules = stage("a", MARKS, "weight = 60") + stage("b", MARKS, f'weight = "{word}"')
    (found,) = [each for each in findings_of(rules) if each.code == "UJ208"]
    assert hint_of(found, "en") == hint


@pytest.mark.parametrize(
    "test, text, hint",
    [
        (
            '{ fact = "setengah", is = 0.7 }',
            (
                "batas 'is 0.7' tidak pernah terpenuhi: 'setengah' bernilai 0 sampai 2 dengan "
                "kelipatan 0.5"
            ),
            "periksa batas ini dan keterangan fakta 'setengah' di [facts]",
        ),
        (
            '{ fact = "gelar", at-least = "S1" }',
            "batas 'at-least S1' selalu terpenuhi: 'gelar' bernilai S1 sampai S2",
            "periksa batas ini dan keterangan fakta 'gelar' di [facts]",
        ),
        (
            '{ all = [{ fact = "jenis", is = "opd" }, { fact = "jenis", is = "staf" }] }',
            (
                "batas 'is opd dan is staf' tidak pernah terpenuhi: 'jenis' tidak pernah memenuhi "
                "keduanya"
            ),
            "periksa batas ini dan keterangan fakta 'jenis' di [facts]",
        ),
        (
            '{ stage = "w", at-least = 0 }',
            "batas 'at-least 0' selalu terpenuhi: 'w' bernilai 0 sampai 100",
            "periksa batas ini dan skala nilainya",
        ),
    ],
)
def test_a_bound_that_parts_nobody_is_told_by_what_it_asks_about(
    test: str, text: str, hint: str
) -> None:
    gate = stage("g", f"require = {test}", kind="threshold-gate")
    (found,) = whole(FACTS + stage("w", MARKS) + gate)
    assert (text_of(found, "id"), hint_of(found, "id")) == (text, hint)


def test_keys_that_no_part_has_are_told_beside_a_part_that_is_not_known() -> None:
    keys = ("absense = 'zero'", "requires = ['x']", "quorum = 3")  # of a gate, and of the frame
    kind = stage("w", MARKS, *keys, kind="panl")
    pooling = stage("v", MARKS, "pooling = { use = 'trimed-mean', dorp = 1, limit = 2 }")
    told = [(each.code, each.args["got"], each.args.get("nearest")) for each in findings_of(kind)]
    assert told == [("UJ511", "panl", "panel"), ("UJ201", "absense", "absence")]
    told = [
        (each.code, each.args["got"], each.args.get("nearest")) for each in findings_of(pooling)
    ]
    assert told == [("UJ511", "trimed-mean", "trimmed-mean"), ("UJ201", "dorp", "drop")]


def test_the_keys_of_a_plugin_that_is_not_there_may_be_right() -> None:
    rules = '[plugins]\nkotaku = "1.0"\n' + stage("w", MARKS, "naskah = 40", kind="kotaku:paparan")
    assert [each.code for each in findings_of(rules)] == ["UJ501"]
    unnamed = stage("w", MARKS, "naskah = 40", kind="kotaku:paparan")
    assert [each.code for each in findings_of(unnamed)] == ["UJ512"]


def test_a_weight_of_0_in_a_table_is_told_in_the_table() -> None:
    rows = "opd = { a = 100, b = 0 }, staf = { a = 100, b = 0 }"
    table = f'[decision]\nweighting = {{ use = "by-fact", fact = "jenis", table = {{ {rows} }} }}\n'
    rules = FACTS + stage("a", MARKS) + stage("b", MARKS) + table
    (found,) = [each for each in whole(rules) if each.code == "UJ363"]
    assert found.path == "decision.weighting.table.opd.b"
    assert text_of(found, "en").startswith("'b' can never change the total")


def test_a_file_of_cases_in_place_of_a_ruleset_is_told_once(tmp_path: Path) -> None:
    file = tmp_path / "kota.cases.toml"
    file.write_text('schema = 1\n[[cases]]\nid = "a"\n', encoding="utf-8")
    (found,) = ujikom.check(str(file), plugins={})
    assert found.code == "UJ606"
    assert text_of(found, "id") == (
        "kota.cases.toml tidak dapat dibaca di sini: ini berkas contoh uji, bukan berkas aturan"
    )
    named = tmp_path / "kota.toml"
    assert hint_of(found, "id") == f"pakai perintah untuk contoh uji: 'ujikom test {named}'"


def test_what_stands_under_a_misspelt_base_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    base = stage("w", MARKS) + '[[open]]\nkey = "stages.w.weight"\n'
    head = 'schema = 1\n[ruleset]\nid = "{}"\nversion = "1.0"\ntitle = "X"\n'
    (tmp_path / "dasar.toml").write_text(head.format("dasar/uji") + base, encoding="utf-8")
    own = '[[stages]]\nid = "w"\nafter = "x"\nweight = "tiga"\n[decision]\ncompare = "unroundd"\n'
    for wrong, right in (("extend", "extends"), ("[rleset]", "[ruleset]")):
        text = head.format("kota/uji") + 'extends = "dasar/uji"\n' + own
        document = ujikom.parse_ruleset(text.replace(right, wrong, 1))
        found = ujikom.check(document, rulesets=[tmp_path], plugins={})
        assert [each.code for each in found] == ["UJ201", "UJ208", "UJ205"]
        assert found[0].args["nearest"] == right.strip("[]")
