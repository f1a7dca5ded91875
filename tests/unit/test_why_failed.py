"""Which requirement of a gate failed is said once, and the stages behind it in one line."""

from typing import Any

import pytest
from attrs import frozen

import ujikom_rules as ujikom
from tests.compiled import NAMED, module, stage
from tests.little_events import HEAD, tables
from ujikom_rules.messages import LANGS, Lang
from ujikom_rules.model.standings import owed_said, remarks, stopped_before
from ujikom_rules.plugin import Part, StageOutcome, StageSheet

RULES = """schema = 1
[ruleset]
id = "kota/2026"
version = "1.0"
title = "Seleksi"
[facts]
lengkap = {{ type = "yes-no", title = {{ id = "Dokumen lengkap", en = "Documents complete" }} }}
tahun = {{ type = "number" }}
pangkat = {{ type = "level", levels = ["III", "IV"] }}
asal = {{ type = "text", one-of = ["opd", "luar"] }}
lahir = {{ type = "date" }}
[[stages]]
id = "awal"
title = {{ id = "Wawancara awal", en = "First interview" }}
kind = "panel"
weight = 50
classifier = {{ use = "bands", lower = {{ baik = 70, kurang = 0 }} }}
each = {{ scale = {{ lower = 0, upper = 100 }} }}
criteria = [{{ id = "visi", title = {{ id = "Visi", en = "Vision" }} }}]
[[stages]]
id = "syarat"
title = {{ id = "Syarat", en = "Requirements" }}
kind = "threshold-gate"
require = {require}
when-failed = "stop"
[[stages]]
id = "akhir"
title = {{ id = "Makalah", en = "Paper" }}
kind = "panel"
weight = 50
scale = {{ lower = 0, upper = 100 }}
[[stages]]
id = "tiga"
title = {{ id = "Tiga besar", en = "Best three" }}
kind = "shortlist"
keep = 3
"""
FACTS = {"lengkap": False, "tahun": "2.5", "pangkat": "III", "asal": "luar", "lahir": "1970-03-04"}


def evaluated(require: str) -> ujikom.Evaluation:
    sheet: dict[str, Any] = {
        "event": {"id": "uji", "date": "2026-08-03"},
        "candidates": [{"id": "P01", "facts": FACTS}],
        "examiners": [{"id": "E1"}, {"id": "E2"}],
        "ratings": [
            {"candidacy": "P01", "stage": "awal", "criterion": "visi", "examiner": each,
             "value": "65.5"} for each in ("E1", "E2")
        ],
        "evidence": [{"id": "surat", "given": False}],
    }  # fmt: skip
    plan = ujikom.plan(ujikom.parse_ruleset(RULES.format(require=require)), plugins={})
    return ujikom.evaluate(plan, ujikom.parse_scoresheet(sheet))


@pytest.mark.parametrize(
    "require, indonesian, english",
    [
        (
            '{ fact = "lengkap", is = true }',
            ["Dokumen lengkap: tidak (diminta: ya)"],
            ["Documents complete: no (asked for: yes)"],
        ),
        (
            '{ fact = "tahun", at-least = 3, at-most = 9 }',
            ["tahun: 2,5 (diminta: paling rendah 3 dan paling tinggi 9)"],
            ["tahun: 2.5 (asked for: at least 3 and at most 9)"],
        ),
        (
            '{ all = [{ fact = "lengkap", is = false }, { fact = "pangkat", at-least = "IV" }] }',
            ["pangkat: III (diminta: paling rendah IV)"],
            ["pangkat: III (asked for: at least IV)"],
        ),
        (
            '{ any = [{ fact = "tahun", above = 3 }, { fact = "asal", one-of = ["opd"] }] }',
            ["tahun: 2,5 (diminta: di atas 3) atau asal: luar (diminta: salah satu dari opd)"],
            ["tahun: 2.5 (asked for: above 3) or asal: luar (asked for: one of opd)"],
        ),
        (
            '{ all = [{ fact = "tahun", above = 3 }, { fact = "asal", is = "opd" }] }',
            ["tahun: 2,5 (diminta: di atas 3)", "asal: luar (diminta: opd)"],
            ["tahun: 2.5 (asked for: above 3)", "asal: luar (asked for: opd)"],
        ),
        (
            '{ not = { any = [{ fact = "tahun", above = 2 }, { fact = "asal", is = "luar" }] } }',
            ["tahun: 2,5 (tidak boleh: di atas 2)", "asal: luar (tidak boleh: luar)"],
            ["tahun: 2.5 (must not be: above 2)", "asal: luar (must not be: luar)"],
        ),
        (
            '{ not = { all = [{ fact = "tahun", above = 2 }, { fact = "asal", is = "luar" }] } }',
            ["tahun: 2,5 (tidak boleh: di atas 2) atau asal: luar (tidak boleh: luar)"],
            ["tahun: 2.5 (must not be: above 2) or asal: luar (must not be: luar)"],
        ),
        (
            '{ not = { fact = "asal", is = "luar" } }',
            ["asal: luar (tidak boleh: luar)"],
            ["asal: luar (must not be: luar)"],
        ),
        (
            '{ not = { fact = "asal", given = true } }',
            ["asal: tercatat"],
            ["asal: recorded"],
        ),
        (
            '{ fact = "lahir", below = 1960-01-01 }',
            ["lahir: 4 Maret 1970 (diminta: di bawah 1 Januari 1960)"],
            ["lahir: 4 March 1970 (asked for: below 1 January 1960)"],
        ),
        (
            '{ stage = "awal", at-least = 70 }',
            ["Wawancara awal: 65,5 (diminta: paling rendah 70)"],
            ["First interview: 65.5 (asked for: at least 70)"],
        ),
        (
            '{ stage = "awal", criterion = "visi", at-least = 70 }',
            ["Wawancara awal › Visi: 65,5 (diminta: paling rendah 70)"],
            ["First interview › Vision: 65.5 (asked for: at least 70)"],
        ),
        (
            '{ category = "awal", is = "baik" }',
            ["kategori Wawancara awal: kurang (diminta: baik)"],
            ["category of First interview: kurang (asked for: baik)"],
        ),
        (
            '{ evidence = "surat", given = true }',
            ["dokumen surat: tidak ada"],
            ["document surat: not there"],
        ),
        (
            '{ any = [{ fact = "lengkap", is = true }, { evidence = "kartu", given = true }] }',
            ["Dokumen lengkap: tidak (diminta: ya) atau dokumen kartu: tidak ada"],
            ["Documents complete: no (asked for: yes) or document kartu: not there"],
        ),
    ],
)
def test_a_gate_says_which_requirement_failed(
    require: str, indonesian: list[str], english: list[str]
) -> None:
    gate = evaluated(require)["P01"].stages["syarat"]
    assert gate.verdict == "not-qualified"
    assert [note.id for note in gate.notes] == indonesian
    assert [note.en for note in gate.notes] == english


def test_a_gate_that_is_met_says_nothing() -> None:
    assert evaluated('{ fact = "lengkap", is = false }')["P01"].stages["syarat"].notes == ()


STOPPED: dict[Lang, str] = {
    "id": "tidak sampai ke Makalah, Tiga besar",
    "en": "stopped before Paper, Best three",
}
WHY: dict[Lang, str] = {
    "id": "Syarat: tidak memenuhi syarat; Dokumen lengkap: tidak (diminta: ya)",
    "en": "Requirements: not qualified; Documents complete: no (asked for: yes)",
}


@pytest.mark.parametrize("lang", LANGS)
def test_whoever_is_stopped_is_told_why_and_the_rest_in_one_line(lang: Lang) -> None:
    evaluation = evaluated('{ fact = "lengkap", is = true }')
    result = evaluation["P01"]
    assert stopped_before(result, evaluation, lang) == STOPPED[lang]
    assert [note for note, _ in remarks(evaluation, lang)] == [WHY[lang], STOPPED[lang]]
    working = ujikom.render(evaluation, format="working", lang=lang, candidacy="P01")
    assert isinstance(working, str)
    lines = working.splitlines()
    assert WHY[lang] in lines
    assert STOPPED[lang][0].upper() + STOPPED[lang][1:] in lines
    assert "ke tahapan ini" not in working
    assert "before this stage" not in working
    document = ujikom.document(evaluation, lang=lang)["results"][0]["stages"]  # type: ignore[index]
    assert document["akhir"]["note"] in (
        "tidak sampai ke tahapan ini",
        "stopped before this stage",
    )


@pytest.mark.parametrize(
    "lang, said",
    [
        ("id", "Wawancara awal › Visi, penguji E1, E2; Makalah, penguji E2; lain"),
        ("en", "First interview › Vision, examiner E1, E2; Paper, examiner E2; lain"),
    ],
)
def test_marks_that_are_owed_are_told_by_titles(lang: Lang, said: str) -> None:
    owed = ("awal.visi@E1", "awal.visi@E2", "akhir@E2", "lain")
    evaluation = evaluated('{ fact = "lengkap", is = true }')
    assert owed_said(owed, evaluation, lang) == said


@frozen(kw_only=True)
class Shut:
    """A gate that asks nothing by its keys, and that nobody meets."""

    def score(self, _sheet: StageSheet) -> StageOutcome:
        return StageOutcome(met=False)


def test_of_a_gate_that_asks_in_its_own_way_no_requirement_is_made_up() -> None:
    rules = HEAD.replace("[ruleset]", f"{NAMED}[ruleset]") + stage("g", kind="demo:shut")
    marked = stage("w", "scale = { lower = 0, upper = 100 }", kind="weighted-criteria")
    made = module(stage_kinds=[Part("shut", Shut, gives="verdict")])
    plan = ujikom.plan(ujikom.parse_ruleset(rules + marked), plugins={"demo": made})
    found = ujikom.evaluate(plan, ujikom.parse_scoresheet(tables("A01 w - 80\n")))
    assert found["A01"].verdict == "not-qualified"
    assert found["A01"].stages["g"].notes == ()
