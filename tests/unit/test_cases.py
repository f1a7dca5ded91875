"""Cases: what is compared, what counts as a difference, and when a refusal is one."""

from pathlib import Path
from typing import Any

import pytest

from tests.sample_cases import HEAD, RULES, SHEET, expecting, one, only, run
from ujikom_rules.analysis.cases import CaseResult, CasesReport


def test_all_that_a_case_may_expect_is_met(tmp_path: Path) -> None:
    case = one(
        run(
            tmp_path,
            expecting(
                """
[cases.expect.A01]
total = "83.85"
rank = 1.5
shared = true
verdict = "qualified"
category = "baik"
ranks = { lokasi = { rank = 1, shared = true } }
stages.syarat = { verdict = "qualified", note = "" }
stages.wawancara = { value = "83.85", category = "", note = "" }
figures = { "wawancara.gagasan:pooled" = "85.5", "wawancara.integritas@E1:raw" = 80 }
[cases.expect.A02]
rank = "1.5"
ranks = { lokasi = 1 }
[cases.expect.A03]
total = "0.00"
ranks.lokasi = { rank = "1", shared = false }
figures = { "wawancara.gagasan:pooled" = "" }
"""
            ),
        )
    )
    assert (case.id, case.title.en, case.passed, case.differences) == ("satu", "One", True, ())
    assert case.evaluation is not None
    assert case.evaluation["A01"].total is not None


def test_differences_stand_in_the_order_of_the_working(tmp_path: Path) -> None:
    case = one(
        run(
            tmp_path,
            expecting(
                """
[cases.expect.A01]
figures = { "total:final" = "83.8", "wawancara.gagasan@E1:raw" = "80" }
category = ""
total = "83.849"
rank = 2
stages = { wawancara = { value = "" } }
"""
            ),
        )
    )
    assert not case.passed
    assert case.differences == (
        ("A01 total", "83.849", "83.85"),
        ("A01 rank", "2", "1.5"),
        ("A01 category", "", "baik"),
        ("A01 stages.wawancara.value", "", "83.85"),
        ("A01 wawancara.gagasan@E1:raw", "80", "81"),
        ("A01 total:final", "83.8", "83.85"),
    )


def test_what_does_not_exist_is_a_difference(tmp_path: Path) -> None:
    case = one(
        run(
            tmp_path,
            expecting(
                """
[cases.expect.Z99]
total = "1"
[cases.expect.A01]
stages = { papran = { value = "" }, syarat = { kept = true } }
ranks = { kota = 1 }
figures = { "papran:stage" = "80" }
"""
            ),
        )
    )
    assert case.differences == (
        ("Z99", "a result", "there is no candidacy 'Z99', which line 30 names"),
        ("A01 ranks.kota.rank", "1", "not known"),
        ("A01 stages.papran.value", "", "not known"),
        ("A01 stages.syarat.kept", "true", "not known"),
        ("A01 papran:stage", "80", None),
    )


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_note_may_be_in_either_language(tmp_path: Path, lang: Any) -> None:
    evaluation = one(run(tmp_path, expecting('[cases.expect.A01]\ntotal = "83.85"'))).evaluation
    assert evaluation is not None
    (note,) = evaluation["A03"].stages["wawancara"].notes
    said = f'[cases.expect.A03]\nstages.wawancara.note = "{note.say(lang)}"'
    assert one(run(tmp_path, expecting(said))).passed
    wrong = one(run(tmp_path, expecting(said.replace(note.say(lang), "hadir"))))
    assert wrong.differences == (("A03 stages.wawancara.note", "hadir", note.id),)


def test_what_was_printed_wrongly_must_not_turn_out_right(tmp_path: Path) -> None:
    wrong = one(
        run(
            tmp_path,
            expecting(
                """
[cases.printed.A02]
"total" = "83.9"
[cases.expect.A01]
printed = { "total:final" = "83.84" }
"""
            ),
        )
    )
    assert wrong.passed
    right = one(
        run(
            tmp_path,
            expecting(
                """
[cases.printed.A02]
"wawancara.gagasan:pooled" = "85.50"
"verdict" = "qualified"
"wawancara.gagsan:pooled" = "85"
"""
            ),
        )
    )
    assert right.differences == (
        ("A02 wawancara.gagasan:pooled", "not 85.50", "85.5"),
        ("A02 verdict", "not qualified", "qualified"),
        ("A02 wawancara.gagsan:pooled", "not 85", None),
    )


def test_a_value_that_is_not_there_is_said_with_its_reason(tmp_path: Path) -> None:
    sheet = (
        expecting("[cases.expect.A01]\ntotal = '80.00'\n")
        .replace("A01,E2,85.5,90", "A01,E2,85.5,")
        .replace("A02,utara,3", "A02,utara,")
        .replace("A03,wawancara", "A03,wawancara,sakit {x}")
        .replace("candidacy,stage\n", "candidacy,stage,note\n")
    )
    rules = RULES.replace('absence = "zero"', "")
    more = "[cases.expect.A02]\nverdict = 'qualified'\n[cases.expect.A03]\nrank = 1\n"
    case = one_of(run(tmp_path, sheet + more + "[cases.expect.Z99]\nrank = 1\n", rules))
    assert {who: [each.id for each in said] for who, said in case.reasons.items()} == {
        "A01": ["wawancara › gagasan: nilai penguji E2 belum diisi"],
        "A02": ["syarat: fakta 'lama' belum ada"],
        "A03": ["wawancara: tidak hadir (sakit {x})"],
    }


def test_an_undecided_gate_names_the_facts_that_it_lacks(tmp_path: Path) -> None:
    rules = RULES.replace("[facts]", '[facts]\ntmt = { type = "date" }').replace(
        '{ type = "number", lower = 0, upper = 40 }', '{ type = "years", since = "tmt" }'
    )
    tests = (
        '{ fact = "lama", at-least = 2 }',
        '{ any = [{ fact = "tmt", given = true }, { fact = "location", is = "utara" }] }',
        '{ not = { evidence = "teguran", given = true } }',
    )
    rules = rules.replace(
        'require = { fact = "lama", at-least = 2 }', f"require = {{ all = [{', '.join(tests)}] }}"
    )
    sheet = SHEET.replace(",lama", "").replace("utara,5", "utara").replace("utara,3", "utara")
    cases = HEAD + sheet.replace("selatan,4", "selatan")
    case = one_of(run(tmp_path, cases + "[cases.expect.A01]\nverdict = 'qualified'\n", rules))
    assert case.differences == (("A01 verdict", "qualified", "incomplete"),)
    assert [each.en for each in case.reasons["A01"]] == ["syarat: the fact 'tmt' is missing"]


def one_of(report: CasesReport) -> CaseResult:
    (case,) = report.results
    return case


TOO_HIGH = expecting('[[cases.findings]]\ncode = "CODE"\n').replace("A01,E1,80", "A01,E1,180")


def test_a_refused_scoresheet_is_what_a_case_may_be_about(tmp_path: Path) -> None:
    refusal = one(run(tmp_path, TOO_HIGH.replace("CODE", "UJ820"))).findings
    (code,) = {each.code for each in refusal}
    met = one(run(tmp_path, TOO_HIGH.replace("CODE", code)))
    assert (met.passed, met.evaluation, met.findings) == (True, None, refusal)
    there = f'{code}"\npath = "{refusal[0].path}'
    assert one(run(tmp_path, TOO_HIGH.replace("CODE", there))).passed
    elsewhere = one(run(tmp_path, TOO_HIGH.replace("CODE", f'{code}"\npath = "/positions/0')))
    assert elsewhere.differences == (
        ("findings", f"{code} /positions/0", f"{code} {refusal[0].path}"),
        ("satu", "a result", f"refused: {code}"),
    )
    both = one(run(tmp_path, TOO_HIGH.replace("CODE", code) + '[cases.expect.A01]\ntotal = "1"'))
    assert both.differences == (("A01", "a result", None),)


def test_findings_of_the_result_are_compared_too(tmp_path: Path) -> None:
    absence = one(run(tmp_path, expecting("[cases.expect.A01]\n"))).findings[0]
    said = f'[[cases.findings]]\ncode = "{absence.code}"\n'
    assert one(run(tmp_path, expecting(said))).passed
    other = one(run(tmp_path, expecting(said + '[[cases.findings]]\ncode = "UJ820"')))
    assert other.differences == (("findings", "UJ820", None),)
    assert other.evaluation is not None


def test_a_ruleset_that_is_refused_is_said_once(tmp_path: Path) -> None:
    rules = RULES.replace("weight = 60", "weight = 50")
    second = SHEET + '[cases.expect.A01]\ntotal = "1"\n'
    report = run(
        tmp_path,
        expecting("[cases.expect.A01]\nrank = 1\n") + HEAD.replace("satu", "dua") + second,
        rules,
    )
    code = only(report).code
    assert [case.differences for case in report.results] == [
        (("satu", "a result", f"refused: {code}"),),
        (("dua", "a result", f"refused: {code}"),),
    ]
    assert [case.findings for case in report.results] == [(), ()]
    assert not report.passed


def test_a_ruleset_may_be_meant_to_be_refused(tmp_path: Path) -> None:
    rules = RULES.replace("weight = 60", "weight = 50")
    code = only(run(tmp_path, expecting("[cases.expect.A01]\n"), rules)).code
    report = run(tmp_path, expecting(f'[[cases.findings]]\ncode = "{code}"\n'), rules)
    assert one(report).passed
    assert report.passed
