"""`ujikom new ruleset`: a file that works at once, or a base laid out to be filled in."""

import re
from pathlib import Path
from typing import Any

import pytest

import ujikom_rules as ujikom
from tests.mutations import changed
from tests.schemas import as_an_editor_sees, complaints, parsed
from ujikom_rules import api
from ujikom_rules.analysis.cases import run_cases
from ujikom_rules.analysis.schema import cases_schema, ruleset_schema
from ujikom_rules.analysis.starting import fresh, overlay
from ujikom_rules.analysis.starting.writing import value_text
from ujikom_rules.cli import main, output
from ujikom_rules.messages import LANGS, Lang, text_of
from ujikom_rules.model.entry import Entry
from ujikom_rules.reading.document import read_document
from ujikom_rules.reading.library import Library
from ujikom_rules.reading.overlay.opens import read_opens

_WAITING = re.compile(r"^#(?![ :])", re.MULTILINE)
CORE = ruleset_schema()
BASE = """schema = 1
[ruleset]
id = "uji/induk"
version = "1.0"
title = "Induk"
source = "assumption"
[facts]
golongan = { type = "text", one-of = ["a", "b"] }
[[stages]]
id = "wawancara"
kind = "panel"
weight = 60
each = { scale = { lower = 0, upper = 100 } }
criteria = [{ id = "satu", weight = 40 }, { id = "dua", weight = 60 }]
[[stages]]
id = "makalah"
kind = "panel"
weight = 40
scale = { lower = 0, upper = 100 }
[ranking]
within = "event"
"""


def program(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as ended:
        main(["new", "ruleset", *arguments])
    said = capsys.readouterr()
    assert isinstance(ended.value.code, int)
    return ended.value.code, said.out, said.err


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def filled(text: str) -> str:
    """The text with every waiting line taken up."""
    return _WAITING.sub("", text)


def with_open(tmp_path: Path, opens: str, lang: Lang = "en", more: str = "") -> str:
    """An overlay over the base of this page with some open terms."""
    (tmp_path / "induk.toml").write_text(BASE + more + opens, "utf-8")
    base = api.merged("uji/induk", rulesets=[tmp_path])
    return overlay("kota/2025", base.root, "uji/induk", lang)


def codes(text: str, *folders: Path) -> list[str]:
    checked = ujikom.check(ujikom.parse_ruleset(text), rulesets=folders)
    return [f"{each.code} {each.path}" for each in checked]


# --- of one's own


@pytest.mark.parametrize("lang", LANGS)
def test_it_checks_clean_and_passes_its_cases_at_once(
    here: Path, capsys: pytest.CaptureFixture[str], lang: Lang
) -> None:
    status, out, err = program(capsys, "kota-contoh/2025", "--lang", lang)
    assert (status, err) == (0, "")
    rules, cases = here / "kota-contoh-2025.toml", here / "kota-contoh-2025.cases.toml"
    assert {path.name for path in here.iterdir()} == {rules.name, cases.name}
    assert f"  ujikom test {rules.name}" in out.splitlines()
    assert ujikom.check(rules.name) == ()
    report = run_cases(rules.name)
    assert (report.passed, report.findings, len(report.results)) == (True, (), 1)
    text = rules.read_text("utf-8")
    assert text.startswith("#:schema ./ujikom-ruleset.schema.json\n# ")
    assert 'title = { id = "Uji kompetensi Kota Contoh 2025"' in text
    assert b"\r" not in rules.read_bytes()


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_written_fits_the_schemas_that_it_names(lang: Lang) -> None:
    started = fresh("kota/2025", lang)
    assert complaints(CORE, parsed(started.rules)) == []
    assert complaints(CORE, parsed(filled(started.rules))) == []
    assert complaints(cases_schema(), parsed(started.cases)) == []
    assert codes(filled(started.rules)) == []


def test_every_table_is_explained_in_the_language() -> None:
    ours, theirs = (fresh("kota/2025", lang).rules.splitlines() for lang in LANGS)
    for lines in (ours, theirs):
        for number, line in enumerate(lines):
            if line.startswith("["):
                near = lines[max(number - 1, 0) : number + 2]
                assert any(each.startswith("# ") for each in near), line
    code = [[each for each in lines if not each.startswith("# ")] for lines in (ours, theirs)]
    assert code[0] == code[1]
    assert ours != theirs


# --- over a base


BASES = [id_ for id_ in Library().ids() if read_opens(Library().find(id_)[0] or Entry(None))[0]]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("base", BASES)
def test_a_bundled_base_is_laid_out_and_stays_clean_when_all_is_taken_up(
    base: str, lang: Lang
) -> None:
    root = api.merged(base).root
    text = overlay("kota/2025", root, base, lang)
    assert codes(text) == []
    assert codes(filled(text)) == []
    for each in (text, filled(text)):
        assert complaints(CORE, parsed(each)) == []
    waiting = [line for line in text.splitlines() if _WAITING.match(line)]
    for term in read_opens(root)[0]:
        last = term.steps[-1]
        said = [line for line in text.splitlines() if line.startswith(f"# {last}")]
        assert said, term.key
    assert len(waiting) >= len(read_opens(root)[0])


def said(lines: list[str]) -> str:
    """A comment over several lines as one."""
    return " ".join(each.removeprefix("# ") for each in lines)


@pytest.mark.parametrize("base", BASES)
def test_every_line_that_is_taken_up_alone_stays_clean_or_says_what_it_needs(base: str) -> None:
    text = overlay("kota/2025", api.merged(base).root, base, "en")
    lines = text.splitlines()
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and _WAITING.match(lines[end]):
            end += 1
        if end > at and "together with criteria" not in said(lines[at - 2 : at]):
            alone = [*lines[:at], *(each[1:] for each in lines[at:end]), *lines[end:]]
            assert codes("\n".join(alone)) == [], lines[at]
        at = max(end, at + 1)


def test_defaults_of_criteria_are_for_who_has_some(tmp_path: Path) -> None:
    """The base's paper has no criteria; its interview has two."""
    opens = '[[open]]\nkey = "stages.makalah.each"\n[[open]]\nkey = "stages.wawancara.each"\n'
    text = with_open(tmp_path, opens.replace('"\n', '"\noptional = true\n'), "id")
    interview, paper = text.replace("\n# ", " ").split('id = "makalah"')
    assert "Boleh dibiarkan" not in interview  # the base's own value stands there
    assert "hanya bersama" not in interview
    assert "boleh dibiarkan; hanya bersama criteria." in paper


def test_both_national_frames_are_among_them() -> None:
    assert {"national/ujikom-mutasi", "national/seleksi-terbuka"} <= set(BASES)


def test_taking_up_what_the_base_says_changes_nothing() -> None:
    """Only samples for what the base leaves out are new; its own values say what it says."""
    base = "national/ujikom-mutasi"
    text = overlay("kota/2025", api.merged(base).root, base, "id")
    plan = ujikom.plan(ujikom.parse_ruleset(text))
    taken = text
    for line in ("weight = 40", "weight = 60", 'pooling = "mean"', 'absence = "no-score"'):
        assert f"\n#{line}\n" in text
        taken = taken.replace(f"\n#{line}\n", f"\n{line}\n")
    assert ujikom.plan(ujikom.parse_ruleset(taken)).digest == plan.digest


RANGE: dict[Lang, str] = {
    "id": "Angka; wajib diisi; paling sedikit 2; paling banyak 5; di luar batas hanya peringatan; "
    "ditetapkan oleh Wali kota; Perwal 1/2025.",
    "en": "A number; must be filled in; at least 2; at most 5; outside the range it is only a warning; "
    "decided by The mayor; Perwal 1/2025.",
}


@pytest.mark.parametrize("lang", LANGS)
def test_a_term_is_told_with_its_range_and_who_decides_it(tmp_path: Path, lang: Lang) -> None:
    text = with_open(
        tmp_path,
        '[[open]]\nkey = "stages.makalah.quorum"\nat-least = 2\nat-most = 5\nbreach = "warning"\n'
        'by = { id = "Wali kota", en = "The mayor" }\narticle = "Perwal 1/2025"\n',
        lang,
    )
    told = " ".join(line.removeprefix("# ") for line in text.splitlines() if line.startswith("# "))
    assert RANGE[lang] in told
    assert "\n#quorum = 2\n" in text


def test_an_unfilled_term_is_what_the_check_says_and_nothing_else(tmp_path: Path) -> None:
    opens = '[[open]]\nkey = "stages.makalah.quorum"\n[[open]]\nkey = "decision.cut-score"\n'
    text = with_open(tmp_path, opens + "optional = true\n")
    assert codes(text, tmp_path) == ["UJ424 stages.makalah.quorum"]
    assert codes(filled(text), tmp_path) == []


def test_choices_are_told_and_the_first_is_taken(tmp_path: Path) -> None:
    text = with_open(tmp_path, '[[open]]\nkey = "ranking.among"\none-of = ["qualified", "all"]\n')
    assert 'one of "qualified", "all"' in text
    assert "[ranking]\n# among:" in text
    assert '\n#among = "qualified"\n' in text
    assert codes(filled(text), tmp_path) == []


def test_criteria_have_their_own_headers_and_a_star_means_each(tmp_path: Path) -> None:
    text = with_open(
        tmp_path,
        '[[open]]\nkey = "stages.wawancara.criteria.*.weight"\n'
        '[[open]]\nkey = "stages.*.quorum"\noptional = true\nat-most = "7/2"\n'
        '[[open]]\nkey = "facts.*.one-of"\n'
        '[[open]]\nkey = "ranking.tie-breaks.*"\noptional = true\n',
    )
    assert '[[stages.criteria]]\nid = "satu"\n# weight' in text
    assert text.count("#quorum = ") == 2
    assert "[facts]\n# one-of" in text
    assert '#golongan.one-of = ["a", "b"]' in text
    assert codes(text.replace("#weight = 40", "weight = 40"), tmp_path) == []


def test_whole_tables_and_nodes_may_be_open(tmp_path: Path) -> None:
    text = with_open(
        tmp_path,
        '[[open]]\nkey = "stages.makalah"\nmay = ["remove"]\n'
        '[[open]]\nkey = "stages.makalah.weight"\n'
        '[[open]]\nkey = "ranking"\n[[open]]\nkey = "ranking.within"\n'
        '[[open]]\nkey = "facts"\nmay = ["add"]\n'
        '[[open]]\nkey = "panel"\nmay = ["add"]\n'
        '[[open]]\nkey = "stages"\nmay = ["remove"]\n',
    )
    assert "# makalah. You may take out" in text
    assert "[ranking]\n# ranking: " in text
    assert text.count('#within = "event"') == 1
    assert '#[[panel]]\n#use = "composition"' in text
    assert "#[[stages]]" not in text  # nothing may be added
    assert codes(filled(text), tmp_path) == []


def test_a_panel_whose_keys_are_open_is_a_table_and_no_list(tmp_path: Path) -> None:
    text = with_open(
        tmp_path,
        '[[open]]\nkey = "panel"\nmay = ["add"]\n'
        '[[open]]\nkey = "panel.chair"\noptional = true\none-of = [1, 2]\n'
        '[[open]]\nkey = "facts"\nmay = ["add"]\n'
        '[[open]]\nkey = "facts.golongan.one-of"\n',
        more='[panel]\nuse = "composition"\nchair = 1\n',
    )
    assert "[[panel]]" not in text
    assert "\n[panel]\n# panel: " in text
    assert "\n#chair = 1\n" in text
    assert "\n[facts]\n# facts: " in text
    assert codes(text, tmp_path) == []


def test_a_panel_that_the_base_leaves_out_is_begun_by_whoever_fills_it_in(tmp_path: Path) -> None:
    text = with_open(tmp_path, '[[open]]\nkey = "panel"\nmay = ["fill"]\noptional = true\n')
    assert "\n#[panel]\n# panel: " in text
    assert codes(text, tmp_path) == []
    assert codes(filled(text), tmp_path) == []


def test_a_key_of_which_only_a_plugin_knows_what_it_takes(tmp_path: Path) -> None:
    text = with_open(tmp_path, '[[open]]\nkey = "stages.makalah.pooling.jarak"\noptional = true\n')
    assert "# fill it in as the base says: pooling.jarak" in text
    assert _WAITING.search(text) is None


def test_a_base_that_leaves_nothing_open(tmp_path: Path) -> None:
    text = with_open(tmp_path, "")
    assert text.endswith("\n\n# This base leaves nothing open.\n")
    assert codes(text, tmp_path) == []


@pytest.mark.parametrize(
    "value",
    [
        "true", "false", "70", "-3", "62.5", '"1/3"', "2025-03-25", '"kata \\"di\\" sini\\n"',
        "[1, 2, 3]", '{ "a/b" = 1, c = [{ d = "e" }, { d = "f" }] }', "{}", "[]", '"\\u007f"',
    ],
)  # fmt: skip
def test_values_are_written_as_they_are_read(value: str) -> None:
    before, _ = read_document(f"x = {value}")
    assert before is not None
    said = before.table()["x"]
    again, findings = read_document(f"x = {value_text(said)}")
    assert findings == ()
    assert as_an_editor_sees(again) == as_an_editor_sees(before)
    assert value_text(Entry(None)) == '""'


# --- over a base that is an overlay itself


def started_between(tmp_path: Path, lower: str, upper: str, lang: Lang = "en") -> str:
    """An overlay over a base between, which opens again what the base of this page opens."""
    (tmp_path / "induk.toml").write_text(f"{BASE}[[open]]\n{lower}\n", "utf-8")
    (tmp_path / "prov.toml").write_text(
        'schema = 1\n[ruleset]\nid = "uji/prov"\nversion = "1.0"\ntitle = "Prov"\n'
        f'source = "assumption"\nextends = "uji/induk"\n[[open]]\n{upper}\n',
        "utf-8",
    )
    base = api.merged("uji/prov", rulesets=[tmp_path])
    text = overlay("kota/2025", base.root, "uji/prov", lang)
    return " ".join(line.removeprefix("# ") for line in text.splitlines())


MUST = (
    'key = "decision.cut-score"\nat-least = 65\nat-most = 80\nby = "Wali kota"\n'
    'article = "Pergub 1/2025"'
)


@pytest.mark.parametrize("lang", LANGS)
def test_what_the_nearest_base_demands_is_told(tmp_path: Path, lang: Lang) -> None:
    text = started_between(tmp_path, 'key = "decision.cut-score"\noptional = true', MUST, lang)
    told = {
        "id": "Angka; wajib diisi; paling sedikit 65; paling banyak 80; ditetapkan oleh Wali kota; "
        "Pergub 1/2025. #cut-score = 65",
        "en": "A number; must be filled in; at least 65; at most 80; decided by Wali kota; "
        "Pergub 1/2025. #cut-score = 65",
    }
    assert told[lang] in text
    assert text.count("#cut-score") == 1
    rules = tmp_path / "kota.toml"
    base = api.merged("uji/prov", rulesets=[tmp_path])
    rules.write_text(overlay("kota/2025", base.root, "uji/prov", lang), "utf-8")
    assert [each.code for each in ujikom.check(str(rules), rulesets=[tmp_path])] == ["UJ424"]


@pytest.mark.parametrize(
    "lower, upper, told",
    [
        (  # the bounds of both hold, and so does the demand of the lower one
            'key = "stages.makalah.quorum"\nat-least = 2\nat-most = 6\narticle = "Pasal 1"\n',
            'key = "stages.makalah.quorum"\nat-most = 4\noptional = true',
            "must be filled in; at least 2; at most 4; Pasal 1.",
        ),
        (
            'key = "stages.*.quorum"\nat-least = 2\nbreach = "warning"\noptional = true',
            'key = "stages.makalah.quorum"\noptional = true\narticle = "Pasal 2"',
            "may be left as it is; at least 2; outside the range it is only a warning; Pasal 2.",
        ),
        (
            'key = "ranking.among"\none-of = ["qualified", "all"]\noptional = true',
            'key = "ranking.among"\nbreach = "warning"',
            'Must be filled in; one of "qualified", "all". #among',  # the choice is the lower one's
        ),
        (
            'key = "stages.makalah.criteria"\nmay = ["fill", "add"]\noptional = true',
            'key = "stages.makalah.criteria"\nmay = ["add"]',
            "you may fill in or add; may be left as it is.",
        ),
    ],
)
def test_terms_over_one_another_are_told_as_check_holds_to_them(
    tmp_path: Path, lower: str, upper: str, told: str
) -> None:
    assert told in started_between(tmp_path, lower, upper)


# --- the command


def test_a_base_is_found_where_it_lies_and_its_overlay_written(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = here / "aturan kota"
    folder.mkdir()
    (folder / "x.toml").write_text(BASE + '[[open]]\nkey = "decision.cut-score"\n', "utf-8")
    to = here / "kota.toml"
    arguments = ("--base", "uji/induk", "--rulesets", str(folder), "-o", str(to), "--lang", "id")
    status, out, err = program(capsys, "kota/2025", *arguments)
    assert (status, err) == (0, "")
    schema = to.with_name("ujikom-ruleset.schema.json")
    assert out.splitlines() == [
        f"Ditulis: {to}",
        "Berikutnya:",
        f'  ujikom check {to} --rulesets "{folder}"',
        f"  ujikom schema -o {schema}",
    ]
    assert 'extends = "uji/induk"' in to.read_text("utf-8")
    (said,) = ujikom.check(str(to), rulesets=[folder])
    assert text_of(said, "en").startswith("the open term 'decision.cut-score'") or said.code == (
        "UJ424"
    )
    assert not (here / "kota.cases.toml").exists()


@pytest.mark.parametrize("taken", ["kota-2025.toml", "kota-2025.cases.toml"])
def test_nothing_is_replaced(here: Path, capsys: pytest.CaptureFixture[str], taken: str) -> None:
    (here / taken).write_text("mine", "utf-8")
    for lang, word in (("id", "tidak ada yang ditimpa"), ("en", "nothing is replaced")):
        status, out, err = program(capsys, "kota/2025", "--lang", lang)
        assert (status, out) == (1, "")
        assert f"{taken}" in err
        assert word in err
    assert [path.read_text("utf-8") for path in here.iterdir()] == ["mine"]


@pytest.mark.parametrize(
    "arguments,said",
    [
        (["Kota/2025"], "'Kota/2025' is no id of a ruleset"),
        (["kota"], "'kota' is no id of a ruleset"),
        (["../kota/2025"], "is no id of a ruleset"),
        (["kota/2025", "-o", "kota.txt"], "'kota.txt' must end in .toml"),
        (["kota/2025", "-o", "kota.cases.toml"], "'kota.cases.toml' must end in .toml"),
    ],
)
def test_wrong_usage_writes_nothing(
    here: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    status, out, err = program(capsys, *arguments, "--lang", "en")
    assert (status, out) == (2, "")
    assert said in err.replace("\n", " ")
    assert list(here.iterdir()) == []


@pytest.mark.parametrize(
    "base,said",
    [("national/ujikom-mutas", "national/ujikom-mutasi"), ("induk.toml", "UJ801")],
)
def test_a_base_that_is_not_there(
    here: Path, capsys: pytest.CaptureFixture[str], base: str, said: str
) -> None:
    status, out, err = program(capsys, "kota/2025", "--base", base, "--lang", "en")
    assert (status, out) == (1, "")
    assert said in err
    assert list(here.iterdir()) == []


def test_a_folder_that_cannot_be_written(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    status, _, err = program(capsys, "kota/2025", "--lang", "en")
    assert status == 1
    assert "No space left on device" in err
    assert list(here.iterdir()) == []
    assert output.UNWRITABLE.en.split("{", maxsplit=1)[0] in err


@pytest.mark.parametrize("base", ["national/seleksi-terbuka", "national/ujikom-mutasi"])
def test_an_overlay_is_titled_by_its_id_and_explains_every_line(base: str) -> None:
    merged = api.merged(api.find(base))
    text = overlay("kota-contoh/2025", merged.root, base, "id")
    title = 'title = { id = "Kota Contoh 2025", en = "Kota Contoh 2025" }'
    assert f"\n{title}  # ganti dengan nama kegiatan, dalam kedua bahasa\n" in text
    explained = [line for line in text.splitlines() if re.match(r"# [a-z-]+[.:] ", line)]
    assert [line for line in explained if re.match(r"# [a-z-]+\. ", line)] == []
    assert len(explained) > 10


def test_a_key_that_a_kind_adds_is_explained_and_a_strange_one_is_not() -> None:
    text = overlay(
        "kota/contoh", api.merged(api.find("national/seleksi-terbuka")).root, "x/y", "en"
    )
    assert "valid: how long a result counts" in text.replace("\n# ", " ")
    root, _ = read_document(
        '[[stages]]\nid = "s"\nkind = "kota:lain"\n[[open]]\nkey = "stages.s.sendiri"\n'
    )
    assert root is not None
    text = overlay("kota/contoh", root, "x/y", "en")
    assert "# sendiri. " in text


# --- over a base that is an overlay itself


def started_over(base: str, *folders: Path) -> str:
    """An overlay over a base that is found by its id."""
    found = api.find(base, rulesets=folders)
    merged = api.merged(found, rulesets=folders)
    return overlay("kota/2026", merged.root, base, "id")


def test_bases_that_turn_in_a_circle_are_refused(tmp_path: Path) -> None:
    for mine, other in (("satu", "dua"), ("dua", "satu")):
        (tmp_path / f"{mine}.toml").write_text(
            f'schema = 1\n[ruleset]\nid = "uji/{mine}"\nversion = "1.0"\nextends = "uji/{other}"\n'
        )
    with pytest.raises(ujikom.Refused) as refused:
        started_over("uji/satu", tmp_path)
    (finding,) = refused.value.findings
    assert finding.code == "UJ402"
    assert "uji/satu → uji/dua → uji/satu" in text_of(finding, "en")


_ONE_CHANGE = ("one more", "the contrary", "another text", "a day later")


def touched(text: str, *folders: Path) -> list[str]:
    """Every key that a text may not touch, when each of its values is changed by itself."""
    root = ujikom.parse_ruleset(text).root
    found = []
    for what, other in changed(root):
        if what.startswith((".ruleset", ".schema")) or not what.endswith(_ONE_CHANGE):
            continue
        said = ujikom.check(api.Document(other, ""), rulesets=folders)
        found += [f"{what}: {e.code} {e.path}" for e in said if e.code in ("UJ420", "UJ421")]
    return found


@pytest.mark.parametrize("base", Library().ids())
def test_whatever_is_offered_over_a_bundled_base_may_be_changed(base: str) -> None:
    text = started_over(base)
    own = [each.path for each in ujikom.check(base)]
    assert [each for each in ujikom.check(ujikom.parse_ruleset(text)) if each.path not in own] == []
    taken = ujikom.check(ujikom.parse_ruleset(filled(text)))
    assert [each for each in taken if each.path not in own] == []
    assert touched(filled(text)) == []


def test_what_an_overlay_between_has_filled_in_is_not_offered_again() -> None:
    text = started_over("banten/2019")
    root = ujikom.parse_ruleset(filled(text)).root
    stages = {str(each.table()["id"].data): each for each in root.table()["stages"].items()}
    assert "weight" not in stages["rekam-jejak"]
    assert "weight" not in stages["asesmen"]
    assert "cut-score" not in root.table()["decision"]
    assert "weight" not in stages["makalah"]  # decided, though it says what the frame says
    for line in ('[[stages]]\nid = "asesmen"\nweight = 30\n', "[decision]\ncut-score = 75\n"):
        head = text[: text.index("[[stages]]")]
        assert "UJ420" in " ".join(codes(head + line))


CHAIN = (
    '[[open]]\nkey = "ranking"\n[[open]]\nkey = "stages.makalah.quorum"\n'
    '[[open]]\nkey = "stages.wawancara.quorum"\n'
)
BETWEEN = """schema = 1
[ruleset]
id = "uji/antara"
version = "1.0"
title = "Antara"
extends = "uji/induk"
source = "assumption"
[ranking]
within = "position"
method = "dense"
[[stages]]
id = "makalah"
quorum = 3
[[stages]]
id = "wawancara"
quorum = 2
[[open]]
key = "stages.wawancara.quorum"
"""


def test_a_term_that_is_opened_again_is_offered_and_half_a_table_is(tmp_path: Path) -> None:
    rules = BASE.replace('within = "event"', 'within = "event"\ncompare = "rounded"')
    (tmp_path / "induk.toml").write_text(rules + CHAIN, "utf-8")
    (tmp_path / "antara.toml").write_text(BETWEEN, "utf-8")
    text = started_over("uji/antara", tmp_path)
    assert re.findall(r"^#(?![ :])(.*)$", text, re.MULTILINE) == [
        'compare = "rounded"', "quorum = 2"
    ]  # fmt: skip
    assert codes(text, tmp_path) == codes(filled(text), tmp_path) == []
    assert codes(filled(text).replace("quorum = 2", "quorum = 4"), tmp_path) == []


@pytest.mark.parametrize(
    "key, words",
    [
        ("stages.makalah.weight", "Angka; "),
        ("stages.makalah.absence", '"no-score" atau "zero" atau "disqualify"; '),
        ("stages.makalah.pooling", "Nama sebuah bagian program, atau { use = … }"),
        ("stages.wawancara.criteria", "Daftar [ … ]; "),
        ("stages.makalah.scale", "Kelompok kunci { … }; "),
    ],
)
def test_the_type_of_a_term_is_told(tmp_path: Path, key: str, words: str) -> None:
    text = with_open(tmp_path, f'[[open]]\nkey = "{key}"\n', "id")
    told = " ".join(line.removeprefix("# ") for line in text.splitlines() if line.startswith("# "))
    assert f". {words}" in told
