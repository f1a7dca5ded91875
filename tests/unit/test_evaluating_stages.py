"""Absence, needs, gates, documents, advice, stop; what each does to a candidacy."""

from typing import Any

import pytest

from tests.little_events import figures, filed, said, score, shown, totals, verdicts
from ujikom_rules.messages import text_of

WEIGHTED = """
[[stages]]
id = "w"
kind = "panel"
weight = 40
scale = {{ lower = 0, upper = 100 }}
{keys}
[[stages]]
id = "f"
kind = "weighted-criteria"
weight = 60
scale = {{ lower = 0, upper = 100 }}
"""
MARKS = "A01 f - 50\nA02 w E1 80\nA02 f - 50"


def away(stage: str | None, **keys: Any) -> dict[str, Any]:
    return {"absences": [{"candidacy": "A01", "stage": stage, **keys}]}


# --- absences


@pytest.mark.parametrize(
    "keys, verdict, values, effect",
    [
        ("", "absent", (None, None), "no score, verdict 'absent'"),
        ('absence = "no-score"', "absent", (None, None), "no score, verdict 'absent'"),
        ('absence = "zero"', "qualified", ("30", "0"), "the stage counts 0"),
        ('absence = "disqualify"', "disqualified", (None, None), "disqualified"),
    ],
)
@pytest.mark.parametrize("stage", ["w", None])
def test_what_an_absence_does_is_said_by_the_stage(
    stage: str | None, keys: str, verdict: str, values: tuple[str | None, str | None], effect: str
) -> None:
    total, value = values
    evaluation = score(WEIGHTED.format(keys=keys), MARKS, **away(stage, note="sakit"))
    assert verdicts(evaluation) == {"A01": verdict, "A02": "qualified"}
    assert totals(evaluation) == {"A01": total, "A02": "62"}
    result = evaluation["A01"].stages["w"]
    assert (shown(result.value), [note.en for note in result.notes]) == (value, ["absent (sakit)"])
    (note,) = evaluation.findings
    assert said((note,), "note") == ["UJ704 /absences/0"]
    assert text_of(note, "en") == f"'A01' was absent from the stage 'w': {effect}"
    assert evaluation["A01"].owed == ()


def test_an_absence_without_a_note_says_just_that() -> None:
    evaluation = score(WEIGHTED.format(keys=""), MARKS, **away("w"))
    assert [note.id for note in evaluation["A01"].stages["w"].notes] == ["tidak hadir"]


def test_who_is_absent_from_everything_keeps_what_files_say() -> None:
    evaluation = score(WEIGHTED.format(keys=""), MARKS, **away(None))
    assert shown(evaluation["A01"].stages["f"].value) == "50"
    assert shown(evaluation["A01"].stages["w"].value) is None


def test_a_zero_is_rounded_and_classified_like_any_value() -> None:
    keys = (
        'absence = "zero"\nrounding = { stage = { places = 1, mode = "half-up" } }\n'
        'classifier = { use = "bands", lower = { baik = 50, kurang = 0 } }'
    )
    result = score(WEIGHTED.format(keys=keys), MARKS, **away("w"))["A01"].stages["w"]
    assert result.value is not None
    assert (result.value.text, result.category) == ("0.0", "kurang")
    assert result.value.unrounded.rule == "zero"


def test_an_absence_from_a_gate_follows_the_same_key() -> None:
    gate = '[[stages]]\nid = "g"\nkind = "advisory"\n'
    rows = away("g")
    assert verdicts(score(gate + filed(""), "A01 a - 5", **rows)) == {"A01": "absent"}
    zero = gate + 'absence = "zero"\n' + filed("")
    assert verdicts(score(zero, "A01 a - 5", **rows)) == {"A01": "qualified"}


# --- gates


GATE = """
[facts]
lama = {{ type = "number" }}
[[stages]]
id = "syarat"
kind = "requirement-gate"
require = {{ fact = "lama", at-least = 2 }}
{keys}
"""


def people(*years: str | None) -> list[dict[str, Any]]:
    return [
        {"id": f"A{n:02}", "facts": {} if lama is None else {"lama": lama}}
        for n, lama in enumerate(years, 1)
    ]


def test_a_gate_that_goes_on_shows_the_total_and_decides_the_verdict() -> None:
    evaluation = score(
        GATE.format(keys="") + filed(""),
        "A01 a - 80\nA02 a - 80\nA03 a - 80",
        candidates=people("2", "1", None),
    )
    assert totals(evaluation) == {"A01": "80", "A02": "80", "A03": "80"}
    assert verdicts(evaluation) == {
        "A01": "qualified", "A02": "not-qualified", "A03": "incomplete",
    }  # fmt: skip
    gates = {result.candidacy: result.stages["syarat"].verdict for result in evaluation}
    assert gates == verdicts(evaluation)


def test_a_gate_that_stops_leaves_nothing_later_and_no_total() -> None:
    after = '[[stages]]\nid = "dua"\nkind = "shortlist"\nkeep = 1\n'
    evaluation = score(
        GATE.format(keys='when-failed = "stop"') + filed("") + after,
        "A01 a - 80\nA02 a - 80\nA03 a - 80",
        candidates=people("1", "2", None),
    )
    assert totals(evaluation) == {"A01": None, "A02": "80", "A03": "80"}
    stopped = evaluation["A01"]
    assert (stopped.verdict, stopped.owed) == ("not-qualified", ())
    assert {at: each.text for at, each in stopped.figures.items()} == {"a:raw": "80"}
    assert stopped.stages["a"].value is None
    assert [note.en for note in stopped.stages["a"].notes] == [
        "stopped before this stage; the marks that were recorded do not count"
    ]
    assert stopped.stages["dua"].kept is False
    assert evaluation["A03"].verdict == "incomplete"  # not known is not failed: nobody is stopped


@pytest.mark.parametrize("way", ["criterion", "examiner"])
def test_who_was_stopped_finds_the_own_marks_and_nothing_is_made_of_them(way: str) -> None:
    panel = (
        '[[stages]]\nid = "w"\nkind = "panel"\nscale = { lower = 0, upper = 100 }\n'
        f'pool-by = "{way}"\n'
        'criteria = [{ id = "x", weight = 60 }, { id = "y", weight = 40 }]\n'
    )
    evaluation = score(
        GATE.format(keys='when-failed = "stop"') + panel,
        "A01 w.x E1 80\nA01 w.y E1 70\nA01 w.x E2 60\nA02 w.x E1 90",
        candidates=people("1", "1", "1"),
        examiners=[{"id": "E1"}, {"id": "E2"}],
        absences=[{"candidacy": "A02"}],
    )
    assert figures(evaluation, "A01") == {
        "w.x@E1:raw": "80",
        "w.y@E1:raw": "70",
        "w.x@E2:raw": "60",
    }
    assert evaluation["A01"].owed == ()
    notes = {
        c: [note.id for note in evaluation[c].stages["w"].notes] for c in ("A01", "A02", "A03")
    }
    assert notes["A01"] == ["tidak sampai ke tahapan ini; nilai yang tercatat tidak dihitung"]
    assert notes["A02"] == notes["A03"] == ["tidak sampai ke tahapan ini"]
    assert figures(evaluation, "A02") == figures(evaluation, "A03") == {}


@pytest.mark.parametrize(
    "compare, verdict", [("unrounded", "not-qualified"), ("rounded", "qualified")]
)
def test_a_threshold_gate_compares_before_or_after_rounding(compare: str, verdict: str) -> None:
    rules = (
        filed('rounding = { stage = { places = 2, mode = "half-up" } }')
        + '[[stages]]\nid = "ambang"\nkind = "threshold-gate"\n'
        + f'compare = "{compare}"\nrequire = {{ stage = "a", at-least = 80 }}\n'
    )
    assert verdicts(score(rules, "A01 a - 79.996")) == {"A01": verdict}


def test_a_gate_reads_stages_criteria_categories_documents_and_shortlists() -> None:
    rules = """
[[stages]]
id = "s"
kind = "weighted-criteria"
classifier = { use = "bands", lower = { tinggi = 50, rendah = 0 } }
each = { scale = { lower = 0, upper = 100 } }
criteria = [{ id = "k", weight = 50 }, { id = "l", weight = 50 }]
[[stages]]
id = "dua"
kind = "shortlist"
keep = 1
[[stages]]
id = "g"
kind = "threshold-gate"
[stages.require]
any = [
  { stage = "s", criterion = "k", below = 10 },
  { criterion = "s.l", below = 10 },
  { category = "s", is = "rendah" },
  { stage = "dua", given = true },
  { evidence = "surat", given = true },
]
"""
    marks = {
        "A01": (9, 90), "A02": (90, 9), "A03": (20, 20), "A04": (90, 90),
        "A05": (60, 60), "A06": (60, 60), "A07": (60, 60),
    }  # fmt: skip
    evaluation = score(
        rules,
        "".join(f"{who} s.k - {k}\n{who} s.l - {m}\n" for who, (k, m) in marks.items()),
        evidence=[
            {"id": "surat", "candidacy": "A05"},
            {"id": "surat", "candidacy": "A06", "given": False},
        ],
    )
    met = {result.candidacy: result.stages["g"].verdict for result in evaluation}
    assert [who for who, verdict in met.items() if verdict == "qualified"] == [
        "A04", "A05", "A01", "A02", "A03",
    ]  # fmt: skip
    assert (met["A06"], met["A07"]) == ("not-qualified", "not-qualified")


def test_a_document_of_the_event_serves_everybody_who_has_none_of_their_own() -> None:
    rules = filed("") + (
        '[[stages]]\nid = "g"\nkind = "requirement-gate"\nrequire = { evidence = "surat" }\n'
    )
    evidence = [{"id": "surat"}, {"id": "surat", "candidacy": "A02", "given": False}]
    found = verdicts(score(rules, "A01 a - 5\nA02 a - 5", evidence=evidence))
    assert found == {"A01": "qualified", "A02": "not-qualified"}


# --- documents


DOCUMENTS = """
[[stages]]
id = "d"
kind = "evidence-gate"
requires = ["x", "y"]
when = "{when}"
per = "{per}"
"""


@pytest.mark.parametrize(
    "given, verdict",
    [({"x": True, "y": True}, "qualified"), ({"x": True, "y": False}, "not-qualified"),
     ({"x": True}, "incomplete"), ({"x": False}, "not-qualified")],
)  # fmt: skip
def test_documents_before_the_result_decide(given: dict[str, bool], verdict: str) -> None:
    rows = [{"id": name, "given": there} for name, there in given.items()]
    rules = DOCUMENTS.format(when="before", per="event") + filed("")
    evaluation = score(rules, "A01 a - 5", evidence=rows)
    assert verdicts(evaluation) == {"A01": verdict}
    assert (evaluation.waiting_for, evaluation.provisional) == ((), False)


def test_documents_after_the_result_are_awaited_and_change_no_verdict() -> None:
    rules = DOCUMENTS.format(when="after", per="event") + filed("")
    evaluation = score(rules, "A01 a - 5\nA02 a - 6", evidence=[{"id": "x"}])
    assert verdicts(evaluation) == {"A01": "qualified", "A02": "qualified"}
    assert (evaluation.waiting_for, evaluation.provisional) == (("y",), True)
    assert evaluation["A01"].stages["d"].verdict == "incomplete"
    there = score(rules, "A01 a - 5", evidence=[{"id": "x"}, {"id": "y"}])
    assert (there.waiting_for, there["A01"].stages["d"].verdict) == ((), "qualified")


def test_documents_of_each_candidacy_are_awaited_with_its_id() -> None:
    rules = DOCUMENTS.format(when="after", per="candidacy") + filed("")
    rows = [{"id": "x", "candidacy": "A01"}, {"id": "y"}, {"id": "x", "candidacy": "A02"},
            {"id": "y", "candidacy": "A02"}]  # fmt: skip
    evaluation = score(rules, "A01 a - 5\nA02 a - 6\nA03 a - 7", evidence=rows)
    assert evaluation.waiting_for == ("x@A03", "y@A01", "y@A03")


def test_a_document_wants_the_signature_of_every_seated_examiner() -> None:
    rules = (
        '[panel]\nuse = "composition"\nconflict = "unseat"\n'
        '[[stages]]\nid = "d"\nkind = "evidence-gate"\nrequires = ["ba"]\n'
        'signed-by = "all-seated"\n'
    ) + filed("")
    rows = {
        "examiners": [{"id": "E1"}, {"id": "E2"}, {"id": "E3"}],
        "recusals": [{"examiner": "E2", "candidacy": "A01"}],
    }
    signed = [{"id": "ba", "signed-by": ["E1", "E3"]}]
    assert verdicts(score(rules, "A01 a - 5", evidence=signed, **rows)) == {"A01": "qualified"}
    lacks = [{"id": "ba", "signed-by": ["E1", "E2"]}]
    assert verdicts(score(rules, "A01 a - 5", evidence=lacks, **rows)) == {"A01": "not-qualified"}


# --- needs


def needing(kind: str, more: str = "") -> str:
    return (
        GATE.format(keys="")
        + filed('weight = 100\nneeds = ["syarat"]')
        + f'[[stages]]\nid = "n"\nkind = "{kind}"\nneeds = ["a"]\n{more}\n'
    )


def test_a_stage_whose_needs_were_not_passed_has_no_value() -> None:
    evaluation = score(
        needing("advisory"), "A01 a - 80\nA02 a - 80\nA03 a - 80", candidates=people("2", "1", None)
    )
    assert totals(evaluation) == {"A01": "80", "A02": None, "A03": None}
    notes = {result.candidacy: result.stages["a"].notes for result in evaluation}
    assert notes["A01"] == ()
    assert [note.en for note in notes["A02"]] == ["needs the stage 'syarat'"]
    assert [note.id for note in evaluation["A02"].stages["n"].notes] == ["perlu tahapan 'a'"]
    assert verdicts(evaluation) == {"A01": "qualified", "A02": "not-qualified", "A03": "incomplete"}


@pytest.mark.parametrize(
    "kind, more, verdict",
    [
        ("threshold-gate", 'require = { stage = "a", at-least = 1 }', "incomplete"),
        ("evidence-gate", 'requires = ["x"]', "incomplete"),
        ("evidence-gate", 'requires = ["x"]\nwhen = "after"', "qualified"),
        ("advisory", "", "qualified"),
        ("shortlist", "keep = 1", "qualified"),
    ],
)
def test_a_gate_without_its_needs_is_not_known_and_what_comes_after_decides_nothing(
    kind: str, more: str, verdict: str
) -> None:
    rules = (
        filed("weight = 100", "weight = 0")
        + f'[[stages]]\nid = "n"\nkind = "{kind}"\nneeds = ["b"]\n{more}\n'
    )
    evaluation = score(rules, "A01 a - 80")
    assert verdicts(evaluation) == {"A01": verdict}
    assert evaluation.waiting_for == ()
    assert evaluation["A01"].stages["n"].kept == (False if kind == "shortlist" else None)


def test_a_shortlist_may_be_needed() -> None:
    rules = (
        filed("weight = 100")
        + '[[stages]]\nid = "satu"\nkind = "shortlist"\nkeep = 1\n'
        + '[[stages]]\nid = "m"\nkind = "advisory"\nneeds = ["satu"]\n'
    )
    evaluation = score(rules, "A01 a - 80\nA02 a - 70")
    notes = {r.candidacy: [note.en for note in r.stages["m"].notes] for r in evaluation}
    assert notes == {"A01": [], "A02": ["needs the stage 'satu'"]}  # of no advice nothing is said


def test_a_kind_whose_fact_is_missing_is_not_asked() -> None:
    rules = (
        '[facts]\nkuota = { type = "number" }\n'
        + filed("")
        + '[[stages]]\nid = "s"\nkind = "shortlist"\nkeep = { fact = "kuota" }\n'
    )
    evaluation = score(rules, "A01 a - 5")
    assert evaluation["A01"].stages["s"].kept is None
    assert figures(evaluation, "A01", "a:")["a:stage"] == "5"
