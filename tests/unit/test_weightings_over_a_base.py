"""A weighting of an overlay takes the place of the weights that its base gives by default."""

from pathlib import Path

import pytest

import ujikom_rules as ujikom
from tests.compiled import node
from ujikom_rules.analysis.diff import compare, document
from ujikom_rules.analysis.starting import overlay
from ujikom_rules.messages import Lang, text_of
from ujikom_rules.model.figure import Figure

HEAD = """schema = 1
[ruleset]
id = "kota/ID"
version = "1.0"
title = "Kota"
source = "assumption"
"""
SCALE = "scale = { lower = 0, upper = 100 }"
OPENS = ("stages.a.weight", "stages.b.weight", "decision.weighting", "stages.b.weighting",
         "stages.b.criteria")  # fmt: skip
BY_FACT = """[facts]
group = { type = "text", one-of = ["x", "y"] }
[decision]
weighting = { use = "by-fact", fact = "group", table = { x = { a = 50, b = 50 }, y = { a = 30, b = 70 } } }
"""
EQUAL = '[decision]\nweighting = "equal"\n'
EVENT = {
    "event": {"id": "uji", "date": "2025-01-06"},
    "candidates": [{"id": "P1", "facts": {"group": "y"}}, {"id": "P2", "facts": {"group": "x"}}],
    "examiners": [{"id": "E1"}],
    "ratings": [
        {"candidacy": who, "stage": stage, "criterion": criterion, "examiner": "E1", "value": value}
        for who in ("P1", "P2")
        for stage, criterion, value in (("a", None, 60), ("b", "c", 90), ("b", "d", 90))
    ],
}


def base(*opens: str, more: str = "") -> str:
    """Stages ``a`` 40, ``b`` 60 with criteria ``c`` 20, ``d`` the rest; and what is open."""
    terms = "".join(f'[[open]]\nkey = "{each}"\n' for each in opens or OPENS)
    return (
        HEAD.replace("ID", "induk")
        + f'[[stages]]\nid = "a"\nkind = "panel"\nweight = 40\n{SCALE}\n'
        + f'[[stages]]\nid = "b"\nkind = "panel"\nweight = 60\neach = {{ {SCALE} }}\n'
        + 'criteria = [{ id = "c", weight = 20 }, { id = "d", weight = "rest" }]\n'
        + terms.replace('"decision.weighting"', '"decision.weighting"\noptional = true').replace(
            '"stages.b.weighting"', '"stages.b.weighting"\noptional = true'
        )
        + more
    )


def city(own: str, over: str = "kota/induk", id: str = "kota") -> str:
    return HEAD.replace("ID", id).replace("source", f'extends = "{over}"\nsource') + own


def laid(folder: Path, own: str, **files: str) -> str:
    """The name of a file over a base, and over others beside it."""
    for name, text in {"induk": base(), **files, "kota": city(own)}.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return str(folder / "kota.toml")


def told(folder: Path, own: str, **files: str) -> list[tuple[str, str, list[str]]]:
    found = ujikom.check(laid(folder, own, **files), plugins={}, rulesets=[folder])
    return [
        (
            each.code,
            f"{Path(each.place.file).name}:{each.place.line} {each.path}",
            [f"{Path(at.file).name}:{at.line}" for at in each.related],
        )
        for each in found
    ]


def planned(folder: Path, own: str, **files: str) -> ujikom.Plan:
    return ujikom.plan(laid(folder, own, **files), plugins={}, rulesets=[folder])


def total(plan: ujikom.Plan, who: str) -> Figure:
    found = ujikom.evaluate(plan, ujikom.parse_scoresheet(EVENT))[who].total
    assert found is not None
    return found


def test_rows_by_a_fact_weigh_in_place_of_the_weights_of_the_base(tmp_path: Path) -> None:
    assert told(tmp_path, BY_FACT) == []
    plan = planned(tmp_path, BY_FACT)
    one, other = total(plan, "P1"), total(plan, "P2")
    assert [one.value, other.value] == [81, 75]  # 18 + 63, and 30 + 45
    path = "decision.weighting.table.y.a"
    column = BY_FACT.splitlines()[-1].index("30, b = 70") + 1
    places = {str(each.place) for each in one.walk() if each.path == path}
    assert places == {f"{tmp_path / 'kota.toml'}:11:{column}"}  # what `why` cites


def test_equal_weights_arise_in_place_of_given_ones(tmp_path: Path) -> None:
    assert told(tmp_path, EQUAL) == []
    assert total(planned(tmp_path, EQUAL), "P1").value == 75


def test_given_takes_the_place_of_nothing(tmp_path: Path) -> None:
    own = '[decision]\nweighting = "given"\n'
    assert told(tmp_path, own) == []
    plan = planned(tmp_path, own)
    weights = [each.weight.value for each in plan.decision.node.children if each.weight]
    assert weights == [40, 60]


def test_only_the_children_of_the_node_give_way(tmp_path: Path) -> None:
    own = '[[stages]]\nid = "b"\nweighting = "equal"\n'
    assert told(tmp_path, own) == []
    plan = planned(tmp_path, own)
    assert [each.weight.value for each in plan.decision.node.children if each.weight] == [40, 60]
    assert [each.weight for each in node(plan, "b").children] == [None, None]


def test_criteria_of_criteria_give_way_too(tmp_path: Path) -> None:
    inner = (
        '[[stages]]\nid = "e"\nkind = "panel"\nweight = 0\n'
        f'each = {{ {SCALE} }}\n[[stages.criteria]]\nid = "f"\n'
        'criteria = [{ id = "g", weight = 10 }, { id = "h", weight = 90 }]\n'
        '[[open]]\nkey = "stages.e.criteria"\n'
    )
    own = '[[stages]]\nid = "e"\n[[stages.criteria]]\nid = "f"\nweighting = "equal"\n'
    plan = planned(tmp_path, own, induk=base(more=inner))
    assert [each.weight for each in node(plan, "e.f").children] == [None, None]


def test_a_weight_that_the_overlay_writes_itself_stays_and_is_told(tmp_path: Path) -> None:
    own = f'[[stages]]\nid = "a"\nweight = 40\n{EQUAL}'
    assert told(tmp_path, own) == [("UJ305", "kota.toml:10 stages.a.weight", [])]


def test_a_closed_weighting_is_told_alone(tmp_path: Path) -> None:
    closed = base("stages.a.weight", "stages.b.weight")
    ((code, place, _),) = told(tmp_path, EQUAL, induk=closed)
    assert (code, place) == ("UJ420", "kota.toml:8 decision")
    decided = f'{closed}[decision]\ncompare = "unrounded"\n'
    ((code, place, _),) = told(tmp_path, EQUAL, induk=decided)
    assert (code, place) == ("UJ420", "kota.toml:9 decision.weighting")


def test_a_closed_weight_does_not_give_way(tmp_path: Path) -> None:
    closed = base("stages.b.weight", "decision.weighting")
    assert told(tmp_path, EQUAL, induk=closed) == [
        ("UJ420", "kota.toml:9 decision.weighting", ["induk.toml:10"])
    ]
    (found,) = ujikom.check(laid(tmp_path, EQUAL, induk=closed), plugins={}, rulesets=[tmp_path])
    assert "'stages.a.weight'" in text_of(found, "id")
    assert "'stages.a.weight'" in text_of(found, "en")


def test_a_weight_that_an_overlay_between_has_filled_in_does_not_give_way(tmp_path: Path) -> None:
    weights = '[[stages]]\nid = "a"\nweight = 30\n[[stages]]\nid = "b"\nweight = 70\n'
    files = {"induk": base(), "provinsi": city(weights, id="provinsi")}
    for name, text in files.items():
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    (tmp_path / "kota.toml").write_text(city(EQUAL, over="kota/provinsi"), encoding="utf-8")
    (found,) = ujikom.check(str(tmp_path / "kota.toml"), plugins={}, rulesets=[tmp_path])
    assert (found.code, found.path) == ("UJ420", "decision.weighting")
    assert [(Path(at.file).name, at.line) for at in found.related] == [("provinsi.toml", 10)]
    again = '[[open]]\nkey = "stages.a.weight"\n[[open]]\nkey = "stages.b.weight"\n'
    handed = city(weights + again, id="provinsi")
    (tmp_path / "provinsi.toml").write_text(handed, encoding="utf-8")
    assert ujikom.check(str(tmp_path / "kota.toml"), plugins={}, rulesets=[tmp_path]) == ()


@pytest.mark.parametrize(
    "own, place",
    [
        (EQUAL, "kota.toml:9 decision.weighting"),
        (BY_FACT, "kota.toml:11 decision.weighting.table.y.a"),
    ],
)
def test_ranges_hold_for_the_weights_that_arise(tmp_path: Path, own: str, place: str) -> None:
    high = "50" if own is BY_FACT else "45"
    low = "35" if own is BY_FACT else "10"
    ranged = base().replace(
        '"stages.a.weight"', f'"stages.a.weight"\nat-least = {low}\nat-most = {high}'
    )
    ((code, at, (term,)),) = told(tmp_path, own, induk=ranged)
    assert (code, at, term) == ("UJ366", place, "induk.toml:19")


@pytest.mark.parametrize("wrong", ["5", "{ fact = 'group' }"])
def test_a_weighting_that_is_none_takes_the_place_of_nothing(tmp_path: Path, wrong: str) -> None:
    found = told(tmp_path, f"[decision]\nweighting = {wrong}\n")
    assert {code for code, _, _ in found} <= {"UJ202", "UJ203", "UJ206", "UJ501", "UJ511"}
    assert found


def test_it_is_shown_and_compared_without_the_weights_that_gave_way(tmp_path: Path) -> None:
    name = laid(tmp_path, EQUAL)
    shown = ujikom.show(name, plugins={}, rulesets=[tmp_path], lang="id")
    assert "bobot sama besar" in shown
    filled = shown.partition("Yang telah diisi")[2]
    assert "(decision.weighting)" in filled
    assert "(stages.a.weight)" not in filled
    changed = document(compare("kota/induk", name, plugins={}, rulesets=[tmp_path]), "id")
    paths = [each["path"] for each in changed["changes"]]  # type: ignore[attr-defined]
    assert paths == ["stages.a.weight", "stages.b.weight", "decision.weighting"]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_new_ruleset_says_what_a_weighting_does(lang: Lang) -> None:
    text = overlay("kota/x", ujikom.parse_ruleset(base()).root, "kota/induk", lang)
    said = {"id": "bobot aturan induk di kelompok itu", "en": "the weights of the base in that"}
    unwrapped = text.replace("\n# ", " ")
    assert unwrapped.count(said[lang]) == 2  # of [decision], and of stage b


def test_the_national_frame_lets_a_city_weigh_by_a_fact() -> None:
    own = BY_FACT.replace("a = ", "rekam-jejak = ").replace("b = ", "wawancara = ")
    text = city(own, over="national/ujikom-mutasi")
    assert ujikom.check(ujikom.parse_ruleset(text), plugins={}) == ()
