"""What an officer slips in over a base is told once, as the slip, in both languages."""

from pathlib import Path

import pytest

import ujikom_rules as ujikom
from ujikom_rules.errors import Finding
from ujikom_rules.messages import Lang, hint_of, text_of

HEAD = """schema = 1
[ruleset]
id = "payakumbuh/seleksi"
version = "1.0"
title = "Payakumbuh"
extends = "national/seleksi-terbuka"
source = "assumption"
"""
BASE = """schema = 1
[ruleset]
id = "dasar/uji"
version = "1.0"
title = "Dasar"
source = "assumption"
[[stages]]
id = "wawancara"
kind = "panel"
each = { scale = { lower = 0, upper = 100 } }
criteria = [{ id = "gagasan", weight = 60 }, { id = "sikap", weight = 40 }]
[[open]]
key = "stages.wawancara.criteria"
may = ["MAY"]
"""
WEIGHTS = {"rekam-jejak": 20, "asesmen": 25, "makalah": 20, "wawancara": 35}


def over(*replacing: tuple[str, str]) -> str:
    """A city's file over the national base, some of it written otherwise."""
    stages = "".join(f'[[stages]]\nid = "{id_}"\nweight = {w}\n' for id_, w in WEIGHTS.items())
    text = f"{HEAD}{stages}[decision]\ncut-score = 70\n"
    for right, wrong in replacing:
        assert right in text
        text = text.replace(right, wrong)
    return text


def errors(text: str) -> list[Finding]:
    found = ujikom.check(ujikom.parse_ruleset(text, file="kota.toml"), plugins={})
    return [each for each in found if each.severity == "error"]


def told(text: str) -> list[tuple[str, str]]:
    return [(each.code, str(each.place)) for each in errors(text)]


def over_base(folder: Path, base: str, own: str) -> list[Finding]:
    """The errors of a file over a base of this module's own."""
    (folder / "dasar.toml").write_text(base, encoding="utf-8")
    text = HEAD.replace("national/seleksi-terbuka", "dasar/uji") + own
    document = ujikom.parse_ruleset(text, file="kota.toml")
    found = ujikom.check(document, rulesets=[folder], plugins={})
    return [each for each in found if each.severity == "error"]


def criteria_over(folder: Path, may: str, criteria: str) -> list[Finding]:
    own = f'[[stages]]\nid = "wawancara"\ncriteria = [{criteria}]\n'
    return over_base(folder, BASE.replace("MAY", may), own)


def test_the_file_itself_is_sound() -> None:
    assert told(over()) == []


def test_a_misspelt_key_of_a_stage_of_the_base_is_told_as_that_alone() -> None:
    bobot = over(("weight = 25", "bobot = 25"), ("weight = 35", "weight = 35\nkuorum = 3"))
    assert told(bobot) == [("UJ201", "kota.toml:13:1"), ("UJ201", "kota.toml:20:1")]
    assert [hint_of(each, "id") for each in errors(bobot)] == [
        "mungkin maksudnya 'weight'",
        "mungkin maksudnya 'quorum'",
    ]


@pytest.mark.parametrize("key", ["cut-scroe", "passing-grade"])
def test_an_unknown_key_is_not_said_to_be_closed(key: str) -> None:
    assert told(over(("cut-score", key))) == [("UJ201", "kota.toml:21:1")]


def test_what_is_lacking_for_a_misspelt_key_follows_from_it(tmp_path: Path) -> None:
    terms = '[decision]\naggregation = "weighted-mean"\n[[open]]\nkey = "decision.cut-score"\n'
    base = BASE.partition("[[open]]")[0] + terms

    def codes(line: str) -> list[str]:
        return [each.code for each in over_base(tmp_path, base, f"[decision]\n{line}\n")]

    assert codes("cut-score = 70") == []
    assert codes("title = 'Nilai akhir'") == ["UJ424"]
    assert codes("cut-scroe = 70") == ["UJ201"]


def test_a_heading_in_single_brackets_is_told_alone() -> None:
    (found,) = errors(HEAD + '[stages]\nid = "rekam-jejak"\nweight = 20\n')
    assert (found.code, str(found.place)) == ("UJ142", "kota.toml:8:2")
    assert hint_of(found, "id") == "tulis [[stages]]"


@pytest.mark.parametrize(
    "lang, text, hint",
    [
        (
            "id",
            (
                "aturan induk tidak memuat 'wawancra', dan sebagai tahapan baru ia belum mempunyai "
                "'kind'"
            ),
            "mungkin maksudnya 'wawancara'",
        ),
        (
            "en",
            "the base does not have 'wawancra', and as a new stage it lacks 'kind'",
            "perhaps 'wawancara' is meant",
        ),
    ],
)
def test_a_misspelt_stage_of_the_base_is_named(lang: Lang, text: str, hint: str) -> None:
    """The weights sum to 135 with it, but that is the same slip."""
    (found,) = errors(over(('id = "wawancara"', 'id = "wawancra"')))
    assert (found.code, str(found.place), found.path) == (
        "UJ408",
        "kota.toml:18:6",
        "stages.wawancra",
    )
    assert (text_of(found, lang), hint_of(found, lang)) == (text, hint)


def test_a_new_stage_beside_the_one_that_is_meant_lacks_its_kind() -> None:
    more = over() + '[[stages]]\nid = "wawancara-2"\nweight = 0\n'
    (found,) = errors(more)
    assert (found.code, found.path) == ("UJ202", "stages.wawancara-2.kind")
    assert hint_of(found, "id") == "tambahkan 'kind' di sini"
    assert hint_of(found, "en") == "add 'kind' here"


def test_a_new_stage_with_a_misspelt_kind_is_none_of_the_base() -> None:
    more = over() + '[[stages]]\nid = "wawancra"\nknid = "advisory"\n'
    without = more.replace('[[stages]]\nid = "wawancara"\nweight = 35\n', "")
    assert ("UJ201", "kota.toml:24:1") in told(more)
    assert "UJ408" not in [code for code, _ in told(without)]


def test_a_misspelt_criterion_of_the_base_is_named_where_none_may_be_added(tmp_path: Path) -> None:
    (found,) = criteria_over(tmp_path, "replace", '{ id = "sikp", weight = 40 }')
    assert (found.code, str(found.place)) == ("UJ408", "kota.toml:10:20")
    assert text_of(found, "id") == (
        "aturan induk tidak memuat 'sikp', dan tidak membolehkan tambahan di sini"
    )
    assert hint_of(found, "en") == "perhaps 'sikap' is meant"
    (other,) = criteria_over(tmp_path, "replace", '{ id = "bahasa", weight = 0 }')
    assert other.code == "UJ421"  # a criterion of its own


def test_a_misspelt_criterion_that_counts_twice_is_named(tmp_path: Path) -> None:
    (found,) = criteria_over(tmp_path, "add", '{ id = "sikp", weight = 40 }')
    assert (found.code, str(found.place)) == ("UJ408", "kota.toml:10:20")
    assert text_of(found, "en") == "the base does not have 'sikp', so its weight counts twice"
    (other,) = criteria_over(tmp_path, "add", '{ id = "sikp", weight = 10 }')
    assert (other.code, other.args["got"]) == ("UJ301", "110")  # perhaps it is one of its own
    (far,) = criteria_over(tmp_path, "add", '{ id = "bahasa", weight = 40 }')
    assert (far.code, far.args["got"]) == ("UJ301", "140")


def test_a_key_beneath_an_item_of_the_base_is_not_said_to_be_open_for_items(tmp_path: Path) -> None:
    (found,) = criteria_over(tmp_path, "add", '{ id = "sikap", missing = "zero" }')
    assert (found.code, found.path) == ("UJ420", "stages.wawancara.criteria.sikap.missing")
    assert text_of(found, "id") == (
        "aturan induk tidak membuka 'stages.wawancara.criteria.sikap.missing' bagi aturan daerah"
    )
    assert hint_of(found, "en") == (
        "delete what stands here; of what belongs to the base only what [[open]] leaves open may "
        "be filled in"
    )
