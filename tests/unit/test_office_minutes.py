"""The minutes: who sat, what was ruled, what came out, and a place for every signature."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve, frozen

import ujikom_rules as ujikom
from tests.little_events import HEAD, tables
from tests.plugins.making import offer, plugin
from tests.unit.test_office_report import MARKS, NAMES, RULES, Read, event
from ujikom_rules.cli import main
from ujikom_rules.messages import Lang, Text, finding, text_of
from ujikom_rules.model.outcome import Evaluation
from ujikom_rules.office.minutes import Minutes, minutes, minutes_page
from ujikom_rules.office.report import Audience, report
from ujikom_rules.office.report.audiences import said_of_both
from ujikom_rules.plugin import Figure, Item, NodeAt

ROOT = Path(__file__).parents[2]
SIGNED = RULES.replace(
    "[decision]",
    '[[stages]]\nid = "risalah"\nkind = "evidence-gate"\nrequires = ["berita-acara"]\n'
    'when = "after"\nsigned-by = "all-seated"\n[decision]',
)


def built(lang: Lang = "id", rules: str = RULES, **rows: Any) -> Minutes:
    made, sheet, evaluation = event(rules=rules, **rows)
    return minutes(made, sheet, evaluation, lang)


def test_the_minutes_open_with_the_day_the_event_and_the_rules() -> None:
    """25 March 2025 was a Tuesday."""
    assert built().opening == (
        "Pada hari Selasa, 25 Maret 2025, telah dilaksanakan Contoh (kegiatan acara) menurut "
        "berkas aturan uji/contoh versi 1.0, dengan hasil sebagai berikut."
    )
    assert built("en").opening.startswith("On Tuesday, 25 March 2025, Contoh (event acara) was")


def test_every_examiner_has_a_place_to_sign() -> None:
    text = minutes_page(built())
    found = Read(text)
    signatures = found.text[found.text.index("Tanda tangan") :]
    assert "ketua, akademisi Penguji Satu anggota Penguji Dua" in signatures
    assert text.count('<div class="signature">') == 2
    assert "82,95" in found.text
    assert "penguji E1" not in found.text  # no mark of anybody stands in the minutes


def test_without_examiners_nobody_signs() -> None:
    rules = RULES.replace('kind = "panel"', 'kind = "weighted-criteria"')
    marks = "A01 wawancara.a - 80\nA01 wawancara.b - 81\nA01 berkas - 90\n"
    text = minutes_page(built(rules=rules, marks=marks, examiners=[], candidates=[{"id": "A01"}]))
    assert "1. Panitia seleksi tidak seorang pun 2." in Read(text).text
    assert '<div class="signature">' not in text
    assert "Tanda tangan" not in Read(text).text


def test_only_rules_that_want_signatures_wait_for_them() -> None:
    waits = "sementara sampai semua penguji menandatangani"
    assert waits not in Read(minutes_page(built())).text
    assert waits in Read(minutes_page(built(rules=SIGNED))).text
    law = ujikom.plan("national/ujikom-mutasi")
    gates = [getattr(stage.kind.part, "signed_by", None) for stage in law.stages]
    assert "all-seated" in gates


def test_signatures_that_are_there_are_not_waited_for() -> None:
    """Both examiners are seated; as long as one of them has not signed, the result waits."""
    waits = "sementara sampai semua penguji menandatangani"
    paper: dict[str, Any] = {"id": "berita-acara", "given": True}
    one = built(rules=SIGNED, evidence=[{**paper, "signed-by": ["E1"]}])
    both = built(rules=SIGNED, evidence=[{**paper, "signed-by": ["E1", "E2"]}])
    assert waits in one.waits
    assert both.waits == ""
    before = SIGNED.replace('when = "after"\n', "")  # nobody has come to the gate after the first
    stopped = (
        '[[stages]]\nid = "awal"\nkind = "evidence-gate"\nrequires = ["izin"]\n'
        'when-failed = "stop"\n'
    )
    none = built(rules=stopped + before, evidence=[{"id": "izin", "given": False}])
    assert waits in none.waits


_FOR_A01 = "pada tahapan Wawancara untuk peserta A01"


@pytest.mark.parametrize(
    "reasons, said",
    [
        (("absent", "absent"), ("Penguji E2 berhalangan pada tahapan Wawancara.",)),
        (("abstained", "abstained"), ("Penguji E2 abstain pada tahapan Wawancara.",)),
        (("void", "void"), ("Nilai penguji E2 pada tahapan Wawancara batal.",)),
        (
            ("recused", "recused"),
            ("Penguji E2 tidak menilai pada tahapan Wawancara karena benturan kepentingan.",),
        ),
        (
            ("absent", "abstained"),
            (f"Penguji E2 berhalangan {_FOR_A01} (a).", f"Penguji E2 abstain {_FOR_A01} (b)."),
        ),
        (("absent", "60"), (f"Penguji E2 berhalangan {_FOR_A01} (a).",)),
        (("not-entered", "not-entered"), ()),
    ],
)
def test_an_examiner_who_gave_no_mark_is_told_with_the_reason(
    reasons: tuple[str, str], said: tuple[str, ...]
) -> None:
    marks = "A01 wawancara.a E1 80\nA01 wawancara.b E1 81\nA01 berkas - 90\n"
    marks += "".join(f"A01 wawancara.{c} E2 {r}\n" for c, r in zip("ab", reasons, strict=True))
    found = built(marks=marks, candidates=[{"id": "A01"}])
    assert found.absences == said
    assert (found.absences == ()) == ("Tidak ada benturan" in Read(minutes_page(found)).text)


def test_whom_an_examiner_did_not_rate_is_told_and_a_declared_recusal_once() -> None:
    marks = MARKS + "".join(
        f"A03 wawancara.{c} {e} {m}\n" for e, m in (("E1", "70"), ("E2", "recused")) for c in "ab"
    )
    people = [{"id": name} for name in ("A01", "A02", "A03")]
    found = built(marks=marks, candidates=people)
    assert (
        "Penguji E2 tidak menilai pada tahapan Wawancara karena benturan kepentingan untuk peserta "
        "A03." in found.absences
    )
    declared = [{"examiner": "E2", "candidacy": "A03"}]
    found = built(marks=marks, candidates=people, recusals=declared)
    assert found.recusals == ("Penguji E2 tidak menilai peserta A03.",)
    assert not any("karena benturan" in each for each in found.absences)


def test_recusals_and_absences_are_told() -> None:
    marks = MARKS.replace("A01 wawancara.a E2 70\n", "").replace("A01 wawancara.b E2 82\n", "")
    marks = "\n".join(line for line in marks.splitlines() if not line.startswith("A02 wawancara"))
    found = built(
        marks=marks,
        recusals=[{"examiner": "E2", "candidacy": "A01", "reason": "saudara"}],
        absences=[
            {"candidacy": "A02", "stage": "wawancara", "note": "sakit"},
        ],
    )
    assert found.recusals == ("Penguji E2 tidak menilai peserta A01 (saudara).",)
    assert found.absences == ("Peserta A02 tidak hadir pada tahapan Wawancara (sakit).",)
    both = built("en", marks=marks, absences=[{"candidacy": "A02"}])
    assert both.absences == ("Candidate A02 was absent from every stage.",)
    assert both.recusals == ()
    entered = built(marks=MARKS.replace("abstained", "60"))
    assert "Tidak ada benturan" in Read(minutes_page(entered)).text


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "pola.html"


def test_a_city_may_bring_its_own_template(own: Path) -> None:
    own.write_text(
        "<h1>{{ minutes.title }}</h1>{% for m in minutes.members %}{{ m.name }};{% endfor %}"
        "{{ '1.5'|decimal }} {% include 'page.css' %}",
        encoding="utf-8",
    )
    said = minutes_page(built(), own)
    assert said.startswith("<h1>Contoh</h1>Penguji Satu;Penguji Dua;1,5 ")
    assert "@page" in said


@pytest.mark.parametrize(
    "text, line",
    [
        ("<p>\n{% for %}", 2),
        ("{{ minutes.tanggal }}", 0),
        ("{{ minutes.__class__.__mro__ }}", 0),
        ("{{ ''.__class__ }}", 0),
        ("{{ minutes.title.format.__globals__ }}", 0),
        ("{% include '../rahasia' %}", 0),
        ("{{ 1 / 0 }}", 0),
    ],
)
def test_a_template_can_read_the_minutes_and_nothing_else(own: Path, text: str, line: int) -> None:
    own.write_text(text, encoding="utf-8")
    with pytest.raises(ujikom.Refused) as refused:
        minutes_page(built(), own)
    (found,) = refused.value.findings
    assert (found.code, found.place.file, found.place.line) == ("UJ951", str(own), line)


@pytest.mark.parametrize(
    "text, id_, en",
    [
        ("{{ ''.__class__.__mro__ }}", "pola meminta hal yang tidak boleh dibaca",
         "the template asks for what it may not read"),
        ("{{ minutes.tanggal }}", "pola menyebut 'tanggal' yang tidak ada",
         "the template names 'tanggal', which does not exist"),
        ("{{ risalah }}", "pola menyebut 'risalah' yang tidak ada",
         "the template names 'risalah', which does not exist"),
        ("{{ 1 / 0 }}", "division by zero", "division by zero"),
    ],
)  # fmt: skip
def test_why_a_template_failed_is_said_in_both_languages(
    own: Path, text: str, id_: str, en: str
) -> None:
    own.write_text(text, encoding="utf-8")
    with pytest.raises(ujikom.Refused) as refused:
        minutes_page(built(), own)
    (found,) = refused.value.findings
    assert text_of(found, "id").endswith(f"tidak dapat dipakai: {id_}")
    assert text_of(found, "en").endswith(f"cannot be used: {en}")


def test_a_template_in_another_encoding_is_refused(own: Path) -> None:
    own.write_bytes("{{ minutes.title }} é".encode("latin-1"))
    with pytest.raises(ujikom.Refused):
        minutes_page(built(), own)


@frozen(kw_only=True)
class Alphabet:
    """A part that it must not be: it takes the mark of the examiner whose id comes first."""

    def combine(self, items: Sequence[Item], _at: NodeAt) -> Figure | None:
        return min(items, key=lambda item: item.id).value


def test_minutes_need_no_names_beside_marks_and_show_no_mark_of_anybody() -> None:
    """A part that goes by the examiners' ids decides the result all the same: it is minuted."""
    rules = RULES.replace('kind = "panel"', 'kind = "panel"\npooling = "demo:first"')
    modules = {"demo": plugin(aggregators=offer("first", Alphabet))}
    text = HEAD.replace("[ruleset]", '[plugins]\ndemo = "1.0"\n[ruleset]') + rules
    made = ujikom.plan(ujikom.parse_ruleset(text), plugins=modules)
    seats = {"examiners": [{"id": f"E{n}"} for n in range(1, 7)]}
    given = {(c, n): f"{n}{3 if c == 'a' else 8}.7" for c in "ab" for n in range(1, 7)}
    marks = "".join(f"A01 wawancara.{c} E{n} {mark}\n" for (c, n), mark in given.items())
    sheet = ujikom.parse_scoresheet(tables(f"{marks}A01 berkas - 50\n", **seats))
    evaluation = ujikom.evaluate(made, sheet)
    with pytest.raises(ujikom.Refused) as refused:
        report(made, sheet, evaluation, Audience("ppk"))
    assert [each.code for each in refused.value.findings] == ["UJ950"]
    found = minutes(made, sheet, evaluation, "id")
    for said in (minutes_page(found), repr(found)):  # a city's own template may show all of it
        assert "29,72" in said  # ((13.7 + 18.7) / 2 * 60 + 50 * 40) / 100
        for mark in given.values():
            assert mark not in said
            assert mark.replace(".", ",") not in said
        assert all(not slip.working and not slip.beside for slip in found.standings[0].slips)


def test_what_names_an_examiner_is_said_by_one_of_two_evaluations_alone() -> None:
    _, _, evaluation = event()
    both, one = Text("rapat lengkap", "all were there"), Text("nilai E1 dipakai", "E1 was taken")
    hidden = Text("nilai #2 dipakai", "#2 was taken")

    def saying(*notes: Text) -> Evaluation:
        found = [finding("UJ704", got=note) for note in notes]
        first = evaluation.results[0]
        stage = evolve(first.stages["wawancara"], notes=notes)
        result = evolve(first, stages={**first.stages, "wawancara": stage}, reasons=notes)
        return evolve(evaluation, results=(result,), findings=tuple(found))

    left = said_of_both(saying(both, one), saying(hidden, both))
    assert left.results[0].stages["wawancara"].notes == (both,)
    assert left.results[0].reasons == (both,)
    assert [each.args["got"] for each in left.findings] == [both]
    assert left.results[0].total == evaluation.results[0].total


@pytest.mark.parametrize(
    "name, event", [("malang/2024", "malang-2024"), ("kendari/2025", "kendari-2025")]
)
def test_minutes_of_the_cities_hold_no_working(name: str, event: str) -> None:
    made, sheet = ujikom.plan(name), ujikom.read_scoresheet(ROOT / "examples" / event)
    found = minutes(made, sheet, ujikom.evaluate(made, sheet), "id")
    slips = [slip for standing in found.standings for slip in standing.slips]
    assert slips
    assert not any(slip.working or slip.beside for slip in slips)
    assert not any(f"@{each.id}" in repr(found.notices) for each in sheet.examiners)


Ran = tuple[int, str, str]


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> Ran:
    with pytest.raises(SystemExit) as left:
        main([str(each) for each in arguments])
    assert isinstance(left.value.code, int)
    return left.value.code, *capsys.readouterr()


EVENT = ROOT / "examples" / "kendari-2025"


def test_the_commands_write_whole_files(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for command in ("report", "minutes"):
        to = tmp_path / f"{command}.html"
        status, out, err = run(capsys, command, "kendari/2025", EVENT, "-o", to, "--lang", "id")
        assert (status, out) == (0, "")
        assert "UJ704" in err
        assert Read(to.read_text(encoding="utf-8")).tags[0] == ("html", {"lang": "id"})
    status, out, _ = run(capsys, "report", "kendari/2025", EVENT, "--lang", "en")
    assert (status, out[:15]) == (0, "<!doctype html>")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["minutes.html", "report.html"]


@pytest.mark.parametrize(
    "audience, said",
    [
        ("wali", "There is no audience 'wali'; use panel, ppk, public or candidate=ID."),
        ("candidate=K99", "There is no candidacy 'K99'."),
        ("candidate=k16", "Did you mean 'K16'?"),
    ],
)
def test_an_unknown_reader_is_wrong_usage(
    capsys: pytest.CaptureFixture[str], audience: str, said: str
) -> None:
    arguments = ("report", "kendari/2025", EVENT, "--audience", audience, "--lang", "en")
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (2, "")
    assert said in err


def test_a_bad_template_is_a_finding(
    capsys: pytest.CaptureFixture[str], own: Path, tmp_path: Path
) -> None:
    own.write_text("{{ rahasia }}", encoding="utf-8")
    to = tmp_path / "ba.html"
    arguments = ("minutes", "kendari/2025", EVENT, "--template", own, "-o", to, "--lang", "en")
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (1, "")
    assert "UJ951" in err
    assert not to.exists()


def test_the_sheet_of_the_tests_is_sound() -> None:
    assert ujikom.parse_scoresheet(tables(MARKS, **NAMES)).findings == ()
