"""The report page: what each audience sees, what stands first, and nothing that loads or runs."""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve, frozen
from hypothesis import given
from hypothesis import strategies as st

import ujikom_rules as ujikom
from tests.little_events import HEAD, plan, tables
from tests.plugins.making import offer, plugin
from ujikom_rules.messages import Lang, Text
from ujikom_rules.model.outcome import Evaluation
from ujikom_rules.model.scoresheet import Scoresheet
from ujikom_rules.office.report import Audience, audience_of, report
from ujikom_rules.office.report.audiences import without_examiners
from ujikom_rules.office.report.building import page
from ujikom_rules.office.report.drawing import chart
from ujikom_rules.office.report.notices import public_notices
from ujikom_rules.office.report.wording import WORDS, words
from ujikom_rules.plugin import Figure, Item, NodeAt

ROOT = Path(__file__).parents[2]
CITIES = {"malang-2024": "malang/2024", "kendari-2025": "kendari/2025"}
VOID = {"meta", "br"}

RULES = """
[rounding]
final = { places = 2 }
[[stages]]
id = "wawancara"
title = { id = "Wawancara", en = "Interview" }
kind = "panel"
weight = 60
scale = { lower = 0, upper = 100 }
criteria = [ { id = "a", weight = 50 }, { id = "b", weight = 50 } ]
[[stages]]
id = "berkas"
kind = "weighted-criteria"
weight = 40
scale = { lower = 0, upper = 100 }
[decision]
cut-score = 60
classifier = { use = "bands", lower = { baik = 75, cukup = 0 } }
[ranking]
within = "event"
"""
MARKS = """A01 wawancara.a E1 80
A01 wawancara.a E2 70
A01 wawancara.b E1 81
A01 wawancara.b E2 82
A01 berkas - 90
A02 wawancara.a E1 50
A02 wawancara.a E2 abstained
A02 wawancara.b E1 51
A02 wawancara.b E2 52
A02 berkas - 40
"""
NAMES: dict[str, Any] = {
    "candidates": [{"id": "A01", "name": "Zeta <b>&amp;"}, {"id": "A02", "name": "alfa"}],
    "examiners": [
        {"id": "E1", "name": "Penguji Satu", "role": "chair", "kind": "akademisi"},
        {"id": "E2", "name": "Penguji Dua", "origin": "external", "room": "R7"},
    ],
}


class Read(HTMLParser):
    """A page as a reader meets it: its text, its tags with their attributes, each one closed."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.words.append(data)

    @property
    def text(self) -> str:
        """All words in their order, single spaces between them."""
        return " ".join(" ".join(self.words).split())


def event(
    marks: str = MARKS, rules: str = RULES, **rows: Any
) -> tuple[Any, Scoresheet, Evaluation]:
    made = plan(rules)
    sheet = ujikom.parse_scoresheet(tables(marks, **{**NAMES, **rows}))
    return made, sheet, ujikom.evaluate(made, sheet)


def read(audience: str, lang: Lang = "id", **rows: Any) -> Read:
    made, sheet, evaluation = event(**rows)
    reader = audience_of(audience)
    assert reader is not None
    return Read(report(made, sheet, evaluation, reader, lang))


@pytest.mark.parametrize("city", CITIES)
@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("audience", ["panel", "ppk", "public", "candidate"])
def test_a_page_is_one_file_that_loads_and_runs_nothing(
    city: str, lang: Lang, audience: str
) -> None:
    made = ujikom.plan(CITIES[city])
    sheet = ujikom.read_scoresheet(ROOT / "examples" / city)
    evaluation = ujikom.evaluate(made, sheet)
    first = evaluation.results[0].candidacy
    reader = audience_of(f"candidate={first}" if audience == "candidate" else audience)
    assert reader is not None
    text = report(made, sheet, evaluation, reader, lang)
    assert len(text.encode()) < 1_000_000
    found = Read(text)
    tags = [tag for tag, _ in found.tags]
    assert not {"script", "link", "img", "iframe", "object", "base", "form"} & set(tags)
    assert "@import" not in text
    assert "url(" not in text
    for _, attributes in found.tags:
        assert not {"src", "style", "srcset"} & set(attributes)
        assert (attributes.get("href") or "#").startswith("#")
        assert not any(name.startswith("on") for name in attributes)
    assert found.tags[0] == ("html", {"lang": lang})
    assert tags.count("h1") == 1
    assert tags.count("caption") == tags.count("table")
    ids = [attributes["id"] for _, attributes in found.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    referred = [a for _, at in found.tags for a in (at.get("aria-labelledby") or "").split()]
    assert set(referred) <= set(ids)
    assert evaluation.digest in found.text
    assert sheet.digest in found.text


def test_the_panel_sees_everything() -> None:
    """A01: 0.6 × (75 + 81.5) / 2 + 0.4 × 90 = 46.95 + 36 = 82.95."""
    found = read("panel")
    assert "82,95" in found.text
    assert "baik" in found.text
    assert "penguji E1" in found.text
    assert "Penguji Dua" in found.text
    assert "R7" in found.text
    assert "abstain 1" in found.text
    english = read("panel", "en")
    assert "82.95" in english.text
    assert "82,95" not in english.text


def test_the_overview_tells_how_far_an_examiner_is_from_the_others() -> None:
    """E1 gave 80, 81 beside 70, 82, and 51 beside 52: (10 - 1 - 1) / 3 = 2.67 above E2."""
    made, sheet, evaluation = event()
    members = page(made, sheet, evaluation, Audience(), "id").members
    one, two = members
    assert (one.id, one.marks, one.missing, one.apart) == (
        "E1",
        4,
        "",
        ("Wawancara: +2,67",),
    )
    assert (two.id, two.marks, two.missing, two.apart) == (
        "E2",
        3,
        "abstain 1",
        ("Wawancara: -2,67",),
    )
    assert one.mean == ("Wawancara: 65,50",)  # (80 + 81 + 50 + 51) / 4
    assert (one.role, two.role, one.kind, two.origin) == (
        "ketua",
        "anggota",
        "akademisi",
        "eksternal",
    )


def test_how_far_an_examiner_is_counts_each_mark_alike_however_many_others_there_are() -> None:
    """80 beside 70 and 72 lies 9 above their mean, 60 beside 70 alone 10 below: -0.5 on average."""
    marks = """A01 wawancara.a E1 80
A01 wawancara.a E2 70
A01 wawancara.a E3 72
A02 wawancara.a E1 60
A02 wawancara.a E2 70
A02 wawancara.a E3 abstained
"""
    people = [{"id": "E1"}, {"id": "E2"}, {"id": "E3"}]
    made, sheet, evaluation = event(marks, examiners=people)
    found = page(made, sheet, evaluation, Audience("panel"), "id").members
    # E2: 70 beside 80 and 72 lies 6 below, beside 60 alone 10 above; E3: 72 beside 80 and 70
    assert [each.apart for each in found] == [
        ("Wawancara: -0,50",), ("Wawancara: +2,00",), ("Wawancara: -3,00",),
    ]  # fmt: skip


def test_an_examiner_who_is_alone_is_compared_with_nobody() -> None:
    made, sheet, evaluation = event("A01 wawancara.a E1 80\nA01 wawancara.b E1 80\nA01 berkas - 80",
                                    candidates=[{"id": "A01"}])  # fmt: skip
    one, two = page(made, sheet, evaluation, Audience(), "id").members
    assert (one.marks, one.apart) == (2, ())
    assert (two.marks, two.mean) == (0, ())


def test_the_ppk_sees_no_examiner_beside_a_mark() -> None:
    found = read("ppk")
    assert "82,95" in found.text
    assert "Penguji Satu" in found.text  # the list of the panel
    assert re.findall(r"penguji (?:#\d|E\d)", found.text)
    assert "penguji E" not in found.text
    assert "abstain 1" not in found.text


def test_a_candidate_sees_the_own_result_and_no_other() -> None:
    found = read("candidate=A02")
    assert "alfa" in found.text
    assert "tidak memenuhi syarat" in found.text
    for other in ("A01", "Zeta", "82,95", "E1", "E2", "Penguji Satu", "R7"):
        assert other not in found.text
    with pytest.raises(KeyError):
        read("candidate=A99")


def test_the_public_sees_who_qualified_by_the_alphabet_and_no_number() -> None:
    marks = MARKS.replace("A02 wawancara.a E1 50", "A02 wawancara.a E1 90")
    marks = marks.replace("A02 wawancara.b E1 51", "A02 wawancara.b E1 90").replace("- 40", "- 99")
    found = read("public", marks=marks)
    assert found.text.index("alfa") < found.text.index("Zeta <b>&amp;")
    assert "Penguji" not in found.text
    assert not re.search(r"\d,\d", found.text)
    assert "tidak memenuhi syarat" not in found.text
    assert "alfa" not in read("public").text  # A02 does not qualify
    failed = MARKS.replace("A01 wawancara.a E1 80", "A01 wawancara.a E1 0").replace("- 90", "- 0")
    assert "tidak seorang pun" in read("public", marks=failed).text


def test_names_cannot_become_markup() -> None:
    made, sheet, evaluation = event()
    text = report(made, sheet, evaluation)
    assert "Zeta &lt;b&gt;&amp;amp;" in text
    assert "Zeta <b>" not in text


def test_page_one_names_what_a_reader_must_know() -> None:
    rules = RULES.replace("[decision]", '[[stages]]\nid = "laporan"\nkind = "evidence-gate"\n'
                          'requires = ["laporan-resmi"]\nwhen = "after"\n[decision]')  # fmt: skip
    marks = MARKS.replace("A02 wawancara.a E2 abstained\n", "")
    made, sheet, evaluation = event(marks, rules)
    told = {n.heading: n.lines for n in page(made, sheet, evaluation, Audience(), "id").notices}
    assert told["Dokumen wajib yang belum ada"] == ("laporan-resmi",)
    assert told["Nilai penguji yang belum diisi"] == (
        "A02: belum diisi: Wawancara › a, penguji E2",
    )
    assert (
        "Ketentuan nilai akhir: ambang batas: 60; nilai yang sama sudah memenuhi" in told["Asumsi"]
    )
    assert "Kriteria Wawancara, bobot: a 50; b 50" in told["Asumsi"]
    same = "\n".join(f"A0{n} {rest}" for n in (1, 2, 3) for rest in
                     ("wawancara.a E1 80", "wawancara.b E1 80", "berkas - 80"))  # fmt: skip
    made, sheet, evaluation = event(same, candidates=[{"id": f"A0{n}"} for n in (1, 2, 3)],
                                    examiners=[{"id": "E1"}])  # fmt: skip
    told = {n.heading: n.lines for n in page(made, sheet, evaluation, Audience(), "en").notices}
    assert told["Shared ranks"] == ("rank 1: A01, A02, A03",)


def test_a_page_without_anything_to_know_says_so() -> None:
    head = HEAD.replace('source = "assumption"', 'source = { title = "SK Wali Kota" }')
    made = ujikom.plan(ujikom.parse_ruleset(head + RULES), plugins={})
    sheet = ujikom.parse_scoresheet(tables(MARKS, **NAMES))
    found = Read(report(made, sheet, ujikom.evaluate(made, sheet)))
    assert WORDS["clean"].id in found.text


MATRIX = """
[[stages]]
id = "kinerja"
kind = "imported"
weight = 50
scale = { lower = 0, upper = 100 }
[[stages]]
id = "potensi"
kind = "imported"
weight = 50
scale = { lower = 0, upper = 100 }
[decision.classifier]
use = "matrix"
x = { stage = "potensi", bands = [ { id = "rendah", below = 50 }, { id = "tinggi", at-least = 50 } ] }
y = { stage = "kinerja", bands = [ { id = "kurang", below = 60 }, { id = "baik", at-least = 60 } ] }
cells = { "rendah/kurang" = "1", "tinggi/kurang" = "2", "rendah/baik" = "2", "tinggi/baik" = "4" }
"""


def test_the_map_puts_people_in_the_boxes_of_the_rulesets_own_matrix() -> None:
    """Two boxes carry one category: each person stands in the box of both values all the same."""
    marks = "".join(f"A0{n} kinerja - {k}\nA0{n} potensi - {p}\n"
                    for n, k, p in ((1, 60, 50), (2, 59, 50), (3, 60, 49), (4, 10, 10)))  # fmt: skip
    made, sheet, evaluation = event(
        f"{marks}A05 kinerja - 70", MATRIX, candidates=[{"id": f"A0{n}"} for n in range(1, 6)]
    )
    (found,) = page(made, sheet, evaluation, Audience(), "id").maps
    assert (found.x, found.y, found.columns) == (
        "potensi",
        "kinerja",
        ("rendah (< 50)", "tinggi (≥ 50)"),
    )
    (high, best), (low, worst) = found.rows
    assert (high, low) == ("baik (≥ 60)", "kurang (< 60)")
    assert [(cell.name, cell.people) for cell in best] == [("2", ("A03",)), ("4", ("A01",))]
    assert [(cell.name, cell.people) for cell in worst] == [("1", ("A04",)), ("2", ("A02",))]
    assert found.elsewhere == ("A05",)


def test_bands_are_a_map_of_one_axis() -> None:
    made, sheet, evaluation = event()
    (found,) = page(made, sheet, evaluation, Audience(), "id").maps
    assert [(name, cell.people) for name, (cell,) in found.rows] == [
        ("baik", ("A01 Zeta <b>&amp;",)),
        ("cukup", ("A02 alfa",)),
    ]


def test_a_stage_has_a_map_of_its_own() -> None:
    rules = RULES.replace('kind = "panel"', 'kind = "panel"\nclassifier = { use = "bands", lower = { atas = 70, bawah = 0 } }')  # fmt: skip
    made, sheet, evaluation = event(rules=rules)
    total, stage = page(made, sheet, evaluation, Audience(), "en").maps
    assert (total.title, stage.title) == ("total", "Interview")
    assert [cell.people for _, (cell,) in stage.rows] == [("A01 Zeta <b>&amp;",), ("A02 alfa",)]


@given(st.lists(st.integers(-60, 100), min_size=4, max_size=4), st.integers(0, 100))
def test_the_pieces_of_a_bar_lie_end_to_end(marks: list[int], cut: int) -> None:
    """Up from zero and down from it; the ends lie where the sums of the points lie."""
    rules = f"""
[[stages]]
id = "a"
kind = "weighted-criteria"
weight = 40
scale = {{ lower = -100, upper = 100 }}
[[stages]]
id = "b"
kind = "weighted-criteria"
weight = 60
scale = {{ lower = -100, upper = 100 }}
[decision]
cut-score = {cut}
"""
    lines = "".join(
        f"A{n} a - {one}\nA{n} b - {two}\n"
        for n, (one, two) in enumerate(zip(marks[:2], marks[2:], strict=True))
    )
    evaluation = ujikom.evaluate(plan(rules), ujikom.parse_scoresheet(tables(lines)))
    drawn = chart(evaluation, "en")
    assert drawn is not None
    low, high = (Fraction(end) for end in drawn.ends)
    bars = sorted(drawn.bars, key=lambda bar: bar.label)
    for bar, one, two in zip(bars, marks[:2], marks[2:], strict=True):
        points = [Fraction(one * 40, 100), Fraction(two * 60, 100)]
        spans = {piece.colour: (piece.x, piece.x + piece.width) for piece in bar.segments}
        ends = [drawn.zero, *(end for span in spans.values() for end in span)]
        up, down = sum(p for p in points if p > 0), sum(p for p in points if p < 0)
        for value, end in ((up, max(ends)), (down, min(ends))):
            assert abs(end - (value - low) * 1000 / (high - low)) <= Fraction(1, 2)
        assert all(0 <= left <= right <= 1000 for left, right in spans.values())
    if drawn.cut is not None:
        assert abs(drawn.cut - (cut - low) * 1000 / (high - low)) <= Fraction(1, 2)


def test_too_many_criteria_are_drawn_as_stages() -> None:
    criteria = ", ".join(f'{{ id = "k{n}", weight = 5 }}' for n in range(20))
    rules = f'[[stages]]\nid = "s"\nkind = "weighted-criteria"\nscale = {{ lower = 0, upper = 100 }}\ncriteria = [ {criteria} ]\n'
    marks = "".join(f"A01 s.k{n} - {n}\n" for n in range(20))
    drawn = chart(ujikom.evaluate(plan(rules), ujikom.parse_scoresheet(tables(marks))), "en")
    assert drawn is not None
    assert [name for _, name in drawn.keys] == ["s"]
    (bar,) = drawn.bars
    assert [piece.title for piece in bar.segments] == ["A01, s: 9.5"]  # the mean of 0 … 19


BY_MEAN = """
[decision]
aggregation = "{joined}"
[[stages]]
id = "a"
title = "Alfa"
kind = "weighted-criteria"
scale = {{ lower = 0, upper = 100 }}
[[stages]]
id = "b"
title = "Beta"
kind = "weighted-criteria"
aggregation = "mean"
each = {{ scale = {{ lower = 0, upper = 100 }} }}
criteria = [ {{ id = "x" }}, {{ id = "y" }} ]
"""
BY_MEAN_MARKS = "A01 a - 80\nA01 b.x - 60\nA01 b.y - 40\n"


def test_a_mean_is_drawn_by_its_criteria() -> None:
    """(80 + (60 + 40) / 2) / 2 = 65: 40 of it from a, 15 and 10 from b."""
    _, _, evaluation = event(
        BY_MEAN_MARKS, BY_MEAN.format(joined="mean"), candidates=[{"id": "A01"}]
    )
    drawn = chart(evaluation, "en")
    assert drawn is not None
    assert [bar.said for bar in drawn.bars] == ["Alfa: 40; Beta: x: 15; Beta: y: 10"]
    assert drawn.whole == ()


def test_what_is_no_sum_of_its_parts_is_said_to_be_whole() -> None:
    """The higher of 80 and 50 is neither's share; nothing of it is drawn as a criterion's."""
    rules = BY_MEAN.format(joined="maximum")
    made, sheet, evaluation = event(BY_MEAN_MARKS, rules, candidates=[{"id": "A01"}])
    drawn = chart(evaluation, "en")
    assert drawn is not None
    assert [bar.said for bar in drawn.bars] == ["total: 80"]
    said = "total is not told apart by criteria: its value is no sum of its parts."
    assert drawn.whole == (said,)
    assert said in Read(report(made, sheet, evaluation, Audience(), "en")).text


def test_a_late_paper_draws_what_is_left_of_it() -> None:
    """Kendari's K10 came late: the oral half counts 0, and the whole total is the paper's."""
    made = ujikom.plan("kendari/2025")
    evaluation = ujikom.evaluate(made, ujikom.read_scoresheet(ROOT / "examples" / "kendari-2025"))
    drawn = chart(evaluation, "id")
    assert drawn is not None
    (late,) = (bar for bar in drawn.bars if bar.label == "K10")
    assert late.total == "30,13"
    assert [piece.title.partition(": ")[0] for piece in late.segments if piece.width] == [
        "K10, paparan"
    ]
    assert late.said.startswith("paparan: naskah: 452/15; ")  # 30.1333…, before its rounding


def test_without_a_total_there_is_nothing_to_draw() -> None:
    made, sheet, evaluation = event("A01 berkas - 80", candidates=[{"id": "A01"}])
    assert chart(evaluation, "id") is None
    found = Read(report(made, sheet, evaluation))
    assert "Tidak ada nilai akhir." in found.text
    assert "svg" not in [tag for tag, _ in found.tags]


@frozen(kw_only=True)
class Alphabet:
    """A part that it must not be: it takes the mark of the examiner whose id comes first."""

    def combine(self, items: Sequence[Item], _at: NodeAt) -> Figure | None:
        return min(items, key=lambda item: item.id).value


def test_marks_that_hang_on_an_examiners_id_are_not_shown_without_it() -> None:
    rules = RULES.replace('kind = "panel"', 'kind = "panel"\npooling = "demo:first"')
    modules = {"demo": plugin(aggregators=offer("first", Alphabet))}
    text = HEAD.replace("[ruleset]", '[plugins]\ndemo = "1.0"\n[ruleset]') + rules
    made = ujikom.plan(ujikom.parse_ruleset(text), plugins=modules)
    seats = {"examiners": [{"id": f"E{n}"} for n in range(1, 7)]}
    marks = "".join(f"A01 wawancara.{c} E{n} {n * 10}\n" for c in "ab" for n in range(1, 7))
    sheet = ujikom.parse_scoresheet(tables(f"{marks}A01 berkas - 50\n", **seats))
    evaluation = ujikom.evaluate(made, sheet)
    assert "10" in report(made, sheet, evaluation)
    with pytest.raises(ujikom.Refused) as refused:
        report(made, sheet, evaluation, Audience("ppk"))
    assert [each.code for each in refused.value.findings] == ["UJ950"]
    assert "A01" not in Read(report(made, sheet, evaluation, Audience("public"))).text  # 10 < 60


@pytest.mark.parametrize("text", ["", "wali", "candidate=", "candidate", "Panel"])
def test_an_audience_is_one_of_four(text: str) -> None:
    assert audience_of(text) is None


def test_both_languages_have_every_word() -> None:
    said: dict[str, Mapping[str, str]] = {"id": words("id"), "en": words("en")}
    assert set(said["id"]) == set(said["en"])
    for found in said.values():
        assert all(text.strip() for text in found.values())


OWED = MARKS.replace("A01 wawancara.b E2 82\n", "")
PER_CANDIDACY = RULES.replace(
    "[decision]",
    '[[stages]]\nid = "laporan"\nkind = "evidence-gate"\nrequires = ["laporan-resmi"]\n'
    'when = "after"\nper = "candidacy"\n[decision]',
)


def told(audience: Audience, **rows: Any) -> dict[str, tuple[str, ...]]:
    made, sheet, evaluation = event(**rows)
    return {n.heading: n.lines for n in page(made, sheet, evaluation, audience, "en").notices}


def test_who_owes_a_mark_is_said_to_the_panel_alone() -> None:
    """Whoever knows that E2 owes one mark knows which of the other marks are of E2."""
    heading = "Ratings that are owed and not entered"
    assert told(Audience(), marks=OWED)[heading] == (
        "A01: not entered: Interview › b, examiner E2",
    )
    assert told(Audience("ppk"), marks=OWED)[heading] == ("A01: not entered: Interview › b",)
    for audience in ("ppk", "candidate=A01"):
        assert not re.search(r"@|\bE\d", read(audience, marks=OWED).text.partition("Panitia")[0])


def test_a_candidate_is_told_of_no_document_of_another() -> None:
    """Each document is named once, however many have it missing."""
    heading = "Evidence that is still missing"
    assert told(Audience(), rules=PER_CANDIDACY)[heading] == ("laporan-resmi: A01, A02",)
    own = Audience("candidate", "A02")
    assert told(own, rules=PER_CANDIDACY)[heading] == ("laporan-resmi",)
    assert "A01" not in read("candidate=A02", rules=PER_CANDIDACY).text
    given = [{"id": "laporan-resmi", "candidacy": "A02", "given": True}]
    assert heading not in told(own, rules=PER_CANDIDACY, evidence=given)


def test_a_candidate_sees_no_other_in_a_value_that_depends_on_the_others() -> None:
    """The best of the group is in the working; whose it is, and what the others have, is not."""
    rules = RULES.replace('id = "berkas"', 'id = "berkas"\nvalue = { use = "normalised" }')
    assert re.search(r"\bA01 90\b", read("panel", rules=rules).text)
    found = read("candidate=A02", rules=rules).text
    assert "A01" not in found
    assert "4/9" in found  # 40 of the best, 90


def test_the_numbers_of_examiners_cannot_be_dealt_again_from_a_report() -> None:
    """The sheet's digest is printed, and the panel's list has the ids: both together tell nothing."""
    seats = [{"id": f"E{n}"} for n in range(1, 9)]
    marks = "".join(f"A01 wawancara.{c} E{n} {n}\n" for c in "ab" for n in range(1, 9))
    _, sheet, _ = event(f"{marks}A01 berkas - 1\n", candidates=[{"id": "A01"}], examiners=seats)

    def dealt(id: str) -> str:
        return sha256(f"{sheet.digest} {id}".encode()).hexdigest()

    by_mark = sorted(
        (str(row.value), row.examiner)
        for row in without_examiners(sheet).ratings
        if row.criterion == "a"
    )
    guessed = [f"#{n}" for n in range(1, 9)]
    order = sorted((f"E{n}" for n in range(1, 9)), key=dealt)
    assert [who for _, who in by_mark] != [guessed[order.index(f"E{n}")] for n in range(1, 9)]
    assert {who for _, who in by_mark} == set(guessed)


@frozen(kw_only=True)
class Doubtful:
    """A value function that finds something to say about each mark."""

    def value(self, x: Figure, at: NodeAt) -> Figure:
        at.find(Text("meragukan", "doubtful"))
        return x


def test_a_finding_about_a_mark_names_its_examiner_to_the_panel_alone() -> None:
    rules = RULES.replace('kind = "panel"', 'kind = "panel"\neach = { value = "demo:doubtful" }')
    modules = {"demo": plugin(value_functions=offer("doubtful", Doubtful))}
    text = HEAD.replace("[ruleset]", '[plugins]\ndemo = "1.0"\n[ruleset]') + rules
    made = ujikom.plan(ujikom.parse_ruleset(text), plugins=modules)
    sheet = ujikom.parse_scoresheet(tables(MARKS, **NAMES))
    evaluation = ujikom.evaluate(made, sheet)
    said = Read(report(made, sheet, evaluation, Audience(), "en")).text
    assert "'wawancara.a@E1' of 'A01': doubtful" in said
    for audience in (Audience("ppk"), Audience("candidate", "A01")):
        said = Read(report(made, sheet, evaluation, audience, "en")).text
        assert "of 'A01': doubtful" in said
        assert "@E" not in said


def test_a_bound_that_is_in_no_figure_is_an_assumption_all_the_same() -> None:
    gate = '[[stages]]\nid = "lulus"\nkind = "threshold-gate"\nrequire = { stage = "wawancara", at-least = 55 }\n'
    lines = told(Audience(), rules=RULES.replace("[decision]", f"{gate}[decision]"))["Assumptions"]
    assert "Rules of lulus: requirement: the stage “Interview” is at least 55" in lines
    assert "Total and verdict: category: 75 or more = baik; 0 to below 75 = cukup" in lines
    assert not any("ujikom show" in line for line in lines)  # nobody can run it on paper


def test_scales_roundings_and_quorums_are_assumptions_in_words_too() -> None:
    """A condition stands there by what it asks, bands by their bounds from the highest down."""
    rules = RULES.replace('kind = "panel"', 'kind = "panel"\nquorum = 2')
    rules = rules.replace(
        'id = "berkas"\n',
        'id = "berkas"\nreads = "facts"\nvalue = { use = "conditions", cases = [ { when = '
        '{ fact = "hukuman", is = "berat" }, value = 25 } ], otherwise = 100 }\n',
    ).replace('weight = 40\nscale = { lower = 0, upper = 100 }', "weight = 40")  # fmt: skip
    facts = '[facts.hukuman]\ntype = "text"\none-of = ["berat", "tidak"]\ntitle = "Hukuman"\n'
    marks = "".join(line + "\n" for line in MARKS.splitlines() if "berkas" not in line)
    people = [{"id": who, "facts": {"hukuman": "berat"}} for who in ("A01", "A02")]
    lines = told(Audience(), rules=facts + rules, marks=marks, candidates=people)["Assumptions"]
    for line in (
        "Rules of Interview: scale: 0 to 100, any number between; quorum: no fewer marks than 2",
        "All rounding: all rules, total = rounded to 2 places, half away from zero (default)",
    ):
        assert line in lines
    assert any("the fact “Hukuman” is berat = 25" in line for line in lines)
    said = next(line for line in lines if line.startswith("Total and verdict"))
    assert said.index("75 or more") < said.index("0 to below 75")


def test_a_plan_without_its_document_tells_no_numbers() -> None:
    made, sheet, evaluation = event()
    (notice,) = page(evolve(made, root=None), sheet, evaluation, Audience(), "en").notices
    assert notice.lines == ("Assumption: some numbers of these rules have no published source.",)
    assert notice.small


def test_numbers_that_name_no_source_are_told() -> None:
    """Weights 50, 50, 60 and 40, the cut score 60, the bands 75 and 0, scales and places."""
    made = ujikom.plan(
        ujikom.parse_ruleset(HEAD.replace('source = "assumption"\n', "") + RULES), plugins={}
    )
    sheet = ujikom.parse_scoresheet(tables(MARKS, **NAMES))
    built = page(made, sheet, ujikom.evaluate(made, sheet), Audience(), "en")
    (notice,) = built.notices
    assert notice.heading == "Numbers that name no source"
    assert notice.lines == (
        "Rules of Interview: scale: 0 to 100, any number between",
        "Criteria of Interview, weight: a 50; b 50",
        "Rules of berkas: scale: 0 to 100, any number between",
        "Weight of each stage: Interview = 60; berkas = 40",
        "Rules of the total: cut score: 60; reached is met",
        "Total and verdict: category: 75 or more = baik; 0 to below 75 = cukup",
        "All rounding: all rules, total = rounded to 2 places, half away from zero (default)",
    )


def test_shared_ranks_of_further_standings_are_told() -> None:
    """Two positions: alone in each, equal over both."""
    rules = f'{RULES.replace("event", "position")}[rankings.semua]\nwithin = "event"\n'
    marks = "".join(f"A0{n} {rest}\n" for n in (1, 2) for rest in
                    ("wawancara.a E1 80", "wawancara.b E1 80", "berkas - 80"))  # fmt: skip
    rows: dict[str, Any] = {
        "positions": [{"id": "p1", "title": "Kepala Dinas"}, {"id": "p2"}],
        "candidacies": [
            {"id": "A01", "candidate": "A01", "position": "p1"},
            {"id": "A02", "candidate": "A02", "position": "p2"},
        ],
        "examiners": [{"id": "E1"}],
    }
    found = told(Audience(), marks=marks, rules=rules, **rows)
    assert found["Shared ranks"] == ("rank 1 (semua): A01, A02",)
    said = read("panel", "en", marks=marks, rules=rules, **rows).text
    assert "position: Kepala Dinas" in said
    assert "position: p2" in said


def test_ranks_of_further_standings_are_shared_in_their_group_alone() -> None:
    """A01 and A02 are equal for p1, A03 and A04 for p2: two pairs, and no rank of four."""
    rules = f'{RULES}[rankings.kedua]\nwithin = "position"\n'
    ids = ["A01", "A02", "A03", "A04"]
    marks = "".join(f"{who} {rest}\n" for who in ids for rest in
                    ("wawancara.a E1 80", "wawancara.b E1 80", "berkas - 80"))  # fmt: skip
    rows: dict[str, Any] = {
        "candidates": [{"id": who} for who in ids],
        "positions": [{"id": "p1"}, {"id": "p2"}],
        "candidacies": [
            {"id": who, "candidate": who, "position": post}
            for who, post in zip(ids, ("p1", "p1", "p2", "p2"), strict=True)
        ],
        "examiners": [{"id": "E1"}],
    }
    shared = told(Audience(), marks=marks, rules=rules, **rows)["Shared ranks"]
    assert shared[-2:] == ("rank 1 (kedua, p1): A01, A02", "rank 1 (kedua, p2): A03, A04")


def test_the_public_is_told_of_the_events_documents_and_of_assumptions() -> None:
    """`laporan-resmi` is one document of the event, `berkas-akhir` one of each candidacy."""
    gate = '[[stages]]\nid = "umum"\nkind = "evidence-gate"\nrequires = ["laporan-resmi"]\n'
    own = PER_CANDIDACY.replace("laporan-resmi", "berkas-akhir")
    rules = own.replace("[decision]", f'{gate}when = "after"\n[decision]')
    made, sheet, evaluation = event(rules=rules)
    assert {"laporan-resmi", "berkas-akhir@A01"} <= set(evaluation.waiting_for)
    said = Read(report(made, sheet, evaluation, Audience("public"))).text
    assert "Dokumen wajib yang belum ada laporan-resmi Asumsi Asumsi: sebagian angka" in said
    assert "berkas-akhir" not in said
    assert not re.search(r"\d,\d", said)
    final = page(*event(), Audience("public"), "en").notices
    assert [each.heading for each in final] == ["Assumptions"]  # nothing is awaited
    assert public_notices(evolve(event()[2], assumes=False), "en") == ()


def test_the_alphabet_goes_by_names_without_titles_and_accents() -> None:
    """Eka, Joko, Éka with an equal accentless name after Eka; H. alone is sorted as it is."""
    names = ["Dr. Rudi", "Drs. H. Zainal", "Ir. Ahmad", "Éka Putri", "Eka Putri", "joko", "H."]
    people = [{"id": f"A0{n}", "name": name} for n, name in enumerate(names)]
    marks = "".join(f"A0{n} {rest}\n" for n in range(len(names)) for rest in
                    ("wawancara.a E1 80", "wawancara.b E1 80", "berkas - 80"))  # fmt: skip
    rows: dict[str, Any] = {"candidates": people, "examiners": [{"id": "E1"}]}
    expected = ("Ir. Ahmad", "Eka Putri", "Éka Putri", "H.", "joko", "Dr. Rudi", "Drs. H. Zainal")
    built = page(*event(marks, **rows), Audience("public"), "id")
    assert built.listed == expected
    (kept,) = page(*event(marks, SHORT, **rows), Audience("public"), "id").kept
    assert kept.value == "; ".join(expected)


def test_people_of_one_name_are_told_apart_in_public() -> None:
    people = [{"id": "A01", "name": "Budi"}, {"id": "A02", "name": "budi"}, {"id": "a03"}]
    marks = "".join(f"{who} {rest}\n" for who in ("A01", "A02", "a03") for rest in
                    ("wawancara.a E1 80", "wawancara.b E1 80", "berkas - 80"))  # fmt: skip
    made, sheet, evaluation = event(marks, candidates=people, examiners=[{"id": "E1"}])
    listed = page(made, sheet, evaluation, Audience("public"), "id").listed
    assert listed == ("a03", "Budi (A01)", "budi (A02)")


def test_whoever_is_recused_or_owes_a_mark_is_counted() -> None:
    marks = "\n".join(line for line in OWED.splitlines() if not line.startswith("A02 wawancara.a E2")
                      and not line.startswith("A02 wawancara.b E2"))  # fmt: skip
    made, sheet, evaluation = event(marks, recusals=[{"examiner": "E2", "candidacy": "A02"}])
    one, two = page(made, sheet, evaluation, Audience(), "en").members
    assert (one.missing, two.missing) == ("", "not entered 1, recused: 1 candidacy")


def test_marks_of_different_scales_are_compared_stage_by_stage() -> None:
    """E1 is 10 above E2 on a scale to 100, and 1 below on one to 5."""
    rules = RULES.replace('kind = "weighted-criteria"\nweight = 40\nscale = { lower = 0, upper = 100 }',
                          'kind = "panel"\nweight = 40\nscale = { lower = 1, upper = 5 }')  # fmt: skip
    marks = "".join(f"A01 wawancara.{c} E{n} {80 - 10 * n}\n" for c in "ab" for n in (1, 2))
    marks += "A01 berkas E1 2\nA01 berkas E2 3\n"
    made, sheet, evaluation = event(marks, rules, candidates=[{"id": "A01"}])
    one, _ = page(made, sheet, evaluation, Audience(), "en").members
    assert one.apart == ("Interview: +10.00", "berkas: -1.00")


def test_columns_without_anything_are_left_out() -> None:
    bare = read("panel", "en", examiners=[{"id": "E1"}, {"id": "E2"}]).text
    assert "number role E1 member E2 member" in bare
    assert (
        "number name role kind of examiner origin room E1 Penguji Satu" in read("panel", "en").text
    )


def test_a_chart_has_a_row_for_everybody_with_the_whole_id() -> None:
    ids = [f"19850101201001{n:04}" for n in range(45)]  # an NIP has 18 digits
    marks = "".join(f"{who} {rest}\n" for who in ids for rest in
                    ("wawancara.a E1 80", "wawancara.b E1 80", "berkas - 80"))  # fmt: skip
    made, sheet, evaluation = event(
        marks, candidates=[{"id": who} for who in ids], examiners=[{"id": "E1"}]
    )
    text = report(made, sheet, evaluation)
    found = Read(text)
    drawings = [at for tag, at in found.tags if tag == "svg" and at.get("class") == "bars"]
    assert {at["aria-label"] for at in drawings} == {
        "Wawancara: a: 24; Wawancara: b: 24; berkas: 32"
    }
    assert len(drawings) == 45
    assert all(at["role"] == "img" for at in drawings)
    headed = re.findall(r"<tr><th scope=\"row\"><bdi>(\d+)</bdi></th><td class=\"bar\">", text)
    assert sorted(headed) == ids
    named = [at["id"] for _, at in found.tags if "id" in at]
    assert len(named) == len(set(named))
    long = event(MARKS.replace("A01", "A" * 60), candidates=[{"id": "A" * 60}, {"id": "A02"}])[2]
    bars = chart(long, "id")
    assert bars is not None
    assert bars.bars[0].label == "A" * 60


def test_who_is_missing_in_one_working_is_not_known_in_another() -> None:
    """Three examiners, each away once: every working numbers those who are there from #1 on."""
    away = {"A01": "E1", "A02": "E2", "A03": "E3"}
    marks = "".join(
        f"{who} wawancara.{criterion} {examiner} {60 + 10 * number + place}\n"
        for place, (who, missing) in enumerate(away.items())
        for number, examiner in enumerate(("E1", "E2", "E3"))
        if examiner != missing
        for criterion in "ab"
    )
    marks += "".join(f"{who} berkas - 80\n" for who in away)
    people: dict[str, Any] = {
        "candidates": [{"id": who} for who in away],
        "examiners": [{"id": f"E{n}"} for n in (1, 2, 3)],
        "recusals": [{"examiner": examiner, "candidacy": who} for who, examiner in away.items()],
    }
    made, sheet, evaluation = event(marks, **people)
    for standing in page(made, sheet, evaluation, Audience("ppk"), "id").standings:
        for slip in standing.slips:
            said = [re.search(r"penguji (#\d)", line.label) for line in slip.working]
            told = zip(said, slip.working, strict=True)
            values = [(each[1], line.value) for each, line in told if each]
            assert {number for number, _ in values} == {"#1", "#2"}
            low, high = (min(v for n, v in values if n == number) for number in ("#1", "#2"))
            assert low < high  # the numbers follow the marks that are shown, and nothing else


SHORT = RULES.replace(
    "[decision]",
    '[[stages]]\nid = "tiga"\ntitle = "Tiga nama"\nkind = "shortlist"\nkeep = 1\n'
    'by = "total-so-far"\n[decision]',
    1,
)


def test_whom_a_shortlist_keeps_is_told_to_everybody() -> None:
    marks = MARKS.replace("A02 wawancara.a E1 50", "A02 wawancara.a E1 90")
    marks = marks.replace("A02 wawancara.b E1 51", "A02 wawancara.b E1 90").replace("- 40", "- 99")
    made, sheet, evaluation = event(marks, SHORT)
    assert [each.stages["tiga"].kept for each in evaluation] == [True, False]
    best = evaluation.results[0]
    (standing,) = page(made, sheet, evaluation, Audience(), "id").standings
    assert standing.kept == (f"Tiga nama: {best.candidacy} {best.name}",)
    one, two = (slip.notes[0] for slip in standing.slips)
    assert (one, two) == ("Tiga nama: masuk daftar pendek", "Tiga nama: tidak masuk daftar pendek")
    (announced,) = page(made, sheet, evaluation, Audience("public"), "id").kept
    assert (announced.label, announced.value) == ("Tiga nama", best.name)
    for audience in ("panel", "public"):
        reader = audience_of(audience)
        assert reader is not None
        assert "Tiga nama" in Read(report(made, sheet, evaluation, reader)).text
