"""Disputes about who may compete, judge, sign and choose: what gates, panels and papers stop."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import ujikom_rules as ujikom
from tests.disputes.running import (
    HERE,
    case,
    evaluated,
    plan,
    ranks,
    refused,
    said,
    score,
    sheet,
    text,
    verdicts,
)
from ujikom_rules.analysis.cases import run_cases
from ujikom_rules.analysis.reading_cases import cases_file, read_cases
from ujikom_rules.model.entry import Entry
from ujikom_rules.office.report import audience_of, report
from ujikom_rules.reading.scoresheets import scoresheet_from_entry


def event_of(rules: str, name: str) -> ujikom.Scoresheet:
    """The event of a case whose tables stand in the case."""
    found = next(e for e in read_cases(cases_file(HERE / rules))[0] if e.id == name)
    assert isinstance(found.scoresheet, Entry)
    read, _ = scoresheet_from_entry(found.scoresheet, "")
    assert read is not None
    return read


def reported(rules: str, sheet_: ujikom.Scoresheet, whom: str) -> str:
    """The report of an event for one audience, in Indonesian."""
    audience = audience_of(whom)
    assert audience is not None
    made = plan(rules)
    return report(made, sheet_, ujikom.evaluate(made, sheet_), audience)


# ------------------------------------------------------------------ 4 Bengkulu Tengah 2024

BENGKULU = "04-bengkulu-tengah-2024/aturan.toml"


def test_4_who_may_not_compete_takes_no_place() -> None:
    evaluation = evaluated(BENGKULU, "gerbang-dahulu")
    ranked = {name: rank for name, rank in ranks(evaluation).items() if rank is not None}
    assert ranked == {"B4": "1", "B5": "2"}
    assert [evaluation[name].total for name in ("B1", "B2", "B3")] == [None, None, None]


def test_4_everybody_can_be_told_the_own_marks_and_nobody_elses() -> None:
    evaluation = evaluated(BENGKULU, "gerbang-dahulu")
    for result in evaluation:
        slip = ujikom.render(evaluation, "working", "id", candidacy=result.candidacy, plugins={})
        assert isinstance(slip, str)
        assert set(re.findall(r"\bB[1-6]\b", slip)) == {result.candidacy}
    slip = str(ujikom.render(evaluation, "working", "en", candidacy="B4", plugins={}))
    assert "81.38" in slip
    assert "[rekam-jejak:raw" in slip


def test_4_who_was_stopped_is_told_the_own_marks_and_that_they_do_not_count() -> None:
    evaluation = evaluated(BENGKULU, "gerbang-dahulu")
    slip = str(ujikom.render(evaluation, "working", "id", candidacy="B1", plugins={}))
    for stage, mark in (("rekam-jejak", 95), ("makalah", 92), ("asesmen", 90), ("wawancara", 94)):
        assert re.search(rf"= {mark} .*\[{stage}:raw\]", slip)
    uncounted = "nilai yang tercatat di rekam-jejak, makalah, asesmen, wawancara tidak dihitung"
    assert uncounted in slip
    assert "Tidak ada nilai akhir." in slip
    own = reported(BENGKULU, event_of(BENGKULU, "gerbang-dahulu"), "candidate=B1")
    assert [word for word in ("95", "92", "90", "94") if f">{word}<" not in own] == []
    assert uncounted in own
    assert re.findall(r"\bB[2-6]\b", own) == []


# ------------------------------------------------------------------ 5 Sulawesi Barat 2025

SULBAR = "05-sulawesi-barat-2025/aturan.toml"


def test_5_minutes_that_one_has_not_signed_keep_the_result_provisional() -> None:
    lacking = evaluated(SULBAR, "satu-tanda-tangan-kurang")
    signed = evaluated(SULBAR, "semua-menandatangani")
    assert lacking.waiting_for == ("berita-acara",)
    assert lacking.provisional
    assert signed.waiting_for == ()
    assert not signed.provisional
    assert verdicts(lacking) == verdicts(signed)
    assert ranks(lacking) == ranks(signed) == {"S2": "1", "S3": "2", "S4": "3", "S1": None}


def test_5_no_verdict_dismisses_anybody(tmp_path: Path) -> None:
    schema = Path(ujikom.__file__).parent / "schemas" / "evaluation.json"
    known = json.loads(schema.read_text(encoding="utf-8"))["$defs"]["verdict"]["enum"]
    assert known == ["qualified", "not-qualified", "incomplete", "absent", "disqualified"]
    cases = text(SULBAR.replace(".toml", ".cases.toml"))
    wished = cases.replace('total = "41"', 'verdict = "dismissed"').replace(
        'rank = 3\nverdict = "not-qualified"', "rank = 3"
    )
    (tmp_path / "aturan.toml").write_text(text(SULBAR), encoding="utf-8")
    (tmp_path / "aturan.cases.toml").write_text(wished, encoding="utf-8")
    found = run_cases(tmp_path / "aturan.toml", plugins={}).findings
    assert {(each.code, each.path.rpartition(".")[2]) for each in found} == {("UJ205", "verdict")}


def test_5_a_category_may_be_called_so_and_changes_no_verdict(tmp_path: Path) -> None:
    bands = 'classifier = { use = "bands", lower = { kept = 70, dismissed = 0 } }'
    rules = text(SULBAR).replace("cut-score = 70", f"cut-score = 70\n{bands}")
    (tmp_path / "aturan.toml").write_text(rules, encoding="utf-8")
    cases = text(SULBAR.replace(".toml", ".cases.toml"))
    (tmp_path / "aturan.cases.toml").write_text(cases, encoding="utf-8")
    report = run_cases(tmp_path / "aturan.toml", plugins={})
    assert report.passed
    evaluation = report.results[0].evaluation
    assert evaluation is not None
    assert (evaluation["S4"].category, evaluation["S4"].verdict) == ("dismissed", "not-qualified")


# ------------------------------------------------------------------ 6 Mamasa 2025

MAMASA = "06-mamasa-2025"


def test_6_a_mark_by_a_recused_examiner_is_refused() -> None:
    tables = sheet(MAMASA)
    mark = {"candidacy": "M1", "stage": "wawancara", "examiner": "E3", "value": "99"}
    tables["ratings"].append(mark)
    assert refused(f"{MAMASA}/aturan.toml", tables) == [("UJ666", "/ratings/9")]


def test_6_who_sits_on_both_sides_is_refused() -> None:
    tables = sheet(MAMASA)
    tables["examiners"][1]["person"] = "P1"
    assert refused(f"{MAMASA}/aturan.toml", tables)[0] == ("UJ561", "/examiners/1")


def test_6_nobody_is_ranked_before_every_examiner_has_declared() -> None:
    tables = sheet(MAMASA)
    tables["evidence"][0]["signed-by"].remove("E3")
    without = score(f"{MAMASA}/aturan.toml", tables)
    assert set(verdicts(without).values()) == {"not-qualified"}
    assert [each.total for each in without] == [None, None]
    note = without["M1"].stages["pernyataan"].notes[0]
    assert note.id == "Belum ditandatangani semua penguji: pernyataan-benturan"
    del tables["evidence"]
    unrecorded = score(f"{MAMASA}/aturan.toml", tables)
    assert set(verdicts(unrecorded).values()) == {"incomplete"}
    assert set(ranks(unrecorded).values()) == {None}


def test_6_kinship_that_nobody_declares_is_not_seen() -> None:
    tables = sheet(MAMASA)
    del tables["recusals"]
    mark = {"candidacy": "M1", "stage": "wawancara", "examiner": "E3", "value": "99"}
    tables["ratings"].append(mark)
    evaluation = score(f"{MAMASA}/aturan.toml", tables)
    assert evaluation.findings == ()
    assert ranks(evaluation) == {"M1": "1", "M2": "2"}  # the cousin's 99 decides: declare it


# ------------------------------------------------------------------ 7 Kampar 2025

KAMPAR = "07-kampar-2025/aturan.toml"


def test_7_a_conflict_unseats_and_the_panel_must_be_filled_up() -> None:
    found = case(KAMPAR, "saudara-dalam-panitia")
    assert found.evaluation is None
    assert said(found.findings) == [
        ("UJ561", "note", "/examiners/4"),
        ("UJ561", "error", "panel.size"),  # four, at least five
        ("UJ561", "error", "panel.size"),  # four is not odd
    ]


def test_7_a_conflict_with_somebody_outside_the_event_has_no_row_of_its_own() -> None:
    """The deputy regent is no participant: the row has to name one, or the examiner is left out."""
    read = event_of(KAMPAR, "diganti")
    (row,) = read.recusals
    assert (row.examiner, row.candidacy, row.reason) == ("E5", "K1", "saudara wakil bupati")
    assert row.candidacy in {each.id for each in read.candidacies}
    made = plan(KAMPAR)
    left_out = evolve(
        read, recusals=(), examiners=tuple(each for each in read.examiners if each.id != "E5")
    )
    assert ranks(ujikom.evaluate(made, left_out)) == ranks(ujikom.evaluate(made, read))


def test_7_tenure_and_the_time_since_the_last_evaluation_are_gates() -> None:
    assert verdicts(evaluated(KAMPAR, "diganti")) == {
        "K1": "qualified",
        "K4": "qualified",
        "K2": "not-qualified",
        "K3": "not-qualified",
        "K5": "incomplete",
    }


# ------------------------------------------------------------------ 9 Maluku Utara 2024


def test_9_without_a_record_of_ones_own_there_is_no_result() -> None:
    evaluation = evaluated("09-maluku-utara-2024/aturan.toml", "tujuh-tanpa-uji")
    seven = [f"U{number}" for number in range(1, 8)]
    assert ranks(evaluation) == {"U8": "1"} | dict.fromkeys(seven)
    assert [verdicts(evaluation)[name] for name in seven] == ["incomplete"] * 7
    assert evaluation["U1"].owed == ("wawancara@E1", "wawancara@E2", "wawancara@E3")


# ------------------------------------------------------------------ 10 Intan Jaya 2023

INTAN_JAYA = "10-intan-jaya-2023"


def test_10_no_report_calls_the_result_final_before_the_approvals_are_recorded() -> None:
    tables = sheet(INTAN_JAYA)
    waiting = reported(f"{INTAN_JAYA}/aturan.toml", ujikom.parse_scoresheet(tables), "ppk")
    assert "hasil sementara" in waiting
    assert "hasil akhir" not in waiting
    papers = ("koordinasi-kasn", "persetujuan-mendagri", "pertimbangan-teknis-bkn")
    tables["evidence"] = [{"id": paper} for paper in papers]
    complete = reported(f"{INTAN_JAYA}/aturan.toml", ujikom.parse_scoresheet(tables), "ppk")
    assert "hasil akhir" in complete
    assert "hasil sementara" not in complete


def test_10_a_decree_is_neither_an_input_nor_an_output() -> None:
    evaluation = evaluated(f"{INTAN_JAYA}/aturan.toml", "tanpa-persetujuan")
    assert set(verdicts(evaluation).values()) == {"incomplete"}
    assert set(ranks(evaluation).values()) == {None}
    awaited = ("koordinasi-kasn", "persetujuan-mendagri", "pertimbangan-teknis-bkn")
    assert evaluation.waiting_for == awaited
    assert evaluation.provisional
    tables = sheet(INTAN_JAYA) | {"decrees": [{"candidacy": "J1"}]}
    assert refused(f"{INTAN_JAYA}/aturan.toml", tables) == [("UJ611", "/decrees")]


# ------------------------------------------------------------------ 12 Nusa Tenggara Barat 2025

NTB = "12-ntb-2025"


def test_12_whom_the_one_who_appoints_chooses_changes_nothing() -> None:
    tables = sheet(NTB)
    with_choice: Any = ujikom.document(score(f"{NTB}/aturan.toml", tables))
    del tables["advice"]
    without: Any = ujikom.document(score(f"{NTB}/aturan.toml", tables))
    for each in (*with_choice["results"], *without["results"]):
        del each["stages"]["catatan-ppk"]
    assert with_choice["results"] == without["results"]
    assert not {"chosen", "appointed", "decision"} & with_choice["results"][0].keys()


def test_12_a_choice_cannot_be_recorded_among_the_scores() -> None:
    tables = sheet(NTB)
    tables["candidates"][1]["chosen"] = True
    assert refused(f"{NTB}/aturan.toml", tables) == [("UJ611", "/candidates/1/chosen")]


# ------------------------------------------------------------------ 13 Kabupaten Malang 2025

MALANG = "13-kabupaten-malang-2025"


@pytest.mark.parametrize("number", range(1, 6))
def test_13_every_examiner_has_a_fifth(number: int) -> None:
    tables = sheet(MALANG)
    before = score(f"{MALANG}/aturan.toml", tables)["A01"].total
    mark = tables["ratings"][number - 1]
    mark["value"] = str(int(mark["value"]) + 5)
    after = score(f"{MALANG}/aturan.toml", tables)["A01"].total
    assert before is not None
    assert after is not None
    assert after.value - before.value == 1


def test_13_the_report_for_the_public_names_no_examiner_and_no_mark() -> None:
    tables = sheet(MALANG)
    del tables["ratings"][0]  # an examiner who still owes a mark is not named either
    for each in (sheet(MALANG), tables):
        kept_back = [row[key] for row in each["examiners"] for key in ("id", "person", "name")]
        kept_back += [row["person"] for row in each["candidates"]]
        kept_back += [f">{row['value']}<" for row in each["ratings"]] + ["82.2", "82,2"]
        public = reported(f"{MALANG}/aturan.toml", ujikom.parse_scoresheet(each), "public")
        assert [word for word in kept_back if word in public] == []
    complete = reported(f"{MALANG}/aturan.toml", ujikom.parse_scoresheet(sheet(MALANG)), "public")
    assert "nama-peserta-01" in complete


def test_13_the_result_document_names_an_examiner_only_where_a_mark_is_owed() -> None:
    tables = sheet(MALANG)
    people = [*tables["candidates"], *tables["examiners"]]
    persons = [each[key] for each in people for key in ("person", "name")]
    examiners = [each["id"] for each in tables["examiners"]]
    evaluation = score(f"{MALANG}/aturan.toml", tables)
    published = json.dumps(ujikom.document(evaluation))
    assert "A01" in published
    assert [word for word in (*examiners, *persons) if word in published] == []
    working = json.dumps(ujikom.working(evaluation, "A02"))  # for the panel and the supervisor
    assert "wawancara@penguji-1:raw" in working
    assert [word for word in persons if word in working] == []
    del tables["ratings"][0]
    owing = json.dumps(ujikom.document(score(f"{MALANG}/aturan.toml", tables)))
    assert [word for word in examiners if word in owing] == ["penguji-1"]
    assert [word for word in persons if word in owing] == []
