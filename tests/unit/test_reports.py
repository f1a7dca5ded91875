"""Reports: the table, the CSV and the working in words say what the evaluation says."""

import csv
import io
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

import ujikom_rules as ujikom
from tests import little_events
from tests.sample_results import TITLES, At, evaluation, given, incomplete, mark, result
from ujikom_rules.builtin import ujikom_report_formats
from ujikom_rules.builtin.reports.csv_ import CsvReport
from ujikom_rules.builtin.reports.layout import table
from ujikom_rules.builtin.reports.markdown import MarkdownReport
from ujikom_rules.builtin.reports.text import TextReport
from ujikom_rules.builtin.reports.working import WorkingReport
from ujikom_rules.messages import Lang, Text
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.outcome import Evaluation, Rank, Result, StageResult
from ujikom_rules.model.standings import remarks


def text_of(shown: Evaluation, **at: Any) -> str:
    return TextReport().render(shown, At(**at))


def rows_of(shown: Evaluation, **at: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(CsvReport().render(shown, At(**at)))))


def test_the_reports_are_the_forms_of_the_commands() -> None:
    assert [part.name for part in ujikom_report_formats()] == [
        "text",
        "markdown",
        "json",
        "csv",
        "working",
    ]
    for part in ujikom_report_formats():
        assert part.summary is not None
        assert part.make().render(evaluation(), At(result=result()))


def test_the_standing_is_an_aligned_table() -> None:
    lines = text_of(evaluation()).splitlines()
    assert lines[:4] == [
        "Uji kompetensi Kota",
        "kota-2025-01, 31 Januari 2025",
        "",
        "kelompok: opd",
    ]
    assert lines[4:10] == [
        "+-----------+---------+-----------+-------------+-------------+----------+-----------------+",
        "| peringkat | peserta | Wawancara | Rekam jejak | nilai akhir | kategori | keputusan hasil |",
        "+-----------+---------+-----------+-------------+-------------+----------+-----------------+",
        "|         1 | A01     |     82,75 |       200/3 |       76,32 | sesuai   | memenuhi syarat |",
        "|         - | A02     |         - |           - |           - | -        | belum lengkap   |",
        "+-----------+---------+-----------+-------------+-------------+----------+-----------------+",
    ]


def test_beneath_the_standing_stands_what_a_reader_must_know() -> None:
    lines = text_of(evaluation()).splitlines()
    assert lines[11:] == [
        "Jumlah orang menurut keputusan hasil: memenuhi syarat 1, belum lengkap 1.",
        "Jumlah orang menurut kategori:",
        "  sangat-sesuai 0",
        "  sesuai 1: A01",
        "  tanpa kategori 1: A02",
        "Jumlah orang menurut kategori Wawancara:",
        "  baik 1: A01",
        "  tanpa kategori 1: A02",
        "Peringkat bersama 2,5 (tempat): A01",
        "Penentu urutan: nilai akhir; yang tetap sama berbagi peringkat.",
        "Catatan:",
        "  A01: masukan: Baik.",
        "  A02: Wawancara: Belum lengkap.",
        "  A02: Rekam jejak: tanpa nilai",
        "  A02: Syarat mutlak: tidak memenuhi syarat",
        "  A02: laporan: belum lengkap",
        "  A02: belum diisi: wawancara.integritas, penguji E2",
        "Asumsi: sebagian angka aturan ini tidak mempunyai sumber yang terbit.",
        "Hasil sementara, selama dokumen ini belum ada: laporan-resmi.",
        "Berkas aturan: kota/2025 1.0, sha256:0123456789ab",
    ]


@pytest.mark.parametrize("lang,word", [("id", "asumsi"), ("en", "assumption")])
def test_assumptions_are_told_once_and_only_where_there_are_any(lang: str, word: str) -> None:
    assert text_of(evaluation(), lang=lang).lower().count(word) == 1
    assert text_of(evaluation(assumes=False), lang=lang).lower().count(word) == 0


@pytest.mark.parametrize(
    "lang, said",
    [
        ("id", "Penentu urutan: nilai akhir, nilai tahapan 'Wawancara', undian; yang tetap sama"),
        ("en", "Order key: total, stage value 'Interview', lot; those who stay equal share"),
    ],
)
def test_what_parts_equals_is_told_in_words(lang: Lang, said: str) -> None:
    """The texts come with the evaluation; the ids that programs read stay apart."""
    texts = (
        Text("nilai akhir", "total"),
        Text("nilai tahapan 'Wawancara'", "stage value 'Interview'"),
        Text("undian", "lot"),
    )
    assert said in text_of(evaluation(order_texts=texts), lang=lang)


def test_without_a_standing_no_order_is_told() -> None:
    assert "Order key" not in text_of(evaluation(order_texts=()), lang="en")


def test_a_final_result_says_nothing_of_documents() -> None:
    assert "Provisional" in text_of(evaluation(), lang="en")
    assert "Provisional" not in text_of(evaluation(waiting_for=()), lang="en")


def test_findings_are_not_printed_among_the_results() -> None:
    assert "UJ001" not in text_of(evaluation())


def test_every_group_has_its_own_table() -> None:
    shown = evaluation(
        result("A01", position="kadis", group="kadis"),
        result("A02", position="kadis", group="opd"),
        result("A03", group=""),
    )
    lines = text_of(shown).splitlines()
    assert [line for line in lines if line.startswith(("jabatan", "kelompok"))] == [
        "jabatan: kadis",
        "jabatan: kadis, kelompok: opd",
    ]
    assert sum(line.startswith("| peringkat") for line in lines) == 3


def test_shared_ranks_are_told_with_those_who_share_them() -> None:
    rank = Rank(Fraction(3, 2), shared=True)
    shown = evaluation(result("A01", rank=rank), result("A02", rank=rank))
    assert "Shared rank 1.5 (opd): A01, A02" in text_of(shown, lang="en").splitlines()


def test_people_are_counted_not_candidacies() -> None:
    shown = evaluation(result("P1-a", candidate="P1"), result("P1-b", candidate="P1"))
    assert "People by verdict: qualified 1." in text_of(shown, lang="en")


def test_without_categories_there_is_no_column_and_no_count_of_them() -> None:
    shown = evaluation(result(category=None, stages={}), categories=())
    assert "category" not in text_of(shown, lang="en")


def test_names_stand_where_they_are_known_and_steer_no_console() -> None:
    said = text_of(evaluation(result(name="Sri\x1b[2J\nUtami")))
    assert "| Sri [2J Utami |" in said
    assert "\x1b" not in said


def test_a_note_that_many_share_is_said_once() -> None:
    said = text_of(evaluation(result("A01"), result("A02"), incomplete("A03")), lang="en")
    assert "  A01, A02: masukan: Good." in said.splitlines()
    late = (Text("terlambat", "late"),)
    stages = {"laporan": StageResult(gives="document", verdict="incomplete", notes=late)}
    shown = evaluation(*(result(each, stages=stages, verdict="absent") for each in ("A01", "A02")))
    assert "  everybody: laporan: late" in text_of(shown, lang="en").splitlines()


def test_what_everybody_shares_is_said_first_then_by_candidacy() -> None:
    def with_notes(candidacy: str, **notes: str) -> Result:
        stages = {
            name: StageResult(gives="document", verdict="qualified", notes=(Text.same(note),))
            for name, note in notes.items()
        }
        return result(candidacy, stages=stages)

    shown = evaluation(
        with_notes("A01", berkas="one", laporan="all"),
        with_notes("A02", laporan="all"),
        with_notes("A03", berkas="three", laporan="all"),
    )
    found = [note for note, _ in remarks(shown, "en")]
    assert found == ["laporan: all", "berkas: one", "berkas: three"]


def test_norm_referenced_values_are_named() -> None:
    said = text_of(evaluation(norm_referenced=("rekam-jejak.pelatihan",)), lang="en")
    assert "norm-referenced): rekam-jejak.pelatihan." in said


def test_an_event_without_candidacies_says_so() -> None:
    assert "Tidak ada peserta." in text_of(evolve(evaluation(), results=()))


def test_every_figure_is_listed_where_it_is_wanted() -> None:
    said = text_of(evaluation(), figures=True)
    assert "Semua angka: A01" in said
    assert "\n  total:joined = 4579/60\n  total:final = 76,32\n" in said


def test_a_plain_event_survives_every_console() -> None:
    for part in ujikom_report_formats():
        said = part.make().render(evaluation(), At(result=result()))
        assert isinstance(said, str)
        said.encode("cp1252")
    assert text_of(evaluation()).isascii()


def test_long_heads_are_wrapped() -> None:
    lines = table(["Rekam jejak dan integritas", "n"], [["1", "2"]], [True, True])
    assert lines[1:3] == ["| Rekam jejak dan | n |", "| integritas      |   |"]
    assert len({len(line) for line in lines}) == 1


def test_csv_has_one_line_a_candidacy_with_the_keys_of_the_document() -> None:
    first, second = rows_of(evaluation())
    assert first == {
        "candidacy": "A01",
        "candidate": "A01",
        "name": "",
        "position": "",
        "group": "opd",
        "rank": "1",
        "shared": "false",
        "stages.wawancara": "82.75",
        "stages.wawancara.category": "baik",
        "stages.rekam-jejak": "200/3",
        "stages.rekam-jejak.category": "",
        "stages.syarat.verdict": "qualified",
        "stages.tiga-besar.kept": "true",
        "stages.laporan.verdict": "incomplete",
        "total": "76.32",
        "category": "sesuai",
        "verdict": "qualified",
        "ranks.tempat": "2.5",
        "owed": "",
        "notes": "masukan: Baik.",
    }
    assert (second["rank"], second["total"], second["stages.wawancara"]) == ("", "", "")
    assert second["owed"] == "wawancara.integritas@E2"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_no_text_of_a_csv_is_a_formula(sign: str) -> None:
    shown = evaluation(result(name=f"{sign}SUM(A1)", total=Figure(Fraction(-2))))
    (row,) = rows_of(shown)
    assert row["name"].startswith("'")
    assert row["name"].endswith("SUM(A1)")
    assert row["total"] == "-2"


def test_csv_begins_without_a_byte_order_mark_and_may_carry_every_figure() -> None:
    said = CsvReport().render(evaluation(), At(figures=True))
    assert said.startswith("candidacy,")
    whole, lacking = rows_of(evaluation(), figures=True)
    assert whole["figures.total:joined"] == "4579/60"
    assert lacking["figures.total:joined"] == ""


def test_csv_of_stages_that_only_some_candidacies_have() -> None:
    shown = evaluation(result(stages={}), incomplete())
    assert [row["stages.tiga-besar.kept"] for row in rows_of(shown)] == ["", ""]


def working_of(shown: Evaluation, lang: str = "id", candidacy: str = "A01") -> list[str]:
    at = At(lang=lang, result=shown[candidacy])  # type: ignore[arg-type]
    return WorkingReport().render(shown, at).splitlines()


def test_the_working_goes_from_the_total_down_to_marks_and_rules() -> None:
    lines = working_of(evaluation())
    assert lines[0] == "Rincian perhitungan: A01"
    assert lines[2] == "Asumsi: sebagian angka aturan ini tidak mempunyai sumber yang terbit."
    assert lines[4].startswith("nilai akhir: setelah pembulatan = 76,32 (pembulatan 2 angka")
    assert lines[6] == "    jumlah = 4579/60  [total:joined/1]"
    assert (
        "              Integritas, penguji E1: nilai yang dicatat = 85,5 (ratings.csv:2)"
        "  [wawancara.integritas@E1:raw, wawancara.integritas@E1:rating]" in lines
    )
    assert (
        "        bobot Rekam jejak = 40 (angka berkas aturan; asumsi; kota.toml:7:10)"
        "  [rule:stages.rekam-jejak.weight]" in lines
    )
    assert any("PermenPANRB 15/2019, Pasal 5, https://example.test/15" in line for line in lines)
    assert lines[-1] == "Keputusan hasil: memenuhi syarat"


def test_the_working_tells_what_has_no_effect_apart() -> None:
    beside = mark("70", "lain:raw", 4)
    shown = evaluation(result(figures={**result().figures, "lain:raw": beside}))
    lines = working_of(shown, "en")
    start = lines.index("Without effect on the total:")
    assert (
        lines[start + 1] == "lain: as recorded = 70 (mark as recorded; ratings.csv:4)  [lain:raw]"
    )


def test_what_was_worked_out_above_is_not_told_twice() -> None:
    shared = (mark("70", "w:raw", 4) + 1).at("w:stage")
    total = (shared * given(2, "decision.x", None) + shared).at("total:final")
    shown = evaluation(result(figures={"w:stage": shared, "total:final": total}, total=total))
    lines = working_of(shown, "en")
    assert sum("worked out above" in line for line in lines) == 1
    assert sum("[w:raw]" in line for line in lines) == 1
    assert any(" x = 2 (number of the ruleset; kota.toml:7:10)" in line for line in lines)


def test_a_working_without_a_total_shows_what_there_is() -> None:
    lines = working_of(evaluation(), "en", "A02")
    assert lines[4:6] == ["There is no total.", "What there is:"]
    assert lines[6].startswith("Integrity, examiner E1: as recorded = 70 (mark as recorded;")
    assert lines[-3:] == [
        "Not entered: wawancara.integritas, examiner E2",
        "Rank: unranked",
        "Verdict: incomplete",
    ]


def test_a_working_without_any_figure_still_ends_with_the_verdict() -> None:
    shown = evaluation(result(total=None, figures={}, stages={}, verdict="absent", name="Sri"))
    lines = working_of(shown, "en")
    assert lines[0] == "Working: A01 (Sri)"
    assert lines[4:6] == ["There is no total.", ""]
    assert lines[-1] == "Verdict: absent"


def test_the_working_says_gates_notes_and_shared_ranks() -> None:
    stage = StageResult(gives="verdict", verdict="not-qualified", notes=(Text("usia", "age"),))
    rank = Rank(Fraction(2), shared=True)
    lines = working_of(evaluation(result(stages={"syarat": stage}, rank=rank)), "en")
    assert "Eligibility: not qualified; age" in lines
    assert "Shared rank: 2" in lines


def test_without_a_candidacy_every_working_is_told() -> None:
    said = WorkingReport().render(evaluation(), At(lang="en"))
    assert said.count("Working: ") == 2
    assert TITLES["wawancara"].en in said


def test_a_mark_in_a_workbook_is_told_with_its_cell() -> None:
    raw = mark("70", "w:raw", 0)
    raw = evolve(raw, place=evolve(raw.place, file="isian.xlsx", line=0, cell="Wawancara!D14"))
    lines = working_of(evaluation(result(figures={"w:raw": raw}, total=None)), "en")
    assert "w: as recorded = 70 (mark as recorded; isian.xlsx › Wawancara › D14)  [w:raw]" in lines


def test_markdown_has_a_table_a_group_and_the_same_facts_beneath() -> None:
    """What the text says, as Markdown: nothing of it is lost, signs of Markdown are only text."""
    one, other = result("A*1", group="opd"), result("B|2", group="staf-ahli")
    event = evaluation(one, other)
    said = MarkdownReport().render(event, At(lang="en")).splitlines()
    plain = TextReport().render(event, At(lang="en")).splitlines()
    assert said[0] == f"# {event.title.say('en')}"
    assert [line for line in said if line.startswith("## ")] == [
        "## group: opd",
        "## group: staf-ahli",
    ]
    rows = [line for line in said if line.startswith("| ") and not line.startswith("| ---")]
    assert [row.split(" | ")[1] for row in rows] == ["candidacy", "A\\*1", "candidacy", "B\\|2"]
    beneath = [line.lstrip("- ").replace("\\", "") for line in said if "- " in line[:5]]
    assert [line.strip() for line in plain[-len(beneath) :]] == beneath


def test_markdown_of_nobody_says_so() -> None:
    """An event without candidacies has no table."""
    said = MarkdownReport().render(evolve(evaluation(), results=()), At(lang="id"))
    assert "Tidak ada peserta." in said
    assert "|" not in said


SHORTLISTED = """
[facts]
golongan = { type = "text", one-of = ["a", "b"] }
[[stages]]
id = "tulis"
title = { id = "Tes tulis", en = "Written test" }
kind = "weighted-criteria"
scale = { lower = 0, upper = 100 }
[[stages]]
id = "dua"
title = { id = "Dua nama", en = "Two names" }
kind = "shortlist"
keep = 2
[decision]
[ranking]
within = { fact = "golongan" }
"""


def shortlisted() -> ujikom.Evaluation:
    marks = {"A01": "80", "A02": "70", "A03": "90", "B01": "60"}
    ratings = [{"candidacy": who, "stage": "tulis", "value": mark} for who, mark in marks.items()]
    people = [{"id": who, "facts": {"golongan": who[0].lower()}} for who in (*marks, "B02")]
    return little_events.score(SHORTLISTED, candidates=people, ratings=ratings)


def test_beneath_a_standing_stands_who_is_kept() -> None:
    lines = text_of(shortlisted()).splitlines()
    kept = [number for number, line in enumerate(lines) if line.startswith("Dua nama: ")]
    assert [lines[number] for number in kept] == ["Dua nama: A03, A01", "Dua nama: B01"]
    assert all(lines[number - 1].startswith("+---") for number in kept)


def test_a_shortlist_that_keeps_nobody_says_so() -> None:
    people = [{"id": "A01", "facts": {"golongan": "a"}}]
    nobody = little_events.score(SHORTLISTED, candidates=people, ratings=[])
    assert "Two names: -" in text_of(nobody, lang="en").splitlines()


def test_markdown_says_who_is_kept_beneath_its_table() -> None:
    lines = str(ujikom.render(shortlisted(), format="markdown", lang="en")).splitlines()
    at = lines.index("Two names: A03, A01")
    assert (lines[at - 1], lines[at + 1]) == ("", "")
    assert lines[at - 2].startswith("| 3 | A02 ")


@pytest.mark.parametrize(
    "who, lang, said",
    [
        ("A03", "id", "Dua nama: masuk daftar pendek"),
        ("A02", "id", "Dua nama: tidak masuk daftar pendek"),
        ("A01", "en", "Two names: on the shortlist"),
        ("A02", "en", "Two names: not on the shortlist"),
    ],
)
def test_the_working_ends_with_who_is_kept(who: str, lang: Lang, said: str) -> None:
    told = str(ujikom.render(shortlisted(), format="working", lang=lang, candidacy=who))
    assert said in told.splitlines()


AHMAD, TURNED = "\u0623\u062d\u0645\u062f", "Sri\u202eUtami"


def seen_width(line: str) -> int:
    """The places of a line on a screen: signs that only turn the direction take none."""
    return sum(sign not in "\u202e\u2068\u2069" for sign in line)


def test_a_name_from_right_to_left_leaves_its_row_alone() -> None:
    """The name keeps every letter, and the frame stands straight all the same."""
    shown = evaluation(result("A01", name=AHMAD), result("A02", name=TURNED))
    lines = text_of(shown).splitlines()
    rows = [line for line in lines if line.startswith("|")]
    assert f"| \u2068{AHMAD}\u2069 " in rows[1]
    assert f"| \u2068{TURNED}\u2069 |" in rows[2]
    assert len({seen_width(row) for row in rows}) == 1
    assert lines[4].startswith("+")
    markdown = MarkdownReport().render(shown, At())
    assert f"| \u2068{AHMAD}\u2069 | 82,75 |" in markdown
    assert working_of(shown)[0] == f"Rincian perhitungan: A01 (\u2068{AHMAD}\u2069)"


def test_an_id_from_right_to_left_leaves_the_list_alone() -> None:
    rank = Rank(Fraction(1), shared=True)
    shown = evaluation(result(AHMAD, rank=rank, ranks={}), result("A02", rank=rank, ranks={}))
    assert f"Peringkat bersama 1 (opd): \u2068{AHMAD}\u2069, A02" in text_of(shown).splitlines()


def test_markdown_writes_numbers_and_days_as_people_of_its_language_do() -> None:
    said = {lang: MarkdownReport().render(evaluation(), At(lang=lang)) for lang in ("id", "en")}
    assert "82,75 | 200/3 | 76,32" in said["id"]
    assert "31 Januari 2025" in said["id"]
    assert "82.75 | 200/3 | 76.32" in said["en"]
    assert "31 January 2025" in said["en"]


def test_data_keeps_points_in_every_language() -> None:
    assert rows_of(evaluation(), lang="id")[0]["total"] == "76.32"


def test_why_there_is_no_total_is_said_beneath_the_table() -> None:
    reasons = (Text("semua bobot nol", "every weight is zero"),)
    shown = evaluation(result(total=None, stages={}, reasons=reasons))
    assert "  A01: total: every weight is zero" in text_of(shown, lang="en").splitlines()
