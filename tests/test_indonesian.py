"""No English is left in a run in Indonesian: results, papers, forms, findings, help, wrong usage.

What stands in quotes, braces or brackets, ids, codes, paths and words in capitals are data; so is
what an officer wrote. Everything else must be free of the small words that any English sentence
has.
"""

import html
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import openpyxl
import pytest

import ujikom_rules as ujikom
from tests.test_bad_files import EXPECTED, found_in
from ujikom_rules.cli import NAMES, main
from ujikom_rules.messages import REGISTER, hint_of, page_of, text_of
from ujikom_rules.reading.nodes import DECISION_KEYS, STAGE_KEYS
from ujikom_rules.reading.scoresheets import tables

SHEETS = Path(__file__).parents[1] / "examples"
ENGLISH = frozenset(
    re.findall(
        r"\w+",
        """
        the is of not and with are was were has have had must should may can cannot missing unknown
        file directory this that these those from for by an to on or be been no without
        where which what when who only at least most more than takes take stage stages criterion
        weight weights weighting score scores mark marks examiner examiners candidate candidates
        candidacy ruleset rulesets scoresheet found known required error errors warning warnings
        note notes usage options arguments show message exit try help invalid value values such
        did mean does do there their its it one two between above below before after while never
        always rank rounding pooled joined recorded absent incomplete qualified disqualified
        assumption source article finding findings read written passed failed expected got case
        cases aborted
        """,
    )
)
# Findings name keys and words of the ruleset language.
KEYS = STAGE_KEYS | DECISION_KEYS | {key for keys in tables.KEYS.values() for key in keys}
KEYS |= tables.KEYS.keys() | set(
    re.findall(
        r"\w+",
        "is no on may from article absent ruleset rulesets file above below after stage criterion "
        "weight value total rank source case File Examiners",
    )
)
DATA = re.compile(
    r"File, Save As, Encoding|'[^'\n]*'|\"[^\"\n]*\"|“[^”\n]*”|`[^`\n]*`|\[\[?[^\]\n]*\]\]?|\{[^}\n]*\}"  # quoted
    r"|\S*[/\\]\S*|\S*\w[.:=@_]\w\S*|[\w-]*-[\w-]*|\b[A-Z][A-Z0-9]+\b|-{1,2}[a-z-]+"  # ids, paths
)
# These repeat what a plugin's or a template's own code has raised, for its author.
OF_AUTHORS = frozenset({"UJ503", "UJ510", "UJ514", "UJ523", "UJ950", "UJ951"})
SHOWN = re.compile(  # a line of a file, a recorded note, a command's name
    r"^ +\d+ \|.*$|(?<=tidak hadir )\(.*?\)|\bujikom \w+|^  (?:" + "|".join(NAMES) + r"|ruleset)\b",
    re.MULTILINE,
)
PARTS = frozenset(
    ["mean", "weighted", "written", "No", "stages"]
)  # names of parts and keys; “No.” is a number
Run = tuple[int, str]


def english_in(text: str) -> list[str]:
    """The English words that a text has outside its data."""
    plain = DATA.sub(" ", SHOWN.sub("", text))
    return [word for word in re.findall(r"[A-Za-z]+", plain) if word.lower() in ENGLISH]


def run(capsys: pytest.CaptureFixture[str], arguments: Sequence[object]) -> Run:
    with pytest.raises(SystemExit) as stopped:
        main([*map(str, arguments), "--lang", "id"])
    out, err = capsys.readouterr()
    return int(stopped.value.code or 0), out + err


def test_english_is_seen_where_it_is() -> None:
    assert english_in("Error: the file 'is' missing in /the/file") == [
        "Error",
        "the",
        "file",
        "missing",
    ]
    assert english_in("bobot 'weight' pada stages.wawancara.weight on-time THE") == []


EXAMPLES = [("malang/2024", "malang-2024", "A"), ("kendari/2025", "kendari-2025", "K")]


@pytest.mark.parametrize("ruleset, sheet, letter", EXAMPLES)
@pytest.mark.parametrize("form", ["table", "markdown"])
def test_no_english_in_results(
    ruleset: str, sheet: str, letter: str, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, text = run(capsys, ["score", ruleset, SHEETS / sheet, "--figures", "--format", form])
    assert status == 0
    assert "keputusan hasil" in text
    assert english_in(text) == []


@pytest.mark.parametrize("ruleset, sheet, letter", EXAMPLES)
@pytest.mark.parametrize("more", [[], ["--versus", "02"]], ids=["alone", "versus"])
def test_no_english_in_the_working(
    ruleset: str,
    sheet: str,
    letter: str,
    more: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    status, text = run(
        capsys,
        [
            "why",
            ruleset,
            SHEETS / sheet,
            *(letter + each if each.isdigit() else each for each in ("01", *more)),
        ],
    )
    assert status == 0
    assert english_in(text) == []


@pytest.mark.parametrize("name", ["malang/2024", "kendari/2025", "national/seleksi-terbuka"])
@pytest.mark.parametrize("command", ["check", "test"])
def test_no_english_about_rulesets(
    name: str, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, text = run(capsys, [command, name])
    assert status == 0
    assert english_in(text) == []


@pytest.mark.parametrize("name", ["malang/2024", "kendari/2025", "national/seleksi-terbuka"])
def test_no_english_in_rules_told_in_words(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, text = run(capsys, ["show", name])
    assert status == 0
    assert {*english_in(text)} <= KEYS | PARTS


def test_no_english_in_the_effect_of_a_change(capsys: pytest.CaptureFixture[str]) -> None:
    names = ("published/sulsel-2023-versi-pertama", "published/sulsel-2023-versi-kedua")
    status, text = run(capsys, ["diff", *names])
    assert status == 0
    assert "selisih" in text
    assert english_in(text) == []


@pytest.mark.parametrize("more", [[], ["--base", "national/seleksi-terbuka"]], ids=["own", "over"])
def test_no_english_about_a_new_ruleset(
    more: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    status, text = run(capsys, ["new", "ruleset", "teladan/2027", *more])
    assert status == 0
    assert "Berikutnya:" in text
    assert english_in(text) == []


@pytest.mark.parametrize("code", [code for code in REGISTER if code in EXPECTED])
def test_no_english_in_findings(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for found in found_in(code, monkeypatch):
        for text in (text_of(found, "id"), hint_of(found, "id")):
            assert {*english_in(text)} <= KEYS or found.code in OF_AUTHORS, text


@pytest.mark.parametrize("code", REGISTER)
def test_no_english_in_the_pages_of_codes(code: str) -> None:
    assert {*english_in(page_of(code, "id"))} <= KEYS


def test_no_english_in_the_list_of_plugins(capsys: pytest.CaptureFixture[str]) -> None:
    status, text = run(capsys, ["plugins"])
    assert status == 0
    roles = re.findall(r"^  (.+):", text, re.MULTILINE)
    assert "cara menggabungkan" in roles
    assert english_in(" ".join(roles)) == []


@pytest.mark.parametrize("name", ["", *NAMES])
def test_no_english_in_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, text = run(capsys, [*([name] if name else []), "--help"])
    assert status == 0
    assert text.startswith("Pemakaian: ujikom")
    assert "Tampilkan bantuan ini." in text
    assert english_in(text) == []


@pytest.mark.parametrize(
    "arguments, said",
    [
        (["chek"], "Tidak ada perintah 'chek'."),
        (["--cepat"], "Tidak ada pilihan '--cepat'."),
        (["score"], "'RULESET' belum disebut."),
        (["score", "a", "b", "c"], "Ada yang berlebih: c"),
        (["score", "a", "b", "--asof", "1"], "Tidak ada pilihan '--asof'."),
        (["score", "a", "b", "--as-of", "x"], "'x' tidak ditulis tahun-bulan-hari."),
        (["score", "a", "b", "--format", "pdf"], "pdf"),
        (["check", "a", "--format", "pdf"], "'pdf' bukan salah satu dari"),
        (["check", "a", "--rulesets", "tidak-ada"], "Folder 'tidak-ada' tidak ada."),
        (["explain", "UJ999"], "Tidak ada kode 'UJ999'."),
        (["new", "plugin"], "'NAME' belum disebut."),
        (["new", "plugn"], "Tidak ada perintah 'plugn'."),
    ],
)
def test_no_english_about_wrong_usage(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, text = run(capsys, arguments)
    assert status == 2
    assert said in text
    assert english_in(text) == []


def test_no_english_where_a_file_cannot_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    to = tmp_path / "tidak-ada" / "hasil.txt"
    status, text = run(capsys, ["score", "kendari/2025", SHEETS / "kendari-2025", "-o", to])
    assert status == 1
    assert "Tidak dapat menulis" in text
    assert english_in(text) == []


MARKUP = re.compile(r"<style>.*?</style>|<[^>]*>", re.DOTALL)
SPOKEN = re.compile(r'(?:aria-label|title|alt|content)="([^"]*)"')  # attributes that are read out


@pytest.fixture(params=EXAMPLES[:2], ids=["malang", "kendari"])
def event(request: pytest.FixtureRequest) -> tuple[str, Path]:
    """A ruleset and its example, whose officers write in Indonesian."""
    ruleset, sheet, _ = request.param
    return ruleset, SHEETS / sheet


def written_in(path: Path) -> Iterator[str]:
    """All that a workbook says: titles, cells, notes, and what is said while a cell is filled."""
    book = openpyxl.load_workbook(path)
    for page in book:
        yield page.title
        for row in page.iter_rows():
            for cell in row:
                yield from (cell.value,) if isinstance(cell.value, str) else ()
                yield from (cell.comment.text,) if cell.comment is not None else ()
        for rule in page.data_validations.dataValidation:
            yield from filter(None, (rule.prompt, rule.promptTitle, rule.error, rule.errorTitle))


def seen_on(page: Path) -> str:
    """What a page shows and what a screen reader reads out."""
    text = page.read_text(encoding="utf-8")
    shown = MARKUP.sub("\n", text)
    return html.unescape("\n".join((shown, *SPOKEN.findall(text))))


@pytest.mark.parametrize("more", [[], ["--event"]], ids=["blank", "event"])
def test_no_english_in_a_form(
    more: list[str], event: tuple[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ruleset, folder = event
    path = tmp_path / "isian.xlsx"
    status, text = run(capsys, ["form", ruleset, *more, *([folder] if more else []), "-o", path])
    assert status == 0
    assert english_in(text) == []
    said = list(written_in(path))
    assert "Tidak menilai" in said
    assert [text for text in said if english_in(text)] == []


def test_no_english_while_forms_are_collected(
    event: tuple[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ruleset, folder = event
    own, other = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    assert run(capsys, ["form", ruleset, "--event", folder, "-o", own])[0] == 0
    book = openpyxl.load_workbook(own)
    book.worksheets[-2]["C2"] = 1
    origin = next(cell.column for cell in book["Penguji"][1] if cell.value == "Asal")
    book["Penguji"].cell(2, origin).value = "internal"
    book.save(other)
    status, text = run(capsys, ["collect", own, "-o", tmp_path / "lembar.xlsx"])
    assert status == 0
    assert english_in(text) == []
    assert [text for text in written_in(tmp_path / "lembar.xlsx") if english_in(text)] == []
    status, text = run(capsys, ["collect", own, other, "-o", tmp_path / "lain.xlsx"])
    assert status == 1
    assert {"UJ930", "UJ931"} <= set(re.findall(r"\bUJ[0-9]+", text))
    assert english_in(text) == []


@pytest.mark.parametrize("page_of", ["minutes", "panel", "ppk", "public", "candidate"])
def test_no_english_on_the_pages(
    page_of: str,
    event: tuple[str, Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    ruleset, folder = event
    page = tmp_path / "halaman.html"
    first = ujikom.read_scoresheet(folder).candidacies[0].id
    words = ["report", "--audience", f"candidate={first}" if page_of == "candidate" else page_of]
    if page_of == "minutes":
        words = ["minutes"]
    status, text = run(capsys, [*words, ruleset, folder, "-o", page])
    assert status == 0
    assert english_in(text) == []
    said = seen_on(page)
    assert "peserta" in said.lower()
    assert english_in(said) == []


def test_no_english_in_results_in_excel(
    event: tuple[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ruleset, folder = event
    path = tmp_path / "hasil.xlsx"
    status, text = run(capsys, ["score", ruleset, folder, "-o", path, "--figures"])
    assert status == 0
    assert english_in(text) == []
    said = list(written_in(path))
    assert "Keputusan hasil" in said
    assert [text for text in said if english_in(text)] == []


def test_no_english_in_an_annotated_copy(
    event: tuple[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ruleset, folder = event
    form, copy = tmp_path / "isian.xlsx", tmp_path / "periksa.xlsx"
    assert run(capsys, ["form", ruleset, "--event", folder, "-o", form])[0] == 0
    book = openpyxl.load_workbook(form)
    marks = book.worksheets[-2]
    marks["C2"], marks["C3"], marks["D3"], marks["D4"] = 101, "delapan puluh", "=1/0", True
    book["Benturan"]["A3"], book["Benturan"]["B3"] = "E9", "A99"
    book.create_sheet("Rekap")["A1"] = "jumlah"
    book.save(form)
    status, text = run(capsys, ["score", ruleset, form, "--annotate", copy])
    assert status == 1
    assert {*english_in(text)} <= KEYS
    notes = [text for text in written_in(copy) if " UJ" in text]
    assert len(notes) >= 6
    assert {word for text in notes for word in english_in(text)} <= KEYS
