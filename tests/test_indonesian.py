"""No English is left in a run in Indonesian: results, findings, help, and wrong usage.

What stands in quotes, braces or brackets, ids, codes, paths and words in capitals are data; so is
what an officer wrote. Everything else must be free of the small words that any English sentence
has.
"""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

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
    names = ("skema/sulsel-2023-versi-pertama", "skema/sulsel-2023-versi-kedua")
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
