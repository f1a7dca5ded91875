"""A small ruleset with a scoresheet in a case, and the cases beside it run."""

from pathlib import Path

from ujikom_rules.analysis.cases import CaseResult, CasesReport, run_cases
from ujikom_rules.errors import Finding
from ujikom_rules.messages import text_of

RULES = """
schema = 1

[ruleset]
id = "kota/2025"
version = "1.0"
title = "Kota"
source = "assumption"

[facts]
location = { type = "text" }
lama = { type = "number", lower = 0, upper = 40 }

[rounding]
final = { places = 2, mode = "half-up" }

[[stages]]
id = "syarat"
kind = "requirement-gate"
require = { fact = "lama", at-least = 2 }

[[stages]]
id = "wawancara"
kind = "weighted-criteria"
absence = "zero"
each = { reads = "examiners", scale = { lower = 0, upper = 100 } }
criteria = [
  { id = "integritas", weight = 60 },
  { id = "gagasan",    weight = 40 },
]

[decision]
cut-score = 70
classifier = { use = "bands", lower = { baik = 70, kurang = 0 } }

[ranking]
within = "event"
method = "mean-of-places"

[rankings.lokasi]
within = { fact = "location" }
"""
SHEET = '''
[cases.scoresheet]
event = { id = "kota-2025", date = "2025-03-25" }
candidates = """
id,location,lama
A01,utara,5
A02,utara,3
A03,selatan,4
"""
examiners = """
id
E1
E2
"""
absences = """
candidacy,stage
A03,wawancara
"""
"ratings.wawancara" = """
candidacy,examiner,integritas,gagasan
A01,E1,80,81
A01,E2,85.5,90
A02,E1,80,81
A02,E2,85.5,90
"""
'''
HEAD = '[[cases]]\nid = "satu"\ntitle = { id = "Satu", en = "One" }\n'


def run(folder: Path, cases: str | None, rules: str = RULES) -> CasesReport:
    """Write the ruleset and its cases into a folder and run them."""
    path = folder / "2025.toml"
    path.write_text(rules, encoding="utf-8")
    if cases is not None:
        (folder / "2025.cases.toml").write_text(cases, encoding="utf-8")
    return run_cases(path, plugins={}, lang="en")


def one(report: CasesReport) -> CaseResult:
    assert [text_of(each, "en") for each in report.findings] == []
    (case,) = report.results
    return case


def only(report: CasesReport) -> Finding:
    (found,) = report.findings
    return found


def expecting(expected: str) -> str:
    return HEAD + SHEET + expected
