"""What an overlay makes wrong in a base is told in the overlay; what only follows is not told."""

from pathlib import Path

import pytest

import ujikom_rules as ujikom
from ujikom_rules.errors import Finding
from ujikom_rules.messages import text_of

HEAD = """schema = 1
[ruleset]
id = "kota/ID"
version = "1.0"
title = "Kota"
source = "assumption"
"""
SCALE = "scale = { lower = 0, upper = 100 }"
BASE = (
    HEAD.replace("ID", "induk")
    + '[facts]\neducation = { type = "level", levels = ["S1", "S2"] }\n'
    + '[panel]\nuse = "composition"\nsize = { at-least = 5, at-most = 9, odd = true }\n'
    + '[[stages]]\nid = "a"\nkind = "panel"\nweight = 40\n'
    + "scale = { lower = 1, upper = 2, step = 1 }\n"
    + 'value = { use = "levels", points = { 1 = 50, 2 = 100 } }\n'
    + f'[[stages]]\nid = "b"\nkind = "panel"\nweight = 60\nweighting = "equal"\neach = {{ {SCALE} }}\n'
    + "[[stages.criteria]]\n"
    + 'id = "c"\n'
    + "[[stages.criteria]]\n"
    + 'id = "d"\n'
    + "[[stages.criteria]]\n"
    + 'id = "e"\nreads = { fact = "education" }\n'
    + 'value = { use = "levels", points = { S1 = 80, S2 = 90 } }\n'
)  # fmt: skip


def opened(*terms: str) -> str:
    """The base, with keys that are open to everything."""
    may = 'may = ["fill", "add", "replace", "remove"]\noptional = true\n'
    return BASE + "".join(f'[[open]]\nkey = "{each}"\n{may}' for each in terms)


def errors(folder: Path, own: str, *terms: str) -> list[Finding]:
    (folder / "induk.toml").write_text(opened(*terms), encoding="utf-8")
    head = HEAD.replace("ID", "kota").replace("source", 'extends = "kota/induk"\nsource')
    (folder / "kota.toml").write_text(head + own, encoding="utf-8")
    return list(ujikom.check(str(folder / "kota.toml"), plugins={}, rulesets=[folder]))


def told(folder: Path, own: str, *terms: str) -> list[tuple[str, str, list[str]]]:
    return [
        (
            each.code,
            f"{Path(each.place.file).name}:{each.place.line} {each.path}",
            [f"{Path(at.file).name}:{at.line}" for at in each.related],
        )
        for each in errors(folder, own, *terms)
    ]


def line(text: str, nth: int = 1) -> int:
    """The line of the base in which a text stands for the nth time."""
    return [n for n, each in enumerate(BASE.splitlines(), start=1) if text in each][nth - 1]


def test_the_base_is_right_by_itself(tmp_path: Path) -> None:
    assert told(tmp_path, "") == []


# --- told in the overlay


def test_weights_that_given_asks_for_are_told_at_it(tmp_path: Path) -> None:
    own = '[[stages]]\nid = "b"\nweighting = "given"\ncriteria = [{ id = "c", weight = 20 }]\n'
    lacking = [f"induk.toml:{line(text)}" for text in ('id = "d"', 'id = "e"')]
    (found,) = errors(tmp_path, own, "stages.b")
    assert told(tmp_path, own, "stages.b") == [
        ("UJ302", "kota.toml:10 stages.b.weighting", lacking)
    ]
    assert text_of(found, "en") == "no weight is given to 'd, e'"


def test_a_weight_that_one_more_criterion_asks_for_is_told_at_that(tmp_path: Path) -> None:
    one = (
        HEAD.replace("ID", "induk")
        + f'[[stages]]\nid = "b"\nkind = "panel"\n{SCALE}\n[[open]]\nkey = "stages"\nmay = ["add"]\n'
    )
    own = f'[[stages]]\nid = "n"\nkind = "panel"\nWEIGHT{SCALE}\n'
    (tmp_path / "induk.toml").write_text(one, encoding="utf-8")
    head = HEAD.replace("ID", "kota").replace("source", 'extends = "kota/induk"\nsource')
    for weight, line_, path in (("weight = 30\n", 11, "stages.n.weight"), ("", 8, "stages.n")):
        text = head + own.replace("WEIGHT", weight)
        (tmp_path / "kota.toml").write_text(text, encoding="utf-8")
        found = ujikom.check(str(tmp_path / "kota.toml"), plugins={}, rulesets=[tmp_path])
        assert (found[0].code, found[0].place.line, found[0].path) == ("UJ302", line_, path)
        assert {Path(each.place.file).name for each in found} == {"kota.toml"}


def test_a_sum_is_told_at_what_was_taken_out(tmp_path: Path) -> None:
    own = '[[stages]]\nid = "a"\nremove = true\n'
    assert told(tmp_path, own, "stages") == [
        ("UJ301", "kota.toml:10 stages.a.remove", [f"induk.toml:{line('weight = 60')}"])
    ]


@pytest.mark.parametrize(
    "own, terms, place",
    [
        (
            '[facts]\neducation = { type = "level", levels = ["D3", "S1", "S2"] }\n',
            "facts",
            "kota.toml:9 facts.education.levels",
        ),
        (
            '[[stages]]\nid = "a"\nscale = { lower = 1, upper = 3, step = 1 }\n',
            "stages.a.scale",
            "kota.toml:10 stages.a.scale",
        ),
    ],
)
def test_a_value_without_points_is_told_where_it_was_added(
    tmp_path: Path, own: str, terms: str, place: str
) -> None:
    points = line("points", 2 if terms == "facts" else 1)
    assert told(tmp_path, own, terms) == [("UJ513", place, [f"induk.toml:{points}"])]


def test_what_is_wrong_in_the_base_by_itself_stays_there(tmp_path: Path) -> None:
    wrong = BASE.replace("S1 = 80, ", "")
    (tmp_path / "induk.toml").write_text(wrong, encoding="utf-8")
    head = HEAD.replace("ID", "kota").replace("source", 'extends = "kota/induk"\nsource')
    (tmp_path / "kota.toml").write_text(head, encoding="utf-8")
    (found,) = ujikom.check(str(tmp_path / "kota.toml"), plugins={}, rulesets=[tmp_path])
    assert (found.code, Path(found.place.file).name) == ("UJ513", "induk.toml")


def test_a_panel_is_told_at_the_seats_that_were_added(tmp_path: Path) -> None:
    own = '[[panel]]\nuse = "composition"\nseats = [{ kind = "x", count = 4 }, { kind = "y", count = 2 }]\n'
    (found,) = told(tmp_path, own, "panel")
    assert found == (
        "UJ370",
        "kota.toml:10 panel.1.seats.0.count",
        ["kota.toml:10", f"induk.toml:{line('size =')}"],
    )


# --- what only follows from a refusal


@pytest.mark.parametrize(
    "own, terms, code, place",
    [
        ('[[stages]]\nid = "a"\nremove = true\n', (), "UJ420", "kota.toml:10 stages.a"),
        ('[[stages]]\nid = "a"\nweight = 30\n', (), "UJ420", "kota.toml:10 stages.a.weight"),
        ('[decision]\naggregation = "mean"\n', (), "UJ420", "kota.toml:8 decision"),
        (
            '[decision]\naggregation = "mean"\n',
            ("decision.compare",),
            "UJ420",
            "kota.toml:9 decision.aggregation",
        ),
        (
            '[[stages]]\nid = "b"\nweighting = "given"\n',
            ("stages.b.each",),
            "UJ420",
            "kota.toml:10 stages.b.weighting",
        ),
        (
            '[facts]\neducation = { type = "level", levels = ["D3", "S1", "S2"] }\n',
            (),
            "UJ420",
            "kota.toml:9 facts.education.levels",
        ),
    ],
)
def test_a_refusal_is_told_alone(
    tmp_path: Path, own: str, terms: tuple[str, ...], code: str, place: str
) -> None:
    assert [found[:2] for found in told(tmp_path, own, *terms)] == [(code, place)]


def test_other_weights_are_told_beside_a_refusal(tmp_path: Path) -> None:
    own = '[[stages]]\nid = "a"\nkind = "imported"\nweight = 30\n'
    found = told(tmp_path, own, "stages.a.weight")
    assert ("UJ301", "kota.toml:11 stages.a.weight", [f"induk.toml:{line('weight = 60')}"]) in found
    assert ("UJ420", "kota.toml:10 stages.a.kind") in [each[:2] for each in found]


def test_nobody_is_asked_for_a_term_that_was_opened_in_vain(tmp_path: Path) -> None:
    (tmp_path / "induk.toml").write_text(BASE, encoding="utf-8")
    for id_, over, more in (
        ("provinsi", "induk", '[[open]]\nkey = "decision.cut-score"\n'),
        ("kota", "provinsi", ""),
    ):
        head = HEAD.replace("ID", id_).replace("source", f'extends = "kota/{over}"\nsource')
        (tmp_path / f"{id_}.toml").write_text(head + more, encoding="utf-8")
    (found,) = ujikom.check(str(tmp_path / "kota.toml"), plugins={}, rulesets=[tmp_path])
    assert (found.code, Path(found.place.file).name) == ("UJ433", "provinsi.toml")
