"""Laws of merging and of open terms, whatever the documents say."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, TypeAlias

from hypothesis import given
from hypothesis import strategies as st

from ujikom_rules.errors import Place
from ujikom_rules.model.entry import Entry, Source
from ujikom_rules.reading.overlay.comparing import same
from ujikom_rules.reading.overlay.merging import merge
from ujikom_rules.reading.overlay.open_terms import check

Value: TypeAlias = Any  # nested dicts, lists, numbers and texts, as the strategies make them

KEYS = st.sampled_from(["x", "y", "weight", "criteria", "value"])
LEAVES = st.one_of(
    st.integers(-3, 3),
    st.fractions(-2, 2, max_denominator=3),
    st.booleans(),
    st.text("ab", max_size=2),
)
PARTS = st.builds(
    lambda name, more: {"use": name, **more},
    st.sampled_from(["mean", "median"]),
    st.dictionaries(st.sampled_from(["drop", "cap"]), st.integers(0, 2), max_size=2),
)


def items(inside: st.SearchStrategy[Value]) -> st.SearchStrategy[Value]:
    """Lists whose items have different ids."""
    return st.dictionaries(
        st.sampled_from("abcd"), st.dictionaries(KEYS, inside, max_size=2), min_size=1, max_size=3
    ).map(lambda found: [{"id": id_, **rest} for id_, rest in found.items()])


VALUES = st.recursive(
    st.one_of(LEAVES, PARTS, st.sampled_from(["mean", "median"])),
    lambda inside: st.one_of(
        st.dictionaries(KEYS, inside, max_size=3), items(inside), st.lists(LEAVES, max_size=2)
    ),
    max_leaves=8,
)
DOCUMENTS = st.fixed_dictionaries(
    {}, optional={"stages": items(VALUES), "decision": st.dictionaries(KEYS, VALUES, max_size=3)}
)


def document(value: Value, file: str, source: Source | None = None, path: str = "") -> Entry:
    """The entries of plain data, as if a file said it."""
    if isinstance(value, dict):
        data: Any = {
            key: document(each, file, source, f"{path}.{key}".lstrip("."))
            for key, each in value.items()
        }
    elif isinstance(value, list):
        named = ((e.get("id", n) if isinstance(e, dict) else n, e) for n, e in enumerate(value))
        data = tuple(document(e, file, source, f"{path}.{name}") for name, e in named)
    else:
        data = value
    return Entry(data, Place(file, 1, 1), Place(file, 1, 1), path, source)


@given(DOCUMENTS)
def test_a_document_over_itself_or_nothing_over_it_changes_nothing(value: Value) -> None:
    base, again = document(value, "induk.toml"), document(value, "kota.toml")
    for over in (again, document({}, "kota.toml")):
        merged, findings = merge(base, over)
        assert findings == ()
        assert same(merged, base)
        assert {each.place.file for each in merged.walk()} == {"induk.toml"}
        assert check(base, over, merged) == ()


@given(DOCUMENTS)
def test_over_nothing_a_document_is_itself(value: Value) -> None:
    merged, _ = merge(document({}, "induk.toml"), document(value, "kota.toml"))
    assert same(merged, document(value, "kota.toml"))


def told(base: Value, over: Value) -> tuple[Entry, Entry, Entry]:
    below, above = document(base, "induk.toml"), document(over, "kota.toml")
    merged, _ = merge(below, above)
    return below, above, merged


@given(DOCUMENTS, DOCUMENTS)
def test_merging_the_same_overlay_again_changes_nothing(base: Value, over: Value) -> None:
    _, above, merged = told(base, over)
    again, _ = merge(merged, above)
    assert same(again, merged)


@given(DOCUMENTS, DOCUMENTS)
def test_a_closed_base_is_changed_with_a_finding_or_not_at_all(base: Value, over: Value) -> None:
    below, above, merged = told(base, over)
    findings = check(below, above, merged)
    assert (findings == ()) == same(below, merged)
    assert {each.code for each in findings} <= {"UJ420"}
    assert all(each.place.file == "kota.toml" for each in findings)


@given(DOCUMENTS, DOCUMENTS)
def test_what_is_open_for_everything_gives_no_finding(base: Value, over: Value) -> None:
    every = ["fill", "replace", "add", "remove"]
    terms = [{"key": key, "may": every, "optional": True} for key in ("stages", "decision")]
    below, above, merged = told({**base, "open": terms}, over)
    assert check(below, above, merged) == ()


@given(DOCUMENTS, DOCUMENTS)
def test_keys_and_items_keep_the_order_of_the_base(base: Value, over: Value) -> None:
    below, _, merged = told(base, over)
    assert list(merged.table())[: len(below.table())] == list(below.table())
    stages = [each.path for each in merged.table().get("stages", below).items()]
    kept = [each.path for each in below.table().get("stages", merged).items()]
    assert stages[: len(kept)] == kept


@given(DOCUMENTS, DOCUMENTS)
def test_every_path_leads_to_its_entry(base: Value, over: Value) -> None:
    _, _, merged = told(base, over)

    def walk(entry: Entry, path: str) -> None:
        assert entry.path == path
        if isinstance(entry.data, Mapping):
            for key, each in entry.data.items():
                walk(each, f"{path}.{key}".lstrip("."))
        for number, item in enumerate(entry.items()):
            id_ = item.get("id")
            walk(item, f"{path}.{number if id_ is None else id_.data}")

    walk(merged, "")


@given(DOCUMENTS, DOCUMENTS)
def test_a_number_keeps_the_source_of_its_own_file(base: Value, over: Value) -> None:
    law, local = Source(title="law"), Source(title="local")
    below, above = document(base, "induk.toml", law), document(over, "kota.toml", local)
    merged, _ = merge(below, above)
    unsaid, _ = merge(below, document(over, "kota.toml"))
    for one, other in zip(merged.walk(), unsaid.walk(), strict=True):
        if isinstance(one.data, (int, Fraction)):
            assert one.source == (law if one.place.file == "induk.toml" else local)
            assert other.source is not None
            assert other.source.is_assumption == (other.place.file == "kota.toml")
