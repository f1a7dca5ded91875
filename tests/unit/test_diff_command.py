"""`ujikom diff` and `ujikom.diff`: what is printed, what fits the schema, which status is left."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import ujikom_rules as ujikom
from tests.house import ROOT
from tests.little_events import HEAD, tables
from tests.small_diffs import MARKS, TWO, diff, document
from tests.unit.test_result_document import fits
from ujikom_rules.analysis.diff import compare
from ujikom_rules.analysis.diff import document as diff_document
from ujikom_rules.analysis.diff.moves import Became
from ujikom_rules.cli import main
from ujikom_rules.cli.diff_text import _called, diff_text
from ujikom_rules.messages import LANGS

BEFORE, AFTER = TWO.format(60, 40), TWO.format(40, 60)
CASES = """
[[cases]]
id = "tiga-orang"
title = {{ id = "Tiga orang", en = "Three people" }}
[cases.scoresheet]
event = {{ id = "{event}", date = "2025-03-25" }}
candidates = "id\\nA01\\nA02\\nA03"
"ratings.rekam" = "candidacy,value\\nA01,90\\nA02,70\\nA03,60"
"ratings.{stage}" = "candidacy,value\\nA01,70\\nA02,85\\nA03,60"
[cases.expect.A01]
rank = {rank}
"""


def run(*words: str | Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """Status, standard output and standard error of a call."""
    with pytest.raises(SystemExit) as ended:
        main(["diff", *map(str, words)])
    said = capsys.readouterr()
    code = ended.value.code
    assert isinstance(code, int)
    return code, said.out, said.err


def written(folder: Path, name: str, rules: str, cases: str = "") -> Path:
    path = folder / f"{name}.toml"
    path.write_text(HEAD + rules, encoding="utf-8")
    if cases:
        (folder / f"{name}.cases.toml").write_text(cases, encoding="utf-8")
    return path


def sheet(folder: Path, marks: str = MARKS) -> Path:
    path = folder / "acara.json"
    path.write_text(json.dumps({"schema": "ujikom/scoresheet@1", **tables(marks)}), "utf-8")
    return path


def test_a_difference_leaves_status_zero(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    a, b = written(tmp_path, "a", BEFORE), written(tmp_path, "b", AFTER)
    event = sheet(tmp_path)
    code, out, err = run(a, b, "--on", event, "--lang", "id", capsys=capsys)
    assert (code, err) == (0, "")
    assert "  rekam › bobot (stages.rekam.weight): 60 -> 40\n" in out
    assert "Dampak pada acara: 2 dari 3 peserta bergeser." in out
    assert "bobot rekam 60 -> 40, bobot wawancara 40 -> 60: 2 peserta bergeser; " in out
    assert "A01 dari peringkat 1 ke 2; A02 dari peringkat 2 ke 1" in out
    code, out, err = run(a, a, "--on", event, "--lang", "en", capsys=capsys)
    assert (code, err) == (0, "")
    assert "No rule changed: every number and step in effect is the same." in out
    assert "Effect on acara: 0 of 3 candidacies moved." in out


def test_json_goes_to_a_file_and_fits_its_schema(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    a, b = written(tmp_path, "a", BEFORE), written(tmp_path, "b", AFTER)
    to = tmp_path / "dampak.json"
    code, out, _ = run(
        a, b, "--on", sheet(tmp_path), "--format", "json", "-o", to, "--lang", "en", capsys=capsys
    )
    said = json.loads(to.read_bytes())
    fits("diff.json", said)
    assert (code, out, said["lang"]) == (0, "", "en")
    assert said["changes"][0] == {
        "path": "stages.rekam.weight",
        "action": "change",
        "before": "60",
        "after": "40",
        "a": {"file": str(a), "line": 11, "column": 10},
        "b": {"file": str(b), "line": 11, "column": 10},
    }


def test_a_refused_event_leaves_status_one_and_the_findings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    a = written(tmp_path, "a", BEFORE)
    b = written(tmp_path, "b", BEFORE.replace('"wawancara"', '"tes"'))
    code, out, err = run(a, b, "--on", sheet(tmp_path), "--lang", "id", capsys=capsys)
    assert code == 1
    assert "Ditolak oleh B: UJ661" in out
    assert "kesalahan UJ661" in err
    code, out, _ = run(a, b, "--on", sheet(tmp_path), "--format", "json", capsys=capsys)
    said = json.loads(out)
    fits("diff.json", said)
    assert code == 1
    assert list(said["effect"]["refused"]) == ["b"]


def test_a_refused_ruleset_is_told_as_everywhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    a, b = written(tmp_path, "a", BEFORE), written(tmp_path, "b", TWO.format(60, 30))
    code, out, _ = run(a, b, "--format", "json", capsys=capsys)
    said = json.loads(out)
    fits("findings.json", said)
    assert (code, [each["code"] for each in said["findings"]]) == (1, ["UJ301"])


def test_without_an_event_the_cases_of_both_are_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    same = CASES.format(event="uji-a", stage="wawancara", rank=1)
    a = written(tmp_path, "a", BEFORE, same)
    more = CASES.format(event="uji-b", stage="tes", rank=1).replace('"tiga-orang"', '"lain"')
    b = written(tmp_path, "b", AFTER, same.replace("rank = 1", "rank = 2") + more)
    code, out, err = run(a, b, "--lang", "en", capsys=capsys)
    assert (code, err) == (0, "")
    assert out.count("Case tiga-orang (A): Three people\n") == 1  # the same event is shown once
    assert "Case tiga-orang (B)" not in out
    assert "Effect on uji-a: 2 of 3 candidacies moved." in out
    assert (
        "weight rekam 60 -> 40, weight wawancara 40 -> 60: 2 moved; A01 from rank 1 to 2; "
        "A02 from rank 2 to 1\n"
    ) in out
    assert "Case lain (B): Three people\nRefused by A: UJ661\nRefused by B: UJ661\n" in out
    said: Any = ujikom.diff(str(a), str(b))
    fits("diff.json", said)
    assert [(each["of"], each["id"]) for each in said["cases"]] == [("a", "tiga-orang"),
                                                                    ("b", "lain")]  # fmt: skip
    assert [each["candidacy"] for each in said["cases"][0]["moved"]] == ["A01", "A02"]
    assert list(said["cases"][1]["refused"]) == ["a", "b"]


def test_a_case_may_name_a_scoresheet_beside_it(tmp_path: Path) -> None:
    sheet(tmp_path)
    cases = '[[cases]]\nid = "berkas"\ntitle = "Berkas"\nscoresheet = "acara.json"\n'
    found = compare(written(tmp_path, "a", BEFORE, cases), written(tmp_path, "b", AFTER))
    assert [each.candidacy for case in found.cases if case.effect for each in case.effect.moves] == [
        "A01", "A02",
    ]  # fmt: skip


def test_a_case_whose_tables_cannot_be_read_says_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = CASES.format(event="uji", stage="wawancara", rank=1).replace("2025-03-25", "kemarin")
    a = written(tmp_path, "a", BEFORE, wrong)
    code, out, _ = run(a, written(tmp_path, "b", AFTER), "--lang", "id", capsys=capsys)
    assert code == 0
    assert "Contoh uji tiga-orang (A): Tiga orang\nDitolak oleh A, B: UJ" in out
    said: Any = ujikom.diff(str(a), str(a))
    fits("diff.json", said)
    assert said["cases"][0]["event"] is None
    assert said["cases"][0]["findings"]


def test_a_case_is_scored_with_the_base_of_its_own_day(tmp_path: Path) -> None:
    """The base in force on the day of the case has weights that do not sum to 100."""
    editions = (("to = 2025-12-31", TWO.format(60, 30)), ("from = 2026-01-01", BEFORE))
    for number, (days, rules) in enumerate(editions):
        head = HEAD.replace("uji/contoh", "uji/induk").replace('"1.0"', f'"1.{number}"')
        text = f"{head}effective = {{ {days} }}\n{rules}"
        (tmp_path / f"induk-{number}.toml").write_text(text, encoding="utf-8")
    cases = CASES.format(event="uji", stage="wawancara", rank=1)
    a = written(tmp_path, "a", 'extends = "uji/induk"\n', cases)
    found = compare(a, a, rulesets=[tmp_path])
    assert found.cases[0].effect is None
    assert {each.code for each in found.cases[0].findings} == {"UJ301"}


DISPUTE = ROOT / "tests/disputes/14-sulsel-2023-banten-2019"


@pytest.mark.parametrize(
    "lang, weights",
    [
        (
            "id",
            (
                "bobot Penulisan makalah 25 -> 20, bobot Asesmen kompetensi manajerial dan sosial "
                "kultural 20 -> 25: 2 peserta bergeser; "
            ),
        ),
        ("en", "weight Paper 25 -> 20, weight Assessment centre 20 -> 25: 2 moved; "),
    ],
)
def test_without_an_event_the_cases_tell_which_key_did_it(lang: Any, weights: str) -> None:
    found = compare(str(DISPUTE / "sulsel-pertama.toml"), str(DISPUTE / "sulsel-kedua.toml"))
    assert weights in diff_text(found, lang)
    said: Any = diff_document(found, lang)
    fits("diff.json", said)
    (case,) = said["cases"]
    (group,) = case["groups"]
    assert (group["changes"], group["alone"]) == (
        ["stages.makalah.weight", "stages.asesmen.weight"], True,
    )  # fmt: skip
    assert group["points"] == {"C2": "-0.5", "C1": "0.5"}
    assert (case["causes"], case["only-together"], case["undone"]) == ([], [], [])


def test_of_a_case_those_keys_are_told_that_moved_somebody_there(tmp_path: Path) -> None:
    """A cut score of 20 refuses nobody."""
    cut = "[decision]\ncut-score = {}\n"
    cases = CASES.format(event="uji", stage="wawancara", rank=1)
    a = written(tmp_path, "a", BEFORE + cut.format(10), cases)
    b = written(tmp_path, "b", AFTER + cut.format(20))
    found = compare(str(a), str(b))
    said = diff_text(found, "id")
    assert "bobot rekam 60 -> 40, bobot wawancara 40 -> 60: 2 peserta bergeser; " in said
    assert "tidak ada yang bergeser" not in said
    document: Any = diff_document(found)
    assert [len(each["moved"]) for each in document["cases"][0]["groups"]] == [2, 0]


def test_a_case_is_asked_with_the_bases_of_its_own_day(tmp_path: Path) -> None:
    """The base of April has another cut score: it is 80 then, and refuses A02 with its 76."""
    for number, day, cut in ((1, "2025-03-01, to = 2025-03-31", 10), (2, "2025-04-01", 80)):
        head = HEAD.replace("uji/contoh", "uji/induk").replace('"1.0"', f'"1.{number}"')
        text = (
            f'{head}effective = {{ from = {day} }}\n[[open]]\nkey = "stages.ambang"\n'
            f'{BEFORE}[[stages]]\nid = "ambang"\nkind = "threshold-gate"\n'
            f'require = {{ stage = "rekam", at-least = 60 }}\n[decision]\ncut-score = {cut}\n'
        )
        (tmp_path / f"induk-{number}.toml").write_text(text, encoding="utf-8")
    cases = CASES.format(event="uji", stage="wawancara", rank=1)
    gate = '[[stages]]\nid = "ambang"\nrequire = {{ stage = "rekam", at-least = {} }}\n'
    extends = 'extends = "uji/induk"\n'
    a = written(tmp_path, "a", extends + gate.format(65), cases)
    b = written(tmp_path, "b", extends + gate.format(95))
    found = compare(str(a), str(b), rulesets=[tmp_path])
    (case,) = found.cases
    assert case.effect is not None
    assert case.effect.one.evaluation is not None
    assert case.effect.one.evaluation["A02"].verdict == "qualified"  # 76, and a cut score of 10
    assert found.one.plan.decision.cut_score is not None
    assert found.one.plan.decision.cut_score.value == 80
    assert [each.candidacy for each in case.effect.groups[0].moves] == ["A01", "A02"]


def test_where_nothing_can_be_shown_the_reader_is_told_what_to_do() -> None:
    said = diff_text(diff(BEFORE, AFTER), "en")
    assert said.endswith("There are no cases beside the two files; use --on for an event.\n")
    assert "a.toml" in said


def test_new_gates_of_a_ruleset_are_told_by_title_and_loss_of_rank() -> None:
    gate = (
        '[[stages]]\nid = "ambang"\ntitle = "Ambang wawancara"\nkind = "threshold-gate"\n'
        'require = { stage = "wawancara", at-least = 75 }\n'
    )
    said = diff_text(diff(BEFORE, BEFORE + gate, MARKS), "id")
    assert "  Ambang wawancara (stages.ambang): baru\n" in said
    assert (
        "  Ambang wawancara (stages.ambang) (baru): 3 peserta bergeser; A01 dari peringkat 1 menjadi tanpa peringkat, "
        "menjadi tidak memenuhi syarat; A02 dari peringkat 2 ke 1; A03 dari peringkat 3 menjadi "
        "tanpa peringkat, menjadi tidak memenuhi syarat\n"
    ) in said
    said = diff_text(diff(BEFORE + gate, BEFORE, MARKS), "en")
    assert "  Ambang wawancara (stages.ambang): removed\n" in said
    assert "3 moved; A02 from rank 1 to 2; A01 from no rank to 1, becomes qualified; A03" in said
    untitled = gate.replace('title = "Ambang wawancara"\n', "")
    assert "  ambang (stages.ambang): new\n" in diff_text(diff(BEFORE, BEFORE + untitled), "en")


def test_what_acts_together_and_what_was_not_tried_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    halved = 'value = { use = "linear", from = [0, 100], to = [0, 50] }\nweight = 40'
    other = AFTER.replace("weight = 40", halved)
    said = diff_text(diff(BEFORE, other, MARKS), "en")
    assert "beyond the sum of their own effects: A01 +9, A02 +7, A03 +6.\n" in said
    assert (
        'rekam › value function (stages.rekam.value) new, { use = "linear", from = [0, 100], to = [0, 50] }: 3'
        in said
    )
    monkeypatch.setattr("ujikom_rules.analysis.diff.effects.MOST", 1)
    said = diff_text(diff(BEFORE, other, MARKS), "en")
    assert "Not tried by themselves, being too many: 1 changes.\n" in said


def test_only_so_many_people_are_named() -> None:
    """Who has most is named first, where the keys act on each other."""
    marks = "".join(f"A0{n} rekam - {90 - n}\nA0{n} wawancara - 50\n" for n in range(8))
    halved = 'value = { use = "linear", from = [0, 100], to = [0, 50] }\nweight = 40'
    said = diff_text(diff(BEFORE, AFTER.replace("weight = 40", halved), marks), "en")
    assert "effects: A00 +9.0, A01 +8.9, A02 +8.8, A03 +8.7, A04 +8.6, and 3 more.\n" in said
    marks = "".join(f"A0{n} rekam - {90 - n}\nA0{n} wawancara - {50 + n}\n" for n in range(8))
    found = diff(TWO.format(100, 0), TWO.format(0, 100), marks)
    assert "A04 dari peringkat 5 ke 4; dan 3 lainnya\n" in diff_text(found, "id")


PATHS = """
[facts]
lama = { type = "number", title = { id = "Lama jabatan", en = "Years in post" } }
kelompok = { type = "text", one-of = ["II.b"] }
[[stages]]
id = "syarat"
kind = "requirement-gate"
require = { any = [{ fact = "lama", at-least = 2 }, { not = { fact = "lama", below = 1 } }] }
[[stages]]
id = "wawancara"
title = { id = "Wawancara", en = "Interview" }
kind = "panel"
[[stages.criteria]]
id = "visi"
title = { id = "Visi", en = "Vision" }
scale = { lower = 0, upper = 100 }
[[stages.criteria]]
id = "kerja"
scale = { lower = 0, upper = 100 }
[stages.weighting]
use = "by-fact"
fact = "kelompok"
table = { "II.b" = { visi = 40, kerja = 60 } }
[rankings.khusus]
within = "event"
"""


@pytest.mark.parametrize(
    "lang, words",
    [
        (
            "id",
            [
                "Lama jabatan › batas bawah (facts.lama.lower): baru, 0",
                (
                    "syarat › syarat › salah satu dari › butir 1 › paling rendah "
                    "(stages.syarat.require.any.0.at-least): 2 -> 3"
                ),
                (
                    "syarat › syarat › salah satu dari › butir 2 › bukan › di bawah "
                    "(stages.syarat.require.any.1.not.below): 1 -> 2"
                ),
                (
                    "Wawancara › cara membobot › tabel › II.b › Visi "
                    "(stages.wawancara.weighting.table.II.b.visi): 40 -> 50"
                ),
                (
                    "peringkat lain › khusus › dibandingkan di dalam "
                    "(rankings.khusus.within): event -> position"
                ),
                "berkas aturan › masa berlaku › sejak (ruleset.effective.from): baru, 2025-01-01",
                "ketentuan terbuka › decision.cut-score (open.decision.cut-score): baru",
            ],
        ),
        (
            "en",
            [
                "Years in post › lower bound (facts.lama.lower): new, 0",
                "any of › item 1 › at least (stages.syarat.require.any.0.at-least): 2 -> 3",
                "item 2 › not › below (stages.syarat.require.any.1.not.below): 1 -> 2",
                (
                    "Interview › weighting › table › II.b › Vision "
                    "(stages.wawancara.weighting.table.II.b.visi): 40 -> 50"
                ),
                "ruleset › days in force › from (ruleset.effective.from): new, 2025-01-01",
                "open term › decision.cut-score (open.decision.cut-score): new",
            ],
        ),
    ],
)
def test_what_changed_is_said_in_words_with_its_path(lang: Any, words: list[str]) -> None:
    changed = (
        PATHS.replace("at-least = 2", "at-least = 3")
        .replace("below = 1", "below = 2")
        .replace("visi = 40, kerja = 60", "visi = 50, kerja = 50")
        .replace('"number", ', '"number", lower = 0, ')
        .replace('within = "event"', 'within = "position"')
    )
    days = "effective = { from = 2025-01-01 }\n"
    opened = '[[open]]\nkey = "decision.cut-score"\noptional = true\n'
    said = diff_text(diff(PATHS, days + changed + opened), lang)
    for each in words:
        assert f"{each}\n" in said, said


def test_differences_have_the_places_of_the_totals() -> None:
    """Two places, also where a difference is whole; JSON gives the number alone."""
    rounded = '[rounding]\nfinal = { places = 2, mode = "half-up" }\n'
    found = diff(BEFORE + rounded, AFTER + rounded, MARKS)
    said = diff_text(found, "id")
    effect: Any = diff_document(found, "id")["effect"]
    for move in effect["moved"]:
        number = Decimal(move["difference"])
        assert f" {number:+.2f} |".replace(".", ",") in said
    assert {"+3,00", "-4,00"} & set(said.split())


def test_a_key_that_moves_nobody_and_one_that_renames_are_said_so() -> None:
    bands = (
        '[decision]\ncut-score = {}\nclassifier = {{ use = "bands", '
        "lower = {{ tinggi = {}, cukup = 0 }} }}\n"
    )
    said = diff_text(
        diff(BEFORE + bands.format(10, 90), BEFORE + bands.format(20, 80), MARKS), "id"
    )
    assert "  ambang batas 10 -> 20: tidak ada yang bergeser\n" in said
    assert (
        "tinggi (decision.classifier.lower.tinggi) 90 -> 80: 1 peserta bergeser; A01 menjadi tinggi\n"
        in said
    )
    order = '[[stages]]\nid = "masukan"\nkind = "advisory"\n'
    said = diff_text(diff(BEFORE + order, order + BEFORE), "en")
    assert (
        "  all stages (stages): order rekam, wawancara, masukan -> masukan, rekam, wawancara\n"
        in said
    )


def test_changes_that_stand_only_together_are_called_so() -> None:
    plain = BEFORE.replace("weight = 60", "").replace("weight = 40", "")
    said = diff_text(diff(BEFORE, plain + '[decision]\naggregation = "mean"\n', MARKS), "id")
    assert (
        "  hanya sah bersama-sama: bobot rekam dihapus, 60, bobot wawancara dihapus, 40, " in said
    )


def test_what_two_items_do_only_together_and_what_one_undoes_is_said() -> None:
    cut = "[decision]\ncut-score = {}\n"
    said = diff_text(diff(BEFORE, AFTER + cut.format(80), MARKS), "id")
    assert (
        "Baru terjadi bila butir-butir itu berlaku bersama: A01 menjadi tidak memenuhi syarat.\n"
    ) in said
    found = diff(BEFORE, AFTER + cut.format(77), MARKS)
    assert "but with the others it does not: A02 becomes not qualified.\n" in diff_text(found, "en")
    effect: Any = diff_document(found, "en")["effect"]
    assert (effect["only-together"], effect["undone"]) == ([], ["A02"])


GATE = """
[[stages]]
id = "ambang"
kind = "threshold-gate"
require = {{ stage = "rekam", at-least = {0} }}
[decision]
classifier = {{ use = "bands", lower = {{ tinggi = {1}, rendah = 0 }} }}
"""


def test_what_somebody_becomes_is_said_of_the_key_that_does_it() -> None:
    """A02 has 70 in the record and 76 in all: the gate refuses it, the band alone lifts it."""
    found = diff(BEFORE + GATE.format(60, 80), BEFORE + GATE.format(80, 75), MARKS)
    said = diff_text(found, "id")
    assert (
        "(stages.ambang.require.at-least) 60 -> 80: 2 peserta bergeser; A02 dari peringkat 2 menjadi tanpa peringkat, "
        "menjadi tidak memenuhi syarat; A03 dari peringkat 3 menjadi tanpa peringkat, menjadi "
        "tidak memenuhi syarat\n"
    ) in said
    assert (
        "tinggi (decision.classifier.lower.tinggi) 80 -> 75: 1 peserta bergeser; A02 menjadi tinggi\n"
        in said
    )
    assert "Baru terjadi" not in said
    english = diff_text(found, "en")
    assert "A02 from rank 2 to no rank, becomes not qualified; A03" in english
    assert " 80 -> 75: 1 moved; A02 becomes tinggi\n" in english
    assert "Only together" not in english
    effect: Any = diff_document(found, "en")["effect"]
    assert (effect["only-together"], effect["undone"]) == ([], [])
    assert [(c["candidacy"], c["what"], c["after"], c["groups"]) for c in effect["causes"]] == [
        ("A02", "verdict", "not-qualified", [0]),
        ("A02", "category", "tinggi", [1]),
        ("A03", "verdict", "not-qualified", [0]),
    ]


def test_what_is_lost_only_together_has_words_too() -> None:
    """A01 has 90 and 70: either gate alone lets it go on, and B stops whom both refuse."""
    gate = (
        '[[stages]]\nid = "ambang"\nkind = "threshold-gate"\nwhen-failed = "stop"\n'
        'require = {{ any = [{{ stage = "rekam", at-least = {0} }}, '
        '{{ stage = "wawancara", at-least = {1} }}] }}\n[decision]\n'
        'classifier = {{ use = "bands", lower = {{ tinggi = 80, rendah = 0 }} }}\n'
    )
    found = diff(BEFORE + gate.format(60, 60), BEFORE + gate.format(95, 75), MARKS)
    assert "A01 menjadi tidak memenuhi syarat dan tanpa kategori" in diff_text(found, "id")
    assert "A01 becomes not qualified and without a category" in diff_text(found, "en")
    effect: Any = diff_document(found)["effect"]
    assert effect["only-together"] == ["A01", "A03"]
    fits("diff.json", diff_document(found))


def test_a_plugin_s_shortlist_may_leave_somebody_undecided() -> None:
    unknown = Became(candidacy="A01", what="kept", stage="pilihan", before=True, after=None)
    assert _called([unknown], "id") == "menjadi belum diputuskan (pilihan)"
    assert _called([unknown], "en") == "becomes undecided (pilihan)"


def test_a_shortlist_that_only_both_changes_move_is_told_by_its_name() -> None:
    """A01 leads by 82 to 76; the weights put A02 first, and one place fewer leaves A01 out."""
    short = '[[stages]]\nid = "pilihan"\nkind = "shortlist"\nkeep = {}\n'
    said = diff_text(diff(BEFORE + short.format(2), AFTER + short.format(1), MARKS), "en")
    assert "together do these items do this: A01 becomes not kept (pilihan).\n" in said
    assert "with the others it does not: A02 becomes not kept (pilihan).\n" in said


def test_a_new_name_alone_is_said_to_be_one() -> None:
    other = BEFORE.replace('id = "rekam"', 'id = "jejak"')
    found = diff(BEFORE, other)
    assert "  rekam (stages.rekam) -> jejak: says the same under another name" in diff_text(
        found, "en"
    )
    assert diff_document(found)["renamed"] == [{"a": "stages.rekam", "b": "stages.jejak"}]


def test_groups_in_which_ranks_count_have_a_column() -> None:
    facts = '[facts]\ngol = { type = "text", one-of = ["x", "y"] }\n'
    within = '[ranking]\nwithin = { fact = "gol" }\n'
    people = [
        {"id": id_, "facts": {"gol": gol}}
        for id_, gol in (("A01", "x"), ("A02", "y"), ("A03", "y"))
    ]
    one, other = (facts + rules + within for rules in (BEFORE, AFTER))
    said = diff_text(diff(one, other, MARKS, candidates=people), "en")
    rows = [[cell.strip() for cell in line.split("|")[1:3]] for line in said.splitlines()]
    assert [row for row in rows if row[:1] in (["candidacy"], ["A01"], ["A02"])] == [
        ["candidacy", "group"], ["A01", "x"], ["A02", "y"],
    ]  # fmt: skip


def test_notes_of_the_event_are_not_told_twice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, other = written(tmp_path, "a", BEFORE), written(tmp_path, "b", AFTER)
    path = tmp_path / "acara.json"
    rows = tables(MARKS, absences=[{"candidacy": "A03", "stage": "rekam"}])
    rows["ratings"] = [each for each in rows["ratings"] if each["candidacy"] != "A03"]
    path.write_text(json.dumps({"schema": "ujikom/scoresheet@1", **rows}), "utf-8")
    status, out, err = run(one, other, "--on", path, "--lang", "en", capsys=capsys)
    assert (status, err) == (0, "")
    assert "2 of 3 candidacies moved" in out


def test_positions_and_further_standings_have_columns_of_their_own() -> None:
    more = '[rankings.semua]\nwithin = "event"\n'
    rows = [{"id": each, "candidate": each, "position": "p"} for each in ("A01", "A02", "A03")]
    found = diff(BEFORE + more, AFTER + more, MARKS, candidacies=rows, positions=[{"id": "p"}])
    head = next(line for line in diff_text(found, "en").splitlines() if "difference" in line)
    assert [each.strip() for each in head.split("|")[1:-1]] == [
        "candidacy", "position", "total", "difference", "rank", "semua",
    ]  # fmt: skip


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "one, other, event",
    [
        ("malang/2024", "kendari/2025", "malang-2024"),
        ("kendari/2025", "kendari/2025", "kendari-2025"),
        ("national/seleksi-terbuka", "banten/2019", ""),
    ],
)
def test_bundled_rulesets_are_compared(one: str, other: str, event: str, lang: Any) -> None:
    scoresheet = ujikom.read_scoresheet(ROOT / "examples" / event) if event else None
    found = compare(one, other, scoresheet)
    said = diff_document(found, lang)
    fits("diff.json", said)
    assert said["same-rules"] == (one == other)
    text = diff_text(found, lang)
    text.encode("cp1252")
    assert f"A: {one} " in text


def test_documents_can_be_compared_without_files() -> None:
    said: Any = ujikom.diff(document(BEFORE), document(AFTER), plugins={}, lang="en")
    fits("diff.json", said)
    assert [each["path"] for each in said["changes"]] == [
        "stages.rekam.weight", "stages.wawancara.weight",
    ]  # fmt: skip
