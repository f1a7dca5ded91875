"""What parts equals, in words: which stage, criterion or fact each key of the order reads."""

from pathlib import Path

import pytest

import ujikom_rules as ujikom
from tests.little_events import HEAD, plan, tables
from tests.unit.test_office_report import Read
from ujikom_rules.analysis import showing
from ujikom_rules.messages import Lang, text_of
from ujikom_rules.office import pages
from ujikom_rules.office.minutes import minutes, minutes_page
from ujikom_rules.office.report import Audience, audience_of, report

RULES = """
[facts]
masa = { type = "number", lower = 0, upper = 40, title = { id = "Masa kerja", en = "Service" } }
[[stages]]
id = "wawancara"
title = { id = "Wawancara", en = "Interview" }
kind = "panel"
weight = 60
scale = { lower = 0, upper = 100 }
[[stages.criteria]]
id = "sikap"
title = "Sikap"
weight = 50
criteria = [ { id = "jujur", title = { id = "Kejujuran", en = "Honesty" } } ]
[[stages.criteria]]
id = "b"
weight = 50
[[stages]]
id = "berkas"
kind = "weighted-criteria"
weight = 40
scale = { lower = 0, upper = 100 }
[decision]
[ranking]
within = "event"
tie-breaks = [
  { use = "stage-score", stage = "berkas" },
  { use = "criterion-score", stage = "wawancara", criterion = "sikap.jujur", order = "ascending" },
  { use = "fact", fact = "masa" },
  "lot",
]
"""
MARKS = "".join(
    f"A0{n} wawancara.sikap.jujur E1 80\nA0{n} wawancara.b E1 80\nA0{n} berkas - 80\n"
    for n in (1, 2)
)
SAID = {
    "id": (
        "Penentu urutan: nilai akhir, nilai tahapan 'berkas', nilai kriteria 'Kejujuran' "
        "(Wawancara) dari yang terendah, fakta 'Masa kerja', undian; yang tetap sama berbagi "
        "peringkat."
    ),
    "en": (
        "Order key: total, stage value 'berkas', criterion value 'Honesty' (Interview) from the "
        "lowest, fact 'Service', lot; those who stay equal share the rank."
    ),
}


def event() -> tuple[ujikom.Plan, ujikom.Scoresheet, ujikom.Evaluation]:
    made, sheet = plan(RULES), ujikom.parse_scoresheet(tables(MARKS))
    return made, sheet, ujikom.evaluate(made, sheet)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_reader_is_told_what_each_key_reads(lang: Lang) -> None:
    made, sheet, evaluation = event()
    said = SAID[lang]
    for form, who in (("text", ""), ("markdown", ""), ("working", "A01")):
        told = str(ujikom.render(evaluation, format=form, lang=lang, candidacy=who))
        assert said in told.replace("\\", ""), form
    for reader in ("panel", "ppk", "candidate=A01"):
        audience = audience_of(reader) or Audience()
        assert said in Read(report(made, sheet, evaluation, audience, lang)).text, reader
    public = Read(report(made, sheet, evaluation, Audience("public"), lang)).text
    assert said.partition(":")[0] not in public  # no standing is announced
    assert said in Read(minutes_page(minutes(made, sheet, evaluation, lang))).text


def test_programs_read_the_keys_as_before() -> None:
    _, _, evaluation = event()
    assert ujikom.document(evaluation)["order"] == [
        "total", "stage-score", "criterion-score", "fact", "lot",
    ]  # fmt: skip


def test_a_finding_about_a_tie_break_names_what_it_reads() -> None:
    found = [each for each in event()[2].findings if each.code == "UJ701"]
    said = " ".join(text_of(each, "id") for each in found)
    assert "penentu urutan fakta 'Masa kerja'" in said


def test_a_standing_by_one_stage_names_it() -> None:
    rules = RULES.partition("tie-breaks")[0].replace(
        'within = "event"', 'by = { stage = "wawancara" }'
    )
    evaluation = ujikom.evaluate(plan(rules), ujikom.parse_scoresheet(tables(MARKS)))
    assert [each.id for each in evaluation.order_texts] == ["nilai tahapan 'Wawancara'"]
    assert evaluation.order == ("wawancara",)


@pytest.mark.parametrize(
    "lang, said", [("id", "kriteria: Kejujuran"), ("en", "criterion: Honesty")]
)
def test_rules_read_back_name_the_criterion(lang: Lang, said: str, tmp_path: Path) -> None:
    file = tmp_path / "kota.toml"
    file.write_text(HEAD + RULES, encoding="utf-8")
    page = showing.page(str(file), lang, plugins={})
    assert said in Read(pages.render("rules.html", lang, {"page": page})).text


def test_rules_read_back_isolate_a_title_from_right_to_left(tmp_path: Path) -> None:
    title = "\u0645\u0642\u0627\u0628\u0644\u0629"
    file = tmp_path / "kota.toml"
    file.write_text(HEAD + RULES.replace("Kejujuran", title), encoding="utf-8")
    page = showing.page(str(file), "id", plugins={})
    assert (
        f"kriteria: \u2068{title}\u2069"
        in Read(pages.render("rules.html", "id", {"page": page})).text
    )
    plain = showing.text_of(page)
    assert title in plain
    assert "\u2068" not in plain


def test_a_shortlists_own_tie_breaks_are_named_too() -> None:
    """Where the value is missing the warning says which stage was asked for."""
    rules = (
        HEAD
        + """
[[stages]]
id = "tulis"
title = { id = "Tes tulis", en = "Written test" }
kind = "weighted-criteria"
scale = { lower = 0, upper = 100 }
missing = "leave-out"
weight = 50
[[stages]]
id = "lain"
title = { id = "Tes lain", en = "Other test" }
kind = "weighted-criteria"
scale = { lower = 0, upper = 100 }
missing = "leave-out"
weight = 50
[[stages]]
id = "satu"
kind = "shortlist"
keep = 1
by = { stage = "tulis" }
tie-breaks = [ { use = "stage-score", stage = "lain" } ]
[decision]
"""
    )
    made = ujikom.plan(ujikom.parse_ruleset(rules), plugins={})
    marks = "A01 tulis - 80\nA02 tulis - 80\nA02 lain - 70\n"
    evaluation = ujikom.evaluate(made, ujikom.parse_scoresheet(tables(marks)))
    said = [text_of(each, "en") for each in evaluation.findings if each.code == "UJ701"]
    assert any("tie-break stage value 'Other test'" in each for each in said)
