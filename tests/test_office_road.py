"""The office's road, walked through the real commands: a form out, marks in, results and papers out.

It begins in an empty folder with the people of an example; whoever fills in the forms knows only
what stands in them. What comes out must be what the example itself gives.
"""

import json
import re
import shutil
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import ujikom_rules as ujikom
from tests.filled_forms import Key, columns_in, filled, marks_of, put
from ujikom_rules.cli import main
from ujikom_rules.model.scoresheet import Rating, Scoresheet
from ujikom_rules.office.forms.rows import rows_of
from ujikom_rules.planned import Plan
from ujikom_rules.reading.workbooks.headers import column_of_name

EXAMPLES = Path(__file__).parents[1] / "examples"
CITIES = {"malang/2024": "malang-2024", "kendari/2025": "kendari-2025"}
PANEL = ["E1", "E2", "E3", "E4", "E5"]
NOWHERE = ("file", "line", "column", "cell", "path", "related")  # where a finding stands


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: object) -> int:
    with pytest.raises(SystemExit) as left:
        main([*map(str, words), "--lang", "id"])
    return int(left.value.code or 0)


def city(name: str) -> tuple[Plan, Scoresheet]:
    return ujikom.plan(name), ujikom.read_scoresheet(EXAMPLES / CITIES[name])


def people_of(name: str) -> Path:
    """The example's people in a folder here, without any mark."""
    here = Path("peserta")
    shutil.copytree(EXAMPLES / CITIES[name], here, ignore=shutil.ignore_patterns("ratings*"))
    return here


def sheets_in(book: openpyxl.Workbook) -> dict[str, Any]:
    """The sheets of a form by the tables that they hold; marking sheets are left out."""
    found = {}
    for name, defined in book.defined_names.items():
        column = column_of_name(name)
        if column is not None and not column[1]:
            found[column[0]] = book[next(iter(defined.destinations))[0]]
    return found


def fill(path: Path, marks: dict[Key, Rating]) -> None:
    path.write_bytes(filled(path.read_bytes(), marks))


def forms_filled_in(name: str) -> list[Path]:
    """The event's own form and one for each of the five examiners, each filled in by its owner."""
    marks = marks_of(*city(name))
    people = people_of(name)
    assert run("form", name, "--event", people, "-o", "isian.xlsx") == 0
    assert run("form", name, "--event", people, "--per-examiner", "-o", "uji.xlsx") == 0
    own = [Path(f"uji-{examiner}.xlsx") for examiner in PANEL]
    assert sorted(Path().glob("*.xlsx")) == [Path("isian.xlsx"), *own]
    for examiner, path in zip(PANEL, own, strict=True):
        fill(path, {key: mark for key, mark in marks.items() if key[3] == examiner})
    rest = {key: mark for key, mark in marks.items() if key[3] not in PANEL}
    fill(Path("isian.xlsx"), rest)
    return [Path("isian.xlsx"), *own]


def whole_form_filled_in(city_of: str) -> list[Path]:
    """A blank form, into which a hand types the event, its people and all marks."""
    plan, sheet = city(city_of)
    assert run("form", city_of, "-o", "kosong.xlsx") == 0
    book = openpyxl.load_workbook("kosong.xlsx")
    keys = columns_in(book)
    tables = sheets_in(book)
    page = tables.pop("event")
    page["B1"], page["B2"] = sheet.event.id, sheet.event.date
    for name, page in tables.items():
        for line, row in enumerate(rows_of(sheet, name, plan.facts), 2):
            for key, value in row.items():
                if value not in (None, ""):
                    put(page, line, keys[page.title][key], value)
    for title, columns in keys.items():
        if any(" " in key for key in columns):
            _type_pairs(book[title], columns, marks_of(plan, sheet))
    book.save("kosong.xlsx")
    fill(Path("kosong.xlsx"), marks_of(plan, sheet))
    return [Path("kosong.xlsx")]


def _type_pairs(page: Any, columns: dict[str, int], marks: dict[Key, Rating]) -> None:
    """Type who marks whom into the two columns of a blank marking sheet."""
    at = {key.partition(" ")[2]: column for key, column in columns.items()}
    for line, (candidacy, examiner) in enumerate(dict.fromkeys((k[0], k[3]) for k in marks), 2):
        put(page, line, at["candidacy"], candidacy)
        put(page, line, at["examiner"], examiner)


def scored(capsys: pytest.CaptureFixture[str], name: str, sheet: Path) -> dict[str, Any]:
    """The document of an event, without its own digest and without the places of findings."""
    capsys.readouterr()
    assert run("score", name, sheet, "--format", "json", "--figures") == 0
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    del document["provenance"]
    for found in document["findings"]:
        for key in NOWHERE:
            found.pop(key, None)
    return document


def shown(cell: Any) -> str | None:
    """A cell as it is read: a number with the places that its format shows."""
    if cell.value is None or isinstance(cell.value, str):
        return cell.value or None
    places = len(cell.number_format.partition(".")[2])
    return f"{Decimal(format(cell.value, '.15g')):.{places}f}"


def table(page: Any) -> list[dict[str, str | None]]:
    """The rows of a sheet by their headers."""
    heads = [cell.value for cell in page[1]]
    return [dict(zip(heads, map(shown, row), strict=True)) for row in page.iter_rows(min_row=2)]


def published(document: dict[str, Any], titles: dict[str, str]) -> Iterator[dict[str, Any]]:
    """What the sheet of results must show of every candidacy, by its headers."""
    for each in document["results"]:
        rank = each["rank"]
        stages = {
            title: each["stages"].get(stage, {}).get("value") for stage, title in titles.items()
        }
        yield {
            "Peserta": each["candidacy"],
            "Peringkat": None if rank is None else str(rank),
            "Nilai akhir": each["total"],
            **stages,
        }


@pytest.mark.parametrize("name", CITIES)
@pytest.mark.parametrize("forms", [forms_filled_in, whole_form_filled_in])
def test_from_an_empty_folder_to_the_minutes(
    name: str, forms: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    plan, _ = city(name)
    assert run("collect", *forms(name), "-o", "lembar.json") == 0
    document = scored(capsys, name, Path("lembar.json"))
    assert document == scored(capsys, name, EXAMPLES / CITIES[name])
    assert len(document["results"]) == len({each["candidacy"] for each in document["results"]})

    assert run("score", name, "lembar.json", "--figures", "-o", "hasil.xlsx") == 0
    book = openpyxl.load_workbook("hasil.xlsx")
    called = {each.id: each.node.title.id for each in plan.stages if each.gives == "value"}
    titles = {stage: title[:1].upper() + title[1:] for stage, title in called.items()}
    wanted = list(published(document, titles))
    assert [{key: row[key] for key in wanted[0]} for row in table(book["Hasil"])] == wanted
    figures = [
        {"Peserta": each["candidacy"], "Alamat": address, "Angka": value}
        for each in document["results"]
        for address, value in each["figures"].items()
    ]
    assert table(book["Angka perhitungan"]) == figures
    totals = sum(each["total"] is not None for each in document["results"])
    numbers = [cell.value for row in book["Hasil"].iter_rows() for cell in row]
    assert sum(isinstance(value, int | float) for value in numbers) >= 2 * totals > 0

    assert run("report", name, "lembar.json", "-o", "laporan.html") == 0
    assert run("minutes", name, "lembar.json", "-o", "berita-acara.html") == 0
    report = Path("laporan.html").read_text(encoding="utf-8")
    minutes = Path("berita-acara.html").read_text(encoding="utf-8")
    for text in (report, minutes):
        for each in document["results"]:
            assert each["candidacy"] in text
            assert each["total"] is None or each["total"].replace(".", ",") in text
    assert all(re.search(rf"\b{examiner}\b", minutes) for examiner in PANEL)


def test_an_own_form_has_its_examiners_candidates_alone() -> None:
    forms_filled_in("malang/2024")
    pairs = {
        path: {
            (row["Peserta"], row["Penguji"])
            for row in table(openpyxl.load_workbook(path)["Wawancara"])
        }
        for path in (Path(f"uji-{examiner}.xlsx") for examiner in PANEL)
    }
    assert all({who for _, who in found} == {path.stem[-2:]} for path, found in pairs.items())
    assert ("A09", "E3") not in pairs[Path("uji-E3.xlsx")]  # a recusal of the example
    assert ("A09", "E1") in pairs[Path("uji-E1.xlsx")]


def test_forms_that_contradict_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    forms = forms_filled_in("malang/2024")
    book = openpyxl.load_workbook("uji-E1.xlsx")
    before = book["Wawancara"]["C2"].value
    book["Wawancara"]["C2"], book["Wawancara"]["D3"] = 10, "abstain"
    book.save("uji-E1-lagi.xlsx")
    other = openpyxl.load_workbook("uji-E2.xlsx")
    sheets_in(other)["event"]["B1"] = "acara-lain"
    other.save("uji-lain.xlsx")
    capsys.readouterr()
    assert run("collect", *forms, "uji-E1-lagi.xlsx", "uji-lain.xlsx", "-o", "lembar.json") == 1
    said = capsys.readouterr().err
    assert not Path("lembar.json").exists()
    assert "uji-E1-lagi.xlsx › Wawancara › C2: kesalahan UJ930" in said
    assert "uji-E1-lagi.xlsx › Wawancara › D3: kesalahan UJ930" in said
    assert "uji-E1.xlsx › Wawancara › C2" in said
    assert str(before) in said
    assert "abstain" in said
    assert "kesalahan UJ932" in said
    assert "acara-lain" in said


def test_an_output_that_another_program_holds_open(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    forms = forms_filled_in("kendari/2025")
    Path("hasil.xlsx").write_bytes(b"lama")
    assert run("collect", *forms, "-o", "lembar.json") == 0
    capsys.readouterr()

    def held(self: Path, target: Path) -> Path:
        raise PermissionError(13, "The process cannot access the file")

    monkeypatch.setattr(Path, "replace", held)
    for words in (
        ("score", "kendari/2025", "lembar.json", "-o", "hasil.xlsx"),
        ("form", "kendari/2025", "--force", "-o", "hasil.xlsx"),
        ("collect", *forms, "-o", "hasil.xlsx", "--force"),
    ):
        assert run(*words) == 1
        said = capsys.readouterr().err
        assert "hasil.xlsx" in said
        assert "sedang dibuka di program lain" in said
        assert "process" not in said
    assert Path("hasil.xlsx").read_bytes() == b"lama"
    assert [path.name for path in Path().glob(".*")] == []


def test_a_form_of_another_ruleset(capsys: pytest.CaptureFixture[str]) -> None:
    (form, *_) = whole_form_filled_in("malang/2024")
    day = "2025-03-25"  # else the ruleset of another year is not even looked at
    words = ("score", "kendari/2025", form, "--as-of", day, "--annotate", "periksa.xlsx")
    capsys.readouterr()
    assert run(*words) == 1
    said = capsys.readouterr().err
    assert "kosong.xlsx › Wawancara › C2: kesalahan UJ661 " in said
    assert "'wawancara'" in said
    assert re.search(r"juga di 1[34][0-9] baris: 3, 4, 5, ", said)
    assert len(said.splitlines()) < 80  # 720 marks are not told one by one
    assert run(*words, "--format", "json") == 1
    findings = json.loads(capsys.readouterr().out)["findings"]
    cells = {found["cell"] for found in findings if found.get("file") == "kosong.xlsx"}
    assert len(cells) > 100
    assert coloured("periksa.xlsx") == cells


MISTAKES: dict[
    tuple[str, str], tuple[int | str, str]
] = {  # what is typed into which cell, and what is said of it
    ("Wawancara", "C2"): (101, "UJ664"),
    ("Wawancara", "D3"): ("delapan puluh", "UJ643"),
    ("Wawancara", "E4"): ("=10/0", "UJ923"),
    ("Peserta", "F5"): ("kemarin", "UJ671"),
    ("Benturan", "B3"): ("A99", "UJ653"),
}


def test_five_mistakes_are_told_in_one_run(capsys: pytest.CaptureFixture[str]) -> None:
    (form, *_) = whole_form_filled_in("malang/2024")
    book = openpyxl.load_workbook(form)
    book["Benturan"]["A3"] = "E1"
    for (title, address), (value, _) in MISTAKES.items():
        book[title][address] = value
    book.save("salah.xlsx")
    before = Path("salah.xlsx").read_bytes()
    capsys.readouterr()
    assert run("score", "malang/2024", "salah.xlsx", "--annotate", "periksa.xlsx") == 1
    out, said = capsys.readouterr()
    assert out == ""
    for (title, address), (_, code) in MISTAKES.items():
        assert f"salah.xlsx › {title} › {address}: kesalahan {code} " in said
    assert coloured("periksa.xlsx") == {f"{title}!{address}" for title, address in MISTAKES}
    assert Path("salah.xlsx").read_bytes() == before
    notes = openpyxl.load_workbook("periksa.xlsx")
    for (title, address), (_, code) in MISTAKES.items():
        comment = notes[title][address].comment
        assert comment is not None
        assert comment.text.startswith(f"kesalahan {code}: ")


def coloured(path: str) -> set[str]:
    """The cells of a copy that look otherwise than in the form."""
    book = openpyxl.load_workbook(BytesIO(Path(path).read_bytes()))
    return {
        f"{page.title}!{cell.coordinate}"
        for page in book
        for row in page.iter_rows()
        for cell in row
        if cell.fill.fgColor.rgb in ("FFF8CBAD", "FFFFE699", "FFDDEBF7")
    }
