"""A base between others: what it hands on without a value, what it fills in, and what it closes."""

from pathlib import Path

import pytest

import ujikom_rules as ujikom
from ujikom_rules import api
from ujikom_rules.analysis import showing
from ujikom_rules.analysis.cases import run_cases
from ujikom_rules.analysis.diff import compare, document
from ujikom_rules.analysis.starting import overlay
from ujikom_rules.errors import Finding, Refused
from ujikom_rules.messages import Lang, hint_of, text_of

NATION = """schema = 1
[ruleset]
id = "n/negara"
version = "1.0"
title = "Negara"
source = "assumption"
[[stages]]
id = "wawancara"
kind = "panel"
weight = 100
pooling = "mean"
each = { scale = { lower = 0, upper = 100 } }
criteria = [{ id = "a", weight = 50 }, { id = "b", weight = 50 }]
[[open]]
key = "ranking.within"
article = "Pasal 9"
[[open]]
key = "stages.wawancara.quorum"
by = "PPK"
[[open]]
key = "decision.cut-score"
at-least = 60
article = "Pasal 10"
[[open]]
key = "stages.wawancara.pooling"
[[open]]
key = "stages.wawancara.criteria"
may = ["fill", "add", "replace", "remove"]
optional = true
"""
PROVINCE = """schema = 1
[ruleset]
id = "n/provinsi"
version = "1.0"
title = "Provinsi"
extends = "n/negara"
source = "assumption"
[decision]
cut-score = 65
[[stages]]
id = "wawancara"
quorum = 2
[[open]]
key = "ranking.within"
[[open]]
key = "stages.wawancara.quorum"
"""
CITY = """schema = 1
[ruleset]
id = "n/kota"
version = "1.0"
title = "Kota"
extends = "n/provinsi"
source = "assumption"
"""
WITHIN = '[ranking]\nwithin = "event"\n'
SHEET = """{"event": {"id": "x", "date": "2025-03-04"}, "candidates": [{"id": "A01"}],
 "examiners": [{"id": "E1"}, {"id": "E2"}], "ratings": [
 {"candidacy": "A01", "stage": "wawancara", "criterion": "a", "examiner": "E1", "value": "80"},
 {"candidacy": "A01", "stage": "wawancara", "criterion": "a", "examiner": "E2", "value": "80"},
 {"candidacy": "A01", "stage": "wawancara", "criterion": "b", "examiner": "E1", "value": "70"},
 {"candidacy": "A01", "stage": "wawancara", "criterion": "b", "examiner": "E2", "value": "70"}]}"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "negara.toml").write_text(NATION, encoding="utf-8")
    (tmp_path / "provinsi.toml").write_text(PROVINCE, encoding="utf-8")
    (tmp_path / "kota.toml").write_text(CITY + WITHIN, encoding="utf-8")
    return tmp_path


def checked(text: str, folder: Path) -> tuple[Finding, ...]:
    return ujikom.check(ujikom.parse_ruleset(text, file="ini.toml"), rulesets=[folder])


def told(text: str, folder: Path) -> list[str]:
    return [f"{each.code} {each.place} {each.path}" for each in checked(text, folder)]


def refused(name: str, folder: Path) -> tuple[Finding, ...]:
    with pytest.raises(Refused) as caught:
        ujikom.plan(name, rulesets=[folder])
    return caught.value.findings


# ------------------------------------------------------------------ without a value


@pytest.mark.parametrize("id_", ["n/negara", "n/provinsi", "n/kota"])
def test_a_base_that_hands_a_term_on_checks_clean(folder: Path, id_: str) -> None:
    assert ujikom.check(id_, rulesets=[folder]) == ()


def test_a_base_that_neither_fills_in_a_term_nor_hands_it_on_is_told(folder: Path) -> None:
    for without in ('key = "ranking.within"\n', 'key = "ranking.within"\nmay = ["add"]\n'):
        text = PROVINCE.replace('key = "ranking.within"\n', without)
        text = text.replace("[[open]]\n" + without, "") if "may" not in without else text
        assert "UJ424 ini.toml:6:11 ranking.within" in told(text, folder)


def test_the_last_overlay_has_to_fill_it_in_and_is_told_once(folder: Path) -> None:
    (finding,) = checked(CITY, folder)
    assert (finding.code, str(finding.place), finding.article) == (
        "UJ424", "ini.toml:6:11", "Pasal 9",
    )  # fmt: skip
    files = [(Path(each.file).name, each.line) for each in finding.related]
    assert files == [("negara.toml", 15), ("provinsi.toml", 14)]


def test_nothing_is_scored_with_a_term_that_is_handed_on(folder: Path) -> None:
    (finding,) = refused("n/provinsi", folder)
    assert (finding.code, Path(finding.place.file).name, finding.place.line) == (
        "UJ434", "provinsi.toml", 14,
    )  # fmt: skip
    assert (finding.path, finding.article) == ("open.0.key", "Pasal 9")
    assert [Path(each.file).name for each in finding.related] == ["negara.toml"]
    assert 'extends = "n/provinsi"' in hint_of(finding, "id")
    waiting = [each.args["key"] for each in refused("n/negara", folder)]
    assert waiting == ["ranking.within", "stages.wawancara.quorum", "decision.cut-score"]
    sheet = ujikom.parse_scoresheet(SHEET)
    with pytest.raises(Refused):
        ujikom.score("n/provinsi", sheet, rulesets=[folder])
    evaluation = ujikom.score("n/kota", sheet, rulesets=[folder])
    total = evaluation["A01"].total
    assert total is not None
    assert total.value == 75  # the mean of 80 and 70


def test_the_bundled_frames_have_a_value_for_all_that_they_leave_open() -> None:
    for id_ in ("national/seleksi-terbuka", "national/ujikom-mutasi"):
        assert ujikom.plan(id_).findings == ()


def test_cases_of_a_base_that_hands_a_term_on_are_refused_like_scoring(folder: Path) -> None:
    (folder / "lembar.json").write_text(SHEET, encoding="utf-8")
    (folder / "provinsi.cases.toml").write_text(
        '[[cases]]\nid = "satu"\ntitle = "Satu"\nscoresheet = "lembar.json"\n'
        '[cases.expect.A01]\ntotal = "75"\n',
        encoding="utf-8",
    )
    report = run_cases(folder / "provinsi.toml", rulesets=[folder])
    assert [each.code for each in report.findings] == ["UJ434"]
    assert not report.passed


def test_a_comparison_reads_such_a_base_and_scores_nothing_with_it(folder: Path) -> None:
    sheet = ujikom.parse_scoresheet(SHEET)
    found = compare("n/provinsi", "n/kota", sheet, rulesets=[folder])
    changed = document(found, "en")
    assert [each["path"] for each in changed["changes"]] == ["ranking.within"]  # type: ignore[attr-defined]
    assert found.effect is not None
    assert [each.code for each in found.effect.one.findings] == ["UJ434"]
    assert found.effect.one.evaluation is None
    assert found.effect.other.evaluation is not None


def test_it_may_be_begun_over_and_offers_what_is_still_open(folder: Path) -> None:
    text = overlay("n/baru", api.merged("n/provinsi", rulesets=[folder]).root, "n/provinsi", "id")
    assert "within" in text
    assert "#quorum = 2" in text
    assert "cut-score" not in text
    assert told(text, folder) == ["UJ424 ini.toml:12:11 ranking.within"]


# ------------------------------------------------------------------ what is settled


@pytest.mark.parametrize(
    "province, city, place",
    [
        ("[decision]\ncut-score = 65", "[decision]\ncut-score = 70", "9:13"),
        ('[ranking]\nwithin = "position"', '[ranking]\nwithin = "event"', "9:10"),
        ('[[stages]]\nid = "wawancara"\npooling = "median"',
         '[[stages]]\nid = "wawancara"\npooling = { use = "trimmed-mean", drop = 1 }', "10:11"),
        ('[[stages]]\nid = "wawancara"\npooling = { use = "trimmed-mean", drop = 1 }',
         '[[stages]]\nid = "wawancara"\npooling = { drop = 2 }', "10:20"),
        ('[[stages]]\nid = "wawancara"\ncriteria = [{ id = "a", weight = 60 }, { id = "b", weight = 40 }]',
         '[[stages]]\nid = "wawancara"\ncriteria = [{ id = "a", weight = 50 }]',
         "10:34"),
    ],
)  # fmt: skip
def test_what_the_base_between_has_filled_in_is_closed_and_cannot_be_opened(
    folder: Path, province: str, city: str, place: str
) -> None:
    head = PROVINCE[: PROVINCE.index("[decision]")]
    (folder / "provinsi.toml").write_text(head + province + "\n", encoding="utf-8")
    found = [each for each in checked(CITY + city, folder) if each.code == "UJ420"]
    assert [str(each.place) for each in found] == [f"ini.toml:{place}"]
    assert [Path(each.file).name for each in found[0].related] == ["provinsi.toml"]
    key = found[0].path
    opening = checked(f'{CITY}[[open]]\nkey = "{key}"\n', folder)
    assert ("UJ433", "ini.toml:9:7") in [(each.code, str(each.place)) for each in opening]
    again = f'{head}{province}\n[[open]]\nkey = "{key}"\n'
    (folder / "provinsi.toml").write_text(again, encoding="utf-8")
    assert "UJ420" not in [each.code for each in checked(CITY + city, folder)]


def test_what_is_added_to_a_list_is_settled_and_the_list_is_not(folder: Path) -> None:
    items = '{ id = "a", weight = 40 }, { id = "b", weight = 40 }, { id = "c", weight = 20 }'
    added = f'[[stages]]\nid = "wawancara"\ncriteria = [{items}]\n'
    head = PROVINCE[: PROVINCE.index("[decision]")]
    (folder / "provinsi.toml").write_text(head + added, encoding="utf-8")
    one = '[[stages]]\nid = "wawancara"\ncriteria = [{ id = "%s"%s }]\n'
    assert "UJ420 ini.toml:10:34 stages.wawancara.criteria.c.weight" in told(
        CITY + one % ("c", ", weight = 30"), folder
    )
    assert [
        each.code for each in checked(CITY + one % ("d", ", weight = 0"), folder)
    ] == [each.code for each in checked(CITY, folder)]  # fmt: skip


# ------------------------------------------------------------------ read back


def opened(name: str, folder: Path, lang: Lang) -> list[list[str]]:
    """By table of the section about open terms, its rows, key, and who filled in and opened."""
    page = showing.page(name, lang, rulesets=[folder])
    (section,) = [each for each in page.sections if each.id == "open"]
    tables = [each for each in section.blocks if isinstance(each, showing.Table)]
    return [
        [
            " | ".join("".join(map(str, line.said.pieces)) for line in (cell[0] for cell in cells))
            for row in table.rows
            for cells in [[row.cells[0], *row.cells[-2:]] if table is not tables[0] else row.cells[:1]]
        ]
        for table in tables
    ]  # fmt: skip


def test_show_tells_what_is_still_open_and_who_filled_in_the_rest(folder: Path) -> None:
    still, filled = opened("n/kota", folder, "en")
    assert [each.rpartition("(")[2] for each in still] == [
        "stages.wawancara.quorum)", "stages.wawancara.pooling)", "stages.wawancara.criteria)",
    ]  # fmt: skip
    assert [each.rpartition("(")[2] for each in filled] == [
        "ranking.within) | this ruleset | n/negara 1.0",
        "decision.cut-score) | n/provinsi 1.0 | n/negara 1.0",
    ]
    still, filled = opened("n/provinsi", folder, "id")
    assert "ranking.within" in still[0]
    assert [each.rpartition("(")[2] for each in filled] == [
        "decision.cut-score) | berkas aturan ini | n/negara 1.0"
    ]


def test_the_permission_is_told_with_its_article_and_its_range(folder: Path) -> None:
    text = showing.show("n/kota", "id", rulesets=[folder])
    told = text[text.index("Yang telah diisi") :]
    assert "Pasal 10" in told
    assert "60[" in told
    assert text.count("decision.cut-score") == 1


def test_items_of_a_list_are_filled_in_while_the_list_stays_open(folder: Path) -> None:
    more = (
        '[[stages]]\nid = "wawancara"\ncriteria = [{ id = "a", weight = 40 }, '
        '{ id = "b", weight = 40 }, { id = "c", weight = 20 }]\n'
    )
    (folder / "kota.toml").write_text(CITY + WITHIN + more, encoding="utf-8")
    still, filled = opened("n/kota", folder, "en")
    assert "stages.wawancara.criteria" in still[-1]
    assert filled[-1].endswith("(stages.wawancara.criteria) | this ruleset | n/negara 1.0")


def test_a_term_for_further_stages_is_filled_in_by_a_stage_and_not_by_a_weight(
    folder: Path,
) -> None:
    frame = CITY.replace("n/provinsi", "national/seleksi-terbuka")
    weight = '[[stages]]\nid = "wawancara"\nweight = 35\n'
    (folder / "kota.toml").write_text(frame + weight, encoding="utf-8")
    assert [each.split(" | ")[0] for each in opened("n/kota", folder, "en")[1]] == [
        "Final interview › weight (stages.wawancara.weight)"
    ]
    health = (
        '[facts]\nsehat = { type = "yes-no" }\n[[stages]]\nid = "kesehatan"\n'
        'kind = "requirement-gate"\nrequire = { fact = "sehat", is = true }\n'
    )
    (folder / "kota.toml").write_text(frame + health, encoding="utf-8")
    still, filled = opened("n/kota", folder, "en")
    assert filled == ["all stages (stages) | this ruleset | national/seleksi-terbuka 1.0"]
    assert "all stages (stages)" in still


def test_what_is_all_filled_in_leaves_nothing_open(folder: Path) -> None:
    closing = NATION[: NATION.index('[[open]]\nkey = "stages.wawancara.quorum"')]
    (folder / "negara.toml").write_text(closing, encoding="utf-8")
    city = CITY.replace("n/provinsi", "n/negara") + WITHIN
    (folder / "kota.toml").write_text(city, encoding="utf-8")
    (filled,) = opened("n/kota", folder, "en")
    assert len(filled) == 1
    page = showing.plan_page(ujikom.plan("n/kota", rulesets=[folder]), "en")
    text = showing.text_of(page)
    assert "What is left to the region" not in text
    assert (
        "negara.toml" in text[text.index("What has been filled in") :]
    )  # no base is known by name


def test_texts_of_the_finding_speak_both_languages(folder: Path) -> None:
    (finding,) = refused("n/provinsi", folder)
    assert text_of(finding, "id").startswith("ketentuan terbuka 'ranking.within' diteruskan")
    assert text_of(finding, "en").startswith("the open term 'ranking.within' is handed on")
