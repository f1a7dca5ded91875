"""Scoresheets are read from every form, and every mistake is said at its place."""

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from tests.sample_scoresheets import FOLDER, WHOLE, folder_of
from ujikom_rules.errors import Finding, Place
from ujikom_rules.messages import LANGS, hint_of, text_of
from ujikom_rules.model.scoresheet import Scoresheet
from ujikom_rules.reading.canonical import canonical
from ujikom_rules.reading.document import read_document
from ujikom_rules.reading.scoresheets.reader import (
    parse_scoresheet,
    read_scoresheet,
    scoresheet_from_entry,
)


def sound(read: tuple[Scoresheet | None, tuple[Finding, ...]]) -> Scoresheet:
    sheet, findings = read
    assert sheet is not None, findings
    return sheet


def test_a_whole_json_scoresheet() -> None:
    sheet, findings = parse_scoresheet(WHOLE, "a.json")
    assert sheet is not None
    assert findings == ()
    assert (sheet.event.date, sheet.event.lot_seed) == (date(2024, 3, 4), "17")
    assert (sheet.positions[0].vacancies, sheet.candidacies[0].position) == (2, "kadis-pu")
    facts = sheet.candidates[0].facts
    assert (facts["years"].value, facts["s2"].value) == (Fraction(7, 2), True)
    assert facts["years"].pointer == "/candidates/0/facts/years"
    assert facts["years"].place == Place("a.json", 4, WHOLE.splitlines()[3].index("3.50") + 1)
    chair = sheet.examiners[0]
    assert (chair.role, chair.origin, chair.stages) == ("chair", "external", ("wawancara",))
    first, second, third = sheet.ratings
    assert (first.value, first.criterion, first.no_mark) == (Fraction(171, 2), "a.b", None)
    assert (second.value, second.no_mark) == (None, "abstained")
    assert (third.candidacy, third.of_candidate, third.date) == ("A02", True, date(2023, 1, 31))
    assert (third.place, third.pointer) == (Place("a.json", 13, 3), "/ratings/2")
    assert sheet.evidence[0].given is False
    assert sheet.evidence[0].signed_by == ("E1", "E2")


def test_the_same_event_has_the_same_digest_in_every_form(tmp_path: Path) -> None:
    from_json = sound(parse_scoresheet(WHOLE))
    from_dict = sound(parse_scoresheet(json.loads(WHOLE)))
    sheet, findings = read_scoresheet(folder_of(tmp_path, FOLDER))
    assert sheet is not None
    assert findings == ()
    assert from_json.digest == from_dict.digest == sheet.digest
    assert from_json.digest.startswith("sha256:")
    assert sheet.examiners[1].place == Place(str(tmp_path / "examiners.csv"), 3)
    assert sheet.candidates[1].place.line == 4


@pytest.mark.parametrize(
    "change",
    [
        ('"85.50"', '"85.51"'),
        ('"A01", "stage": "wawancara", "criterion": "a.b", "examiner": "E1"',
         '"A02", "stage": "wawancara", "criterion": "a.b", "examiner": "E1"'),
        ('"s2": true', '"s2": false'),
        ('"lot-seed": "17"', '"lot-seed": "017"'),
        ('"echelon": "II.b"', '"echelon": "II.a"'),
        ('"given": false', '"given": true'),
    ],
)  # fmt: skip
def test_another_content_has_another_digest(change: tuple[str, str]) -> None:
    other = WHOLE.replace(*change)
    assert other != WHOLE
    assert sound(parse_scoresheet(other)).digest != sound(parse_scoresheet(WHOLE)).digest


def test_candidacies_default_to_one_a_candidate() -> None:
    plain: dict[str, Any] = {
        "event": {"id": "e", "date": date(2024, 1, 1)},
        "candidates": [{"id": "A01"}, {"id": "A02"}],
        "ratings": [{"candidacy": "A02", "stage": "s", "value": Decimal("1.50")}],
    }
    sheet = sound(parse_scoresheet(plain))
    assert [(c.id, c.candidate, c.position) for c in sheet.candidacies] == [
        ("A01", "A01", None),
        ("A02", "A02", None),
    ]
    written = [{"id": "A01", "candidate": "A01"}, {"id": "A02", "candidate": "A02"}]
    assert sound(parse_scoresheet({**plain, "candidacies": written})).digest == sheet.digest


@pytest.mark.parametrize(
    "value, read",
    [
        (1, Fraction(1)),
        (0.1, Fraction(1, 10)),
        (Decimal("85.50"), Fraction(171, 2)),
        (Fraction(1, 3), Fraction(1, 3)),
        ("1e1", Fraction(10)),
        ("tingkat-3", "tingkat-3"),
        ("III", "III"),
    ],
)
def test_values_are_exact_or_ids_of_levels(value: object, read: object) -> None:
    sheet = sound(
        parse_scoresheet(
            {
                "event": {"id": "e", "date": "2024-01-01"},
                "candidates": [{"id": "A"}],
                "ratings": [{"candidacy": "A", "stage": "s", "value": value}],
            }
        )
    )
    assert sheet.ratings[0].value == read


def test_a_wide_table_is_the_long_one_with_empty_cells_not_entered(tmp_path: Path) -> None:
    del (files := dict(FOLDER))["ratings.csv"]
    files["ratings.wawancara.csv"] = (
        'peserta;penguji;a.b;"Kerja Sama"\nA01;E1;85,5;tingkat-1\nA02;E2;Benturan;\n'
    )
    files["ratings.asesmen.csv"] = "candidate,nilai,tanggal\nA02,70,2023-01-31\n"
    sheet = sound(read_scoresheet(folder_of(tmp_path, files)))
    name = str(tmp_path / "ratings.wawancara.csv")
    assert [(r.candidacy, r.stage, r.criterion, r.value, r.no_mark) for r in sheet.ratings] == [
        ("A02", "asesmen", "", Fraction(70), None),
        ("A01", "wawancara", "a.b", Fraction(171, 2), None),
        ("A01", "wawancara", "Kerja Sama", "tingkat-1", None),
        ("A02", "wawancara", "a.b", None, "recused"),
        ("A02", "wawancara", "Kerja Sama", None, "not-entered"),
    ]
    assert sheet.ratings[0].of_candidate
    assert sheet.ratings[0].date == date(2023, 1, 31)
    assert sheet.ratings[3].place == Place(name, 3, 3)
    assert sheet.ratings[3].pointer == "/ratings.wawancara/1/a.b"


CASE = '''[scoresheet]
event = { id = "e", date = 2024-01-01 }
candidates = [{ id = "A01", facts = { years = 3, since = 2020-02-01, s2 = true } }, { id = "A02" }]
examiners = """
id;peran
E1;ketua
"""
KEY = """
peserta,penguji,isi
A01,E1,80
A02,E1,
"""
'''


@pytest.mark.parametrize("key", ['"ratings.paparan"', "ratings.paparan"])
def test_a_scoresheet_inside_a_case(key: str) -> None:
    root, _ = read_document(CASE.replace("KEY", key), "x.cases.toml")
    assert root is not None
    sheet = sound(scoresheet_from_entry(root.table()["scoresheet"], "x.cases.toml"))
    assert [r.value for r in sheet.ratings] == [Fraction(80), None]
    assert sheet.ratings[1].place == Place("x.cases.toml", 11, 3)
    assert sheet.examiners[0].role == "chair"
    facts = {name: fact.value for name, fact in sheet.candidates[0].facts.items()}
    assert facts == {"years": Fraction(3), "since": "2020-02-01", "s2": True}
    same = {
        "event": {"id": "e", "date": "2024-01-01"},
        "candidates": [
            {"id": "A01", "facts": {"years": "3", "since": "2020-02-01", "s2": "ya"}},
            {"id": "A02"},
        ],
        "examiners": [{"id": "E1", "role": "chair"}],
        "ratings": [
            {"candidacy": "A01", "stage": "paparan", "criterion": "isi", "examiner": "E1", "value": 80},
            {"candidacy": "A02", "stage": "paparan", "criterion": "isi", "examiner": "E1", "no-mark": "not-entered"},
        ],
    }  # fmt: skip
    assert sound(parse_scoresheet(same)).digest == sheet.digest


def test_a_mistake_inside_a_case_stands_in_its_document() -> None:
    text = CASE.replace("KEY", '"ratings.paparan"').replace("A02,E1,", "A02,E9,x y")
    root, _ = read_document(text.replace('{ id = "A02" }', '{ id = "A02", nama = 1 }'), "c.toml")
    assert root is not None
    sheet, findings = scoresheet_from_entry(root.table()["scoresheet"], "c.toml")
    assert sheet is None
    assert [(f.code, f.place.line, f.path) for f in findings] == [
        ("UJ611", 3, "/candidates/1/nama"),
        ("UJ653", 11, "/ratings.paparan/1/examiner"),
        ("UJ643", 11, "/ratings.paparan/1/isi"),
    ]


def test_a_file_locked_by_excel_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = folder_of(tmp_path, FOLDER)
    open_file: Callable[..., Any] = Path.open

    def locked(self: Path, *args: Any, **named: Any) -> Any:
        if self.name == "ratings.csv":
            raise PermissionError(13, "locked", str(self))
        return open_file(self, *args, **named)

    monkeypatch.setattr(Path, "open", locked)
    sheet, findings = read_scoresheet(folder)
    assert sheet is None
    assert [(f.code, f.place.file) for f in findings] == [("UJ602", str(folder / "ratings.csv"))]
    assert "Excel" in text_of(findings[0], "id")


def test_a_column_that_looks_like_another_is_an_error_and_any_other_a_warning(
    tmp_path: Path,
) -> None:
    files = {**FOLDER, "recusals.csv": "penguji,peserta,alasan,NIP\nE2,A01,kinship,1\n"}
    sheet, findings = read_scoresheet(folder_of(tmp_path, files))
    assert sheet is not None
    assert [(f.code, f.severity, f.place.column) for f in findings] == [("UJ616", "warning", 4)]
    assert sheet.findings == findings
    files = {**FOLDER, "recusals.csv": "penguji,peserta,reasn\nE2,A01,kinship\n"}
    sheet, findings = read_scoresheet(folder_of(tmp_path, files))
    assert sheet is None
    assert hint_of(findings[0], "en") == "perhaps reason is meant"


def test_messages_say_what_to_write_in_both_languages() -> None:
    _, findings = parse_scoresheet(WHOLE.replace("85.50", "85,5"), "a.json")
    assert [text_of(findings[0], lang) for lang in LANGS] == [
        "85,5 memakai koma; di berkas ini tanda desimal adalah titik",
        "85,5 has a comma; in this file the decimal sign is a point",
    ]
    assert hint_of(findings[0], "en") == "write 85.5"


def test_canonical_json_refuses_what_has_no_exact_form() -> None:
    assert canonical({"b": [1, Fraction(1, 3)], "a": date(2024, 1, 1)}) == (
        '{"a":"2024-01-01","b":["1","1/3"]}'
    )
    with pytest.raises(TypeError, match="float"):
        canonical({"a": 0.5})
