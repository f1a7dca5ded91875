"""What cases exercise: each thing of a small ruleset, seen and not seen."""

from pathlib import Path

import ujikom_rules as ujikom
from tests.little_events import HEAD as EVENT_HEAD
from tests.little_events import tables
from tests.sample_cases import HEAD, RULES, SHEET, expecting
from ujikom_rules.analysis.cases import CasesReport, run_cases
from ujikom_rules.analysis.comparing import Difference
from ujikom_rules.analysis.differing import steps_to

EXPECTS = '[cases.expect.A01]\ntotal = "83.85"\n'


def run(folder: Path, cases: str, rules: str = RULES) -> CasesReport:
    path = folder / "2025.toml"
    path.write_text(rules, encoding="utf-8")
    (folder / "2025.cases.toml").write_text(cases, encoding="utf-8")
    return run_cases(path, plugins={}, lang="en", cover=True)


def left(report: CasesReport) -> list[str]:
    """What no case exercises, as ``line: what``."""
    return [f"{each.place.line}: {each.what.en}" for each in report.coverage if not each.covered]


def told(report: CasesReport) -> dict[str, bool]:
    return {each.what.en: each.covered for each in report.coverage}


def test_both_sides_of_gates_and_of_the_cut_score(tmp_path: Path) -> None:
    report = run(tmp_path, expecting(EXPECTS))
    assert told(report) == {
        "syarat: met": True,
        "syarat: missed": False,
        "wawancara: an absent candidate (zero)": True,
        "criterion wawancara.integritas": True,
        "criterion wawancara.gagasan": True,
        "cut-score 70: met": True,
        "cut-score 70: missed": True,  # who is absent counts 0
        "total: category 'baik'": True,
        "total: category 'kurang'": True,
    }
    assert left(report) == ["17: syarat: missed"]
    failed = SHEET.replace("A02,utara,3", "A02,utara,1").replace("A03,wawancara", "A02,wawancara")
    both = expecting(EXPECTS) + HEAD.replace("satu", "dua") + failed + EXPECTS
    assert left(run(tmp_path, both)) == []


def test_nothing_is_told_unless_it_was_asked_for(tmp_path: Path) -> None:
    report = run(tmp_path, expecting(EXPECTS), RULES.replace("cut-score = 70", "cut-score = true"))
    assert report.coverage == ()  # nor of a ruleset that is refused
    path = tmp_path / "2025.toml"
    path.write_text(RULES, encoding="utf-8")
    assert run_cases(path, plugins={}).coverage == ()


TABLES = """
schema = 1
[ruleset]
id = "kota/2025"
version = "1.0"
title = "Kota"
source = "assumption"

[facts]
s = { type = "level", levels = ["S1", "S2"] }
n = { type = "number", lower = 0, upper = 10 }
g = { type = "text", one-of = ["x", "y"] }
y = { type = "yes-no" }
d = { type = "date" }

[[stages]]
id = "berkas"
kind = "weighted-criteria"
[[stages.criteria]]
id = "a"
weight = 40
reads = { fact = "s" }
value = { use = "levels", points = { S1 = 20, S2 = 60 } }
[[stages.criteria]]
id = "b"
weight = 30
reads = { fact = "n" }
value = { use = "bands", bands = [{ value = 1, below = 5 }, { value = 2, at-least = 5 }] }
[[stages.criteria]]
id = "c"
weight = 30
reads = "facts"
value = { use = "conditions", otherwise = 9, cases = [{ when = { fact = "y", is = true }, value = 4 }] }

[[stages]]
id = "tes"
kind = "weighted-criteria"
target = 3
scale = { lower = 2, upper = 3, step = 1 }
value = { use = "gap", table = [[-1, 2], [0, 6]] }

[[stages]]
id = "dua"
kind = "shortlist"
keep = 1
ties = "drop"

[[stages]]
id = "surat"
kind = "evidence-gate"
requires = ["surat"]
when = "after"

[decision]
weighting = { use = "by-fact", fact = "g", table = { x = { berkas = 50, tes = 50 }, y = { berkas = 0, tes = 100 } } }

[decision.classifier]
use = "matrix"
x = { stage = "berkas", bands = [{ id = "l", below = 15 }, { id = "h", at-least = 15 }] }
y = { stage = "tes", bands = [{ id = "d", below = 6 }, { id = "u", at-least = 6 }] }
cells = { "l/d" = "1", "l/u" = "2", "h/d" = "3", "h/u" = "4" }

[ranking]
within = [{ fact = "g" }, "position"]
tie-breaks = [
  { use = "criterion-score", stage = "berkas", criterion = "a" },
  { use = "stage-score", stage = "tes" },
  { use = "fact", fact = "d" },
  { use = "fact", fact = "s" },
  { use = "lot" },
]
"""
ONE = '''
[cases.scoresheet]
event = { id = "e", date = "2025-03-25", lot-seed = "7" }
candidates = """
id,s,n,g,y,d
A01,S1,1,x,ya,2020-01-01
A02,S1,1,x,ya,DAY
"""
"ratings.tes" = """
candidacy,value
A01,2
A02,2
"""
[cases.expect.A01]
verdict = "qualified"
'''


def test_rows_cells_shortlists_and_tie_breaks(tmp_path: Path) -> None:
    report = run(tmp_path, HEAD + ONE.replace("DAY", "2021-01-01"), TABLES)
    assert [each.passed for each in report.results] == [True], report.results[0].differences
    seen = {what for what, there in told(report).items() if there}
    assert seen == {
        "criterion berkas.a",
        "criterion berkas.b",
        "criterion berkas.c",
        "berkas.a: level 'S1'",
        "berkas.b: the band worth 1",
        "berkas.c: case 1",
        "criterion tes",
        "tes: gap -1",
        "dua: somebody kept",  # the date parts the two, for the shortlist too
        "dua: somebody dropped",
        "surat: missed",
        "total: weights of the group 'x'",
        "total: cell 'l/d'",
        "rank: the tie-break 'fact d' parts somebody",
    }
    lots = run(tmp_path, HEAD + ONE.replace("DAY", "2020-01-01"), TABLES)
    assert told(lots)["rank: the tie-break 'lot' parts somebody"]
    assert not told(lots)["rank: the tie-break 'fact d' parts somebody"]
    assert not told(lots)["rank: the tie-break 'stage-score tes' parts somebody"]
    levels = ONE.replace("DAY", "2020-01-01").replace("A02,S1", "A02,S2")
    rules = TABLES.replace("weight = 40", "weight = 0").replace("weight = 30", "weight = 50")
    parted = run(tmp_path, HEAD + levels, rules)
    assert told(parted)["rank: the tie-break 'criterion-score berkas.a' parts somebody"]
    first = rules.replace('  { use = "criterion-score", stage = "berkas", criterion = "a" },\n', "")
    assert told(run(tmp_path, HEAD + levels, first))["rank: the tie-break 'fact s' parts somebody"]


MARKS = """
schema = 1
[ruleset]
id = "kota/2025"
version = "1.0"
title = "Kota"
source = "assumption"

[[stages]]
id = "w"
kind = "panel"
no-marks = { recused = "leave-out", void = "zero" }
each = { scale = { lower = 0, upper = 9 }, no-marks = { not-entered = "leave-out", abstained = "zero" } }
criteria = [{ id = "a" }]
"""
MARKED = '''
[cases.scoresheet]
event = { id = "e", date = "2025-03-25" }
candidates = """
id
A01
"""
examiners = """
id
E1
E2
E3
"""
recusals = """
examiner,candidacy
E2,A01
"""
"ratings.w" = """
candidacy,examiner,a
A01,E1,5
A01,E3,void
"""
[cases.expect.A01]
total = "2.5"
'''


def test_policies_of_no_marks_that_are_written(tmp_path: Path) -> None:
    report = run(tmp_path, HEAD + MARKED, MARKS)
    assert report.passed
    policies = {what: there for what, there in told(report).items() if "(" in what}
    assert policies == {
        "w: recused (leave-out)": True,
        "w: void (zero)": True,
        "w: not entered (leave-out)": False,
        "w: abstained (zero)": False,
    }
    owed = run(tmp_path, HEAD + MARKED.replace("A01,E3,void", "A01,E3,"), MARKS)
    assert told(owed)["w: not entered (leave-out)"]


def test_a_failed_case_shows_where_the_working_parts(tmp_path: Path) -> None:
    wrong = """
[cases.expect.A02]
total = "83.85"
[cases.expect.A01]
total = "83.9"
stages = { wawancara = { value = "83.9" } }
figures = { "wawancara.gagasan:pooled" = "85" }
"""
    case = run(tmp_path, expecting(wrong)).results[0]
    assert list(case.workings) == ["A01"]  # of A02 nothing differs
    shown = [(each.told.depth, each.told.value, each.expected) for each in case.workings["A01"]]
    assert shown == [
        (0, "83.85", ""),  # the total as published, joined, its term, the stage, joined, the term
        (1, "83.85", ""),
        (2, "83.85", ""),
        (3, "83.85", ""),
        (4, "34.2", ""),
        (5, "85.5", "85"),
        (6, "81", ""),
        (6, "90", ""),
    ]
    total = run(tmp_path, expecting('[cases.expect.A01]\ntotal = "83.9"\n')).results[0]
    steps = total.workings["A01"]
    assert [each.expected for each in steps if each.expected] == ["83.9"]
    assert {each.told.depth for each in steps} == {0, 1, 2, 3}
    rank = run(tmp_path, expecting("[cases.expect.A01]\nrank = 9\n")).results[0]
    assert (rank.workings, rank.unshown) == ({}, 0)


def test_each_person_whose_figures_differ_has_an_own_working(tmp_path: Path) -> None:
    """Both totals are expected wrongly; each working begins with its own total."""
    wrong = '[cases.expect.A01]\ntotal = "1"\n[cases.expect.A02]\ntotal = "2"\n'
    case = run(tmp_path, expecting(wrong)).results[0]
    first = {who: (steps[0].told.value, steps[0].expected) for who, steps in case.workings.items()}
    got = {each.where.partition(" ")[0]: str(each.got) for each in case.differences}
    assert first == {"A01": (got["A01"], "1"), "A02": (got["A02"], "2")}
    assert case.unshown == 0


def test_workings_of_a_few_are_shown_and_the_others_counted() -> None:
    """Five people, of whom each is expected to have a total of 1."""
    marks = "".join(f"A0{n} w - {50 + n}\n" for n in range(1, 6))
    rules = '[[stages]]\nid = "w"\nkind = "weighted-criteria"\nscale = { lower = 0, upper = 100 }\n'
    plan = ujikom.plan(ujikom.parse_ruleset(EVENT_HEAD + rules))
    evaluation = ujikom.evaluate(plan, ujikom.parse_scoresheet(tables(marks)))
    differences = [Difference(f"A0{n} total", "1", f"{50 + n}") for n in range(1, 6)]
    workings, unshown = steps_to(differences, evaluation, "id")
    assert list(workings) == ["A01", "A02", "A03"]
    assert unshown == 2
    assert steps_to(differences, None, "id") == ({}, 0)
