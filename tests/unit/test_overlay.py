"""Following `extends` to a base, and its base, and merging from there up."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from ujikom_rules.errors import NOWHERE, Place
from ujikom_rules.messages import finding as make
from ujikom_rules.messages import text_of
from ujikom_rules.model.entry import ASSUMPTION, Entry
from ujikom_rules.reading.document import read_document
from ujikom_rules.reading.library import Library
from ujikom_rules.reading.overlay.resolving import MAX_CHAIN, resolve
from ujikom_rules.reading.overlay.ways import at


def read(text: str, file: str) -> Entry:
    root, findings = read_document(text, file)
    assert root is not None
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


def ruleset(id_: str, version: str = "1.0", extends: str = "", more: str = "") -> Entry:
    named = f"\nextends = {extends}" if extends else ""
    head = f'schema = 1\n[ruleset]\nid = "{id_}"\nversion = "{version}"{named}\n'
    return read(head + more, f"{id_[-1]}.toml")


class Shelf:
    """Rulesets by id, and what was asked of it."""

    def __init__(self, *roots: Entry) -> None:
        self.roots = {str(plain(one(each, "ruleset.id"))): each for each in roots}
        self.asked: list[tuple[str, str, str]] = []

    def find(self, id_: str, version: str, place: Place) -> tuple[Entry | None, Any]:
        self.asked.append((id_, version, str(place)))
        found = self.roots.get(id_)
        return found, () if found is not None else (make("UJ802", NOWHERE, got=id_),)


def test_a_chain_is_merged_from_the_base_up() -> None:
    term = '[[open]]\nkey = "decision.cut-score"\n'
    low = ruleset("n/a", more=f"{term}[decision]\ncut-score = 60\ncompare = 'rounded'")
    middle = ruleset("n/b", extends='{ id = "n/a", version = "1.0" }')
    top = ruleset("n/c", "3", '"n/b"', "[decision]\ncut-score = 75.5")
    shelf = Shelf(low, middle)
    root, findings, files = resolve(top, shelf.find)
    assert findings == ()
    assert files == ("c.toml", "b.toml", "a.toml")
    assert plain(one(root, "ruleset")) == {"id": "n/c", "version": "3"}
    decision = {"cut-score": Fraction("75.5"), "compare": "rounded"}
    assert plain(one(root, "decision")) == decision
    assert shelf.asked == [("n/b", "", "c.toml:5:11"), ("n/a", "1.0", "b.toml:5:18")]


@pytest.mark.parametrize(
    "term, filled, other",
    [
        ("decision.cut-score", "[decision]\ncut-score = 70", "[decision]\ncut-score = 65"),
        ("decision", "[decision]\ncut-score = 70", "[decision]\ncut-score = 65"),
    ],
)
def test_what_an_overlay_between_has_filled_is_closed_unless_it_opens_it_again(
    term: str, filled: str, other: str
) -> None:
    low = ruleset("n/a", more=f"[[open]]\nkey = '{term}'\n[decision]\ncompare = 'rounded'")
    province = ruleset("n/b", extends='"n/a"', more=filled)
    city = ruleset("n/c", extends='"n/b"', more=other)
    _, (finding,), _ = resolve(city, Shelf(low, province).find)
    assert (finding.code, str(finding.place)) == ("UJ420", "c.toml:7:13")
    assert [str(each) for each in finding.related] == ["b.toml:7:13"]
    same = ruleset("n/c", extends='"n/b"', more=filled)
    assert resolve(same, Shelf(low, province).find)[1] == ()
    again = "[[open]]\nkey = 'decision.cut-score'\n"
    opening = ruleset("n/b", extends='"n/a"', more=again + filled)
    root, findings, _ = resolve(city, Shelf(low, opening).find)
    assert findings == ()
    assert plain(one(root, "decision.cut-score")) == 65


def test_a_list_that_an_overlay_between_has_added_to_may_be_added_to_further() -> None:
    term = "[[open]]\nkey = 'stages.s.requires'\nmay = ['add']\n"
    low = ruleset("n/a", more=f"{term}[[stages]]\nid = 's'\nrequires = ['x']")
    province = ruleset("n/b", extends='"n/a"', more="[[stages]]\nid = 's'\nrequires = ['x', 'y']")
    more = "[[stages]]\nid = 's'\nrequires = ['x', 'y', 'z']"
    root, findings, _ = resolve(
        ruleset("n/c", extends='"n/b"', more=more), Shelf(low, province).find
    )
    assert findings == ()
    assert plain(one(root, "stages.s.requires")) == ["x", "y", "z"]


def test_without_extends_a_document_is_itself_with_its_sources() -> None:
    root, findings, files = resolve(
        read('[ruleset]\nsource = "assumption"\n[decision]\ncut-score = 5', "a.toml"), Shelf().find
    )
    assert (findings, files) == ((), ("a.toml",))
    assert one(root, "decision.cut-score").source is ASSUMPTION


def test_a_missing_base_is_placed_where_it_is_named() -> None:
    root, (finding,), _ = resolve(ruleset("n/c", extends='"n/x"'), Shelf().find)
    assert (finding.code, str(finding.place)) == ("UJ802", "c.toml:5:11")
    assert finding.path == "ruleset.extends"
    assert "extends" not in one(root, "ruleset")


@pytest.mark.parametrize(
    "extends, place",
    [
        ("5", "c.toml:5:11"),
        ('{ version = "1" }', "c.toml:5:11"),
        ('{ id = "n/a", version = 1 }', "c.toml:5:35"),
        ('["n/a", "n/b"]', "c.toml:5:11"),
        ('{ path = "induk.toml" }', "c.toml:5:13"),
        ('{ idd = "n/a", versi = "1" }', "c.toml:5:13"),
    ],
)
def test_extends_has_one_of_two_forms(extends: str, place: str) -> None:
    _, (finding,), _ = resolve(ruleset("n/c", extends=extends), Shelf(ruleset("n/a")).find)
    assert (finding.code, str(finding.place)) == ("UJ401", place)


def test_a_misspelt_key_of_extends_is_told_and_hides_no_base() -> None:
    extends = '{ id = "n/a", versi = "1" }'
    _, (finding,), files = resolve(ruleset("n/c", extends=extends), Shelf(ruleset("n/a")).find)
    assert (finding.code, str(finding.place)) == ("UJ201", "c.toml:5:25")
    assert (finding.args["nearest"], files) == ("version", ("c.toml", "a.toml"))


def test_every_file_of_a_chain_says_which_form_it_has() -> None:
    nation = read('[ruleset]\nid = "n/a"\nversion = "1.0"', "a.toml")
    city = read('[ruleset]\nid = "n/c"\nextends = "n/b"', "c.toml")
    province = ruleset("n/b", extends='"n/a"')
    _, findings, _ = resolve(city, Shelf(nation, province).find)
    assert [(each.code, str(each.place), each.path) for each in findings] == [
        ("UJ202", "a.toml:1:1", "schema"),
        ("UJ202", "c.toml:1:1", "schema"),
    ]


def test_a_circle_is_named_whole() -> None:
    a, b = ruleset("n/a", extends='"n/b"'), ruleset("n/b", extends='"n/a"')
    top = ruleset("n/c", extends='"n/a"')
    _, (finding,), _ = resolve(top, Shelf(a, b).find)
    assert (finding.code, str(finding.place)) == ("UJ402", "b.toml:5:11")
    assert finding.args["got"] == "n/a → n/b → n/a"
    assert [str(each) for each in finding.related] == ["a.toml:5:11"]


@pytest.mark.parametrize("named", ['"n/a"', '{ id = "n/a", version = "1.0" }'])
def test_what_extends_itself_is_told_so_and_not_to_name_a_folder(named: str) -> None:
    root = ruleset("n/a", extends=named)
    for shelf in (Shelf(), Shelf(ruleset("n/a", extends=named))):
        _, (finding,), _ = resolve(root, shelf.find)
        column = 11 + 7 * ("{" in named)
        assert (finding.code, finding.place) == ("UJ402", Place("a.toml", 5, column))
        assert finding.args["got"] == "n/a → n/a"
        assert finding.related == (Place("a.toml", 3, 6),)


def test_a_ring_is_told_although_the_first_of_it_lies_in_no_folder() -> None:
    _, (finding,), _ = resolve(
        ruleset("n/c", extends='"n/d"'),
        Shelf(ruleset("n/d", extends='"n/e"'), ruleset("n/e", extends='"n/c"')).find,
    )
    assert (finding.code, str(finding.place)) == ("UJ402", "e.toml:5:11")
    assert finding.args["got"] == "n/c → n/d → n/e → n/c"
    assert [str(each) for each in finding.related] == ["c.toml:5:11", "d.toml:5:11"]


def test_another_version_of_the_same_id_may_be_a_base() -> None:
    new = ruleset("n/a", "2.0", '{ id = "n/a", version = "1.0" }')
    assert resolve(new, Shelf(ruleset("n/a")).find)[1] == ()
    _, (finding,), _ = resolve(new, Shelf().find)
    assert finding.code == "UJ802"


def test_a_ring_of_nine_is_a_ring_and_not_too_deep() -> None:
    rest = [ruleset(f"n/{k}", extends=f'"n/{(k + 1) % 9}"') for k in range(9)]
    _, (finding,), _ = resolve(rest[0], Shelf(*rest).find)
    assert (finding.code, str(finding.place)) == ("UJ402", "8.toml:5:11")
    assert len(finding.related) == MAX_CHAIN


def test_a_chain_has_an_end() -> None:
    def chain(length: int) -> Shelf:
        rest = (ruleset(f"n/{k}", extends=f'"n/{k + 1}"') for k in range(1, length))
        return Shelf(*rest, ruleset(f"n/{length}"))

    top = ruleset("n/0", extends='"n/1"')
    assert resolve(top, chain(MAX_CHAIN).find)[1] == ()
    _, (finding,), _ = resolve(top, chain(MAX_CHAIN + 1).find)
    assert (finding.code, str(finding.place)) == ("UJ403", "8.toml:5:11")


def test_what_is_wrong_with_sources_of_a_base_is_said_in_its_file() -> None:
    base = ruleset("n/a", more="[decision]\nsource = 5")
    _, (finding,), _ = resolve(ruleset("n/c", extends='"n/a"'), Shelf(base).find)
    assert (finding.code, str(finding.place)) == ("UJ440", "a.toml:6:10")


CITY = """
schema = 1
[ruleset]
id = "kota/2025"
version = "1.0"
title = "Uji kompetensi"
extends = { id = "national/ujikom-mutasi", version = "1.0" }
source = "assumption"
[[panel]]
use = "composition"
seats = [{ kind = "akademisi", count = 2 }]
[[stages]]
id = "rekam-jejak"
weight = 30
[[stages]]
id = "makalah"
after = "rekam-jejak"
kind = "panel"
weight = 20
each = { scale = { lower = 0, upper = 100 } }
[[stages]]
id = "wawancara"
weight = 50
pooling = { use = "trimmed-mean", drop = 1 }
criteria = [{ id = "perekat-bangsa", remove = true }]
[decision]
cut-score = 70
"""


def test_terms_of_every_base_hold_and_only_the_last_overlay_must_fill_them() -> None:
    term = '[[open]]\nkey = "decision.cut-score"\n'
    low = ruleset("n/a", more=f"{term}at-most = 80\n[decision]\ncompare = 'rounded'")
    middle = ruleset("n/b", extends='"n/a"', more=f"{term}at-least = 60")
    shelf = Shelf(low, middle)
    top = ruleset("n/c", extends='"n/b"', more="[decision]\ncut-score = 90")
    _, (finding,), _ = resolve(top, shelf.find)
    assert (finding.code, str(finding.place)) == ("UJ422", "c.toml:7:13")
    top = ruleset("n/c", extends='"n/b"', more="[decision]\ncut-score = 50")
    _, (finding,), _ = resolve(top, shelf.find)
    assert (finding.code, finding.related[0].file) == ("UJ422", "b.toml")
    _, findings, _ = resolve(ruleset("n/c", extends='"n/b"'), shelf.find)
    assert {(each.code, str(each.place)) for each in findings} == {("UJ424", "c.toml:5:11")}


def test_a_city_over_the_national_frame() -> None:
    library = Library()
    root, findings, files = resolve(
        read(CITY, "kota.toml"),
        lambda id_, version, place: library.find(id_, version, date(2025, 1, 1), place=place),
    )
    assert [(each.code, text_of(each, "en")) for each in findings] == []
    assert len(files) == 2
    stages = one(root, "stages").items()
    weights = {str(plain(e)["id"]): plain(e)["weight"] for e in stages if "weight" in e}
    assert weights == {"rekam-jejak": 30, "makalah": 20, "wawancara": 50}
    assert len(one(root, "stages.wawancara.criteria").items()) == 8
    assert len(one(root, "panel").items()) == 2
