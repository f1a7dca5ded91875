"""Where rulesets are found: by the id inside, never by a name or in the current directory."""

import os
from datetime import date
from pathlib import Path

import pytest

from ujikom_rules.errors import Finding, Place
from ujikom_rules.messages import hint_of, text_of
from ujikom_rules.reading.heads import ids_in, peek
from ujikom_rules.reading.in_force import twice
from ujikom_rules.reading.library import Library, bundled_folder


def write(
    folder: Path, name: str, id_: str, version: str = "1.0", effective: str = "", *, more: str = ""
) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    days = f"effective = {{ {effective} }}\n" if effective else ""
    text = f'[ruleset]\nid = "{id_}"\nversion = "{version}"\n{days}{more}'
    path.write_text(text, encoding="utf-8")
    return path


def library(*folders: Path) -> Library:
    return Library(folders, bundled=None)


def taken(library: Library, id_: str, version: str = "", as_of: date | None = None) -> str:
    """The version of what is found."""
    root, findings = library.find(id_, version, as_of)
    assert findings == ()
    assert root is not None
    return str(root.table()["ruleset"].table()["version"].data)


def refused(library: Library, id_: str, version: str = "", as_of: date | None = None) -> Finding:
    root, (finding,) = library.find(id_, version, as_of, place=Place("kota.toml", 3, 11))
    assert root is None
    assert library.locate(id_, version, as_of) is None
    return finding


def test_names_of_files_and_folders_do_not_matter(tmp_path: Path) -> None:
    path = write(tmp_path, "a/b/apa saja.toml", "kota/2025")
    assert taken(library(tmp_path), "kota/2025") == "1.0"
    assert library(tmp_path).locate("kota/2025") == path


def test_bundled_rulesets_are_found_and_named_folders_come_first(tmp_path: Path) -> None:
    assert bundled_folder().is_dir()
    assert "kendari/2025" in Library().ids()
    assert Library().locate("kendari/2025") == bundled_folder() / "kendari" / "2025.toml"
    mine = write(tmp_path, "x.toml", "kendari/2025", "9.0")
    assert Library((tmp_path,)).locate("kendari/2025") == mine


def test_the_current_directory_is_never_searched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "x.toml", "kota/2025")
    monkeypatch.chdir(tmp_path)
    assert refused(library(), "kota/2025").code == "UJ802"


@pytest.mark.parametrize("id_", ["../kota/2025", "kota", "kota/2025.toml", "/etc/passwd", "Kota/1"])
def test_only_ids_are_searched(tmp_path: Path, id_: str) -> None:
    finding = refused(library(tmp_path), id_)
    assert (finding.code, str(finding.place)) == ("UJ801", "kota.toml:3:11")
    assert "[ruleset] id" in hint_of(finding, "en")  # `extends` takes no path
    assert "--rulesets DIR" in hint_of(finding, "en")
    _, (asked,) = library(tmp_path).find(id_)  # named by a person, who may name a file
    assert hint_of(asked, "en").endswith("write its path up to .toml")


def test_cases_and_files_without_an_id_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, "x.cases.toml", "kota/2025")
    (tmp_path / "other.toml").write_text("[tool]\nid = 'kota/2025'\n", encoding="utf-8")
    (tmp_path / "folder.toml").mkdir()
    assert library(tmp_path).ids() == ()


def test_a_broken_file_of_another_id_does_not_stop_the_search(tmp_path: Path) -> None:
    write(tmp_path, "a.toml", "kota/2024", more="weight = 12,5\n")
    (tmp_path / "b.toml").write_bytes(b"\xff\xfe\x00[\x00")
    write(tmp_path, "c.toml", "kota/2025")
    assert taken(library(tmp_path), "kota/2025") == "1.0"
    assert library(tmp_path).ids() == ("kota/2024", "kota/2025")


def test_what_is_wrong_with_the_file_itself_is_said(tmp_path: Path) -> None:
    path = write(tmp_path, "a.toml", "kota/2024", more="weight = 12,5\n")
    finding = refused(library(tmp_path), "kota/2024")
    assert (finding.code, finding.place) == ("UJ103", Place(str(path), 4, 10))


def test_an_unknown_id_is_answered_with_the_nearest(tmp_path: Path) -> None:
    write(tmp_path, "a.toml", "malang/2024")
    finding = refused(library(tmp_path), "malng/2024")
    assert (finding.code, str(finding.place)) == ("UJ802", "kota.toml:3:11")
    assert hint_of(finding, "id") == "mungkin maksudnya 'malang/2024'"


def test_a_folder_that_is_not_there_is_no_reason_to_look_elsewhere(tmp_path: Path) -> None:
    finding = refused(Library((tmp_path / "tidak-ada",)), "kendari/2025")
    assert (finding.code, str(finding.place)) == ("UJ807", "kota.toml:3:11")


@pytest.fixture
def three(tmp_path: Path) -> Library:
    write(tmp_path, "a.toml", "kota/uji", "1.0", "to = 2023-12-31")
    write(tmp_path, "b.toml", "kota/uji", "1.9", "from = 2024-01-01, to = 2024-12-31")
    write(tmp_path, "c.toml", "kota/uji", "1.10", "from = 2026-01-01")
    return library(tmp_path)


def test_the_one_in_force_is_taken_else_the_newest(three: Library) -> None:
    assert taken(three, "kota/uji", as_of=date(2023, 12, 31)) == "1.0"
    assert taken(three, "kota/uji", as_of=date(2024, 1, 1)) == "1.9"
    assert taken(three, "kota/uji", as_of=date(2030, 1, 1)) == "1.10"
    assert taken(three, "kota/uji") == "1.10"


def test_a_version_is_taken_whenever_it_is_in_force(three: Library) -> None:
    assert taken(three, "kota/uji", "1.0", date(2030, 1, 1)) == "1.0"


def test_a_day_on_which_none_is_in_force(three: Library) -> None:
    finding = refused(three, "kota/uji", as_of=date(2025, 6, 1))
    assert (finding.code, str(finding.place)) == ("UJ806", "kota.toml:3:11")
    assert text_of(finding, "id") == (
        "tidak ada berkas aturan 'kota/uji' yang berlaku pada 1 Juni 2025; yang ada berlaku "
        "sampai 31 Desember 2023, 1 Januari 2024 sampai 31 Desember 2024, sejak 1 Januari 2026"
    )


def test_a_version_that_does_not_exist(three: Library) -> None:
    finding = refused(three, "kota/uji", "2.0")
    assert (finding.code, str(finding.place)) == ("UJ803", "kota.toml:3:11")
    assert text_of(finding, "en").endswith("there is: 1.0, 1.10, 1.9")
    assert {(each.line, each.column) for each in finding.related} == {(3, 11)}  # their versions


def test_one_version_twice(tmp_path: Path) -> None:
    first = write(tmp_path, "a.toml", "kota/uji", "1.0", "to = 2024-12-31")
    second = write(tmp_path, "b.toml", "kota/uji", "1.0", "from = 2025-01-01")
    finding = refused(library(tmp_path), "kota/uji")
    assert (finding.code, finding.place) == ("UJ804", Place(str(second), 3, 11))
    assert finding.related == (Place(str(first), 3, 11),)
    assert refused(library(tmp_path), "kota/uji", "1.0").code == "UJ804"


def test_one_version_twice_without_days_points_at_both_versions(tmp_path: Path) -> None:
    first = write(tmp_path, "a.toml", "kota/uji", "1.0")
    write(tmp_path, "b.toml", "kota/uji", "1.0")
    assert refused(library(tmp_path), "kota/uji").related == (Place(str(first), 3, 11),)


def test_a_link_to_a_file_is_the_same_file(tmp_path: Path) -> None:
    first = write(tmp_path, "a.toml", "kota/uji", "1.0")
    try:
        (tmp_path / "b.toml").symlink_to(first)
        (tmp_path / "folder").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("no links here")
    for folder in (tmp_path, tmp_path / "folder"):
        found, findings = library(folder).find("kota/uji")
        assert found is not None
        assert findings == ()


@pytest.mark.parametrize("id_", ["Kota/Uji", "kota/UJI", " kota/uji"])
def test_an_id_in_other_letters_is_one_that_was_not_found(tmp_path: Path, id_: str) -> None:
    write(tmp_path, "a.toml", "kota/uji", "1.0")
    finding = refused(library(tmp_path), id_)
    assert (finding.code, finding.args["nearest"]) == ("UJ802", "kota/uji")
    assert refused(library(tmp_path), "Kota/Lain").code == "UJ801"


def test_an_id_that_its_own_file_writes_in_capitals_is_told_there(tmp_path: Path) -> None:
    wrong = write(tmp_path, "a.toml", "Kota/Uji", "1.0")
    place = Place("kota.toml", 3, 11)
    found, (finding,) = library(tmp_path).find("kota/uji", place=place)
    assert found is None
    assert (finding.code, finding.place) == ("UJ204", Place(str(wrong), 2, 6))
    assert (finding.related, finding.args["expected"]) == ((place,), "kota/uji")


def test_two_in_force_on_one_day(tmp_path: Path) -> None:
    first = write(tmp_path, "a.toml", "kota/uji", "1.0", "to = 2025-01-01")
    second = write(tmp_path, "b.toml", "kota/uji", "1.1", "from = 2025-01-01")
    finding = refused(library(tmp_path), "kota/uji", as_of=date(2020, 1, 1))
    assert (finding.code, finding.place) == ("UJ805", Place(str(second), 4, 13))
    assert finding.related == (Place(str(first), 4, 13),)
    assert text_of(finding, "id").endswith("2025-01-01")
    assert taken(library(tmp_path), "kota/uji", "1.0") == "1.0"


def test_two_without_days_are_in_force_every_day(tmp_path: Path) -> None:
    write(tmp_path, "a.toml", "kota/uji", "1.0")
    write(tmp_path, "b.toml", "kota/uji", "1.1")
    finding = refused(library(tmp_path), "kota/uji")
    assert finding.code == "UJ805"
    assert text_of(finding, "en").endswith("on one day: every day")


def test_a_further_folder_serves_days_and_versions_that_the_first_has_not(tmp_path: Path) -> None:
    write(tmp_path / "satu", "a.toml", "kota/uji", "2.0", "from = 2025-01-01")
    write(tmp_path / "dua", "a.toml", "kota/uji", "1.0")
    both = library(tmp_path / "satu", tmp_path / "dua")
    assert taken(both, "kota/uji") == "2.0"
    assert taken(both, "kota/uji", as_of=date(2024, 1, 1)) == "1.0"
    assert taken(both, "kota/uji", "1.0") == "1.0"


@pytest.mark.parametrize(
    "text",
    [
        '[ruleset]\r\ntitle = { id = "Uji", en = "Test" }\r\nid = "kota/2025"\r\n',
        "\ufeff[ ruleset ] # berkas\n  'id' = 'kota/2025'",
        'ruleset = { title = { id = "Uji" }, id = "kota/2025" }',
        'schema = 1\nruleset.version = "1"\nruleset.id = "kota/2025"',
        '# """\n[ruleset]\ntitle = """\n[stages]\nid = "x/y"\n"""\nid = "kota/2025"',
        '[decision]\nid = "x/y"\n[ruleset]\nid = "kota/2025"\n[[stages]]\nid = "x/y"',
    ],
)
def test_an_id_is_seen_in_every_form(text: str, tmp_path: Path) -> None:
    assert peek(text.removeprefix("\ufeff")) == "kota/2025"
    (tmp_path / "a.toml").write_bytes(text.encode())
    assert library(tmp_path).ids() == ("kota/2025",)
    assert library(tmp_path).locate("kota/2025") == tmp_path / "a.toml"


def test_no_id_is_seen_where_there_is_none() -> None:
    assert peek('[ruleset]\nversion = "1"\n[[stages]]\nid = "x/y"') == ""
    assert peek("") == ""


@pytest.mark.parametrize("before", ["", "# catatan\n" * 390, "# catatan\n" * 800])
@pytest.mark.parametrize("behind", ["", "[[stages]]\nid = 'x'\n", "\n" * 5000, "[a]\n" * 2000])
def test_the_id_of_a_long_file_wherever_it_stands(before: str, behind: str) -> None:
    head = '[ruleset]\nversion = "1"\n# id = "a/b"\nid = "kota/2025"\n'
    hidden = 'title = """\n[ruleset]\nid = "c/d"\n"""\n'
    for text in (before + head, hidden + before + head, before + hidden + head):
        assert peek(text + behind) == "kota/2025"
    dotted = 'ruleset.id = "kota/2025"\n'
    assert peek(before + dotted + behind) == "kota/2025"
    assert peek(before + "[ruleset]\n" + behind) == ""


@pytest.mark.parametrize(
    "text",
    [
        '"ruleset" = { id = "kota/2025" }',
        "'ruleset' = { 'id' = 'kota/2025' }",
        '"ruleset".id = "kota/2025"',
        """'ruleset' . "id" = "kota/2025\"""",
        '["ruleset"]\n"id" = "kota/2025"',
        '[ruleset]\nid = """kota/2025"""',
        '"rules\\u0065t" = { id = "kota/2025" }',
        '[ruleset]\nid = "kota\\u002f2025"',
        '[ruleset]\n"\\u0069d" = "kota/2025"',
        'ruleset = { title = { id = "a } b", en = "c { d" }, id = "kota/2025" }',
    ],
)
def test_an_id_is_found_in_every_spelling_that_the_reader_takes(tmp_path: Path, text: str) -> None:
    """TOML lets the same table and keys be written in all these ways."""
    (tmp_path / "a.toml").write_text(text + "\n", encoding="utf-8")
    (tmp_path / "b.toml").write_text("[tool]\nruleset = 1\n", encoding="utf-8")
    (tmp_path / "c.toml").write_text("[ruleset]\nid = 1\n\\\n", encoding="utf-8")
    entry, findings = library(tmp_path).find("kota/2025")
    assert findings == ()
    assert entry is not None
    assert library(tmp_path).ids() == ("kota/2025",)


def test_files_in_which_an_id_does_not_occur_are_passed_over(tmp_path: Path) -> None:
    for name, text in (("a", "kota/2024"), ("b", "kota/2025"), ("c", "kota/2024-b")):
        (tmp_path / f"{name}.toml").write_text(f'[ruleset]\nid = "{text}"\n', encoding="utf-8")
    assert [said for _, said in ids_in(tmp_path)] == ["kota/2024", "kota/2025", "kota/2024-b"]
    assert [said for _, said in ids_in(tmp_path, "kota/2025")] == ["kota/2025"]
    assert [said for _, said in ids_in(tmp_path, "kota/2024")] == ["kota/2024", "kota/2024-b"]


HEADS = {
    "a": '[ruleset]\nid = "kota/x"\nversion = "1.0"\n',
    "b": '[ruleset]\nid = "kota/x"\nversion = "1.0"\n',
    "c": '[ruleset]\nid = "kota/x"\nversion = "1.1"\n',
    "d": '[ruleset]\nid = "kota/y"\nversion = "1.0"\n',
    "e": '[ruleset]\nid = "kota/x"\n',
    "f": "[[[",
}


@pytest.mark.parametrize(
    "names, places",
    [
        ("ab", ["b.toml:3:11"]),
        ("ba", ["a.toml:3:11"]),
        ("acdef", []),
        ("aceb", ["b.toml:3:11"]),
        ("aa", []),
        ("eef", []),
    ],
)
def test_one_version_twice_among_files_that_are_named_together(
    names: str, places: list[str], tmp_path: Path
) -> None:
    """Days in force say nothing here: all of these hold every day."""
    for name, text in HEADS.items():
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    found = twice(tmp_path / f"{name}.toml" for name in names)
    assert {each.code for each in found} <= {"UJ804"}
    assert [str(each.place) for each in found] == [f"{tmp_path}{os.sep}{at}" for at in places]
