"""Findings as people read them: the line, where in the document, what else is known, how many."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import click
import pytest

from tests.compiled import HEAD, SCALE, stage
from ujikom_rules.catalogue.discovery import VERSION
from ujikom_rules.cli import main, output
from ujikom_rules.cli.gathering import gathered
from ujikom_rules.cli.language import LANG
from ujikom_rules.cli.snippets import Snippets
from ujikom_rules.errors import Finding, Place
from ujikom_rules.messages import Text, finding

RULES = """schema = 1
[ruleset]
id = "kota/2025"
version = "1.0"
title = "Uji Kota"
source = "assumption"
[[stages]]
id = "wawancara"
kind = "panel"
weight = 60
scale = { lower = 0, upper = 100 }
[[stages]]
id = "makalah"
kind = "panel"
weight = 30
scale = { lower = 0, upper = 100 }
[decision]
cut-scroe = 70
"""


@pytest.fixture
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("kota.toml").write_text(RULES, encoding="utf-8")
    return Path("kota.toml")


def lines(found: Finding) -> list[str]:
    return output.finding_lines(found, "en", Snippets("utf-8"))


def status_of(*arguments: object) -> int:
    with pytest.raises(SystemExit) as left:
        main([str(each) for each in arguments])
    assert isinstance(left.value.code, int)
    return left.value.code


def test_check_shows_line_carets_key_path_and_hint_in_the_order_of_places(
    rules: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.toml").write_text("schema = 1\n\x07x = 1\n", encoding="utf-8")
    assert status_of("check", rules, "a.toml", "--lang", "en") == 1
    assert capsys.readouterr().err.splitlines()[-10:] == [
        "kota.toml:15:10: error UJ301 the weights of this group sum to 90, not 100 (10 too little)",
        "    15 | weight = 30",
        "       |          ^^",
        "    at: stages.makalah.weight",
        '    change one of the weights, or write "rest" for one of them',
        "kota.toml:18:1: error UJ201 the key 'cut-scroe' is not known here",
        "    18 | cut-scroe = 70",
        "       | ^^^^^^^^^",
        "    at: decision.cut-scroe",
        "    perhaps 'cut-score' is meant",
    ]


@pytest.mark.parametrize(
    "lang, text, clean",
    [
        ("id", "kesalahan UJ804 berkas aturan 'kota/x' versi 1.0 ada dua kali", ": tidak ada"),
        ("en", "error UJ804 there are two files with version 1.0 of the ruleset 'kota/x'", ": no"),
    ],
)
@pytest.mark.usefixtures("rules")
def test_check_of_two_files_that_are_one_version_says_so(
    lang: str, text: str, clean: str, capsys: pytest.CaptureFixture[str]
) -> None:
    head = HEAD.replace("uji/contoh", "kota/x") + 'source = "assumption"\n'
    rules = head + stage("w", SCALE)
    for name in ("a.toml", "b.toml"):
        Path(name).write_text(rules, encoding="utf-8")
    assert status_of("check", "a.toml", "./b.toml", "b.toml", "--lang", lang) == 1
    said = capsys.readouterr()
    assert said.err.count(" UJ804 ") == 1
    assert text in said.err
    assert "a.toml:4:11" in said.err  # the other of the two
    assert said.out.startswith(f"a.toml{clean}")
    assert status_of("check", "a.toml", "--lang", lang) == 0
    assert status_of("check", "a.toml", "a.toml", "kendari/2025", "--lang", lang) == 0
    capsys.readouterr()
    assert status_of("check", "a.toml", "b.toml", "--format", "json", "--lang", lang) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    assert [each["code"] for each in found if each["severity"] == "error"] == ["UJ804"]


def test_a_key_path_that_the_line_says_is_not_repeated(rules: Path) -> None:
    found = finding("UJ203", Place("kota.toml", 11, 19), "scale.lower", expected="a", got="b")
    assert lines(found)[1:] == [
        "    11 | scale = { lower = 0, upper = 100 }",
        "       |                   ^",
        "    change it to a",
    ]
    assert lines(found.__class__(code="UJ203", severity="error", path="scale.lower"))[0].startswith(
        "scale.lower: error UJ203 "
    )


def test_rows_of_a_table_are_told_by_their_line_and_column(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("ratings.csv").write_text("peserta;penguji;nilai\nA01;E1;8O\n", encoding="utf-8")
    row = finding("UJ646", Place("ratings.csv", 2), "/ratings/0")
    assert not any("at:" in line for line in lines(row))
    cell = finding("UJ632", Place("ratings.csv", 2, 3), "/ratings/0/value", got="8O", expected="",
                   like="85.5")  # fmt: skip
    assert lines(cell)[1:] == [
        "    2 | A01;E1;8O",
        "      |        ^^",
        "    write the number alone, without a unit or other signs, such as 85.5",
    ]


def test_other_places_have_lines_of_their_own(rules: Path) -> None:
    others = tuple(Place("kota.toml", line) for line in range(1, 9))
    said = lines(finding("UJ206", Place("kota.toml", 13, 6), "stages.makalah", related=others))
    assert said[1:3] == ['    13 | id = "makalah"', "       |      ^^^^^^^^^"]
    assert said.count("    see also: kota.toml:2") == 1
    assert said[said.index("    see also: kota.toml:2") + 1] == "    2 | [ruleset]"
    assert said[-1] == "    see also: 3 more places"


def test_what_the_sentence_does_not_say_is_told_beneath_it(rules: Path) -> None:
    found = finding("UJ308", Place("kota.toml", 9), got="x", key="weight", expected=Text("a", "b"))
    assert "    expected: b" in lines(found)
    assert not any("got:" in line for line in lines(found))  # the sentence has it
    cited = Finding(code="UJ308", severity="error", article="PermenPANRB 15/2019")
    assert lines(cited)[-1] == f"    {output.ARTICLE.en}: PermenPANRB 15/2019"


def many(severities: Iterable[str]) -> list[Finding]:
    return [
        finding("UJ201", Place("tidak-ada.toml", at), severity=said, got="x", nearest="")  # type: ignore[arg-type]
        for at, said in enumerate(severities, 1)
    ]


@pytest.fixture
def ctx() -> click.Context:
    made = click.Context(click.Command("check", params=[click.Option(["--format", "format_"])]))
    made.meta[LANG] = "en"
    return made


def test_no_more_than_two_hundred_are_printed_and_the_grave_ones_first(
    ctx: click.Context, capsys: pytest.CaptureFixture[str]
) -> None:
    output.tell(ctx, many(["warning"] * 150 + ["note"] * 100 + ["error"] * 60))
    said = capsys.readouterr().err.splitlines()
    assert len(said) == output.MOST + 1 == 201
    assert said[-1] == "... 110 more findings; --format json has them all"
    assert sum(": error UJ201" in line for line in said) == 60
    assert sum(": warning UJ201" in line for line in said) == 140
    shown = [int(line.split(":")[1]) for line in said[:-1]]
    assert shown == sorted(shown)
    output.tell(ctx, many(["error"]))  # the bound is one for the run
    assert capsys.readouterr().err == "... 1 more findings; --format json has them all\n"


def test_what_every_row_repeats_is_told_once_at_the_header(
    ctx: click.Context, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = str(tmp_path / "ratings.wawancara.csv")
    rows = "".join(f"A{n};E1;80;{n}\n" for n in range(20))
    Path(file).write_text(f"\npeserta;penguji;isi;gagasann\n{rows}", encoding="utf-8")

    def unknown(count: int, column: int = 4) -> list[Finding]:
        return [
            finding("UJ662", Place(file, line, column), f"/ratings.wawancara/{line}/gagasann",
                    stage="wawancara", got="gagasann", nearest="gagasan")
            for line in range(3, 3 + count)
        ]  # fmt: skip

    output.tell(ctx, unknown(20))
    said = capsys.readouterr().err.splitlines()
    assert said[0].startswith(f"{file}:2:4: error UJ662 ")
    assert said[1:3] == [
        "    2 | peserta;penguji;isi;gagasann",
        "      |                     ^^^^^^^^",
    ]
    assert said[-1] == "    also in 20 lines: 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, ..."
    output.tell(ctx, unknown(2))  # the slip is in the header, however few the rows
    said = capsys.readouterr().err.splitlines()
    assert said[0].startswith(f"{file}:2:4: error UJ662 ")
    assert said[-1] == "    also in 2 lines: 3, 4"
    # without a header to point at, and of other codes, the first row tells it
    Path(file).unlink()
    output.tell(ctx, unknown(3))
    said = capsys.readouterr().err.splitlines()
    assert (said[0].split(": ")[0], said[-1]) == (f"{file}:3:4", "    also in 2 lines: 4, 5")
    nobody = [
        finding("UJ653", Place(file, line, 1), f"/absences/{line}/candidacy", what="x", got="A99",
                expected="candidates", nearest="")
        for line in (2, 5, 9)
    ]  # fmt: skip
    output.tell(ctx, nobody)
    said = capsys.readouterr().err.splitlines()
    assert (said[0].split(": ")[0], said[-1]) == (f"{file}:2:1", "    also in 2 lines: 5, 9")


def test_what_every_row_of_a_sheet_repeats_is_told_once_in_the_order_of_rows() -> None:
    def at(cell: str, path: str, got: str = "wawancara") -> Finding:
        return finding("UJ661", Place("nilai.xlsx", cell=cell), path, got=got, nearest="")

    rows = [
        at(f"Wawancara!D{row}", f"/ratings.wawancara/{row - 2}/gagasan") for row in range(2, 14)
    ]
    further = [
        at("Wawancara!AA3", "/ratings.wawancara/1/z"),
        at("Wawancara!E3", "/ratings.wawancara/1/y"),
        at("RUANG2", "/ratings.ruang2", "ruang2"),  # a sheet as a whole has no row
    ]
    told = gathered(sorted([*rows, *further], key=lambda each: each.place), Snippets("utf-8"))
    assert [(each.place.cell, more) for each, more in told] == [
        ("RUANG2", ()),
        ("Wawancara!D2", tuple(range(3, 14))),
        ("Wawancara!E3", ()),
        ("Wawancara!AA3", ()),
    ]


def test_a_command_without_json_does_not_promise_it(capsys: pytest.CaptureFixture[str]) -> None:
    bare = click.Context(click.Command("test"))
    bare.meta[LANG] = "id"
    output.tell(bare, many(["error"] * 201))
    assert capsys.readouterr().err.splitlines()[-1] == "... 1 catatan pemeriksaan lagi"


def test_json_says_all(rules: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rules.write_text(RULES + "".join(f"x{n} = 1\n" for n in range(300)), encoding="utf-8")
    assert status_of("check", rules, "--format", "json") == 1
    out, err = capsys.readouterr()
    assert (out.count('"UJ201"'), err) == (301, "")
    assert all(f'"{key}"' in out for key in ("path", "got", "hint", "line", "column"))


@pytest.mark.parametrize("streams", ["stdout", "both"])
@pytest.mark.parametrize(
    "arguments, status",
    [
        (("score", "malang/2024", "examples/malang-2024"), 0),
        (("check", "tests/bad/UJ301.toml"), 1),
        (("explain", "UJ301"), 0),
        (("--help",), 0),
        (("--version",), 0),
    ],
)
def test_a_reader_that_has_seen_enough_is_no_mistake(
    streams: str, arguments: tuple[str, ...], status: int
) -> None:
    root = Path(__file__).resolve().parents[2]
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "ujikom_rules", *arguments],
        cwd=root,
        stdout=write,
        stderr=subprocess.PIPE if streams == "stdout" else write,
        check=False,
    )
    os.close(write)
    assert done.returncode == status
    for word in (b"BrokenPipe", b"Traceback", b"unexpected", b"tidak terduga"):
        assert word not in (done.stderr or b"")


def test_streams_without_a_file_fall_silent_too() -> None:
    output.fall_silent(io.StringIO())
    closed = io.StringIO()
    closed.close()
    output.fall_silent(closed)
    assert closed.closed


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of("--version") == 0
    assert capsys.readouterr().out == f"ujikom {VERSION}\n"
