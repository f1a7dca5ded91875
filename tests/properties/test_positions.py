"""Places agree with the parser on documents in every form that the language knows."""

import re
from collections.abc import Iterator
from typing import Any

import tomli
from hypothesis import assume, given
from hypothesis import strategies as st

from ujikom_rules.errors import Place
from ujikom_rules.messages import hint_of, text_of
from ujikom_rules.messages.slips import SLIPS
from ujikom_rules.model.entry import Entry
from ujikom_rules.reading.document import read_document
from ujikom_rules.reading.document.positions import positions

Path = tuple[str | int, ...]
SLIP_CODES = {message.code for message in SLIPS}

WORDS = ["bobot", "skala", "id", "cut-score", "k_1", "42", "nilai akhir", "a.b", "é", "", "#", "]"]
LEAVES = [
    "1", "-7", "0", "+3", "0xFF", "0o17", "0b101", "1.5", "-0.0", "6e3", "2.5E-2", "12.50",
    "true", "false", "2025-03-25", "1979-05-27T07:32:00Z", "1979-05-27 07:32:00",
    "1979-05-27T00:32:00.999-07:00", "07:32:00", "inf", "-nan", '""', "''", '"teks"',
    r'"a\"b\\"', r'"# bukan \u00e9 \U0001F600 keterangan"', r"'C:\folder\'", "'\"'", '"[1, 2]"',
    '"""a"""', '""""""', "''''''", '"""\nbaris satu\nbaris dua"""', '"""dua "" tiga ""\\" """',
    '"""satu \\\n   \n  dua\\\\"""', '"""a""""', '"""a"""""', "'''a''''", "'''a'''''",
    "'''\n'' \\ '\n'''", '"""x = 1\n[y]\n# z"""', "'''\n[[y]]\n'''",
]  # fmt: skip
GAPS = ["", " ", "\t", "  "]
BREAKS = ["", " ", "\n", ' # catatan ] } "\n', "\n\n\t# '''\n "]


@st.composite
def spelled(draw: st.DrawFn, name: str) -> str:
    """One part of a key, in any spelling that says the name."""
    ways = [f"'{name}'", f'"{name}"', '"' + "".join(f"\\u{ord(c):04x}" for c in name) + '"']
    if re.fullmatch(r"[A-Za-z0-9_-]+", name):
        ways.append(name)
    return draw(st.sampled_from(ways))


@st.composite
def fresh_keys(draw: st.DrawFn, most: int) -> list[str]:
    """Keys that do not meet, some of them dotted with a common beginning."""
    names = draw(st.lists(st.sampled_from(WORDS), max_size=most, unique=True))
    keys = []
    for name in names:
        inner = draw(st.lists(st.sampled_from(WORDS), max_size=2, unique=True))
        dot = draw(st.sampled_from([".", " . ", ".\t"]))
        first = draw(spelled(name))
        if not inner:
            keys.append(first)
        keys += [first + dot + draw(spelled(second)) for second in inner]
    return keys


@st.composite
def values(draw: st.DrawFn, depth: int = 0) -> str:
    """The text of one value: a leaf, a list over any lines, or keys in braces on one line."""
    kind = draw(st.sampled_from(["leaf", "list", "braces"] if depth < 2 else ["leaf"]))
    if kind == "leaf":
        return draw(st.sampled_from(LEAVES))
    if kind == "list":
        blank = st.sampled_from(BREAKS)
        items = draw(st.lists(values(depth + 1), max_size=3))
        text = ",".join(draw(blank) + item + draw(blank) for item in items)
        comma = draw(st.sampled_from(["", ","])) if items else ""
        return f"[{draw(blank)}{text}{comma}{draw(blank)}]"
    gap = st.sampled_from(GAPS)
    pairs = [
        f"{draw(gap)}{key}{draw(gap)}={draw(gap)}{draw(values(depth + 1))}{draw(gap)}"
        for key in draw(fresh_keys(2))
    ]
    return "{" + ",".join(pairs) + "}"


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """Lines of keys with values, blanks and remarks."""
    gap = st.sampled_from(GAPS)
    lines = ""
    for key in draw(fresh_keys(3)):
        lines += draw(st.sampled_from(["", "\n", "  # = [ catatan\n", "\t"]))
        lines += f"{key}{draw(gap)}={draw(gap)}{draw(values())}{draw(gap)}"
        lines += draw(st.sampled_from(["\n", "# x\n"]))
    return lines


@st.composite
def parts(draw: st.DrawFn, above: str, depth: int) -> str:
    """A header of its own with what stands under it, perhaps several times, perhaps implicit."""
    names = [f"{word}-{depth}" for word in ("tahapan", "kriteria", "nilai akhir")]
    text = ""
    for name in draw(st.lists(st.sampled_from(names), max_size=2, unique=True)):
        path = (above + "." if above else "") + draw(spelled(name))
        gap = draw(st.sampled_from(GAPS))
        kind = draw(st.sampled_from(["table", "items", "implicit", "late"]))
        below = parts(path, depth + 1) if depth < 2 else st.just("")
        if kind == "items":
            for _ in range(draw(st.integers(1, 3))):
                text += f"[[{gap}{path}{gap}]] # judul\n{draw(bodies())}{draw(below)}"
        elif kind == "implicit":
            text += draw(below)
        elif kind == "late":  # the parts inside come first, its own keys would clash with them
            text += f"{draw(below)}[{path}]\n"
        else:
            text += f"[{gap}{path}{gap}]\n{draw(bodies())}{draw(below)}"
    return text


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A whole text, its lines ending one way or the other."""
    text = draw(bodies()) + draw(parts("", 0))
    if draw(st.booleans()):
        text = text.removesuffix("\n")
    return text.replace("\n", "\r\n") if draw(st.booleans()) else text


def paths_of(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    pairs: Any = ()
    if isinstance(value, dict):
        pairs = value.items()
    elif isinstance(value, list):
        pairs = enumerate(value)
    for name, inner in pairs:
        yield (*path, name), inner
        yield from paths_of(inner, (*path, name))


def offset_of(text: str, point: tuple[int, int]) -> int:
    line, column = point
    return sum(len(before) + 1 for before in text.split("\n")[: line - 1]) + column - 1


def begins_with(text: str, offset: int, value: Any) -> bool:
    """Whether a value that the parser reads as this one begins at the offset."""
    ends = [m.start() for m in re.finditer(r"[\n,\]}#]|\Z", text) if m.start() > offset]
    ends += [end + 1 for end in ends]
    for end in sorted(set(ends)):
        try:
            return bool(tomli.loads(f"x = {text[offset:end]}", parse_float=str) == {"x": value})
        except tomli.TOMLDecodeError:
            continue
    return False


def header_names(text: str, offset: int) -> list[str]:
    """The names that the header beginning at the offset says."""
    value: Any = tomli.loads(text[offset:].partition("\n")[0])
    names = []
    while value:
        ((name, inner),) = value.items()
        names.append(name)
        value = inner[0] if isinstance(inner, list) else inner
    return names


def keys_of(path: Path) -> list[str]:
    return [name for name in path if isinstance(name, str)]


def read_valid(text: str) -> dict[str, Any]:
    """What the parser reads; headers that meet keys by chance are no document."""
    try:
        return tomli.loads(text, parse_float=str)
    except tomli.TOMLDecodeError:
        assume(False)
        raise


@given(documents())
def test_paths_and_values_are_those_of_the_parser(text: str) -> None:
    data = read_valid(text)
    found = positions(text)
    assert set(found) == {path for path, _ in paths_of(data)}
    lines = text.replace("\r\n", "\n")
    for path, value in paths_of(data):
        key, start = (offset_of(lines, point) for point in found[path])
        name = path[-1]
        if isinstance(name, str) and key != start:
            part = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""", re.ASCII).match(lines, key)
            assert part is not None
            assert tomli.loads(f"{part.group()} = 1") == {name: 1}
        if isinstance(value, dict) and lines[start] != "{":  # named in passing, or by a header
            assert key == start or header_names(lines, start) == keys_of(path)
        elif isinstance(value, list) and not begins_with(lines, start, value):
            assert header_names(lines, start) == keys_of(path)
        else:
            assert begins_with(lines, start, value)


@given(documents())
def test_every_entry_stands_where_the_walk_says(text: str) -> None:
    data = read_valid(text)
    root, _ = read_document(text, "kota.toml")
    assert root is not None
    found = positions(text)
    for path, _ in paths_of(data):
        entry: Entry | None = root
        for name in path:
            assert entry is not None
            entry = entry.get(name) if isinstance(name, str) else entry.items()[name]
        assert entry is not None
        key, value = found[path]
        assert entry.key_place == Place("kota.toml", *key)
        assert entry.place == Place("kota.toml", *value)
    assert sum(1 for _ in root.walk()) == len(found) + 1


@given(documents(), st.data())
def test_a_damaged_text_gives_one_slip_inside_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 4)))
    put = data.draw(st.sampled_from(["", "x", '"', "[", "]]", "{", "=", ",", "\n", "%", "\\", "“"]))
    damaged = text[:start] + put + text[end:]
    root, findings = read_document(damaged, "kota.toml")
    try:
        tomli.loads(damaged)
    except tomli.TOMLDecodeError:
        (slip,) = findings
        assert root is None
        assert slip.code in SLIP_CODES
        lines = damaged.replace("\r\n", "\n").split("\n")
        assert 1 <= slip.place.column <= len(lines[slip.place.line - 1]) + 1
        assert text_of(slip, "id") != text_of(slip, "en")
        assert hint_of(slip, "id") or slip.code in ("UJ106", "UJ107")
    else:
        assert root is not None
