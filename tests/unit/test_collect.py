"""Forms of one event become one scoresheet; where they contradict each other both cells are told."""

from io import BytesIO
from itertools import permutations
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from attrs import evolve

import ujikom_rules as ujikom
from tests.filled_forms import filled, marks_of, told
from tests.raw_workbooks import MARKS, SOUND, workbook
from ujikom_rules.errors import Finding
from ujikom_rules.messages import LANGS, text_of
from ujikom_rules.model.scoresheet import Scoresheet
from ujikom_rules.office.forms import join_forms, to_folder, to_json, to_workbook, write_form
from ujikom_rules.reading.scoresheets.reader import scoresheet_from_tables
from ujikom_rules.reading.workbooks import read_content

EXAMPLES = Path(__file__).parents[2] / "examples"


def read(content: bytes, file: str = "isian.xlsx") -> Scoresheet:
    sheet, findings = scoresheet_from_tables(*read_content(content, file))
    assert sheet is not None, findings
    return sheet


def wrong(first: bytes, later: bytes) -> list[tuple[str, str, str]]:
    joined, findings = join_forms([read(first, "a.xlsx"), read(later, "b.xlsx")])
    assert joined is None
    assert all(text_of(found, lang) for found in findings for lang in LANGS)
    return [(x.code, str(x.place), ", ".join(map(str, x.related))) for x in findings]


def said(finding: Finding) -> str:
    return text_of(finding, "id")


@pytest.mark.parametrize(
    "name, event", [("malang/2024", "malang-2024"), ("kendari/2025", "kendari-2025")]
)
def test_the_forms_of_all_examiners_are_the_whole_event(name: str, event: str) -> None:
    plan, sheet = ujikom.plan(name), ujikom.read_scoresheet(EXAMPLES / event)
    blank = evolve(sheet, ratings=())
    marks = marks_of(plan, sheet)
    forms = [read(write_form(plan, blank))]
    for examiner in sheet.examiners:
        own = {key: rating for key, rating in marks.items() if key[3] == examiner.id}
        forms.append(read(filled(write_form(plan, blank, examiner=examiner.id), own)))
    joined, findings = join_forms(forms)
    assert joined is not None
    assert findings == ()
    assert told(marks_of(plan, joined)) == told(marks)
    results = [ujikom.document(ujikom.evaluate(plan, x))["results"] for x in (sheet, joined)]
    assert results[0] == results[1]


def test_one_mark_with_two_values_is_told_with_both_cells() -> None:
    other = workbook({**SOUND, "Wawancara": [MARKS[0], ["A01", "E1", 90]]})
    assert wrong(workbook(), other) == [
        ("UJ930", "b.xlsx › Wawancara › C2", "a.xlsx › Wawancara › C2")
    ]
    recused = workbook({**SOUND, "Wawancara": [MARKS[0], ["A01", "E1", "benturan"]]})
    joined, findings = join_forms([read(workbook()), read(recused)])
    assert joined is None
    assert (
        said(findings[0])
        == "A01 wawancara.integritas@E1 bernilai benturan di sini dan 85 di isian lain"
    )


@pytest.mark.parametrize("turned", [False, True])
def test_a_mark_not_entered_gives_way(turned: bool) -> None:
    blank = read(workbook({**SOUND, "Wawancara": [MARKS[0], ["A01", "E1", ""]]}))
    forms = [blank, read(workbook())]
    joined, _ = join_forms(forms[::-1] if turned else forms)
    assert joined is not None
    assert [str(row.value) for row in joined.ratings] == ["85"]


def test_people_who_differ_are_told_with_both_cells() -> None:
    header = ["Peserta", "Nama", "pendidikan"]
    other = {
        **SOUND,
        "Peserta": [header, ["A01", "Anna", "S3"]],
        "Penguji": [["Penguji", "Peran"], ["E1", ""]],
    }
    assert wrong(workbook(), workbook(other)) == [
        ("UJ931", "b.xlsx › Peserta › B2", "a.xlsx › Peserta › B2"),
        ("UJ931", "b.xlsx › Peserta › C2", "a.xlsx › Peserta › C2"),
    ]


def with_role(word: str) -> bytes:
    return workbook({**SOUND, "Penguji": [["Penguji", "Peran"], ["E1", word]]})


@pytest.mark.parametrize("one, other", [("ketua", "anggota"), ("anggota", "ketua")])
def test_a_changed_chair_is_told_in_either_order(one: str, other: str) -> None:
    assert wrong(with_role(one), with_role(other)) == [
        ("UJ931", "b.xlsx › Penguji › B2", "a.xlsx › Penguji › B2")
    ]
    _, (found,) = join_forms([read(with_role(one)), read(with_role(other))])
    assert said(found) == f"E1 (Peran) berbeda dari isian lain: {other} di sini, {one} di sana"
    words = {"ketua": "chair", "anggota": "member"}
    assert text_of(found, "en") == (
        f"E1 (role) differs from another form: {words[other]} here, {words[one]} there"
    )


@pytest.mark.parametrize("order", list(permutations(("", "anggota", "ketua"))))
def test_an_empty_cell_hides_no_contradiction(order: tuple[str, ...]) -> None:
    joined, findings = join_forms([read(with_role(word)) for word in order])
    assert joined is None
    assert [(x.code, x.path) for x in findings] == [("UJ931", "/examiners/0/role")]


@pytest.mark.parametrize("order", list(permutations(("", "ketua", ""))))
def test_an_empty_cell_gives_way(order: tuple[str, ...]) -> None:
    joined, findings = join_forms([read(with_role(word)) for word in order])
    assert joined is not None, findings
    assert joined.examiners[0].role == "chair"


@pytest.mark.parametrize(
    "title, rows, at, other, cell",
    [
        ("Dokumen", [["Dokumen", "Peserta", "Ada"], ["d", "A01", "ya"]], 2, "tidak", "C2"),
        ("Penguji", [["Penguji", "Peran", "Asal"], ["E1", "", "internal"]], 2, "eksternal", "C2"),
        ("Ketidakhadiran", [["Peserta", "Tahapan", "Catatan"], ["A01", "w", "sakit"]], 2, "izin",
         "C2"),
    ],
)  # fmt: skip
def test_both_cells_of_a_contradiction_are_those_of_the_value(
    title: str, rows: list[list[str]], at: int, other: str, cell: str
) -> None:
    changed = [rows[0], [other if n == at else x for n, x in enumerate(rows[1])]]
    forms = [workbook({**SOUND, title: each}) for each in (rows, changed)]
    assert wrong(*forms) == [("UJ931", f"b.xlsx › {title} › {cell}", f"a.xlsx › {title} › {cell}")]
    _, (found,) = join_forms([read(each) for each in forms])
    assert f"({rows[0][at]})" in said(found)
    assert f"{other} di sini, {rows[1][at]} di sana" in said(found)


def test_another_day_is_told_at_the_cell_of_the_date() -> None:
    other = {**SOUND, "Acara": [["Acara", "uji-1"], ["Tanggal", "2025-03-26"]]}
    assert wrong(workbook(), workbook(other)) == [
        ("UJ932", "b.xlsx › Acara › B2", "a.xlsx › Acara › B2")
    ]


def test_what_one_form_leaves_out_another_fills_in() -> None:
    bare: dict[str, Any] = {
        "Acara": [["Acara", "uji-1"], ["Tanggal", "2025-03-25"], ["Benih undian", "7"]],
        "Peserta": [["Peserta"], ["A02"], ["A01"]],
        "Wawancara": [MARKS[0]],
        "Dokumen": [["Dokumen", "Ada", "Penandatangan"], ["berita-acara", "ya", "E1"]],
    }
    more: dict[str, Any] = {**SOUND, "Dokumen": [["Dokumen", "Ada", "Penandatangan"], ["berita-acara", "ya", "E2"]],
            "Penguji": [["Penguji"], ["E1"], ["E2"]]}  # fmt: skip
    joined, findings = join_forms([read(workbook(bare)), read(workbook(more))])
    assert joined is not None, findings
    assert joined.event.lot_seed == "7"
    assert [(row.id, row.name) for row in joined.candidates] == [("A02", ""), ("A01", "Ani")]
    assert joined.candidates[1].facts["pendidikan"].value == "S2"
    assert joined.evidence[0].signed_by == ("E1", "E2")
    assert joined.digest != ""


def test_forms_of_two_events_are_not_joined() -> None:
    other = {**SOUND, "Acara": [["Acara", "uji-2"], ["Tanggal", "2025-03-25"]]}
    assert [code for code, _, _ in wrong(workbook(), workbook(other))] == ["UJ932"]


@pytest.mark.parametrize("mark", [85, "abstain"])
def test_a_recusal_against_a_mark_of_another_form_is_told_with_both_cells(mark: object) -> None:
    recused: dict[str, Any] = {
        **SOUND, "Wawancara": [MARKS[0]],
        "Benturan": [["Penguji", "Peserta"], ["E1", "A01"]],
    }  # fmt: skip
    marked = workbook({**SOUND, "Wawancara": [MARKS[0], ["A01", "E1", mark]]})
    assert wrong(workbook(recused), marked) == [
        ("UJ666", "b.xlsx › Wawancara › C2", "a.xlsx › Benturan › A2")
    ]


@pytest.mark.parametrize("mark", ["", "benturan"])
def test_what_may_stand_beside_a_recusal_is_joined(mark: str) -> None:
    recused = {
        **SOUND,
        "Wawancara": [MARKS[0]],
        "Benturan": [["Penguji", "Peserta"], ["E1", "A01"]],
    }
    marked = workbook({**SOUND, "Wawancara": [MARKS[0], ["A01", "E1", mark]]})
    joined, findings = join_forms([read(workbook(recused)), read(marked)])
    assert joined is not None, findings


@pytest.mark.parametrize("name", ["=1+1", "+62 811", "@ani", "-Ani", "'=1+1", "''=x", "'Ali"])
def test_a_text_that_excel_would_compute_stands_behind_an_apostrophe(
    tmp_path: Path, name: str
) -> None:
    plain = {**LEAST, "candidates": [{"id": "A1", "name": name, "facts": {"suhu": "-5"}}]}
    sheet = ujikom.parse_scoresheet(plain)
    for file, content in to_folder(sheet).items():
        (tmp_path / file).write_bytes(content)
    assert ujikom.read_scoresheet(tmp_path).digest == sheet.digest
    written = (tmp_path / "candidates.csv").read_text("utf-8").splitlines()[1]
    kept = name if name == "'Ali" else "'" + name
    assert written == f"A1,{kept},-5"


WHOLE: dict[str, Any] = {
    "event": {"id": "e", "date": "2025-03-25", "lot-seed": 'a "b"'},
    "positions": [{"id": "P1", "title": "Kadis", "vacancies": 2, "facts": {"eselon": "II.b"}}],
    "candidates": [{"id": "A1", "name": "=1+1", "facts": {"lulus": True, "indeks": "3.5"}}],
    "candidacies": [{"id": "A1-P1", "candidate": "A1", "position": "P1", "room": "R1"}],
    "examiners": [{"id": "E1", "role": "chair", "origin": "external", "stages": ["w"]}],
    "ratings": [
        {"candidacy": "A1-P1", "stage": "w", "criterion": "x", "examiner": "E1", "value": "85.5"},
        {"candidate": "A1", "stage": "t", "value": "baik", "date": "2024-01-02"},
        {"candidacy": "A1-P1", "stage": "w", "criterion": "y", "examiner": "E1", "no-mark": "void"},
    ],
    "recusals": [{"examiner": "E1", "candidacy": "A1-P1", "reason": "keluarga"}],
    "absences": [{"candidacy": "A1-P1", "stage": "w", "note": "sakit"}],
    "advice": [{"candidacy": "A1-P1", "stage": "m", "from": "wali", "text": "baik, sekali"}],
    "evidence": [{"id": "d", "given": False, "date": "2025-01-01", "signed-by": ["E1"]}],
}
LEAST: dict[str, Any] = {
    "event": {"id": "e", "date": "2025-03-25"}, "candidates": [], "ratings": [],
}  # fmt: skip


@pytest.mark.parametrize("plain", [WHOLE, LEAST])
def test_a_scoresheet_is_kept_as_json_folder_and_workbook(
    tmp_path: Path, plain: dict[str, Any]
) -> None:
    sheet = ujikom.parse_scoresheet(plain)
    (tmp_path / "a.json").write_bytes(to_json(sheet))
    (tmp_path / "a.xlsx").write_bytes(to_workbook(sheet))
    (tmp_path / "a").mkdir()
    for name, content in to_folder(sheet).items():
        (tmp_path / "a" / name).write_bytes(content)
    for name in ("a.json", "a.xlsx", "a"):
        back = ujikom.read_scoresheet(tmp_path / name)
        assert back.digest == sheet.digest, name
        assert back.findings == ()


def test_commas_of_cells_are_points_in_json(tmp_path: Path) -> None:
    header = ["Peserta", "indeks", "mulai", "sejak"]
    rows = [header, ["A01", "3,5", "25/03/2024", "1,2,3"]]
    sheet = read(workbook({**SOUND, "Peserta": rows}))
    (tmp_path / "a.json").write_bytes(to_json(sheet))
    facts = ujikom.read_scoresheet(tmp_path / "a.json").candidates[0].facts
    assert {name: fact.value for name, fact in facts.items()} == {
        "indeks": "3.5", "mulai": "2024-03-25", "sejak": "1,2,3",
    }  # fmt: skip


def test_dates_yes_no_and_lists_are_compared_too() -> None:
    header = ["Penguji", "Nama", "Tahapan"]
    one = {**SOUND, "Penguji": [header, ["E1", "Budi", "wawancara"]],
           "Dokumen": [["Dokumen", "Ada", "Tanggal"], ["d", "ya", "2025-01-02"]],
           "Benturan": [["Penguji", "Peserta", "Alasan"], ["E1", "A01", "keluarga"]],
           "Wawancara": [[*MARKS[0], "Tanggal"], ["A01", "E1", 85, "2024-05-06"]]}  # fmt: skip
    two = {**SOUND, "Penguji": [header, ["E1", "Budi", "paparan"]],
           "Dokumen": [["Dokumen", "Ada", "Tanggal"], ["d", "tidak", "2025-01-03"]],
           "Benturan": [["Penguji", "Peserta", "Alasan"], ["E1", "A01", "teman"]],
           "Wawancara": [[*MARKS[0], "Tanggal"], ["A01", "E1", 85, "2024-05-07"]]}  # fmt: skip
    _, findings = join_forms([read(workbook(one)), read(workbook(two))])
    assert sorted(map(said, findings)) == sorted(
        [
            "E1 – A01 (Alasan) berbeda dari isian lain: teman di sini, keluarga di sana",
            "d (Tanggal) berbeda dari isian lain: 2025-01-03 di sini, 2025-01-02 di sana",
            "d (Ada) berbeda dari isian lain: tidak di sini, ya di sana",
            "E1 (Tahapan) berbeda dari isian lain: paparan di sini, wawancara di sana",
            "A01 wawancara.integritas@E1 bernilai 85 (2024-05-07) di sini dan 85 (2024-05-06) di isian lain",
        ]
    )


def test_a_mark_of_a_collected_workbook_is_cited_at_its_own_cell() -> None:
    plan, sheet = ujikom.plan("kendari/2025"), ujikom.read_scoresheet(EXAMPLES / "kendari-2025")
    kept = to_workbook(sheet)
    back = read(kept, "nilai.xlsx")
    page = openpyxl.load_workbook(BytesIO(kept))["Nilai"]
    heads = {str(cell.value): cell.coordinate[:-1] for cell in page[1]}
    for row in back.ratings[:20]:
        title, _, address = row.place.cell.partition("!")
        head = "Nilai" if row.value is not None else "Tidak menilai"
        assert (title, address.rstrip("0123456789")) == ("Nilai", heads[head])
        assert page[address].value is not None
    told = ujikom.working(ujikom.evaluate(plan, back), sheet.candidacies[0].id, lang="id")
    cells = {x["cell"] for x in told["figures"] if x["address"].endswith(":raw")}  # type: ignore[attr-defined]
    assert cells
    assert all(cell.startswith(f"Nilai!{heads['Nilai']}") for cell in cells)


def test_two_rows_of_one_form_about_the_same_are_both_kept() -> None:
    """A form that stands for itself contradicts nobody, least of all itself."""
    rows = [["Peserta", "Tahapan", "Catatan"], ["A01", "wawancara", "sakit"], ["A01", "wawancara"]]
    advice = [["Peserta", "Tahapan", "Dari", "Isi"], ["A01", "m", "x", "y"], ["A01", "m", "x", "y"]]
    form = read(workbook({**SOUND, "Ketidakhadiran": rows, "Masukan": advice}))
    for forms in ([form], [form, form]):
        joined, findings = join_forms(forms)
        assert findings == ()
        assert joined is not None
        assert [row.note for row in joined.absences] == ["sakit", ""]
        assert len(joined.advice) == 2
        assert joined.digest == form.digest
