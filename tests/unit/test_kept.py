"""Whatever a scoresheet records survives being saved, in each of the three forms."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, assume, given, settings

import ujikom_rules as ujikom
from tests.strategies_sheets import scoresheets
from ujikom_rules.errors import Refused
from ujikom_rules.model.scoresheet import Scoresheet
from ujikom_rules.office.forms import join_forms, to_folder, to_json, to_workbook
from ujikom_rules.office.forms.keeping import to_document
from ujikom_rules.reading.scoresheets.tables import KEYS


def saved(sheet: Scoresheet, folder: Path) -> dict[str, Scoresheet]:
    """The scoresheet as it is read from each form."""
    (folder / "a.json").write_bytes(to_json(sheet))
    (folder / "a.xlsx").write_bytes(to_workbook(sheet))
    (folder / "a").mkdir()
    for name, content in to_folder(sheet).items():
        (folder / "a" / name).write_bytes(content)
    return {name: ujikom.read_scoresheet(folder / name) for name in ("a.json", "a.xlsx", "a")}


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(scoresheets())
def test_any_scoresheet_survives_being_saved(plain: dict[str, Any]) -> None:
    try:
        sheet = ujikom.parse_scoresheet(plain)
    except Refused:
        assume(False)
    with tempfile.TemporaryDirectory() as folder:
        for name, back in saved(sheet, Path(folder)).items():
            assert back.digest == sheet.digest, name
            assert said(back) == said(sheet), name
            # and once more from there, as forms are collected
            joined, found = join_forms([back, back])
            assert joined is not None, found
            assert joined.digest == sheet.digest, name


def said(sheet: Scoresheet) -> list[str]:
    return sorted(found.code for found in sheet.findings)


EVERYTHING: dict[str, Any] = {
    "event": {"id": "uji", "date": "2025-03-25", "lot-seed": "314", "rules-digest": "sha256:0001"},
    "positions": [{"id": "p", "title": "Kepala", "vacancies": 2, "facts": {"eselon": "II.b"}}],
    "candidates": [{"id": "A", "person": "P1", "name": "Ani", "facts": {"umur": "41"}}],
    "candidacies": [
        {"id": "A-p", "candidate": "A", "position": "p", "room": "R1", "facts": {"tetap": True}}
    ],
    "examiners": [
        {
            "id": "E", "person": "P2", "name": "Budi", "role": "chair", "kind": "academic",
            "origin": "external", "room": "R1", "stages": ["w", "t"],
        }
    ],
    "ratings": [
        {
            "candidacy": "A-p", "stage": "w", "criterion": "x.y", "examiner": "E",
            "value": "85.5", "date": "2025-03-24",
        },
        {"candidate": "A", "stage": "t", "no-mark": "void"},
    ],
    "recusals": [{"examiner": "E", "candidacy": "A-p", "reason": "keluarga"}],
    "absences": [{"candidacy": "A-p", "stage": "w", "note": "sakit"}],
    "advice": [{"candidacy": "A-p", "stage": "m", "from": "wali kota", "text": "baik, sekali"}],
    "evidence": [
        {
            "id": "surat", "candidacy": "A-p", "given": False, "date": "2025-01-01",
            "reference": "800/1", "signed-by": ["E", "F"],
        }
    ],
}  # fmt: skip


def test_every_key_of_every_table_survives(tmp_path: Path) -> None:
    for table, keys in KEYS.items():
        rows = EVERYTHING[table] if table != "event" else [EVERYTHING["event"]]
        assert {key for row in rows for key in row} == set(keys), table
    sheet = ujikom.parse_scoresheet(EVERYTHING)
    told = to_document(sheet)
    assert {table: told[table] for table in EVERYTHING} == {
        **EVERYTHING,
        "positions": [{**EVERYTHING["positions"][0], "vacancies": 2}],
    }
    for name, back in saved(sheet, tmp_path).items():
        kept = to_document(back)
        kept["candidacies"][0]["facts"]["tetap"] = True  # a cell says it as yes or ya
        assert kept == told, name
