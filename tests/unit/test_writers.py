"""An overlay that writes its base's own value decides it: place, source and citation are its own."""

from pathlib import Path
from typing import Any

import pytest

import ujikom_rules as ujikom
from tests.house import ROOT
from tests.unit.test_overlay import Shelf, one, plain, read, ruleset
from ujikom_rules.analysis import checking, showing
from ujikom_rules.analysis.diff import compare
from ujikom_rules.errors import Finding
from ujikom_rules.messages import LANGS, Lang
from ujikom_rules.model.entry import ASSUMPTION, Entry, Source
from ujikom_rules.reading.canonical import digest
from ujikom_rules.reading.overlay.resolving import resolve

DECREE = Source(title="SK 12")
SAID = 'schema = 1\n[ruleset]\nid = "n/c"\nextends = "n/a"\nsource = { title = "SK 12" }\n'


def opened(*keys: str) -> str:
    return "".join(f"[[open]]\nkey = '{key}'\n" for key in keys)


def over(base: str, more: str, head: str = SAID) -> tuple[Entry, tuple[Finding, ...]]:
    """A city's file over a base whose every number is an assumption."""
    low = read(f'schema = 1\n[ruleset]\nid = "n/a"\nsource = "assumption"\n{base}', "a.toml")
    root, findings, _ = resolve(read(head + more, "c.toml"), Shelf(low).find)
    assert digest(without(root)) == digest(
        without(resolve(read(head, "c.toml"), Shelf(low).find)[0])
    )
    return root, findings


def without(root: Entry) -> dict[str, Entry]:
    """All but what names the file itself."""
    return {key: each for key, each in root.table().items() if key != "ruleset"}


def of(root: Entry, path: str) -> tuple[str, Source | None]:
    """In which file a value stands, and what covers it."""
    entry = one(root, path)
    return entry.place.file, entry.source


STAGE = "[[stages]]\nid = 's'\nweight = 35\ntitle = 'S'\n"


def test_who_decides_what_is_open_is_its_writer_also_with_the_base_s_number() -> None:
    root, findings = over(opened("stages.s.weight") + STAGE, STAGE.replace("35", "35.0"))
    assert findings == ()
    weight = one(root, "stages.s.weight")
    assert (str(weight.place), weight.source, weight.data) == ("c.toml:8:10", DECREE, 35)
    assert of(root, "stages.s.title")[0] == "a.toml"  # texts are nobody's decision
    assert of(root, "stages.s.id")[0] == "a.toml"


def test_a_closed_key_that_is_written_again_is_the_base_s() -> None:
    term = "[[open]]\nkey = 'stages'\nmay = ['add']\n"
    for said in ("", term):
        root, findings = over(said + STAGE, STAGE)
        assert findings == ()
        assert of(root, "stages.s.weight") == ("a.toml", ASSUMPTION)


def test_under_a_cited_number_one_without_a_source_is_an_assumption() -> None:
    base = opened("stages.s.weight") + STAGE + "source = { title = 'PP 11' }\n"
    head = SAID.replace('source = { title = "SK 12" }\n', "")
    assert of(over(base, STAGE)[0], "stages.s.weight") == ("c.toml", DECREE)
    assert of(over(base, STAGE, head)[0], "stages.s.weight") == ("c.toml", ASSUMPTION)
    plain_base = read(
        'schema = 1\n[ruleset]\nid = "n/a"\n' + opened("stages.s.weight") + STAGE, "a.toml"
    )
    root, _, _ = resolve(read(head + STAGE, "c.toml"), Shelf(plain_base).find)
    assert of(root, "stages.s.weight") == ("c.toml", None)


@pytest.mark.parametrize("base", ["'mean'", "'core:mean'", "{ use = 'mean' }"])
@pytest.mark.parametrize("said", ["'mean'", "'core:mean'", "{ use = 'mean' }"])
def test_a_part_may_be_named_in_another_way(base: str, said: str) -> None:
    term = opened("stages.s.pooling")
    root, findings = over(
        f"{term}[[stages]]\nid = 's'\npooling = {base}", f"[[stages]]\nid = 's'\npooling = {said}"
    )
    assert findings == ()
    assert one(root, "stages.s.pooling").place.file == "c.toml"


LINEAR = "value = { use = 'linear', from = [0, 100], to = [0, 50] }\n"


def test_a_part_with_keys_is_the_writer_s_as_far_as_it_was_written() -> None:
    base = opened("stages.s.value") + f"[[stages]]\nid = 's'\n{LINEAR}"
    whole, _ = over(base, f"[[stages]]\nid = 's'\n{LINEAR}")
    for path in ("", ".use", ".from", ".from.0", ".to.1"):
        assert of(whole, f"stages.s.value{path}") == ("c.toml", DECREE)
    some, _ = over(base, "[[stages]]\nid = 's'\nvalue = { use = 'linear', to = [0, 50] }\n")
    assert of(some, "stages.s.value.to.1") == ("c.toml", DECREE)
    assert of(some, "stages.s.value.from.1") == ("a.toml", ASSUMPTION)
    assert of(some, "stages.s.value")[0] == "a.toml"
    unnamed, _ = over(base, "[[stages]]\nid = 's'\nvalue = { to = [0, 50] }\n")
    assert of(unnamed, "stages.s.value.to.1") == ("c.toml", DECREE)


def test_a_list_of_parts_is_the_writer_s_with_all_beneath_it() -> None:
    base = "value = [{ use = 'linear', from = [0, 9], to = [0, 3] }, 'reversed']\n"
    said = "value = [{ use = 'linear', to = [0, 3], from = [0, 9] }, { use = 'reversed' }]\n"
    root, _ = over(
        f"{opened('stages.s.value')}[[stages]]\nid = 's'\n{base}", f"[[stages]]\nid = 's'\n{said}"
    )
    found = one(root, "stages.s.value")
    assert {each.place.file for each in found.walk()} == {"c.toml"}
    assert {each.source for each in found.walk()} == {DECREE}
    assert of(root, "stages.s.value.1") == ("c.toml", DECREE)


def test_what_another_part_takes_over_is_told_as_before() -> None:
    """Its keys may bear the names and numbers of those of the base's part."""
    base = opened("stages.s.value") + f"[[stages]]\nid = 's'\n{LINEAR}"
    low = read(f'schema = 1\n[ruleset]\nid = "n/a"\n{base}', "a.toml")
    said = LINEAR.replace("'linear'", "'kota:lain'")
    root, findings, _ = resolve(
        read(f"{SAID}[[stages]]\nid = 's'\n{said}", "c.toml"), Shelf(low).find
    )
    assert findings == ()
    assert plain(one(root, "stages.s.value"))["use"] == "kota:lain"
    assert of(root, "stages.s.value.from.1") == ("c.toml", DECREE)


def test_items_of_lists_are_told_apart_by_their_ids() -> None:
    levels = "scale = { levels = [{ id = 'a', value = 1 }, { id = 'b', value = 2 }] }\n"
    base = opened("stages.s.scale") + f"[[stages]]\nid = 's'\n{levels}"
    more = "[[stages]]\nid = 's'\nscale = { levels = [{ id = 'b', value = 2 }] }\n"
    root, findings = over(base, more)
    assert findings == ()
    assert of(root, "stages.s.scale.levels.b.value") == ("c.toml", DECREE)
    assert of(root, "stages.s.scale.levels.a.value") == ("a.toml", ASSUMPTION)


@pytest.mark.parametrize("base", ["[panel]", "[[panel]]"])
def test_the_only_rule_of_a_panel_may_be_decided_again(base: str) -> None:
    rule = f"{base}\nuse = 'composition'\nquorum = 3\n"
    root, findings = over(opened("panel") + rule, "[panel]\nquorum = 3\n")
    assert findings == ()
    panel = one(root, "panel")
    found = (panel.items() or (panel,))[0].table()["quorum"]
    assert (found.place.file, found.source) == ("c.toml", DECREE)
    two = "[[panel]]\nuse = 'composition'\nquorum = 3\n[[panel]]\nuse = 'kota:lain'\n"
    root, findings = over(opened("panel") + two, "[panel]\nuse = 'composition'\nquorum = 3\n")
    assert findings == ()
    assert one(root, "panel").items()[0].table()["quorum"].place.file == "a.toml"


LOW = opened("decision.cut-score") + "[decision]\ncut-score = 60\n"


@pytest.mark.parametrize("term", ["decision.cut-score", "decision"])
def test_a_province_that_decides_the_base_s_number_has_filled_it_in(term: str) -> None:
    low = ruleset("n/a", more=LOW.replace("decision.cut-score", term))
    province = ruleset("n/b", extends='"n/a"', more="[decision]\ncut-score = 60")
    city = ruleset("n/c", extends='"n/b"', more="[decision]\ncut-score = 65")
    _, (finding,), _ = resolve(city, Shelf(low, province).find)
    assert (finding.code, str(finding.place)) == ("UJ420", "c.toml:7:13")
    assert [str(each) for each in finding.related] == ["b.toml:7:13"]
    same = ruleset("n/c", extends='"n/b"', more="[decision]\ncut-score = 60")
    root, findings, _ = resolve(same, Shelf(low, province).find)
    assert findings == ()
    assert of(root, "decision.cut-score")[0] == "b.toml"
    silent = ruleset("n/b", extends='"n/a"')
    assert resolve(city, Shelf(low, silent).find)[1] == ()
    again = ruleset(
        "n/b", extends='"n/a"', more=opened("decision.cut-score") + "[decision]\ncut-score = 60"
    )
    root, findings, _ = resolve(same, Shelf(low, again).find)
    assert findings == ()
    assert of(root, "decision.cut-score")[0] == "c.toml"
    assert resolve(city, Shelf(low, again).find)[1] == ()


# ------------------------------------------------------------------ where it is read

CITY = """
schema = 1
[ruleset]
id      = "teladan/seleksi"
version = "1.0"
title   = "Seleksi"
extends = "national/seleksi-terbuka"
source  = { title = "SK Pansel 12/2026" }
[[stages]]
id     = "wawancara"
weight = 35
source = { title = "SK Pansel 12/2026", article = "Lampiran I" }
[[stages]]
id     = "asesmen"
weight = 25
"""
WROTE = {"id": "ditulis oleh berkas aturan ini", "en": "written by this ruleset"}
EVENT = ROOT / "tests/disputes/14-sulsel-2023-banten-2019/sulsel-kedua.toml"


@pytest.fixture
def city(tmp_path: Path) -> str:
    path = tmp_path / "kota.toml"
    path.write_text(CITY, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("lang", LANGS)
def test_show_names_the_decree_and_its_annex(city: str, lang: Lang) -> None:
    page = showing.page(city, lang)
    notes = {each.label: each.text for each in page.notes}
    text = showing.text_of(page)
    annex = [label for label, said in notes.items() if "Lampiran I" in said]
    assert len(annex) == 1
    assert notes[annex[0]] == f"SK Pansel 12/2026, Lampiran I; {WROTE[lang]} (kota.toml)"
    # with the stage, among the weights, and as what the open term was filled in with
    assert text.count(f"35[{annex[0]}]") == 3


def test_why_cites_the_city_s_line(city: str) -> None:
    plan = ujikom.plan(city)
    weights: dict[str, Any] = {
        each.id: each.node.weight for each in plan.stages if each.node.weight is not None
    }
    assert {id_: each.place.file for id_, each in weights.items()} == {
        "rekam-jejak": "rulesets/national/seleksi-terbuka.toml",
        "makalah": "rulesets/national/seleksi-terbuka.toml",
        "asesmen": city,
        "wawancara": city,
    }
    assert weights["asesmen"].source == Source(title="SK Pansel 12/2026")
    assert weights["makalah"].source.is_assumption


def test_what_is_decided_as_it_was_is_no_change_of_rules(city: str) -> None:
    found = compare("national/seleksi-terbuka", city)
    assert found.changes.listed == ()
    assert found.changes.otherwise_written == 0
    assert found.changes.texts == 1  # the stage has a source of its own now
    assert checking.check(city) == ()


def test_dispute_14_cites_the_article_for_all_four_weights() -> None:
    plan = ujikom.plan(str(EVENT))
    weights = [each.node.weight for each in plan.stages if each.node.weight is not None]
    assert [each.value for each in weights] == [20, 20, 25, 35]
    assert {each.place.file for each in weights} == {str(EVENT)}
    assert not any(each.source is None or each.source.is_assumption for each in weights)
