"""The line under a finding: the carets stand under the token, whatever the line holds."""

import sys
from pathlib import Path
from unicodedata import combining, east_asian_width

import pytest

from ujikom_rules.cli.snippets import WIDEST, Snippets
from ujikom_rules.cli.tokens import cell_at, token_at
from ujikom_rules.errors import Place
from ujikom_rules.reading.library import bundled_folder


def columns(text: str) -> int:
    return sum(0 if combining(s) else 2 if east_asian_width(s) in "WF" else 1 for s in text)


def under(said: list[str]) -> str:
    """What stands above the carets, by columns of the screen."""
    source, carets = said
    start, end = carets.index("^"), len(carets)
    at, found = 0, ""
    for sign in source:
        if start <= at < end:
            found += sign
        at += columns(sign)
    return found


@pytest.mark.parametrize(
    "line, column, token",
    [
        ("cut-scroe = 70", 1, "cut-scroe"),
        ("weight = 30.5  # per cent", 10, "30.5"),
        ("weight=-5", 8, "-5"),
        ("day = 2025-03-25", 7, "2025-03-25"),
        ('title = "A, \\"B\\" C" # x', 9, '"A, \\"B\\" C"'),
        ("title = 'satu dua'", 9, "'satu dua'"),
        ('title = "belum ditutup', 9, '"belum ditutup'),
        ("on = true, x = 1", 6, "true"),
        ("[[stages.criteria]] # c", 1, "[[stages.criteria]]"),
        ("[decision]", 2, "decision"),
        ("a = [1, [2, '] x'], 3] # c", 5, "[1, [2, '] x'], 3]"),
        ("a = [1, # more below", 5, "[1,"),
        ("a = [1,", 5, "[1,"),
        ("s = { lower = 0, upper = 100 }", 5, "{ lower = 0, upper = 100 }"),
        ("s = { lower = 0, upper = 100 }", 26, "100"),
        ("a.b = 1", 3, "b"),
        ('{"value": 85.5, "x": null}', 11, "85.5"),
        ('{"value": 85.5, "x": null}', 22, "null"),
        ("x = “satu”", 5, "“"),
        ("penilaian_é = 1", 1, "penilaian_é"),
    ],
)
def test_a_token_ends_where_its_kind_ends(line: str, column: int, token: str) -> None:
    span = token_at(line, column)
    assert span is not None
    assert line[slice(*span)] == token


def test_at_the_end_of_a_line_something_is_missing_and_in_a_gap_there_is_no_token() -> None:
    assert token_at("weight =", 9) == (8, 9)
    assert token_at("weight = 3", 7) is None
    assert token_at("weight", 20) is None


@pytest.mark.parametrize(
    "line, number, separator, cell",
    [
        ("A01;E1;85,5", 3, ";", "85,5"),
        ("A01, E1 ,85.5", 2, ",", "E1"),
        ('A01,"Ani, S.E.",80', 2, ",", '"Ani, S.E."'),
        ('A01,"kata ""ini"", itu",80', 3, ",", "80"),
        ("A01\tE1\t", 2, "\t", "E1"),
    ],
)
def test_a_cell_is_found_by_its_number(line: str, number: int, separator: str, cell: str) -> None:
    span = cell_at(line, number, separator)
    assert span is not None
    assert line[slice(*span)] == cell


def test_an_empty_cell_has_one_caret_and_a_cell_that_is_not_there_none() -> None:
    assert cell_at("A01;;80", 2, ";") == (4, 5)
    assert cell_at("A01;", 2, ";") == (4, 5)
    assert cell_at("A01;E1", 4, ";") is None


@pytest.mark.parametrize(
    "line, column, token",
    [
        ("weight = 30", 10, "30"),
        ("\tweight\t=\t30", 11, "30"),
        ("a\tb = 'x'", 3, "b"),
        ("title = '評価' # 評価", 9, "'評価'"),
        ("評 = 1", 5, "1"),
        ("t = 'e\u0301' ; x", 5, "'e\u0301'"),
    ],
)
def test_carets_stand_under_the_token(line: str, column: int, token: str, tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text(f"schema = 1\n{line}\n", encoding="utf-8")
    said = Snippets("utf-8").of(Place(str(file), 2, column))
    assert said[0].startswith("2 | ")
    assert under(said) == token


def test_signs_that_a_console_cannot_show_are_written_out_and_counted(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text("a = '\x1b[2J \u202e ✓ – é' ; b = 7\n", encoding="utf-8")
    column = file.read_text(encoding="utf-8").index("7") + 1
    shown, carets = Snippets("cp1252").of(Place(str(file), 1, column))
    assert shown == "1 | a = '\\x1b[2J \\u202e \\u2713 – é' ; b = 7"
    assert carets.index("^") == shown.rindex("7")
    ascii_only = Snippets("ascii").of(Place(str(file), 1, column))
    assert "\\u2013 \\xe9" in ascii_only[0]
    assert under(ascii_only) == "7"


@pytest.mark.parametrize("before, after", [(0, 4000), (4000, 0), (4000, 4000), (90, 90), (60, 0)])
def test_a_long_line_is_cut_around_the_token(before: int, after: int, tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    line = f"{'ab ' * (before // 3)}'tepat'{' cd' * (after // 3)}"
    file.write_text(line, encoding="utf-8")
    said = Snippets("utf-8").of(Place(str(file), 1, 3 * (before // 3) + 1))
    assert under(said) == "'tepat'"
    assert len(said[0]) <= WIDEST + len("1 | ......")
    assert ("... | " in said[0] or said[0].startswith("1 | ...")) is (
        len(line) > WIDEST and before > 60
    )
    assert said[0].endswith("...") is (len(line) > WIDEST and after > 60)


def test_a_long_token_is_cut_too(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text(f"x = '{'a' * 5000}'", encoding="utf-8")
    shown, carets = Snippets("utf-8").of(Place(str(file), 1, 5))
    assert shown.endswith("a...")
    assert len(carets) <= WIDEST + len("1 | ")
    file.write_text(f"x = '{'評' * 70}'", encoding="utf-8")
    assert under(Snippets("utf-8").of(Place(str(file), 1, 5))).startswith("'評評")


def test_a_line_without_a_column_has_no_carets(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text("satu\n\ntiga\n", encoding="utf-8")
    snippets = Snippets("utf-8")
    assert snippets.of(Place(str(file), 3)) == ["3 | tiga"]
    for place in (
        Place(str(file)),
        Place(str(file), 2),
        Place(str(file), 9),
        Place(str(file), 1, 99),
    ):
        assert snippets.of(place) == []
    assert snippets.line(Place(str(file), 1)) == "satu"


def test_a_cell_of_a_csv_stands_by_its_number(tmp_path: Path) -> None:
    file = tmp_path / "ratings.csv"
    file.write_bytes(b'\xef\xbb\xbfpeserta;penguji;nilai\r\nA01;E1;85,5\r\nA02;"E\n1";7\r\n')
    snippets = Snippets("utf-8")
    assert snippets.of(Place(str(file), 2, 3)) == ["2 | A01;E1;85,5", "  |        ^^^^"]
    assert snippets.of(Place(str(file), 1, 1)) == ["1 | peserta;penguji;nilai", "  | ^^^^^^^"]
    assert snippets.of(Place(str(file), 3, 3)) == ['3 | A02;"E']  # the cell is further down


def test_a_csv_inside_a_case_has_cells_too(tmp_path: Path) -> None:
    file = tmp_path / "a.cases.toml"
    file.write_text(
        'x = """satu baris"""\nratings = """\ncandidacy;value\nA01;850\n"""\nweight = 3\n',
        encoding="utf-8",
    )
    snippets = Snippets("utf-8")
    assert under(snippets.of(Place(str(file), 4, 2))) == "850"
    assert under(snippets.of(Place(str(file), 6, 10))) == "3"


def test_what_cannot_be_read_has_no_snippet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    snippets = Snippets()
    (tmp_path / "utf16.toml").write_bytes("schema = 1".encode("utf-16"))
    for name in ("tidak-ada.toml", ".", "utf16.toml", "nol\x00.toml"):
        assert snippets.of(Place(str(tmp_path / name), 1, 1)) == []
    big = tmp_path / "besar.toml"
    big.write_text("schema = 1\n")
    monkeypatch.setattr("ujikom_rules.cli.snippets.LIMIT", 5)
    assert snippets.of(Place(str(big), 1, 1)) == []
    assert Snippets().of(Place("", 1, 1)) == []
    monkeypatch.setattr(sys, "stderr", None)
    assert Snippets().encoding == "utf-8"


def test_a_bundled_ruleset_is_shown_from_anywhere_but_not_in_place_of_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    first = (bundled_folder() / "malang" / "2024.toml").read_text(encoding="utf-8").split("\n")[0]
    place = Place("rulesets/malang/2024.toml", 1)
    assert Snippets("utf-8").of(place) == [f"1 | {first}".rstrip()]
    (tmp_path / "rulesets" / "malang").mkdir(parents=True)
    (tmp_path / "rulesets" / "malang" / "2024.toml").write_text("# lain\n")
    assert Snippets("utf-8").of(place) == []


def test_only_a_cell_of_a_csv_has_a_header(tmp_path: Path) -> None:
    snippets = Snippets("utf-8")
    assert snippets.header(Place("a.json", 3, 4)) is None
    assert snippets.header(Place(str(tmp_path / "tidak-ada.csv"), 3, 4)) is None
    (tmp_path / "a.csv").write_text("; ;\nid;nama\nA01;Ani\n", encoding="utf-8")
    file = str(tmp_path / "a.csv")
    assert snippets.header(Place(file, 3, 2)) == Place(file, 2, 2)
    assert snippets.header(Place(file, 3)) is None


def test_wide_signs_before_the_token_are_cut_by_columns(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text(f"x = '{'評' * 60}', 'tepat'\n", encoding="utf-8")
    column = file.read_text(encoding="utf-8").index("'tepat'") + 1
    said = Snippets("utf-8").of(Place(str(file), 1, column))
    assert under(said) == "'tepat'"
    assert columns(said[0]) <= WIDEST + len("1 | ......")


def test_a_file_is_read_once(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text("satu = 1\n")
    snippets = Snippets("no-such-coding")
    assert snippets.of(Place(str(file), 1)) != []
    file.unlink()
    assert snippets.line(Place(str(file), 1)) == "satu = 1"
