"""What is said of a row names whose it is, what was meant, and never another person."""

import json
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import ujikom_rules as ujikom
from tests.raw_workbooks import with_marks
from tests.unit.test_result_document import fits
from ujikom_rules.cli.gathering import gathered
from ujikom_rules.cli.output import finding_lines
from ujikom_rules.cli.snippets import Snippets
from ujikom_rules.errors import Finding, Place, Refused
from ujikom_rules.messages import LANGS, about_of, finding, hint_of, text_of
from ujikom_rules.model.document import findings_document
from ujikom_rules.office.forms import write_form
from ujikom_rules.reading.scoresheets.reader import (
    parse_scoresheet,
    read_scoresheet,
    scoresheet_from_tables,
)
from ujikom_rules.reading.workbooks import read_content

RULES = """schema = 1
[ruleset]
id = "kota/2026"
version = "1.0"
title = "Seleksi"
[facts]
lengkap = { type = "yes-no", title = { id = "Dokumen lengkap", en = "Documents complete" } }
[[stages]]
id = "wawancara"
title = { id = "Wawancara akhir", en = "Final interview" }
kind = "panel"
weight = 60
each = { scale = { lower = 0, upper = 100, step = 0.5 } }
[[stages.criteria]]
id = "visi"
title = { id = "Visi", en = "Vision" }
[[stages.criteria.criteria]]
id = "arah"
title = { id = "Arah", en = "Direction" }
[[stages]]
id = "asesmen"
title = { id = "Asesmen", en = "Assessment" }
kind = "imported"
weight = 40
valid = { years = 3 }
scale = { lower = 0, upper = 100 }
"""
EVENT: Mapping[str, Any] = {
    "event": {"id": "uji", "date": "2026-08-03"},
    "positions": [{"id": "J1", "title": "Kepala Dinas Pendidikan"}],
    "candidates": [{"id": f"P0{n}", "name": f"Peserta {n}"} for n in range(1, 4)],
    "candidacies": [{"id": f"P0{n}", "candidate": f"P0{n}", "position": "J1"} for n in range(1, 4)],
    "examiners": [{"id": f"E{n}", "name": f"Penguji {n}"} for n in range(1, 4)],
}


def marks(value: object = "80", date: str = "2026-01-31") -> list[dict[str, object]]:
    interview: list[dict[str, object]] = [
        {"candidacy": f"P0{n}", "stage": "wawancara", "criterion": "visi.arah", "examiner": f"E{m}",
         "value": "80"}
        for n in range(1, 4) for m in range(1, 4)
    ]  # fmt: skip
    interview[4]["value"] = str(value)  # P02 by E2
    tests: list[dict[str, object]] = [
        {"candidacy": f"P0{n}", "stage": "asesmen", "value": "75", "date": "2026-01-31"}
        for n in range(1, 4)
    ]
    tests[1]["date"] = date
    return [*interview, *tests]


def read(**tables: object) -> tuple[Finding, ...]:
    _, said = parse_scoresheet({**EVENT, "ratings": marks(), **tables})
    return said


def refused(**tables: object) -> tuple[Finding, ...]:
    plan = ujikom.plan(ujikom.parse_ruleset(RULES), plugins={})
    with pytest.raises(Refused) as caught:
        ujikom.evaluate(plan, ujikom.parse_scoresheet({**EVENT, "ratings": marks(), **tables}))
    return caught.value.findings


def scored(**tables: object) -> ujikom.Evaluation:
    plan = ujikom.plan(ujikom.parse_ruleset(RULES), plugins={})
    return ujikom.evaluate(plan, ujikom.parse_scoresheet({**EVENT, "ratings": marks(), **tables}))


def test_a_mark_is_told_with_candidacy_stage_criterion_and_examiner() -> None:
    (found,) = refused(ratings=marks("105"))
    assert found.code == "UJ664"
    assert about_of(found, "id") == "P02, Wawancara akhir, Visi › Arah, penguji E2"
    assert about_of(found, "en") == "P02, Final interview, Vision › Direction, examiner E2"
    (line, *_) = finding_lines(found, "en")
    assert "error UJ664 P02, Final interview, Vision › Direction, examiner E2: the mark 105" in line
    said: Any = findings_document([found], "id")
    fits("findings.json", said)
    assert said["findings"][0]["about"] == {
        "candidacy": "P02",
        "stage": "Wawancara akhir",
        "criterion": "Visi › Arah",
        "examiner": "E2",
    }


def test_before_the_rules_are_known_a_row_is_told_by_its_ids() -> None:
    (found,) = read(ratings=marks("8,,5"))
    assert (found.code, about_of(found, "id")) == (
        "UJ632",
        "P02, wawancara, visi.arah, penguji E2",
    )
    (found,) = read(candidates=[*EVENT["candidates"], {"id": "P9", "name": 5}])
    assert (found.code, about_of(found, "en")) == ("UJ631", "P9")


def test_a_fact_is_told_with_whose_it_is() -> None:
    people = [{"id": "P01"}, {"id": "P02", "facts": {"lengkap": "ada"}}, {"id": "P03"}]
    (found,) = refused(candidates=people)
    assert (found.code, about_of(found, "id")) == ("UJ671", "P02")
    posts = [{"id": "J1", "facts": {"lengkap": "ada"}}]
    (found,) = refused(positions=posts)
    assert (found.code, about_of(found, "id")) == ("UJ671", "jabatan J1")


def test_what_a_sentence_says_itself_is_not_said_before_it() -> None:
    rows = [*marks(), {"candidacy": "P01", "stage": "wawancra", "value": 5, "examiner": "E1"}]
    (found,) = refused(ratings=rows)
    assert (found.code, about_of(found, "id")) == ("UJ661", "P01, penguji E1")


def test_of_rows_told_at_once_only_what_all_say_is_said() -> None:
    rows = [
        finding("UJ669", Place("n.csv", line), f"/ratings/{line}", expected=3, where="x",
                about={"candidacy": f"P{line}", "stage": "asesmen"})
        for line in (2, 3, 4)
    ]  # fmt: skip
    ((whole, further),) = gathered(rows, Snippets("utf-8"))
    assert (about_of(whole, "id"), further) == ("asesmen", (3, 4))


def test_an_id_that_another_row_names_is_never_suggested() -> None:
    """P02 was typed as 2 among the candidates: nobody else's id is a guess at it."""
    people = [{"id": "P01"}, {"id": "2"}, {"id": "P03"}]
    posts = [{"id": "P0" + n, "candidate": "P0" + n, "position": "J1"} for n in "123"]
    said = read(candidates=people, candidacies=posts, ratings=[])
    (found,) = [each for each in said if each.code == "UJ653"]
    assert hint_of(found, "id") == (
        "tambahkan P02 ke tabel Peserta, atau perbaiki id di sini; di tabel itu ada 2, yang tidak "
        "disebut di sini"
    )
    assert "that table has 2, which no row names here" in hint_of(found, "en")
    assert len(found.related) == 1


def test_a_slip_is_guessed_where_nobody_else_says_the_same() -> None:
    rows = marks()
    rows[4]["candidacy"] = "P2"
    (found,) = read(ratings=rows)
    assert (found.code, hint_of(found, "id")) == ("UJ653", "mungkin maksudnya P02")
    rows.append({**rows[4], "candidacy": "P02"})
    (found,) = read(ratings=rows)  # that mark of P02 is there: it is somebody else's
    assert hint_of(found, "id").startswith("tambahkan P2 ke tabel")


def test_a_name_in_the_place_of_an_id_names_the_id() -> None:
    posts = [{"id": "P01", "candidate": "P01", "position": "Kepala Dinas Pendidikan"}]
    (found, *_) = read(candidacies=posts, ratings=[])
    assert (found.code, hint_of(found, "id")) == (
        "UJ641",
        "mungkin maksudnya J1 (Kepala Dinas Pendidikan)",
    )
    (found,) = read(recusals=[{"examiner": "Penguji 3", "candidacy": "P01"}])
    assert hint_of(found, "en") == "perhaps E3 (Penguji 3) is meant"
    (found,) = read(recusals=[{"examiner": "Bapak Bupati", "candidacy": "P01"}])
    assert hint_of(found, "id") == "tulis misalnya E1, E2, E3"
    (found,) = read(examiners=[*EVENT["examiners"], {"id": "E 9"}])
    assert hint_of(found, "id") == "tulis misalnya E-9"


def test_a_name_of_two_people_names_neither() -> None:
    people = [{"id": f"E{n}", "name": "Siti Aminah"} for n in range(1, 4)]
    (found,) = read(examiners=people, recusals=[{"examiner": "Siti Aminah", "candidacy": "P01"}])
    assert hint_of(found, "id") == "tulis misalnya E1, E2, E3"


def test_after_many_slips_nothing_is_guessed_any_more() -> None:
    rows = [{"examiner": f"Penguji {n}", "candidacy": "P01"} for n in range(4, 64)]
    said = read(recusals=rows)
    assert len(said) == 60
    assert sum(hint_of(each, "id").startswith("mungkin") for each in said) == 50


@pytest.mark.parametrize(
    "word, severity, nearest",
    [("8O", "warning", "80"), ("sakit", "warning", "absent"), ("baikk", "warning", "")],
)
def test_a_word_among_numbers_is_a_warning_before_any_rule(
    word: str, severity: str, nearest: str
) -> None:
    (found,) = read(ratings=marks(word))
    assert (found.code, found.severity, found.args["nearest"]) == ("UJ680", severity, nearest)
    assert about_of(found, "id") == "P02, wawancara, visi.arah, penguji E2"
    if not nearest:
        assert "nilai lain untuk kriteria ini berupa angka" in hint_of(found, "id")
        assert "the other marks of this criterion are numbers" in hint_of(found, "en")


def test_levels_among_levels_are_not_told() -> None:
    rows = [{**each, "value": "baik"} for each in marks()[:9]]
    assert read(ratings=rows) == ()


def test_a_date_after_the_event_is_a_warning_and_counts() -> None:
    late = scored(ratings=marks(date="2027-03-01"))
    (found,) = late.findings
    assert (found.code, found.severity, found.path) == ("UJ681", "warning", "/ratings/10")
    assert about_of(found, "id") == "P02, Asesmen"
    assert "bertanggal 1 Maret 2027, sesudah tanggal kegiatan (3 Agustus 2026)" in text_of(
        found, "id"
    )
    assert "is of 1 March 2027, after the day of the event" in text_of(found, "en")
    assert [each.total.value for each in late if each.total] == [
        78,
        78,
        78,
    ]  # 80 × 60 % + 75 × 40 %
    assert scored(ratings=marks(date="2026-08-03")).findings == ()  # the day itself is none


def test_a_date_that_is_asked_for_is_named_as_the_file_has_it(tmp_path: Path) -> None:
    (found,) = refused(ratings=marks(date=""))
    assert hint_of(found, "id") == "isi kolom Tanggal"  # of a dict nothing says that it is JSON
    path = tmp_path / "nilai.json"
    path.write_bytes(to_json(marks(date="")))
    plan = ujikom.plan(ujikom.parse_ruleset(RULES), plugins={})
    with pytest.raises(Refused) as caught:
        ujikom.evaluate(plan, ujikom.read_scoresheet(path))
    assert hint_of(caught.value.findings[0], "id") == "isi kunci 'date'"


def to_json(rows: object) -> bytes:
    return json.dumps({"schema": "ujikom/scoresheet@1", **EVENT, "ratings": rows}).encode()


def test_a_form_of_one_examiner_is_called_so() -> None:
    panel = '[panel]\nuse = "composition"\nsize = { at-least = 3 }\nchair = 1\n'
    plan = ujikom.plan(ujikom.parse_ruleset(f"{RULES}\n{panel}"), plugins={})
    sheet = ujikom.parse_scoresheet({**EVENT, "examiners": [{"id": "E1"}], "ratings": [marks()[0]]})
    with pytest.raises(Refused) as caught:
        ujikom.evaluate(plan, sheet)
    (found,) = caught.value.findings
    assert (found.code, found.path, len(found.related)) == ("UJ682", "/examiners/0", 1)
    assert "hanya memuat satu penguji (E1)" in text_of(found, "id")
    assert all("ujikom collect" in hint_of(found, lang) for lang in LANGS)
    two = ujikom.parse_scoresheet(
        {**EVENT, "examiners": [{"id": "E1"}, {"id": "E2"}], "ratings": [marks()[0]]}
    )
    with pytest.raises(Refused) as caught:
        ujikom.evaluate(plan, two)
    assert {each.code for each in caught.value.findings} == {"UJ561"}


def renamed(new: str) -> tuple[Finding, ...]:
    plan = ujikom.plan(ujikom.parse_ruleset(RULES), plugins={})
    form = write_form(plan, ujikom.parse_scoresheet({**EVENT, "ratings": []}))
    book = openpyxl.load_workbook(BytesIO(form))
    book["Wawancara akhir"].title = new  # as programs do that leave the names behind
    out = BytesIO()
    book.save(out)
    _, said = scoresheet_from_tables(*read_content(out.getvalue(), "isian.xlsx"))
    return said


def test_a_sheet_of_a_form_under_another_title_is_one_finding() -> None:
    (found,) = renamed("Wawancara")
    assert (found.code, found.severity, found.place.cell) == ("UJ928", "error", "Wawancara")
    assert text_of(found, "id") == "lembar Wawancara tidak dibaca"
    assert hint_of(found, "id") == "mungkin maksudnya Wawancara akhir"
    assert hint_of(found, "en") == "perhaps Wawancara akhir is meant"


def test_words_are_offered_in_the_language_of_the_reader(tmp_path: Path) -> None:
    (tmp_path / "event.toml").write_text('[event]\nid = "uji"\ndate = "2026-08-03"\n')
    (tmp_path / "candidates.csv").write_text("peserta\nP01\n")
    (tmp_path / "ratings.csv").write_text("peserta,tahapan,nilai\nP01,asesmen,75\n")
    (tmp_path / "examiners.csv").write_text("penguji,peran\nE1,Ketua Pansel\nE2,ketu\n")
    _, (first, second) = read_scoresheet(tmp_path)
    assert hint_of(first, "id") == "pakai salah satu dari: ketua, anggota"
    assert hint_of(first, "en") == "use one of: chair, member"
    assert [hint_of(second, lang) for lang in LANGS] == [
        "mungkin maksudnya ketua",
        "perhaps chair is meant",
    ]
    (found,) = read(examiners=[{"id": "E1", "role": "ketua"}, {"id": "E2"}, {"id": "E3"}])
    assert hint_of(found, "id") == "mungkin maksudnya chair"  # JSON takes the English words only


def test_in_excel_numbers_have_the_comma_of_the_reader(tmp_path: Path) -> None:
    path = tmp_path / "nilai.xlsx"
    path.write_bytes(with_marks(["A01", "E1", "85.5.1"]))
    _, said = read_scoresheet(path)
    (found,) = [each for each in said if each.code == "UJ632"]
    assert hint_of(found, "id").endswith("misalnya 85,5")
    assert hint_of(found, "en").endswith("such as 85.5")
    (found,) = read(ratings=marks("85.5.1"))
    assert hint_of(found, "id").endswith("misalnya 85.5")  # JSON takes a point alone
