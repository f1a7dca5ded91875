"""A form asks for what the rules need, and what is filled in comes back as it was meant."""

import re
import zipfile
from datetime import date
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

import ujikom_rules as ujikom
from tests.filled_forms import columns_in, filled, marks_of, told
from tests.strategies_events import events, to_toml
from ujikom_rules.errors import Refused
from ujikom_rules.messages import LANGS, text_of
from ujikom_rules.model.scoresheet import Scoresheet
from ujikom_rules.office.forms import write_form
from ujikom_rules.office.forms.tables import free_title
from ujikom_rules.planned import Plan
from ujikom_rules.reading.scoresheets.digests import sheet_digest
from ujikom_rules.reading.scoresheets.reader import scoresheet_from_tables
from ujikom_rules.reading.workbooks import read_content

EXAMPLES = Path(__file__).parents[2] / "examples"
CITIES = {"malang/2024": "malang-2024", "kendari/2025": "kendari-2025"}


def read(content: bytes) -> Scoresheet:
    sheet, findings = scoresheet_from_tables(*read_content(content, "isian.xlsx"))
    assert sheet is not None, findings
    return sheet


def city(name: str) -> tuple[Plan, Scoresheet]:
    return ujikom.plan(name), ujikom.read_scoresheet(EXAMPLES / CITIES[name])


def loaded(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(content))


def the_same(plan: Plan, sheet: Scoresheet, back: Scoresheet) -> bool:
    """Whether two scoresheets record the same people, papers and marks."""
    people = [
        sheet_digest(evolve(each, ratings=(), event=evolve(each.event, rules_digest="")))
        for each in (sheet, back)
    ]
    return people[0] == people[1] and told(marks_of(plan, sheet)) == told(marks_of(plan, back))


@pytest.mark.parametrize("name", CITIES)
def test_a_form_that_was_filled_in_is_the_scoresheet(name: str) -> None:
    plan, sheet = city(name)
    empty = write_form(plan, evolve(sheet, ratings=()))
    back = read(filled(empty, marks_of(plan, sheet)))
    assert the_same(plan, sheet, back)
    assert back.findings == ()
    results = [ujikom.document(ujikom.evaluate(plan, each))["results"] for each in (sheet, back)]
    assert results[0] == results[1]


@pytest.mark.parametrize("name", CITIES)
def test_a_form_of_an_event_carries_what_the_event_has(name: str) -> None:
    plan, sheet = city(name)
    assert the_same(plan, sheet, read(write_form(plan, sheet)))


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(events())
def test_any_scoresheet_comes_back_from_its_form(
    drawn: tuple[dict[str, object], dict[str, object]],
) -> None:
    rules, plain = drawn
    plan = ujikom.plan(ujikom.parse_ruleset(to_toml(rules)), plugins={})
    sheet = ujikom.parse_scoresheet(plain)
    empty = write_form(plan, evolve(sheet, ratings=()))
    assert the_same(plan, sheet, read(filled(empty, marks_of(plan, sheet))))
    assert the_same(plan, sheet, read(write_form(plan, sheet)))


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12
)
INJECTIONS = st.builds(str.__add__, st.sampled_from(["=", "+", "-", "@", "\t=", "{=", "'="]), TEXTS)


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(st.lists(TEXTS | INJECTIONS, min_size=4, max_size=4))
def test_no_text_becomes_a_formula_or_another_text(texts: list[str]) -> None:
    plan, sheet = city("malang/2024")
    plain = {
        "event": {"id": "uji", "date": "2024-03-04", "lot-seed": texts[0]},
        "candidates": [{"id": "A01", "name": texts[1]}],
        "examiners": [{"id": "E1", "name": texts[2]}],
        "recusals": [{"examiner": "E1", "candidacy": "A01", "reason": texts[3]}],
        "ratings": [],
    }
    sheet = ujikom.parse_scoresheet(plain)
    content = write_form(plan, sheet)
    with zipfile.ZipFile(BytesIO(content)) as container:
        pages = [n for n in container.namelist() if n.startswith("xl/worksheets/sheet")]
        assert not any(re.search(rb"<f[ >]", container.read(name)) for name in pages)
        assert not any(b"<hyperlink" in container.read(name) for name in pages)
    assert the_same(plan, sheet, read(content))


@pytest.mark.parametrize("with_event", [False, True])
def test_a_form_says_for_which_rules_and_which_event_it_was_made(with_event: bool) -> None:
    plan, sheet = city("malang/2024")
    book = loaded(write_form(plan, sheet if with_event else None))
    guide = {row[0].value: row[1].value for row in book["Petunjuk"].iter_rows(max_col=2)}
    properties: Any = book
    kept = {each.name: each.value for each in properties.custom_doc_props.props}
    wanted = {"Sidik berkas aturan": plan.digest}
    wanted |= {"Sidik lembar nilai": sheet.digest} if with_event else {}
    assert kept == wanted
    assert {key: guide.get(key) for key in kept} == wanted
    assert ("Sidik lembar nilai" in guide) is with_event
    page = book["Kegiatan"]
    assert [page["A4"].value, page["B4"].value] == ["Sidik aturan", plan.digest]
    assert page["B4"].protection.locked


def test_the_digest_of_the_rules_comes_back_and_scores_without_a_word() -> None:
    plan, sheet = city("malang/2024")
    back = read(write_form(plan, sheet))
    assert back.event.rules_digest == plan.digest
    assert back.digest != sheet.digest  # what it was made for is recorded too
    again = read(write_form(plan, back))
    assert (again.event.rules_digest, again.digest) == (plan.digest, back.digest)
    found = ujikom.evaluate(plan, back).findings
    assert [each.code for each in found] == [
        each.code for each in ujikom.evaluate(plan, sheet).findings
    ]


def test_a_form_made_anew_for_other_rules_keeps_the_digest_of_the_first() -> None:
    plan, sheet = city("malang/2024")
    first = evolve(sheet, event=evolve(sheet.event, rules_digest="sha256:0001"))
    back = read(write_form(plan, first))
    assert back.event.rules_digest == f"sha256:0001 {plan.digest}"
    (told_,) = [x for x in ujikom.evaluate(plan, back).findings if x.code == "UJ934"]
    assert told_.place.cell == "Kegiatan!B4"
    for lang in LANGS:
        assert "sha256:0001" in text_of(told_, lang)
        assert plan.digest[:19] in text_of(told_, lang)


def test_a_form_of_an_older_edition_without_the_digest_is_read_as_ever() -> None:
    plan, sheet = city("malang/2024")
    book = loaded(write_form(plan, sheet))
    book["Kegiatan"]["A4"], book["Kegiatan"]["B4"] = None, None
    out = BytesIO()
    book.save(out)
    back = read(out.getvalue())
    assert back.event.rules_digest == ""
    assert the_same(plan, sheet, back)
    assert back.findings == ()
    assert "UJ934" not in [each.code for each in ujikom.evaluate(plan, back).findings]


def test_a_blank_form_lacks_only_the_event_and_says_where() -> None:
    content = write_form(ujikom.plan("malang/2024"))
    sheet, findings = scoresheet_from_tables(*read_content(content, "isian.xlsx"))
    assert sheet is None
    assert [(x.code, x.args["expected"].en, x.place.cell) for x in findings] == [
        ("UJ630", "id", "Kegiatan!B1"),
        ("UJ630", "date", "Kegiatan!B2"),
    ]
    book = loaded(content)
    book["Kegiatan"]["B1"], book["Kegiatan"]["B2"] = "uji-1", date(2024, 3, 4)
    out = BytesIO()
    book.save(out)
    back = read(out.getvalue())
    assert (back.event.id, back.candidates, back.ratings, back.findings) == ("uji-1", (), (), ())


def test_the_sheets_of_a_form_and_their_headers_are_indonesian() -> None:
    plan, _ = city("malang/2024")
    book = loaded(write_form(plan))
    assert book.sheetnames == [
        "Petunjuk", "Kegiatan", "Peserta", "Penguji", "Benturan", "Ketidakhadiran",
        "Masukan", "Dokumen", "Wawancara", "Daftar",
    ]  # fmt: skip
    assert book["Daftar"].sheet_state == "hidden"
    heads = [cell.value for cell in book["Wawancara"][1]]
    assert heads == [
        "Peserta", "Penguji", "Integritas", "Kepemimpinan", "Gagasan dan inovasi",
        "Penguasaan tugas", "Komunikasi", "Tidak menilai",
    ]  # fmt: skip
    assert columns_in(book)["Wawancara"]["wawancara criterion/penguasaan-tugas"] == 6
    guide = [str(row[1].value) for row in book["Petunjuk"].iter_rows() if row[1].value]
    assert any("Pendidikan" in line and "Pelantikan terakhir" in line for line in guide)
    assert "laporan-resmi" in guide


def test_advice_has_a_sheet_only_where_a_stage_takes_it() -> None:
    """Every other sheet is made use of by any rules: papers, absences and recusals are facts."""
    plan, sheet = city("kendari/2025")
    for known in (None, sheet):
        titles = loaded(write_form(plan, known)).sheetnames
        assert "Masukan" not in titles
        assert {"Benturan", "Ketidakhadiran", "Dokumen"} <= set(titles)
    # what an event has is never left out, and a sheet that is there is read
    advice = ujikom.parse_scoresheet(
        {
            "event": {"id": "uji", "date": "2025-03-25"},
            "candidates": [{"id": "A01"}],
            "advice": [{"candidacy": "A01", "stage": "paparan", "from": "wali", "text": "baik"}],
            "ratings": [],
        }
    )
    assert [row.text for row in read(write_form(plan, advice)).advice] == ["baik"]
    book = loaded(write_form(plan, sheet))
    page = book.create_sheet("Masukan")
    page.append(["Peserta", "Tahapan", "Dari", "Isi"])
    page.append([sheet.candidacies[0].id, "paparan", "wali", "baik"])
    out = BytesIO()
    book.save(out)
    assert [row.text for row in read(out.getvalue()).advice] == ["baik"]


def test_stages_that_come_from_facts_have_no_sheet_and_their_missing_facts_are_listed() -> None:
    plan, sheet = city("malang/2024")
    first = sheet.candidates[0]
    facts = {name: fact for name, fact in first.facts.items() if name != "education"}
    short = evolve(sheet, candidates=(evolve(first, facts=facts), *sheet.candidates[1:]))
    book = loaded(write_form(plan, short))
    assert "Rekam jejak" not in book.sheetnames
    rows = {row[0].value: row[1].value for row in book["Petunjuk"].iter_rows()}
    assert rows["Pendidikan"] == first.id


def test_cells_are_checked_while_they_are_filled_in() -> None:
    plan, _ = city("malang/2024")
    book = loaded(write_form(plan))
    rules = {
        str(rule.sqref).partition(":")[0]: rule
        for rule in book["Wawancara"].data_validations.dataValidation
    }
    mark = rules["C2"]
    assert mark.type == "custom"
    assert "C2>=0,C2<=100,ABS((C2-0)/0.5-ROUND((C2-0)/0.5,0))" in mark.formula1
    assert "COUNTIF(Daftar!" in mark.formula1
    assert mark.error.startswith("Nilai ini tidak boleh diisi di sini. 0 sampai 100, kelipatan 0,5")
    assert rules["A2"].type == "list"
    people = {
        str(rule.sqref).partition(":")[0]: rule
        for rule in book["Peserta"].data_validations.dataValidation
    }
    names = columns_in(book)["Peserta"]
    start = get_column_letter(names["facts/last-appointed"])
    assert people[f"{start}2"].type == "date"
    assert book["Peserta"][f"{start}2"].number_format == "dd/mm/yyyy"
    degree = people[get_column_letter(names["facts/education"]) + "2"]
    title, _, cells = degree.formula1.partition("!")
    offered = [cell.value for (cell,) in book[title][cells.replace("$", "")]]
    assert offered == ["S1", "S2", "S3"]


def test_everything_is_locked_but_the_cells_to_fill_in() -> None:
    plan, sheet = city("malang/2024")
    book = loaded(write_form(plan, sheet))
    assert all(book[title].protection.sheet for title in book.sheetnames)
    page = book["Wawancara"]
    assert [page.cell(2, n).protection.locked for n in range(1, 9)] == [True, True] + [False] * 6
    assert page["A1"].protection.locked
    assert not book["Peserta"].cell(2, 3).protection.locked
    assert book["Peserta"]["A2"].number_format == "@"


LEVELS = """
schema = 1
[ruleset]
id = "contoh/tingkat"
version = "1.0"
title = "Tingkat"
[facts]
kelas = { type = "number", lower = 0, upper = 10 }
[[stages]]
id = "penilaian"
title = "Penilaian: makalah/wawancara"
kind = "panel"
weight = 60
criteria = [
  { id = "sikap", weight = 100, scale = { levels = [{ value = 1, id = "kurang", text = "Belum tampak" }, { value = 2, id = "baik" }] } },
]
[[stages]]
id = "asesmen"
kind = "imported"
weight = 40
valid = { years = 2 }
scale = { lower = 1, upper = 5 }
[decision]
[ranking]
within = "position"
"""


def test_levels_are_offered_and_explained_and_imported_marks_have_a_date() -> None:
    plan = ujikom.plan(ujikom.parse_ruleset(LEVELS), plugins={})
    book = loaded(write_form(plan))
    page = book["Penilaian makalah wawancara"]
    comment = page["C1"].comment
    assert comment is not None
    assert comment.text == "kurang (1): Belum tampak\nbaik (2)"
    rule = next(x for x in page.data_validations.dataValidation if str(x.sqref).startswith("C2"))
    cells = rule.formula1.partition("!")[2].replace("$", "")
    assert [cell.value for (cell,) in book["Daftar"][cells]] == [
        "kurang", "baik", "belum diisi", "berhalangan", "benturan", "abstain", "batal",
    ]  # fmt: skip
    assert [cell.value for cell in book["asesmen"][1]] == [
        "Peserta", "Tanggal", "Nilai", "Tidak menilai",
    ]  # fmt: skip
    assert {"Jabatan", "Pencalonan"} <= set(book.sheetnames)


def test_one_reason_may_stand_for_a_whole_row() -> None:
    plan, sheet = city("malang/2024")
    content = write_form(plan, evolve(sheet, ratings=()))
    book = loaded(content)
    page = book["Wawancara"]
    page.cell(2, page.max_column).value = "berhalangan"
    page.cell(3, 3).value, page.cell(3, page.max_column).value = 80, "abstain"
    out = BytesIO()
    book.save(out)
    sheet_, findings = scoresheet_from_tables(*read_content(out.getvalue(), "isian.xlsx"))
    assert sheet_ is None
    assert [(x.code, x.place.cell) for x in findings] == [("UJ645", "Wawancara!H3")]
    page.cell(3, 3).value = None
    out = BytesIO()
    book.save(out)
    back = read(out.getvalue())
    reasons = [row.no_mark for row in back.ratings[:10]]
    assert reasons == ["absent"] * 5 + ["abstained"] * 5


def test_an_examiner_gets_only_the_own_candidates() -> None:
    plan, sheet = city("kendari/2025")
    recusal = sheet.recusals[0]
    book = loaded(write_form(plan, sheet, examiner=recusal.examiner))
    assert book.sheetnames[:5] == ["Petunjuk", "Kegiatan", "Peserta", "Penguji", "Benturan"]
    rows = list(book[book.sheetnames[-2]].iter_rows(min_row=2, values_only=True))
    assert {row[1] for row in rows} == {recusal.examiner}
    assert recusal.candidacy not in {row[0] for row in rows}
    assert {row[0] for row in rows} | {recusal.candidacy} == {x.id for x in sheet.candidacies}
    assert [cell.value for cell in book["Peserta"][1]] == ["Peserta"]
    assert [row[0] for row in book["Penguji"].iter_rows(min_row=2, values_only=True)] == [
        recusal.examiner
    ]


def test_rooms_say_whom_an_examiner_meets() -> None:
    plan = ujikom.plan(ujikom.parse_ruleset(LEVELS), plugins={})
    sheet = ujikom.parse_scoresheet(
        {
            "event": {"id": "e", "date": "2025-03-25"},
            "candidates": [{"id": "A1"}, {"id": "A2"}],
            "candidacies": [
                {"id": "A1", "candidate": "A1", "room": "R1"},
                {"id": "A2", "candidate": "A2", "room": "R2"},
            ],
            "examiners": [{"id": "E1", "room": "R1"}, {"id": "E2", "room": "R2"}, {"id": "E3"}],
            "ratings": [],
        }
    )
    page = loaded(write_form(plan, sheet))["Penilaian makalah wawancara"]
    pairs = [row[:2] for row in page.iter_rows(min_row=2, values_only=True)]
    assert pairs == [("A1", "E1"), ("A1", "E3"), ("A2", "E2"), ("A2", "E3")]
    own = loaded(write_form(plan, sheet, examiner="E1"))
    assert [r[0] for r in own["Peserta"].iter_rows(min_row=2, values_only=True)] == ["A1"]
    assert "asesmen" not in own.sheetnames


def test_a_text_that_no_cell_holds_is_refused_and_not_cut() -> None:
    plan = ujikom.plan(ujikom.parse_ruleset(LEVELS), plugins={})
    plain = {
        "event": {"id": "e", "date": "2025-03-25"},
        "candidates": [{"id": "A1", "name": "x" * 32_768}],
        "ratings": [],
    }
    with pytest.raises(Refused) as refused:
        write_form(plan, ujikom.parse_scoresheet(plain))
    assert [(x.code, x.place.cell) for x in refused.value.findings] == [("UJ933", "Peserta")]


def test_the_same_form_has_the_same_bytes() -> None:
    plan, sheet = city("malang/2024")
    assert write_form(plan, sheet) == write_form(plan, sheet)


def test_titles_of_sheets_are_what_excel_allows() -> None:
    taken: set[str] = set()
    long = "Penilaian kompetensi manajerial dan sosial kultural"
    titles = [free_title(each, taken) for each in (long, long, "History", "a[b]:c*d?e/f", "''")]
    assert titles == [
        "Penilaian kompetensi manajerial", "Penilaian kompetensi manaje (2)", "Nilai History",
        "a b c d e f", "Nilai",
    ]  # fmt: skip


def test_numbers_that_no_cell_holds_exactly_are_written_as_text() -> None:
    plan = ujikom.plan(ujikom.parse_ruleset(LEVELS), plugins={})
    plain = {
        "event": {"id": "e", "date": "2025-03-25"},
        "candidates": [{"id": "A1"}],
        "examiners": [{"id": "E1"}],
        "ratings": [
            {"candidacy": "A1", "stage": "asesmen", "value": "3.12345678901234567",
             "date": "2024-05-06"},
            {"candidacy": "A1", "stage": "penilaian", "criterion": "sikap", "examiner": "E1",
             "value": "baik"},
        ],
    }  # fmt: skip
    sheet = ujikom.parse_scoresheet(plain)
    back = read(write_form(plan, sheet))
    assert the_same(plan, sheet, back)
    assert {row.value for row in back.ratings} >= {Fraction("3.12345678901234567"), "baik"}


def test_a_rule_too_long_for_excel_is_left_to_the_reading() -> None:
    low, high = "0." + "1" * 55, "0." + "9" * 55
    long = f"scale = {{ lower = {low}, upper = {high}, step = {low} }}"
    rules = LEVELS.replace("scale = { lower = 1, upper = 5 }", long)
    plan = ujikom.plan(ujikom.parse_ruleset(rules), plugins={})
    page = loaded(write_form(plan))["asesmen"]
    checked = [str(rule.sqref).partition(":")[0] for rule in page.data_validations.dataValidation]
    assert checked == ["A2", "B2", "D2"]


@pytest.mark.parametrize("name", CITIES)
def test_a_form_is_printed_across_a4_with_its_headers_on_every_page(name: str) -> None:
    plan, sheet = city(name)
    book = loaded(write_form(plan, sheet))
    event = next(iter(book.defined_names["ujikom.event.id"].destinations))[0]
    for page in book:
        if page.sheet_state == "hidden":
            continue
        setup = page.page_setup
        assert (setup.orientation, setup.paperSize) == ("landscape", 9)
        assert page.sheet_properties.pageSetUpPr is not None
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert setup.fitToHeight == 0  # as many pages as the rows need
        is_table = page.title not in ("Petunjuk", event)
        assert page.print_title_rows == ("$1:$1" if is_table else None)


def test_a_row_is_as_tall_as_its_longest_text() -> None:
    """No other program than Excel finds the height of wrapped texts by itself."""
    plan, sheet = city("malang/2024")
    book = loaded(write_form(plan, sheet))
    assert book["Wawancara"].row_dimensions[1].height == 30  # Gagasan dan inovasi
    assert book["Penguji"].row_dimensions[1].height is None
    guide = book["Petunjuk"]
    tall = [
        guide.cell(row, 2).value
        for row in range(1, guide.max_row + 1)
        if guide.row_dimensions[row].height
    ]
    assert tall
    assert all(len(str(text)) > 90 for text in tall)


def test_a_yes_no_is_said_as_its_drop_down_says_it() -> None:
    plan, _ = city("malang/2024")
    plain = {
        "event": {"id": "uji", "date": "2024-03-04"},
        "candidates": [
            {"id": f"A{at}", "facts": {"in-process": said}}
            for at, said in enumerate(["no", "yes", "YA", "mungkin", "1", True])
        ],
        "ratings": [],
    }
    book = loaded(write_form(plan, ujikom.parse_scoresheet(plain)))
    at = columns_in(book)["Peserta"]["facts/in-process"]
    said = [book["Peserta"].cell(row, at).value for row in range(2, 8)]
    assert said == ["tidak", "ya", "ya", "mungkin", "1", "ya"]


def test_an_examiners_guide_speaks_of_what_the_form_has() -> None:
    plan, sheet = city("malang/2024")
    said = {
        own: [cell.value for cell in loaded(write_form(plan, sheet, examiner=own))["Petunjuk"]["A"]]
        for own in ("", "E1")
    }
    assert {"Dokumen wajib", "Dari data peserta"} <= {*said[""]}
    assert not {"Dokumen wajib", "Dari data peserta"} & {*said["E1"]}
    assert "Lembar nilai" in said["E1"]


def test_the_guide_names_every_fact_that_anything_reads() -> None:
    plan, sheet = city("malang/2024")
    none = evolve(sheet, candidates=tuple(evolve(row, facts={}) for row in sheet.candidates))
    guide = loaded(write_form(plan, none))["Petunjuk"]
    lines = [[str(cell.value or "") for cell in row] for row in guide.iter_rows()]
    start = next(at for at, row in enumerate(lines) if row[0] == "Data yang belum ada")
    lacking = {row[0] for row in lines[start:]}
    recorded = {
        spec.title.id if spec.title else name
        for name, spec in plan.facts.items()
        if not spec.derived
    }
    assert recorded <= lacking
