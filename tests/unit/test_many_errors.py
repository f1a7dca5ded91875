"""A table with very many errors is left after so many of them, whatever kind of file it stands in."""

import json
from collections import Counter
from pathlib import Path

import pytest

import ujikom_rules as ujikom
from ujikom_rules.errors import Finding, Refused
from ujikom_rules.messages import text_of

EVENT = {"id": "uji-1", "date": "2025-03-25"}
PEOPLE = [{"id": "A01"}]
MARK = {"candidacy": "A01", "stage": "wawancara", "criterion": "x", "examiner": "E1"}


def refused_of(path: Path) -> tuple[Finding, ...]:
    with pytest.raises(Refused) as refused:
        ujikom.read_scoresheet(path)
    return refused.value.findings


def folder(tmp_path: Path, **tables: str) -> Path:
    tables.setdefault("candidates", "peserta\nA01\n")
    tables.setdefault("ratings", "peserta;tahapan;kriteria;nilai\nA01;wawancara;x;85\n")
    (tmp_path / "event.toml").write_text('[event]\nid = "uji-1"\ndate = 2025-03-25\n')
    for name, text in tables.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_csv_table_is_left_as_a_sheet_is(tmp_path: Path) -> None:
    rows = "".join(f"A01;E{n};kemarin;85\n" for n in range(1000))
    people = "penguji\n" + "".join(f"E{n}\n" for n in range(1000))
    marks = f"peserta;penguji;tanggal;x\n{rows}"
    path = folder(tmp_path, examiners=people, **{"ratings.wawancara": marks})
    (path / "ratings.csv").unlink()
    said = refused_of(path)
    assert Counter(found.code for found in said) == {"UJ638": 200, "UJ912": 1}
    assert said[-1].place.line == 202  # the header and 200 rows were read
    assert text_of(said[-1], "id") == (
        "berkas ratings.wawancara.csv ditinggalkan setelah 200 kesalahan: 800 baris sisanya belum "
        "dibaca"
    )


def test_rows_of_csv_that_are_too_long_stop_their_table_too(tmp_path: Path) -> None:
    rows = "".join(f"A{n};Ani;lebih\n" for n in range(1000)) + "\n \n"
    said = refused_of(folder(tmp_path, candidates=f"peserta;nama\n{rows}"))
    assert Counter(found.code for found in said) == {"UJ619": 200, "UJ912": 1}
    assert "the file candidates.csv is left after 200 errors: the 800 rows" in text_of(
        said[-1], "en"
    )


def test_a_table_of_json_is_left_too(tmp_path: Path) -> None:
    ratings = [{**MARK, "criterion": f"x{n}", "value": "85,5"} for n in range(1000)]
    examiners = [{"id": "E1"}]
    path = tmp_path / "nilai.json"
    tables = {"event": EVENT, "candidates": PEOPLE, "examiners": examiners, "ratings": ratings}
    path.write_text(json.dumps(tables), encoding="utf-8")
    said = refused_of(path)
    assert Counter(found.code for found in said) == {"UJ634": 200, "UJ912": 1}
    (left,) = (each for each in said if each.code == "UJ912")
    assert left.path == "/ratings"
    assert "tabel ratings ditinggalkan setelah 200 kesalahan" in text_of(left, "id")


def test_ids_of_a_csv_table_that_was_left_are_not_missed_elsewhere(tmp_path: Path) -> None:
    people = "peserta\n" + "".join(f"A {n}\n" for n in range(300)) + "A01\n"
    said = refused_of(folder(tmp_path, candidates=people))
    assert Counter(found.code for found in said) == {"UJ641": 200, "UJ912": 1}
