"""An event with positions: one form for each examiner, and all of them joined again."""

import json
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from attrs import evolve

import ujikom_rules as ujikom
from tests.filled_forms import filled, marks_of, told
from ujikom_rules.cli import main
from ujikom_rules.model.scoresheet import Scoresheet
from ujikom_rules.office.forms import join_forms, write_form
from ujikom_rules.planned import Plan
from ujikom_rules.reading.scoresheets.reader import scoresheet_from_tables
from ujikom_rules.reading.workbooks import read_content

EXAMPLES = Path(__file__).parents[2] / "examples"
POSTS = [
    {"id": "kadis-a", "title": "Kepala Dinas A", "vacancies": 2},
    {"id": "kadis-b", "title": "Kepala Dinas B"},
]
PANEL = [("E1", "chair", "external"), *((f"E{n}", "member", "external") for n in range(2, 6))]
AIMS = [("P1-a", "P1", "kadis-a"), ("P1-b", "P1", "kadis-b"), ("P2", "P2", "kadis-a")]


def selection() -> tuple[Plan, Scoresheet]:
    """An open selection: two posts, one person standing for both, one recusal."""
    facts = {"documents-complete": True, "related-experience": "8"}
    ratings: list[dict[str, Any]] = []
    for number, (candidacy, _, _) in enumerate(AIMS):
        ratings += [
            {"candidacy": candidacy, "stage": "rekam-jejak", "value": str(80 + number)},
            {"candidacy": candidacy, "stage": "asesmen", "value": "77.5", "date": "2025-01-02"},
        ]
        ratings += [
            {"candidacy": candidacy, "stage": stage, "examiner": who, "value": str(70 + number)}
            for stage in ("makalah", "wawancara")
            for who, _, _ in PANEL
            if (who, candidacy) != ("E2", "P2")
        ]
    sheet = ujikom.parse_scoresheet(
        {
            "event": {"id": "seleksi-2025", "date": "2025-06-02"},
            "positions": POSTS,
            "candidates": [{"id": "P1", "facts": facts}, {"id": "P2", "facts": facts}],
            "candidacies": [dict(zip(("id", "candidate", "position"), x, strict=True)) for x in AIMS],
            "examiners": [dict(zip(("id", "role", "origin"), x, strict=True)) for x in PANEL],
            "recusals": [{"examiner": "E2", "candidacy": "P2", "reason": "kerabat"}],
            "ratings": ratings,
        }
    )  # fmt: skip
    return ujikom.plan("national/seleksi-terbuka"), sheet


def city(name: str, event: str) -> tuple[Plan, Scoresheet]:
    """A city's event, its candidates standing for two posts in turn."""
    sheet = ujikom.read_scoresheet(EXAMPLES / event)
    plain = ujikom.parse_scoresheet(
        {"event": {"id": "e", "date": sheet.event.date.isoformat()}, "positions": POSTS,
         "candidates": [], "ratings": []}
    )  # fmt: skip
    aims = tuple(
        evolve(row, position=plain.positions[number % 2].id)
        for number, row in enumerate(sheet.candidacies)
    )
    return ujikom.plan(name), evolve(sheet, positions=plain.positions, candidacies=aims)


EVENTS: Mapping[str, Callable[[], tuple[Plan, Scoresheet]]] = {
    "selection": selection,
    "malang": lambda: city("malang/2024", "malang-2024"),
    "kendari": lambda: city("kendari/2025", "kendari-2025"),
}


def read(content: bytes) -> Scoresheet:
    sheet, findings = scoresheet_from_tables(*read_content(content, "isian.xlsx"))
    assert sheet is not None, findings
    assert findings == ()
    return sheet


@pytest.mark.parametrize("name", EVENTS)
def test_the_forms_of_all_examiners_are_the_whole_event(name: str) -> None:
    plan, sheet = EVENTS[name]()
    blank = evolve(sheet, ratings=())
    marks = marks_of(plan, sheet)
    of_office = {key: rating for key, rating in marks.items() if not key[3]}
    forms = [read(filled(write_form(plan, blank), of_office))]
    for examiner in sheet.examiners:
        own = {key: rating for key, rating in marks.items() if key[3] == examiner.id}
        forms.append(read(filled(write_form(plan, blank, examiner=examiner.id), own)))
    joined, findings = join_forms(forms)
    assert joined is not None, findings
    assert findings == ()
    assert told(marks_of(plan, joined)) == told(marks)
    assert [(row.id, row.title, row.vacancies) for row in joined.positions] == [
        ("kadis-a", "Kepala Dinas A", 2),
        ("kadis-b", "Kepala Dinas B", 1),
    ]
    results = [ujikom.document(ujikom.evaluate(plan, each))["results"] for each in (sheet, joined)]
    assert results[0] == results[1]


def test_an_examiner_sees_the_positions_of_the_own_candidacies_alone() -> None:
    plan, sheet = selection()
    rooms = {"P1-a": "R1", "P1-b": "R2", "P2": "R1"}
    sheet = evolve(
        sheet,
        ratings=(),
        recusals=(),
        candidacies=tuple(evolve(row, room=rooms[row.id]) for row in sheet.candidacies),
        examiners=tuple(evolve(row, room="R2" if row.id == "E5" else "R1") for row in sheet.examiners),
    )  # fmt: skip
    book = openpyxl.load_workbook(BytesIO(write_form(plan, sheet, examiner="E5")))
    rows = list(book["Jabatan"].iter_rows(min_row=2, values_only=True))
    assert [row[:2] for row in rows] == [("kadis-b", "Kepala Dinas B")]
    assert all(cell.protection.locked for cell in book["Jabatan"][2])


def test_the_program_makes_them_and_collects_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder before any mark is given: people and posts, without a table of ratings."""
    monkeypatch.chdir(tmp_path)
    event = tmp_path / "seleksi"
    event.mkdir()
    tables = {
        "event.toml": '[event]\nid = "seleksi-2025"\ndate = 2025-06-02\n',
        "positions.csv": "id;judul\nkadis-a;Kepala Dinas A\n",
        "candidates.csv": "id;documents-complete;related-experience\nP1;ya;8\n",
        "candidacies.csv": "id;peserta;jabatan\nP1;P1;kadis-a\n",
        "examiners.csv": "id;peran\nE1;ketua\nE2;anggota\nE3;anggota\nE4;anggota\nE5;anggota\n",
    }
    for name, text in tables.items():
        (event / name).write_text(text, encoding="utf-8")

    def run(*words: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main([*words, "--lang", "id"])
        return int(left.value.code or 0), *capsys.readouterr()

    made = run(
        "form", "national/seleksi-terbuka", "--event", "seleksi", "--per-examiner", "-o", "i.xlsx"
    )
    assert made[0] == 0, made  # fmt: skip
    forms = made[1].split()
    assert forms == [f"i-E{number}.xlsx" for number in range(1, 6)]
    assert run("collect", *forms, "-o", "nilai.json") == (0, "nilai.json\n", "")
    kept = json.loads((tmp_path / "nilai.json").read_text(encoding="utf-8"))
    assert kept["positions"] == [{"id": "kadis-a", "title": "Kepala Dinas A", "vacancies": 1}]
    assert kept["candidacies"] == [{"id": "P1", "candidate": "P1", "position": "kadis-a"}]
