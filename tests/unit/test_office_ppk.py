"""What a report shows to those who may not know the examiners, and how wide tables are printed."""

import re
from typing import Any

import pytest

from tests.unit.test_office_report import MARKS, RULES, SHORT, event
from ujikom_rules.office.report import report
from ujikom_rules.office.report.assumptions import told_of
from ujikom_rules.office.report.audiences import Audience
from ujikom_rules.office.report.building import page

THREE: dict[str, Any] = {
    "candidates": [{"id": "A01"}, {"id": "A02"}],
    "examiners": [{"id": f"E{n}"} for n in (1, 2, 3)],
}


def marks(*given: str) -> str:
    """Marks of three examiners for both criteria of the interview, and one of the documents."""
    found = ""
    for who, each in zip(("A01", "A02"), given, strict=True):
        for number, mark in enumerate(each.split(), 1):
            found += "".join(f"{who} wawancara.{c} E{number} {mark}\n" for c in "ab")
        found += f"{who} berkas - 80\n"
    return found


def numbered(text: str, audience: Audience) -> list[list[tuple[str, str]]]:
    """By slip and pooled value, the examiners' numbers and marks in the order of their lines."""
    found = []
    for standing in page(*event(text, RULES, **THREE), audience, "id").standings:
        for slip in standing.slips:
            rows: list[tuple[str, str]] = []
            for line in slip.working:
                named = re.search(r"kriteria a, penguji (#\d)|^a, penguji (#\d)", line.label)
                if named:
                    rows.append((named[1] or named[2], line.value))
            found.append(rows)
    return found


def test_the_lines_of_examiners_stand_in_the_order_of_their_numbers() -> None:
    """The hidden numbers are the same in all workings: their order would tell who is who."""
    for rows in numbered(marks("90 60 75", "50 95 70"), Audience("ppk")):
        assert [number for number, _ in rows] == ["#1", "#2", "#3"]
        assert [mark for _, mark in rows] == sorted(mark for _, mark in rows)


def test_who_gave_no_mark_is_an_examiner_without_a_number() -> None:
    text = report(*event(marks("90 60 absent", "50 95 70"), RULES, **THREE), Audience("ppk"), "id")
    assert "tidak dihitung: seorang penguji (berhalangan)" in text
    known = report(*event(marks("90 60 absent", "50 95 70"), RULES, **THREE), Audience(), "id")
    assert "tidak dihitung: E3 (berhalangan)" in known


def test_the_public_reads_the_title_of_a_post() -> None:
    rows: dict[str, Any] = {
        "positions": [{"id": "J1", "title": "Kepala Dinas"}],
        "candidates": [{"id": "A01"}, {"id": "A02"}],
        "candidacies": [
            {"id": name, "candidate": name, "position": "J1"} for name in ("A01", "A02")
        ],
    }
    (kept,) = page(*event(MARKS, SHORT, **rows), Audience("public"), "id").kept
    assert kept.label == "Tiga nama, Kepala Dinas"


def test_equals_that_a_key_parts_stand_on_page_one_for_who_sees_all() -> None:
    rules = f'{RULES}tie-breaks = [{{ use = "stage-score", stage = "berkas" }}]\n'
    equal = (  # 0.6 × 80 + 0.4 × 70 = 0.6 × 70 + 0.4 × 85 = 76
        "A01 wawancara.a E1 80\nA01 wawancara.b E1 80\nA01 berkas - 70\n"
        "A02 wawancara.a E1 70\nA02 wawancara.b E1 70\nA02 berkas - 85\n"
    )
    equal += equal.replace(" E1 ", " E2 ").replace("A01 berkas - 70\n", "")
    equal = equal.replace("A02 berkas - 85\n", "", 1)
    made, sheet, evaluation = event(equal, rules, candidates=[{"id": "A01"}, {"id": "A02"}])
    line = "nilai tahapan 'berkas' (A02: 85, A01: 70)"
    for audience in (Audience(), Audience("ppk")):
        told = [each.lines for each in page(made, sheet, evaluation, audience, "id").notices]
        assert (line,) in told
    own = page(made, sheet, evaluation, Audience("candidate", "A01"), "id")
    assert all("A02" not in each for notice in own.notices for each in notice.lines)
    assert own.slip is not None
    assert own.slip.notes == (
        "nilai akhir sama dengan seorang peserta lain; urutannya menurut nilai tahapan 'berkas': 70",
    )


@pytest.mark.parametrize(
    "count, name, shape",
    [(1, "", ""), (6, "", "lying"), (6, "N" * 30, "lying"), (20, "", "lying crowded")],
)
def test_a_table_that_a_standing_page_would_cut_lies_down(
    count: int, name: str, shape: str
) -> None:
    stages = "".join(
        f'[[stages]]\nid = "s{n}"\ntitle = "Kepemimpinan {n}"\nkind = "weighted-criteria"\n'
        f"weight = {100 // count}\nscale = {{ lower = 0, upper = 100 }}\n"
        for n in range(count)
    )
    stages = stages.replace(f"weight = {100 // count}", 'weight = "rest"', 1)
    head = RULES.partition("[[stages]]")[0]
    rows = "".join(f"A01 s{n} - 80\n" for n in range(count))
    people = [{"id": "A01", **({"name": name} if name else {})}]
    (standing,) = page(*event(rows, head + stages, candidates=people), Audience(), "id").standings
    assert standing.shape == shape


def test_the_numbers_of_levels_are_told_among_the_assumptions() -> None:
    rules = RULES.replace(
        "scale = { lower = 0, upper = 100 }",
        'scale = { levels = [{ value = 1, id = "kurang" }, { value = 4, id = "baik" }] }',
        1,
    )
    made = event("A01 berkas - 80\n", rules, candidates=[{"id": "A01"}])[0]
    assert "Wawancara: skala nilai: 1, kurang = -; 4, baik = -" in told_of(made, "id")["A"]
