"""Where keys and values stand, form by form."""

import re

import pytest

from ujikom_rules.model.lines import Lines
from ujikom_rules.reading.document import walk as walking
from ujikom_rules.reading.document.pieces import (
    Leaf,
    Short,
    Spot,
    begins,
    key_name,
    leaf_end,
    origin_of,
    quoted,
)
from ujikom_rules.reading.document.positions import positions, scan
from ujikom_rules.reading.document.walk import MAX_DEPTH


def test_keys_headers_lists_and_braces() -> None:
    text = (
        "schema = 1 # catatan\n"
        "a . 'b c' = true\n"
        "\n"
        "[decision]\n"
        "cut-score = 70\n"
        "[[stages]]\n"
        'id = "w"\n'
        "criteria = [ # baris\n"
        '  { id = "é", x.y = [1,\n'
        "     2] },\n"
        "]\n"
        "[stages.each]\n"
        "[[stages]]\n"
    )
    assert positions(text) == {
        ("schema",): ((1, 1), (1, 10)),
        ("a",): ((2, 1), (2, 1)),
        ("a", "b c"): ((2, 5), (2, 13)),
        ("decision",): ((4, 2), (4, 1)),
        ("decision", "cut-score"): ((5, 1), (5, 13)),
        ("stages",): ((6, 3), (6, 1)),
        ("stages", 0): ((6, 1), (6, 1)),
        ("stages", 0, "id"): ((7, 1), (7, 6)),
        ("stages", 0, "criteria"): ((8, 1), (8, 12)),
        ("stages", 0, "criteria", 0): ((9, 3), (9, 3)),
        ("stages", 0, "criteria", 0, "id"): ((9, 5), (9, 10)),
        ("stages", 0, "criteria", 0, "x"): ((9, 15), (9, 15)),
        ("stages", 0, "criteria", 0, "x", "y"): ((9, 17), (9, 21)),
        ("stages", 0, "criteria", 0, "x", "y", 0): ((9, 22), (9, 22)),
        ("stages", 0, "criteria", 0, "x", "y", 1): ((10, 6), (10, 6)),
        ("stages", 0, "each"): ((12, 9), (12, 1)),
        ("stages", 1): ((13, 1), (13, 1)),
    }


def test_the_header_of_a_table_wins_over_its_first_mention() -> None:
    found = positions("[a.b]\nx = 1\n[a]\ny = 2\n")
    assert found["a",] == ((3, 2), (3, 1))
    assert found["a", "b"] == ((1, 4), (1, 1))


def test_a_table_without_header_stands_where_it_is_first_named() -> None:
    found = positions("[ a . b ]\n[a.c]\n")
    assert found["a",] == ((1, 3), (1, 3))
    assert found["a", "c"] == ((2, 4), (2, 1))


@pytest.mark.parametrize(
    "value",
    [
        '"""a"""',
        '"""a"""""',
        '"""\n\\"""\\" \\\n  \n x ""\n"""',
        "'''\n[z]\n''a\\'''",
        "'''''''",
        '"a \\" # b"',
        "'C:\\'",
        "2025-03-25",
        "1979-05-27 07:32:00",
        "-1.5e3",
        "[[1, [2]], {},\n# ]\n]",
        "{ a = '}', b = { } }",
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_what_follows_a_value_is_found_behind_it(value: str, ends: str) -> None:
    text = f"x = {value} # c\nyz  =  3".replace("\n", ends)
    line = text.count("\n") + 1
    found = positions(text)
    assert found["x",] == ((1, 1), (1, 5))
    assert found["yz",] == ((line, 1), (line, 8))


def test_dotted_keys_share_their_beginning() -> None:
    found = positions("a.b = 1\na.c = 2\n")
    assert found["a",] == ((1, 1), (1, 1))
    assert found["a", "c"] == ((2, 3), (2, 7))


def test_the_first_of_several_clashes_is_kept() -> None:
    clash = scan("a = 1\na = 2\na = 3").clash
    assert clash is not None
    assert (clash.name, clash.first, clash.offset) == ("a", 0, 6)


def test_columns_count_characters() -> None:
    assert positions('x = ["é😀", 1]')["x", 1] == ((1, 12), (1, 12))


@pytest.mark.parametrize(
    "part, name",
    [
        ("cut-score", "cut-score"),
        ("'a\\b'", "a\\b"),
        ('"\\u00e9\\U0001F600\\t\\"\\\\"', 'é😀\t"\\'),
        ('"\\x41\\e"', "A\x1b"),
    ],
)
def test_names_of_keys(part: str, name: str) -> None:
    assert key_name(part) == name
    assert set(positions(f"{part} = 1")) == {(name,)}


def test_the_walk_stops_at_the_bound_of_depth() -> None:
    deepest = "x = " + "[" * (MAX_DEPTH - 1) + "1" + "]" * (MAX_DEPTH - 1)
    assert len(positions(deepest)) == MAX_DEPTH
    scanned = scan("x = " + "[" * 5000 + "]" * 5000)
    assert [(odd.kind, odd.offset) for odd in scanned.odd] == [("deep", 4 + MAX_DEPTH)]


def test_the_walk_gives_what_it_found_before_it_lost_its_way() -> None:
    assert set(positions("a = 1\nb = [2, = 3")) == {("a",), ("b",), ("b", 0), ("b", 1)}


def test_the_walk_stops_where_it_is_told_with_the_brackets_still_open() -> None:
    text = "a = 1\nb = [{ c = 40%, d = 2 }]\n"
    trail = scan(text, until=text.index("%")).trail
    assert (trail.kind, trail.at, trail.open) == ("value", text.index("40"), (10, 11))


def test_lines_and_columns_count_from_one() -> None:
    lines = Lines("ab\n\nc")
    assert [lines.at(offset) for offset in range(6)] == [
        (1, 1), (1, 2), (1, 3), (2, 1), (3, 1), (3, 2),
    ]  # fmt: skip


def test_where_a_leaf_ends() -> None:
    assert leaf_end("x = 'a' # b", 4) == 7
    assert leaf_end('x = "a', 4) == 4


def test_a_text_in_quotes() -> None:
    assert quoted('rapat "a"\\\n') == '"rapat \\"a\\"\\\\\\n"'


TEXTS = [
    'a = 1\nb = "x" # catatan\n\n# baris\n  c = true\n[t]\nd = 2025-03-25\ne = 2025-03-25 07:00:00\n',
    'a = """x"""\nb = ""\nc = "x\\"y"\nd = \'z\'\ne = "# bukan"\n"f" = 1\ng.h = 2\n',
    "a = { b = 1, c = [1, { d = 2 }], e.f = 3 }\ng = [ # satu\n 1,\n 2 ]\nh=1",
    'a = 1\na = 2\n[[s]]\nid = "x"\n[[s]]\nid = "y"\n\t \n#\n',
    "a = 1 2\nb = 3\n",
    'a = { b = "x", c = 2 , d = true}\ne = [{ f = 1 }, { f = 1, f = 2 },{g=-1.5}]\n',
    "a = { b = 1, }\nc = {}\nd = { e = 1 # x\n}\n",
    'a = { b = "x" c = 2 }\n',
    "a = { b = 1, c = 2 ",
    "a" + ".a" * 98 + " = { b = 1, c = { d = 2 } }\n",
    "a" + ".a" * 99 + " = { b = 1, c = 2 }\n",
    'a = "x\nb = 1\n',
    "a = " + "9" * 4001 + "\n",
    "a = 12,5\nb = 70%\n",
    'a = [1, "x",2 ]# b\nc = { d = [ 0, 1 ], e = [] , f = ["x"] }\ng = [ ]\nh = [1, ]\ni = [1 2]\n',
    "[a.b]\nc = 1\n[[a.d]]\ne = [1]\n[[a.d]]\n[a.d.f-1] # g\nh = {i = 2}\n[ a . j ]\n[a.b\n",
    "a = { b = [1], b = [2, 3] }\na = [4]\n[a.b]\n[b]\n[b]\n[[b]]\n",
    *("a" + ".a" * deep + " = [{ b = [1, 2] }]\n" for deep in (95, 96, 97, 98)),
    *("[a" + ".a" * deep + "]\nb = { c = [1, 2] }\n" for deep in (95, 96, 97, 98, 99, 100)),
]


@pytest.mark.parametrize("text", TEXTS)
def test_lines_taken_in_one_step_are_walked_through_alike(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told(until: int | None) -> object:
        found = scan(text, until)
        return places(found.root), found.odd, found.clash, found.trail

    def places(spot: Spot | Leaf | Short) -> object:
        held = spot.inside if isinstance(spot, Spot) else {}
        inside = [(name, places(each)) for name, each in held.items()]
        return *begins(spot), origin_of(spot), inside

    ends = [None, *range(min(len(text), 80))]
    quick = [told(until) for until in ends]
    never = re.compile(r"(?!)")
    monkeypatch.setattr(walking, "LINE", never)
    monkeypatch.setattr(walking, "KEY", never)
    monkeypatch.setattr(walking, "SHORT", never)
    monkeypatch.setattr(walking, "HEADER", never)
    monkeypatch.setattr(walking, "BLANKS", {text[at : at + 1] for at in range(len(text) + 1)})
    assert quick == [told(until) for until in ends]
