"""Every note and warning of a result is told to panel, PPK and in the minutes; to others theirs."""

from typing import Any

import pytest
from attrs import evolve

import ujikom_rules as ujikom
from tests.little_events import plan, tables
from tests.unit.test_office_report import NAMES, RULES, Read
from ujikom_rules.errors import Place
from ujikom_rules.messages import finding
from ujikom_rules.model.scoresheet import Scoresheet
from ujikom_rules.office.minutes import minutes, minutes_page
from ujikom_rules.office.pages import css
from ujikom_rules.office.report import audience_of, report
from ujikom_rules.office.report.findings import Subjects, said, seen_by

FACTS = """
[facts]
golongan = { type = "text", one-of = ["x", "y"] }
lahir = { type = "date" }
masa = { type = "years", since = "lahir" }
"""
WEIGHTED = FACTS + RULES.replace(
    "[decision]",
    '[[stages]]\nid = "syarat"\ntitle = { id = "Syarat", en = "Gate" }\nkind = "requirement-gate"\n'
    'require = { fact = "masa", at-least = 0 }\n'
    '[[stages]]\nid = "ijazah"\nkind = "imported"\nweight = 0\nvalid = { years = 2 }\n'
    "scale = { lower = 0, upper = 100 }\n"
    "[decision]\n"
    'weighting = { use = "by-fact", fact = "golongan", table = { '
    "x = { wawancara = 60, berkas = 40, ijazah = 0 }, "
    "y = { wawancara = 50, berkas = 50, ijazah = 0 } } }",
).replace("weight = 60\n", "").replace("weight = 40\n", "").replace("weight = 0\n", "")  # fmt: skip
MARKS = "".join(
    f"{who} wawancara.{node} {examiner} {mark}\n"
    for who in ("A01", "A02")
    for node in ("a", "b")
    for examiner, mark in (("E1", 80), ("E2", 70))
)
BERKAS = "A01 berkas - 90\nA02 berkas - 40\n"


def event(**rows: Any) -> tuple[ujikom.Plan, Scoresheet, ujikom.Evaluation]:
    people = [
        {"id": "A01", "name": "Zeta", "facts": {"golongan": "x", "lahir": "2099-01-01"}},
        {"id": "A02", "name": "alfa", "facts": {"golongan": "y", "lahir": "1980-01-01"}},
    ]
    keys = {**NAMES, "candidates": people, **rows}
    whole = tables(MARKS + BERKAS, **keys)
    whole["ratings"].append(
        {"candidacy": "A02", "stage": "ijazah", "value": "70", "date": "2000-01-01"}
    )
    made = plan(WEIGHTED)
    sheet = ujikom.parse_scoresheet(whole)
    return made, sheet, ujikom.evaluate(made, sheet)


def text_for(audience: str, **rows: Any) -> str:
    made, sheet, evaluation = event(**rows)
    reader = audience_of(audience)
    assert reader is not None
    return Read(report(made, sheet, evaluation, reader, "en")).text


OF_ALL = "the main standing compares candidacies that were weighted differently"
OF_A01 = "A01: the fact 'lahir' says 1 January 2099, which is after the event (25 March 2025)"
OF_A02 = "A02: the rating of 1 January 2000 is past its validity (2 years)"
ABSENT = [{"candidacy": "A02", "stage": "wawancara", "note": "sakit"}]


@pytest.mark.parametrize("reader", ["panel", "ppk"])
def test_page_one_tells_every_note_and_whom_it_is_about(reader: str) -> None:
    first = text_for(reader).partition("Results")[0]
    for note in (OF_ALL, OF_A01, OF_A02):
        assert note in first
    assert "E1" not in first  # nothing on page one tells who gave a mark


def test_the_minutes_tell_the_same() -> None:
    made, sheet, evaluation = event(absences=ABSENT)
    told = Read(minutes_page(minutes(made, sheet, evaluation, "en"))).text
    for note in (OF_A01, OF_A02, "A02: Interview: absent (sakit)"):
        assert note in told


@pytest.mark.parametrize("reader", ["panel", "ppk"])
def test_page_one_tells_an_absence_once(reader: str) -> None:
    first = text_for(reader, absences=ABSENT).partition("Results")[0]
    assert "A02: Interview: absent (sakit)" in first
    assert "'A02' was absent" not in first


def test_a_candidate_is_told_of_the_own_findings_alone() -> None:
    one, other = text_for("candidate=A01"), text_for("candidate=A02", absences=ABSENT)
    assert OF_A01 in one
    assert OF_A02 in other
    assert "'A02' was absent from the stage 'Interview'" in other
    for text, none in ((one, "A02"), (other, "A01")):
        assert none not in text
        assert "weighted differently" not in text


def test_the_public_is_told_of_no_finding() -> None:
    told = text_for("public", absences=ABSENT)
    for word in ("weighted", "validity", "absent", "2099", "sakit", "A02", "alfa"):
        assert word not in told


def test_a_candidate_sees_no_sentence_that_names_another() -> None:
    """A plugin may write what it likes about a candidacy's row."""
    _, sheet, evaluation = event()
    row = next(each for each in sheet.candidates if each.id == "A02").pointer
    foreign = finding("UJ562", Place("x.csv", 2), row, candidacy="A02", said="better than A01")
    own = finding("UJ562", Place("x.csv", 3), row, candidacy="A02", said="late again")
    told = evolve(evaluation, findings=(foreign, own))
    reader = audience_of("candidate=A02")
    assert reader is not None
    assert seen_by(reader, told, told, Subjects(sheet)) == (own,)


@pytest.mark.parametrize(
    "other, said, named",
    [
        ("A01", "behind A01. See there", True),
        ("A01", "was it A01?", True),
        ("A01", "A01—better", True),
        ("A01", "(A01)", True),
        ("A01", "A01.x", False),
        ("A01", "A012, BA01, A01-b and x-A01", False),
        ("O'Brien", "worse than O'Brien", True),
        ("A(2)", "worse than A(2).", True),
        ("B,1", "B,1 is better", True),
        ("A.1", "after A.1.", True),
        ("1", "counts 1.5 points", False),
    ],
)
def test_another_is_named_however_the_id_is_written(other: str, said: str, named: bool) -> None:
    """Ids of people hold any sign but blanks and @ : /, and sentences set signs around them."""
    people = [{"id": "A02"}, {"id": other}]
    whole = tables(f"A02 berkas - 90\n{other} berkas - 80\n", candidates=people)
    sheet = ujikom.parse_scoresheet(whole)
    evaluation = ujikom.evaluate(plan(ONE_STAGE), sheet)
    found = finding("UJ562", Place("x.csv", 2), "/candidates/0", candidacy="A02", said=said)
    reader = audience_of("candidate=A02")
    assert reader is not None
    seen = seen_by(
        reader,
        evolve(evaluation, findings=(found,)),
        evolve(evaluation, findings=(found,)),
        Subjects(sheet),
    )
    assert seen == (() if named else (found,))


def test_whom_a_finding_is_about_is_read_off_its_row() -> None:
    rows: dict[str, Any] = {
        "candidacies": [
            {"id": "A01-x", "candidate": "A01"},
            {"id": "A01-y", "candidate": "A01"},
            {"id": "A02", "candidate": "A02"},
        ],
        "absences": ABSENT,
        "recusals": [{"examiner": "E1", "candidacy": "A01-x"}],
        "evidence": [{"id": "d", "candidacy": "A02"}, {"id": "e"}],
    }
    whole = tables("A01-x wawancara.a E2 90\n", **{**NAMES, **rows})
    whole["ratings"].append({"candidate": "A01", "stage": "berkas", "value": "90"})
    sheet = ujikom.parse_scoresheet(whole)
    subjects = Subjects(sheet)

    def of(path: str) -> tuple[str, ...]:
        return subjects.of(finding("UJ670", path=path, got="x", expected=2))

    assert of("/candidates/0/facts/lahir") == ("A01-x", "A01-y")
    assert of("/candidacies/1") == ("A01-y",)
    assert of("/ratings/0/value") == ("A01-x",)
    assert of("/ratings/1") == ("A01-x", "A01-y")
    assert of("/absences/0") == of("/evidence/0") == ("A02",)
    assert of("/recusals/0") == ("A01-x",)
    assert of("/evidence/1") == of("/examiners/0") == of("stages.wawancara") == ()
    at_rule = finding("UJ670", Place("/a/b/kota.toml", 7), "stages.x", got="x", expected=2)
    sentence = "the rating of x is past its validity (2 years)"
    assert said(at_rule, subjects, "en") == f"{sentence} (kota.toml, line 7)"
    both = finding("UJ670", path="/candidates/0", got="x", expected=2)
    assert said(both, subjects, "en") == f"A01-x, A01-y: {sentence}"


ONE_STAGE = (
    '[[stages]]\nid = "berkas"\nkind = "weighted-criteria"\nscale = { lower = 0, upper = 100 }\n'
)
AHMAD, TURNED = "\u0623\u062d\u0645\u062f", "Sri\u202eUtami"


def test_names_from_right_to_left_leave_their_neighbours_alone() -> None:
    people = [
        {"id": "A01", "name": AHMAD, "facts": {"golongan": "x", "lahir": "1980-01-01"}},
        {"id": "A02", "name": TURNED, "facts": {"golongan": "y", "lahir": "1980-01-01"}},
    ]
    examiners = [{"id": "E1", "name": AHMAD, "role": "chair"}, {"id": "E2", "name": TURNED}]
    made, sheet, evaluation = event(candidates=people, examiners=examiners)
    for reader in ("panel", "ppk", "candidate=A01", "public"):
        audience = audience_of(reader)
        assert audience is not None
        assert_alone(report(made, sheet, evaluation, audience, "id"))
    assert_alone(minutes_page(minutes(made, sheet, evaluation, "id")))


def assert_alone(page: str) -> None:
    """Wherever a name stands, an element or the signs of an isolate close around it."""
    told = page.partition("</head>")[2]
    assert AHMAD in told
    for name in (AHMAD, TURNED):
        alone = told.count(f"<bdi>{name}</bdi>") + told.count(f"\u2068{name}\u2069")
        assert told.count(name) == alone


@pytest.mark.parametrize(
    "text, expected",
    [
        ("malang-2024 1.0", "malang-2024 1.0"),
        (
            '"; } body { display: none',
            "\\000022 \\00003b  \\00007d  body \\00007b  display\\00003a  none",
        ),
        ("</style>", "\\00003c \\00002f style\\00003e "),
        ("a\\b\n", "a\\00005c b\\00000a "),
    ],
)
def test_no_text_leaves_the_style_in_which_it_stands(text: str, expected: str) -> None:
    assert css(text) == expected
