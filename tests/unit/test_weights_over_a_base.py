"""What is wrong with weights over a base stands in the file that made it wrong."""

from pathlib import Path

import ujikom_rules as ujikom

HEAD = 'schema = 1\n[ruleset]\nid = "kota/{id}"\nversion = "1.0"\ntitle = "Kota"\nsource = "assumption"\n'
BASE = HEAD.format(id="induk") + "".join(
    f'[[stages]]\nid = "{each}"\nkind = "panel"\nweight = {weight}\n'
    "scale = { lower = 0, upper = 100 }\n"
    for each, weight in (("a", 30), ("b", 30), ("c", 40))
) + "".join(
    f'[[open]]\nkey = "{key}"\noptional = true\n'
    for key in ("stages.a.weight", "stages.b.weight", "decision", "stages.c.weight")
)  # fmt: skip
OVER = HEAD.format(id="atas").replace("title", 'extends = "kota/induk"\ntitle')


def told(folder: Path, over: str, base: str = BASE) -> list[tuple[str, str, list[str]]]:
    (folder / "induk.toml").write_text(base, encoding="utf-8")
    (folder / "atas.toml").write_text(OVER + over, encoding="utf-8")
    found = ujikom.check(str(folder / "atas.toml"), plugins={}, rulesets=[folder])
    return [
        (
            each.code,
            f"{Path(each.place.file).name}:{each.place.line}",
            [f"{Path(at.file).name}:{at.line}" for at in each.related],
        )
        for each in found
        if each.severity == "error"
    ]


def test_a_wrong_sum_is_told_at_the_weight_that_was_written_over(tmp_path: Path) -> None:
    over = '[[stages]]\nid = "a"\nweight = 25\n'
    assert told(tmp_path, over) == [("UJ301", "atas.toml:10", ["induk.toml:15", "induk.toml:20"])]


def test_of_several_the_last_one_is_told(tmp_path: Path) -> None:
    over = '[[stages]]\nid = "a"\nweight = 25\n[[stages]]\nid = "b"\nweight = 25\n'
    assert told(tmp_path, over) == [("UJ301", "atas.toml:13", ["induk.toml:20"])]


def test_a_base_that_is_wrong_by_itself_is_told_there(tmp_path: Path) -> None:
    wrong = BASE.replace("weight = 40", "weight = 45")
    assert told(tmp_path, "", wrong) == [("UJ301", "induk.toml:20", [])]


def test_what_takes_no_weights_is_told_where_it_was_chosen(tmp_path: Path) -> None:
    (found,) = told(tmp_path, '[decision]\naggregation = "mean"\n')
    assert found == ("UJ306", "atas.toml:9", ["induk.toml:10"])
