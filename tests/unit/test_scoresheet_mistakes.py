"""Every code about scoresheets has a bad file that triggers it, at the right place."""

from pathlib import Path

import pytest

from tests.sample_scoresheets import FOLDER, WHOLE, folder_of
from ujikom_rules.errors import Finding, Place
from ujikom_rules.messages import LANGS, hint_of, text_of
from ujikom_rules.messages.sheets import MESSAGES
from ujikom_rules.reading.scoresheets.marks import no_mark_meant
from ujikom_rules.reading.scoresheets.reader import parse_scoresheet, read_scoresheet

# what is written, what is written in its place (§ marks where the finding stands), the path
IN_JSON: list[tuple[str, str, str, str]] = [
    ("UJ608", '"value": 70, ', '"value": 70 §', ""),
    ("UJ609", '[{"examiner"', "[" * 100_000 + '{"examiner"', ""),
    ("UJ610", '"name": "Ani"', '"name": "x", "name": §"Ani"', "/candidates/0/name"),
    ("UJ610", '"absences": [', '"event": §{}, "absences": [', "/event"),
    ("UJ611", '"reason": ', '"reson": §', "/recusals/0/reson"),
    ("UJ611", '"advice": ', '"advise": §', "/advise"),
    ("UJ612", '"ujikom/scoresheet@1"', '§"ujikom/scoresheet@9"', "/schema"),
    ("UJ613", '"ratings":', '"rating":', "/ratings"),
    ("UJ630", '{"candidate": "A02", "stage": "asesmen", ', '§{"candidate": "A02", ', "/ratings/2"),
    ("UJ630", '{"id": "malang-2024-03", "date": "2024-03-04", ', '§{"id": "x", ', "/event"),
    ("UJ631", '"id": "A02"}', '"id": §2}', "/candidates/1/id"),
    ("UJ631", '["wawancara"]', '§"wawancara"', "/examiners/0/stages"),
    ("UJ631", '["E1", "E2"]', '["E1", §2]', "/evidence/0/signed-by/1"),
    ("UJ631", '"given": false', '"given": §"tidak"', "/evidence/0/given"),
    ("UJ631", '"facts": {"echelon": "II.b"}', '"facts": {"x": §[]}', "/positions/0/facts/x"),
    ("UJ632", '"85.50"', '§"85.5.0"', "/ratings/0/value"),
    ("UJ633", '"value": 70', '"value": §NaN', "/ratings/2/value"),
    ("UJ634", '"85.50"', '§"85,5"', "/ratings/0/value"),
    ("UJ635", '"85.50"', '§"1.085,50"', "/ratings/0/value"),
    ("UJ636", '"value": 70', '"value": §1e99', "/ratings/2/value"),
    ("UJ637", '"vacancies": 2', '"vacancies": §0', "/positions/0/vacancies"),
    ("UJ638", '"2024-02-20"', '§"2024-02-30"', "/evidence/0/date"),
    ("UJ640", '"role": "chair"', '"role": §"ketua"', "/examiners/0/role"),
    ("UJ641", '"id": "E2"', '"id": §"E 2"', "/examiners/1/id"),
    ("UJ642", '"stage": "asesmen"', '"stage": §"Asesmen"', "/ratings/2/stage"),
    ("UJ643", '"85.50"', '§"baik sekali"', "/ratings/0/value"),
    ("UJ644", '"85.50"', '§"absent"', "/ratings/0/value"),
    ("UJ680", '"85.50"', '§"abstaind"', "/ratings/0/value"),
    ("UJ645", '"no-mark": "abst', '"value": 1, "no-mark": §"abst', "/ratings/1/no-mark"),
    ("UJ646", '{"candidate": "A02", ', '§{"candidacy": "A01", "stage": "s"}, {"candidate": "A02", ',
     "/ratings/2"),
    ("UJ647", '{"candidate": "A02"', '{"candidacy": "A02", "candidate": §"A02"',
     "/ratings/2/candidate"),
    ("UJ648", '{"candidate": "A02", "stage"', '§{"stage"', "/ratings/2"),
    ("UJ649", '{"id": "E2"}', '{"id": §"E1"}', "/examiners/1/id"),
    ("UJ650", '{"candidate": "A02", ', """§{"candidacy": "A01", "stage": "wawancara",
      "criterion": "a.b", "examiner": "E1", "value": 1}, {"candidate": "A02", """, "/ratings/2"),
    ("UJ651", '"kinship"}', '""}, §{"examiner": "E2", "candidacy": "A01"}', "/recusals/1"),
    ("UJ652", '["E1", "E2"]}', '[]}, §{"id": "surat"}', "/evidence/1"),
    ("UJ653", '"examiner": "E1", "value"', '"examiner": §"E7", "value"', "/ratings/0/examiner"),
    ("UJ653", '"candidate": "A02", "stage"', '"candidate": §"A20", "stage"',
     "/ratings/2/candidate"),
    ("UJ653", '"position": "kadis-pu"', '"position": §"kadis"', "/candidacies/0/position"),
    ("UJ654", '"Ani"', '§"\\ud800"', "/candidates/0/name"),
]  # fmt: skip

TWO_FORMS = "peserta,penguji,x\nA02,E1,1\n"
IN_FOLDER: list[tuple[str, str, str | bytes, tuple[int, int, str]]] = [
    ("UJ607", "candidates.csv", b"id;nama\nA01;Andr\xe9\n", (2, 9, "")),
    ("UJ613", "event.toml", '["acara"]\n', (0, 0, "/event")),
    ("UJ614", "recusals.csv", "\n;;\n", (1, 0, "/recusals")),
    ("UJ615", "recusals.csv", "penguji;pesrta\n", (1, 0, "/recusals")),
    ("UJ616", "recusals.csv", "penguji;peserta;alasn\n", (1, 3, "/recusals")),
    ("UJ617", "recusals.csv", "penguji;peserta;examiner\n", (1, 3, "/recusals")),
    ("UJ618", "recusals.csv", "penguji;peserta;\nE2;A01;kerabat\n", (1, 3, "/recusals")),
    ("UJ619", "recusals.csv", "penguji;peserta\nE2;A01;kerabat\n", (2, 3, "")),
    ("UJ620", "recusals.csv", 'penguji;peserta;alasan\n\nE2;A01;"kerabat\n', (3, 0, "")),
    ("UJ621", "recusal.csv", "penguji;peserta\n", (0, 0, "")),
    ("UJ622", "ratings.wawancara.csv", TWO_FORMS, (2, 2, "/ratings/0/stage")),
    ("UJ623", "positions.csv", "id;Gol./Ruang\nkadis-pu;IV/b\n", (1, 2, "/positions")),
    ("UJ632", "positions.csv", "id;lowongan\nkadis-pu;dua\n", (2, 2, "/positions/0/vacancies")),
    ("UJ638", "evidence.csv", "dokumen,tanggal\nsurat,31/12/2024\n", (2, 2, "/evidence/0/date")),
    ("UJ639", "evidence.csv", "dokumen;ada\nsurat;mungkin\n", (2, 2, "/evidence/0/given")),
    ("UJ640", "examiners.csv", "id;peran\nE1;wakil\nE2;\n", (2, 2, "/examiners/0/role")),
    ("UJ642", "ratings.Tes Tulis.csv", TWO_FORMS, (0, 0, "")),
    ("UJ643", "ratings.tes.csv", "peserta;x\nA02;1\nA01;#N/A\n", (3, 2, "/ratings.tes/1/x")),
    ("UJ646", "ratings.csv", "peserta;tahapan;nilai\nA01;tes;\n", (2, 0, "/ratings/0")),
]  # fmt: skip

ELSEWHERE = {"UJ655", "UJ601", "UJ602", "UJ603", "UJ604", "UJ605", "UJ606"}


def only(code: str, findings: tuple[Finding, ...]) -> Finding:
    """The finding of a code; all findings have texts in both languages."""
    for lang in LANGS:
        assert all(text_of(finding, lang) for finding in findings)
    (found,) = (finding for finding in findings if finding.code == code)
    return found


@pytest.mark.parametrize("code, right, wrong, path", IN_JSON)
def test_in_json(code: str, right: str, wrong: str, path: str) -> None:
    assert right in WHOLE
    text = WHOLE.replace(right, wrong, 1)
    before, mark, after = text.partition("§")
    place = Place("a.json")
    if mark:
        place = Place("a.json", before.count("\n") + 1, len(before) - before.rfind("\n"))
    sheet, findings = parse_scoresheet(before + after, "a.json")
    found = only(code, findings)
    assert (found.place, found.path) == (place, path)
    assert (sheet is None) == (found.severity == "error")


@pytest.mark.parametrize("code, name, content, where", IN_FOLDER)
def test_in_a_folder(
    tmp_path: Path, code: str, name: str, content: str | bytes, where: tuple[int, int, str]
) -> None:
    sheet, findings = read_scoresheet(folder_of(tmp_path, {**FOLDER, name: content}))
    found = only(code, findings)
    assert found.place.file == str(tmp_path / name) or code == "UJ622"
    assert (found.place.line, found.place.column, found.path) == where
    assert (sheet is None) == (found.severity == "error")


def test_paths_that_are_no_scoresheet(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, {"lembar.json": WHOLE, "b.xls": "x", "c.csv": "x", "d.txt": "x"})
    read = {p.name: read_scoresheet(p)[1] for p in folder.iterdir()}
    assert read["lembar.json"] == ()
    assert only("UJ605", read["b.xls"]).place.file == str(folder / "b.xls")
    assert only("UJ606", read["c.csv"]).args["expected"] == str(folder)
    assert only("UJ606", read["d.txt"]).args["expected"] == ""
    _, findings = read_scoresheet(folder / "lember.json")
    assert only("UJ601", findings).args["nearest"] == "lembar.json"
    _, findings = read_scoresheet(folder / "lembar.json", limit=100)
    assert only("UJ604", findings).args["expected"] == 100
    _, findings = read_scoresheet(folder / ("x" * 5000 + ".json"))
    assert only("UJ603", findings).severity == "error"
    assert only("UJ604", parse_scoresheet(WHOLE, limit=100)[1]).severity == "error"
    assert only("UJ607", parse_scoresheet(WHOLE.encode("utf-16"))[1]).place.line == 1


def test_a_folder_too_big_as_a_whole(tmp_path: Path) -> None:
    sheet, findings = read_scoresheet(folder_of(tmp_path, FOLDER), limit=400)
    assert sheet is None
    assert {finding.code for finding in findings if finding.severity == "error"} == {"UJ604"}


def test_an_id_without_its_table_is_said_once() -> None:
    text = WHOLE.replace('"examiners":', '"examinrs":')
    _, findings = parse_scoresheet(text, "a.json")
    assert [(f.code, f.path) for f in findings] == [("UJ611", "/examinrs"), ("UJ613", "/examiners")]
    assert findings[1].args["nearest"] == "examinrs"


def test_a_signature_of_somebody_else_is_a_warning() -> None:
    sheet, findings = parse_scoresheet(WHOLE.replace('["E1", "E2"]', '["E1", "S9"]'))
    assert sheet is not None
    assert [(f.code, f.severity) for f in findings] == [("UJ653", "warning")]


def test_a_rating_of_a_candidate_counts_for_each_candidacy() -> None:
    twice = '{"candidacy": "A02", "stage": "asesmen", "value": 71}, {"candidate"'
    _, findings = parse_scoresheet(WHOLE.replace('{"candidate"', twice, 1), "a.json")
    # the first {"candidate" of the text is the rating of A02
    found = only("UJ650", findings)
    assert (found.path, found.args["got"]) == ("/ratings/3", "A02 asesmen")
    assert found.related[0].line == found.place.line


@pytest.mark.parametrize("nip", ["1,98503E+17", "1.98503E+17", "2E+17"])
def test_a_long_number_that_excel_has_shortened_is_no_id(nip: str, tmp_path: Path) -> None:
    people = f"id;person;name\nA01;{nip};Ani\n"
    _, findings = read_scoresheet(folder_of(tmp_path, {**FOLDER, "candidates.csv": people}))
    found = next(each for each in findings if each.code == "UJ920")
    assert (found.path, found.place.line, found.place.column) == ("/candidates/0/person", 2, 2)
    assert text_of(found, "id").startswith(f"angka {nip} lebih dari 15 digit")


def test_all_mistakes_come_in_one_run(tmp_path: Path) -> None:
    files = {**FOLDER, **{name: content for _, name, content, _ in IN_FOLDER[2:9]}}
    files |= {"event.toml": "[event]\nid = 1\n", "evidence.csv": "dokumen;ada\nsurat;mungkin\n"}
    _, findings = read_scoresheet(folder_of(tmp_path, files))
    assert {f.code for f in findings} >= {"UJ630", "UJ631", "UJ639", "UJ620"}


def test_every_code_has_a_bad_file() -> None:
    tried = {code for code, *_ in (*IN_JSON, *IN_FOLDER)} | ELSEWHERE
    assert {message.code for message in MESSAGES} - tried == set()


@pytest.mark.parametrize(
    "text, cells, meant",
    [
        ("benturn", True, "benturan"),
        ("Tidak hadir", True, "berhalangan"),
        ("absen", True, "berhalangan"),
        ("absen", False, "absent"),
        ("abstaned", True, "abstained"),
        ("recusd", False, "recused"),
        ("benturn", False, ""),  # JSON takes the English words only
        ("baik", True, ""),
        ("vodi", True, ""),  # of four letters one slip says too little
        ("benturan", True, ""),  # the word itself is none that is meant otherwise
    ],
)
def test_a_misspelt_no_mark_is_guessed(text: str, cells: bool, meant: str) -> None:
    assert no_mark_meant(text, cells=cells) == meant


def test_a_level_that_sounds_like_a_no_mark_is_noted_and_a_saying_named(tmp_path: Path) -> None:
    table = "peserta;penguji;isi;gaya\nA01;E1;benturn;tidak hadir\nA02;E1;benturn;80\n"
    files = {name: text for name, text in FOLDER.items() if not name.startswith("ratings")}
    folder_of(tmp_path, {**files, "ratings.tes.csv": table})
    _, findings = read_scoresheet(tmp_path)
    said = [(f.code, f.severity, f.place.line, f.place.column) for f in findings]
    assert said == [("UJ680", "note", 2, 3), ("UJ643", "error", 2, 4), ("UJ680", "note", 3, 3)]
    assert hint_of(findings[0], "id") == "mungkin maksudnya 'benturan'"
    assert hint_of(findings[1], "id").endswith("tidak menilai: berhalangan")


def test_an_unknown_id_is_told_with_the_name_of_its_table_in_either_language() -> None:
    _, findings = parse_scoresheet(
        {
            "event": {"id": "e", "date": "2025-03-25"},
            "candidates": [{"id": "A01"}],
            "candidacies": [{"id": "A01-P1", "candidate": "A02"}],
            "ratings": [],
        }
    )
    assert [(text_of(x, "id"), text_of(x, "en")) for x in findings if x.code == "UJ653"] == [
        (
            "tidak ada peserta A02 di tabel Peserta",
            "there is no candidate A02 in the table candidates",
        )
    ]
