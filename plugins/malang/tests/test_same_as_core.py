"""Where nobody acts in a second group of posts, core TOML gives what Malang's own parts give."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

import ujikom_rules as ujikom
import ujikom_rules_malang

CITY = ujikom.plan("malang/2024", plugins={"malang": ujikom_rules_malang})
CORE = ujikom.plan(str(Path(__file__).with_name("malang-core.toml")), plugins={})
EXAMINERS = (
    {"id": "E1", "role": "chair", "kind": "akademisi", "origin": "external"},
    {"id": "E2", "kind": "akademisi", "origin": "external"},
    {"id": "E3", "kind": "akademisi", "origin": "external"},
    {"id": "E4", "kind": "bkd-provinsi", "origin": "external"},
    {"id": "E5", "kind": "bkn-regional", "origin": "external"},
)
CRITERIA = ("integritas", "kepemimpinan", "gagasan", "penguasaan-tugas", "komunikasi")
PREDICATES = ("sangat-kurang", "kurang", "butuh-perbaikan", "baik", "sangat-baik")
SAID = ("candidacy", "verdict", "total", "rank", "shared", "category", "group")


def results_of(plan: ujikom.Plan, sheet: Mapping[str, Any]) -> object:
    """What is published of everybody but the notes; or that the sheet is refused."""
    try:
        evaluation = ujikom.evaluate(plan, ujikom.parse_scoresheet(sheet))
    except ujikom.Refused:
        return "refused"
    rows: Any = ujikom.document(evaluation)["results"]
    return [
        {key: row[key] for key in SAID}
        | {name: stage.get("value", stage.get("verdict")) for name, stage in row["stages"].items()}
        for row in rows
    ]


facts = st.fixed_dictionaries(
    {
        "last-appointed": st.sampled_from(["2017-01-10", "2021-06-01", "2022-03-05"]),
        "education": st.sampled_from(["S1", "S2", "S3"]),
        "performance-last": st.sampled_from(PREDICATES),
        "performance-previous": st.sampled_from(PREDICATES),
        "discipline": st.sampled_from(["tidak-pernah", "ringan", "sedang", "berat"]),
        "in-process": st.sampled_from([False, False, False, True]),
    },
    optional={"post-group": st.sampled_from(["sekda", "opd", "opd", "staf-ahli"])},
)
marks = st.one_of(
    st.integers(110, 190).map(lambda halves: {"value": f"{halves // 2}.{halves % 2 * 5}"}),
    st.sampled_from(["absent", "abstained"]).map(lambda word: {"no-mark": word}),
)


@st.composite
def sheets(draw: st.DrawFn) -> Mapping[str, Any]:
    """An event with a few officials, none of whom acts in a second post."""
    candidates = [
        {"id": f"A{number}", "facts": draw(facts)} for number in range(draw(st.integers(1, 4)))
    ]
    heard = st.sampled_from(["mayor", "journalists"])
    return {
        "event": {"id": "contoh", "date": "2024-03-04"},
        "candidates": candidates,
        "examiners": list(EXAMINERS),
        "ratings": [
            {"candidacy": each["id"], "stage": "wawancara", "criterion": criterion,
             "examiner": examiner["id"], **draw(marks)}
            for each in candidates
            for examiner in EXAMINERS
            for criterion in CRITERIA
        ],
        "advice": [
            {"candidacy": "A0", "stage": "masukan", "from": giver, "text": "…"}
            for giver in draw(st.lists(heard, max_size=2))
        ],
    }  # fmt: skip


@settings(deadline=None)  # how fast a machine is says nothing about a rule
@given(sheets())
def test_the_same_totals_ranks_and_verdicts(sheet: Mapping[str, Any]) -> None:
    city = results_of(CITY, sheet)
    assert city != "refused"
    assert city == results_of(CORE, sheet)


def test_only_the_second_group_parts_them() -> None:
    sheet: dict[str, Any] = {
        "event": {"id": "contoh", "date": "2024-03-04"},
        "candidates": [
            {
                "id": "A0",
                "facts": {
                    "post-group": "sekda",
                    "last-appointed": "2017-01-10",
                    "education": "S3",
                    "performance-last": "sangat-baik",
                    "performance-previous": "sangat-baik",
                    "discipline": "tidak-pernah",
                    "in-process": False,
                },
            }
        ],
        "examiners": list(EXAMINERS),
        "ratings": [
            {"candidacy": "A0", "stage": "wawancara", "criterion": criterion,
             "examiner": examiner["id"], "value": "60"}
            for examiner in EXAMINERS
            for criterion in CRITERIA
        ],
    }  # fmt: skip
    city, core = (ujikom.evaluate(plan, ujikom.parse_scoresheet(sheet)) for plan in (CITY, CORE))
    assert [str(each["A0"].total and each["A0"].total.text) for each in (city, core)] == [
        "76.00",
        "76.00",
    ]
    sheet["candidates"][0]["facts"]["acting-group"] = "staf-ahli"
    city, core = (ujikom.evaluate(plan, ujikom.parse_scoresheet(sheet)) for plan in (CITY, CORE))
    assert [str(each["A0"].total and each["A0"].total.text) for each in (city, core)] == [
        "80.00",
        "76.00",
    ]


edits = st.tuples(
    st.integers(0, 4),
    st.sampled_from(
        [
            {"kind": "akademisi"},
            {"kind": "bkd-provinsi"},
            {"kind": "narasumber"},
            {"person": "P01"},
            {"role": "chair"},
            {"role": "member"},
            {"origin": "internal"},
            {"origin": None},
            None,
        ]
    ),
)


@settings(deadline=None)
@given(st.lists(edits, max_size=3), st.booleans())
def test_the_same_panels_are_refused(
    changes: Sequence[tuple[int, Mapping[str, str | None] | None]], sixth: bool
) -> None:
    panel: list[Mapping[str, str | None] | None] = [dict(row) for row in EXAMINERS]
    for number, change in changes:
        row = panel[number]
        panel[number] = None if row is None or change is None else {**row, **change}
    if sixth:
        panel.append({"id": "E6", "kind": "akademisi", "origin": "external"})
    sheet = {
        "event": {"id": "contoh", "date": "2024-03-04"},
        "candidates": [{"id": "A0", "person": "P01"}],
        "examiners": [
            {key: said for key, said in row.items() if said is not None}
            for row in panel
            if row is not None
        ],
        "ratings": [],
    }
    assert results_of(CITY, sheet) == results_of(CORE, sheet)
