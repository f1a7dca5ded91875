"""Reading a text: values, places, paths, and every finding at its line and column."""

import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from ujikom_rules.errors import Finding, Place
from ujikom_rules.messages import LANGS, REGISTER, files, hint_of, page_of, text_of, toml
from ujikom_rules.messages.slips import SLIPS
from ujikom_rules.model.entry import Entry
from ujikom_rules.reading.document import read_document, read_document_file

RULESET = """\
schema = 1
[ruleset]
id = "kota/2025"
effective = { from = 2025-03-25 }
[decision]
cut-score = 72.50
classifier.lower = { "belum sesuai" = 0 }
[[stages]]
id = "wawancara"
open = true
[[stages.criteria]]
id = "integritas"
weight = 40
[[stages]]
weight = "1/3"
criteria = [
  { id = "naskah", weight = 30 },
  { id = { id = "x" }, weight = 70 },
]
"""

# what is written, code, line and column, path, got; the rest of the text is read all the same
REFUSED: list[tuple[str, str, tuple[int, int], str, str]] = [
    ("[t]\nx = {\na = 1,\nb = 2\n}", "UJ110", (2, 5), "t.x", ""),
    ("x = { a = 1, }", "UJ111", (1, 12), "x", ""),
    ('x = ["a\\e\\\\e"]', "UJ130", (1, 8), "x.0", "\\e"),
    ('x = """\n\\x41"""', "UJ130", (2, 1), "x", "\\x"),
    ('"a\\e" = 1', "UJ130", (1, 3), "", "\\e"),
    ("x = 07:30", "UJ131", (1, 5), "x", "07:30"),
    ("x = 1979-05-27 07:32Z", "UJ131", (1, 5), "x", "1979-05-27 07:32Z"),
    ("x = 07:30:00", "UJ132", (1, 5), "x", "07:30:00"),
    ("x = 1979-05-27T07:32:00Z", "UJ132", (1, 5), "x", "1979-05-27T07:32:00Z"),
    ("x = { a = -nan }", "UJ133", (1, 11), "x.a", "-nan"),
    ("x = inf", "UJ133", (1, 5), "x", "inf"),
    ("x = 1e99", "UJ134", (1, 5), "x", "1e99"),
    ("x = 1e00000001", "UJ134", (1, 5), "x", "1e00000001"),
    ("x = 1" + "0" * 60, "UJ134", (1, 5), "x", "1" + "0" * 59 + "…"),
    ("x = 1_000", "UJ135", (1, 5), "x", "1_000"),
    ("x = 1_0.5", "UJ135", (1, 5), "x", "1_0.5"),
]

# texts beyond the bounds, of which nothing is read
BEYOND: list[tuple[str, str, int, int]] = [
    ("a = 1\nx = " + "[" * 5000 + "]" * 5000, "UJ140", 2, 105),
    ("x = " + "{a=" * 5000 + "1" + "}" * 5000, "UJ140", 1, 303),
    ("a." * 5000 + "b = 1", "UJ140", 1, 201),
    ("[" + "a." * 5000 + "b]", "UJ140", 1, 202),
    ("[" + "a." * 99 + "b]\nc = 1\n", "UJ140", 2, 1),
    ("x = 1\ny = " + "1" * 5000, "UJ134", 2, 5),
]


def read(text: str | bytes, **more: Any) -> tuple[Entry | None, tuple[Finding, ...]]:
    return read_document(text, "kota.toml", **more)


def by_path(root: Entry | None) -> dict[str, Entry]:
    assert root is not None
    return {entry.path: entry for entry in root.walk()}


def test_values_with_places_and_paths() -> None:
    root, findings = read(RULESET)
    assert findings == ()
    found = by_path(root)
    assert {path: (str(e.place), e.data) for path, e in found.items() if e.kind() != "table"} == {
        "schema": ("kota.toml:1:10", 1),
        "ruleset.id": ("kota.toml:3:6", "kota/2025"),
        "ruleset.effective.from": ("kota.toml:4:22", date(2025, 3, 25)),
        "decision.cut-score": ("kota.toml:6:13", Fraction(145, 2)),
        'decision.classifier.lower."belum sesuai"': ("kota.toml:7:39", 0),
        "stages": ("kota.toml:8:1", found["stages"].items()),
        "stages.wawancara.id": ("kota.toml:9:6", "wawancara"),
        "stages.wawancara.open": ("kota.toml:10:8", True),
        "stages.wawancara.criteria": ("kota.toml:11:1", found["stages.wawancara.criteria"].data),
        "stages.wawancara.criteria.integritas.id": ("kota.toml:12:6", "integritas"),
        "stages.wawancara.criteria.integritas.weight": ("kota.toml:13:10", 40),
        "stages.1.weight": ("kota.toml:15:10", "1/3"),
        "stages.1.criteria": ("kota.toml:16:12", found["stages.1.criteria"].data),
        "stages.1.criteria.naskah.id": ("kota.toml:17:10", "naskah"),
        "stages.1.criteria.naskah.weight": ("kota.toml:17:29", 30),
        "stages.1.criteria.1.id.id": ("kota.toml:18:17", "x"),
        "stages.1.criteria.1.weight": ("kota.toml:18:33", 70),
    }
    keys = {path: (e.key_place.line, e.key_place.column) for path, e in found.items()}
    assert keys["decision.classifier"] == (7, 1)
    assert keys["decision.classifier.lower"] == (7, 12)
    assert keys["stages.wawancara.criteria"] == (11, 10)
    assert keys["stages.1"] == (14, 1)
    assert keys["stages.1.criteria.naskah"] == (17, 3)
    assert all(entry.source is None for entry in found.values())


def test_numbers_are_exact_and_whole_numbers_stay_whole() -> None:
    root, findings = read("a = 0.1\nb = 1\nc = -1.50e1\nd = 1" + "0" * 59 + "\ne = 0xFF\nf = 2e0")
    assert findings == ()
    assert {path: e.data for path, e in by_path(root).items() if path} == {
        "a": Fraction(1, 10), "b": 1, "c": Fraction(-15), "d": 10**59, "e": 255, "f": Fraction(2),
    }  # fmt: skip
    assert isinstance(by_path(root)["b"].data, int)
    assert isinstance(by_path(root)["f"].data, Fraction)


@pytest.mark.parametrize("text", [RULESET, RULESET.encode(), b"\xef\xbb\xbf" + RULESET.encode()])
def test_bytes_byte_order_mark_and_line_ends_make_no_difference(text: str | bytes) -> None:
    expected = {path: e.place for path, e in by_path(read(RULESET)[0]).items()}
    if isinstance(text, bytes):
        assert {p: e.place for p, e in by_path(read(text)[0]).items()} == expected
        text = text.replace(b"\n", b"\r\n")
    else:
        text = "\ufeff" + text.replace("\n", "\r\n")
    root, findings = read(text)
    assert findings == ()
    assert {p: e.place for p, e in by_path(root).items()} == expected


def test_an_empty_text_is_an_empty_table() -> None:
    root, findings = read("")
    assert root is not None
    assert (root.data, root.path, str(root.place), findings) == ({}, "", "kota.toml:1:1", ())


def test_odd_names_are_quoted_and_endless_ones_cut_in_paths() -> None:
    text = '"a.b" = [{ id = "x y" }, { id = "" }]\n' + "k" * 300 + " = 1\n"
    paths = set(by_path(read(text)[0]))
    assert {'"a.b"."x y".id', '"a.b"."".id', f'"{"k" * 200}…"'} <= paths
    deep = ".".join([*("n" * 150 for _ in range(20)), "x"])
    assert max(len(path) for path in by_path(read(f"{deep} = 1")[0])) < 1300


@pytest.mark.parametrize("written, code, at, path, got", REFUSED)
def test_refused(written: str, code: str, at: tuple[int, int], path: str, got: str) -> None:
    root, findings = read(written + "\nlast = 1\n")
    (found,) = findings
    assert (found.code, found.place) == (code, Place("kota.toml", *at))
    assert (found.path, found.args["got"]) == (path, got)
    assert [e.data for p, e in by_path(root).items() if p.endswith("last")] == [1]
    assert hint_of(found, "id")


@pytest.mark.parametrize("written", ["07:30:00", "inf", "1_0", "1e99"])
def test_a_refused_value_leaves_an_entry_without_data(written: str) -> None:
    root, _ = read(f"x = {written}\n")
    assert by_path(root)["x"].data is None


def test_every_refusal_is_said_in_one_run() -> None:
    _, findings = read("a = nan\nb = { c = 1, }\nd = [1_0, 07:30:00]")
    assert sorted((f.place.line, f.code) for f in findings) == [
        (1, "UJ133"), (2, "UJ111"), (3, "UJ132"), (3, "UJ135"),
    ]  # fmt: skip


@pytest.mark.parametrize("written, code, line, column", BEYOND)
def test_beyond_the_bounds(written: str, code: str, line: int, column: int) -> None:
    root, findings = read(written)
    assert root is None
    assert [(f.code, f.place) for f in findings] == [(code, Place("kota.toml", line, column))]


@pytest.mark.parametrize(
    "content, code, line, column, got",
    [
        ("a = 'x'\nb = 'Rencéna'\n".encode("cp1252"), "UJ003", 2, 10, "é"),
        (b"\xef\xbb\xbfx = '\xff'", "UJ003", 1, 6, "ÿ"),
        ("x = 1\ny = '\ud800'", "UJ003", 2, 6, "U+D800"),
        ("x = 1\n".encode("utf-16"), "UJ004", 1, 1, ""),
        ("x = 1\n".encode("utf-16-be"), "UJ004", 1, 1, ""),
        ("x = 1\n".encode("utf-16-le"), "UJ004", 1, 1, ""),
    ],
)
def test_encodings(content: str | bytes, code: str, line: int, column: int, got: str) -> None:
    root, (found,) = read(content)
    assert root is None
    assert (found.code, found.place) == (code, Place("kota.toml", line, column))
    assert found.args.get("got", "") == got
    assert "UTF-8" in hint_of(found, "id")


def test_the_limit_counts_bytes() -> None:
    assert read("x = 'é'", limit=8)[1] == read("x = 'é'".encode(), limit=8)[1] == ()
    for text in ("x = 'é'", "x = 'é'".encode()):
        root, (found,) = read(text, limit=7)
        assert root is None
        assert (found.code, found.place) == ("UJ002", Place("kota.toml"))
        assert "7 byte" in text_of(found, "id")


def test_a_file_is_read_with_its_path_in_the_places(tmp_path: Path) -> None:
    path = tmp_path / "kota.toml"
    path.write_bytes(b"\xef\xbb\xbfschema = 1\r\n")
    root, findings = read_document_file(path)
    assert findings == ()
    assert by_path(root)["schema"].place == Place(str(path), 1, 10)


def test_wrong_files(tmp_path: Path) -> None:
    big = tmp_path / "besar.toml"
    big.write_bytes(b"x = 1\n" * 2)
    for path, code in [
        (tmp_path / "tidak-ada.toml", "UJ001"),
        (big / "di-dalam.toml", "UJ001"),
        (big, "UJ002"),
        (tmp_path, "UJ006"),
        (tmp_path / "nol\0.toml", "UJ007"),
    ]:
        root, (found,) = read_document_file(path, limit=11)
        assert root is None
        assert (found.code, found.place) == (code, Place(str(path)))
        assert code == "UJ002" or path.name in text_of(found, "id")


def test_a_file_that_is_open_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "kota.toml"
    path.write_bytes(b"")

    def locked(*_: object, **__: object) -> None:
        raise PermissionError(13, "locked")

    monkeypatch.setattr(Path, "open", locked)
    root, (found,) = read_document_file(path)
    assert root is None
    assert (found.code, found.place) == ("UJ005", Place(str(path)))


def test_every_code_of_these_registers_has_a_text_that_triggers_it() -> None:
    shown = {case[1] for case in REFUSED} | {case[1] for case in BEYOND}
    assert shown == {message.code for message in set(toml.MESSAGES) - set(SLIPS)}
    assert {message.code for message in files.MESSAGES} == {f"UJ00{n}" for n in range(1, 8)}


@pytest.mark.parametrize("message", [*files.MESSAGES, *toml.MESSAGES], ids=lambda m: str(m.code))
def test_texts_speak_to_officers(message: Any) -> None:
    assert REGISTER[message.code] is message
    assert "UJ001" <= message.code <= "UJ199"
    parser_words = (
        "token|array|inline|tabel|table|pars|string|syntax|sintaks|boolean|integer|float|literal"
        "|decod|escape|unicode escape|null|exception|temuan"
    )
    for lang in LANGS:
        texts = [message.text, message.why, *([message.hint] if message.hint else [])]
        for text in texts:
            said = text.say(lang)
            assert not re.search(parser_words, said, re.IGNORECASE), said
            assert said[0].isupper() is (text is message.why)  # a page of its own, or half a line
            fields: Mapping[str, str] = {
                "got": "x", "expected": "y", "nearest": "z", "written": "w", "before": "v",
            }  # fmt: skip
            assert "{" not in said.format_map(fields)
        assert message.code in page_of(message.code, lang)
