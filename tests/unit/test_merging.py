"""Merging one document over another."""

from collections.abc import Mapping
from typing import Any

import pytest

from ujikom_rules.errors import Finding, Place
from ujikom_rules.messages import hint_of, text_of
from ujikom_rules.model.entry import ASSUMPTION, Entry, Source
from ujikom_rules.reading.document import read_document
from ujikom_rules.reading.overlay.merging import merge
from ujikom_rules.reading.overlay.ways import at


def read(text: str, file: str) -> Entry:
    root, findings = read_document(text, file)
    assert root is not None
    assert findings == ()
    return root


def merged(base: str, over: str) -> tuple[Entry, tuple[Finding, ...]]:
    return merge(read(base, "induk.toml"), read(over, "kota.toml"))


def together(base: str, over: str) -> Entry:
    root, findings = merged(base, over)
    assert findings == ()
    return root


def plain(entry: Entry) -> Any:
    if isinstance(entry.data, Mapping):
        return {key: plain(each) for key, each in entry.data.items()}
    if isinstance(entry.data, tuple):
        return [plain(each) for each in entry.data]
    return entry.data


def one(root: Entry, path: str) -> Entry:
    (entry,) = at(root, tuple(path.split(".")))
    return entry


def refused(base: str, over: str) -> tuple[str, str, str]:
    _, (finding,) = merged(base, over)
    assert text_of(finding, "id") != text_of(finding, "en")
    return finding.code, str(finding.place), finding.path


STAGES = """
[[stages]]
id = "a"
weight = 40
[[stages]]
id = "b"
weight = 60
"""


# ------------------------------------------------------------------ tables, lists, parts


def test_tables_merge_key_by_key_with_the_keys_of_the_base_first() -> None:
    root = together("[decision]\nx = 1\ny = 2", "[ranking]\nz = 1\n[decision]\nw = 5\ny = 3")
    assert plain(root) == {"decision": {"x": 1, "y": 3, "w": 5}, "ranking": {"z": 1}}
    assert list(root.table()) == ["decision", "ranking"]
    assert list(one(root, "decision").table()) == ["x", "y", "w"]


def test_lists_without_ids_are_replaced_whole() -> None:
    root = together(
        "[s]\nx = [1, 2]\nlevels = [{ value = 1 }]", "[s]\nx = [3]\nlevels = [{ value = 5 }]"
    )
    assert plain(one(root, "s")) == {"x": [3], "levels": [{"value": 5}]}


def test_lists_with_ids_merge_by_id_and_new_ones_stand_at_the_end() -> None:
    over = "[[stages]]\nid = 'c'\nweight = 0\n[[stages]]\nid = 'a'\nweight = 30"
    root = together(STAGES, over)
    assert [each["id"] for each in plain(one(root, "stages"))] == ["a", "b", "c"]
    assert plain(one(root, "stages.a.weight")) == 30
    assert one(root, "stages.a.weight").place == Place("kota.toml", 6, 10)
    assert one(root, "stages.c.weight").path == "stages.c.weight"


def test_new_items_may_stand_behind_others_and_items_may_be_taken_out() -> None:
    over = """
stages = [
  { id = "d", after = "c" },
  { id = "c", after = "a" },
  { id = "e", after = "a" },
  { id = "a", remove = true },
  { id = "f" },
  { id = "b", remove = false },
]
"""
    root = together(STAGES, over)
    assert plain(one(root, "stages")) == [
        {"id": "c"}, {"id": "d"}, {"id": "e"}, {"id": "b", "weight": 60}, {"id": "f"},
    ]  # fmt: skip


def test_merging_keys_hold_in_a_list_that_is_new_too() -> None:
    over = (
        '[[stages]]\nid = "b"\ncriteria = [{ id = "y" }, { id = "x" }, { id = "z", after = "y" }]'
    )
    root = together(STAGES, over)
    assert [each["id"] for each in plain(one(root, "stages.b.criteria"))] == ["y", "z", "x"]


def test_criteria_of_a_stage_merge_by_id_too() -> None:
    base = '[[stages]]\nid = "a"\ncriteria = [{ id = "x", weight = 40 }, { id = "y", weight = 60 }]'
    over = '[[stages]]\nid = "a"\n[[stages.criteria]]\nid = "y"\nremove = true'
    assert plain(one(together(base, over), "stages.a.criteria")) == [{"id": "x", "weight": 40}]


@pytest.mark.parametrize(
    "base, over, expected",
    [
        ('"mean"', '{ use = "mean" }', "mean"),
        (
            '{ use = "trimmed-mean", drop = 1 }',
            '"trimmed-mean"',
            {"use": "trimmed-mean", "drop": 1},
        ),
        (
            '"trimmed-mean"',
            '{ use = "trimmed-mean", drop = 2 }',
            {"use": "trimmed-mean", "drop": 2},
        ),
        ('{ use = "core:a", x = 1 }', '{ use = "a", y = 2 }', {"use": "core:a", "x": 1, "y": 2}),
        ('{ use = "a", x = 1 }', "{ x = 2 }", {"use": "a", "x": 2}),
        ('{ use = "a", x = 1 }', '{ use = "b", y = 2 }', {"use": "b", "y": 2}),
        ('{ use = "a", x = 1 }', '"b"', "b"),
        ('"a"', '{ use = "b", y = 2 }', {"use": "b", "y": 2}),
        ('"facts"', '{ fact = "x" }', {"fact": "x"}),
        ('["a", "b"]', '"a"', "a"),
    ],
)
def test_a_part_is_replaced_whole_when_its_name_changes(
    base: str, over: str, expected: object
) -> None:
    root = together(f"[s]\npooling = {base}", f"[s]\npooling = {over}")
    assert plain(one(root, "s.pooling")) == expected


def test_the_path_of_a_name_that_became_a_table_is_right() -> None:
    over = '[s]\npooling = { use = "trimmed-mean", drop = 2 }'
    root = together('[s]\npooling = "trimmed-mean"', over)
    assert one(root, "s.pooling.use").path == "s.pooling.use"
    assert one(root, "s.pooling.use").place == Place("induk.toml", 2, 11)


@pytest.mark.parametrize("value", ["40", "40.0", '"x"', "true", "[1, 2]", "{ a = 1 }"])
def test_the_own_value_of_the_base_changes_nothing(value: str) -> None:
    base = value if value != "40.0" else "40"
    root = together(f"[s]\nx = {base}", f"\n\n[s]\nx = {value}")
    assert one(root, "s.x").place == Place("induk.toml", 2, 5)


def test_yes_is_not_one() -> None:
    assert plain(one(together("[s]\nx = 1", "[s]\nx = true"), "s.x")) is True


# ------------------------------------------------------------------ the panel, [ruleset], [[open]]


def test_a_panel_rule_is_added_and_those_of_the_base_stay() -> None:
    root = together('[panel]\nuse = "composition"\nchair = 1', '[panel]\nuse = "kota:kursi"')
    assert plain(one(root, "panel")) == [{"use": "composition", "chair": 1}, {"use": "kota:kursi"}]
    assert [e.path for e in one(root, "panel").walk()] == [
        "panel", "panel.0", "panel.0.use", "panel.0.chair", "panel.1", "panel.1.use",
    ]  # fmt: skip


def test_lists_of_panel_rules_join_and_what_says_nothing_new_is_not_added() -> None:
    base = '[[panel]]\nuse = "composition"\nchair = 1\nquorum = 3\n[[panel]]\nuse = "a:b"'
    over = (
        'panel = [{ use = "composition", chair = 1 }, { use = "composition", quorum = 5 }, "c:d"]'
    )
    assert plain(one(together(base, over), "panel"))[2:] == [
        {"use": "composition", "quorum": 5}, "c:d",
    ]  # fmt: skip
    assert len(one(together(base, '[panel]\nuse = "a:b"'), "panel").items()) == 2


def test_a_panel_without_use_speaks_of_the_only_rule_of_the_base() -> None:
    root = together('[panel]\nuse = "composition"\nchair = 1', "[panel]\nquorum = 3")
    assert plain(one(root, "panel")) == {"use": "composition", "chair": 1, "quorum": 3}


def test_the_identity_is_the_overlays_and_extends_is_kept_out() -> None:
    base = '[ruleset]\nid = "n/u"\nversion = "1"\neffective = { from = 2023-01-01 }'
    over = '[ruleset]\nid = "k/u"\nversion = "2"\nextends = "n/u"'
    assert plain(one(together(base, over), "ruleset")) == {"id": "k/u", "version": "2"}


def test_open_terms_gather_and_those_of_what_is_taken_out_go_with_it() -> None:
    base = STAGES + '[[open]]\nkey = "stages.a.weight"\n[[open]]\nkey = "stages.b.weight"'
    over = '[[stages]]\nid = "a"\nremove = true\n[[open]]\nkey = "stages.b.pooling"'
    assert [each["key"] for each in plain(one(together(base, over), "open"))] == [
        "stages.b.weight", "stages.b.pooling",
    ]  # fmt: skip


# ------------------------------------------------------------------ sources


CITED = """
[ruleset]
source = "assumption"
[decision]
source = { title = "PP 11/2017" }
cut-score = 70
"""


def test_a_number_keeps_the_source_of_the_file_that_wrote_it() -> None:
    root = together(CITED, '[ruleset]\nsource = { title = "Perwali 5" }\n[decision]\nx = 1')
    assert one(root, "decision.cut-score").source == Source(title="PP 11/2017")
    assert one(root, "decision.x").source == Source(title="Perwali 5")


def test_under_a_cited_table_a_number_without_source_is_an_assumption() -> None:
    root = together(CITED, "[decision]\ncut-score = 75\nvalue = { to = [1, 2] }")
    assert one(root, "decision.cut-score").source is ASSUMPTION
    assert one(root, "decision.value.to.1").source is ASSUMPTION


@pytest.mark.parametrize(
    "over, path",
    [
        ('[[stages]]\nid = "w"\nscale = { lower = 0, upper = 90 }', "stages.w.scale.upper"),
        ('[[stages]]\nid = "w"\n[[stages.criteria]]\nid = "c"\nweight = 5',
         "stages.w.criteria.c.weight"),
        ("[decision]\ncut-score = 75", "decision.cut-score"),
    ],
)  # fmt: skip
def test_so_is_one_that_fills_what_the_table_leaves_out(over: str, path: str) -> None:
    base = """
    [[stages]]
    id = "w"
    source = { title = "PermenPANRB 15/2019", article = "7" }
    criteria = [{ id = "a", weight = 50 }]
    [decision]
    source = { title = "PermenPANRB 15/2019", article = "8" }
    """
    root = together(base, over)
    assert one(root, path).source is ASSUMPTION
    assert one(root, "stages.w.criteria.a.weight").source == Source(
        title="PermenPANRB 15/2019", article="7"
    )


def test_a_source_of_the_overlay_covers_its_own_numbers_alone() -> None:
    over = '[decision]\nx = 1\nsource = { title = "Perwali 5" }'
    root = together(CITED, over)
    assert one(root, "decision.x").source == Source(title="Perwali 5")
    assert plain(one(root, "decision.source")) == {"title": "PP 11/2017"}
    assert one(root, "decision.cut-score").source == Source(title="PP 11/2017")


# ------------------------------------------------------------------ findings of merging


def test_an_item_without_id_in_a_list_that_merges_by_id() -> None:
    assert refused(STAGES, "[[stages]]\nweight = 50") == ("UJ406", "kota.toml:1:1", "stages.0")
    misspelt = '[[stages]]\nweight = 50\nidd = "wawancara"'
    assert refused(STAGES, misspelt) == ("UJ406", "kota.toml:3:1", "stages.0")


def test_an_id_twice() -> None:
    over = '[[stages]]\nid = "c"\n[[stages]]\nid = "c"\nweight = 5'
    assert refused(STAGES, over) == ("UJ407", "kota.toml:4:6", "stages.c.id")
    _, (finding,) = merged(STAGES, over)
    assert finding.related == (Place("kota.toml", 2, 6),)


def test_taking_out_what_is_not_there() -> None:
    base = STAGES.replace('"a"', '"wawancara"')
    over = '[[stages]]\nid = "wawancra"\nremove = true'
    assert refused(base, over) == ("UJ408", "kota.toml:3:10", "stages.wawancra.remove")
    _, (finding,) = merged(base, over)
    assert hint_of(finding, "id") == "mungkin maksudnya 'wawancara'"


@pytest.mark.parametrize("anchor", ["z", "c"])
def test_a_place_that_is_not_there(anchor: str) -> None:
    over = f'stages = [{{ id = "c", after = "{anchor}" }}]'
    assert refused(STAGES, over) == ("UJ409", "kota.toml:1:31", "stages.c.after")
    root, _ = merged(STAGES, over)
    assert [each["id"] for each in plain(one(root, "stages"))] == ["a", "b", "c"]


def test_items_that_wait_for_each_other_are_all_named() -> None:
    over = 'stages = [{ id = "c", after = "d" }, { id = "d", after = "c" }]'
    root, findings = merged(STAGES, over)
    assert [(each.code, each.path) for each in findings] == [
        ("UJ409", "stages.c.after"),
        ("UJ409", "stages.d.after"),
    ]
    assert len(one(root, "stages").items()) == 4


def test_merging_keys_of_the_wrong_kind() -> None:
    over = '[[stages]]\nid = "a"\nremove = "ya"'
    assert refused(STAGES, over) == ("UJ410", "kota.toml:3:10", "stages.a.remove")
    over = '[[stages]]\nid = "c"\nafter = 1'
    assert refused(STAGES, over) == ("UJ410", "kota.toml:3:9", "stages.c.after")


def test_keys_beside_remove_are_a_warning() -> None:
    over = '[[stages]]\nid = "a"\nremove = true\nweight = 5'
    assert refused(STAGES, over) == ("UJ411", "kota.toml:4:1", "stages.a.weight")
    _, (finding,) = merged(STAGES, over)
    assert finding.severity == "warning"


def test_what_the_base_has_stays_in_its_place() -> None:
    over = '[[stages]]\nid = "a"\nafter = "b"'
    assert refused(STAGES, over) == ("UJ412", "kota.toml:3:9", "stages.a.after")
