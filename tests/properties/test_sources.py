"""Every value of a document is covered by the nearest source above it, tables and lists included."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any, TypeAlias

from hypothesis import given
from hypothesis import strategies as st

from ujikom_rules.model.entry import Entry
from ujikom_rules.reading.document import read_document
from ujikom_rules.reading.sources import wrong_sources

Value: TypeAlias = Any  # nested dicts, lists, numbers and texts, as the strategies make them

SOURCES = st.one_of(
    st.sampled_from(["assumption", "PP 11/2017", "", 5]),
    st.fixed_dictionaries({}, optional={
        "title": st.sampled_from(["PP 11/2017", "Perwali 5", " ", 7]),
        "article": st.sampled_from(["7", "8"]), "artikel": st.just("9"),
    }),
)  # fmt: skip
KEYS = st.sampled_from(["ruleset", "facts", "plugins", "weight", "value", "criteria"])


def tables(inside: st.SearchStrategy[Value]) -> st.SearchStrategy[Value]:
    """Tables of some keys, some of them with a source at either end."""
    plain = st.dictionaries(KEYS, inside, max_size=3)
    said = st.builds(lambda source: {"source": source}, SOURCES)
    return st.one_of(
        plain,
        st.builds(lambda one, other: {**one, **other}, plain, said),
        st.builds(lambda one, other: {**one, **other}, said, plain),
    )


DOCUMENTS = tables(
    st.recursive(
        st.one_of(st.integers(0, 3), st.sampled_from([0.5, "teks", True])),
        lambda inside: st.one_of(tables(inside), st.lists(inside, max_size=3)),
        max_leaves=12,
    )
)


def written(value: Value) -> str:
    """A value as a document writes it on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {written(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value).lower()


def read(value: Value) -> Entry:
    text = "".join(f"{key} = {written(each)}\n" for key, each in value.items())
    root, findings = read_document(text, "kota.toml")
    assert root is not None
    assert findings == ()
    return root


def title_of(said: Value) -> str | None:
    """The title that a source says; None where it says none."""
    title = said.get("title") if isinstance(said, dict) else said
    return title if isinstance(title, str) and title.strip() else None


def is_a_source(value: Value, path: tuple[str, ...]) -> bool:
    declares = isinstance(value, dict) and "type" in value
    return path != ("plugins",) and not (path == ("facts",) and declares)


def covered(value: Value, above: str | None, path: tuple[str, ...] = ()) -> Iterator[str | None]:
    """The title of what covers a value and all beneath it, in the order of the document."""
    if isinstance(value, dict) and "source" in value and is_a_source(value["source"], path):
        above = title_of(value["source"])
    yield above
    if isinstance(value, dict):
        for key, each in value.items():
            yield from covered(each, above, (*path, key))
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from covered(each, above, (*path, str(number)))


@given(DOCUMENTS)
def test_the_nearest_source_above_covers_every_value(value: Value) -> None:
    head = value.get("ruleset")
    of_file = title_of(head.get("source")) if isinstance(head, Mapping) else None
    found = [each.source.title if each.source else None for each in read(value).walk()]
    assert found == list(covered(value, of_file))


@given(DOCUMENTS)
def test_what_is_wrong_with_sources_is_said_of_any_tree_alike(value: Value) -> None:
    root = read(value)
    findings = tuple(wrong_sources(root))
    assert tuple(wrong_sources(deepcopy(root))) == findings
    for each in findings:
        assert each.path.split(".")[-1] in ("source", "title", "artikel")
        assert each.place.file == "kota.toml"
