"""A scoresheet with errors is laid on the rules as far as its rows are sound, in the same run."""

from collections.abc import Mapping
from pathlib import Path

import pytest

import ujikom_rules as ujikom
from tests.sample_scoresheets import folder_of
from ujikom_rules import api
from ujikom_rules.cli import main
from ujikom_rules.errors import Finding

RULES = """schema = 1
[ruleset]
id = "kota/2025"
version = "1.0"
title = "Uji Kota"
source = "assumption"
[facts]
lulus = { type = "yes-no" }
[panel]
use = "composition"
size = { at-least = 1 }
examinee = {}
[[stages]]
id = "wawancara"
kind = "panel"
scale = { lower = 0, upper = 100 }
criteria = [{ id = "isi", weight = 50 }, { id = "gaya", weight = 50 }]
[[stages]]
id = "masukan"
kind = "advisory"
"""
EVENT = '[event]\nid = "acara"\ndate = 2025-03-25\n'
SOUND: Mapping[str, str] = {
    "event.toml": EVENT,
    "candidates.csv": "id,lulus\nA01,ya\nA02,tidak\nA03,ya\n",
    "examiners.csv": "id,role\nE1,chair\nE2,member\n",
    "ratings.wawancara.csv": "candidacy,examiner,isi,gaya\nA01,E1,80,70\nA02,E1,75,72\nA03,E2,70,70\n",
    "absences.csv": "candidacy,stage\nA03,masukan\n",
}


def refused(tmp_path: Path, **files: str) -> set[tuple[str, str, int]]:
    """Code, file and line of all that is said of an event; `ratings` is the wide table."""
    named = {"ratings": "ratings.wawancara.csv", "event": "event.toml", "long": "ratings.csv"}
    changed = {named.get(name, f"{name}.csv"): text for name, text in files.items()}
    (tmp_path / "kota.toml").write_text(changed.pop("rules.csv", RULES), encoding="utf-8")
    event = tmp_path / "acara"
    event.mkdir()
    folder_of(event, {**SOUND, **changed})
    with pytest.raises(ujikom.Refused) as stopped:
        ujikom.score(str(tmp_path / "kota.toml"), event)
    return {(f.code, Path(f.place.file).name, f.place.line) for f in stopped.value.findings}


WIDE = "candidacy,examiner,isi,gaya\n"


def test_what_is_wrong_with_rows_hides_nothing_that_the_rules_say_of_others(tmp_path: Path) -> None:
    assert refused(
        tmp_path,
        ratings=f"{WIDE}A01,E1,80x y,700\nA02,E1,75,72\nA99,E2,700,70\nA03,E2,700,70\n",
        candidates="id,lulus\nA01,ya\nA02,mungkin\nA03,ya\n",
        absences="candidacy,stage\nA03,msukan\nA98,masukan\n",
    ) == {
        ("UJ643", "ratings.wawancara.csv", 2),
        ("UJ664", "ratings.wawancara.csv", 2),  # the other cell of the same row
        ("UJ653", "ratings.wawancara.csv", 4),  # of a row of nobody nothing more is said
        ("UJ664", "ratings.wawancara.csv", 5),
        ("UJ671", "candidates.csv", 3),
        ("UJ661", "absences.csv", 2),
        ("UJ653", "absences.csv", 3),
    }


def test_a_misspelt_column_says_nothing_of_its_rows(tmp_path: Path) -> None:
    assert refused(
        tmp_path,
        ratings="candidacy,examinerr,isi,gaya\nA01,E1,80,700\n",
        candidates="id,lulus\nA01,mungkin\nA02,ya\nA03,ya\n",
    ) >= {("UJ671", "candidates.csv", 2)}


def test_a_row_of_a_long_table_is_left_out_whole(tmp_path: Path) -> None:
    head = "candidacy,stage,criterion,examiner,value\n"
    rows = "A01,wawancara,isi,E1,8 0x\nA01,wawancara,gaya,E1,101\nA01,wawancara,isi,E9,101\n"
    event = {name: text for name, text in SOUND.items() if name != "ratings.wawancara.csv"}
    folder_of(tmp_path, {**event, "ratings.csv": head + rows})
    rules = ujikom.parse_ruleset(RULES)
    with pytest.raises(ujikom.Refused) as stopped:
        ujikom.score(rules, tmp_path)
    said = [(f.code, f.place.line) for f in stopped.value.findings]
    assert said == [("UJ643", 2), ("UJ664", 3), ("UJ653", 4)]


def test_what_is_wrong_with_an_examiner_is_not_said_of_the_panel_again(tmp_path: Path) -> None:
    said = refused(
        tmp_path,
        examiners="id,role\nE1,ketuaa\nE2,member\n",
        ratings=f"{WIDE}A01,E1,80,700\nA02,E2,75,72\n",
    )
    assert said == {("UJ640", "examiners.csv", 2), ("UJ664", "ratings.wawancara.csv", 2)}


@pytest.mark.parametrize(
    "files",
    [
        {"event": '[event\nid = "acara"\n'},
        {"candidates": "kode,lulus\nA01,mungkin\n"},
        {"examiners": '"id\nE1'},
    ],
)
def test_without_its_frame_nothing_more_is_said(tmp_path: Path, files: dict[str, str]) -> None:
    said = refused(tmp_path, ratings=f"{WIDE}A01,E1,80,700\n", **files)
    assert not {"UJ664", "UJ671", "UJ665", "UJ677"} & {code for code, _, _ in said}
    assert said


@pytest.mark.parametrize(
    "event, line",
    [
        ('[event]\nid = "acara"\ndate = 2025\n', 3),
        ('[event]\nid = "acara"\ndate = "besok"\n', 3),
        ('[event]\nid = "acara"\n', 1),
        ('[event]\nid = "a c"\ndate = 2025-03-25\n', 2),
    ],
)
def test_what_is_wrong_with_the_event_hides_nothing_else(
    tmp_path: Path, event: str, line: int
) -> None:
    said = refused(
        tmp_path,
        event=event,
        rules=RULES.replace('source = "assumption"', "effective = { from = 2025-01-01 }"),
        ratings="candidacy,examiner,isi,gaya,date\nA01,E1,80,700,2025-03-24\n",
        candidates="id,lulus\nA01,mungkin\nA02,ya\nA03,ya\n",
    )
    assert {each for each in said if each[1] != "event.toml"} == {
        ("UJ664", "ratings.wawancara.csv", 2),
        ("UJ671", "candidates.csv", 2),
    }
    assert [each[2] for each in said if each[1] == "event.toml"] == [line]


def test_the_rulesets_own_mistakes_are_told_too(tmp_path: Path) -> None:
    said = refused(
        tmp_path,
        rules=RULES.replace("weight = 50 }]", "weight = 40 }]"),
        ratings=f"{WIDE}A01,E1,8 0,7\n",
    )
    assert {(code, file) for code, file, _ in said} == {
        ("UJ301", "kota.toml"), ("UJ643", "ratings.wawancara.csv"),
    }  # fmt: skip


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [each.code for each in findings]


def test_a_plan_and_a_text_will_do(tmp_path: Path) -> None:
    plan = ujikom.plan(ujikom.parse_ruleset(RULES))
    text = (
        b'{"event": {"id": "a", "date": "2025-03-25"}, "candidates": [{"id": "A01"}], '
        b'"ratings": [{"candidacy": "A01", "stage": "wawancra", "value": "1"}, '
        b'{"candidacy": "A02", "stage": "wawancara", "value": "1"}]}'
    )
    assert set(codes(api.misfits(plan, text))) == {"UJ653", "UJ661", "UJ561"}
    assert api.misfits(plan, b"{") == ()


def test_score_says_both_in_one_run_and_prints_no_verdict(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "kota.toml").write_text(RULES, encoding="utf-8")
    event = tmp_path / "acara"
    event.mkdir()
    folder_of(event, {**SOUND, "ratings.wawancara.csv": f"{WIDE}A01,E1,80x y,700\n"})
    with pytest.raises(SystemExit) as left:
        main(["score", str(tmp_path / "kota.toml"), str(event), "--lang", "en"])
    out, err = capsys.readouterr()
    assert (left.value.code, out) == (1, "")
    assert ("error UJ643" in err, "error UJ664" in err) == (True, True)
    assert "      |              ^^^" in err.splitlines()
