"""One event reads the same from JSON, from a dict, and from CSV of every kind."""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from fractions import Fraction
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ujikom_rules.exact import to_text
from ujikom_rules.messages import LANGS, hint_of, text_of
from ujikom_rules.model.scoresheet import NO_MARKS, Scoresheet
from ujikom_rules.reading.scoresheets.reader import parse_scoresheet, read_scoresheet
from ujikom_rules.reading.scoresheets.words import HEADERS, NO_MARK_WORDS, ORIGIN_WORDS, ROLE_WORDS

IDS = st.text("AZaz09._-é", min_size=1, max_size=6)
NAMES = st.from_regex(r"[a-z0-9][a-z0-9-]{0,6}", fullmatch=True)
TEXTS = st.text("Aa é;,\t\"'\n1", max_size=8).map(str.strip)
NUMBERS = st.decimals(-1000, 1000, places=2, allow_nan=False).map(Fraction)
FACTS = st.dictionaries(
    NAMES.filter(lambda name: name not in {"id", "person", "name", *HEADERS}),
    st.one_of(NUMBERS, st.booleans(), TEXTS.filter(bool), st.dates().map(str)),
    max_size=3,
)
ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
Tables = dict[str, list[dict[str, Any]]]


@st.composite
def events(draw: st.DrawFn) -> Tables:
    """The tables of an event; numbers are `Fraction`, as JSON and CSV write them differently."""
    candidates = draw(st.lists(IDS, min_size=1, max_size=4, unique=True))
    examiners = draw(st.lists(IDS, min_size=1, max_size=3, unique=True))
    marks = st.one_of(
        NUMBERS.map(lambda number: {"value": number}),
        st.sampled_from(NO_MARKS).map(lambda word: {"no-mark": word}),
        st.just({"value": "tingkat-3"}),
    )
    keys = st.tuples(
        st.sampled_from(candidates),
        st.sampled_from(["wawancara", "paparan"]),
        st.sampled_from(["isi", "isi.a"]),
        st.sampled_from(examiners),
    )
    ratings = [
        {"candidacy": c, "stage": s, "criterion": k, "examiner": e, **draw(marks)}
        for c, s, k, e in draw(st.lists(keys, max_size=8, unique=True))
    ]
    return {
        "candidates": [{"id": c, "name": draw(TEXTS), "facts": draw(FACTS)} for c in candidates],
        "examiners": [
            {
                "id": e,
                "role": draw(st.sampled_from(["chair", "member"])),
                "origin": draw(st.sampled_from([None, "internal", "external"])),
                "stages": draw(st.lists(NAMES, max_size=2)),
            }
            for e in examiners
        ],
        "ratings": ratings,
        "evidence": [
            {"id": name, "given": draw(st.booleans()), "date": draw(st.dates()).isoformat()}
            for name in draw(st.lists(NAMES, max_size=2, unique=True))
        ],
    }


def as_json(value: Any) -> Any:
    """Numbers as JSON numbers with a needless zero, the rest as it is."""
    if isinstance(value, Fraction):
        return float(to_text(value)) if value.denominator != 1 else int(value)
    if isinstance(value, Mapping):
        return {key: as_json(item) for key, item in value.items()}
    return [as_json(item) for item in value] if isinstance(value, list) else value


def document(tables: Tables) -> dict[str, Any]:
    return {"event": {"id": "e1", "date": "2024-03-04"}, **as_json(tables)}


def cell(value: Any, separator: str) -> str:
    """A value as a cell; in files with a decimal comma the words are Indonesian."""
    comma = separator != ","
    match value:
        case None:
            return ""
        case bool():
            return ("ya" if value else "tidak") if comma else str(value).upper()
        case Fraction():
            return to_text(value, 3).replace(".", "," if comma else ".")
        case list():
            return " ".join(value)
        case str() if comma and ISO.fullmatch(value):
            return "/".join(reversed(value.split("-")))
        case _:
            words = {**NO_MARK_WORDS, **ROLE_WORDS, **ORIGIN_WORDS} if comma else {}
            return next((shown for shown, word in words.items() if word == value), str(value))


def as_csv(rows: list[dict[str, Any]], separator: str) -> str:
    flat = [{**row, **row.get("facts", {})} for row in rows]
    keys = list(dict.fromkeys(key for row in flat for key in row if key != "facts"))
    out = StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator="\r\n")
    writer.writerow(keys)
    writer.writerows([cell(row.get(key), separator) for key in keys] for row in flat)
    return out.getvalue()


@contextmanager
def folder(tables: Tables, separator: str, **more: str) -> Iterator[Path]:
    with TemporaryDirectory() as name:
        path = Path(name)
        (path / "event.toml").write_text("[event]\nid = 'e1'\ndate = 2024-03-04\n")
        for table, rows in tables.items():
            if rows or table == "ratings":
                text = as_csv(rows, separator) if rows else "candidacy,stage,value\n"
                (path / f"{table}.csv").write_bytes(text.encode("utf-8-sig"))
        for table, text in more.items():
            (path / f"ratings.{table}.csv").write_text(text, "utf-8", newline="")
        yield path


def sound(read: tuple[Scoresheet | None, Any]) -> Scoresheet:
    sheet, findings = read
    assert sheet is not None, findings
    return sheet


@given(events(), st.sampled_from([",", ";", "\t"]))
def test_json_and_csv_have_the_same_digest(tables: Tables, separator: str) -> None:
    written = document(tables)
    from_json = sound(parse_scoresheet(json.dumps(written)))
    assert sound(parse_scoresheet(written)).digest == from_json.digest
    with folder(tables, separator) as path:
        from_csv = sound(read_scoresheet(path))
    assert from_csv.digest == from_json.digest
    assert [r.value for r in from_csv.ratings] == [r.get("value") for r in tables["ratings"]]


@given(events())
def test_wide_and_long_ratings_have_the_same_digest(tables: Tables) -> None:
    owners = dict.fromkeys((r["candidacy"], r["examiner"]) for r in tables["ratings"])
    marks = {
        (r["candidacy"], r["examiner"], r["criterion"]): r.get("value", r.get("no-mark"))
        for r in tables["ratings"]
    }
    wide = StringIO()
    writer = csv.writer(wide)
    writer.writerow(["peserta", "penguji", "isi", "isi.a"])
    writer.writerows(
        [c, e, *(cell(marks.get((c, e, k)), ",") for k in ("isi", "isi.a"))] for c, e in owners
    )
    long = []
    for c, e in owners:
        for k in ("isi", "isi.a"):
            mark = marks.get((c, e, k), "not-entered")
            key = "no-mark" if mark in NO_MARKS else "value"
            row = {"candidacy": c, "stage": "paparan", "criterion": k, "examiner": e, key: mark}
            long.append(row)
    from_json = sound(parse_scoresheet(document({**tables, "ratings": long})))
    with folder({**tables, "ratings": []}, ",", paparan=wide.getvalue()) as path:
        assert sound(read_scoresheet(path)).digest == from_json.digest


@given(events(), st.randoms(use_true_random=False))
def test_the_order_of_keys_changes_nothing(tables: Tables, chance: Any) -> None:
    def shuffled(value: Any) -> Any:
        if isinstance(value, dict):
            items = list(value.items())
            chance.shuffle(items)
            return {key: shuffled(item) for key, item in items}
        return [shuffled(item) for item in value] if isinstance(value, list) else value

    written = document(tables)
    digest = sound(parse_scoresheet(json.dumps(written))).digest
    assert sound(parse_scoresheet(json.dumps(shuffled(written), indent=1))).digest == digest


ANYTHING: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


@given(events(), st.data())
def test_no_document_breaks_the_reader(tables: Tables, data: st.DataObject) -> None:
    written = document(tables)
    for _ in range(data.draw(st.integers(1, 3))):
        table = data.draw(st.sampled_from(list(written)))
        rows = written[table]
        if isinstance(rows, list) and rows and isinstance(rows[0], dict) and rows[0]:
            rows[0][data.draw(st.sampled_from(list(rows[0])))] = data.draw(ANYTHING)
        else:
            written[table] = data.draw(ANYTHING)
    for read in (parse_scoresheet(written), parse_scoresheet(json.dumps(written, indent=1))):
        sheet, findings = read
        assert (sheet is None) == any(f.severity == "error" for f in findings)
        for finding in findings:
            assert all(text_of(finding, lang) + hint_of(finding, lang) for lang in LANGS)


@given(st.one_of(st.binary(max_size=200), st.text('{}[]",:\\u0 1eid\n', max_size=40)))
def test_no_text_breaks_the_reader(text: str | bytes) -> None:
    sheet, findings = parse_scoresheet(text, "a.json")
    assert sheet is None
    assert findings


@given(st.one_of(st.binary(max_size=80), st.text(';,"\t\n\rid A1é', max_size=60).map(str.encode)))
def test_no_csv_breaks_the_reader(content: bytes) -> None:
    with folder({"candidates": [{"id": "A"}], "ratings": []}, ",") as path:
        (path / "candidates.csv").write_bytes(content)
        sheet, findings = read_scoresheet(path)
    assert (sheet is None) == any(f.severity == "error" for f in findings)
