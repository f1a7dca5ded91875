"""Slips at which the reading stops: each is recognised by name, at its line and column."""

from pathlib import Path

import pytest

from ujikom_rules import api
from ujikom_rules.cli.output import finding_lines
from ujikom_rules.cli.snippets import Snippets
from ujikom_rules.errors import Finding, Place
from ujikom_rules.messages import hint_of, text_of
from ujikom_rules.messages.slips import SLIPS
from ujikom_rules.model.entry import Entry
from ujikom_rules.reading.document import read_document

GOOD = "schema = 1\n\n[ruleset] # aturan\n"

# what is written, code, line and column, got, expected
WRITTEN: list[tuple[str, str, tuple[int, int], str, str]] = [
    ("= 5", "UJ101", (1, 1), "= 5", ""),
    ("a == 5", "UJ119", (1, 4), "=", "5"),
    ("x = { a == 0, b = 1 }", "UJ119", (1, 10), "=", "0"),
    ('kind = = "panel" # c', "UJ119", (1, 8), "=", '"panel"'),
    ('kind = ""panel"', "UJ126", (1, 8), 'panel"', '"panel"'),
    ("kind = ''panel'", "UJ126", (1, 8), "panel'", "'panel'"),
    ('x = { a = "PP 17"" b = 1 }', "UJ121", (1, 18), "b", ","),
    ('x = { a = "PP 17"", b = 1 }', "UJ126", (1, 11), '"', '"PP 17"'),
    ("x = { a = 0o, b = 1 }", "UJ145", (1, 11), "0o", ""),
    ('x = "a"" b', "UJ126", (1, 8), '" b', ""),
    ('x = { a = ""b }', "UJ126", (1, 13), "b }", ""),
    ("a..b = 1", "UJ101", (1, 3), ".b = 1", ""),
    ("x = 1\n]", "UJ101", (2, 1), "]", ""),
    ("x = -", "UJ101", (1, 5), "-", ""),
    ("x = " + "!" * 70, "UJ101", (1, 5), "!" * 60 + "…", ""),
    ("[a.", "UJ128", (1, 1), "", ""),
    ("a = 1\nb = 2\na = 3", "UJ102", (3, 1), "a", ""),
    ("x = { a = 1, a = 2 }", "UJ102", (1, 14), "a", ""),
    ("x = { a = {}, a.b = 2 }", "UJ102", (1, 15), "a", ""),
    ("a = 1\n[a]", "UJ102", (2, 2), "a", ""),
    ("a = 1\n[a.b]", "UJ102", (2, 2), "a", ""),
    ("[a.b]\n[a]\nb = 1", "UJ102", (3, 1), "b", ""),
    ("[a.b]\n[a]\nb.c = 1", "UJ102", (3, 1), "b", ""),
    ("weight = 12,5", "UJ103", (1, 10), "12,5", "12.5"),
    ("x = { weight = 12,5 }", "UJ103", (1, 16), "12,5", "12.5"),
    ('x = [\n{ weight = 12,5, id = "a" },\n]', "UJ103", (2, 12), "12,5", "12.5"),
    ("weight = 40%", "UJ104", (1, 10), "40%", "40"),
    ("x = [1, 40,5 %]", "UJ104", (1, 12), "5 %", "5"),
    ("weight = 40,5 % # c", "UJ104", (1, 10), "40,5 %", "40.5"),
    ("weight = 40 persen", "UJ104", (1, 10), "40 persen", "40"),
    ("kind = panel", "UJ105", (1, 8), "panel", '"panel"'),
    ("title = Uji, JPT # c", "UJ105", (1, 9), "Uji, JPT", '"Uji, JPT"'),
    ('x = ["a", b]', "UJ105", (1, 11), "b", '"b"'),
    ("x = { id = a, w = 1 }", "UJ105", (1, 12), "a", '"a"'),
    ("title = 2025 mutasi", "UJ105", (1, 9), "2025 mutasi", '"2025 mutasi"'),
    ("x = 25 kursi 2025", "UJ105", (1, 5), "25 kursi 2025", '"25 kursi 2025"'),
    ('title = Kota Salah"', "UJ143", (1, 9), 'Kota Salah"', '"Kota Salah"'),
    ("x = [a', 1]", "UJ143", (1, 6), "a'", '"a"'),
    ("title = “Uji kompetensi”", "UJ106", (1, 9), "“", '"Uji kompetensi"'),
    ('title = "Uji”', "UJ106", (1, 9), "”", '"Uji"'),
    ("title = “Uji", "UJ106", (1, 9), "“", '"'),
    ('title = “Uji "jabatan" 2025”', "UJ106", (1, 9), "“", '"Uji \\"jabatan\\" 2025"'),
    ('x = [“a", “b"]', "UJ106", (1, 6), "“", '"a"'),
    ("“weight” = 1", "UJ106", (1, 1), "“", '"weight"'),
    ("x = ya", "UJ107", (1, 5), "ya", "true"),
    ("x = Tidak", "UJ107", (1, 5), "Tidak", "false"),
    ("x = benar", "UJ107", (1, 5), "benar", "true"),
    ("x = { a = salah }", "UJ107", (1, 11), "salah", "false"),
    ("x = True", "UJ107", (1, 5), "True", "true"),
    ("x = 25-03-2025", "UJ108", (1, 5), "25-03-2025", "2025-03-25"),
    ("x = 25/03/2025", "UJ108", (1, 5), "25/03/2025", "2025-03-25"),
    ("x = 2025/3/5", "UJ108", (1, 5), "2025/3/5", "2025-03-05"),
    ("x = 5 Agustus 2025", "UJ108", (1, 5), "5 Agustus 2025", "2025-08-05"),
    ("x = 25/03/2025 08:00", "UJ108", (1, 5), "25/03/2025 08:00", "2025-03-25"),
    (
        "x = 5 Agustus 2025 pukul 08.30 WIB",
        "UJ108",
        (1, 5),
        "5 Agustus 2025 pukul 08.30 WIB",
        "2025-08-05",
    ),
    ("x = 1\ncut score = 70", "UJ109", (2, 1), "cut score", "cut-score"),
    ("[stages. Rekam jejak]", "UJ109", (1, 2), "stages. Rekam jejak", "stages.rekam-jejak"),
    ("[Rekam jejak]", "UJ109", (1, 2), "Rekam jejak", "rekam-jejak"),
    ("[s]\na=1\n[s]", "UJ112", (3, 2), "[s]", "[[s]]"),
    ("[s]\n[[s]]", "UJ112", (2, 3), "[[s]]", "[[s]]"),
    ("[[s]]\n[s] # c", "UJ112", (2, 2), "[s]", "[[s]]"),
    ("a.b = 1\n[a]", "UJ112", (2, 2), "[a]", "[[a]]"),
    ("[[s.c]]\n[[s]]", "UJ112", (2, 3), "[[s]]", "[[s]]"),
    ("[[stges]]\n[[stages.c]]\n[[stages]]", "UJ141", (1, 3), "[[stges]]", "[[stages]]"),
    ("[[s]]\nc = [{}]\n[[s.c]]\nid = 1", "UJ113", (3, 5), "c", "[[s.c]]"),
    ("weight = 05", "UJ114", (1, 10), "05", "5"),
    ("weight = -007.5", "UJ114", (1, 10), "-007.5", "-7.5"),
    ("weight = 00.5", "UJ114", (1, 10), "00.5", "0.5"),
    ("x = 1.000.000", "UJ115", (1, 5), "1.000.000", "1000000"),
    ("x = 1.000,50", "UJ115", (1, 5), "1.000,50", "1000.50"),
    ("x = 1,000,000", "UJ115", (1, 5), "1,000,000", "1000000"),
    ("x = 1,000.50", "UJ115", (1, 5), "1,000.50", "1000.50"),
    ("w = 1/3", "UJ116", (1, 5), "1/3", '"1/3"'),
    ("w = 1 / 3", "UJ116", (1, 5), "1 / 3", '"1/3"'),
    ('x = "abc', "UJ117", (1, 5), '"abc', '"abc"'),
    ("x = ['abc\n]", "UJ117", (1, 6), "'abc", "'"),
    ('a = 1\nx = """abc\n\n', "UJ117", (2, 5), '"""abc', '"""'),
    ('x = """\nabc\ny = """\ndef\n"""', "UJ117", (1, 5), 'x = """', '"""'),
    ("a = 1\nx = '''\nabc\n y='''d,e\n'''", "UJ117", (2, 5), "x = '''", "'''"),
    ('x = """\nabc""" def', "UJ126", (2, 8), "def", ""),
    ('"weight = 1', "UJ117", (1, 1), '"weight = 1', '"weight"'),
    ("x = { a = 1", "UJ118", (1, 5), "", "{ a = 1 }"),
    ("x = { a = 1\nb = 2 }", "UJ118", (1, 5), "", ""),
    ("x = [\n{ a = 1,\n{ a = 2 },\n]", "UJ118", (2, 1), "", "{ a = 1 }"),
    ("x = [ { a = 1 ]", "UJ118", (1, 7), "", "{ a = 1 }"),
    ("x = { a = 1,\n[decision]", "UJ118", (1, 5), "", ""),
    ("x = # c", "UJ119", (1, 5), "", ""),
    ("x =", "UJ119", (1, 4), "", ""),
    ("x = [1,,2]", "UJ119", (1, 8), "", ""),
    ("x = { a = }", "UJ119", (1, 11), "", ""),
    ("x = null", "UJ119", (1, 5), "null", ""),
    ("weight: 40", "UJ120", (1, 1), "weight", "weight = 40"),
    ("weight 40", "UJ120", (1, 1), "weight", "weight = 40"),
    ("weight", "UJ120", (1, 1), "weight", "weight = …"),
    ('x = { "a" }', "UJ120", (1, 7), '"a"', '"a" = …'),
    ('x = ["a" "b"]', "UJ121", (1, 10), '"b"', ""),
    ("x = [\n{ a = 1 }\n{ a = 2 }]", "UJ121", (3, 1), "{", ""),
    ("x = { a = 1 b = 2 }", "UJ121", (1, 13), "b", ""),
    ('x = "C:\\Users"', "UJ122", (1, 8), "\\U", ""),
    ('"a\\q" = 1', "UJ122", (1, 3), "\\q", ""),
    ('x = "a\\n\\q"', "UJ122", (1, 9), "\\q", ""),
    ('x = "\\uD800"', "UJ122", (1, 6), "\\u", ""),
    ('"\\', "UJ117", (1, 1), '"\\', '"'),
    ("x = 2025-02-30", "UJ123", (1, 5), "2025-02-30", ""),
    ("x = 31/02/2025", "UJ123", (1, 5), "31/02/2025", ""),
    ("x = 2025-02-30 08:00:00", "UJ123", (1, 5), "2025-02-30 08:00:00", ""),
    ("x = 40\u00a0", "UJ124", (1, 7), "U+00A0", ""),
    ("\u200bx = 1", "UJ124", (1, 1), "U+200B", ""),
    ("# c\x01", "UJ124", (1, 4), "U+0001", ""),
    ("each = { step = 0.5\nx = 1", "UJ118", (1, 8), "", "{ step = 0.5 }"),
    ("each = { s = { step = 0.5 }\nx = [", "UJ118", (1, 8), "", ""),
    ("each = { on = true\nx = 1", "UJ118", (1, 8), "", "{ on = true }"),
    ("w = .5", "UJ125", (1, 5), ".5", "0.5"),
    ("w = 5.", "UJ125", (1, 5), "5.", "5.0"),
    ("weight = 40,", "UJ126", (1, 12), ",", ""),
    ("a = 1 b = 2", "UJ126", (1, 7), "b = 2", ""),
    ('x = "a "b" c"', "UJ126", (1, 9), 'b" c"', ""),
    ("x = [1]]", "UJ126", (1, 8), "]", ""),
    ("[stages] x = 1", "UJ126", (1, 10), "x = 1", ""),
    ("opd/asisten = 1", "UJ127", (1, 1), "opd/asisten", '"opd/asisten"'),
    ("[a/b.c]", "UJ127", (1, 2), "a/b", '"a/b"'),
    ("x = { é = 1 }", "UJ127", (1, 7), "é", '"é"'),
    ("x = [1, 2\ny = 3", "UJ128", (1, 5), "", "[1, 2]"),
    ("x = [1, 2,\ny = 3", "UJ128", (1, 5), "", "[1, 2,]"),
    ("x = [1,\n[decision]\na = 1", "UJ128", (1, 5), "", ""),
    ("x = [1, 2", "UJ128", (1, 5), "", "[1, 2]"),
    ("x = { a = [1, }", "UJ128", (1, 11), "", "[1,]"),
    ("[[stages]", "UJ128", (1, 1), "", "[[stages]]"),
    ("[stages", "UJ128", (1, 1), "", "[stages]"),
    ("[stages]]", "UJ128", (1, 1), "", "[[stages]]"),
    ("[[stages]]]", "UJ128", (1, 1), "", "[[stages]]"),
    ("[decision]]\n[a]\n[decision]", "UJ128", (1, 1), "", "[decision]"),
    ("a = true\n\n[[stages]", "UJ128", (3, 1), "", "[[stages]]"),
    ("decision]", "UJ144", (1, 1), "decision]", "[decision]"),
    ("[[open]]\nopen]] # c", "UJ144", (2, 1), "open]]", "[[open]]"),
    ('x = id = "X", n = 1 } # c', "UJ144", (1, 5), 'id = "X", n = 1 }', '{ id = "X", n = 1 }'),
    ('x = [\n id = "a", w = 4 },\n]', "UJ144", (2, 2), 'id = "a", w = 4 }', '{ id = "a", w = 4 }'),
    ('x = id = "X"', "UJ144", (1, 5), 'id = "X"', ""),
    ('x = "a", "b"]', "UJ144", (1, 5), '"a", "b"]', '["a", "b"]'),
    ('x = "a"]', "UJ144", (1, 5), '"a"]', '["a"]'),
    ("x = { to = 0, 100], a = 1 }", "UJ144", (1, 12), "0, 100]", "[0, 100]"),
    ('x = { a = "b", "c"] }', "UJ144", (1, 11), '"b", "c"]', '["b", "c"]'),
    (
        "x = { a = 1 }, { a = 2 }]",
        "UJ144",
        (1, 5),
        "{ a = 1 }, { a = 2 }]",
        "[{ a = 1 }, { a = 2 }]",
    ),
    ("x = [[0, 1], 2, 3], [4, 5]]", "UJ144", (1, 17), "3], [4, 5]]", ""),
    ('x = # c\n  "a",\n]', "UJ144", (1, 5), '"a",', "["),
    ("x = [ 1, 2 }", "UJ128", (1, 5), "", "[ 1, 2 ]"),
    ("x = { a = { b = 1, c = 2 }", "UJ118", (1, 5), "", ""),
    ("x = { from = [0, 100, to = [0, 1] }", "UJ128", (1, 14), "", "[0, 100]"),
    ('x = { id = "a, b, en = "c" }', "UJ117", (1, 12), '"a, b, en = "c" }', '"a, b"'),
    ('x = ["a, "b"]', "UJ117", (1, 6), '"a, "b"]', '"a"'),
    ('x = { "a = 1, "b" = 2 }', "UJ117", (1, 7), '"a = 1, "b" = 2 }', '"a"'),
    ("x = 'a\"", "UJ117", (1, 5), "'a\"", "'a'"),
    ('x = { id = a, b", en = "c" }', "UJ143", (1, 12), 'a, b"', '"a, b"'),
    ('version = 1.0"', "UJ143", (1, 11), '1.0"', '"1.0"'),
    ('a" = 1', "UJ143", (1, 1), 'a"', '"a"'),
    ('x = "D:\\"', "UJ122", (1, 8), '\\"', ""),
    ('x = { y ["a"] }', "UJ120", (1, 7), "y", 'y = ["a"]'),
    ("x := 5", "UJ120", (1, 1), "x", "x = 5"),
    ("x = { a: 1, b: 2 }", "UJ120", (1, 7), "a", "a = 1"),
    ("weight: 12,5", "UJ120", (1, 1), "weight", "weight = 12.5"),
    ("kind: panel utama", "UJ120", (1, 1), "kind", 'kind = "panel utama"'),
    ("a = 2025-03-25\nBobot panel saja", "UJ120", (2, 1), "Bobot", ""),
    ("x = flase", "UJ107", (1, 5), "flase", "false"),
    ("x = 7O", "UJ145", (1, 5), "7O", "70"),
    ("x = 1l.O5", "UJ145", (1, 5), "1l.O5", "11.05"),
    ("x = 70 // nilai batas", "UJ126", (1, 8), "// nilai batas", "# nilai batas"),
    ("x = 70 (batas)", "UJ126", (1, 8), "(batas)", ""),
    ("x = 70;", "UJ126", (1, 7), ";", ""),
    ('x = ["a"; "b"]', "UJ126", (1, 9), ";", ","),
    ("x = true foo", "UJ126", (1, 10), "foo", ""),
    ("x = 1 2", "UJ126", (1, 7), "2", ""),
    ("x = [\n true\n foo\n]", "UJ121", (3, 2), "foo", ""),
    ("a = 0.5\ncut–score = 70", "UJ127", (2, 1), "cut–score", "cut-score"),
    ("b = 0.5\nnilai batas = 72.5", "UJ109", (2, 1), "nilai batas", "nilai-batas"),
    ("a = 2025-03-25T07:30:00\n[[staged = 1", "UJ101", (2, 10), "= 1", ""),
    ("[stages]\na = 1\n[[stages]]", "UJ112", (1, 2), "[stages]", "[[stages]]"),
    ("\n[s]\n[[s]]\n[[s]]", "UJ112", (2, 2), "[s]", "[[s]]"),
    (
        "[[s]]\n[[s.crieria]]\n[s.criteria.v]\n[[s.criteria]]",
        "UJ141",
        (2, 5),
        "[[s.crieria]]",
        "[[s.criteria]]",
    ),
]


def read(text: str | bytes) -> tuple[Entry | None, tuple[Finding, ...]]:
    return read_document(text, "kota.toml")


@pytest.mark.parametrize("written, code, at, got, expected", WRITTEN)
def test_slips(written: str, code: str, at: tuple[int, int], got: str, expected: str) -> None:
    root, findings = read(written)
    assert root is None
    (slip,) = findings
    assert (slip.code, slip.place) == (code, Place("kota.toml", *at))
    assert (slip.args.get("got", ""), slip.args.get("expected", "")) == (got, expected)
    assert "belum diperiksa" in text_of(slip, "id")
    assert "not been checked yet" in text_of(slip, "en")


def test_a_slip_is_found_behind_a_good_part_with_windows_line_ends() -> None:
    _, findings = read((GOOD + "[ranking]\nmethod = dense\n").replace("\n", "\r\n").encode())
    assert [(f.code, str(f.place)) for f in findings] == [("UJ105", "kota.toml:5:10")]


@pytest.mark.parametrize(
    "written, first",
    [
        ("a = 1\nb = 2\na = 3", (1, 1)),
        ("[s]\na=1\n[s]", (1, 2)),
        ("[[s]]\n[s]", (1, 3)),
        ("[[s]]\nc = [{}]\n[[s.c]]", (2, 1)),
    ],
)
def test_what_stands_twice_shows_the_first_place(written: str, first: tuple[int, int]) -> None:
    assert read(written)[1][0].related == (Place("kota.toml", *first),)


def test_a_heading_that_is_told_first_shows_the_other_one() -> None:
    (found,) = read("[stages]\n[[stages]]")[1]
    assert found.related == (Place("kota.toml", 2, 3),)


@pytest.mark.parametrize(
    "written, heading, at",
    [
        ("[[ruleset]]\nid = 'a/b'", "[ruleset]", (1, 1)),
        (
            "[[stages]]\nid = 'a'\nkind = 'panel'\n[[stages.scale]]\nlower = 0",
            "[stages.scale]",
            (4, 1),
        ),
    ],
)
def test_a_heading_with_brackets_too_many_is_written_as_it_should_be(
    written: str, heading: str, at: tuple[int, int]
) -> None:
    findings = api.check(api.parse_ruleset(written, file="kota.toml"), plugins={})
    (found,) = [each for each in findings if each.code == "UJ203"]
    assert found.place == Place("kota.toml", *at)
    assert heading in text_of(found, "id")


def test_a_finding_of_an_endless_line_keeps_a_console_line_of_it() -> None:
    (found,) = read(f"title = {'Uji ' * 10_000}")[1]
    assert found.code == "UJ105"
    assert all(len(each) <= 240 for each in found.args.values())
    assert hint_of(found, "en") == "write it between quotation marks"


def test_every_slip_of_the_register_is_written_above() -> None:
    assert {case[1] for case in WRITTEN} == {message.code for message in SLIPS}


# what is written, and all of it that is wrong
UNDERLINED: list[tuple[str, str]] = [
    ("a == 5", "= 5"),
    ("a = 1\nb = 2\ncut-score = 3\ncut-score = 75", "cut-score"),
    ("cut-score = 12,5", "12,5"),
    ("x = { weight = 72,5 }", "72,5"),
    ("cut-score = -12,5 # c", "-12,5"),
    ("weight = 85%", "85%"),
    ("weight = 85 %", "85 %"),
    ("x = { weight = 40,5 persen, a = 1 }", "40,5 persen"),
    ("aggregation = weighted-mean", "weighted-mean"),
    ("title = Uji kompetensi, JPT # c", "Uji kompetensi, JPT"),
    ("x = { title = Uji kompetensi, a = 1 }", "Uji kompetensi"),
    (f"title = Uji {'kompetensi ' * 6}2025 # c", f"Uji {'kompetensi ' * 6}2025"),
    ("title = “Uji kompetensi”", "“Uji kompetensi”"),
    ("x = { title = ‘Uji’, a = 1 }", "‘Uji’"),
    ('title = "Uji kompetensi”', '"Uji kompetensi”'),
    ('title = “Uji kompetensi"', '“Uji kompetensi"'),
    ("title = “Uji kompetensi", "“Uji kompetensi"),
    ("amends = ya", "ya"),
    ("x = { amends = Tidak }", "Tidak"),
    ("from = 25/03/2025", "25/03/2025"),
    ("x = { from = 25-03-2025 08:00 }", "25-03-2025 08:00"),
    ("from = 5 Agustus 2025 pukul 08.30 WIB # c", "5 Agustus 2025 pukul 08.30 WIB"),
    ("cut score = 70", "cut score"),
    ("[Rekam jejak]", "Rekam jejak"),
    ("[stages]\na = 1\n[stages]", "stages"),
    ("[[stges]]\n[[stages.c]]\n[[stages]]", "stges"),
    ("[[s]]\ncriteria = [{}]\n[[s.criteria]]", "criteria"),
    ("cut-score = 070", "070"),
    ("cut-score = -007.5", "-007.5"),
    ("x = 1.000.000", "1.000.000"),
    ("x = 1.000,50", "1.000,50"),
    ("x = 1,000.50", "1,000.50"),
    ("x = 200/3", "200/3"),
    ("x = 1 / 3", "1 / 3"),
    ('title = "Uji kompetensi', '"Uji kompetensi'),
    ('value = { use = "linear", from = [0, 100]', '{ use = "linear", from = [0, 100]'),
    ("x = null", "null"),
    ("weight: 40", "weight: 40"),
    ('x = ["satu" "dua tiga"]', '"dua tiga"'),
    ('x = [{ id = "a" } { id = "b" }]', '{ id = "b" }'),
    ('source = "D:\\peraturan"', "\\p"),
    ("x = 2025-02-30", "2025-02-30"),
    ("x = 31 Februari 2025", "31 Februari 2025"),
    ("x = 31/02/2025 08:00", "31/02/2025 08:00"),
    ("x = .5", ".5"),
    ("x = 70.", "70."),
    ('cut-score = 70, compare = "rounded"', ', compare = "rounded"'),
    ('x = "a "b" c"', 'b" c"'),
    ("pangkat/golongan = 1", "pangkat/golongan"),
    ('needs = ["rekam-jejak"', '["rekam-jejak"'),
    ("[[stages]", "[[stages]"),
    ('title = Kota Salah"', 'Kota Salah"'),
    ("from = { x = 2025-03-25 07:30 }", "2025-03-25 07:30"),
    ("from = 2025-03-25 07:30:00", "2025-03-25 07:30:00"),
    ("x = 70_000", "70_000"),
]


def carets(text: str, folder: Path) -> tuple[str, str]:
    """The line of the one finding of a text as it is shown, and the line of carets beneath."""
    file = folder / "kota.toml"
    file.write_text(text, encoding="utf-8")
    (found,) = read_document(text, str(file))[1]
    shown, marks = finding_lines(found, "id", Snippets("utf-8"))[1:3]
    return shown.partition(" | ")[2], marks.partition(" | ")[2]


@pytest.mark.parametrize("written, wrong", UNDERLINED)
def test_the_whole_of_what_is_wrong_is_underlined(written: str, wrong: str, tmp_path: Path) -> None:
    line, marks = carets(written, tmp_path)
    assert len(marks.strip()) == len(wrong)
    assert line[len(marks) - len(wrong) : len(marks)] == wrong


def test_a_sign_that_cannot_be_seen_is_shown_and_underlined(tmp_path: Path) -> None:
    assert carets("cut-score =\u00a070", tmp_path) == ("cut-score =\\xa070", "           ^^^^")
    assert carets("cut-score = 7\u200b0", tmp_path) == ("cut-score = 7\\u200b0", " " * 13 + "^" * 6)
