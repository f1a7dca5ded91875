"""Kendari's own parts and the same rules in core TOML give the same results."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ujikom_rules as ujikom
import ujikom_rules_kendari

CITY = ujikom.plan("kendari/2025", plugins={"kendari": ujikom_rules_kendari})
CORE = ujikom.plan(str(Path(__file__).with_name("kendari-core.toml")), plugins={})
EXAMINERS = (
    {"id": "E1", "role": "chair", "kind": "akademisi", "origin": "external"},
    {"id": "E2", "kind": "akademisi", "origin": "external"},
    {"id": "E3", "kind": "inspektur", "origin": "internal"},
    {"id": "E4", "kind": "tokoh-masyarakat", "origin": "external"},
    {"id": "E5", "kind": "tokoh-masyarakat", "origin": "external"},
)
IN_CORE = {
    "naskah": "naskah",
    "penyampaian": "lisan.penyampaian",
    "dukungan-program": "lisan.dukungan-program",
}
DOCUMENTS = ("rekomendasi-kemendagri", "rekomendasi-bkn")
SAID = ("candidacy", "verdict", "total", "rank", "shared", "category")


def result_of(plan: ujikom.Plan, sheet: Mapping[str, Any]) -> object:
    """What is published of everybody; or that the sheet is refused."""
    try:
        evaluation = ujikom.evaluate(plan, ujikom.parse_scoresheet(sheet))
    except ujikom.Refused:
        return "refused"
    rows: Any = ujikom.document(evaluation)["results"]
    return [
        {key: row[key] for key in SAID} | {"value": row["stages"].get("paparan", {}).get("value")}
        for row in rows
    ]


def in_core(sheet: Mapping[str, Any]) -> Mapping[str, Any]:
    """The same sheet for the core's tree, where the oral criteria stand beneath one node."""
    ratings = [{**row, "criterion": IN_CORE[row["criterion"]]} for row in sheet["ratings"]]
    return {**sheet, "ratings": ratings}


marks = st.one_of(
    st.integers(0, 200).map(lambda halves: {"value": f"{halves // 2}.{halves % 2 * 5}"}),
    st.integers(136, 170).map(lambda halves: {"value": f"{halves // 2}.{halves % 2 * 5}"}),
    st.sampled_from(["absent", "abstained", "void"]).map(lambda word: {"no-mark": word}),
)


@st.composite
def sheets(draw: st.DrawFn) -> Mapping[str, Any]:
    """An event with a few candidates: late papers, lacking marks, recusals and absences."""
    rows: list[Mapping[str, Any]] = []
    candidates, recusals, absences = [], [], []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        who = f"K{number:02}"
        on_time = draw(st.sampled_from([True, True, False, None]))
        facts = {} if on_time is None else {"paper-on-time": on_time}
        candidates.append({"id": who, "facts": facts})
        if draw(st.integers(0, 9)) == 0:
            absences.append({"candidacy": who, "stage": "paparan"})
            continue
        recused = draw(st.sampled_from(["", "", "", "", "E2", "E3"]))
        if recused:
            recusals.append({"examiner": recused, "candidacy": who})
        rows += [
            {"candidacy": who, "stage": "paparan", "criterion": criterion,
             "examiner": examiner["id"], **draw(marks)}
            for examiner in EXAMINERS
            if examiner["id"] != recused
            for criterion in IN_CORE
        ]  # fmt: skip
    if rows and draw(st.integers(0, 4)) == 0:
        del rows[draw(st.integers(0, len(rows) - 1))]
    return {
        "event": {"id": "contoh", "date": "2025-03-25"},
        "candidates": candidates,
        "examiners": list(EXAMINERS),
        "ratings": rows,
        "recusals": recusals,
        "absences": absences,
        "evidence": [{"id": each} for each in DOCUMENTS],
    }


@settings(deadline=None)  # how fast a machine is says nothing about a rule
@given(sheets())
def test_the_same_totals_ranks_and_verdicts(sheet: Mapping[str, Any]) -> None:
    assert result_of(CITY, sheet) == result_of(CORE, in_core(sheet))


def rated(late: Sequence[str]) -> Mapping[str, Any]:
    """Two candidates with full marks, some of them late."""
    return {
        "event": {"id": "contoh", "date": "2025-03-25"},
        "candidates": [
            {"id": who, "facts": {"paper-on-time": who not in late}} for who in ("K01", "K02")
        ],
        "examiners": list(EXAMINERS),
        "ratings": [
            {"candidacy": who, "stage": "paparan", "criterion": criterion,
             "examiner": examiner["id"], "value": mark}
            for who, mark in (("K01", "90"), ("K02", "71.5"))
            for examiner in EXAMINERS
            for criterion in IN_CORE
        ],
        "evidence": [{"id": each} for each in DOCUMENTS],
    }  # fmt: skip


@pytest.mark.parametrize(
    "late,total", [((), "90.00"), (("K01",), "36.00"), (("K01", "K02"), "36.00")]
)
def test_a_late_paper_in_both(late: Sequence[str], total: str) -> None:
    sheet = rated(late)
    city: Any = result_of(CITY, sheet)
    assert city == result_of(CORE, in_core(sheet))
    assert {row["candidacy"]: row["total"] for row in city}["K01"] == total


edits = st.tuples(
    st.integers(0, 4),
    st.sampled_from(
        [
            {"kind": "akademisi"},
            {"kind": "tokoh-masyarakat"},
            {"kind": "inspektur"},
            {"kind": "narasumber"},
            {"person": "P01"},
            {"role": "chair"},
            {"origin": "internal"},
            None,
        ]
    ),
)


@settings(deadline=None)
@given(st.lists(edits, max_size=3), st.booleans())
def test_the_same_panels_are_refused(
    changes: Sequence[tuple[int, Mapping[str, str] | None]], sixth: bool
) -> None:
    panel: list[Mapping[str, str] | None] = list(EXAMINERS)
    for number, change in changes:
        row = panel[number]
        panel[number] = None if row is None or change is None else {**row, **change}
    if sixth:
        panel.append({"id": "E6", "kind": "akademisi"})
    sheet = {
        **rated(()),
        "candidates": [{"id": "K01", "person": "P01", "facts": {"paper-on-time": True}}],
        "examiners": [row for row in panel if row is not None],
        "ratings": [],
    }
    assert result_of(CITY, sheet) == result_of(CORE, sheet)
