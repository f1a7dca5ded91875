"""What officers write in their own words, or as another program writes it, is told as what is meant."""

from pathlib import Path

import pytest

import ujikom_rules as ujikom
from ujikom_rules.analysis.reading_cases import read_cases
from ujikom_rules.errors import Finding, Refused
from ujikom_rules.messages import about_of, hint_of, text_of
from ujikom_rules.names import key_meant, nearest
from ujikom_rules.reading.scoresheets.csv_text import read_grid

RULES = """schema = 1
[ruleset]
id = "kota/uji"
version = "1.0"
title = "Kota"
source = "assumption"
[facts]
lama = { type = "number", lower = 0.5, upper = 40.5, step = 0.25 }
[[stages]]
id = "wawancara"
kind = "panel"
each = { scale = { lower = 0.5, upper = 100, step = 0.25 } }
criteria = [{ id = "sikap", weight = 50 }, { id = "gagasan", weight = 50 }]
[[stages]]
id = "syarat"
kind = "threshold-gate"
require = { fact = "lama", at-least = 1 }
[ranking]
within = "event"
"""


def errors(rules: str) -> list[Finding]:
    found = ujikom.check(ujikom.parse_ruleset(rules, file="kota.toml"), plugins={})
    return [each for each in found if each.severity == "error"]


@pytest.mark.parametrize(
    "word, known, meant",
    [
        ("peringkat", ["total", "rank", "printed"], "rank"),
        ("peringkat", ["title", "findings", "printed"], ""),  # which looks like it, and is not
        ("peringkat", ["ranking", "rankings"], "ranking"),
        ("syarat", ["syarat-1", "wawancara"], "syarat-1"),
        ("Jumlah", ["kind", "role", "count"], "count"),
        ("jumlah", ["mean", "sum"], "sum"),
        ("type", ["jenis", "levels"], "jenis"),  # asked the other way about
        ("nilai akhir", ["total", "rank"], "total"),
    ],
)
def test_an_officers_word_means_what_there_is(word: str, known: list[str], meant: str) -> None:
    assert nearest(word, known) == meant


@pytest.mark.parametrize(
    "words, key",
    [
        ("Ambang  Batas", "cut-score"),
        ("nilai akhir", ""),  # of a case the total, of a ruleset the decision
        ("belum lengkap", ""),  # no key, and perhaps a category of one's own
        ("nilai batas", ""),
    ],
)
def test_words_that_mean_one_key_only(words: str, key: str) -> None:
    assert key_meant(words) == key


def test_a_space_in_an_officers_word_is_told_with_the_key_itself() -> None:
    with pytest.raises(Refused) as refused:
        ujikom.parse_ruleset(RULES + "[decision]\nambang batas = 68\n", file="kota.toml")
    (found,) = refused.value.findings
    assert (found.code, hint_of(found, "id"), hint_of(found, "en")) == (
        "UJ109",
        "tulis cut-score",
        "write cut-score",
    )


@pytest.mark.parametrize(
    "said, hint",
    [
        ("asumsi", 'mungkin maksudnya "assumption"'),
        ("Keputusan Pansel", 'tulis source.title = "Keputusan Pansel"'),
    ],
)
def test_an_assumption_is_no_title(said: str, hint: str) -> None:
    (found,) = errors(RULES.replace('"assumption"', f'"{said}"'))
    assert (found.code, hint_of(found, "id")) == ("UJ440", hint)


@pytest.mark.parametrize(
    "more, code, path, hint",
    [
        ("kursi = []", "UJ201", "kursi", "mungkin maksudnya 'seats'"),
        (
            "seats = [{ kind = 'x', jumlah = 1 }]",
            "UJ201",
            "seats.0.jumlah",
            "mungkin maksudnya 'count'",
        ),
        (
            "seats = [{ kind = 'x', peran = 'chair' }]",
            "UJ201",
            "seats.0.peran",
            "mungkin maksudnya 'role'",
        ),
        (
            "seats = [{ kind = 'x', role = 'ketua' }]",
            "UJ205",
            "seats.0.role",
            "mungkin maksudnya 'chair'",
        ),
        (
            "zzz = 1",
            "UJ201",
            "zzz",
            "yang ada di sini: chair, conflict, examinee, internal, quorum, seats, size",
        ),
        (
            "seats = [{ kind = 'x', zzz = 1 }]",
            "UJ201",
            "seats.0.zzz",
            "yang ada di sini: count, kind, role, severity",
        ),
    ],
)
def test_words_in_a_panel_rule(more: str, code: str, path: str, hint: str) -> None:
    (found,) = errors(f'{RULES}[panel]\nuse = "composition"\n{more}\n')
    assert (found.code, found.path, hint_of(found, "id")) == (code, f"panel.{path}", hint)


@pytest.mark.parametrize(
    "old, new, hint",
    [
        ('type = "number"', 'type = "angka"', "mungkin maksudnya 'number'"),
        ('within = "event"', 'tie-breaks = ["undian"]', "mungkin maksudnya 'lot'"),
        (
            'within = "event"',
            'tie-breaks = [{ use = "nilai-tahapan", stage = "wawancara" }]',
            "mungkin maksudnya 'stage-score'",
        ),
        (
            'within = "event"',
            'tie-breaks = [{ use = "stage-score", stage = "wawancara", ordr = "ascending" }]',
            "mungkin maksudnya 'order'",
        ),
        ('kind = "panel"', 'kind = "panitia"', "mungkin maksudnya 'panel'"),
    ],
)
def test_words_for_values_and_parts(old: str, new: str, hint: str) -> None:
    assert hint in {hint_of(each, "id") for each in errors(RULES.replace(old, new, 1))}


def test_words_in_a_case(tmp_path: Path) -> None:
    file = tmp_path / "kota.cases.toml"
    file.write_text(
        '[[cases]]\nid = "x"\n[cases.scoresheet]\n[cases.expect.A1]\n'
        'peringkat = 1\nkeputusan = "x"\nnilai-akhir = "80"\nverdict = "memenuhi-syarat"\n',
        encoding="utf-8",
    )
    _, found = read_cases(file)
    assert [(each.code, hint_of(each, "id")) for each in found] == [
        ("UJ205", "mungkin maksudnya 'qualified'"),
        ("UJ201", "mungkin maksudnya 'rank'"),
        ("UJ201", "mungkin maksudnya 'verdict'"),
        ("UJ201", "mungkin maksudnya 'total'"),
    ]


# ------------------------------------------------------------------ rows of a table


@pytest.mark.parametrize(
    "text, hint",
    [
        ("a,b,c\nA1;E1;80\n", "dipisahkan dengan titik koma (;), judul tabelnya dengan koma (,)"),
        ("a,b,c\nA1;E1;80,5\n", "dipisahkan dengan titik koma (;), judul tabelnya dengan koma (,)"),
        ("a,b,c\nA1;E1\n", "dipisahkan dengan titik koma (;), judul tabelnya dengan koma (,)"),
        ("a;b;c\nA1\tE1\t80,5\n", "dipisahkan dengan tab, judul tabelnya dengan titik koma (;)"),
        ("a;b;c\nA1,E1,80.5\n", "dipisahkan dengan koma (,), judul tabelnya dengan titik koma (;)"),
    ],
)
def test_a_row_with_another_separator_is_told_once_as_that(text: str, hint: str) -> None:
    grid, (found,) = read_grid(text, "t.csv")
    assert (found.code, str(found.place), grid is not None and grid.rows) == (
        "UJ619",
        "t.csv:2:1",
        [],
    )
    assert text_of(found, "id") == "baris ini berisi 1 kolom, padahal judulnya 3"
    assert hint_of(found, "id").startswith(f"baris ini {hint}; pakai ")


@pytest.mark.parametrize(
    "text, row",
    [
        ("a\nAni; Budi\n", ["Ani; Budi"]),  # one column alone cannot have moved
        ("a,b,c\nX;Y,1,2\n", ["X;Y", "1", "2"]),
        ("a;b;c\n80,5\n", ["80,5", "", ""]),
        ("a;b\nX,Y;1\n", ["X,Y", "1"]),
    ],
)
def test_other_signs_in_a_text_separate_nothing(text: str, row: list[str]) -> None:
    grid, found = read_grid(text, "t.csv")
    assert found == []
    assert grid is not None
    assert grid.rows == [row]


def refused(folder: Path, ratings: str, stage: str = "wawancara", fact: str = "5") -> list[Finding]:
    tables = {
        "event.toml": '[event]\nid = "x"\ndate = 2026-01-02\n',
        "candidates.csv": f"id;lama\nA1;{fact}\nA2;5\n",
        "examiners.csv": "id\nE1\n",
        f"ratings.{stage}.csv": ratings,
    }
    for name, text in tables.items():
        (folder / name).write_text(text, encoding="utf-8")
    plan = ujikom.plan(ujikom.parse_ruleset(RULES), plugins={})
    with pytest.raises(Refused) as caught:
        ujikom.evaluate(plan, ujikom.read_scoresheet(folder))
    return [each for each in caught.value.findings if each.severity == "error"]


def test_an_unknown_stage_is_told_once_a_row(tmp_path: Path) -> None:
    rows = "peserta;penguji;sikap;gagasan\nA1;E1;80;80\nA2;E1;80;80\n"
    found = refused(tmp_path, rows, "tes")
    assert [(each.code, str(each.place)[-5:]) for each in found] == [
        ("UJ661", "v:2:3"),
        ("UJ661", "v:3:3"),
    ]
    assert about_of(found[0], "id") == "A1, penguji E1"


def test_the_scale_has_a_decimal_comma_in_indonesian(tmp_path: Path) -> None:
    (found,) = refused(tmp_path, "peserta;penguji;sikap;gagasan\nA1;E1;80,1;80\n")
    assert text_of(found, "id").endswith("di luar skala: 0,5 sampai 100, kelipatan 0,25")
    assert text_of(found, "en").endswith("is off the scale: 0.5 to 100 in steps of 0.25")


@pytest.mark.parametrize(
    "fact, said", [("0,25", ">= 0,5"), ("41", "<= 40,5"), ("0,6", "0,5 + n × 0,25")]
)
def test_the_bounds_of_a_fact_have_a_decimal_comma(tmp_path: Path, fact: str, said: str) -> None:
    (found,) = refused(tmp_path, "peserta;penguji;sikap;gagasan\nA1;E1;80;80\n", fact=fact)
    assert found.code == "UJ671"
    assert said in text_of(found, "id")
    assert said.replace(",", ".") in text_of(found, "en")
