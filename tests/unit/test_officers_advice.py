"""What an officer is told to do is true where it is said, in both languages."""

from pathlib import Path

import pytest
from click.testing import CliRunner

import ujikom_rules as ujikom
from ujikom_rules.cli import commands
from ujikom_rules.errors import Finding, Refused
from ujikom_rules.messages import hint_of, text_of

RULES = """schema = 1
[ruleset]
id = "kota/uji"
version = "1.0"
title = "Kota"
source = "assumption"
[[stages]]
id = "wawancara"
kind = "panel"
scale = { lower = 0, upper = 100, step = 0.5 }
criteria = [{ id = "sikap", weight = 100 }]
"""


def errors(more: str, rules: str = RULES) -> list[Finding]:
    found = ujikom.check(ujikom.parse_ruleset(rules + more, file="kota.toml"), plugins={})
    return [each for each in found if each.severity == "error"]


# ------------------------------------------------------------------ keys and bands


def test_a_key_in_the_place_of_the_only_one_that_is_lacking_is_meant_for_it() -> None:
    bands = '[{ value = "MS", at-least = 70 }, { id = "TMS", below = 70 }]'
    (found,) = errors(f'[decision]\nclassifier = {{ use = "bands", bands = {bands} }}\n')
    assert (found.code, found.path) == ("UJ201", "decision.classifier.bands.0.value")
    assert hint_of(found, "id") == "mungkin maksudnya 'id'"


def test_a_key_of_another_kind_of_value_is_not_meant_for_it() -> None:
    bands = '[{ nomor = 5, at-least = 70 }, { id = "TMS", below = 70 }]'
    found = errors(f'[decision]\nclassifier = {{ use = "bands", bands = {bands} }}\n')
    assert [(each.code, hint_of(each, "en")) for each in found] == [
        ("UJ202", "add 'id' here"),
        ("UJ201", "what stands here: above, at-least, at-most, below, id"),
    ]


def test_what_lacks_a_part_is_told_to_name_it() -> None:
    (found,) = errors('[ranking]\ntie-breaks = [{ stage = "wawancara" }]\n')
    assert (found.code, hint_of(found, "id"), hint_of(found, "en")) == (
        "UJ202",
        "tambahkan 'use' di sini",
        "add 'use' here",
    )


@pytest.mark.parametrize(
    "lower, id_, en",
    [
        (
            "MMS = 81, MS = 70, TMS = 75",
            (
                "0 sampai di bawah 70 tidak masuk rentang mana pun; tambahkan kategori yang mulai di "
                "0, misalnya kurang = 0"
            ),
            "0 to below 70 lies in no band; add a category that begins at 0, such as low = 0",
        ),
        (
            "MS = 0.5",
            (
                "0 sampai di bawah 0.5 tidak masuk rentang mana pun; tambahkan kategori yang mulai di "
                "0, misalnya kurang = 0"
            ),
            "0 to below 0.5 lies in no band; add a category that begins at 0, such as low = 0",
        ),
    ],
)
def test_what_lies_beneath_the_lowest_bound_is_named(lower: str, id_: str, en: str) -> None:
    (found,) = errors(f'[decision]\nclassifier = {{ use = "bands", lower = {{ {lower} }} }}\n')
    assert (found.code, found.path) == ("UJ513", "decision.classifier.lower.MS")
    assert (text_of(found, "id"), text_of(found, "en")) == (id_, en)
    assert hint_of(found, "id") == "perbaiki atau lengkapi yang tertulis di sini"


@pytest.mark.parametrize(
    "rules, path, keys",
    [
        (
            RULES + '[panel]\nuse = "composition"\nsize = 5\n',
            "panel.size",
            "at-least = 5, at-most = 5",
        ),
        (
            RULES + '[panel]\nuse = "composition"\ninternal = 45.5\n',
            "panel.internal",
            "at-most = 45.5",
        ),
        (
            RULES + '[panel]\nuse = "composition"\nsize = "lima"\n',
            "panel.size",
            "at-least = …, at-most = …, odd = …, severity = …",
        ),
        (
            RULES.replace("{ lower = 0, upper = 100, step = 0.5 }", "100"),
            "stages.wawancara.scale",
            "lower = …, upper = …, step = …",
        ),
        (RULES + "[rounding]\nfinal = 2\n", "rounding.final", "places = …, mode = …"),
    ],
)
def test_a_group_of_keys_names_its_keys(rules: str, path: str, keys: str) -> None:
    found = next(each for each in errors("", rules) if each.code == "UJ203")
    assert found.path == path
    assert hint_of(found, "id") == f"perbaiki nilainya menjadi kelompok kunci {{ {keys} }}"
    assert text_of(found, "en").startswith(f"this must be a group of keys {{ {keys} }}, not a")


def test_what_the_page_shows_with_a_brace_too_few_is_told_as_that() -> None:
    text = RULES.replace("scale = {", "each = { scale = {")
    with pytest.raises(Refused) as refused:
        ujikom.parse_ruleset(text, file="kota.toml")
    (found,) = refused.value.findings
    assert (found.code, str(found.place)) == ("UJ118", "kota.toml:10:8")


# ------------------------------------------------------------------ files


def test_a_name_that_notepad_has_lengthened(tmp_path: Path) -> None:
    (tmp_path / "kota.toml.txt").write_text(RULES, encoding="utf-8")
    for given in ("kota.toml", "kota.toml.txt"):
        (found,) = ujikom.check(str(tmp_path / given), plugins={})
        assert (found.code, found.place.file) == ("UJ001", str(tmp_path / "kota.toml"))
        assert hint_of(found, "id") == (
            "di foldernya ada kota.toml.txt: Notepad menambahkan .txt; ganti namanya menjadi "
            "kota.toml"
        )
        assert hint_of(found, "en") == (
            "its folder has kota.toml.txt: Notepad has added .txt; rename it to kota.toml"
        )


def test_where_both_names_are_there_the_longer_one_is_no_ruleset(tmp_path: Path) -> None:
    for name in ("kota.toml", "kota.toml.txt"):
        (tmp_path / name).write_text(RULES, encoding="utf-8")
    assert [e.code for e in ujikom.check(str(tmp_path / "kota.toml.txt"), plugins={})] == ["UJ801"]


@pytest.mark.parametrize("name", ["tidak-ada", "x" * 252, "kota\0"])
def test_a_name_that_nobody_has_lengthened(tmp_path: Path, name: str) -> None:
    (found,) = ujikom.check(str(tmp_path / f"{name}.toml"), plugins={})
    assert found.code in ("UJ001", "UJ007")
    assert "Notepad" not in hint_of(found, "en")


@pytest.mark.parametrize(
    "name, id_, en",
    [
        (
            "kota.cases.toml",
            "pakai perintah untuk contoh uji: 'ujikom test kota.toml'",
            "use the command for cases: 'ujikom test kota.toml'",
        ),
        ("ratings.csv", "pakai foldernya: '.'", "use its folder: '.'"),
        (
            "kota.toml",
            "simpan sebagai .xlsx, atau sebut folder yang berisi event.toml dan tabelnya",
            "save it as .xlsx, or name the folder with event.toml and the tables",
        ),
    ],
)
def test_what_is_no_scoresheet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, id_: str, en: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_text("", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        ujikom.read_scoresheet(name)
    (found,) = refused.value.findings
    assert (found.code, hint_of(found, "id"), hint_of(found, "en")) == ("UJ606", id_, en)


# ------------------------------------------------------------------ cases

CASES = '''[[cases]]
id = "biasa"
[cases.scoresheet]
event = { id = "acara", date = "2026-08-03" }
candidates = """
peserta
A01
"""
examiners = """
penguji
E1
"""
"ratings.wawancara" = """
peserta,penguji,sikap
A01,E1,80
"""
[cases.expect.A01]
total = "80"
'''


def outcome(folder: Path, cases: str, lang: str) -> str:
    (folder / "kota.toml").write_text(RULES, encoding="utf-8")
    (folder / "kota.cases.toml").write_text(cases, encoding="utf-8")
    ran = CliRunner().invoke(commands(), ["--lang", lang, "test", str(folder / "kota.toml")])
    return ran.output


def test_a_table_of_cases_that_is_not_closed(tmp_path: Path) -> None:
    said = outcome(tmp_path, CASES.replace('A01\n"""\nexaminers', "A01\nexaminers"), "id")
    assert "kota.cases.toml:5:14: kesalahan UJ117 " in said
    assert 'tulis """ pada baris tersendiri sebelum baris examiners = """' in said
    said = outcome(tmp_path, CASES.replace('A01\n"""\nexaminers', "A01\nexaminers"), "en")
    assert 'write """ on a line of its own before the line examiners = """' in said


def test_a_criterion_of_a_table_in_cases_is_told_at_its_header(tmp_path: Path) -> None:
    said = outcome(tmp_path, CASES.replace("penguji,sikap", "penguji,sikp"), "en")
    assert "kota.cases.toml:14:3: error UJ662 " in said
    assert "peserta,penguji,sikp\n" in said


@pytest.mark.parametrize(
    "lang, told",
    [
        ("id", "tidak ada peserta 'A1', yang disebut pada baris 17; mungkin maksudnya 'A01'"),
        ("en", "there is no candidacy 'A1', which line 17 names; perhaps 'A01' is meant"),
    ],
)
def test_a_candidacy_that_a_case_misspells_is_named(tmp_path: Path, lang: str, told: str) -> None:
    assert told in outcome(tmp_path, CASES.replace("expect.A01", "expect.A1"), lang)
